"""Traces leave over OTLP, and trouble with them costs nothing but a warning."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from structlog.testing import capture_logs

from calllock.contracts.tracing import trace_id
from post_call_worker import tracing
from post_call_worker.folding import fold
from post_call_worker.spans import spans_of
from post_call_worker.tracing import Traces, otlp_traces
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call
from tests.unit.post_call_worker.otlp_collector import collector

SPANS = spans_of(fold(booked_call().messages, PROFILE), booked_call().messages)


async def test_a_call_is_one_trace_whose_id_follows_from_its_sid() -> None:
    memory = InMemorySpanExporter()
    await Traces(memory).send("CA0001", SPANS)
    sent = memory.get_finished_spans()
    assert {format(span.context.trace_id, "032x") for span in sent} == {trace_id("CA0001")}
    assert [span.name for span in sent] == [span.name for span in SPANS]
    assert [span.name for span in sent if span.parent is None] == ["call"]


async def test_a_collector_gets_it_as_otlp() -> None:
    with collector(200) as (url, came):
        traces = otlp_traces(url)
        await traces.send("CA0001", SPANS)
        await traces.close()
    path, _, body = came[0].partition(b"\n")
    request = ExportTraceServiceRequest.FromString(body)
    spans = request.resource_spans[0].scope_spans[0].spans
    assert path == b"/v1/traces"
    assert {span.trace_id.hex() for span in spans} == {trace_id("CA0001")}
    assert len(spans) == len(SPANS)


class Broken(SpanExporter):
    """Breaks, or refuses."""

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        if self._error is not None:
            raise self._error
        return SpanExportResult.FAILURE


@pytest.mark.parametrize("exporter", [Broken(), Broken(OSError("no route"))])
async def test_a_collector_that_is_away_costs_a_warning(exporter: Broken) -> None:
    with capture_logs() as logs:
        await Traces(exporter).send("CA0001", SPANS)
    assert [(log["event"], log["log_level"]) for log in logs] == [("trace.unsent", "warning")]


class Hanging(SpanExporter):
    """Answers once it is let."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.asked = 0

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.asked += 1
        self.answers.wait()
        return SpanExportResult.SUCCESS


async def test_a_collector_that_hangs_holds_no_thread_of_others_and_is_waited_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tracing, "EXPORT_LIMIT_S", 0.05)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    exporter = Hanging()
    traces = Traces(exporter)
    try:
        with capture_logs() as logs:
            for _ in range(3):
                await traces.send("CA0001", SPANS)
        assert [log["error"] for log in logs] == ["TimeoutError", "hangs", "hangs"]
        assert await asyncio.wait_for(asyncio.to_thread(lambda: "free"), 5.0) == "free"
    finally:
        exporter.answers.set()
    await traces.close()
