"""Pure. The person at the telephone: when they speak, press keys, wait, or hang up.

They do what a script says, and behave as people do: they answer questions, wait after a remark
for what follows it, and do not speak while the other side does unless they are told to.
Times are milliseconds on the call's clock.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from dialog_brain.script import Line, Script

PATIENCE_MS = 4_000
"""After a remark that is no question, for what follows it."""
UNSURE_MS = 1_200
"""The same when the words are not known."""
NO_ANSWER_MS = 20_000
"""Silence of the other side after which anybody hangs up."""
_TALKED_ON_MS = 1_000
"""A caller who is interrupted stops sooner."""
_HANG_UP_INTO_MS = 400
_HANG_UP_AFTER_MS = 6_000
_ASKS = re.compile(
    r"(?:(?:and|so|or|sorry|okay),? )*(?:what|when|where|which|who|how|can|could|do|does|did|is|are|am|shall|should|"
    r"would|will|want|please (?:say|tell|key))\b",
    re.IGNORECASE,
)
"""How a question begins."""
_ASKED = re.compile(r"\b(?:is that right|yes or no|right now|book that)[.!]*$", re.IGNORECASE)
"""How a question ends."""
_REMARKS = re.compile(
    r"(?:okay|sure|thanks|thank you|let me|one moment|hold on|still|i\b|we\b|you\b|a person|our|otherwise|goodbye)",
    re.IGNORECASE,
)
"""How something begins that is said after a question and is not a part of it."""
_SILENCE = Line(silence=True)


def is_question(text: str) -> bool:
    """Whether an answer is expected; recognizers do not always hear the question mark, or cut a question in two."""
    *before, last = re.split(r"(?<=[.?!])\s+", text.strip())
    if last.endswith("?") or _ASKS.match(last) or _ASKED.search(last):
        return True
    return bool(before) and before[-1].endswith("?") and not _REMARKS.match(last)


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call; `reason` is empty when the script wants it."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Agent:
    """What the other side has done since our last act."""

    began_ms: int | None = None
    """When it first began to speak."""
    speaks_since_ms: int | None = None
    """When the last thing that it said began."""
    ended_ms: int | None = None
    """End of the last thing that was said and understood; None while something is being said."""
    patience_ms: int = 0


class Caller:
    """One person in one call."""

    def __init__(self, script: Script) -> None:
        self._acts = [*script.says, *[_SILENCE] * script.silences]
        self._hangs_up = script.hangs_up
        self._next = 0
        self._acted_ms = -1
        self._spoke_until_ms = 0.0
        """Endless while we speak."""
        self._quiet_since_ms = 0
        self._agent = _Agent()

    @property
    def finished(self) -> bool:
        """Whether everything in the script was done, except for hanging up."""
        return self._next >= len(self._acts)

    def agent_began(self, at_ms: int) -> None:
        """The other side begins to speak."""
        began = self._agent.began_ms if self._agent.began_ms is not None else at_ms
        self._agent = replace(self._agent, began_ms=began, speaks_since_ms=at_ms, ended_ms=None)
        self._quiet_since_ms = at_ms

    def agent_ended(self, began_ms: int, ended_ms: int, text: str | None) -> None:
        """The other side has finished saying `text` (None: not understood)."""
        self._quiet_since_ms = max(self._quiet_since_ms, ended_ms)
        is_latest = began_ms == self._agent.speaks_since_ms
        if is_latest and self._cut_off(began_ms, ended_ms):
            self._agent = _Agent()
            return
        if not is_latest and not self._talked_on(began_ms, ended_ms):
            return  # we have spoken since, or they have
        patience = UNSURE_MS if text is None else 0 if is_question(text) else PATIENCE_MS
        first_ms = self._agent.began_ms if self._agent.began_ms is not None else began_ms
        self._agent = replace(self._agent, began_ms=first_ms, ended_ms=ended_ms, patience_ms=patience)

    def _talked_on(self, began_ms: int, ended_ms: int) -> bool:
        """Whether they did not let us interrupt them, and have answered in the same breath."""
        over_us = began_ms < self._acted_ms and self._agent.began_ms is None
        return over_us and ended_ms >= self._spoke_until_ms + _TALKED_ON_MS

    def _cut_off(self, began_ms: int, ended_ms: int) -> bool:
        """Whether they began before we had finished, and gave way to us: that answers nothing."""
        over_us = self._acted_ms <= began_ms < self._spoke_until_ms
        return over_us and ended_ms < self._spoke_until_ms + _TALKED_ON_MS

    def decide(self, at_ms: int) -> Line | HangUp | None:
        """What to do now, while not speaking; a `Line` that is returned counts as begun."""
        if self.finished:
            return self._leave(at_ms)
        line = self._acts[self._next]
        if not self._is_my_turn(line, at_ms):
            return self._give_up(at_ms)
        self._next += 1
        self._acted_ms = at_ms
        self._quiet_since_ms = at_ms
        self._agent = _Agent()
        if line.silence:
            return None
        self._spoke_until_ms = math.inf
        return line

    def spoke_until(self, at_ms: int) -> None:
        """Our line is over; this was its last sound."""
        self._spoke_until_ms = at_ms
        self._quiet_since_ms = at_ms

    def _is_my_turn(self, line: Line, at_ms: int) -> bool:
        agent = self._agent
        if agent.began_ms is None:
            return False
        if line.barge_in_s is not None:
            return at_ms >= agent.began_ms + line.barge_in_s * 1_000
        return agent.ended_ms is not None and at_ms >= agent.ended_ms + agent.patience_ms

    def _leave(self, at_ms: int) -> HangUp | None:
        if not self._hangs_up:
            return self._give_up(at_ms)
        began = self._agent.began_ms
        due = self._quiet_since_ms + _HANG_UP_AFTER_MS if began is None else began + _HANG_UP_INTO_MS
        return HangUp() if at_ms >= due else None

    def _give_up(self, at_ms: int) -> HangUp | None:
        if at_ms - self._quiet_since_ms < NO_ANSWER_MS:
            return None
        return HangUp(f"nothing was said for {NO_ANSWER_MS / 1_000:g} s")
