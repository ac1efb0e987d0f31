"""Adapter. What remains of a call: a two-channel WAV, a transcript to read, and the figures as JSON."""

from __future__ import annotations

import json
import re
import textwrap
import wave
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from calllock_local.telephone_conversation import Conversation, Spoken, Who
from voice_gateway.speech import mulaw

_RATE = 8_000
_WIDTH = 110
EndedBy = Literal["caller", "agent", "transfer", "failed"]


@dataclass(frozen=True, slots=True)
class CallResult:
    """One call as the caller has lived it. Times are milliseconds from the dialing."""

    name: str
    call_sid: str
    ended_by: EndedBy
    reason: str
    """What went wrong; empty when everything went as it should."""
    duration_s: float
    greeting_ms: int | None
    """From the start of the stream to the agent's first sound."""
    response_ms: tuple[int, ...]
    """From the caller's last sound to the agent's first, for every turn that was answered."""
    gaps_ms: tuple[int, ...]
    """Silences in the middle of what the agent said."""
    faults: tuple[str, ...]
    """What the other side has sent against the protocol."""
    streams: int
    """1, and one more for each time that the line was resumed."""
    transcript: tuple[Spoken, ...]
    wav: Path
    text: Path

    def said(self, who: Who) -> str:
        """Everything that this side has said."""
        return " ".join(spoken.text for spoken in self.transcript if spoken.who == who)


def file_stem(name: str) -> str:
    """`name` as part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "call"


def line_of(spoken: Spoken) -> str:
    """A line of the transcript, folded to be read."""
    begins = f"{_clock(spoken.began_ms)}  {spoken.who:<6}  "
    return textwrap.fill(spoken.text, _WIDTH, initial_indent=begins, subsequent_indent=" " * len(begins)) or begins


def keep(conversation: Conversation, result: CallResult) -> None:
    """Writes recording, transcript and figures to where the result says they are."""
    result.wav.parent.mkdir(parents=True, exist_ok=True)
    write_wav(conversation, result.wav)
    write_transcript(result)


def write_wav(conversation: Conversation, file: Path) -> None:
    """A WAV of 8 kHz: the caller on the left, the agent on the right."""
    sides = (conversation.caller_side, conversation.agent_side)
    samples = [np.frombuffer(mulaw.decode(bytes(side)), dtype="<i2") for side in sides]
    with wave.open(str(file), "wb") as wav:
        wav.setnchannels(2)
        wav.setsampwidth(2)
        wav.setframerate(_RATE)
        wav.writeframes(np.stack(samples, axis=1).tobytes())


def write_transcript(result: CallResult) -> None:
    """The transcript at `result.text`, and everything in figures beside it as `.json`."""
    ended = f"{_clock(round(result.duration_s * 1_000))}  line    ended by {result.ended_by}"
    lines = [*map(line_of, result.transcript), f"{ended}: {result.reason}" if result.reason else ended]
    result.text.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = {**asdict(result), "wav": result.wav.name, "text": result.text.name}
    result.text.with_suffix(".json").write_text(json.dumps(figures, indent=2, ensure_ascii=False), encoding="utf-8")


def _clock(at_ms: int) -> str:
    minutes, ms = divmod(at_ms, 60_000)
    return f"{minutes}:{ms // 1_000:02}.{ms % 1_000 // 100}"
