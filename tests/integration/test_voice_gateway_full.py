"""Gateways that are full beside others that are not: whoever answers need not be the one that holds the line."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path

import pytest
from fastapi import FastAPI
from prometheus_client import REGISTRY

from calllock.contracts.events import CallAnswered, CallEnded, LineDropped, LineResumed
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway import own_words

TOKEN = "secret"


class TakingTurns:
    """An edge that gives each request and each socket to the next gateway."""

    def __init__(self, gateways: Sequence[FastAPI]) -> None:
        self._next: Iterator[FastAPI] = cycle(gateways)

    def skip(self) -> None:
        """Somebody else takes a turn."""
        next(self._next)

    async def follow(self, call_sid: str, route: str) -> str:
        """Twilio asks this first, and does as it is told until a line is held; what it was told last."""
        while True:
            twiml = (await Phone(next(self._next).state.url, call_sid, TOKEN).post(route)).text
            root = ET.fromstring(twiml)
            connect = root.find("Connect")
            further = root.findtext("Redirect") if connect is None else connect.attrib["action"]
            if not further or (connect is not None and await self._is_held(call_sid, twiml)):
                return twiml
            route = further.rpartition("/twilio/")[2]

    async def _is_held(self, call_sid: str, twiml: str) -> bool:
        app = next(self._next)
        stream = ET.fromstring(twiml).find("./Connect/Stream")
        assert stream is not None
        phone = Phone(app.state.url, call_sid, TOKEN)
        await phone.connect(twiml.replace(stream.attrib["url"], f"ws{app.state.url.removeprefix('http')}/twilio/media"))
        await until(lambda: phone.closed.is_set() or call_sid in app.state.exchange._live)
        return not phone.closed.is_set()


@asynccontextmanager
async def gateways(tmp_path: Path, bus: MemoryBus, rooms: Sequence[int]) -> AsyncIterator[list[FastAPI]]:
    """One for each of `rooms`, which is how many calls it takes; all of them hold one already."""
    async with AsyncExitStack() as stack:
        apps = []
        for number, room in enumerate(rooms):
            (tmp_path / str(number)).mkdir()
            made = gateway(tmp_path / str(number), bus, StubEngines(), max_calls=room, twilio_auth_token=TOKEN)
            apps.append(await stack.enter_async_context(made))
            phone = Phone(apps[-1].state.url, f"CA{number}", TOKEN)
            await phone.call()
            await wait_for(bus, f"CA{number}", CallAnswered)
        try:
            yield apps
        finally:
            for app in apps:
                for call_sid in tuple(app.state.exchange._live):
                    app.state.exchange.call_is_over(call_sid)


def refused() -> float:
    return REGISTRY.get_sample_value("calllock_calls_refused_total", {"reason": "full"}) or 0.0


@pytest.mark.parametrize("turn", [0, 1])
async def test_a_new_caller_gets_the_line_that_is_free_wherever_the_caller_is_answered(
    tmp_path: Path, turn: int
) -> None:
    before, bus = refused(), MemoryBus()
    async with gateways(tmp_path, bus, (1, 2)) as apps, brain(bus, []):
        edge = TakingTurns(apps)
        for _ in range(turn):
            edge.skip()
        twiml = await edge.follow("CAnew", "voice")
        assert "CAnew" in apps[1].state.exchange._live
    assert "<Stream" in twiml
    assert refused() == before


@pytest.mark.parametrize("number", [5, 10])
async def test_however_many_gateways_take_turns_a_new_caller_finds_the_only_one_with_room(
    tmp_path: Path, number: int
) -> None:
    before, bus = refused(), MemoryBus()
    async with gateways(tmp_path, bus, (*(1,) * (number - 1), 1 + number)) as apps, brain(bus, []):
        for turn in range(number):
            edge, caller = TakingTurns(apps), f"CAnew{turn}"
            for _ in range(turn):
                edge.skip()
            await edge.follow(caller, "voice")
            assert caller in apps[-1].state.exchange._live
    assert refused() == before


@pytest.mark.parametrize("number", [5])
async def test_however_many_gateways_take_turns_a_call_in_progress_finds_the_only_one_with_room(
    tmp_path: Path, number: int
) -> None:
    for turn in range(number):
        bus, place = MemoryBus(), tmp_path / f"turn{turn}"
        place.mkdir()
        async with gateways(place, bus, (1,) * (number + 1)) as (leaving, *others), brain(bus, []):
            await leaving.state.exchange.drain(0.0)
            await wait_for(bus, "CA0", LineDropped)
            others[turn].state.exchange._most_calls = 2
            await TakingTurns(others).follow("CA0", "stream-ended?offered=1")
            assert "CA0" in others[turn].state.exchange._live


@pytest.mark.parametrize("route", ["stream-ended?offered=1", "dial-ended"])
@pytest.mark.parametrize("turn", [0, 1])
async def test_a_call_in_progress_goes_on_where_there_is_room_whoever_is_asked_how(
    tmp_path: Path, turn: int, route: str
) -> None:
    bus = MemoryBus()
    async with gateways(tmp_path, bus, (1, 1, 1)) as (leaving, *others), brain(bus, []):
        await leaving.state.exchange.drain(0.0)
        await wait_for(bus, "CA0", LineDropped)
        others[1].state.exchange._most_calls = 2
        edge = TakingTurns(others)
        for _ in range(turn):
            edge.skip()
        await edge.follow("CA0", route)
        assert "CA0" in others[1].state.exchange._live
        assert messages(await bus.read("CA0"), CallEnded) == []
        assert len(messages(await bus.read("CA0"), LineResumed)) == 1


async def test_a_new_caller_is_refused_once_and_by_the_last_of_those_that_are_full(tmp_path: Path) -> None:
    before, bus = refused(), MemoryBus()
    async with gateways(tmp_path, bus, (1, 1)) as apps, brain(bus, []):
        twiml = await TakingTurns(apps).follow("CAnew", "voice")
    assert ET.fromstring(twiml).findtext("Say") == own_words.UNAVAILABLE
    assert refused() == before + 1
