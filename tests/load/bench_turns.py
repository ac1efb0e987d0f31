"""Shell. How fast one brain answers with many calls in progress: `python -m tests.load.bench_turns`.

A real nats-server that flushes every write, one brain process, a process of callers. Two clocks are told:
the line's, from writing an utterance to reading the prompt that answers it, and the server's, from storing the
one to storing the other. A turn is at least two writes, each flushed; what one write alone takes is measured
meanwhile. The same again with a store in memory, if there is one, shows what is left without a disk.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import nats
from nats.errors import TimeoutError as NatsTimeout

from calllock.contracts import commands, events, wire
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock_local.nats_server import NatsServer
from calllock_local.terminal import say
from tests.integration.brains import Brain, running_backend, running_brains
from tests.load.aims import aim
from tests.load.callers import SAYS

IN_MEMORY = Path("/dev/shm")
MOST_P50_MS, MOST_P99_MS = 5, 20
"""From an utterance to the prompt that answers it, with 200 calls in progress on one brain."""
MOST_KB = 200
"""Of memory for one call."""
_PROBE_S = 0.2
_LIMIT_S = 300.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One run; times in seconds, sorted."""

    line_s: Sequence[float]
    server_s: Sequence[float]
    write_s: Sequence[float]
    brain_cpu: float
    """Of one core, in percent, while all calls are in progress."""
    bytes_per_call: float


def measure(folder: Path, store: Path, calls: int, pause_s: float) -> Measured:
    """`calls` calls at a time on one brain, each with a turn every `pause_s`."""
    with (
        NatsServer(store) as server,
        running_backend() as backend,
        running_brains(1, server.url, backend, folder) as brains,
    ):
        return asyncio.run(_measure(server.url, brains[0], calls, pause_s))


async def _measure(nats_url: str, brain: Brain, calls: int, pause_s: float) -> Measured:
    bus = await connect_nats(nats_url, name="bench")
    empty = _resident_bytes(brain)
    probing = asyncio.create_task(_write_alone(bus))
    callers = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.load.callers", nats_url, str(calls), str(pause_s)),
        stdout=asyncio.subprocess.PIPE,
    )
    await asyncio.sleep(2 * pause_s)
    cpu_before = _cpu_s(brain)
    await asyncio.sleep(2 * pause_s)
    cpu = 100 * (_cpu_s(brain) - cpu_before) / (2 * pause_s)
    held = brain.calls()
    weight = (_resident_bytes(brain) - empty) / held
    told, _ = await asyncio.wait_for(callers.communicate(), _LIMIT_S)
    probing.cancel()
    (writes,) = await asyncio.gather(probing, return_exceptions=True)
    await bus.close()
    assert isinstance(writes, list)
    assert held == calls
    line_s = sorted(json.loads(told))
    return Measured(line_s, sorted(turns_s(await _stored(nats_url))), sorted(writes), cpu, weight)


async def _write_alone(bus: Bus) -> list[float]:
    """Seconds of single writes, until cancelled."""
    clock, took = SystemClock(), list[float]()
    try:
        while True:
            await asyncio.sleep(_PROBE_S)
            fact = events.LineDropped(
                event_id=f"CAprobe:{len(took)}", call_sid="CAprobe", occurred_at=clock.now(), reason="a probe"
            )
            began = clock.monotonic()
            await bus.publish(fact)
            took.append(clock.monotonic() - began)
    except asyncio.CancelledError:
        return took


async def _stored(nats_url: str) -> list[tuple[datetime, Message]]:
    """Every message with the moment at which the server stored it."""
    client = await nats.connect(nats_url)
    reader = await client.jetstream().subscribe("calls.*.*", ordered_consumer=True)
    found = []
    try:
        while True:
            message = await reader.next_msg(timeout=2)
            found.append((message.metadata.timestamp, wire.decode(message.data)))
    except NatsTimeout:
        return found
    finally:
        await client.close()


def turns_s(stored: Iterable[tuple[datetime, Message]]) -> list[float]:
    """Seconds from every stored utterance to the first stored prompt that answers it."""
    heard: dict[tuple[str, int], datetime] = {}
    took = []
    for at, message in stored:
        if isinstance(message, events.UtteranceHeard):
            heard[message.call_sid, message.turn] = at
        if isinstance(message, commands.SpeakPrompt) and (asked := heard.pop((message.call_sid, message.turn), None)):
            took.append((at - asked).total_seconds())
    return took


def _resident_bytes(brain: Brain) -> int:
    pages = Path(f"/proc/{brain.process.pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _cpu_s(brain: Brain) -> float:
    fields = Path(f"/proc/{brain.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _percentiles_ms(seconds: Sequence[float]) -> tuple[float, float]:
    last = len(seconds) - 1
    return 1000 * seconds[int(0.5 * last)], 1000 * seconds[int(0.99 * last)]


def _told(seconds: Sequence[float]) -> str:
    p50, p99 = _percentiles_ms(seconds)
    return f"p50 {p50:6.1f} ms  p99 {p99:6.1f} ms"


def _aim(seconds: Sequence[float]) -> str:
    p50, p99 = _percentiles_ms(seconds)
    return aim(f"p50 below {MOST_P50_MS} ms, p99 below {MOST_P99_MS} ms", met=p50 < MOST_P50_MS and p99 < MOST_P99_MS)


def run(calls: int, pause_s: float) -> None:
    """Print the figures."""
    stores = {"on disk": None, "in memory": IN_MEMORY}
    for name, place in stores.items():
        if place is not None and not place.is_dir():
            continue
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir=place) as store:
            seen = measure(Path(folder), Path(store), calls, pause_s)
        say(
            f"turns over NATS, store {name}: {calls} calls in progress on one brain, "
            f"{calls / pause_s:.0f} turns a second offered, {len(seen.line_s)} of {calls * len(SAYS)} measured\n"
            f"  as the line sees it  {_told(seen.line_s)}; {_aim(seen.line_s)}\n"
            f"  by the server's clock {_told(seen.server_s)}\n"
            f"  one flushed write    {_told(seen.write_s)}\n"
            f"  the brain            {seen.brain_cpu:.0f} % of a core, {seen.bytes_per_call / 1024:.0f} KB a call; "
            f"{aim(f'below {MOST_KB} KB', met=seen.bytes_per_call < MOST_KB * 1024)}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--pause-s", type=float, default=5.0, help="how long a call takes for a turn")
    options = parser.parse_args()
    run(options.calls, options.pause_s)
