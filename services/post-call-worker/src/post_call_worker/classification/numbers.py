"""Pure. Spoken numbers in digits: "a hundred and four degrees" is "104 degrees", "nineteen ninety-eight" is "1998".

One to twelve stay words where they stand alone: "one" is rarely a number.
"""

from __future__ import annotations

from collections.abc import Sequence

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_BELOW_TWENTY = {word: value for value, word in enumerate(SMALL + _TEENS)}
_BY_TEN = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1000}
_CENTURIES = (19, 20)
_OPENING = frozenset({"a", *_BELOW_TWENTY, *_BY_TEN, *_SCALES})
"""What a number may begin with."""
_VAGUE = frozenset({"couple", "few", "several", "of", "some", "many"})
"""Before a "hundred" that is no number: "a couple hundred"."""


def number_of(word: str) -> int | None:
    """The number that a word is, in digits or up to twelve in letters."""
    return int(word) if word.isdecimal() else _BELOW_TWENTY.get(word)


def with_digits(words: Sequence[str]) -> tuple[str, ...]:
    """The words, with each spoken number above twelve as one word of digits."""
    pieces = [piece for word in words for piece in _split(word)]
    written: list[str] = []
    place = 0
    while place < len(pieces):
        value, end = _number(pieces, place) if pieces[place] in _OPENING else (0, place)
        if end > place and (value > _BELOW_TWENTY["twelve"] or end > place + 1):
            written.append(str(value))
            place = end
        else:
            written.append(pieces[place])
            place += 1
    return tuple(written)


def _split(word: str) -> list[str]:
    """ "eighty-two" in two, and "eighty-year-old" as "80-year-old"."""
    first, _, rest = word.partition("-")
    if first in _BY_TEN and rest in _BELOW_TWENTY:
        return [first, rest]
    if rest and (first in _BY_TEN or first in _TEENS):
        return [f"{_BY_TEN.get(first) or _BELOW_TWENTY[first]}-{rest}"]
    return [word]


def _number(words: Sequence[str], place: int) -> tuple[int, int]:
    """The number that begins at `place`, and where it ends; no number ends where it begins."""
    total, end = _below_hundred(words, place)
    if end > place and total in _CENTURIES:
        years, after = _below_hundred(words, end)
        if after > end and years >= _BELOW_TWENTY["ten"]:
            return 100 * total + years, after
    if end == place:
        end += words[place] == "a"
        if end == len(words) or words[end] not in _SCALES or (place > 0 and words[place - 1] in _VAGUE):
            return 0, place
        total = 1
    return _scaled(words, total, end)


def _scaled(words: Sequence[str], total: int, end: int) -> tuple[int, int]:
    while end < len(words) and words[end] in _SCALES:
        total *= _SCALES[words[end]]
        end += 1
        joined = end + (words[end : end + 1] == ["and"])
        more, after = _below_hundred(words, joined)
        if after == joined:
            continue
        if words[after : after + 1] == ["hundred"] and total % 1000 == 0:
            more, after = more * 100, after + 1
        total, end = total + more, after
    return total, end


def _below_hundred(words: Sequence[str], place: int) -> tuple[int, int]:
    word = words[place] if place < len(words) else ""
    if word in _BELOW_TWENTY:
        return _BELOW_TWENTY[word], place + 1
    if word not in _BY_TEN:
        return 0, place
    unit = _BELOW_TWENTY.get(words[place + 1], 0) if place + 1 < len(words) else 0
    return (_BY_TEN[word] + unit, place + 2) if 0 < unit < _BELOW_TWENTY["ten"] else (_BY_TEN[word], place + 1)
