"""Shell. `calllock replay`: a call told again from its log, with the rule behind every decision."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from calllock.contracts import events, wire
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.settings import LocalSettings
from calllock_local.state_folder import StateFolder
from calllock_local.terminal import complain, say
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.retelling import retell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock replay`."""
    parser.add_argument("call", help="a call SID of the running installation, or a file with one message a line")
    parser.add_argument("--save", type=Path, metavar="FILE", help="also write the log to this file")


def run(args: argparse.Namespace) -> int:
    """0 when the call was found and told."""
    file = Path(args.call)
    try:
        log = _from_file(file) if file.is_file() else asyncio.run(_from_bus(args.call))
    except (wire.UnreadableMessage, BusUnavailable) as error:
        complain(f"calllock replay: {error}")
        return 1
    answered = next((message for message in log if isinstance(message, events.CallAnswered)), None)
    if answered is None:
        complain(f"calllock replay: no call {args.call} is known here")
        return 1
    profile = load_profiles(LocalSettings().businesses_dir).by_id(answered.business)
    if profile is None:
        complain(f"calllock replay: no business profile {answered.business!r}")
        return 1
    if args.save is not None:
        args.save.write_bytes(b"".join(wire.encode(message) + b"\n" for message in log))
    for line in retell(log, RECEPTIONIST, profile):
        say(line)
    return 0


def _from_file(file: Path) -> list[Message]:
    return [wire.decode(line) for line in file.read_bytes().splitlines() if line.strip()]


async def _from_bus(call_sid: str) -> list[Message]:
    bus = await connect_nats(StateFolder(LocalSettings().calllock_state).running().nats_url, name="calllock replay")
    try:
        return [entry.message for entry in await bus.read(call_sid) if entry.message is not None]
    finally:
        await bus.close()
