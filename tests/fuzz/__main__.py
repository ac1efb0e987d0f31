"""Shell. `python -m tests.fuzz [MESSAGES] [SEED]`: nonsense at a gateway, on its media sockets and its webhooks."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from loguru import logger

from tests.fuzz.fuzzed_gateway import Report, fuzzed_gateway
from tests.load.asked import counts
from voice_gateway.endings import RESUME_S

MESSAGES_A_ROUND = 4_000
_SETTLES_S = RESUME_S + 3.0
"""Long enough for the last broken line to be given up."""
_SHOWN = 20


async def fuzz(messages: int, seed: int, folder: Path) -> tuple[Report, int, int]:
    """What came of so many messages, and how many tasks there were after the first round and at the end."""
    async with fuzzed_gateway(folder, seed) as fuzzed:
        await fuzzed.round(min(messages, MESSAGES_A_ROUND))
        await asyncio.sleep(_SETTLES_S)
        first = len(asyncio.all_tasks())
        while fuzzed.report.messages < messages and not fuzzed.report.faults:
            await fuzzed.round(min(MESSAGES_A_ROUND, messages - fuzzed.report.messages))
        await asyncio.sleep(_SETTLES_S)
        return fuzzed.report, first, len(asyncio.all_tasks())


def main() -> int:
    """0 when nothing happened."""
    messages, seed = counts("fuzz", sys.argv[1:], messages=1_000_000, seed=1)
    logger.remove()
    with tempfile.TemporaryDirectory() as folder:
        report, first, last = asyncio.run(fuzz(messages, seed, Path(folder)))
    sys.stdout.write(
        f"{report.messages} messages and {report.forms} forms in {report.calls} calls: {len(report.faults)} faults, "
        f"{first} tasks after the first round, {last} at the end\n"
    )
    for fault in report.faults[:_SHOWN]:
        sys.stdout.write(f"  {fault[:300]}\n")
    return 1 if report.faults or last > first else 0


if __name__ == "__main__":
    sys.exit(main())
