"""One trace a call, known from the SID alone."""

from __future__ import annotations

import re

from calllock.contracts.tracing import span_id, trace_id, traceparent


def test_a_call_has_one_trace_whoever_asks_and_another_call_another() -> None:
    assert trace_id("CA1") == trace_id("CA1")
    assert trace_id("CA1") != trace_id("CA2")


def test_the_header_is_what_w3c_trace_context_says() -> None:
    header = traceparent("CA1", "turn 3")
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", header)
    assert header.split("-")[1:3] == [trace_id("CA1"), span_id("CA1", "turn 3")]


def test_spans_differ_by_name_and_by_call() -> None:
    assert len({span_id(sid, name) for sid in ("CA1", "CA2") for name in ("call", "turn 1", "turn 2")}) == 6
