"""Pure. Streets with a number for a name, which are no day of a month: "East Sixth", "500 Lamar at Fifth"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import MONTHS
from dialog_brain.understanding.language.numbers import ordinal
from dialog_brain.understanding.language.words import Speech, wordset

_WHEREVER = wordset("east west north south at")
_IN_ADDRESSES = wordset("on near off by between past beside around")
_NO_STREET = MONTHS.keys() | wordset("of thought thoughts")
"""After these an ordinal is the day of a month, or an idiom."""


def is_street(speech: Speech, place: int) -> bool:
    """Whether an ordinal that begins with word `place` is a street, whatever was asked."""
    return place > 0 and speech.words[place - 1] in _WHEREVER and not speech.stops[place - 1]


def streets_by_number(speech: Speech) -> list[tuple[int, int]]:
    """The words of such streets in an answer to the question for the address: "it's on Fifth", "off of 12th".

    "On the fifth" is a day there, too.
    """
    found: list[tuple[int, int]] = []
    for place in range(1, len(speech.words)):
        goes_on = speech.words[place - 1] == "and" and found[-1:] and found[-1][1] == place - 1
        number = ordinal(speech, place) if goes_on or _leads(speech.words, place) else None
        if number is not None and _NO_STREET.isdisjoint(speech.words[number.end : number.end + 1]):
            found.append((place, number.end))
    return found


def _leads(words: tuple[str, ...], place: int) -> bool:
    return words[place - 1] in _IN_ADDRESSES or words[max(0, place - 2) : place] == ("off", "of")
