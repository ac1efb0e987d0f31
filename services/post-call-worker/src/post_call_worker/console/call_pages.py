"""Shell. The page of one call, and what may be done there."""

from __future__ import annotations

import asyncio
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response
from markupsafe import Markup

from post_call_worker.classification.tagging import hear
from post_call_worker.console import plots, seen_calls
from post_call_worker.console.access import OfConsole, Owner, Posting, SignedIn, Visitor
from post_call_worker.console.call_view import SeenCall, call_view
from post_call_worker.console.dependencies import Console
from post_call_worker.console.flow_diagram import flow_diagram
from post_call_worker.console.flow_file import published_flow
from post_call_worker.console.looks_view import looks_shown
from post_call_worker.console.recording_pages import shown_recordings
from post_call_worker.console.rendering import is_part, page
from post_call_worker.console.seen_calls import seen_call
from post_call_worker.console.text_call import is_text_call
from post_call_worker.record import CallRecord

router = APIRouter(prefix="/calls/{call_sid}")

_log = structlog.get_logger()
_FLOW = published_flow()


@router.get("")
async def call(request: Request, console: OfConsole, visitor: SignedIn, call_sid: str) -> Response:
    """Everything about one call."""
    return await _shown(request, console, visitor, await seen_call(console, visitor.account, call_sid))


@router.post("/done")
async def done(
    request: Request, console: OfConsole, visitor: Posting, call_sid: str, done: Annotated[bool, Form()]
) -> Response:
    """Nothing, or something again, is left to do about the call."""
    seen = await seen_call(console, visitor.account, call_sid)
    if not await console.inbox.set_done(call_sid, console.now() if done else None):
        raise HTTPException(409, "this call is not stored yet; it can be marked as soon as it is")
    return await _shown(request, console, visitor, seen)


@router.post("/deliveries/{delivery_id}/resend")
async def resend(request: Request, console: OfConsole, visitor: Owner, call_sid: str, delivery_id: str) -> Response:
    """Deliver once more what could not be delivered."""
    await seen_calls.resend(console, visitor.account, delivery_id)
    _log.info("delivery.resent", call_sid=call_sid, delivery=delivery_id, account=visitor.account.id)
    return await _shown(request, console, visitor, await seen_call(console, visitor.account, call_sid))


@router.post("/deliveries/{delivery_id}/discard")
async def discard(request: Request, console: OfConsole, visitor: Owner, call_sid: str, delivery_id: str) -> Response:
    """Give a delivery up."""
    await seen_calls.seen_delivery(console, visitor.account, delivery_id)
    if not await console.archive.discard(delivery_id, console.now()):
        raise HTTPException(409, "this delivery is already settled; reload the page")
    _log.info("delivery.discarded", call_sid=call_sid, delivery=delivery_id, account=visitor.account.id)
    return await _shown(request, console, visitor, await seen_call(console, visitor.account, call_sid))


async def _shown(request: Request, console: Console, visitor: Visitor, seen: SeenCall) -> Response:
    """The page or its body; the look is noted."""
    record, keeper = seen.record, console.keeper
    if is_part(request):
        await console.accounts.note_open_page(visitor.account, console.now(), "call", record.call_sid)
    else:
        await console.accounts.note_look(visitor.account, console.now(), "call", record.call_sid)
        await console.inbox.see(record.call_sid, console.now())
    log = await console.log(record.call_sid)
    heard = await asyncio.to_thread(hear, record.caller_turns, keeper.signals)
    business = console.business(record.business)
    shown = call_view(seen, log, heard.standing, business, console.now())
    looks = await console.accounts.looks(record.call_sid) if visitor.account.role == "owner" else ()
    return page(
        request,
        "call_body.html" if is_part(request) else "call.html",
        visitor,
        call=shown,
        talking=console.talk is not None and is_text_call(log),
        done=await console.inbox.is_done(record.call_sid),
        diagram=flow_diagram(_FLOW, [visit.state for visit in record.path]),
        pace=_pace(record),
        recordings=await shown_recordings(console, record.call_sid, log),
        looks=looks_shown(looks, business.zone),
    )


def _pace(record: CallRecord) -> Markup | None:
    """The plot of the turns; None where nothing was measured, as in a call by text."""
    turns = [
        (
            one.turn,
            one.endpoint_ms,
            one.transcribe_ms,
            max(0, (one.first_audio_ms or 0) - one.endpoint_ms - one.transcribe_ms),
        )
        for one in record.paces
    ]
    measured = any(any(parts) for _, *parts in turns)
    return plots.paces(turns, "Milliseconds of each turn") if measured else None
