"""Pure. Logs of invented calls, written the way the gateway and the brain write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile, parse_profile
from calllock.contracts.ids import EMERGENCY, GRAVER_EMERGENCY, single_id
from calllock.contracts.message import Message

STARTED_AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
"""Monday, ten in the morning in Austin."""
CALLER = "+15125550142"

PROFILE: BusinessProfile = parse_profile(
    {
        "id": "ace-cooling",
        "name": "ACE Cooling",
        "trade": "heating and cooling",
        "numbers": ["+15125550100"],
        "zone": "America/Chicago",
        "greeting": "Thanks for calling ACE Cooling.",
        "hours": {
            day: {"opens": "08:00", "closes": "18:00"}
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
        },
        "service_area": {"spoken": "the Austin area", "zip_prefixes": ["787"]},
        "dashboard": {"user_email": "owner@acecooling.example", "service_type": "hvac"},
    },
    "tests",
)


class CallLog:
    """Writes a log entry by entry, one second apart."""

    def __init__(self, call_sid: str = "CA0001", from_number: str | None = CALLER, at: datetime = STARTED_AT) -> None:
        self.messages: list[Message] = []
        self._sid = call_sid
        self._at = at
        self._turn = 0
        self._prompt = 0
        self._request = 0
        self._add(
            events.CallAnswered,
            event_id=f"{call_sid}:answered",
            business="ace-cooling",
            from_number=from_number,
            to_number="+15125550100",
        )

    def _add(self, kind: type[Message], **content: Any) -> CallLog:
        about: dict[str, Any] = {
            "event_id": f"{self._sid}:{len(self.messages) + 1}",
            "call_sid": self._sid,
            "occurred_at": self._at,
        }
        self.messages.append(kind(**(about | content)))
        self._at += timedelta(seconds=1)
        return self

    def waits(self, seconds: float) -> CallLog:
        """Nothing for so long, beyond that second."""
        self._at += timedelta(seconds=seconds)
        return self

    def enters(self, state: str, rule: str = "a rule") -> CallLog:
        """A state of the flow."""
        return self._add(events.StateEntered, state=state, rule=rule, flow_version="1")

    def learns(self, origin: events.Origin = "said", **fields: Any) -> CallLog:
        """Slots."""
        return self._add(events.FieldsLearned, fields=fields, origin=origin)

    def says(self, text: str, heard: str | None = None, **measured: Any) -> CallLog:
        """The agent's prompt; `heard` is what of it was heard, all by default."""
        self._prompt += 1
        self._add(commands.SpeakPrompt, prompt=self._prompt, turn=self._turn, line="a line", sentences=(text,))
        return self._add(
            events.PromptPlayed,
            prompt=self._prompt,
            heard_text=text if heard is None else heard,
            complete=heard is None,
            **measured,
        )

    def hears(self, text: str, **measured: Any) -> CallLog:
        """The caller's turn."""
        self._turn += 1
        return self._add(events.UtteranceHeard, turn=self._turn, text=text, **measured)

    def asks(self, tool: events.ToolName, **args: Any) -> CallLog:
        """A request to the backend."""
        self._request += 1
        return self._add(events.ToolRequested, request_id=f"r{self._request}", tool=tool, args=args)

    def gets(self, tool: events.ToolName, **result: Any) -> CallLog:
        """The backend's answer to the last request."""
        return self._add(
            events.ToolAnswered,
            request_id=f"r{self._request}",
            tool=tool,
            outcome="answered",
            result=result,
            took_ms=80,
        )

    def raises(self, hazard: events.Hazard, words: str) -> CallLog:
        """The emergency."""
        return self._add(
            events.EmergencyRaised,
            event_id=f"{self._sid}:emergency",
            business="ace-cooling",
            hazard=hazard,
            words=words,
            from_number=CALLER,
        )

    def adds(self, kind: type[Message], **content: Any) -> CallLog:
        """Anything else."""
        return self._add(kind, **content)

    def ends(self, by: events.EndedBy = "agent") -> CallLog:
        """The end of the line."""
        started = self.messages[0].occurred_at
        duration_s = (self._at - started).total_seconds()
        return self._add(events.CallEnded, event_id=f"{self._sid}:ended", ended_by=by, duration_s=duration_s)


def booked_call(call_sid: str = "CA0001") -> CallLog:
    """A new caller whose appointment is made for Tuesday at nine."""
    log = CallLog(call_sid).enters("welcome", "the call begins").says("Thanks for calling ACE Cooling.")
    log.hears("my AC stopped cooling this morning").learns(problem_description="AC stopped cooling")
    log.enters("lookup", "welcome: caller wants service").asks("lookup_caller").says("Pulling that up.")
    log.gets("lookup_caller", found=False).learns("looked_up", caller_known=False)
    log.enters("safety").says("Any gas smell or smoke?").hears("no").enters("service_area").says("What is the ZIP?")
    log.hears("seven eight seven four five").learns(zip_code="78745").enters("discovery").says("Your name?")
    log.hears("Jonas Miller").learns(customer_name="Jonas Miller").says("And the address?")
    log.hears("4210 South Lamar Boulevard").learns(service_address="4210 South Lamar Boulevard")
    log.enters("confirm").says("When works best?").hears("tomorrow at nine")
    log.learns(preferred_time="Tuesday, February 24 at 9:00 AM", requested_at="2026-02-24T09:00:00-06:00")
    log.says("Want me to book that?").hears("yes please").learns(caller_confirmed=True)
    log.enters("booking").learns(booking_attempted=True).asks("book_service", zip_code="78745")
    log.gets("book_service", success=True, booked=True, booking_time="2026-02-24T09:00:00-06:00")
    log.learns("looked_up", booking_confirmed=True, booked_time="2026-02-24T09:00:00-06:00")
    return log.enters("done").says("You're booked for Tuesday at nine.").ends()


def gas_call(call_sid: str = "CA0002") -> CallLog:
    """A caller who smells gas in the first sentence."""
    log = CallLog(call_sid).enters("welcome").says("Thanks for calling ACE Cooling.")
    log.hears("hi I smell gas next to my furnace").enters("safety_exit", "any state: caller names a danger")
    log.raises("GAS_LEAK", "I smell gas next to my furnace")
    return log.says("Leave the building now and call 911 from outside.").ends()


def two_dangers(call_sid: str = "CA0002") -> CallLog:
    """A caller who tells of a danger, and of a graver one after it."""
    known = {"business": "ace-cooling", "from_number": CALLER, "customer_name": "Jonas", "service_address": "4 Lamar"}
    log = CallLog(call_sid).enters("welcome").hears("I smell gas")
    for name in (EMERGENCY, GRAVER_EMERGENCY):
        event_id = single_id(call_sid, name)
        log.adds(events.EmergencyRaised, event_id=event_id, hazard="GAS_LEAK", words="I smell gas", **known)
    return log.enters("safety_exit").ends()
