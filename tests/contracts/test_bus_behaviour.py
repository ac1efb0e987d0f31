"""What every bus promises of a call's log; each test runs on the bus in memory and on a real NATS."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from calllock.runtime.bus import BusUnavailable, Logged, SequenceConflict
from calllock.runtime.clock import SystemClock
from tests.contracts.bus_rig import (
    LIMIT_S,
    LIMITED,
    SID,
    Rig,
    answered,
    ended,
    entered,
    heard,
    lease,
    take,
    until_subscribed,
)


async def test_a_log_is_read_in_the_order_in_which_it_was_written(rig: Rig) -> None:
    written = [answered(), heard(1), entered(1), heard(2), ended()]
    sequences = [await rig.bus.publish(message) for message in written]

    log = await rig.replica.read(SID)

    assert [entry.message for entry in log] == written
    assert [entry.sequence for entry in log] == sequences == sorted(sequences)
    assert [entry.subject for entry in log] == [message.subject for message in written]


async def test_a_log_holds_one_call_only(rig: Rig) -> None:
    await rig.bus.publish(answered("CA0002"))
    await rig.bus.publish(answered())

    assert [entry.message for entry in await rig.bus.read(SID)] == [answered()]
    assert await rig.bus.read("CA0003") == []


async def test_a_hundred_messages_are_all_read(rig: Rig) -> None:
    for turn in range(1, 101):
        await rig.bus.publish(heard(turn))

    log = await rig.bus.read(SID)

    assert [entry.message for entry in log] == [heard(turn) for turn in range(1, 101)]
    assert [entry.pending for entry in log] == list(range(99, -1, -1))


async def test_the_same_message_twice_is_stored_once(rig: Rig) -> None:
    first = await rig.bus.publish(heard(1))
    again = await rig.replica.publish(heard(1))

    assert again == first
    assert len(await rig.bus.read(SID)) == 1


async def test_a_writer_who_missed_an_entry_is_refused(rig: Rig) -> None:
    with pytest.raises(SequenceConflict):
        await rig.bus.publish(entered(1), expected_last=5)
    last = await rig.bus.publish(entered(1), expected_last=0)
    await rig.bus.publish(heard(1))  # another subject of the call does not count
    last = await rig.bus.publish(entered(2), expected_last=last)

    with pytest.raises(SequenceConflict):
        await rig.replica.publish(entered(3), expected_last=last - 1)
    with pytest.raises(SequenceConflict):
        await rig.replica.publish(entered(4), expected_last=0)

    assert [entry.message for entry in await rig.bus.read(SID)] == [entered(1), heard(1), entered(2)]


async def test_a_message_sent_again_is_not_a_conflict(rig: Rig) -> None:
    first = await rig.bus.publish(entered(1), expected_last=0)

    assert await rig.bus.publish(entered(1), expected_last=0) == first

    await rig.replica.publish(entered(2), expected_last=first)
    with pytest.raises(SequenceConflict):  # another has written since: the call is theirs
        await rig.bus.publish(entered(1), expected_last=0)


async def test_a_follower_gets_what_is_stored_and_then_what_comes(rig: Rig) -> None:
    await rig.bus.publish(answered())
    await rig.bus.publish(heard(1))
    async with aclosing(rig.replica.follow(SID)) as entries:
        stored = await take(entries, 2)
        await rig.bus.publish(heard(2))
        new = await take(entries, 1)

    assert [entry.message for entry in stored + new] == [answered(), heard(1), heard(2)]
    assert [entry.pending for entry in stored + new] == [1, 0, 0]


async def test_a_follower_waits_for_a_call_that_has_not_begun(rig: Rig) -> None:
    async with aclosing(rig.replica.follow(SID)) as entries:
        waiting = asyncio.create_task(take(entries, 1))
        await rig.bus.publish(answered("CA0002"))
        await rig.bus.publish(answered())

        assert [entry.message for entry in await waiting] == [answered()]


async def test_a_follower_of_some_channels_gets_no_others(rig: Rig) -> None:
    for message in (answered(), heard(1), entered(1), heard(2), ended()):
        await rig.bus.publish(message)

    async with aclosing(rig.bus.follow(SID, ("line", "ended"))) as entries:
        got = await take(entries, 3)

    assert [entry.message for entry in got] == [heard(1), heard(2), ended()]
    assert [entry.pending for entry in got] == [2, 1, 0]


async def test_a_follower_from_next_leaves_out_what_is_stored(rig: Rig) -> None:
    await rig.bus.publish(entered(1))
    async with aclosing(rig.replica.follow(SID, ("brain",), start="next")) as entries:
        waiting = asyncio.create_task(take(entries, 1))
        while not waiting.done():  # "next" begins when the iteration does, which cannot be seen from here
            number = len(await rig.bus.read(SID)) + 1
            await rig.bus.publish(entered(number))
            await asyncio.wait([waiting], timeout=0.02)

    got = (await waiting)[0]
    assert got.message not in (None, entered(1))


async def test_who_watches_gets_every_call_in_order_from_a_moment_on(rig: Rig) -> None:
    await rig.bus.publish(answered("CA0009"))
    await asyncio.sleep(0.05)
    since = SystemClock().now()
    await rig.bus.publish(answered())
    async with aclosing(rig.replica.watch(since)) as entries:
        stored = await take(entries, 1)
        await rig.bus.publish(answered("CA0002"))
        await rig.bus.publish(heard(1))
        coming = await take(entries, 2)

    assert [entry.message for entry in stored + coming] == [answered(), answered("CA0002"), heard(1)]
    assert [entry.pending for entry in stored] == [0]


async def test_a_question_is_answered_by_one_of_those_who_do(rig: Rig) -> None:
    with pytest.raises(BusUnavailable, match="nobody answers about colours"):
        await rig.bus.ask("colours", b"red?", 0.2)

    async def answer() -> None:
        async with aclosing(rig.replica.questions("colours")) as questions:
            async for question in questions:
                await question.answer(question.data + b" yes")

    answering = [asyncio.create_task(answer()) for _ in range(2)]
    await until_subscribed(rig.replica)
    answers = await asyncio.gather(*(rig.bus.ask("colours", f"{n}?".encode(), LIMIT_S) for n in range(9)))
    assert answers == [f"{n}? yes".encode() for n in range(9)]
    await rig.replica.close()
    await asyncio.wait_for(asyncio.gather(*answering), LIMIT_S)


async def test_a_question_that_nobody_gets_round_to_is_not_waited_for(rig: Rig) -> None:
    questions = rig.replica.questions("colours")
    listening = asyncio.create_task(anext(questions))
    await until_subscribed(rig.replica)
    with pytest.raises(BusUnavailable):
        await rig.bus.ask("colours", b"red?", 0.2)
    assert (await asyncio.wait_for(listening, LIMIT_S)).data == b"red?"
    await questions.aclose()


async def test_everybody_who_listens_hears_a_mention_and_nothing_keeps_it(rig: Rig) -> None:
    await rig.bus.mention("colours", b"red")
    await rig.bus.read(SID)  # once this is answered, the mention is over

    everyone_heard = asyncio.Barrier(3)

    async def listen() -> list[bytes]:
        async with aclosing(rig.replica.mentions("colours")) as mentions:
            first = [await anext(mentions) for _ in range(2)]
            await everyone_heard.wait()
            return first + [data async for data in mentions]

    listening = [asyncio.create_task(listen()) for _ in range(2)]
    await until_subscribed(rig.replica)
    for about, data in (("colours", b"green"), ("numbers", b"7"), ("colours", b"blue")):
        await rig.bus.mention(about, data)
    await asyncio.wait_for(everyone_heard.wait(), LIMIT_S)
    await rig.replica.close()
    heard_by = await asyncio.wait_for(asyncio.gather(*listening), LIMIT_S)
    assert heard_by == [[b"green", b"blue"]] * 2
    with pytest.raises(BusUnavailable):
        await rig.replica.mention("colours", b"red")


async def test_two_followers_each_get_everything(rig: Rig) -> None:
    await rig.bus.publish(heard(1))
    async with aclosing(rig.bus.follow(SID)) as one, aclosing(rig.replica.follow(SID)) as other:
        assert await take(one, 1) == await take(other, 1)


async def test_what_cannot_be_read_is_delivered_as_such(rig: Rig) -> None:
    await rig.store(f"calls.{SID}.line", b'{"v":2,"kind":"SomethingNew"}')
    await rig.store(f"calls.{SID}.line", b"\xff\x00")
    await rig.bus.publish(heard(1))

    log = await rig.bus.read(SID)

    assert [entry.message for entry in log] == [None, None, heard(1)]
    assert log[0].unreadable == "version 2 is later than 1"
    assert log[1].unreadable.startswith("not JSON")
    assert log[2].unreadable == ""


async def test_a_closed_bus_ends_its_readers_and_refuses_to_publish(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.follow(SID)) as entries, aclosing(rig.bus.consume(LIMITED)) as leases:
        await take(entries, 1)
        await lease(leases)
        endings = [asyncio.create_task(anext(generator, None)) for generator in (entries, leases)]
        await asyncio.sleep(0)
        await rig.bus.close()

        assert await asyncio.wait_for(asyncio.gather(*endings), 2.0) == [None, None]
        assert not rig.bus.connected
        with pytest.raises(BusUnavailable):
            await rig.bus.publish(heard(1))


async def test_an_erased_call_is_gone_and_the_others_are_not(rig: Rig) -> None:
    for call_sid in (SID, "CA0002"):
        await rig.bus.publish(answered(call_sid))
        await rig.bus.publish(heard(1, call_sid))
    assert [_sid(entry) for entry in await rig.bus.answered()] == [SID, "CA0002"]
    await rig.bus.erase(SID)
    await rig.bus.erase(SID)
    assert await rig.replica.read(SID) == []
    assert [_sid(entry) for entry in await rig.replica.answered()] == ["CA0002"]
    assert len(await rig.bus.read("CA0002")) == 2


async def test_a_call_may_begin_anew_under_the_name_of_one_that_was_erased(rig: Rig) -> None:
    await rig.bus.publish(heard(1))
    await rig.bus.erase(SID)
    await rig.bus.publish(heard(2), expected_last=0)
    assert [entry.message for entry in await rig.replica.read(SID)] == [heard(2)]


@pytest.mark.parametrize("name", ["*", "CA0001.line.*", ">", "CA 1", "", "CA0001\n"])
async def test_no_name_stands_for_the_calls_of_others(rig: Rig, name: str) -> None:
    await rig.bus.publish(answered())
    assert await rig.bus.read(name) == []
    await rig.bus.erase(name)
    assert len(await rig.bus.read(SID)) == 1


def _sid(entry: Logged) -> str:
    assert entry.message is not None
    return entry.message.call_sid
