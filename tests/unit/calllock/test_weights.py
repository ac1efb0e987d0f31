"""Pure. How likely something is by the words and the pairs of words in a call."""

from __future__ import annotations

import pytest

from calllock.weights import WeightsError, read_weights, traits

GAS = """{"learned_from": "abc", "weights": {
    "GAS": {"": -2.0, "smell gas": 6.0, "no": -3.0},
    "PET": {"": -1.0, "dog": 4.0}
}}"""


def test_the_traits_are_the_words_and_the_pairs_of_neighbours_with_the_ends_of_sentences() -> None:
    assert traits(["I smell gas."]) == {"i", "smell", "gas", ". i", "i smell", "smell gas", "gas ."}


def test_no_pair_goes_over_the_end_of_a_sentence_or_of_a_turn() -> None:
    assert traits(["No gas. Dogs!", "Bye"]) == {
        *("no", "gas", "dogs", "bye", ". no", "no gas", "gas .", ". dogs", "dogs .", ". bye", "bye ."),
    }


def test_curly_apostrophes_commas_and_stops_in_a_row_change_nothing() -> None:
    assert traits(["It\N{RIGHT SINGLE QUOTATION MARK}s hot,  um... ok"]) == traits(["it's hot um. ok"])


@pytest.mark.parametrize("turns", [[], [""], ["..."], ["  \n "]])
def test_who_says_nothing_has_no_traits(turns: list[str]) -> None:
    assert traits(turns) == frozenset()
    assert read_weights(GAS).likelihoods(traits(turns))["PET"] == pytest.approx(0.269, abs=0.001)


def test_words_that_speak_for_something_make_it_likely_and_those_that_speak_against_it_do_not() -> None:
    weights = read_weights(GAS)
    told = weights.likelihoods(traits(["smell gas"]))
    denied = weights.likelihoods(traits(["no smell gas"]))
    assert told["GAS"] > 0.5 > denied["GAS"]
    assert told["PET"] < 0.5


def test_the_same_words_weigh_less_in_a_longer_call() -> None:
    weights = read_weights(GAS)
    short, long = traits(["smell gas"]), traits(["smell gas and then we all went to the lake for a week"])
    assert weights.likelihoods(short)["GAS"] > weights.likelihoods(long)["GAS"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"learned_from": "a"}',
        '{"learned_from": "a", "weights": {"GAS": {"gas": 1}}}',
        '{"learned_from": "a", "weights": {"GAS": {"": "much"}}}',
        '{"learned_from": "a", "weights": {"GAS": 3}}',
    ],
)
def test_a_file_that_holds_no_weights_is_refused(text: str) -> None:
    with pytest.raises(WeightsError, match="these are no weights"):
        read_weights(text)
