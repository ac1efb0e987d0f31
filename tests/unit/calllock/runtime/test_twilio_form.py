"""Forms that Twilio signed, and what others send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import pytest

from calllock.runtime import twilio_form
from calllock.runtime.twilio_form import MOST_BYTES, FormRefused, read_form
from calllock.runtime.twilio_signature import sign

URL, TOKEN = "https://phone.example/twilio/voice", "token"
FIELDS = {"CallSid": "CA1", "Body": "💧" * 1_600, "To": ""}


async def sent(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def refusal(*parts: bytes, signature: str | None = None) -> int:
    with pytest.raises(FormRefused) as refused:
        await read_form(sent(*parts), URL, signature, TOKEN)
    return refused.value.status


async def test_the_fields_of_a_signed_form_are_read_also_empty_ones_and_in_pieces() -> None:
    body = urlencode(FIELDS).encode()
    assert await read_form(sent(body[:7], body[7:]), URL, sign(TOKEN, URL, FIELDS.items()), TOKEN) == FIELDS


async def test_without_a_token_nobody_asks_for_a_signature() -> None:
    assert await read_form(sent(b"CallSid=CA1"), URL, None, None) == {"CallSid": "CA1"}


async def test_a_form_that_twilio_did_not_sign_for_this_url_is_refused() -> None:
    assert await refusal(b"CallSid=CA1") == 403
    assert await refusal(b"CallSid=CA1", signature=sign(TOKEN, URL, {"CallSid": "CA2"}.items())) == 403
    assert await refusal(b"CallSid=CA1", signature=sign(TOKEN, f"{URL}/", {"CallSid": "CA1"}.items())) == 403
    assert await refusal(b"CallSid=CA1", signature=sign("", URL, {"CallSid": "CA1"}.items())) == 403


async def test_what_is_no_form_or_too_much_of_one_is_refused_before_it_is_all_read() -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 10_000

    assert await refusal(b"\xff\xfe=1") == 400
    assert await refusal("&".join(f"f{number}=1" for number in range(300)).encode()) == 400
    assert await refusal(b"x" * (MOST_BYTES + 1)) == 413
    with pytest.raises(FormRefused) as refused:
        await read_form(endless(), URL, None, None)
    assert refused.value.status == 413


async def test_a_form_that_stops_in_the_middle_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b"From="
        await asyncio.Event().wait()

    monkeypatch.setattr(twilio_form, "LIMIT_S", 0.05)
    with pytest.raises(FormRefused) as refused:
        await read_form(half(), URL, None, None)
    assert refused.value.status == 408
