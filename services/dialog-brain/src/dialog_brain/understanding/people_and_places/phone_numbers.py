"""Pure. Telephone numbers of the North American plan, as they are said, and whose they are."""

from __future__ import annotations

from dialog_brain.understanding.language.digit_rows import digit_rows, with_misheard
from dialog_brain.understanding.language.numbers import TENS, Digits, piece, scaled
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.amended_digits import amended

_BETWEEN = wordset("and then the number phone my is it it's area code")
_SCALES = frozenset(["hundred", "thousand"])
_GROUPS = TENS.keys() | _SCALES
"""Words that may belong to what follows, or stand by themselves."""
_LENGTH = 10
_NO_PHONE = wordset("order invoice account confirmation reference ticket model serial policy claim case tracking")
"""A number right after these is another kind of number."""
_BREAKS = (3, 6)
"""After how many digits the area code and the exchange end."""
_OURS = any_of(
    "call|calls|reach|text|ring|phone|contact|use|try|me|us",
    "my|our ... number|cell|phone|mobile|landline|line",
    "best|good|callback|right|new|the number",
    "mine is",
    "i|we ... at|on",
)
_THEIRS = any_of("her|his|their ... number|phone|cell|mobile|line")
_LENT = any_of(
    "call|reach|text|ring|contact|use|try ... number|phone|cell|mobile|line",
    "call|reach|text|ring|contact me|us|him|her|them ... number|phone|cell|mobile|line",
)
"""Somebody else's, and yet the one to call."""
_NOT_TO_CALL = any_of(
    "not ... call|use|text|ring|try|reach",
    "old|former|previous|disconnected number|phone|cell|one|line",
)
_TELEPHONE = "number|phone|cell|cellphone|mobile|landline|line"
_OTHER = "other|another|different|second|work|home|office|new|better"
_ELSEWHERE = any_of(
    "call|calls|ring|phone|reach|contact|text|try|get me|us|him|her|back ... {other} {telephone}",
    "call|ring|reach|contact|text|try|use my|a|an|the|some? {other} {telephone}",
    "call|ring|reach|text|try|use my|our cell|cellphone|mobile|landline",
    "my|our|a|the|another {other}? {telephone} is|would_be|works a_lot|much|probably? better|best",
    "better|best ... my|our|another|a {other}? cell|cellphone|mobile|landline",
    telephone=_TELEPHONE,
    other=_OTHER,
)
_NOT_HERE = any_of(
    "not to|use|call|text|try|ring? me|us? back? on|at|to? this {telephone}",
    "instead_of|rather_than|other_than this {telephone}",
    telephone=_TELEPHONE,
)
_WHO_CALLS = wordset("i we not")
_BEFORE_CALLING = 3
"""Words before a call in which it is told that it is the caller's own, or not wanted."""


def asks_elsewhere(speech: Speech) -> bool:
    """Whether the caller wants to be called at another number than the one they call from: "on my other phone"."""
    if _NOT_HERE.first(speech) is not None:
        return True
    found = _ELSEWHERE.first(speech)
    return found is not None and _WHO_CALLS.isdisjoint(
        speech.words[max(0, found.start - _BEFORE_CALLING) : found.start]
    )


def heard_phone(speech: Speech, rows: list[Digits]) -> Digits | None:
    """The ten digits of a number that was said; the country's 1 before them is left off. The last one counts.

    `rows`: its `digit_rows`. Five digits said twice are a ZIP.
    """
    found = _read(speech, rows)
    misheard = with_misheard(speech)
    return found if found is not None or misheard is speech else _read(misheard, digit_rows(misheard))


def is_theirs(speech: Speech, said: Digits) -> bool:
    """Whether the number is called somebody else's, "her number is ...", and is not lent: "use my husband's number"."""
    begins = _sentence(speech, said)
    named = _THEIRS.first(speech, begins) is not None or _of_somebody(speech, begins)
    lent = _LENT.first(speech, begins) is not None and _NOT_TO_CALL.first(speech, begins) is None
    return named and not lent


def is_ours(speech: Speech, said: Digits) -> bool:
    """Whether the caller says that it is to be called, and does not only tell of it: "you called me from ..."."""
    begins = _sentence(speech, said)
    if speech.words[begins : said.start][-1:] == ("from",) or is_theirs(speech, said):
        return False
    return _OURS.first(speech) is not None and _NOT_TO_CALL.first(speech, begins) is None


def gives(speech: Speech, said: Digits) -> tuple[int, int] | None:
    """The words with which the caller only gives us the number, "you can call me at ..."; None where they do not."""
    begins, end = said.start, said.end
    while begins > 0 and speech.words[begins - 1] in _GIVEN_WITH and speech.stops[begins - 1] not in (".", "?"):
        begins -= 1
    if speech.words[end : end + 1] in (("extension",), ("ext",)):
        end += 2
    return None if _GIVING.isdisjoint(speech.words[begins : said.start]) else (begins, end)


_GIVING = wordset("call reach text ring phone contact use try number cell cellphone mobile landline line mine")
_GIVEN_WITH = _GIVING | wordset(
    "me us at on my our the this that is it has changed new best good better right work office home instead can could "
    "would will you please just also so but and a to of"
)


def _sentence(speech: Speech, said: Digits) -> int:
    """Where the sentence begins that has the number in it."""
    return next((at for at in range(said.start, 0, -1) if speech.stops[at - 1] in (".", "?")), 0)


def _of_somebody(speech: Speech, begins: int) -> bool:
    """ "The tenant's number"."""
    owners = [at for at, word in enumerate(speech.words) if at >= begins and word.endswith(("'s", "s'"))]
    return any(
        speech.words[at + 1 : at + 2] in (("number",), ("phone",), ("cell",), ("mobile",), ("line",)) for at in owners
    )


def _read(speech: Speech, rows: list[Digits]) -> Digits | None:
    """The last number of which all digits were said; what was said instead of its end replaces that."""
    if sum([len(row.text) for row in rows]) < _LENGTH and _GROUPS.isdisjoint(speech.words):
        return None
    rows = _callable(speech, rows)
    said = rows if _SCALES.isdisjoint(speech.words) else _callable(speech, digit_rows(speech, added=False))
    plain = {(row.start, row.end): row.text for row in said}
    chosen: Digits | None = None
    before = Digits("", 0, 0)
    for row in rows:
        digits = _number(plain.get(row[1:], "")) or _regrouped(speech, row.start, row.end) or _number(row.text)
        whole = Digits(digits, row.start, row.end) if digits else amended(speech, before, row, length=_LENGTH)
        chosen, before = (whole or chosen), (whole or row)
    return chosen if chosen is not None else _in_parts(speech, said)


def _callable(speech: Speech, rows: list[Digits]) -> list[Digits]:
    """Those that are not called another kind of number."""
    return [row for row in rows if _NO_PHONE.isdisjoint(speech.words[max(0, row.start - 3) : row.start])]


def _number(digits: str) -> str:
    """The number without the country's 1; "" when it is none."""
    digits = digits[1:] if len(digits) == _LENGTH + 1 and digits[0] == "1" else digits
    return digits if len(digits) == _LENGTH and digits[0] not in "01" and digits[:5] != digits[5:] else ""


def _regrouped(speech: Speech, start: int, end: int) -> str:
    """The number when other words belong together: "eight thirty, five fifty five" is 830 555 and not 8 35 55.

    Of all the ways to read the words, the likeliest in which groups end with the area code and with the exchange.
    """
    if end - start > _LENGTH + 4 or not any(speech.words[at] in _GROUPS for at in range(start, end)):
        return ""
    readings = [("", start, 0)]
    while readings:
        digits, place, breaks = readings.pop()
        if place >= end and breaks == len(_BREAKS) and _number(digits):
            return _number(digits)
        if place >= end or len(digits) > _LENGTH + 1:
            continue
        group = piece(speech, place)
        if group is None:
            readings.append((digits, place + 1, breaks))
            continue
        apart = TENS.get(speech.words[place]) if group.end > place + 1 else None
        if apart is not None and _breaks(f"{digits}{apart}"):
            readings.append((f"{digits}{apart}", place + 1, breaks + 1))
        for added in (True, False):
            whole = scaled(speech, group, added=added)
            told = digits + whole.text
            readings.append((told, whole.end, breaks + _breaks(told)))
    return ""


def _breaks(digits: str) -> bool:
    """Whether the area code or the exchange ends with these."""
    return len(digits.removeprefix("1")) in _BREAKS


def _in_parts(speech: Speech, rows: list[Digits]) -> Digits | None:
    """ "Area code five one two, and the number is five five five oh one nine nine"."""
    for first, row in enumerate(rows):
        digits, end = row.text, row.end
        for part in rows[first + 1 :]:
            if len(digits) not in (3, 6) or not _BETWEEN.issuperset(speech.words[end : part.start]):
                break
            digits, end = digits + part.text, part.end
        if len(digits) == 10 and digits[0] not in "01":
            return Digits(digits, row.start, end)
    return None
