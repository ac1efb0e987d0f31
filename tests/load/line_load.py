"""Shell. How many calls one gateway process holds: `python -m tests.load.line_load [calls] [seconds]`.

The gateway runs in a process of its own with real sockets, the real pipeline and the real voice-activity
model; recognizer, turn model and voice answer at once, as vendors over the network would. The telephones
run in this process: each listens to a prompt, speaks, and is answered, over and over.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import aclosing
from pathlib import Path
from typing import Any

import numpy as np
import structlog
from loguru import logger

from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.events import CallEnded, UtteranceHeard
from calllock.runtime.bus import Lease
from calllock.runtime.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import ScriptedBrain
from tests.integration.voice_gateway_rig import StubEngines, gateway
from tests.load.line_latency import trailing_silence_s
from voice_gateway.speech.ports import VoiceActivity
from voice_gateway.speech.silero import SileroModel

_SAID = "my furnace is making a loud noise"
_ROW: dict[str, Any] = {"sentences": ("One two three four five six seven eight nine.",), "expects": "problem"}
_TURN_S = 6.0
_LOOK_EVERY_S = 0.01
_BETWEEN_CALLS_S = 0.31


class VendorEngines(StubEngines):
    """Engines that are somewhere else, but for the voice-activity model."""

    def __init__(self) -> None:
        super().__init__()
        self._silero = SileroModel()

    def voice_activity(self) -> VoiceActivity:  # type: ignore[override]  # the model for the stub
        return self._silero.listen()


class AnsweringBrain(ScriptedBrain):
    """Holds any number of calls, and answers every turn with nine words."""

    async def run(self) -> None:
        async with asyncio.TaskGroup() as held, aclosing(self._bus.consume(OWNED_CALLS)) as calls:
            async for lease in calls:
                held.create_task(self._answer(lease))

    async def _answer(self, lease: Lease) -> None:
        assert lease.logged.message is not None
        call_sid = lease.logged.message.call_sid
        await self.speak(call_sid, 0, _ROW)
        async with aclosing(self._bus.follow(call_sid)) as log:
            async for logged in log:
                if isinstance(logged.message, UtteranceHeard):
                    await self.speak(call_sid, logged.message.turn, _ROW)
                if isinstance(logged.message, CallEnded):
                    await lease.ack()
                    return


class LoopLag:
    """How much later than asked the event loop wakes up."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def watch(self) -> None:
        while True:
            due = time.perf_counter() + _LOOK_EVERY_S
            await asyncio.sleep(_LOOK_EVERY_S)
            self.seconds.append(max(0.0, time.perf_counter() - due))


def cpu_s() -> float:
    """Processor time of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def serve(calls: int) -> None:
    """The gateway's side: says where it is, then, when told to stop, what it cost."""
    bus, lag = MemoryBus(), LoopLag()
    with tempfile.TemporaryDirectory() as folder:
        async with gateway(Path(folder), bus, VendorEngines(), max_calls=calls) as app:
            tasks = [asyncio.create_task(AnsweringBrain(bus, []).run()), asyncio.create_task(lag.watch())]
            sys.stdout.write(f"{app.state.url}\n")
            sys.stdout.flush()
            began, used = time.perf_counter(), cpu_s()
            await asyncio.to_thread(sys.stdin.readline)
            busy = (cpu_s() - used) / (time.perf_counter() - began)
            for task in tasks:
                task.cancel()
    p50, p95, p99 = np.percentile(lag.seconds, [50, 95, 99]) * 1000
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(
        f"loop lag p50 {p50:.1f} ms  p95 {p95:.1f} ms  p99 {p99:.1f} ms, {busy:.0%} of a core, {memory_mb:.0f} MB\n"
    )


class TimedPhone(Phone):
    """Measures how long it waits for each answer."""

    def __init__(self, url: str, call_sid: str) -> None:
        super().__init__(url, call_sid)
        self.waits: list[float] = []

    async def talk(self) -> None:
        """Say something, and listen to the answer."""
        before = time.perf_counter()
        self.say(_SAID)
        await asyncio.sleep(_TURN_S)
        ended_at = self.spoke_until - trailing_silence_s(_SAID)
        answered_at = self.heard_after(max(before, ended_at))
        if answered_at is not None:
            self.waits.append(answered_at - ended_at)


async def call_for(url: str, number: int, seconds: float) -> TimedPhone:
    """One telephone's call; they begin one after another."""
    phone = TimedPhone(url, f"CA{number}")
    await asyncio.sleep(number * _BETWEEN_CALLS_S)
    await phone.call()
    await phone.sounds()
    await asyncio.sleep(_TURN_S / 2)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        await phone.talk()
    await phone.hang_up()
    return phone


async def load(calls: int, seconds: float) -> None:
    """The telephones' side."""
    command = [sys.executable, "-m", "tests.load.line_load", "serve", str(calls)]
    server = await asyncio.create_subprocess_exec(
        *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert server.stdin is not None
    assert server.stdout is not None
    url = (await server.stdout.readline()).decode().strip()
    phones = await asyncio.gather(*(call_for(url, number, seconds) for number in range(calls)))
    server.stdin.write(b"\n")
    cost = (await server.stdout.readline()).decode()
    await server.wait()
    waits = [wait for phone in phones for wait in phone.waits]
    p50, p95 = np.percentile(waits, [50, 95])
    sys.stdout.write(f"{calls} calls of {seconds:g} s: {cost}")
    sys.stdout.write(f"{len(waits)} answers, p50 {p50:.3f} s, p95 {p95:.3f} s after the caller's last sound\n")


def quiet() -> None:
    """Nothing is printed but the figures."""
    logger.remove()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))


if __name__ == "__main__":
    quiet()
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(int(sys.argv[2])))
    else:
        asyncio.run(load(int(sys.argv[1]) if sys.argv[1:] else 10, float(sys.argv[2]) if sys.argv[2:] else 30.0))
