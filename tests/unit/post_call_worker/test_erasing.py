"""What stays of a record whose call has become old."""

from __future__ import annotations

from post_call_worker.erasing import NO_WORDS
from post_call_worker.record import CallRecord

_KEPT = {
    *("call_sid", "business", "to_number", "caller_known", "started_at", "ended_at", "ended_by", "duration_s"),
    *("path", "final_state", "urgency_tier", "paces", "barge_ins", "silences", "misses", "unreadable"),
    *("booking", "end_reason", "disposition"),
}
"""Of a booking only the moment stays, and not the words of the wish."""


def test_every_part_of_a_record_is_known_to_hold_nobodys_words_or_is_emptied() -> None:
    assert set(NO_WORDS) | _KEPT == set(CallRecord.model_fields)
    assert not set(NO_WORDS) & _KEPT
