"""Pure. What follows from a key: the hash it is kept as, and the token that a form must carry."""

from __future__ import annotations

import hashlib
import hmac


def hash_of(key: str) -> str:
    """The key as the database holds it; keys are long and random, so one round of SHA-256 is enough."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def form_token(key: str) -> str:
    """What every form of this session carries: another site can send the cookie, but cannot know this."""
    return hmac.new(key.encode(errors="replace"), b"form", hashlib.sha256).hexdigest()


def known_browser(password_hash: str) -> str:
    """What a browser keeps that has signed in with this password; a new password makes it worthless."""
    return hmac.new(password_hash.encode(), b"known browser", hashlib.sha256).hexdigest()


def same(given: str, expected: str) -> bool:
    """Whether they are equal, in a time that does not tell how nearly."""
    return hmac.compare_digest(given.encode(errors="replace"), expected.encode())
