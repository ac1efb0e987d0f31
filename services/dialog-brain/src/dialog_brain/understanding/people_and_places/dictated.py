"""Pure. Digits that a caller dictates piece by piece: "five one two", and then "five five five"."""

from __future__ import annotations

from dialog_brain.understanding.language.digit_rows import digit_rows
from dialog_brain.understanding.language.words import hear, wordset

_BESIDE = wordset("it is that the my number area code zip and then okay so yes yeah sure um uh well")
"""What may stand beside digits that are dictated."""
_PHONE = 10
_WITHOUT_AREA_CODE = 7


def dictated(text: str) -> str:
    """The digits of a turn that says nothing beside them; "" for any other turn."""
    speech = hear(text)
    rows = digit_rows(speech)
    read = {place for row in rows for place in range(row.start, row.end)}
    beside = (word for place, word in enumerate(speech.words) if place not in read)
    return "".join(row.text for row in rows) if _BESIDE.issuperset(beside) else ""


def dictated_since(half: str, text: str, *, length: int) -> str:
    """All digits that were dictated with this turn, at most `length` of them; "" where the turn adds none.

    `half` is what was dictated before it. A turn that begins with the same digits begins anew. Seven digits at once are
    a telephone number without its area code: what follows would not belong behind them.
    """
    before, said = dictated(half), dictated(text)
    whole = said if said.startswith(before) else before + said
    if length == _PHONE and len(whole) > 1:
        whole = whole.removeprefix("1")  # the country's; no area code begins with it
    without_area_code = length == _PHONE and not before and len(said) == _WITHOUT_AREA_CODE
    return "" if not len(before) < len(whole) <= length or without_area_code else whole
