"""What every fact of a line carries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from voice_gateway.line.beginning import Beginning
from voice_gateway.line.facts import Facts

AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)


def test_a_fact_is_numbered_after_those_of_earlier_streams_and_carries_the_wall_time() -> None:
    facts = Facts(Beginning("CA1", AT, 6.0, facts=4), now=100.0)
    first, second = facts.next("key", 101.5), facts.next("key", 102.0)
    assert first["call_sid"] == "CA1"
    assert first["occurred_at"] == AT + timedelta(seconds=1.5)
    assert first["event_id"] == Facts(Beginning("CA1", AT, 6.0), 0.0).numbered("key", 5, 0.0)["event_id"]
    assert second["event_id"] != first["event_id"]


def test_the_same_thing_told_twice_has_the_same_id() -> None:
    facts = Facts(Beginning("CA1", AT, 6.0), now=100.0)
    assert facts.numbered("turn", 1, 101.0)["event_id"] == facts.numbered("turn", 1, 109.0)["event_id"]
