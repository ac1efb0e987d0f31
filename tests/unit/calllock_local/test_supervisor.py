"""Shell. Starting, watching and stopping processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from calllock.runtime.clock import SystemClock
from calllock_local import supervisor as supervisor_module
from calllock_local.child_process import StartError
from calllock_local.local_server import LocalServer
from calllock_local.ports import free_port
from calllock_local.processes import Part
from calllock_local.supervisor import Supervisor, readiness

FAKE_SERVICE = """
import http.server, json, os, signal, sys

class Answer(http.server.BaseHTTPRequestHandler):
    asked = 0
    def do_GET(self):
        Answer.asked += 1
        ready = Answer.asked > int(os.environ.get("READY_AFTER", "0"))
        self.send_response(200 if ready else 503)
        self.end_headers()
        self.wfile.write(json.dumps({"reasons": {} if ready else {"bus": "not connected"}}).encode())
    def log_message(self, *args):
        pass

if "STUBBORN" in os.environ:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if "FAILS" in os.environ:
    sys.exit("NATS_URL: missing")
http.server.HTTPServer(("127.0.0.1", int(os.environ["HTTP_PORT"])), Answer).serve_forever()
"""


class SlowClock(SystemClock):
    """Moves only when somebody waits."""

    def __init__(self) -> None:
        self.at = 0.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    (tmp_path / "fake_service.py").write_text(FAKE_SERVICE)
    supervisor = Supervisor(tmp_path / "logs", {"PYTHONPATH": str(tmp_path)})
    yield supervisor
    supervisor.stop()


def _part(name: str = "fake", **env: str) -> Part:
    port = free_port()
    return Part(name, ("fake_service",), port, {"HTTP_PORT": str(port), **env})


def _wait(supervisor: Supervisor, *parts: Part, limit_s: float = 20) -> list[str]:
    ready: list[str] = []
    supervisor.wait_until_ready(parts, lambda part: ready.append(part.name), limit_s)
    return ready


def test_a_part_is_ready_when_it_says_so(supervisor: Supervisor) -> None:
    part = _part(READY_AFTER="2")
    supervisor.start(part)
    _wait(supervisor, part)
    assert readiness(part.port) == "ready"


def test_a_part_that_ends_while_starting_is_named_with_its_log(supervisor: Supervisor) -> None:
    part = _part(FAILS="1")
    supervisor.start(part)
    with pytest.raises(StartError, match=r"fake: ended with exit code 1 while starting(?s:.*)NATS_URL: missing"):
        _wait(supervisor, part)


def test_a_part_that_ends_is_named_while_others_are_still_waited_for(supervisor: Supervisor) -> None:
    slow, broken = _part("slow", READY_AFTER="1000"), _part("broken", FAILS="1")
    for part in (slow, broken):
        supervisor.start(part)
    with pytest.raises(StartError, match="broken: ended with exit code 1"):
        _wait(supervisor, slow, broken)


def test_parts_are_reported_as_they_get_ready(supervisor: Supervisor) -> None:
    slow, quick = _part("slow", READY_AFTER="20"), _part("quick")
    for part in (slow, quick):
        supervisor.start(part)
    assert _wait(supervisor, slow, quick) == ["quick", "slow"]


def test_a_part_that_does_not_get_ready_is_named_with_its_reasons(supervisor: Supervisor) -> None:
    part = _part(READY_AFTER="1000")
    supervisor.start(part)
    with pytest.raises(StartError, match=r"fake: not ready after 2 s .*'bus': 'not connected'"):
        _wait(supervisor, part, limit_s=2)


def test_a_part_that_dies_later_is_named(supervisor: Supervisor) -> None:
    first, second = _part("first"), _part("second")
    for part in (first, second):
        supervisor.start(part)
        _wait(supervisor, part)
    os.kill(supervisor.pids["second"], signal.SIGKILL)
    with pytest.raises(StartError, match=r"second: has died \(exit code -9\)"):
        supervisor.watch([])


def test_a_replica_that_dies_is_started_again_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fake_service.py").write_text(FAKE_SERVICE)
    monkeypatch.setattr(supervisor_module, "_LOOKS_EVERY_S", 0.01)
    pids: list[int] = []

    def restarted(part: Part) -> None:
        pids.append(watched.pids[part.name])
        _wait(watched, part)
        os.kill(pids[-1], signal.SIGKILL)

    watched = Supervisor(tmp_path / "logs", {"PYTHONPATH": str(tmp_path)}, on_restart=restarted)
    part = replace(_part("brain-2"), has_replicas=True)
    try:
        pids.append(watched.start(part).pid)
        _wait(watched, part)
        os.kill(pids[0], signal.SIGKILL)
        with pytest.raises(StartError, match=r"brain-2: has died \(exit code -9\)"):
            watched.watch([])
    finally:
        watched.stop()
    assert len({*pids}) == 4


def test_all_are_asked_to_stop_and_who_does_not_want_to_is_killed(supervisor: Supervisor) -> None:
    parts = [_part("willing"), _part("stubborn", STUBBORN="1")]
    children = [supervisor.start(part) for part in parts]
    _wait(supervisor, *parts)

    supervisor.stop()

    assert [child.exit_code() for child in children] == [-signal.SIGTERM, -signal.SIGKILL]


def test_ctrl_c_takes_less_than_five_seconds_when_nothing_at_all_wants_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, killed = SlowClock(), []

    class Stubborn:
        def __init__(self, name: str, *_: object) -> None:
            self.name, self.child, self.is_started = name, self, True

        def ask_to_stop(self) -> None:
            pass

        def wait(self, limit_s: float) -> None:
            clock.at += limit_s

        def kill(self) -> None:
            killed.append(self.name)

    monkeypatch.setattr(supervisor_module, "ChildProcess", Stubborn)
    stubborn = Supervisor(tmp_path, {}, clock)
    for name in ("gateway", "brain", "worker"):
        stubborn.start(_part(name))

    stubborn.stop((cast(LocalServer, Stubborn("nats")), cast(LocalServer, Stubborn("postgres"))))

    assert killed == ["gateway", "brain", "worker", "nats", "postgres"]
    assert clock.at < 5.0


def test_a_task_that_fails_or_hangs_is_named(supervisor: Supervisor) -> None:
    with pytest.raises(StartError, match=r"migration: ended with exit code 1(?s:.*)NATS_URL: missing"):
        supervisor.run_to_end("migration", ("fake_service",), {"FAILS": "1"}, limit_s=20)
    with pytest.raises(StartError, match="migration: not done after 1 s"):
        supervisor.run_to_end("migration", ("fake_service",), {"HTTP_PORT": str(free_port())}, limit_s=1)
