"""Shell. `twilio-setup`: points the businesses' numbers at this installation, and shows before and after."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from typing import TextIO

import httpx

from calllock.runtime.clock import Clock
from calllock.runtime.profiles import load_profiles
from voice_gateway.settings import Settings
from voice_gateway.twilio.numbers import Number, TwilioNumbers, TwilioRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--number", action="append", help="number to point here (default: those of the businesses)")
    parser.add_argument("--dry-run", action="store_true", help="change nothing, only show")


def run(
    args: argparse.Namespace,
    settings: Settings,
    out: TextIO,
    clock: Clock,
    transport: httpx.AsyncBaseTransport | None = None,
) -> int:
    """0 when every number is as it should be, 1 when one could not be changed."""
    if not settings.twilio_account_sid:
        out.write("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN must be set\n")
        return 2
    profiles = load_profiles(settings.businesses_dir)
    numbers = args.number or [number for profile in profiles for number in profile.numbers]
    account = (settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value())
    twilio = TwilioNumbers(settings.twilio_api_url, account, clock, transport)
    return asyncio.run(_set_up(twilio, settings, numbers, args.dry_run, out))


async def _set_up(twilio: TwilioNumbers, settings: Settings, numbers: Sequence[str], dry_run: bool, out: TextIO) -> int:
    failed = 0
    try:
        for number in numbers:
            try:
                await _point(twilio, await twilio.find(number), settings, dry_run, out)
            except TwilioRefused as refusal:
                failed = 1
                out.write(f"{number}: FAILED: {refusal}\n")
    finally:
        await twilio.close()
    return failed


async def _point(twilio: TwilioNumbers, number: Number, settings: Settings, dry_run: bool, out: TextIO) -> None:
    wanted = number.webhooks.wanted(settings.public_url, settings.worker_public_url)
    if number.webhooks == wanted:
        out.write(f"{number.number}: is as it should be\n")
        return
    after = wanted if dry_run else (await twilio.point(number, wanted)).webhooks
    out.write(f"{number.number}: {'would change' if dry_run else 'changed'}\n")
    for when, webhooks in (("before", number.webhooks), ("after", after)):
        for name, url in webhooks.rows():
            out.write(f"  {when:<6}  {name:<12}  {url or '(none)'}\n")
