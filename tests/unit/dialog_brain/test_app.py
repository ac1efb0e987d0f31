"""Health and readiness of a dialog-brain."""

from __future__ import annotations

import httpx

from dialog_brain.app import create_app
from tests.unit.dialog_brain.desk import TO, Office


async def test_it_is_ready_while_calls_are_taken_and_the_bus_is_there() -> None:
    office = Office()
    app = create_app(office.desk())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://brain") as client:
        assert (await client.get("/readyz")).status_code == 503
        async with app.router.lifespan_context(app):
            assert (await client.get("/readyz")).status_code == 200
            await office.line().call("ace-cooling", TO, turns=2)
            alive = await client.get("/healthz")
            assert (alive.status_code, alive.json()["calls"]) == (200, 1)
            await office.bus.close()
            away = await client.get("/readyz")
            assert away.status_code == 503
            assert "not connected to NATS" in away.text
        stopped = await client.get("/readyz")
        assert "no calls are taken" in stopped.text
        assert (await client.get("/healthz")).json()["calls"] == 0
