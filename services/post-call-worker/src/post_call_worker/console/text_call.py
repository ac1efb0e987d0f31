"""Pure. A call by text, as its log tells it: whether it is going on, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from calllock.contracts import events
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged

GATEWAY = "console"
"""Who answers such calls."""


@dataclass(slots=True)
class TextCall:
    """A call by text that is going on."""

    answered: events.CallAnswered
    turn: int = 0
    """The caller's last."""
    heard_prompt: int = 0
    last_on_line: int = 0
    """Sequence of the last entry that the line has written; whoever writes the next one has seen this."""


def text_call(log: Iterable[Logged]) -> TextCall | None:
    """The call; None when it was not placed by text, or is over."""
    call: TextCall | None = None
    for entry in log:
        match entry.message:
            case events.CallAnswered() as answered if answered.gateway == GATEWAY:
                call = TextCall(answered)
            case events.CallEnded():
                return None
        if call is not None:
            _take(call, entry)
    return call


def is_text_call(log: Iterable[Message]) -> bool:
    """Whether this is a call by text that is going on."""
    messages = list(log)
    ended = any(isinstance(one, events.CallEnded) for one in messages)
    return not ended and any(isinstance(one, events.CallAnswered) and one.gateway == GATEWAY for one in messages)


def _take(call: TextCall, entry: Logged) -> None:
    if entry.subject.endswith(".line"):
        call.last_on_line = entry.sequence
    match entry.message:
        case events.UtteranceHeard() as heard:
            call.turn = max(call.turn, heard.turn)
        case events.PromptPlayed() as played:
            call.heard_prompt = max(call.heard_prompt, played.prompt)
        case _:
            pass
