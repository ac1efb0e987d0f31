"""Pure. A call in one sentence."""

from __future__ import annotations

from typing import get_args

import pytest

from calllock.contracts import commands, events
from calllock.contracts.ids import GRAVER_EMERGENCY, single_id
from post_call_worker.folding import fold
from post_call_worker.plain import browser_length
from post_call_worker.summary import (
    CARD_SUMMARY_MAX_CHARS,
    HEADLINE_MAX_CHARS,
    NOTED_MAX_CHARS,
    TITLES,
    card_summary,
    headline,
    summary,
    told,
)
from post_call_worker.vocabulary import Disposition
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, CallLog, booked_call, gas_call


def test_a_booked_call_is_told_with_its_time_on_the_business_clock() -> None:
    record = fold(booked_call().messages, PROFILE)
    assert summary(record, PROFILE) == (
        "Jonas Miller called about: AC stopped cooling. Booked for Tuesday, February 24 at 9:00 AM."
    )
    assert headline(record) == "AC stopped cooling"


def test_a_call_that_was_promised_about_a_booked_visit_is_told_on_the_card_too() -> None:
    record = fold(booked_call().learns(callback_created=True, promised="within the hour").messages, PROFILE)
    owed = "Booked for Tuesday, February 24 at 9:00 AM. A person is to call back within the hour."
    assert summary(record, PROFILE).endswith(owed)
    assert card_summary(record, PROFILE).endswith(owed)


def test_a_call_of_which_nothing_is_known_says_so() -> None:
    record = fold(CallLog().messages, PROFILE)
    assert summary(record, PROFILE) == "A caller who gave no name called. Nobody spoke."
    assert headline(record) == "Nobody spoke"


def test_a_wish_that_was_not_met_is_told() -> None:
    log = CallLog().hears("hi").learns(preferred_time="Tuesday", booking_attempted=True).enters("callback")
    told = summary(fold(log.messages, PROFILE), PROFILE)
    assert told.endswith("Booking did not succeed, a person must call back; wished for Tuesday.")


@pytest.mark.parametrize("length", [59, 60, 61, 500])
def test_a_headline_fits_on_the_card(length: int) -> None:
    record = fold(CallLog().learns(problem_description="x" * length).messages, PROFILE)
    assert len(headline(record)) <= HEADLINE_MAX_CHARS
    assert headline(record).endswith("...") is (length > HEADLINE_MAX_CHARS)


def test_what_a_caller_asks_for_after_the_end_is_told_on_the_card_too() -> None:
    record = fold(booked_call().learns(noted="wait, make it Thursday instead").messages, PROFILE)
    told = 'The caller also said: "wait, make it Thursday instead".'
    assert summary(record, PROFILE).endswith(f"9:00 AM. {told}")
    assert card_summary(record, PROFILE) == summary(record, PROFILE)


def test_a_long_story_and_a_long_afterthought_fit_on_the_card_together() -> None:
    log = booked_call().learns(problem_description="p" * 900, noted="call me back " + "n" * 900)
    record = fold(log.messages, PROFILE)
    card = card_summary(record, PROFILE)
    assert len(card) <= CARD_SUMMARY_MAX_CHARS
    assert card.startswith("Jonas Miller called about: ppp")
    assert 'The caller also said: "call me back nnn' in card
    assert summary(record, PROFILE).count("n") < NOTED_MAX_CHARS + 50


def test_an_afterthought_of_emoji_fits_on_the_card_as_a_browser_counts() -> None:
    log = booked_call().learns(problem_description="p" * 900, noted="thanks so much " + "\U0001f64f" * 90)
    record = fold(log.messages, PROFILE)
    assert browser_length(card_summary(record, PROFILE)) == CARD_SUMMARY_MAX_CHARS
    assert browser_length(headline(record)) <= HEADLINE_MAX_CHARS


def test_a_danger_comes_first_on_the_card_and_is_named_as_people_say_it() -> None:
    log = CallLog().learns(problem_description="furnace is out").raises("CO_EVENT", "the alarm is going off")
    record = fold(
        log.enters("safety_exit").says("Please leave now and call 911 from outside.").ends().messages, PROFILE
    )
    assert headline(record) == "Carbon monoxide: furnace is out"
    assert summary(record, PROFILE).endswith(
        "called about: furnace is out. Emergency (carbon monoxide), told to leave and call 911."
    )


def test_a_yes_to_the_safety_question_is_told_as_just_that() -> None:
    log = CallLog().learns(problem_description="AC leaking water").raises("UNSPECIFIED", "yes")
    record = fold(log.enters("safety_exit").ends().messages, PROFILE)
    assert headline(record) == "Yes to the safety question: AC leaking water"


def test_who_is_ill_was_not_told_to_leave() -> None:
    log = CallLog().learns(problem_description="AC is out").raises("HEALTH_RISK", "my mother is unconscious")
    record = fold(log.enters("safety_exit").says("Call 911 now.").ends().messages, PROFILE)
    assert summary(record, PROFILE).endswith("Emergency (health risk), told to call 911.")


def test_who_hung_up_before_a_word_of_the_instruction_was_not_told() -> None:
    log = CallLog().says("Thanks for calling.").hears("hi I smell gas").raises("GAS_LEAK", "hi I smell gas")
    going_on = fold(log.enters("safety_exit").messages, PROFILE)
    assert told(going_on) == "being told to leave and call 911"
    record = fold(log.says("Please leave the building now.", heard="").ends("caller").messages, PROFILE)
    assert headline(record) == "Gas leak: Emergency, has not heard what to do"
    assert summary(record, PROFILE).endswith("Emergency (gas leak), has not heard what to do.")
    assert told(fold(gas_call().messages, PROFILE)) == "told to leave and call 911"
    assert told(fold(booked_call().messages, PROFILE)) == ""


INSTRUCTION = "Please leave the building now, everyone. Call 911 from outside. We're alerting our team."


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("", "has not heard what to do"),
        ("Please", "cut off while being told to leave and call 911"),
        ("Please leave the building now, everyone. Call", "cut off while being told to leave and call 911"),
        ("Please leave the building now, everyone. Call 911", "told to leave and call 911"),
        (None, "told to leave and call 911"),
    ],
)
def test_who_heard_only_the_beginning_of_the_instruction_was_not_told(heard: str | None, expected: str) -> None:
    log = CallLog().says("Thanks for calling.").hears("I smell gas").raises("GAS_LEAK", "I smell gas")
    log.enters("safety_exit").says(INSTRUCTION, heard=heard)
    going_on = expected if expected.startswith("told") else "being told to leave and call 911"
    assert told(fold(log.messages, PROFILE)) == going_on
    record = fold(log.ends("caller").messages, PROFILE)
    assert told(record) == expected
    assert summary(record, PROFILE).endswith(f"Emergency (gas leak), {expected}.")


def test_who_was_told_to_call_because_somebody_is_ill_was_not_told_to_leave_when_it_is_gas_as_well() -> None:
    log = CallLog().raises("HEALTH_RISK", "my mother collapsed").enters("safety_exit")
    log.says("Please hang up and call 911 right now.").hears("I smell gas too")
    log.adds(
        events.EmergencyRaised,
        event_id=single_id("CA0001", GRAVER_EMERGENCY),
        business="ace-cooling",
        hazard="GAS_LEAK",
        words="I smell gas too",
        from_number=None,
    )
    assert told(fold(log.ends("caller").messages, PROFILE)) == "has not heard what to do"


def test_who_heard_it_from_a_line_whose_clock_is_late_was_told() -> None:
    log = CallLog().hears("I smell gas").raises("GAS_LEAK", "I smell gas")
    log.enters("safety_exit").adds(commands.SpeakPrompt, prompt=1, turn=1, line="emergency", sentences=(INSTRUCTION,))
    log.adds(events.PromptPlayed, prompt=1, heard_text=INSTRUCTION, complete=True, occurred_at=STARTED_AT)
    assert told(fold(log.ends("caller").messages, PROFILE)) == "told to leave and call 911"


def test_who_is_flooded_was_told_once_the_team_was_spoken_of() -> None:
    for heard, expected in ((None, ""), ("Okay, I'm", "cut off while being ")):
        log = CallLog().hears("water everywhere").raises("ACTIVE_FLOODING", "water everywhere").enters("callback")
        log.says("Okay, I'm alerting our team right now.", heard=heard).ends("caller")
        assert told(fold(log.messages, PROFILE)) == f"{expected}told that you will call"


def test_a_call_about_no_problem_says_what_it_is_about() -> None:
    record = fold(
        CallLog().hears("it's about my bill").learns(callback_type="billing").enters("callback").messages, PROFILE
    )
    assert headline(record) == "A bill"
    assert summary(record, PROFILE).startswith("A caller who gave no name called about: a bill.")


def test_every_disposition_has_a_title() -> None:
    assert set(TITLES) == set(get_args(Disposition))
