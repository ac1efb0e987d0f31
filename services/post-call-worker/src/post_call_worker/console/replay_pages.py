"""Shell. What today's flow would do in a stored call, as the brain answers it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from calllock.contracts import wire
from calllock.contracts.dataflow import REPLAYS
from calllock.runtime.bus import BusUnavailable
from post_call_worker.console.access import OfConsole, SignedIn
from post_call_worker.console.rendering import page
from post_call_worker.console.seen_calls import seen_call

router = APIRouter(prefix="/calls/{call_sid}/replay")

_ANSWERS_WITHIN_S = 5.0
_LOG_MAX_BYTES = 900_000
"""The bus carries a megabyte at most."""


@router.get("")
async def replay(request: Request, console: OfConsole, visitor: SignedIn, call_sid: str) -> Response:
    """Where today's flow would differ, decision by decision."""
    await seen_call(console, visitor.account, call_sid)
    await console.accounts.note_open_page(visitor.account, console.now(), "call", call_sid)
    log = b"\n".join([wire.encode(message) for message in await console.log(call_sid)])
    if not 0 < len(log) < _LOG_MAX_BYTES:
        raise HTTPException(409, "the log of this call is no longer kept, or is too long to replay")
    try:
        answer = await console.keeper.bus.ask(REPLAYS, log, _ANSWERS_WITHIN_S)
    except BusUnavailable:
        raise HTTPException(503, "no brain answers now; try again") from None
    differences = answer.decode(errors="replace").splitlines()
    return page(request, "replay.html", visitor, call_sid=call_sid, differences=differences)
