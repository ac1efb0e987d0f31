"""Adapter. Rendered lines: the fixed ones on disk and in memory for good, the others in memory within a bound.

Only lines that are known before any call are written to disk; what is said to one caller
(a name, an address) stays in memory. What the wanted voice has not rendered yet is spoken by the
last one, which is on this machine, until it has: calls need not wait for a vendor. A line that it
fails at is spoken by the next one, and kept under that one's name: at the next start it is asked again.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from voice_gateway.speech.chain import Chain
from voice_gateway.speech.ports import MuLaw, SpeechFailed, Voice

_MEMORY_BYTES = 16_000_000
"""About half an hour of speech."""
_AT_ONCE = 4
"""Lines that a vendor is asked for at the same time: its plan bounds how many, and calls need some of that."""


class RenderedLines:
    """A cache of what the voices have said, keyed by voice and text."""

    def __init__(self, voices: Chain[Voice], folder: Path, memory_bytes: int = _MEMORY_BYTES) -> None:
        self._voices = voices
        self._folder = folder
        self._memory_bytes = memory_bytes
        self._held = 0
        self._lines: OrderedDict[str, MuLaw] = OrderedDict()
        self._fixed: dict[str, MuLaw] = {}
        self._wanting: list[str] = []
        """Fixed lines that are at hand in the last voice, and for which the wanted one has not been asked."""

    def at_hand(self, text: str) -> MuLaw | None:
        """The sound of `text`, if it is in memory; that of a fixed line always is, once `warm` is done."""
        if text in self._fixed:
            return self._fixed[text]
        audio = self._lines.get(text)
        if audio is not None:
            self._lines.move_to_end(text)
        return audio

    async def render(self, text: str) -> MuLaw:
        """The sound of `text`, from memory or from a voice; raises `SpeechFailed` when no voice can."""
        audio = self.at_hand(text)
        if audio is None:
            audio = await self._voices.last.render(text) if self._wanting else (await self._speak(text))[1]
            self._keep(text, audio)
        return audio

    async def warm(self, texts: Iterable[str]) -> int:
        """Have the fixed lines at hand, in the wanted voice or else the last one; how many had to be rendered.

        Raises `SpeechFailed` when the folder cannot be used, or the last voice fails.
        """
        rendered = 0
        for text in dict.fromkeys(texts):
            audio = self._stored(self._voices.first, text)
            if not audio and self._voices.first is not self._voices.last:
                self._wanting.append(text)
                audio = self._stored(self._voices.last, text)
            if not audio:
                audio = await self._render_fixed(text)
                _write(self._file(self._voices.last, text), audio)
                rendered += 1
            self._fixed[text] = audio
        return rendered

    async def _render_fixed(self, text: str) -> MuLaw:
        try:
            return await self._voices.last.render(text)
        except SpeechFailed as error:
            raise SpeechFailed(f"the line {text!r} cannot be spoken ({error}): say it otherwise") from None

    async def improve(self) -> int:
        """Ask the wanted voice for what it has not rendered yet, a few lines at a time; how many it has now.

        Raises `SpeechFailed` when the folder cannot be used; nothing is asked after that.
        """
        room = asyncio.Semaphore(_AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                asked = [group.create_task(self._improve(text, room)) for text in self._wanting]
            return sum(task.result() for task in asked)
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        finally:
            self._wanting = []

    async def _improve(self, text: str, room: asyncio.Semaphore) -> bool:
        async def speak(voice: Voice) -> MuLaw:
            return self._fixed[text] if voice is self._voices.last else await voice.render(text)

        async with room:
            voice, audio = await self._voices.ask(speak)
        if voice is not self._voices.last:
            _write(self._file(voice, text), audio)
            self._fixed[text] = audio
        return voice is self._voices.first

    async def _speak(self, text: str) -> tuple[Voice, MuLaw]:
        return await self._voices.ask(lambda voice: voice.render(text))

    def _stored(self, voice: Voice, text: str) -> MuLaw:
        file = self._file(voice, text)
        return file.read_bytes() if file.exists() else b""

    def _file(self, voice: Voice, text: str) -> Path:
        return self._folder / (hashlib.sha256(f"{voice.name}\0{text}".encode()).hexdigest() + ".ulaw")

    def _keep(self, text: str, audio: MuLaw) -> None:
        self._held += len(audio) - len(self._lines.pop(text, b""))
        self._lines[text] = audio
        while self._held > self._memory_bytes and len(self._lines) > 1:
            _, dropped = self._lines.popitem(last=False)
            self._held -= len(dropped)


def _write(file: Path, audio: MuLaw) -> None:
    """Whole or not at all, also when two processes warm the same folder: in containers each of them is number 1."""
    part = file.with_suffix(f".{secrets.token_hex(8)}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(audio)
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise SpeechFailed(f"cannot write to the folder of rendered lines: {error.strerror}") from None
