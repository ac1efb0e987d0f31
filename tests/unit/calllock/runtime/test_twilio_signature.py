"""Signatures."""

from __future__ import annotations

from calllock.runtime.twilio_signature import is_signed, sign

URL = "https://example.com/myapp.php?foo=1&bar=2"
FORM = [("To", "+18005550112"), ("CallSid", "CA1234567890ABCDE"), ("From", "+14155550109"), ("Digits", "1234")]


def test_the_signature_is_that_of_the_example_in_twilios_documentation() -> None:
    caller = "+14158675310"
    form = {"CallSid": "CA1234567890ABCDE", "Caller": caller, "Digits": "1234", "From": caller, "To": "+18005551212"}
    assert sign("12345", URL, form.items()) == "L/OH5YylLD5NRKLltdqwSvS0BnU="


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
