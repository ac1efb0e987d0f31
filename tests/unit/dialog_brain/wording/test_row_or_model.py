"""The row's words or a model's: over real HTTP, with a model that is good, slow, broken or a liar."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

import pytest

from calllock.contracts.commands import SpeakPrompt
from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.clock import SystemClock
from dialog_brain.flow.call import Call
from dialog_brain.flow.lines import LINES
from dialog_brain.wording.row_or_model import LIMITS, ModelWords, RowWords
from tests.unit.dialog_brain.wording.model_server import (
    Behaviour,
    answering,
    breaks_off,
    model_server,
    never_answers,
    never_speaks,
    never_stops,
    refusing,
    sends_garbage,
    stalls,
)
from tests.unit.dialog_brain.wording.test_prompts import call_in
from tests.unit.dialog_brain.wording.wordings import lying_answers

CALL = call_in("discovery", customer_name="Dana Brooks", problem_description="AC is not cooling")
KNOWING_S = 0.2
"""From knowing that a model's words cannot be spoken to having the row's."""
PATIENT = AnswerLimits(first_s=30.0, stall_s=30.0, total_s=60.0)
"""Where a busy machine may make the model late, and that is not the matter."""


def prompt(line: str, call: Call = CALL) -> SpeakPrompt:
    return SpeakPrompt(
        event_id="CA1:9:1",
        call_sid=call.sid,
        occurred_at=SystemClock().now(),
        prompt=4,
        turn=3,
        line=line,
        sentences=LINES[line],
    )


async def test_good_words_are_spoken_sentence_by_sentence() -> None:
    async with model_server(answering("Thanks, Dana. What\u2019s the address?\n")) as (_, model):
        words = await ModelWords(model, PATIENT).word(prompt("address"), CALL)
    assert words == ("Thanks, Dana.", "What's the address?")


@pytest.mark.parametrize(
    ("behaviour", "limit_s"),
    [(never_answers, 0.7), (never_speaks, 0.7), (stalls, 1.0)],
    ids=lambda one: getattr(one, "__name__", ""),
)
async def test_words_that_are_late_give_the_rows_words_at_their_limit(behaviour: Behaviour, limit_s: float) -> None:
    took_s = [one.took_s for one in await three_tries(behaviour)]
    assert limit_s <= min(took_s) < limit_s + KNOWING_S


@pytest.mark.parametrize(
    "behaviour", [refusing("500 Internal Server Error"), sends_garbage, breaks_off, answering("You're booked. Okay?")]
)
async def test_words_that_fail_give_the_rows_words_at_once(behaviour: Behaviour) -> None:
    assert min(one.since_told_s for one in await three_tries(behaviour)) < KNOWING_S


async def test_a_model_that_never_stops_gives_the_rows_words() -> None:
    assert max(one.took_s for one in await three_tries(never_stops)) < LIMITS.total_s


class Try(NamedTuple):
    """How long it took until the row's words were there: in all, and since the server had answered."""

    took_s: float
    since_told_s: float


async def three_tries(behaviour: Behaviour) -> list[Try]:
    """Three answers that are not spoken, after a request that opened the way."""
    tries = []
    now = asyncio.get_running_loop().time
    async with model_server(answering("Hello")) as (server, model):
        await ModelWords(model).word(prompt("name"), CALL)
        server.behaves = behaviour
        for _ in range(3):
            began = now()
            assert await ModelWords(model).word(prompt("name"), CALL) == LINES["name"]
            tries.append(Try(now() - began, now() - server.told_at))
    return tries


async def test_none_of_a_liars_answers_is_spoken() -> None:
    told = [answer for answer in lying_answers("name") if answer.count(" ") > 5]
    assert len(told) >= 200
    async with model_server(never_answers) as (server, model):
        for lie in told:
            server.behaves = answering(lie)
            assert await ModelWords(model, PATIENT).word(prompt("name"), CALL) == LINES["name"]
        assert model.available, "a liar is no broken endpoint"
    assert len(server.exchanges) == len(told)


async def test_a_line_that_is_not_in_the_table_never_reaches_a_model() -> None:
    async with model_server(answering("Leave. What's your name?")) as (server, model):
        words = ModelWords(model)
        for line in ("emergency", "read_back", "safety", "goodbye", "booked"):
            assert not words.words(prompt(line))
            assert await words.word(prompt(line), CALL) == LINES[line]
    assert server.exchanges == []


async def test_while_the_circuit_is_open_nobody_waits_for_a_model() -> None:
    async with model_server(refusing("500 Internal Server Error")) as (_, model):
        words = ModelWords(model)
        while words.words(prompt("name")):
            assert await words.word(prompt("name"), CALL) == LINES["name"]
        assert not model.available


async def test_without_a_model_there_is_nothing_to_wait_for() -> None:
    assert not RowWords().words(prompt("name"))
    assert await RowWords().word(prompt("name"), CALL) == LINES["name"]


def test_a_caller_waits_three_seconds_at_most() -> None:
    assert AnswerLimits(first_s=0.7, stall_s=1.0, total_s=3.0) == LIMITS
