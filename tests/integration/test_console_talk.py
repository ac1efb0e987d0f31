"""Shell. Talking to the receptionist from the console, with a brain that a test plays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from unittest.mock import AsyncMock

import pytest

from calllock.contracts import commands, events
from calllock.contracts.dataflow import LINE_LOST_S
from calllock.contracts.message import Message
from calllock.runtime.bus import SequenceConflict
from post_call_worker.console import text_lines
from post_call_worker.console.text_lines import LineClosed, TextLines
from tests.integration.console_rig import OWNER, STRANGER, VIEWER, ConsoleRig, console
from tests.unit.post_call_worker.call_logs import STARTED_AT

LIMIT_S = 5.0


@asynccontextmanager
async def talking(postgres_url: str) -> AsyncIterator[ConsoleRig]:
    async with console(postgres_url) as rig:
        assert rig.console.talk
        held = asyncio.create_task(rig.console.talk.run())
        try:
            yield rig
        finally:
            held.cancel()
            await asyncio.gather(held, return_exceptions=True)


async def _begin(rig: ConsoleRig, from_number: str = "+15125550142") -> str:
    browser = await rig.signed_in(OWNER)
    answer = await browser.post("/talk", on="/talk", business="ace-cooling", from_number=from_number)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removeprefix("/calls/")


async def _brain(rig: ConsoleRig, call_sid: str, *orders: Message) -> None:
    for order in orders:
        await rig.worker.bus.publish(order)


def _asks(call_sid: str, prompt: int) -> commands.SpeakPrompt:
    return commands.SpeakPrompt(
        event_id=f"{call_sid}:p{prompt}",
        call_sid=call_sid,
        occurred_at=STARTED_AT,
        prompt=prompt,
        turn=prompt - 1,
        line="greeting",
        sentences=("Hello.", "How can I help?"),
    )


def _hangs_up(call_sid: str, linger_s: float) -> commands.HangUp:
    return commands.HangUp(
        event_id=f"{call_sid}:h{linger_s}",
        call_sid=call_sid,
        occurred_at=STARTED_AT,
        after_prompt=1,
        linger_s=linger_s,
        reason="done",
    )


async def _first(rig: ConsoleRig, call_sid: str, kind: type[Message]) -> Message:
    async with asyncio.timeout(LIMIT_S), aclosing(rig.worker.bus.follow(call_sid)) as entries:
        async for entry in entries:
            if isinstance(entry.message, kind):
                return entry.message
    raise AssertionError("the bus was closed")


async def test_a_prompt_is_heard_at_once_and_what_is_typed_is_the_next_turn(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        answered = await _first(rig, call_sid, events.CallAnswered)
        assert isinstance(answered, events.CallAnswered)
        assert (answered.business, answered.from_number) == ("ace-cooling", "+15125550142")
        await _brain(rig, call_sid, _asks(call_sid, 1))
        played = await _first(rig, call_sid, events.PromptPlayed)
        assert isinstance(played, events.PromptPlayed)
        assert (played.heard_text, played.complete) == ("Hello. How can I help?", True)
        browser = await rig.signed_in(OWNER)
        said = await browser.post(f"/talk/{call_sid}/say", on=f"/calls/{call_sid}", text="no cooling")
        assert said.status_code == 204
        heard = await _first(rig, call_sid, events.UtteranceHeard)
        assert isinstance(heard, events.UtteranceHeard)
        assert (heard.turn, heard.text, heard.after_prompt) == (1, "no cooling", 1)


@pytest.mark.parametrize("from_number", ["", "+266696687"])
async def test_a_call_by_text_may_come_from_nobodys_number(postgres_url: str, from_number: str) -> None:
    async with talking(postgres_url) as rig:
        answered = await _first(rig, await _begin(rig, from_number), events.CallAnswered)
    assert isinstance(answered, events.CallAnswered)
    assert answered.from_number is None


async def test_the_agent_s_goodbye_ends_the_call_unless_the_caller_says_more(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        await _brain(rig, call_sid, _asks(call_sid, 1), _hangs_up(call_sid, 30.0))
        await _first(rig, call_sid, events.PromptPlayed)
        assert rig.console.talk
        await rig.console.talk.say(call_sid, "one more thing")
        assert len([e for e in await rig.worker.bus.read(call_sid) if isinstance(e.message, events.CallEnded)]) == 0
        await _brain(rig, call_sid, _hangs_up(call_sid, 0.0))
        ended = await _first(rig, call_sid, events.CallEnded)
        assert isinstance(ended, events.CallEnded)
        assert ended.ended_by == "agent"


async def test_the_caller_may_hang_up_and_after_that_nothing_can_be_said(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        browser = await rig.signed_in(OWNER)
        await browser.post(f"/talk/{call_sid}/hang-up", on=f"/calls/{call_sid}")
        ended = await _first(rig, call_sid, events.CallEnded)
        assert isinstance(ended, events.CallEnded)
        assert ended.ended_by == "caller"
        await rig.worker.until(lambda: rig.console.talk and not rig.console.talk._held)
        assert (await browser.post(f"/talk/{call_sid}/say", on="/talk", text="hello?")).status_code == 409


async def test_who_types_nothing_has_hung_up_before_the_brain_takes_the_line_for_lost(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert text_lines.QUIET_LIMIT_S < LINE_LOST_S
    monkeypatch.setattr(text_lines, "QUIET_LIMIT_S", 0.05)
    async with talking(postgres_url) as rig:
        ended = await _first(rig, await _begin(rig), events.CallEnded)
        assert isinstance(ended, events.CallEnded)
        assert ended.ended_by == "caller"


async def test_a_worker_that_stops_leaves_no_line_open(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        assert rig.console.talk
        held = asyncio.create_task(rig.console.talk.run())
        call_sid = await _begin(rig)
        await asyncio.sleep(0)
        held.cancel()
        await asyncio.gather(held, return_exceptions=True)
        ended = await _first(rig, call_sid, events.CallEnded)
        assert isinstance(ended, events.CallEnded)
        assert ended.ended_by == "line_lost"


async def test_any_worker_takes_what_the_caller_says_and_whoever_holds_the_line_hears_it(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        await _brain(rig, call_sid, _asks(call_sid, 1))
        await _first(rig, call_sid, events.PromptPlayed)
        other = TextLines(rig.worker.bus, rig.worker.clock)
        await asyncio.gather(*(other.say(call_sid, f"thing {number}") for number in range(3)))
        log = [entry.message for entry in await rig.worker.bus.read(call_sid)]
        heard = [one for one in log if isinstance(one, events.UtteranceHeard)]
        assert [(one.turn, one.after_prompt) for one in heard] == [(1, 1), (2, 1), (3, 1)]
        assert {one.text for one in heard} == {"thing 0", "thing 1", "thing 2"}
        await other.hang_up(call_sid)
        assert rig.console.talk
        await rig.worker.until(lambda: rig.console.talk and not rig.console.talk._held)
        log = [entry.message for entry in await rig.worker.bus.read(call_sid)]
        assert [one.ended_by for one in log if isinstance(one, events.CallEnded)] == ["caller"]
        with pytest.raises(LineClosed):
            await other.say(call_sid, "hello?")


async def test_who_is_always_spoken_over_is_told_so_and_not_that_the_bus_is_away(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        owner = await rig.signed_in()
        monkeypatch.setattr(rig.worker.bus, "publish", AsyncMock(side_effect=SequenceConflict("others were quicker")))
        answer = await owner.post(f"/talk/{call_sid}/say", on="/talk", text="hello?")
        monkeypatch.undo()
        assert answer.status_code == 409
        assert "spoke at the same moment; say it again" in answer.text


@pytest.mark.parametrize(("email", "status"), [(VIEWER, 403), (STRANGER, 409)])
async def test_nobody_else_speaks_on_the_line(postgres_url: str, email: str, status: int) -> None:
    async with talking(postgres_url) as rig:
        call_sid = await _begin(rig)
        other = await rig.signed_in(email)
        answer = await other.post(f"/talk/{call_sid}/say", on="/account", text="hello")
        assert answer.status_code == status


async def test_only_an_owner_calls_and_only_a_business_of_the_account(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        viewer, stranger = await rig.signed_in(VIEWER), await rig.signed_in(STRANGER)
        assert "Only an owner may talk" in (await viewer.get("/talk")).text
        assert (await viewer.post("/talk", on="/account", business="ace-cooling")).status_code == 403
        assert (await stranger.post("/talk", on="/account", business="ace-cooling")).status_code == 404
        owner = await rig.signed_in(OWNER)
        wrong = await owner.post("/talk", on="/talk", business="ace-cooling", from_number="12345")
        assert wrong.status_code == 422


async def test_where_no_gateway_is_known_nobody_calls_by_microphone(postgres_url: str) -> None:
    async with talking(postgres_url) as rig:
        browser = await rig.signed_in(OWNER)
        assert "Call by microphone" not in (await browser.get("/talk")).text
        answer = await browser.post("/talk/sound", on="/talk", business="ace-cooling")
        assert answer.status_code == 404
