"""Pure. What the line waits for while nobody speaks: the brain, the caller, the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.events import EventIgnored
from calllock.contracts.message import Message
from voice_gateway.line.effects import End
from voice_gateway.line.patience import LONGEST_TURN_S

FILLER_S = 1.5
"""Quiet since the last sound of either side, until a filler is said for whoever is late: recognizer, brain, backend,
voice."""
APOLOGY_S = 8.0
"""From when a filler for the brain was due, or its last sign of life after that, until we give up."""
TOOL_APOLOGY_S = 20.0
"""From the brain's last sign of life while the backend is being asked, which it gives up in less."""
TOOL_PARTING_S = 4.0
"""After the goodbye, how long the line is held for the backend."""
LONGEST_SOUND_S = 60.0
"""Without a quiet moment since the first goodbye or the first word of connecting, or from the first turn that no brain
answers: what sounds for longer is music or a television, and delays what comes next no more."""
LONGEST_PARTING_S = 300.0
"""From the first goodbye: a television that pauses, and is answered each time, holds the line no longer. Whoever began
to speak before that is heard out, for as long as a turn may be."""
LONGEST_KEYING_S = 30.0
"""So long after the first of them keys count as sounds of the caller's: a number is keyed in less, and what goes on is
for nobody, or a key that is stuck."""
_MOMENT_S = 0.15
"""An answer that takes no longer is not filled in for, however quiet it has been."""

VOICE_FAILED = "the voice failed"
"""Why Twilio's own voice has the last words."""

Move = Literal["nothing", "apology", "notice", "end"]


@dataclass(frozen=True, slots=True)
class Parting:
    """The end that was asked for."""

    end: End
    after_prompt: int
    linger_s: float


def parting(message: HangUp | Transfer) -> Parting:
    """The end that the brain asks for."""
    if isinstance(message, HangUp):
        return Parting(End("hang_up", message.reason), message.after_prompt, message.linger_s)
    return Parting(End("transfer", message.reason, message.to_number), message.after_prompt, 0.0)


def is_answer(message: Message, turn: int, event_id: str) -> bool:
    """Whether the brain has answered the caller's latest turn with this message, and not one before it.

    `event_id`: the event that told of that turn; empty before the first, when whatever it says is an answer.
    """
    match message:
        case SpeakPrompt() | HangUp() | Transfer():
            return message.turn is None or message.turn >= turn
        case EventIgnored():
            return event_id in ("", message.ignored_id)
    return False


class Waiting:
    """What one line waits for, and since when; times are of a monotonic clock, in seconds."""

    def __init__(self, now: float, silence_s: float) -> None:
        self._silence_s = silence_s
        self._owed_since: float | None = now
        """Since when the brain has not answered at all: what is said meanwhile puts nothing off."""
        self._tools: set[str] = set()
        self._brain_at = now
        self._filled_at = now
        self.fillers = 0
        """How many there were since the brain has answered."""
        self._awaited_since: float | None = None
        self.noticed_at = now
        """When the brain was last told of a silence."""
        self.unsaid = False
        """Whether something of the brain's last words could not be said: a silence after that is noticed at once."""
        self.parting: Parting | None = None
        """The end, which does not come while the brain owes an answer: that may be another than the end."""
        self._parted_at: float | None = None
        """When the first end was asked for."""
        self._keyed_since = self._keyed_at = now
        """When the first key since the last sound of either side was pressed, and the latest that counts."""
        self._lost: dict[int, str] = {}
        """What could not be said of each prompt."""

    @property
    def owed(self) -> bool:
        """Whether the brain has yet to answer."""
        return self._owed_since is not None

    def owe(self, now: float) -> None:
        """Something was told to the brain that it must answer."""
        if self._owed_since is None:
            self._owed_since = now

    def brain_spoke(self, now: float, answered: bool) -> None:
        """A message of the brain came; `answered` when it is what we were waiting for."""
        self._brain_at = now
        if answered:
            self._owed_since = None
            self.unsaid = False
            self.fillers = 0

    def keyed(self, now: float, quiet_since: float) -> float:
        """A key was pressed: since when the caller is quiet, after `quiet_since`, the last sound or key that counts."""
        if quiet_since > self._keyed_at:
            self._keyed_since = now
        if now - self._keyed_since < LONGEST_KEYING_S:
            self._keyed_at = quiet_since = now
        return quiet_since

    def part(self, parting: Parting, now: float) -> None:
        """The end was asked for; asked again, the newer one holds."""
        self.parting = self._told(parting)
        if self._parted_at is None:
            self._parted_at = now

    @property
    def last_prompt(self) -> int:
        """The prompt that is followed by hanging up; 0 while none is."""
        return self.parting.after_prompt if self.parting is not None and self.parting.end.how != "transfer" else 0

    def lose(self, prompt: int, words: str) -> None:
        """These words of `prompt` could not be said; if they are the last of the call, Twilio's voice says them."""
        self._lost[prompt] = f"{self._lost.get(prompt, '')} {words}".strip()
        if self.parting is not None:
            self.parting = self._told(self.parting)

    def _told(self, parting: Parting) -> Parting:
        """The end of a caller who must not miss its last words."""
        words = self._lost.get(parting.after_prompt)
        if not words or parting.end.how == "transfer":
            return parting
        return Parting(End("say", VOICE_FAILED, words=words), parting.after_prompt, 0.0)

    def stay(self) -> None:
        """The brain has more to say: no end is asked for any more."""
        self.parting = None

    def is_impatient(self, now: float, sounds_since: float) -> bool:
        """Whether the end, or the apology, has waited for a quiet moment for so long that it waits no more.

        `sounds_since`: when the caller was last quiet.
        """
        if self.parting is None or self._parted_at is None:
            return self._owed_since is not None and now - self._owed_since >= LONGEST_SOUND_S
        sounds_s = now - max(sounds_since, self._parted_at)
        ends_at = self._parted_at + LONGEST_PARTING_S
        if sounds_since < ends_at:
            ends_at += LONGEST_TURN_S
        return sounds_s >= LONGEST_SOUND_S or now >= ends_at

    def tool_asked(self, request_id: str) -> None:
        """The backend is being asked; until `tool_answered` of the same request, a filler may be due for it."""
        self._tools.add(request_id)

    def tool_answered(self, request_id: str) -> None:
        """The backend has answered."""
        self._tools.discard(request_id)

    def is_late(self, now: float, quiet_since: float, engine_works: bool, is_quiet: bool) -> bool:
        """Whether a filler is due, once in a silence, for an engine that works or whoever else owes an answer.

        `quiet_since` is the last sound of either side; `is_quiet`: no turn of either is going on, either. All of them
        share one moment, as the caller waits for all of them together.
        """
        brain_works = (self.owed or (bool(self._tools) and self.parting is None)) and is_quiet
        if not engine_works and not brain_works:
            self._awaited_since = None
            return False
        if self._awaited_since is None:
            self._awaited_since = now
        if now - self._awaited_since < _MOMENT_S or now - quiet_since < FILLER_S:
            return False
        if self._filled_at > quiet_since:
            return False
        self._filled_at = now
        self.fillers += 1
        return True

    def next_move(self, now: float, quiet_since: float, settled: bool) -> Move:
        """What to do, given that nobody has made a sound since `quiet_since`.

        `settled`: the prompt that the end waits for is done with.
        """
        if self.parting is not None and settled and not self.owed:
            return "end" if now - quiet_since >= self.parting.linger_s else "nothing"
        if self._owed_since is not None:
            gone_s = now - max(self._owed_since + FILLER_S, self._brain_at)
            return "apology" if gone_s >= APOLOGY_S else "nothing"
        if self._tools:
            return self._wait_for_backend(now, quiet_since)
        is_early = not self.unsaid and now - max(quiet_since, self.noticed_at) < self._silence_s
        if is_early or self.parting is not None:
            return "nothing"
        self.unsaid = False
        self.noticed_at = now
        return "notice"

    def _wait_for_backend(self, now: float, quiet_since: float) -> Move:
        if self.parting is not None:
            return "end" if now - max(quiet_since, self._brain_at) >= TOOL_PARTING_S else "nothing"
        return "apology" if now - self._brain_at >= TOOL_APOLOGY_S else "nothing"
