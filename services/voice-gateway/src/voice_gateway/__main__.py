"""Shell. `python -m voice_gateway` starts the gateway; `doctor` and `twilio-setup` are for whoever installs it."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
import uvloop

from calllock.runtime.checkup import consult
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.metrics import observed
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock.runtime.serving import BehindProxies, Server, listening
from calllock.runtime.settings import load_settings
from calllock.runtime.starting import starting
from voice_gateway import doctor, twilio_setup
from voice_gateway.app import create_app
from voice_gateway.exchange import Exchange
from voice_gateway.settings import Settings
from voice_gateway.speech.chosen import ChosenEngines
from voice_gateway.speech.local import LocalEngines
from voice_gateway.speech.ports import SpeechFailed

_NAME = "voice-gateway"
_STOP_LIMIT_S = 1
_MOST_SOCKET_BYTES = 64_000


def main(arguments: list[str]) -> None:
    """Serve until told to stop, or do what is asked for and exit with its code."""
    parser = argparse.ArgumentParser(prog=_NAME, description="Without a command: serve.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("doctor", help="check keys, clock, NATS, public URL and numbers; says what to do")
    twilio_setup.add_arguments(commands.add_parser("twilio-setup", help="point the numbers' webhooks here"))
    asked = parser.parse_args(arguments)
    with starting(_NAME, away=(SpeechFailed,)):
        settings = load_settings(Settings)
        if asked.command == "doctor":
            raise SystemExit(uvloop.run(_examine(settings)))
        if asked.command == "twilio-setup":
            raise SystemExit(twilio_setup.run(asked, settings, sys.stdout, SystemClock()))
        configure_logging(_NAME, settings.log_level, settings.log_format)
        uvloop.run(_serve(settings))


async def _examine(settings: Settings) -> int:
    profiles = load_profiles(settings.businesses_dir)
    return await consult(lambda client: doctor.checks(settings, profiles, client, SystemClock()), sys.stdout)


class _Server(Server):
    """Lets its calls finish before it closes their sockets."""

    def __init__(self, config: uvicorn.Config, exchange: Exchange, drain_s: float) -> None:
        super().__init__(config)
        self._exchange = exchange
        self._drain_s = drain_s

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """SIGTERM and SIGINT drain, then stop; the process ends with 0."""
        loop = asyncio.get_running_loop()
        stopping: list[asyncio.Task[None]] = []
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, lambda: stopping.append(asyncio.create_task(self._stop())))
        yield

    async def _stop(self) -> None:
        await self._exchange.drain(self._drain_s)
        self.should_exit = True


async def _serve(settings: Settings) -> None:
    profiles = load_profiles(settings.businesses_dir)
    clock = SystemClock()
    engines = ChosenEngines(settings, LocalEngines(), clock)
    bus = await connect_nats(settings.nats_url, name=_NAME, clock=clock)
    try:
        app = create_app(settings, bus, profiles, engines, clock)
        exchange: Exchange = app.state.exchange
        config = listening(
            BehindProxies(app, settings.trusted_proxies, settings.client_address_header),
            settings.http_host,
            settings.http_port,
            ws_max_size=_MOST_SOCKET_BYTES,
            timeout_graceful_shutdown=_STOP_LIMIT_S,
        )
        async with observed(settings.http_host, settings.metrics_port, bus, clock, lambda: exchange.live_calls):
            await _Server(config, exchange, settings.drain_s).serve()
    finally:
        await engines.close()
        await bus.close()


if __name__ == "__main__":
    main(sys.argv[1:])
