"""Adapter. One attempt at a webhook over HTTP, within a limit, whatever the receiver does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.queue import Claimed
from post_call_worker.delivery.signing import headers_for
from post_call_worker.vocabulary import DeliveryKind

ATTEMPT_LIMIT_S = 15.0
READ_MAX_BYTES = 65_536
KEPT_MAX_CHARS = 4_000
"""Of the answer, kept with the attempt."""


class Sender:
    """Posts deliveries; redirects are not followed, because a secret goes along."""

    def __init__(
        self, client: httpx.AsyncClient, urls: Mapping[DeliveryKind, str], secrets: Sequence[str], clock: Clock
    ) -> None:
        self._client = client
        self._urls = urls
        self._secrets = tuple(secrets)
        self._clock = clock

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Post it once; never raises for what the receiver or the network does."""
        body = json.dumps(claimed.body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = headers_for(claimed.id, body, self._clock.now(), self._secrets)
        began = self._clock.monotonic()

        def took_ms() -> int:
            return round((self._clock.monotonic() - began) * 1_000)

        try:
            async with asyncio.timeout(ATTEMPT_LIMIT_S):
                return await self._post(self._urls[claimed.kind], body, headers, took_ms)
        except TimeoutError:
            return Outcome(error=f"no answer within {ATTEMPT_LIMIT_S:g} s", took_ms=took_ms())
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Outcome(error=f"connection failed: {type(error).__name__}", took_ms=took_ms())

    async def _post(self, url: str, body: bytes, headers: dict[str, str], took_ms: Callable[[], int]) -> Outcome:
        async with self._client.stream("POST", url, content=body, headers=headers) as response:
            raw = b""
            async for chunk in response.aiter_bytes():
                raw += chunk
                if len(raw) >= READ_MAX_BYTES:
                    break
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
