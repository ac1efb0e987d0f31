"""Pure. What a call's log says about its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.events import (
    CallAnswered,
    CallEnded,
    LineDropped,
    LineResumed,
    PromptPlayed,
    RecordingBegun,
    RecordingRefused,
    TransferBegun,
    TransferFailed,
    UtteranceHeard,
)
from calllock.contracts.message import LineMessage, Message
from calllock.runtime.bus import Logged
from voice_gateway.line.waiting import is_answer

HANDED_OVER: Final = "handed_over"
"""Why a line is dropped by a process that stops."""


@dataclass(frozen=True, slots=True)
class LineHistory:
    """The line of one call so far."""

    answered: CallAnswered | None = None
    ended: CallEnded | None = None
    resumed: int = 0
    """How often another stream was opened."""
    handed_over: int = 0
    """How many streams were let go by a process that stops, as far as that is told."""
    dropped: bool = False
    """Whether the line has broken and nobody has resumed it since."""
    transfer_to: str = ""
    """Whom the call is to be given to, unless the brain has asked for the end since."""
    transfers: int = 0
    """How often it was given to a person: once by the brain, which may say so again, and once by the line itself."""
    transfers_failed: int = 0
    """How often that person did not take it."""
    recorded: bool = False
    """Whether a recording was begun: then its notice was heard."""
    recording_refused: bool = False
    unheard: str = ""
    """What is left of the brain's last words that must be heard, and of its goodbye, whatever happens to the line."""
    goodbye_heard: bool = False
    """Whether the brain had asked for the end, and the caller had heard the last words before it and said nothing since
    that it has not answered."""
    awaits_answer: bool = False
    """Whether the brain has yet to answer what the caller said last."""
    turn: int = 0
    prompt: int = 0
    facts: int = 0
    last_sequence: int = 0
    last_of_line: int = 0
    """Sequence of the last fact of the line; 0 before the first."""

    @property
    def streams(self) -> int:
        """How many were opened."""
        return self.resumed + (self.answered is not None)

    @property
    def breaks(self) -> int:
        """How many of the streams broke, when all of them are over; one whose caller was given to a person did not."""
        return self.streams - self.handed_over - self.transfers_failed

    @property
    def is_connecting(self) -> bool:
        """Whether the caller is with a person now, or waits for one."""
        return bool(self.transfer_to) and self.transfers_failed < self.transfers and self.ended is None

    @property
    def is_told(self) -> bool:
        """Whether a line that is over has told all there is of it, the caller's last words first, and the brain has
        answered them."""
        is_broken = self.dropped and not self.awaits_answer
        return self.answered is None or self.ended is not None or self.is_connecting or is_broken

    def duration_s(self, now: datetime) -> float:
        """Since the call was answered."""
        return max(0.0, (now - self.answered.occurred_at).total_seconds()) if self.answered else 0.0


def read_history(log: Sequence[Logged]) -> LineHistory:
    """Fold a log; entries that this version cannot read are passed over."""
    messages = [entry.message for entry in log if entry.message is not None]
    parting = next((m for m in reversed(messages) if isinstance(m, HangUp | Transfer | TransferBegun)), None)
    breaks = [m for m in messages if isinstance(m, LineDropped | LineResumed)]
    awaits_answer = _awaits_answer(messages)
    return LineHistory(
        answered=next((m for m in messages if isinstance(m, CallAnswered)), None),
        ended=next((m for m in messages if isinstance(m, CallEnded)), None),
        resumed=sum(isinstance(m, LineResumed) for m in messages),
        handed_over=sum(isinstance(m, LineDropped) and m.reason == HANDED_OVER for m in breaks),
        dropped=bool(breaks) and isinstance(breaks[-1], LineDropped),
        transfer_to=parting.to_number if isinstance(parting, Transfer | TransferBegun) else "",
        transfers=len({type(m) for m in messages if isinstance(m, Transfer | TransferBegun)}),
        transfers_failed=sum(isinstance(m, TransferFailed) for m in messages),
        recorded=any(isinstance(m, RecordingBegun) for m in messages),
        recording_refused=any(isinstance(m, RecordingRefused) for m in messages),
        unheard=_unheard(messages),
        goodbye_heard=_goodbye_heard(messages) and not awaits_answer,
        awaits_answer=awaits_answer,
        turn=max((m.turn for m in messages if isinstance(m, UtteranceHeard)), default=0),
        prompt=max((m.prompt for m in messages if isinstance(m, SpeakPrompt)), default=0),
        facts=sum(isinstance(m, LineMessage) for m in messages),
        last_sequence=max((entry.sequence for entry in log), default=0),
        last_of_line=last_of_line(log),
    )


def last_of_line(log: Sequence[Logged]) -> int:
    """Sequence of the last fact of the line in a log; 0 before the first."""
    return max((entry.sequence for entry in log if entry.subject.endswith(".line")), default=0)


def _unheard(messages: Sequence[Message]) -> str:
    """Of the words that must be heard, and of the goodbye: a voice that failed may have left both out."""
    prompts = [m for m in messages if isinstance(m, SpeakPrompt)]
    owed = [m for m in prompts if not m.interruptible][-1:]
    goodbye = _goodbye(messages)
    owed += [m for m in prompts if m.prompt == goodbye and m not in owed]
    played = {m.prompt: m for m in messages if isinstance(m, PromptPlayed)}
    return " ".join(words for prompt in owed for words in _left(prompt, played.get(prompt.prompt)))


def _left(prompt: SpeakPrompt, played: PromptPlayed | None) -> list[str]:
    if played is None:
        return list(prompt.sentences)
    return [] if played.complete else [words for words in prompt.sentences if words not in played.heard_text]


def _goodbye(messages: Sequence[Message]) -> int:
    """The prompt that is followed by hanging up; 0 when the brain has not asked for that, or has said more since."""
    commands = [m for m in messages if isinstance(m, SpeakPrompt | HangUp)]
    last = commands[-1] if commands else None
    return last.after_prompt if isinstance(last, HangUp) else 0


def _goodbye_heard(messages: Sequence[Message]) -> bool:
    return _goodbye(messages) in {m.prompt for m in messages if isinstance(m, PromptPlayed) and m.complete}


def _awaits_answer(messages: Sequence[Message]) -> bool:
    heard = next((m for m in reversed(messages) if isinstance(m, UtteranceHeard)), None)
    if heard is None:
        return False
    return not any(is_answer(m, heard.turn, heard.event_id) for m in messages[messages.index(heard) :])
