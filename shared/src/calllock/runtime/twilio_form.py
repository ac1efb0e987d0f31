"""Adapter. The form of one of Twilio's requests, read within limits and believed only if Twilio has signed it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable
from urllib.parse import parse_qsl

from calllock.runtime.twilio_signature import is_signed

MOST_BYTES = 64_000
"""A text message of 1,600 emoji is 19,200 bytes of form; nothing else comes near it."""
LIMIT_S = 10.0
"""Twilio waits 15 s for an answer."""
UNSIGNED = "the signature is missing or wrong"
"""What is said to whoever is not Twilio."""
_MOST_FIELDS = 200


class FormRefused(Exception):
    """No form of Twilio's; `status` is the HTTP status that says so, and the message is for whoever sent it."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def read_form(
    body: AsyncIterable[bytes], url: str, signature: str | None, auth_token: str | None
) -> dict[str, str]:
    """The fields of `body`, which Twilio sent to the public `url`; raises `FormRefused`.

    Without `auth_token` nobody checks the signature: for a service that only its own machine reaches.
    """
    read = await _read(body)
    try:
        pairs = parse_qsl(read.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise FormRefused(400, "not a form in UTF-8") from None
    if auth_token is not None and not is_signed(auth_token, url, pairs, signature):
        raise FormRefused(403, UNSIGNED)
    return dict(pairs)


async def _read(body: AsyncIterable[bytes]) -> bytes:
    read = bytearray()
    try:
        async with asyncio.timeout(LIMIT_S):
            async for part in body:
                read += part
                if len(read) > MOST_BYTES:
                    raise FormRefused(413, "the form is too large")
    except TimeoutError:
        raise FormRefused(408, "the form did not come to its end") from None
    return bytes(read)
