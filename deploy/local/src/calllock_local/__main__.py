"""Shell. The command line: `calllock COMMAND`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from calllock_local.child_process import StartError
from calllock_local.terminal import complain

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("calllock_local.demo_command", "place two real calls with sound, and show what came of them"),
    "up": ("calllock_local.up_command", "start everything on this machine, until Ctrl-C"),
    "call": ("calllock_local.call_command", "place a telephone call with sound"),
    "talk": ("calllock_local.talk_command", "talk to the receptionist by keyboard, or play scripts"),
    "understand": ("calllock_local.understand_command", "show what is understood of each line of standard input"),
    "replay": ("calllock_local.replay_command", "retell a call from its log, with the rule behind each step"),
    "payloads": ("calllock_local.payloads_command", "show what the dashboard would be sent about a script's calls"),
    "classify": (
        "calllock_local.classify_command",
        "show tags, priority and revenue tier of each call on standard input",
    ),
    "deliveries": (
        "calllock_local.deliveries_command",
        "list, show, retry or discard what is sent to the dashboard and by text",
    ),
    "dead-letters": (
        "calllock_local.dead_letters_command",
        "list, show, retry or discard the messages that were given up on",
    ),
    "reprocess": ("calllock_local.reprocess_command", "rebuild a call's record from its log"),
    "doctor": (
        "calllock_local.doctor_command",
        "check a deployment's settings and what they name, and say what to do",
    ),
    "twilio-setup": (
        "calllock_local.twilio_setup_command",
        "point the Twilio numbers' webhooks at PUBLIC_URL, those for texts too where they are on",
    ),
    "forget": ("calllock_local.forget_command", "erase everything kept about a caller"),
    "stand-in": ("calllock_local.stand_in_command", "run one stand-in by itself"),
}
"""By name: the module, imported when it is needed, and what it does."""


class _Command(Protocol):
    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, args: argparse.Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when it succeeded, 1 when it failed with a reason, 2 when it was not understood."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    overview = _parser()
    if not given:
        overview.exit(2, overview.format_help())
    name = overview.parse_args(given[:1]).command
    module, purpose = COMMANDS[name]
    command = cast(_Command, import_module(module))
    parser = argparse.ArgumentParser(prog=f"calllock {name}", description=f"{purpose[0].upper()}{purpose[1:]}.")
    command.add_arguments(parser)
    try:
        code = command.run(parser.parse_args(given[1:]))
        sys.stdout.flush()
    except StartError as error:
        complain(f"calllock {name}: {error}")
        return 1
    except BrokenPipeError:
        _say_no_more()  # the reader has seen enough; leave in silence
        return 1
    except OSError as error:
        complain(f"calllock {name}: {f'{error.filename}: ' if error.filename else ''}{error.strerror or error}")
        if error.filename is None:
            _say_no_more()
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _say_no_more() -> None:
    """What could not be written must not be tried once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:<{width}}  {purpose}" for name, (_, purpose) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="calllock",
        description="CallLock answers the phone for home-service businesses.",
        epilog=f"commands:\n{listing}\n\n`calllock COMMAND --help` says more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of the commands below")
    return parser


if __name__ == "__main__":
    sys.exit(main())
