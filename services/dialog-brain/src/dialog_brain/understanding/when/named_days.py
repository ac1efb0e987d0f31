"""Pure. Days told by one that was named before: "not tomorrow, the day after"."""

from __future__ import annotations

from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.when.days import DAY, WEEK, Day, monday_of

_NEXT_TO_NAMED = {
    ("day", "after"): 1, ("next", "day"): 1, ("following", "day"): 1, ("day", "before"): -1, ("one", "after"): 7,
    ("next", "one"): 7, ("following", "one"): 7, ("next",): 7, ("following",): 7,
}  # fmt: skip
"""Days from the one that was named: "not tomorrow, the day after", "not this Friday but the next"."""
_WEEK_NEXT_TO_NAMED = (("week", "after"), ("following", "week"))


def from_named(view: Speech, place: int, named: Day) -> Day | None:
    """The day next to `named` that begins with word `place`."""
    at = place + 1 if view.words[place] == "the" else place
    first = named.date or named.week_of
    if first is None or (at == place and view.words[place - 1 : place] != ("but",)):
        return None
    for length in (2, 1):
        end = at + length
        said = view.words[at:end]
        end += view.words[end : end + 1] in (("that",), ("it",), ("this",))
        end += view.words[end - 1 : end + 1] in (("that", "one"), ("this", "one"))
        if end < len(view.words) and length == 1:
            return None
        if said in _WEEK_NEXT_TO_NAMED or (said in _NEXT_TO_NAMED and named.date is None):
            return Day(None, monday_of(first) + WEEK, None, end)
        if said in _NEXT_TO_NAMED:
            return Day(first + _NEXT_TO_NAMED[said] * DAY, None, None, end)
    return None
