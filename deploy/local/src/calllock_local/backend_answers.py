"""Pure. The backend stand-in's answers, in the shapes of the real business backend."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from calllock_local.visit_calendar import Appointment, spoken_date, spoken_time


def lookup_answer(known: Mapping[str, Any], visit: Appointment | None) -> dict[str, Any]:
    """What the backend tells about a caller: what it knows, and the next visit."""
    if not known and visit is None:
        return {"found": False, "message": "No customer with this number."}
    answer: dict[str, Any] = {"found": True, "recentCalls": [], "pastAppointments": [], "operatorNotes": [], **known}
    if visit is not None:
        answer["upcomingAppointment"] = {
            "date": spoken_date(visit.starts_at),
            "time": spoken_time(visit.starts_at),
            "jobId": visit.id,
        }
    return answer


def customer_from_booking(name: str, zip_code: str, address: str) -> dict[str, str]:
    """What is known of a caller after a booking."""
    return {key: value for key, value in (("customerName", name), ("zipCode", zip_code), ("address", address)) if value}


def booked_answer(visit: Appointment) -> dict[str, Any]:
    """The good answer of book_service."""
    day, hour = spoken_date(visit.starts_at), spoken_time(visit.starts_at)
    return {
        "success": True,
        "booked": True,
        "appointment_date": day,
        "appointment_time": hour,
        "booking_time": visit.starts_at.isoformat(),
        "appointmentId": visit.id,
        "message": f"Booked for {day} at {hour}.",
    }


def refused_answer(message: str, offers: list[datetime]) -> dict[str, Any]:
    """book_service when the time is not free: up to three others."""
    spoken = [f"{spoken_date(moment)} at {spoken_time(moment)}" for moment in offers]
    return {"success": False, "booked": False, "available_slots": spoken, "message": message}


def conflict_answer(visit: Appointment) -> dict[str, Any]:
    """book_service when this number already has a visit that day."""
    existing = {"date": spoken_date(visit.starts_at), "time": spoken_time(visit.starts_at)}
    return {
        "success": False,
        "booked": False,
        "existing_appointment": existing,
        "message": "This customer already has an appointment that day.",
    }
