"""Pure. Whether a day is asked about, and not asked for: "is that Wednesday?", "does that include the weekend fee"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import DAYS_OF_THE_WEEK, NAMED_DAYS
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_ASKED: Phrases[bool] = Phrases(
    {
        True: [
            "is|was it|that|this|{visit} for|on? a|the|this|{visit}? for|on? {day}",
            "is|was it|that|this|{visit} in the morning|afternoon|evening",
            "what|which day|date|day_of_the_week is|was it|that|this|{visit} a? {day}",
        ],
        False: ["it|that|this is for|on? a|the|this? {day}"],
    },
    visit="the_visit|the_appointment|that_visit|that_appointment|my_visit|my_appointment",
    day=NAMED_DAYS,
)
"""False: asks only where the turn is written as a question, or ends as one."""
_PRICED = any_of(
    "weekend|weekends|{day}|after_hours|evening|night|morning|same_day service|visit|call|trip? "
    "fee|fees|rate|rates|charge|charges|price|prices|surcharge|pricing|premium|cost",
    "fee|rate|charge|price|surcharge|cost|extra|more on|for a|the? weekend|weekends|{day}|saturdays|sundays",
    day=DAYS_OF_THE_WEEK,
)
"""The fee of a day, which wishes for none."""
_TAGS = wordset("right correct huh then")


def days_asked(speech: Speech) -> list[tuple[int, int]]:
    """The words of such questions, each a sentence to its end, and of what a day costs."""
    asked = [(found.start, found.end) for found in _ASKED.all(speech) if _ends(speech, found.end, asks=found.meaning)]
    return asked + [(found.start, found.end) for found in _PRICED.all(speech)]


def _ends(speech: Speech, end: int, *, asks: bool) -> bool:
    tagged = speech.words[end : end + 1] != () and speech.words[end] in _TAGS
    at = end + tagged
    ends = at == len(speech.words) or speech.stops[at - 1] in (".", "?", ",")
    return ends and (asks or tagged or speech.stops[at - 1 : at] == ("?",))
