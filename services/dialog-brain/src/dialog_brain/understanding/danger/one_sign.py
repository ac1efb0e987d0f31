"""Pure. One sign of a danger, as a table of the ways in which it is told."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases


def any_of(*patterns: str, **lists: str) -> Phrases[bool]:
    """One sign, however it is told."""
    return Phrases({True: patterns}, **lists)
