"""Shell. What a search of the inbox finds."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from post_call_worker.console.filters import Filters
from post_call_worker.console.inbox_query import Inbox
from tests.integration.console_rig import console
from tests.unit.post_call_worker.call_logs import CallLog


async def test_a_search_is_planned_for_what_is_searched_however_often_it_is_made(postgres_url: str) -> None:
    async with console(postgres_url):
        zone, asked = ZoneInfo("America/Chicago"), Filters(words="miller")
        alone = create_async_engine(postgres_url, pool_size=1, max_overflow=0)
        for _ in range(12):
            await Inbox(alone).page(None, asked, None, zone)
        async with alone.connect() as connection:
            plans = await connection.execute(
                text(
                    "SELECT sum(custom_plans), sum(generic_plans) FROM pg_prepared_statements"
                    " WHERE statement LIKE 'SELECT calls%'"
                )
            )
            assert tuple(plans.one()) == (12, 0)
        await alone.dispose()


@pytest.mark.parametrize("typed", ["a/c", "A/C broke", "24/7", "bob@acme.com", "acme.c", "o'br", "O'Brien", "brien"])
async def test_what_is_written_without_a_space_is_found_as_it_was_said(postgres_url: str, typed: str) -> None:
    async with console(postgres_url) as rig:
        said = "my a/c broke, it ran 24/7, write to bob@acme.com or see acme.com"
        await rig.stores(CallLog().hears(said).learns(customer_name="Ann O'Brien").ends())
        await rig.stores(CallLog("CA0002").hears("hello").ends())
        found = await rig.console.inbox.page(None, Filters(words=typed), None, ZoneInfo("America/Chicago"))
        assert [one["call_sid"] for one in found] == ["CA0001"]


@pytest.mark.parametrize(
    ("calling_from", "named", "typed"),
    [
        (None, "+15125557788", "(512) 555-7788"),
        ("+15125550142", "+15125557788", "+1 512 555 7788"),
        ("+447911123456", "", "+44 7911 123456"),
        (None, "+447911123456", "447911123456"),
    ],
)
async def test_a_call_is_found_by_the_number_that_is_shown_for_it(
    postgres_url: str, calling_from: str | None, named: str, typed: str
) -> None:
    async with console(postgres_url) as rig:
        log = CallLog("CA0001", calling_from).hears("hello")
        await rig.stores((log.learns(callback_number=named) if named else log).ends())
        await rig.stores(CallLog("CA0002", "+15125550000").hears("hello").ends())
        found = await rig.console.inbox.page(None, Filters(words=typed), None, ZoneInfo("America/Chicago"))
        assert [one["call_sid"] for one in found] == ["CA0001"]


async def test_a_megabyte_of_words_is_stored_and_found_by_the_beginning_of_them(postgres_url: str) -> None:
    log = CallLog("CA0010").hears("my blower rattles\nand the damper sticks")
    for turn in range(130):
        log.hears(" ".join(f"{chr(97 + turn % 26)}{turn}x{word}" for word in range(1000)))
    assert sum(len(turn) for turn in (message.model_dump().get("text") or "" for message in log.messages)) > 1_000_000
    async with console(postgres_url) as rig:
        await rig.stores(log.ends())
        for typed in ("rattles", "and damper", "b1x7"):
            found = await rig.console.inbox.page(None, Filters(words=typed), None, ZoneInfo("America/Chicago"))
            assert [one["call_sid"] for one in found] == ["CA0010"], typed


@pytest.mark.parametrize("typed", ["%", "***", "\\", "...", "_", "a %"])
async def test_a_search_for_signs_alone_finds_no_call(postgres_url: str, typed: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(CallLog("CA0001").hears("a noise of 100%").ends())
        found = await rig.console.inbox.page(None, Filters(words=typed), None, ZoneInfo("America/Chicago"))
        assert [one["call_sid"] for one in found] == (["CA0001"] if typed.startswith("a") else [])


async def test_a_search_for_nothing_shows_every_call(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(CallLog("CA0001").hears("a noise").ends())
        browser = await rig.signed_in()
        for typed in ("", "%20%20"):
            assert "/calls/CA0001" in (await browser.get(f"/inbox?words={typed}")).text
        assert "No call is like that" in (await browser.get("/inbox?words=%25")).text
