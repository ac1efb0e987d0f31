"""Shell. Lines with sound: a browser talks to a gateway as a telephone does through Twilio, and this stands between."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import httpx
import structlog
import websockets
from fastapi import WebSocket, WebSocketDisconnect

from calllock.runtime.twilio_signature import sign
from post_call_worker.console.tickets import Ticket, Tickets
from post_call_worker.console.twilio_stream import NotConnected, Stream, beginning, from_browser, stopping, stream_of

AT_ONCE = 5
_LONGEST_S = 900.0
_SILENT_S = 10.0
"""A browser that holds a line sends sound all the time, silence too."""
_ANSWER_S = 10.0
_ENDED, _FAILED = 1000, 1011

_log = structlog.get_logger()


class SoundLines:
    """The calls that browsers place through this worker to the gateway at `gateway_url`, its PUBLIC_URL."""

    def __init__(self, gateway_url: str, auth_token: str, tickets: Tickets) -> None:
        self.tickets = tickets
        self._url = gateway_url.rstrip("/")
        self._auth_token = auth_token
        self._held = 0

    async def hold(self, browser: WebSocket, ticket: Ticket) -> None:
        """Place the call and carry its sound until it is over; then close the socket, with the reason if it failed."""
        if self._held >= AT_ONCE:
            await _close(browser, _FAILED, f"{AT_ONCE} calls are going on; end one first")
            return
        self._held += 1
        try:
            async with asyncio.timeout(_LONGEST_S) as limit:
                await self._carry(browser, ticket)
            await _close(browser, _ENDED, "")
        except NotConnected as refusal:
            await _close(browser, _FAILED, str(refusal))
        except (OSError, TimeoutError, httpx.HTTPError, websockets.WebSocketException) as error:
            _log.warning("talk.line_failed", call_sid=ticket.call_sid, error=type(error).__name__)
            too_long = f"a call from here lasts {_LONGEST_S / 60:g} minutes at most"
            await _close(browser, _FAILED, too_long if limit.expired() else "the gateway cannot be reached")
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
    with suppress(websockets.ConnectionClosed, TimeoutError):
        while True:
            async with asyncio.timeout(_SILENT_S):
                frame = await browser.receive()
            if frame["type"] == "websocket.disconnect":
                return
            message = from_browser(frame.get("text") or "")
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
