"""Shell. The worker's `doctor`: what must be right before a call can be stored and delivered."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.runtime.bus_checkup import bus_check
from calllock.runtime.checkup import Check, Finding, Probe, clock_check, send
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from post_call_worker.addresses_checkup import address_checks
from post_call_worker.erasing import Eraser
from post_call_worker.migrating import missing_migrations
from post_call_worker.recordings import recordings_fault
from post_call_worker.settings import Settings

_INVALID = 400
"""The dashboard checks the secret first and the body after it: an empty body is refused only with a good secret."""


def checks(
    settings: Settings, profiles: Profiles, engine: AsyncEngine, client: httpx.AsyncClient, clock: Clock
) -> Mapping[str, Check]:
    """By what they look at; nothing is stored or delivered."""
    parts = urlsplit(settings.webhook_urls["call"])
    found: dict[str, Check] = {
        "NATS": partial(bus_check, settings.nats_url),
        "database": partial(database_check, engine),
        "recordings": partial(recordings_check, engine, settings.recordings_dir),
        "texts": partial(texts_check, settings, profiles),
        "clock": partial(clock_check, f"{parts.scheme}://{parts.netloc}/", client, clock),
    }
    for kind, url in settings.webhook_urls.items():
        what = f"dashboard, {kind}s"
        name = f"DASHBOARD_{kind.upper()}S_URL or DASHBOARD_WEBHOOK_URL"
        probes = [
            Probe(what, "POST", url, {"X-Webhook-Secret": secret}, (_INVALID,), "DASHBOARD_WEBHOOK_SECRET", name, {})
            for secret in settings.webhook_secrets
        ]
        found[what] = partial(_any_secret, probes, client)
    if settings.worker_public_url:
        account, token = settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value()
        url = f"{settings.twilio_api_url}/2010-04-01/Accounts/{account}.json"
        basic = {"Authorization": f"Basic {b64encode(f'{account}:{token}'.encode()).decode()}"}
        probe = Probe("Twilio, texts", "GET", url, basic, (200,), "TWILIO_AUTH_TOKEN", "TWILIO_API_URL")
        found[probe.what] = partial(send, probe, client)
    return found | address_checks(settings, client)


async def _any_secret(probes: Sequence[Probe], client: httpx.AsyncClient) -> Finding:
    """Of secrets that are being changed, one must be accepted, and whoever delivers finds out which."""
    findings = []
    for probe in probes:
        findings.append(await send(probe, client))
        if findings[-1].well:
            return findings[-1]
    return findings[0]


async def texts_check(settings: Settings, profiles: Profiles) -> Finding:
    """Whether those are texted whom the profiles name: the emergency contacts, callers, and who is told of leads."""
    what = "texts"
    without = settings.without_texts(profiles)
    if without:
        seen = f"nobody is sent any, not even the emergency contacts of {', '.join(without)}"
        return Finding(what, seen, "set WORKER_PUBLIC_URL, or take emergency.numbers and texts out of the profiles")
    return Finding(what, "are sent" if settings.links else "none are sent, and no profile asks for any")


async def recordings_check(engine: AsyncEngine, folder: Path | None) -> Finding:
    """Whether what the gateways record is deleted with its calls."""
    what = "recordings"
    try:
        fault = await recordings_fault(Eraser(engine), folder)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        return Finding(what, f"cannot be looked for: {type(error).__name__}", "see what is said of the database")
    if fault:
        return Finding(what, fault, "set RECORDINGS_DIR to the gateways' own, or to where it is mounted here")
    return Finding(what, "would be deleted with their calls" if folder else "none are made")


async def database_check(engine: AsyncEngine) -> Finding:
    """Reached, of today's schema, and ours to write."""
    what = "database"
    try:
        missing = await missing_migrations(engine)
        if missing:
            return Finding(what, missing.partition(":")[0], "run `migrate`, with the role that owns the tables")
        async with engine.connect() as connection:
            writes = await connection.execute(text("SELECT has_table_privilege('calls', 'INSERT, UPDATE')"))
            may_write = bool(writes.scalar_one())
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        remedy = "check DATABASE_URL: host, name, role, password; and that the server runs"
        return Finding(what, f"cannot be used: {type(error).__name__}", remedy)
    if not may_write:
        return Finding(what, "this role may not write", "grant it what deploy/postgres/roles.sh grants")
    return Finding(what, "has today's schema, and this role may write")
