"""Adapter. One attempt at a text message through Twilio."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.posting import ARRIVED_BEFORE, NOT_SENT, post_once
from post_call_worker.delivery.queue import Claimed
from post_call_worker.links import Links
from post_call_worker.vocabulary import MUST_ARRIVE

SKEW = timedelta(seconds=30)
"""By how much Twilio's clock may be behind ours: a message that is older than its delivery by more is another one's."""
BLIND_ATTEMPTS, BLIND_EVERY = 4, 10
"""While Twilio does not say what arrived, the same text goes again in so many attempts, and after them in every tenth:
the telephone of whoever is paged must not ring each minute all night, and somebody must be asked all the same."""
CALLER_TAKES_NO_TEXTS: Mapping[int, str] = {
    21211: "the caller's number is none that exists",
    21610: "the caller has replied STOP",
    21614: "the caller's number is no mobile one",
}
"""By the code of Twilio's error. No caller need take texts; whoever is paged or gets leads must, and is told of."""
NEVER_ARRIVES = frozenset({"failed", "undelivered", "canceled"})
"""What Twilio calls a message that it took and that did not, and will not, arrive."""


class TextSender:
    """Sends deliveries whose body is `from`, `to` and `text`, through `POST .../Messages.json`.

    Twilio recognises no repeated message. Before a second attempt it is asked whether the first arrived after all;
    only when it does not answer that either may the same text go again, and not each time.
    """

    def __init__(
        self, client: httpx.AsyncClient, api_url: str, account: tuple[str, str], links: Links, clock: Clock
    ) -> None:
        """`account` is its SID and its auth token."""
        self._client = client
        self._links = links
        self._url = f"{api_url}/2010-04-01/Accounts/{account[0]}/Messages.json"
        self._headers = {"Authorization": f"Basic {b64encode(':'.join(account).encode()).decode()}"}
        self._clock = clock

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Send it once; never raises for what Twilio or the network does. Only a message's SID is success."""
        if claimed.may_have_arrived and (known := await self._known(claimed)) is not None:
            return known
        form = {"From": claimed.body["from"], "To": claimed.body["to"], "Body": claimed.body["text"]}
        if claimed.kind in MUST_ARRIVE:
            form["StatusCallback"] = self._links.arrival(claimed.id)
        request = self._client.build_request("POST", self._url, data=form, headers=self._headers)
        outcome = await post_once(self._client, request, self._clock)
        told = outcome.answer or {}
        sid = told.get("sid")
        code = told.get("code") if claimed.kind == "confirmation" else None
        unwanted = CALLER_TAKES_NO_TEXTS.get(code, "") if isinstance(code, int) else ""
        refusal = {"code": told["code"]} if "code" in told else None
        return replace(outcome, answer=_success(sid) if isinstance(sid, str) and sid else refusal, unwanted=unwanted)

    async def _known(self, claimed: Claimed) -> Outcome | None:
        """What is known without sending: that an earlier attempt arrived, or that this one had better not be made."""
        about = {"From": claimed.body["from"], "To": claimed.body["to"], "PageSize": "20"}
        request = self._client.build_request("GET", self._url, params=about, headers=self._headers)
        outcome = await post_once(self._client, request, self._clock)
        listed = (outcome.answer or {}).get("messages")
        if isinstance(listed, list):
            sid = next((one["sid"] for one in listed if isinstance(one, dict) and _is_of(one, claimed)), None)
            return replace(outcome, answer=_success(sid), body=ARRIVED_BEFORE) if sid else None
        if claimed.attempt <= BLIND_ATTEMPTS or claimed.attempt % BLIND_EVERY == 0:
            return None
        why = outcome.error or f"answered {outcome.status_code}"
        error = f"{NOT_SENT}, as Twilio does not say whether it has arrived: {why}"
        return Outcome(error=error, retry_after=outcome.retry_after, took_ms=outcome.took_ms)


def _is_of(message: Mapping[str, Any], claimed: Claimed) -> bool:
    """Whether it is this delivery's. Of several with the same words, all that are queued before the first is sent count
    as sent with it."""
    words, status = str(message.get("body")), message.get("status")
    try:
        created_at = parsedate_to_datetime(str(message.get("date_created")))
        since = created_at > claimed.created_at - SKEW
    except (TypeError, ValueError, OverflowError):  # no date, or one without a zone or far beyond any
        return False
    return since and words.endswith(claimed.body["text"]) and status not in NEVER_ARRIVES and bool(message.get("sid"))


def _success(sid: str) -> dict[str, Any]:
    return {"success": True, "sms_message_sid": sid}
