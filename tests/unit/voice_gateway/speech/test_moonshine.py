"""Moonshine's words, from its own weights."""

from __future__ import annotations

import asyncio
from functools import cache

import numpy as np
import pytest

from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.moonshine import Moonshine, read_vocabulary, spell
from voice_gateway.speech.ports import Hints


@cache
def engine() -> Moonshine:
    return Moonshine()


@cache
def voice() -> HibariVoice:
    return HibariVoice()


def test_the_vocabulary_is_length_prefixed() -> None:
    long = bytes([0x80 | (200 % 128), 200 // 128]) + b"x" * 200
    assert read_vocabulary(b"\x03abc\x00" + long + b"\x01z") == [b"abc", b"", b"x" * 200, b"z"]


def test_pieces_join_to_words_and_bytes_to_letters() -> None:
    vocabulary = ["\u2581my".encode(), "\u2581A".encode(), b"C", b"\xc3", b"\xa9"]
    assert spell(vocabulary, [0, 1, 2, 3, 4]) == "my AC\u00e9"


@pytest.mark.parametrize("line", ["My furnace is making a loud noise.", "No.", "Yes, please.", "Tomorrow at nine."])
def test_what_was_said_on_the_telephone_is_understood(line: str) -> None:
    audio = mulaw.decode(voice().render_now(line))
    heard = asyncio.run(engine().transcribe(audio, Hints()))
    assert heard.rstrip(".").lower() == line.rstrip(".").lower()


def test_a_caller_who_talks_on_is_understood_to_the_end() -> None:
    line = "My furnace is making a loud noise. It began this morning. I do not know what it is. Please send somebody."
    audio = mulaw.decode(voice().render_now(line))
    pause = bytes(8_000)
    heard = engine().transcribe_now(audio + pause + audio)
    assert heard.lower().count("furnace") == 2
    assert heard.lower().count("somebody") == 2


def test_a_burst_of_noise_is_not_a_yes() -> None:
    random = np.random.default_rng(0)
    for _ in range(4):
        burst = random.normal(0, 4_000, 4_000) * np.hanning(4_000)
        assert engine().transcribe_now(np.pad(burst, 3_000).astype("<i2").tobytes()) == ""


def test_an_expected_word_wins_over_one_that_sounds_like_it() -> None:
    audio = mulaw.decode(voice().render_now("The kandenser is loud."))
    assert "condenser" in engine().transcribe_now(audio, Hints("problem", ("condenser",))).lower()


@pytest.mark.parametrize(
    "audio", [b"", bytes(16_000), np.random.default_rng(1).normal(0, 20, 16_000).astype("<i2").tobytes()]
)
def test_silence_has_no_words(audio: bytes) -> None:
    assert engine().transcribe_now(audio) == ""
