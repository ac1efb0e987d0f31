"""An aside about another matter, once the trouble is known, ends no booking."""

from __future__ import annotations

from typing import Any

import pytest

from dialog_brain.flow.asides import beside_the_visit
from dialog_brain.understanding.understood import Understood
from tests.unit.dialog_brain.flow.calls import a_call

BILL: dict[str, Any] = {"kind": "billing", "intent": "non_service"}


def heard(**values: Any) -> Understood:
    return Understood(text="", words=3, **values)


def known() -> Any:
    return a_call("confirm", problem_description="AC is dead")


def test_without_a_known_trouble_a_matter_is_what_the_call_is_about() -> None:
    said = heard(kind="vendor", intent="non_service")
    assert beside_the_visit(a_call("welcome"), said, "matter") == said


@pytest.mark.parametrize("kind", ["vendor", "applicant"])
def test_whoever_has_a_trouble_sells_nothing_and_looks_for_no_work(kind: Any) -> None:
    assert beside_the_visit(known(), heard(kind=kind, intent="non_service"), "read_back") == heard()


def test_a_wrong_number_is_asked_before_it_goes() -> None:
    assert beside_the_visit(known(), heard(kind="wrong_number"), "zip") == heard(wants="goodbye")


@pytest.mark.parametrize("consent", ["yes", None])
def test_a_bill_is_called_about_beside_the_visit(consent: Any) -> None:
    said = beside_the_visit(known(), heard(consent=consent, **BILL), "read_back")
    assert said == heard(consent=consent, also="the bill")


def test_a_bill_with_a_no_to_the_visit_is_what_the_call_is_about() -> None:
    said = heard(consent="no", **BILL)
    assert beside_the_visit(known(), said, "read_back") == said


def test_a_bill_that_comes_up_again_without_an_answer_is_what_the_call_is_about() -> None:
    again = known()._replace(also="the bill")
    assert beside_the_visit(again, heard(**BILL), "read_back").kind == "billing"
    assert beside_the_visit(again, heard(consent="yes", **BILL), "read_back").kind is None


def test_nobody_showed_last_time_refuses_nothing() -> None:
    said = beside_the_visit(known(), heard(consent="no", follow_up=True), "read_back")
    assert said == heard(also="what you told me")


def test_what_is_also_asked_is_only_answered() -> None:
    said = beside_the_visit(known(), heard(question="warranty", follow_up=True), "read_back")
    assert said == heard(question="warranty")
