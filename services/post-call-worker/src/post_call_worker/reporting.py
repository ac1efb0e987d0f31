"""Adapter. What is reported of a stored call: its canonical log line, its metrics, and its trace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, get_args

import structlog
from prometheus_client import Counter, Histogram

from calllock.contracts.events import CallAdopted, LineResumed
from calllock.contracts.message import Message
from calllock.contracts.tracing import trace_id
from calllock.runtime.bus import Logged
from post_call_worker.record import CallRecord
from post_call_worker.spans import Span, spans_of
from post_call_worker.vocabulary import Disposition

CALLS = Counter("calllock_calls_total", "Calls that have ended.", ("disposition", "ended_by"))
for _disposition in get_args(Disposition):
    CALLS.labels(_disposition, "line_lost")  # an increase is seen only of a counter that was there before
TURNS = Counter("calllock_turns_total", "Turns of callers.")
SILENCES = Counter("calllock_silences_total", "Times that a caller was asked and said nothing.")
REPROMPTS = Counter("calllock_reprompts_total", "Times that an answer was not understood and asked for again.")
BARGE_INS = Counter("calllock_barge_ins_total", "Times that a caller spoke over us.")
ADOPTIONS = Counter("calllock_calls_adopted_total", "Times that a call went to another brain.")
RESUMED = Counter("calllock_lines_resumed_total", "Times that a call went to another stream.")
BACKEND_ANSWERS = Counter(
    "calllock_backend_answers_total", "What became of requests to the backend.", ("tool", "outcome")
)
RESPONSE = Histogram(
    "calllock_response_seconds",
    "From the caller's last sound to our first.",
    buckets=(0.3, 0.5, 0.7, 0.9, 1.2, 1.5, 2.0, 3.0, 5.0, 8.0),
)

_log = structlog.get_logger()


class SendsTraces(Protocol):
    """Where traces go."""

    async def send(self, call_sid: str, spans: Sequence[Span]) -> None: ...


class Reporter:
    """Reports each call once."""

    def __init__(self, traces: SendsTraces | None = None) -> None:
        self._traces = traces

    async def report(self, record: CallRecord, log: Sequence[Logged], *, new: bool) -> None:
        """A call that was stored before is only logged."""
        messages = [entry.message for entry in log if entry.message is not None]
        paces = [pace.first_audio_ms for pace in record.paces if pace.first_audio_ms is not None]
        _log.info(
            "call.stored",
            call_sid=record.call_sid,
            new=new,
            business=record.business,
            disposition=record.disposition,
            end_reason=record.end_reason,
            ended_by=record.ended_by,
            final_state=record.final_state,
            booking_status=record.booking.status,
            duration_s=round(record.duration_s, 1),
            turns=len(record.caller_turns),
            silences=record.silences,
            reprompts=record.misses,
            barge_ins=record.barge_ins,
            longest_response_ms=max(paces, default=None),
            backend=[f"{use.tool} {use.outcome}" for use in record.sent_requests],
            trace_id=trace_id(record.call_sid),
        )
        if new:
            _count(record, messages, paces)
            if self._traces is not None:
                await self._traces.send(record.call_sid, spans_of(record, messages))


def _count(record: CallRecord, messages: Sequence[Message], paces: Sequence[int]) -> None:
    CALLS.labels(record.disposition, record.ended_by or "unknown").inc()
    TURNS.inc(len(record.caller_turns))
    SILENCES.inc(record.silences)
    REPROMPTS.inc(record.misses)
    BARGE_INS.inc(record.barge_ins)
    ADOPTIONS.inc(sum(isinstance(message, CallAdopted) for message in messages))
    RESUMED.inc(sum(isinstance(message, LineResumed) for message in messages))
    for use in record.sent_requests:
        BACKEND_ANSWERS.labels(use.tool, use.outcome or "none").inc()
    for first_audio_ms in paces:
        RESPONSE.observe(first_audio_ms / 1_000)
