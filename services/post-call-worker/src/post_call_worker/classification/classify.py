"""Pure. One call classified: tags first, then what follows from them."""

from __future__ import annotations

from calllock.contracts.business import BusinessProfile
from post_call_worker.classification import attributes, derived, worth
from post_call_worker.classification.calendar import moment_tags
from post_call_worker.classification.misplaced import misplaced
from post_call_worker.classification.result import Classification, Tags, Told
from post_call_worker.classification.second_reading import corrected, traits_of
from post_call_worker.classification.signals import Signals, follow
from post_call_worker.classification.tagging import Heard, hear
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE, TAXONOMY
from post_call_worker.record import CallRecord

WORDS_MAX_CHARS = 50_000
"""Of the caller's words, classified: about an hour of talk, half a second of work."""
_BY_KIND = {"vendor": "VENDOR_SALES", "applicant": "JOB_APPLICANT", "wrong_number": "WRONG_NUMBER"}
"""What the flow found out about who is calling, when the words alone gave nothing."""


def told_by(record: CallRecord) -> Told:
    """What of a record is classified."""
    return Told(
        state=record.final_state,
        fields=record.values,
        turns=record.caller_turns,
        started_at=record.started_at,
        raised=record.emergency.hazard if record.emergency else None,
        booking=record.booking.status,
    )


def classify(told: Told, profile: BusinessProfile, signals: Signals) -> Classification:
    """The classification of what was told."""
    turns = _statements(told)
    heard = hear(turns, signals)
    given = _spoken_tags(told, heard) | set(moment_tags(told.started_at, profile))
    given |= follow(signals, {*heard.standing, *given})
    given |= derived.composed(told.fields, heard, given)
    given -= misplaced(heard, given)
    given = corrected(given, heard, traits_of(turns, heard), signals.learned, told.raised)
    given.add(derived.urgency(told.state, told.fields, heard, given, told.raised))
    tags, flat = _ordered(given), frozenset(given)
    caller = attributes.caller_type(told.fields, heard, flat)
    intent = attributes.primary_intent(told.fields, heard, flat, caller)
    age = attributes.equipment_age_years(turns)
    return Classification(
        tags=tags,
        priority=worth.priority(tags, heard.standing, told.booking, told.raised),
        revenue=worth.revenue(told.fields, heard, flat),
        caller_type=caller,
        primary_intent=intent,
        work_type=attributes.work_type(flat, intent),
        property_type=attributes.property_type(heard, flat),
        equipment_type=attributes.equipment_type(told.fields, turns),
        equipment_age_years=age,
        equipment_age_bracket=attributes.age_bracket(age),
        problem_duration=attributes.problem_duration(told.fields, turns),
        system_status=attributes.system_status(heard, flat),
        sentiment=attributes.sentiment(heard, flat),
    )


def _statements(told: Told) -> tuple[str, ...]:
    """Equipment and problem as they were first understood, then the turns: what is said later wins.

    Of more words than a caller can say, the latest are taken.
    """
    kept: list[str] = []
    left = WORDS_MAX_CHARS
    for turn in reversed(told.turns):
        if left > 0:
            kept.append(turn[:left])
            left -= len(turn)
    slots = (told.fields.get(name) for name in ("equipment", "problem_description"))
    first = (slot[:WORDS_MAX_CHARS] for slot in slots if isinstance(slot, str) and slot.strip())
    return (*first, *reversed(kept))


def _spoken_tags(told: Told, heard: Heard) -> set[str]:
    given = {name for name in heard.standing if name in CATEGORY_OF}
    if told.raised is not None and told.raised in CATEGORY_OF:
        given.add(told.raised)
    if told.state == "safety_exit" and not given & set(EVACUATE):
        given |= heard.ever & set(EVACUATE)
    kind = told.fields.get("callback_type")
    if isinstance(kind, str) and kind in _BY_KIND and not any(CATEGORY_OF[tag] == "NON_CUSTOMER" for tag in given):
        given.add(_BY_KIND[kind])
    return given


def _ordered(given: set[str]) -> Tags:
    """By category, in the taxonomy's order; categories without a tag are left out."""
    ordered = {category: tuple(tag for tag in tags if tag in given) for category, tags in TAXONOMY.items()}
    return {category: tags for category, tags in ordered.items() if tags}
