"""Shell. `calllock up`: everything on this machine, until told to stop."""

from __future__ import annotations

import argparse

from calllock_local.console_account import EMAIL, make_console_account
from calllock_local.local_environment import PASSED_ON, local_environment
from calllock_local.local_run import RunPlan, local_run
from calllock_local.settings import LocalSettings, inherited_environment
from calllock_local.signals import stop_signals_interrupt
from calllock_local.state_folder import Running, StateFolder
from calllock_local.terminal import say

_MOST_REPLICAS = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock up`."""
    for option, service in (("--brains", "dialog-brain"), ("--gateways", "voice-gateway")):
        parser.add_argument(
            option,
            type=int,
            choices=range(1, _MOST_REPLICAS + 1),
            default=1,
            metavar="N",
            help=f"replicas of the {service}, 1 to {_MOST_REPLICAS} (default: 1)",
        )
    passed_on = ", ".join(f"{name}*" if name.endswith("_") else name for name in PASSED_ON)
    parser.epilog = (
        "CALLLOCK_STATE, BUSINESSES_DIR and CACHE_DIR in the environment name other folders than its own. "
        f"Of the services' other settings there, only these reach it: {passed_on}."
    )


def run(args: argparse.Namespace) -> int:
    """0 when told to stop; raises `StartError` when a part fails to start, or dies for good."""
    settings = LocalSettings()
    plan = RunPlan(
        folder=StateFolder(settings.calllock_state),
        businesses_dir=settings.businesses_dir,
        cache_dir=settings.cache_dir,
        environment=local_environment(inherited_environment()),
        brains=args.brains,
        gateways=args.gateways,
        usual_ports=True,
    )
    try:
        with stop_signals_interrupt(), local_run(plan, say) as started:
            password = make_console_account(started.running, plan)
            _say_what_to_do(started.running, password)
            started.watch()
    except KeyboardInterrupt:
        say("stopped")
    return 0


def _say_what_to_do(running: Running, console_password: str) -> None:
    say(f"  console                {running.worker_url}/sign-in?email={EMAIL}")
    say(f"  its password           {console_password}")
    say(f"  dashboard (stand-in)   {running.dashboard_url}/")
    say(f"  calls so far           {running.worker_url}/api/calls")
    script = "tests/conversations/happy_path/booking.yaml"
    one = "--name 'the whole story in the first sentence'"
    say(f"  place a call           .venv/bin/calllock call --script {script} {one}")
    say(f"  place all of a file    .venv/bin/calllock call --script {script}")
    say("  stop                   Ctrl-C")
