"""How telephone numbers are written."""

from __future__ import annotations

import pytest

from calllock.contracts.e164 import is_e164


@pytest.mark.parametrize("number", ["+15125550142", "+4930123456", "+123456789012345"])
def test_a_number_with_its_country_is_one(number: str) -> None:
    assert is_e164(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anonymous",
        "5125550142",
        "+05125550142",
        "+1 512 555 0142",
        "+15125550142\n",
        "+1234567890123456",
        "+1512555014\N{ARABIC-INDIC DIGIT TWO}",
    ],
)
def test_whatever_else_a_caller_may_seem_to_come_from_is_none(text: str) -> None:
    assert not is_e164(text)
