"""Adapter. Deepgram: each call has a stream that hears while the caller speaks, and is replaced when it breaks.

The vendor's own endpointing is off. When the line has heard a pause it asks for what is final, and gets it some
hundred milliseconds later, as all audio but the last piece is there already.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import urlencode

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from calllock.runtime.clock import Clock
from voice_gateway.speech.deepgram_stream import BYTES_A_SECOND, DeepgramStream, RecentAudio, StreamPatience
from voice_gateway.speech.failure_records import record_failure
from voice_gateway.speech.faults import Fault, VendorFailed, refusal
from voice_gateway.speech.ports import SAMPLE_RATE, Ear, Hints, Pcm
from voice_gateway.speech.transcript import tidy

_NAME = "deepgram"
_KEPT_BYTES = 8 * BYTES_A_SECOND
"""What a stream hears again that takes the place of another: more than most turns, and soon transcribed."""
_STEADY_S = 5.0
"""A stream that held for so long was a good one: the next is opened at once."""
_PAUSES_S = (0.0, 1.0, 2.0, 5.0, 15.0)
"""Before the next stream, after so many failures in a row."""
_CLOSE_LIMIT_S = 0.5
_MOST_TERMS = 100
_PATIENCE = StreamPatience()


def pause_s(failures: int, fault: Fault) -> float:
    """How long to wait before the next stream, after so many failures in a row."""
    return _PAUSES_S[-1] if fault == "refused" else _PAUSES_S[min(failures, len(_PAUSES_S)) - 1]


class Deepgram:
    """A `Recognizer`; `url` is http(s), and the streams are opened under the same host as ws(s)."""

    name = _NAME

    def __init__(self, url: str, api_key: str, model: str, clock: Clock, patience: StreamPatience = _PATIENCE) -> None:
        self._url = f"ws{url.removeprefix('http')}/v1/listen"
        self._api_key = api_key
        self._model = model
        self._clock = clock
        self._patience = patience

    async def close(self) -> None:
        """Nothing: each ear closes its own stream."""

    def listen(self, terms: tuple[str, ...]) -> Ear:
        """An ear for one call, and a stream as long as it runs."""
        return DeepgramEar(lambda: self._connect(terms), self._clock, self._patience)

    def _connect(self, terms: tuple[str, ...]) -> connect:
        query = [  # interim results are shown only, but a stream that says nothing at all is a dead one
            *(("model", self._model), ("language", "en-US"), ("encoding", "linear16"), ("channels", "1")),
            *(("sample_rate", str(SAMPLE_RATE)), ("interim_results", "true"), ("punctuate", "true")),
            *(("endpointing", "false"), *(("keyterm", term) for term in terms[:_MOST_TERMS])),
        ]
        return connect(
            f"{self._url}?{urlencode(query)}",
            additional_headers={"Authorization": f"Token {self._api_key}"},
            compression=None,
            open_timeout=self._patience.connect_s,
            close_timeout=_CLOSE_LIMIT_S,
            ping_interval=self._patience.idle_s,
            ping_timeout=self._patience.idle_s,
        )


class DeepgramEar:
    """An `Ear` with a stream of its own; `dial` makes a connection that is opened by entering it."""

    def __init__(self, dial: Callable[[], connect], clock: Clock, patience: StreamPatience) -> None:
        self._dial = dial
        self._clock = clock
        self._patience = patience
        self._audio = RecentAudio(_KEPT_BYTES)
        self._stream: DeepgramStream | None = None
        self._outlook = self._unknown()
        """The stream, or why there is none; open while one is being connected."""

    def hear(self, audio: Pcm) -> None:
        """See `Ear`; what is heard while there is no stream is kept for the next one."""
        self._audio.add(audio)
        if self._stream is not None:
            self._stream.look()

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        """See `Ear`: raises `VendorFailed` when there is no stream, or no words in time. The terms of `hints` were
        given when the stream began."""
        del hints
        ends = self._audio.heard
        try:
            async with asyncio.timeout(self._patience.answer_s):
                return tidy(await self._words(ends - len(audio), ends))
        except TimeoutError:
            raise VendorFailed("late", f"no words within {self._patience.answer_s:g} s") from None

    def so_far(self, seconds: float) -> str:
        """See `Ear`; "" while there is no stream."""
        stream = self._stream
        begins = self._audio.heard - int(seconds * BYTES_A_SECOND)
        return tidy(stream.words_so_far(begins)) if stream is not None else ""

    async def _words(self, begins: int, ends: int) -> str:
        while True:
            stream = await asyncio.shield(self._outlook)
            if isinstance(stream, VendorFailed):
                raise VendorFailed(stream.fault, "there is no stream")
            words = await stream.final_words(begins, ends)
            if words is not None:
                return words

    async def run(self) -> None:
        """See `Ear`: a stream that breaks is counted and replaced, after a pause that grows with the failures."""
        failures = 0
        while True:
            began = self._clock.monotonic()
            trouble = await self._hold()
            record_failure("recognizer", _NAME, trouble.fault, str(trouble))
            failures = 1 if self._clock.monotonic() - began >= _STEADY_S else failures + 1
            wait_s = pause_s(failures, trouble.fault)
            if wait_s:
                self._outlook.set_result(trouble)
                await self._clock.sleep(wait_s)
                self._outlook = self._unknown()

    async def _hold(self) -> VendorFailed:
        """Have a stream until it breaks, and say why."""
        try:
            async with self._dial() as socket:
                self._stream = stream = DeepgramStream(socket, self._audio, self._patience)
                self._outlook.set_result(stream)
                try:
                    await stream.run()
                finally:
                    self._stream = None
                    self._outlook = self._unknown()
                    await stream.end()
        except VendorFailed as trouble:
            return trouble
        except InvalidStatus as error:
            return refusal(error.response.status_code)
        except ConnectionClosed as error:
            code = error.rcvd.code if error.rcvd is not None else "none"
            return VendorFailed("unreachable", f"closed with code {code}")
        except (OSError, TimeoutError) as error:
            return VendorFailed("unreachable", type(error).__name__)
        except WebSocketException as error:
            return VendorFailed("garbled", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - whatever a stream does, the call goes on without it
            return VendorFailed("failed", type(error).__name__)
        return VendorFailed("unreachable", "the stream ended")

    @staticmethod
    def _unknown() -> asyncio.Future[DeepgramStream | VendorFailed]:
        return asyncio.get_running_loop().create_future()
