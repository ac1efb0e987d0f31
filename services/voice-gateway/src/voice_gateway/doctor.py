"""Shell. The gateway's `doctor`: what must be right before a call can come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import httpx

from calllock.runtime.bus_checkup import bus_check
from calllock.runtime.checkup import Check, Finding, Probe, clock_check, send
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from calllock.runtime.webhook_checkup import webhook_check
from voice_gateway.settings import Settings
from voice_gateway.twilio.numbers import TwilioNumbers, TwilioRefused


def checks(settings: Settings, profiles: Profiles, client: httpx.AsyncClient, clock: Clock) -> Mapping[str, Check]:
    """By what they look at. Each key is tried with one request that costs nothing."""
    found: dict[str, Check] = {
        "NATS": partial(bus_check, settings.nats_url),
        "clock": partial(clock_check, settings.twilio_api_url, client, clock),
        "public URL": partial(public_url_check, settings, client),
    }
    if settings.twilio_account_sid:
        for profile in profiles:
            for number in profile.numbers:
                found[f"number {number}"] = partial(number_check, settings, number, clock)
    for probe in vendor_probes(settings):
        found[probe.what] = partial(send, probe, client)
    return found


def vendor_probes(settings: Settings) -> list[Probe]:
    """One for each vendor that the settings name."""
    deepgram, elevenlabs, openai = (
        settings.deepgram_api_key.get_secret_value(),
        settings.elevenlabs_api_key.get_secret_value(),
        settings.openai_api_key.get_secret_value(),
    )
    named = {*settings.recognizers, *settings.voices}
    every = {
        "deepgram": (f"{settings.deepgram_url}/v1/projects", {"Authorization": f"Token {deepgram}"}),
        "elevenlabs": (f"{settings.elevenlabs_url}/v1/models", {"xi-api-key": elevenlabs}),
        "openai": (f"{settings.openai_url}/models", {"Authorization": f"Bearer {openai}"}),
    }
    return [
        Probe(vendor, "GET", url, headers, (200,), f"{vendor.upper()}_API_KEY", f"{vendor.upper()}_URL")
        for vendor, (url, headers) in every.items()
        if vendor in named
    ]


async def public_url_check(settings: Settings, client: httpx.AsyncClient) -> Finding:
    """An unsigned request from outside must reach a gateway, which must refuse it."""
    signed = bool(settings.twilio_auth_token.get_secret_value())
    return await webhook_check("public URL", f"{settings.public_url}/twilio/voice", "gateway", signed, client)


async def number_check(
    settings: Settings, number: str, clock: Clock, transport: httpx.AsyncBaseTransport | None = None
) -> Finding:
    """Twilio's key, and whether the number's calls come here, and its texts where they are answered."""
    what = f"number {number}"
    account = (settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value())
    twilio = TwilioNumbers(settings.twilio_api_url, account, clock, transport)
    try:
        found = await twilio.find(number)
    except TwilioRefused as refusal:
        return Finding(what, "is not known to be ours", str(refusal))
    finally:
        await twilio.close()
    wanted = found.webhooks.wanted(settings.public_url, settings.worker_public_url)
    if found.webhooks != wanted:
        stray = "texts" if replace(found.webhooks, texts=wanted.texts, texts_overruled_by="") == wanted else "calls"
        return Finding(what, f"its {stray} go elsewhere", "run `twilio-setup`, which shows before and after")
    return Finding(what, "its calls and texts come here" if settings.worker_public_url else "its calls come here")
