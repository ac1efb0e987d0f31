"""Shell. Talk: an owner calls the receptionist by text, and watches what it decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from calllock.contracts.e164 import caller_number
from post_call_worker.console.access import OfConsole, Owner, SignedIn, Visitor, may_talk
from post_call_worker.console.dependencies import Console
from post_call_worker.console.rendering import page
from post_call_worker.console.text_lines import PHONE_NUMBER, LineBusy, LineClosed, TextLines, TooManyLines

router = APIRouter(prefix="/talk")

SAYINGS = (
    ("My air conditioner stopped cooling this morning.", "It asks for what a visit needs, and books one."),
    ("I smell gas in my kitchen.", "It sends you out of the house, to 911, and tells you of it at once."),
    ("I need a quote for a whole new system.", "It promises that somebody calls, and marks the call as worth more."),
    ("Wait, actually I need to cancel.", "It takes a change of mind at any moment."),
    ("Can I talk to a person?", "It hands you over, or promises a call."),
)
"""What somebody who tries it may say, and what comes of it."""
_log = structlog.get_logger()


@router.get("")
async def talk(request: Request, console: OfConsole, visitor: SignedIn) -> Response:
    """Whom to call."""
    businesses = console.businesses(visitor.account.businesses)
    return page(
        request,
        "talk.html",
        visitor,
        businesses=businesses,
        may=may_talk(console, visitor),
        off=console.talk is None,
        sound=console.sound is not None,
        sayings=SAYINGS,
    )


@router.post("")
async def begin(
    console: OfConsole,
    visitor: Owner,
    business: Annotated[str, Form()],
    from_number: Annotated[str, Form(pattern=PHONE_NUMBER)] = "",
) -> Response:
    """Call; the conversation is the page of the call."""
    profile = console.keeper.profiles.by_id(business)
    if console.talk is None or profile is None or not visitor.account.sees(business):
        raise HTTPException(404, "no such business to talk to")
    try:
        call_sid = await console.talk.begin(profile, caller_number(from_number))
    except TooManyLines as error:
        raise HTTPException(409, str(error)) from None
    _log.info("talk.begun", call_sid=call_sid, account=visitor.account.id)
    return RedirectResponse(f"/calls/{call_sid}", 303)


@router.post("/{call_sid}/say")
async def say(
    console: OfConsole, visitor: Owner, call_sid: str, text: Annotated[str, Form(min_length=1, max_length=500)]
) -> Response:
    """The caller's next turn."""
    lines = await _lines(console, visitor, call_sid)
    with _or_closed():
        await lines.say(call_sid, text)
    return Response(status_code=204)


@router.post("/{call_sid}/hang-up")
async def hang_up(console: OfConsole, visitor: Owner, call_sid: str) -> Response:
    """The caller has had enough."""
    lines = await _lines(console, visitor, call_sid)
    with _or_closed():
        await lines.hang_up(call_sid)
    return Response(status_code=204)


async def _lines(console: Console, visitor: Visitor, call_sid: str) -> TextLines:
    """Where the visitor may speak on this call."""
    if console.talk is None:
        raise HTTPException(404, "talking is not enabled in this console")
    with _or_closed():
        call = await console.talk.call(call_sid)
    if not visitor.account.sees(call.answered.business):
        raise HTTPException(409, "this conversation has ended")
    return console.talk


@contextmanager
def _or_closed() -> Iterator[None]:
    try:
        yield
    except (LineBusy, LineClosed) as error:
        raise HTTPException(409, str(error)) from None
