"""Shell. A telephone call with sound whose gateways are killed and told to stop under it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from calllock.contracts.commands import SpeakPrompt
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
from dialog_brain.script import Line, Script
from tests.e2e.overheard import Overheard, handling, log_of, told, untruths
from tests.folders import passable_folder

DRAIN_S = 60
CUT_OFF = "my name is"
STOPPED_AT = "Oak Street"


@pytest.fixture
def folder() -> Iterator[StateFolder]:
    with passable_folder() as root:
        yield StateFolder(root)


@pytest.fixture
def running(folder: StateFolder) -> Iterator[Running]:
    environment = {**local_environment(inherited_environment()), "DRAIN_S": str(DRAIN_S)}
    with local_run(RunPlan(folder, BUSINESSES, CACHE, environment, gateways=3), print) as started:
        yield started.running


def _with_repeated_name(script: Script) -> Script:
    """Nobody has heard the name of a caller who was cut off while saying it."""
    says: list[Line] = []
    for line in script.says:
        says += [line, line] if CUT_OFF in line.says else [line]
    return script.model_copy(update={"says": tuple(says)})


async def test_a_call_survives_the_death_of_its_gateway_and_is_finished_by_one_that_was_told_to_stop(
    folder: StateFolder, running: Running, tmp_path: Path
) -> None:
    signalled: list[str] = []

    def end_the_gateway(call_sid: str, spoken: Spoken) -> None:
        cut_off = CUT_OFF in spoken.text and not signalled
        if spoken.who == "caller" and (cut_off or STOPPED_AT in spoken.text):
            (holder,) = set(handling(folder, running, "voice-gateway", call_sid)) - set(signalled)
            signalled.append(holder)
            os.kill(running.pids[holder], signal.SIGKILL if cut_off else signal.SIGTERM)

    local = local_telephone(CACHE, auth_token=running.twilio_auth_token)
    phone = Overheard(local.speaker, local.listener, local.auth_token, on_spoken=end_the_gateway)
    ((script, expected), *_) = demo_calls()
    profile = next(profile for profile in load_profiles(BUSINESSES) if profile.id == script.business)

    await DemoCall(running, phone, tmp_path, SystemClock()).show(_with_repeated_name(script), expected, profile)

    (result,) = phone.results
    _, finished = signalled
    assert (result.ended_by, result.streams, result.faults) == ("agent", 2, ())
    assert "cut off" in result.said("agent")
    log = await told(running, result.call_sid)
    prompts = [" ".join(message.sentences) for message in log if isinstance(message, SpeakPrompt)]
    assert sum("ZIP" in prompt for prompt in prompts) == 1, "what was said before is not asked again"
    assert "call.ended" in log_of(folder, finished)
    assert "exchange.handed_over" not in log_of(folder, finished)
    assert await untruths(running, result.call_sid, profile) == []
