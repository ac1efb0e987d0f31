"""Shell. Where people answer a page: by a reply, which Twilio hands on, or by the signed link in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

import structlog
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from calllock.runtime.clock import Clock
from calllock.runtime.twilio_form import FormRefused, read_form
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.links import Links
from post_call_worker.replies import read_reply
from post_call_worker.texts import PAGED_CHARS

REPLY_PATH = "/twilio/sms"
_TAKEN = "You have taken the emergency of call {call}. Nobody else will be asked."
_PASSED_ON = "The next person is asked now."
_UNCLEAR = "Nobody has taken it yet. Reply OK to take it, or NO to have the next person asked now."
_NOBODY_LEFT = "There is nobody left to ask. Please call the customer, or see that somebody does."
_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><body><main><h1>{title}</h1>{body}</main></body></html>"
)
_BUTTON = '<form method="post"><button type="submit">I take it</button></form>'

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TextDesk:
    """Everything that an answer to a page needs."""

    links: Links
    auth_token: str
    """Twilio's, for its signature."""
    taken: Acknowledgements
    clock: Clock
    wake: Callable[[], None]


def text_routes(desk: TextDesk) -> APIRouter:
    """The routes; each is guarded by Twilio's signature or by the link's own proof."""
    api = APIRouter()

    @api.post(REPLY_PATH)
    async def reply(request: Request) -> Response:
        form = await _signed_form(request, desk)
        return _twiml(await _answer_reply(desk, form))

    @api.get("/acknowledge/{call_sid}/{proof}")
    async def ask(call_sid: str, proof: str) -> HTMLResponse:
        """Only a button: whoever looks at a link beforehand, as telephones do, has not taken anything."""
        _check_proof(desk, call_sid, proof)
        return HTMLResponse(_PAGE.format(title="Emergency call", body=_BUTTON))

    @api.post("/acknowledge/{call_sid}/{proof}")
    async def take(call_sid: str, proof: str) -> HTMLResponse:
        _check_proof(desk, call_sid, proof)
        await _take(desk, call_sid, "link")
        return HTMLResponse(_PAGE.format(title="Thank you", body=f"<p>{_taken(call_sid)}</p>"))

    return api


async def _signed_form(request: Request, desk: TextDesk) -> dict[str, str]:
    url, signature = f"{desk.links.public_url}{REPLY_PATH}", request.headers.get("x-twilio-signature")
    try:
        return await read_form(request.stream(), url, signature, desk.auth_token)
    except FormRefused as refused:
        raise HTTPException(refused.status, str(refused)) from None


async def _answer_reply(desk: TextDesk, form: Mapping[str, str]) -> str:
    number, meant = form.get("From", ""), read_reply(form.get("Body", ""))
    call_sid = await desk.taken.asked(number, form.get("To", ""), desk.clock.now())
    if call_sid is None or meant == "says nothing":
        return ""
    if meant == "takes":
        await _take(desk, call_sid, number)
        return _taken(call_sid)
    if meant == "is unclear":
        return "" if await desk.taken.is_taken(call_sid) else _UNCLEAR
    following = await desk.taken.pass_on(call_sid, desk.clock.now())
    desk.wake()
    _log.warning("emergency.passed_on", call_sid=call_sid, somebody_left=following)
    return _PASSED_ON if following else _NOBODY_LEFT


def _taken(call_sid: str) -> str:
    """It names the call as its page does: who was asked twice sees which is left."""
    return _TAKEN.format(call=call_sid[-PAGED_CHARS:])


async def _take(desk: TextDesk, call_sid: str, by: str) -> None:
    first = await desk.taken.take(call_sid, by, desk.clock.now())
    _log.info("emergency.taken", call_sid=call_sid, first=first)


def _check_proof(desk: TextDesk, call_sid: str, proof: str) -> None:
    if not desk.links.is_proof(call_sid, proof):
        raise HTTPException(404, "no such link")


def _twiml(words: str) -> Response:
    message = f"<Message>{escape(words)}</Message>" if words else ""
    return Response(f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>', media_type="text/xml")
