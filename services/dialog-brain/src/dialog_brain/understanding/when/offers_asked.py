"""Pure. Which times a turn asks for beside those on offer: other ones, or a later one."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import DAYS_OF_THE_WEEK
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import AsksFor

_ASKS_FOR: Phrases[AsksFor] = Phrases(
    {
        "others": [
            f"is|was that|this|it|{DAYS_OF_THE_WEEK} ... earliest|soonest|first|only|best|closest|quickest|all",
            "what|which|any|anything|something|are_there|have|got|nothing|there_is ... else|other|others|sooner|"
            "earlier|before|quicker|faster",
            "else|other|others available|open|free",
            f"before|earlier_than|sooner_than that|then|this|{DAYS_OF_THE_WEEK}",
            "other times|slots|openings|options|days|appointments|availability",
            "earliest|soonest you|there|is|possible|available|opening",
            "sooner|earlier",
        ],
        "later": [
            "later|after that|the_same|same day|morning|afternoon|week",
            "anything|something|any|bit|little|much|one|slot|time|opening later|after_that|afterwards",
            "later in_the|on one|slot|time|day|week|that_day?",
            "later time|slot|one|opening|appointment",
            "later than that",
            "too|way early|soon",
        ],
    }
)
_LATER_ALONE = {("later",), ("later", "please"), ("a", "bit", "later"), ("or", "later")}
_BOUND = wordset("no not nothing never")


def asked_offers(speech: Speech) -> AsksFor | None:
    """What a turn asks about the times on offer; "no later than nine" is a wish of its own."""
    if speech.words in _LATER_ALONE:
        return "later"
    found = _ASKS_FOR.first(speech)
    if found is None:
        return None
    bounded = found.meaning == "later" and not _BOUND.isdisjoint(speech.words[max(0, found.start - 1) : found.start])
    return None if bounded else found.meaning
