"""Shell. The worker as a process: real NATS, real Postgres, a dashboard over HTTP."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import uvicorn

from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.ports import free_port
from calllock_local.received_webhooks import ReceivedWebhooks
from tests.integration.serving import serving
from tests.integration.worker_process import LOOPBACK, SECRET, delivered, running, worker_settings
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call

STOP_LIMIT_S = 20.0


def ran(*command: str, settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """The worker, or one of its commands, once it has ended."""
    return subprocess.run(
        [sys.executable, "-m", "post_call_worker", *command],
        env=dict(settings),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


async def test_a_call_on_nats_is_recorded_delivered_and_shown_and_sigterm_ends_cleanly(
    nats_url: str, postgres_url: str, tmp_path: Path
) -> None:
    port = free_port()
    received = ReceivedWebhooks(None)
    app = dashboard_app([PROFILE.dashboard.user_email], SECRET, received, SystemClock())
    with serving(uvicorn.Config(app, host=LOOPBACK, port=free_port(), log_level="error")) as dashboard_url:
        settings = worker_settings(nats_url, postgres_url, dashboard_url, port)
        with running(settings, tmp_path / "log") as process:
            bus = await connect_nats(nats_url, name="test")
            for message in booked_call().messages:
                await bus.publish(message)
            await bus.close()
            found = delivered(f"http://{LOOPBACK}:{port}/api/calls/CA0001")
            process.send_signal(signal.SIGTERM)
            assert process.wait(STOP_LIMIT_S) == 0
    assert found["record"]["disposition"] == "booked"
    assert sorted(one.kind for one in received.of_call()) == ["calls", "jobs"]
    log = (tmp_path / "log").read_text()
    assert "call.stored" in log
    for private in ("Jonas", "Lamar", "5125550142", SECRET, "stopped cooling"):
        assert private not in log


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("NATS_URL", None, "NATS_URL"),
        ("DASHBOARD_WEBHOOK_SECRET", None, "DASHBOARD_WEBHOOK_SECRET"),
        ("DASHBOARD_WEBHOOK_SECRET", " , ", "DASHBOARD_WEBHOOK_SECRET"),
        ("DASHBOARD_WEBHOOK_URL", "", "DASHBOARD_WEBHOOK_URL"),
        ("DASHBOARD_WEBHOOK_URL", "http://h:99999/api/webhook/jobs", "DASHBOARD_WEBHOOK_URL: must be like"),
        ("DASHBOARD_ALERTS_URL", "http://ho st/", "DASHBOARD_ALERTS_URL: must be like"),
        ("GATEWAY_URL", "http://h:abc", "GATEWAY_URL: must be like"),
        ("WORKER_PUBLIC_URL", "phone.example.com", "WORKER_PUBLIC_URL: must be like"),
        ("HTTP_HOST", "0.0.0.0", "WORKER_API_TOKEN"),
        ("DATABASE_URL", "mysql://user:hidden@host/db", "DATABASE_URL"),
        ("DATABASE_URL", "postgresql+asyncpg://user:hidden@host:port/db", "DATABASE_URL: must be like"),
        ("DATABASE_URL", "postgresql+asyncpg://user:hidden@host/db?sslmode=require", "write ?ssl=require in its place"),
        ("RETENTION_DAYS", "1000000", "RETENTION_DAYS: Input should be less than or equal to 36500"),
    ],
)
def test_a_missing_or_wrong_setting_stops_the_start_by_name(name: str, value: str | None, complaint: str) -> None:
    settings = worker_settings("nats://127.0.0.1:1", "postgresql+asyncpg://x@127.0.0.1:1/x", "http://127.0.0.1:1", 0)
    settings.pop(name, None)
    if value is not None:
        settings[name] = value
    done = ran(settings=settings)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
    assert "hidden" not in done.stderr


@pytest.mark.parametrize(
    ("command", "database", "reason"),
    [
        (["migrate"], "nowhere", 'the database at DATABASE_URL says: database "nowhere" does not exist'),
        (["account", "owner@ace.example"], "nowhere", 'DATABASE_URL says: database "nowhere" does not exist'),
        (["account", "owner@ace.example"], "postgres", "schema is at None, needs"),
    ],
)
def test_a_database_that_a_command_cannot_use_is_told_in_one_line(
    postgres_url: str, command: list[str], database: str, reason: str
) -> None:
    settings = worker_settings("nats://127.0.0.1:1", f"{postgres_url.rpartition('/')[0]}/{database}", "http://x", 0)
    done = ran(*command, settings={**settings, "CONSOLE_PASSWORD": "a password that is long"})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("post-call-worker: cannot start: ")
    assert reason in line


_NO_DATABASE = "no database answers at 127.0.0.1:1: ConnectionRefusedError; see that it runs there"
_AWAY = "postgresql+asyncpg://x:hidden@127.0.0.1:1/x"


@pytest.mark.parametrize(
    ("settings", "code", "reason"),
    [
        ({"DATABASE_URL": _AWAY}, 1, f"DATABASE_URL: {_NO_DATABASE}"),
        ({"DATABASE_URL": "x", "MIGRATION_DATABASE_URL": _AWAY}, 1, f"MIGRATION_DATABASE_URL: {_NO_DATABASE}"),
        ({"DATABASE_URL": "nonsense"}, 2, "DATABASE_URL: must begin with"),
        ({"DATABASE_URL": _AWAY, "MIGRATION_DATABASE_URL": "nonsense"}, 2, "MIGRATION_DATABASE_URL: must begin with"),
        ({"DATABASE_URL": _AWAY.replace(":1/", ":99999/")}, 2, "DATABASE_URL: must be like"),
        ({"DATABASE_URL": f"{_AWAY}?sslmode=require"}, 2, "DATABASE_URL: asyncpg takes no sslmode: write ?ssl=require"),
        ({}, 2, "DATABASE_URL: needed, but not set"),
    ],
)
def test_a_migration_that_has_no_database_names_its_setting_in_one_line(
    settings: dict[str, str], code: int, reason: str
) -> None:
    done = ran("migrate", settings=settings)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, line.startswith(f"post-call-worker: cannot start: {reason}")) == (code, True), line
    assert "hidden" not in line


def test_an_account_for_a_business_that_has_no_profile_is_refused_and_told_which_have_one(postgres_url: str) -> None:
    settings = worker_settings("nats://127.0.0.1:1", postgres_url, "http://x", 0)
    command = ["account", "owner@ace.example", "--business", "ace-cooling", "--business", "ace-coling"]
    done = ran(*command, settings={**settings, "CONSOLE_PASSWORD": "a password that is long"})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("--business ace-coling: there are ace-cooling, harbor-plumbing\n")
