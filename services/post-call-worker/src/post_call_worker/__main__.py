"""Shell. `python -m post_call_worker` runs the worker; with `migrate` it brings the schema up to date."""

from __future__ import annotations

import asyncio
import sys

from pydantic import ValidationError

from calllock.contracts.business import ProfileError
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from post_call_worker.classification.signals import SignalsError
from post_call_worker.migrating import migrate
from post_call_worker.settings import DatabaseSettings, Settings, explain
from post_call_worker.worker import connect_database, run_worker

_NAME = "post-call-worker"


def main(arguments: list[str]) -> int:
    """The exit code: 0 done, 1 failed, 2 wrongly called or set up."""
    if arguments not in ([], ["migrate"]):
        return _complain("usage: python -m post_call_worker [migrate]", 2)
    try:
        asyncio.run(_migrate(DatabaseSettings()) if arguments else _serve(Settings()))  # type: ignore[call-arg]
    except ValidationError as error:
        return _complain(explain(error), 2)
    except (ProfileError, SignalsError) as error:
        return _complain(str(error), 2)
    except (BusUnavailable, OSError, TimeoutError) as error:
        return _complain(str(error) or type(error).__name__, 1)
    return 0


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


def _complain(reason: str, code: int) -> int:
    sys.stderr.write(f"{_NAME}: {reason}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
