"""Pure. Random callers, mostly helpful, and a backend that answers well, badly, late, twice or never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calllock.contracts.events import ToolName

HELPFUL: Mapping[str, Sequence[str]] = {
    "matter": (
        *["my AC stopped cooling", "the furnace is out"] * 4,
        "hi, this is Ann Lee at 12 Oak Street 78745, no hot water since yesterday",
        "I'd like a quote for a new air conditioner",
        "I need to reschedule my appointment",
        "hello",
        "I have a question about my bill",
        *["my furnace is out and also I have a question about my bill"] * 2,
        "are you hiring",
        "sorry, wrong number",
        "my heater is dead and I'd like somebody tomorrow at nine",
    ),
    "safety": (*["no", "nope, nothing like that", "I don't think so"] * 4, "I'm not there, it's my rental", "yes"),
    "safety_there": ("no, nobody has", "I don't know", "yes"),
    "recheck": ("no", "no, nothing", "yes"),
    "zip": (*["78745", "seven eight seven oh four", "it's 78701"] * 2, "90210", "787", "I don't know my ZIP"),
    "zip_check": ("yes", "no, 78704", "no"),
    "name_check": ("yes, that's me", "yes", "no, this is Ann Lee"),
    "name": ("Ann Lee", "Priya Shah", "my name is Jonas Miller", "J O N A S, Jonas"),
    "problem": ("the AC is leaking", "it makes a loud noise", "no heat"),
    "address_check": ("yes", "yes, same place", "no, 14 Elm Street"),
    "address": ("12 Oak Street", "forty two ten South Lamar Boulevard", "88 Elm Street"),
    "when": ("tomorrow at nine", "Thursday afternoon", "as soon as possible", "Wednesday at two", "this week"),
    "call_time": ("tomorrow afternoon", "Friday morning"),
    "change": (
        *["the time, make it Thursday at ten", "the address is 14 Oak Street", "nothing, it's fine"],
        *["no, I don't want to book anything"] * 6,
    ),
    "declined": ("yes please", "no thanks", "no", "no, make it Friday", "actually yes, book it"),
    "when_over": ("tomorrow at nine", "today at three in the morning"),
    "read_back": (
        "yes",
        "yes please",
        "yes, book it",
        "no",
        "yes but make it Friday",
        "no, the name is Anna Leigh",
        *["yes, we're selling the house", "yes, my bill is through the roof", "call me at 512 555 0188"],
    ),
    "lead_read_back": ("yes", "yes that's right", "no"),
    "other_time": (
        *["yes, that works", "yes", "no, that's too late"] * 2,
        *["could you do Friday at ten instead", "is there anything later that day", "I can't make that day"],
        *["is that the earliest you have", "no, ten would be better"],
    ),
    "conflict": ("yes, both", "no", "yes", "yes, but cancel the other"),
    "offer": (
        "the first one",
        "Wednesday at nine",
        "the second one",
        "no, none of those",
        "how about Friday at ten",
        *["the first one, but it's apartment 4", "the second one, and my name is Anna Leigh"],
    ),
    "new_time": ("yes", "yes", "no, it's apartment 5", "no", "no, Thursday at two"),
    "leaving": ("yes please", "no", "no, thanks", "no, I'll stay on"),
}
"""Answers to each question that may be open."""

ANYTHING = (
    *["sorry, the ZIP is 78704"] * 3,
    "can you say that again",
    "hold on a second",
    "hello? are you there?",
    "are you a robot",
    "what do you charge for a visit",
    "what are your hours",
    "let me talk to a person",
    "get me a human being, please",
    "can you put me through to somebody",
    "just have someone call me back",
    "okay bye",
    "actually my name is Anna Leigh",
    "the address is 14 Oak Street",
    "make it Friday at ten",
    "hold on, it's 14 Oak Street",
    "one second, make it ten",
    "sorry, the zip is 78704",
    "the zip is 90210",
    "wait, no",
    "yes",
    "no",
    "umbrella",
    "uh-huh",
    "I need to cancel my appointment",
    "I thought I smelled smoke but never mind, it was the toaster",
    "no gas smell at all",
    "it's urgent",
    "me gustaría hablar con alguien",
    "空调坏了",
    "",
    "   ",
    "{name} [insert time here] transition",
)
"""What callers say whatever was asked."""

BEGINNINGS = ("hold on, ", "yes, ", "no, ", "sorry, ", "yeah but ", "can you repeat that, ", "bye, ", "never mind, ")
"""What they say before it, without a pause."""

MEANWHILE = ("get me a human being, please", "wait, the address is 14 Oak Street")
"""What they say while the calendar is asked, of which each leads another way."""

DANGERS = (
    "I smell gas",
    "there's smoke coming out of the vent",
    "the carbon monoxide alarm is going off",
    "I can smell something burning",
    "the unit is throwing sparks",
    "there is a rotten egg smell in the basement",
)
"""Each of them must lead to the instruction, in any state."""

REPLIES: Mapping[ToolName, Sequence[Mapping[str, Any]]] = {
    "lookup_caller": (
        {"found": False},
        {"found": True, "customerName": "Jonas Miller", "zipCode": "78745", "address": "88 Elm Street"},
        {"found": True, "customerName": "{{customer_name}}", "zipCode": "787", "address": "TBD"},
        {
            "found": True,
            "customerName": "Jonas",
            "upcomingAppointment": {"date": "Thursday, February 26", "time": "2:00 PM"},
            "callbackPromise": {"date": "yesterday", "issue": "quote"},
        },
        {"found": "yes", "customerName": 7, "upcomingAppointment": [], "callbackPromise": 3},
    ),
    "book_service": (
        {"booked": True, "booking_time": "2026-02-24T09:00:00-06:00"},
        {"booked": True, "booking_time": "2026-02-24T09:00:00-06:00"},
        {"booked": True, "booking_time": "2026-02-26T14:30:00-06:00"},
        {"booked": True, "appointment_date": "Wednesday, February 25", "appointment_time": "2:00 PM"},
        *[
            {
                "booked": False,
                "available_slots": ["Tuesday, February 24 at 1:00 PM", "Wednesday, February 25 at 9:00 AM"],
            }
        ]
        * 3,
        {"booked": False, "existing_appointment": {"date": "Tuesday, February 24", "time": "2:00 PM"}},
        {"booked": False, "existing_appointment": {}},
        {"booked": True},
        {"booked": "true", "booking_time": "2026-02-24T09:00:00-06:00"},
        {"success": True, "message": "You are booked for Tuesday"},
        {"booked": False, "available_slots": [None, "whenever", 7], "existing_appointment": "yes"},
        {},
    ),
    "create_callback": ({"success": True}, {"success": True}, {"success": False}, {"success": "true"}, {}),
    "send_sales_lead_alert": ({"success": True}, {"success": False}),
}
"""What the backend may answer, the junk included."""
