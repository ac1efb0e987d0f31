"""Shell. Dead letters: the messages that were given up on, another try at each, and its end."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from calllock.contracts import wire
from calllock.contracts.dataflow import ENDED_CALLS, RAISED_EMERGENCIES
from calllock.contracts.events import EmergencyRaised
from calllock.contracts.message import Message
from calllock.runtime.bus import Buried, DeadLetter
from post_call_worker.archive import Archive
from post_call_worker.dashboard import unbuildable
from post_call_worker.folding import UnusableLog
from post_call_worker.record_keeper import RecordKeeper, UnknownBusiness

_ID = re.compile(r"([\w-]+):([\w-]+):\d+", re.ASCII)
"""Durable, call and sequence."""


class CannotRetry(ValueError):
    """A message that this worker still cannot use; the message says why."""


@dataclass(frozen=True, slots=True)
class DeadLetters:
    """The dead letters of the bus, beside what the database holds of their calls."""

    keeper: RecordKeeper
    archive: Archive

    async def letters(self) -> list[dict[str, Any]]:
        """All that the bus keeps, oldest first; `made_good` says that the call or its alert is there by now."""
        return await self._rows(await self.keeper.bus.dead_letters())

    async def letter(self, letter_id: str) -> dict[str, Any] | None:
        """One of them with its message as it was written; None when it is unknown."""
        letter = await self._find(letter_id)
        if letter is None:
            return None
        (row,) = await self._rows([letter])
        return {**row, "message": letter.data.decode(errors="replace")}

    async def retry(self, letter_id: str) -> bool:
        """Do now what could not be done; False when there is no such message. Raises `CannotRetry`."""
        letter = await self._find(letter_id)
        if letter is None:
            return False
        try:
            await self._use(letter.durable, wire.decode(letter.data))
        except (wire.UnreadableMessage, UnusableLog, UnknownBusiness) as error:
            raise CannotRetry(str(error)) from None
        except ValidationError as error:
            raise CannotRetry(unbuildable(error)) from None
        return True

    async def discard(self, letter_id: str) -> dict[str, Any] | None:
        """Forget it, and give it for the last time; None when it is unknown."""
        letter = await self._find(letter_id)
        if letter is None:
            return None
        (row,) = await self._rows([letter])
        await self.keeper.bus.discard(letter)
        return row

    async def _find(self, letter_id: str) -> DeadLetter | None:
        named = _ID.fullmatch(letter_id)
        theirs = await self.keeper.bus.dead_letters(named[1], named[2]) if named else ()
        return next((one for one in theirs if _id(one) == letter_id), None)

    async def _rows(self, letters: Sequence[DeadLetter]) -> list[dict[str, Any]]:
        good = await made_good({letter.buried for letter in letters}, self.archive)
        return [_row(letter, letter.buried in good) for letter in letters]

    async def _use(self, durable: str, message: Message) -> None:
        if durable == ENDED_CALLS.name:
            await self.keeper.keep(*await self.keeper.read(message.call_sid), again=True)
        elif durable == RAISED_EMERGENCIES.name and isinstance(message, EmergencyRaised):
            await self.keeper.alert(message)
        else:
            raise CannotRetry(f"the worker does not process {type(message).__name__} of {durable}")


async def made_good(buried: Collection[Buried], archive: Archive) -> set[Buried]:
    """Those of which the call or its alert is there by now."""
    recorded, alerted = await archive.known_of({one.call_sid for one in buried})
    known = {ENDED_CALLS.name: recorded, RAISED_EMERGENCIES.name: alerted}
    return {one for one in buried if one.call_sid in known.get(one.durable, ())}


def _id(letter: DeadLetter) -> str:
    return f"{letter.durable}:{letter.call_sid}:{letter.sequence}"


def _row(letter: DeadLetter, is_good: bool) -> dict[str, Any]:
    return {
        "id": _id(letter),
        "call_sid": letter.call_sid,
        "subject": letter.subject,
        "attempts": letter.attempts,
        "reason": letter.reason,
        "made_good": is_good,
    }
