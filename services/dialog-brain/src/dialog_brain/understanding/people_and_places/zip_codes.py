"""Pure. ZIP codes: exactly five digits that are not part of something else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from dialog_brain.understanding.language.digit_rows import digit_rows, with_misheard
from dialog_brain.understanding.language.numbers import TENS, Digits
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.amended_digits import amended
from dialog_brain.understanding.when.times import clock

_PLUS_FOUR = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
_NOT_ZIP_BEFORE = wordset(
    "account invoice order model serial confirmation reference policy claim extension phone cell mobile part "
    "ticket number tracking license permit"
)
_WHOLE = 5
_COUNTED_BEFORE = _NOT_ZIP_BEFORE | wordset("cost costs paid pay about under over")
"""What else makes a number no ZIP that nobody asked for."""
_NOT_ZIP_AFTER = wordset(
    "dollars bucks btu btus square feet foot miles degrees people units hours gallons times percent watts"
)


class SaidDigits(NamedTuple):
    """What a turn says in digits: a ZIP, or digits that make none; and the words that said it."""

    zip: str | None
    partial: str
    words: tuple[int, int] | None = None


def valid_zip(value: str | None) -> str:
    """The five digits of a ZIP that came from outside; "" when it is none."""
    match = _PLUS_FOUR.fullmatch((value or "").strip())
    return match.group(1) if match else ""


class Taken(NamedTuple):
    """The words of an address, whose digits are not looked at, and of a telephone number.

    Of its digits a row that is no longer than a ZIP, or twice as long, may be one: two ZIPs sound like a number.
    """

    address: tuple[int, int] = (0, 0)
    phone: tuple[int, int] = (0, 0)


def heard_zip(speech: Speech, rows: list[Digits], *, asked: bool, taken: Taken) -> SaidDigits:
    """The ZIP of a turn. `rows`: its `digit_rows`; `asked`: we asked for it."""
    said = _read(speech, rows, asked=asked, taken=taken)
    if said.zip is None and asked and said.partial and "," in speech.stops:
        fluently = replace(speech, stops=("",) * len(speech.words))
        without_pauses = _read(fluently, digit_rows(fluently), asked=asked, taken=taken)
        if without_pauses.zip is not None:
            return without_pauses
    if said.zip is None and asked:
        misheard = with_misheard(speech)
        heard = said if misheard is speech else _read(misheard, digit_rows(misheard), asked=asked, taken=taken)
        return heard if heard.zip is not None else said
    return said


def _read(speech: Speech, rows: list[Digits], *, asked: bool, taken: Taken) -> SaidDigits:
    chosen: Digits | None = None
    longest = before = Digits("", 0, 0)
    for run in rows:
        if _within(run, taken.address) or (len(run.text) == 9 and _numbers_phone(speech, run)):
            continue
        longest = run if len(run.text) > len(longest.text) else longest
        if len(run.text) % _WHOLE and _within(run, taken.phone):
            continue
        code = _as_zip(run.text, asked=asked)
        mended = amended(speech, before, run, length=5) if not code and (asked or chosen is not None) else None
        before = run if mended is None else mended
        if mended is not None:
            chosen = mended
        elif code and not _belongs_elsewhere(speech, run, asked=asked):
            if chosen is not None and chosen.text != code and "or" in speech.words[chosen.end : run.start]:
                return SaidDigits(None, "")
            chosen = Digits(code, run.start, run.end)
    if chosen is not None:
        return SaidDigits(chosen.text, "", (chosen.start, chosen.end))
    partial = longest if asked else Digits("", 0, 0)
    return SaidDigits(None, partial.text, (partial.start, partial.end) if partial.text else None)


def _within(run: Digits, words: tuple[int, int]) -> bool:
    return run.start < words[1] and run.end > words[0]


def _as_zip(digits: str, *, asked: bool) -> str:
    if len(digits) == 6 and digits[0] == "0" and asked:
        return digits[1:]
    said_twice = asked and len(digits) == 10 and digits[:5] == digits[5:]
    return digits[:5] if len(digits) in (5, 9) or said_twice else ""


def _numbers_phone(speech: Speech, run: Digits) -> bool:
    """ "Eight hundred five five five ..." has nine digits when the hundred is added up, and ten when it is not."""
    return any(row.start == run.start and len(row.text) > 9 for row in digit_rows(speech, added=False))


def _tells_time(speech: Speech, run: Digits) -> bool:
    """ "Nine thirty, nine forty five": hours with their minutes."""
    words = speech.words[run.start : run.end]
    if len(words) == len(run.text) and TENS.keys().isdisjoint(words):
        return False  # one digit after the other: "two oh seven five one"
    told = clock(speech, run.start)
    return told is not None and not told.plain and run.start + 1 < told.end < run.end


def _plus_four(speech: Speech, run: Digits) -> bool:
    """ "78704-1234", of which the hyphen stands between two words."""
    return run.end - run.start == 2 and len(speech.words[run.start]) == 5 and speech.stops[run.start] == "-"


def _belongs_elsewhere(speech: Speech, run: Digits, *, asked: bool) -> bool:
    before = speech.words[max(0, run.start - 4) : run.start]
    after = speech.words[run.end : run.end + 1]
    if "not" in before[-1:] or (after and after[0] in _NOT_ZIP_AFTER):
        return True
    if "zip" in before or "postal" in before:
        return False
    if "gate" in before and "code" in before:
        return True
    few = 1 < run.end - run.start < 5 and not _plus_four(speech, run)
    if not asked and ("code" in before or "between" in before or few or _tells_time(speech, run)):
        return True
    return not (_NOT_ZIP_BEFORE if asked else _COUNTED_BEFORE).isdisjoint(before)
