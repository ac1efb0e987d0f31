"""Adapter. Threads for engines: they give way to the event loop, which has sound to pass on every few milliseconds."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

_GIVES_WAY = 5
"""Added to the thread's niceness, where threads have one of their own (Linux)."""


def engine_threads(name: str, count: int = 1) -> ThreadPoolExecutor:
    """A pool of `count` threads with low priority."""
    return ThreadPoolExecutor(count, thread_name_prefix=name, initializer=_give_way)


def _give_way() -> None:
    with suppress(OSError):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _GIVES_WAY)
