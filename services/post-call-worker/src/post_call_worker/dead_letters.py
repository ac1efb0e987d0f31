"""Shell. Dead letters: the messages that were given up on, another try at each, and its end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from calllock.contracts import wire
from calllock.contracts.dataflow import ENDED_CALLS, RAISED_EMERGENCIES
from calllock.contracts.events import EmergencyRaised
from calllock.contracts.message import Message
from calllock.runtime.bus import Buried, Bus, DeadLetter
from post_call_worker.archive import Archive
from post_call_worker.dashboard import unbuildable
from post_call_worker.folding import UnusableLog, emergency_in
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
        recorded, alerted = await self.archive.known_of({letter.call_sid for letter in letters})
        return [_row(letter, _is_good(letter, recorded, alerted)) for letter in letters]

    async def _use(self, durable: str, message: Message) -> None:
        if durable == ENDED_CALLS.name:
            await self.keeper.keep(*await self.keeper.read(message.call_sid), again=True)
        elif durable == RAISED_EMERGENCIES.name and isinstance(message, EmergencyRaised):
            await self.keeper.alert(message)
        else:
            raise CannotRetry(f"the worker does not process {type(message).__name__} of {durable}")


async def left_of(buried: Mapping[Buried, int], bus: Bus, archive: Archive) -> Counter[Buried]:
    """How many of these letters are not made good. Those are read of which it is not clear from the call alone: one
    that told of two dangers may have the alert of the other."""
    recorded, alerted = await archive.known_of({one.call_sid for one in buried})
    told, left = {call_sid for call_sid, _ in alerted}, Counter[Buried]()
    for one, count in buried.items():
        if one.durable == RAISED_EMERGENCIES.name and one.call_sid in told:
            letters = await bus.dead_letters(*one)
            left[one] = sum(not _is_good(letter, recorded, alerted) for letter in letters)
        elif one.durable != ENDED_CALLS.name or one.call_sid not in recorded:
            left[one] = count
    return left


def _is_good(letter: DeadLetter, recorded: Collection[str], alerted: Collection[tuple[str, int]]) -> bool:
    """Whether the call, or the alert of this very danger, is there by now. One that nobody can read may be of any."""
    if letter.durable != RAISED_EMERGENCIES.name:
        return letter.durable == ENDED_CALLS.name and letter.call_sid in recorded
    try:
        raised = wire.decode(letter.data)
    except wire.UnreadableMessage:
        raised = None
    steps = (int(emergency_in(raised).is_graver),) if isinstance(raised, EmergencyRaised) else (0, 1)
    return any((letter.call_sid, step) in alerted for step in steps)


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
