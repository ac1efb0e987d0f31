"""Pure. What must have become of a demo call, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

DeliveryKind = Literal["job", "call", "alert"]
_WIDTH = 84
_TELLING = (
    *("card_headline", "problem_description", "customer_name", "customer_address", "phone_number", "outcome"),
    *("booking_status", "scheduled_at", "urgency", "urgency_tier", "priority_reason", "duration_seconds"),
)
"""Fields of the dashboard's webhooks, in the order in which they are told."""
SETTLED = frozenset({"delivered", "dead", "discarded"})


class Expected(BaseModel):
    """What the stored call must say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    end_reason: str
    booking_status: str = "not_requested"
    hazard: str | None = None
    fields: dict[str, str] = {}
    """What must have been understood, by the record's names."""
    deliveries: tuple[DeliveryKind, ...]
    """In alphabetical order; all of them accepted by the dashboard."""


def is_settled(call: Mapping[str, Any], expected: Expected) -> bool:
    """Whether the call is recorded and every delivery that is expected has come to its end."""
    settled = {one["kind"] for one in call["deliveries"] if one["status"] in SETTLED}
    return call["record"] is not None and settled >= set(expected.deliveries)


def faults(call: Mapping[str, Any], received: Sequence[Mapping[str, Any]], expected: Expected) -> list[str]:
    """What is not as expected: in the stored call, or at the dashboard. Empty when all is well."""
    record = call["record"]
    found = {
        "end_reason": record["end_reason"],
        "booking_status": record["booking"]["status"],
        "hazard": (record["emergency"] or {}).get("hazard"),
        "fields": {name: record["fields"][name]["value"] for name in expected.fields if name in record["fields"]},
        "deliveries": tuple(sorted(one["kind"] for one in call["deliveries"] if one["status"] == "delivered")),
    }
    wanted = expected.model_dump()
    wrong = [f"{name} is {found[name]!r} instead of {wanted[name]!r}" for name in wanted if found[name] != wanted[name]]
    accepted = sum(one["status"] == 200 for one in received)
    if accepted != len(expected.deliveries):
        wrong.append(f"the dashboard accepted {accepted} webhooks instead of {len(expected.deliveries)}")
    return wrong


def told(call: Mapping[str, Any]) -> Iterator[str]:
    """The stored call in a few lines."""
    record, classification = call["record"], call["classification"]
    yield _line("path", " > ".join(visit["state"] for visit in record["path"]))
    yield _line("ended", f"{record['end_reason']}, {record['disposition']}")
    yield from (_line(name, learned["value"]) for name, learned in sorted(record["fields"].items()))
    yield from (_line("tool", f"{one['tool']}, {one['outcome']} after {one['took_ms']} ms") for one in record["tools"])
    if record["emergency"]:
        yield _line("emergency", record["emergency"]["hazard"])
    yield _line("tags", ", ".join(sorted(tag for tags in classification["tags"].values() for tag in tags)))


def told_webhook(received: Mapping[str, Any]) -> Iterator[str]:
    """One webhook as the dashboard stand-in took it: the fields that tell most, and how many more there are."""
    body = received["body"]
    shown = [name for name in _TELLING if name in body]
    yield f"  {received['kind']}: {received['status']} {json.dumps(received['answer'])}"
    yield from ("  " + _line(name, body[name]) for name in shown)
    yield f"    and {len(body) - len(shown)} more fields"


def _line(name: str, value: object) -> str:
    text = str(value)
    return f"  {name:<26}{text if len(text) <= _WIDTH else text[: _WIDTH - 3] + '...'}"
