"""Pure. What is asked of a language model, however it is reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from calllock.runtime.answer_limits import AnswerLimits


class ChatMessage(NamedTuple):
    """One message of a chat."""

    role: Literal["system", "user"]
    content: str


class ModelFailed(Exception):
    """There is no answer; says why, without a word of what was asked or answered."""


class Model(Protocol):
    """Something that answers a chat."""

    @property
    def available(self) -> bool:
        """Whether asking makes sense now."""
        ...

    async def answer(self, chat: Sequence[ChatMessage], limits: AnswerLimits, enough: Callable[[str], bool]) -> str:
        """The answer's text; raises `ModelFailed` when it is not there in time.

        `enough` sees the text so far after every piece, and ends the answer by returning True.
        """
        ...
