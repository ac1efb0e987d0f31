"""Pure. Words that are spelled letter by letter, and how names are written."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.name_words import PARTICLES, POLITE

_SEPARATORS = wordset("as in like for")
_CASES = wordset("capital little big small lowercase uppercase")

_TWO_LETTERS = wordset("al bo cy ed jo ty vi ng li le do wu xu yu hu oz ha ho ma ba lo")
"""Whole names; two other letters are initials."""
_BEFORE_LETTERS = POLITE | wordset("no not but it is the name spelled spelt spell my i said")
_BEFORE_SPELLING = wordset("that is spelled spelt it spell spelling with first last name and so i will let me for you")
_ASKING = wordset("which how what did do is")
_FEWEST_ALONE = 3
_ALIKE = 0.6
"""Likeness from 0 to 1 from which on letters are meant for a name."""


class Letters(NamedTuple):
    """Letters that were said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int


def capitalised(name: str) -> str:
    """A name in lower case, written as names are: "o'brien" is O'Brien, "mcdonald" McDonald."""
    parts = [part[:1].upper() + part[1:] for part in name.lower().split("'")]
    if len(parts) == 2 and len(parts[0]) > 2:
        parts[1] = parts[1].lower()
    joined = "'".join(parts)
    if joined.startswith("Mc") and len(joined) > 3:
        joined = "Mc" + joined[2:3].upper() + joined[3:]
    return joined


def written_letters(letters: str) -> str:
    """Spelled letters as a name: "TJ" is two initials."""
    if len(letters) == 2 and letters not in _TWO_LETTERS:
        return letters.upper()
    return "-".join(capitalised(part) for part in letters.split("-"))


def spelled_letters(speech: Speech, start: int) -> Letters | None:
    """A row of at least two letters: "J O N A S", "double L", "M as in Mary"."""
    words = speech.words
    letters, place = "", start
    while place < len(words):
        word = words[place]
        if len(word) == 1 and word.isalpha():
            letters, place = letters + word, place + 1
            place = _after_example(speech, place, word)
        elif word == "double" and place + 1 < len(words) and len(words[place + 1]) == 1 and words[place + 1].isalpha():
            letters, place = letters + words[place + 1] * 2, place + 2
        elif word in _CASES and place + 1 < len(words) and len(words[place + 1]) == 1:
            place += 1
        elif word in ("-", "dash", "hyphen") and letters and place + 1 < len(words):
            letters, place = letters + ("-" if word != "-" else ""), place + 1
        elif word == "apostrophe" and letters:
            letters, place = letters + "'", place + 1
        elif word == "then" and letters:
            place += 1
        else:
            break
    letters = letters.strip("-'")
    count = sum(letter.isalpha() for letter in letters)
    return Letters(letters, start, place) if count >= 2 else None


def letters_after(speech: Speech, end: int) -> Letters | None:
    """The letters that are said of the word before `end`: "Lee, that's L E E"."""
    words, place = speech.words, end
    while place < len(words) and place < end + 6 and words[place] in _BEFORE_SPELLING:
        if words[place] == "i" and words[place + 1 : place + 2] != ("will",):
            break
        place += 1
    return spelled_letters(speech, place) if place < len(words) else None


def _after_example(speech: Speech, place: int, letter: str) -> int:
    words = speech.words
    if words[place : place + 2] == ("as", "in") and place + 2 < len(words) and words[place + 2][:1] == letter:
        return place + 3
    if place + 1 < len(words) and words[place] in _SEPARATORS and words[place + 1][:1] == letter:
        return place + 2
    return place


def begins_capital(speech: Speech, place: int) -> bool:
    """Whether the transcript wrote the word with a capital that no sentence demands."""
    raw = speech.raw[place]
    return raw[:1].isupper() and place > 0 and not raw.isupper()


def capital(speech: Speech, place: int) -> bool:
    """Whether a word is written as names are: "Kitchen", but not "AC"."""
    raw = speech.raw[place] if place < len(speech.raw) else ""
    return raw[:1].isupper() and not raw.isupper()


def written(speech: Speech, place: int) -> str:
    """One word of a name as it is written."""
    raw = speech.raw[place]
    if raw.isupper() and len(raw) > 3:
        raw = raw.lower()
    if any(letter.isupper() for letter in raw):
        return raw
    if speech.words[place] in PARTICLES and place > 0 and len(raw) < 4:
        return raw
    return capitalised(raw)


def spelled_alone(speech: Speech) -> str | None:
    """The letters of a turn that only spells, or asks first how we do: "which Lee do you have? It's L E I G H"."""
    words = speech.words
    if len(words) < _FEWEST_ALONE or len(words[-1]) > 1:
        return None
    if words[0] in _ASKING and (
        asked := next((at for at, stop in enumerate(speech.stops) if stop in (",", "?", ".")), 0)
    ):
        return spelled_alone(speech.cut(asked + 1, len(words)))
    start = next((place for place, word in enumerate(words) if word not in _BEFORE_LETTERS), len(words))
    letters = spelled_letters(speech, start)
    whole = letters is not None and letters.end == len(words) and len(letters.text) >= _FEWEST_ALONE
    return letters.text if letters is not None and whole else None


def respelled(name: str, letters: str) -> str:
    """The name with the part for which the letters are meant written as they were spelled; as it is if none is."""
    parts = name.split(" ")
    likeness = [SequenceMatcher(None, part.lower(), letters).ratio() for part in parts]
    best = max(range(len(parts)), key=likeness.__getitem__)
    if likeness[best] >= _ALIKE:
        parts[best] = written_letters(letters)
    return " ".join(parts)
