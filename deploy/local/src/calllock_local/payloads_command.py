"""Shell. `calllock payloads`: what the dashboard would be sent about the calls of a script."""

from __future__ import annotations

import argparse
import json

from calllock.contracts.business import ProfileError
from calllock.runtime.profiles import load_profiles
from calllock_local.arguments import add_businesses_option, add_script_options
from calllock_local.settings import LocalSettings
from calllock_local.talk_command import read_scripts
from calllock_local.terminal import complain, say
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse
from dialog_brain.script import ScriptError
from post_call_worker.call_json import payloads_of_log
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.signals import SignalsError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock payloads`."""
    add_script_options(parser)
    add_businesses_option(parser)


def run(args: argparse.Namespace) -> int:
    """One JSON object a call: `name`, `job`, `call`, `alert`, each as it would be posted, or null."""
    try:
        profiles = load_profiles(args.businesses or LocalSettings().businesses_dir)
        for script in read_scripts(args.script, args.name):
            profile = profiles.by_id(script.business or "")
            if profile is None:
                complain(f"calllock payloads: no business profile has the id {script.business!r}")
                return 2
            log = rehearse(RECEPTIONIST, profile, script).log
            payloads = payloads_of_log(log, profile, package_signals())
            say(json.dumps({"name": script.name, **payloads}, ensure_ascii=False))
    except (ProfileError, ScriptError, SignalsError) as error:
        complain(f"calllock payloads: {error}")
        return 2
    return 0
