"""Shell. The newest prompt of one call while its words are being chosen; what is decided meanwhile ends the waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from calllock.contracts.commands import SpeakPrompt
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call
from dialog_brain.wording.row_or_model import Wording


class Drafts:
    """At most one draft at a time, and one for a prompt."""

    def __init__(self, wording: Wording, ready: Callable[[], None]) -> None:
        self._wording = wording
        self._ready = ready
        self._prompt: SpeakPrompt | None = None
        self._begun = ""
        self._choosing: asyncio.Task[tuple[str, ...]] | None = None

    def begin(self, due: Iterable[Message], call: Call) -> None:
        """Let words be chosen for the newest prompt of `due`, if there is a choice; `ready` is called when they are."""
        prompt = next((m for m in reversed(list(due)) if isinstance(m, SpeakPrompt)), None)
        if prompt is None or prompt.event_id == self._begun or not self._wording.words(prompt):
            return
        self.drop()
        self._prompt, self._begun = prompt, prompt.event_id
        self._choosing = asyncio.create_task(self._wording.word(prompt, call))
        self._choosing.add_done_callback(self._chosen)

    def drop(self) -> None:
        """Wait no longer: the row's own words are good."""
        if self._choosing is not None:
            self._choosing.cancel()
        self._prompt = self._choosing = None

    def holds(self, message: Message) -> bool:
        """Whether this message is waiting for its words, and all that follow it with it."""
        return self._choosing is not None and not self._choosing.done() and self._is_draft(message)

    def final(self, message: Message) -> Message:
        """The message as it is to be written."""
        if self._choosing is None or not self._is_draft(message) or self._choosing.exception() is not None:
            return message
        return message.model_copy(update={"sentences": self._choosing.result()})

    def _is_draft(self, message: Message) -> bool:
        return self._prompt is not None and self._prompt.event_id == message.event_id

    def _chosen(self, choosing: asyncio.Task[tuple[str, ...]]) -> None:
        if choosing is self._choosing:
            self._ready()
