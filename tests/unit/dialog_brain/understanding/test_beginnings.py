"""The grammars that are asked only where they may find something: they find nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from dialog_brain.understanding.danger.hazard_words import NAMED
from dialog_brain.understanding.danger.symptoms import ILL, IT, WILL_NOT_WAKE
from dialog_brain.understanding.language.digit_rows import digit_rows
from dialog_brain.understanding.language.numbers import says_digits
from dialog_brain.understanding.language.words import Speech, hear
from dialog_brain.understanding.matter.problems import heard_problem, mentions_machine
from dialog_brain.understanding.people_and_places.addresses import heard_address
from dialog_brain.understanding.people_and_places.phone_numbers import heard_phone
from dialog_brain.understanding.people_and_places.zip_codes import Taken, heard_zip
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.hours_ahead import hours_ahead
from dialog_brain.understanding.when.own_hours import left_part
from dialog_brain.understanding.when.times import clock
from dialog_brain.understanding.when.when_statements import says_time
from dialog_brain.understanding.when.when_words import BOUNDS, NAMED_HOURS, SOONEST
from tests.unit.dialog_brain.understanding.test_understand import NOW, all_cases


def everything_said() -> Iterator[Speech]:
    return (hear(case["says"]) for case in all_cases())


def test_no_time_is_told_from_a_word_that_begins_none() -> None:
    tables = (SOONEST, BOUNDS, NAMED_HOURS)
    for speech in everything_said():
        for place, word in enumerate(speech.words):
            if not says_time(hear(word)):
                assert clock(speech, place) is None, (speech.words, word)
                assert day(speech, place, NOW.date()) is None, (speech.words, word)
                assert left_part(speech, place) is None, (speech.words, word)
                assert hours_ahead(speech, place, NOW) is None, (speech.words, word)
                assert [table.at(speech, place) for table in tables] == [None, None, None], (speech.words, word)


def test_a_turn_without_digits_tells_no_address_no_zip_and_no_number() -> None:
    quiet = [speech for speech in everything_said() if not says_digits(speech)]

    assert len(quiet) > 1000
    for speech in quiet:
        assert heard_address(speech, asked=True) is None, speech.words
        assert heard_zip(speech, digit_rows(speech), asked=True, taken=Taken()) == (None, "", None), speech.words
        assert heard_phone(speech, digit_rows(speech)) is None, speech.words


def test_a_complaint_names_a_machine_only_where_one_is_mentioned() -> None:
    for speech in everything_said():
        named = heard_problem(speech, asked=False, told=[]).equipment is not None
        assert named == mentions_machine(speech), speech.words


def test_a_turn_without_a_telling_word_has_no_phrase_of_a_table() -> None:
    for table in (ILL, IT, WILL_NOT_WAKE, NAMED):
        for speech in everything_said():
            if table.telling.isdisjoint(speech.words):
                assert table.first(speech) is None, speech.words
