"""Pure. The callers whom the backend stand-in knows before anybody has booked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KNOWN_CALLERS: Mapping[str, Mapping[str, Any]] = {
    "+15125550142": {
        "customerName": "Jonas Miller",
        "zipCode": "78745",
        "address": "4210 South Lamar Boulevard",
        "recentCalls": [],
        "pastAppointments": [{"date": "Friday, May 16", "issue": "Spring maintenance"}],
        "operatorNotes": ["Gate code is on file."],
    },
    "+15125550143": {
        "customerName": "Ann Lee",
        "zipCode": "78704",
        "address": "12 Oak Street",
        "callbackPromise": {"date": "yesterday", "issue": "a quote for a heat pump"},
        "recentCalls": [],
        "pastAppointments": [],
        "operatorNotes": [],
    },
    "+12065550142": {
        "customerName": "Marta Silva",
        "zipCode": "98133",
        "address": "88 Harbor Avenue",
        "recentCalls": [],
        "pastAppointments": [],
        "operatorNotes": [],
    },
}
"""By number. Everybody else is unknown until they have booked here."""
