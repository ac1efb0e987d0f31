"""Shell. What the console's routes work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from fastapi import Request

from calllock.runtime.clock import Clock
from post_call_worker.console.accounts import Accounts
from post_call_worker.console.allowance import Allowance
from post_call_worker.console.inbox_query import Inbox
from post_call_worker.console.inbox_view import BusinessShown
from post_call_worker.delivery.loop import DeliveryLoop
from post_call_worker.reading import Archive
from post_call_worker.recording import Recorder


def _knocking() -> Allowance:
    return Allowance(at_once=60, a_minute=30)


def _signing_in() -> Allowance:
    return Allowance(at_once=10, a_minute=2)


def _asking() -> Allowance:
    return Allowance(at_once=120, a_minute=600)


@dataclass(frozen=True, slots=True)
class Console:
    """The console of one worker."""

    accounts: Accounts
    inbox: Inbox
    archive: Archive
    recorder: Recorder
    deliveries: DeliveryLoop
    secure: bool
    """Whether browsers reach it over TLS."""
    visits: Allowance = field(default_factory=_knocking)
    """By the client's address, which many may share behind a proxy."""
    sign_ins: Allowance = field(default_factory=_signing_in)
    """By e-mail address."""
    requests: Allowance = field(default_factory=_asking)
    """By account."""

    @property
    def clock(self) -> Clock:
        """What time it is here."""
        return self.recorder.clock

    def now(self) -> datetime:
        """The wall time."""
        return self.clock.now()

    def business(self, business: str) -> BusinessShown:
        """How a business is shown; one whose profile is gone by its id, in UTC."""
        profile = self.recorder.profiles.by_id(business)
        return BusinessShown(profile.name, ZoneInfo(profile.zone)) if profile else BusinessShown(business, _UTC)

    def businesses(self, scope: tuple[str, ...] | None) -> dict[str, str]:
        """Id and name of the businesses that are seen."""
        return {one.id: one.name for one in self.recorder.profiles if scope is None or one.id in scope}


_UTC = ZoneInfo("UTC")


def console_of(request: Request) -> Console:
    """The console that the application was given."""
    return cast("Console", request.app.state.console)
