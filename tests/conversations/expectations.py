"""What a conversation file may demand of a played call, and how each demand is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from calllock.contracts import events
from calllock.runtime.profiles import load_profiles
from calllock_local.talk_command import summary
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.script import DEMANDS, Script, parse_scripts

PROFILES = load_profiles(BUSINESSES)
STEERING = frozenset(Script.model_fields)


def cases_in(file: Path) -> Iterator[tuple[str, Script, Mapping[str, Any]]]:
    """The calls of a conversation file: id, script, and what is demanded of it."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    for script, call in zip(parse_scripts(raw, file.name), raw["calls"], strict=True):
        yield f"{file.stem}: {script.name}", script, call


def play(script: Script) -> Rehearsal:
    """The played call."""
    profile = PROFILES.by_id(script.business or "ace-cooling")
    assert profile is not None
    return rehearse(RECEPTIONIST, profile, script)


def faults_of(played: Rehearsal, demands: Mapping[str, Any]) -> list[str]:
    """What was demanded and did not come true, one sentence each."""
    unknown = set(demands) - DEMANDS - STEERING
    assert not unknown, f"no such demand: {unknown}"
    seen = summary(played)
    said = " ".join(seen["said"]).lower()
    faults = []
    facts = {
        "path": seen["path"],
        "tools": [tool["name"] for tool in seen["tools"]],
        "emergency": seen["emergency"],
        "callback_type": seen["end"]["callback_type"],
        "final": seen["path"][-1],
    }
    faults += [
        f"{key}: {facts[key]}, not {demands[key]}" for key in facts if key in demands and facts[key] != demands[key]
    ]
    end = dict(demands.get("end", {}))
    faults += [f"never: {words!r} was said" for words in demands.get("never", ()) if words.lower() in said]
    faults += [
        f"must_say: {words!r} was not said" for words in demands.get("must_say", ()) if words.lower() not in said
    ]
    fields = {**end.pop("fields", {}), **demands.get("fields", {})}
    faults += _different("fields", seen["fields"], fields)
    if "scheduled_at" in end:
        wanted = datetime.fromisoformat(end.pop("scheduled_at"))
        got = seen["end"]["scheduled_at"]
        if got is None or datetime.fromisoformat(got) != wanted:
            faults.append(f"end: scheduled at {got}, not {wanted}")
    faults += _different("end", seen["end"], end)
    if "booked_with" in demands:
        bookings = [m.args for m in played.log if isinstance(m, events.ToolRequested) and m.tool == "book_service"]
        faults += _different("booked_with", bookings[-1] if bookings else {}, demands["booked_with"])
    return faults


def _different(what: str, seen: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    return [
        f"{what}: {key} is {seen.get(key)!r}, not {value!r}" for key, value in wanted.items() if seen.get(key) != value
    ]
