"""Adapter. Each failure of a speech engine, as a log line and in a counter."""

from __future__ import annotations

from typing import Literal

import structlog
from prometheus_client import Counter

from voice_gateway.speech.faults import Fault

Kind = Literal["recognizer", "voice"]

ENGINE_FAILURES = Counter(
    "calllock_speech_engine_failures",
    "Utterances and lines that an engine failed at, and streams of its that broke.",
    ("kind", "engine", "fault"),
)

_log = structlog.get_logger()


def record_failure(kind: Kind, engine: str, fault: Fault, detail: str) -> None:
    """Count it and say it; `detail` holds nobody's words."""
    ENGINE_FAILURES.labels(kind, engine, fault).inc()
    _log.warning("engine.failed", kind=kind, engine=engine, fault=fault, detail=detail)
