"""Engines that are asked in turn."""

from __future__ import annotations

import pytest
import structlog

from calllock.runtime.circuit import OPEN_S
from calllock.runtime.clock import SystemClock
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.ears import Ears
from voice_gateway.speech.faults import VendorFailed
from voice_gateway.speech.ports import Ear, Hints, SpeechFailed


class Engine:
    """Answers with its name, or raises."""

    def __init__(self, name: str, error: Exception | None = None) -> None:
        self.name = name
        self.error = error
        self.asked = 0
        self.heard = b""
        self.words = ""
        self.holds_stream = False

    async def work(self) -> str:
        self.asked += 1
        if self.error is not None:
            raise self.error
        return f"by {self.name}"

    def listen(self, terms: tuple[str, ...]) -> Ear:
        self.terms = terms
        return self

    def hear(self, audio: bytes) -> None:
        self.heard += audio

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return await self.work()

    def so_far(self, seconds: float) -> str:
        return self.words

    async def run(self) -> None:
        self.holds_stream = True


class StandingClock(SystemClock):
    """A clock that goes when it is told to."""

    now_s = 0.0

    def monotonic(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


def chain(*engines: Engine) -> Chain[Engine]:
    return Chain("voice", engines, SystemClock())


async def test_the_answer_comes_with_who_gave_it() -> None:
    first, second = Engine("first"), Engine("second")
    engine, answer = await chain(first, second).ask(lambda one: one.work())
    assert (engine, answer, second.asked) == (first, "by first", 0)


async def test_what_one_engine_fails_at_the_next_one_does() -> None:
    first, second = Engine("first", VendorFailed("unreachable", "nobody there")), Engine("second")
    engine, _ = await chain(first, second).ask(lambda one: one.work())
    assert (engine, first.asked) == (second, 2)


async def test_an_engine_that_breaks_in_its_own_way_is_passed_by_and_its_words_are_not_logged() -> None:
    first, second = Engine("first", ValueError("my name is Emily")), Engine("second")
    with structlog.testing.capture_logs() as log:
        engine, _ = await chain(first, second).ask(lambda one: one.work())
    assert engine is second
    assert {(line["fault"], line["detail"]) for line in log} == {("failed", "ValueError")}


async def test_when_nobody_can_it_is_said_who_failed_how() -> None:
    engines = (Engine("first", VendorFailed("late", "no answer")), Engine("second", SpeechFailed("no sound")))
    with pytest.raises(SpeechFailed, match="no voice could: first late, second failed"):
        await chain(*engines).ask(lambda one: one.work())


async def test_what_is_learned_in_one_call_serves_the_next() -> None:
    first, second = Engine("first", VendorFailed("refused", "status 401")), Engine("second")
    ears = Ears((first, second), SystemClock())
    for _ in range(3):
        assert await ears.listen(()).transcribe(b"", Hints()) == "by second"
    assert (first.asked, second.asked) == (1, 3)


async def test_while_one_call_tries_a_vendor_that_was_dead_the_others_do_without(clock: StandingClock) -> None:
    first, second = Engine("first", VendorFailed("refused", "status 401")), Engine("second")
    engines = Chain[Engine]("voice", (first, second), clock)
    await engines.ask(lambda one: one.work())
    clock.now_s, first.error = OPEN_S, None

    async def try_while_another_asks(one: Engine) -> str:
        return (await engines.ask(lambda other: other.work()))[1] if one is first else await one.work()

    assert await engines.ask(try_while_another_asks) == (first, "by second")


async def test_an_ear_hears_with_every_recognizer() -> None:
    first, second = Engine("first"), Engine("second")
    ear = Ears((first, second), SystemClock()).listen(("furnace",))
    ear.hear(b"ab")
    await ear.run()
    assert [(one.heard, one.holds_stream, one.terms) for one in (first, second)] == [(b"ab", True, ("furnace",))] * 2


async def test_the_words_so_far_are_those_of_the_first_that_has_any() -> None:
    first, second, third = Engine("first"), Engine("second"), Engine("third")
    ear = Ears((first, second, third), SystemClock()).listen(())
    assert ear.so_far(1.0) == ""
    second.words, third.words = "two", "three"
    assert ear.so_far(1.0) == "two"
