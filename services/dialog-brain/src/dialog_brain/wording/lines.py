"""Pure. The lines that a language model may word, and what its words must then ask.

Only first and second askings of open questions are in the table. Whatever is not in it is spoken as written:
dangers and 911, read-backs and every other yes-or-no question, offers, bookings, promises, goodbyes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, whatever the words: `asks` must be found in the question, `others` nowhere."""

    purpose: str
    """For the model."""
    asks: re.Pattern[str]
    others: re.Pattern[str]
    """Words that would ask for something else as well."""


def _asking(purpose: str, asks: str, others: str) -> Asking:
    return Asking(purpose, re.compile(rf"\b(?:{asks})\b"), re.compile(rf"\b(?:{others})\b"))


_NAME = "name"
_PLACE = "address|street|house number"
_ZIP = "zip"
_TIME = "day|time|when"
_PROBLEM = (
    r"going on|wrong|happening|(?<!\bno )trouble|(?<!\bno )problem|issue|not working|acting up|look at|the matter"
)

MATTER = _asking(
    "Find out why they call. One open question.",
    f"help|do for you|calling about|{_PROBLEM}",
    f"{_NAME}|{_PLACE}|{_ZIP}|{_TIME}",
)
ZIP = _asking("Ask for the five digit ZIP code where the service is needed.", _ZIP, f"{_NAME}|{_TIME}|{_PROBLEM}")
NAME = _asking(
    "Ask for the caller's name.",
    f"{_NAME}|speaking with|talking with|who is calling",
    f"{_PLACE}|{_ZIP}|{_TIME}|{_PROBLEM}",
)
PROBLEM = _asking("Ask what is wrong. Never guess at a cause.", f"help|{_PROBLEM}", f"{_NAME}|{_PLACE}|{_ZIP}|{_TIME}")
ADDRESS = _asking("Ask for the street address of the visit.", "address", f"{_NAME}|{_ZIP}|{_TIME}|{_PROBLEM}")
WHEN = _asking(
    "Ask when it suits the caller. Name no day and no time yourself.",
    "when|(?:what|which|best|good) (?:day|time)|day and time",
    f"{_NAME}|{_PLACE}|{_ZIP}|{_PROBLEM}",
)
_AMENDED = "change|changed|fix|fixed|correct|corrected|update|updated"
CHANGE = _asking("Ask what should be changed.", _AMENDED, f"{_ZIP}|{_PLACE}|{_NAME}|{_TIME}")

WORDABLE: Mapping[str, Asking] = MappingProxyType(
    {
        "how_can_i_help": MATTER,
        "greeting_again": MATTER,
        "zip": ZIP,
        "zip_again": ZIP,
        "name": NAME,
        "name_again": NAME,
        "problem": PROBLEM,
        "problem_again": PROBLEM,
        "address": ADDRESS,
        "address_again": ADDRESS,
        "when": WHEN,
        "when_again": WHEN,
        "change": CHANGE,
    }
)
"""By the `line` of a prompt; a prompt of several lines is not in it. Every one of them ends in a question."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "welcome": "The caller has just reached you. You listen.",
        "service_area": "You need to know where the service is needed. Say nothing yet about whether we come there.",
        "discovery": "You ask for the next missing thing. You never talk about times, and you never diagnose.",
        "confirm": "You are about to settle the details. Nothing is booked, so claim nothing.",
    }
)
"""What a model is told about where the conversation is."""
