from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS, PhoneLine
from tests.unit.calllock_local.telephone_sounds import IDS, STREAM, clear, mark, marks_in, media, play, silence, tone


@pytest.fixture
def line() -> PhoneLine:
    return PhoneLine(IDS, {"business": "ace-cooling"})


def test_a_stream_opens_as_twilio_opens_it(line: PhoneLine) -> None:
    connected, start = map(json.loads, line.opening())

    assert connected == {"event": "connected", "protocol": "Call", "version": "1.0.0"}
    assert (start["event"], start["sequenceNumber"], start["streamSid"]) == ("start", "1", STREAM)
    assert start["start"]["customParameters"] == {"business": "ace-cooling"}
    assert start["start"]["mediaFormat"] == {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
    assert start["start"]["callSid"] == "CA0001"


def test_the_callers_sound_is_numbered_and_timed(line: PhoneLine) -> None:
    line.opening()
    first, second = (json.loads(line.speak(tone(20))) for _ in range(2))

    assert [first["sequenceNumber"], second["sequenceNumber"]] == ["2", "3"]
    assert [first["media"]["chunk"], second["media"]["chunk"]] == ["1", "2"]
    assert [first["media"]["timestamp"], second["media"]["timestamp"]] == ["0", "20"]
    assert base64.b64decode(first["media"]["payload"]) == tone(20)
    assert first["media"]["track"] == "inbound"


def test_keys_and_the_end_are_said_as_twilio_says_them(line: PhoneLine) -> None:
    assert json.loads(line.press("#"))["dtmf"] == {"track": "inbound_track", "digit": "#"}
    assert json.loads(line.stop())["stop"] == {"accountSid": "AC0001", "callSid": "CA0001"}


def test_what_comes_at_once_is_played_in_its_own_time(line: PhoneLine) -> None:
    line.receive(media(tone(1_000)), 0)

    heard, _ = play(line, 1_000)
    assert heard == tone(1_000)
    assert not line.playing
    assert play(line, 40)[0] == silence(40)


def test_a_mark_is_answered_when_what_is_before_it_was_heard(line: PhoneLine) -> None:
    assert line.receive(media(tone(100)), 0) + line.receive(mark("a"), 0) == []
    line.receive(media(tone(100)), 0)
    line.receive(mark("b"), 0)

    assert play(line, 80)[1] == []
    assert play(line, 20, 80)[1] == ["a"]
    assert play(line, 80, 100)[1] == []
    assert play(line, 20, 180)[1] == ["b"]


def test_a_mark_after_everything_was_heard_is_answered_at_once(line: PhoneLine) -> None:
    assert marks_in(line.receive(mark("a"), 0)) == ["a"]


def test_a_clear_drops_the_rest_and_gives_all_marks_back(line: PhoneLine) -> None:
    line.receive(media(tone(500)), 0)
    line.receive(mark("a"), 0)
    line.receive(media(tone(500)), 0)
    line.receive(mark("b"), 0)
    play(line, 100)

    assert marks_in(line.receive(clear(), 100)) == ["a", "b"]
    assert not line.playing
    assert play(line, 100, 100)[0] == silence(100)


def test_what_comes_after_a_clear_is_played(line: PhoneLine) -> None:
    line.receive(media(tone(500)), 0)
    line.receive(clear(), 0)
    line.receive(media(tone(40)), 0)
    line.receive(mark("c"), 0)

    assert play(line, 40) == (tone(40), ["c"])


def test_a_buffer_that_runs_dry_in_the_middle_is_a_gap(line: PhoneLine) -> None:
    line.receive(media(tone(100)), 0)
    play(line, 160)
    line.receive(media(tone(100)), 160)

    assert line.gaps_ms == [60]


@pytest.mark.parametrize("between", [mark("a"), clear()])
def test_a_pause_between_two_things_that_are_said_is_no_gap(line: PhoneLine, between: str) -> None:
    line.receive(media(tone(100)), 0)
    line.receive(between, 0)
    play(line, 160)
    line.receive(media(tone(100)), 160)

    assert line.gaps_ms == []


def test_a_long_pause_is_no_gap(line: PhoneLine) -> None:
    line.receive(media(tone(100)), 0)
    play(line, 1_120)
    line.receive(media(tone(100)), 1_120)

    assert line.gaps_ms == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        (json.dumps({"event": "media", "media": {"payload": ""}}), "streamSid is missing or wrong"),
        (mark("a", "MZ0002"), "streamSid is missing or wrong"),
        (json.dumps({"event": "hello", "streamSid": STREAM}), "unknown event"),
        (
            json.dumps({"event": "media", "streamSid": STREAM, "media": {"payload": "%%"}}),
            "media: payload is not base64",
        ),
        (json.dumps({"event": "media", "streamSid": STREAM, "media": None}), "media: payload is not base64"),
        (json.dumps({"event": "media", "streamSid": STREAM, "media": {"payload": 3}}), "media: payload is not base64"),
        (json.dumps({"event": "mark", "streamSid": STREAM, "mark": {"name": ""}}), "mark: no name"),
        (json.dumps({"event": "mark", "streamSid": STREAM}), "mark: no name"),
    ],
)
def test_what_is_against_the_protocol_is_noted(line: PhoneLine, message: str, fault: str) -> None:
    assert line.receive(message, 0) == []
    assert line.faults == [fault]
    assert not line.playing


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("media"), st.integers(0, 2_000)),
        st.tuples(st.just("mark"), st.integers(0, 5)),
        st.tuples(st.just("clear"), st.just(0)),
        st.tuples(st.just("play"), st.integers(1, 20)),
        st.tuples(st.just("rubbish"), st.just(0)),
    ),
    max_size=40,
)


@given(_STEPS)
def test_whatever_comes_nothing_is_heard_twice_and_every_mark_comes_back_once_and_in_order(
    steps: list[tuple[str, int]],
) -> None:
    line = PhoneLine(IDS)
    sent, heard, cleared, at_ms = b"", b"", 0, 0
    asked: list[str] = []
    answered: list[str] = []
    for number, (kind, size) in enumerate(steps):
        if kind == "media":
            audio = bytes([number % 100]) * size
            sent += audio
            line.receive(media(audio), at_ms)
        elif kind == "mark":
            asked.append(f"{number}")
            answered += marks_in(line.receive(mark(f"{number}"), at_ms))
        elif kind == "clear":
            cleared += len(sent) - cleared - len(heard)
            answered += marks_in(line.receive(clear(), at_ms))
            assert not line.playing
        elif kind == "rubbish":
            line.receive("{}", at_ms)
        else:
            for _ in range(size):
                played = line.play(at_ms)
                assert len(played.audio) == FRAME_BYTES
                heard += played.audio.rstrip(b"\xff")
                answered += marks_in(played.messages)
                at_ms += FRAME_MS
        assert answered == asked[: len(answered)]
    answered += play(line, len(sent) // 8 + 40, at_ms)[1]

    assert answered == asked
    assert len(heard) + cleared <= len(sent)
    assert all(gap > 0 for gap in line.gaps_ms)
