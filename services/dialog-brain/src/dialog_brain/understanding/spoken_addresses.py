"""Pure. How an address is said aloud: the house number in groups, nothing abbreviated, nothing after the street."""

from __future__ import annotations

from functools import lru_cache

_DIRECTIONS = {
    "n": "North",
    "s": "South",
    "e": "East",
    "w": "West",
    "ne": "Northeast",
    "nw": "Northwest",
    "se": "Southeast",
    "sw": "Southwest",
}
_TYPES = {
    "blvd": "Boulevard",
    "st": "Street",
    "ave": "Avenue",
    "rd": "Road",
    "dr": "Drive",
    "ln": "Lane",
    "ct": "Court",
    "pl": "Place",
    "pkwy": "Parkway",
    "cir": "Circle",
    "trl": "Trail",
}
"""They end a street's name, before a direction at most."""
_TITLES = {"st": "Saint", "dr": "Doctor"}
"""What these two are where more of the name follows: "St Elmo Road"."""
_ROADS = {"hwy": "Highway", "fm": "F M", "rm": "R M"}
_UNITS = {"apt": "apartment", "apartment": "apartment", "ste": "suite", "suite": "suite"}
_OTHER_UNITS = frozenset({"unit", "lot", "bldg", "building", "floor", "room", "trailer"})
_LETTERED = frozenset({"avenue", "ave", "street", "road"})
""" "Avenue E" is named by its letter."""


@lru_cache(1024)  # a call says its address several times
def spoken_address(address: str) -> str:
    """An address for the ear: "42 10 South Lamar Boulevard apartment 12"."""
    number, street, unit = _parts(address)
    said = [_beside_number(number) if street and street[0][0].isdigit() else _house_number(number)] if number else []
    return " ".join([*said, *_spoken_street(street), *_spoken_unit(unit)])


def spoken_street(address: str) -> str:
    """The street alone, without house number and unit; "" where there is none."""
    return " ".join(_spoken_street(_parts(address)[1]))


def _parts(address: str) -> tuple[str, list[str], list[str]]:
    """House number, street and unit, as written."""
    words = address.partition(",")[0].split()
    number = words.pop(0) if words and words[0].isdecimal() else ""
    unit = next((at for at, word in enumerate(words) if at and _begins_unit(word)), len(words))
    return number, words[:unit], words[unit:]


def _begins_unit(word: str) -> bool:
    return word.startswith("#") or _plain(word) in _UNITS or _plain(word) in _OTHER_UNITS


def _spoken_street(words: list[str]) -> list[str]:
    return [_spoken_word(words, place) for place in range(len(words))]


def _spoken_word(words: list[str], place: int) -> str:
    word = _plain(words[place])
    if word in _ROADS:
        return _ROADS[word]
    ends = all(_plain(later) in _DIRECTIONS for later in words[place + 1 :])
    if word in _TYPES and place and ends:
        return _TYPES[word]
    if word in _TITLES and not ends:
        return _TITLES[word]
    lettered = place == 1 and _plain(words[0]) in _LETTERED
    return words[place] if lettered else _DIRECTIONS.get(word, words[place])


def _spoken_unit(words: list[str]) -> list[str]:
    return [f"number {word[1:]}" if word.startswith("#") else _UNITS.get(_plain(word), word) for word in words]


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def _beside_number(number: str) -> str:
    """Before a numbered street each digit by itself, and a pause: "1 20 1st Street" sounds like the 21st."""
    return f"{number if number.endswith('00') else ' '.join(number)},"


def _house_number(number: str) -> str:
    """As people say it: 4210 is "42 10", 123 is "1 23", 12345 is "1 2 3 4 5"; round numbers stay whole."""
    if len(number) <= 2 or number.endswith("00"):
        return number
    if len(number) == 3:
        return f"{number[0]} {number[1:]}" if number[1] != "0" else f"{number[0]} oh {number[2]}"
    if len(number) == 4:
        return f"{number[:2]} {number[2:]}" if number[2] != "0" else f"{number[:2]} oh {number[3]}"
    return " ".join(number)
