"""Shell. What became of a call is found by its SID: in the log, in one trace, in the metrics, on its page."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from calllock.contracts.events import UtteranceHeard
from calllock.contracts.tracing import trace_id
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.loopback import LOOPBACK, local_url
from calllock_local.ports import free_port
from calllock_local.received_webhooks import ReceivedWebhooks
from tests.integration.serving import serving, wait_until_ready
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call
from tests.unit.post_call_worker.otlp_collector import collector

BUSINESSES = Path(__file__).parents[2] / "deploy/businesses"
SID = "CA0001"
SECRET = "secret-for-tests"
OWNER, PASSWORD = "owner@ace.example", "correct horse battery"


def _settings(nats_url: str, postgres_url: str, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "NATS_URL": nats_url,
        "DATABASE_URL": postgres_url,
        "BUSINESSES_DIR": str(BUSINESSES),
        "DASHBOARD_WEBHOOK_SECRET": SECRET,
        **more,
    }


def _lines(log: Path, count: int) -> list[dict[str, Any]]:
    """The log's lines about the call, once there are so many."""
    pause = threading.Event()
    for _ in range(200):
        lines = [line for line in log.read_text(encoding="utf-8").splitlines() if SID in line]
        if len(lines) >= count:
            return [json.loads(line) for line in lines]
        pause.wait(0.05)
    raise AssertionError(f"not {count} lines about {SID}: {lines}")


def _page(console: str, env: dict[str, str]) -> str:
    """The call's page, for an owner who has just been given an account."""
    account = [sys.executable, "-m", "post_call_worker", "account", OWNER, "--role", "owner"]
    subprocess.run(account, env={**env, "CONSOLE_PASSWORD": PASSWORD}, check=True, timeout=30)
    with httpx.Client(base_url=console, timeout=5, follow_redirects=True) as browser:
        asked = browser.get(f"/calls/{SID}")
        assert asked.url.path == "/sign-in"
        (form_token,) = re.findall(r'name="form_token" value="([0-9a-f]+)"', asked.text)
        form = {"form_token": form_token, "email": OWNER, "password": PASSWORD, "to": asked.url.params["to"]}
        return browser.post("/sign-in", data=form).text


async def _publish(nats_url: str) -> None:
    bus = await connect_nats(nats_url, name="test")
    for message in booked_call(SID).messages:
        await bus.publish(message)
    await bus.close()


def test_the_whole_story_of_a_call_is_found_by_its_sid(nats_url: str, postgres_url: str, tmp_path: Path) -> None:
    port, metrics_port, log = free_port(), free_port(), tmp_path / "log"
    dashboard = dashboard_app([PROFILE.dashboard.user_email], SECRET, ReceivedWebhooks(None), SystemClock())
    with (
        collector(200) as (collector_url, came),
        serving(uvicorn.Config(dashboard, host=LOOPBACK, port=free_port(), log_level="error")) as dashboard_url,
        log.open("wb") as out,
    ):
        ports = {"HTTP_PORT": str(port), "METRICS_PORT": str(metrics_port)}
        urls = {
            "DASHBOARD_WEBHOOK_URL": f"{dashboard_url}/api/webhook/jobs",
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector_url,
        }
        env = _settings(nats_url, postgres_url, **ports, **urls)
        with subprocess.Popen([sys.executable, "-m", "post_call_worker"], env=env, stderr=out) as process:
            try:
                wait_until_ready(f"{local_url(port)}/readyz")
                asyncio.run(_publish(nats_url))
                stored, *delivered = _lines(log, 3)
                metrics = httpx.get(f"{local_url(metrics_port)}/metrics", timeout=5).text
                page = _page(local_url(port), env)
                call = httpx.get(f"{local_url(port)}/api/calls/{SID}", timeout=5).json()
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(20)
    assert (stored["event"], stored["disposition"], stored["trace_id"]) == ("call.stored", "booked", trace_id(SID))
    assert {line["event"] for line in delivered} == {"delivery.delivered"}
    request = ExportTraceServiceRequest.FromString(came[0].partition(b"\n")[2])
    spans = request.resource_spans[0].scope_spans[0].spans
    assert {span.trace_id.hex() for span in spans} == {stored["trace_id"]}
    assert 'calllock_calls_total{disposition="booked",ended_by="agent"} 1.0' in metrics
    spoken = [message.text for message in booked_call(SID).messages if isinstance(message, UtteranceHeard)]
    assert [words for words in (*spoken, "welcome: caller wants service") if words not in page] == []
    assert page.count("Delivered") == len(delivered) == 2
    assert call["record"]["disposition"] == "booked"
