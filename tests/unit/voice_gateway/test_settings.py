"""Settings that are wrong are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from voice_gateway import exchange
from voice_gateway.settings import Settings
from voice_gateway.twilio.twiml import ASKED_AGAIN_S
from voice_gateway.webhooks import MOST_IN_VAIN

GOOD: dict[str, Any] = {
    "nats_url": "nats://127.0.0.1:4222",
    "businesses_dir": Path("businesses"),
    "public_url": "http://127.0.0.1:8080",
    "cache_dir": Path("cache"),
}


def test_the_media_socket_follows_the_public_url() -> None:
    assert Settings(**GOOD).stream_url == "ws://127.0.0.1:8080/twilio/media"
    public = Settings(**{**GOOD, "public_url": "https://phone.example.com", "twilio_auth_token": "x"})
    assert public.stream_url == "wss://phone.example.com/twilio/media"


@pytest.mark.parametrize(
    "url", ["phone.example.com", "ftp://x", "https://", "https://x/?a=1", "https://x/", "https://x/gw"]
)
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
    Settings(**{**GOOD, "http_host": host, "twilio_auth_token": "x"})
    Settings(**GOOD, http_host="::1")


def with_vendors(**changes: str) -> Settings:
    """The settings with these of the vendors."""
    raw: dict[str, Any] = {**GOOD, **changes}
    return Settings(**raw)


def test_without_vendors_everything_is_local() -> None:
    assert (with_vendors().recognizers, with_vendors().voices) == ((), ())


def test_vendors_are_named_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOGNIZERS", "deepgram, openai")
    monkeypatch.setenv("VOICES", "openai")
    settings = with_vendors(deepgram_api_key="a", openai_api_key="b")
    assert (settings.recognizers, settings.voices) == (("deepgram", "openai"), ("openai",))


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        ({"recognizers": "deepgram"}, "set DEEPGRAM_API_KEY, or"),
        ({"recognizers": "openai"}, "set OPENAI_API_KEY, or"),
        ({"voices": "openai"}, "set OPENAI_API_KEY, or"),
        ({"voices": "elevenlabs"}, "set ELEVENLABS_API_KEY and ELEVENLABS_VOICE_ID, or"),
        ({"recognizers": "deepgram", "voices": "elevenlabs", "elevenlabs_api_key": "x"}, "DEEPGRAM_API_KEY and ELEVEN"),
    ],
)
def test_a_vendor_without_its_key_is_refused_by_name(named: dict[str, str], missing: str) -> None:
    with pytest.raises(ValidationError, match=missing):
        with_vendors(**named)


@pytest.mark.parametrize("names", ["whisper", "deepgram,deepgram", "local"])
def test_what_is_no_vendor_or_is_named_twice_is_refused(names: str) -> None:
    with pytest.raises(ValidationError, match="recognizers"):
        with_vendors(recognizers=names, deepgram_api_key="x")


@pytest.mark.parametrize("name", ["deepgram_url", "elevenlabs_url", "openai_url"])
def test_a_vendors_address_must_be_one(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        with_vendors(**{name: "api.example.com"})


def test_keys_are_not_shown() -> None:
    assert "secret" not in repr(with_vendors(deepgram_api_key="secret", elevenlabs_api_key="secret"))


@pytest.mark.parametrize("name", GOOD)
def test_a_missing_setting_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name.upper(), raising=False)
    with pytest.raises(ValidationError, match=name):
        Settings(**{key: value for key, value in GOOD.items() if key != name})


def test_no_key_is_shown_when_the_settings_are() -> None:
    keys = ("twilio_auth_token", "deepgram_api_key", "elevenlabs_api_key", "openai_api_key")
    settings = Settings(**{**GOOD, **dict.fromkeys(keys, "not-to-be-seen")})
    assert "not-to-be-seen" not in f"{settings!r} {settings}"


def test_a_stream_is_offered_again_for_longer_than_a_process_drains_that_may_get_it_each_time() -> None:
    assert Settings(**GOOD).drain_s + exchange._HAND_OVER_S < (MOST_IN_VAIN - 1) * ASKED_AGAIN_S
