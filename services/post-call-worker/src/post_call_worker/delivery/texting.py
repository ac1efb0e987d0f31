"""Adapter. One attempt at a text message through Twilio."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.posting import post_once
from post_call_worker.delivery.queue import Claimed


class TextSender:
    """Sends deliveries whose body is `from`, `to` and `text`, through `POST .../Messages.json`.

    Twilio recognises no repeated message: after an answer that was lost on the way, the same text goes again.
    """

    def __init__(self, client: httpx.AsyncClient, api_url: str, account: tuple[str, str], clock: Clock) -> None:
        """`account` is its SID and its auth token."""
        self._client = client
        self._url = f"{api_url}/2010-04-01/Accounts/{account[0]}/Messages.json"
        self._headers = {"Authorization": f"Basic {b64encode(':'.join(account).encode()).decode()}"}
        self._clock = clock

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Send it once; never raises for what Twilio or the network does. Only a message's SID is success."""
        form = {"From": claimed.body["from"], "To": claimed.body["to"], "Body": claimed.body["text"]}
        request = self._client.build_request("POST", self._url, data=form, headers=self._headers)
        outcome = await post_once(self._client, request, self._clock)
        sid = (outcome.answer or {}).get("sid")
        accepted = isinstance(sid, str) and bool(sid)
        return replace(outcome, answer={"success": True, "sms_message_sid": sid} if accepted else None)
