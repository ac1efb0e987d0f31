"""Adapter. One request over HTTP and what came of it, within a limit, whatever the other side does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from calllock.runtime.answered_within import answered_within
from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome

ATTEMPT_LIMIT_S = 15.0
READ_MAX_BYTES = 65_536
KEPT_MAX_CHARS = 4_000
"""Of the answer, kept with the attempt."""
NOT_SENT = "not sent"
"""How the error of an attempt begins that cannot have arrived."""
ARRIVED_BEFORE = "an earlier attempt had arrived"
"""What is kept of an attempt that found so, and sent nothing."""
_NOT_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def post_once(client: httpx.AsyncClient, request: httpx.Request, clock: Clock) -> Outcome:
    """Send it once; never raises for what the receiver or the network does."""
    began = clock.monotonic()

    def took_ms() -> int:
        return round((clock.monotonic() - began) * 1_000)

    try:
        with answered_within(ATTEMPT_LIMIT_S):
            return await _post(client, request, took_ms)
    except TimeoutError:
        return Outcome(error=f"no answer within {ATTEMPT_LIMIT_S:g} s", took_ms=took_ms())
    except _NOT_CONNECTED as error:
        return Outcome(error=f"{NOT_SENT}, no connection: {type(error).__name__}", took_ms=took_ms())
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Outcome(error=f"connection failed: {type(error).__name__}", took_ms=took_ms())


async def _post(client: httpx.AsyncClient, request: httpx.Request, took_ms: Callable[[], int]) -> Outcome:
    response = await client.send(request, stream=True, follow_redirects=False)
    try:
        raw = b""
        async for chunk in response.aiter_bytes():
            raw += chunk
            if len(raw) >= READ_MAX_BYTES:
                break
    finally:
        await response.aclose()
    text = raw[:READ_MAX_BYTES].decode("utf-8", errors="replace").replace("\x00", "")
    return Outcome(
        status_code=response.status_code,
        answer=_object(text),
        body=text[:KEPT_MAX_CHARS],
        retry_after=response.headers.get("Retry-After", ""),
        took_ms=took_ms(),
    )


def _object(text: str) -> Mapping[str, Any] | None:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None
