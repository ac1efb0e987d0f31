"""Shell. Starts a dialog-brain: reads the settings, wires the adapters, serves until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import sys
from contextlib import AsyncExitStack
from dataclasses import replace

import uvloop

from calllock.runtime.background import log_failure
from calllock.runtime.checkup import consult
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.metrics import observed
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock.runtime.serving import Server, listening
from calllock.runtime.settings import load_settings
from calllock.runtime.starting import starting
from dialog_brain import doctor
from dialog_brain.app import create_app
from dialog_brain.backend import HttpBackend
from dialog_brain.flow.check import check
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.replay_answers import answer_replays
from dialog_brain.settings import Settings
from dialog_brain.switchboard import Switchboard

NAME = "dialog-brain"
STOPS_WITHIN_S = 4


def with_model(desk: Desk, settings: Settings, closing: AsyncExitStack) -> Desk:
    """The desk with the language model of the settings, if they name one; without one, nothing of it is loaded."""
    if not settings.model_url:
        return desk
    from dialog_brain.wording.extractor import ModelExtractor  # noqa: PLC0415 - only with a model
    from dialog_brain.wording.model import OpenAiModel  # noqa: PLC0415 - only with a model
    from dialog_brain.wording.row_or_model import ModelWords  # noqa: PLC0415 - only with a model

    key = settings.model_api_key.get_secret_value()
    model = OpenAiModel(settings.model_url, key, settings.model_name, desk.clock)
    closing.push_async_callback(model.close)
    return replace(desk, wording=ModelWords(model), extractor=ModelExtractor(model))


async def serve(settings: Settings) -> None:
    """Run until a signal; calls in progress are handed over. Raises `RuntimeError` when no more calls can be taken."""
    check(RECEPTIONIST)
    profiles = load_profiles(settings.businesses_dir)
    clock = SystemClock()
    replica = f"{socket.gethostname()}-{os.getpid()}"
    async with AsyncExitStack() as closing:
        bus = await connect_nats(settings.nats_url, name=f"{NAME} {replica}", clock=clock)
        closing.push_async_callback(bus.close)
        backend = HttpBackend(settings.backend_urls(), settings.backend_api_key.get_secret_value(), clock)
        closing.push_async_callback(backend.close)
        desk = with_model(Desk(bus, backend, RECEPTIONIST, profiles, clock, replica), settings, closing)
        app = create_app(desk)
        switchboard: Switchboard = app.state.switchboard
        config = listening(app, settings.http_host, settings.http_port, timeout_graceful_shutdown=STOPS_WITHIN_S)
        replays = asyncio.create_task(answer_replays(bus, RECEPTIONIST, profiles))
        log_failure(replays, "replays.not_answered")
        closing.callback(replays.cancel)
        async with observed(settings.http_host, settings.metrics_port, bus, clock, lambda: switchboard.calls):
            await _serve_until_failed(Server(config), switchboard.failed)


async def _serve_until_failed(server: Server, failed: asyncio.Event) -> None:
    async def stop() -> None:
        await failed.wait()
        server.should_exit = True

    stopping = asyncio.create_task(stop())
    try:
        await server.serve()
    finally:
        stopping.cancel()
    if failed.is_set():
        raise RuntimeError("no more calls can be taken")  # a new process may; this one would only look alive


def main(arguments: list[str]) -> None:
    """Entry point of `python -m dialog_brain`."""
    parser = argparse.ArgumentParser(prog=NAME, description="Without a command: serve.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("doctor", help="check keys, clock, NATS and backend; says what to do")
    asked = parser.parse_args(arguments)
    with starting(NAME):
        settings = load_settings(Settings)
        if asked.command == "doctor":
            raise SystemExit(uvloop.run(_examine(settings)))
        configure_logging(NAME, settings.log_level, settings.log_format)
        uvloop.run(serve(settings))


async def _examine(settings: Settings) -> int:
    load_profiles(settings.businesses_dir)
    return await consult(lambda client: doctor.checks(settings, client, SystemClock()), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
