"""Shell. From the log of a call to its record in the database."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from calllock.contracts.business import BusinessProfile
from calllock.contracts.events import EmergencyRaised
from calllock.runtime.bus import Bus, Logged
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from post_call_worker.call_store import CallStore
from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.result import Classification
from post_call_worker.classification.signals import Signals
from post_call_worker.classification.worth import with_promise
from post_call_worker.folding import UnusableLog, answered_in, emergency_in, fold
from post_call_worker.links import Links
from post_call_worker.outgoing import GOOD_FOR, outgoing_after, outgoing_of_emergency
from post_call_worker.record import CallRecord, Emergency

LONG_CALL_CHARS = 20_000
"""A caller who said more is classified beside the event loop: a megabyte takes 0.3 s (measured), in which nobody would
be paged. An ordinary caller says some hundred characters, which take a millisecond."""
TOLD_WITHIN = GOOD_FOR["confirmation"]
"""After its end, for the texts of a call that is told again before it was stored."""


_AT_ONCE = frozenset({"confirmation", "lead"})
"""Texts that are worse than nothing when they come late."""


class UnknownBusiness(ValueError):
    """A call of a business that has no profile here."""


@dataclass(frozen=True, slots=True)
class RecordKeeper:
    """Reads logs, and keeps what they say."""

    bus: Bus
    store: CallStore
    profiles: Profiles
    signals: Signals
    clock: Clock
    links: Links | None = None
    """None when no text messages are sent."""

    async def read(self, call_sid: str) -> tuple[CallRecord, list[Logged]]:
        """The record of a call and its log: of the stream or, when that has let it go, of the database.

        Raises `UnusableLog` and `UnknownBusiness`.
        """
        log = await self.bus.read(call_sid) or await self.store.events(call_sid)
        if not log:
            raise UnusableLog("there is no log of this call; see that its SID is right, and how long logs are kept")
        return fold(log, self.profile(answered_in(log).business)), log

    async def keep(self, record: CallRecord, log: list[Logged], *, again: bool = False) -> bool:
        """Classify and store; False when the call was there and, unless `again`, stays as it was.

        A call that is told again texts neither caller nor owner: what comes so late is worse than nothing. One that
        only has not been told yet, because whoever should store it waits, is no such call. A danger is somebody's to
        drive to for as long as a page of it is good.
        """
        profile = self.profile(record.business)
        classification = await self.classified(record)
        asked = await self._asked_of(record.call_sid, record.emergency, profile)
        late = again and (self.clock.now() - record.last_at > TOLD_WITHIN or await self.store.has(record.call_sid))
        sent = outgoing_after(record, classification, asked, self.links)
        if late:
            sent = tuple(one for one in sent if one.kind not in _AT_ONCE and not one.is_late(self.clock.now()))
        return await self.store.store(record, classification, sent, log, self.clock.now(), again=again)

    async def alert(self, raised: EmergencyRaised) -> bool:
        """Queue what a danger leads to; False when it was there. Raises `UnknownBusiness`."""
        danger = emergency_in(raised)
        profile = await self._asked_of(raised.call_sid, danger, self.profile(raised.business))
        sent = outgoing_of_emergency(raised.call_sid, raised.from_number, danger, profile, self.links)
        return await self.store.store_alert(sent, raised.call_sid, raised.business, self.clock.now())

    async def _asked_of(self, call_sid: str, danger: Emergency | None, profile: BusinessProfile) -> BusinessProfile:
        """The profile as its numbers are asked: of a graver danger first whoever is on the way because of the other."""
        if danger is None or not danger.is_graver:
            return profile
        taker = await self.store.taker(call_sid)
        numbers = tuple(sorted(profile.paged, key=lambda number: number != taker))
        return profile.model_copy(update={"emergency": profile.emergency.model_copy(update={"numbers": numbers})})

    async def classified(self, record: CallRecord) -> Classification:
        """What kind of call it is; raises `UnknownBusiness`."""
        told, profile = told_by(record), self.profile(record.business)
        if sum(map(len, record.caller_turns)) <= LONG_CALL_CHARS:
            return with_promise(classify(told, profile, self.signals), record)
        return with_promise(await asyncio.to_thread(classify, told, profile, self.signals), record)

    def profile(self, business: str) -> BusinessProfile:
        """The profile with this id; raises `UnknownBusiness`."""
        profile = self.profiles.by_id(business)
        if profile is None:
            raise UnknownBusiness(f"no business profile {business!r}")
        return profile
