"""Pure. A scripted caller on a stream, 20 ms at a time: what they hear, say and press, and how fast they are answered.

Times are milliseconds from the dialing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Literal

from calllock_local.telephone_caller import Caller, HangUp
from calllock_local.telephone_ear import Ear, Heard, is_voiced
from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS, SILENT_FRAME, PhoneLine
from dialog_brain.script import Line, Script

Who = Literal["caller", "agent", "line"]
_KEY_FRAMES = 12
"""From one key to the next: 240 ms."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that was said. The caller's words are the script's, the agent's were heard."""

    who: Who
    text: str
    began_ms: int
    ended_ms: int


@dataclass(frozen=True, slots=True)
class Sounds:
    """What the caller can make heard, as mu-law."""

    words: Mapping[str, bytes]
    noise: bytes = b""
    quiet: Sequence[bytes] = (SILENT_FRAME,)
    """Frames of the line when nobody speaks, in turn."""


@dataclass(slots=True)
class Tick:
    """What 20 ms have brought."""

    messages: list[str]
    heard: Heard | None = None
    """The agent has said this; `understood` wants to know what it was."""
    said: Spoken | None = None
    """The caller begins to say this."""
    hang_up: HangUp | None = None


@dataclass(slots=True)
class Measured:
    """The figures of a call."""

    greeting_ms: int | None = None
    response_ms: list[int] = field(default_factory=list)


class Conversation:
    """Both people's sound and words in one call; it outlives its streams."""

    def __init__(self, script: Script, sounds: Sounds) -> None:
        self.at_ms = 0
        self.spoken: list[Spoken] = []
        self.measured = Measured()
        self.caller_side = bytearray()
        self.agent_side = bytearray()
        self._caller = Caller(script)
        self._sounds = sounds
        self._quiet = cycle(sounds.quiet)
        self._ear = Ear()
        self._pieces: list[str] = []
        self._unsure = False
        self._outgoing: deque[bytes | str] = deque()
        """Frames to say and keys to press."""
        self._last_sound_ms = 0
        """When the line that we say has no more sound in it; rendered ones end with silence."""
        self._stream_began_ms: int | None = None
        self._voiced_until_ms: int | None = None
        """The caller's last sound that has not been answered."""

    def skip_to(self, at_ms: int) -> None:
        """Time has passed without a stream."""
        missing = at_ms - self.at_ms
        if missing > 0:
            silence = SILENT_FRAME * (missing // FRAME_MS)
            self.caller_side += silence
            self.agent_side += silence
            self.at_ms += missing // FRAME_MS * FRAME_MS

    def tick(self, line: PhoneLine) -> Tick:
        """The next 20 ms on `line`."""
        played = line.play(self.at_ms)
        tick = Tick(list(played.messages))
        self._listen(played.audio, tick, line)
        if not self._outgoing:
            self._act(tick)
        frame = self._sound(tick, line)
        tick.messages.append(line.speak(frame))
        self.caller_side += frame
        self.agent_side += played.audio
        self.at_ms += FRAME_MS
        return tick

    def understood(self, heard: Heard, text: str | None) -> Spoken | None:
        """The words of what was heard, piece by piece in order; None while it goes on, or if there are none."""
        if text is None:
            self._unsure = True
        elif text:
            self._pieces.append(text)
        if not heard.last:
            return None
        whole = None if self._unsure else " ".join(self._pieces)
        self._pieces, self._unsure = [], False
        self._caller.agent_ended(heard.began_ms, heard.ended_ms, whole)
        if not whole:
            return None
        spoken = Spoken("agent", whole, heard.began_ms, heard.ended_ms)
        self.spoken.append(spoken)
        return spoken

    def stream_over(self) -> Heard | None:
        """The stream has ended; what the agent was saying ends with it, and what we were."""
        if self._outgoing:
            self._outgoing.clear()
            self._caller.spoke_until(self.at_ms)
        return self._ear.stop()

    def _listen(self, frame: bytes, tick: Tick, line: PhoneLine) -> None:
        if self._stream_began_ms is None:
            self._stream_began_ms = self.at_ms
        spoke_before = self._ear.speaking
        tick.heard = self._ear.hear(frame, self.at_ms, more_to_come=line.playing)
        if self._ear.speaking and not spoke_before:
            self._caller.agent_began(self.at_ms)
            self._measure()

    def _measure(self) -> None:
        if self.measured.greeting_ms is None and self._stream_began_ms is not None:
            self.measured.greeting_ms = self.at_ms - self._stream_began_ms
        if self._voiced_until_ms is not None and not self._outgoing:
            self.measured.response_ms.append(self.at_ms - self._voiced_until_ms)
            self._voiced_until_ms = None

    def _act(self, tick: Tick) -> None:
        decided = self._caller.decide(self.at_ms)
        if isinstance(decided, HangUp):
            tick.hang_up = decided
        elif decided is not None:
            self._voiced_until_ms = None
            self._outgoing.extend(self._of(decided))
            until = self.at_ms + FRAME_MS * len(self._outgoing)
            self._last_sound_ms = self.at_ms
            tick.said = Spoken("caller", _written(decided), self.at_ms, until)
            self.spoken.append(tick.said)

    def _of(self, line: Line) -> list[bytes | str]:
        audio = self._sounds.noise if line.noise else self._sounds.words[line.says] if line.says else b""
        outgoing: list[bytes | str] = list(_frames(audio))
        for key in line.keys:
            outgoing += [key, *[SILENT_FRAME] * _KEY_FRAMES]
        return outgoing

    def _sound(self, tick: Tick, line: PhoneLine) -> bytes:
        frame: bytes | None = None
        while self._outgoing and frame is None:
            outgoing = self._outgoing.popleft()
            if isinstance(outgoing, str):
                tick.messages.append(line.press(outgoing))
                self._voiced_until_ms = self._last_sound_ms = self.at_ms
            else:
                frame = outgoing
                if is_voiced(frame):
                    self._last_sound_ms = self.at_ms + FRAME_MS
            if not self._outgoing:
                self._caller.spoke_until(self._last_sound_ms)
        if frame is None:
            return next(self._quiet)
        if self._ear.speaking:
            self._voiced_until_ms = None  # who speaks over us does not answer us
        elif is_voiced(frame):
            self._voiced_until_ms = self.at_ms + FRAME_MS
        return frame


def _frames(audio: bytes) -> list[bytes]:
    return [audio[at : at + FRAME_BYTES].ljust(FRAME_BYTES, b"\xff") for at in range(0, len(audio), FRAME_BYTES)]


def _written(line: Line) -> str:
    if line.keys:
        return f"[keys {line.keys}]"
    return "[noise]" if line.noise else line.says
