"""From a record to its page."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.console.call_view import CallView, SeenCall, call_view
from post_call_worker.console.inbox_view import BusinessShown
from post_call_worker.console.labels import STEPS, slot_label
from post_call_worker.folding import fold
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, CallLog, booked_call, gas_call

ACE = BusinessShown("ACE Cooling", ZoneInfo("America/Chicago"))


def _view(
    log: CallLog, words: dict[str, str] | None = None, *, with_log: bool = True, is_stored: bool = True
) -> CallView:
    record = fold(log.messages, PROFILE)
    classification = classify(told_by(record), PROFILE, package_signals())
    seen = SeenCall(record, classification, [], is_stored)
    return call_view(seen, log.messages if with_log else [], words or {}, ACE, STARTED_AT)


def test_a_booked_call_shows_its_appointment_and_slots_with_their_origin() -> None:
    view = _view(booked_call())
    assert (view.title, view.outcome, view.promise) == (
        "AC stopped cooling",
        "Booked",
        "Booked for Tue, Feb 24, 9:00 AM",
    )
    assert [slot.label for slot in view.slots][:4] == ["Name", "Address", "ZIP", "Problem"]
    assert ("Known caller", "no", "looked up") in [(slot.label, slot.value, slot.origin) for slot in view.slots]


def test_who_calls_back_has_the_number_and_the_address_at_hand() -> None:
    view = _view(booked_call())
    assert (view.dial, view.address) == ("+15125550142", "4210 South Lamar Boulevard, 78745")
    assert _view(CallLog("CA0001", None)).dial == ""


@pytest.mark.parametrize(("calling_from", "shown"), [("+15125550142", "(512) 555-0142"), (None, "Withheld")])
def test_who_named_a_number_is_called_back_there(calling_from: str | None, shown: str) -> None:
    view = _view(CallLog("CA0001", calling_from).hears("call my office").learns(callback_number="+15125550188"))
    assert (view.dial, view.number) == ("+15125550188", "(512) 555-0188")
    assert dict(view.facts)["Called from"] == shown
    assert "Called from" not in dict(_view(booked_call()).facts)


def test_a_call_in_danger_is_urgent_though_its_record_was_stored_with_the_urgency_of_the_work() -> None:
    record = fold(gas_call().messages, PROFILE).model_copy(update={"urgency_tier": "routine"})
    classification = classify(told_by(record), PROFILE, package_signals())
    view = call_view(SeenCall(record, classification, [], is_stored=True), [], {}, ACE, STARTED_AT)
    assert dict(view.facts)["Urgency"] == "emergency"


def test_slots_by_which_the_flow_knows_how_far_it_is_are_left_to_the_decisions() -> None:
    view = _view(booked_call())
    assert {slot_label(name) for name in STEPS} & {slot.label for slot in view.slots} == set()


def test_what_only_a_program_reads_is_shown_to_nobody() -> None:
    log = CallLog().hears("hi").learns("looked_up", appointment_id="standin-1", appointment_date="May 2", equipment="")
    view = _view(log.learns("looked_up", appointment_id="standin-2").ends())
    assert [(slot.label, slot.value) for slot in view.slots] == [("Visit on", "May 2")]
    notes = [note.text for moment in view.moments for note in moment.notes if note.kind == "slot"]
    assert notes == ["Visit on: May 2, Equipment: cleared"]


def test_a_danger_is_no_routine() -> None:
    facts = dict(_view(gas_call()).facts)
    assert facts["Urgency"] == "emergency"
    assert facts["Priority"] == 'high confidence; danger stated: gas leak; gas leak: "smell gas"'


def test_a_tag_carries_the_words_that_gave_it() -> None:
    view = _view(gas_call(), {"GAS_LEAK": "smell gas"})
    hazards = dict(view.tags)["Hazard"]
    assert [(tag.label, tag.words) for tag in hazards] == [("Gas leak", "smell gas")]
    assert (view.danger, view.danger_words) == ("gas leak", "I smell gas next to my furnace")


def test_a_call_that_goes_on_is_on_the_line() -> None:
    view = _view(CallLog().enters("welcome").says("Hello."), is_stored=False)
    assert view.live
    assert (view.title, view.outcome) == ("Call in progress", "On the line")


def test_a_call_that_has_ended_changes_until_it_is_stored_and_delivered() -> None:
    ended = _view(booked_call(), is_stored=False)
    assert (ended.live, ended.stored, ended.changing) == (False, False, True)
    settled = _view(booked_call())
    assert (settled.live, settled.stored, settled.changing) == (False, True, False)


def test_a_call_whose_log_is_gone_is_told_from_its_record() -> None:
    view = _view(booked_call(), with_log=False)
    assert view.moments[0].text == "Thanks for calling ACE Cooling."
    assert [moment.who for moment in view.moments[:2]] == ["agent", "caller"]
