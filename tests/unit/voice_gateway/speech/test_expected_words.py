"""What callers are expected to say."""

from __future__ import annotations

from typing import get_args

from calllock.contracts.commands import Expected
from voice_gateway.speech.expected_words import LEAN, expected_words, lean
from voice_gateway.speech.ports import Hints


def test_every_question_has_its_words_and_the_business_adds_its_own() -> None:
    for expects in (*get_args(Expected), None):
        assert expected_words(Hints(expects))
    assert {"south", "lamar"} <= expected_words(Hints("zip", ("South Lamar",)))
    assert "lamar" not in expected_words(Hints("zip"))


def test_whole_words_count_in_full_and_beginnings_in_part() -> None:
    words = frozenset({"condenser"})
    assert lean("the condenser", words) == LEAN
    assert lean("the condenser is", words) == LEAN
    assert 0 < lean("the cond", words) < lean("the condens", words) < LEAN


def test_a_beginning_that_became_another_word_counts_for_nothing() -> None:
    words = frozenset({"condenser"})
    assert lean("the cond is", words) == 0.0
    assert lean("the condo", words) == 0.0
    assert lean("co", words) == 0.0
    assert lean("", words) == 0.0


def test_two_letters_that_are_easily_misheard_count_for_more() -> None:
    words = expected_words(Hints("problem"))
    assert lean("my ac", words) > 2 * LEAN
    assert lean("the ac unit", words) > lean("the heater unit", words)
    assert lean("my ac", frozenset()) == 0.0
