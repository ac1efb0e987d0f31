"""Pure. The headers that let a receiver verify and deduplicate (Standard Webhooks)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

_PREFIX = "whsec_"


def headers_for(webhook_id: str, body: bytes, at: datetime, secrets: Sequence[str]) -> dict[str, str]:
    """All headers of one attempt.

    The first secret goes along as it is, which is what the dashboard checks; each secret signs, so
    that a receiver can change from one to the next without losing a delivery.
    """
    timestamp = str(int(at.timestamp()))
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    return {
        "Content-Type": "application/json",
        "X-Webhook-Secret": secrets[0],
        "webhook-id": webhook_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{_signature(secret, signed)}" for secret in secrets),
    }


def _signature(secret: str, signed: bytes) -> str:
    return base64.b64encode(hmac.new(_key(secret), signed, hashlib.sha256).digest()).decode()


def _key(secret: str) -> bytes:
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            pass  # a plain secret that happens to begin like an encoded one
    return secret.encode()
