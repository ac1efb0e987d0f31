"""Shell. Dead letters are seen, and can be made good."""

from __future__ import annotations

from typing import Any, cast

import pytest

from calllock.contracts import wire
from calllock.contracts.dataflow import ENDED_CALLS, OWNED_CALLS, RAISED_EMERGENCIES, Durable
from calllock.contracts.events import EmergencyRaised
from calllock.contracts.ids import GRAVER_EMERGENCY, single_id
from calllock.contracts.message import Message
from calllock.runtime.profiles import Profiles
from post_call_worker import record_keeper
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.dashboard import Line
from post_call_worker.dead_letters import CannotRetry, DeadLetters, left_of
from post_call_worker.record_keeper import RecordKeeper
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import SteppedClock
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call, gas_call


class Database:
    """Store and archive of call SIDs."""

    def __init__(self) -> None:
        self.recorded: set[str] = set()
        self.alerted: set[tuple[str, int]] = set()

    async def store(self, record: Any, *_: object, again: bool) -> bool:
        assert again
        self.recorded.add(record.call_sid)
        return True

    async def store_alert(self, sent: Any, call_sid: str, *_: object) -> bool:
        self.alerted |= {(call_sid, one.step) for one in sent if one.kind == "alert"}
        return True

    async def events(self, _: str) -> list[Any]:
        return []

    async def taker(self, _: str) -> None:
        return None

    async def known_of(self, call_sids: set[str]) -> tuple[set[str], set[tuple[str, int]]]:
        return self.recorded & call_sids, {one for one in self.alerted if one[0] in call_sids}


class Rig:
    def __init__(self) -> None:
        clock = SteppedClock()
        self.bus = MemoryBus(clock)
        self.database = Database()
        store = cast("Any", self.database)
        keeper = RecordKeeper(self.bus, store, Profiles((PROFILE,)), package_signals(), clock)
        self.dead_letters = DeadLetters(keeper, store)

    async def bury(self, durable: Durable, *log: Message) -> str:
        """Publish it, give up on the durable's message, and return the id of the letter."""
        for message in log:
            await self.bus.publish(message)
        leases = self.bus.consume(durable)
        lease = await anext(leases)
        await lease.dead_letter("fault in the worker: ZeroDivisionError")
        await leases.aclose()
        return f"{durable.name}:{lease.logged.subject.split('.')[1]}:{lease.logged.sequence}"

    async def made_good(self) -> list[bool]:
        return [one["made_good"] for one in await self.dead_letters.letters()]


async def test_a_call_that_was_given_up_is_listed_until_a_retry_records_it() -> None:
    rig = Rig()
    letter_id = await rig.bury(ENDED_CALLS, *booked_call().messages)
    (listed,) = await rig.dead_letters.letters()
    assert listed == {
        "id": letter_id,
        "call_sid": "CA0001",
        "subject": "calls.CA0001.ended",
        "attempts": 1,
        "reason": "fault in the worker: ZeroDivisionError",
        "made_good": False,
    }
    shown = await rig.dead_letters.letter(letter_id)
    assert shown is not None
    assert wire.decode(shown["message"].encode()) == booked_call().messages[-1]
    assert await rig.dead_letters.retry(letter_id)
    assert rig.database.recorded == {"CA0001"}
    assert await rig.made_good() == [True]


async def test_an_emergency_that_was_given_up_is_made_good_by_its_alert_and_not_by_its_record() -> None:
    rig = Rig()
    letter_id = await rig.bury(RAISED_EMERGENCIES, *gas_call().messages)
    rig.database.recorded.add("CA0002")
    assert await rig.made_good() == [False]
    assert await rig.dead_letters.retry(letter_id)
    assert rig.database.alerted == {("CA0002", 0)}
    assert await rig.made_good() == [True]


async def test_a_graver_danger_that_was_given_up_is_made_good_by_its_own_alert_only() -> None:
    rig, raised = Rig(), next(one for one in gas_call().messages if isinstance(one, EmergencyRaised))
    graver = raised.model_copy(update={"event_id": single_id("CA0002", GRAVER_EMERGENCY)})
    letter_id = await rig.bury(RAISED_EMERGENCIES, graver)
    rig.database.alerted.add(("CA0002", 0))
    assert await rig.made_good() == [False]
    archive = cast("Any", rig.database)
    assert (await left_of(await rig.bus.buried(), rig.bus, archive)).total() == 1
    assert await rig.dead_letters.retry(letter_id)
    assert await rig.made_good() == [True]
    assert (await left_of(await rig.bus.buried(), rig.bus, archive)).total() == 0


async def test_what_still_cannot_be_used_says_why() -> None:
    rig = Rig()
    without_beginning = await rig.bury(ENDED_CALLS, *booked_call().messages[1:])
    with pytest.raises(CannotRetry, match="the log has no CallAnswered"):
        await rig.dead_letters.retry(without_beginning)
    of_the_brain = await rig.bury(OWNED_CALLS, *gas_call().messages)
    with pytest.raises(CannotRetry, match="does not process CallAnswered of dialog-brain"):
        await rig.dead_letters.retry(of_the_brain)
    rig.bus.store("calls.CA0009.emergency", b'{"v":99,"kind":"EmergencyRaised"}')
    await rig.bury(RAISED_EMERGENCIES)  # that of the call before
    of_later_version = await rig.bury(RAISED_EMERGENCIES)
    with pytest.raises(CannotRetry, match="version 99 is later"):
        await rig.dead_letters.retry(of_later_version)


async def test_what_leads_to_no_valid_payload_says_where_and_not_what_the_caller_gave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unbuildable(*_: object) -> None:
        Line.model_validate({"role": "tool", "content": "my name is Jonas"})

    rig = Rig()
    letter_id = await rig.bury(ENDED_CALLS, *booked_call().messages)
    monkeypatch.setattr(record_keeper, "outgoing_after", unbuildable)
    with pytest.raises(CannotRetry, match=r"^Line cannot be built: role$"):
        await rig.dead_letters.retry(letter_id)


async def test_a_letter_of_no_use_is_discarded_and_its_calls_log_stays() -> None:
    rig = Rig()
    of_the_brain = await rig.bury(OWNED_CALLS, *gas_call().messages)
    shown = await rig.dead_letters.discard(of_the_brain)
    assert shown is not None
    assert shown["id"] == of_the_brain
    assert await rig.dead_letters.letters() == []
    assert await rig.bus.read("CA0002")


@pytest.mark.parametrize(
    "letter_id", ["post-call-worker:CA0009:1", "post-call-worker:*:3", "*:CA0002:3", "post-call-worker:3", ":", ""]
)
async def test_an_unknown_letter_is_neither_shown_nor_retried_nor_discarded(letter_id: str) -> None:
    rig = Rig()
    await rig.bury(ENDED_CALLS, *gas_call().messages)
    assert await rig.dead_letters.discard(letter_id) is None
    assert await rig.dead_letters.letter(letter_id) is None
    assert not await rig.dead_letters.retry(letter_id)
