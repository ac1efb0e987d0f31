"""Pure. What a line tells the log: its facts, each with its id, its call and its time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from calllock.contracts.events import (
    CallerInterrupted,
    KeyPressed,
    PromptPlayed,
    SilenceNoticed,
    TransferBegun,
    UtteranceHeard,
)
from calllock.contracts.ids import line_id
from voice_gateway.line.beginning import Beginning
from voice_gateway.line.effects import End
from voice_gateway.line.listening import Turn
from voice_gateway.line.playback import Played
from voice_gateway.line.timing import Waited


class Facts:
    """The facts of one line, numbered after those of the streams before it."""

    def __init__(self, beginning: Beginning, now: float) -> None:
        self._beginning = beginning
        self._opened_at = now
        self._count = beginning.facts

    def heard(self, number: int, turn: Turn, now: float) -> UtteranceHeard:
        """The caller's turn `number` is over."""
        return UtteranceHeard(
            **self._numbered("turn", number, now),
            turn=number,
            text=turn.text,
            after_prompt=turn.after_prompt,
            spoken_ms=_ms(turn.voiced_s),
            endpoint_ms=_ms(turn.endpoint_s),
            transcribe_ms=_ms(turn.silence_s - turn.endpoint_s),
        )

    def interrupted(self, cut: int, heard_text: str, now: float) -> CallerInterrupted:
        """The caller spoke over the prompt `cut`."""
        return CallerInterrupted(**self._next("interruption", now), prompt=cut, heard_text=heard_text)

    def pressed(self, key: str, now: float) -> KeyPressed:
        """The caller pressed a key."""
        return KeyPressed(**self._next("key", now), key=key)

    def silent(self, after_prompt: int, silence_s: float, now: float) -> SilenceNoticed:
        """Nobody has spoken."""
        return SilenceNoticed(**self._next("silence", now), after_prompt=after_prompt, silence_s=silence_s)

    def transferred(self, farewell: End, now: float) -> TransferBegun:
        """The line gives the call to a person by itself."""
        return TransferBegun(**self._next("transfer", now), to_number=farewell.to_number, reason=farewell.reason)

    def played(self, report: Played, waited: Waited, now: float) -> PromptPlayed:
        """A prompt is done with, and so long the caller had waited for it."""
        return PromptPlayed(
            **self._numbered("prompt", report.prompt, now),
            prompt=report.prompt,
            heard_text=report.heard_text,
            complete=report.complete,
            played_ms=_ms(report.played_s),
            brain_ms=waited.brain_ms,
            first_audio_ms=waited.first_audio_ms,
            heard_ms=waited.heard_ms,
        )

    def _next(self, name: str, now: float) -> dict[str, Any]:
        """The fields of a fact that has no number of its own."""
        self._count += 1
        return self._numbered(name, self._count, now)

    def _numbered(self, name: str, number: int, now: float) -> dict[str, Any]:
        """The fields of one that has: whoever tells of the same thing again does so under the same id."""
        return {
            "event_id": line_id(self._beginning.call_sid, name, number),
            "call_sid": self._beginning.call_sid,
            "occurred_at": self._beginning.at + timedelta(seconds=now - self._opened_at),
        }


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
