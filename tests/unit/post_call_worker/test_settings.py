"""What follows from the worker's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from post_call_worker.settings import Settings

NEEDED = {
    "database_url": "postgresql+asyncpg://x@127.0.0.1/x",
    "nats_url": "nats://127.0.0.1:4222",
    "businesses_dir": Path(),
    "dashboard_webhook_url": "https://dashboard.example/api/webhook/jobs",
    "dashboard_webhook_secret": "secret",
    "worker_api_token": "token",
}


@pytest.mark.parametrize(
    ("host", "url", "secure"),
    [
        ("127.0.0.1", "", False),
        ("0.0.0.0", "", True),
        ("0.0.0.0", "http://console.lan", False),
        ("127.0.0.1", "https://console.example.com", True),
    ],
)
def test_cookies_are_for_tls_alone_unless_the_console_is_local_or_said_to_be_without(
    host: str, url: str, secure: bool
) -> None:
    assert Settings.model_validate({**NEEDED, "http_host": host, "console_url": url}).over_tls is secure


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("http_host", "0.0.0.0"),
        ("console_url", "https://console.example.com"),
        ("worker_public_url", "https://phone.example.com"),
    ],
)
def test_an_api_that_others_reach_directly_or_through_a_proxy_has_a_token(setting: str, value: str) -> None:
    twilio = {"twilio_account_sid": "AC1", "twilio_auth_token": "secret"}
    reached = {**NEEDED, **twilio, setting: value}
    assert Settings.model_validate(reached).worker_api_token
    with pytest.raises(ValueError, match=f"WORKER_API_TOKEN must be set when {setting.upper()} is"):
        Settings.model_validate({**reached, "worker_api_token": ""})


@pytest.mark.parametrize("url", ["gateway.example", "ws://gateway.example", "https://gateway.example/twilio/voice"])
def test_a_gateway_that_cannot_be_called_is_refused_by_name(url: str) -> None:
    with pytest.raises(ValueError, match=r"gateway_url\n.*must be like|GATEWAY_URL must be without a path"):
        Settings.model_validate({**NEEDED, "gateway_url": url})


def test_a_webhook_may_have_a_query_and_a_slash_at_its_end() -> None:
    url = "https://dashboard.example:8443/alerts/?key=1"
    assert Settings.model_validate({**NEEDED, "dashboard_alerts_url": url}).webhook_urls["alert"] == url


def test_a_gateway_is_known_by_its_public_url() -> None:
    assert Settings.model_validate({**NEEDED, "gateway_url": "https://gateway.example/"}).gateway_url


@pytest.mark.parametrize("secret", ["s\u00e9cret", "good,\u201cquoted\u201d", "in\ntwo"])
def test_a_webhook_secret_that_no_header_can_carry_is_refused_by_name(secret: str) -> None:
    with pytest.raises(ValueError, match=r"dashboard_webhook_secret\.\d\n.*no header can carry"):
        Settings.model_validate({**NEEDED, "dashboard_webhook_secret": secret})


def test_webhook_secrets_are_separated_by_commas_and_white_space_around_them_does_not_count() -> None:
    settings = Settings.model_validate({**NEEDED, "dashboard_webhook_secret": " next , last\n"})
    assert settings.webhook_secrets == ("next", "last")
