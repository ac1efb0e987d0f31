"""Shell. One log format for everything in a process: JSON or text lines on standard error.

Nobody's number or words get into a line above debug: numbers are masked wherever they occur,
values under the keys that carry a caller's words are withheld, and of an exception only types and places are told.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

_NUMBER = re.compile(r"(?<![\w.:-])\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\w)|\+[1-9]\d{6,14}")
_PRIVATE_KEYS = frozenset(
    {"text", "words", "heard_text", "said", "sentences", "transcript", "customer_name", "name_given", "address"}
    | {"service_address", "problem", "problem_description", "args", "result", "fields", "quotes", "zip", "zip_code"}
)
_QUOTED = re.compile(r"(input_value=|\bexception=\w+).*")
"""Where a validation error quotes what it was given, and asyncio an exception that nobody took."""
_DEEPEST_FRAMES = 30
_QUIET_LIBRARIES = ("httpx", "httpcore", "uvicorn.access", "websockets", "nats", "asyncio")
_WITHHELD = "(withheld)"


def mask_number(number: str) -> str:
    """A number of which only country, area and the last four digits are left: "+1512***0199"."""
    kept = re.sub(r"[^\d+]", "", number)
    if len(kept) < 8:
        return "***"
    return f"{kept[: 5 if kept.startswith('+') else 3]}***{kept[-4:]}"


def mask_private(_logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """structlog processor: masks numbers, and withholds callers' words above debug."""
    if _is_debug(method, event):
        return event
    return {key: _masked(key, value) for key, value in event.items()}


def configure_logging(service: str, level: str, log_format: str) -> None:
    """Sends structlog, the standard library's logging and loguru through one pipe.

    `level` is a name such as "info"; `log_format` "json" or "text". Raises `ValueError` naming
    the setting that is wrong.
    """
    threshold = logging.getLevelNamesMapping().get(level.upper())
    if threshold is None:
        raise ValueError(f"LOG_LEVEL: {level!r} is not a level, such as info")
    if log_format not in ("json", "text"):
        raise ValueError(f"LOG_FORMAT: {log_format!r} is neither json nor text")
    shared = _shared_processors(service)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(shared, log_format))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(threshold)
    for name in _QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(max(threshold, logging.WARNING))
    _route_loguru(level.upper())


def _shared_processors(service: str) -> list[Processor]:
    def add_service(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {**event, "service": service}

    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_service,
        _tell_exception,
        mask_private,
    ]


def _formatter(shared: list[Processor], log_format: str) -> logging.Formatter:
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared[:-1], structlog.stdlib.add_logger_name, mask_private],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )


def _route_loguru(level: str) -> None:
    """Pipecat logs with loguru, when it is installed."""
    try:
        from loguru import logger  # noqa: PLC0415 - only the gateway brings it
    except ImportError:
        return

    def forward(message: Any) -> None:
        record = message.record
        logging.getLogger(record["name"]).log(record["level"].no, record["message"])

    logger.remove()
    logger.add(forward, level="DEBUG" if level == "DEBUG" else "WARNING", format="{message}", catch=True)


def _is_debug(method: str, event: EventDict) -> bool:
    return method == "debug" or event.get("level") == "debug"


def _tell_exception(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    tell = structlog.processors.format_exc_info if _is_debug(method, event) else _tell_places
    return tell(logger, method, event)


def _places(exc_info: ExcInfo) -> str:
    """An exception by types and places: what it says may be what a caller said."""
    return "\n".join(_told(exc_info[1], set()))


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, seen)
        yield "and then"
    yield type(error).__qualname__
    for frame, line in deque(traceback.walk_tb(error.__traceback__), maxlen=_DEEPEST_FRAMES):
        yield f'  File "{frame.f_code.co_filename}", line {line}, in {frame.f_code.co_name}'
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield "with"
        yield from _told(part, seen)


_tell_places = structlog.processors.ExceptionRenderer(_places)


def _masked(key: str, value: Any) -> Any:
    if key in _PRIVATE_KEYS:
        return _WITHHELD
    if isinstance(value, str):
        return _NUMBER.sub(lambda found: mask_number(found.group()), _QUOTED.sub(rf"\1{_WITHHELD}", value))
    if isinstance(value, Mapping):
        return {inner: _masked(str(inner), one) for inner, one in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(key, one) for one in value]
    return value
