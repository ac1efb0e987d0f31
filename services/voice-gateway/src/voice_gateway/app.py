"""Shell. The HTTP application of the gateway."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import structlog
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

from calllock.contracts.business import ProfileError
from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock, SystemClock
from calllock.runtime.gate import Gate
from calllock.runtime.health import Health, connection_check
from calllock.runtime.profiles import Profiles
from calllock.runtime.settings import SettingsError
from voice_gateway.exchange import Exchange
from voice_gateway.front import Front
from voice_gateway.line.live_call import Means
from voice_gateway.media_socket import media_socket
from voice_gateway.own_words import fixed_lines
from voice_gateway.recording import Recorder
from voice_gateway.refusals import Refusals
from voice_gateway.settings import Settings
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.ears import Ears
from voice_gateway.speech.ports import Engines, SpeechFailed
from voice_gateway.speech.rendered import RenderedLines
from voice_gateway.twilio.rest import TwilioCalls
from voice_gateway.webhooks import webhooks

_log = structlog.get_logger()


def create_app(
    settings: Settings, bus: Bus, profiles: Profiles, engines: Engines, clock: Clock | None = None
) -> FastAPI:
    """The gateway on this bus with these engines; it reads nothing from the environment."""
    clock = clock or SystemClock()
    rendered = RenderedLines(Chain("voice", engines.voices, clock), _writable(settings.cache_dir))
    ears, recorder = Ears(engines.recognizers, clock), _recorder(settings, profiles)
    means = Means(bus, clock, engines, ears, rendered, Refusals(bus, clock, recorder), recorder)
    control = _control(settings)
    name = f"gateway-{secrets.token_hex(3)}"
    exchange = Exchange(means, control, name, settings.max_calls)
    front = Front(
        settings, profiles, exchange, clock, settings.twilio_auth_token.get_secret_value() or secrets.token_hex(32)
    )

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        receptionist = _receptionist_lines()
        made = await rendered.warm(line for profile in profiles for line in fixed_lines(profile, receptionist))
        _log.info("gateway.ready", gateway=name, businesses=len(list(profiles)), lines_rendered=made)
        app.state.improving = improving = asyncio.create_task(_improve(rendered))
        yield
        improving.cancel()
        await asyncio.wait([improving])
        await exchange.close()
        if control is not None:
            await control.close()

    app = FastAPI(title="CallLock voice gateway", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Gate, clock=clock)
    app.include_router(webhooks(front))
    app.include_router(media_socket(front))
    _add_health(app, exchange, bus)
    app.state.exchange = exchange
    return app


async def _improve(rendered: RenderedLines) -> None:
    """While calls are answered already: what the wanted voice has not spoken yet, if any."""
    try:
        improved = await rendered.improve()
    except SpeechFailed as error:
        _log.error("gateway.lines_not_kept", reason=str(error))
    else:
        if improved:
            _log.info("gateway.lines_in_wanted_voice", rendered=improved)


def _receptionist_lines() -> list[str]:
    """The brain's sentences that do not depend on a caller, one a line; a test keeps the file as the brain has them."""
    return files("voice_gateway").joinpath("receptionist_lines.txt").read_text(encoding="utf-8").splitlines()


def _writable(cache: Path) -> Path:
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"CACHE_DIR: is no folder, and none can be made: {error.strerror}") from None
    if not os.access(cache, os.W_OK | os.X_OK):
        raise SettingsError("CACHE_DIR: nothing can be written there")
    return cache


def _recorder(settings: Settings, profiles: Profiles) -> Recorder | None:
    folder = settings.recordings_dir
    recorded = [profile.id for profile in profiles if profile.recording_notice]
    if not recorded:
        return None
    if folder is None or not (folder.is_dir() and os.access(folder, os.W_OK)):
        raise ProfileError(f"{', '.join(recorded)}: recording_notice needs RECORDINGS_DIR, a folder to write to")
    return Recorder(folder)


def _control(settings: Settings) -> TwilioCalls | None:
    if not settings.twilio_account_sid:
        return None
    account = (settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value())
    return TwilioCalls(settings.twilio_api_url, account, settings.dial_ended_url)


def _add_health(app: FastAPI, exchange: Exchange, bus: Bus) -> None:
    async def exchange_trouble() -> str:
        return "draining" if exchange.draining else ""

    health = Health({"bus": connection_check(bus), "exchange": exchange_trouble})

    @app.get("/healthz")
    async def healthz() -> Response:
        status, body = health.alive()
        return JSONResponse(body, status)

    @app.get("/readyz")
    async def readyz() -> Response:
        status, body = await health.ready()
        return JSONResponse(body, status)
