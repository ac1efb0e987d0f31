"""Pure. What a model may point at in a caller's turn: runs of the caller's own words, and nothing else.

A model reads nothing out of them. The flow reads each quote with the same grammars as any other words of the caller.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import get_args

from calllock.contracts.events import Quoted
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.words import Speech, hear
from dialog_brain.wording.chat import ChatMessage

QUOTED: tuple[Quoted, ...] = get_args(Quoted)

_TASK = (
    "A caller speaks to a {trade} business. Find in the caller's words: name (who is calling), problem (what is "
    "wrong), address (house number and street), time (when they want a visit). Copy the words exactly as they are, "
    "as few as needed. Leave out what was not said. Answer with one JSON object with the keys "
    "name, problem, address, time that you found, and nothing else."
)


def extraction_chat(trade: str, said: str) -> tuple[ChatMessage, ...]:
    """The chat that asks where the slots are in what was said."""
    return (ChatMessage("system", _TASK.format(trade=trade)), ChatMessage("user", said))


def quotes_in(answer: str, said: str) -> Mapping[Quoted, str]:
    """The quotes in a model's answer that really are quotes; none when the answer is not what was asked for."""
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or not set(found) <= set(QUOTED):
        return {}
    heard = hear(said)
    quotes = {kind: _quote(found.get(kind), heard) for kind in QUOTED}
    return {kind: quote for kind, quote in quotes.items() if quote}


def _quote(value: object, heard: Speech) -> str:
    """The words of `heard` that `value` repeats; "" when it does not, or when they are denied where they stand."""
    words = hear(value).words if isinstance(value, str) else ()
    if not words:
        return ""
    for start in range(len(heard.words) - len(words) + 1):
        end = start + len(words)
        if heard.words[start:end] == words:
            return "" if _denied(heard, start) else heard.said(start, end)
    return ""


def _denied(heard: Speech, start: int) -> bool:
    """Whether the words before the quote, in its own statement, deny it."""
    around = next(clause for clause in clauses(heard) if clause.start <= start < clause.end)
    return negated(heard, around, start, start)
