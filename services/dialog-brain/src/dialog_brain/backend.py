"""Adapter. The business backend over HTTP: one pooled client and one circuit per endpoint for the process."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import httpx

from calllock.contracts.events import ToolName, ToolOutcome, is_sent
from calllock.contracts.tracing import TRACEPARENT, traceparent
from calllock.contracts.wire import as_json
from calllock.runtime.answered_within import answered_within
from calllock.runtime.circuit import Circuit
from calllock.runtime.clock import Clock
from dialog_brain.tools import TOOLS

LARGEST_ANSWER = 256 * 1024
"""Bytes; nothing the backend says is longer."""
DEEPEST_ANSWER = 20
"""Objects and lists within each other; nothing it says is deeper, and the log cannot hold what is much deeper."""
_OVERWORKED = (httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS)
"""Statuses of a request that may be in order, from an endpoint that has too much to do."""
_NEVER_SENT = (httpx.ConnectError, httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.InvalidURL)


@dataclass(frozen=True, slots=True)
class CallFacts:
    """Whose call a request is made for."""

    call_sid: str
    from_number: str | None
    to_number: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `detail` is for people and holds no secret."""

    outcome: ToolOutcome
    result: dict[str, Any] = field(default_factory=dict)
    detail: str = ""
    took_ms: int = 0
    refused: bool = False
    """The endpoint works, and will not have this request: that says nothing about the next one."""
    unclear: bool = False
    """It may have done what was asked, though it did not say so."""


class Backend(Protocol):
    """The business's own system: caller history, calendar, callbacks."""

    async def ask(self, tool: ToolName, args: dict[str, Any], call: CallFacts, request_id: str) -> Answer:
        """Ask once. Never raises for anything that the backend does; ends within the tool's limit."""
        ...


class HttpBackend:
    """The backend's HTTP contract."""

    def __init__(self, urls: dict[str, str], api_key: str, clock: Clock) -> None:
        self._urls = urls
        self._clock = clock
        self._circuits: dict[ToolName, Circuit] = dict.fromkeys(TOOLS, Circuit())
        self._client = httpx.AsyncClient(
            headers={"X-API-Key": api_key},
            limits=httpx.Limits(max_connections=200, max_keepalive_connections=50),
            follow_redirects=False,
        )

    async def close(self) -> None:
        """Close the pooled connections."""
        await self._client.aclose()

    async def ask(self, tool: ToolName, args: dict[str, Any], call: CallFacts, request_id: str) -> Answer:
        """See `Backend.ask`. `request_id` goes out as `Idempotency-Key`."""
        if not is_sent(tool, call.from_number):
            return Answer("failed", detail="the caller withholds the number")
        started = self._clock.monotonic()
        if not self._circuits[tool].room(started):
            return Answer("failed", detail="the circuit is open after repeated failures")
        self._circuits[tool] = self._circuits[tool].begun(started)
        answer = await self._post(tool, args, call, request_id)
        now, circuit = self._clock.monotonic(), self._circuits[tool]
        works = answer.outcome == "answered" or answer.refused
        self._circuits[tool] = circuit.answered() if works else circuit.failed(now)
        return replace(answer, took_ms=round(1000 * (now - started)))

    async def _post(self, tool: ToolName, args: dict[str, Any], call: CallFacts, request_id: str) -> Answer:
        spec = TOOLS[tool]
        try:
            with answered_within(spec.answers_within_s):
                async with self._client.stream(
                    "POST",
                    self._urls[spec.host] + spec.path,
                    json=envelope(call, args),
                    headers={"Idempotency-Key": request_id, TRACEPARENT: traceparent(call.call_sid, request_id)},
                    timeout=spec.answers_within_s,
                ) as response:
                    return await _read(response)
        except (TimeoutError, httpx.TimeoutException):
            return Answer("timed_out", detail=f"no answer within {spec.answers_within_s:g} s")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Answer("failed", detail=error.__class__.__name__, unclear=not isinstance(error, _NEVER_SENT))


def envelope(call: CallFacts, args: dict[str, Any]) -> dict[str, Any]:
    """The body of every request."""
    about = {
        "call_id": call.call_sid,
        "from_number": call.from_number or "",
        "to_number": call.to_number,
        "direction": "inbound",
        "metadata": {},
    }
    return {"call": about, "args": args}


async def _read(response: httpx.Response) -> Answer:
    """Nothing is read of a body that is not used, and no more of a long one than may be kept."""
    if not response.is_success:
        turned_away = response.is_client_error and response.status_code != httpx.codes.REQUEST_TIMEOUT
        refused = response.is_client_error and response.status_code not in _OVERWORKED
        return Answer("failed", detail=f"status {response.status_code}", refused=refused, unclear=not turned_away)
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > LARGEST_ANSWER:
            return Answer("failed", detail="the answer is too long", unclear=True)
    try:
        result = json.loads(body)
    except (ValueError, RecursionError):
        return Answer("failed", detail="the answer is not JSON", unclear=True)
    if not isinstance(result, dict):
        return Answer("failed", detail="the answer is not a JSON object", unclear=True)
    if not _is_within(DEEPEST_ANSWER, result):
        return Answer("failed", detail="the answer is too deep", unclear=True)
    return Answer("answered", json.loads(as_json(result)))  # the log takes no half a surrogate pair for a key


def _is_within(levels: int, value: object) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return inner is None or (levels > 0 and all(_is_within(levels - 1, one) for one in inner))
