"""The table of phrases, executed."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import hear, wordset

TABLE = Phrases(
    {"leak": ["gas leak", "{smell} ... gas"], "calm": ["no? worries"], "works": ["that .. works"]}, smell="smell|smells"
)


def meanings(text: str) -> list[str]:
    return [found.meaning for found in TABLE.all(hear(text))]


def test_a_choice_an_option_and_a_list_of_words_are_read() -> None:
    assert meanings("gas leak, no worries, worries") == ["leak", "calm", "calm"]


def test_a_contraction_in_a_table_is_what_is_heard_of_it() -> None:
    table = Phrases({True: ["do you|y'all cover"]})

    assert table.first(hear("do y'all cover Austin")) is not None


def test_a_gap_passes_over_three_words_and_no_more() -> None:
    assert meanings("smells a lot like gas") == ["leak"]
    assert meanings("smells a whole lot like gas") == []


def test_a_phrase_does_not_reach_into_the_next_sentence() -> None:
    assert meanings("I smell it. The gas bill is here") == []


def test_a_mild_gap_does_not_pass_over_a_denial() -> None:
    assert meanings("that time works") == ["works"]
    assert meanings("that does not works") == []


def test_the_longest_phrase_wins() -> None:
    table = Phrases({"short": ["no"], "long": ["no problem"]})

    found = table.first(hear("no problem at all"))

    assert found is not None
    assert (found.meaning, found.start, found.end) == ("long", 0, 2)


def test_every_phrase_has_one_of_the_telling_words() -> None:
    table = Phrases(
        {
            "air": ["gasping|struggling for air", "he|she is? {ill}"],
            "wake": ["not ... wake_up|respond please?", "{who} hit her head"],
        },
        ill="out_cold|faint",
        who="wife|mother|sister|aunt",
    )

    assert table.telling == wordset("air cold faint wake respond hit")
