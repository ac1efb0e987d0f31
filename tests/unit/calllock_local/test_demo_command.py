"""Shell. The demo's own script."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.demo_call import DemoCall, DemoFailed
from calllock_local.demo_command import demo_calls
from calllock_local.loopback import local_url
from calllock_local.ports import free_port
from calllock_local.state_folder import Running
from calllock_local.telephone_record import CallResult
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse
from dialog_brain.script import Script


def test_the_two_calls_end_as_the_demo_expects_when_every_word_is_understood() -> None:
    profiles = load_profiles(BUSINESSES)
    states = {}
    for script, _ in demo_calls():
        profile = profiles.by_id(script.business or "")
        assert profile
        states[script.name] = rehearse(RECEPTIONIST, profile, script).path[-1]
    assert states == {"a visit is booked": "done", "a gas leak": "safety_exit"}


class _Telephone:
    """Every call goes as it should."""

    async def call(self, script: Script, *_: Any) -> CallResult:
        nothing, file = (), Path("call")
        return CallResult(script.name, "CA0001", "agent", "", 1.0, 0, nothing, nothing, nothing, 1, nothing, file, file)


async def test_a_worker_that_dies_in_the_demo_is_a_reason_and_not_a_trace(tmp_path: Path) -> None:
    nobody = local_url(free_port())
    running = Running.model_construct(gateway_url=nobody, worker_url=nobody, dashboard_url=nobody)
    ((script, expected), *_) = demo_calls()
    profile = load_profiles(BUSINESSES).by_id(script.business or "")
    assert profile
    demo = DemoCall(running, cast("Any", _Telephone()), tmp_path, SystemClock())
    with pytest.raises(DemoFailed, match=r"a visit is booked: no answer about what became of it \(ConnectError\)"):
        await demo.show(script, expected, profile)
