"""Shell. What the console's routes work with."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.contracts.message import Message
from calllock.runtime.allowance import Allowance
from calllock.runtime.clock import Clock
from post_call_worker.archive import Archive
from post_call_worker.console.accounts import Accounts
from post_call_worker.console.inbox_query import Inbox
from post_call_worker.console.inbox_view import BusinessShown
from post_call_worker.console.live_calls import LiveCalls
from post_call_worker.console.numbers_query import Numbers
from post_call_worker.console.sound_lines import SoundLines
from post_call_worker.console.streams import Streams
from post_call_worker.console.text_lines import TextLines
from post_call_worker.delivery.loop import DeliveryLoop
from post_call_worker.record_keeper import RecordKeeper


def _knocking() -> Allowance:
    return Allowance(at_once=60, a_minute=30)


def _guessing_from() -> Allowance:
    return Allowance(at_once=10, a_minute=2)


def _guessing() -> Allowance:
    return Allowance(at_once=60, a_minute=6)


def _asking() -> Allowance:
    return Allowance(at_once=120, a_minute=600)


@dataclass(frozen=True, slots=True)
class Console:
    """The console of one worker."""

    accounts: Accounts
    inbox: Inbox
    archive: Archive
    keeper: RecordKeeper
    numbers: Numbers
    deliveries: DeliveryLoop
    live: LiveCalls
    secure: bool
    """Whether browsers reach it over TLS."""
    talk: TextLines | None = None
    """None where nobody may call from the console."""
    recordings: Path | None = None
    """Where the gateways record; None where nothing is recorded."""
    sound: SoundLines | None = None
    """None where nobody may call by microphone."""
    visits: Allowance = field(default_factory=_knocking)
    """By where they come from, which many may share behind a proxy that is not trusted."""
    guesses_from: Allowance = field(default_factory=_guessing_from)
    """By e-mail address and where the guess comes from: whoever guesses is slowed down, not the owner elsewhere."""
    guesses: Allowance = field(default_factory=_guessing)
    """By e-mail address, for browsers that were never signed in: it takes many places at once to make one wait."""
    requests: Allowance = field(default_factory=_asking)
    """By account."""
    streams: Streams = field(default_factory=Streams)
    """By account."""

    @property
    def runs(self) -> dict[str, Callable[[], Coroutine[Any, Any, None]]]:
        """What has to run beside the web application, by name."""
        runs: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {"live calls": self.live.run}
        return {**runs, "text lines": self.talk.run} if self.talk else runs

    @property
    def clock(self) -> Clock:
        """What time it is here."""
        return self.keeper.clock

    def now(self) -> datetime:
        """The wall time."""
        return self.clock.now()

    async def log(self, call_sid: str) -> list[Message]:
        """What can be read of a call's log: of the database or, before the call is stored, of the bus."""
        log = await self.keeper.store.events(call_sid) or await self.keeper.bus.read(call_sid)
        return [entry.message for entry in log if entry.message is not None]

    def business(self, business: str) -> BusinessShown:
        """How a business is shown; one whose profile is gone by its id, in UTC."""
        profile = self.keeper.profiles.by_id(business)
        return BusinessShown(profile.name, ZoneInfo(profile.zone)) if profile else BusinessShown(business, _UTC)

    def businesses(self, scope: tuple[str, ...] | None) -> dict[str, str]:
        """Id and name of the businesses that are seen."""
        return {one.id: one.name for one in self.keeper.profiles if scope is None or one.id in scope}


def make_console(
    engine: AsyncEngine,
    keeper: RecordKeeper,
    deliveries: DeliveryLoop,
    *,
    secure: bool,
    talk: bool,
    recordings: Path | None = None,
) -> Console:
    """The console over this database; its `runs` must run for it to show what is going on."""
    archive = Archive(engine)
    live = LiveCalls(keeper.bus, archive, keeper.clock)
    accounts, inbox, numbers = Accounts(engine), Inbox(engine), Numbers(engine)
    lines = TextLines(keeper.bus, keeper.clock) if talk else None
    return Console(accounts, inbox, archive, keeper, numbers, deliveries, live, secure, lines, recordings)


_UTC = ZoneInfo("UTC")


def console_of(request: Request) -> Console:
    """The console that the application was given."""
    return cast("Console", request.app.state.console)
