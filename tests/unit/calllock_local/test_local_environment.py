"""Shell. Which settings of a shell reach a local run."""

from __future__ import annotations

import pytest

from calllock_local.local_environment import local_environment

OF_A_DEPLOYMENT = (
    "BACKEND_URL",
    "BOOKING_URL",
    "DASHBOARD_CALLS_URL",
    "DASHBOARD_WEBHOOK_SECRET",
    "DATABASE_URL",
    "MIGRATION_DATABASE_URL",
    "METRICS_PORT",
    "NATS_URL",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_API_URL",
    "TWILIO_AUTH_TOKEN",
    "WORKER_API_TOKEN",
    "WORKER_PUBLIC_URL",
    "booking_url",
)
OF_THIS_MACHINE = (
    "DEEPGRAM_API_KEY",
    "DEEPGRAM_URL",
    "ELEVENLABS_VOICE_ID",
    "HTTPS_PROXY",
    "LOG_LEVEL",
    "MODEL_NAME",
    "OPENAI_API_KEY",
    "PATH",
    "RECOGNIZERS",
    "RECORDINGS_DIR",
    "SSL_CERT_FILE",
    "VOICES",
)


@pytest.mark.parametrize("name", OF_A_DEPLOYMENT)
def test_a_deployments_setting_reaches_no_local_run(name: str) -> None:
    assert local_environment({name: "anything"}) == {}


@pytest.mark.parametrize("name", OF_THIS_MACHINE)
def test_what_a_local_run_needs_of_its_shell_reaches_it(name: str) -> None:
    assert local_environment({name: "anything"}) == {name: "anything"}
