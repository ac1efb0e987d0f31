"""The values that fill our words."""

from __future__ import annotations

from datetime import datetime

import pytest

from dialog_brain.flow.facts import FACT_NAMES, facts_in, promised_by, say
from dialog_brain.flow.lines import LINES
from dialog_brain.understanding.understood import When
from tests.unit.dialog_brain.flow.calls import a_call

FULL = a_call(
    customer_name="Ann Lee",
    service_address="4210 South Lamar Blvd, Apt 3",
    problem_description="AC is dead",
    zip_code="78704",
    booked_time="2026-02-24T15:45:00+00:00",
)._replace(wish_spoken="tomorrow at nine")


def test_times_are_said_on_the_clock_of_the_business() -> None:
    assert say("booked", FULL)[0].startswith("You're all set for Tuesday, February 24 at 9:45 in the morning")


def test_an_address_that_the_caller_said_is_said_back_for_the_ear() -> None:
    assert "at 42 10 South Lamar Boulevard," in say("read_back", FULL)[0]


@pytest.mark.parametrize("line", ["address_check", "read_back", "read_back_again", "booked", "lead_read_back"])
def test_an_address_on_file_is_never_read_out_in_full(line: str) -> None:
    on_file = FULL._replace(address_on_file=FULL.slots.service_address)
    words = " ".join(say(line, on_file)).replace("February 24 at 9:45", "")
    assert "South Lamar Boulevard" in words
    assert not any(c.isdigit() for c in words)


def test_digits_are_said_one_by_one() -> None:
    assert say("zip_check", FULL) == ("I have 7 8 7 0 4, is that right?",)


def test_offers_are_listed_with_an_or() -> None:
    moments = [datetime.fromisoformat(f"2026-02-{day}T09:00:00-06:00") for day in (24, 25, 26)]
    one, three = FULL._replace(offers=tuple(moments[:1])), FULL._replace(offers=tuple(moments))
    assert say("offer", one)[1] == "I have Tuesday, February 24 at 9 in the morning."
    assert say("offer", three)[1] == (
        "I have Tuesday, February 24 at 9 in the morning, Wednesday, February 25 at 9 in the morning,"
        " or Thursday, February 26 at 9 in the morning."
    )


@pytest.mark.parametrize(
    ("at", "promise"), [("2026-02-23T10:00:00-06:00", "within the hour"), ("2026-02-23T22:00:00-06:00", "first thing")]
)
def test_the_promise_depends_on_the_hour(at: str, promise: str) -> None:
    assert promise in say("will_call", a_call()._replace(now=datetime.fromisoformat(at)))[0]


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("will_call", "within the hour"),
        ("team_will_call", "within 15 minutes"),
        ("expert_will_call", ""),
        ("booked", ""),
    ],
)
def test_a_promise_is_told_in_the_words_in_which_it_is_said(line: str, promised: str) -> None:
    assert promised_by(line, FULL) == promised
    assert promised in say(line, FULL)[0]


def test_a_withheld_number_is_not_called_this_number() -> None:
    assert "this number" in say("will_call", a_call())[0]
    assert "this number" not in say("will_call", a_call()._replace(from_number=None))[0]


def test_every_line_can_be_said_of_a_call_in_which_everything_is_known() -> None:
    known = FULL._replace(
        when=When(soonest=True), other_time=FULL.now, offers=(FULL.now,), meanwhile="the name", also="the bill"
    )
    for line in LINES:
        words = " ".join(say(line, known, topic="fee"))
        assert not set("{}[]<>") & set(words)
        assert "  " not in words


def test_the_facts_of_a_sentence_are_named() -> None:
    assert facts_in("{name}, at {address}") == {"name", "address"}
    assert set().union(*(facts_in(s) for sentences in LINES.values() for s in sentences)) == FACT_NAMES
