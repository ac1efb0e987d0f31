"""Callers who speak of calls and want a visit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialog_brain.understanding.asking.booking_now import wants_it_after_all
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "says",
    [
        "you were supposed to call back, but nobody did, can we just book it now",
        "nobody called me back about my AC, I'd just like to schedule it",
        "I've been waiting for a call back all day, let's just book it",
        "you said you'd call and didn't, could we please get it booked",
        "I was supposed to call you back about booking the AC repair",
    ],
)
def test_who_waited_for_a_call_may_book_instead(says: str) -> None:
    heard = understand(says, "open", NOW)
    assert (heard.follow_up, heard.wants) == (False, None)


@pytest.mark.parametrize(
    "says",
    [
        "you were supposed to call me back yesterday",
        "nobody called me back about my AC",
        "they told me they'd call back to book it",
        "she said you would call back to book it",
    ],
)
def test_who_waits_for_a_call_still_does(says: str) -> None:
    assert understand(says, "open", NOW).follow_up


@pytest.mark.parametrize(
    "says",
    [
        "no just book me for tomorrow",
        "no I need somebody out here",
        "no I want the appointment",
        "actually no, I'll stay on",
        "book it after all",
        "no, stay on the line",
    ],
)
def test_a_visit_that_was_given_up_is_wanted_after_all(says: str) -> None:
    assert wants_it_after_all(hear(says))


@pytest.mark.parametrize(
    "says",
    [
        "no, don't book it",
        "I don't want the appointment",
        "no thanks, I have an appointment elsewhere",
        "no that's okay",
    ],
)
def test_a_visit_that_is_not_wanted_is_not(says: str) -> None:
    assert not wants_it_after_all(hear(says))
