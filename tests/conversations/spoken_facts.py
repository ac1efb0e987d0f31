"""Pure. The facts that may stand in a place of our words, by what is known of the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dialog_brain.understanding.matter.problem_words import problem_words
from dialog_brain.understanding.spoken import spoken_digits
from tests.conversations.known import Known

_FACTS: Mapping[str, Callable[[Known], Sequence[str]]] = {
    "greeting": lambda known: [known.profile.greeting_at(known.now)],
    "business": lambda known: [known.profile.name],
    "area": lambda known: [known.profile.service_area.spoken],
    "on_call_promise": lambda known: [f"within {known.profile.emergency.callback_minutes} minutes"],
    "expert": lambda known: [known.profile.expert],
    "trade": lambda known: [known.profile.trade],
    "promise": lambda known: [known.profile.promise(known.now), known.wished(), *known.days_with_hours()],
    "number": lambda known: [" at this number" if known.from_number else "", *known.numbers_said],
    "fact": lambda known: [text for topic, text in known.profile.facts.items() if topic in known.topics],
    "name": lambda known: [known.slots.get("customer_name", "")],
    "zip": lambda known: [spoken_digits(known.slots.get("zip_code", ""))],
    "problem": lambda known: [problem_words(known.slots.get("problem_description", ""))],
    "street": lambda known: [known.street],
    "address": lambda known: [known.address],
    "when": lambda known: [known.wished()],
    "visit": lambda known: [known.wished(), f"on the first day that's free, {known.wished()}"],
    "meanwhile": lambda known: ["the address", "the ZIP code", "the name", "the problem", "the time", "that"],
    "also": lambda known: ["the bill", "the other visit", "what you told me"],
    "booked": lambda known: [known.spoken(known.booked)],
    "other_time": lambda known: [known.spoken(known.booked)],
    "offers": lambda known: [known.spoken(*some) for some in known.choices()],
    "pick": lambda known: ["Does that work", "Which one works"] if known.offers else [],
    "appointment": lambda known: [known.appointment or "that day"],
    "your_appointment": lambda known: ["that visit", *[f"your visit on {at}" for at in [known.appointment] if at]],
}


def facts(known: Known, name: str) -> tuple[str, ...]:
    """The values that may be spoken for a place in our words now."""
    return tuple(value for value in _FACTS[name](known) if value or name == "number")
