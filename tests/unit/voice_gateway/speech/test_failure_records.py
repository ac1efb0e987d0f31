"""Failures of engines are counted and said."""

from __future__ import annotations

import structlog

from voice_gateway.speech.failure_records import ENGINE_FAILURES, record_failure


def test_a_failure_is_one_log_line_and_one_more_in_the_counter() -> None:
    labelled = ENGINE_FAILURES.labels("voice", "a-vendor", "late")
    before = labelled._value.get()
    with structlog.testing.capture_logs() as log:
        record_failure("voice", "a-vendor", "late", "no sound within 1 s")
    assert labelled._value.get() == before + 1
    assert log == [
        {
            "event": "engine.failed",
            "log_level": "warning",
            "kind": "voice",
            "engine": "a-vendor",
            "fault": "late",
            "detail": "no sound within 1 s",
        }
    ]
