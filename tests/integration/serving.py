"""Shell. Serves an application over real HTTP in a thread, for tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

READY_LIMIT_S = 20.0


@contextmanager
def serving(config: uvicorn.Config) -> Iterator[str]:
    """The application's base URL while it is served."""
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    url = f"http://{config.host}:{config.port}"
    try:
        wait_until_ready(f"{url}/healthz")
        yield url
    finally:
        server.should_exit = True
        thread.join(timeout=5)


def wait_until_ready(url: str) -> None:
    """Return once `url` answers 200; raise when it does not within the limit."""
    transport = httpx.HTTPTransport(retries=0)
    pause = threading.Event()
    with httpx.Client(transport=transport, timeout=2) as client:
        for _ in range(int(READY_LIMIT_S / 0.05)):
            try:
                if client.get(url).status_code == httpx.codes.OK:
                    return
            except httpx.HTTPError:
                pass
            pause.wait(0.05)
    raise TimeoutError(f"{url} was not ready within {READY_LIMIT_S:g} s")
