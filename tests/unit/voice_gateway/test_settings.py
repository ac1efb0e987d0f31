"""Settings that are wrong are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from voice_gateway.settings import Settings

GOOD: dict[str, Any] = {
    "nats_url": "nats://127.0.0.1:4222",
    "businesses_dir": Path("businesses"),
    "public_url": "http://127.0.0.1:8080",
    "cache_dir": Path("cache"),
}


def test_the_media_socket_follows_the_public_url() -> None:
    assert Settings(**GOOD).stream_url == "ws://127.0.0.1:8080/twilio/media"
    public = Settings(**{**GOOD, "public_url": "https://phone.example.com/", "twilio_auth_token": "x"})
    assert public.stream_url == "wss://phone.example.com/twilio/media"


@pytest.mark.parametrize("url", ["phone.example.com", "ftp://x", "https://", "https://x/?a=1"])
def test_a_public_url_must_be_one(url: str) -> None:
    with pytest.raises(ValidationError, match="public_url"):
        Settings(**{**GOOD, "public_url": url, "twilio_auth_token": "x"})


def test_signatures_may_be_left_out_on_this_machine_only() -> None:
    with pytest.raises(ValidationError, match="TWILIO_AUTH_TOKEN"):
        Settings(**{**GOOD, "public_url": "https://phone.example.com"})
    Settings(**{**GOOD, "public_url": "http://localhost:1"})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", ""])
def test_without_signatures_nobody_else_can_reach_the_webhooks(host: str) -> None:
    with pytest.raises(ValidationError, match=r"TWILIO_AUTH_TOKEN .* HTTP_HOST"):
        Settings(**GOOD, http_host=host)
    Settings(**GOOD, http_host=host, twilio_auth_token="x")
    Settings(**GOOD, http_host="::1")


@pytest.mark.parametrize("name", GOOD)
def test_a_missing_setting_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name.upper(), raising=False)
    with pytest.raises(ValidationError, match=name):
        Settings(**{key: value for key, value in GOOD.items() if key != name})
