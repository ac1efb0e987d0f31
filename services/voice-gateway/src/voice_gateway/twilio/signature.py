"""Pure. The proof that a stream belongs to a call that we answered."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

TOKEN_LIFE_S = 120
"""From the webhook's answer to the stream's start."""


def stream_token(secret: str, call_sid: str, parameters: Mapping[str, str], expires_at: int) -> str:
    """Binds a stream to its call and to what the webhook knew, until `expires_at` (seconds of the epoch)."""
    bound = "\0".join([call_sid, str(expires_at), *(f"{n}={v}" for n, v in sorted(parameters.items()))])
    bound_bytes = bound.encode(errors="surrogatepass")  # a stream may say anything: then it has no token
    return f"{expires_at}.{hmac.new(secret.encode(), bound_bytes, hashlib.sha256).hexdigest()}"


def is_token(secret: str, call_sid: str, parameters: Mapping[str, str], token: str, now: float) -> bool:
    """Whether `token` was made by `stream_token` for these, and has not expired."""
    expires, _, _ = token.partition(".")
    if not (expires.isascii() and expires.isdecimal() and len(expires) <= 12) or int(expires) < now:
        return False
    expected = stream_token(secret, call_sid, parameters, int(expires))
    return hmac.compare_digest(expected.encode(), token.encode("utf-8", "replace"))
