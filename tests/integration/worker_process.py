"""Shell. The worker as a process of its own, for tests."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.integration.serving import wait_until_ready

BUSINESSES = Path(__file__).parents[2] / "deploy/businesses"
LOOPBACK = "127.0.0.1"
SECRET = "secret-for-tests"


def worker_settings(nats_url: str, postgres_url: str, dashboard_url: str, port: int) -> dict[str, str]:
    """What it is started with."""
    return {
        "PATH": os.environ["PATH"],
        "NATS_URL": nats_url,
        "DATABASE_URL": postgres_url,
        "BUSINESSES_DIR": str(BUSINESSES),
        "DASHBOARD_WEBHOOK_URL": f"{dashboard_url}/api/webhook/jobs",
        "DASHBOARD_WEBHOOK_SECRET": SECRET,
        "HTTP_PORT": str(port),
        "LOG_FORMAT": "text",
        "RETENTION_DAYS": "36500",  # the calls of the tests are old
    }


@contextmanager
def running(settings: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process, once it is ready; killed in the end."""
    with (
        log.open("ab") as out,
        subprocess.Popen([sys.executable, "-m", "post_call_worker"], env=settings, stderr=out) as process,
    ):
        try:
            wait_until_ready(f"http://{LOOPBACK}:{settings['HTTP_PORT']}/readyz")
            yield process
        finally:
            process.kill()


def delivered(url: str) -> dict[str, Any]:
    """The call at this URL of the API, once all its deliveries have arrived."""
    pause = threading.Event()
    for _ in range(200):
        answer = httpx.get(url, timeout=5)
        if answer.status_code == httpx.codes.OK:
            found: dict[str, Any] = answer.json()
            if found["deliveries"] and all(one["status"] == "delivered" for one in found["deliveries"]):
                return found
        pause.wait(0.05)
    raise AssertionError(f"not delivered: {answer.text}")
