"""A lookup begins while the greeting plays; what is waited for is only what the caller waits for it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from calllock.contracts import events
from calllock.contracts.message import Message
from dialog_brain import backend_requests
from dialog_brain.backend import Answer
from dialog_brain.backend_requests import BackendRequests
from dialog_brain.tools import TOOLS
from tests.doubles.turned_clock import TurnedByHand
from tests.unit.dialog_brain.desk import TO, ObedientBackend

FOUND = {"found": True, "customerName": "Ann Lee"}


class Lookups:
    """The requests of one call to a backend whose lookup waits for `held`."""

    def __init__(self) -> None:
        self.clock = TurnedByHand()
        self.held = asyncio.Event()
        self.backend = ObedientBackend({"lookup_caller": Answer("answered", FOUND)}, {"lookup_caller": self.held})
        self.written: list[Message] = []
        at: dict[str, Any] = {"call_sid": "CA1", "occurred_at": self.clock.now()}
        answered = events.CallAnswered(
            event_id="CA1:answered", business="ace-cooling", from_number="+15125550123", to_number=TO, **at
        )
        self.requests = BackendRequests(self.backend, self.clock, answered, self._write)
        self.asked = events.ToolRequested(event_id="r1", request_id="r1", tool="lookup_caller", args={}, **at)

    async def _write(self, message: Message) -> None:
        self.written.append(message)

    async def outcome(self) -> events.ToolOutcome:
        """That of the lookup, once the flow needs it."""
        await self.requests.ask(self.asked)
        answer = self.written[-1]
        assert isinstance(answer, events.ToolAnswered)
        return answer.outcome


@pytest.fixture(autouse=True)
def _short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    lookup = replace(TOOLS["lookup_caller"], waited_for_s=0.05)
    monkeypatch.setattr(backend_requests, "TOOLS", {**TOOLS, "lookup_caller": lookup})


async def test_a_lookup_that_answers_before_the_caller_waits_for_it_has_taken_as_long_as_it_likes() -> None:
    lookups = Lookups()
    lookups.requests.look_up_early()
    await asyncio.sleep(0.2)
    lookups.held.set()
    assert await lookups.outcome() == "answered"
    assert len(lookups.backend.requests) == 1


async def test_a_caller_waits_for_a_lookup_no_longer_than_its_limit() -> None:
    lookups = Lookups()
    lookups.requests.look_up_early()
    assert await lookups.outcome() == "timed_out"
    await lookups.requests.close()


async def test_a_lookup_that_nobody_has_begun_is_waited_for_as_long() -> None:
    lookups = Lookups()
    assert await lookups.outcome() == "timed_out"
    await lookups.requests.close()
