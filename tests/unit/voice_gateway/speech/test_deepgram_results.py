"""What Deepgram says it heard."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice_gateway.speech.deepgram_results import Results, StreamWords, read_message
from voice_gateway.speech.faults import VendorFailed

_EMPTY = {"type": "Results", "start": 0.0, "duration": 1.0}


def results(start: float, duration: float, *words: str, final: bool = True, finalized: bool = False) -> str:
    each = duration / max(1, len(words))
    spread = [
        {"word": word, "punctuated_word": word, "start": start + each * i, "end": start + each * (i + 1)}
        for i, word in enumerate(words)
    ]
    return json.dumps(
        {
            "type": "Results",
            "start": start,
            "duration": duration,
            "is_final": final,
            "speech_final": False,
            "from_finalize": finalized,
            "channel_index": [0, 1],
            "channel": {"alternatives": [{"transcript": " ".join(words), "confidence": 0.9, "words": spread}]},
        }
    )


def heard(*messages: str) -> StreamWords:
    words = StreamWords()
    for message in messages:
        read = read_message(message)
        assert read is not None
        words.take(read)
    return words


def test_the_words_of_a_turn_are_those_since_it_began() -> None:
    words = heard(results(0.0, 4.0, "Hi,", "there."), results(4.0, 2.0, "my", "furnace"), results(6.0, 1.0, "died."))
    assert words.since(3.7) == "my furnace died."
    assert words.since(0.0) == "Hi, there. my furnace died."
    assert words.since(7.0) == ""


def test_a_word_that_began_a_little_before_the_turn_belongs_to_it() -> None:
    assert heard(results(0.0, 2.0, "yes")).since(0.9) == "yes"
    assert heard(results(0.0, 2.0, "yes")).since(1.1) == ""


def test_what_is_not_final_does_not_count() -> None:
    words = heard(results(0.0, 2.0, "maybe", final=False))
    assert words.since(0.0) == ""
    assert not words.is_final_until(2.0)


def test_what_is_not_final_is_said_for_now_until_it_is_said_again() -> None:
    unsure = results(1.0, 1.0, "fur", "nice", final=False), results(1.0, 1.5, "furnace", "dye", final=False)
    words = heard(results(0.0, 1.0, "my"), *unsure)
    assert words.so_far(0.0) == "my furnace dye"
    assert words.since(0.0) == "my"
    assert heard(results(0.0, 1.0, "my"), *unsure, results(1.0, 2.0, "furnace", "died.")).so_far(0.0) == (
        "my furnace died."
    )


def test_how_far_the_words_are_final_is_known_but_for_the_silence_at_the_end() -> None:
    words = heard(results(0.0, 2.0, "yes"))
    assert words.is_final_until(2.1)
    assert not words.is_final_until(2.3)


def test_answers_to_finalize_are_counted() -> None:
    assert heard(results(0.0, 2.0, finalized=True), results(2.0, 1.0, final=True)).finalized == 1


def test_the_spelling_without_punctuation_is_taken_when_there_is_no_other() -> None:
    message = json.loads(results(0.0, 1.0, "yes"))
    del message["channel"]["alternatives"][0]["words"][0]["punctuated_word"]
    message["channel"]["alternatives"][0]["words"][0]["word"] = "yes"
    assert heard(json.dumps(message)).since(0.0) == "yes"


@pytest.mark.parametrize("kind", ["Metadata", "SpeechStarted", "UtteranceEnd", "Something else"])
def test_other_messages_say_nothing(kind: str) -> None:
    assert read_message(json.dumps({"type": kind, "duration": 1.0})) is None


@pytest.mark.parametrize("message", ["", "<html>", b"\xff\x00", "[]", "{}", '{"type": "Results"}', '{"type": 1}'])
def test_what_is_no_message_is_garbled(message: str | bytes) -> None:
    with pytest.raises(VendorFailed, match="garbled"):
        read_message(message)


def test_an_error_message_breaks_the_stream() -> None:
    with pytest.raises(VendorFailed, match="broken"):
        read_message('{"type": "Error", "description": "no", "variant": "x"}')


@given(
    st.recursive(st.none() | st.floats() | st.text(), lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner))
)
def test_nothing_that_a_vendor_says_does_anything_else(said: Any) -> None:
    with suppress(VendorFailed):
        assert isinstance(read_message(json.dumps({**_EMPTY, "channel": said})), Results)
