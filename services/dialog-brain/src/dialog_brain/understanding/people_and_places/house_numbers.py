"""Pure. House numbers: "forty two ten", "a hundred", "221 B"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import (
    ORDINAL_UNITS,
    TENS,
    ZEROS,
    Digits,
    Number,
    hundredth,
    ordinal,
    piece,
    scaled,
    small,
)
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.street_words import DIRECTIONS, STREET_TYPES

_AFTER_LETTERS = (("street",), ("avenue",), ("st",), ("ave",))
""" "3116 O Avenue"."""
_LONGEST = 5
"""Figures of a house number."""
_MOST_FIGURES = 14
_HOUSE_LETTERS = wordset("a b c d g h")


def house_number(speech: Speech, start: int) -> Digits | None:
    """ "forty two ten" is 4210, "one twenty three" is 123; an ordinal after it belongs to the street.

    "Three two, uh, three two oh one" is 3201: of too many figures those that are said again, or stand behind a ZIP.
    """
    words = speech.words
    if speech.stops[start : start + 2] == ("-", "") and all(word.isdecimal() for word in words[start : start + 2]):
        return Digits("-".join(words[start : start + 2]), start, start + 2)  # "120-55 Queens Boulevard"
    number = _figures(speech, start)
    if len(number.text) > _LONGEST:
        return _begun_again(speech, start)
    return number if _is_one(number) else None


def _is_one(number: Digits) -> bool:
    return 0 < len(number.text) <= _LONGEST and number.text[0] != "0"


def _figures(speech: Speech, start: int) -> Digits:
    """The figures that are said there, and one group more than a number has at most."""
    words = speech.words
    text, place = _a_round_number(speech, start) if a_hundred(words, start) else ("", start)
    while place < len(words) and len(text) <= _LONGEST:
        if words[place] in TENS and place + 1 < len(words) and words[place + 1] in ORDINAL_UNITS:
            if len(text) == 1:
                return Digits(f"{text}{TENS[words[place]]}", start, place + 1)
            break
        if text and (hundredth(speech, place) or mile_road(speech, place)) is not None:
            break
        if ordinal(speech, place) is not None or (words[place] in ("ate", "o") and not text):
            break
        if words[place] == "o" and words[place + 1 : place + 2] in _AFTER_LETTERS:
            break
        group = None if words[place] == "1/2" else _group(speech, place)
        if group is None or (text and _pauses(speech, place)):
            break
        text, place = text + group.text, group.end
    return Digits(text, start, place)


def _group(speech: Speech, place: int) -> Digits | None:
    """The figures that are said together there: "six thousand six oh one", "ninety four hundred"."""
    group = piece(speech, place)
    return None if group is None else _thousands(speech, group) or scaled(speech, group)


def _begun_again(speech: Speech, start: int) -> Digits | None:
    """The house number in more figures than one has: said again from its beginning, or behind a ZIP."""
    text, place, begins = "", start, list[tuple[int, str]]()
    while place < len(speech.words) and len(text) < _MOST_FIGURES and (group := _group(speech, place)) is not None:
        begins.append((place, text))
        text, place = text + group.text, group.end
    again = [at for at, said in begins if said and text[len(said) :].startswith(text[:2])]
    behind_zip = [at for at, said in begins if len(said) == _LONGEST and len(text) > _LONGEST + 1]
    first_figure = [at for at, said in begins if said and text[len(said)] == text[0]]
    for at in (*again, *behind_zip, *first_figure):
        number = _figures(speech, at)
        if _is_one(number):
            return number if at in behind_zip else number._replace(start=start)
    return None


def mile_road(speech: Speech, place: int) -> Number | None:
    """The number of a road that is called by its miles: the 18 of "18 Mile Road"."""
    number = small(speech, place) if "mile" in speech.words else None
    named = number is not None and speech.words[number.end : number.end + 2] in (("mile", "road"), ("mile", "rd"))
    return number if named else None


def _thousands(speech: Speech, group: Digits) -> Digits | None:
    """ "Six thousand six oh one" is 6601."""
    if speech.words[group.end : group.end + 1] != ("thousand",) or len(group.text) > 2:
        return None
    text, place = "", group.end + 1
    while len(text) < 3 and (more := piece(speech, place)) is not None:
        text, place = text + more.text, more.end
    if len(text) != 3 or place < group.end + 3 or speech.words[place : place + 1] == ("hundred",):
        return None
    return Digits(f"{int(group.text)}{text}", group.start, place)


def _pauses(speech: Speech, place: int) -> bool:
    """Whether another number begins there: "unit 7, 2525 Oak Lane", "81 Two Rivers Way", but not "forty, ten"."""
    stop, word, before = speech.stops[place - 1], speech.words[place], speech.words[place - 1]
    if (
        before.isdecimal()
        and len(before) > 1
        and word.isalpha()
        and word not in ZEROS
        and speech.raw[place][:1].isupper()
    ):
        return True
    return stop in (".", "?") or (stop == "," and word.isdecimal() and len(word) + len(before) > 2)


def lettered(speech: Speech, number: Digits) -> Digits:
    """`number` with the letter or the half that may follow it: "221B Baker Street", "500 1/2 Oak Street"."""
    words, end = speech.words, number.end
    letter = words[end] if end < len(words) else ""
    following = words[end + 1] if end + 1 < len(words) else ""
    if words[end : end + 3] == ("and", "a", "half"):
        return Digits(f"{number.text} 1/2", number.start, end + 3)
    if letter == "1/2":
        return Digits(f"{number.text} 1/2", number.start, end + 1)
    written = letter != "a" or speech.raw[end].isupper()
    if letter not in _HOUSE_LETTERS or not written or following in STREET_TYPES:
        return number
    if not (following[1:].isalpha() or following in DIRECTIONS):
        return number
    return Digits(number.text + letter.upper(), number.start, end + 1)


def a_hundred(words: tuple[str, ...], place: int) -> bool:
    """Whether the word is the "hundred" of "a hundred Congress Avenue", or the "thousand" of "a thousand"."""
    return words[max(0, place - 1) : place] == ("a",) and place < len(words) and words[place] in _ROUND


_ROUND = {"hundred": 100, "thousand": 1000}


def _a_round_number(speech: Speech, place: int) -> tuple[str, int]:
    """ "A hundred", "a thousand and one": the digits, and where they end."""
    value, end = _ROUND[speech.words[place]], place + 1
    more = small(speech, end + 1) if speech.words[end : end + 1] == ("and",) else None
    return (str(value), end) if more is None else (str(value + more.value), more.end)
