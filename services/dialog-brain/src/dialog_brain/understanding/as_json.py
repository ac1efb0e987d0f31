"""Pure. What was understood as a JSON object, for people and for tests."""

from __future__ import annotations

from datetime import date, time

from dialog_brain.understanding.understood import Understood, When

_LEFT_OUT = ("text", "words", "when")
_Told = str | int | None


def understood_json(understood: Understood) -> dict[str, _Told]:
    """Every value by its name but for the words themselves, and the time in its parts: dates as "2026-02-24", times as
    "14:45", the places of offers as "0 2"; what is absent or false is None."""
    told = {key: None if value is False or value == "" else value for key, value in understood._asdict().items()}
    told["refused"] = " ".join(map(str, understood.refused)) or None
    return {key: value for key, value in told.items() if key not in _LEFT_OUT} | _when_json(understood.when or When())


def _when_json(when: When) -> dict[str, _Told]:
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
