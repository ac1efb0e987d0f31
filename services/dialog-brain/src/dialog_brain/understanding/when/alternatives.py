"""Pure. Several times to choose from, of which the first whole one is kept and never mixed with the next.

"Tuesday ten to noon or Wednesday after three" is Tuesday ten to noon; "Thursday or Friday after three" is Thursday
after three, for that suits either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dialog_brain.understanding.language.phrases import Found, Phrases
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.days import in_week
from dialog_brain.understanding.when.sooner import or_sooner
from dialog_brain.understanding.when.when_words import REOPENING
from dialog_brain.understanding.when.wishes import Wish

_JOINTS: Phrases[Literal["or", "and"]] = Phrases(
    {
        "or": [
            "or else|otherwise|alternatively?",
            "if|or not",
            "if|or|when that|it|you is|does|can|will|would not work|possible|available|good|open|free|do_it|make_it?",
            "otherwise|alternatively",
            "failing that",
            "and? if|when that|it|you is|are taken|full|gone|booked",
        ],
        "and": ["and then|also|again?", "then again?"],
    }
)
"""What stands between times to choose from."""
JOINING = _JOINTS.beginnings
_NO_OTHER = REOPENING | wordset("so whatever whenever something thereabouts")
"""After "or" these correct what was said, or mean nothing: "Thursday or whatever, in the morning"."""


def joint(view: Speech, place: int, wish: Wish, today: date) -> int | None:
    """Where another time to choose begins, if a joint begins with word `place`.

    None follows a day that is ruled out, and none a correction. "And" joins a day to a whole wish, but not the other
    end of a span: "after nine and before noon".
    """
    found = _joint(view, place, wish) if place > wish.ruled_end or place == 0 else None
    if found is None or found.end == len(view.words):
        return None
    if found.meaning == "and" and not (wish.has_day() and wish.has_hours() and day(view, found.end, today) is not None):
        return None
    return found.end


def _joint(view: Speech, place: int, wish: Wish) -> Found[Literal["or", "and"]] | None:
    found = _JOINTS.at(view, place) if wish.has_any() else None
    if found is not None and or_sooner(view, place):
        return None
    return found if found is not None and _NO_OTHER.isdisjoint(view.words[found.end : found.end + 1]) else None


def first_of(choices: Sequence[Wish], today: date) -> Wish:
    """The first of the wishes to choose from."""
    chosen = choices[-1]
    for wish in choices[-2::-1]:
        choose_first(wish, chosen, today)
        chosen = wish
    return chosen


def choose_first(wish: Wish, other: Wish, today: date) -> None:
    """Keep the wish; of the other one is taken only what suits either way."""
    wish.read += other.read
    wish.named, wish.days, wish.dated = other.named, wish.days + other.days, wish.dated + other.dated
    wish.not_on += other.not_on
    if wish.listed and wish.by_weekday and wish.week_of is None and wish.date is not None:
        wish.date = in_week(wish.date, other.week_of)  # "Tuesday or Wednesday of next week"
    if other.by_weekday and other.date is not None:
        other.date = in_week(other.date, wish.week_of)
    wish.or_on += (*wish.row, *([] if other.date in (None, wish.date) else [other.date]), *other.row, *other.or_on)
    wish.row = ()
    if other.soonest is not None:
        wish.soonest = bool(wish.soonest) or other.soonest
    if not (other.has_hours() and other.has_day()):
        return
    if wish.listed and not (wish.has_hours() or other.hours_first) and (wish.date != today or other.part != "morning"):
        wish.part, wish.clock, wish.earliest, wish.latest = other.part, other.clock, other.earliest, other.latest
    elif not wish.has_day() and other.hours_first:
        wish.date, wish.week_of, wish.by_weekday = other.date, other.week_of, other.by_weekday


def offers_another(view: Speech, place: int, wish: Wish) -> bool:
    """Whether a statement that begins with word `place` is another one to choose: "Otherwise Thursday"."""
    found = _joint(view, place, wish)
    return found is not None and found.meaning == "or"
