"""Shell. A line without audio: writes what a gateway would write, reads what the brain wants said."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing

from calllock.contracts import commands, events
from calllock.contracts.ids import line_id, single_id
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock, SystemClock

LIMIT_S = 20.0


class TextLine:
    """One call whose caller says the next line `pause_s` after the agent has asked something.

    Half of the pause the prompt is being heard, the other half the caller speaks.
    """

    def __init__(
        self, bus: Bus, call_sid: str, says: Sequence[str], clock: Clock | None = None, pause_s: float = 0.0
    ) -> None:
        self.call_sid = call_sid
        self.prompts: list[commands.SpeakPrompt] = []
        self.answer_s: list[float] = []
        """From writing an utterance to reading the prompt that answers it."""
        self._bus = bus
        self._says = list(says)
        self._pause_s = pause_s
        self._clock = clock or SystemClock()
        self._turn = 0
        self._asked_at = 0.0

    async def call(self, business: str, to_number: str, *, turns: int | None = None) -> None:
        """Place the call and talk until the agent hangs up, or until `turns` turns were taken."""
        await self._bus.publish(
            events.CallAnswered(
                event_id=single_id(self.call_sid, "answered"),
                call_sid=self.call_sid,
                occurred_at=self._clock.now(),
                business=business,
                from_number="+15125550123",
                to_number=to_number,
            )
        )
        await self.talk(turns=turns)

    async def talk(self, *, turns: int | None = None) -> None:
        """Answer prompts until the agent hangs up, or until `turns` turns were taken in all."""
        async with (
            asyncio.timeout(LIMIT_S + 10 * self._pause_s),
            aclosing(self._bus.follow(self.call_sid, ("brain",))) as entries,
        ):
            async for entry in entries:
                message = entry.message
                if isinstance(message, commands.HangUp):
                    await self._end()
                    return
                if isinstance(message, commands.SpeakPrompt) and message.prompt > len(self.prompts):
                    await self._hear(message)
                    if turns is not None and self._turn >= turns:
                        return

    async def _hear(self, prompt: commands.SpeakPrompt) -> None:
        self.prompts.append(prompt)
        if prompt.turn == self._turn and self._asked_at:
            self.answer_s.append(self._clock.monotonic() - self._asked_at)
            self._asked_at = 0.0
        await self._clock.sleep(self._pause_s / 2)
        await self._write(
            events.PromptPlayed,
            line_id(self.call_sid, "prompt", prompt.prompt),
            prompt=prompt.prompt,
            heard_text=" ".join(prompt.sentences),
            complete=True,
        )
        if prompt.expects is not None and self._says:
            await self._clock.sleep(self._pause_s / 2)
            self._turn += 1
            text = self._says.pop(0)
            self._asked_at = self._clock.monotonic()
            await self._write(
                events.UtteranceHeard,
                line_id(self.call_sid, "turn", self._turn),
                turn=self._turn,
                text=text,
                after_prompt=prompt.prompt,
            )

    async def _end(self) -> None:
        await self._write(events.CallEnded, single_id(self.call_sid, "ended"), ended_by="agent", duration_s=1.0)

    async def _write(self, kind: type[Message], event_id: str, **fields: object) -> None:
        await self._bus.publish(
            kind.model_validate(
                {"event_id": event_id, "call_sid": self.call_sid, "occurred_at": self._clock.now(), **fields}
            )
        )
