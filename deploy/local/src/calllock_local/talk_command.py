"""Shell. `calllock talk`: the same receptionist by keyboard, without audio, bus or services."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile, ProfileError
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.arguments import add_businesses_option, add_script_options
from calllock_local.settings import LocalSettings
from calllock_local.terminal import complain, given, say
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.script import Line, Script, ScriptError, parse_scripts
from post_call_worker.folding import fold

_HELP = "Type what the caller says. An empty line is a silence, Ctrl-D hangs up."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock talk`."""
    parser.add_argument(
        "--business",
        default="ace-cooling",
        metavar="ID",
        help="business that the keyboard calls (default: %(default)s)",
    )
    add_businesses_option(parser)
    add_script_options(parser, required=False)
    parser.add_argument("--json", action="store_true", help="print one JSON object per call")


def run(args: argparse.Namespace) -> int:
    """Talk or play; the exit code says whether it could be done."""
    try:
        profiles = load_profiles(args.businesses or LocalSettings().businesses_dir)
        if args.script is None:
            profile = _profile(profiles.by_id, args.business)
            return _keyboard(profile, as_json=args.json)
        scripts = read_scripts(args.script, args.name)
        for script in scripts:
            played = rehearse(RECEPTIONIST, _profile(profiles.by_id, script.business or ""), script)
            _report(played, as_json=args.json)
    except (ProfileError, ScriptError) as error:
        complain(f"calllock talk: {error}")
        return 2
    return 0


def read_scripts(file: Path, name: str | None) -> tuple[Script, ...]:
    """The calls of a conversation file, or the one of that name; raises `ScriptError`."""
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ScriptError(f"{file}: {error.strerror}") from None
    except RecursionError:
        raise ScriptError(f"{file.name}: nested too deeply") from None
    except (yaml.YAMLError, ValueError) as error:  # the second: a date that no calendar has, bytes that are no text
        raise ScriptError(f"{file.name}: not YAML: {' '.join(str(error).split())}") from None
    scripts = tuple(s for s in parse_scripts(raw, file.name) if name is None or s.name == name)
    if not scripts:
        raise ScriptError(f"{file.name}: no call is named {name!r}")
    return scripts


def summary(played: Rehearsal) -> dict[str, Any]:
    """One call as the JSON object that `--json` prints."""
    record = fold(played.log, played.profile)
    booked_at = record.booking.booked_at
    raised = next((m for m in reversed(played.log) if isinstance(m, events.EmergencyRaised)), None)
    return {
        "name": played.script.name,
        "path": played.path,
        "tools": [{"name": request.tool, "args": request.args} for request in played.tools],
        "said": played.said,
        "fields": {name: learned.value for name, learned in record.fields.items()},
        "end": {
            "reason": record.end_reason,
            "booking_status": record.booking.status,
            "scheduled_at": booked_at.isoformat() if booked_at else None,
            "callback_type": played.call.slots.callback_type or None,
        },
        "emergency": raised.hazard if raised else None,
    }


def _profile(by_id: Callable[[str], BusinessProfile | None], business: str) -> BusinessProfile:
    profile = by_id(business)
    if profile is None:
        raise ScriptError(f"no business profile has the id {business!r}")
    return profile


def _report(played: Rehearsal, *, as_json: bool) -> None:
    if as_json:
        say(json.dumps(summary(played), ensure_ascii=False))
        return
    ended = summary(played)
    lines = [
        f"== {played.script.name}",
        f"   its clock: {_clock(played)}",
        *_conversation(played),
        f"   -> {ended['path'][-1]}: {ended['end']['reason']}",
    ]
    say("\n".join([*lines, ""]))


def _clock(played: Rehearsal) -> str:
    """When the call takes place, where the business is."""
    now = played.profile.local(played.log[0].occurred_at)
    return f"{now:%A, %B} {now.day}, {now.year}, {now:%H:%M}"


def _conversation(played: Rehearsal) -> Iterator[str]:
    for message in played.log:
        if isinstance(message, events.PromptPlayed):
            yield f"Agent:  {message.heard_text}"
        elif isinstance(message, events.UtteranceHeard):
            yield f"Caller: {message.text}"
        elif isinstance(message, events.KeyPressed):
            yield f"Caller: [key {message.key}]"
        elif isinstance(message, events.StateEntered):
            yield f"        [{message.state}] {message.rule}"
        elif isinstance(message, events.ToolAnswered):
            yield f"        [{message.tool}] {message.outcome}"
        elif isinstance(message, commands.Transfer):
            yield f"        [connecting {message.to_number}]"
        elif isinstance(message, events.TransferFailed):
            yield f"        [{message.reason}]"


def _keyboard(profile: BusinessProfile, *, as_json: bool) -> int:
    played = Rehearsal(RECEPTIONIST, Script(name="keyboard", now=SystemClock().now()), profile)
    shown = 0
    given()
    if not as_json:
        say(f"{_HELP}\n")
    while True:
        if not as_json:
            lines = [line for line in _conversation(played) if not line.startswith("Caller")]
            say("\n".join(lines[shown:]))
            shown = len(lines)
        if played.closing:
            break
        try:
            said = input("" if as_json else "Caller: ").strip()
        except (EOFError, KeyboardInterrupt):
            break
        if said:
            played.say(Line(says=said))
        else:
            played.fall_silent()
    played.end()
    if as_json:
        say(json.dumps(summary(played), ensure_ascii=False))
    return 0
