"""Pure. Telephone numbers of the North American plan, as they are said."""

from __future__ import annotations

from dialog_brain.understanding.digit_rows import digit_rows, with_misheard
from dialog_brain.understanding.numbers import Digits
from dialog_brain.understanding.words import Speech, wordset

_BETWEEN = wordset("and then the number phone my is it it's uh um area code")
_SCALES = frozenset(["hundred", "thousand"])


def heard_phone(speech: Speech) -> Digits | None:
    """The ten digits of a number that was said; the country's 1 before them is left off. The last one counts.

    Five digits said twice are a ZIP.
    """
    found = _read(speech)
    misheard = with_misheard(speech)
    return found if found is not None or misheard is speech else _read(misheard)


def _read(speech: Speech) -> Digits | None:
    for added in (False,) if _SCALES.isdisjoint(speech.words) else (False, True):
        for row in reversed(digit_rows(speech, added=added)):
            digits = row.text[1:] if len(row.text) == 11 and row.text[0] == "1" else row.text
            if len(digits) == 10 and digits[0] not in "01" and digits[:5] != digits[5:]:
                return Digits(digits, row.start, row.end)
    return _in_parts(speech)


def _in_parts(speech: Speech) -> Digits | None:
    """ "Area code five one two, and the number is five five five oh one nine nine"."""
    rows = digit_rows(speech, added=False)
    for first, row in enumerate(rows):
        digits, end = row.text, row.end
        for part in rows[first + 1 :]:
            if len(digits) not in (3, 6) or not _BETWEEN.issuperset(speech.words[end : part.start]):
                break
            digits, end = digits + part.text, part.end
        if len(digits) == 10 and digits[0] not in "01":
            return Digits(digits, row.start, end)
    return None
