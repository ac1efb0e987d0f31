"""Adapter. A language model behind an OpenAI-compatible endpoint: streamed, watched, cut off in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import anyio
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam
from prometheus_client import Counter

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.answered_within import answered_within
from calllock.runtime.circuit import Circuit
from calllock.runtime.clock import Clock
from dialog_brain.wording.chat import ChatMessage, ModelFailed

ANSWERS = Counter("calllock_model_answers_total", "Questions to the language model, by what came of them.", ("result",))

LONGEST_ANSWER = 2000
"""Characters; a model that goes on is cut off."""


class OpenAiModel:
    """One endpoint: one pooled client and one circuit for the process."""

    def __init__(self, url: str, api_key: str, name: str, clock: Clock) -> None:
        self._client = AsyncOpenAI(base_url=url, api_key=api_key, max_retries=0)
        self._name = name
        self._clock = clock
        self._circuit = Circuit()

    @property
    def available(self) -> bool:
        """See `Model.available`: not while the circuit is open."""
        return self._circuit.room(self._clock.monotonic()) > 0

    async def close(self) -> None:
        """Close the pooled connections."""
        await self._client.close()

    async def answer(self, chat: Sequence[ChatMessage], limits: AnswerLimits, enough: Callable[[str], bool]) -> str:
        """See `Model.answer`. The connection is closed however it ends."""
        if not self.available:
            raise ModelFailed("the circuit is open after repeated failures")
        self._circuit = self._circuit.begun(self._clock.monotonic())
        try:
            text = await self._read(chat, limits, enough)
        except Exception as error:  # whatever an endpoint does, the row's own words are spoken instead
            self._circuit = self._circuit.failed(self._clock.monotonic())
            ANSWERS.labels("failed").inc()
            raise ModelFailed(error.__class__.__name__) from error
        self._circuit = self._circuit.answered()
        ANSWERS.labels("answered").inc()
        return text

    async def _read(self, chat: Sequence[ChatMessage], limits: AnswerLimits, enough: Callable[[str], bool]) -> str:
        latest = anyio.current_time() + limits.total_s
        text = ""
        with answered_within(min(limits.first_s, limits.total_s)) as limit:
            async with await self._ask(chat) as stream:
                async for chunk in stream:
                    piece = _text_of(chunk)
                    if not piece:
                        continue
                    text += piece
                    if len(text) > LONGEST_ANSWER:
                        raise ValueError("it never stops")
                    if enough(text):
                        break
                    limit.deadline = min(anyio.current_time() + limits.stall_s, latest)
        if not text:
            raise ValueError("an empty answer")
        return text

    async def _ask(self, chat: Sequence[ChatMessage]) -> AsyncStream[ChatCompletionChunk]:
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": one.content}
            if one.role == "system"
            else {"role": "user", "content": one.content}
            for one in chat
        ]
        return await self._client.chat.completions.create(
            model=self._name, messages=messages, stream=True, temperature=0.4, max_tokens=200
        )


def _text_of(chunk: ChatCompletionChunk) -> str:
    """The text in a chunk. The client does not check what it reads, so any shape is possible here."""
    pieces = [choice.delta.content for choice in chunk.choices or () if choice.delta is not None]
    return "".join(piece for piece in pieces if isinstance(piece, str))
