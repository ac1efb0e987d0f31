"""What a model says is spoken only when the guard knows it to be harmless."""

from __future__ import annotations

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from dialog_brain.flow.lines import LINES
from dialog_brain.wording.guard import Given, faults, faults_of, hopeless, most_words, sentences_in
from dialog_brain.wording.lines import WORDABLE
from tests.unit.dialog_brain.wording.wordings import GOOD, LIES, LYING, SPOILED

FACTS = ("ACE Cooling", "Dana Brooks", "Dana", "the AC not cooling")


def objections(line: str, answer: str) -> tuple[str, ...]:
    """What the guard has against this answer instead of that line."""
    return faults_of(sentences_in(answer), WORDABLE[line], Given(LINES[line], FACTS))


@pytest.mark.parametrize(("line", "answer"), GOOD, ids=lambda part: part)
def test_an_ordinary_paraphrase_may_be_spoken(line: str, answer: str) -> None:
    assert objections(line, answer) == ()


def test_the_guard_is_tried_on_enough_of_both() -> None:
    assert len(GOOD) >= 40
    assert len(LYING) >= 2000


def test_no_lie_may_be_spoken_alone_or_beside_or_inside_the_question() -> None:
    given = {line: Given(LINES[line], FACTS) for line in WORDABLE}
    passed = [
        (line, answer) for line, answer in LYING if not faults_of(sentences_in(answer), WORDABLE[line], given[line])
    ]
    assert passed == []


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_a_fault_by_itself(lie: str) -> None:
    assert faults(lie, Given(LINES["name"], FACTS))


@pytest.mark.parametrize(("line", "answer"), SPOILED, ids=lambda part: part)
def test_harmless_words_that_ask_something_else_are_not_spoken(line: str, answer: str) -> None:
    assert objections(line, answer)


CLAIMS = """
monday friday today tomorrow tonight morning afternoon evening noon hour hours minutes week month soon now already
one two three nine ten twenty hundred half dollars cents percent price cost fee free discount waived
booked confirmed scheduled set reserved guaranteed promise certainly done fixed repaired sent dispatched cancelled
will can is are was have has does come comes arrive call leave wait stay hold turn reset switch open close check
transition state tool function system prompt model assistant ai gas smoke alarm fire danger emergency leak compressor
no yes not we us they he she technician manager team
"""


@pytest.mark.parametrize("word", CLAIMS.split())
def test_no_word_that_claims_denies_or_orders_stands_by_itself_in_the_phrasebook(word: str) -> None:
    assert faults(f"{word.capitalize()}.", Given(LINES["name"]))


@pytest.mark.parametrize("line", WORDABLE)
def test_the_rows_own_words_always_pass(line: str) -> None:
    assert objections(line, " ".join(LINES[line])) == ()


def test_a_fact_is_spoken_only_where_the_call_has_it() -> None:
    thanks = "Thanks, Dana. What's the address?"
    assert objections("address", thanks) == ()
    assert faults_of(sentences_in(thanks), WORDABLE["address"], Given(LINES["address"], ("ACE Cooling",)))


def test_a_part_of_a_fact_is_no_fact() -> None:
    assert faults("Sorry about the cooling.", Given(LINES["name"], FACTS))
    assert faults("Thanks, Brooks.", Given(LINES["name"], FACTS))


def test_a_wording_that_goes_on_and_on_is_not_spoken() -> None:
    long = "Okay, sure, thanks, " * 10 + "what's your name?"
    assert "it is too long" in objections("name", long)
    assert hopeless(long, Given(LINES["name"], FACTS))
    assert most_words(Given(("What's your name?",))) == 16


def test_an_answer_is_given_up_at_its_first_sentence_that_fails() -> None:
    given = Given(LINES["name"], FACTS)
    assert hopeless("You're booked. Can I", given)
    assert not hopeless("You're booked.", given), "its last sentence may not be complete"
    assert not hopeless("Thanks. Can I", given)


@pytest.mark.parametrize(
    "answer", ["", " ", "?", "...", "What's your name??", "What's your name,?", "what's your name"]
)
def test_what_is_no_sentence_is_not_spoken(answer: str) -> None:
    assert objections("name", answer)


@generated(st.text(max_size=80))
def test_no_text_breaks_the_guard_or_passes_without_asking(text: str) -> None:
    if not objections("name", text):
        assert "name" in text.lower() or "speaking" in text.lower()
    assert objections("name", text + " at 9 tomorrow?")


@generated(st.sampled_from(GOOD), st.text(st.characters(categories=["L", "N", "S"]), min_size=1, max_size=12))
def test_a_good_wording_with_a_strange_word_in_it_is_not_spoken(good: tuple[str, str], word: str) -> None:
    line, answer = good
    strange = f"zq{word}"
    assert objections(line, f"Okay, {strange}. {answer}")
