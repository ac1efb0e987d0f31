"""Pure. How long somebody outside who answers piece by piece may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """Seconds."""

    first_s: float
    """Until the first piece of the answer."""
    stall_s: float
    """Between two pieces of it."""
    total_s: float
