"""Adapter. Where Twilio sends the calls and text messages of a number, through its REST API."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import httpx

from calllock.runtime.answered_within import answered_within
from calllock.runtime.clock import Clock

_LIMIT_S = 10.0
"""For all of an answer; httpx limits each read by itself."""
_WAITS_S = (0.0, 1.0, 2.0)
"""Before each try, or longer when Twilio asks for it; an update is the same however often it is made."""
_LONGEST_WAIT_S = 5.0
"""A person waits for the answer, and a doctor's check is over after ten seconds."""


class TwilioRefused(RuntimeError):
    """Twilio does not do it; the message says what to do, and holds no secret."""


@dataclass(frozen=True, slots=True)
class Webhooks:
    """The three that matter to a call, and the one for text messages.

    `overruled_by` is a TwiML App or SIP trunk that Twilio asks instead of the three, `texts_overruled_by` one that it
    asks about texts.
    """

    voice: str
    fallback: str
    status: str
    texts: str = ""
    overruled_by: str = ""
    texts_overruled_by: str = ""

    def rows(self) -> list[tuple[str, str]]:
        """For people: name and address of each."""
        overruled = [("overruled by", self.overruled_by), ("texts by", self.texts_overruled_by)]
        rows = [("voice", self.voice), ("fallback", self.fallback), ("status", self.status), ("texts", self.texts)]
        return rows + [row for row in overruled if row[1]]

    def wanted(self, public_url: str, texts_url: str) -> Webhooks:
        """What a number of ours has instead: Twilio asks the fallback, another replica, when the first does not answer.

        `texts_url` is the worker's; without it nothing answers texts here, and theirs stay as they are.
        """
        voice = f"{public_url}/twilio/voice"
        ours = Webhooks(voice, voice, f"{public_url}/twilio/status", f"{texts_url}/twilio/sms")
        return ours if texts_url else replace(ours, texts=self.texts, texts_overruled_by=self.texts_overruled_by)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the account."""

    sid: str
    number: str
    webhooks: Webhooks


class TwilioNumbers:
    """The numbers of one account."""

    def __init__(
        self,
        api_url: str,
        account: tuple[str, str],
        clock: Clock,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`account` is its SID and token."""
        self._path = f"/2010-04-01/Accounts/{account[0]}/IncomingPhoneNumbers"
        self._clock = clock
        self._http = httpx.AsyncClient(base_url=api_url, auth=account, timeout=_LIMIT_S, transport=transport)

    async def find(self, number: str) -> Number:
        """The number (E.164) as it is now; raises `TwilioRefused`."""
        page = await self._ask("GET", f"{self._path}.json", params={"PhoneNumber": number})
        for entry in page.get("incoming_phone_numbers") or []:
            if entry.get("phone_number") == number:
                return _number(entry)
        raise TwilioRefused(f"{number} is not a number of this account: buy it, or check TWILIO_ACCOUNT_SID")

    async def point(self, number: Number, webhooks: Webhooks) -> Number:
        """Send its calls and texts there; the number as it is then.

        Raises `TwilioRefused`, also when it is not as asked.
        """
        form = {
            "VoiceUrl": webhooks.voice,
            "VoiceMethod": "POST",
            "VoiceFallbackUrl": webhooks.fallback,
            "VoiceFallbackMethod": "POST",
            "StatusCallback": webhooks.status,
            "StatusCallbackMethod": "POST",
            "VoiceApplicationSid": "",
            "TrunkSid": "",
        }
        if (webhooks.texts, webhooks.texts_overruled_by) != (number.webhooks.texts, number.webhooks.texts_overruled_by):
            form |= {"SmsUrl": webhooks.texts, "SmsMethod": "POST", "SmsApplicationSid": ""}
        changed = _number(await self._ask("POST", f"{self._path}/{number.sid}.json", data=form))
        if changed.webhooks != webhooks:
            raise TwilioRefused(f"{number.number}: Twilio accepted the change, but did not make it; try again")
        return changed

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _ask(self, method: str, path: str, **content: Any) -> dict[str, Any]:
        said, asked_s = "", 0.0
        for wait_s in _WAITS_S:
            if asked_s > _LONGEST_WAIT_S:
                break
            await self._clock.sleep(max(wait_s, asked_s))
            asked_s = 0.0
            try:
                with answered_within(_LIMIT_S):
                    response = await self._http.request(method, path, **content)
                if response.status_code < 400:
                    return dict(response.json())
            except (TimeoutError, httpx.HTTPError) as error:
                said = f"cannot be reached: {type(error).__name__}"
            except ValueError:
                said = "answers something that is not JSON"
            else:
                said = f"answers {response.status_code}"
                asked_s = _asked_s(response)
        raise TwilioRefused(f"Twilio {said}; check TWILIO_API_URL, or try later")


def _asked_s(response: httpx.Response) -> float:
    """Seconds that it asks to wait, without end if another try is of no use; raises `TwilioRefused` for a wrong key."""
    if response.status_code in (401, 403):
        raise TwilioRefused(
            "Twilio refuses TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN; copy them again from Twilio's console"
        )
    if response.status_code < 500 and response.status_code != 429:
        return math.inf
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() else 0.0


def _number(entry: dict[str, Any]) -> Number:
    def text(name: str) -> str:
        return str(entry.get(name) or "")

    webhooks = Webhooks(
        text("voice_url"),
        text("voice_fallback_url"),
        text("status_callback"),
        text("sms_url"),
        overruled_by=text("voice_application_sid") or text("trunk_sid"),
        texts_overruled_by=text("sms_application_sid"),
    )
    return Number(text("sid"), text("phone_number"), webhooks)
