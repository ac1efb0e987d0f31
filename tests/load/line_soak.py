"""Shell. Call after call through one gateway: `python -m tests.load.line_soak [CALLS]`; what is left of them?

The gateway is the one of the load run, in its own process with real sockets, bus and models. Only time is not real:
the telephone sends its sound as fast as it is taken and returns marks at once, and the vendors answer at once.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from calllock.contracts.dataflow import CALLS
from calllock.runtime.nats_bus import NatsBus, connect_nats
from calllock_local.nats_server import NatsServer
from calllock_local.telephone_line import SILENT_FRAME, PhoneLine, StreamIds
from tests.load.answering_brain import AnsweringBrain, reply
from tests.load.asked import counts
from tests.load.line_load import Beside, Measured, measured
from tests.load.phones import dial, voiced_frames
from tests.load.vendors import vendors

_LOOK_EVERY = 50
_ROOM = 3
"""A call is over for its telephone a moment before it is for the gateway."""
_SETTLES_S = 3.0
_SILENCE_FRAMES = 100
_LIMIT_S = 20.0
_GROWS_AT_MOST = 1.1
_LAST = 3
"""Looks of which one finds no more than the first: what is just being closed is not left behind."""


async def call(url: str, call_sid: str, frames: list[bytes]) -> None:
    """One call: the greeting, a turn, its answer, a hang-up."""
    line = PhoneLine(StreamIds("AC0", call_sid, f"MZ{call_sid}"))
    stream = await dial(url, call_sid)
    line.parameters = stream.parameters
    async with asyncio.timeout(_LIMIT_S), connect(stream.stream_url, proxy=None, compression=None) as socket:
        for message in line.opening():
            await socket.send(message)
        await _hear(socket, marks=1)
        for frame in [*frames, *[SILENT_FRAME] * _SILENCE_FRAMES]:
            await socket.send(line.speak(frame))
        await _hear(socket, marks=len(reply(1)))
        await socket.send(line.stop())
        try:
            await _hear(socket, marks=-1)
        except ConnectionClosed:
            return


async def _hear(socket: ClientConnection, marks: int) -> None:
    """Take what is said, and return its marks at once, until there were so many."""
    while marks:
        message = json.loads(await socket.recv())
        if message["event"] == "mark":
            await socket.send(json.dumps(message))
            marks -= 1


async def soak(calls: int) -> list[dict[str, float]]:
    """What the gateway holds after every few calls, once they have settled."""
    frames, *_ = voiced_frames()
    looks = []
    with tempfile.TemporaryDirectory() as folder, NatsServer(Path(folder)) as nats, vendors(at_once=True) as running:
        bus = await connect_nats(nats.url, name="soak")
        answering = asyncio.create_task(AnsweringBrain(bus).run())
        try:
            async with measured("ours", _ROOM, Beside(nats.url, running)) as gateway:
                for number in range(1, calls + 1):
                    await call(gateway.url, f"CAsoak{number}", frames)
                    if number % _LOOK_EVERY == 0:
                        looks.append(await _look(gateway) | {"readers": await _readers(bus)})
                        _print(number, looks[-1])
        finally:
            answering.cancel()
            await asyncio.wait([answering])
            await bus.close()
    return looks


async def _look(gateway: Measured) -> dict[str, float]:
    await asyncio.sleep(_SETTLES_S)
    return await gateway.usage()


async def _readers(bus: NatsBus) -> float:
    """What NATS keeps for those who read the log, in all replicas."""
    return (await bus.link.jetstream.stream_info(CALLS.name)).state.consumer_count


def _print(number: int, look: dict[str, float]) -> None:
    held = f"{look['memory_mb']:6.1f} MB  {look['tasks']:.0f} tasks  {look['files']:.0f} files"
    sys.stdout.write(f"after {number:4} calls  {held}  {look['readers']:.0f} readers\n")
    sys.stdout.flush()


def main() -> int:
    """0 when the last calls have left no more than the first."""
    (calls,) = counts("line_soak", sys.argv[1:], calls=500)
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, set(cores[1:] or cores))
    looks = asyncio.run(soak(max(calls, 2 * _LOOK_EVERY)))
    first, last = looks[0], looks[-1]
    flat = last["memory_mb"] <= _GROWS_AT_MOST * first["memory_mb"]
    clean = all(min(look[left] for look in looks[-_LAST:]) <= first[left] for left in ("tasks", "files", "readers"))
    sys.stdout.write(f"memory x {last['memory_mb'] / first['memory_mb']:.3f} since the first {_LOOK_EVERY} calls\n")
    return 0 if flat and clean else 1


if __name__ == "__main__":
    sys.exit(main())
