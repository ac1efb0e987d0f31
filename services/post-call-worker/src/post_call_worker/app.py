"""Shell. The worker's web application: health, and the calls for those who may read them."""

from __future__ import annotations

import asyncio
import hmac
import re
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

import structlog
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import AwareDatetime, BaseModel, BeforeValidator
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException as StarletteHTTPException

from calllock.runtime.background import log_failure
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.clock import Clock
from calllock.runtime.gate import Gate
from calllock.runtime.health import Health
from calllock.runtime.loopback import is_loopback
from post_call_worker.archive import KEPT_NO_LONGER, Archive, Rows
from post_call_worker.consumers import wait_before_storing
from post_call_worker.database_errors import is_away, sqlstate
from post_call_worker.dead_letters import CannotRetry, DeadLetters
from post_call_worker.delivery.loop import DeliveryLoop
from post_call_worker.folding import UnusableLog
from post_call_worker.record_keeper import RecordKeeper, UnknownBusiness
from post_call_worker.retention import Forgotten, NotANumber, NotErased, Retention
from post_call_worker.vocabulary import DeliveryKind, DeliveryStatus

_log = structlog.get_logger()

_HOST = re.compile(r"(?:\[(?P<v6>[^\]]*)\]|(?P<name>[^:]*))(?::\d+)?")
_Limit = Annotated[int, Query(ge=1, le=500)]
_NO_SUCH_VALUE = "22"
"""Class of SQLSTATE, as for NUL and half surrogates."""


def _moment(text: object) -> object:
    """Nothing but ISO 8601: pydantic takes a bare number, such as a year, for seconds since 1970."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError("must be ISO 8601 with a zone, such as 2026-02-23T10:00:00-06:00, its + written as %2B")
    return moment


_Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]


def _is_foreign(origin: str | None, host: str) -> bool:
    """Whether the page of another site asks, as any page in a browser on this machine can. A name that merely leads to
    this machine is another site, too: its pages may read what they ask for, and to read they send no origin."""
    named = _HOST.fullmatch(host)
    ours = named is not None and is_loopback(named["v6"] or named["name"] or "")
    return not ours or origin not in (None, f"http://{host}", f"https://{host}")


def create_app(
    archive: Archive, keeper: RecordKeeper, deliveries: DeliveryLoop, retention: Retention, health: Health, token: str
) -> FastAPI:
    """The application. Everything under /api needs `Authorization: Bearer <token>`, unless `token` is empty."""

    def check_token(request: Request, authorization: Annotated[str, Header()] = "") -> None:
        if token and not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "send the worker's API token as a bearer token", {"WWW-Authenticate": "Bearer"})
        if not token and _is_foreign(request.headers.get("origin"), request.headers.get("host", "")):
            raise HTTPException(403, "the page of another site may not ask; set WORKER_API_TOKEN, and send it")

    app = FastAPI(title="CallLock post-call worker", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Gate, clock=keeper.clock)
    app.add_exception_handler(SQLAlchemyError, _database_failed)
    app.add_exception_handler(OSError, _database_failed)
    app.add_exception_handler(BusUnavailable, _bus_away)
    app.add_api_route("/healthz", lambda: _answer(health.alive()))

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        return _answer(await health.ready())

    routers = (
        _calls(archive, keeper, deliveries),
        _deliveries(archive, keeper.clock, deliveries),
        _dead_letters(DeadLetters(keeper, archive), deliveries),
        _callers(retention),
    )
    for router in routers:
        app.include_router(router, prefix="/api", dependencies=[Depends(check_token)])
    return app


def _calls(archive: Archive, keeper: RecordKeeper, loop: DeliveryLoop) -> APIRouter:
    api = APIRouter(prefix="/calls")

    @api.get("")
    async def calls(business: str = "", before: _Moment | None = None, limit: _Limit = 50) -> Rows:
        return await archive.calls(business=business, before=before, limit=limit)

    @api.get("/{call_sid}")
    async def call(call_sid: str) -> dict[str, Any]:
        return _found(await archive.call(call_sid), "call")

    @api.post("/{call_sid}/reprocess")
    async def reprocess(call_sid: str) -> dict[str, Any]:
        try:
            record, log = await keeper.read(call_sid)
            if wait_before_storing(record, log, keeper.clock.now()) > 0:
                raise HTTPException(409, f"{call_sid} is still going on; it is recorded when it has ended")
            await keeper.keep(record, log, again=True)
        except (UnusableLog, UnknownBusiness) as error:
            raise HTTPException(409, f"{call_sid}: {error}") from None
        loop.wake()
        return _found(await archive.call(call_sid), "call")

    return api


def _deliveries(archive: Archive, clock: Clock, loop: DeliveryLoop) -> APIRouter:
    api = APIRouter(prefix="/deliveries")

    @api.get("")
    async def deliveries(
        status: DeliveryStatus | None = None,
        kind: Annotated[list[DeliveryKind] | None, Query()] = None,
        limit: _Limit = 100,
    ) -> Rows:
        return await archive.deliveries(status=status, kinds=kind or (), limit=limit)

    @api.post("/retry")
    async def retry_all(
        status: Literal["dead", "discarded"], kind: Annotated[list[DeliveryKind], Query(min_length=1)]
    ) -> dict[str, int]:
        retried = await archive.retry_all(status, kind, clock.now())
        loop.wake()
        return {"retried": retried}

    @api.get("/{delivery_id}")
    async def delivery(delivery_id: str) -> dict[str, Any]:
        return _found(await archive.delivery(delivery_id), "delivery")

    @api.post("/{delivery_id}/retry")
    async def retry(delivery_id: str) -> dict[str, Any]:
        changed = await archive.retry(delivery_id, clock.now())
        found = await archive.delivery(delivery_id)
        nothing_left = found is not None and not found["body"]
        unsettled = "no delivery with this id is dead or discarded, so none can be retried"
        _changed(changed, KEPT_NO_LONGER if nothing_left else unsettled)
        loop.wake()
        return _found(found, "delivery")

    @api.post("/{delivery_id}/discard")
    async def discard(delivery_id: str) -> dict[str, Any]:
        changed = await archive.discard(delivery_id, clock.now())
        _changed(changed, "no delivery with this id is pending or dead, so none can be discarded")
        return _found(await archive.delivery(delivery_id), "delivery")

    return api


def _dead_letters(dead_letters: DeadLetters, loop: DeliveryLoop) -> APIRouter:
    api = APIRouter(prefix="/dead-letters")

    @api.get("")
    async def letters() -> Rows:
        return await dead_letters.letters()

    @api.get("/{letter_id}")
    async def letter(letter_id: str) -> dict[str, Any]:
        return _found(await dead_letters.letter(letter_id), "dead letter")

    @api.post("/{letter_id}/retry")
    async def retry(letter_id: str) -> dict[str, Any]:
        try:
            if await dead_letters.retry(letter_id):
                loop.wake()
        except CannotRetry as error:
            raise HTTPException(409, str(error)) from None
        return _found(await dead_letters.letter(letter_id), "dead letter")

    @api.post("/{letter_id}/discard")
    async def discard(letter_id: str) -> dict[str, Any]:
        return _found(await dead_letters.discard(letter_id), "dead letter")

    return api


class _Caller(BaseModel):
    number: str


def _callers(retention: Retention) -> APIRouter:
    api = APIRouter(prefix="/callers")
    going_on: set[asyncio.Task[Forgotten]] = set()

    @api.post("/forget")
    async def forget(caller: _Caller) -> dict[str, int]:
        """Goes on to its end even if nobody waits for the answer any more."""
        forgetting = asyncio.create_task(retention.forget(caller.number))
        going_on.add(forgetting)
        forgetting.add_done_callback(going_on.discard)
        try:
            return asdict(await asyncio.shield(forgetting))
        except asyncio.CancelledError:
            log_failure(forgetting, "api.forgetting_failed")
            raise
        except NotANumber as error:
            raise HTTPException(422, str(error)) from None
        except NotErased as error:
            raise HTTPException(409, str(error)) from None

    return api


async def _bus_away(request: Request, error: Exception) -> Response:
    _log.warning("api.bus_away", error=type(error).__name__)
    return await _refused(request, 503, "the bus is away, try again")


async def _database_failed(request: Request, error: Exception) -> Response:
    if is_away(error):
        _log.warning("api.database_away", error=type(error).__name__)
        return await _refused(request, 503, "the database is away, try again")
    if sqlstate(error).startswith(_NO_SUCH_VALUE):
        return await _refused(request, 400, "a character in this request cannot be looked up, such as NUL")
    _log.error("api.broke_the_worker", sqlstate=sqlstate(error), exc_info=error)
    return await _refused(request, 500, "a fault in the worker; its log says where")


async def _refused(request: Request, status: int, detail: str) -> Response:
    """Like any other refusal here: a page for browsers where there is a console, JSON for programs."""
    answer: Response = await request.app.exception_handlers[StarletteHTTPException](
        request, HTTPException(status, detail)
    )
    return answer


def _answer(verdict: tuple[int, dict[str, object]]) -> JSONResponse:
    status, body = verdict
    return JSONResponse(body, status)


def _found(value: dict[str, Any] | None, what: str) -> dict[str, Any]:
    if value is None:
        raise HTTPException(404, f"no such {what}")
    return value


def _changed(changed: bool, otherwise: str) -> None:
    if not changed:
        raise HTTPException(409, otherwise)
