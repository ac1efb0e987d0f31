"""When an endpoint is left alone."""

from __future__ import annotations

from calllock.runtime.circuit import FAILURES_TO_OPEN, OPEN_S, Circuit


def _failed(times: int) -> Circuit:
    circuit = Circuit()
    for _ in range(times):
        circuit = circuit.failed(now=0.0)
    return circuit


def test_a_few_failures_are_taken_as_bad_luck() -> None:
    assert _failed(FAILURES_TO_OPEN - 1).begun(0.0).room(0.0, 32) == 32


def test_after_several_failures_in_a_row_nothing_is_sent_for_a_while_and_then_one() -> None:
    circuit = _failed(FAILURES_TO_OPEN)
    assert circuit.room(OPEN_S - 1, 32) == 0
    assert circuit.room(OPEN_S, 32) == 1
    assert circuit.begun(OPEN_S).room(OPEN_S, 32) == 0


def test_a_probe_that_fails_opens_it_again_and_one_that_is_answered_closes_it() -> None:
    probing = _failed(FAILURES_TO_OPEN).begun(OPEN_S)
    assert probing.failed(now=OPEN_S).room(OPEN_S + 1, 32) == 0
    assert probing.answered().room(OPEN_S, 32) == 32


def test_a_probe_that_was_given_up_gives_way_to_another() -> None:
    probing = _failed(FAILURES_TO_OPEN).begun(OPEN_S)
    assert probing.room(2 * OPEN_S - 1, 32) == 0
    assert probing.room(2 * OPEN_S, 32) == 1


def test_an_answer_forgets_earlier_failures() -> None:
    circuit = _failed(FAILURES_TO_OPEN - 1).answered().failed(now=0.0)
    assert circuit.room(0.0, 32) == 32
