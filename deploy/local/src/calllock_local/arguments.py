"""Pure. Command-line options that several commands share, and how their values are checked."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from urllib.parse import urlsplit

from calllock.contracts.e164 import is_e164


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


def add_worker_option(parser: ArgumentParser) -> None:
    """`--worker`: whom to ask."""
    default = "default: the one started by `calllock up`"
    parser.add_argument("--worker", type=web_address, metavar="URL", help=f"worker to ask ({default})")


def add_script_options(parser: ArgumentParser, *, required: bool = True) -> None:
    """`--script` and `--name`: which scripted calls to play."""
    instead = "" if required else " (default: read the keyboard)"
    parser.add_argument("--script", type=Path, required=required, metavar="FILE", help=f"conversation file{instead}")
    parser.add_argument("--name", help="play only the call of this name")


def add_businesses_option(parser: ArgumentParser) -> None:
    """`--businesses`: where the profiles are."""
    folder = "folder of business profiles (default: BUSINESSES_DIR, else those of this repository)"
    parser.add_argument("--businesses", type=Path, metavar="FOLDER", help=folder)
