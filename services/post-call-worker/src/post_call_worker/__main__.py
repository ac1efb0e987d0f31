"""Shell. `python -m post_call_worker` runs the worker; with `migrate` it brings the schema up to date."""

from __future__ import annotations

import asyncio
import sys

from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock.runtime.settings import load_settings
from calllock.runtime.starting import WRONGLY_SET_UP, starting
from post_call_worker.classification.signals import SignalsError
from post_call_worker.migrating import migrate
from post_call_worker.settings import DatabaseSettings, Settings
from post_call_worker.worker import connect_database, run_worker

_NAME = "post-call-worker"


def main(arguments: list[str]) -> None:
    """Serve until told to stop, or migrate."""
    if arguments not in ([], ["migrate"]):
        sys.stderr.write("usage: python -m post_call_worker [migrate]\n")
        raise SystemExit(WRONGLY_SET_UP)
    with starting(_NAME, wrong=(SignalsError,), away=(OSError, TimeoutError)):
        asyncio.run(_migrate(load_settings(DatabaseSettings)) if arguments else _serve(load_settings(Settings)))


async def _migrate(settings: DatabaseSettings) -> None:
    engine = connect_database(settings.database_url.get_secret_value())
    try:
        await migrate(engine)
    finally:
        await engine.dispose()


async def _serve(settings: Settings) -> None:
    configure_logging(_NAME, settings.log_level, settings.log_format)
    profiles = load_profiles(settings.businesses_dir)
    clock = SystemClock()
    bus = await connect_nats(settings.nats_url, name=_NAME, clock=clock)
    try:
        await run_worker(settings, bus, profiles, clock)
    finally:
        await bus.close()


if __name__ == "__main__":
    main(sys.argv[1:])
