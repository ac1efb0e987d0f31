"""Whole calls, played against the real `step()`: every file in this folder, and those of `tests.acceptance`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calllock.contracts import events
from dialog_brain.script import Script
from tests.acceptance import acceptance_files
from tests.conversations.expectations import cases_in, faults_of, play
from tests.conversations.truth import faults_in

HERE = Path(__file__).parent
FILES = [*sorted(HERE.glob("*/*.yaml")), *acceptance_files("conversations.yaml")]
CASES = [case for file in FILES for case in cases_in(file)]


@pytest.mark.parametrize(("script", "demands"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_call_goes_as_its_file_demands(script: Script, demands: Mapping[str, Any]) -> None:
    played = play(script)
    faults = [*faults_of(played, demands), *faults_in(played.log, played.profile)]
    assert faults == [], "\n".join(transcript(played.log))


def test_there_are_conversations_for_every_situation() -> None:
    own = [case for file in HERE.glob("*/*.yaml") for case in cases_in(file)]
    assert len(own) >= 80
    assert len({script.name for _, script, _ in own}) == len(own)


def transcript(log: list[Any]) -> list[str]:
    """The call as people read it, for failures."""
    lines = []
    for message in log:
        if isinstance(message, events.PromptPlayed):
            lines.append(f"agent:  {message.heard_text}")
        elif isinstance(message, events.UtteranceHeard):
            lines.append(f"caller: {message.text}")
        elif isinstance(message, events.StateEntered):
            lines.append(f"        [{message.state}] {message.rule}")
        elif isinstance(message, events.ToolAnswered):
            lines.append(f"        [{message.tool}] {message.outcome} {message.result}")
    return lines
