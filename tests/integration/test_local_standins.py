"""Shell. A stand-in served by a real HTTP server."""

from __future__ import annotations

import asyncio

import httpx
import pytest
import uvicorn

from calllock.runtime.clock import SystemClock
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port
from calllock_local.received_webhooks import ReceivedWebhooks

JOB = {
    "customer_name": "Eva Stone",
    "customer_phone": "+15125550171",
    "customer_address": "7 Elm Street",
    "service_type": "hvac",
    "urgency": "medium",
    "user_email": "owner@acecooling.example",
}


async def test_a_dropped_answer_breaks_the_connection_after_the_delivery_was_kept() -> None:
    received = ReceivedWebhooks(None)
    app = dashboard_app({JOB["user_email"]}, "secret", received, SystemClock())
    server = uvicorn.Server(uvicorn.Config(app, host=LOOPBACK, port=free_port(), log_level="critical"))
    serving = asyncio.create_task(server.serve())
    try:
        async with asyncio.timeout(10), httpx.AsyncClient(headers={"X-Webhook-Secret": "secret"}) as client:
            while not server.started:  # noqa: ASYNC110 uvicorn offers no event for it
                await asyncio.sleep(0.01)
            base = f"http://{LOOPBACK}:{server.config.port}"
            await client.put(f"{base}/standin/misbehaviour/jobs", json={"drop": True})
            with pytest.raises(httpx.RemoteProtocolError):
                await client.post(f"{base}/api/webhook/jobs", json=JOB)
    finally:
        server.should_exit = True
        await serving
    assert [one.status for one in received.of_call()] == [200]
