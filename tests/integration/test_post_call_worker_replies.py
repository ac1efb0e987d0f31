"""Who answers a page, and what they are told: real Postgres."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import httpx
import pytest

from calllock.runtime import twilio_form
from post_call_worker import text_routes
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.links import REPLY_PATH
from tests.integration.paging_rig import (
    FIRST,
    SECOND,
    THIRD,
    Twilio,
    desk_of,
    emergency,
    first_and_second_paged,
    later,
    reply,
    two_emergencies,
)
from tests.integration.worker_rig import LINKS, worker
from tests.unit.post_call_worker.call_logs import CALLER


async def test_an_ok_takes_the_emergency_a_question_does_not_and_then_nobody_else_is_asked(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        assert "Reply OK" in (await reply(rig, FIRST, "who is this?")).text
        answer = await reply(rig, FIRST, "ok, going")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
        assert "You have taken the emergency of call CA0002." in answer.text
        assert "<Message>" not in (await reply(rig, FIRST, "thanks")).text
        await later(rig, 60)
        assert twilio.numbers == [FIRST]
        pages = [one for one in await rig.archive.deliveries() if one["kind"] == "page"]
        told = {1: "delivered", 2: "discarded", 3: "discarded"}
        assert {one["step"]: one["status"] for one in pages} == told
        assert {one["reason"] for one in pages if one["step"] > 1} == {f"taken by {FIRST}"}


async def test_a_no_asks_the_next_one_at_once_and_the_last_no_is_answered_honestly(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        assert "next person" in (await reply(rig, FIRST, "can't")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        await reply(rig, SECOND, "no")
        await rig.deliver_all()
        assert "nobody left" in (await reply(rig, THIRD, "no")).text


async def test_after_a_no_the_others_come_as_long_after_one_another_as_their_pages_say(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await later(rig, 1)
        await reply(rig, FIRST, "no")
        await later(rig, 4.9)
        assert twilio.numbers == [FIRST, SECOND]
        await later(rig, 0.2)
        assert twilio.numbers == [FIRST, SECOND, THIRD]


BY_THE_FIRST = "The emergency of call CA0002 was taken before, by the number that ends in 0190. Nobody else is asked."


class _SlowWithTheSecond(Twilio):
    def __init__(self) -> None:
        super().__init__()
        self.asked, self.answers_now = asyncio.Event(), asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if SECOND.lstrip("+") in (await request.aread()).decode():
            self.asked.set()
            await self.answers_now.wait()
        return await super().handle_async_request(request)


async def test_who_was_being_paged_while_somebody_else_took_it_is_told_so(postgres_url: str) -> None:
    twilio = _SlowWithTheSecond()
    async with emergency(postgres_url, twilio) as rig:
        sending = asyncio.create_task(later(rig, 5.1))
        await asyncio.wait_for(twilio.asked.wait(), 10)
        await reply(rig, FIRST, "OK")
        twilio.answers_now.set()
        await sending
        assert twilio.numbers == [FIRST, SECOND]
        assert BY_THE_FIRST in (await reply(rig, SECOND, "OK")).text


@pytest.mark.parametrize("answer", ["OK", "no", "can't, at dinner"])
async def test_who_answers_after_another_took_it_is_told_who_has_it(postgres_url: str, answer: str) -> None:
    async with first_and_second_paged(postgres_url) as rig:
        assert "You have taken" in (await reply(rig, FIRST, "ok")).text
        told = (await reply(rig, SECOND, answer)).text
        assert BY_THE_FIRST in told
        assert FIRST not in told
        assert "You have taken" in (await reply(rig, FIRST, "ok")).text


async def test_of_two_who_take_it_in_the_same_moment_one_is_told_of_the_other(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig:
        answers = await asyncio.gather(reply(rig, FIRST, "ok"), reply(rig, SECOND, "ok"))
    told = sorted("You have taken" in answer.text for answer in answers)
    assert told == [False, True]
    assert sorted("was taken before, by the number that ends in 019" in one.text for one in answers) == [False, True]


async def test_who_comes_after_somebody_who_opened_the_link_is_told_so(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig, desk_of(rig) as desk:
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        assert "You have taken" in (await desk.post(path)).text
        by_the_link = "was taken before, by somebody who opened the link."
        for told in (await desk.get(path), await desk.post(path), await reply(rig, SECOND, "no")):
            assert by_the_link in told.text
            assert "I take it" not in told.text


async def test_a_link_tells_who_has_it_by_a_reply(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig, desk_of(rig) as desk:
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        await reply(rig, FIRST, "ok")
        for told in (await desk.get(path), await desk.post(path)):
            assert BY_THE_FIRST in told.text
            assert "I take it" not in told.text


SHOWN = ("ACE Cooling", "Gas leak.", "I smell gas", "Told to leave and call 911.", f'href="tel:{CALLER}"')


async def _seen(desk: httpx.AsyncClient) -> list[str]:
    shown = (await desk.get(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))).text
    assert "console.css" in shown
    return [words for words in SHOWN if words in shown]


def _edge_passes(path: str) -> bool:
    caddyfile = (Path(__file__).parents[2] / "deploy/edge/Caddyfile").read_text(encoding="utf-8")
    return any(fnmatch(path, one) for one in re.findall(r"/\S+", re.findall(r"@texts path (.+)", caddyfile)[0]))


def test_what_twilio_tells_of_texts_passes_the_edge() -> None:
    told = [LINKS.arrival("msg_CA0002_page_1").removeprefix(LINKS.public_url), REPLY_PATH]
    assert [path for path in told if not _edge_passes(path)] == []


async def test_all_that_the_page_of_a_link_loads_passes_the_edge(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig, desk_of(rig) as desk:
        shown = await desk.get(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))
        loads = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', shown.text)
    assert any(path.endswith("console.css") for path in loads)
    assert [path for path in loads if not _edge_passes(path)] == []


async def test_a_link_shows_the_emergency_for_half_a_day(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig, desk_of(rig) as desk:
        assert await _seen(desk) == list(SHOWN)
        await desk.post(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))
        assert await _seen(desk) == list(SHOWN)
        await later(rig, 12 * 60 + 1)
        assert await _seen(desk) == []


async def test_a_link_shows_nothing_of_an_emergency_that_somebody_has_taken_by_a_reply(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig, desk_of(rig) as desk:
        await reply(rig, FIRST, "ok")
        assert await _seen(desk) == []


async def test_a_link_is_taken_by_its_button_and_not_by_looking_at_it(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig, desk_of(rig) as desk:
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        assert path in twilio.sent[0][1]
        assert "I take it" in (await desk.get(path)).text
        await later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]
        first, second = await asyncio.gather(desk.post(path), desk.post(path))
        assert first.status_code == second.status_code == 200
        await later(rig, 60)
        assert twilio.numbers == [FIRST, SECOND]
        assert (await desk.get("/acknowledge/CA0002/00000000000000000000")).status_code == 404
        assert (await desk.post("/acknowledge/CA0003/" + path.rsplit("/", 1)[-1])).status_code == 404


async def test_a_reply_without_twilios_signature_takes_nothing(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        assert (await reply(rig, FIRST, "ok", token="guessed")).status_code == 403
        async with desk_of(rig) as desk:
            assert (await desk.post(REPLY_PATH, data={"From": FIRST, "Body": "ok"})).status_code == 403
            assert (await desk.post(REPLY_PATH, content=b"x" * 100_000)).status_code == 413
        await later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_reply_that_stops_in_the_middle_is_not_waited_for(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b"From="
        await asyncio.Event().wait()

    monkeypatch.setattr(twilio_form, "LIMIT_S", 0.05)
    async with worker(postgres_url, twilio=Twilio()) as rig, desk_of(rig) as desk:
        assert (await desk.post(REPLY_PATH, content=half())).status_code == 408


async def test_a_stranger_and_a_stop_are_no_answers(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        for number, text in ((CALLER, "ok"), (FIRST, "STOP"), (SECOND, "ok")):
            answer = await reply(rig, number, text)
            assert (answer.status_code, "<Message>" in answer.text) == (200, False)
        await later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]


async def test_an_answer_to_another_business_or_half_a_day_later_takes_nothing(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        assert "taken" not in (await reply(rig, FIRST, "OK", to="+15125550199")).text
        await later(rig, 12 * 60)
        assert "taken" not in (await reply(rig, FIRST, "OK")).text


async def test_who_answers_twice_takes_both_emergencies_and_is_told_which(postgres_url: str) -> None:
    twilio = Twilio()
    async with two_emergencies(postgres_url, twilio) as rig:
        for call in ("CA0003", "CA0002"):
            assert f"You have taken the emergency of call {call}." in (await reply(rig, FIRST, "OK")).text
        await later(rig, 60)
        assert twilio.numbers == [FIRST, FIRST]


async def test_an_ok_that_comes_while_the_database_restarts_is_heard_when_it_is_back(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = [ConnectionRefusedError("away") for _ in range(3)]
    asked = Acknowledgements.asked

    async def asked_later(*args: Any, **more: Any) -> Any:
        if away:
            raise away.pop()
        return await asked(*args, **more)

    async with emergency(postgres_url, Twilio()) as rig:
        monkeypatch.setattr(Acknowledgements, "asked", asked_later)
        assert "You have taken" in (await reply(rig, FIRST, "ok")).text
        assert away == []


async def test_a_link_that_is_opened_while_the_database_restarts_is_heard_when_it_is_back(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = {"take": [ConnectionRefusedError("away")] * 3, "give_back": [ConnectionRefusedError("away")] * 3}

    def delayed(name: str) -> Callable[..., Any]:
        work = getattr(Acknowledgements, name)

        async def worked_later(*args: Any) -> Any:
            if away[name]:
                raise away[name].pop()
            return await work(*args)

        return worked_later

    for name in away:
        monkeypatch.setattr(Acknowledgements, name, delayed(name))
    path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
    async with emergency(postgres_url, Twilio()) as rig, desk_of(rig) as desk:
        assert "You have taken" in (await desk.post(path)).text
        assert "You no longer have" in (await desk.post(f"{path}/back")).text
        assert not any(away.values())


@pytest.mark.parametrize(("number", "told"), [(FIRST, True), (CALLER, False)])
async def test_an_answer_that_cannot_be_noted_is_told_so_to_whoever_may_be_paged(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, number: str, *, told: bool
) -> None:
    async def away(*_: Any, **__: Any) -> None:
        raise ConnectionRefusedError("away")

    async with emergency(postgres_url, Twilio()) as rig:
        monkeypatch.setattr(Acknowledgements, "asked", away)
        monkeypatch.setattr(text_routes, "ANSWER_LIMIT_S", 0.05)
        answer = await reply(rig, number, "ok")
        assert (answer.status_code, "Please answer again in a minute" in answer.text) == (200, told)
