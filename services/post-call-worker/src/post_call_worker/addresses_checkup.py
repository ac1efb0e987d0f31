"""Adapter. Whether the addresses that the settings name lead where they should: to this worker, its console, the
gateways, and what collects traces."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

import httpx

from calllock.runtime.checkup import Check, Finding
from calllock.runtime.loopback import is_loopback
from calllock.runtime.webhook_checkup import webhook_check
from post_call_worker.links import REPLY_PATH
from post_call_worker.settings import Settings

_SIGN_IN_FORM = 'name="form_token"'
_COLLECTORS_ANSWERS = (200, 400, 401, 403, 415)
"""To an empty export without the headers that the exporter may have; a 404 is somebody else's."""


def address_checks(settings: Settings, client: httpx.AsyncClient) -> dict[str, Check]:
    """By what they look at, for those that are set."""
    signed = bool(settings.twilio_auth_token.get_secret_value())
    found: dict[str, Check] = {}
    if settings.worker_public_url:
        url = f"{settings.worker_public_url}{REPLY_PATH}"
        found["replies to texts"] = partial(webhook_check, "replies to texts", url, "worker", True, client)
    if settings.gateway_url:
        url = f"{settings.gateway_url}/twilio/voice"
        found["gateway"] = partial(webhook_check, "gateway", url, "gateway", signed, client)
    if settings.console_url and not is_loopback(urlsplit(settings.console_url).hostname or ""):
        # In a container, `localhost` is not the machine whose browser opens it.
        found["console"] = partial(console_check, settings.console_url, client)
    if settings.otel_exporter_otlp_endpoint:
        found["traces"] = partial(traces_check, settings.otel_exporter_otlp_endpoint, client)
    return found


async def console_check(console_url: str, client: httpx.AsyncClient) -> Finding:
    """What browsers are told to open must be the sign-in."""
    what, url = "console", f"{console_url}/sign-in"
    try:
        response = await client.get(url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        remedy = f"check CONSOLE_URL, and let {console_url} lead to the worker: name, certificate, proxy or tunnel"
        return Finding(what, f"cannot be reached from here: {type(error).__name__}", remedy)
    if response.status_code == 200 and _SIGN_IN_FORM in response.text:
        return Finding(what, f"{urlsplit(url).netloc} leads to the sign-in")
    remedy = "check CONSOLE_URL, and let what stands in front pass everything on to the worker"
    return Finding(what, f"{url} answers {response.status_code}, and not as the console does", remedy)


async def traces_check(endpoint: str, client: httpx.AsyncClient) -> Finding:
    """Where traces go there must be a collector of them."""
    what, url = "traces", f"{endpoint}/v1/traces"
    remedy = "check OTEL_EXPORTER_OTLP_ENDPOINT, and that the collector runs and takes OTLP over HTTP"
    try:
        response = await client.post(url, json={})
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding(what, f"the collector cannot be reached: {type(error).__name__}", remedy)
    if response.status_code in _COLLECTORS_ANSWERS:
        return Finding(what, f"{urlsplit(url).netloc} has a collector")
    return Finding(what, f"{url} answers {response.status_code}", remedy)
