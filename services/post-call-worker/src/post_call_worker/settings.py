"""Shell. The worker's settings, from the environment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode

from calllock.contracts.business import BusinessProfile
from calllock.runtime.loopback import is_loopback
from calllock.runtime.settings import (
    EnvironmentSettings,
    HeaderSecret,
    HookUrlIfAny,
    ProxiedSettings,
    SettingPath,
    SiteUrlIfAny,
    WebUrl,
    WebUrlIfAny,
)
from post_call_worker.database_url import checked_database_url
from post_call_worker.links import Links
from post_call_worker.vocabulary import WebhookKind

_JOBS_PATH = "/api/webhook/jobs"


def _database(url: SecretStr) -> SecretStr:
    checked_database_url(url.get_secret_value())
    return url


_Database = Annotated[SecretStr, AfterValidator(_database)]


class DatabaseSettings(EnvironmentSettings):
    """What a command about the database needs."""

    database_url: _Database
    """The worker's database: `postgresql+asyncpg://user:password@host:port/name`."""


class MigrationSettings(EnvironmentSettings):
    """The tables belong to the role that migrates, which need not be the one that the worker uses."""

    migration_database_url: _Database | None = None
    """The database as that role; `DATABASE_URL` where one role does both."""


class Settings(ProxiedSettings, DatabaseSettings):
    """Those of a worker."""

    dashboard_webhook_secret: Annotated[tuple[HeaderSecret, ...], NoDecode, Field(min_length=1)]
    """One or more, separated by commas; every one of them signs, and the first that is accepted is sent."""
    dashboard_webhook_url: HookUrlIfAny = ""
    """URL of the jobs webhook, ending in /api/webhook/jobs; those for calls and alerts are derived from it."""
    dashboard_jobs_url: HookUrlIfAny = ""
    """URL for jobs, if the three are not side by side."""
    dashboard_calls_url: HookUrlIfAny = ""
    """The same for calls."""
    dashboard_alerts_url: HookUrlIfAny = ""
    """The same for emergency alerts."""
    worker_public_url: WebUrlIfAny = ""
    """URL of this worker from outside. Setting it turns text messages on; replies arrive there."""
    twilio_account_sid: str = ""
    """The account that sends the text messages."""
    twilio_auth_token: SecretStr = SecretStr("")
    """Sends them, checks the signatures of replies, and signs the links in them."""
    twilio_api_url: WebUrl = "https://api.twilio.com"
    """Base URL of that API."""
    retention_days: int = Field(default=90, ge=1, le=36_500)
    """Days after which a call's words, names and numbers are erased, from dead letters too; its counts stay."""
    http_port: int = Field(default=8084, ge=0, le=65_535)
    """Port to listen on."""
    otel_exporter_otlp_endpoint: WebUrlIfAny = ""
    """OpenTelemetry collector for a trace of each call: `http://collector:4318`; empty for none."""
    worker_api_token: SecretStr = SecretStr("")
    """Token that readers of /api must send; must be set unless the worker listens on this machine only, and is
    reached there only, without a proxy."""
    console_url: SiteUrlIfAny = ""
    """Where browsers reach the console: `https://...`. Left out, it is taken to be behind TLS unless HTTP_HOST is this
    machine; over plain HTTP browsers then refuse the sign-in."""
    recordings_dir: SettingPath | None = None
    """Where the gateways record calls; the console plays them, and they are deleted with their calls. When they are not
    there, the `doctor`, the log and `calllock forget` say so."""
    console_talk: bool = False
    """Whether owners may call the receptionist from the console; such calls are real, they book and are delivered."""
    gateway_url: WebUrlIfAny = ""
    """The gateways' PUBLIC_URL. With it, and CONSOLE_TALK, owners may call by microphone too; TWILIO_AUTH_TOKEN, where
    the gateways have one, signs such calls."""

    @field_validator("dashboard_webhook_secret", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _reachable(self) -> Settings:
        if self.dashboard_webhook_url and not self.dashboard_webhook_url.endswith(_JOBS_PATH):
            raise ValueError(f"DASHBOARD_WEBHOOK_URL must end in {_JOBS_PATH}")
        for kind, url in self.webhook_urls.items():
            if not url:
                raise ValueError(f"set DASHBOARD_WEBHOOK_URL, or DASHBOARD_{kind.upper()}S_URL to an http(s) URL")
        return self

    @model_validator(mode="after")
    def _guarded(self) -> Settings:
        urls = {"CONSOLE_URL": self.console_url, "WORKER_PUBLIC_URL": self.worker_public_url}
        hosts = {"HTTP_HOST": self.http_host} | {
            name: urlsplit(url).hostname or "" for name, url in urls.items() if url
        }
        reachable = [name for name, host in hosts.items() if not is_loopback(host)]
        if reachable and not self.worker_api_token.get_secret_value():
            raise ValueError(f"WORKER_API_TOKEN must be set when {' and '.join(reachable)} is not this machine")
        return self

    @model_validator(mode="after")
    def _can_call(self) -> Settings:
        if urlsplit(self.gateway_url).path:
            raise ValueError("GATEWAY_URL must be without a path: the gateways' PUBLIC_URL")
        return self

    @model_validator(mode="after")
    def _can_text(self) -> Settings:
        if urlsplit(self.worker_public_url).path:
            raise ValueError("WORKER_PUBLIC_URL must be without a path")
        known = bool(self.twilio_account_sid) and bool(self.twilio_auth_token.get_secret_value())
        if self.worker_public_url and not known:
            raise ValueError("WORKER_PUBLIC_URL is for text messages: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN too")
        return self

    @property
    def over_tls(self) -> bool:
        """Whether browsers reach the console over TLS."""
        if self.console_url:
            return urlsplit(self.console_url).scheme == "https"
        return not is_loopback(self.http_host)

    @property
    def links(self) -> Links | None:
        """The links in text messages; None when none are sent."""
        secret = self.twilio_auth_token.get_secret_value()
        return Links(self.worker_public_url, secret) if self.worker_public_url else None

    def without_texts(self, profiles: Iterable[BusinessProfile]) -> list[str]:
        """The businesses that name people to be texted, to whom nothing is sent."""
        return [] if self.worker_public_url else [profile.id for profile in profiles if profile.needs_texts]

    @property
    def webhook_urls(self) -> dict[WebhookKind, str]:
        """Where each kind of delivery goes."""
        base = self.dashboard_webhook_url.removesuffix("/jobs")
        return {
            "job": self.dashboard_jobs_url or self.dashboard_webhook_url,
            "call": self.dashboard_calls_url or (base and f"{base}/calls"),
            "alert": self.dashboard_alerts_url or (base and f"{base}/emergency-alerts"),
        }

    @property
    def webhook_secrets(self) -> tuple[str, ...]:
        """As plain text; not for logs."""
        return tuple(secret.get_secret_value() for secret in self.dashboard_webhook_secret)
