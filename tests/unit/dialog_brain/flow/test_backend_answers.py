"""Only an explicit success of the backend counts, and only the time that was wished for is taken without asking."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dialog_brain.flow.backend_answers import learn_answer, matches
from dialog_brain.flow.wished_times import wish
from dialog_brain.understanding.understood import When
from tests.unit.dialog_brain.flow.calls import a_call, an_answer

TUESDAY = dt.date(2026, 2, 24)
NINE = dt.time(9)
WISH = When(date=TUESDAY, time=NINE)
BOOKED = {"booked": True, "booking_time": "2026-02-24T09:00:00-06:00"}


@pytest.mark.parametrize(
    "result",
    [
        {},
        {"success": True},
        {"success": True, "booking_time": "2026-02-24T09:00:00-06:00"},
        {**BOOKED, "booked": "true"},
        {**BOOKED, "booked": 1},
        {**BOOKED, "booked": "yes"},
        {**BOOKED, "booked": False},
        {**BOOKED, "booked": None},
        {"status": "ok", "message": "Appointment booked for Tuesday"},
        {"booking_confirmed": "confirmed", "booking_time": "2026-02-24T09:00:00-06:00"},
    ],
)
def test_whatever_does_not_say_booked_literally_is_no_booking(result: dict[str, Any]) -> None:
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", **result))
    assert not call.slots.booking_confirmed
    assert call.other_time is None
    assert call.slots.booking_attempted


@pytest.mark.parametrize("outcome", ["failed", "timed_out"])
def test_what_a_failed_request_says_is_not_believed(outcome: Any) -> None:
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", outcome, **BOOKED))
    assert not call.slots.booking_confirmed
    assert call.booking_unclear == (outcome == "timed_out")


@pytest.mark.parametrize(
    "result",
    [
        BOOKED,
        {"booking_confirmed": True, "booking_time": "2026-02-24T15:00:00Z"},
        {"booked": True, "appointment_date": "Tuesday, February 24", "appointment_time": "9:00 AM"},
        {"booked": True, "appointment_time": "2026-02-24T09:00:00"},
    ],
)
def test_a_booking_at_the_wished_time_is_confirmed_however_the_time_is_written(result: dict[str, Any]) -> None:
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", **result))
    assert call.slots.booking_confirmed
    assert call.slots.booked_time == "2026-02-24T09:00:00-06:00"


def test_a_booking_without_a_time_is_unclear_and_not_confirmed() -> None:
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", booked=True))
    assert call.booking_unclear
    assert not call.slots.booking_confirmed


@pytest.mark.parametrize("denied", [{"success": False}, {"booking_confirmed": False}])
def test_a_booking_that_contradicts_itself_is_unclear_and_not_confirmed(denied: dict[str, Any]) -> None:
    answer = an_answer("book_service", booked=True, booking_time="2026-02-24T09:00:00-06:00", **denied)
    call = learn_answer(a_call("booking"), answer)
    assert (call.booking_unclear, call.slots.booking_confirmed) == (True, False)


def test_a_time_that_is_offered_twice_is_one_offer() -> None:
    friday = "Friday, February 27 at 8:00 AM"
    answer = an_answer("book_service", booked=False, available_slots=[friday, friday])
    assert len(learn_answer(a_call("booking"), answer).offers) == 1


def test_another_time_is_kept_for_the_caller_to_hear() -> None:
    answer = an_answer("book_service", booked=True, booking_time="2026-02-24T08:00:00-06:00")
    call = learn_answer(wish(a_call("booking"), WISH), answer)
    assert not call.slots.booking_confirmed
    assert call.other_time == dt.datetime.fromisoformat("2026-02-24T08:00:00-06:00")


@pytest.mark.parametrize(
    ("wished", "booked", "fits"),
    [
        (WISH, "2026-02-24T09:00:00-06:00", True),
        (WISH, "2026-02-24T15:00:00+00:00", True),
        (WISH, "2026-02-24T09:30:00-06:00", False),
        (WISH, "2026-02-24T09:00:00+00:00", False),
        (WISH, "2026-02-25T09:00:00-06:00", False),
        (When(date=TUESDAY), "2026-02-24T16:00:00-06:00", True),
        (When(date=TUESDAY), "2026-02-25T00:00:00-06:00", False),
        (When(date=TUESDAY), "2026-02-25T05:00:00+00:00", True),
        (When(date=TUESDAY, part="morning"), "2026-02-24T11:59:00-06:00", True),
        (When(date=TUESDAY, part="morning"), "2026-02-24T12:00:00-06:00", False),
        (When(part="afternoon"), "2026-02-27T12:00:00-06:00", True),
        (When(part="evening"), "2026-02-27T16:30:00-06:00", False),
        (When(date=TUESDAY, earliest=dt.time(16)), "2026-02-24T16:00:00-06:00", True),
        (When(date=TUESDAY, earliest=dt.time(16)), "2026-02-24T15:30:00-06:00", False),
        (When(date=TUESDAY, latest=dt.time(11)), "2026-02-24T11:30:00-06:00", False),
        (When(date=TUESDAY, latest=dt.time(11)), "2026-02-24T11:00:00-06:00", False),
        (When(date=TUESDAY, latest=dt.time(11)), "2026-02-24T10:30:00-06:00", True),
        (When(week_of=dt.date(2026, 2, 23)), "2026-03-01T09:00:00-06:00", True),
        (When(week_of=dt.date(2026, 2, 23)), "2026-03-02T09:00:00-06:00", False),
        (When(time=NINE), "2026-02-27T09:00:00-06:00", True),
        (When(soonest=True), "2026-03-27T09:00:00-06:00", True),
        (When(date=TUESDAY, soonest=True), "2026-02-24T16:00:00-06:00", True),
        (When(date=TUESDAY, soonest=True), "2026-02-25T08:00:00-06:00", False),
        (When(soonest=True, part="morning"), "2026-02-24T14:00:00-06:00", False),
    ],
)
def test_a_booked_time_is_measured_against_the_wish_on_the_clock_of_the_business(
    wished: When, booked: str, *, fits: bool
) -> None:
    assert matches(dt.datetime.fromisoformat(booked), wish(a_call("booking"), wished)) == fits


def test_up_to_three_offers_are_read_and_what_is_no_time_is_left_out() -> None:
    slots = ["Tuesday, February 24 at 1:00 PM", "whenever", "Wednesday, February 25 at 9:00 AM", "2026-02-26T09:00:00"]
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", booked=False, available_slots=slots))
    assert [offer.isoformat() for offer in call.offers] == ["2026-02-24T13:00:00-06:00", "2026-02-25T09:00:00-06:00"]


@pytest.mark.parametrize("slots", [None, "Tuesday", {"0": "Tuesday"}, 3, [None, 4, {}]])
def test_offers_that_are_no_list_of_texts_are_no_offers(slots: Any) -> None:
    call = learn_answer(wish(a_call("booking"), WISH), an_answer("book_service", booked=False, available_slots=slots))
    assert call.offers == ()


def test_an_appointment_in_the_way_is_noted() -> None:
    there = {"date": "Tuesday, February 24", "time": "2:00 PM"}
    answer = an_answer("book_service", booked=False, existing_appointment=there)
    call = learn_answer(wish(a_call("booking"), WISH), answer)
    assert call.conflict
    assert (call.slots.appointment_date, call.slots.appointment_time) == ("Tuesday, February 24", "2:00 PM")


@pytest.mark.parametrize("found", [False, None, "true", 1])
def test_a_caller_who_is_not_found_literally_is_unknown(found: Any) -> None:
    call = learn_answer(a_call("lookup"), an_answer("lookup_caller", found=found, customerName="Jonas"))
    assert not call.slots.caller_known
    assert call.slots.customer_name == ""


@pytest.mark.parametrize("junk", ["Not provided", "TBD", "unknown", "{{customer_name}}", "+15125550123", "", None, 7])
def test_a_looked_up_name_that_is_none_is_missing(junk: Any) -> None:
    call = learn_answer(a_call("lookup"), an_answer("lookup_caller", found=True, customerName=junk))
    assert call.slots.caller_known
    assert call.slots.customer_name == ""


def test_what_the_caller_has_said_already_is_not_overwritten_by_the_lookup() -> None:
    known = a_call("lookup", customer_name="Ann Lee", zip_code="78704", service_address="12 Oak Street")
    result = {"found": True, "customerName": "Jonas", "zipCode": "78745", "address": "88 Elm Street"}
    slots = learn_answer(known, an_answer("lookup_caller", **result)).slots
    assert (slots.customer_name, slots.zip_code, slots.service_address) == ("Ann Lee", "78704", "12 Oak Street")
    assert slots.looked_up_name == "Jonas"


def test_a_looked_up_value_is_not_agreed_to() -> None:
    call = learn_answer(a_call("lookup"), an_answer("lookup_caller", found=True, customerName="Jonas"))
    assert call.slots.customer_name == "Jonas"
    assert not call.agreed("customer_name")


@pytest.mark.parametrize(
    ("promise", "kept"),
    [({"date": "yesterday", "issue": "quote"}, "yesterday quote"), ("a quote", "a quote"), ({}, ""), (5, "")],
)
def test_a_promised_call_is_kept_in_words(promise: Any, kept: str) -> None:
    call = learn_answer(a_call("lookup"), an_answer("lookup_caller", found=True, callbackPromise=promise))
    assert call.slots.callback_promise == kept


@pytest.mark.parametrize(("success", "created"), [(True, True), (False, False), ("true", False), (None, False)])
def test_a_callback_is_created_only_when_the_backend_says_so(success: Any, *, created: bool) -> None:
    call = learn_answer(a_call("callback"), an_answer("create_callback", success=success))
    assert call.slots.callback_created == created


def test_a_sales_alert_is_no_callback() -> None:
    call = learn_answer(a_call("callback"), an_answer("send_sales_lead_alert", success=True))
    assert not call.slots.callback_created


ANY_DAY_BUT_TUESDAY = When(soonest=True, not_on=(TUESDAY,))


def test_a_day_that_was_ruled_out_is_not_offered() -> None:
    slots = ["Tuesday, February 24 at 9:00 AM", "Wednesday, February 25 at 9:00 AM"]
    answer = an_answer("book_service", booked=False, available_slots=slots)
    call = learn_answer(wish(a_call("booking"), ANY_DAY_BUT_TUESDAY), answer)
    assert [offer.date() for offer in call.offers] == [dt.date(2026, 2, 25)]


def test_a_booking_on_a_day_that_was_ruled_out_is_not_what_was_wished_for() -> None:
    call = learn_answer(wish(a_call("booking"), ANY_DAY_BUT_TUESDAY), an_answer("book_service", **BOOKED))
    assert not call.slots.booking_confirmed
    assert call.other_time is not None


@pytest.mark.parametrize(
    ("when", "day", "agreed"),
    [
        (When(time=NINE), 25, True),
        (When(time=NINE), 26, True),  # three days on: a weekend may be between
        (When(time=NINE), 27, False),
        (When(soonest=True), 27, True),
        (When(date=dt.date(2026, 2, 27), time=NINE), 27, True),
    ],
)
def test_an_hour_without_a_day_is_agreed_to_for_the_first_days_alone(when: When, day: int, *, agreed: bool) -> None:
    booked = {"booked": True, "booking_time": f"2026-02-{day}T09:00:00-06:00"}
    call = learn_answer(wish(a_call("booking"), when), an_answer("book_service", **booked))

    assert (call.slots.booking_confirmed, call.other_time is None) == (agreed, agreed)
