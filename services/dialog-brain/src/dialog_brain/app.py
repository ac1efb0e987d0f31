"""Shell. The dialog-brain's web application: health, readiness, and the life of the switchboard."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from calllock.runtime.gate import Gate
from calllock.runtime.health import Health, connection_check
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard


def create_app(desk: Desk) -> FastAPI:
    """The application; it takes calls from its start to its end, when it hands them over."""
    switchboard = Switchboard(desk)

    async def taking() -> str:
        return "" if switchboard.taking else "no calls are taken"

    health = Health({"bus": connection_check(desk.bus), "switchboard": taking})

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        switchboard.start()
        try:
            yield
        finally:
            await switchboard.stop()

    app = FastAPI(title="CallLock dialog-brain", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Gate, clock=desk.clock)
    app.state.switchboard = switchboard

    @app.get("/healthz")
    async def healthz() -> JSONResponse:
        status, body = health.alive()
        return JSONResponse({**body, "calls": switchboard.calls}, status)

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        status, body = await health.ready()
        return JSONResponse(body, status)

    return app
