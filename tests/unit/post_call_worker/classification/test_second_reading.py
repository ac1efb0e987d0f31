"""Pure. What labelled calls have taught corrects the signals where it is sure, and never at the cost of a danger."""

from __future__ import annotations

import math

import pytest

from calllock.contracts.events import Hazard
from calllock.weights import Weights
from post_call_worker.classification import second_reading
from post_call_worker.classification.second_reading import LEARNABLE, corrected, traits_of
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.tagging import Heard, hear
from post_call_worker.classification.taxonomy import CATEGORY_OF

MANY_WORDS = frozenset(str(number) for number in range(30))


def _corrected(
    given: set[str],
    weights: Weights,
    raised: Hazard | None = None,
    taken_back: frozenset[str] = frozenset(),
    found: frozenset[str] = MANY_WORDS,
) -> set[str]:
    return corrected(given, Heard({}, taken_back), found, weights, raised)


def _likely(**biases: float) -> Weights:
    """Weights by which tags are likely whatever is said."""
    return Weights("", biases, {})


def _traits(says: str) -> frozenset[str]:
    return traits_of([says], hear([says], package_signals()))


CERTAIN, POSSIBLE, EXCLUDED = 5.0, 0.0, -9.0


def test_a_tag_that_is_nearly_certain_is_given_without_a_signal() -> None:
    assert _corrected({"REPAIR_AC"}, _likely(PET_SECURE=CERTAIN)) == {"REPAIR_AC", "PET_SECURE"}


def test_a_tag_that_is_all_but_excluded_is_not_given_in_spite_of_a_signal() -> None:
    assert _corrected({"REPAIR_AC", "PET_SECURE"}, _likely(PET_SECURE=EXCLUDED)) == {"REPAIR_AC"}


@pytest.mark.parametrize("given", [set(), {"PET_SECURE"}])
def test_between_the_two_the_signals_decide(given: set[str]) -> None:
    assert _corrected(given, _likely(PET_SECURE=POSSIBLE)) == given


def test_what_the_caller_has_taken_back_stays_out() -> None:
    assert _corrected(set(), _likely(GAS_LEAK=CERTAIN), taken_back=frozenset({"GAS_LEAK"})) == set()


def test_few_words_correct_nothing() -> None:
    weights = _likely(PET_SECURE=EXCLUDED, GATE_CODE=CERTAIN)
    assert _corrected({"PET_SECURE"}, weights, found=frozenset(["hi"])) == {"PET_SECURE"}


def test_which_of_two_machines_is_out_of_order_is_not_guessed() -> None:
    both = Heard({"about_cooling": "ac", "about_heating": "furnace"}, frozenset())
    one = Heard({"about_heating": "furnace"}, frozenset())
    weights = _likely(REPAIR_HEATING=CERTAIN)
    assert corrected(set(), both, MANY_WORDS, weights, None) == set()
    assert corrected(set(), one, MANY_WORDS, weights, None) == {"REPAIR_HEATING"}


def test_a_danger_must_be_excluded_more_surely_than_another_tag() -> None:
    between = math.log(second_reading.EXCLUDED * 0.7)
    weights = _likely(CO_EVENT=between, PET_SECURE=between, GAS_LEAK=POSSIBLE)
    assert _corrected({"GAS_LEAK", "CO_EVENT", "PET_SECURE"}, weights) == {"GAS_LEAK", "CO_EVENT"}


def test_hesitations_change_nothing() -> None:
    assert _traits("um, I need, you know, a tune up") == _traits("I need a tune up")


def test_the_hints_that_stand_are_weighed_beside_the_words() -> None:
    assert "~it_fails" in _traits("my furnace is not working")
    assert not [trait for trait in _traits("my furnace is working") if trait == "~it_fails"]


def test_every_hint_that_is_weighed_is_one_of_the_signals() -> None:
    signals = package_signals()
    weighed = {trait[1:] for trait in signals.learned.by_trait if trait.startswith("~")}
    assert len(weighed) > 20
    assert weighed <= signals.by_name.keys() - CATEGORY_OF.keys(), "a hint has another name since: run `make learn`"


def test_a_tag_of_which_nothing_was_learned_stays_as_it_is() -> None:
    assert _corrected({"NEW_CUSTOMER"}, _likely()) == {"NEW_CUSTOMER"}


def test_the_only_danger_is_never_taken_back() -> None:
    assert _corrected({"GAS_LEAK"}, _likely(GAS_LEAK=EXCLUDED)) == {"GAS_LEAK"}


def test_of_two_dangers_one_may_be_taken_back() -> None:
    weights = _likely(CO_EVENT=EXCLUDED, GAS_LEAK=POSSIBLE)
    assert _corrected({"GAS_LEAK", "CO_EVENT"}, weights) == {"GAS_LEAK"}


@pytest.mark.parametrize("danger", ["HEALTH_RISK", "ACTIVE_FLOODING"])
def test_harm_to_people_and_houses_is_never_taken_back(danger: str) -> None:
    assert _corrected({danger}, _likely(**{danger: EXCLUDED})) == {danger}


def test_a_danger_that_was_raised_while_the_call_went_on_stays() -> None:
    weights = _likely(CO_EVENT=EXCLUDED, GAS_LEAK=CERTAIN)
    assert _corrected({"CO_EVENT"}, weights, "CO_EVENT") == {"CO_EVENT", "GAS_LEAK"}


def test_what_comes_with_the_package_is_of_tags_that_words_alone_give() -> None:
    learned = package_signals().learned.biases.keys()
    assert learned <= set(LEARNABLE)
    assert len(learned) > 80
