"""A line on which something of ours breaks: it is given up at once, and its caller gets another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipecat.pipeline.worker import PipelineWorker
from structlog.testing import capture_logs

from calllock.contracts.events import LineDropped, LineResumed, UtteranceHeard
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway


class FaultyEngines(StubEngines):
    """What listens for voices breaks once, after a second."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0

    def probability(self, chunk: bytes) -> float:
        self._asked += 1
        if self._asked == 30:
            raise RuntimeError("what the caller said")
        return super().probability(chunk)


async def test_a_caller_who_cannot_be_heard_any_more_is_given_another_stream(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, FaultyEngines()) as app, brain(bus, [{"sentences": ("I see.",)}] * 2):
        phone = Phone(app.state.url, "CA1")
        with capture_logs() as logs:
            await phone.call()
            await phone.closed.wait()
        (dropped,) = await wait_for(bus, "CA1", LineDropped)
        again = Phone(app.state.url, "CA1")
        await again.connect((await again.post("stream-ended", CallStatus="in-progress")).text)
        await wait_for(bus, "CA1", LineResumed)
        again.make_noise(1.0)
        await wait_for(bus, "CA1", UtteranceHeard)
        await again.hang_up()

    assert dropped.reason == "failed"
    assert [entry["call_sid"] for entry in logs if entry["event"] == "line.failed"] == ["CA1"]


async def test_a_line_whose_pipeline_dies_is_given_up_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers: list[PipelineWorker] = []

    def created(*parts: Any, **options: Any) -> PipelineWorker:
        workers.append(PipelineWorker(*parts, **options))
        return workers[-1]

    monkeypatch.setattr("voice_gateway.line.pipeline.PipelineWorker", created)
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        await workers[0].cancel()
        (dropped,) = await wait_for(bus, "CA1", LineDropped)
        await phone.closed.wait()
    assert dropped.reason == "failed"
