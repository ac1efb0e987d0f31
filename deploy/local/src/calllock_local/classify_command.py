"""Shell. `calllock classify`: one call per line in, its classification out."""

from __future__ import annotations

import argparse
import json

from calllock.contracts.business import ProfileError
from calllock.runtime.profiles import load_profiles
from calllock_local.arguments import add_businesses_option
from calllock_local.settings import LocalSettings
from calllock_local.terminal import complain, given, say
from post_call_worker.call_json import BadLine, classify_line
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.signals import SignalsError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock classify`."""
    parser.add_argument(
        "--business", default="ace-cooling", metavar="ID", help="whose hours and time zone apply (default: %(default)s)"
    )
    add_businesses_option(parser)
    parser.add_argument("--json", action="store_true", help="one line per call (default: indented)")
    parser.epilog = (
        'Each line of standard input is one call: {"state": ..., "fields": {...}, "turns": [...], "started_at": ...}.'
    )


def run(args: argparse.Namespace) -> int:
    """Read `{"state", "fields", "turns", "started_at"}` a line from standard input until its end.

    A line that cannot be used is answered by `{"error"}` in its place; the exit code is then 1.
    """
    try:
        profile = load_profiles(args.businesses or LocalSettings().businesses_dir).by_id(args.business)
        signals = package_signals()
    except (ProfileError, SignalsError) as error:
        complain(f"calllock classify: {error}")
        return 2
    if profile is None:
        complain(f"calllock classify: no business profile has the id {args.business!r}")
        return 2
    code = 0
    for line in filter(str.strip, given()):
        try:
            found = classify_line(line, profile, signals)
        except BadLine as error:
            found, code = {"error": str(error)}, 1
        say(json.dumps(found, ensure_ascii=False, indent=None if args.json else 2))
    return code
