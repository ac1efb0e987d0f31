"""Pure. What the line wants done; its shell carries it out, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calllock.contracts.message import Message
from voice_gateway.speech.ports import Hints


@dataclass(frozen=True, slots=True)
class Render:
    """Have this sentence spoken by the voice, then say so under `key`."""

    key: int
    text: str


@dataclass(frozen=True, slots=True)
class Send:
    """Send the rendered sentence `key` to Twilio, and `mark` behind it."""

    key: int
    mark: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Have Twilio throw away what it has not played."""


@dataclass(frozen=True, slots=True)
class Consider:
    """The caller has paused: keep the last `audio_s` seconds, and have them transcribed."""

    pause: int
    audio_s: float
    hints: Hints


@dataclass(frozen=True, slots=True)
class Judge:
    """The pause lasts: was what was kept all that the caller wanted to say?"""

    pause: int


@dataclass(frozen=True, slots=True)
class Overhear:
    """The caller speaks on: what has the recognizer, if it says so by itself, of the last `audio_s` seconds?"""

    audio_s: float


@dataclass(frozen=True, slots=True)
class Tell:
    """Append this to the call's log."""

    message: Message


@dataclass(frozen=True, slots=True)
class Mention:
    """Show what has been heard so far of the caller's turn `turn`; it is no fact yet."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class End:
    """Our side ends the call; `to_number` is whom a transfer goes to, `words` what Twilio's own voice says first."""

    how: Literal["hang_up", "transfer", "say"]
    reason: str
    to_number: str = ""
    words: str = ""


Effect = Render | Send | Clear | Consider | Judge | Overhear | Tell | Mention | End
