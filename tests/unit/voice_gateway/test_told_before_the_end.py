"""What lines have told is in the log before what else is written of their calls."""

from __future__ import annotations

from calllock.contracts.events import CallAnswered, CallEnded, KeyPressed, RecordingBegun
from calllock.contracts.message import Message
from tests.unit.voice_gateway.endings_bench import Bench


def key(bench: Bench, number: int) -> KeyPressed:
    return KeyPressed(**bench._stamp(f"key:{number}"), key=str(number))


async def test_what_a_line_has_told_while_the_bus_was_away_comes_before_the_end() -> None:
    bench = Bench()
    await bench.answered()
    outbox = bench.told_by_a_line()
    bench.bus.away = True
    for number in (1, 2):
        outbox.put(key(bench, number))
    bench.endings.end_later("CA1", "caller", "the stream was stopped")
    bench.endings.leave(outbox)
    await bench.passes(100)
    bench.bus.away = False
    await bench.passes(12)
    log = await bench.log(Message)
    assert [type(message) for message in log] == [CallAnswered, KeyPressed, KeyPressed, CallEnded]
    assert [pressed.key for pressed in log[1:3]] == ["1", "2"]
    assert bench.endings._outboxes == {}


async def test_an_end_that_is_reported_while_the_line_has_more_to_tell_waits_for_it() -> None:
    bench = Bench()
    await bench.answered()
    outbox = bench.told_by_a_line()
    bench.endings.end_later("CA1", "caller", "reported by the status callback")
    await bench.passes(2)
    assert await bench.log(CallEnded) == []
    outbox.put(key(bench, 1))
    bench.endings.leave(outbox)
    await bench.passes(1)
    assert [type(message) for message in await bench.log(Message)] == [CallAnswered, KeyPressed, CallEnded]


async def test_what_is_left_of_a_line_is_not_written_into_the_next_ones_count() -> None:
    bench = Bench()
    await bench.answered()
    outbox = bench.told_by_a_line()
    bench.bus.away = True
    outbox.put(key(bench, 1))
    bench.endings.leave(outbox)
    await bench.passes(1)
    bench.bus.away = False
    await bench.resumes()
    await bench.passes(12)
    assert await bench.log(KeyPressed) == []
    assert len(outbox) == 0


async def test_a_call_that_ended_elsewhere_is_ended_here_only_when_nobody_else_says_so() -> None:
    bench = Bench()
    await bench.answered()
    bench.endings.end_later("CA1", "caller", "reported by the status callback", held_elsewhere=True)
    await bench.passes(2)
    assert await bench.log(CallEnded) == []
    await bench.passes(2)
    (ended,) = await bench.log(CallEnded)
    assert ended.duration_s == 0.0


async def test_a_recording_is_told_of_though_the_call_has_a_newer_line_by_then() -> None:
    bench = Bench()
    await bench.answered()
    outbox = bench.told_by_a_line()
    bench.bus.away = True
    outbox.put(RecordingBegun(**bench._stamp("recording:1"), file="CA1-1.wav"))
    outbox.put(key(bench, 1))
    bench.endings.leave(outbox)
    await bench.passes(1)
    bench.bus.away = False
    await bench.resumes()
    await bench.passes(12)
    assert [begun.file for begun in await bench.log(RecordingBegun)] == ["CA1-1.wav"]
    assert await bench.log(KeyPressed) == []
