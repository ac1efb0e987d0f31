"""Shell. Where people answer a page, by a reply, which Twilio hands on, or by the signed link in it; and where Twilio
tells of one that never arrived."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.sax.saxutils import escape

import structlog
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from sqlalchemy.exc import SQLAlchemyError

from calllock.runtime.twilio_form import FormRefused, read_form
from post_call_worker.acknowledgements import LINK, Acknowledgements, Answer, Asked, NoSuchEmergency, PassedOn
from post_call_worker.console.rendering import fragment
from post_call_worker.database_errors import is_away
from post_call_worker.delivery.arrivals import Arrivals, NotSettledYet
from post_call_worker.delivery.texting import NEVER_ARRIVES
from post_call_worker.links import REPLY_PATH, Links
from post_call_worker.paged_emergency import emergency_shown
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.replies import read_reply
from post_call_worker.texts import PAGED_CHARS

_TAKEN = "You have taken the emergency of call {call}. Nobody else will be asked."
_IF_NOT = " If you cannot after all, reply NO."
_TAKEN_BEFORE = "The emergency of call {call} was taken before, by {whom}. Nobody else is asked."
_IF_YOU = " If that was you and you cannot, open the link again and give it back: nobody else comes."
_YOURS = "You have the emergency of call {call}, and nobody else is asked. Please call the customer."
_YOURS_UNTIL = {True: " If you cannot, reply NO, and the next person is asked.", False: _IF_NOT}
_GIVEN_BACK = "You no longer have the emergency of call {call}. "
_NOT_YOURS = "You have passed on the emergency of call {call}. "
_PASSED_ON = "The next person is asked now."
_PASSED_ON_BEFORE = "You have passed it on already, and the others are asked one after the other."
_AFTER_NO = (
    "You passed on the emergency of call {call}, and nobody has taken it yet. To take it after all, reply TAKING IT."
)
_UNCLEAR = {
    True: "Nobody has taken it yet. Reply OK to take it, or NO to have the next person asked now.",
    False: "Nobody has taken it yet, and nobody is asked after you. Reply OK to take it.",
}
"""By whether somebody is to be asked next."""
_CALL_THEM = " Please call the customer, or see that somebody does."
_ALL_ASKED = f"Everybody else was asked already, and nobody has taken it yet.{_CALL_THEM}"
_NOBODY_LEFT = f"There is nobody left to ask.{_CALL_THEM}"

_NOT_NOTED = "This could not be noted. Please answer again in a minute, or open the link."
ANSWER_LIMIT_S = 10.0
"""Twilio waits for 15 s."""
ANSWER_AGAIN_S = 1.0

Told = TypeVar("Told")
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TextDesk:
    """Everything that an answer to a page needs."""

    links: Links
    auth_token: str
    """Twilio's, for its signature."""
    taken: Acknowledgements
    arrivals: Arrivals
    keeper: RecordKeeper
    wake: Callable[[], None]


def text_routes(desk: TextDesk) -> APIRouter:
    """The routes; each is guarded by Twilio's signature or by the link's own proof."""
    api = APIRouter()
    _add_twilios(api, desk)
    _add_links(api, desk)
    return api


def _add_twilios(api: APIRouter, desk: TextDesk) -> None:
    @api.post(REPLY_PATH)
    async def reply(request: Request) -> Response:
        form = await _signed_form(request, desk, f"{desk.links.public_url}{REPLY_PATH}")
        try:
            return _twiml(await _however_long(desk, lambda: _answer_reply(desk, form)))
        except TimeoutError:
            _log.error("reply.lost")
            numbers = [number for profile in desk.keeper.profiles for number in profile.paged]
            return _twiml(_NOT_NOTED if form.get("From") in numbers else "")

    @api.post(f"{REPLY_PATH}/{{delivery_id}}", status_code=204)
    async def arrival(request: Request, delivery_id: str) -> None:
        """What became of a text that Twilio took."""
        form = await _signed_form(request, desk, desk.links.arrival(delivery_id))
        if form.get("MessageStatus") not in NEVER_ARRIVES:
            return
        reason = f"{form['MessageStatus']}, says Twilio{_error(form)}"
        try:
            await _however_long(desk, lambda: _never_arrived(desk, delivery_id, form.get("MessageSid", ""), reason))
        except TimeoutError:
            _log.error("delivery.arrival_lost", delivery=delivery_id, reason=reason)
            raise HTTPException(503, "this could not be noted") from None


def _add_links(api: APIRouter, desk: TextDesk) -> None:
    @api.get("/acknowledge/{call_sid}/{proof}")
    async def ask(call_sid: str, proof: str) -> HTMLResponse:
        """Only a button: whoever looks at a link beforehand, as telephones do, has not taken anything."""
        _check_proof(desk, call_sid, proof)
        taker = await desk.taken.taken_by(call_sid)
        if taker is None:
            return await _page(desk, call_sid, "Emergency call")
        return await _page(desk, call_sid, "Emergency call", _taken_before(call_sid, taker), proof)

    @api.post("/acknowledge/{call_sid}/{proof}")
    async def take(call_sid: str, proof: str) -> HTMLResponse:
        _check_proof(desk, call_sid, proof)
        told = await _however_long(desk, lambda: _take(desk, call_sid))
        return await _page(desk, call_sid, "Thank you", told, proof)

    @api.post("/acknowledge/{call_sid}/{proof}/back")
    async def give_back(call_sid: str, proof: str) -> HTMLResponse:
        _check_proof(desk, call_sid, proof)
        now = await _however_long(desk, lambda: desk.taken.give_back(call_sid, desk.keeper.clock.now()))
        return await _page(desk, call_sid, "Emergency call", _after_no(desk, call_sid, now))


async def _signed_form(request: Request, desk: TextDesk, url: str) -> dict[str, str]:
    signature = request.headers.get("x-twilio-signature")
    try:
        return await read_form(request.stream(), url, signature, desk.auth_token)
    except FormRefused as refused:
        raise HTTPException(refused.status, str(refused)) from None


async def _however_long(desk: TextDesk, work: Callable[[], Awaitable[Told]]) -> Told:
    """Twilio tells of a text once, and whoever taps a link believes that it is done, so a database that is away is
    waited for as long as Twilio waits for us, and so is an attempt that is about to be settled. Raises `TimeoutError`.
    """
    async with asyncio.timeout(ANSWER_LIMIT_S):
        while True:
            try:
                return await work()
            except (SQLAlchemyError, OSError, NotSettledYet) as error:
                if not (isinstance(error, NotSettledYet) or is_away(error)):
                    raise
                _log.warning("text.postponed", error=type(error).__name__)
            await desk.keeper.clock.sleep(ANSWER_AGAIN_S)


async def _never_arrived(desk: TextDesk, delivery_id: str, sid: str, reason: str) -> None:
    about = {"delivery": delivery_id, "text_sid": sid, "reason": reason}
    if await desk.arrivals.never(delivery_id, sid, desk.keeper.clock.now(), reason):
        _log.error("delivery.never_arrived", **about)
        desk.wake()
    else:
        _log.warning("delivery.arrival_changes_nothing", **about)


def _error(form: Mapping[str, str]) -> str:
    """The number of Twilio's error: nothing else that somebody could have written is kept."""
    code = form.get("ErrorCode", "")
    return f", error {code}" if code.isascii() and code.isdecimal() else ""


async def _answer_reply(desk: TextDesk, form: Mapping[str, str]) -> str:
    answer = Answer(form.get("From", ""), form.get("MessageSid", ""), desk.keeper.clock.now())
    body = form.get("Body", "")
    asked = await desk.taken.asked(answer, form.get("To", ""), refuses=read_reply(body) == "passes on")
    if asked is None:
        return ""
    match read_reply(body, after_no=asked.said_no):
        case "takes":
            return await _take(desk, asked.call_sid, answer)
        case "passes on":
            return await _pass_on(desk, asked.call_sid, answer)
        case "comes by itself":
            await desk.taken.skip(asked.call_sid, answer)
            desk.wake()
            return ""  # one that answers by itself would answer that, too
        case "says nothing":
            return ""
        case "is unclear" | "only thanks" as meant:
            return await _ask_back(desk, asked, answer.number, thanked=meant == "only thanks")


async def _take(desk: TextDesk, call_sid: str, answer: Answer | None = None) -> str:
    try:
        before = await desk.taken.take(call_sid, desk.keeper.clock.now(), answer)
    except NoSuchEmergency:
        raise HTTPException(404, "no such emergency") from None
    _log.info("emergency.taken", call_sid=call_sid, first=before is None)
    if before is None or (answer and before == answer.number):
        return _TAKEN.format(call=_paged(call_sid)) + (_IF_NOT if answer else "")
    return _taken_before(call_sid, before)


async def _pass_on(desk: TextDesk, call_sid: str, answer: Answer) -> str:
    return _after_no(desk, call_sid, await desk.taken.pass_on(call_sid, answer))


def _after_no(desk: TextDesk, call_sid: str, now: PassedOn) -> str:
    desk.wake()
    if now.taker is not None:
        return _taken_before(call_sid, now.taker) + (_IF_YOU if now.taker == LINK else "")
    _log.warning("emergency.passed_on", call_sid=call_sid, given_back=now.given_back, somebody_left=now.somebody_left)
    begins = _GIVEN_BACK if now.given_back else _NOT_YOURS if now.changed else ""
    return begins.format(call=_paged(call_sid)) + _who_is_asked(now)


def _who_is_asked(now: PassedOn) -> str:
    if now.somebody_left:
        return _PASSED_ON if now.changed else _PASSED_ON_BEFORE
    return _ALL_ASKED if now.others_asked else _NOBODY_LEFT


async def _ask_back(desk: TextDesk, asked: Asked, number: str, *, thanked: bool) -> str:
    """How to say it, as long as it matters."""
    taker, has_next = await desk.taken.taken_by(asked.call_sid), await desk.taken.has_next(asked.call_sid)
    if taker is None and not asked.said_no:
        return _UNCLEAR[has_next]
    if thanked or taker not in (None, number, LINK):
        return ""
    if taker == LINK:
        return _taken_before(asked.call_sid, LINK) + _IF_YOU
    words = _AFTER_NO if taker is None else f"{_YOURS}{_YOURS_UNTIL[has_next]}"
    return words.format(call=_paged(asked.call_sid))


async def _page(desk: TextDesk, call_sid: str, title: str, told: str = "", proof: str = "") -> HTMLResponse:
    """With nothing `told` it asks to take it; the `proof` is of a link that can be given back. The emergency itself is
    shown only while it may be the reader's to see to."""
    by_link = bool(told) and await desk.taken.taken_by(call_sid) == LINK
    shown = {
        "seen": await emergency_shown(desk.keeper, call_sid) if by_link or not told else None,
        "proof": proof if by_link else "",
    }
    return HTMLResponse(fragment("emergency.html", visitor=None, path="", title=title, told=told, **shown))


def _taken_before(call_sid: str, taker: str) -> str:
    """As much of who has it as tells colleagues apart."""
    whom = "somebody who opened the link" if taker == LINK else f"the number that ends in {taker[-4:]}"
    return _TAKEN_BEFORE.format(call=_paged(call_sid), whom=whom)


def _paged(call_sid: str) -> str:
    """The call as its page names it: whoever was asked twice sees which is left."""
    return call_sid[-PAGED_CHARS:]


def _check_proof(desk: TextDesk, call_sid: str, proof: str) -> None:
    if not desk.links.is_proof(call_sid, proof):
        raise HTTPException(404, "no such link")


def _twiml(words: str) -> Response:
    message = f"<Message>{escape(words)}</Message>" if words else ""
    return Response(f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>', media_type="text/xml")
