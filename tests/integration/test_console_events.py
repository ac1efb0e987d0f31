"""Shell. What the stream of events of an open page tells, and to whom."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import pytest
from fastapi import HTTPException

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.interim import InterimWords
from post_call_worker.console.access import Visitor
from post_call_worker.console.live_calls import SHOWN_AFTER_END_S
from post_call_worker.console.live_pages import events
from tests.integration.console_rig import OWNER, PASSWORD, STRANGER, ConsoleRig, console
from tests.unit.post_call_worker.call_logs import CallLog

LIMIT_S = 5.0


@asynccontextmanager
async def _followed(postgres_url: str) -> AsyncIterator[ConsoleRig]:
    async with console(postgres_url) as rig:
        running = asyncio.create_task(rig.console.live.run())
        try:
            yield rig
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


class _Page:
    """An open page: what its stream has told so far."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def here(self) -> list[str]:
        """The calls that it begins with."""
        async for piece in self._stream:
            if piece.startswith("event: here"):
                return list(json.loads(piece.partition("data: ")[2]))
        return []

    async def next(self) -> dict[str, Any]:
        """The next event."""
        async with asyncio.timeout(LIMIT_S):
            async for piece in self._stream:
                if piece.startswith("event: call"):
                    return dict(json.loads(piece.partition("data: ")[2]))
        return {}


@asynccontextmanager
async def _open(rig: ConsoleRig, email: str) -> AsyncIterator[tuple[_Page, str]]:
    """A page, and the key of its session."""
    account = await rig.console.accounts.by_password(email, PASSWORD)
    assert account
    key = await rig.console.accounts.sign_in(account, rig.worker.clock.now())
    answer: Any = await events(rig.console, Visitor(account, key))
    async with aclosing(answer.body_iterator) as stream:
        yield _Page(stream), key


async def test_a_call_is_told_until_it_is_gone_and_never_to_another_business(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig, _open(rig, OWNER) as (owner, _), _open(rig, STRANGER) as (stranger, _):
        foreign = asyncio.create_task(stranger.next())
        began = rig.worker.clock.now()
        await rig.worker.publish(CallLog("CA0007", at=began).enters("welcome"))
        told = await owner.next()
        assert (told["call"], told["ended"]) == ("CA0007", False)
        assert "(512) 555-0142" in told["card"]
        await rig.worker.publish(CallLog("CA0007", at=began).enters("welcome").ends())
        while not told["ended"]:
            told = await owner.next()
        rig.worker.clock.step(SHOWN_AFTER_END_S + 60)
        while told["card"]:
            told = await owner.next()
        assert told == {"call": "CA0007", "card": "", "ended": False, "entries": 0, "interim": ""}
        assert not foreign.done()
        foreign.cancel()
        await asyncio.gather(foreign, return_exceptions=True)


async def test_who_comes_back_is_told_first_which_calls_there_are(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig:
        await rig.worker.publish(CallLog("CA0007", at=rig.worker.clock.now()).enters("welcome"))
        for email, here in ((OWNER, ["CA0007"]), (STRANGER, [])):
            async with _open(rig, email) as (page, _):
                assert await page.here() == here


async def test_words_of_a_turn_that_goes_on_are_no_entry_of_the_log(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig, _open(rig, OWNER) as (page, _):
        await rig.worker.publish(CallLog("CA0007", at=rig.worker.clock.now()).enters("welcome"))
        before = await page.next()
        words = InterimWords(call_sid="CA0007", turn=1, text="my <b>AC")
        await rig.worker.bus.mention(INTERIM, words.model_dump_json().encode())
        told = await page.next()
        assert (told["entries"], told["interim"]) == (before["entries"], "my <b>AC")
        assert "my &lt;b&gt;AC" in told["card"]


async def test_a_page_whose_session_has_ended_is_told_nothing_more(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig, _open(rig, OWNER) as (page, key):
        await rig.worker.publish(CallLog("CA0007", at=rig.worker.clock.now()).enters("welcome"))
        assert (await page.next())["call"] == "CA0007"
        await rig.console.accounts.sign_out(key)
        rig.worker.clock.step(20)
        await rig.worker.publish(CallLog("CA0008", at=rig.worker.clock.now()).enters("welcome"))
        assert await page.next() == {}


async def test_a_page_of_an_account_that_sees_less_than_before_is_told_nothing_more(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig, _open(rig, OWNER) as (page, _):
        await rig.worker.publish(CallLog("CA0007", at=rig.worker.clock.now()).enters("welcome"))
        assert (await page.next())["call"] == "CA0007"
        await rig.console.accounts.keep(OWNER, PASSWORD, "owner", ("harbor-plumbing",), rig.worker.clock.now())
        rig.worker.clock.step(20)
        await rig.worker.publish(CallLog("CA0008", at=rig.worker.clock.now()).enters("welcome"))
        assert await page.next() == {}


async def test_an_account_has_so_many_open_pages_and_one_that_is_closed_makes_room(postgres_url: str) -> None:
    async with _followed(postgres_url) as rig:
        rig.console.streams.most = 1
        await rig.worker.publish(CallLog("CA0007", at=rig.worker.clock.now()).enters("welcome"))
        async with _open(rig, OWNER) as (page, _):
            assert (await page.next())["call"] == "CA0007"
            with pytest.raises(HTTPException, match="close some"):
                async with _open(rig, OWNER):
                    pass
            async with _open(rig, STRANGER):
                pass
        async with _open(rig, OWNER) as (page, _):
            assert (await page.next())["call"] == "CA0007"
