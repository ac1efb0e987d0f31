"""Shell. The settings of a dialog-brain, from the environment."""

from __future__ import annotations

from pydantic import Field, SecretStr, model_validator

from calllock.runtime.settings import HeaderSecret, ServiceSettings, WebUrl, WebUrlIfAny


class Settings(ServiceSettings):
    """What a dialog-brain needs beside what every service does."""

    backend_url: WebUrl
    """The business's own system: caller history, calendar, callbacks."""
    backend_api_key: HeaderSecret = Field(min_length=1)
    """Key that is sent to that system."""
    booking_url: WebUrlIfAny = ""
    """Base URL for bookings, if it differs from `backend_url`."""
    model_url: WebUrlIfAny = ""
    """An OpenAI-compatible endpoint that may word questions. Set this and the next two, or none of them."""
    model_api_key: HeaderSecret = SecretStr("")
    """Its key."""
    model_name: str = ""
    """The model to ask it for."""
    http_port: int = Field(default=8082, ge=0, le=65535)
    """Port to listen on."""

    @model_validator(mode="after")
    def _whole_model(self) -> Settings:
        parts = {
            "MODEL_URL": bool(self.model_url),
            "MODEL_API_KEY": bool(self.model_api_key.get_secret_value()),
            "MODEL_NAME": bool(self.model_name),
        }
        missing = [name for name, is_set in parts.items() if not is_set]
        if missing and len(missing) < len(parts):
            raise ValueError(f"set {' and '.join(missing)} as well, or none of {', '.join(parts)}")
        return self

    def backend_urls(self) -> dict[str, str]:
        """Base URLs by host name of the tools table, without a slash at the end."""
        return {"backend": self.backend_url, "booking": self.booking_url or self.backend_url}
