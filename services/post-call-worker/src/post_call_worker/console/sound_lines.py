"""Shell. Lines with sound: a browser talks to a gateway as a telephone does through Twilio, and this stands between."""

from __future__ import annotations

import asyncio
import secrets
import uuid
from contextlib import suppress
from dataclasses import dataclass

import httpx
import structlog
import websockets
from fastapi import WebSocket, WebSocketDisconnect

from calllock.contracts.business import BusinessProfile
from calllock.runtime.clock import Clock
from calllock.runtime.twilio_signature import sign
from post_call_worker.console.talking import TooManyLines
from post_call_worker.console.twilio_stream import NotConnected, Stream, beginning, from_browser, stopping, stream_of

AT_ONCE = 5
TICKET_S = 30.0
"""How long the browser has to open its socket."""
_LONGEST_S = 900.0
_SILENT_S = 10.0
"""A browser that holds a line sends sound all the time, silence too."""
_ANSWER_S = 10.0
_ENDED, _FAILED = 1000, 1011

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A call that an account may place once, soon."""

    account: str
    call_sid: str
    from_number: str
    to_number: str
    until_s: float


class SoundLines:
    """The calls that browsers place through this worker to the gateway at `gateway_url`, its PUBLIC_URL."""

    def __init__(self, gateway_url: str, auth_token: str, clock: Clock) -> None:
        self._url = gateway_url.rstrip("/")
        self._auth_token = auth_token
        self._clock = clock
        self._tickets: dict[str, Ticket] = {}
        self._held = 0

    def ticket(self, account: str, profile: BusinessProfile, from_number: str) -> tuple[str, str]:
        """A ticket for one call, and the call's SID; raises `TooManyLines`."""
        now_s = self._clock.monotonic()
        self._tickets = {key: one for key, one in self._tickets.items() if one.until_s > now_s}
        if self._held + len(self._tickets) >= AT_ONCE:
            raise TooManyLines(f"{AT_ONCE} calls are going on; end one first")
        key, call_sid = secrets.token_urlsafe(32), f"CA{uuid.uuid4().hex}"
        self._tickets[key] = Ticket(account, call_sid, from_number, profile.numbers[0], now_s + TICKET_S)
        return key, call_sid

    def redeem(self, key: str, account: str) -> Ticket | None:
        """The call of this ticket, if it is the account's and not too old; nobody gets it again."""
        ticket = self._tickets.pop(key, None)
        valid = ticket is not None and ticket.account == account and ticket.until_s > self._clock.monotonic()
        return ticket if valid else None

    async def hold(self, browser: WebSocket, ticket: Ticket) -> None:
        """Place the call and carry its sound until it is over; then close the socket, with the reason if it failed."""
        self._held += 1
        try:
            async with asyncio.timeout(_LONGEST_S):
                await self._carry(browser, ticket)
            await _close(browser, _ENDED, "")
        except NotConnected as refusal:
            await _close(browser, _FAILED, str(refusal))
        except (OSError, TimeoutError, httpx.HTTPError, websockets.WebSocketException) as error:
            _log.warning("talk.line_failed", call_sid=ticket.call_sid, error=type(error).__name__)
            await _close(browser, _FAILED, "the gateway cannot be reached")
        finally:
            self._held -= 1

    async def _carry(self, browser: WebSocket, ticket: Ticket) -> None:
        stream = await self._dial(ticket)
        signature = self._signature(stream.url, {})
        async with websockets.connect(stream.url, additional_headers=signature, open_timeout=_ANSWER_S) as gateway:
            for message in beginning(ticket.call_sid, stream):
                await gateway.send(message)
            ways = [
                asyncio.create_task(_to_gateway(browser, gateway)),
                asyncio.create_task(_to_browser(gateway, browser)),
            ]
            try:
                done, _ = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
                with suppress(websockets.ConnectionClosed):
                    await gateway.send(stopping(ticket.call_sid))
        await self._post("status", ticket, "completed")
        for way in done:
            way.result()

    async def _dial(self, ticket: Ticket) -> Stream:
        return stream_of(await self._post("voice", ticket, "ringing"))

    async def _post(self, route: str, ticket: Ticket, status: str) -> str:
        url = f"{self._url}/twilio/{route}"
        form = {"CallSid": ticket.call_sid, "From": ticket.from_number, "To": ticket.to_number, "CallStatus": status}
        async with httpx.AsyncClient(timeout=_ANSWER_S) as client:
            answer = await client.post(url, data=form, headers=self._signature(url, form))
        return answer.raise_for_status().text

    def _signature(self, url: str, form: dict[str, str]) -> dict[str, str]:
        return {"X-Twilio-Signature": sign(self._auth_token, url, form.items())} if self._auth_token else {}


async def _to_gateway(browser: WebSocket, gateway: websockets.ClientConnection) -> None:
    """Until the browser has gone, or is silent as no living one is."""
    with suppress(WebSocketDisconnect, websockets.ConnectionClosed, TimeoutError):
        while True:
            async with asyncio.timeout(_SILENT_S):
                message = from_browser(await browser.receive_text())
            if message is not None:
                await gateway.send(message)


async def _to_browser(gateway: websockets.ClientConnection, browser: WebSocket) -> None:
    """Until the gateway has hung up."""
    with suppress(WebSocketDisconnect):
        async for message in gateway:
            await browser.send_text(message if isinstance(message, str) else message.decode())


async def _close(browser: WebSocket, code: int, reason: str) -> None:
    with suppress(RuntimeError, WebSocketDisconnect):  # it may have gone
        await browser.close(code, reason[:100])
