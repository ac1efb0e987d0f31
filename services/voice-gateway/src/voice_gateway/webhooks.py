"""Shell. Twilio's HTTP requests: the call comes in; its stream, or the call to a person, has ended; its status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, HTTPException, Request, Response
from prometheus_client import Counter

from calllock.contracts.business import BusinessProfile
from calllock.contracts.ids import is_call_sid
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.logging import mask_number
from calllock.runtime.twilio_form import FormRefused, read_form
from voice_gateway import own_words
from voice_gateway.call_log import LineHistory
from voice_gateway.front import Front
from voice_gateway.twilio import twiml

MOST_RESUMES = 2
"""How often a call goes on after its line broke; being handed over by a process that stops is no such break."""
MOST_MOVES = 8
"""How often an unfit process sends a call on, `ASKED_AGAIN_S` each time, until it gives the caller an answer itself."""
MOST_WHEN_FULL = 9
"""How often a new caller is sent on at once by processes that are full, until one of them refuses the caller."""
MOST_IN_VAIN = 8
"""How many streams of a call may be offered of which none was opened, each `ASKED_AGAIN_S` after the one before. Where
two processes take turns, and one drains, it may get every stream that the other offers, until it has stopped."""
SENT_ON = (1, 1, 2, 2, 1, 0, 2)
"""How often a call is sent on at once before its second stream is offered, its third, and so on, while none is opened.
With evenly spaced offers, gateways that are asked in turns could all be full ones each time. With these, of ten
gateways the only one that has room gets every new caller, and of six every call in progress."""
REFUSED = Counter("calllock_calls_refused_total", "Callers who were not connected.", ("reason",))
for _reason in ("full", "no_bus", "no_stream"):
    REFUSED.labels(_reason)  # an increase is seen only of a counter that was there before

_OVER = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
_TAKEN = frozenset({"completed", "answered"})
"""What Twilio says of the call to a person who has picked up; `DialBridged`, whether the caller was there by then."""

_log = structlog.get_logger()


def xml(text: str) -> Response:
    """TwiML as a response."""
    return Response(text, media_type="application/xml")


async def signed_form(request: Request, front: Front) -> dict[str, str]:
    """The form of a request; an HTTP error when it is not Twilio's."""
    url = front.settings.public_url + request.url.path + (f"?{request.url.query}" if request.url.query else "")
    token = front.settings.twilio_auth_token.get_secret_value() or None
    try:
        return await read_form(request.stream(), url, request.headers.get("x-twilio-signature"), token)
    except FormRefused as refused:
        raise HTTPException(refused.status, str(refused)) from None


def call_sid_of(form: dict[str, str]) -> str:
    """The form's call; 400 when there is none."""
    call_sid = form.get("CallSid", "")
    if not is_call_sid(call_sid):
        raise HTTPException(400, "CallSid is missing or malformed")
    return call_sid


def webhooks(front: Front) -> APIRouter:
    """The routes under /twilio that are not the media socket."""
    router = APIRouter(prefix="/twilio")

    @router.post("/voice")
    async def voice(request: Request) -> Response:
        form = await signed_form(request, front)
        return xml(_answer(front, call_sid_of(form), form, _asked(front, request)))

    @router.post("/stream-ended")
    async def stream_ended(request: Request) -> Response:
        form = await signed_form(request, front)
        return xml(await _after_stream(front, call_sid_of(form), form, _asked(front, request)))

    @router.post("/dial-ended")
    async def dial_ended(request: Request) -> Response:
        form = await signed_form(request, front)
        return xml(await _after_dial(front, call_sid_of(form), form, _asked(front, request)))

    @router.post("/forward-ended")
    async def forward_ended(request: Request) -> Response:
        """Of a call that is not ours, so that nothing is read or written."""
        form = await signed_form(request, front)
        is_done = form.get("CallStatus") in _OVER or _is_taken(form)
        return xml(twiml.hang_up() if is_done else front.unanswered(front.profiles.by_number(form.get("To", ""))))

    @router.post("/status", status_code=204)
    async def status(request: Request) -> Response:
        form = await signed_form(request, front)
        call_sid = call_sid_of(form)
        if form.get("CallStatus") in _OVER:
            front.exchange.call_is_over(call_sid)
        return Response(status_code=204)

    return router


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a request says of how the call has fared so far, and how another process comes to answer it."""

    url: str
    query: Mapping[str, str]

    def count(self, name: str) -> int:
        """A number that we gave Twilio with the URL; 0 if there is none."""
        digits = self.query.get(name, "")
        return int(digits) if digits.isdecimal() and len(digits) < 4 else 0

    def elsewhere(self, most: int = MOST_MOVES, *, at_once: bool = False) -> str | None:
        """TwiML that sends the call on; None when it was sent on `most` times, and nobody else may hold it."""
        moved = self.count("moved")
        if moved >= most:
            return None
        return twiml.ask_again(f"{self.url}?{urlencode({**self.query, 'moved': moved + 1})}", at_once=at_once)


def _asked(front: Front, request: Request) -> _Asked:
    return _Asked(front.settings.public_url + request.url.path, request.query_params)


def _answer(front: Front, call_sid: str, form: dict[str, str], asked: _Asked) -> str:
    unfit = front.exchange.unfit
    if unfit and (elsewhere := asked.elsewhere()) is not None:
        return elsewhere
    profile = front.profiles.by_number(form.get("To", ""))
    if profile is None:
        REFUSED.labels("unknown_number").inc()
        _log.warning("call.unknown_number", call_sid=call_sid, to_number=mask_number(form.get("To", "")))
        return twiml.say(own_words.UNKNOWN_NUMBER)
    if unfit:
        return _refuse(front, call_sid, profile, unfit)
    if not front.exchange.has_room_for(call_sid):
        return asked.elsewhere(MOST_WHEN_FULL, at_once=True) or _refuse(front, call_sid, profile, "full")
    return front.connect(call_sid, profile, form)


def _refuse(front: Front, call_sid: str, profile: BusinessProfile | None, reason: str) -> str:
    REFUSED.labels(reason).inc()
    _log.warning("call.refused", call_sid=call_sid, reason=reason, live_calls=front.exchange.live_calls)
    return front.fallback(profile)


async def _after_stream(front: Front, call_sid: str, form: dict[str, str], asked: _Asked) -> str:
    """The stream of a call has ended: by us, by the caller, or because something broke.

    A call that does not go on ends only after what its caller said last, which may make it go on.
    """
    if form.get("CallStatus") in _OVER:
        front.exchange.call_is_over(call_sid)
        return twiml.hang_up()
    profile = front.profiles.by_number(form.get("To", ""))
    try:
        history = await front.exchange.history(call_sid)
        if (goes_on := _next_stream(front, call_sid, form, history, asked)) is None:
            history = await front.exchange.last_history(call_sid)
            goes_on = _next_stream(front, call_sid, form, history, asked)
    except BusUnavailable:
        return asked.elsewhere() or _lose(front, call_sid, profile)
    if history.is_connecting:
        return twiml.transfer(history.transfer_to, front.settings.dial_ended_url)
    if history.ended is not None:
        return _last_words(front, profile, history, history.ended.ended_by == "line_lost")
    if goes_on is not None:
        return goes_on
    if history.goodbye_heard:
        await front.exchange.end(call_sid, "agent", "the line broke after the goodbye")
        return twiml.hang_up()
    if history.answered is None:
        has_room = front.exchange.has_room_for(call_sid)
        return _refuse(front, call_sid, profile, "no_stream" if has_room else front.exchange.unfit or "full")
    await front.exchange.end(call_sid, "line_lost", "not resumed")
    return _last_words(front, profile, history, is_lost=True)


def _last_words(front: Front, profile: BusinessProfile | None, history: LineHistory, is_lost: bool) -> str:
    """What a caller hears who is still there when the call has ended; `is_lost`: for want of a line."""
    if history.unheard:
        return twiml.say(history.unheard)
    return front.fallback(profile) if is_lost else twiml.hang_up()


def _lose(front: Front, call_sid: str, profile: BusinessProfile | None) -> str:
    """Nobody knows how the call goes on; if it was answered, it ends with that."""
    front.exchange.lose(call_sid)
    return _refuse(front, call_sid, profile, "no_bus")


def _next_stream(front: Front, call_sid: str, form: dict[str, str], history: LineHistory, asked: _Asked) -> str | None:
    """How a call goes on whose line broke, or was not opened; None when it does not.

    A full process offers a stream, too: another may be the one that opens it. What is behind the edge may be asked in
    turns, so that it would always be a full one: that is why the next stream is often offered elsewhere.
    """
    offered = asked.count("offered")
    in_vain = offered - history.streams
    if history.goodbye_heard or history.breaks > MOST_RESUMES or in_vain >= MOST_IN_VAIN:
        return None
    if front.exchange.sends_on and (elsewhere := asked.elsewhere()) is not None:
        return elsewhere
    profile = front.profiles.by_number(form.get("To", ""))
    if profile is None or front.exchange.draining:
        return None
    if in_vain > 0 and (elsewhere := asked.elsewhere(SENT_ON[in_vain - 1], at_once=True)) is not None:
        return elsewhere
    return front.connect(call_sid, profile, form, max(offered, history.streams) + 1, at_once=in_vain <= 0)


async def _after_dial(front: Front, call_sid: str, form: dict[str, str], asked: _Asked) -> str:
    """The person whom the caller was given to has hung up, or did not take the call: then the caller is ours again."""
    profile = front.profiles.by_number(form.get("To", ""))
    dialed, hung_up = form.get("DialCallStatus", "failed"), form.get("CallStatus") in _OVER
    if _is_taken(form):
        await front.exchange.end(call_sid, "transfer", f"the person took the call{_for_how_long(form)}")
        return twiml.hang_up()
    try:
        await front.exchange.transfer_failed(call_sid, dialed if _is_bridged(form) else "not connected")
    except BusUnavailable:
        return twiml.hang_up() if hung_up else asked.elsewhere() or _lose(front, call_sid, profile)
    if hung_up:
        await front.exchange.end(call_sid, "caller", "hung up while being connected")
        return twiml.hang_up()
    if front.exchange.sends_on and (elsewhere := asked.elsewhere()) is not None:
        return elsewhere
    if profile is None or front.exchange.draining:
        await front.exchange.end(call_sid, "line_lost", "not resumed")
        return front.fallback(profile)
    return front.connect(call_sid, profile, form)


def _is_taken(form: Mapping[str, str]) -> bool:
    """Whether the person whom Twilio rang has talked to the caller."""
    return form.get("DialCallStatus") in _TAKEN and _is_bridged(form)


def _is_bridged(form: Mapping[str, str]) -> bool:
    return form.get("DialBridged") != "false"


def _for_how_long(form: dict[str, str]) -> str:
    """How long the person's telephone was off the hook, as far as Twilio says so."""
    seconds = form.get("DialCallDuration", "")
    return f", for {seconds} s" if seconds.isascii() and seconds.isdecimal() and len(seconds) < 6 else ""
