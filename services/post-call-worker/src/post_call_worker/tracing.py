"""Adapter. Sends the traces of calls over OTLP; needs the extra `calllock[telemetry]`."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime

import structlog
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import SpanContext, SpanKind, Status, StatusCode, TraceFlags

from calllock.contracts.tracing import trace_id
from post_call_worker.spans import Span

EXPORT_LIMIT_S = 5.0
_RESOURCE = Resource({"service.name": "calllock"})
_log = structlog.get_logger()


class Traces:
    """Sends each call's spans at once; a collector that is away costs a warning, never a call.

    The thread is its own: one that hangs takes none from the rest of the worker.
    """

    def __init__(self, exporter: SpanExporter) -> None:
        self._exporter = exporter
        self._thread = ThreadPoolExecutor(1, "traces")
        self._hangs: Future[SpanExportResult] | None = None

    async def send(self, call_sid: str, spans: Sequence[Span]) -> None:
        """Returns within 5 s, whatever becomes of it; at once while an earlier one hangs."""
        if self._hangs is not None and not self._hangs.done():
            _log.warning("trace.unsent", call_sid=call_sid, error="hangs")
            return
        sending = self._thread.submit(self._export, call_sid, spans)
        try:
            async with asyncio.timeout(EXPORT_LIMIT_S):
                result = await asyncio.wrap_future(sending)
        except TimeoutError:
            if not sending.cancel():
                self._hangs = sending
            _log.warning("trace.unsent", call_sid=call_sid, error="TimeoutError")
            return
        except Exception as error:  # noqa: BLE001 - whatever an exporter does, the call is stored
            _log.warning("trace.unsent", call_sid=call_sid, error=type(error).__name__)
            return
        if result is not SpanExportResult.SUCCESS:
            _log.warning("trace.unsent", call_sid=call_sid, error="refused")

    def _export(self, call_sid: str, spans: Sequence[Span]) -> SpanExportResult:
        return self._exporter.export([_readable(call_sid, span) for span in spans])

    async def close(self) -> None:
        """Lets go of the connection."""
        await asyncio.to_thread(self._exporter.shutdown)
        self._thread.shutdown(wait=False, cancel_futures=True)


def otlp_traces(endpoint: str) -> Traces:
    """Traces that go to the collector at `endpoint`, such as `http://collector:4318`."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - only with an endpoint
        OTLPSpanExporter,
    )

    return Traces(OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces", timeout=EXPORT_LIMIT_S))


def _readable(call_sid: str, span: Span) -> ReadableSpan:
    return ReadableSpan(
        name=span.name,
        context=_context(call_sid, span.span_id),
        parent=_context(call_sid, span.parent_id) if span.parent_id else None,
        resource=_RESOURCE,
        attributes=dict(span.attributes),
        events=[Event(one.name, dict(one.attributes), _nanoseconds(one.at)) for one in span.happenings],
        kind=SpanKind.CLIENT if span.name.startswith("backend ") else SpanKind.INTERNAL,
        status=Status(StatusCode.ERROR, span.failed) if span.failed else Status(StatusCode.OK),
        start_time=_nanoseconds(span.began_at),
        end_time=_nanoseconds(max(span.began_at, span.ended_at)),
    )


def _context(call_sid: str, span: str) -> SpanContext:
    return SpanContext(int(trace_id(call_sid), 16), int(span, 16), is_remote=False, trace_flags=TraceFlags(1))


def _nanoseconds(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000) * 1_000
