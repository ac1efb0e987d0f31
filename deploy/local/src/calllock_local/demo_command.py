"""Shell. `calllock demo`: two real calls with sound, and what became of them."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import yaml

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.child_process import StartError
from calllock_local.demo_call import DemoCall, DemoFailed
from calllock_local.demo_outcome import Expected
from calllock_local.local_environment import local_environment
from calllock_local.local_run import LocalRun, RunPlan, local_run
from calllock_local.settings import LocalSettings, inherited_environment
from calllock_local.signals import stop_signals_interrupt
from calllock_local.state_folder import StateFolder, output_folder
from calllock_local.telephone import local_telephone
from calllock_local.terminal import complain, say
from dialog_brain.script import Script, parse_scripts

SCRIPT = Path(__file__).parent / "scripts/demo.yaml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock demo`."""
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="folder for recordings and transcripts (default: .local/demo)"
    )


def run(args: argparse.Namespace) -> int:
    """0 when both calls went as they should; 1 with the reason when not."""
    settings = LocalSettings()
    out_dir = output_folder(args.out or settings.calllock_state / "demo")
    try:
        with stop_signals_interrupt(), _passing_folder() as folder:
            say("starting everything on this machine; the first time, the agent's lines are rendered as well")
            environment = local_environment(inherited_environment())
            plan = RunPlan(StateFolder(folder), settings.businesses_dir, settings.cache_dir, environment)
            with local_run(plan, say) as started:
                _show_calls(started, settings, out_dir)
    except DemoFailed as error:
        complain(f"calllock demo: {error}")
        return 1
    say("\nBoth calls went as they should. In the recordings the caller is left, the agent right.")
    return 0


def demo_calls() -> list[tuple[Script, Expected]]:
    """The calls of the demo, and what must become of them."""
    raw = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
    expected = [Expected.model_validate(call["expects"]) for call in raw["calls"]]
    return list(zip(parse_scripts(raw, SCRIPT.name), expected, strict=True))


def _show_calls(started: LocalRun, settings: LocalSettings, out_dir: Path) -> None:
    profiles = load_profiles(settings.businesses_dir)
    say("\nThe agent's words are what a recognizer at the caller's end hears of them, slips and all.")
    call = DemoCall(started.running, local_telephone(settings.cache_dir), out_dir, SystemClock())
    for script, expected in demo_calls():
        profile = profiles.by_id(script.business or "")
        if profile is None:
            raise DemoFailed(f"{settings.businesses_dir} has no business {script.business!r}")
        try:
            asyncio.run(call.show(script, expected, profile))
        except DemoFailed:
            started.check()
            raise


@contextmanager
def _passing_folder() -> Iterator[Path]:
    """A folder for this run alone; it is kept, and named, when the run fails."""
    folder = Path(tempfile.mkdtemp(prefix="calllock-demo-"))
    folder.chmod(0o711)  # as root, Postgres runs as nobody, who must be able to pass through
    with ExitStack() as cleaning:
        cleaning.callback(shutil.rmtree, folder)
        try:
            yield folder
        except (DemoFailed, StartError):
            cleaning.pop_all()
            complain(f"state and logs are kept in {folder}")
            raise
