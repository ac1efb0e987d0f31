"""Pure. Where people and Twilio reach this worker about a text message. Whoever holds a signed link has been asked."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

REPLY_PATH = "/twilio/sms"
"""Where Twilio hands on what people text to a business's number."""
_PROOF_CHARS = 20
"""Eighty bits: short enough for a text message, long enough to be no guess."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links to this worker, as it is reached from outside."""

    public_url: str
    secret: str

    def acknowledge(self, call_sid: str) -> str:
        """Where somebody takes the emergency of a call."""
        return f"{self.public_url}/acknowledge/{call_sid}/{self._proof(call_sid)}"

    def arrival(self, delivery_id: str) -> str:
        """Where Twilio tells what became of a delivery's text; its signature is the proof."""
        return f"{self.public_url}{REPLY_PATH}/{delivery_id}"

    def is_proof(self, call_sid: str, proof: str) -> bool:
        """Whether `proof` came from the link of this very call."""
        return hmac.compare_digest(self._proof(call_sid).encode(), proof.encode("utf-8", "replace"))

    def _proof(self, call_sid: str) -> str:
        signed = f"acknowledge:{call_sid}".encode()
        return hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()[:_PROOF_CHARS]
