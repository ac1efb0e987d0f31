"""The client of a language model against a real server that also misbehaves."""

from __future__ import annotations

import asyncio

import pytest

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.circuit import FAILURES_TO_OPEN
from dialog_brain.wording.chat import ChatMessage, ModelFailed
from dialog_brain.wording.model import LONGEST_ANSWER
from tests.unit.dialog_brain.wording.model_server import (
    Behaviour,
    answering,
    breaks_off,
    dawdles,
    model_server,
    never_answers,
    never_speaks,
    never_stops,
    refusing,
    sending,
    sends_garbage,
    stalls,
)

CHAT = (ChatMessage("system", "Be brief."), ChatMessage("user", "The line: Hello?"))
SHORT = AnswerLimits(first_s=0.3, stall_s=0.3, total_s=0.6)
LONG = AnswerLimits(first_s=5.0, stall_s=5.0, total_s=10.0)
AT_ONCE_S = 0.25
"""Within which a failure is known after its limit."""


def never(_: str) -> bool:
    return False


async def test_an_answer_is_put_together_from_its_pieces() -> None:
    async with model_server(answering("Can I get your name, please?")) as (server, model):
        assert await model.answer(CHAT, LONG, never) == "Can I get your name, please?"
    request = server.exchanges[0].request
    assert request["authorization"] == "Bearer the-key"
    assert (request["model"], request["stream"]) == ("the-model", True)
    assert request["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "The line: Hello?"},
    ]


@pytest.mark.parametrize(
    ("behaviour", "limit_s"),
    [(never_answers, 0.3), (never_speaks, 0.3), (stalls, 0.3), (dawdles, 0.6)],
    ids=lambda part: getattr(part, "__name__", ""),
)
async def test_an_answer_that_is_late_is_given_up_at_its_limit(behaviour: Behaviour, limit_s: float) -> None:
    took_s = []
    async with model_server(behaviour) as (server, model):
        now = asyncio.get_running_loop().time
        for _ in range(3):
            began = now()
            with pytest.raises(ModelFailed, match="TimeoutError"):
                await model.answer(CHAT, SHORT, never)
            took_s.append(now() - began)
        async with asyncio.timeout(2):
            await server.exchanges[-1].gone.wait()
    assert min(took_s) >= limit_s
    assert min(took_s) < limit_s + AT_ONCE_S


@pytest.mark.parametrize(
    "behaviour",
    [
        refusing("500 Internal Server Error"),
        refusing("401 Unauthorized"),
        refusing("429 Too Many Requests"),
        refusing("200 OK", "<html>"),
        refusing("302 Found", ""),
        breaks_off,
        sends_garbage,
        never_stops,
        answering(""),
        sending('{"error": {"message": "overloaded"}}'),
        sending("[]"),
        sending("null"),
        sending("17"),
        sending('{"choices": null}'),
        sending('{"choices": 17}'),
        sending('{"choices": [17]}'),
        sending('{"choices": [{"delta": null}]}'),
        sending('{"choices": [{"delta": {"content": {"a": 1}}}]}'),
    ],
)
async def test_whatever_else_goes_wrong_is_a_failure_that_gives_nothing_away(behaviour: Behaviour) -> None:
    async with model_server(behaviour) as (_, model):
        with pytest.raises(ModelFailed) as failure:
            await model.answer(CHAT, LONG, never)
    assert "the-key" not in str(failure.value)
    assert "Hello" not in str(failure.value)


async def test_a_model_that_never_stops_is_cut_off() -> None:
    seen: list[str] = []

    def watch(text: str) -> bool:
        seen.append(text)
        return False

    async with model_server(never_stops) as (server, model):
        with pytest.raises(ModelFailed):
            await model.answer(CHAT, LONG, watch)
        async with asyncio.timeout(2):
            await server.exchanges[0].gone.wait()
    assert len(seen[-1]) <= LONGEST_ANSWER


async def test_whoever_asks_may_have_heard_enough() -> None:
    async with model_server(never_stops) as (server, model):
        assert await model.answer(CHAT, LONG, lambda text: len(text) > 25) == "and so on and so on and so on "
        async with asyncio.timeout(2):
            await server.exchanges[0].gone.wait()


async def test_a_model_that_keeps_failing_is_left_alone() -> None:
    async with model_server(refusing("500 Internal Server Error")) as (server, model):
        for _ in range(FAILURES_TO_OPEN + 3):
            with pytest.raises(ModelFailed):
                await model.answer(CHAT, LONG, never)
        assert not model.available
    assert len(server.exchanges) == FAILURES_TO_OPEN


async def test_a_success_in_between_closes_the_circuit() -> None:
    async with model_server(refusing("500 Internal Server Error")) as (server, model):
        for behaviour in (*[server.behaves] * (FAILURES_TO_OPEN - 1), answering("yes"), *[server.behaves] * 2):
            server.behaves = behaviour
            await asyncio.gather(model.answer(CHAT, LONG, never), return_exceptions=True)
        assert model.available


async def test_an_answer_nobody_waits_for_any_more_is_hung_up_on_and_no_failure() -> None:
    async with model_server(stalls) as (server, model):
        for _ in range(FAILURES_TO_OPEN):
            begun = len(server.exchanges)
            asking = asyncio.create_task(model.answer(CHAT, LONG, never))
            async with asyncio.timeout(2):
                await server.begun(begun + 1)
            asking.cancel()
            await asyncio.wait([asking])
        async with asyncio.timeout(2):
            await server.exchanges[-1].gone.wait()
        assert model.available
