"""Pure. What was understood as a JSON object, for people and for tests."""

from __future__ import annotations

from datetime import date, time

from dialog_brain.understanding.understood import Understood, When

_PLAIN = (
    "hazard", "consent", "wants", "intent", "kind", "zip", "name", "address", "urgency", "lead", "problem", "manage",
    "question",
)  # fmt: skip
_FLAGS = ("correction", "on_file", "other_phone")


def understood_json(understood: Understood) -> dict[str, str | bool | None]:
    """Every value by its name; dates as "2026-02-24", times as "14:45"; what is absent or false is None."""
    told: dict[str, str | bool | None] = {key: getattr(understood, key) for key in _PLAIN}
    told |= {key: getattr(understood, key) or None for key in _FLAGS}
    return told | _when_json(understood.when or When())


def _when_json(when: When) -> dict[str, str | bool | None]:
    return {
        "date": _day(when.date),
        "time": _clock(when.time),
        "part": when.part,
        "earliest": _clock(when.earliest),
        "latest": _clock(when.latest),
        "week_of": _day(when.week_of),
        "soonest": when.soonest or None,
        "not_on": " ".join(day.isoformat() for day in when.not_on) or None,
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _clock(value: time | None) -> str | None:
    return None if value is None else value.strftime("%H:%M")
