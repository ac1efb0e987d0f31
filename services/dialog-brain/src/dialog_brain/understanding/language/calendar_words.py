"""Pure. The words of the calendar and of the clock; a string with bars is a choice of a phrase, as in `phrases.py`."""

from __future__ import annotations

from dialog_brain.understanding.understood import Part

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tues tue tuseday tusday teusday",
            "wednesday wednesdays weds wed wensday wendsday wednsday wenesday",
            "thursday thursdays thurs thur thu thrusday thursay",
            "friday fridays fri",
            "saturday saturdays sat saterday satuday",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}
DAYS_OF_THE_WEEK = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
DAYS_EVERY_WEEK = "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays"
NAMED_DAYS = f"{DAYS_OF_THE_WEEK}|today|tomorrow"
HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
HOURS = f"{HOUR_WORDS}|1|2|3|4|5|6|7|8|9|10|11|12"
SHORT_DAYS = frozenset(["sat", "sun"])
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
PARTS: dict[str, Part] = {
    "morning": "morning",
    "mornings": "morning",
    "forenoon": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "afternoonish": "afternoon",
    "night": "night",
    "nighttime": "night",
    "midmorning": "morning",
    "midafternoon": "afternoon",
}
