"""Pure. How long the line waits for a caller who has paused, and what it takes to stop the agent: tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calllock.contracts.commands import Expected

FINISHED = 0.5
"""From this probability on, the turn model is believed that the caller has finished."""
LONGEST_TURN_S = 25.0
"""A turn that does not end by itself (a television, music) is ended."""
MUMBLE_S = 0.8
"""Wordless sound this long is reported as a turn without words; shorter is nothing."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of silence after the last voiced sound that end a turn."""

    finished_s: float
    """When the turn model thinks that the caller has finished."""
    unfinished_s: float
    """When it does not, or has not answered."""


_SHORT = Patience(0.35, 0.9)
_MEDIUM = Patience(0.45, 1.6)
_DICTATED = Patience(1.2, 2.0)
"""People look things up and speak digits and letters in groups."""

PATIENCE: dict[Expected | None, Patience] = {
    "confirm": _SHORT,
    "safety": _SHORT,
    "open": _MEDIUM,
    "problem": _MEDIUM,
    "time": _MEDIUM,
    "any": _MEDIUM,
    None: _MEDIUM,
    "zip": _DICTATED,
    "address": _DICTATED,
    "name": _DICTATED,
}


def patience_s(expects: Expected | None, finished: float | None) -> float:
    """How long to wait, given what was asked and what the turn model said (None: nothing yet)."""
    row = PATIENCE[expects]
    return row.finished_s if finished is not None and finished >= FINISHED else row.unfinished_s


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What makes a sound a voice, and a voice an interruption."""

    threshold: float
    """Probability of the voice model from which a chunk is voiced."""
    barge_in_s: float
    """Voiced sound that stops the agent before a word is known."""


LISTENING = Sensitivity(0.5, 0.6)
GREETING = Sensitivity(0.75, 0.9)
"""While the greeting plays, the line is still full of clicks, breath and the agent's own echo."""

_BACKCHANNEL = re.compile(
    r"(?:(?:uh|um+|hm+|mm+|mhm|ah|oh|okay|ok|right|alright|sure|i see|got it|huh|yeah)\b[\s,.!-]*)+", re.IGNORECASE
)


def is_backchannel(text: str) -> bool:
    """Whether these words only say "I am listening" when spoken over the agent."""
    return not text or _BACKCHANNEL.fullmatch(text.strip()) is not None
