"""Shell. `/api/my`: what an account sees, for programs that bring one of its tokens."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from post_call_worker.console import seen_calls
from post_call_worker.console.access import OfConsole, SignedIn
from post_call_worker.console.accounts import Account
from post_call_worker.console.filters import Filters, Place, place_of
from post_call_worker.console.inbox_query import PAGE
from post_call_worker.transcript import as_array

router = APIRouter(prefix="/api/my", tags=["an account's calls"])


class CallPage(BaseModel):
    """Some calls, the latest first."""

    calls: list[dict[str, Any]]
    next: str | None
    """Ask with this as `after` for the page that follows; null on the last one."""


class CallDetails(BaseModel):
    """Everything about one call."""

    record: dict[str, Any]
    transcript: list[dict[str, Any]]
    """The conversation as chat programs take it: `role` and `content`; a tool's has `role`, `name` and `result`."""
    classification: dict[str, Any]
    deliveries: list[dict[str, Any]]


async def _bearer(console: OfConsole, authorization: Annotated[str, Header()] = "") -> Account:
    scheme, _, token = authorization.partition(" ")
    account = await console.accounts.by_token(token) if scheme.lower() == "bearer" and token else None
    if account is None:
        raise HTTPException(401, "send an account's token as a bearer token", {"WWW-Authenticate": "Bearer"})
    if not console.requests.take(account.id, console.clock.monotonic()):
        raise HTTPException(429, "too many requests, wait a moment", {"Retry-After": "5"})
    return account


_Bearer = Annotated[Account, Depends(_bearer)]


@router.get("/calls")
async def my_calls(console: OfConsole, account: _Bearer, filters: Annotated[Filters, Query()]) -> CallPage:
    """Calls as the inbox lists them, with the same filters. A day is one of the business's, else of UTC."""
    try:
        after = place_of(filters.after) if filters.after else None
    except ValueError:
        raise HTTPException(422, "after: take it from the `next` of an earlier page") from None
    zone = console.business(filters.business or "").zone
    await console.accounts.note_look(account, console.now(), "api")
    rows = await console.inbox.page(account.businesses, filters, after, zone)
    shown = rows[:PAGE]
    last = Place(started_at=shown[-1]["started_at"], call_sid=shown[-1]["call_sid"]) if len(rows) > PAGE else None
    return CallPage(calls=shown, next=str(last) if last else None)


@router.get("/calls/{call_sid}")
async def my_call(console: OfConsole, account: _Bearer, call_sid: str) -> CallDetails:
    """One call: its record, classification and deliveries with every attempt. The look is noted."""
    seen = await seen_calls.seen_call(console, account, call_sid)
    await console.accounts.note_look(account, console.now(), "api", call_sid)
    return CallDetails(
        record=seen.record.model_dump(mode="json"),
        transcript=as_array(seen.record.transcript),
        classification=seen.classification.model_dump(mode="json"),
        deliveries=seen.deliveries,
    )


@router.post("/deliveries/{delivery_id}/resend", status_code=202)
async def resend(console: OfConsole, account: _Bearer, delivery_id: str) -> dict[str, str]:
    """Deliver once more what could not be delivered; for owners."""
    if account.role != "owner":
        raise HTTPException(403, "only an owner may do this")
    await seen_calls.resend(console, account, delivery_id)
    return {"status": "pending"}


def describe(app: FastAPI) -> None:
    """Serve the OpenAPI description of everything under /api, to whoever is signed in."""

    @app.get("/api/openapi.json", include_in_schema=False)
    async def openapi(_visitor: SignedIn) -> JSONResponse:
        return JSONResponse(app.openapi())
