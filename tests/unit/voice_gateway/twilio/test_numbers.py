"""Pointing a number at us, against a Twilio that misbehaves as the real one does."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from pydantic import SecretStr

from calllock.runtime.clock import Clock, SystemClock
from post_call_worker.links import REPLY_PATH
from voice_gateway import twilio_setup
from voice_gateway.settings import Settings
from voice_gateway.twilio.numbers import Number, TwilioNumbers, TwilioRefused, Webhooks

NUMBER = "+15125550100"
PUBLIC = "https://phone.example.com"
ELSEWHERE = {
    "voice_url": "https://demo.example/welcome",
    "voice_fallback_url": None,
    "status_callback": "",
    "sms_url": "https://demo.example/texts",
}
_FIELDS = {
    "VoiceUrl": "voice_url",
    "VoiceFallbackUrl": "voice_fallback_url",
    "StatusCallback": "status_callback",
    "VoiceApplicationSid": "voice_application_sid",
    "TrunkSid": "trunk_sid",
    "SmsUrl": "sms_url",
    "SmsApplicationSid": "sms_application_sid",
}


class Twilio(httpx.AsyncBaseTransport):
    """Twilio's REST API for one number; `trouble` is what it answers before it comes to its senses."""

    def __init__(self, *trouble: httpx.Response | Exception, deaf: bool = False, **entry: Any) -> None:
        self.entry = {"sid": "PN1", "phone_number": NUMBER, **ELSEWHERE, **entry}
        self.updates: list[dict[str, str]] = []
        self._trouble = list(trouble)
        self._deaf = deaf

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = (await request.aread()).decode()
        if self._trouble:
            trouble = self._trouble.pop(0)
            if isinstance(trouble, Exception):
                raise trouble
            return trouble
        assert request.headers["authorization"].startswith("Basic ")
        if request.method == "GET":
            wanted = request.url.params["PhoneNumber"] == self.entry["phone_number"]
            return httpx.Response(200, json={"incoming_phone_numbers": [self.entry] if wanted else []})
        form = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
        self.updates.append(form)
        if not self._deaf:
            self.entry |= {_FIELDS[name]: value for name, value in form.items() if name in _FIELDS}
        return httpx.Response(200, json=self.entry)


class Waiting(SystemClock):
    """Nobody waits; how long they would have is kept."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    async def sleep(self, seconds: float) -> None:
        if seconds:
            self.waited.append(seconds)


def numbers(twilio: Twilio, clock: Clock | None = None) -> TwilioNumbers:
    return TwilioNumbers("https://api.test", ("AC1", "token-of-tests"), clock or Waiting(), twilio)


async def pointed(twilio: Twilio, texts_url: str = "") -> Number:
    api = numbers(twilio)
    number = await api.find(NUMBER)
    return await api.point(number, number.webhooks.wanted(PUBLIC, texts_url))


async def test_a_numbers_calls_come_to_us_and_its_fallback_is_another_replica() -> None:
    changed = await pointed(Twilio())
    assert changed.webhooks == Webhooks(
        "https://phone.example.com/twilio/voice",
        "https://phone.example.com/twilio/voice",
        "https://phone.example.com/twilio/status",
        texts="https://demo.example/texts",
    )


async def test_its_texts_come_to_the_worker_where_that_answers_them() -> None:
    changed = await pointed(Twilio(sms_application_sid="AP2"), PUBLIC)
    assert changed.webhooks.texts == PUBLIC + REPLY_PATH
    assert changed.webhooks.texts_overruled_by == ""


async def test_texts_that_nobody_here_answers_stay_as_they_are() -> None:
    twilio = Twilio(sms_application_sid="AP2")
    changed = await pointed(twilio)
    assert (changed.webhooks.texts, changed.webhooks.texts_overruled_by) == ("https://demo.example/texts", "AP2")
    assert not [name for name in twilio.updates[0] if name.startswith("Sms")]


async def test_what_would_overrule_the_webhooks_is_taken_away() -> None:
    twilio = Twilio(voice_application_sid="AP1")
    assert (await numbers(twilio).find(NUMBER)).webhooks.overruled_by == "AP1"
    assert (await pointed(twilio)).webhooks.overruled_by == ""


@pytest.mark.parametrize(
    "trouble",
    [httpx.Response(503), httpx.Response(429), httpx.ConnectError("reset"), httpx.Response(200, text="<html>")],
)
async def test_passing_trouble_is_tried_again(trouble: httpx.Response | Exception) -> None:
    assert (await pointed(Twilio(trouble))).webhooks.voice == f"{PUBLIC}/twilio/voice"


@pytest.mark.parametrize(
    ("trouble", "waited"),
    [
        ([httpx.Response(503), httpx.ConnectError("reset")], [1.0, 2.0]),
        ([httpx.Response(429, headers={"Retry-After": "3"})], [3.0]),
        ([httpx.Response(429, headers={"Retry-After": "Fri, 27 Nov 2026 10:00:00 GMT"})], [1.0]),
    ],
)
async def test_twilio_is_given_time_before_it_is_asked_again(
    trouble: list[httpx.Response | Exception], waited: list[float]
) -> None:
    clock = Waiting()
    await numbers(Twilio(*trouble), clock).find(NUMBER)
    assert clock.waited == waited


async def test_nobody_waits_for_a_twilio_that_wants_to_be_left_alone_for_long() -> None:
    clock = Waiting()
    with pytest.raises(TwilioRefused, match="answers 429"):
        await numbers(Twilio(httpx.Response(429, headers={"Retry-After": "60"})), clock).find(NUMBER)
    assert clock.waited == []


async def test_an_update_that_twilio_accepts_but_does_not_make_is_told() -> None:
    with pytest.raises(TwilioRefused, match="did not make it"):
        await pointed(Twilio(deaf=True))


async def test_a_wrong_key_is_told_at_once_and_never_shown() -> None:
    twilio = Twilio(httpx.Response(401), httpx.Response(200, json={}))
    with pytest.raises(TwilioRefused, match="TWILIO_AUTH_TOKEN") as refused:
        await numbers(twilio).find(NUMBER)
    assert "token-of-tests" not in str(refused.value)


async def test_a_number_of_another_account_is_told() -> None:
    with pytest.raises(TwilioRefused, match="not a number of this account"):
        await numbers(Twilio()).find("+15125550999")


async def test_trouble_that_lasts_is_told() -> None:
    with pytest.raises(TwilioRefused, match="answers 500"):
        await numbers(Twilio(*[httpx.Response(500)] * 3)).find(NUMBER)


def set_up(twilio: Twilio, tmp_path: Path, *, dry_run: bool = False, texts: str = PUBLIC) -> tuple[int, str]:
    settings = Settings(
        nats_url="nats://unused",
        businesses_dir=tmp_path,
        public_url=PUBLIC,
        worker_public_url=texts,
        cache_dir=tmp_path,
        twilio_account_sid="AC1",
        twilio_auth_token=SecretStr("token-of-tests"),
    )
    profile = Path(__file__).parents[4] / "deploy/businesses/ace-cooling.yaml"
    (tmp_path / profile.name).write_bytes(profile.read_bytes())
    out = io.StringIO()
    code = twilio_setup.run(argparse.Namespace(number=[], dry_run=dry_run), settings, out, Waiting(), twilio)
    return code, out.getvalue()


def test_the_command_shows_before_and_after_and_changes_nothing_the_second_time(tmp_path: Path) -> None:
    twilio = Twilio()
    code, shown = set_up(twilio, tmp_path)
    assert code == 0
    assert f"{NUMBER}: changed" in shown
    assert "before  voice         https://demo.example/welcome" in shown
    assert "after   voice         https://phone.example.com/twilio/voice" in shown
    assert "before  texts         https://demo.example/texts" in shown
    assert "after   texts         https://phone.example.com/twilio/sms" in shown
    assert set_up(twilio, tmp_path) == (0, f"{NUMBER}: is as it should be\n")
    assert len(twilio.updates) == 1


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    twilio = Twilio()
    code, shown = set_up(twilio, tmp_path, dry_run=True)
    assert (code, twilio.updates) == (0, [])
    assert "would change" in shown


def test_turning_texts_on_later_changes_them_alone(tmp_path: Path) -> None:
    twilio = Twilio()
    assert "after   texts         https://demo.example/texts" in set_up(twilio, tmp_path, texts="")[1]
    _, shown = set_up(twilio, tmp_path)
    assert "before  voice         https://phone.example.com/twilio/voice" in shown
    assert "after   texts         https://phone.example.com/twilio/sms" in shown


def test_a_refusal_is_the_commands_failure(tmp_path: Path) -> None:
    code, shown = set_up(Twilio(httpx.Response(401)), tmp_path)
    assert code == 1
    assert "FAILED: Twilio refuses" in shown
