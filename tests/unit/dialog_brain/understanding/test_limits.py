"""Whatever is said, reading it never fails and never takes long."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog_brain.understanding.answers.consent_words import FILLER, UNSURE
from dialog_brain.understanding.as_json import understood_json
from dialog_brain.understanding.language.words import hear, wordlist
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.street_words import STREET_TYPES
from dialog_brain.understanding.spoken import backend_phrase, spoken_when
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected, Held
from dialog_brain.understanding.when.offers import choose
from dialog_brain.understanding.when.slots_written import parse_offer

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
ASKED = st.sampled_from(get_args(Expected))
MOMENTS = st.integers(0, 1500 * 24).map(lambda hours: NOW + timedelta(hours=hours))
WORDS = st.sampled_from(
    sorted(GIVEN_NAMES)[:40]
    + sorted(STREET_TYPES)
    + " ".join((*FILLER, *UNSURE)).replace("|", " ").replace("_", " ").split()
    + wordlist("one two seven oh double hundred thousand twenty first third half quarter past to noon am pm at between")
    + wordlist("zero o twentieth")
    + wordlist("monday next week in days from tomorrow march february 30 31 29th 2/30 99:99 25:00 no not gas smoke or")
    + ["78745", "12", "8-10", "3/5", "#", "-", "?", ",", ".", "½", "٣", "①", "é", "🙂", "", "'"]
)
HELD = st.sampled_from([Held(), Held(name="Emily Carter", address="88 Elm Street"), Held(address="4210 South Lamar")])


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), ASKED, MOMENTS, HELD)
def test_no_row_of_words_is_too_odd_to_read(text: str, asked: Expected, now: datetime, held: Held) -> None:
    understood = understand(text, asked, now, held=held)

    understood_json(understood)
    choose(hear(text), [now, now + timedelta(hours=3)], now)
    parse_offer(text, now)
    if understood.when is not None and understood.when.wishes:
        assert spoken_when(understood.when, now)
        assert backend_phrase(understood.when, now)
        assert understood.when.date is None or understood.when.date >= now.date()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), ASKED)
def test_no_text_in_any_script_is_too_odd_to_read(text: str, asked: Expected) -> None:
    assert understand(text, asked, NOW).text == text


@pytest.mark.parametrize(
    "piece",
    ["a ", "1 ", "1", "no ", "not ", "J ", "a week from ", "in a week from ", "between 2 and ", "double ", "x", "a.b.",
     "1:", "12 oak ", "or ", "my name is ", "smell a b ", "'", "日本語 ", ", ", "one hundred ", "uh 1 "],
)  # fmt: skip
def test_five_thousand_characters_of_anything_are_read_at_once(piece: str) -> None:
    text = (piece * 5000)[:5000]
    started = time.process_time()
    for asked in get_args(Expected):
        understand(text, asked, NOW)

    assert time.process_time() - started < 0.25 * len(get_args(Expected))


@pytest.mark.parametrize("says", ["yes 8-10", "no 12-5", "zero zero zero o o o oak street", "oh 78745 96 o 90 south"])
def test_figures_that_are_no_house_number_are_none_beside_an_address_that_is_held(says: str) -> None:
    for asked in get_args(Expected):
        assert understand(says, asked, NOW, held=Held(address="88 Elm Street")).address is None


def test_a_row_of_more_digits_than_an_integer_may_have_is_no_minutes() -> None:
    assert understand(f"2-{'7' * 5000}", "confirm", NOW).consent is None


def test_a_danger_at_the_end_of_a_very_long_turn_is_heard() -> None:
    assert understand("well you know " * 340 + "I smell gas", "open", NOW).hazard == "GAS_LEAK"


def test_with_a_correction_consent_is_never_yes() -> None:
    for says in (
        "yes but make it Friday",
        "yes, the address is wrong",
        "sure, but change the time",
        "okay but not Tuesday",
    ):
        understood = understand(says, "confirm", NOW)
        assert not (understood.correction and understood.consent == "yes")
