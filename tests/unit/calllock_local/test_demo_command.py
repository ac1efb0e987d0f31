"""Shell. The demo's own script."""

from __future__ import annotations

from calllock.runtime.profiles import load_profiles
from calllock_local.demo_command import demo_calls
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse


def test_the_two_calls_end_as_the_demo_expects_when_every_word_is_understood() -> None:
    profiles = load_profiles(BUSINESSES)
    states = {}
    for script, _ in demo_calls():
        profile = profiles.by_id(script.business or "")
        assert profile
        states[script.name] = rehearse(RECEPTIONIST, profile, script).path[-1]
    assert states == {"a visit is booked": "done", "a gas leak": "safety_exit"}
