"""The doctors of the services, on real servers and against vendors that misbehave."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from calllock.runtime.checkup import Finding, Probe, clock_check, report, run_checks, send
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import Profiles
from calllock.runtime.twilio_form import UNSIGNED
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.postgres_server import PostgresServer
from calllock_local.received_webhooks import ReceivedWebhooks
from dialog_brain import doctor as brain_doctor
from dialog_brain.settings import Settings as BrainSettings
from post_call_worker import doctor as worker_doctor
from post_call_worker.settings import Settings as WorkerSettings
from post_call_worker.worker import connect_database
from tests.integration.voice_gateway_rig import profile
from voice_gateway import doctor as gateway_doctor
from voice_gateway.settings import Settings as GatewaySettings
from voice_gateway.twilio.twiml import hang_up

SECRET = "hidden-secret"
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


def says(status: int, text: str = "") -> Answer:
    return lambda _request: httpx.Response(status, text=text)


def away(_request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


PROBE = Probe("vendor", "GET", "https://vendor.test/me", {"key": SECRET}, (200,), "VENDOR_KEY", "VENDOR_URL")


@pytest.mark.parametrize(
    ("answer", "well", "named"),
    [
        (says(200), True, ""),
        (says(401), False, "VENDOR_KEY"),
        (says(403), False, "VENDOR_KEY"),
        (says(404), False, "VENDOR_URL"),
        (says(503), False, "VENDOR_URL"),
        (away, False, "VENDOR_URL"),
    ],
)
async def test_a_key_is_tried_and_a_fault_names_the_setting_but_never_the_key(
    answer: Answer, well: bool, named: str
) -> None:
    found = await send(PROBE, client(answer))
    assert found.well is well
    assert named in found.remedy
    assert SECRET not in found.seen + found.remedy


@pytest.mark.parametrize(("skew_s", "well"), [(0, True), (-3, True), (90, False), (-90, False)])
async def test_a_clock_that_is_off_is_told(skew_s: int, well: bool) -> None:
    theirs = format_datetime(datetime.now(UTC) + timedelta(seconds=skew_s), usegmt=True)  # noqa: TID251 - their clock
    found = await clock_check(
        "https://api.test", client(lambda _: httpx.Response(404, headers={"date": theirs})), SystemClock()
    )
    assert found.well is well


async def test_a_check_that_breaks_is_a_fault_and_the_others_are_still_made() -> None:
    async def breaks() -> Finding:
        raise KeyError("surprise")

    async def works() -> Finding:
        return Finding("works", "fine")

    out = io.StringIO()
    assert report(await run_checks({"breaks": breaks, "works": works}), out) == 1
    assert "FAULT breaks  KeyError" in out.getvalue()
    assert "ok    works   fine" in out.getvalue()
    assert "surprise" not in out.getvalue()


def gateway_settings(tmp_path: Path, **changes: object) -> GatewaySettings:
    given: dict[str, object] = {
        "nats_url": "nats://127.0.0.1:1",
        "businesses_dir": tmp_path,
        "public_url": "https://phone.example.com",
        "cache_dir": tmp_path,
        "twilio_auth_token": SECRET,
        **changes,
    }
    return GatewaySettings.model_validate(given)


@pytest.mark.parametrize(
    ("answer", "well", "told"),
    [
        (says(403, UNSIGNED), True, "checks signatures"),
        (says(200, hang_up()), False, "an unsigned request was answered"),
        (says(200), False, "answers 200, and not as the gateway does"),
        (says(404), False, "answers 404"),
        (away, False, "cannot be reached"),
    ],
)
async def test_the_public_url_must_lead_to_a_gateway_that_refuses_unsigned_requests(
    tmp_path: Path, answer: Answer, well: bool, told: str
) -> None:
    found = await gateway_doctor.public_url_check(gateway_settings(tmp_path), client(answer))
    assert found.well is well
    assert told in found.seen


async def test_a_gateway_that_checks_no_signatures_is_known_by_its_twiml(tmp_path: Path) -> None:
    here = gateway_settings(tmp_path, public_url="http://127.0.0.1:8080", twilio_auth_token="")
    assert (await gateway_doctor.public_url_check(here, client(says(200, hang_up())))).well
    assert not (await gateway_doctor.public_url_check(here, client(says(200)))).well


@pytest.mark.parametrize(
    ("entry", "well", "told"),
    [
        ({}, True, "its calls and texts come here"),
        ({"voice_url": "https://elsewhere.example/voice"}, False, "calls go elsewhere run `twilio-setup`"),
        ({"sms_url": "https://elsewhere.example/sms"}, False, "texts go elsewhere run `twilio-setup`"),
        (None, False, "not a number of this account"),
    ],
)
async def test_a_number_whose_calls_go_elsewhere_is_told(
    tmp_path: Path, entry: dict[str, str] | None, well: bool, told: str
) -> None:
    ours = {"voice_fallback_url": "https://phone.example.com/twilio/voice"}
    ours["status_callback"] = "https://phone.example.com/twilio/status"
    ours["voice_url"], ours["sms_url"] = ours["voice_fallback_url"], "https://phone.example.com/twilio/sms"
    found_numbers = [] if entry is None else [{"sid": "PN1", "phone_number": "+15125550100", **ours, **entry}]
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"incoming_phone_numbers": found_numbers}))
    settings = gateway_settings(tmp_path, twilio_account_sid="AC1", worker_public_url="https://phone.example.com")
    found = await gateway_doctor.number_check(settings, "+15125550100", SystemClock(), transport)
    assert found.well is well
    assert told in f"{found.seen} {found.remedy}"


def test_the_gateways_doctor_asks_each_vendor_that_is_named_and_no_other(tmp_path: Path) -> None:
    settings = gateway_settings(tmp_path, recognizers="deepgram", deepgram_api_key=SecretStr(SECRET))
    checks = gateway_doctor.checks(settings, Profiles(()), client(says(200)), SystemClock())
    assert set(checks) == {"NATS", "clock", "public URL", "deepgram"}


async def test_the_brains_doctor_looks_up_nobody_with_the_backends_key() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200 if request.headers["x-api-key"] == SECRET else 401, json={"found": False})

    settings = BrainSettings.model_validate(
        {
            "nats_url": "nats://127.0.0.1:1",
            "businesses_dir": ".",
            "backend_url": "https://backend.test",
            "backend_api_key": SECRET,
        }
    )
    (probe,) = brain_doctor.probes(settings)
    assert (await send(probe, client(answer))).well
    assert seen[0].url.path == "/webhook/retell/lookup_caller"


@pytest.mark.parametrize(("status", "well"), [(405, True), (404, False), (401, False)])
async def test_the_brains_doctor_tries_where_bookings_go_without_booking_anything(status: int, well: bool) -> None:
    needed = {"nats_url": "nats://127.0.0.1:1", "businesses_dir": ".", "backend_api_key": SECRET}
    urls = {"backend_url": "https://backend.test", "booking_url": "https://calendar.test"}
    _, probe = brain_doctor.probes(BrainSettings.model_validate({**needed, **urls}))
    assert (probe.method, probe.url) == ("GET", "https://calendar.test/api/retell/book-service")
    found = await send(probe, client(says(status)))
    assert found.well is well
    assert status != 404 or "BOOKING_URL" in found.remedy


DATABASE = "postgresql+asyncpg://x@127.0.0.1:1/x"
TEXTS: dict[str, object] = {
    "worker_public_url": "https://phone.example.com",
    "worker_api_token": SECRET,
    "twilio_account_sid": "AC1",
    "twilio_auth_token": SECRET,
}


def worker_settings(url: str, secret: str = SECRET) -> WorkerSettings:
    return WorkerSettings.model_validate(
        {
            "nats_url": "nats://127.0.0.1:1",
            "businesses_dir": ".",
            "database_url": url,
            "dashboard_webhook_url": "http://dashboard.test/api/webhook/jobs",
            "dashboard_webhook_secret": secret,
        }
    )


async def test_the_workers_doctor_tries_twilio_when_texts_are_sent(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    settings = WorkerSettings.model_validate({**worker_settings(postgres_url).model_dump(), **TEXTS})
    checks = worker_doctor.checks(settings, Profiles(()), engine, client(says(401)), SystemClock())
    found = await checks["Twilio, texts"]()
    await engine.dispose()
    assert "TWILIO_AUTH_TOKEN" in found.remedy
    assert "Twilio, texts" not in worker_doctor.checks(
        worker_settings(postgres_url), Profiles(()), engine, client(says(200)), SystemClock()
    )


ASKS_FOR_TEXTS: tuple[dict[str, Any], ...] = (
    {"emergency": {"numbers": ["+15125550190"]}},
    {"texts": {"to_callers": True}},
    {"texts": {"leads_to": "+15125550190"}},
)


@pytest.mark.parametrize("asks", ASKS_FOR_TEXTS)
async def test_people_whom_a_profile_names_and_nobody_texts_are_told_by_their_business(asks: dict[str, Any]) -> None:
    quiet, named = profile(), profile(id="named-cooling", **asks)
    on = WorkerSettings.model_validate({**worker_settings(DATABASE).model_dump(), **TEXTS})

    found = await worker_doctor.texts_check(worker_settings(DATABASE), Profiles((quiet, named)))

    assert found.remedy.startswith("set WORKER_PUBLIC_URL")
    assert found.seen.endswith("emergency contacts of named-cooling")
    assert (await worker_doctor.texts_check(worker_settings(DATABASE), Profiles((quiet,)))).well
    assert (await worker_doctor.texts_check(on, Profiles((quiet, named)))).well


@pytest.mark.parametrize(("secret", "well"), [(SECRET, True), ("another", False), (f"next,{SECRET}", True)])
async def test_the_workers_doctor_tries_the_dashboards_secret_without_delivering_anything(
    postgres_url: str, secret: str, well: bool
) -> None:
    received = ReceivedWebhooks(None)
    dashboard = dashboard_app(["owner@acecooling.example"], SECRET, received, SystemClock())
    engine = connect_database(postgres_url)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(dashboard)) as http:
        checks = worker_doctor.checks(worker_settings(postgres_url, secret), Profiles(()), engine, http, SystemClock())
        findings = await run_checks({what: check for what, check in checks.items() if what.startswith("dashboard")})
    await engine.dispose()
    assert len(findings) == 3
    assert all(finding.well is well for finding in findings)
    assert not [one for one in received.of_call() if one.status == 200]


async def test_a_database_of_today_is_well_and_an_empty_one_is_told_how_to_become_so(
    postgres_url: str, postgres_server: PostgresServer
) -> None:
    today = connect_database(postgres_url)
    assert (await worker_doctor.database_check(today)).well
    await today.dispose()
    postgres_server.create_database("empty")
    empty = connect_database(postgres_server.url("empty"))
    found = await worker_doctor.database_check(empty)
    await empty.dispose()
    postgres_server.drop_database("empty")
    assert "schema is at None" in found.seen
    assert "migrate" in found.remedy


async def test_recordings_that_would_outlive_their_calls_are_told(postgres_url: str, tmp_path: Path) -> None:
    engine = connect_database(postgres_url)
    assert (await worker_doctor.recordings_check(engine, None)).seen == "none are made"
    assert (await worker_doctor.recordings_check(engine, tmp_path)).well
    found = await worker_doctor.recordings_check(engine, tmp_path / "nowhere")
    await engine.dispose()
    assert not found.well
    assert "RECORDINGS_DIR" in found.seen


async def test_a_database_that_is_away_is_told_with_the_setting_to_look_at() -> None:
    engine = connect_database("postgresql+asyncpg://x:hidden@127.0.0.1:1/x")
    found = await worker_doctor.database_check(engine)
    await engine.dispose()
    assert "DATABASE_URL" in found.remedy
    assert "hidden" not in found.seen + found.remedy
