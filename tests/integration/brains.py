"""Shell. Real brain processes and a real (stand-in) backend over HTTP, for tests of ownership."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.backend_standin import backend_app
from calllock_local.child_process import ChildProcess, Command
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port
from calllock_local.workspace import BUSINESSES
from tests.integration.serving import serving, wait_until_ready

API_KEY = "key-for-tests"


@dataclass(frozen=True, slots=True)
class Brain:
    """One running dialog-brain process."""

    process: ChildProcess
    url: str

    def calls(self) -> int:
        """How many calls it owns."""
        return int(httpx.get(f"{self.url}/healthz", timeout=5).json()["calls"])


@dataclass(frozen=True, slots=True)
class BackendUrl:
    """The running stand-in of the backend."""

    url: str

    def requests(self, tool: str) -> list[dict[str, Any]]:
        """What was asked of one tool."""
        answer = httpx.get(f"{self.url}/standin/requests", headers={"X-API-Key": API_KEY}, timeout=5).json()
        return [request for request in answer if request["tool"] == tool]


@contextmanager
def running_backend() -> Iterator[BackendUrl]:
    """The backend's stand-in, served over HTTP."""
    app = backend_app(load_profiles(BUSINESSES), API_KEY, SystemClock())
    with serving(uvicorn.Config(app, host=LOOPBACK, port=free_port(), log_level="error")) as url:
        yield BackendUrl(url)


@contextmanager
def running_brains(count: int, nats_url: str, backend: BackendUrl, folder: Path) -> Iterator[list[Brain]]:
    """`count` processes of `python -m dialog_brain`, ready."""
    with ExitStack() as stack:
        brains = []
        for number in range(count):
            port = free_port()
            env = {
                **os.environ,
                "NATS_URL": nats_url,
                "BUSINESSES_DIR": str(BUSINESSES),
                "BACKEND_URL": backend.url,
                "BACKEND_API_KEY": API_KEY,
                "HTTP_PORT": str(port),
            }
            command = Command([sys.executable, "-m", "dialog_brain"], env)
            process = ChildProcess(f"brain {number}", command, folder / f"brain-{number}.log")
            stack.callback(process.kill)
            brains.append(Brain(process, f"http://{LOOPBACK}:{port}"))
        for brain in brains:
            wait_until_ready(f"{brain.url}/readyz")
        yield brains
