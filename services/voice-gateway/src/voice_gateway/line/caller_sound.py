"""Shell. The caller's sound: the last of it is kept, and engines find out what there is in it for the line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calllock.runtime.clock import Clock
from voice_gateway.line.effects import Consider, Effect, Judge, Overhear
from voice_gateway.line.engine_work import EngineWork
from voice_gateway.line.line import Line
from voice_gateway.speech.ports import CHUNK_SAMPLES, SAMPLE_RATE, Ear, Pcm, TurnModel, VoiceActivity

_CHUNK_BYTES = 2 * CHUNK_SAMPLES
_KEPT_BYTES = 2 * SAMPLE_RATE * 30
"""The caller's last half minute, from which utterances are cut."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """The engines that hear one caller."""

    voice_activity: VoiceActivity
    ear: Ear
    turn_model: TurnModel


class CallerSound:
    """What one caller is heard to say, told to the line; `do` carries out what follows from it."""

    def __init__(
        self, hearing: Hearing, line: Line, work: EngineWork, clock: Clock, do: Callable[[list[Effect]], None]
    ) -> None:
        self._hearing = hearing
        self._line = line
        self._work = work
        self._clock = clock
        self._do = do
        self._kept = bytearray()
        self._unheard = bytearray()
        """Audio for which no voice probability was asked yet, as it is shorter than `_CHUNK_BYTES`."""
        self._cuts: dict[int, bytes] = {}
        """What is to be considered, by pause."""
        self._considered = b""
        """What the caller had said up to the last pause."""
        self._considering: list[asyncio.Task[None]] = []
        """What is being found out about it; first, its words."""

    def hear(self, audio: Pcm) -> None:
        """Take the caller's next 16-bit samples, of any length; the line is told of every whole chunk."""
        self._hearing.ear.hear(audio)
        self._kept += audio
        if len(self._kept) > 2 * _KEPT_BYTES:
            del self._kept[:-_KEPT_BYTES]
        for chunk in self._chunks(audio):
            self._do(self._line.hear(self._hearing.voice_activity.probability(chunk), self._clock.monotonic()))

    def _chunks(self, audio: Pcm) -> Iterator[Pcm]:
        self._unheard += audio
        while len(self._unheard) >= _CHUNK_BYTES:
            chunk = bytes(self._unheard[:_CHUNK_BYTES])
            del self._unheard[:_CHUNK_BYTES]
            yield chunk

    async def run(self) -> None:
        """Hold the recognizer's stream, if it has one, until cancelled."""
        await self._hearing.ear.run()

    def keep(self, asked: Consider) -> None:
        """Keep what it asks about, which ends with the sound up to now; to be called before `find_out`."""
        self._cuts[asked.pause] = bytes(self._kept[-2 * int(asked.audio_s * SAMPLE_RATE) :])

    def find_out(self, asked: Consider | Judge | Overhear) -> None:
        """Ask the engine that `asked` is for; the line is told its answer, later unless it is at hand."""
        match asked:
            case Consider():
                self._consider(asked)
            case Judge(pause):
                self._considering.append(self._work.start(self._judge(pause, self._considered)))
            case Overhear(audio_s):
                self._do(self._line.overheard(self._hearing.ear.so_far(audio_s)))

    def _consider(self, asked: Consider) -> None:
        self._considered = self._cuts.pop(asked.pause)
        for outdated in self._considering:
            outdated.cancel()
        self._considering = [self._work.start(self._transcribe(asked, self._considered))]

    async def transcribed(self) -> None:
        """Wait until the line was told the words of the last pause."""
        for transcribing in self._considering[:1]:
            await asyncio.wait([transcribing])

    async def _judge(self, pause: int, audio: Pcm) -> None:
        try:
            finished = await self._hearing.turn_model.finished(audio)
        except Exception as error:  # noqa: BLE001 - the line waits longer, then
            self._work.blame("turn_model.failed", error)
            return
        self._do(self._line.judged(pause, finished, self._clock.monotonic()))

    async def _transcribe(self, asked: Consider, audio: Pcm) -> None:
        try:
            text = await self._hearing.ear.transcribe(audio, asked.hints)
        except Exception as error:  # noqa: BLE001 - it was a turn, if one without words
            self._work.blame("recognizer.failed", error)
            text = ""
        self._do(self._line.transcribed(asked.pause, text, self._clock.monotonic()))
