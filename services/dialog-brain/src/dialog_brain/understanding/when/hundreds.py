"""Pure. Clock times that are said with a hundred: "fourteen hundred", "eight hundred and thirty"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.clock import HALVES, Clock

COUNTED = wordset(
    "day days week weeks month months year years hour hours minute minutes min mins second seconds sec secs moment "
    "moments time times degrees dollars bucks percent"
)
NOT_HOURS = COUNTED | wordset("of hundred thousand st nd rd th ago other different more")
"""After these words a number is no hour, but counts."""


def in_hundreds(speech: Speech, hour: int, end: int) -> Clock | None:
    """ "fourteen hundred", "nine hundred hours"; "eight hundred and thirty" is 8:30 where a time was asked for."""
    words = speech.words
    following = words[end + 1] if end + 1 < len(words) else ""
    if hour > 24 or (following in NOT_HOURS and following != "hours"):
        return None
    late = hour >= 10
    minutes = small(speech, end + (2 if following == "and" else 1))
    if minutes is not None and 10 <= minutes.value <= 59:
        end = minutes.end + (words[minutes.end : minutes.end + 1] == ("hours",))
        return Clock(hour, minutes.value, None, None, end, plain=end == minutes.end, full_dial=late)
    halved = not late and (words[end + 1 : end + 2] in HALVES or words[end + 1 : end + 3] in HALVES)
    if halved:
        return Clock(hour, 0, None, None, end + 1, plain=False)
    if following != "hours" and not late:
        return None
    return Clock(hour, 0, None, None, end + 1 + (following == "hours"), plain=False, full_dial=True)
