"""Plays one-step cases: a state with its slots, what happens, what must hold after it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from calllock.contracts import commands, events
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Reply, Script
from tests.acceptance import acceptance_files
from tests.unit.dialog_brain.in_one_state import in_state

PROFILE = load_profiles(BUSINESSES).by_id("ace-cooling")
ROOT = Path(__file__).parents[4]
OWN = ROOT / "tests" / "data" / "steps.yaml"


def load_cases() -> list[Mapping[str, Any]]:
    """The project's own cases, and those of `tests.acceptance`."""
    files = [OWN, *acceptance_files("seed_cases.yaml")]
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))["steps"]]


def name_of(case: Mapping[str, Any]) -> str:
    """The case in one line."""
    return " ".join(f"{key}={value}" for key, value in case.items() if key != "then")


def play_case(case: Mapping[str, Any]) -> Rehearsal:
    """The call after what the case lets happen. The backend is silent unless the case answers for it."""
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, case["in"], script=SILENT_BACKEND, **case.get("fields", {}))
    says = case.get("says", [])
    for words in [says] if isinstance(says, str) else says:
        played.say(Line(says=words))
    if "tool_answers" in case:
        given = case["tool_answers"]
        request = next(p for p in played.call.pending if p.tool == given["tool"])
        played.take(
            events.ToolAnswered(
                event_id=f"{request.request_id}:answer",
                call_sid=played.sid,
                occurred_at=played.now,
                request_id=request.request_id,
                tool=request.tool,
                outcome="answered",
                result=given["result"],
            )
        )
    return played


SILENT_BACKEND = Script(
    name="silent backend",
    lookup=Reply(delay_s=1),
    booking=(Reply(delay_s=1),),
    callback=Reply(delay_s=1),
)


def faults_of(played: Rehearsal, then: Mapping[str, Any]) -> list[str]:
    """What should hold and does not."""
    slots = played.call.slots
    seen = {
        "state": played.call.state,
        "ends_call": any(isinstance(m, commands.HangUp) for m in played.log),
    }
    faults = [f"{key} is {seen[key]!r}" for key in seen if key in then and then[key] != seen[key]]
    tools = [request.tool for request in played.tools]
    if "tool" in then and then["tool"] not in tools:
        faults.append(f"tools are {tools}")
    fields = then.get("fields", {})
    faults += [f"{n} is {getattr(slots, n)!r}" for n, value in fields.items() if getattr(slots, n) != value]
    return faults
