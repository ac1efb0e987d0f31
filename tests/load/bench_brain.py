"""Shell. How fast the receptionist decides: `python -m tests.load.bench_brain`.

Utterances a second through `understand()` and events of a booked call a second through `step()`, on
one core; then, over a real NATS with many calls in progress on one brain process: the time from
writing an utterance to reading the prompt that answers it, and the memory that a call takes there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unittest.mock import patch

from calllock.contracts.commands import Expected
from calllock.contracts.events import CallAnswered, EmergencyRaised, ToolAnswered
from calllock.contracts.message import BrainMessage, Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.nats_server import NatsServer
from calllock_local.terminal import say
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow import turns
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import begin, step
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.script import Line, Script
from dialog_brain.understanding.understand import understand
from tests.integration.brains import Brain, running_backend, running_brains
from tests.integration.text_line import TextLine

SAYS = (
    "my AC stopped cooling this morning",
    "no",
    "seven eight seven four five",
    "Jonas Miller",
    "4210 South Lamar Boulevard",
    "as soon as you can",
    "just have someone call me back",
)


def _booked_call() -> Rehearsal:
    profile = load_profiles(BUSINESSES).by_id("ace-cooling")
    assert profile is not None
    script = Script(name="bench", says=tuple(Line(says=words) for words in (*SAYS[:-1], "yes please")))
    return rehearse(RECEPTIONIST, profile, script)


def _per_second(work: Callable[[], int], seconds: float = 3.0) -> float:
    clock, done = SystemClock(), 0
    started = clock.monotonic()
    while clock.monotonic() - started < seconds:
        done += work()
    return done / (clock.monotonic() - started)


def bench_understand() -> float:
    """Utterances a second: those of a booked call, each as the answer to its question."""
    now = _booked_call().call.now
    asked: tuple[Expected, ...] = ("open", "safety", "zip", "name", "address", "time", "confirm")

    def work() -> int:
        for words, expected in zip(SAYS, asked, strict=True):
            understand(words, expected, now)
        return len(SAYS)

    return _per_second(work)


def bench_step(*, with_understanding: bool) -> float:
    """Events a second: every event of a booked call that the brain reads, `understand()` in it or remembered."""
    played = _booked_call()
    events = [m for m in played.log if not is_output(m)]
    answered = events[0]
    assert isinstance(answered, CallAnswered)

    def work() -> int:
        call = begin(played.profile, answered)
        for event in events:
            call = step(RECEPTIONIST, call, event).call
        return len(events)

    if with_understanding:
        return _per_second(work)
    with patch.object(turns, "understand", cache(understand)):
        return _per_second(work)


def is_output(message: Message) -> bool:
    """Whether the brain itself decided this message."""
    return isinstance(message, BrainMessage | EmergencyRaised) and not isinstance(message, ToolAnswered)


async def _talk(nats_url: str, calls: int, pause_s: float, brain: Brain) -> tuple[list[float], float]:
    """Seconds of every turn, and bytes that the brain grew by for each call in progress."""
    bus = await connect_nats(nats_url, name="bench line")
    lines = [TextLine(bus, f"CAbench{number}", SAYS, pause_s=pause_s) for number in range(calls)]
    before = _resident_bytes(brain.process.pid)

    async def one(number: int, line: TextLine) -> None:
        await asyncio.sleep(pause_s * number / calls)
        await line.call("ace-cooling", "+15125550100")

    async def weigh() -> float:
        await asyncio.sleep(3 * pause_s)
        return (_resident_bytes(brain.process.pid) - before) / max(1, brain.calls())

    try:
        weight, *_ = await asyncio.gather(weigh(), *(one(number, line) for number, line in enumerate(lines)))
    finally:
        await bus.close()
    return sorted(took for line in lines for took in line.answer_s), weight or 0.0


def _resident_bytes(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--pause-s", type=float, default=5.0, help="how long a caller takes for a turn")
    args = parser.parse_args()
    say(f"understand()      {bench_understand():>10,.0f} utterances a second on one core")
    say(f"step()            {bench_step(with_understanding=False):>10,.0f} events a second, understanding remembered")
    say(f"step()            {bench_step(with_understanding=True):>10,.0f} events a second, understanding included")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            NatsServer(folder / "nats") as nats,
            running_backend() as backend,
            running_brains(1, nats.url, backend, folder) as brains,
        ):
            took, weight = asyncio.run(_talk(nats.url, args.calls, args.pause_s, brains[0]))
    p99 = took[int(0.99 * (len(took) - 1))]
    say(
        f"turn over NATS    p50 {1000 * statistics.median(took):.1f} ms, p99 {1000 * p99:.1f} ms"
        f" ({args.calls} calls in progress on one brain, {len(took)} turns)"
    )
    say(f"memory            {weight / 1024:.0f} KB a call in progress")


if __name__ == "__main__":
    main()
