"""Shell. The page of one call, and what may be done there."""

from __future__ import annotations

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.tagging import hear
from post_call_worker.console import plots
from post_call_worker.console.access import OfConsole, Owner, Posting, SignedIn, Visitor
from post_call_worker.console.call_view import call_view
from post_call_worker.console.flow_diagram import flow_diagram
from post_call_worker.console.flow_file import published_flow
from post_call_worker.console.parts import Console
from post_call_worker.console.rendering import is_part, page
from post_call_worker.folding import UnusableLog
from post_call_worker.record import CallRecord
from post_call_worker.recording import UnknownBusiness

router = APIRouter(prefix="/calls/{call_sid}")

_log = structlog.get_logger()
_FLOW = published_flow()


@router.get("")
async def call(request: Request, console: OfConsole, visitor: SignedIn, call_sid: str) -> Response:
    """Everything about one call; the look is noted."""
    now = console.now()
    shown = await _shown(request, console, visitor, call_sid)
    if not is_part(request):
        await console.accounts.note_look(visitor.account, call_sid, now)
        await console.inbox.see(call_sid, now)
    return shown


@router.post("/done")
async def done(
    request: Request, console: OfConsole, visitor: Posting, call_sid: str, done: Annotated[bool, Form()]
) -> Response:
    """Nothing, or something again, is left to do about the call."""
    await _seen_by(console, visitor, call_sid)
    await console.inbox.set_done(call_sid, console.now() if done else None)
    return await _shown(request, console, visitor, call_sid)


@router.post("/deliveries/{delivery_id}/resend")
async def resend(request: Request, console: OfConsole, visitor: Owner, call_sid: str, delivery_id: str) -> Response:
    """Deliver once more what could not be delivered."""
    await _own_delivery(console, visitor, call_sid, delivery_id)
    if not await console.archive.retry(delivery_id, console.now()):
        raise HTTPException(409, "only what was not delivered can be sent again; reload the page")
    console.deliveries.wake()
    _log.info("delivery.resent", call_sid=call_sid, delivery=delivery_id, account=visitor.account.id)
    return await _shown(request, console, visitor, call_sid)


@router.post("/deliveries/{delivery_id}/discard")
async def discard(request: Request, console: OfConsole, visitor: Owner, call_sid: str, delivery_id: str) -> Response:
    """Give a delivery up."""
    await _own_delivery(console, visitor, call_sid, delivery_id)
    if not await console.archive.discard(delivery_id, console.now()):
        raise HTTPException(409, "this delivery is already settled; reload the page")
    _log.info("delivery.discarded", call_sid=call_sid, delivery=delivery_id, account=visitor.account.id)
    return await _shown(request, console, visitor, call_sid)


async def _seen_by(console: Console, visitor: Visitor, call_sid: str) -> CallRecord:
    """The call's record, stored or still growing; 404 when it is unknown or somebody else's."""
    stored = await console.archive.call(call_sid)
    try:
        if stored is not None and stored["record"] is not None:
            record = CallRecord.model_validate(stored["record"])
        else:
            record, _ = await console.recorder.read(call_sid)
    except (UnusableLog, UnknownBusiness):
        raise HTTPException(404, "no such call") from None
    if not visitor.account.sees(record.business):
        raise HTTPException(404, "no such call")
    return record


async def _own_delivery(console: Console, visitor: Visitor, call_sid: str, delivery_id: str) -> None:
    await _seen_by(console, visitor, call_sid)
    delivery = await console.archive.delivery(delivery_id)
    if delivery is None or delivery["call_sid"] != call_sid:
        raise HTTPException(404, "no such delivery")


async def _shown(request: Request, console: Console, visitor: Visitor, call_sid: str) -> Response:
    record = await _seen_by(console, visitor, call_sid)
    stored = await console.archive.call(call_sid)
    recorder = console.recorder
    profile = recorder.profile(record.business)
    log = await recorder.store.events(call_sid) or await recorder.bus.read(call_sid)
    words = hear(record.caller_turns, recorder.signals).standing
    shown = call_view(
        record,
        classify(told_by(record), profile, recorder.signals),
        [entry.message for entry in log if entry.message is not None],
        stored["deliveries"] if stored else [],
        words,
        console.business(record.business),
    )
    turns = [
        (p.turn, p.endpoint_ms, p.transcribe_ms, max(0, (p.first_audio_ms or 0) - p.endpoint_ms - p.transcribe_ms))
        for p in record.paces
    ]
    return page(
        request,
        "call_body.html" if is_part(request) else "call.html",
        visitor,
        call=shown,
        done=await console.inbox.is_done(call_sid),
        diagram=flow_diagram(_FLOW, [visit.state for visit in record.path]),
        pace=plots.paces(turns, "Milliseconds of each turn") if any(any(turn[1:]) for turn in turns) else "",
    )
