"""A model beside a call that is owned: its words are waited for, its lies are not spoken, nothing waits too long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace

from calllock.contracts import commands, events
from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.message import Message
from calllock.runtime.answer_limits import AnswerLimits
from dialog_brain.flow.lines import LINES
from dialog_brain.lease import own
from dialog_brain.wording.chat import ChatMessage, ModelFailed
from dialog_brain.wording.extractor import ModelExtractor
from dialog_brain.wording.lines import WORDABLE
from dialog_brain.wording.row_or_model import ModelWords
from tests.unit.dialog_brain.desk import TO, Office, log_of, said, states, until
from tests.unit.dialog_brain.wording.wordings import LIES

ALL_STATES = ["welcome", "lookup", "safety", "service_area", "discovery", "confirm", "booking", "done"]


class Scripted:
    """A model that gives the next of its answers, each once `ready` is set."""

    available = True

    def __init__(self, answers: Iterable[str]) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.asked: list[Sequence[ChatMessage]] = []
        self.ready = asyncio.Event()
        self.ready.set()

    async def answer(self, chat: Sequence[ChatMessage], limits: AnswerLimits, enough: Callable[[str], bool]) -> str:
        self.asked.append(chat)
        await self.ready.wait()
        answer = next(self._answers, None)
        if answer is None:
            raise ModelFailed("it has said everything")
        return answer


@asynccontextmanager
async def owned(office: Office, words: Scripted | None = None, points: Scripted | None = None) -> AsyncGenerator[None]:
    """The next call is owned by a brain with these models."""
    desk = office.desk()
    desk = replace(desk, wording=ModelWords(words)) if words is not None else desk
    desk = replace(desk, extractor=ModelExtractor(points)) if points is not None else desk

    async def own_next() -> None:
        async with aclosing(office.bus.consume(OWNED_CALLS)) as leases:
            await own(desk, await anext(leases))

    owning = asyncio.create_task(own_next())
    try:
        yield
    finally:
        owning.cancel()
        await asyncio.wait([owning])


def spoken(log: Iterable[Message]) -> list[commands.SpeakPrompt]:
    return [m for m in log if isinstance(m, commands.SpeakPrompt)]


async def test_a_models_good_words_are_what_the_caller_hears() -> None:
    office = Office()
    model = Scripted(
        ["Okay. What's your ZIP code?", "Thanks. Who am I speaking with?", "Thanks, Ann. What's the address?"]
    )
    async with owned(office, model):
        await office.line().call("ace-cooling", TO)
    log = await log_of(office.bus)
    heard = said(log)
    assert "Okay. What's your ZIP code?" in heard
    assert "Thanks, Ann. What's the address?" in heard
    assert states(log) == ALL_STATES
    assert [p.prompt for p in spoken(log)] == list(range(1, len(spoken(log)) + 1))


class Liar(Scripted):
    """A model that puts its next lie before the very question that it is to ask, or says nothing else."""

    def __init__(self, lies: Iterable[str]) -> None:
        super().__init__(lies)
        self.told = 0

    async def answer(self, chat: Sequence[ChatMessage], limits: AnswerLimits, enough: Callable[[str], bool]) -> str:
        lie = await super().answer(chat, limits, enough)
        self.told += 1
        return f"{lie} {chat[1].content.split('The line: ')[1]}" if self.told % 3 else lie


async def test_what_a_liar_says_is_never_spoken_and_every_call_is_the_same_as_without_it() -> None:
    plain = Office()
    async with owned(plain):
        await plain.line().call("ace-cooling", TO)
    expected = [p.sentences for p in spoken(await log_of(plain.bus))]
    told, lies = 0, [*LIES, *reversed(LIES)]
    while told < len(lies):
        office, liar = Office(), Liar(lies[told:])
        async with owned(office, liar):
            await office.line().call("ace-cooling", TO)
        assert liar.told, "the liar was never asked"
        told += liar.told
        assert [p.sentences for p in spoken(await log_of(office.bus))] == expected
    assert told >= 200


async def test_only_wordable_lines_are_sent_to_a_model() -> None:
    office = Office()
    model = Scripted([])
    async with owned(office, model):
        await office.line().call("ace-cooling", TO)
    lines = [p.line for p in spoken(await log_of(office.bus))]
    asked = [chat[1].content.split("The line: ")[1] for chat in model.asked]
    assert asked == [" ".join(LINES[line]) for line in lines if line in WORDABLE]
    assert 0 < len(asked) < len(lines)


async def test_a_danger_named_while_a_model_thinks_is_answered_at_once() -> None:
    office = Office()
    model = Scripted(["Okay. What's your ZIP code?"])
    model.ready.clear()
    async with owned(office, model):
        await office.line(says=("my AC is out", "no")).call("ace-cooling", TO, turns=2)
        await until(lambda: bool(model.asked))
        await utter(office, 3, "wait I smell gas")
        await until(lambda: any(b"HangUp" in e.data for e in office.bus._log))
    log = await log_of(office.bus)
    assert spoken(log)[-1].line == "emergency"
    assert spoken(log)[-2].sentences == LINES["zip"], "the prompt that was overtaken has the row's words"
    assert [p.prompt for p in spoken(log)] == list(range(1, len(spoken(log)) + 1))


async def test_whatever_is_decided_meanwhile_ends_the_waiting_and_nobody_is_asked_again() -> None:
    office = Office()
    model = Scripted(["Okay. Who am I speaking with?"])
    model.ready.clear()
    async with owned(office, model):
        await office.line(says=("my AC is out", "no", "78745")).call("ace-cooling", TO, turns=2)
        await until(lambda: bool(model.asked))
        await office.bus.publish(
            events.KeyPressed(event_id="CA1:key:1", call_sid="CA1", occurred_at=office.clock.now(), key="7")
        )
        await until(lambda: any(b"five digit ZIP" in e.data for e in office.bus._log))
    assert len(model.asked) == 1
    assert spoken(await log_of(office.bus))[-1].sentences == LINES["zip"]


async def test_while_a_model_thinks_nothing_that_follows_the_prompt_is_written_before_it() -> None:
    office = Office()
    model = Scripted(["Okay. What's your ZIP code?"])
    model.ready.clear()
    async with owned(office, model):
        await office.line(says=("my AC is out", "no")).call("ace-cooling", TO, turns=2)
        await until(lambda: bool(model.asked))
        assert "service_area" not in states(await log_of(office.bus))
        model.ready.set()
        await until(lambda: b"service_area" in office.bus._log[-1].data)
    log = await log_of(office.bus)
    assert spoken(log)[-1].sentences == ("Okay.", "What's your ZIP code?")


async def test_whoever_adopts_a_call_does_not_word_again_what_is_in_the_log() -> None:
    office = Office()
    first, second = Scripted(["Okay. What's your ZIP code?"]), Scripted(["Sure. What's your ZIP code?"])
    async with owned(office, first):
        await office.line(says=("my AC is out", "no")).call("ace-cooling", TO, turns=2)
        await until(lambda: any(b"Okay." in e.data for e in office.bus._log))
    async with owned(office, second):
        await until(lambda: any(b"CallAdopted" in e.data for e in office.bus._log))
        await utter(office, 3, "78745")
        await until(lambda: any(b"discovery" in e.data for e in office.bus._log))
    log = await log_of(office.bus)
    assert "Okay. What's your ZIP code?" in said(log)
    assert not any("ZIP" in chat[1].content.split("The line: ")[1] for chat in second.asked)
    assert [p.prompt for p in spoken(log)] == list(range(1, len(spoken(log)) + 1))


async def test_what_a_model_points_at_is_not_asked_for() -> None:
    office = Office()
    pointing = Scripted(['{"name": "Quenna"}'])
    line = office.line(says=("uh Quenna here my AC is out", "no", "78745", "12 Oak Street", "anytime tomorrow", "no"))
    async with owned(office, points=pointing):
        await line.call("ace-cooling", TO, turns=1)
        await until(lambda: any(b"extracted" in e.data for e in office.bus._log))
        await line.talk(turns=6)
    log = await log_of(office.bus)
    assert [m.fields for m in log if isinstance(m, events.FieldsLearned) and m.origin == "extracted"] == [
        {"customer_name": "Quenna"}
    ]
    assert "So that's Quenna" in said(log)
    assert "your name" not in said(log)


async def test_a_late_proposal_is_in_the_log_and_changes_nothing() -> None:
    office = Office()
    pointing = Scripted(['{"name": "Quenna"}'])
    pointing.ready.clear()
    async with owned(office, points=pointing):
        await office.line(says=("uh Quenna here my AC is out", "no")).call("ace-cooling", TO, turns=2)
        await until(lambda: bool(pointing.asked))
        pointing.ready.set()
        await until(lambda: any(b"FieldsProposed" in e.data for e in office.bus._log))
        await until(lambda: any(b"after a later one" in e.data for e in office.bus._log))
    log = await log_of(office.bus)
    assert not any(isinstance(m, events.FieldsLearned) and m.origin == "extracted" for m in log)


async def utter(office: Office, turn: int, text: str) -> None:
    """The caller says something whatever the agent is doing."""
    await office.bus.publish(
        events.UtteranceHeard(
            event_id=f"CA1:turn:{turn}",
            call_sid="CA1",
            occurred_at=office.clock.now(),
            turn=turn,
            text=text,
            after_prompt=99,
        )
    )
