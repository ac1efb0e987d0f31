from __future__ import annotations

import base64
import json
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calllock_local.telephone_caller import HangUp
from calllock_local.telephone_conversation import Conversation, Sounds
from calllock_local.telephone_ear import Heard, is_voiced
from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS, PhoneLine
from dialog_brain.script import Line, Script
from tests.unit.calllock_local.telephone_sounds import IDS, clear, mark, media, silence, tone

WORDS = {"yes": tone(300), "my AC is out": tone(900) + silence(100)}


class _Call:
    """A conversation on a line, driven by hand."""

    def __init__(self, *says: Line | str, hangs_up: bool = False, understands: bool = True) -> None:
        lines = tuple(Line(says=line) if isinstance(line, str) else line for line in says)
        script = Script(name="x", says=lines, hangs_up=hangs_up)
        self.conversation = Conversation(script, Sounds(WORDS, noise=tone(200)))
        self.line = PhoneLine(IDS)
        self.sent: list[dict[str, Any]] = []
        self.heard: list[Heard] = []
        self.hung_up: HangUp | None = None
        self._understands = understands

    def run(self, ms: int) -> None:
        for _ in range(ms // FRAME_MS):
            if self.hung_up:
                return
            tick = self.conversation.tick(self.line)
            self.sent += map(json.loads, tick.messages)
            self.hung_up = tick.hang_up
            if tick.heard:
                self.heard.append(tick.heard)
                self.conversation.understood(tick.heard, "Well?" if self._understands else None)

    def agent_says(self, ms: int) -> None:
        self.line.receive(media(tone(ms)), self.conversation.at_ms)
        self.line.receive(mark("end"), self.conversation.at_ms)

    @property
    def caller_audio(self) -> bytes:
        return b"".join(base64.b64decode(m["media"]["payload"]) for m in self.sent if m["event"] == "media")


def test_a_line_is_said_once_the_agent_is_quiet() -> None:
    call = _Call("my AC is out")
    call.agent_says(1_000)
    call.run(3_000)

    (agent, caller) = sorted(call.conversation.spoken, key=lambda spoken: spoken.began_ms)
    assert (agent.who, agent.began_ms, agent.ended_ms, agent.text) == ("agent", 0, 1_000, "Well?")
    assert (caller.who, caller.began_ms, caller.text) == ("caller", 1_500, "my AC is out")
    assert call.caller_audio[1_500 * 8 :].startswith(WORDS["my AC is out"])


def test_every_20_ms_something_is_sent_and_recorded() -> None:
    call = _Call("yes")
    call.agent_says(500)
    call.run(2_000)

    assert sum(message["event"] == "media" for message in call.sent) == 100
    assert len(call.conversation.caller_side) == len(call.conversation.agent_side) == 100 * FRAME_BYTES
    assert call.conversation.agent_side.startswith(tone(500))


def test_an_answer_is_timed_from_the_last_sound_of_the_caller() -> None:
    call = _Call("my AC is out")
    call.agent_says(1_000)
    call.run(1_500 + 1_000 + 600)  # the agent, half a second, the caller, and the agent's thinking
    call.agent_says(500)
    call.run(2_000)

    assert call.conversation.measured.greeting_ms == 0
    assert call.conversation.measured.response_ms == [1_500 + 1_600 - 2_400]


def test_who_speaks_over_the_caller_has_not_answered() -> None:
    call = _Call(Line(says="my AC is out", barge_in_s=0.5))
    call.agent_says(4_000)
    call.run(8_000)
    call.agent_says(500)
    call.run(2_000)

    assert call.conversation.measured.response_ms == []


def test_keys_are_pressed_with_time_between_them() -> None:
    call = _Call(Line(keys="78#"))
    call.agent_says(500)
    call.run(3_000)

    at = [number for number, message in enumerate(call.sent) if message["event"] == "dtmf"]
    assert [call.sent[number]["dtmf"]["digit"] for number in at] == ["7", "8", "#"]
    assert all(later - earlier > 10 for earlier, later in pairwise(at))


def test_noise_is_made_without_words() -> None:
    call = _Call(Line(noise=True))
    call.agent_says(500)
    call.run(2_000)

    assert call.conversation.spoken[-1].text == "[noise]"
    assert is_voiced(call.caller_audio[1_000 * 8 :][:FRAME_BYTES])


def test_what_is_heard_in_pieces_is_one_thing_said() -> None:
    call = _Call()
    call.line.receive(media(tone(2_000) + silence(400) + tone(2_000)), 0)
    call.run(6_000)

    assert [heard.last for heard in call.heard] == [False, False, True]
    assert [spoken.text for spoken in call.conversation.spoken] == ["Well? Well? Well?"]


def test_words_that_nobody_understood_are_not_in_the_transcript() -> None:
    call = _Call("yes", understands=False)
    call.agent_says(500)
    call.run(4_000)

    assert [spoken.who for spoken in call.conversation.spoken] == ["caller"]


def test_time_without_a_stream_is_silence_on_the_recording() -> None:
    call = _Call()
    call.run(100)
    call.conversation.stream_over()
    call.conversation.skip_to(1_000)

    assert call.conversation.at_ms == 1_000
    assert len(call.conversation.caller_side) == len(call.conversation.agent_side) == 8_000


def test_who_was_cut_off_by_the_end_of_a_stream_answers_what_is_asked_on_the_next() -> None:
    call = _Call("my AC is out", "yes")
    call.agent_says(1_000)
    call.run(1_600)
    call.conversation.stream_over()
    call.line = PhoneLine(IDS)
    call.agent_says(1_000)
    call.run(3_000)

    assert [spoken.text for spoken in call.conversation.spoken if spoken.who == "caller"] == ["my AC is out", "yes"]


_AGENT = st.lists(
    st.one_of(
        st.tuples(st.just("says"), st.integers(20, 3_000)),
        st.tuples(st.just("waits"), st.integers(20, 9_000)),
        st.tuples(st.just("clears"), st.just(0)),
        st.tuples(st.just("breaks off"), st.integers(20, 2_000)),
    ),
    max_size=12,
)
_LINES = st.lists(
    st.one_of(
        st.sampled_from([Line(says="yes"), Line(says="my AC is out"), Line(keys="12"), Line(noise=True)]),
        st.just(Line(silence=True)),
        st.floats(0, 3).map(lambda wait_s: Line(says="yes", barge_in_s=wait_s)),
    ),
    max_size=5,
)


@settings(max_examples=50, deadline=None)
@given(_AGENT, _LINES, st.booleans(), st.booleans())
def test_whatever_the_agent_does_the_script_is_said_in_order_and_the_call_ends(
    agent: list[tuple[str, int]], lines: list[Line], hangs_up: bool, understands: bool
) -> None:
    call = _Call(*lines, hangs_up=hangs_up, understands=understands)
    for does, ms in agent:
        if does == "says":
            call.agent_says(ms)
        elif does == "clears":
            call.line.receive(clear(), call.conversation.at_ms)
        elif does == "breaks off":
            call.conversation.stream_over()
            call.conversation.skip_to(call.conversation.at_ms + ms)
            call.line = PhoneLine(IDS)
        else:
            call.run(ms)
    call.run(60_000)

    said = [spoken.text for spoken in call.conversation.spoken if spoken.who == "caller"]
    script = [
        "[keys 12]" if line.keys else "[noise]" if line.noise else line.says for line in lines if not line.silence
    ]
    assert said == script[: len(said)]
    assert call.hung_up is not None
    assert call.hung_up.reason == "" or not (
        hangs_up and len(said) == len(script) and not any(x.silence for x in lines)
    )
    assert len(call.conversation.caller_side) == len(call.conversation.agent_side)
