"""Pure. What was given to Twilio to play, and how much of it was heard.

Twilio buffers: a sentence is sent whole, with a mark behind it, and Twilio returns the mark
when the sentence has been played. Between two marks the position is reckoned by the clock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from dataclasses import dataclass, field

from calllock.contracts.commands import Expected, SpeakPrompt

MARK_LIMIT_S = 3.0
"""A mark that is this much later than its audio will not come: the sentence counts as heard."""
_DELAY_S = 0.15
"""From Twilio's buffer to the caller's ear."""


@dataclass(slots=True)
class Piece:
    """One sentence; `prompt` is the brain's that it is of, None for the gateway's own words."""

    key: int
    """Counts the sentences and marks of one line; a sentence that is rendered again keeps it."""
    text: str
    prompt: SpeakPrompt | None
    audio_s: float | None = None
    """How long it sounds, in seconds; None until it is rendered."""
    mark: str = ""
    """The mark behind it at Twilio; empty until it is sent."""
    starts_at: float = 0.0
    """When its first sound is (about to be) played, as a `now` of the line."""

    @property
    def interruptible(self) -> bool:
        """Whether the caller may stop it; not if the brain wants it heard to its end."""
        return self.prompt is None or self.prompt.interruptible

    def heard_by(self, now: float) -> tuple[str, float]:
        """The words of it that were heard, and for how many seconds it was heard."""
        played_s = min(max(0.0, now - self.starts_at - _DELAY_S), self.audio_s or 0.0)
        words = self.text.split()
        return " ".join(words[: int(len(words) * played_s / (self.audio_s or 1.0))]), played_s


@dataclass(frozen=True, slots=True)
class Played:
    """A prompt is done with: heard, cut off or dropped. Moments are a `now` of the line."""

    prompt: int
    heard_text: str
    """What of it was heard; empty when nothing was."""
    complete: bool
    """Whether every sentence was heard to its end."""
    played_s: float
    """Seconds of it that were heard."""
    first_sent_at: float | None = None
    """When its first sound was due at Twilio; None when nothing was sent."""
    first_heard_at: float | None = None
    """When its first sound reached the caller; None when nothing was heard."""


@dataclass(slots=True)
class _Tally:
    unsettled: int
    heard: list[str] = field(default_factory=list)
    played_s: float = 0.0
    complete: bool = True
    first_sent_at: float | None = None
    first_heard_at: float | None = None


@dataclass(frozen=True, slots=True)
class Interruption:
    """What stopping the agent meant."""

    cut: int | None
    """The prompt that was being heard; None for the gateway's own words."""
    heard_text: str
    """What had been heard of the sentence that was playing."""
    played: list[Played]
    """The prompts that are done with by it."""
    again: list[Piece]
    """Sentences that are still to be heard and were thrown away with the rest; to be rendered again."""


class Playback:
    """The sentences of one line, in order."""

    def __init__(self, now: float) -> None:
        self._waiting: deque[Piece] = deque()
        self._sent: deque[Piece] = deque()
        self._tallies: dict[int, _Tally] = {}
        self._keys = 0
        self._latest: SpeakPrompt | None = None
        self.idle_since = now
        """When the last sound was heard; meaningless while `busy`."""

    @property
    def busy(self) -> bool:
        """Whether something is playing or about to."""
        return bool(self._sent or self._waiting)

    @property
    def unsent(self) -> frozenset[int]:
        """The keys of the sentences that have not been sent yet."""
        return frozenset(piece.key for piece in self._waiting)

    @property
    def is_waiting(self) -> bool:
        """Whether something has not been sent yet."""
        return bool(self._waiting)

    @property
    def current(self) -> Piece | None:
        """The sentence that is playing, or the first that Twilio was given and has not said that it played."""
        return self._sent[0] if self._sent else None

    @property
    def playing(self) -> int | None:
        """The prompt of that sentence, 0 while it is quiet, None for the gateway's own words."""
        piece = self.current
        if piece is None:
            return 0
        return piece.prompt.prompt if piece.prompt is not None else None

    def is_asking(self, expected: Container[Expected | None]) -> bool:
        """Whether the last sentence of a prompt is playing that asks for one of these."""
        prompt = self.current.prompt if self.current else None
        return prompt is not None and prompt.expects in expected and self._tallies[prompt.prompt].unsettled == 1

    def latest(self, now: float) -> SpeakPrompt | None:
        """The last prompt of which something has been heard."""
        for piece in self._sent:
            if piece.prompt is not None and piece.starts_at + _DELAY_S <= now:
                self._latest = piece.prompt
        return self._latest

    def has_settled(self, prompt: int) -> bool:
        """Whether nothing of `prompt`, or of one before it, is still to be heard."""
        return all(number > prompt for number in self._tallies)

    def add(self, prompt: SpeakPrompt) -> list[Piece]:
        """Queue the prompt's sentences; they are to be rendered."""
        self._tallies[prompt.prompt] = _Tally(unsettled=len(prompt.sentences))
        return [self._queue(text, prompt) for text in prompt.sentences]

    def say(self, text: str) -> Piece:
        """Queue words of the gateway's own, before all others; they are to be rendered."""
        piece = self._new(text, None)
        self._waiting.appendleft(piece)
        return piece

    def _queue(self, text: str, prompt: SpeakPrompt | None) -> Piece:
        piece = self._new(text, prompt)
        self._waiting.append(piece)
        return piece

    def _new(self, text: str, prompt: SpeakPrompt | None) -> Piece:
        self._keys += 1
        return Piece(self._keys, text, prompt)

    def rendered(self, key: int, audio_s: float) -> None:
        """The sentence `key` sounds for `audio_s` seconds and can be sent; a key that waits no more means nothing."""
        for piece in self._waiting:
            if piece.key == key:
                piece.audio_s = audio_s

    def failed(self, key: int, last: int = 0) -> tuple[list[Played], list[Piece]]:
        """The sentence `key` cannot be rendered: the prompts that are done with, and what is not said of them.

        What asks for a yes is not asked without it: nobody can agree to what was not read back. Nor is the rest of
        `last` said, the prompt before the end: nobody waits for what comes after a goodbye.
        """
        gone = [piece for piece in self._waiting if piece.key == key]
        prompts = [piece.prompt for piece in gone if piece.prompt is not None and piece.interruptible]
        spoilt = [prompt for prompt in prompts if prompt.expects == "confirm" or prompt.prompt == last]
        gone = [piece for piece in self._waiting if piece.key == key or piece.prompt in spoilt]
        return self._drop(gone), gone

    def send(self, now: float, hold: bool) -> list[Piece]:
        """The sentences that can go now, in order; `hold` keeps back the brain's that may be interrupted."""
        ready: list[Piece] = []
        while self._waiting and self._waiting[0].audio_s is not None:
            if hold and self._waiting[0].interruptible and self._waiting[0].prompt is not None:
                break
            piece = self._waiting.popleft()
            before = self._sent[-1] if self._sent else None
            piece.starts_at = max(now, before.starts_at + (before.audio_s or 0.0)) if before else now
            self._keys += 1
            piece.mark = f"said-{self._keys}"
            self._sent.append(piece)
            ready.append(piece)
            if piece.prompt is not None:
                tally = self._tallies[piece.prompt.prompt]
                tally.first_sent_at = tally.first_sent_at if tally.first_sent_at is not None else piece.starts_at
        return ready

    def marked(self, mark: str, now: float) -> list[Played]:
        """Twilio has played up to `mark`: the prompts that are done with. Unknown marks (of cleared audio) mean
        nothing."""
        for piece in self._sent:
            if piece.mark == mark:
                piece.starts_at = max(piece.starts_at, now - (piece.audio_s or 0.0))
                played = self._reached(mark, now)
                if self._sent:
                    self._sent[0].starts_at = now
                return played
        return []

    def _reached(self, mark: str, now: float) -> list[Played]:
        played: list[Played] = []
        while self._sent:
            piece = self._sent.popleft()
            played += self._settle(piece, piece.text, piece.audio_s or 0.0, True)
            if piece.prompt is not None:
                self._latest = piece.prompt
            if piece.mark == mark:
                break
        self.idle_since = now
        return played

    def overdue(self, now: float) -> list[Played]:
        """Counts a sentence as heard whose mark does not come back; those behind it have played on meanwhile."""
        piece = self.current
        if piece is None or now < piece.starts_at + (piece.audio_s or 0.0) + MARK_LIMIT_S:
            return []
        return self._reached(piece.mark, now)

    def interrupt(self, now: float) -> Interruption | None:
        """Stop what may be stopped; None when nothing is playing that may be. With words of our own nothing of the
        brain's is stopped: the caller does not know yet that it was to come."""
        piece = self.current
        if piece is None or not piece.interruptible:
            return None
        self.latest(now)
        heard_text, played_s = piece.heard_by(now)
        cut = self._sent.popleft()
        played = self._settle(cut, heard_text, played_s, False)
        stops_all = cut.prompt is not None
        dropped = [p for p in (*self._sent, *self._waiting) if p.interruptible and (stops_all or p.prompt is None)]
        again = [p for p in self._sent if p not in dropped]
        played += self._drop(dropped)
        self._sent.clear()
        for lost in reversed(again):
            lost.audio_s, lost.mark = None, ""
            self._waiting.appendleft(lost)
        self.idle_since = now
        return Interruption(cut.prompt.prompt if cut.prompt else None, heard_text, played, again)

    def drop_stale(self, turn: int) -> list[Played]:
        """Throw away what answers an earlier turn than `turn`, may be interrupted and has not begun."""
        waiting = [piece for piece in self._waiting if piece.interruptible]
        return self._drop([piece for piece in waiting if piece.prompt is None or piece.prompt.turn < turn])

    def close(self, now: float) -> list[Played]:
        """The line is gone: what was heard by now is all that will be."""
        played: list[Played] = []
        for piece in (*self._sent, *self._waiting):
            text, played_s = piece.heard_by(now) if piece.mark else ("", 0.0)
            played += self._settle(piece, text, played_s, False)
        self._sent.clear()
        self._waiting.clear()
        return played

    def _drop(self, pieces: list[Piece]) -> list[Played]:
        played: list[Played] = []
        for piece in pieces:
            if piece in self._waiting:
                self._waiting.remove(piece)
            played += self._settle(piece, "", 0.0, False)
        return played

    def _settle(self, piece: Piece, text: str, played_s: float, complete: bool) -> list[Played]:
        if piece.prompt is None:
            return []
        number = piece.prompt.prompt
        tally = self._tallies[number]
        tally.unsettled -= 1
        tally.played_s += played_s
        tally.complete = tally.complete and complete
        if played_s and tally.first_heard_at is None:
            tally.first_heard_at = piece.starts_at if complete else piece.starts_at + _DELAY_S
        if text:
            tally.heard.append(text)
        if tally.unsettled:
            return []
        del self._tallies[number]
        heard_text = " ".join(tally.heard)
        first = tally.first_sent_at, tally.first_heard_at
        return [Played(number, heard_text, tally.complete, tally.played_s, *first)]
