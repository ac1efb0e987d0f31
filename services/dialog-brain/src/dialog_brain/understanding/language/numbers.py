"""Pure. Numbers as people say them: one digit after the other, in pairs, with "oh", "double" and "hundred"."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from dialog_brain.understanding.language.words import Speech, wordlist, wordset

UNITS = {word: value for value, word in enumerate(wordlist("zero one two three four five six seven eight nine"))}
TEENS = {
    word: 10 + value
    for value, word in enumerate(
        wordlist("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
    )
}
TENS = {
    word: 20 + 10 * value
    for value, word in enumerate(wordlist("twenty thirty forty fifty sixty seventy eighty ninety"))
} | {"fourty": 40, "ninty": 90}
ZEROS = wordset("oh o zero nought naught ought nil")
_ALSO = {"niner": 9, "fife": 5, "tree": 3}
_HEARD_AS = {"for": 4, "fore": 4, "to": 2, "too": 2, "ate": 8, "won": 1, "sex": 6, "sics": 6}
"""What a recognizer writes for a digit; believed only inside a row of digits."""
MISHEARD_DIGITS = frozenset(_HEARD_AS)
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
ORDINAL_UNITS = {
    word: 1 + value for value, word in enumerate(wordlist("first second third fourth fifth sixth seventh eighth ninth"))
}
_ORDINALS = {
    **ORDINAL_UNITS,
    **{
        word: 10 + value
        for value, word in enumerate(
            wordlist(
                "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            )
        )
    },
    **{
        word: 20 + 10 * value
        for value, word in enumerate(
            wordlist("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
        )
    },
}
NUMBER_WORDS = frozenset((*UNITS, *TEENS, *TENS, *_ORDINALS, "a", "an", "couple", "few"))
"""What begins a number of days or of a day, in words."""
_FIGURES = {word: str(value) for word, value in (UNITS | TEENS | _ALSO).items()} | dict.fromkeys(ZEROS, "0")
"""The digits that one word says, whatever follows it."""
_SAY_DIGITS = frozenset((*_FIGURES, *TENS, *_TIMES))


class Number(NamedTuple):
    """A number that was said with the words up to `end`."""

    value: int
    end: int


class Digits(NamedTuple):
    """Digits that were said with the words from `start` up to `end`; `spoken` when not written as figures."""

    text: str
    start: int
    end: int


def begins_digits(word: str) -> bool:
    """Whether digits may begin with that word: whether `piece` may find any there."""
    return word in _SAY_DIGITS or word[0].isdigit()


def says_digits(speech: Speech) -> bool:
    """Whether digits may begin with any word: without one there is no address, ZIP or telephone number."""
    words = speech.words
    said = not _SAY_DIGITS.isdisjoint(words) or "hundred" in words
    return said or any(map(str.isdigit, map(itemgetter(0), words)))


def is_number(word: str) -> bool:
    """Whether it is a cardinal below one hundred, or begins one."""
    return word in UNITS or word in TEENS or word in TENS or word.isdecimal()


def small(speech: Speech, place: int) -> Number | None:
    """A cardinal below one hundred, in words or figures."""
    if place >= len(speech.words):
        return None
    word = speech.words[place]
    if word.isdecimal() and word.isascii() and len(word) <= 2:
        return Number(int(word), place + 1)
    if word in UNITS:
        return Number(UNITS[word], place + 1)
    if word in TEENS:
        return Number(TEENS[word], place + 1)
    if word in TENS:
        following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
        added = UNITS.get(following, 0) if speech.stops[place] in ("", "-") else 0
        return Number(TENS[word] + added, place + (2 if added else 1))
    return None


def ordinal(speech: Speech, place: int) -> Number | None:
    """An ordinal below one hundred: "twenty third", "23rd"."""
    if place >= len(speech.words):
        return None
    word = speech.words[place]
    value = _ORDINALS.get(word)
    if value is not None:
        return Number(value, place + 1)
    if word[0].isdecimal() and word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th") and len(word) <= 5:
        return Number(int(word[:-2]), place + 1)
    if word in TENS and place + 1 < len(speech.words) and speech.words[place + 1] in ORDINAL_UNITS:
        return Number(TENS[word] + ORDINAL_UNITS[speech.words[place + 1]], place + 2)
    return None


def hundredth(speech: Speech, place: int) -> Number | None:
    """An ordinal from one hundred on, in words, as streets have: "one hundred and twenty third", "one hundredth"."""
    words = speech.words
    hundreds = UNITS.get(words[place], 0) if place + 1 < len(words) else 0
    if not hundreds or words[place + 1] not in ("hundred", "hundredth"):
        return None
    if words[place + 1] == "hundredth":
        return Number(100 * hundreds, place + 2)
    rest = ordinal(speech, place + 2 + (words[place + 2 : place + 3] == ("and",)))
    return None if rest is None else Number(100 * hundreds + rest.value, rest.end)


def paired_ordinal(speech: Speech, place: int) -> Number | None:
    """The same without the hundred: "one twenty fifth", "one oh third", "one tenth"."""
    words = speech.words
    hundreds = UNITS.get(words[place], 0) if place + 1 < len(words) else 0
    zero = words[place + 1 : place + 2] == ("oh",)
    rest = ordinal(speech, place + 1 + zero) if hundreds else None
    if rest is None or (rest.value < TEENS["ten"]) != zero:
        return None
    return Number(100 * hundreds + rest.value, rest.end)


def quantity(speech: Speech, place: int) -> Number | None:
    """A cardinal below one hundred, or a vague one: "a", "a couple of", "two or three", of which the first counts."""
    words = speech.words
    if place < len(words) and words[place] in ("a", "an", "one"):
        if words[place + 1 : place + 3] == ("couple", "of"):
            return Number(2, place + 3)
        if words[place + 1 : place + 2] in (("couple",), ("few",)):
            return Number(2 if words[place + 1] == "couple" else 3, place + 2)
        return Number(1, place + 1)
    if words[place : place + 1] in (("couple",), ("few",)):
        return Number(
            2 if words[place] == "couple" else 3, place + (2 if words[place + 1 : place + 2] == ("of",) else 1)
        )
    number = small(speech, place)
    other = (
        small(speech, number.end + 1) if number is not None and words[number.end : number.end + 1] == ("or",) else None
    )
    return number if number is None or other is None else Number(number.value, other.end)


def piece(speech: Speech, place: int) -> Digits | None:
    """The shortest group of words that says digits: "seven", "eighty seven", "double four", "seven hundred", "78"."""
    words = speech.words
    if place >= len(words):
        return None
    word = words[place]
    said = _FIGURES.get(word)
    if said is not None:
        return Digits(said, place, place + 1)
    if word[0].isdigit():
        if word.count("/") > 1:
            return None
        figures = word.replace(".", "").replace("/", "")
        return Digits(figures, place, place + 1) if figures.isdecimal() and figures.isascii() else None
    if word in TENS:
        number = small(speech, place)
        return None if number is None else Digits(str(number.value), place, number.end)
    if word in _TIMES and place + 1 < len(words):
        repeated = _FIGURES.get(words[place + 1], words[place + 1])
        if repeated.isdecimal() and len(repeated) == 1:
            return Digits(str(int(repeated)) * _TIMES[word], place, place + 2)
    return None


_HUNDREDS = (("hundred",), ("hundredth",))


def scaled(speech: Speech, group: Digits, *, added: bool = True) -> Digits:
    """`group` with the "hundred" and "thousand" that follow it: "forty two hundred" is 4200."""
    words = speech.words
    end = group.end
    following = words[end] if end < len(words) else ""
    if following not in ("hundred", "thousand") or len(group.text) > 3:
        return group
    value = int(group.text) * (100 if following == "hundred" else 1000)
    end += 1
    rest_at = end + 1 if words[end : end + 1] == ("and",) else end
    rest = piece(speech, rest_at) if added and speech.stops[end - 1] not in (".", "?") else None
    counted = rest is not None and following == "hundred" and words[rest.end : rest.end + 1] in _HUNDREDS
    if rest is not None and rest.text[0] != "0" and not counted:
        if following == "thousand":
            rest = scaled(speech, rest)
        if len(rest.text) < len(str(value)) and int(rest.text) < (100 if following == "hundred" else 1000):
            return Digits(str(value + int(rest.text)), group.start, rest.end)
    return Digits(str(value), group.start, end)


def heard_as_digit(word: str) -> str | None:
    """The digit that a recognizer may have written as `word`."""
    value = _HEARD_AS.get(word)
    return None if value is None else str(value)
