"""Pure. Spoken numbers in digits."""

from __future__ import annotations

import pytest

from post_call_worker.classification.numbers import number_of, with_digits
from post_call_worker.classification.wording import sentences_of


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("she is eighty-two", "she is 82"),
        ("a forty-year-old unit", "a 40-year-old unit"),
        ("seventy-something", "70-something"),
        ("it is a hundred and four degrees", "it is 104 degrees"),
        ("hundred and four", "104"),
        ("a couple hundred dollars", "a couple hundred dollars"),
        ("from nineteen ninety eight", "from 1998"),
        ("twenty fifteen", "2015"),
        ("thirty two hundred", "3200"),
        ("fourteen thousand five hundred", "14500"),
        ("one of two", "one of two"),
        ("a new one and a house", "a new one and a house"),
        ("twenty", "20"),
        ("a", "a"),
    ],
)
def test_a_spoken_number_above_twelve_is_written_in_digits(said: str, written: str) -> None:
    assert " ".join(with_digits(said.split())) == written


def test_a_word_is_a_number_in_digits_or_up_to_twenty_in_letters() -> None:
    assert [number_of(word) for word in ("9", "nine", "nineteen", "many")] == [9, 9, 19, None]


def test_a_sum_of_money_is_a_number_and_dollars() -> None:
    assert sentences_of("It was $3,200.50!")[0].text == " it was 3200 dollars "
