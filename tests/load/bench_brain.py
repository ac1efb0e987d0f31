"""Shell. How fast the receptionist decides: `python -m tests.load.bench_brain`.

Two figures: events a second through `step()` on one core, and the time from writing an utterance
to reading the prompt that answers it, over a real NATS, with calls in progress on one brain process.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from pathlib import Path

from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.nats_server import NatsServer
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import INPUTS, begin, step
from dialog_brain.rehearsal import rehearse
from dialog_brain.script import Line, Script
from tests.integration.brains import running_backend, running_brains
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


def bench_step(seconds: float) -> float:
    """Events a second through `step()`: a whole booked call, over and over."""
    profile = load_profiles(BUSINESSES).by_id("ace-cooling")
    assert profile is not None
    script = Script(name="bench", says=tuple(Line(says=words) for words in (*SAYS[:-1], "yes please")))
    events = [m for m in rehearse(RECEPTIONIST, profile, script).log if type(m) in INPUTS]
    clock, done = SystemClock(), 0
    started = clock.monotonic()
    while clock.monotonic() - started < seconds:
        call = begin(profile, events[0])  # type: ignore[arg-type]
        for event in events:
            call = step(RECEPTIONIST, call, event).call
        done += len(events)
    return done / (clock.monotonic() - started)


async def _talk(nats_url: str, calls: int, spread_s: float) -> list[float]:
    bus = await connect_nats(nats_url, name="bench line")
    lines = [TextLine(bus, f"CAbench{number}", SAYS) for number in range(calls)]

    async def one(number: int, line: TextLine) -> None:
        await asyncio.sleep(spread_s * number / calls)
        await line.call("ace-cooling", "+15125550100")

    try:
        await asyncio.gather(*(one(number, line) for number, line in enumerate(lines)))
    finally:
        await bus.close()
    return [took for line in lines for took in line.answer_s]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--spread-s", type=float, default=10.0, help="calls begin evenly over this time")
    args = parser.parse_args()
    print(f"step(): {bench_step(3.0):,.0f} events a second on one core")  # noqa: T201 - a bench prints
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            NatsServer(folder / "nats") as nats,
            running_backend() as backend,
            running_brains(1, nats.url, backend, folder),
        ):
            took = sorted(asyncio.run(_talk(nats.url, args.calls, args.spread_s)))
    p99 = took[int(0.99 * (len(took) - 1))]
    print(  # noqa: T201 - a bench prints
        f"turn over NATS, {args.calls} calls: p50 {1000 * statistics.median(took):.1f} ms, p99 {1000 * p99:.1f} ms"
        f" ({len(took)} turns)"
    )


if __name__ == "__main__":
    main()
