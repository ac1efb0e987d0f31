"""How calls end in the log while the bus comes and goes, by a clock that is turned by hand."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from calllock.contracts.commands import Transfer
from calllock.contracts.events import CallEnded, LineDropped
from calllock.runtime.bus import Logged
from tests.unit.voice_gateway.endings_bench import Bench
from voice_gateway import endings
from voice_gateway.endings import RESUME_S
from voice_gateway.twilio.twiml import ASKED_AGAIN_S
from voice_gateway.webhooks import MOST_IN_VAIN, MOST_MOVES


async def test_an_end_that_another_writes_between_the_look_and_the_writing_is_the_only_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    await bench.answered()
    looked = bench.bus.read

    async def read_late(call_sid: str) -> list[Logged]:
        log = await looked(call_sid)
        if not any(isinstance(entry.message, CallEnded) for entry in log):
            await bench.bus.publish(CallEnded(**bench._stamp("ended-by-brain"), ended_by="line_lost", duration_s=1.0))
        return log

    monkeypatch.setattr(bench.bus, "read", read_late)
    await bench.endings.end("CA1", "agent", "goodbye")
    assert [ended.ended_by for ended in await bench.log(CallEnded)] == ["line_lost"]


async def test_a_line_that_nobody_resumes_is_lost() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    assert len(await bench.log(LineDropped)) == 1
    await bench.passes(int(RESUME_S) - 1)
    assert await bench.log(CallEnded) == []
    await bench.passes(2)
    (ended,) = await bench.log(CallEnded)
    assert (ended.ended_by, ended.detail) == ("line_lost", "disconnected")


@pytest.mark.parametrize(("most", "each_s"), [(MOST_MOVES, 0.4), (MOST_IN_VAIN, 0.9)])
async def test_a_call_that_is_sent_on_or_offered_a_stream_as_often_as_can_be_is_not_lost_meanwhile(
    most: int, each_s: float
) -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    for _ in range(most):
        await bench.clock.turn(ASKED_AGAIN_S + each_s)
    await bench.resumes()
    await bench.passes(20)
    assert await bench.log(CallEnded) == []


async def test_a_process_that_stops_stays_no_longer_for_a_line_that_another_has_resumed() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    await bench.resumes()
    finishing = asyncio.create_task(bench.endings.finish())
    await bench.passes(2)
    assert finishing.done()
    await finishing


async def test_a_line_that_drops_while_the_bus_is_away_is_told_when_it_is_back() -> None:
    bench = Bench()
    await bench.answered()
    await bench.passes(10)
    bench.bus.away = True
    await bench.drops()
    await bench.passes(300)
    bench.bus.away = False
    await bench.passes(6)
    (dropped,) = await bench.log(LineDropped)
    (ended,) = await bench.log(CallEnded)
    assert ended.ended_by == "line_lost"
    assert ended.duration_s == 10.0
    assert dropped.occurred_at == ended.occurred_at


async def test_a_bus_that_is_away_just_when_the_line_would_be_lost_delays_the_end() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    bench.bus.away = True
    await bench.passes(int(RESUME_S) + 4)
    bench.bus.away = False
    await bench.passes(6)
    assert len(await bench.log(LineDropped)) == 1
    assert len(await bench.log(CallEnded)) == 1


async def test_an_absent_bus_is_asked_every_few_seconds_and_no_more() -> None:
    bench = Bench()
    await bench.answered()
    bench.bus.away = True
    await bench.drops()
    asked = bench.bus.asked
    await bench.passes(104)
    assert 15 <= bench.bus.asked - asked <= 30


async def test_a_call_that_another_replica_has_resumed_goes_on() -> None:
    bench = Bench()
    await bench.answered()
    bench.bus.away = True
    await bench.drops()
    bench.bus.away = False
    await bench.resumes()
    await bench.passes(20)
    assert await bench.log(LineDropped) == []
    assert await bench.log(CallEnded) == []


async def test_a_call_that_was_resumed_while_the_log_could_not_be_read_goes_on() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    bench.bus.away = True
    await bench.passes(int(RESUME_S) + 2)
    bench.bus.away = False
    await bench.resumes()
    await bench.passes(20)
    assert await bench.log(CallEnded) == []


async def test_a_line_that_breaks_while_a_person_is_being_called_is_not_lost() -> None:
    bench = Bench()
    await bench.answered()
    await bench.bus.publish(
        Transfer(**bench._stamp("1:1"), after_prompt=2, to_number="+15125550180", reason="a person is asked for")
    )
    await bench.drops()
    await bench.passes(20)
    assert len(await bench.log(LineDropped)) == 1
    assert await bench.log(CallEnded) == []


async def test_the_second_stream_of_a_call_can_be_lost_too() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    await bench.resumes()
    bench.bus.away = True
    await bench.drops(streams=1)
    await bench.passes(20)
    bench.bus.away = False
    await bench.passes(6)
    assert len(await bench.log(LineDropped)) == 2
    assert len(await bench.log(CallEnded)) == 1


async def test_a_call_that_this_process_holds_again_goes_on() -> None:
    bench = Bench()
    await bench.answered()
    await bench.drops()
    bench.is_held = True
    await bench.passes(20)
    assert await bench.log(CallEnded) == []


async def test_a_hang_up_while_the_bus_is_away_for_minutes_is_written_once_and_as_of_then() -> None:
    bench = Bench()
    await bench.answered()
    await bench.passes(30)
    bench.bus.away = True
    bench.endings.end_later("CA1", "caller", "the stream was stopped")
    bench.endings.end_later("CA1", "caller", "reported by the status callback")
    await bench.passes(200)
    bench.bus.away = False
    await bench.passes(12)
    (ended,) = await bench.log(CallEnded)
    assert (ended.ended_by, ended.duration_s) == ("caller", 30.0)


async def test_of_a_caller_who_was_with_a_person_the_action_url_says_how_it_ended() -> None:
    bench = Bench()
    await bench.answered()
    about = bench._stamp("transfer")
    await bench.bus.publish(Transfer(**about, after_prompt=1, to_number="+15125550180", reason="asked"))
    bench.endings.end_later("CA1", "caller", "reported by the status callback")
    bench.endings.end_later("CA1", "transfer", "the person took the call")
    await bench.passes(5)
    (ended,) = await bench.log(CallEnded)
    assert ended.ended_by == "transfer"


async def test_a_caller_who_hung_up_on_a_ringing_telephone_is_known_to_have_after_a_while() -> None:
    bench = Bench()
    await bench.answered()
    about = bench._stamp("transfer")
    await bench.bus.publish(Transfer(**about, after_prompt=1, to_number="+15125550180", reason="asked"))
    bench.endings.end_later("CA1", "caller", "reported by the status callback")
    await bench.passes(5)
    (ended,) = await bench.log(CallEnded)
    assert (ended.ended_by, ended.duration_s) == ("caller", 0.0)


async def test_a_call_that_was_never_answered_has_no_end() -> None:
    bench = Bench()
    await bench.endings.end("CA1", "caller", "reported by the status callback")
    assert await bench.log(CallEnded) == []


async def test_a_process_that_stops_stays_for_what_is_not_written_yet() -> None:
    bench = Bench()
    await bench.answered()
    bench.bus.away = True
    bench.endings.end_later("CA1", "caller", "the stream was stopped")
    await bench.passes(3)
    finishing = asyncio.create_task(bench.endings.finish())
    await bench.passes(3)
    assert not finishing.done()
    bench.bus.away = False
    await bench.passes(6)
    await finishing
    assert len(await bench.log(CallEnded)) == 1


async def test_a_process_that_stops_does_not_stay_for_a_bus_that_stays_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "_FINISHES_S", 0.01)
    bench = Bench()
    await bench.answered()
    bench.bus.away = True
    left = bench.endings.end_later("CA1", "caller", "the stream was stopped")
    with capture_logs() as logs:
        await bench.endings.finish()
    left.cancel()
    assert [(log["event"], log["count"]) for log in logs if log["log_level"] == "error"] == [("call.left_unwritten", 1)]


async def test_a_call_that_was_lost_while_the_bus_was_away_is_not_ended_by_its_caller() -> None:
    bench = Bench()
    await bench.answered()
    bench.bus.away = True
    bench.endings.end_later("CA1", "line_lost", "no bus")
    await bench.passes(1)
    bench.endings.end_later("CA1", "caller", "reported by the status callback", held_elsewhere=True)
    await bench.passes(4)
    bench.bus.away = False
    await bench.passes(10)
    (ended,) = await bench.log(CallEnded)
    assert ended.ended_by == "line_lost"


async def test_an_end_that_several_tell_of_at_once_is_written_and_logged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    await bench.answered()
    looked = bench.bus.read

    async def read_slowly(call_sid: str) -> list[Logged]:
        log = await looked(call_sid)
        await asyncio.sleep(0.01)
        return log

    monkeypatch.setattr(bench.bus, "read", read_slowly)
    with capture_logs() as logged:
        told = [bench.endings.end_later("CA1", "caller", "reported by the status callback") for _ in range(3)]
        told.append(bench.endings.end_later("CA1", "agent", "completed"))
        await asyncio.wait(told)
    assert len(await bench.log(CallEnded)) == 1
    assert [entry["event"] for entry in logged if entry["event"] == "call.ended"] == ["call.ended"]
