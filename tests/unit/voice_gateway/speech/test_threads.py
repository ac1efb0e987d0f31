"""Threads for engines."""

from __future__ import annotations

import os
import sys
import threading

from voice_gateway.speech.threads import engine_threads


def _niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id() if sys.platform == "linux" else 0)


def test_they_give_way_to_the_thread_that_started_them() -> None:
    before = _niceness()
    with engine_threads("test") as threads:
        assert threads.submit(_niceness).result() >= before
        if sys.platform == "linux" and before < 19:
            assert threads.submit(_niceness).result() > before
    assert _niceness() == before
