"""Tokens."""

from __future__ import annotations

from voice_gateway.twilio.signature import is_token, stream_token


def test_a_token_fits_its_call_its_parameters_and_its_time() -> None:
    parameters = {"business": "ace", "from_number": "+15125550142"}
    token = stream_token("secret", "CA1", parameters, 1_000)
    assert is_token("secret", "CA1", parameters, token, 999.0)
    assert not is_token("secret", "CA1", parameters, token, 1_001.0)
    assert not is_token("secret", "CA2", parameters, token, 999.0)
    assert not is_token("secret", "CA1", {**parameters, "business": "other"}, token, 999.0)
    assert not is_token("other", "CA1", parameters, token, 999.0)


def test_parameters_that_no_webhook_gave_have_no_token() -> None:
    assert not is_token("secret", "CA1", {"business": "\ud800"}, "2000.abc", 999.0)


def test_nonsense_is_no_token() -> None:
    for token in ("", ".", "abc", "1000", "99999999999999999999.x", "\u0661\u0662.x", "1000.\u00e9"):
        assert not is_token("secret", "CA1", {}, token, 0.0)
