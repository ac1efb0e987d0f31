"""Shell. The Now page: calls in progress, over one stream of server-sent events per page."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response, StreamingResponse

from post_call_worker.console.access import OfConsole, SignedIn, Visitor
from post_call_worker.console.dependencies import Console
from post_call_worker.console.flow_diagram import main_way
from post_call_worker.console.flow_file import published_flow
from post_call_worker.console.live_call import LiveCall, live_view
from post_call_worker.console.rendering import fragment, page

router = APIRouter(prefix="/now")

_MAIN_WAY = main_way(published_flow())
_HEARTBEAT_S = 15.0
_GATHER_S = 0.1
"""Changes within this time are one event: nobody reads faster."""


@router.get("")
async def now(request: Request, console: OfConsole, visitor: SignedIn) -> Response:
    """The calls on the line and those that have just ended."""
    await console.accounts.note_look(visitor.account, console.now(), "now")
    cards = [_card(console, call) for call in console.live.calls() if visitor.account.sees(call.answered.business)]
    return page(request, "now.html", visitor, cards=cards)


@router.get("/events")
async def events(console: OfConsole, visitor: SignedIn) -> Response:
    """First `here`, the calls that there are; then a `call` event for each change.

    It carries the call, its card, which is empty when the call is gone, the length of its log, and the words of a turn
    that is not over.
    """
    if not console.streams.free(visitor.account.id):
        raise HTTPException(429, "too many pages of this account are open; close some", {"Retry-After": "10"})
    await console.accounts.note_open_page(visitor.account, console.now(), "now")
    return StreamingResponse(
        _events(console, visitor), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


async def _events(console: Console, visitor: Visitor) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    shown: set[str] = set()
    checked_s = console.clock.monotonic()
    with console.streams.held(visitor.account.id), console.live.watching() as watcher:
        changed = [call.answered.call_sid for call in reversed(console.live.calls())]
        here = [call_sid for call_sid in changed if _concerns(console, visitor, call_sid, shown)]
        yield f"event: here\ndata: {json.dumps(here)}\n\n"
        while not watcher.closed:
            if console.clock.monotonic() - checked_s >= _HEARTBEAT_S:
                if await console.accounts.by_session(visitor.key, console.now()) != visitor.account:
                    return  # signed out, or an account that sees other businesses now: the page may ask again
                checked_s = console.clock.monotonic()
                yield ": still here\n\n"
            for call_sid in changed:
                if _concerns(console, visitor, call_sid, shown):
                    yield _event(console, call_sid)
            await console.clock.sleep(_GATHER_S)
            changed = await watcher.changes(_HEARTBEAT_S)


def _concerns(console: Console, visitor: Visitor, call_sid: str, shown: set[str]) -> bool:
    """Whether the visitor is to hear of the call: it is there to be seen, or was and is gone."""
    call = console.live.call(call_sid)
    if call is None:
        concerns = call_sid in shown
        shown.discard(call_sid)
        return concerns
    if visitor.account.sees(call.answered.business):
        shown.add(call_sid)
    return call_sid in shown


def _event(console: Console, call_sid: str) -> str:
    call = console.live.call(call_sid)
    about: dict[str, object] = {"call": call_sid, "card": "", "ended": False, "entries": 0, "interim": ""}
    if call is not None:
        about |= {"card": _card(console, call), "ended": call.ended is not None, "entries": len(call.log)}
        about |= {"interim": call.interim.text if call.interim else ""}
    return f"event: call\ndata: {json.dumps(about)}\n\n"


def _card(console: Console, call: LiveCall) -> str:
    """The call's card; drawn once for all who look."""
    if call.drawn is None:
        business = console.business(call.answered.business)
        call.drawn = fragment("live_card.html", call=live_view(call, _MAIN_WAY, business.name))
    return call.drawn
