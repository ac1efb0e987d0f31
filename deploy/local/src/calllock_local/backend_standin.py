"""Shell. A stand-in for the business's own backend, over HTTP. For one machine and for tests."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from calllock.contracts.business import BusinessProfile
from calllock.runtime.clock import Clock
from calllock_local.business_backend import BusinessBackend, Envelope, ScriptedCall, Tool
from calllock_local.standin import name_as_standin

BANNER = "CallLock stand-in for a business backend"
_TOOLS: Mapping[str, Tool] = {
    "/webhook/retell/lookup_caller": "lookup_caller",
    "/api/retell/book-service": "book_service",
    "/webhook/retell/create_callback": "create_callback",
    "/webhook/retell/send_sales_lead_alert": "send_sales_lead_alert",
}


def backend_app(profiles: Iterable[BusinessProfile], api_key: str, clock: Clock) -> FastAPI:
    """The stand-in as an ASGI application.

    Beside the four real routes: `PUT /standin/calls/{call_id}` scripts the answers of one call
    (`ScriptedCall`), `GET /standin/requests` lists what was asked. All need `X-API-Key`.
    """
    standin = _BackendStandIn(BusinessBackend(profiles), clock)

    def check_key(x_api_key: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(x_api_key.encode(), api_key.encode()):
            raise HTTPException(401, "X-API-Key is missing or wrong")

    app = FastAPI(title=BANNER)
    name_as_standin(app, BANNER)
    app.add_exception_handler(RequestValidationError, _refuse_envelope)
    guarded = APIRouter(dependencies=[Depends(check_key)])
    for route in _TOOLS:
        guarded.add_api_route(route, standin.answer_tool, methods=["POST"])
    guarded.add_api_route("/standin/calls/{call_id}", standin.script_call, methods=["PUT"])
    guarded.add_api_route("/standin/requests", standin.list_requests)
    app.include_router(guarded)
    return app


class _BackendStandIn:
    def __init__(self, backend: BusinessBackend, clock: Clock) -> None:
        self._backend = backend
        self._clock = clock
        self._requests: list[dict[str, Any]] = []

    async def answer_tool(
        self, request: Request, envelope: Envelope, idempotency_key: Annotated[str, Header()] = ""
    ) -> JSONResponse:
        tool = _TOOLS[request.url.path]
        answer = self._backend.answer(tool, envelope, self._clock.now(), idempotency_key)
        self._requests.append(
            {"tool": tool, **envelope.model_dump(), "idempotency_key": idempotency_key, "answer": answer.model_dump()}
        )
        if answer.delay_s:
            await self._clock.sleep(answer.delay_s)
        return JSONResponse(answer.body, answer.status)

    async def script_call(self, call_id: str, scripted: ScriptedCall) -> dict[str, bool]:
        self._backend.script(call_id, scripted)
        return {"scripted": True}

    async def list_requests(self, call_id: str = "") -> list[dict[str, Any]]:
        return [asked for asked in self._requests if call_id in ("", asked["call"]["call_id"])]


async def _refuse_envelope(_: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    places = [".".join(str(part) for part in fault["loc"][1:]) for fault in faults]
    return JSONResponse({"error": "not an envelope", "fields": places}, 400)
