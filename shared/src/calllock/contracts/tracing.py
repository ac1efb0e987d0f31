"""Pure. One trace a call (W3C Trace Context): its ids follow from the call's SID, so no process has to hand them on.

Whoever knows a SID knows the trace, and a call that is adopted by another replica stays in it.
"""

from __future__ import annotations

import hashlib

TRACEPARENT = "traceparent"
"""Name of the header."""
_VERSION = "00"
_SAMPLED = "01"


def trace_id(call_sid: str) -> str:
    """The trace of a call, 32 hexadecimal digits."""
    return _digits(f"trace:{call_sid}", 32)


def span_id(call_sid: str, name: str) -> str:
    """A span of that trace, 16 hexadecimal digits; `name` is unique within the call, "call" that of its root."""
    return _digits(f"span:{call_sid}:{name}", 16)


def traceparent(call_sid: str, name: str = "call") -> str:
    """The header's value under which work for this call joins its trace, below the span `name`."""
    return f"{_VERSION}-{trace_id(call_sid)}-{span_id(call_sid, name)}-{_SAMPLED}"


def _digits(text: str, count: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:count]
