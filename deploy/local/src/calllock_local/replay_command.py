"""Shell. `calllock replay`: a call told again from its log, with the rule behind every decision."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from calllock.contracts import events, wire
from calllock.contracts.business import BusinessProfile, ProfileError
from calllock.contracts.ids import is_call_sid
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.settings import LocalSettings
from calllock_local.state_folder import StateFolder
from calllock_local.terminal import complain, say
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.retelling import retell


class _UnknownCall(Exception):
    """Nothing can be told; the text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock replay`."""
    parser.add_argument("call", help="a call's SID, or a log file saved with --save")
    parser.add_argument("--save", type=Path, metavar="FILE", help="also save the log here, one message per line")


def run(args: argparse.Namespace) -> int:
    """0 when the call was found and told; 1 when it was not, 2 when the business profiles are wrong."""
    if not args.call:
        return _refused("name a call's SID, or a log file", 2)
    file = Path(args.call)
    try:
        log = _from_file(file) if file.exists() or not is_call_sid(args.call) else asyncio.run(_from_bus(args.call))
        profile = _profile_of(log, args.call)
        if args.save is not None:
            args.save.write_bytes(b"".join(wire.encode(message) + b"\n" for message in log))
    except ProfileError as error:
        return _refused(f"BUSINESSES_DIR: {error}", 2)
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}", 1)
    except (_UnknownCall, BusUnavailable) as error:
        return _refused(str(error), 1)
    for line in retell(log, RECEPTIONIST, profile):
        say(line)
    return 0


def _refused(reason: str, code: int) -> int:
    complain(f"calllock replay: {reason}")
    return code


def _profile_of(log: Sequence[Message], call: str) -> BusinessProfile:
    answered = next((message for message in log if isinstance(message, events.CallAnswered)), None)
    if answered is None:
        raise _UnknownCall(f"{call}: no call begins here; give the SID of a call, or a log saved with --save")
    profile = load_profiles(LocalSettings().businesses_dir).by_id(answered.business)
    if profile is None:
        raise _UnknownCall(f"no business profile has the id {answered.business!r}")
    return profile


def _from_file(file: Path) -> list[Message]:
    log: list[Message] = []
    unreadable: list[tuple[str, str]] = []
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            if line.strip():
                log.append(wire.decode(line))
        except wire.UnreadableMessage as error:
            unreadable.append((f"{file}: line {number}", str(error)))
    for place, reason in unreadable if log else ():  # a file without a single message is no log at all
        _pass_over(place, reason)
    return log


async def _from_bus(call_sid: str) -> list[Message]:
    bus = await connect_nats(StateFolder(LocalSettings().calllock_state).running().nats_url, name="calllock replay")
    try:
        entries = await bus.read(call_sid)
    finally:
        await bus.close()
    for entry in entries:
        if entry.message is None:
            _pass_over(f"{call_sid}: entry {entry.sequence}", entry.unreadable)
    return [entry.message for entry in entries if entry.message is not None]


def _pass_over(place: str, reason: str) -> None:
    """What this version cannot read is no decision that it could compare, and no reason to tell nothing."""
    complain(f"calllock replay: {place}: {reason}")
