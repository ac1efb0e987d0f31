"""Signatures and tokens."""

from __future__ import annotations

from voice_gateway.twilio.signature import is_signed, is_token, sign, stream_token

URL = "https://example.com/myapp.php?foo=1&bar=2"
FORM = [("To", "+18005550112"), ("CallSid", "CA1234567890ABCDE"), ("From", "+14155550109"), ("Digits", "1234")]


def test_the_signature_is_over_url_and_sorted_form() -> None:
    assert sign("12345", URL, FORM) == sign("12345", URL, reversed(FORM))
    assert is_signed("12345", URL, FORM, sign("12345", URL, FORM))


def test_another_token_url_or_form_does_not_fit() -> None:
    signature = sign("12345", URL, FORM)
    assert not is_signed("12346", URL, FORM, signature)
    assert not is_signed("12345", URL + "3", FORM, signature)
    assert not is_signed("12345", URL, FORM[1:], signature)
    assert not is_signed("12345", URL, FORM, None)
    assert not is_signed("12345", URL, FORM, "\u00e9")


def test_a_token_fits_its_call_its_parameters_and_its_time() -> None:
    parameters = {"business": "ace", "from_number": "+15125550142"}
    token = stream_token("secret", "CA1", parameters, 1_000)
    assert is_token("secret", "CA1", parameters, token, 999.0)
    assert not is_token("secret", "CA1", parameters, token, 1_001.0)
    assert not is_token("secret", "CA2", parameters, token, 999.0)
    assert not is_token("secret", "CA1", {**parameters, "business": "other"}, token, 999.0)
    assert not is_token("other", "CA1", parameters, token, 999.0)


def test_nonsense_is_no_token() -> None:
    for token in ("", ".", "abc", "1000", "99999999999999999999.x", "\u0661\u0662.x", "1000.\u00e9"):
        assert not is_token("secret", "CA1", {}, token, 0.0)
