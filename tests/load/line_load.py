"""Shell. How many calls one process holds on one core: `python -m tests.load.line_load [CALLS]`.

Real media sockets, the real pipeline, the real bus, voice activity and turn model, and our adapters to recognizer and
voice, which are stand-ins of vendors (`vendors.py`). The gateway is held against Pipecat's own Twilio bot with the same
adapters and vendors, of which the run finds out how many calls it holds: by doubling, then by halving.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from calllock.runtime.nats_bus import connect_nats
from calllock_local.nats_server import NatsServer
from tests.load.answering_brain import AnsweringBrain
from tests.load.asked import counts
from tests.load.phones import Heard, LoadPhone, dial, plain_stream, voiced_frames
from tests.load.vendors import Vendors, vendors

_FIRST_ALONE_S = 12.0
"""How long the first call is the only one, which is when its memory is known."""
_SECONDS = 40.0
"""How long each of the others talks."""
_BETWEEN_CALLS_S = 0.21
_PLAIN_ALONE_S = 1.0
_PLAIN_SECONDS = 20.0
_PLAIN_FROM, _PLAIN_AT_MOST = 4, 64
_PLAIN_FINDS_WITHIN_S = 240.0
"""After this no further number of calls is tried."""
_STOPS_WITHIN_S = 10
_LAG_MS = 20.0
_MB_PER_CALL = 8.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the table."""

    which: str
    calls: int
    usage: dict[str, float]
    mb_per_call: float
    heard: list[Heard]

    @property
    def holds(self) -> bool:
        """Whether so many calls were served without a stutter: the same is asked of both."""
        is_answered = all(heard.answers_s for heard in self.heard)
        return self.usage["lag_p95_ms"] < _LAG_MS and not self.gaps_ms and is_answered

    @property
    def gaps_ms(self) -> list[int]:
        """Of all calls."""
        return [gap for heard in self.heard for gap in heard.gaps_ms]

    def __str__(self) -> str:
        answers = [answer for heard in self.heard for answer in heard.answers_s] or [float("nan")]
        p50, p95 = np.percentile(answers, [50, 95])
        lag = " / ".join(f"{self.usage[f'lag_{part}_ms']:.1f}" for part in ("p50", "p95", "p99"))
        gaps = f"{len(self.gaps_ms)} (longest {max(self.gaps_ms, default=0)} ms)"
        return (
            f"{self.which:<6} {self.calls:>5}  {lag:>20}  {self.usage['core']:>6.0%}  {gaps:>22}  {len(answers):>7}"
            f"  {p50:>5.2f} / {p95:.2f} s  {self.mb_per_call:>7.1f} MB  {max(one.late_s for one in self.heard):>9.2f} s"
        )


HEADER = (
    f"{'':<6} {'calls':>5}  {'loop lag p50/95/99 ms':>20}  {'core':>6}  {'gaps':>22}  {'answers':>7}"
    f"  {'after p50 / p95':>14}  {'a call more':>10}  {'phones late':>11}"
)


class Beside(NamedTuple):
    """What runs beside what is measured."""

    nats_url: str
    vendors: Vendors


class Measured:
    """The process that is measured."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self.url = url
        self._process = process

    async def usage(self) -> dict[str, float]:
        """What it used since this was asked last."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        usage: dict[str, float] = json.loads(await self._process.stdout.readline())
        return usage


@asynccontextmanager
async def measured(which: str, calls: int, beside: Beside) -> AsyncIterator[Measured]:
    """Starts it, on the first core; the telephones keep to the others."""
    command = [sys.executable, "-m", "tests.load.served", which, str(calls), beside.nats_url, *beside.vendors]
    environment = {**os.environ, "LOGURU_AUTOINIT": "False"}  # Pipecat's banner
    process = await asyncio.create_subprocess_exec(
        *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        yield Measured(process, (await process.stdout.readline()).decode().strip())
        process.stdin.close()
        async with asyncio.timeout(_STOPS_WITHIN_S):
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()


async def run(
    which: str, calls: int, beside: Beside, alone_s: float = _FIRST_ALONE_S, seconds: float = _SECONDS
) -> Outcome:
    """So many calls at the same time, for so many seconds after the first was alone."""
    says = voiced_frames()

    async def call(number: int) -> Heard:
        await asyncio.sleep(alone_s * bool(number) + number * _BETWEEN_CALLS_S)
        sid = f"CA{which}{calls}x{number}"
        stream = plain_stream(server.url) if which == "plain" else await dial(server.url, sid)
        all_up_s = alone_s + calls * _BETWEEN_CALLS_S
        return await LoadPhone(sid, says[number % len(says) :] + says[: number % len(says)]).call(
            stream, seconds + all_up_s * (number == 0)
        )

    async with measured(which, calls, beside) as server:
        talking = [asyncio.create_task(call(number)) for number in range(calls)]
        await asyncio.sleep(alone_s)
        alone = await server.usage()
        await asyncio.sleep(calls * _BETWEEN_CALLS_S)
        await server.usage()
        await asyncio.sleep(max(1.0, seconds - calls * _BETWEEN_CALLS_S - 1))
        usage = await server.usage()
        heard = await asyncio.gather(*talking)
    mb_per_call = (usage["memory_mb"] - alone["memory_mb"]) / max(1, calls - 1)
    outcome = Outcome(which, calls, usage, mb_per_call, heard)
    sys.stdout.write(f"{outcome}\n")
    sys.stdout.flush()
    return outcome


class Breaking(NamedTuple):
    """How many calls the plain bot holds."""

    held: int
    too_many: int
    """The fewest that were tried and were too many; 0: none was."""
    core: float
    """What one of its calls takes of a core, by the run with the most."""

    def __str__(self) -> str:
        return f"the plain bot holds {self.held}" + (f" and breaks at {self.too_many}" if self.too_many else "")


async def breaking_point(beside: Beside) -> Breaking:
    """Of the plain bot: doubling what it holds, and then halving the difference."""
    until, held, too_many = time.perf_counter() + _PLAIN_FINDS_WITHIN_S, 0, 0
    calls, cores = _PLAIN_FROM, dict[int, float]()
    while held < calls <= _PLAIN_AT_MOST and time.perf_counter() < until:
        outcome = await run("plain", calls, beside, _PLAIN_ALONE_S, _PLAIN_SECONDS)
        cores[calls] = outcome.usage["core"]
        if outcome.holds:
            held = calls
        else:
            too_many = calls
        calls = (held + too_many) // 2 if too_many else 2 * calls
    return Breaking(held, too_many, cores[max(cores)] / max(cores))


async def load(calls: int) -> bool:
    """Measure both, one after the other, on one bus; whether our gateway keeps its promises with so many calls."""
    with tempfile.TemporaryDirectory() as folder, NatsServer(Path(folder)) as nats, vendors() as running:
        bus = await connect_nats(nats.url, name="load")
        answering = asyncio.create_task(AnsweringBrain(bus).run())
        sys.stdout.write(f"{HEADER}\n")
        try:
            ours = await run("ours", calls, Beside(nats.url, running))
            plain = await breaking_point(Beside(nats.url, running))
        finally:
            answering.cancel()
            await asyncio.wait([answering])
            await bus.close()
    kept = ours.holds and ours.mb_per_call <= _MB_PER_CALL
    sys.stdout.write(f"{verdict(ours, kept, plain)}\n")
    return kept


def verdict(ours: Outcome, kept: bool, plain: Breaking) -> str:
    """What the run has found out; the shares of a core can be compared also on a machine with other things to do."""
    promised = f"p95 lag < {_LAG_MS:.0f} ms, no gap, <= {_MB_PER_CALL:.0f} MB a call"
    core = ours.usage["core"] / ours.calls
    return (
        f"{ours.calls} calls: {'held' if kept else 'NOT HELD'} ({promised}); {plain}\n"
        f"a call takes {core:.1%} of a core, one of the plain bot's {plain.core:.1%}"
    )


def main() -> int:
    """0 when our gateway keeps its promises with so many calls."""
    (calls,) = counts("line_load", sys.argv[1:], calls=25)
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, set(cores[1:] or cores))
    return 0 if asyncio.run(load(calls)) else 1


if __name__ == "__main__":
    sys.exit(main())
