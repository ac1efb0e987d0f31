"""Pure. Days on which it is not to be: "not on Friday", "any day but Monday", "no weekends"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.days import Day
from dialog_brain.understanding.when.wishes import Wish

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
_JOINS = frozenset(["or", "nor", "and"])
_NAMED = WEEKDAYS.keys() | wordset("today tomorrow weekends")
_PREFERRING = wordset("works work would will is are suits suit sounds best better good fine preferably ideally instead")
""" "Any day but Monday, Tuesday works best" rules out no Tuesday."""
_UNBOUND = ALL | wordset("free open available flexible")
""" "Any other day than Friday", "I'm free except Friday": nothing else is wished of the day."""
_BACK = 8


def ruled_out(view: Speech, place: int, end: int, wish: Wish) -> bool:
    """Whether the day from `place` up to `end` is told as one on which it is not to be, by itself or in a row."""
    in_row = place < wish.ruled_end or (0 < wish.ruled_end == place - 1 and view.words[place - 1] in _JOINS)
    return in_row or denied(view, place, end)


def rule_out(view: Speech, place: int, found: Day, wish: Wish) -> int:
    """Keep a day on which it is not to be; one of which only a part was meant may still be it."""
    end = found.end
    while end < len(view.words) and view.words[end] in PARTS:
        end += 1
    row = _row_end(view, end, every=_excepted(view, place)) if place >= wish.ruled_end else end
    wish.ruled_end = max(wish.ruled_end, row)
    if found.part is None and end == found.end:
        wish.not_on += found.days()
    before = view.words[max(0, place - 4) : place]
    if wish.soonest is None and not _UNBOUND.isdisjoint(before):
        wish.soonest = False
    return end


def _row_end(view: Speech, end: int, *, every: bool) -> int:
    """Where a row of days ends that goes on from `end`: "(not Monday) Wednesday or Friday".

    After "any day but" also one without an "or", or with commas.
    """
    words, at, joined = view.words, end, False
    while at < len(words) and (view.stops[at - 1] in ("", "-") or _lists(view, at, every=every)):
        step = at + (words[at] in _JOINS)
        step += words[step : step + 1] == ("on",)
        if step >= len(words) or words[step] not in _NAMED:
            break
        joined = joined or words[at] in _JOINS
        at = step + 1
    preferred = not _PREFERRING.isdisjoint(words[at : at + 1])
    return at if (joined and every) or ((joined or every) and not preferred) else end


def with_rows(speech: Speech, said: list[Clause]) -> list[Clause]:
    """The statements, those put together that are one row of days left out: "except Monday, Wednesday and Friday"."""
    if "," not in speech.stops or _LEAVING_OUT.isdisjoint(speech.words):
        return said
    rows: list[Clause] = []
    for clause in said:
        alone = _IN_ROWS.issuperset(speech.words[clause.start : clause.end])
        last = rows[-1].end - 1 if rows else 0
        if alone and rows and speech.words[last] in _NAMED and speech.stops[last] == "," and _excepted(speech, last):
            rows[-1] = Clause(rows[-1].start, clause.end)
        else:
            rows.append(clause)
    return rows


_LEAVING_OUT = EXCEPT | {"but", "than"}
_IN_ROWS = _NAMED | _JOINS


def _lists(view: Speech, at: int, *, every: bool) -> bool:
    """Whether a comma before word `at` is one of a list."""
    return view.stops[at - 1] == "," and (every or view.words[at] in _JOINS)


def _excepted(view: Speech, place: int) -> bool:
    """Whether the day at `place` is left out of all, or of those on which the caller is free."""
    before = view.words[max(0, place - _BACK) : place]
    return not EXCEPT.isdisjoint(before[-3:]) or not ALL.isdisjoint(before)


def denied(view: Speech, place: int, end: int) -> bool:
    """Whether the words before a day rule it out."""
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
    every_but = before[-1:] == ("but",) and not ALL.isdisjoint(words[max(0, place - _BACK) : place])
    return every_but and words[end : end + 2] not in _PREFERRED
