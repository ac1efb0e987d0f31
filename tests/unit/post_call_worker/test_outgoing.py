"""Pure. Everything that is sent because of one call."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from calllock.contracts.business import WEEKDAYS, BusinessProfile, EmergencyContact, OpenHours, Texts
from calllock.contracts.events import EmergencyRaised
from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.folding import fold
from post_call_worker.links import Links
from post_call_worker.outgoing import Outgoing, outgoing_after, outgoing_of_emergency
from tests.unit.post_call_worker.call_logs import CALLER, PROFILE, CallLog, booked_call, gas_call

LINKS = Links("https://worker.test", "secret")
FIRST, SECOND, OWNER = "+15125550190", "+15125550191", "+15125550199"
TEXTING = PROFILE.model_copy(
    update={
        "emergency": EmergencyContact(numbers=(FIRST, SECOND), acknowledge_within_minutes=5),
        "texts": Texts(to_callers=True, leads_to=OWNER),
    }
)


def _after(log: CallLog, profile: BusinessProfile = TEXTING, links: Links | None = LINKS) -> dict[str, Outgoing]:
    record = fold(log.messages, profile)
    found = classify(told_by(record), profile, package_signals())
    return {one.name: one for one in outgoing_after(record, found, profile, links)}


def _reached(sent: dict[str, Outgoing]) -> dict[str, Any]:
    return {name: one.body["to"] for name, one in sent.items() if "to" in one.body}


def test_without_twilio_or_without_the_wish_there_are_only_webhooks() -> None:
    assert set(_after(booked_call(), links=None)) == {"job", "call"}
    assert set(_after(booked_call(), PROFILE)) == {"job", "call"}
    assert set(_after(gas_call(), PROFILE)) == {"alert", "job", "call"}


def test_the_caller_gets_a_confirmation_and_the_owner_a_lead_that_was_not_booked() -> None:
    assert _reached(_after(booked_call())) == {"confirmation": CALLER}
    lead = CallLog().hears("I want a new AC system").learns(lead_type="high_ticket", callback_created=True)
    assert _reached(_after(lead.enters("callback").ends())) == {"confirmation": CALLER, "lead": OWNER}


def test_whoever_was_promised_a_call_about_a_booked_visit_is_a_lead_too() -> None:
    log = booked_call().learns(noted="oh no, cancel that", callback_created=True, promised="within the hour").ends()
    sent = _after(log)
    assert _reached(sent) == {"confirmation": CALLER, "lead": OWNER}
    words = sent["lead"].body["text"]
    assert words.startswith("ACE Cooling: appointment booked, and a person is to call back. Jonas Miller")
    assert words.endswith('9:00 AM. Also said: "oh no, cancel that". AC stopped cooling')


def test_of_a_danger_whoever_is_told_of_leads_is_paged_where_no_emergency_contact_is_named() -> None:
    leads_only = TEXTING.model_copy(update={"emergency": EmergencyContact()})
    sent = _after(gas_call(), leads_only)
    assert _reached(sent) == {"page_1": OWNER}
    assert sent["page_1"].not_before is None
    assert "EMERGENCY, ACE Cooling: gas leak." in sent["page_1"].body["text"]
    assert _reached(_after(CallLog().hears("my AC is out").learns(problem_description="AC").ends(), leads_only)) == {
        "lead": OWNER
    }


def test_each_text_is_good_for_a_while_and_what_the_dashboard_is_told_is_never_too_late() -> None:
    lead = CallLog().hears("I want a new AC system").learns(lead_type="high_ticket", callback_created=True)
    log = lead.enters("callback").ends()
    ended_at = log.messages[-1].occurred_at
    sent = _after(log)
    assert sent["confirmation"].good_until == ended_at + timedelta(minutes=15)
    assert sent["lead"].good_until == ended_at + timedelta(hours=1)
    danger = gas_call()
    sent = _after(danger)
    raised = next(one for one in danger.messages if isinstance(one, EmergencyRaised))
    assert {sent[name].good_until for name in ("page_1", "page_2")} == {raised.occurred_at + timedelta(hours=12)}
    assert {sent[name].good_until for name in ("job", "call", "alert")} == {None}


@pytest.mark.parametrize(
    ("called", "told"),
    [
        ("2026-02-23T20:59", "2026-02-23T20:59"),
        ("2026-02-23T21:00", "2026-02-24T07:00"),
        ("2026-03-07T23:30", "2026-03-08T07:00"),  # clocks go forward in that night
        ("2026-11-01T01:30", "2026-11-01T07:00"),  # and back in this
        ("2026-02-24T06:59", "2026-02-24T07:00"),
        ("2026-02-24T07:00", "2026-02-24T07:00"),
    ],
)
def test_no_owner_is_woken_by_a_lead(called: str, told: str) -> None:
    zone = ZoneInfo(TEXTING.zone)
    at, morning = (datetime.fromisoformat(text).replace(tzinfo=zone) for text in (called, told))
    lead = CallLog(at=at).hears("I want a new AC system").learns(lead_type="high_ticket", callback_created=True)
    log = lead.enters("callback").ends()
    at = max(morning, log.messages[-1].occurred_at)
    sent = _after(log)
    assert sent["lead"].not_before == at
    assert sent["lead"].good_until == at + timedelta(hours=1)
    assert sent["confirmation"].not_before == log.messages[-1].occurred_at
    always = TEXTING.model_copy(update={"hours": dict.fromkeys(WEEKDAYS, OpenHours(opens=time(), closes=time()))})
    assert _after(log, always)["lead"].not_before == log.messages[-1].occurred_at


def test_a_withheld_number_and_a_seller_get_and_cause_no_text() -> None:
    unknown = CallLog(from_number=None).hears("call me").enters("callback").learns(callback_created=True)
    assert _reached(_after(unknown.ends())) == {"lead": OWNER}
    seller = CallLog().hears("we sell filters wholesale").learns(callback_type="vendor").enters("callback")
    assert _reached(_after(seller.ends())) == {}


def test_an_emergency_asks_one_number_after_the_other_and_is_the_same_during_the_call_and_after_it() -> None:
    log = gas_call()
    after = _after(log)
    assert _reached(after) == {"page_1": FIRST, "page_2": SECOND}
    assert ["Nobody is asked after you." in after[name].body["text"] for name in ("page_1", "page_2")] == [False, True]
    assert [after[name].wait_s for name in ("page_1", "page_2")] == [0, 300]
    record = fold(log.messages, TEXTING)
    assert record.emergency is not None
    during = outgoing_of_emergency(record.call_sid, record.from_number, record.emergency, TEXTING, LINKS)
    assert {one.name: one for one in during} == {name: after[name] for name in ("alert", "page_1", "page_2")}
