"""Pure. A day of invented calls for the pages to show, so different from each other as real ones are."""

from __future__ import annotations

from datetime import datetime, timedelta

from calllock.contracts import events
from calllock.contracts.message import Message
from post_call_worker.console.text_call import GATEWAY
from tests.unit.post_call_worker.call_logs import CallLog

_PACE = {"spoken_ms": 1400, "endpoint_ms": 320, "transcribe_ms": 210}


def a_day_of_calls(now: datetime) -> list[CallLog]:
    """Calls that ended within the two days before `now`, the oldest first."""
    makers = (_wrong_number, _callback, _silent, _out_of_area, _new_system, _hung_up, _gas, _booked, _no_cooling)
    hours = (30, 27, 25, 20, 9, 5, 3.2, 1.4, 0.3)
    return [
        made(CallLog(f"CA{number:04d}", f"+1512555{1000 + number * 37}", now - timedelta(hours=ago)))
        for number, (made, ago) in enumerate(zip(makers, hours, strict=True), 1)
    ]


def live_call(call_sid: str, now: datetime) -> CallLog:
    """A call that is still going on."""
    log = _begun(
        CallLog(call_sid, "+15125550177", now - timedelta(seconds=24)), "hi, my furnace is making a loud banging noise"
    )
    log.learns(problem_description="furnace making a loud banging noise")
    return _checked(log).says("And what's the address?", heard="And what's the")


def typed_call(call_sid: str, now: datetime) -> list[Message]:
    """The same, as an owner places it from the console, by text."""
    answered, *rest = live_call(call_sid, now).messages
    return [answered.model_copy(update={"gateway": GATEWAY}), *rest]


def _begun(log: CallLog, first: str) -> CallLog:
    log.enters("welcome", "the call begins")
    log.says("Thanks for calling ACE Cooling, this is the virtual receptionist. How can I help you today?")
    log.hears(first, **_PACE).enters("lookup", "welcome: the caller said something").asks(
        "lookup_caller", phone="+15125550123"
    )
    log.says("Okay, let me pull that up.", first_audio_ms=910)
    return log.gets("lookup_caller", found=False).learns("looked_up", caller_known=False)


def _checked(log: CallLog) -> CallLog:
    log.enters("safety", "lookup: a new caller").says("Do you smell gas or anything burning, or see smoke?")
    log.hears("no, nothing like that", spoken_ms=900, endpoint_ms=410, transcribe_ms=180)
    log.enters("service_area", "safety: no danger").says("What's the five digit ZIP code?", first_audio_ms=840)
    log.hears("seven eight seven four five", spoken_ms=1900, endpoint_ms=350, transcribe_ms=240).learns(
        zip_code="78745"
    )
    return log.enters("discovery", "service area: the ZIP is inside").says(
        "Can I get your name, please?", first_audio_ms=1010
    )


def _agreed(log: CallLog, name: str, street: str, when: tuple[str, str]) -> CallLog:
    spoken, at = when
    log.hears(f"it's {name}", **_PACE).learns(customer_name=name).says("What's the street address?", first_audio_ms=870)
    log.hears(street, spoken_ms=2100, endpoint_ms=520, transcribe_ms=260).learns(service_address=street)
    log.enters("confirm", "discovery: name, problem and address are known").says(
        "When works best for you?", first_audio_ms=980
    )
    log.hears(spoken, **_PACE).learns(preferred_time=spoken, requested_at=at)
    heard = f"So that's {name}, at {street}, {spoken}. Want me"
    log.says(f"{heard} to book that?", heard=heard).adds(events.CallerInterrupted, prompt=8, heard_text=heard)
    return log.hears("yes please", spoken_ms=600, endpoint_ms=290, transcribe_ms=150).learns(caller_confirmed=True)


def _booked_as(log: CallLog, at: str) -> CallLog:
    log.enters("booking", "confirm: the caller agreed to the read-back").learns(booking_attempted=True)
    log.asks("book_service", zip_code="78745").gets("book_service", success=True, booked=True, booking_time=at)
    log.learns("looked_up", booking_confirmed=True, booked_time=at).enters("done", "booking: it is booked")
    return log.says("You're all set. Is there anything else?", first_audio_ms=1130).ends()


def _no_cooling(log: CallLog) -> CallLog:
    _begun(log, "my air conditioner stopped cooling this morning and we have a newborn")
    log.learns(problem_description="AC stopped cooling, newborn at home", urgency_tier="urgent")
    at = "2026-12-01T10:00:00-06:00"
    return _booked_as(_agreed(_checked(log), "Emily Carter", "1425 Oak Street", ("Tuesday at ten", at)), at)


def _booked(log: CallLog) -> CallLog:
    _begun(log, "I'd like somebody to look at my heat pump, it's a tune up").learns(
        problem_description="heat pump tune-up"
    )
    at = "2026-12-02T14:30:00-06:00"
    return _booked_as(
        _agreed(_checked(log), "Marcus Webb", "88 Congress Avenue", ("Wednesday at half past two", at)), at
    )


def _gas(log: CallLog) -> CallLog:
    log.enters("welcome", "the call begins").says(
        "Thanks for calling ACE Cooling. How can I help you today?", heard="Thanks for calling"
    )
    log.hears("I smell gas really strong next to my furnace", spoken_ms=2200, endpoint_ms=280, transcribe_ms=250)
    log.enters("safety_exit", "anywhere: a danger is named").raises(
        "GAS_LEAK", "I smell gas really strong next to my furnace"
    )
    return log.says("Please leave the building now, everyone. Call 911 from outside.", first_audio_ms=640).ends(
        "caller"
    )


def _hung_up(log: CallLog) -> CallLog:
    _begun(log, "yeah how much do you charge").adds(events.SilenceNoticed, after_prompt=2, silence_s=6.0)
    return log.enters("safety", "lookup: a new caller").says("Do you smell gas?", heard="Do you").ends("caller")


def _new_system(log: CallLog) -> CallLog:
    _begun(log, "our system is twenty two years old and we want a quote for a whole new one")
    log.learns(problem_description="wants a quote for a new system", lead_type="high_ticket", equipment="system")
    _agreed(_checked(log), "Priya Raman", "5 Barton Hills Drive", ("tomorrow afternoon", "2026-11-28T14:00:00-06:00"))
    log.learns(callback_type="estimate", end_reason_hint="sales_lead").enters(
        "callback", "confirm: a new system is wanted"
    )
    log.asks("send_sales_lead_alert", reason="estimate").gets("send_sales_lead_alert", success=True)
    return log.learns("looked_up", callback_created=True).says("Our comfort advisor will call you.").ends()


def _out_of_area(log: CallLog) -> CallLog:
    _begun(log, "the thermostat is blank").learns(problem_description="thermostat is blank").enters("service_area")
    log.says("What's the five digit ZIP code?").hears("seven three three oh one").learns(zip_code="73301")
    log.enters("callback", "service area: the ZIP is outside").learns(
        callback_type="out_of_area", end_reason_hint="out_of_area"
    )
    return log.says("I'm sorry, we only serve the Austin area.").ends()


def _silent(log: CallLog) -> CallLog:
    log.enters("welcome", "the call begins").says("Thanks for calling ACE Cooling. How can I help you today?")
    return log.adds(events.SilenceNoticed, after_prompt=1, silence_s=6.0).ends("caller")


def _callback(log: CallLog) -> CallLog:
    _begun(log, "could somebody call me back about my bill please").learns(callback_type="billing")
    log.enters("callback", "welcome: not about service").asks("create_callback", reason="billing")
    log.gets("create_callback", success=True).learns("looked_up", callback_created=True)
    return log.says("Somebody will call you within the hour.").hears("thank you", **_PACE).ends("caller")


def _wrong_number(log: CallLog) -> CallLog:
    log.enters("welcome", "the call begins").says("Thanks for calling ACE Cooling. How can I help you today?")
    log.hears("oh sorry is this not the pizza place", **_PACE).learns(callback_type="wrong_number")
    return log.enters("callback", "welcome: not about service").says("No problem. Goodbye.").ends()
