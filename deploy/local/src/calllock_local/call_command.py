"""Shell. `calllock call`: a telephone for the terminal."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from calllock.contracts.business import ProfileError
from calllock.runtime.profiles import Profiles, load_profiles
from calllock_local.arguments import add_script_options, phone_number, web_address
from calllock_local.settings import LocalSettings
from calllock_local.state_folder import StateFolder, output_folder
from calllock_local.talk_command import read_scripts
from calllock_local.telephone import dial, local_telephone
from calllock_local.telephone_conversation import Spoken
from calllock_local.telephone_record import CallResult, line_of
from calllock_local.terminal import complain, say
from dialog_brain.script import Script, ScriptError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock call`."""
    add_script_options(parser)
    parser.add_argument(
        "--to", type=phone_number, metavar="NUMBER", help="number to call (default: that of the script's business)"
    )
    parser.add_argument(
        "--from",
        dest="from_number",
        type=phone_number,
        metavar="NUMBER",
        help="number to call from (default: the script's)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="folder for recordings and transcripts (default: .local/calls)"
    )
    parser.add_argument(
        "--voice-url",
        type=web_address,
        metavar="URL",
        help="the gateway's voice webhook (default: that of `calllock up`)",
    )
    parser.epilog = (
        "With TWILIO_AUTH_TOKEN in the environment, requests to --voice-url are signed as Twilio signs them."
    )


def run(args: argparse.Namespace) -> int:
    """Places each call of the file; 1 when one of them failed, 2 when the file cannot be played."""
    settings = LocalSettings()
    try:
        scripts = read_scripts(args.script, args.name)
        profiles = None if args.to else load_profiles(settings.businesses_dir)
        numbers = [args.to or _number_of(script, profiles) for script in scripts]
    except (ScriptError, ProfileError) as error:
        complain(f"calllock call: {error}")
        return 2
    voice_url, token = args.voice_url, settings.twilio_auth_token.get_secret_value()
    if voice_url is None:
        running = StateFolder(settings.calllock_state).running()
        voice_url, token = f"{running.gateway_url}/twilio/voice", running.twilio_auth_token
    out_dir = output_folder(args.out or settings.calllock_state / "calls")
    telephone = local_telephone(settings.cache_dir, auth_token=token)
    failed = False
    for script, number in zip(scripts, numbers, strict=True):
        say(f"== {script.name}")
        dialed = dial(voice_url, args.from_number or script.from_number or "", number)
        result = asyncio.run(telephone.call(script, dialed, out_dir, _show))
        _report(result)
        failed = failed or bool(result.reason or result.faults)
    return 1 if failed else 0


def _number_of(script: Script, profiles: Profiles | None) -> str:
    profile = profiles.by_id(script.business or "") if profiles else None
    if profile is None:
        raise ScriptError(f"{script.name}: no business profile has the id {script.business!r}; name one with --to")
    return profile.numbers[0]


def _show(spoken: Spoken) -> None:
    say(line_of(spoken))


def _report(result: CallResult) -> None:
    ended = f"ended by {result.ended_by} after {result.duration_s:.1f} s"
    say(f"   {ended}: {result.reason}" if result.reason else f"   {ended}")
    if result.greeting_ms is not None:
        answers = sorted(result.response_ms)
        typical = f", answered after {answers[len(answers) // 2]} ms (longest {answers[-1]} ms)" if answers else ""
        say(f"   greeting after {result.greeting_ms} ms{typical}; {len(result.gaps_ms)} gaps in what was said")
    for fault in result.faults:
        complain(f"   violates the protocol: {fault}")
    say(f"   {result.wav}\n")
