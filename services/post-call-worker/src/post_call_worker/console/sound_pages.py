"""Shell. Talk by microphone: an owner's browser asks for a call, then opens its socket with a ticket good for once."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import structlog
from fastapi import APIRouter, Form, HTTPException, WebSocket

from post_call_worker.console.access import SESSION_COOKIE, OfConsole, Owner
from post_call_worker.console.dependencies import Console
from post_call_worker.console.text_lines import PHONE_NUMBER

router = APIRouter(prefix="/talk/sound")

_REFUSED = 1008
_log = structlog.get_logger()


@router.post("")
async def ask(
    console: OfConsole,
    visitor: Owner,
    business: Annotated[str, Form()],
    from_number: Annotated[str, Form(pattern=PHONE_NUMBER)] = "",
) -> dict[str, str]:
    """The path of the socket of one call, good for half a minute, and the call's SID."""
    profile = console.keeper.profiles.by_id(business)
    if console.sound is None or profile is None or not visitor.account.sees(business):
        raise HTTPException(404, "no such business to talk to")
    number = profile.numbers[0]
    ticket, call_sid = await console.sound.tickets.issue(visitor.account.id, from_number, number, console.now())
    return {"line": f"{router.prefix}/{ticket}", "call": call_sid}


@router.websocket("/{key}")
async def line(browser: WebSocket, key: str) -> None:
    """The call, until one side hangs up; for our own pages only, and for whoever has asked for it."""
    console: Console = browser.app.state.console
    session = browser.cookies.get(SESSION_COOKIE, "")
    account = await console.accounts.by_session(session, console.now()) if session else None
    if console.sound is None or account is None or account.role != "owner" or not _is_ours(browser):
        await browser.close(_REFUSED)
        return
    ticket = await console.sound.tickets.redeem(key, account.id, console.now())
    if ticket is None:
        await browser.close(_REFUSED)
        return
    await browser.accept()
    _log.info("talk.begun", call_sid=ticket.call_sid, account=account.id)
    await console.sound.hold(browser, ticket)


def _is_ours(browser: WebSocket) -> bool:
    """Whether the page that opens the socket is one of this console's."""
    return urlsplit(browser.headers.get("origin", "")).netloc == browser.headers.get("host")
