"""Pure. What a caller's own hours and refusals leave of the day: "I work until five", "not in the morning"."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.phrases import Found, Phrases
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.understood import Part

Turn = Literal["after", "before", "told"]
_FAR = 8
"""Words before a clock time that are searched for the caller's own hours."""
_LEFT: Phrases[Part] = Phrases(
    {
        "afternoon": [
            "not|never|no do|make|have|come|work|be|available|home|free|here|there|want|like|good? in|on|during? "
            "the|any|too? early? morning|mornings",
            "any_time|anytime|any_day|anything|whenever but|except|besides|other_than in? the? morning|mornings",
            "except|excepting|excluding|besides|barring|aside_from|apart_from in|for|during? the? morning|mornings",
            "morning|mornings is|are|do|does|will|would not work|good|great|possible|do|suit|okay|ideal",
            "morning|mornings is|are no_good|bad|tough|hard|rough|difficult|impossible|busy|out|crazy|a_no",
        ],
        "morning": [
            "not|never|no do|make|have|come|work|be|available|home|free|here|there|want|like|good? in|on|during? "
            "the|any|too? late? afternoon|afternoons",
            "any_time|anytime|any_day|anything|whenever but|except|besides|other_than in? the? afternoon|afternoons",
            "except|excepting|excluding|besides|barring|aside_from|apart_from in|for|during? the? afternoon|afternoons",
            "afternoon|afternoons is|are|do|does|will|would not work|good|great|possible|do|suit|okay|ideal",
            "afternoon|afternoons is|are no_good|bad|tough|hard|rough|difficult|impossible|busy|out|crazy|a_no",
        ],
    }
)
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
    for start in range(place, max(-1, place - _FAR), -1):
        found = _TURNS.at(view, start, at)
        if found is not None and found.end in (place, at):
            return _beside(view, start) or ("before" if _opens(view, start, found.end) else found.meaning)
    return None
