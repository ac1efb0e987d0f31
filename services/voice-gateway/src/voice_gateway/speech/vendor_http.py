"""Adapter. A vendor's HTTP interface: pooled connections, and an answer that is watched while it comes."""

from __future__ import annotations

from typing import Any

import anyio
import httpx

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.answered_within import answered_within
from voice_gateway.speech.faults import VendorFailed, refusal

LARGEST_ANSWER = 4_000_000
"""Bytes; no sentence is longer, as sound."""


class VendorHttp:
    """One vendor's endpoint, for the process."""

    def __init__(self, url: str, headers: dict[str, str], limits: AnswerLimits) -> None:
        self._limits = limits
        self._client = httpx.AsyncClient(
            base_url=url,
            headers=headers,
            timeout=limits.total_s,
            limits=httpx.Limits(max_connections=200, max_keepalive_connections=50, keepalive_expiry=60),
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def post(self, path: str, **request: Any) -> bytes:
        """The body of the answer; raises `VendorFailed`. `request` is what httpx takes."""
        try:
            with answered_within(self._limits.first_s) as limit:
                return await self._read(limit, path, request)
        except (TimeoutError, httpx.TimeoutException):
            raise VendorFailed("late", "no answer in time") from None
        except httpx.TransportError as error:
            raise VendorFailed("unreachable", type(error).__name__) from None
        except httpx.HTTPError as error:
            raise VendorFailed("garbled", type(error).__name__) from None

    async def _read(self, limit: anyio.CancelScope, path: str, request: dict[str, Any]) -> bytes:
        latest = anyio.current_time() + self._limits.total_s
        body = bytearray()
        async with self._client.stream("POST", path, **request) as response:
            if response.status_code != httpx.codes.OK:
                raise refusal(response.status_code)
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > LARGEST_ANSWER:
                    raise VendorFailed("garbled", "the answer is too long")
                limit.deadline = min(anyio.current_time() + self._limits.stall_s, latest)
        return bytes(body)
