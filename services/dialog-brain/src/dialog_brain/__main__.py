"""Shell. Starts a dialog-brain: reads the settings, wires the adapters, serves until told to stop."""

from __future__ import annotations

import asyncio
import os
import socket

import uvicorn

from calllock.contracts.business import ProfileError
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock.runtime.settings import load_settings
from dialog_brain.app import create_app
from dialog_brain.backend import HttpBackend
from dialog_brain.flow.check import check
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.settings import Settings

STOPS_WITHIN_S = 4


async def serve(settings: Settings) -> None:
    """Run until a signal; calls in progress are handed over."""
    check(RECEPTIONIST)
    profiles = load_profiles(settings.businesses_dir)
    clock = SystemClock()
    replica = f"{socket.gethostname()}-{os.getpid()}"
    bus = await connect_nats(str(settings.nats_url), name=f"dialog-brain {replica}", clock=clock)
    backend = HttpBackend(settings.backend_urls(), settings.backend_api_key.get_secret_value(), clock)
    try:
        app = create_app(Desk(bus, backend, RECEPTIONIST, profiles, clock, replica))
        config = uvicorn.Config(
            app,
            host=settings.http_host,
            port=settings.http_port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=STOPS_WITHIN_S,
        )
        await uvicorn.Server(config).serve()
    finally:
        await backend.close()
        await bus.close()


def main() -> None:
    """Entry point of `python -m dialog_brain`."""
    settings = load_settings(Settings)
    configure_logging("dialog-brain", settings.log_level, settings.log_format)
    try:
        asyncio.run(serve(settings))
    except (ProfileError, BusUnavailable) as error:
        raise SystemExit(f"cannot start: {error}") from None


if __name__ == "__main__":
    main()
