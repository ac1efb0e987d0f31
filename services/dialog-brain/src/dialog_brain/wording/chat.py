"""Pure. What is asked of a language model, however it is reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol


class ChatMessage(NamedTuple):
    """One message of a chat."""

    role: Literal["system", "user"]
    content: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an answer may take, in seconds."""

    first_s: float
    """Until the first piece of text."""
    stall_s: float
    """Between two pieces."""
    total_s: float


class ModelFailed(Exception):
    """There is no answer; says why, without a word of what was asked or answered."""


class Model(Protocol):
    """Something that answers a chat."""

    @property
    def available(self) -> bool:
        """Whether asking makes sense now."""
        ...

    async def answer(self, chat: Sequence[ChatMessage], patience: Patience, enough: Callable[[str], bool]) -> str:
        """The answer's text; raises `ModelFailed` when it is not there in time.

        `enough` sees the text so far after every piece, and ends the answer by returning True.
        """
        ...
