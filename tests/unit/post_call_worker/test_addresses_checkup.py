"""Where the settings say that this worker and others are, and what is found there."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from calllock.runtime.checkup import Finding, run_checks
from calllock.runtime.twilio_form import UNSIGNED
from post_call_worker.addresses_checkup import address_checks
from post_call_worker.settings import Settings

NEEDED: dict[str, object] = {
    "database_url": "postgresql+asyncpg://x@127.0.0.1/x",
    "nats_url": "nats://127.0.0.1:4222",
    "businesses_dir": Path(),
    "dashboard_webhook_url": "https://dashboard.example/api/webhook/jobs",
    "dashboard_webhook_secret": "secret",
    "worker_api_token": "token",
    "twilio_account_sid": "AC1",
    "twilio_auth_token": "token",
}
SET = {
    "worker_public_url": "https://phone.example.com",
    "gateway_url": "https://phone.example.com",
    "console_url": "https://console.example.com",
    "otel_exporter_otlp_endpoint": "http://collector:4318",
}
WELL = {
    "https://phone.example.com/twilio/sms": httpx.Response(403, json={"detail": UNSIGNED}),
    "https://phone.example.com/twilio/voice": httpx.Response(403, json={"detail": UNSIGNED}),
    "https://console.example.com/sign-in": httpx.Response(200, text='<input name="form_token">'),
    "http://collector:4318/v1/traces": httpx.Response(200, json={"partialSuccess": {}}),
}


async def found(answers: dict[str, httpx.Response], **settings: str) -> dict[str, Finding]:
    """What comes of the checks where only these addresses answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        if str(request.url) not in answers:
            raise httpx.ConnectError("no such host")
        return answers[str(request.url)]

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        checks = address_checks(Settings.model_validate({**NEEDED, **settings}), client)
        findings = await run_checks(checks)
        assert [finding.what for finding in findings] == list(checks)
        return {finding.what: finding for finding in findings}


async def test_each_address_that_is_set_is_tried_and_no_other() -> None:
    assert await found({}) == {}
    every = await found(WELL, **SET)
    assert list(every) == ["replies to texts", "gateway", "console", "traces"]
    assert all(finding.well for finding in every.values())


async def test_addresses_that_lead_nowhere_are_faults_with_what_to_do() -> None:
    every = await found({}, **SET)
    assert not any(finding.well for finding in every.values())
    assert "let https://phone.example.com lead to the worker" in every["replies to texts"].remedy
    assert "let https://phone.example.com lead to the gateway" in every["gateway"].remedy
    assert "CONSOLE_URL" in every["console"].remedy
    assert "OTEL_EXPORTER_OTLP_ENDPOINT" in every["traces"].remedy


@pytest.mark.parametrize("answer", [httpx.Response(200), httpx.Response(404), httpx.Response(502)])
async def test_what_answers_in_place_of_them_is_not_taken_for_them(answer: httpx.Response) -> None:
    in_place = {url: answer for url in WELL if "collector" not in url}
    every = await found(in_place, **SET)
    assert not any(finding.well for finding in every.values())
    assert f"answers {answer.status_code}" in every["console"].seen
    assert f"answers {answer.status_code}" in every["replies to texts"].seen


@pytest.mark.parametrize(("status", "well"), [(200, True), (401, True), (415, True), (404, False), (503, False)])
async def test_a_collector_is_known_by_what_it_says_to_an_empty_export(status: int, well: bool) -> None:
    endpoint = {"otel_exporter_otlp_endpoint": "http://collector:4318"}
    every = await found({"http://collector:4318/v1/traces": httpx.Response(status)}, **endpoint)
    assert every["traces"].well is well


@pytest.mark.parametrize("url", ["http://localhost", "http://localhost:8080", "http://127.0.0.1:8084"])
async def test_a_console_on_the_browsers_own_machine_is_not_looked_for_from_here(url: str) -> None:
    assert await found({}, console_url=url) == {}


async def test_a_gateway_that_checks_no_signatures_is_well_where_nobody_signs() -> None:
    local = {"gateway_url": "http://127.0.0.1:8080", "twilio_auth_token": "", "twilio_account_sid": ""}
    twiml = {"http://127.0.0.1:8080/twilio/voice": httpx.Response(200, text="<Response><Hangup/></Response>")}
    assert (await found(twiml, **local))["gateway"].well
    signing = {**local, "twilio_auth_token": "token"}
    assert "TWILIO_AUTH_TOKEN" in (await found(twiml, **signing))["gateway"].remedy
