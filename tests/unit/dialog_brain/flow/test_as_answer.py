"""What a turn only sounds like answers nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dialog_brain.flow.as_answer import as_answer
from dialog_brain.flow.learning import learn
from dialog_brain.understanding.understood import Understood, When
from tests.unit.dialog_brain.flow.calls import a_call

TOMORROW = When(date=dt.date(2026, 2, 24))


def heard(**values: Any) -> Understood:
    return Understood(text="", words=3, **values)


def test_to_keep_what_there_is_refuses_the_second_visit_and_to_want_both_agrees_to_it() -> None:
    one_o_clock = When(time=dt.time(13))  # "keep the one I've got"
    assert as_answer(heard(kept="as_is", correction=True, when=one_o_clock), "conflict").consent == "no"
    both = as_answer(heard(kept="both", when=one_o_clock), "conflict")
    assert learn(a_call("booking")._replace(conflict=True), both, "conflict").force_book
    assert as_answer(heard(kept="as_is"), "read_back").consent is None


def test_the_new_visit_instead_of_the_other_is_a_yes_and_the_other_is_called_about() -> None:
    said = as_answer(heard(kept="instead", consent="no", visit="cancelled", manage="cancel"), "conflict")
    assert (said.consent, said.also, said.manage) == ("yes", "the other visit", None)


def test_a_goodbye_alone_agrees_to_nothing_that_binds() -> None:
    okay_bye = heard(consent="yes", wants="goodbye", parting=True)
    assert as_answer(okay_bye, "read_back").consent is None
    assert as_answer(okay_bye, "leaving").consent == "yes"


@pytest.mark.parametrize("question", ["offer", "new_time", "other_time", "read_back", "leaving"])
def test_no_wait_answers_nothing(question: str) -> None:
    assert as_answer(heard(consent="no", wants="wait"), question).consent is None


def test_no_wait_friday_takes_the_offer_that_it_names() -> None:
    assert as_answer(heard(consent="no", wants="wait", taken=1), "offer").consent == "no"


@pytest.mark.parametrize("wanted", [{"books": True}, {"when": TOMORROW}])
def test_a_no_with_a_wish_for_the_visit_refuses_no_call_before_leaving(wanted: Any) -> None:
    assert as_answer(heard(consent="no", correction=True, **wanted), "leaving").consent is None


def test_a_no_with_a_call_tomorrow_is_no_wish_for_a_visit() -> None:
    assert as_answer(heard(consent="no", withdraws=True, when=TOMORROW), "leaving").consent == "no"


def test_nothing_else_leaves_what_was_read_back() -> None:
    assert as_answer(heard(consent="no", wants="goodbye"), "change").kept == "as_is"
    assert as_answer(heard(wants="goodbye", parting=True), "change").wants == "goodbye"
