"""Pure. The backend stand-in's memory and answers: calendars, callers, scripted replies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from calllock.contracts.business import BusinessProfile
from calllock_local.backend_answers import (
    booked_answer,
    conflict_answer,
    customer_from_booking,
    lookup_answer,
    refused_answer,
)
from calllock_local.known_callers import KNOWN_CALLERS
from calllock_local.preferred_time import read_wish
from calllock_local.visit_calendar import Calendar

Tool = Literal["lookup_caller", "book_service", "create_callback", "send_sales_lead_alert"]


class CallFacts(BaseModel):
    """The `call` of an envelope."""

    model_config = ConfigDict(extra="ignore")
    call_id: str = Field(min_length=1)
    from_number: str | None
    to_number: str
    direction: Literal["inbound"]
    metadata: dict[str, Any]


class Envelope(BaseModel):
    """The body of every request."""

    model_config = ConfigDict(extra="ignore")
    call: CallFacts
    args: dict[str, Any]


class Answer(BaseModel):
    """What to send back, and how badly."""

    status: int = 200
    delay_s: float = Field(default=0.0, ge=0)
    body: dict[str, Any] = {}

    @classmethod
    def scripted(cls, raw: Mapping[str, Any]) -> Answer:
        """From `{found: true, ...}` or `{status: 500}` or `{delay_s: 5, booked: true, ...}`."""
        body = {key: value for key, value in raw.items() if key not in ("status", "delay_s")}
        return cls(status=raw.get("status", 200), delay_s=raw.get("delay_s", 0.0), body=body)


class ScriptedCall(BaseModel):
    """Answers for one call, in the shape of a conversation file; a list is used up, its last entry stays."""

    model_config = ConfigDict(extra="forbid")
    lookup: dict[str, Any] | list[dict[str, Any]] | None = None
    booking: dict[str, Any] | list[dict[str, Any]] | None = None
    callback: dict[str, Any] | list[dict[str, Any]] | None = None
    alert: dict[str, Any] | list[dict[str, Any]] | None = None


_SCRIPTED: Mapping[Tool, str] = {
    "lookup_caller": "lookup",
    "book_service": "booking",
    "create_callback": "callback",
    "send_sales_lead_alert": "alert",
}


class BusinessBackend:
    """The state of the stand-in. It forgets everything when its process ends."""

    def __init__(self, profiles: Iterable[BusinessProfile]) -> None:
        self._calendars = {number: calendar for p in profiles for calendar in [Calendar(p)] for number in p.numbers}
        self._customers = {number: dict(known) for number, known in KNOWN_CALLERS.items()}
        self._scripts: dict[tuple[str, Tool], list[Answer]] = {}
        self._booked: dict[str, Answer] = {}
        self._tools: Mapping[Tool, Callable[[Envelope, datetime], Answer]] = {
            "lookup_caller": self._lookup,
            "book_service": self._book,
            "create_callback": self._call_back,
            "send_sales_lead_alert": self._alert,
        }

    def script(self, call_id: str, scripted: ScriptedCall) -> None:
        """From now on this call gets these answers instead of real ones."""
        for tool, name in _SCRIPTED.items():
            raw = getattr(scripted, name)
            if raw:
                self._scripts[call_id, tool] = [
                    Answer.scripted(one) for one in (raw if isinstance(raw, list) else [raw])
                ]

    def answer(self, tool: Tool, envelope: Envelope, now: datetime, idempotency_key: str = "") -> Answer:
        """The answer to one request; the same key gets the same answer once its booking is made."""
        key = f"{tool}/{idempotency_key}"
        if idempotency_key and key in self._booked:
            return self._booked[key]
        scripted = self._scripts.get((envelope.call.call_id, tool))
        if scripted:
            answer = scripted.pop(0) if len(scripted) > 1 else scripted[0]
        else:
            answer = self._tools[tool](envelope, now)
        if idempotency_key and answer.body.get("booked") is True:
            self._booked[key] = answer
        return answer

    def _lookup(self, envelope: Envelope, now: datetime) -> Answer:
        number, calendar = envelope.call.from_number or "", self._calendars.get(envelope.call.to_number)
        visit = calendar.next_visit(number, now) if calendar and number else None
        return Answer(body=lookup_answer(self._customers.get(number, {}), visit))

    def _book(self, envelope: Envelope, now: datetime) -> Answer:
        args, calendar = envelope.args, self._calendars.get(envelope.call.to_number)
        number = str(args.get("customer_phone") or envelope.call.from_number or "")
        if calendar is None:
            return Answer(body=refused_answer("No business has this number.", []))
        wish = read_wish(str(args.get("preferred_time", "")), calendar.profile.local(now).date())
        if wish is None:
            return Answer(body=refused_answer("The preferred time was not understood.", calendar.offers(None, now)))
        moment = calendar.find(wish, now)
        if moment is None:
            return Answer(body=refused_answer("That time is not available.", calendar.offers(wish, now)))
        existing = calendar.on_same_day(number, moment)
        if existing and args.get("force_book") is not True:
            return Answer(body=conflict_answer(existing))
        visit = calendar.book(number, moment)
        known = customer_from_booking(
            *(str(args.get(key) or "") for key in ("customer_name", "zip_code", "service_address"))
        )
        self._customers.setdefault(number, {}).update(known)
        return Answer(body=booked_answer(visit))

    def _call_back(self, envelope: Envelope, now: datetime) -> Answer:
        if not envelope.args.get("reason"):
            return Answer(body={"success": False, "message": "A reason is required."})
        return Answer(body={"success": True, "message": f"Callback noted at {now:%H:%M} UTC."})

    def _alert(self, envelope: Envelope, now: datetime) -> Answer:
        if not envelope.args.get("customer_phone"):
            return Answer(status=500, body={"success": False, "message": "customer_phone is required."})
        return Answer(body={"success": True, "alertId": f"standin-{envelope.call.call_id}-{now:%H%M%S}"})
