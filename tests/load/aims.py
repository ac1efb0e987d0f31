"""Pure. What a measured figure was meant to reach, said beside it."""

from __future__ import annotations


def aim(stated: str, *, met: bool) -> str:
    """Such as "aim: 20,000 or more, met"."""
    return f"aim: {stated}, {'met' if met else 'NOT MET'}"
