"""Pure. Whether a sign of a danger is told as one that is here: not denied, not supposed, not of another time."""

from __future__ import annotations

from dialog_brain.understanding.danger.long_over import is_supposed, is_told_of_then
from dialog_brain.understanding.language.clauses import Clause, clauses, negated
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

DENIES = wordset("no not nobody never without nothing")
_ENDS_A_DENIAL = wordset("and but or so because till until when whenever since while after")
_POINTS_OUT = (("it", "is"), ("that", "is"))
_OWN = wordset("the my our this")
""" "Not the phone, that's my fuse box": set right in one breath."""
_SUBJECTS = wordset("i he she it we they")
_VERBS = wordset("is am are was were has have had keeps")
_DEPENDS = wordset("think thinks believe believes say says said know that sure if like where what who how than")
""" "He can't get up he was running it": a statement of its own, but not after these."""
_ONES = wordset("one ones alarm detector kind")
_GOES_ON = wordset("is was has keeps kept went goes started")


def affirmed(told: Phrases[bool], speech: Speech) -> bool:
    """Whether the turn tells of it at least once so that it stands."""
    for found in told.all(speech):
        clause = next(one for one in clauses(speech) if found.start < one.end)
        near = Clause(_statement_start(speech, clause, found.start), clause.end)
        if not (
            negated(speech, near, found.start, found.start)
            or is_supposed(speech, clause)
            or is_told_of_then(speech, clause)
        ):
            return True
    return False


def _statement_start(speech: Speech, clause: Clause, place: int) -> int:
    """Where what is told at `place` begins: a "not" before an "and" or a comma denies only what stands beside it."""
    for before in range(place, clause.start, -1):
        if (before < place and speech.stops[before - 1] == ",") or _ends_a_denial(speech.words, before):
            return before
    return clause.start


def _ends_a_denial(words: tuple[str, ...], before: int) -> bool:
    """Whether nothing that was said before this word denies what follows it."""
    if words[before] in _ENDS_A_DENIAL:
        return True
    following = words[before + 1 : before + 3]
    if words[before : before + 2] in _POINTS_OUT and not _OWN.isdisjoint(following[1:]):
        return True
    if words[before] in _SUBJECTS and not _VERBS.isdisjoint(following[:1]):
        return words[before - 1] not in _DEPENDS and words[before - 1] not in DENIES
    return words[before] in _GOES_ON and words[before - 1] in _ONES and "not" in words[max(0, before - 4) : before]
