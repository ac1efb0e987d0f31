"""A small part of `make fuzz`."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.fuzzed_gateway import fuzzed_gateway

MESSAGES = 3_000


async def test_nonsense_raises_nothing_and_does_not_reach_another_call(tmp_path: Path) -> None:
    async with fuzzed_gateway(tmp_path, seed=7) as fuzzed:
        await fuzzed.round(MESSAGES)

    assert fuzzed.report.faults == []
    assert fuzzed.report.messages == MESSAGES
