"""Pure. What is known in a call: the slots, by the names they have in `FieldsLearned`."""

from __future__ import annotations

from typing import Any, NamedTuple

from dialog_brain.quick_tuples import quickly_changed


@quickly_changed
class Slots(NamedTuple):
    """Empty means not known. Times are ISO 8601 with the business's zone."""

    customer_name: str = ""
    caller_known: bool = False
    looked_up_name: str = ""
    zip_code: str = ""
    service_address: str = ""
    has_appointment: bool = False
    appointment_date: str = ""
    appointment_time: str = ""
    callback_promise: str = ""
    problem_description: str = ""
    problem_duration: str = ""
    equipment: str = ""
    preferred_time: str = ""
    """As it is sent to the backend: "Tuesday, February 24 at 9:00 AM"."""
    requested_at: str = ""
    """The asked-for moment, when day and time were both named."""
    urgency_tier: str = "routine"
    lead_type: str = ""
    caller_confirmed: bool = False
    booking_attempted: bool = False
    booking_confirmed: bool = False
    booked_time: str = ""
    callback_created: bool = False
    promised: str = ""
    """When this call has said that a person will call, in the words that were said: "within 20 minutes". Empty where no
    time was named."""
    callback_number: str = ""
    """In E.164, at which the caller wants to be called, if it is another one."""
    callback_type: str = ""
    end_reason_hint: str = ""
    """An end reason that the final state alone does not tell."""

    noted: str = ""
    """What the caller asked for beside what we fill in, as it was said: "call before you come"."""

    def changes_since(self, earlier: Slots) -> dict[str, Any]:
        """The slots that differ from `earlier`, with their present values."""
        if self is earlier:
            return {}
        return {slot: now for slot, now, was in zip(self._fields, self, earlier, strict=True) if now != was}
