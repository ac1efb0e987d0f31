"""Shell. The settings of a dialog-brain, from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import AnyHttpUrl, Field, NatsDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """A missing or wrong one stops the start, by name."""

    model_config = SettingsConfigDict(extra="ignore")

    nats_url: NatsDsn
    businesses_dir: Path
    backend_url: AnyHttpUrl
    backend_api_key: SecretStr = Field(min_length=1)
    booking_url: AnyHttpUrl | None = None
    """Where bookings go, when that is another host than `backend_url`."""
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8082, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "text"] = "json"

    def backend_urls(self) -> dict[str, str]:
        """Base URLs by host name of the tools table, without a slash at the end."""
        backend = str(self.backend_url).rstrip("/")
        booking = str(self.booking_url).rstrip("/") if self.booking_url else backend
        return {"backend": backend, "booking": booking}
