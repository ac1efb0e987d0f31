"""How telephone numbers are written."""

from __future__ import annotations

import pytest

from calllock.contracts.e164 import caller_number, is_e164


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


KEYS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999", strict=True))


@pytest.mark.parametrize("word", ["ANONYMOUS", "BLOCKED", "RESTRICTED", "UNAVAILABLE", "UNKNOWN"])
def test_a_word_on_the_keys_of_a_telephone_is_nobodys_number(word: str) -> None:
    spelled = "+" + "".join(KEYS[letter] for letter in word)
    assert is_e164(spelled)
    assert caller_number(spelled) is None


@pytest.mark.parametrize("text", ["", "anonymous", "Restricted", "+464", "client:browser", "sip:front@example.com"])
def test_what_is_no_number_is_nobodys_number(text: str) -> None:
    assert caller_number(text) is None


@pytest.mark.parametrize("number", ["+15125550142", "+4930123456", "+73787428330", "+17378742833", "+2666966870"])
def test_any_other_number_is_the_callers(number: str) -> None:
    assert caller_number(number) == number
