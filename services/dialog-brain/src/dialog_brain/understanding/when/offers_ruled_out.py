"""Pure. What takes an offered time back in the breath that names it: "Tuesday but not at one", "Wednesday, hang on"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause, clauses
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.busy_times import tells_busy
from dialog_brain.understanding.when.whens import heard_when

_OTHERWISE = any_of(
    "but|only|just a? bit|little|much? later|earlier|sooner",
    "not that|so|quite|as early|late",
    "anything|anytime|any|all|every|whenever time|day|one|hour|slot|of_them|of_those? "
    "but|except|besides|other_than|apart_from",
)
""" "Thursday but later", "Thursday, just not that late" and "anything but ten" take nothing."""
_HOLDS: Phrases[bool] = Phrases(
    {
        True: [
            "hang|hold on|up",
            "wait",
            "give|gimme me? a|one|just_a sec|second|minute|moment",
            "one|just_a sec|second|minute|moment",
        ],
        False: [
            "hold on|up to",
            "not|to|will|would|could|can|rather|must|i|we wait",
            "wait until|till|for|that|longer|any|so|on|and|another|two|three|four",
        ],
    }
)
"""False: what is no word to us that we should wait."""
_REFUSING = wordset("not never but no except can do could will would i we")
_FREE = wordset("free off home available here around open ready back good best works")
_REASONS = wordset("because since as cause")
_OUTDONE = wordset("than over of not except")
""" "Wednesday rather than Thursday"."""


def asks_otherwise(speech: Speech) -> bool:
    """Whether the turn wants another time than those on offer, or all but one of them."""
    return _OTHERWISE.first(speech) is not None


def after_waiting(speech: Speech) -> Speech:
    """What is said after the last "hang on": nothing was settled before it."""
    waits = [found.end for found in _HOLDS.all(speech) if found.meaning]
    return speech.cut(waits[-1], len(speech.words)) if waits else speech


def is_engaged(speech: Speech, clause: Clause) -> bool:
    """ "Tuesday at one is when I pick up my kids": what is told of the time keeps the caller."""
    words = speech.words[clause.end - 1 : clause.end + 6]
    return words[:2] == ("is", "when") and len(words) > 3 and _FREE.isdisjoint(words)


def rules_out(refused: Sequence[Speech], offer: datetime, now: datetime) -> bool:
    """Whether one of the statements that refuse is about the hour of `offer`, which is in the business's zone."""
    return any(_names_hour(said, offer, now) for said in refused)


def _names_hour(said: Speech, offer: datetime, now: datetime) -> bool:
    begins = next((place for place, word in enumerate(said.words) if word not in _REFUSING), len(said.words))
    when = heard_when(said.cut(begins, len(said.words)), "time", now, [])
    if when is None or when.time is None or when.date not in (None, offer.date()):
        return False
    return (offer.hour % 12, offer.minute) == (when.time.hour % 12, when.time.minute)


def concluding(decided: Speech, taken: datetime, offers: Sequence[datetime]) -> Speech | None:
    """What counts of a turn that names other offered days after the one that it seems to take.

    All of it, if they are only compared or explain the choice; what begins with "so" and names the last; else None.
    """
    named = {offer.weekday() for offer in offers if offer.date() != taken.date()}
    days = [(place, WEEKDAYS.get(word)) for place, word in enumerate(decided.words)]
    last = max((place for place, day in days if day in named), default=-1)
    chosen = max((place for place, day in days if day == taken.weekday()), default=len(days))
    if last < chosen or decided.words[last - 1] in _OUTDONE:
        return decided
    clause = next(each for each in clauses(decided) if each.start <= last < each.end)
    begins = decided.words[clause.start]
    if begins in _REASONS or tells_busy(decided, clause):
        return decided
    return decided.cut(clause.start, len(decided.words)) if begins == "so" else None
