"""Pure. The words of text messages."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from post_call_worker import texts
from post_call_worker.folding import fold
from post_call_worker.record import CallRecord
from tests.unit.post_call_worker.call_logs import CALLER, PROFILE, CallLog, booked_call, gas_call


def _record(log: CallLog) -> CallRecord:
    return fold(log.messages, PROFILE)


def _page(log: CallLog, number: str | None = CALLER, *, last: bool = False) -> str:
    record = _record(log)
    assert record.emergency is not None
    return texts.page(record.call_sid, number, record.emergency, PROFILE, "https://worker.test/a", last=last)


def test_a_page_says_what_who_and_how_to_take_it() -> None:
    words = _page(gas_call())
    for part in (
        "EMERGENCY, ACE Cooling: gas leak",
        CALLER,
        'at 10:00 AM: "I smell gas',
        "https://worker.test/a",
        "After 5 min",
    ):
        assert part in words


def test_the_last_on_the_ladder_is_told_so() -> None:
    assert "Nobody is asked after you." in _page(gas_call(), last=True)
    assert "next person" not in _page(gas_call(), last=True)


def test_a_page_fits_in_four_segments_however_long_the_caller_spoke() -> None:
    log = CallLog().raises("UNSPECIFIED", "and then it went\n" * 500).ends()
    words = _page(log, None)
    assert len(words) <= 4 * 153
    assert "\n" not in words
    assert ": yes to the safety question. Caller with a withheld number." in words


def test_a_booked_caller_reads_the_time_on_the_business_clock() -> None:
    words = texts.confirmation(_record(booked_call()), PROFILE)
    assert words is not None
    assert words.startswith("ACE Cooling: your appointment is Tuesday, February 24 at 9:00 AM.")
    assert "STOP" in words


@pytest.mark.parametrize(
    ("hour", "told"), [(0, "12:30 AM"), (9, "9:30 AM"), (11, "11:30 AM"), (12, "12:30 PM"), (13, "1:30 PM")]
)
def test_a_booked_caller_reads_the_hour_as_it_is_said(hour: int, told: str) -> None:
    record = _record(booked_call())
    at = datetime(2026, 2, 24, hour, 30, tzinfo=ZoneInfo("America/Chicago"))
    moved = record.booking.model_copy(update={"booked_at": at.astimezone(UTC)})
    words = texts.confirmation(record.model_copy(update={"booking": moved}), PROFILE)
    assert f"Tuesday, February 24 at {told}." in (words or "")


def test_a_promised_callback_is_repeated_and_nothing_else_is_promised() -> None:
    for said, read in (("within 20 minutes", " within 20 minutes"), ("after five", " after five"), ("", "")):
        promised = CallLog().hears("call me back").enters("callback").learns(callback_created=True, promised=said)
        words = texts.confirmation(_record(promised.ends()), PROFILE)
        assert words is not None
        assert f": a person will call you back{read}. Questions?" in words
    assert texts.confirmation(_record(CallLog().hears("hello").ends()), PROFILE) is None
    assert texts.confirmation(_record(gas_call()), PROFILE) is None


def test_who_wants_the_visit_otherwise_reads_of_the_visit_and_of_the_call_that_was_promised() -> None:
    log = booked_call().learns(noted="cancel that", callback_created=True, promised="within the hour").ends()
    words = texts.confirmation(_record(log), PROFILE)
    assert words is not None
    assert "February 24 at 9:00 AM, and a person will call you back within the hour. Questions?" in words


def test_a_lead_fits_on_one_screen() -> None:
    log = CallLog().hears("x").learns(customer_name="Jonas Miller", problem_description="a new system " * 50)
    words = texts.lead(_record(log.learns(lead_type="high_ticket").enters("callback").ends()), PROFILE)
    assert words.startswith("ACE Cooling: wants a new system. Jonas Miller, +15125550142. a new system")
    assert len(words) <= texts.SCREEN_MAX_CHARS
    empty = texts.lead(_record(CallLog(from_number=None).hears("x").ends()), PROFILE)
    assert empty == "ACE Cooling: hung up before the end. No name, number withheld."
    named = CallLog(from_number=None).hears("x").learns(callback_number="+15125550188").ends()
    assert "No name, +15125550188." in texts.lead(_record(named), PROFILE)


def test_a_page_goes_out_while_the_caller_is_being_told_what_to_do() -> None:
    assert " Being told to leave and call 911. " in _page(gas_call())
    ill = CallLog().raises("HEALTH_RISK", "my mother is unconscious").enters("safety_exit").ends()
    assert " Being told to call 911. " in _page(ill)
    flooded = CallLog().raises("ACTIVE_FLOODING", "my basement is flooding").enters("callback").ends()
    assert "active flooding" in _page(flooded)
    assert " Being told that you will call. " in _page(flooded)
