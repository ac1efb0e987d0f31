"""What every fact of a line carries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from voice_gateway.line.beginning import Beginning
from voice_gateway.line.facts import Facts
from voice_gateway.line.listening import Turn

AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)


def test_a_fact_is_numbered_after_those_of_earlier_streams_and_carries_the_wall_time() -> None:
    facts = Facts(Beginning("CA1", AT, 6.0, facts=4), now=100.0)
    first, second = facts.pressed("1", 101.5), facts.pressed("2", 102.0)
    assert first.call_sid == "CA1"
    assert first.occurred_at == AT + timedelta(seconds=1.5)
    fresh = Facts(Beginning("CA1", AT, 6.0), now=0.0)
    assert first.event_id == [fresh.pressed("1", 0.0).event_id for _ in range(5)][-1]
    assert second.event_id != first.event_id


def test_the_same_thing_told_twice_has_the_same_id() -> None:
    facts = Facts(Beginning("CA1", AT, 6.0), now=100.0)
    turn = Turn(said=True, text="yes", after_prompt=1, voiced_s=0.5, silence_s=0.4, endpoint_s=0.3)
    assert facts.heard(1, turn, 101.0).event_id == facts.heard(1, turn, 109.0).event_id


def test_a_turn_tells_how_long_its_end_took_and_how_long_its_words() -> None:
    turn = Turn(said=True, text="yes", after_prompt=1, voiced_s=0.5, silence_s=0.42, endpoint_s=0.3)
    heard = Facts(Beginning("CA1", AT, 6.0), now=100.0).heard(1, turn, 101.0)
    assert (heard.spoken_ms, heard.endpoint_ms, heard.transcribe_ms) == (500, 300, 120)
