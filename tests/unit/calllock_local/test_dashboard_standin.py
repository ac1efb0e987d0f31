"""Shell. The dashboard stand-in over its real HTTP wire, in process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from calllock_local.dashboard_standin import dashboard_app
from calllock_local.received_webhooks import ReceivedWebhooks
from tests.unit.calllock_local.standing_clock import StandingClock

SECRET = "a-secret"
EMAIL = "owner@acecooling.example"
JOBS, CALLS, ALERTS = "/api/webhook/jobs", "/api/webhook/calls", "/api/webhook/emergency-alerts"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def dashboard(tmp_path: Path, clock: StandingClock) -> AsyncIterator[httpx.AsyncClient]:
    app = dashboard_app({EMAIL}, SECRET, ReceivedWebhooks(tmp_path / "received.jsonl"), clock)
    headers = {"X-Webhook-Secret": SECRET}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://standin", headers=headers) as client:
        yield client


def _job(**more: Any) -> dict[str, Any]:
    return {
        "customer_name": "Eva <b>Stone</b>",
        "customer_phone": "+15125550171",
        "customer_address": "7 Elm Street",
        "service_type": "hvac",
        "urgency": "medium",
        "user_email": EMAIL,
        "call_id": "CA1",
        **more,
    }


@pytest.mark.parametrize("path", [JOBS, CALLS, ALERTS])
@pytest.mark.parametrize("headers", [{}, {"X-Webhook-Secret": "wrong"}], ids=["missing", "wrong"])
async def test_without_the_secret_nothing_is_taken(
    dashboard: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    del dashboard.headers["X-Webhook-Secret"]
    answer = await dashboard.post(path, content=b"not JSON", headers=headers)
    assert answer.status_code == 401
    assert (await dashboard.get("/received")).json() == []


async def test_faults_are_answered_as_the_dashboard_answers_them(dashboard: httpx.AsyncClient) -> None:
    no_json = await dashboard.post(JOBS, content=b"{")
    broken = await dashboard.post(JOBS, json=_job(urgency="routine"))
    stranger = await dashboard.post(JOBS, json=_job(user_email="nobody@example.com"))
    assert [no_json.status_code, broken.status_code, stranger.status_code] == [500, 400, 404]
    assert [detail["path"] for detail in broken.json()["details"]] == ["urgency"]
    assert "stand-in" in broken.headers["X-Stand-In"]


@pytest.mark.parametrize(
    ("more", "row"),
    [
        ({"scheduled_at": "2026-02-24T09:00:00-06:00"}, "job_id"),
        ({"end_call_reason": "safety_emergency"}, "job_id"),
        ({"end_call_reason": "callback_later"}, "lead_id"),
        ({}, "lead_id"),
    ],
)
async def test_a_job_or_a_lead_is_made(dashboard: httpx.AsyncClient, more: dict[str, Any], row: str) -> None:
    answer = await dashboard.post(JOBS, json=_job(**more))
    assert answer.status_code == 200
    assert answer.json()["success"] is True
    assert answer.json()[row]


async def test_a_repeated_alert_is_the_same_row(dashboard: httpx.AsyncClient) -> None:
    alert = {
        "phone_number": "+15125550171",
        "problem_description": "Gas smell",
        "user_email": EMAIL,
        "sms_sent_at": "2026-02-23T16:00:00Z",
        "callback_promised_minutes": 15,
        "alert_id": "CA1:emergency",
    }
    answers = [(await dashboard.post(ALERTS, json=alert)).json() for _ in range(2)]
    assert answers == [{"success": True, "alert_id": "CA1:emergency"}] * 2


async def test_what_came_is_shown_and_survives_a_restart(dashboard: httpx.AsyncClient, tmp_path: Path) -> None:
    await dashboard.post(JOBS, json=_job(), headers={"webhook-id": "CA1:job"})
    await dashboard.post(JOBS, json=_job(call_id="CA2", urgency="?"))

    of_call = (await dashboard.get("/received", params={"call_id": "CA1"})).json()
    assert [(one["webhook_id"], one["status"], one["body"]["call_id"]) for one in of_call] == [("CA1:job", 200, "CA1")]
    page = (await dashboard.get("/")).text
    assert "stand-in" in page
    assert "&lt;b&gt;Stone" in page
    assert "<b>Stone" not in page
    assert [one.status for one in ReceivedWebhooks(tmp_path / "received.jsonl").of_call()] == [200, 400]


async def test_it_misbehaves_as_often_as_asked(dashboard: httpx.AsyncClient, clock: StandingClock) -> None:
    await dashboard.put("/standin/misbehaviour/jobs", json={"status": 503, "delay_s": 2, "times": 2})
    statuses = [(await dashboard.post(JOBS, json=_job())).status_code for _ in range(3)]
    assert statuses == [503, 503, 200]
    assert clock.slept == [2, 2, 0]
