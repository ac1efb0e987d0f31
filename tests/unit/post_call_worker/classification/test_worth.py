"""Pure. How soon somebody should look at a call that was booked and is not settled."""

from __future__ import annotations

from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.result import Priority
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.worth import with_promise
from post_call_worker.folding import fold
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog, booked_call


def _priority(log: CallLog) -> Priority:
    record = fold(log.messages, PROFILE)
    return with_promise(classify(told_by(record), PROFILE, package_signals()), record).priority


def test_a_booked_visit_about_which_a_person_is_to_call_is_not_settled() -> None:
    found = _priority(booked_call().learns(callback_created=True))
    assert (found.color, found.reason) == ("red", "Booked, and was promised a call")


def test_what_is_only_booked_or_only_promised_stays_what_it_is() -> None:
    assert _priority(booked_call()).reason == "Booked, nothing else to do"
    promised = CallLog().hears("have somebody call me").enters("callback").learns(callback_created=True)
    assert _priority(promised).color == "blue"


def test_a_danger_stays_the_reason() -> None:
    log = booked_call().learns(callback_created=True).raises("GAS_LEAK", "I smell gas")
    assert _priority(log).reason == "Danger stated: gas leak"
