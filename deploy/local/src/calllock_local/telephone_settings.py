"""Shell. What the telephone reads from the environment."""

from __future__ import annotations

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class TelephoneSettings(BaseSettings):
    """Of `calllock call`."""

    model_config = SettingsConfigDict(extra="ignore")

    twilio_auth_token: SecretStr = SecretStr("")
    """Signs the requests; empty: they are not signed."""
