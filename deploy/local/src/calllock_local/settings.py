"""Shell. What this package reads from the environment."""

from __future__ import annotations

import os

from pydantic import Field, SecretStr

from calllock.runtime.settings import EnvironmentSettings, SettingPath
from calllock_local.loopback import LOOPBACK
from calllock_local.workspace import BUSINESSES, CACHE, STATE


class LocalSettings(EnvironmentSettings):
    """Of `calllock` commands; everything has a default."""

    calllock_state: SettingPath = STATE
    """Folder of all local state: data, logs, ports, generated secrets."""
    businesses_dir: SettingPath = BUSINESSES
    cache_dir: SettingPath = CACHE
    """What may be lost but is slow to make again, such as rendered speech; shared by all local runs."""
    worker_api_token: SecretStr = SecretStr("")
    """What the worker asks of those who read its API; a local run asks for nothing."""
    twilio_auth_token: SecretStr = SecretStr("")
    """What the telephone signs its requests with to a gateway that is not of a local run; empty: it does not."""


class BackendStandInSettings(EnvironmentSettings):
    """Of the process that stands in for the business backend."""

    http_host: str = LOOPBACK
    http_port: int = Field(ge=1, le=65535)
    businesses_dir: SettingPath
    backend_api_key: SecretStr = Field(min_length=1)


class DashboardStandInSettings(EnvironmentSettings):
    """Of the process that stands in for the dashboard."""

    http_host: str = LOOPBACK
    http_port: int = Field(ge=1, le=65535)
    businesses_dir: SettingPath
    dashboard_webhook_secret: SecretStr = Field(min_length=1)
    received_file: SettingPath
    """Where deliveries are kept, one JSON object a line."""


class FrontDoorSettings(EnvironmentSettings):
    """Of the process that stands in for the load balancer in front of the gateways."""

    http_port: int = Field(ge=1, le=65535)
    gateway_ports: tuple[int, ...] = Field(min_length=1)


def inherited_environment() -> dict[str, str]:
    """What this shell has: PATH, certificates, vendors' keys, and the settings of a deployment, if any."""
    return dict(os.environ)
