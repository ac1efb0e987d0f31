"""Shell. The console in the test's own process: real Postgres, a bus in memory, and browsers without a screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from fastapi import FastAPI

from calllock.runtime.health import Health
from post_call_worker.app import create_app
from post_call_worker.console.accounts import Role
from post_call_worker.console.application import add_console
from post_call_worker.console.dependencies import Console, make_console
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import CallLog

PASSWORD = "correct horse battery"
OWNER, VIEWER, STRANGER = "owner@ace.example", "viewer@ace.example", "owner@harbor.example"
_ROLES: dict[str, tuple[Role, tuple[str, ...] | None]] = {
    OWNER: ("owner", ("ace-cooling",)),
    VIEWER: ("viewer", ("ace-cooling",)),
    STRANGER: ("owner", ("harbor-plumbing",)),
}


@dataclass
class ConsoleRig:
    """A worker with its console, and who may sign in."""

    worker: Worker
    console: Console
    app: FastAPI

    def browser(self, source: str = "192.0.2.1") -> Browser:
        """Another browser, not signed in, that comes from this address."""
        scheme = "https" if self.console.secure else "http"
        transport, headers = httpx.ASGITransport(self.app, client=(source, 443)), {"Accept": "text/html"}
        return Browser(httpx.AsyncClient(transport=transport, base_url=f"{scheme}://console.test", headers=headers))

    async def signed_in(self, email: str = OWNER) -> Browser:
        """A browser that is."""
        browser = self.browser()
        answer = await browser.sign_in(email, PASSWORD)
        assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
        return browser

    async def stores(self, log: CallLog) -> None:
        """The call, recorded with its deliveries."""
        await self.worker.publish(log)
        record, entries = await self.worker.keeper.read(log.messages[0].call_sid)
        await self.worker.keeper.keep(record, entries)


@dataclass
class Browser:
    """Keeps cookies and fills forms."""

    client: httpx.AsyncClient

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """A page."""
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, on: str, **values: str) -> httpx.Response:
        """A form as the page `on` gives it, filled in."""
        page = await self.get(on)
        token = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
        assert token, f"no form on {on}: {page.status_code}"
        return await self.client.post(path, data={"form_token": token.group(1), **values})

    async def sign_in(self, email: str, password: str, to: str = "/inbox") -> httpx.Response:
        """Come in, or not."""
        return await self.post("/sign-in", on="/sign-in", email=email, password=password, to=to)


@asynccontextmanager
async def console(postgres_url: str, *, secure: bool = False, talk: bool = True) -> AsyncIterator[ConsoleRig]:
    """The console of a worker whose deliveries are made when the test says so."""
    async with worker(postgres_url) as rig:
        yield await console_of(rig, secure=secure, talk=talk)


async def console_of(rig: Worker, *, secure: bool = False, talk: bool = True) -> ConsoleRig:
    """The console of this worker."""
    made = make_console(rig.engine, rig.keeper, rig.deliveries, secure=secure, talk=talk)
    for email, (role, businesses) in _ROLES.items():
        await made.accounts.keep(email, PASSWORD, role, businesses, rig.clock.now())
    app = create_app(rig.archive, rig.keeper, rig.deliveries, rig.retention, Health({}), "")
    add_console(app, made)
    return ConsoleRig(rig, made, app)
