"""Pure. Command-line options that several commands share, and how their values are checked."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from pathlib import Path
from urllib.parse import urlsplit

from calllock.contracts.e164 import is_e164
from calllock.contracts.ids import is_call_sid

_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_:.-]*")
"""What the worker calls a delivery or a dead letter; it stands in a URL as it is."""


def web_address(text: str) -> str:
    """An http or https URL with a host; raises `ArgumentTypeError`."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ArgumentTypeError(f"{text!r} is not a URL that begins with http:// or https://")
    return text


def phone_number(text: str) -> str:
    """A number in E.164; raises `ArgumentTypeError`."""
    if not is_e164(text):
        raise ArgumentTypeError(f"{text!r} is not a number in E.164, such as +15125550142")
    return text


def listed_id(text: str) -> str:
    """The id of an entry in one of the worker's lists; raises `ArgumentTypeError`."""
    if not _ID.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is no id, as `list` shows it")
    return text


def call_sid(text: str) -> str:
    """A call's SID; raises `ArgumentTypeError`."""
    if not is_call_sid(text):
        raise ArgumentTypeError(f"{text!r} is not the SID of a call")
    return text


def add_worker_option(parser: ArgumentParser, *, again: bool = False) -> None:
    """`--worker`: whom to ask. `again`, for an action, leaves what was given before it."""
    told = "worker to ask (default: the one started by `calllock up`)"
    parser.add_argument("--worker", type=web_address, metavar="URL", help=told, default=SUPPRESS if again else None)


def add_script_options(parser: ArgumentParser, *, required: bool = True) -> None:
    """`--script` and `--name`: which scripted calls to play."""
    instead = "" if required else " (default: read the keyboard)"
    parser.add_argument("--script", type=Path, required=required, metavar="FILE", help=f"conversation file{instead}")
    parser.add_argument("--name", help="play only the call of this name")


def add_businesses_option(parser: ArgumentParser) -> None:
    """`--businesses`: where the profiles are."""
    folder = "folder of business profiles (default: BUSINESSES_DIR, else those of this repository)"
    parser.add_argument("--businesses", type=Path, metavar="FOLDER", help=folder)
