"""Signatures."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("public", "signed"),
    [
        ("https://example.com/a?b=1", "https://example.com/a?b=1"),
        ("https://example.com/a?b=1", "https://example.com:443/a?b=1"),
        ("https://example.com:8443/a", "https://example.com/a"),
        ("https://example.com:8443/a", "https://example.com:8443/a"),
        ("https://user:pass@example.com/a", "https://example.com/a"),
        ("https://user:pass@example.com:8443/a", "https://example.com:8443/a"),
        ("wss://example.com/a", "wss://example.com:443/a"),
        ("http://[::1]:8080/a", "http://[::1]/a"),
    ],
)
def test_twilio_may_sign_without_the_port_or_with_it_and_never_with_a_password(public: str, signed: str) -> None:
    assert is_signed("12345", public, FORM, sign("12345", signed, FORM))


@pytest.mark.parametrize(
    "signed", ["https://example.com:8444/a", "http://example.com/a", "https://example.com.org/a", "https://a"]
)
def test_another_port_scheme_or_host_does_not_fit(signed: str) -> None:
    assert not is_signed("12345", "https://example.com:8443/a", FORM, sign("12345", signed, FORM))


def test_a_field_that_comes_twice_with_the_same_value_is_signed_once() -> None:
    once, twice = [("A", "1"), ("B", "2")], [("B", "2"), ("A", "1"), ("B", "2")]
    assert is_signed(
        "secret", "https://phone.example.com/x", twice, sign("secret", "https://phone.example.com/x", once)
    )
