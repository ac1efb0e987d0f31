"""Shell. How the three services refuse to start: the same way, in one line, by name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUSINESSES = Path(__file__).parents[2] / "deploy/businesses"
SETTINGS = {
    "NATS_URL": "nats://127.0.0.1:1",
    "BUSINESSES_DIR": str(BUSINESSES),
    "PUBLIC_URL": "http://127.0.0.1:8080",
    "CACHE_DIR": "unused",
    "BACKEND_URL": "http://127.0.0.1:1",
    "BACKEND_API_KEY": "hidden",
    "DATABASE_URL": "postgresql+asyncpg://x:hidden@127.0.0.1:1/x",
    "DASHBOARD_WEBHOOK_URL": "http://127.0.0.1:1/api/webhook/jobs",
    "DASHBOARD_WEBHOOK_SECRET": "hidden",
    "LOG_FORMAT": "text",
}
SERVICES = {
    "voice_gateway": "voice-gateway",
    "dialog_brain": "dialog-brain",
    "post_call_worker": "post-call-worker",
}
"""Name of the service by that of its module."""


def refusal(module: str, **changes: str) -> tuple[int, str]:
    """Exit code, and the last line that was written; before it only a library's greeting may stand."""
    settings = {**SETTINGS, **changes}
    done = subprocess.run(
        [sys.executable, "-m", module],
        env={"PATH": os.environ["PATH"], **{name: value for name, value in settings.items() if value}},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    *before, line = done.stderr.splitlines()
    assert len(before) <= ("Pipecat" in done.stderr), done.stderr
    assert "hidden" not in line
    return done.returncode, line


@pytest.mark.parametrize("module", SERVICES)
def test_every_missing_or_wrong_setting_is_named_in_one_line(module: str) -> None:
    code, line = refusal(module, NATS_URL="", HTTP_PORT="70000")
    assert code == 2
    assert line.startswith(f"{SERVICES[module]}: cannot start: ")
    assert "NATS_URL: " in line
    assert "HTTP_PORT: " in line


@pytest.mark.parametrize("module", SERVICES)
def test_a_folder_without_business_profiles_is_named(module: str, tmp_path: Path) -> None:
    code, line = refusal(module, BUSINESSES_DIR=str(tmp_path))
    assert code == 2
    assert line.startswith(f"{SERVICES[module]}: cannot start: BUSINESSES_DIR: {tmp_path}: ")


@pytest.mark.parametrize("module", ["dialog_brain", "post_call_worker"])
def test_a_bus_that_is_away_is_another_exit_code(module: str) -> None:
    code, line = refusal(module, LOG_LEVEL="error")
    assert code == 1
    assert line.startswith(f"{SERVICES[module]}: cannot start: ")


def test_a_vendor_without_its_key_is_named() -> None:
    code, line = refusal("voice_gateway", RECOGNIZERS="deepgram", VOICES="elevenlabs,openai", OPENAI_API_KEY="hidden")
    assert code == 2
    assert "set DEEPGRAM_API_KEY and ELEVENLABS_API_KEY and ELEVENLABS_VOICE_ID" in line


@pytest.mark.parametrize(
    ("module", "setting", "value"),
    [
        ("voice_gateway", "TWILIO_API_URL", "api.twilio.com"),
        ("voice_gateway", "TRUSTED_PROXIES", "10.0.0/8"),
        ("dialog_brain", "NATS_URL", "nats://127.0.0.1:99999"),
        ("post_call_worker", "TWILIO_API_URL", "api.twilio.com"),
        ("post_call_worker", "TWILIO_API_URL", "https://api.twilio.com:https"),
        ("post_call_worker", "TRUSTED_PROXIES", "127.0.0.1,172.16.5.2/12"),
        ("post_call_worker", "CONSOLE_URL", "console.example.com"),
        ("post_call_worker", "OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"),
    ],
)
def test_a_setting_that_would_only_fail_in_a_call_is_named_at_start(module: str, setting: str, value: str) -> None:
    code, line = refusal(module, **{setting: value})
    assert code == 2
    assert f"cannot start: {setting}: " in line


def test_a_cache_that_cannot_be_written_is_named_before_any_call(nats_url: str, tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    code, line = refusal("voice_gateway", NATS_URL=nats_url, CACHE_DIR=str(tmp_path / "cache"), LOG_LEVEL="error")
    assert code == 2
    assert line.startswith("voice-gateway: cannot start: CACHE_DIR: ")


@pytest.mark.parametrize("module", SERVICES)
def test_a_service_explains_its_commands_and_refuses_others(module: str) -> None:
    def asked(argument: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", module, argument]
        return subprocess.run(command, capture_output=True, text=True, timeout=150, check=False)

    explained, refused = asked("--help"), asked("shout")
    assert (explained.returncode, refused.returncode) == (0, 2)
    assert f"usage: {SERVICES[module]}" in explained.stdout
    assert "doctor" in explained.stdout
    assert "invalid choice: 'shout' (choose from " in refused.stderr
