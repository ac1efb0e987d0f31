"""Shell. The gateway's settings, from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings

from calllock.runtime.loopback import is_loopback


class Settings(BaseSettings):
    """Read once, at start; a missing or wrong one stops it, by name."""

    nats_url: str
    businesses_dir: Path
    public_url: str
    """Where Twilio reaches this service, as it signs it: `https://phone.example.com`."""
    cache_dir: Path
    """Where the rendered fixed lines are kept."""
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65_535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "text"] = "json"
    max_calls: int = Field(default=20, ge=1, le=500)
    """Lines that this process holds at most; a caller beyond them is forwarded or asked to call again."""
    drain_s: float = Field(default=3.0, ge=0, le=3_600)
    """How long a stopping process waits for its calls; what is left then goes to another replica."""
    twilio_account_sid: str = ""
    twilio_auth_token: str = ""
    """Empty: signatures are not checked, which is refused unless `public_url` and `http_host` are this machine."""
    twilio_api_url: str = "https://api.twilio.com"

    @field_validator("public_url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("must be like https://phone.example.com")
        return url.rstrip("/")

    @model_validator(mode="after")
    def _signed_unless_local(self) -> Settings:
        hosts = {"PUBLIC_URL": urlsplit(self.public_url).hostname or "", "HTTP_HOST": self.http_host}
        reachable = [name for name, host in hosts.items() if not is_loopback(host)]
        if reachable and not self.twilio_auth_token:
            raise ValueError(f"TWILIO_AUTH_TOKEN must be set when {' and '.join(reachable)} is not this machine")
        if bool(self.twilio_account_sid) and not self.twilio_auth_token:
            raise ValueError("TWILIO_AUTH_TOKEN must be set when TWILIO_ACCOUNT_SID is")
        return self

    @property
    def stream_url(self) -> str:
        """The media socket's public URL."""
        return "ws" + self.public_url.removeprefix("http") + "/twilio/media"
