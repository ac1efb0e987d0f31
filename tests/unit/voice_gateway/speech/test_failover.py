"""Which engine is asked next, in virtual time."""

from __future__ import annotations

import pytest

from calllock.runtime.circuit import OPEN_S
from voice_gateway.speech.failover import Failover, Tried
from voice_gateway.speech.faults import CONSEQUENCES, Fault

NAMES = ("wanted", "second", "local")


def utterance(failover: Failover, now: float, **faults: Fault) -> list[str]:
    """Who is asked for one utterance, when these engines fail like that."""
    tried: list[Tried] = []
    asked: list[str] = []
    while (name := failover.choose(tried, now)) is not None:
        asked.append(name)
        failover.begun(name, now)
        if name not in faults:
            failover.answered(name)
            return asked
        failover.failed(name, faults[name], now)
        tried.append(Tried(name, faults[name]))
    return [*asked, "nobody"]


def test_the_wanted_engine_is_asked_and_nobody_else() -> None:
    assert utterance(Failover(NAMES), 0.0) == ["wanted"]


@pytest.mark.parametrize(
    ("fault", "asked"),
    [
        ("unreachable", ["wanted", "wanted", "second"]),
        ("broken", ["wanted", "wanted", "second"]),
        ("garbled", ["wanted", "wanted", "second"]),
        ("late", ["wanted", "second"]),
        ("busy", ["wanted", "second"]),
        ("refused", ["wanted", "second"]),
        ("failed", ["wanted", "second"]),
    ],
)
def test_a_vendor_is_asked_once_more_when_a_moment_may_help(fault: Fault, asked: list[str]) -> None:
    assert utterance(Failover(NAMES), 0.0, wanted=fault) == asked


@pytest.mark.parametrize("fault", CONSEQUENCES)
def test_a_dead_vendor_costs_two_utterances_at_most_and_then_nothing_for_a_while(fault: Fault) -> None:
    failover = Failover(NAMES)
    costly = [utterance(failover, float(second), wanted=fault) for second in range(3)]
    assert costly[2] == ["second"]
    assert utterance(failover, OPEN_S - 1, wanted=fault) == ["second"]


def test_after_a_while_one_utterance_tries_the_vendor_again() -> None:
    failover = Failover(NAMES)
    utterance(failover, 0.0, wanted="refused")
    assert utterance(failover, OPEN_S, wanted="late") == ["wanted", "second"]
    assert utterance(failover, OPEN_S + 1) == ["second"]
    assert utterance(failover, 2 * OPEN_S) == ["wanted"]
    assert utterance(failover, 2 * OPEN_S + 1) == ["wanted"]


def test_only_one_call_at_a_time_tries_a_vendor_that_was_dead() -> None:
    failover = Failover(NAMES)
    utterance(failover, 0.0, wanted="refused")
    failover.begun("wanted", OPEN_S)
    assert failover.choose([], OPEN_S) == "second"


def test_failures_between_which_the_vendor_works_do_not_close_it_off() -> None:
    failover = Failover(NAMES)
    for second in range(20):
        utterance(failover, float(second), wanted="late")
        assert utterance(failover, second + 0.5) == ["wanted"]


def test_with_both_vendors_dead_the_local_engine_is_asked_at_once() -> None:
    failover = Failover(NAMES)
    utterance(failover, 0.0, wanted="refused", second="refused")
    assert utterance(failover, 1.0) == ["local"]


def test_the_last_engine_is_asked_however_it_did_before() -> None:
    failover = Failover(NAMES)
    for second in range(10):
        asked = utterance(failover, float(second), wanted="refused", second="refused", local="refused")
        assert asked[-2:] == ["local", "nobody"]
