"""Shell. What a browser is told that calls by microphone, when its call is cut short."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import httpx
import pytest
from fastapi import WebSocket

from post_call_worker.console import sound_lines
from post_call_worker.console.sound_lines import SoundLines
from post_call_worker.console.tickets import Ticket


class Browser:
    def __init__(self) -> None:
        self.closed: tuple[int, str] | None = None

    async def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        (None, "a call from here lasts 0.0005 minutes at most"),
        (httpx.ConnectError("x"), "the gateway cannot be reached"),
    ],
)
async def test_a_call_that_lasts_too_long_is_not_blamed_on_the_gateway(
    monkeypatch: pytest.MonkeyPatch, fails: Exception | None, told: str
) -> None:
    async def carry(*_: object) -> None:
        if fails is not None:
            raise fails
        await asyncio.Event().wait()

    monkeypatch.setattr(sound_lines, "_LONGEST_S", 0.03)
    monkeypatch.setattr(SoundLines, "_carry", carry)
    browser, tickets = Browser(), cast("Any", None)
    await SoundLines("http://gateway.test", "", tickets).hold(cast("WebSocket", browser), Ticket("CA1", "", ""))
    assert browser.closed == (1011, told)
