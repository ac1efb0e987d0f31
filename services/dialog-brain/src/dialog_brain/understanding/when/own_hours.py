"""Pure. What a caller's own hours and refusals leave of the day: "I work until five", "not in the morning"."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from dialog_brain.understanding.language.calendar_words import PARTS
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Part

Turn = Literal["after", "before", "told"]
_FAR = 8
"""Words before a clock time that are searched for the caller's own hours."""


def _without(part: Part, edge: str) -> list[str]:
    """How a part of the day is refused, or only its `edge`: "not too early in the morning"."""
    named = f"{part}|{part}s"
    return [
        "not|never do|make|have|come|work|be|available|home|free|here|there|want|like|good? in|on|during? "
        f"the|any|too? {edge}? {named}",
        f"no good|use in|on|during? the|any? {edge}? {named}",
        f"no {edge}? {part}s",
        f"no {edge} {part}",
        f"have|has|got|is|are|but|just|please|preferably no {edge}? {part}",
        f"no home|free|available in|on|during? the|any? {edge}? {named}",
        f"no {edge}? {part} availability|appointment|appointments|visit|visits|slot|slots|time|times",
        f"any_time|anytime|any_day|anything|whenever but|except|besides|other_than in? the? {named}",
        f"except|excepting|excluding|besides|barring|aside_from|apart_from in|for|during? the? {named}",
        f"{named} is|are|do|does|will|would not work|good|great|possible|do|suit|okay|ideal",
        f"{named} is|are no_good|bad|tough|hard|rough|difficult|impossible|busy|out|crazy|a_no",
    ]


_LEFT: Phrases[Part] = Phrases({"afternoon": _without("morning", "early"), "morning": _without("afternoon", "late")})
"""What a refusal leaves of the day: "not in the morning" is the afternoon."""
BEGINNINGS = _LEFT.beginnings | {"but"}
"""The words at which `left_part` may find any."""
_TURNS: Phrases[Turn] = Phrases(
    {
        "after": [
            "{who} ... get|gets|getting off|out|home|back|in of? work|school|class|church|here? at|by|around|about",
            "we|they|it|office|shop|store open|opens at|by|around|about",
            "{who} am|is|are|will_be|be|can_be off|home|back|done|out work|school|of_work|of_school|with_work? "
            "at|by|around|about",
            "{who} ... work|works|working|busy|gone|out|away|tied_up|at_work|at_school|asleep|unavailable|booked "
            "until|till|til after?",
            "{who} ... meeting|class|appointment|shift|lesson|practice until|till|til after?",
            "not|no_one|nobody ... until|till|til|before after?",
        ],
        "before": [
            "{who} ... leave|leaves|leaving|head|heading|go|going in|out|for|to? work|school|the_airport|town|out? "
            "at|by|around|about",
            "{who} ... leave|leaves|leaving|go|goes|going again|right_after|back_out at|by|around|about",
            "{who} ... be at|in work|school|class|court|church|the_office|the_hospital at|by|around|about",
            "and|then leave|leaves|leaving again? for_work|for_school? at|by|around|about",
            "we|they|it|office|shop|store close|closes at|by|around|about",
            "{who} start|starts|starting|begin work|school|my_shift|class at|by|around|about",
            "shift|class starts|begins at|by|around|about",
            "{who} ... get|gets|catch|catches on? the bus|train at|by|around|about",
            "not|never|nobody|no_one do|come|be|make|want|have|available|home|free|here|there|schedule|book|send "
            "it|anything|anyone|anybody|someone|somebody|home|here|there|out|free|available? after|past",
        ],
        "told": [
            "school|church|practice|camp|daycare|preschool|recess|game|meeting|bus|movie "
            "lets|let|let_us|gets|get|is|ends|finishes|starts|begins|comes|leaves out|over|done|here? "
            "at|by|around|about",
            "{who} am|is|are|get|gets up|awake at|by|around|about",
        ],
    },
    who="i|we|he|she|they|husband|wife|kids|son|daughter|mom|dad",
)
"""Where a caller's own hours turn into ours: at home after "I get off at five", before "I leave for work at one".

Of what is only told, as in "school lets out at three", nobody knows what it leaves.
"""


_STAYS = any_of(
    "do|does|will|did not have|need to ... until|till|til",
    "do|does|will|did not leave|go|head|start|begin ... until|till|til",
    "do|does|will|did not have|got class|work|school|plans|anything|any|a ... until|till|til",
    "am|are|is not leaving|busy|heading|going_in|going_out|going_to_work|going_anywhere|expected|due ... "
    "until|till|til",
)
""" "I don't leave until three" leaves what comes before."""
_UNTIL = wordset("until till til")
_WHO = frozenset(("i", "we", "he", "she", "they", "kids", "tenants", "everybody", "everyone", *FAMILY.split("|")))
_WHOSE = wordset("my our his her their the a")
_NOBODY = PARTS.keys() | wordset("whole entire rest same first earliest day days week weekend window slot appointment")
"""After "the" or "my" these are nobody of whom something is told."""
_ENGAGED = wordset(
    "meeting meetings class classes school work works working shift church court dialysis therapy practice rehab "
    "training busy booked tied asleep sleep sleeping nap napping gone away closed locked"
)
_CALLERS = wordset(
    "painters painter movers plumber electrician roofer roofers cleaner cleaners cleaning maid inspector contractor "
    "contractors exterminator company guests"
)
"""While these are here, the caller is not free."""
_FREE = wordset(
    "home here there free available availability flexible open opening off awake around can could may might like love "
    "want prefer rather good fine okay great best better suit suits come comes coming send somebody someone anyone "
    "anybody you y'all wait waiting anytime think guess say said mean suppose believe hope hoping stay staying stays "
    "let lets time whole"
)
"""With one of these somebody is free until then, or wishes something."""
_HOLDS = wordset("have has got only")
""" "I have until three"."""
_BREAKS = wordset("and but so because since when then")


def left_part(view: Speech, place: int) -> Found[Part] | None:
    """The part of the day that a refusal leaves, which begins with word `place`, or with the "but" there."""
    start = place
    if view.words[place] == "but" and place:
        start = place - 2 if view.words[place - 1] in ("time", "day") and place > 1 else place - 1
    return _LEFT.at(view, start)


def _opens(view: Speech, start: int, end: int) -> bool:
    """ "Before we open, we open at eleven"."""
    return "open" in view.words[start:end] and "before" in view.words[max(0, start - 3) : start]


def _beside(view: Speech, start: int) -> Turn | None:
    """ "Before the kids get home at three", "after I leave for work at one"."""
    before = view.words[max(0, start - 2) : start]
    if "not" in view.words[max(0, start - 4) : start]:
        return None
    return "before" if "before" in before else "after" if "after" in before else None


def turned(view: Speech, place: int, at: int) -> Turn | None:
    """The bound that the words before a clock time make of it; its own bound is at `place`, the time at `at`."""
    begins = max(-1, place - _FAR)
    if any(_STAYS.at(view, start, at) is not None for start in range(place - 1, begins, -1)):
        return "before"
    for start in range(place, begins, -1):
        found = _TURNS.at(view, start, at)
        if found is not None and found.end in (place, at):
            return _beside(view, start) or ("before" if _opens(view, start, found.end) else found.meaning)
    return "after" if _occupied(view, place, at) else None


def _occupied(view: Speech, place: int, at: int) -> bool:
    """ "I sleep until two": what somebody does up to a time leaves the time from then on."""
    if _UNTIL.isdisjoint(view.words[place:at]):
        return False
    said = _said_before(view, place)
    if not said or said[-1] in _HOLDS or (said[-1] == "in" and "sleep" not in said):
        return False
    free = not _FREE.isdisjoint(said) and _CALLERS.isdisjoint(said)
    return "not" in said or (not free and _tells_of_somebody(said))


def works_between(view: Speech, place: int) -> bool:
    """Whether the span of hours that begins with word `place` is one in which somebody works: "I work nine to five"."""
    said = _said_before(view, place)
    return _is_engaged(said) and not _WHO.isdisjoint(said) and _FREE.isdisjoint(said) and "not" not in said


def _said_before(view: Speech, place: int) -> list[str]:
    """The words of the same statement before `place`; "wife's" is the wife."""
    start = place
    while start and start > place - _FAR and not view.stops[start - 1] and view.words[start - 1] not in _BREAKS:
        start -= 1
    return [word.removesuffix("'s") for word in view.words[start:place]]


def _tells_of_somebody(said: list[str]) -> bool:
    whose = any(word in _WHOSE and after not in _NOBODY for word, after in pairwise(said))
    return whose or _is_engaged(said) or not _WHO.isdisjoint(said)


def _is_engaged(said: list[str]) -> bool:
    return any(word in _ENGAGED and said[max(0, at - 1) : at] not in _BESIDE_MEALS for at, word in enumerate(said))


_BESIDE_MEALS = (["after"], ["before"])
