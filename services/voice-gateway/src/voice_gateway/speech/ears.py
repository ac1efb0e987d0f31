"""Shell. The ears of a process: each hears one caller, through whichever recognizer works."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from calllock.runtime.clock import Clock
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.ports import Ear, Hints, Pcm, Recognizer


class Ears:
    """Gives each call its ear."""

    def __init__(self, recognizers: Sequence[Recognizer], clock: Clock) -> None:
        self._recognizers = recognizers
        self._chain = Chain("recognizer", recognizers, clock)

    def listen(self, terms: tuple[str, ...]) -> Ear:
        """A fresh ear, for one call of a business whose callers say `terms`."""
        return _CallEar(self._chain, {one.name: one.listen(terms) for one in self._recognizers})


class _CallEar:
    """An `Ear` that is one of each recognizer's."""

    def __init__(self, chain: Chain[Recognizer], ears: dict[str, Ear]) -> None:
        self._chain = chain
        self._ears = ears

    def hear(self, audio: Pcm) -> None:
        for ear in self._ears.values():
            ear.hear(audio)

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        _, text = await self._chain.ask(lambda recognizer: self._ears[recognizer.name].transcribe(audio, hints))
        return text

    def so_far(self, seconds: float) -> str:
        return next((words for ear in self._ears.values() if (words := ear.so_far(seconds))), "")

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for ear in self._ears.values():
                group.create_task(ear.run())
