"""What a turn changes in the call, and above all what it may not change."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dialog_brain.flow.learning import learn
from dialog_brain.flow.wished_times import wish
from dialog_brain.understanding.understood import Disputed, Understood, When
from tests.unit.dialog_brain.flow.calls import a_call

READ_BACK: dict[str, Any] = {
    "customer_name": "Ann Lee",
    "service_address": "12 Oak Street",
    "problem_description": "AC is dead",
    "zip_code": "78704",
}
TUESDAY = When(date=dt.date(2026, 2, 24), time=dt.time(9))
THURSDAY = When(date=dt.date(2026, 2, 26), time=dt.time(10))


def heard(text: str = "", **values: Any) -> Understood:
    return Understood(text=text, **values)


def read_back() -> Any:
    return wish(a_call("confirm", **READ_BACK), TUESDAY)


def test_a_yes_to_the_read_back_is_consent() -> None:
    assert learn(read_back(), heard("yes", consent="yes"), "read_back").slots.caller_confirmed


@pytest.mark.parametrize("question", ["", "when", "name", "change", "recheck", "leaving", "zip_check"])
def test_a_yes_to_anything_else_is_no_consent(question: str) -> None:
    assert not learn(read_back(), heard("yes", consent="yes"), question).slots.caller_confirmed


@pytest.mark.parametrize(
    "change",
    [
        {"correction": True},
        {"name": "Anna Leigh"},
        {"address": "14 Oak Street"},
        {"zip": "78745"},
        {"when": THURSDAY},
        {"consent": "no"},
        {"consent": None},
    ],
)
def test_a_yes_that_changes_what_was_read_back_is_no_consent(change: dict[str, Any]) -> None:
    assert not learn(read_back(), heard("yes but", **{"consent": "yes", **change}), "read_back").slots.caller_confirmed


def test_the_same_values_said_again_with_the_yes_are_consent() -> None:
    again = heard("yes, Ann Lee, tomorrow at nine", consent="yes", name="Ann Lee", when=TUESDAY)
    assert learn(read_back(), again, "read_back").slots.caller_confirmed


def test_consent_lasts_one_turn_when_it_was_not_acted_on() -> None:
    agreed = learn(read_back(), heard("yes", consent="yes"), "read_back")
    assert not learn(agreed, heard("and make it Thursday", when=THURSDAY), "leaving").slots.caller_confirmed


@pytest.mark.parametrize(
    ("disputed", "emptied"),
    [
        ("address", "service_address"),
        ("name", "customer_name"),
        ("zip", "zip_code"),
        ("time", "preferred_time"),
        ("problem", "problem_description"),
    ],
)
def test_a_value_that_is_called_wrong_is_forgotten(disputed: Disputed, emptied: str) -> None:
    call = learn(read_back(), heard(consent="no", correction=True, disputed=disputed), "read_back")
    assert getattr(call.slots, emptied) == ""
    assert not call.changing


def test_a_no_alone_asks_what_to_change() -> None:
    assert learn(read_back(), heard("no", consent="no"), "read_back").changing


def test_a_day_that_is_ruled_out_is_remembered_until_one_is_wished_for() -> None:
    not_thursday = When(not_on=(dt.date(2026, 2, 26),))
    ruled_out = learn(a_call("confirm"), heard("not Thursday", when=not_thursday), "when")
    soonest = learn(ruled_out, heard("as soon as you can", when=When(soonest=True)), "when")

    assert ruled_out.slots.preferred_time == ""
    assert soonest.when == When(soonest=True, not_on=not_thursday.not_on)
    assert soonest.wish_spoken == "as soon as possible but not Thursday"


def test_the_day_that_was_wished_for_is_forgotten_when_it_is_ruled_out() -> None:
    call = learn(
        read_back(), heard("no, not Tuesday", consent="no", when=When(not_on=(dt.date(2026, 2, 24),))), "read_back"
    )

    assert not call.changing
    assert call.when == When(time=dt.time(9), not_on=(dt.date(2026, 2, 24),))


def test_ruling_out_another_day_than_the_one_wished_for_changes_no_wish() -> None:
    before = read_back()
    call = wish(before, When(not_on=(dt.date(2026, 2, 23),)))

    assert call.slots == before.slots
    assert call.when == When(date=TUESDAY.date, time=TUESDAY.time, not_on=(dt.date(2026, 2, 23),))


def test_while_booking_nothing_that_was_agreed_to_is_changed() -> None:
    booking = read_back()._replace(state="booking")
    said = heard("no, Anna Leigh, 14 Elm", name="Anna Leigh", address="14 Elm Street", zip="78745", when=THURSDAY)
    for question in ("", "other_time", "conflict"):
        after = learn(booking, said, question).slots
        assert after._replace(noted="") == booking.slots
        assert after.noted == said.text


def test_a_looked_up_name_belongs_to_the_caller_only_after_a_yes() -> None:
    known = a_call("discovery", "looked_up", customer_name="Jonas")
    assert not learn(known, heard("well"), "name_check").agreed("customer_name")
    assert learn(known, heard("yes", consent="yes"), "name_check").agreed("customer_name")


def test_who_denies_the_looked_up_name_does_not_get_its_address() -> None:
    known = a_call("discovery", "looked_up", customer_name="Jonas", service_address="88 Elm Street")
    slots = learn(known, heard("no, this is Ann", consent="no", name="Ann"), "name_check").slots
    assert (slots.customer_name, slots.service_address) == ("Ann", "")


@pytest.mark.parametrize("said", [{"consent": "yes"}, {"on_file": True}])
def test_an_address_on_file_is_agreed_to_by_a_yes_or_by_naming_it(said: dict[str, Any]) -> None:
    known = a_call("discovery", "looked_up", service_address="88 Elm Street")
    assert learn(known, heard("same one", **said), "address_check").agreed("service_address")


def test_a_name_in_passing_does_not_replace_the_agreed_one() -> None:
    assert learn(read_back(), heard("Brenda told me", name="Brenda"), "when").slots.customer_name == "Ann Lee"


def test_a_zip_outside_is_confirmed_by_a_yes_and_forgotten_by_a_no() -> None:
    outside = a_call("service_area", zip_code="90210")
    assert learn(outside, heard("yes", consent="yes"), "zip_check").zip_confirmed
    assert learn(outside, heard("no", consent="no"), "zip_check").slots.zip_code == ""
    corrected = learn(outside, heard("no, 78704", consent="no", zip="78704"), "zip_check")
    assert (corrected.slots.zip_code, corrected.zip_confirmed) == ("78704", False)


@pytest.mark.parametrize(
    ("answer", "open_again"),
    [({"consent": "no"}, False), ({}, True), ({"consent": "yes"}, True)],
)
def test_a_danger_that_was_taken_back_is_settled_by_a_clear_no_alone(
    answer: dict[str, Any], *, open_again: bool
) -> None:
    asked = a_call("discovery")._replace(recheck=True)
    assert learn(asked, heard("hm", **answer), "recheck").recheck == open_again


def test_a_goodbye_with_a_yes_to_the_read_back_is_a_yes() -> None:
    call = learn(read_back(), heard("yes, bye", consent="yes", wants="goodbye"), "read_back")
    assert call.slots.caller_confirmed
    assert not call.leaving


def test_a_goodbye_elsewhere_is_asked_about_once() -> None:
    leaving = learn(a_call("discovery"), heard("bye", wants="goodbye"), "name")
    assert leaving.leaving
    assert not learn(leaving, heard("well"), "leaving").leaving


def test_another_time_is_booked_only_after_a_yes_without_a_correction() -> None:
    other = dt.datetime.fromisoformat("2026-02-27T15:45:00-06:00")
    offered = read_back()._replace(state="booking", other_time=other)
    assert not learn(offered, heard("hm"), "other_time").slots.booking_confirmed
    assert not learn(offered, heard("yes but", consent="yes", correction=True), "other_time").slots.booking_confirmed
    agreed = learn(offered, heard("yes", consent="yes"), "other_time").slots
    assert (agreed.booking_confirmed, agreed.booked_time) == (True, other.isoformat())


OFFERS = (
    dt.datetime.fromisoformat("2026-02-24T13:00:00-06:00"),
    dt.datetime.fromisoformat("2026-02-25T09:00:00-06:00"),
)


def test_a_chosen_offer_is_the_new_wish_and_needs_no_more_asking() -> None:
    call = learn(read_back()._replace(state="booking", offers=OFFERS), heard("Wednesday at nine", taken=1), "offer")
    assert call.slots.preferred_time == "Wednesday, February 25 at 9:00 AM"
    assert (call.offers, call.wish_unheard) == ((), False)


def test_a_time_that_was_not_offered_is_kept_to_be_read_back() -> None:
    call = learn(
        read_back()._replace(state="booking", offers=OFFERS), heard("how about Thursday at ten", when=THURSDAY), "offer"
    )
    assert call.wish_unheard
    assert not learn(call, heard("yes", consent="yes"), "new_time").wish_unheard


def test_nothing_to_change_is_read_back_again() -> None:
    assert not learn(read_back()._replace(changing=True), heard("nothing", kept="as_is"), "change").changing


def test_a_wish_for_who_comes_is_noted_beside_the_yes() -> None:
    call = learn(read_back(), heard("yes but call before you come", consent="yes", visit="wished"), "read_back")
    assert call.slots.caller_confirmed
    assert call.slots.noted == "yes but call before you come"


def test_a_machine_told_with_the_yes_is_noted_and_how_urgent_it_is_counts() -> None:
    says = "yes, and the furnace will not start either, it is urgent"
    told = heard(says, consent="yes", problem="the furnace will not start", urgency="urgent")
    call = learn(read_back()._replace(question="read_back"), told, "read_back")
    assert call.slots.problem_description == read_back().slots.problem_description
    assert (call.slots.noted, call.slots.urgency_tier) == (says, "urgent")


@pytest.mark.parametrize(
    ("question", "claimed", "reached"), [("phone", False, True), ("name", True, True), ("name", False, False)]
)
def test_a_number_is_the_callers_where_it_was_asked_for_or_claimed(
    question: str, *, claimed: bool, reached: bool
) -> None:
    said = heard("512-555-0142", phone="5125550142", phone_claimed=claimed)
    assert bool(learn(a_call("discovery"), said, question).slots.callback_number) == reached


def test_who_wants_a_repair_after_all_is_no_lead() -> None:
    lead = a_call("confirm", lead_type="high_ticket", problem_description="a new system")
    slots = learn(lead, heard("just fix it", lead_withdrawn=True), "lead_read_back").slots
    assert (slots.lead_type, slots.problem_description) == ("", "")


def test_an_appointment_in_the_way_is_overruled_only_by_a_yes() -> None:
    blocked = read_back()._replace(state="booking", conflict=True)
    assert not learn(blocked, heard("hm"), "conflict").force_book
    assert learn(blocked, heard("yes", consent="yes"), "conflict").force_book
    assert learn(blocked, heard("hm"), "conflict").said_of_visit == ""
    assert learn(blocked, heard("no, keep that", consent="no"), "conflict").said_of_visit == "no, keep that"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"kind": "billing"}, "billing"),
        ({"manage": "cancel"}, "manage_booking"),
        ({"follow_up": True}, "follow_up"),
        ({"wants": "callback"}, "service"),
        ({"wants": "human"}, "human"),
        ({"wants": "repeat"}, ""),
    ],
)
def test_what_a_person_has_to_see_to_is_noted(said: dict[str, Any], kind: str) -> None:
    assert learn(a_call("discovery"), heard("please", **said), "").slots.callback_type == kind


def test_urgency_is_the_latest_that_was_said() -> None:
    urgent = learn(a_call("discovery"), heard("it's urgent", urgency="urgent"), "")
    assert learn(urgent, heard("not that urgent", urgency="low"), "").slots.urgency_tier == "low"


def test_the_first_problem_stays_unless_it_is_corrected_or_asked_for() -> None:
    known = a_call("discovery", problem_description="AC is dead")
    assert learn(known, heard("noisy", problem="noise"), "name").slots.problem_description == "AC is dead"
    assert learn(known, heard("no", problem="noise", correction=True), "").slots.problem_description == "noise"


def test_an_exact_wish_is_a_moment_on_the_clock_of_the_business() -> None:
    assert wish(a_call(), TUESDAY).slots.requested_at == "2026-02-24T09:00:00-06:00"
    assert wish(a_call(), When(date=dt.date(2026, 7, 1), time=dt.time(9))).slots.requested_at.endswith("-05:00")
    assert wish(wish(a_call(), TUESDAY), When(part="morning")).slots.requested_at == ""


def offering() -> Any:
    call = wish(a_call("booking", **READ_BACK), TUESDAY)
    return call._replace(question="offer", offers=(call.now.replace(day=26), call.now.replace(day=27)))


def test_what_is_told_otherwise_with_a_taken_offer_is_read_back_first() -> None:
    after = learn(offering(), heard("Thursday, apartment 4", taken=0, address="12 Oak Street Apt 4"), "offer")
    assert (after.slots.service_address, after.amended, after.wish_unheard) == ("12 Oak Street Apt 4", True, True)


def test_what_is_said_again_with_a_taken_offer_is_not_read_back() -> None:
    after = learn(offering(), heard("Thursday at 12 Oak Street", taken=0, address="12 Oak Street"), "offer")
    assert (after.amended, after.wish_unheard) == (False, False)


def test_once_a_visit_is_in_the_calendar_another_address_is_only_noted() -> None:
    call = offering()._replace(offers=(), other_time=offering().now.replace(day=26), question="other_time")
    after = learn(call, heard("yes, at 14 Oak Street", address="14 Oak Street"), "other_time")
    assert (after.slots.service_address, after.slots.noted) == ("12 Oak Street", "yes, at 14 Oak Street")
