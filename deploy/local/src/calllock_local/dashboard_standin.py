"""Shell. A stand-in for the customer's dashboard: takes its three webhooks and shows what came."""

from __future__ import annotations

import hmac
import json
from collections.abc import AsyncIterator, Collection, Mapping
from html import escape
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from calllock.runtime.clock import Clock
from calllock_local.dashboard_schema import SCHEMAS, Kind, Rejected, accept
from calllock_local.received_webhooks import Received, ReceivedWebhooks, row_of
from calllock_local.standin import name_as_standin

BANNER = "CallLock stand-in for the customer's dashboard"
_KINDS: Mapping[str, Kind] = {f"/api/webhook/{kind}": kind for kind in SCHEMAS}


class Misbehaviour(BaseModel):
    """What goes wrong with the next `times` deliveries of one kind."""

    model_config = ConfigDict(extra="forbid")
    times: int = Field(default=1, ge=1)
    status: int | None = None
    """Answer this instead of looking at the delivery."""
    delay_s: float = Field(default=0.0, ge=0)
    drop: bool = False
    """Keep the delivery, but let the connection break before the answer is complete."""


def dashboard_app(emails: Collection[str], secret: str, received: ReceivedWebhooks, clock: Clock) -> FastAPI:
    """The stand-in as an ASGI application; `emails` are the accounts it knows.

    `GET /` is a page and `GET /received` the same as JSON (`?call_id=` for one call), open to this
    machine; `PUT /standin/misbehaviour/{kind}` (`Misbehaviour`) needs the secret, as the webhooks do.
    """
    standin = _DashboardStandIn(emails, received, clock)

    def check_secret(x_webhook_secret: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(x_webhook_secret.encode(), secret.encode()):
            raise HTTPException(401, "Unauthorized")

    app = FastAPI(title=BANNER)
    name_as_standin(app, BANNER)
    guarded = APIRouter(dependencies=[Depends(check_secret)])
    for route in _KINDS:
        guarded.add_api_route(route, standin.take, methods=["POST"])
    guarded.add_api_route("/standin/misbehaviour/{kind}", standin.misbehave, methods=["PUT"])
    app.include_router(guarded)
    app.add_api_route("/received", standin.list_received)
    app.add_api_route("/", standin.show_received, response_class=HTMLResponse)
    return app


class _DashboardStandIn:
    def __init__(self, emails: Collection[str], received: ReceivedWebhooks, clock: Clock) -> None:
        self._emails = emails
        self._received = received
        self._clock = clock
        self._misbehaviours: dict[Kind, Misbehaviour] = {}

    async def take(self, request: Request, webhook_id: Annotated[str, Header()] = "") -> Response:
        kind = _KINDS[request.url.path]
        fault = self._next_fault(kind)
        raw = await request.body()
        await self._clock.sleep(fault.delay_s)
        status, body, answer = self._judge(kind, raw)
        if fault.status is not None:
            status, answer = fault.status, {"error": "Misbehaving as asked"}
        self._received.add(
            Received(
                kind=kind,
                received_at=self._clock.now().isoformat(),
                webhook_id=webhook_id,
                status=status,
                body=body,
                answer=answer,
            )
        )
        return _broken_answer() if fault.drop else JSONResponse(answer, status)

    async def misbehave(self, kind: Kind, misbehaviour: Misbehaviour) -> dict[str, bool]:
        self._misbehaviours[kind] = misbehaviour
        return {"misbehaving": True}

    async def list_received(self, call_id: str = "") -> list[Received]:
        return self._received.of_call(call_id)

    async def show_received(self) -> str:
        rows = "".join(_row(one) for one in reversed(self._received.of_call()))
        return (
            f"<!doctype html><meta charset=utf-8><title>{escape(BANNER)}</title><h1>{escape(BANNER)}</h1>"
            "<p>Every delivery, the latest first.</p><table border=1 cellpadding=6>"
            f"<tr><th>received<th>webhook<th>status<th>answer<th>body</tr>{rows}</table>"
        )

    def _judge(self, kind: Kind, raw: bytes) -> tuple[int, Any, dict[str, Any]]:
        """Status, parsed body and answer, in the order in which the dashboard checks."""
        try:
            body = json.loads(raw)
        except ValueError:
            return 500, None, {"error": "Internal server error"}
        try:
            fields = accept(kind, body)
        except Rejected as rejected:
            return 400, body, {"error": "Validation failed", "details": rejected.details}
        if fields["user_email"] not in self._emails:
            return 404, body, {"error": "User not found"}
        return 200, body, {"success": True, **row_of(kind, fields, len(self._received) + 1)}

    def _next_fault(self, kind: Kind) -> Misbehaviour:
        fault = self._misbehaviours.pop(kind, Misbehaviour())
        if fault.times > 1:
            self._misbehaviours[kind] = fault.model_copy(update={"times": fault.times - 1})
        return fault


def _broken_answer() -> Response:
    async def nothing() -> AsyncIterator[bytes]:
        yield b"{"

    return StreamingResponse(nothing(), media_type="application/json", headers={"Content-Length": "1000"})


def _row(one: Received) -> str:
    cells = (one.received_at, one.kind, one.status, json.dumps(one.answer), json.dumps(one.body, indent=1))
    return "<tr valign=top>" + "".join(f"<td><pre>{escape(str(cell))}</pre>" for cell in cells) + "</tr>"
