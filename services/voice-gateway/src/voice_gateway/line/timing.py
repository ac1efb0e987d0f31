"""Pure. How long the caller waited for an answer, and for whom: the brain, the voice, the line."""

from __future__ import annotations

from dataclasses import dataclass

from calllock.contracts.commands import SpeakPrompt
from voice_gateway.line.playback import Played


@dataclass(frozen=True, slots=True)
class Waited:
    """The times of one answer, in milliseconds; None when nothing of it was sent, or heard."""

    brain_ms: int | None = None
    """From the words of the turn being known to the answer's arrival."""
    first_audio_ms: int | None = None
    """From the caller's last voiced sound to our first audio."""
    heard_ms: int | None = None
    """The same until the caller heard it."""


@dataclass(slots=True)
class _Answer:
    turn: int
    voiced_at: float
    told_at: float
    prompt: int = 0
    came_at: float = 0.0


class Timing:
    """Measures how long the caller of one line waits, from the end of a turn to its answer."""

    def __init__(self) -> None:
        self._awaited: _Answer | None = None

    def turn_ended(self, turn: int, voiced_at: float, now: float) -> None:
        """The caller's turn, whose last voiced sound was at `voiced_at`, is told to the brain."""
        self._awaited = _Answer(turn, voiced_at, now)

    def answered(self, prompt: SpeakPrompt, now: float) -> None:
        """A prompt has come; the first for that turn is its answer."""
        awaited = self._awaited
        if awaited is not None and not awaited.prompt and prompt.turn == awaited.turn:
            awaited.prompt, awaited.came_at = prompt.prompt, now

    def done(self, played: Played) -> Waited:
        """How long the caller waited for it, in milliseconds; empty of a prompt that is not the awaited answer."""
        awaited = self._awaited
        if awaited is None or played.prompt != awaited.prompt:
            return Waited()
        self._awaited = None
        return Waited(
            brain_ms=_ms(awaited.came_at - awaited.told_at),
            first_audio_ms=_since(awaited.voiced_at, played.first_sent_at),
            heard_ms=_since(awaited.voiced_at, played.first_heard_at),
        )


def _since(moment: float, at: float | None) -> int | None:
    return _ms(at - moment) if at is not None and at >= moment else None


def _ms(seconds: float) -> int:
    return round(seconds * 1_000)
