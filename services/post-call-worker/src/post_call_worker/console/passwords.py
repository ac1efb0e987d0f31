"""Adapter. Passwords as argon2id hashes. Hashing takes a twentieth of a second, so it runs beside the event loop."""

from __future__ import annotations

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
"""Characters of a password."""
LONGEST = 200

_hasher = PasswordHasher(time_cost=2, memory_cost=32_768, parallelism=1)
_AT_ONCE = asyncio.Semaphore(2)
"""Each takes 32 MB; a crowd at the door must not take all memory."""
_NOBODY = _hasher.hash("the password of an account that does not exist")


async def hashed(password: str) -> str:
    """The hash to keep; raises `ValueError` when the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
    async with _AT_ONCE:
        return await asyncio.to_thread(_hasher.hash, password)


async def matches(password: str, kept: str | None) -> bool:
    """Whether it is the password; takes as long for an account that does not exist (`kept` None)."""
    async with _AT_ONCE:
        right = await asyncio.to_thread(_verify, password[: LONGEST + 1], kept or _NOBODY)
    return right and kept is not None


def _verify(password: str, kept: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
