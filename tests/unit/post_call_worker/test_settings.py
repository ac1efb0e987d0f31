"""What follows from the worker's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from post_call_worker.settings import Settings


@pytest.mark.parametrize(
    ("host", "url", "secure"),
    [
        ("127.0.0.1", "", False),
        ("0.0.0.0", "", True),
        ("0.0.0.0", "http://console.lan", False),
        ("127.0.0.1", "https://console.example.com", True),
    ],
)
def test_cookies_are_for_tls_alone_unless_the_console_is_local_or_said_to_be_without(
    host: str, url: str, secure: bool
) -> None:
    settings = Settings.model_validate(
        {
            "database_url": "postgresql+asyncpg://x@127.0.0.1/x",
            "nats_url": "nats://127.0.0.1:4222",
            "businesses_dir": Path(),
            "dashboard_webhook_url": "https://dashboard.example/api/webhook/jobs",
            "dashboard_webhook_secret": "secret",
            "worker_api_token": "token",
            "http_host": host,
            "console_url": url,
        }
    )
    assert settings.over_tls is secure
