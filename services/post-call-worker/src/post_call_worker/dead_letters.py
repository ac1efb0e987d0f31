"""Shell. Dead letters: the messages that were given up on, another try at each, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from calllock.contracts import wire
from calllock.contracts.dataflow import ENDED_CALLS, RAISED_EMERGENCIES
from calllock.contracts.events import EmergencyRaised
from calllock.contracts.message import Message
from calllock.runtime.bus import DeadLetter
from post_call_worker.archive import Archive
from post_call_worker.folding import UnusableLog
from post_call_worker.record_keeper import RecordKeeper, UnknownBusiness


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
        return next((one for one in await self.keeper.bus.dead_letters() if _id(one) == letter_id), None)

    async def _rows(self, letters: Sequence[DeadLetter]) -> list[dict[str, Any]]:
        return [_row(letter, made_good) for letter, made_good in await with_what_became(letters, self.archive)]

    async def _use(self, durable: str, message: Message) -> None:
        if durable == ENDED_CALLS.name:
            await self.keeper.keep(*await self.keeper.read(message.call_sid), again=True)
        elif durable == RAISED_EMERGENCIES.name and isinstance(message, EmergencyRaised):
            await self.keeper.alert(message)
        else:
            raise CannotRetry(f"the worker does not process {type(message).__name__} of {durable}")


async def with_what_became(letters: Sequence[DeadLetter], archive: Archive) -> list[tuple[DeadLetter, bool]]:
    """Each with whether the call or its alert is there by now."""
    recorded, alerted = await archive.known_of({letter.call_sid for letter in letters})
    known = {ENDED_CALLS.name: recorded, RAISED_EMERGENCIES.name: alerted}
    return [(letter, letter.call_sid in known.get(letter.durable, ())) for letter in letters]


def _id(letter: DeadLetter) -> str:
    return f"{letter.durable}:{letter.sequence}"


def _row(letter: DeadLetter, made_good: bool) -> dict[str, Any]:
    return {
        "id": _id(letter),
        "call_sid": letter.call_sid,
        "subject": letter.subject,
        "attempts": letter.attempts,
        "reason": letter.reason,
        "made_good": made_good,
    }
