"""How long the end of a log is waited for before its call is stored."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calllock.runtime.bus import Logged
from post_call_worker.consumers import (
    ANSWER_POLL_S,
    LAST_ANSWER_S,
    LONG_OVER_S,
    SETTLE_S,
    TAKEOVER_S,
    wait_before_storing,
)
from post_call_worker.folding import fold
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog


@pytest.mark.parametrize(
    ("since_s", "answered", "wait_s"),
    [
        (0.0, True, SETTLE_S),
        (TAKEOVER_S - 0.4, True, 0.4),
        (TAKEOVER_S, True, 0.0),
        (SETTLE_S, False, ANSWER_POLL_S),
        (LAST_ANSWER_S - 1, False, ANSWER_POLL_S),
        (LAST_ANSWER_S, False, 0.0),
        (-3600.0, False, 0.0),
    ],
)
def test_the_last_words_of_the_brain_are_waited_for_but_not_for_ever(
    since_s: float, answered: bool, wait_s: float
) -> None:
    log = CallLog().enters("booking").asks("book_service")
    if answered:
        log.gets("book_service", booked=True)
    record = fold(log.ends().messages, PROFILE)
    assert record.ended_at is not None
    wait = wait_before_storing(record, _entries(log), record.ended_at + timedelta(seconds=since_s))
    assert wait == pytest.approx(wait_s)


def _entries(log: CallLog) -> list[Logged]:
    return [Logged(sequence, "", message) for sequence, message in enumerate(log.messages, start=1)]


@pytest.mark.parametrize(("after_s", "wait_s"), [(0.01, SETTLE_S), (TAKEOVER_S - 0.5, 0.5), (TAKEOVER_S, 0.0)])
def test_what_follows_from_an_answer_is_waited_for_until_another_brain_could_have_taken_over(
    after_s: float, wait_s: float
) -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller").waits(4).gets("book_service", booked=True)
    record = fold(log.messages, PROFILE)
    answered_at = log.messages[-1].occurred_at
    wait = wait_before_storing(record, _entries(log), answered_at + timedelta(seconds=after_s))
    assert wait == pytest.approx(wait_s)


@pytest.mark.parametrize(("after_s", "wait_s"), [(0.4, SETTLE_S - 0.4), (SETTLE_S, 0.0)])
def test_a_brain_that_has_had_its_say_is_waited_for_a_moment(after_s: float, wait_s: float) -> None:
    log = (
        CallLog().enters("booking").asks("book_service").gets("book_service", booked=True).enters("done").ends("caller")
    )
    record = fold(log.messages, PROFILE)
    wait = wait_before_storing(record, _entries(log), record.last_at + timedelta(seconds=after_s))
    assert wait == pytest.approx(wait_s)


_AHEAD_S = [-3600.0, -45.0, -5.0, -1.1, 1.1, 5.0, 45.0]


def _waits(log: CallLog, ahead_s: float, same_for_s: tuple[float, ...]) -> list[float]:
    record, now = fold(log.messages, PROFILE), log.messages[-1].occurred_at + timedelta(seconds=ahead_s)
    return [wait_before_storing(record, _entries(log), now, one) for one in same_for_s]


@pytest.mark.parametrize("ahead_s", _AHEAD_S)
def test_a_clock_that_is_not_that_of_those_who_wrote_the_log_changes_nothing(ahead_s: float) -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller").gets("book_service", booked=True)
    assert _waits(log, ahead_s, (0.0, 29.5, TAKEOVER_S)) == [SETTLE_S, 0.5, 0.0]


@pytest.mark.parametrize("ahead_s", _AHEAD_S)
def test_an_answer_that_is_on_its_way_is_waited_for_by_our_own_clock(ahead_s: float) -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    waits = _waits(log, ahead_s, (0.0, SETTLE_S, LAST_ANSWER_S - 0.1, LAST_ANSWER_S))
    assert waits == [SETTLE_S, ANSWER_POLL_S, ANSWER_POLL_S, 0.0]


def test_a_log_of_long_ago_is_not_watched() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    assert _waits(log, LONG_OVER_S + 1, (0.0,)) == [0.0]
