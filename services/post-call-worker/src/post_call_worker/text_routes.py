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
_TAKEN_BEFORE = "The emergency of call {call} was taken before, by {whom}. Nobody else is asked."
_YOURS = (
    "You took the emergency of call {call}, and nobody else is asked."
    " Please call the customer, or see that somebody does."
)
_PASSED_ON = "The next person is asked now."
_UNCLEAR = "Nobody has taken it yet. Reply OK to take it, or NO to have the next person asked now."
_NOBODY_LEFT = "There is nobody left to ask. Please call the customer, or see that somebody does."
_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><body><main><h1>{title}</h1>{body}</main></body></html>"
)
_LINK = "link"
"""Who takes an emergency by the link in a page: which of those who were paged, nobody can tell."""
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
        taker = await desk.taken.taken_by(call_sid)
        body = _BUTTON if taker is None else f"<p>{_taken_before(call_sid, taker)}</p>"
        return HTMLResponse(_PAGE.format(title="Emergency call", body=body))

    @api.post("/acknowledge/{call_sid}/{proof}")
    async def take(call_sid: str, proof: str) -> HTMLResponse:
        _check_proof(desk, call_sid, proof)
        words = await _take(desk, call_sid, _LINK)
        return HTMLResponse(_PAGE.format(title="Thank you", body=f"<p>{words}</p>"))

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
        return await _take(desk, call_sid, number)
    if meant in ("is unclear", "only thanks"):
        return _UNCLEAR if await desk.taken.taken_by(call_sid) is None else ""
    return await _pass_on(desk, call_sid, number)


async def _take(desk: TextDesk, call_sid: str, by: str) -> str:
    before = await desk.taken.take(call_sid, by, desk.clock.now())
    _log.info("emergency.taken", call_sid=call_sid, first=before is None)
    if before is None or (before == by and by != _LINK):
        return _TAKEN.format(call=_paged(call_sid))
    return _taken_before(call_sid, before)


async def _pass_on(desk: TextDesk, call_sid: str, number: str) -> str:
    following = await desk.taken.pass_on(call_sid, desk.clock.now())
    desk.wake()
    taker = None if following else await desk.taken.taken_by(call_sid)
    if taker == number:
        return _YOURS.format(call=_paged(call_sid))
    if taker is not None:
        return _taken_before(call_sid, taker)
    _log.warning("emergency.passed_on", call_sid=call_sid, somebody_left=following)
    return _PASSED_ON if following else _NOBODY_LEFT


def _taken_before(call_sid: str, taker: str) -> str:
    """As much of who has it as tells colleagues apart."""
    whom = "somebody who opened the link" if taker == _LINK else f"the number that ends in {taker[-4:]}"
    return _TAKEN_BEFORE.format(call=_paged(call_sid), whom=whom)


def _paged(call_sid: str) -> str:
    """The call as its page names it: who was asked twice sees which is left."""
    return call_sid[-PAGED_CHARS:]


def _check_proof(desk: TextDesk, call_sid: str, proof: str) -> None:
    if not desk.links.is_proof(call_sid, proof):
        raise HTTPException(404, "no such link")


def _twiml(words: str) -> Response:
    message = f"<Message>{escape(words)}</Message>" if words else ""
    return Response(f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>', media_type="text/xml")
