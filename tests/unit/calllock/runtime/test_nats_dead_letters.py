"""What is kept of a dead letter comes back as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

from nats.aio.msg import Msg

from calllock.runtime.bus import DeadLetter
from calllock.runtime.nats_dead_letters import headers_of, letter_of, subject_of

LETTER = DeadLetter(
    "post-call-worker", 7, "calls.CA1.ended", b"\xff", "größer", 3, datetime(2026, 11, 27, 8, 0, 0, 1, tzinfo=UTC)
)


def test_a_letter_is_read_as_it_was_written_and_kept_by_durable_and_call() -> None:
    kept = cast("Msg", SimpleNamespace(headers=headers_of(LETTER), data=LETTER.data))
    assert letter_of(kept) == LETTER
    assert subject_of(LETTER) == "dead.post-call-worker.CA1"
