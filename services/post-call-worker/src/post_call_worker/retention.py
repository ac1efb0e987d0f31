"""Shell. Enforces retention: nobody is remembered longer than the setting says, or once they ask to be forgotten."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError

from calllock.contracts.dataflow import CALLS, DEAD_LETTERS
from calllock.contracts.e164 import is_e164
from calllock.contracts.events import CallAnswered, CallEnded, FieldsLearned
from calllock.contracts.ids import recorded_call
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, BusUnavailable, DeadLetter
from calllock.runtime.clock import Clock
from post_call_worker.consumers import LONGEST_CALL_S
from post_call_worker.erasing import Eraser
from post_call_worker.recordings import missing, recordings_fault

LOOK_S = 3_600.0
"""Between two looks for calls that are old enough."""

_MARKED = timedelta(days=1)
"""How long it is known which calls were forgotten: far longer than storing one may take."""
_LAST_WORDS_S = 60.0
"""After its end a call still goes on: the brain writes what the backend answers, and the call is being stored."""

_log = structlog.get_logger()


class NotANumber(ValueError):
    """What was given is no telephone number; the message says how one is written."""


class NotErased(RuntimeError):
    """Something of a caller cannot be erased; the message says what and why."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of a caller's calls."""

    calls: int
    in_progress: int
    """Calls that are going on, of which nothing is erased."""
    delivered: int
    """Webhooks and texts that had left before, or may have: whoever got them has to erase them too."""
    recordings_missing: int = 0
    """Recordings that are not in RECORDINGS_DIR: they were deleted before, or the gateways record elsewhere."""


def _is_from(letter: DeadLetter, number: str) -> bool:
    """Whether it tells of a call from this number. It outlives the log of that call, and may be of any version."""
    try:
        told = json.loads(letter.data)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("from_number") == number


def _names(message: Message | None, number: str) -> bool:
    """Whether the caller named it as the number to call."""
    return isinstance(message, FieldsLearned) and message.fields.get("callback_number") == number


@dataclass(frozen=True, slots=True)
class Retention:
    """Erases in the database and in the log alike."""

    bus: Bus
    eraser: Eraser
    clock: Clock
    days: int
    recordings: Path | None = None
    """Where the gateways record calls, as `{call_sid}-{number}.wav`; None when they do not."""

    async def forget(self, number: str) -> Forgotten:
        """Erase a caller wherever we keep something; a call in progress is left alone.

        Raises `NotANumber`, and `NotErased` before anything is erased when recordings cannot be.
        """
        if not is_e164(number):
            raise NotANumber(f"{number!r} is no telephone number as +15125550142")
        ours = await self._logged_of(number)  # first: what is stored meanwhile, the database knows of
        ours |= await self.eraser.calls_of(number)
        ours |= {letter.call_sid for letter in await self.bus.dead_letters() if _is_from(letter, number)}
        going_on = {call_sid for call_sid in ours if await self._is_going_on(call_sid)}
        files = await self.eraser.recordings_of(ours - going_on)
        if self.recordings is None and files:
            raise NotErased("there are recordings of this caller: set RECORDINGS_DIR to where the gateways record")
        absent = await asyncio.to_thread(missing, files, self.recordings) if self.recordings else 0
        await asyncio.to_thread(self._delete_recordings, ours - going_on)
        for call_sid in ours - going_on:
            await self.bus.erase(call_sid)
        delivered = await self.eraser.erase(ours - going_on, self.clock.now())
        await self.eraser.delete_tickets(self.clock.now(), number)
        _log.info("caller.forgotten", calls=len(ours - going_on), in_progress=len(going_on))
        return Forgotten(len(ours - going_on), len(going_on), delivered, absent)

    async def _logged_of(self, number: str) -> set[str]:
        """The calls on the bus from this number, and those in which it was named that the database does not know."""
        answered = [entry.message for entry in await self.bus.answered() if isinstance(entry.message, CallAnswered)]
        ours = {message.call_sid for message in answered if message.from_number == number}
        others = {message.call_sid for message in answered} - ours
        for call_sid in others - await self.eraser.stored(others):
            if any(_names(entry.message, number) for entry in await self.bus.read(call_sid)):
                ours.add(call_sid)
        return ours

    def _delete_recordings(self, call_sids: Collection[str]) -> None:
        if self.recordings is None:
            return
        try:
            for file in self.recordings.glob("*.wav"):
                if recorded_call(file.name) in call_sids:
                    file.unlink(missing_ok=True)
        except OSError as error:
            raise NotErased(f"a recording cannot be deleted: {error.strerror}; may the worker write there?") from None

    async def _is_going_on(self, call_sid: str) -> bool:
        said = [entry.message for entry in await self.bus.read(call_sid) if entry.message is not None]
        if not said:
            return False
        ended = next((message for message in said if isinstance(message, CallEnded)), None)
        last, over_s = ended or said[-1], _LAST_WORDS_S if ended else LONGEST_CALL_S
        return abs((self.clock.now() - last.occurred_at).total_seconds()) < over_s

    async def run(self) -> None:
        """Until cancelled: look for calls that are older than the setting allows."""
        while True:
            try:
                await self.empty_old_calls()
                if fault := await recordings_fault(self.eraser, self.recordings):
                    _log.warning("recordings.misplaced", fault=fault)
                await asyncio.to_thread(self._delete_old_recordings)
            except (SQLAlchemyError, OSError, TimeoutError, BusUnavailable) as error:
                _log.warning("retention.postponed", error=type(error).__name__)
            await self.clock.sleep(LOOK_S)

    def _delete_old_recordings(self) -> None:
        """By the time they were last written, whatever else is known of their calls."""
        limit = (self.clock.now() - timedelta(days=self.days)).timestamp()
        for file in self.recordings.glob("*.wav") if self.recordings else ():
            with suppress(FileNotFoundError):  # another worker was quicker
                if file.stat().st_mtime < limit:
                    file.unlink()

    async def _erase_old_logs(self, limit: datetime) -> None:
        """By what the bus holds, so that a log which could not be erased once is erased the next time."""
        for entry in await self.bus.answered():
            if isinstance(entry.message, CallAnswered) and entry.message.occurred_at < limit:
                await self.bus.erase(entry.message.call_sid)

    async def _erase_old_dead_letters(self, limit: datetime) -> None:
        """They outlive the log of their calls."""
        for letter in await self.bus.dead_letters():
            if letter.at < limit:
                await self.bus.erase(letter.call_sid)

    async def empty_old_calls(self) -> int:
        """Take the words, names and numbers out of every call that is old enough; returns how many there were."""
        emptied = 0
        now = self.clock.now()
        limit = now - timedelta(days=self.days)
        while call_sids := await self.eraser.empty(limit, now):
            emptied += len(call_sids)
        while await self.eraser.empty_strays(limit, now):
            pass
        await self.eraser.delete_looks(limit)
        await self.eraser.delete_tickets(now)
        await self.eraser.delete_marks(now - _MARKED)
        if self.days < CALLS.keeps_days:
            await self._erase_old_logs(limit)
        if self.days < DEAD_LETTERS.keeps_days:
            await self._erase_old_dead_letters(limit)
        if emptied:
            _log.info("calls.emptied", calls=emptied, days=self.days)
        return emptied
