"""Shell. Serves a stand-in's application in this loop, for tests, or for good, for its command."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

from tests.vendors.behaviour import Behaviour


@asynccontextmanager
async def served(app: FastAPI, behaves: Behaviour | None = None) -> AsyncIterator[str]:
    """The application's base URL while it is served."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=0)
    if behaves is not None and behaves.closes_after_s is not None:
        config.timeout_keep_alive = behaves.closes_after_s  # type: ignore[assignment]  # it goes to `call_later`
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving


def serve(app: FastAPI, behaves: Behaviour, port: int) -> None:
    """Serve until interrupted."""
    keep_alive_s = round(behaves.closes_after_s or 5)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", lifespan="off", timeout_keep_alive=keep_alive_s)
