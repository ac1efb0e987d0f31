"""Pure. What becomes of a delivery after an attempt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from post_call_worker.delivery.decision import GENERAL, SCHEDULES, Dead, Delivered, Outcome, Retry, decide
from post_call_worker.outgoing import GOOD_FOR
from post_call_worker.vocabulary import DeliveryKind

NOW = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
EVEN = 0.5
"""Luck that neither lengthens nor shortens a wait."""


def test_an_explicit_success_is_delivered_with_the_ids_of_its_rows() -> None:
    answer = {"success": True, "job_id": "job-1", "lead_id": None, "other": 3}
    assert decide(Outcome(200, answer), 1, NOW, EVEN) == Delivered({"job_id": "job-1"})


def test_ids_hold_only_what_a_database_can_store() -> None:
    answer = {"success": True, "job_id": "job\x00-1\ud800", "lead_id": "\x00"}
    assert decide(Outcome(200, answer), 1, NOW, EVEN) == Delivered({"job_id": "job-1?"})


@pytest.mark.parametrize("answer", [None, {}, {"success": False}, {"success": "true"}, {"ok": True}])
def test_a_200_that_does_not_say_success_is_tried_again(answer: dict[str, object] | None) -> None:
    decision = decide(Outcome(200, answer, body="<html>"), 1, NOW, EVEN)
    assert isinstance(decision, Retry)
    assert decision.reason == "answered 200 without success"


@pytest.mark.parametrize("code", [400, 404, 410, 413, 422])
@pytest.mark.parametrize("answer", [{"error": "Validation failed", "details": []}, {"code": 21211, "message": "no"}])
def test_what_will_never_be_accepted_is_dead_at_once(code: int, answer: dict[str, object]) -> None:
    decision = decide(Outcome(code, answer), 1, NOW, EVEN)
    assert isinstance(decision, Dead)
    assert not decision.alarm


@pytest.mark.parametrize("code", [400, 404, 410, 413, 422])
@pytest.mark.parametrize("answer", [None, {}, {"status": "starting"}])
def test_a_refusal_that_is_not_the_receivers_own_is_tried_again_as_if_it_were_down(
    code: int, answer: dict[str, object] | None
) -> None:
    decision = decide(Outcome(code, answer, body="<html>"), 1, NOW, EVEN)
    assert isinstance(decision, Retry)
    assert (decision.reason, decision.endpoint_down) == (f"answered {code}", True)


@pytest.mark.parametrize("code", [401, 403])
def test_a_refused_secret_is_dead_and_raises_an_alarm(code: int) -> None:
    decision = decide(Outcome(code), 1, NOW, EVEN)
    assert isinstance(decision, Dead)
    assert decision.alarm


@pytest.mark.parametrize(
    ("outcome", "down"),
    [
        (Outcome(error="no answer within 15 s"), True),
        (Outcome(error="connection failed: ConnectError"), True),
        (Outcome(408), True),
        (Outcome(429), True),
        (Outcome(500), True),
        (Outcome(503), True),
        (Outcome(302), False),
        (Outcome(409), False),
    ],
)
def test_what_may_pass_is_tried_again(outcome: Outcome, down: bool) -> None:
    decision = decide(outcome, 1, NOW, EVEN)
    assert isinstance(decision, Retry)
    assert decision.endpoint_down is down


def _waits(kind: DeliveryKind) -> list[float]:
    """Between the attempts, as long as all fail."""
    waits, schedule = [0.0], SCHEDULES[kind]
    while isinstance(decision := decide(Outcome(500), len(waits), NOW, EVEN, schedule), Retry):
        waits.append((decision.at - NOW).total_seconds())
    return waits


@pytest.mark.parametrize("kind", ["job", "call"])
def test_what_the_dashboard_is_told_is_tried_again_by_the_general_schedule(kind: DeliveryKind) -> None:
    assert _waits(kind) == [0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400]


@pytest.mark.parametrize("kind", ["confirmation", "lead"])
def test_a_text_that_is_no_page_is_given_up_within_minutes(kind: DeliveryKind) -> None:
    assert _waits(kind) == [0, 5, 30, 120]


@pytest.mark.parametrize(("kind", "hours"), [("alert", 42), ("page", 12)])
def test_what_tells_of_a_danger_waits_two_minutes_at_most_for_hours_and_then_little_more(
    kind: DeliveryKind, hours: float
) -> None:
    waits = _waits(kind)
    assert sum(waits) >= hours * 3_600
    after = [sum(waits[:place]) for place in range(len(waits))]
    within = GOOD_FOR["page"].total_seconds()
    assert max(wait for at, wait in zip(after, waits, strict=True) if at < 4 * 3_600 - 120) == 120
    assert max(wait for at, wait in zip(after, waits, strict=True) if at < within - 300) == 300
    assert max(waits) <= 1_800
    assert len(waits) < 300


def test_after_the_last_attempt_it_is_dead_with_the_last_reason() -> None:
    assert decide(Outcome(500), len(GENERAL.waits_s), NOW, EVEN) == Dead("answered 500; given up after 9 attempts")


@pytest.mark.parametrize(("luck", "wait_s"), [(0.0, 54.0), (1.0, 66.0)])
def test_a_wait_varies_by_a_tenth(luck: float, wait_s: float) -> None:
    decision = decide(Outcome(500), 2, NOW, luck)
    assert isinstance(decision, Retry)
    assert (decision.at - NOW).total_seconds() == pytest.approx(wait_s)


@pytest.mark.parametrize(
    ("header", "wait_s"),
    [
        ("120", 120),
        ("Mon, 23 Feb 2026 16:10:00 GMT", 600),
        ("Mon, 23 Feb 2026 15:00:00 GMT", 5),
        ("2", 5),
        ("soon", 5),
        ("-3", 5),
        ("", 5),
        ("999999999", 86_400),
        ("Mon, 23 Feb 2026 16:10:00 +99999999999999999999", 5),
    ],
)
def test_retry_after_lengthens_a_wait_and_never_shortens_it(header: str, wait_s: float) -> None:
    decision = decide(Outcome(503, retry_after=header), 1, NOW, EVEN)
    assert isinstance(decision, Retry)
    assert decision.at - NOW == timedelta(seconds=wait_s)
