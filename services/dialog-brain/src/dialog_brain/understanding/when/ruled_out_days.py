"""Pure. Days on which it is not to be: "not on Friday", "any day but Monday", "no weekends"."""

from __future__ import annotations

from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.calendar_words import WEEKDAYS

_SEVERAL = frozenset(["weekends", "weekdays"])
ALL = wordset("any every everyday all anything anytime everything whenever whichever")
_UP_TO_DAY = wordset(
    "to do it on a an the any come for have need say said you anyone somebody someone want like prefer be schedule "
    "book out here in between from"
)
"""What may stand between "not" and the day that it rules out: "I'd prefer not to do it on Friday"."""
EXCEPT = wordset("except excepting besides excluding barring minus")
_BEFORE_RULED_OUT = EXCEPT | wordset("than forget skip skipping scratch avoid avoiding")
_BEFORE_RULED_OUT_TOO = (
    ("instead", "of"), ("aside", "from"), ("apart", "from"), ("except", "for"), ("save", "for"), ("not", "counting"),
    ("day", "save"),
)  # fmt: skip
_NARROWS = (("before",), ("after",), ("until",), ("till",))
_SUGGESTING = tuple((verb, "not") for verb in ("can", "could", "will", "would", "do", "is", "are"))
_SUGGESTED = wordset("you it anyone somebody someone there")
""" "Can't you do it today?" wants it today."""
_PREFERRED = (("would", "be"), ("is", "best"), ("is", "better"))


def ruled_out(view: Speech, place: int, end: int) -> bool:
    """Whether the day from `place` up to `end` is told as one on which it is not to be."""
    words = view.words
    start = place - 1 if words[max(0, place - 1) : place] in (("on",), ("the",)) else place
    before = words[max(0, start - 2) : start]
    bounds = before[:1] in (("later",), ("earlier",), ("sooner",))
    bounds = bounds or (before[-1:] == ("than",) and "no" in words[max(0, start - 4) : start])  # "no day other than"
    if (not _BEFORE_RULED_OUT.isdisjoint(before[-1:]) and not bounds) or before in _BEFORE_RULED_OUT_TOO:
        return True
    before = words[max(0, place - 2) : place]
    if before[-1:] == ("no",) and (words[place] in WEEKDAYS or words[place] in _SEVERAL) and words[place][-1] == "s":
        return True
    at = place
    while at and words[at - 1] in _UP_TO_DAY and not view.stops[at - 1]:
        at -= 1
    if words[max(0, at - 2) : at] in _SUGGESTING and words[at] in _SUGGESTED:
        return False
    if words[max(0, at - 1) : at] in (("not",), ("never",)) and not view.stops[at - 1]:
        narrowed = at < place and view.words[end : end + 1] in _NARROWS
        return not narrowed and words[max(0, at - 2) : at - 1] not in (("why",), ("if",))
    every_but = before[-1:] == ("but",) and not ALL.isdisjoint(words[max(0, place - 8) : place])
    return every_but and words[end : end + 2] not in _PREFERRED
