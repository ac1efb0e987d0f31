"""Shell. Twilio's media socket: who may open it, and what becomes of it."""

from __future__ import annotations

import asyncio

import structlog
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from calllock.contracts.e164 import caller_number
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.twilio_signature import is_signed
from voice_gateway.exchange import TRY_ELSEWHERE, Caller
from voice_gateway.front import Front
from voice_gateway.twilio.media import BadMessage, Start, parse
from voice_gateway.twilio.signature import is_token

START_LIMIT_S = 5.0
"""From the opened socket to Twilio's start message."""
_MOST_BEFORE_START = 20
_BAD_REQUEST, _REFUSED, _FAILED = 1003, 1008, 1011

_log = structlog.get_logger()


def media_socket(front: Front) -> APIRouter:
    """The route of the media socket."""
    router = APIRouter()

    @router.websocket("/twilio/media")
    async def media(websocket: WebSocket) -> None:
        if not _is_twilio(front, websocket):
            await websocket.close(_REFUSED)
            return
        await websocket.accept()
        start = await _start(websocket)
        if start is None:
            return
        caller = _caller(front, start)
        if caller is None:
            _log.warning("stream.refused", call_sid=start.call_sid)
            await websocket.close(_REFUSED)
            return
        if not front.exchange.has_room_for(caller.call_sid):
            _log.warning("stream.no_room", call_sid=start.call_sid)
            await websocket.close(TRY_ELSEWHERE)
            return
        try:
            await front.exchange.hold(websocket, caller)
        except BusUnavailable as error:
            _log.error("stream.no_bus", call_sid=start.call_sid, reason=str(error))
            await websocket.close(_FAILED)

    return router


def _is_twilio(front: Front, websocket: WebSocket) -> bool:
    token = front.settings.twilio_auth_token.get_secret_value()
    signature = websocket.headers.get("x-twilio-signature")
    return not token or is_signed(token, front.settings.stream_url, (), signature)


async def _start(websocket: WebSocket) -> Start | None:
    """The start message; None after closing a socket on which it does not come."""
    try:
        async with asyncio.timeout(START_LIMIT_S):
            for _ in range(_MOST_BEFORE_START):
                message = await _next(websocket)
                if isinstance(message, Start):
                    return message
    except TimeoutError:
        _log.warning("stream.no_start")
    except WebSocketDisconnect:
        return None
    await websocket.close(_BAD_REQUEST)
    return None


async def _next(websocket: WebSocket) -> object:
    event = await websocket.receive()
    if event["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(event.get("code", 1000))
    try:
        return parse(event.get("text") or event.get("bytes") or "")
    except BadMessage:
        return None


def _caller(front: Front, start: Start) -> Caller | None:
    """Who calls whom, if the webhook of this call said so."""
    parameters = {name: value for name, value in start.parameters.items() if name != "token"}
    now = front.clock.now().timestamp()
    if not is_token(front.token_secret, start.call_sid, parameters, start.parameters.get("token", ""), now):
        return None
    profile = front.profiles.by_id(parameters.get("business", ""))
    if profile is None:
        return None
    from_number = caller_number(parameters.get("from_number", ""))
    return Caller(start.call_sid, start.stream_sid, profile, from_number, parameters.get("to_number", ""))
