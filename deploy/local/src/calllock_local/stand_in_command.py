"""Shell. `calllock stand-in`: one of the stand-ins as a process; `calllock up` starts them."""

from __future__ import annotations

import argparse
import asyncio

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock.runtime.settings import load_settings
from calllock.runtime.starting import starting
from calllock_local.backend_standin import backend_app
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.front_door import FrontDoor
from calllock_local.received_webhooks import ReceivedWebhooks
from calllock_local.settings import BackendStandInSettings, DashboardStandInSettings, FrontDoorSettings
from calllock_local.standin import serve_standin


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock stand-in`."""
    parser.add_argument("which", choices=tuple(_SERVE), help="its settings come from the environment")


def run(args: argparse.Namespace) -> int:
    """Serves until told to stop."""
    with starting(f"calllock stand-in {args.which}"):
        _SERVE[args.which]()
    return 0


def _serve_backend() -> None:
    settings = load_settings(BackendStandInSettings)
    profiles = load_profiles(settings.businesses_dir)
    app = backend_app(profiles, settings.backend_api_key.get_secret_value(), SystemClock())
    serve_standin(app, settings.http_host, settings.http_port)


def _serve_dashboard() -> None:
    settings = load_settings(DashboardStandInSettings)
    emails = {profile.dashboard.user_email for profile in load_profiles(settings.businesses_dir)}
    received = ReceivedWebhooks(settings.received_file)
    app = dashboard_app(emails, settings.dashboard_webhook_secret.get_secret_value(), received, SystemClock())
    serve_standin(app, settings.http_host, settings.http_port)


def _serve_front_door() -> None:
    settings = load_settings(FrontDoorSettings)
    asyncio.run(FrontDoor(settings.gateway_ports).serve(settings.http_port))


_SERVE = {"backend": _serve_backend, "dashboard": _serve_dashboard, "front-door": _serve_front_door}
