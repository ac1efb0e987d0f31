"""Shell. An owner's desk without servers: a bus in memory, a clock turned by hand, a backend that obeys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.events import ToolName
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from dialog_brain.backend import Answer, CallFacts
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from tests.doubles.memory_bus import MemoryBus
from tests.doubles.turned_clock import TurnedByHand
from tests.integration.text_line import TextLine

PROFILES = load_profiles(BUSINESSES)
TO = "+15125550100"
SAYS = ("my AC stopped cooling", "no", "78745", "Ann Lee", "12 Oak Street", "as soon as you can", "yes please")
BOOKED = {"success": True, "booked": True, "booking_time": "2099-03-02T15:00:00-06:00"}


@dataclass
class ObedientBackend:
    """Answers as told; a tool in `held` waits until its event is set, one in `breaks` raises so often."""

    answers: dict[str, Answer] = field(default_factory=dict)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    breaks: dict[str, int] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Tool and request id, in order."""

    async def ask(self, tool: ToolName, args: dict[str, Any], call: CallFacts, request_id: str) -> Answer:
        self.requests.append((tool, request_id))
        if tool in self.held:
            await self.held[tool].wait()
        if self.breaks.get(tool, 0) > 0:
            self.breaks[tool] -= 1
            raise RuntimeError("the backend client is broken")
        default = BOOKED if tool == "book_service" else {"success": True}
        return self.answers.get(tool, Answer("answered", dict(default)))

    def asked(self, tool: ToolName) -> list[str]:
        """The ids of the requests made of one tool."""
        return [request_id for name, request_id in self.requests if name == tool]


class Office:
    """One bus, one clock, one backend; desks of as many replicas as are wanted."""

    def __init__(self, bus: MemoryBus | None = None) -> None:
        self.clock = TurnedByHand()
        self.bus = bus or MemoryBus(self.clock)
        self.backend = ObedientBackend()

    def desk(self, replica: str = "one") -> Desk:
        """The desk of one replica."""
        return Desk(self.bus, self.backend, RECEPTIONIST, PROFILES, self.clock, replica)

    def line(self, call_sid: str = "CA1", says: tuple[str, ...] = SAYS) -> TextLine:
        """A caller."""
        return TextLine(self.bus, call_sid, says, self.clock)

    async def answer(self, business: str = "ace-cooling", call_sid: str = "CA1") -> None:
        """Let a call reach us, and nobody speak in it."""
        await self.bus.publish(
            events.CallAnswered(
                event_id=f"{call_sid}:answered",
                call_sid=call_sid,
                occurred_at=self.clock.now(),
                business=business,
                from_number="+15125550123",
                to_number=TO,
            )
        )

    async def lease_lapses(self) -> None:
        """So much time passes that an unkept lease goes to another."""
        await self.clock.turn(3.5)


async def log_of(bus: Bus, call_sid: str = "CA1") -> list[Message]:
    """The readable entries of a call's log."""
    return [entry.message for entry in await bus.read(call_sid) if entry.message is not None]


def states(log: list[Message]) -> list[str]:
    return [m.state for m in log if isinstance(m, events.StateEntered)]


def prompts(log: list[Message]) -> list[int]:
    return [m.prompt for m in log if isinstance(m, commands.SpeakPrompt)]


def said(log: list[Message]) -> str:
    return " ".join(" ".join(m.sentences) for m in log if isinstance(m, commands.SpeakPrompt))


async def until(holds: Callable[[], bool]) -> None:
    """Let everybody act until `holds`; without waiting for any time."""
    for _ in range(2000):
        if holds():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came true")
