"""Adapter. The times of each turn for Prometheus, as they go into the call's log."""

from __future__ import annotations

from prometheus_client import Histogram

from calllock.contracts.events import PromptPlayed, UtteranceHeard
from calllock.contracts.message import Message

TURN_SECONDS = Histogram(
    "calllock_turn_seconds",
    "Parts of the time between a caller's last voiced sound and our answer; first_audio and heard are the whole of it.",
    ("part",),
    buckets=(0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.5, 2.0, 3.0, 5.0),
)
_PARTS = {
    UtteranceHeard: ("endpoint_ms", "transcribe_ms"),
    PromptPlayed: ("brain_ms", "first_audio_ms", "heard_ms"),
}


def observe(message: Message) -> None:
    """Take the times out of a fact of the line, if it has any."""
    for name in _PARTS.get(type(message), ()):
        taken_ms = getattr(message, name)
        if taken_ms is not None:
            TURN_SECONDS.labels(name.removesuffix("_ms")).observe(taken_ms / 1_000)
