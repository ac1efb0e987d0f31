"""Pure. The caller's current turn: when it is over, and whether anything was said in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calllock.contracts.commands import Expected
from voice_gateway.line import patience
from voice_gateway.line.effects import Consider, Effect, Judge, Mention, Overhear
from voice_gateway.line.turns import LEAD_S, Sign, Turns
from voice_gateway.speech.ports import Hints

LastWords = Literal["awaited", "at hand", "no"]
"""Of a turn that goes on when the line is gone: whether its words are waited for, told if they are known, or left."""

_OVERHEAR_EVERY_S = 0.5
"""How often, at most, words are shown of a caller who speaks on."""


@dataclass(slots=True)
class Speech:
    """A turn of the caller's, from its first voiced sound on."""

    after_prompt: int
    """The last prompt of which something had been heard when it began."""
    expects: Expected | None
    over_agent: bool
    """Whether it began while the agent was speaking."""
    is_answer: bool = False
    """Whether it began while the last words of a yes-or-no question were being spoken."""
    pause: int = 0
    """The pause that is being considered; 0 while there is none."""
    judging: bool = False
    """Whether the turn model has been asked about that pause."""
    finished: float | None = None
    """What it said."""
    text: str | None = None
    """What the recognizer heard up to that pause."""
    interrupted: bool = False
    """Whether the agent was stopped by it."""
    ended_after_s: float | None = None
    """The silence after which it was decided to be over; the words may still be missing then."""
    overheard_s: float = 0.0
    """How long it had been when the recognizer was last asked for its words so far."""
    shown: str = ""
    """The words that were shown last."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that is over."""

    said: bool
    """False for a cough, or for "uh-huh" spoken over the agent: then it was no turn."""
    text: str
    after_prompt: int
    voiced_s: float
    silence_s: float
    """Since the last voiced sound."""
    endpoint_s: float
    """The part of `silence_s` that it took to decide that the turn was over."""
    goes_on: bool = False
    """Whether the caller was heard while the words were awaited, which has begun another turn."""


class Listening:
    """Hears one caller, turn after turn."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self._terms = terms
        self._turns = Turns()
        self._pauses = 0
        self._lead_s = LEAD_S
        self.speech: Speech | None = None
        """The turn that is going on."""
        self.last_words: LastWords | None = None
        """Which words still count, when nothing more will be heard; None while something may."""

    @property
    def closed(self) -> bool:
        """Whether nothing more will be heard."""
        return self.last_words is not None

    @property
    def voiced_s(self) -> float:
        """How much of a voice there was in this turn."""
        return self._turns.voiced_s

    @property
    def awaited_s(self) -> float:
        """The silence since a turn that is over, while its words are still missing; else 0."""
        speech = self.speech
        is_awaited = speech is not None and speech.ended_after_s is not None and speech.text is None
        return self._turns.silence_s if is_awaited else 0.0

    def hear(self, probability: float, threshold: float) -> Sign | None:
        """A chunk of audio, as the probability that it holds a voice; what it changes."""
        sign = self._turns.hear(probability, threshold)
        if sign == "resumed" and self.speech is not None and not self._is_endless:
            self.speech.pause, self.speech.judging, self.speech.finished, self.speech.text = 0, False, None, None
            self.speech.ended_after_s = None
        return sign

    @property
    def _is_endless(self) -> bool:
        """Whether this turn is ended without a pause: what is being considered then is all of it."""
        return self._turns.length_s >= patience.LONGEST_TURN_S

    def is_due(self, speech: Speech) -> bool:
        """Whether to have it transcribed: in each pause, and once when it is endless."""
        return not speech.pause and (self._turns.paused or self._is_endless)

    def consider(self, speech: Speech) -> Consider:
        """Have the turn so far transcribed."""
        self._pauses += 1
        speech.pause = self._pauses
        self._turns.keep()
        return Consider(self._pauses, self._turns.length_s + self._lead_s, Hints(speech.expects, self._terms))

    def judge(self, speech: Speech) -> list[Effect]:
        """Asks once whether that was all, when the answer is soon needed: most pauses are over by then."""
        soon_s = patience.judged_after_s(speech.expects, speech.text)
        if not speech.pause or speech.judging or self._turns.silence_s < soon_s:
            return []
        speech.judging = True
        return [Judge(speech.pause)]

    def considered(self, pause: int) -> Speech | None:
        """The caller's speech, if it is still in the pause of that number; None when it has gone on or ended."""
        speech = self.speech
        return speech if speech is not None and speech.pause == pause else None

    def close(self, last_words: LastWords) -> list[Effect]:
        """Nothing more will be heard: the turn that is going on is over as soon as its words are known."""
        self.last_words = last_words
        speech = self.speech
        if last_words == "no" or (speech is not None and speech.text is None and last_words == "at hand"):
            self.speech = speech = None
        return [self.consider(speech)] if speech is not None and not speech.pause else []

    def end(self) -> Turn | None:
        """The turn, if it is over and its words are known; the next voice begins another."""
        speech = self.speech
        if speech is None or not speech.pause:
            return None
        waits_s = patience.patience_s(speech.expects, speech.finished, speech.text)
        if self._turns.silence_s < waits_s and not (self.closed or self._is_endless):
            speech.ended_after_s = None
            return None
        if speech.ended_after_s is None:
            speech.ended_after_s = self._turns.silence_s
        if speech.text is None:
            return None
        said, silence_s = self._is_said(speech, speech.text), self._turns.silence_s
        voiced_s, goes_on = self._turns.kept_voiced_s, self._turns.cut()
        self._lead_s = 0.0 if goes_on else LEAD_S
        self.speech = None
        return Turn(
            said=said,
            text=speech.text,
            after_prompt=speech.after_prompt,
            voiced_s=voiced_s,
            silence_s=silence_s,
            endpoint_s=min(speech.ended_after_s, silence_s),
            goes_on=goes_on,
        )

    def overhear(self, speech: Speech) -> list[Effect]:
        """Asks now and then for the words so far, unless there is a pause: then they are being transcribed."""
        length_s = self._turns.length_s
        if speech.pause or length_s - speech.overheard_s < _OVERHEAR_EVERY_S:
            return []
        speech.overheard_s = length_s
        return [Overhear(length_s + self._lead_s)]

    def overheard(self, turn: int, text: str) -> list[Effect]:
        """Shows these words as those of `turn`, unless they are shown already, or it may yet be no turn."""
        speech = self.speech
        if speech is None or not text or text == speech.shown or not self._is_said(speech, text):
            return []
        speech.shown = text
        return [Mention(turn, text)]

    def so_far(self, turn: int) -> list[Effect]:
        """Shows what was transcribed up to the pause as words of `turn`, while the turn goes on; see `overheard`."""
        return self.overheard(turn, self.speech.text or "") if self.speech is not None else []

    def _is_said(self, speech: Speech, text: str) -> bool:
        if speech.interrupted:
            return True
        if speech.over_agent and not speech.is_answer and patience.is_backchannel(text):
            return False
        return bool(text) or self._turns.voiced_s >= patience.MUMBLE_S
