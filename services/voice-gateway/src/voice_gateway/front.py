"""Shell. What the routes share, and what callers hear while they are not connected to the receptionist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calllock.contracts.business import BusinessProfile
from calllock.contracts.e164 import caller_number
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from voice_gateway.exchange import Exchange
from voice_gateway.settings import Settings
from voice_gateway.twilio import twiml
from voice_gateway.twilio.signature import TOKEN_LIFE_S, stream_token


@dataclass(frozen=True, slots=True)
class Front:
    """What the routes share."""

    settings: Settings
    profiles: Profiles
    exchange: Exchange
    clock: Clock
    token_secret: str

    def connect(
        self, call_sid: str, profile: BusinessProfile, form: Mapping[str, str], number: int = 1, *, at_once: bool = True
    ) -> str:
        """TwiML that opens a media stream for this call, the `number`-th that is offered."""
        parameters = {"business": profile.id, "to_number": form.get("To", "")}
        if (from_number := caller_number(form.get("From", ""))) is not None:
            parameters["from_number"] = from_number
        expires_at = int(self.clock.now().timestamp()) + TOKEN_LIFE_S
        token = stream_token(self.token_secret, call_sid, parameters, expires_at)
        action_url = f"{self.settings.stream_ended_url}?offered={number}"
        signed = {**parameters, "token": token}
        return twiml.connect(self.settings.stream_url, action_url, signed, at_once=at_once)

    def fallback(self, profile: BusinessProfile | None) -> str:
        """TwiML for a caller whom we cannot serve: a person in opening hours, else what `unanswered` says."""
        if profile is not None and profile.forward_number and profile.is_open(self.clock.now()):
            return twiml.forward(profile.forward_number, self.settings.forward_ended_url)
        return self.unanswered(profile)

    def unanswered(self, profile: BusinessProfile | None) -> str:
        """TwiML for a caller whom no person takes either: voicemail, else an apology."""
        return twiml.unavailable(profile.voicemail_number if profile is not None else None)
