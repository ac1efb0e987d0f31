"""Shell. What a browser talks to: a worker as a process, on real servers, and a dashboard that may refuse."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock_local.child_process import ChildProcess, Command
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port
from calllock_local.workspace import BUSINESSES
from post_call_worker.console.accounts import Accounts
from post_call_worker.links import Links
from post_call_worker.worker import connect_database
from tests.integration.serving import serving, wait_until_ready

OWNER = "owner@example.test"
PASSWORD = "correct horse battery"
LINKS = Links("http://127.0.0.1:9", "secret-of-links")
TEXTING = {
    "WORKER_PUBLIC_URL": LINKS.public_url,
    "TWILIO_API_URL": "http://127.0.0.1:9",
    "TWILIO_ACCOUNT_SID": "AC0001",
    "TWILIO_AUTH_TOKEN": LINKS.secret,
}
"""Settings with which somebody is paged, though no text arrives."""
_STOPS_WITHIN_S = 5.0
_WEBHOOK_SECRET = "secret-for-tests"


@dataclass
class Dashboard:
    """Takes webhooks, or refuses them for good while `refuses` is set."""

    refuses: bool = False

    def app(self) -> FastAPI:
        """The dashboard as an application."""
        app = FastAPI()
        app.add_api_route("/healthz", lambda: "alive")

        @app.post("/api/webhook/{kind}")
        async def take(kind: str, request: Request) -> JSONResponse:
            await request.body()
            if self.refuses:
                return JSONResponse({"error": "Invalid webhook data"}, 400)
            return JSONResponse({"success": True, "job_id": f"job-{kind}"})

        return app


@dataclass(frozen=True)
class Running:
    """The worker under test."""

    url: str
    nats_url: str
    dashboard: Dashboard
    process: ChildProcess

    def stop(self) -> int | None:
        """Ask the worker to stop; its exit code, or None when it does not stop in time."""
        self.process.ask_to_stop()
        return self.process.wait(_STOPS_WITHIN_S)

    async def publish(self, *logs: Sequence[Message]) -> None:
        """Whole logs of calls, as the services would have written them."""
        bus = await connect_nats(self.nats_url, name="browser-tests")
        for log in logs:
            for message in log:
                await bus.publish(message)
        await bus.close()


async def signed_in(at: Running) -> httpx.AsyncClient:
    """A client that has come in through the form."""
    client = httpx.AsyncClient(base_url=at.url, timeout=30.0)
    form = await client.get("/sign-in")
    token = re.search(r'name="form_token" value="([0-9a-f]+)"', form.text)
    assert token
    await client.post("/sign-in", data={"form_token": token.group(1), "email": OWNER, "password": PASSWORD})
    return client


@contextmanager
def running(nats_url: str, postgres_url: str, folder: Path, **settings: str) -> Iterator[Running]:
    """A worker with one account, `OWNER`, who sees every business; `settings` are more of its environment."""
    dashboard = Dashboard()
    port = free_port()
    with serving(uvicorn.Config(dashboard.app(), host=LOOPBACK, port=free_port(), log_level="error")) as dashboard_url:
        env = {
            **os.environ,
            "NATS_URL": nats_url,
            "DATABASE_URL": postgres_url,
            "BUSINESSES_DIR": str(BUSINESSES),
            "DASHBOARD_WEBHOOK_URL": f"{dashboard_url}/api/webhook/jobs",
            "DASHBOARD_WEBHOOK_SECRET": _WEBHOOK_SECRET,
            "HTTP_PORT": str(port),
            "CONSOLE_TALK": "true",
            **settings,
        }
        asyncio.run(_make_account(postgres_url))
        command = Command([sys.executable, "-m", "post_call_worker"], env)
        process = ChildProcess("worker", command, folder / "worker.log")
        try:
            url = f"http://{LOOPBACK}:{port}"
            wait_until_ready(f"{url}/readyz")
            yield Running(url, nats_url, dashboard, process)
        finally:
            process.kill()


async def _make_account(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    await Accounts(engine).keep(OWNER, PASSWORD, "owner", None, SystemClock().now())
    await engine.dispose()
