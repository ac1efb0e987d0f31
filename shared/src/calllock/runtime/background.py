"""Shell. Tasks that nobody awaits: their failures go to the log, by type and place."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog

_log = structlog.get_logger()


def log_failure(task: asyncio.Task[Any], event: str, **about: object) -> None:
    """When `task` ends with an exception, log `event` with it; being cancelled is no failure."""

    def look(ended: asyncio.Task[Any]) -> None:
        if not ended.cancelled() and (error := ended.exception()) is not None:
            _log.error(event, exc_info=error, **about)

    task.add_done_callback(look)
