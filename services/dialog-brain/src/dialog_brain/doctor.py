"""Shell. The brain's `doctor`: what must be right before it can own a call."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import httpx

from calllock.runtime.bus_checkup import bus_check
from calllock.runtime.checkup import Check, Probe, clock_check, send
from calllock.runtime.clock import Clock
from dialog_brain.backend import CallFacts, envelope
from dialog_brain.settings import Settings
from dialog_brain.tools import TOOLS

_NOBODY = "+15005550006"
"""A number that Twilio keeps for tests; a lookup of it only reads."""
_NOT_THAT_WAY = (400, 405)
"""What a route for POST says to a GET."""


def checks(settings: Settings, client: httpx.AsyncClient, clock: Clock) -> Mapping[str, Check]:
    """The checks of a dialog-brain, by the name of what each looks at."""
    found: dict[str, Check] = {
        "NATS": partial(bus_check, settings.nats_url),
        "clock": partial(clock_check, settings.backend_urls()["backend"], client, clock),
    }
    for probe in probes(settings):
        found[probe.what] = partial(send, probe, client)
    return found


def probes(settings: Settings) -> list[Probe]:
    """For the backend a lookup of nobody; for bookings, where they go to an address of their own, a GET, which books
    nothing; for the model, if there is one, its list of models."""
    key = {"X-API-Key": settings.backend_api_key.get_secret_value()}
    url = settings.backend_urls()["backend"] + TOOLS["lookup_caller"].path
    body = envelope(CallFacts("doctor", _NOBODY, ""), {})
    asked = [Probe("backend", "POST", url, key, (200,), "BACKEND_API_KEY", "BACKEND_URL", body)]
    if settings.booking_url:
        bookings = settings.backend_urls()["booking"] + TOOLS["book_service"].path
        asked.append(Probe("bookings", "GET", bookings, key, _NOT_THAT_WAY, "BACKEND_API_KEY", "BOOKING_URL"))
    if settings.model_url:
        models = f"{settings.model_url}/models"
        bearer = {"Authorization": f"Bearer {settings.model_api_key.get_secret_value()}"}
        asked.append(Probe("model", "GET", models, bearer, (200,), "MODEL_API_KEY", "MODEL_URL"))
    return asked
