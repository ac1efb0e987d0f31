"""Pure. A call in one sentence."""

from __future__ import annotations

from typing import get_args

import pytest

from post_call_worker.folding import fold
from post_call_worker.summary import HEADLINE_MAX_CHARS, TITLES, headline, summary
from post_call_worker.vocabulary import Disposition
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog, booked_call


def test_a_booked_call_is_told_with_its_time_on_the_business_clock() -> None:
    record = fold(booked_call().messages, PROFILE)
    assert summary(record, PROFILE) == (
        "Jonas Miller called about: AC stopped cooling. Booked for Tuesday, February 24 at 9:00 AM."
    )
    assert headline(record) == "AC stopped cooling"


def test_a_call_of_which_nothing_is_known_says_so() -> None:
    record = fold(CallLog().messages, PROFILE)
    assert summary(record, PROFILE) == "A caller who gave no name called. Nobody spoke."
    assert headline(record) == "Nobody spoke"


def test_a_wish_that_was_not_met_is_told() -> None:
    log = CallLog().hears("hi").learns(preferred_time="Tuesday", booking_attempted=True).enters("callback")
    told = summary(fold(log.messages, PROFILE), PROFILE)
    assert told.endswith("Booking did not succeed, a person must call back; wished for Tuesday.")


@pytest.mark.parametrize("length", [59, 60, 61, 500])
def test_a_headline_fits_on_the_card(length: int) -> None:
    record = fold(CallLog().learns(problem_description="x" * length).messages, PROFILE)
    assert len(headline(record)) <= HEADLINE_MAX_CHARS
    assert headline(record).endswith("...") is (length > HEADLINE_MAX_CHARS)


def test_every_disposition_has_a_title() -> None:
    assert set(TITLES) == set(get_args(Disposition))
