"""Adapter. Twilio's HTTP requests to the application: forms, signed when there is a token."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from calllock.runtime.twilio_signature import sign

_LIMIT_S = 15.0
"""Twilio's own limit for a webhook."""
_TRIES = 2
"""Twilio asks once more when it cannot connect."""


class WebhookFailed(RuntimeError):
    """The application could not be reached, or answered with an error."""


@dataclass(frozen=True, slots=True)
class Dialed:
    """Who calls whom, and where the application is."""

    call_sid: str
    account_sid: str
    voice_url: str
    from_number: str
    to_number: str
    auth_token: str = ""
    """Empty: requests are not signed."""


class Webhooks:
    """The requests of one call."""

    def __init__(self, dialed: Dialed) -> None:
        self._dialed = dialed
        self._http = httpx.AsyncClient(timeout=_LIMIT_S, transport=httpx.AsyncHTTPTransport(retries=_TRIES - 1))

    async def answer(self) -> str:
        """The TwiML that the application answers the call with; raises `WebhookFailed`."""
        return await self._post(self._dialed.voice_url, "ringing")

    async def after_stream(self, action: str, stream_sid: str, *, over: bool) -> str:
        """The TwiML that follows a stream; raises `WebhookFailed`."""
        url = urljoin(self._dialed.voice_url, action)
        status = "completed" if over else "in-progress"
        return await self._post(url, status, StreamSid=stream_sid, StreamEvent="stream-stopped")

    async def after_dial(self, action: str, dialed: str) -> str:
        """The TwiML that follows a call to a person, which ended as `dialed`; raises `WebhookFailed`."""
        url = urljoin(self._dialed.voice_url, action)
        return await self._post(url, "in-progress", DialCallStatus=dialed)

    async def redirected(self, url: str) -> str:
        """The TwiML behind a `<Redirect>`; raises `WebhookFailed`."""
        return await self._post(urljoin(self._dialed.voice_url, url), "in-progress")

    async def completed(self, duration_s: float) -> None:
        """The status callback at the end; raises `WebhookFailed`."""
        url = urljoin(self._dialed.voice_url, "status")
        await self._post(
            url, "completed", CallDuration=str(max(1, round(duration_s))), CallbackSource="call-progress-events"
        )

    def signed_headers(self, url: str, form: dict[str, str]) -> dict[str, str]:
        """The header that proves that a request comes from Twilio, when there is a token."""
        token = self._dialed.auth_token
        return {"X-Twilio-Signature": sign(token, url, form.items())} if token else {}

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _post(self, url: str, status: str, **more: str) -> str:
        form = {
            "CallSid": self._dialed.call_sid,
            "AccountSid": self._dialed.account_sid,
            "ApiVersion": "2010-04-01",
            "Direction": "inbound",
            "CallStatus": status,
            "From": self._dialed.from_number,
            "Caller": self._dialed.from_number,
            "To": self._dialed.to_number,
            "Called": self._dialed.to_number,
            **more,
        }
        try:
            response = await self._http.post(url, data=form, headers=self.signed_headers(url, form))
        except httpx.HTTPError as error:
            raise WebhookFailed(f"{url}: {error.__class__.__name__}") from None
        if response.status_code >= 300:
            raise WebhookFailed(f"{url}: answered {response.status_code}")
        return response.text
