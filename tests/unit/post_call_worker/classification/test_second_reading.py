"""Pure. What labelled calls have taught corrects the signals where it is sure, and never at the cost of a danger."""

from __future__ import annotations

import pytest

from calllock.weights import Weights
from post_call_worker.classification.second_reading import LEARNABLE, corrected
from post_call_worker.classification.signal_files import package_signals


def _likely(**biases: float) -> Weights:
    """Weights by which tags are likely whatever is said."""
    return Weights("", biases, {})


CERTAIN, POSSIBLE, EXCLUDED = 5.0, 0.0, -9.0


def test_a_tag_that_is_nearly_certain_is_given_without_a_signal() -> None:
    assert corrected({"REPAIR_AC"}, ["hi"], _likely(PET_SECURE=CERTAIN), None) == {"REPAIR_AC", "PET_SECURE"}


def test_a_tag_that_is_all_but_excluded_is_not_given_in_spite_of_a_signal() -> None:
    assert corrected({"REPAIR_AC", "PET_SECURE"}, ["hi"], _likely(PET_SECURE=EXCLUDED), None) == {"REPAIR_AC"}


@pytest.mark.parametrize("given", [set(), {"PET_SECURE"}])
def test_between_the_two_the_signals_decide(given: set[str]) -> None:
    assert corrected(given, ["hi"], _likely(PET_SECURE=POSSIBLE), None) == given


def test_a_tag_of_which_nothing_was_learned_stays_as_it_is() -> None:
    assert corrected({"NEW_CUSTOMER"}, ["hi"], _likely(), None) == {"NEW_CUSTOMER"}


def test_the_only_danger_is_never_taken_back() -> None:
    assert corrected({"GAS_LEAK"}, ["hi"], _likely(GAS_LEAK=EXCLUDED), None) == {"GAS_LEAK"}


def test_of_two_dangers_one_may_be_taken_back() -> None:
    weights = _likely(CO_EVENT=EXCLUDED, GAS_LEAK=POSSIBLE)
    assert corrected({"GAS_LEAK", "CO_EVENT"}, ["hi"], weights, None) == {"GAS_LEAK"}


@pytest.mark.parametrize("danger", ["HEALTH_RISK", "ACTIVE_FLOODING"])
def test_harm_to_people_and_houses_is_never_taken_back(danger: str) -> None:
    assert corrected({danger}, ["hi"], _likely(**{danger: EXCLUDED}), None) == {danger}


def test_a_danger_that_was_raised_while_the_call_went_on_stays() -> None:
    weights = _likely(CO_EVENT=EXCLUDED, GAS_LEAK=CERTAIN)
    assert corrected({"CO_EVENT"}, ["hi"], weights, "CO_EVENT") == {"CO_EVENT", "GAS_LEAK"}


def test_what_comes_with_the_package_is_of_tags_that_words_alone_give() -> None:
    learned = package_signals().learned.biases.keys()
    assert learned <= set(LEARNABLE)
    assert len(learned) > 80
