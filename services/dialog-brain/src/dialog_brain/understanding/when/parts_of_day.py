"""Pure. Parts of the day, and hours that have a name: "mid-morning", "tomorrow a.m.", "end of day", "at lunch"."""

from __future__ import annotations

from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.when.bounded_times import named_hour
from dialog_brain.understanding.when.calendar_words import PARTS, Day
from dialog_brain.understanding.when.dial import HALVES
from dialog_brain.understanding.when.when_words import NAMED_HOURS, NO_PART
from dialog_brain.understanding.when.wishes import Wish

BEGINNINGS = NAMED_HOURS.beginnings | PARTS.keys() | {"mid"}


def read_part(view: Speech, place: int, wish: Wish) -> int:
    """Takes the part of the day that begins with a word into the wish; the end of it, or 0."""
    words = view.words
    at = place + 1 if words[place] == "mid" else place
    if at < len(words) and words[at] in PARTS:
        if not _refused(view, place):
            wish.part = wish.part or PARTS[words[at]]
        return at + 1
    named = NAMED_HOURS.at(view, place)
    if named is None:
        return 0
    if named.meaning == "opening":
        wish.part = wish.part or "morning"
    elif named.meaning == "closing":
        wish.latest = wish.latest or named_hour(17, named.end)
    else:
        wish.clock = wish.clock or named_hour(12, named.end)._replace(plain=True)
    return named.end


def with_half(view: Speech, found: Day) -> Day:
    """ "Tomorrow a.m.", where that ends a statement: else "am" is a verb."""
    for length in (1, 2):
        end = found.end + length
        part = HALVES.get(view.words[found.end : end])
        if part is not None and (end == len(view.words) or view.stops[end - 1]):
            return found._replace(part=part, end=end)
    return found


def _refused(view: Speech, place: int) -> bool:
    """ "not in the morning"; and "good morning" is no wish either."""
    for at in range(place - 1, max(-1, place - 4), -1):
        if view.stops[at] not in ("", "-"):
            return False
        if view.words[at] in NO_PART:
            return True
    return False
