"""Shell. How long a caller hears nothing while vendors fail: `python -m tests.load.line_silence [FAULT...]`.

A whole booking for each fault, spoken and in real time, whose recognizer and voice fail like that from the third answer
on. Measured at the telephone, from each sound of either side to the next.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import get_args

import structlog
import uvloop
from loguru import logger

from tests.integration.test_vendors_in_calls import call_with
from tests.integration.voice_gateway_rig import engines
from tests.load.asked import some_of
from tests.vendors.behaviour import Fault

_PROMISED_S = 2.0


async def longest_silence_s(fault: Fault) -> float:
    """Of one call."""
    with tempfile.TemporaryDirectory() as folder:
        call, _, _ = await call_with(Path(folder), fault, engines().recognizers[0])
    return max(call.phone.silences())


async def measure(faults: list[Fault]) -> bool:
    """Print the figures; whether all are as promised."""
    longest = {}
    for fault in faults:
        longest[fault] = await longest_silence_s(fault)
        sys.stdout.write(f"{fault:8} longest silence {longest[fault]:.2f} s  (promised {_PROMISED_S:.0f} s)\n")
        sys.stdout.flush()
    return max(longest.values()) <= _PROMISED_S


if __name__ == "__main__":
    chosen = some_of("line_silence", sys.argv[1:], "FAULT", get_args(Fault))
    logger.remove()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    sys.exit(0 if uvloop.run(measure([fault for fault in get_args(Fault) if fault in chosen])) else 1)
