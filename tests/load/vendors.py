"""Shell. The vendors of a load run: the stand-ins of `tests/vendors` in processes of their own, and our adapters.

Used by our gateway and by the plain bot alike. They answer after what vendors take for short utterances, or at once.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.clock import SystemClock
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port
from tests.vendors import deepgram_server, elevenlabs_server
from voice_gateway.speech.deepgram import Deepgram
from voice_gateway.speech.deepgram_stream import StreamPatience
from voice_gateway.speech.elevenlabs import ElevenLabsVoice
from voice_gateway.speech.ports import Recognizer, TurnModel, Voice, VoiceActivity
from voice_gateway.speech.silero import SileroModel
from voice_gateway.speech.smart_turn import SmartTurn

RECOGNIZER_S = 0.3
VOICE_S = 0.25
SAID = "my furnace is making a loud noise"
"""What the recognizer understands, whatever was said."""
_UNHURRIED = StreamPatience(answer_s=5.0, connect_s=10.0)
_SPEAKING = AnswerLimits(first_s=5.0, stall_s=5.0, total_s=10.0)
"""The vendors share the other cores with the telephones; how a vendor that is late is replaced is another question."""
_STARTS_WITHIN_S = 30.0


class Vendors(NamedTuple):
    """Where they are."""

    deepgram_url: str
    elevenlabs_url: str

    def recognizer(self) -> Recognizer:
        """Our adapter to the one."""
        return Deepgram(self.deepgram_url, deepgram_server.API_KEY, "nova-3", SystemClock(), _UNHURRIED)

    def voice(self) -> Voice:
        """And to the other."""
        return ElevenLabsVoice(self.elevenlabs_url, elevenlabs_server.API_KEY, "Rachel", "flash", _SPEAKING)


class VendorEngines:
    """`Engines` with speech from vendors; what decides about turns runs here, as it does in production."""

    def __init__(self, vendors: Vendors) -> None:
        self.recognizers: tuple[Recognizer, ...] = (vendors.recognizer(),)
        self.voices: tuple[Voice, ...] = (vendors.voice(),)
        self.turn_model: TurnModel = SmartTurn()
        self._silero = SileroModel()

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        return self._silero.listen()


@contextmanager
def vendors(at_once: bool = False) -> Iterator[Vendors]:
    """Both, running; `at_once`: they answer without the usual delay."""
    recognizer_s, voice_s = (0.0, 0.0) if at_once else (RECOGNIZER_S, VOICE_S)
    ports = free_port(), free_port()
    running = [
        _start("deepgram_server", ports[0], recognizer_s, "--words", SAID),
        _start("elevenlabs_server", ports[1], voice_s, "--hum"),
    ]
    try:
        for port in ports:
            _wait_until_open(port)
        yield Vendors(*(f"http://{LOOPBACK}:{port}" for port in ports))
    finally:
        for process in running:
            process.kill()
            process.wait()


def _start(server: str, port: int, latency_s: float, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"tests.vendors.{server}", "--port", str(port), "--latency", str(latency_s), *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def _wait_until_open(port: int) -> None:
    clock, pause = SystemClock(), threading.Event()
    until = clock.monotonic() + _STARTS_WITHIN_S
    while clock.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        pause.wait(0.1)
    raise TimeoutError(f"nobody listens on port {port}")
