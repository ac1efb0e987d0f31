"""Shell. What both stand-ins share: they say what they are, and they are served as a process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse


def name_as_standin(app: FastAPI, banner: str) -> None:
    """Every answer carries `X-Stand-In`, so that nobody mistakes it for the real thing; adds the health routes."""

    @app.middleware("http")
    async def add_banner(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        response.headers["X-Stand-In"] = banner
        return response

    @app.get("/healthz")
    @app.get("/readyz")
    async def healthy() -> Response:
        return PlainTextResponse(f"ok: {banner}\n")


def serve_standin(app: FastAPI, host: str, port: int) -> None:
    """Serve until SIGTERM or SIGINT."""
    uvicorn.run(app, host=host, port=port, access_log=False, timeout_graceful_shutdown=1)
