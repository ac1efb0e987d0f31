"""Adapter. One attempt at a text message through Twilio."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.posting import post_once
from post_call_worker.delivery.queue import Claimed

SAME_TEXT_S = 3_600.0
"""The same words to the same number, no longer ago than this, are the text whose answer was lost."""
CALLER_TAKES_NO_TEXTS: Mapping[int, str] = {
    21211: "the caller's number is none that exists",
    21610: "the caller has replied STOP",
    21614: "the caller's number is no mobile one",
}
"""By the code of Twilio's error. No caller need take texts; whoever is paged or gets leads must, and is told of."""
_NEVER_LEFT = frozenset({"failed", "undelivered", "canceled"})


class TextSender:
    """Sends deliveries whose body is `from`, `to` and `text`, through `POST .../Messages.json`.

    Twilio recognises no repeated message. Before a second attempt it is asked whether the first arrived after all;
    only when it does not answer that either may the same text go twice.
    """

    def __init__(self, client: httpx.AsyncClient, api_url: str, account: tuple[str, str], clock: Clock) -> None:
        """`account` is its SID and its auth token."""
        self._client = client
        self._url = f"{api_url}/2010-04-01/Accounts/{account[0]}/Messages.json"
        self._headers = {"Authorization": f"Basic {b64encode(':'.join(account).encode()).decode()}"}
        self._clock = clock

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Send it once; never raises for what Twilio or the network does. Only a message's SID is success."""
        if claimed.may_have_arrived and (sent := await self._sent_before(claimed.body)) is not None:
            return sent
        form = {"From": claimed.body["from"], "To": claimed.body["to"], "Body": claimed.body["text"]}
        request = self._client.build_request("POST", self._url, data=form, headers=self._headers)
        outcome = await post_once(self._client, request, self._clock)
        told = outcome.answer or {}
        sid = told.get("sid")
        code = told.get("code") if claimed.kind == "confirmation" else None
        unwanted = CALLER_TAKES_NO_TEXTS.get(code, "") if isinstance(code, int) else ""
        return replace(outcome, answer=_success(sid) if isinstance(sid, str) and sid else None, unwanted=unwanted)

    async def _sent_before(self, body: Mapping[str, Any]) -> Outcome | None:
        """The success of an earlier attempt, if Twilio has its message."""
        about = {"From": body["from"], "To": body["to"], "PageSize": "20"}
        request = self._client.build_request("GET", self._url, params=about, headers=self._headers)
        outcome = await post_once(self._client, request, self._clock)
        listed = (outcome.answer or {}).get("messages")
        for message in listed if isinstance(listed, list) else ():
            if isinstance(message, dict) and self._is_it(message, body["text"]):
                return replace(outcome, answer=_success(message["sid"]), body="an earlier attempt had arrived")
        return None

    def _is_it(self, message: Mapping[str, Any], text: str) -> bool:
        words, status = str(message.get("body")), message.get("status")
        try:
            age = self._clock.now() - parsedate_to_datetime(str(message.get("date_created")))
        except (TypeError, ValueError, OverflowError):  # no date, or one without a zone or far beyond any
            return False
        recent = abs(age.total_seconds()) < SAME_TEXT_S
        return recent and words.endswith(text) and status not in _NEVER_LEFT and bool(message.get("sid"))


def _success(sid: str) -> dict[str, Any]:
    return {"success": True, "sms_message_sid": sid}
