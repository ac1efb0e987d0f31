"""Pure. Rows of digits in a turn, with the pauses and fillers inside them passed over."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import (
    MISHEARD_DIGITS,
    Digits,
    begins_digits,
    heard_as_digit,
    piece,
    scaled,
)
from dialog_brain.understanding.language.words import Speech, wordset

_PAUSES = wordset("hmm like then dash hyphen space well ah eh comma so dot pause")
_WHOLE_ZIP = 5


def digit_rows(speech: Speech, *, added: bool = True) -> list[Digits]:
    """Every row of digits. `added`: "seven hundred four" is 704; else its parts stand side by side, 7004."""
    rows: list[Digits] = []
    read = 0
    for place, word in enumerate(speech.words):
        row = _row(speech, place, added=added) if place >= read and begins_digits(word) else None
        if row is not None:
            rows.append(row)
            read = row.end
    return rows


def with_misheard(speech: Speech) -> Speech:
    """`speech` with digits for the words that stand for them beside real digits: "won five ate", "to oh three"."""
    words = speech.words
    if MISHEARD_DIGITS.isdisjoint(words):
        return speech
    digits: dict[int, str] = {}
    begin = 0
    for place in range(len(words) + 1):
        if place < len(words) and (heard_as_digit(words[place]) or piece(speech, place) is not None):
            continue
        found = {at: digit for at in range(begin, place) if (digit := heard_as_digit(words[at]))}
        if len(found) < place - begin:
            digits |= found
        begin = place + 1
    return speech.with_words(digits)


def _row(speech: Speech, start: int, *, added: bool) -> Digits | None:
    text, place, end = "", start, start
    while place < len(speech.words):
        group = piece(speech, place)
        if group is not None:
            if (text and _is_whole(speech, place)) or (len(text) == _WHOLE_ZIP and _ends_whole(speech, end)):
                break
            group = scaled(speech, group, added=added)
            text, place = text + group.text, group.end
            end = place
        elif text and (digit := _misheard(speech, place, len(text))):
            text, place, end = text + digit, place + 1, place + 1
        elif text and (speech.words[place] in _PAUSES or _joins(speech, place, len(text))):
            place += 1
        else:
            break
    return Digits(text, start, end) if text else None


def _is_whole(speech: Speech, place: int) -> bool:
    """Five figures written together begin a row of their own."""
    word = speech.words[place]
    return len(word) == _WHOLE_ZIP and word.isdecimal()


def _ends_whole(speech: Speech, end: int) -> bool:
    """Five figures written together end a row at a pause: "78704, 78745"."""
    return _is_whole(speech, end - 1) and speech.stops[end - 1] not in ("", "-")


def _joins(speech: Speech, place: int, known: int) -> bool:
    """ "seven eight seven and then four five"."""
    if speech.words[place] != "and" or known >= _WHOLE_ZIP:
        return False
    at = place + 1
    while at < len(speech.words) and at < place + 3 and speech.words[at] in _PAUSES:
        at += 1
    following = piece(speech, at)
    return following is not None and known + len(following.text) <= _WHOLE_ZIP


def _misheard(speech: Speech, place: int, known: int) -> str | None:
    """A digit that the recognizer wrote as another word: "seven eight seven oh for"."""
    digit = heard_as_digit(speech.words[place])
    if digit is None:
        return None
    last = place + 1 == len(speech.words)
    return digit if (last and known == _WHOLE_ZIP - 1) or (not last and piece(speech, place + 1) is not None) else None
