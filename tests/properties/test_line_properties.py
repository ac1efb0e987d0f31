"""Whatever callers, brains and Twilio do, in whatever order, a line keeps its books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from calllock.contracts.commands import Expected
from calllock.contracts.events import PromptPlayed, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench
from voice_gateway.line.waiting import LONGEST_SOUND_S

EXPECTS = st.sampled_from(["open", "confirm", "zip", None])
WORDS = st.sampled_from(["", "okay", "no", "my AC is out", "seven eight seven four five"])


def quiet(bench: Bench, seconds: float) -> None:
    bench.run(seconds)


def voice(bench: Bench, seconds: float, words: str) -> None:
    bench.words = words
    bench.run(seconds, 0.95)


def speak(bench: Bench, sentences: int, interruptible: bool, expects: Expected | None, behind: int) -> None:
    turn = max(0, len(bench.of(UtteranceHeard)) - behind)
    bench.speak(*["Some words to say."] * sentences, turn=turn, interruptible=interruptible, expects=expects)


def hang_up(bench: Bench, linger_s: float) -> None:
    bench.hang_up(linger_s)


def ask_tool(bench: Bench) -> None:
    bench.ask_tool()


def answer_tool(bench: Bench) -> None:
    bench.answer_tool()


def ignore(bench: Bench) -> None:
    bench.ignore()


def press_key(bench: Bench) -> None:
    bench.do(bench.line.press("5", bench.now))


def lose_audio(bench: Bench) -> None:
    bench.wait(2.0)


def lose_marks(bench: Bench) -> None:
    bench.returns_marks = not bench.returns_marks


def repeat_mark(bench: Bench) -> None:
    bench.do(bench.line.marked("said-1", bench.now))


def break_voice(bench: Bench) -> None:
    bench.renders = not bench.renders


def doubt(bench: Bench, finished: float) -> None:
    bench.finished = finished


Step = tuple[Callable[..., None], tuple[object, ...]]


def step(act: Callable[..., None], *values: st.SearchStrategy[object]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just(act), st.tuples(*values))


STEPS = st.one_of(
    step(quiet, st.floats(0.05, 8.0)),
    step(voice, st.floats(0.05, 2.0), WORDS),
    step(speak, st.integers(1, 3), st.booleans(), EXPECTS, st.integers(0, 2)),
    step(hang_up, st.floats(0.0, 3.0)),
    step(doubt, st.floats(0.0, 1.0)),
    *(
        step(act)
        for act in (ask_tool, answer_tool, ignore, press_key, lose_audio, lose_marks, repeat_mark, break_voice)
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_the_books_are_kept(steps: list[Step]) -> None:
    bench = Bench(silence_s=3.0)
    prompts = 0
    for act, values in steps:
        act(bench, *values)
        prompts += act is speak
    bench.run(1.0)
    bench.do(bench.line.close(bench.now))

    played = Counter(report.prompt for report in bench.of(PromptPlayed))
    assert played == Counter(range(1, prompts + 1)), "every prompt is reported once"
    turns = [heard.turn for heard in bench.of(UtteranceHeard)]
    assert turns == list(range(1, len(turns) + 1)), "turns count up from 1"
    ids = [message.event_id for message in bench.told]
    assert len(ids) == len(set(ids)), "no fact is told twice"
    assert all(not report.complete or report.heard_text for report in bench.of(PromptPlayed))


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=15))
def test_a_line_that_nobody_answers_comes_to_an_end(steps: list[Step]) -> None:
    bench = Bench(silence_s=3.0)
    for act, values in steps:
        act(bench, *values)
    bench.returns_marks = True
    bench.words = ""
    bench.run(90.0)
    assert bench.ended is not None


SOUNDS = st.lists(st.tuples(st.floats(0.05, 20.0), st.floats(0.0, 4.0), WORDS), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=10), SOUNDS)
def test_a_line_on_which_something_sounds_on_and_on_and_nobody_answers_comes_to_an_end(
    steps: list[Step], sounds: list[tuple[float, float, str]]
) -> None:
    bench = Bench(silence_s=3.0)
    for act, values in steps:
        act(bench, *values)
    bench.returns_marks = True
    until = bench.now + LONGEST_SOUND_S + 60.0
    while bench.ended is None and bench.now < until:
        for seconds, pause_s, words in sounds:
            voice(bench, seconds, words)
            quiet(bench, pause_s)
    assert bench.ended is not None
