"""Pure. What the dashboard is told: always valid, and nothing of calls that are nobody's business."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calllock.contracts import events
from calllock_local.dashboard_schema import accept
from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.folding import fold
from post_call_worker.payloads import (
    NO_SMS,
    TRANSCRIPT_MAX_CHARS,
    Payloads,
    alert_for,
    dashboard_urgency,
    payloads_for,
)
from post_call_worker.vocabulary import END_REASONS, STATES, URGENCY_TIERS
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog, booked_call, gas_call


def _payloads(log: CallLog) -> Payloads:
    record = fold(log.messages, PROFILE)
    return payloads_for(record, classify(told_by(record), PROFILE, package_signals()), PROFILE)


def _check(payloads: Payloads) -> None:
    accept("calls", payloads.call.body())
    if payloads.job is not None:
        accept("jobs", payloads.job.body())
    if payloads.alert is not None:
        accept("emergency-alerts", payloads.alert.body())


def test_a_booked_call_becomes_a_scheduled_job_and_a_call() -> None:
    payloads = _payloads(booked_call())
    _check(payloads)
    assert payloads.job is not None
    assert payloads.alert is None
    job = payloads.job.body()
    assert job["scheduled_at"] == "2026-02-24T09:00:00-06:00"
    assert (job["booking_status"], job["end_call_reason"], job["urgency"]) == ("confirmed", "completed", "medium")
    assert job["status_color"] == job["priority_color"]
    assert job["ai_summary"].endswith("Booked for Tuesday, February 24 at 9:00 AM.")
    assert "Caller: my AC stopped cooling this morning" in job["call_transcript"]


def test_nothing_that_is_unknown_is_sent() -> None:
    payloads = _payloads(CallLog().hears("hello, my AC is out, can you hear me").learns(problem_description="AC out"))
    assert payloads.job is not None
    body = payloads.job.body()
    assert None not in body.values()
    assert "scheduled_at" not in body
    assert "ended_at" not in payloads.call.body()
    assert body["customer_name"] == "Unknown Caller"
    assert body["customer_address"] == "Not provided"


def test_a_withheld_number_is_called_unknown() -> None:
    log = CallLog(from_number=None).hears("my AC is out").learns(problem_description="AC is out").ends()
    payloads = _payloads(log)
    assert payloads.job is not None
    assert payloads.job.customer_phone == payloads.call.phone_number == "unknown"


@pytest.mark.parametrize("from_number", [None, "+15125550142"])
def test_a_job_has_the_number_that_the_caller_named_and_the_call_the_one_it_came_from(from_number: str | None) -> None:
    log = CallLog(from_number=from_number).hears("my AC is out, call me at 512 555 0188")
    log.learns(problem_description="AC is out", callback_number="+15125550188").ends()
    payloads = _payloads(log)
    assert payloads.job is not None
    assert payloads.job.customer_phone == "+15125550188"
    assert payloads.call.phone_number == (from_number or "unknown")


def test_a_tool_never_shows_in_the_transcript_of_the_call() -> None:
    lines = _payloads(booked_call()).call.body()["transcript_object"]
    assert {line["role"] for line in lines} == {"agent", "user"}


def _wrong_number(log: CallLog) -> CallLog:
    return log.hears("sorry, wrong number").learns(callback_type="wrong_number").enters("callback")


def _seller(log: CallLog) -> CallLog:
    return log.hears("we sell filters wholesale").learns(callback_type="vendor").enters("callback")


def _silent(log: CallLog) -> CallLog:
    return log.says("Hello?").enters("callback").learns(callback_type="none")


def _very_short(log: CallLog) -> CallLog:
    return log.hears("hello?").enters("lookup")


@pytest.mark.parametrize("script", [_wrong_number, _seller, _silent, _very_short])
def test_a_call_that_is_nobodys_business_makes_a_call_and_no_job(script: Callable[[CallLog], CallLog]) -> None:
    payloads = _payloads(script(CallLog().enters("welcome")).ends())
    _check(payloads)
    assert payloads.job is None


def test_a_callback_that_was_promised_makes_a_job_though_no_word_came_through() -> None:
    log = CallLog().enters("welcome").hears("").hears("").enters("callback").learns(callback_type="general")
    payloads = _payloads(log.says("A person will call you within the hour.").ends())
    _check(payloads)
    assert payloads.job is not None
    assert (payloads.job.end_call_reason, payloads.call.outcome) == ("callback_later", "callback")


@pytest.mark.parametrize(
    "said",
    [
        "this is Dana from the Trane warranty department about a claim you filed",
        "the coil you ordered came in and I need to know who picks it up",
        "I'm at the supply house and your order is ready",
        "I want to talk to the owner about how you mark it up on your parts on my bill",
    ],
)
def test_whoever_was_promised_a_callback_makes_a_job_also_who_sounds_like_a_seller(said: str) -> None:
    def heard() -> CallLog:
        return CallLog().enters("welcome").hears(said)

    promised = heard().enters("callback").learns(callback_type="human", callback_created=True).ends()
    payloads = _payloads(promised)
    _check(payloads)
    assert payloads.job is not None
    assert payloads.call.outcome == "callback"
    assert _payloads(heard().ends("caller")).job is None


def test_a_seller_in_danger_makes_a_job() -> None:
    log = (
        CallLog()
        .enters("welcome")
        .hears("this is the supply house, and I smell gas here")
        .learns(callback_type="vendor")
    )
    payloads = _payloads(log.enters("safety_exit").raises("GAS_LEAK", "I smell gas here").ends())
    _check(payloads)
    assert payloads.job is not None
    assert payloads.alert is not None


def test_a_caller_who_hung_up_half_way_is_still_a_lead() -> None:
    log = CallLog().enters("welcome").hears("AC is out").learns(problem_description="AC is out").enters("discovery")
    payloads = _payloads(log.ends("caller"))
    assert payloads.job is not None
    assert (payloads.job.end_call_reason, payloads.job.booking_status) == ("customer_hangup", "not_requested")
    assert payloads.job.status_color == "blue"


def test_a_caller_whom_nobody_answered_is_a_lead_though_nothing_was_understood() -> None:
    log = CallLog().adds(events.TransferBegun, to_number="+15125550180", reason="the brain does not answer")
    payloads = _payloads(log.adds(events.TransferFailed, reason="no-answer").ends("agent"))
    _check(payloads)
    assert payloads.job is not None
    assert (payloads.job.end_call_reason, payloads.call.outcome) == ("callback_later", "callback")
    assert payloads.job.card_headline == "A person is to call back"


def test_what_only_the_lookup_knew_is_no_lead() -> None:
    log = CallLog().enters("welcome").learns("looked_up", customer_name="Jonas", zip_code="78745").hears("uh")
    assert _payloads(log.ends("caller")).job is None


def test_a_seller_who_also_needs_a_repair_is_a_lead() -> None:
    log = CallLog().hears("we sell filters wholesale, but our own AC is broken").learns(problem_description="AC broken")
    assert _payloads(log.ends()).job is not None


def test_the_alert_of_a_caller_who_withholds_the_number_has_the_one_that_was_named() -> None:
    log = CallLog(from_number=None).hears("call me at 512 555 0188").learns(callback_number="+15125550188")
    alert = _payloads(log.enters("safety_exit").raises("GAS_LEAK", "I smell gas").ends()).alert
    assert alert is not None
    assert alert.phone_number == "+15125550188"


def test_the_alert_is_the_same_during_the_call_and_after_it() -> None:
    payloads = _payloads(gas_call())
    _check(payloads)
    assert payloads.alert is not None
    record = fold(gas_call().messages, PROFILE)
    assert record.emergency is not None
    assert payloads.alert == alert_for("CA0002", record.from_number, record.emergency, PROFILE)
    assert payloads.alert.alert_id == "CA0002:emergency"
    assert payloads.alert.sms_sent_at == record.emergency.raised_at
    assert NO_SMS in payloads.alert.problem_description
    assert payloads.alert.problem_description.startswith('Possible gas leak. The caller said: "I smell gas')
    assert payloads.alert.callback_promised_minutes == 15


def test_the_alert_of_a_plain_yes_says_to_which_question() -> None:
    alert = _payloads(CallLog().raises("UNSPECIFIED", "yes").enters("safety_exit").ends()).alert
    assert alert is not None
    assert alert.problem_description.startswith('Said yes to the safety question. The caller said: "yes"')


def test_an_emergency_is_urgent_whatever_the_tier_and_whatever_was_told_before_it() -> None:
    for log in (gas_call(), booked_call().learns(urgency_tier="low").raises("GAS_LEAK", "wait, I smell gas").ends()):
        payloads = _payloads(log)
        assert payloads.job is not None
        assert (payloads.job.urgency, payloads.job.status_color) == ("emergency", "red")
        assert payloads.call.urgency_tier == "emergency"


@pytest.mark.parametrize(
    ("tier", "urgency"),
    [("emergency", "emergency"), ("urgent", "high"), ("high", "high"), ("routine", "medium"), ("low", "low")],
)
def test_each_tier_has_the_dashboards_word(tier: Any, urgency: str) -> None:
    assert dashboard_urgency(tier) == urgency


def test_a_transcript_of_a_megabyte_is_cut() -> None:
    log = CallLog()
    for _ in range(100):
        log.hears("the AC is out " * 800)
    payloads = _payloads(log.learns(problem_description="AC is out").ends())
    _check(payloads)
    assert payloads.job is not None
    assert len(payloads.job.call_transcript or "") <= TRANSCRIPT_MAX_CHARS
    assert sum(len(line.content) for line in payloads.call.transcript_object) <= TRANSCRIPT_MAX_CHARS


_TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["my AC is broken", "wrong number", "I smell gas", "\x00", "\ud83d\ude00", " ", "\u202eabc", "Jonas"]
    ),
)
_TIMES = st.one_of(
    _TEXTS,
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)).map(lambda at: at.isoformat()),  # noqa: DTZ001 - one without a zone
)
_SLOTS = st.fixed_dictionaries(
    {},
    optional={
        "customer_name": _TEXTS,
        "service_address": _TEXTS,
        "problem_description": _TEXTS,
        "problem_duration": _TEXTS,
        "noted": _TEXTS,
        "equipment": _TEXTS,
        "preferred_time": _TEXTS,
        "requested_at": _TIMES,
        "booked_time": _TIMES,
        "caller_known": st.booleans(),
        "caller_confirmed": st.booleans(),
        "booking_confirmed": st.booleans(),
        "booking_attempted": st.booleans(),
        "lead_type": st.sampled_from(["", "high_ticket"]),
        "urgency_tier": st.one_of(st.sampled_from(sorted(URGENCY_TIERS)), _TEXTS),
        "end_reason_hint": st.one_of(st.sampled_from(sorted(END_REASONS)), _TEXTS),
        "callback_type": st.sampled_from(["service", "vendor", "wrong_number", "none", "applicant", "billing"]),
    },
)


@settings(max_examples=2_000, deadline=None)
@given(
    turns=st.lists(_TEXTS, max_size=4),
    heard=st.lists(_TEXTS, max_size=3),
    slots=_SLOTS,
    states=st.lists(st.sampled_from(sorted(STATES)), max_size=4),
    hazard=st.none() | st.sampled_from(["GAS_LEAK", "UNSPECIFIED"]),
    number=st.none() | st.just("+15125550142"),
    ended=st.booleans(),
)
def test_whatever_a_call_was_its_payloads_are_accepted(
    *,
    turns: list[str],
    heard: list[str],
    slots: dict[str, Any],
    states: list[str],
    hazard: events.Hazard | None,
    number: str | None,
    ended: bool,
) -> None:
    log = CallLog(from_number=number, at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=len(turns)))
    for state in states:
        log.enters(state)
    for text in heard:
        log.says("a prompt", heard=text)
    for text in turns:
        log.hears(text)
    log.learns(**slots)
    if hazard:
        log.raises(hazard, turns[0] if turns else "")
    _check(_payloads(log.ends() if ended else log))
