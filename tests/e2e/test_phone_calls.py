"""Shell. Telephone calls with sound through everything, while parts of it are killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.demo_call import DemoCall
from calllock_local.demo_command import demo_calls
from calllock_local.local_environment import local_environment
from calllock_local.local_run import RunPlan, local_run
from calllock_local.settings import inherited_environment
from calllock_local.state_folder import Running, StateFolder
from calllock_local.telephone import local_telephone
from calllock_local.telephone_conversation import Spoken
from calllock_local.workspace import BUSINESSES, CACHE
from tests.e2e.overheard import Overheard, handling, untruths
from tests.folders import passable_folder

SLOWEST_ANSWER_MS = 8_000
"""Another replica takes the call over within the durable's three seconds, and answers."""


@pytest.fixture(scope="module")
def folder() -> Iterator[StateFolder]:
    with passable_folder() as root:
        yield StateFolder(root)


@pytest.fixture(scope="module")
def running(folder: StateFolder) -> Iterator[Running]:
    plan = RunPlan(folder, BUSINESSES, CACHE, local_environment(inherited_environment()), brains=2)
    with local_run(plan, print) as started:
        yield started.running


def _owner(folder: StateFolder, running: Running, call_sid: str) -> int:
    """The brain that has written about the call in its log."""
    (owner,) = handling(folder, running, "dialog-brain", call_sid)
    return running.pids[owner]


async def test_a_call_is_booked_though_its_brain_is_killed_while_the_caller_speaks(
    folder: StateFolder, running: Running, tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill_at_the_name(call_sid: str, spoken: Spoken) -> None:
        if spoken.who == "caller" and "my name is" in spoken.text:
            killed.append(_owner(folder, running, call_sid))
            os.kill(killed[0], signal.SIGKILL)

    local = local_telephone(CACHE)
    phone = Overheard(local.speaker, local.listener, on_spoken=kill_at_the_name)
    ((script, expected), *_) = demo_calls()
    profile = next(profile for profile in load_profiles(BUSINESSES) if profile.id == script.business)

    await DemoCall(running, phone, tmp_path, SystemClock()).show(script, expected, profile)

    assert len(killed) == 1
    (result,) = phone.results
    assert (result.ended_by, result.streams, result.faults) == ("agent", 1, ())
    assert max(result.response_ms) < SLOWEST_ANSWER_MS
    assert await untruths(running, result.call_sid, profile) == []
    for service in ("voice-gateway", "dialog-brain", "post-call-worker"):
        assert handling(folder, running, service, result.call_sid), f"{service} has logged nothing of the call"
