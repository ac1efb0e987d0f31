"""Shell. The callers of a bench, in a process of their own: `python -m tests.load.callers NATS_URL CALLS PAUSE_S`.

Each call answers every prompt after half a pause of listening and half a pause of speaking. The calls begin
spread over one pause. At the end the seconds of every turn, as the lines saw them, are printed as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys

from calllock.runtime.nats_bus import connect_nats
from calllock_local.terminal import say
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


async def call(nats_url: str, calls: int, pause_s: float) -> list[float]:
    """Seconds from writing an utterance to reading the prompt that answers it, of every turn of every call."""
    bus = await connect_nats(nats_url, name="callers")
    lines = [TextLine(bus, f"CAbench{number}", SAYS, pause_s=pause_s) for number in range(calls)]

    async def one(number: int, line: TextLine) -> None:
        await asyncio.sleep(pause_s * number / calls)
        await line.call("ace-cooling", "+15125550100")

    try:
        await asyncio.gather(*(one(number, line) for number, line in enumerate(lines)))
    finally:
        await bus.close()
    return [took for line in lines for took in line.answer_s]


if __name__ == "__main__":
    say(json.dumps(asyncio.run(call(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))))
