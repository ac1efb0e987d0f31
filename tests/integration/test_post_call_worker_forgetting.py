"""Who looked at a forgotten call is forgotten as well, and whom to forget is found at once: real Postgres."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
from sqlalchemy import event, func, select, text

from calllock.contracts.events import EmergencyRaised
from post_call_worker.console.accounts import Account, Accounts
from post_call_worker.console.tickets import TICKET_S, Tickets
from post_call_worker.erasing import Eraser
from post_call_worker.models import FORGETTING
from post_call_worker.worker import connect_database
from tests.integration.console_rig import OWNER, PASSWORD, console
from tests.integration.worker_rig import Receiver, Worker, stored, worker
from tests.unit.post_call_worker.call_logs import CALLER, CallLog, booked_call, gas_call


async def test_who_looked_at_a_call_is_known_no_longer_than_the_call(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call("CA0001"))
        await rig.publish(CallLog("CA0002", from_number="+15125550177").hears("hello").ends())
        await rig.until(rig.everything_is_settled)
        accounts, ann = Accounts(rig.engine), Account("a1", "ann@acecooling.example", "owner", None)
        for call_sid in ("CA0001", "CA0002", ""):
            await accounts.note_look(ann, rig.clock.now(), "call", call_sid)
        await rig.retention.forget(CALLER)
        assert [len(await accounts.looks(call_sid)) for call_sid in ("CA0001", "CA0002", "")] == [0, 1, 1]
        rig.clock.step(89 * 86_400)
        await rig.retention.empty_old_calls()
        assert len(await accounts.looks("CA0002")) == 1
        rig.clock.step(2 * 86_400)
        await rig.retention.empty_old_calls()
        assert await accounts.looks("CA0002") == await accounts.looks() == []


async def test_whom_to_forget_and_what_was_recorded_is_found_by_an_index(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    eraser = Eraser(engine)
    await eraser.calls_of(CALLER)
    await eraser.latest_recordings(10)
    event.remove(engine.sync_engine, "before_cursor_execute", note)
    plans = ""
    async with engine.connect() as connection:
        await connection.execute(text("SET enable_seqscan = off"))
        for statement, parameters in asked:
            plans += "".join((await connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)).scalars())
    await engine.dispose()
    needed = ("call_events_by_callback", "call_events_recordings", "deliveries_alerts_by_caller")
    assert [index for index in needed if index not in plans] == []


async def test_a_number_that_an_owner_meant_to_call_as_is_kept_no_longer_than_it_is_of_use_or_until_it_is_forgotten(
    postgres_url: str,
) -> None:
    async with console(postgres_url) as rig:
        used = rig.worker
        account = await rig.console.accounts.by_password(OWNER, PASSWORD)
        assert account is not None
        tickets, begun = Tickets(used.engine), used.clock.now()

        async def kept() -> list[str]:
            async with used.engine.connect() as connection:
                found = await connection.scalars(text("SELECT from_number FROM console_tickets ORDER BY from_number"))
                return list(found)

        for number in ("", CALLER, "+15125550143"):
            await tickets.issue(account.id, number, "+15125550100", begun)
        await used.retention.forget(CALLER)
        assert await kept() == ["", "+15125550143"]
        used.clock.step(TICKET_S - 1)
        await used.retention.empty_old_calls()
        assert await kept() == ["", "+15125550143"]
        used.clock.step(1)
        await used.retention.empty_old_calls()
        assert await kept() == []


async def test_a_call_that_is_recorded_again_after_it_was_emptied_is_emptied_again(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        rig.clock.step(91 * 86_400)
        assert await rig.retention.empty_old_calls() == 1
        await rig.keeper.keep(*await rig.keeper.read("CA0001"), again=True)
        assert "Jonas" in str(await rig.archive.call("CA0001"))
        assert await rig.retention.empty_old_calls() == 1
        assert "Jonas" not in str(await rig.archive.call("CA0001"))


async def _kept(rig: Worker, table: str) -> int:
    async with rig.engine.connect() as connection:
        return await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0


async def test_what_was_read_of_a_call_before_its_caller_was_forgotten_is_not_stored_after_it(
    postgres_url: str,
) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call("CA0001"))
        await rig.publish(gas_call("CA0002"))
        await rig.until(rig.everything_is_settled)
        read = [await rig.keeper.read(call_sid) for call_sid in ("CA0001", "CA0002")]
        (raised,) = [message for message in gas_call("CA0002").messages if isinstance(message, EmergencyRaised)]
        assert (await rig.retention.forget(CALLER)).calls == 2
        for again in (False, True):
            assert [await rig.keeper.keep(*one, again=again) for one in read] == [False, False]
        assert not await rig.keeper.alert(raised)
        assert await rig.archive.calls() == await rig.archive.deliveries() == []
        await rig.publish(booked_call("CA0003"))
        await rig.until(rig.archive.calls)


async def test_a_call_that_is_being_stored_while_its_caller_is_forgotten_is_waited_for_and_erased(
    postgres_url: str,
) -> None:
    async with worker(postgres_url) as rig:
        async with rig.engine.connect() as other:
            slow = "INSERT INTO deliveries (id, call_sid, business, kind, body, due_at, created_at)"
            await other.execute(text(f"{slow} VALUES ('msg_CA0001_job', 'CA0001', '', 'job', '{{}}', now(), now())"))
            await rig.publish(booked_call("CA0001"))
            await rig.until(lambda: _wait_for_locks(rig, 1))
            forgetting = asyncio.create_task(rig.retention.forget(CALLER))
            await rig.until(lambda: _wait_for_locks(rig, 2))
        assert (await forgetting).calls == 1
        await rig.until(rig.everything_is_settled)
        assert await rig.archive.calls() == await rig.archive.deliveries() == []


async def test_what_is_stored_of_a_call_while_its_caller_is_being_forgotten_waits_and_is_not_kept(
    postgres_url: str,
) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(gas_call("CA0002"))
        await rig.until(rig.everything_is_settled)
        read = await rig.keeper.read("CA0002")
        (raised,) = [message for message in gas_call("CA0002").messages if isinstance(message, EmergencyRaised)]
        async with rig.engine.begin() as forgetting:
            await forgetting.execute(select(func.pg_advisory_xact_lock(FORGETTING)))
            for table in ("deliveries", "calls"):
                await forgetting.execute(text(f"DELETE FROM {table}"))
            await forgetting.execute(text("INSERT INTO forgotten_calls VALUES ('CA0002', now())"))
            kept = rig.keeper.keep(*read), rig.keeper.keep(*read, again=True), rig.keeper.alert(raised)
            storing = asyncio.gather(*kept)
            await rig.until(lambda: _wait_for_locks(rig, len(kept)))
        assert not any(await storing)
        assert await rig.archive.calls() == await rig.archive.deliveries() == []
        assert await _kept(rig, "call_events") == 0


async def _wait_for_locks(rig: Worker, waiting: int) -> bool:
    return await _kept(rig, "pg_locks WHERE NOT granted") == waiting


async def test_which_calls_were_forgotten_is_known_for_a_day(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call("CA0001"))
        await rig.until(rig.archive.calls)
        await rig.retention.forget(CALLER)
        for hours, known in ((23, 1), (2, 0)):
            rig.clock.step(hours * 3_600)
            await rig.retention.empty_old_calls()
            assert await _kept(rig, "forgotten_calls") == known


async def test_what_a_receiver_may_have_got_counts_as_sent(postgres_url: str) -> None:
    page_of_html = Receiver(lambda _: httpx.Response(200, text="<html>ok</html>"))
    async with worker(postgres_url, transport=page_of_html) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        assert [one["status"] for one in await rig.archive.deliveries(kinds=["job"])] == ["pending"]
        assert (await rig.retention.forget(CALLER)).delivered == 1
