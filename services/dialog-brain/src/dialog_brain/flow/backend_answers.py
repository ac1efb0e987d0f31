"""Pure. What an answer of the business backend changes in the call. Only an explicit success counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from calllock.contracts.events import ToolAnswered
from dialog_brain.flow.call import Call
from dialog_brain.understanding.people_and_places.address_on_file import is_elsewhere
from dialog_brain.understanding.people_and_places.addresses import valid_address
from dialog_brain.understanding.people_and_places.names import valid_name
from dialog_brain.understanding.people_and_places.zip_codes import valid_zip
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.slots_written import parse_booked, parse_offer

FIRST_DAYS = 3
"""Within so many days a visit at a wished hour is on "the first day that's free": a weekend may be between."""


def learn_answer(call: Call, answer: ToolAnswered) -> Call:
    """The call with the backend's answer filled in."""
    succeeded = answer.result if answer.outcome == "answered" else {}
    if answer.tool == "lookup_caller":
        return _looked_up(call, succeeded)
    if answer.tool == "book_service":
        unclear = answer.outcome == "timed_out" or answer.unclear
        return _booking(call._replace(booking_unclear=unclear), succeeded)
    if answer.tool == "create_callback" and succeeded.get("success") is True:
        return call.fill("looked_up", callback_created=True)
    return call


def _looked_up(call: Call, result: Mapping[str, Any]) -> Call:
    if result.get("found") is not True:
        return call.fill("looked_up", caller_known=False)
    name = valid_name(_text(result, "customerName"))
    values: dict[str, Any] = {"caller_known": True, "looked_up_name": name}
    if not call.slots.customer_name:
        values["customer_name"] = name
    told, held = call.slots.service_address, valid_address(_text(result, "address"))
    if not call.slots.zip_code and not (told and held and is_elsewhere(told, held)):
        values["zip_code"] = valid_zip(_text(result, "zipCode"))
    if not told:
        values["service_address"] = held
    appointment = result.get("upcomingAppointment")
    if isinstance(appointment, Mapping):
        values |= {
            "has_appointment": True,
            "appointment_date": _text(appointment, "date"),
            "appointment_time": _text(appointment, "time"),
        }
    promise = result.get("callbackPromise")
    if isinstance(promise, Mapping):
        promise = " ".join(part for part in (_text(promise, "date"), _text(promise, "issue")) if part)
    if isinstance(promise, str) and promise:
        values["callback_promise"] = promise
    known = {name: value for name, value in values.items() if value != ""}
    call = call.fill("looked_up", **known)._replace(address_on_file=known.get("service_address", ""))
    kind = call.for_own_visit
    return call.fill("said", callback_type=kind) if kind and not call.slots.callback_type else call


def _booking(call: Call, result: Mapping[str, Any]) -> Call:
    call = call.fill("looked_up", booking_attempted=True)._replace(
        bookings=call.bookings + 1, offers=(), passed_over=()
    )
    if result.get("booked") is True or result.get("booking_confirmed") is True:
        if any(result.get(key) is False for key in ("success", "booked", "booking_confirmed")):
            return call._replace(booking_unclear=True)
        return _booked(call, parse_booked(result, call.now))
    existing = result.get("existing_appointment")
    if isinstance(existing, Mapping):
        filled = call.fill(
            "looked_up",
            has_appointment=True,
            appointment_date=_text(existing, "date"),
            appointment_time=_text(existing, "time"),
        )
        return filled._replace(conflict=True)
    slots = result.get("available_slots")
    offers = (
        tuple(parse_offer(slot, call.now) for slot in slots[:3] if isinstance(slot, str))
        if isinstance(slots, list)
        else ()
    )
    free = (offer for offer in offers if offer is not None and _may_be(offer, call))
    return call._replace(offers=tuple(dict.fromkeys(free)))


def _may_be(offer: datetime, call: Call) -> bool:
    """Whether a moment lies ahead, on a day that the caller has not ruled out."""
    ruled_out = call.when is not None and call.profile.local(offer).date() in call.when.not_on
    return offer > call.now and not ruled_out


def _booked(call: Call, booked: datetime | None) -> Call:
    if booked is None or (call.when is not None and booked <= call.now):
        return call._replace(booking_unclear=True)
    if matches(booked, call) and not (call.second_thoughts or _disappoints(booked, call)):
        return call.fill("looked_up", booking_confirmed=True, booked_time=booked.isoformat())
    return call._replace(other_time=booked)


def _disappoints(booked: datetime, call: Call) -> bool:
    """Whether the first free visit is so late that the caller must agree to it: later than today in an emergency, or
    many days from now where no day was named."""
    wish = call.when
    if wish is None:
        return False
    ahead = (call.profile.local(booked).date() - call.now.date()).days
    any_day = not wish.soonest and wish.date is None and wish.week_of is None
    return (any_day and ahead > FIRST_DAYS) or (wish.soonest and call.slots.urgency_tier == "emergency" and ahead > 0)


def matches(booked: datetime, call: Call) -> bool:
    """Whether a booked moment is what the caller wished for, on the business's clock."""
    wish = call.when
    if wish is None:
        return True
    here = call.profile.local(booked)
    return _day_matches(here.date(), wish) and wish.allows(here.time())


def _day_matches(day: date, wish: When) -> bool:
    if day in wish.not_on:
        return False
    if wish.date is not None:
        return day == wish.date
    return wish.week_of is None or 0 <= (day - wish.week_of).days < 7


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""
