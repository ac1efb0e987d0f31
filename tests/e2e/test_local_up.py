"""Shell. `calllock up` as a user starts and stops it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from calllock_local.loopback import LOOPBACK
from calllock_local.processes import USUAL_PORTS
from calllock_local.workspace import CACHE
from tests.folders import passable_folder

STARTS_WITHIN_S = 150
OF_A_DEPLOYMENT = {
    "BOOKING_URL": "http://127.0.0.1:9",
    "METRICS_PORT": "9464",
    "MIGRATION_DATABASE_URL": "postgresql+asyncpg://nobody@127.0.0.1:9/none",
    "TWILIO_AUTH_TOKEN": "a-token-of-a-deployment",
    "WORKER_API_TOKEN": "another-token-of-it",
}
"""What a shell may have in which somebody has just asked a deployment's doctor."""


class Up:
    """A running `calllock up`."""

    def __init__(self, state: Path) -> None:
        self.state = state
        state.mkdir()
        any_ports = dict.fromkeys(USUAL_PORTS, 0)  # somebody else may be using the usual ones
        (state / "ports.json").write_text(json.dumps(any_ports))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "calllock_local", "up", "--brains", "2"],
            env={**os.environ, **OF_A_DEPLOYMENT, "CALLLOCK_STATE": str(state), "CACHE_DIR": str(CACHE)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""

    def wait_until_ready(self) -> dict[str, Any]:
        """The content of running.json; fails with what was said when it does not come to that."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if line.startswith("ready after"):
                return dict(json.loads((self.state / "running.json").read_text()))
        raise AssertionError(f"it ended with {self.process.wait()}:\n{self.said}")

    def wait_for_line(self, begins: str) -> str:
        """The last word of the next line that begins so."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if line.strip().startswith(begins):
                return line.split()[-1]
        raise AssertionError(f"it ended with {self.process.wait()}:\n{self.said}")

    def wait_for_end(self, limit_s: float) -> int:
        """The exit code."""
        self.said += self.process.communicate(timeout=limit_s)[0]
        return self.process.returncode


@pytest.fixture
def up() -> Iterator[Up]:
    with passable_folder() as folder:
        started = Up(folder / "state")
        yield started
        if started.process.poll() is None:
            started.process.terminate()
            started.process.communicate(timeout=20)


def _open_ports(state: Path) -> list[str]:
    """The names of the parts that still listen."""
    still = []
    for name, port in json.loads((state / "ports.json").read_text()).items():
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                still.append(name)
    return still


def _sign_in(link: str, password: str) -> None:
    """As one does who follows the link that was printed."""
    with httpx.Client() as browser:
        form = browser.get(link)
        found = {name: re.search(rf'name="{name}" value="([^"]*)"', form.text) for name in ("form_token", "email")}
        values = {name: match.group(1) for name, match in found.items() if match}
        answer = browser.post(link, data={**values, "password": password}, follow_redirects=True)
        assert (answer.status_code, answer.url.path) == (200, "/inbox")


def test_everything_starts_and_ctrl_c_leaves_nothing_behind(up: Up) -> None:
    running = up.wait_until_ready()
    assert set(running["pids"]) == {
        *("nats", "postgres", "backend-standin", "dashboard-standin"),
        *("voice-gateway", "dialog-brain", "dialog-brain-2", "post-call-worker"),
    }
    assert all(name in up.said and str(pid) in up.said for name, pid in running["pids"].items())
    for url in (running["gateway_url"], running["worker_url"], running["backend_url"], running["dashboard_url"]):
        assert httpx.get(f"{url}/readyz").status_code == 200
    assert httpx.get(f"{running['worker_url']}/api/calls").status_code == 200
    assert (up.state / "running.json").stat().st_mode & 0o077 == 0
    _sign_in(up.wait_for_line("console"), up.wait_for_line("its password"))

    up.process.send_signal(signal.SIGINT)
    exit_code = up.wait_for_end(limit_s=20)

    assert (exit_code, _open_ports(up.state)) == (0, [])
    assert [name for name, pid in running["pids"].items() if Path(f"/proc/{pid}").exists()] == []
    assert not (up.state / "running.json").exists()


def test_a_brain_that_dies_beside_another_is_started_again_and_nothing_else_stops(up: Up) -> None:
    running = up.wait_until_ready()
    os.kill(running["pids"]["dialog-brain-2"], signal.SIGKILL)
    pid = int(up.wait_for_line("dialog-brain-2 has died; started again"))
    assert pid != running["pids"]["dialog-brain-2"]
    assert httpx.get(f"{running['gateway_url']}/readyz").status_code == 200
    assert up.process.poll() is None


def test_a_part_that_dies_is_named_and_the_rest_is_stopped(up: Up) -> None:
    running = up.wait_until_ready()
    os.kill(running["pids"]["post-call-worker"], signal.SIGKILL)
    assert up.wait_for_end(limit_s=20) == 1
    assert "post-call-worker: has died (exit code -9)" in up.said
    assert _open_ports(up.state) == []


def test_a_broken_business_profile_stops_the_start_by_file_and_field(tmp_path: Path) -> None:
    businesses = tmp_path / "businesses"
    businesses.mkdir()
    (businesses / "broken.yaml").write_text("id: broken\nzone: Mars/Olympus\n")
    done = subprocess.run(
        [sys.executable, "-m", "calllock_local", "up"],
        env={**os.environ, "CALLLOCK_STATE": str(tmp_path / "state"), "BUSINESSES_DIR": str(businesses)},
        capture_output=True,
        text=True,
        check=False,
        timeout=STARTS_WITHIN_S,
    )
    assert done.returncode == 1
    assert "broken.yaml: " in done.stderr
    assert "zone" in done.stderr
    assert not (tmp_path / "state" / "ports.json").exists(), "nothing was started"
