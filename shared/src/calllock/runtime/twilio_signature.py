"""Pure. The proof that a request comes from Twilio."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable


def sign(auth_token: str, url: str, form: Iterable[tuple[str, str]] = ()) -> str:
    """`X-Twilio-Signature`: HMAC-SHA1 over the public URL and the form's sorted names and values."""
    signed = url + "".join(name + value for name, value in sorted(set(form)))
    return base64.b64encode(hmac.new(auth_token.encode(), signed.encode(), hashlib.sha1).digest()).decode("ascii")


def is_signed(auth_token: str, url: str, form: Iterable[tuple[str, str]], signature: str | None) -> bool:
    """Whether `signature` is the one that Twilio makes."""
    expected = sign(auth_token, url, form)
    return signature is not None and hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))
