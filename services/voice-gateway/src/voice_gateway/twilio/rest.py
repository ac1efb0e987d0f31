"""Adapter. Twilio's REST API, as far as a call in progress needs it."""

from __future__ import annotations

from typing import Protocol

import httpx
import structlog

from calllock.runtime.answered_within import answered_within
from voice_gateway.twilio import twiml

_LIMIT_S = 5.0
"""For all of an answer; httpx limits each read by itself, and an answer may come byte by byte."""
_CALL_IS_OVER = 404
"""Twilio's 20404: there is no such call in progress."""

_log = structlog.get_logger()


class CallControl(Protocol):
    """Acts on a call from outside of its stream."""

    async def hang_up(self, call_sid: str) -> bool:
        """End the call; whether it is (or was) over."""
        ...

    async def transfer(self, call_sid: str, to_number: str) -> bool:
        """Let a person's telephone ring for the caller; whether that was accepted."""
        ...

    async def say(self, call_sid: str, words: str) -> bool:
        """Say `words` with Twilio's voice, then end the call; whether that was accepted."""
        ...


class TwilioCalls:
    """`CallControl` through `POST /2010-04-01/Accounts/{account}/Calls/{call}.json`."""

    def __init__(
        self,
        api_url: str,
        account: tuple[str, str],
        dial_ended_url: str,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`account` is its SID and token; `dial_ended_url` is asked how a call goes on that was given to a person."""
        self._account_sid, _ = account
        self._dial_ended_url = dial_ended_url
        self._http = httpx.AsyncClient(base_url=api_url, auth=account, timeout=_LIMIT_S, transport=transport)

    async def hang_up(self, call_sid: str) -> bool:
        """End the call; a call that is over already counts as done."""
        status = await self._update(call_sid, {"Status": "completed"})
        return status is not None and (status < 400 or status == _CALL_IS_OVER)

    async def transfer(self, call_sid: str, to_number: str) -> bool:
        """Let `to_number` ring for the caller; the stream ends."""
        status = await self._update(call_sid, {"Twiml": twiml.transfer(to_number, self._dial_ended_url)})
        return status is not None and status < 400

    async def say(self, call_sid: str, words: str) -> bool:
        """Twilio speaks and ends the call; the stream ends."""
        status = await self._update(call_sid, {"Twiml": twiml.say(words)})
        return status is not None and status < 400

    async def _update(self, call_sid: str, form: dict[str, str]) -> int | None:
        path = f"/2010-04-01/Accounts/{self._account_sid}/Calls/{call_sid}.json"
        try:
            with answered_within(_LIMIT_S):
                response = await self._http.post(path, data=form)
        except (TimeoutError, httpx.HTTPError) as error:
            _log.warning("twilio.unreachable", call_sid=call_sid, error=type(error).__name__)
            return None
        if response.status_code >= 400 and response.status_code != _CALL_IS_OVER:
            _log.warning("twilio.refused", call_sid=call_sid, status=response.status_code)
        return response.status_code

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()
