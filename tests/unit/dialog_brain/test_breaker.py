"""The circuit breaker of one backend endpoint."""

from __future__ import annotations

from dialog_brain.breaker import OPENS_AFTER, STAYS_OPEN_S, Breaker


def test_it_opens_after_failures_in_a_row_and_allows_a_trial_after_the_pause() -> None:
    breaker = Breaker()
    for _ in range(OPENS_AFTER):
        assert breaker.allows(10.0)
        breaker.failed(10.0)
    assert not breaker.allows(10.0 + STAYS_OPEN_S - 0.1)
    assert breaker.allows(10.0 + STAYS_OPEN_S)


def test_a_success_in_between_keeps_it_closed() -> None:
    breaker = Breaker()
    for _ in range(OPENS_AFTER - 1):
        breaker.failed(0.0)
    breaker.succeeded()
    breaker.failed(0.0)
    assert breaker.allows(0.0)


def test_a_failed_trial_opens_it_again() -> None:
    breaker = Breaker()
    for _ in range(OPENS_AFTER + 1):
        breaker.failed(100.0)
    assert not breaker.allows(101.0)
