"""Pure. What introduces a name; after "an appointment for" a day or a clock time may stand instead."""

from __future__ import annotations

from datetime import date

from dialog_brain.understanding.language.phrases import Found
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import INTRODUCED, Introduction
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.times import clock
from dialog_brain.understanding.when.when_words import NAMED_HOURS

_ANY_DAY = date(2000, 1, 1)


def introductions(speech: Speech) -> list[Found[Introduction]]:
    """Everything in a turn that introduces a name."""
    return [found for found in INTRODUCED.all(speech) if not _for_a_time(speech, found)]


def _for_a_time(speech: Speech, found: Found[Introduction]) -> bool:
    """ "A visit for next Monday", "for lunchtime"; but "for April" is somebody's."""
    said = speech.words[found.end - 1 : found.end + 1]
    if said[0] != "for" or len(said) == 1 or said[1] in GIVEN_NAMES:
        return False
    times = (day(speech, found.end, _ANY_DAY), clock(speech, found.end), NAMED_HOURS.at(speech, found.end))
    return any(time is not None for time in times)
