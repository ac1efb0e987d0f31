"""Adapter. The folder of a local run: its lock, ports, secrets, logs, and the file that tells others where it is."""

from __future__ import annotations

import fcntl
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from calllock_local.child_process import StartError
from calllock_local.ports import free_port


class Running(BaseModel):
    """A local run, as other commands find it."""

    model_config = ConfigDict(frozen=True)

    pid: int
    gateway_url: str
    worker_url: str
    dashboard_url: str
    backend_url: str
    backend_api_key: str
    twilio_auth_token: str = ""
    """What callers sign their requests with; empty: nobody checks."""
    nats_url: str
    database_url: str
    pids: dict[str, int]
    """By part's name."""


def output_folder(folder: Path) -> Path:
    """`folder`, made if need be, before anything is done whose outcome it is to hold; raises `StartError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StartError(f"cannot write to {folder}: {error.strerror}; name another folder with --out") from None
    return folder


class StateFolder:
    """Everything that a local run leaves on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()
        self.logs = self.root / "logs"
        self.received_file = self.root / "dashboard-received.jsonl"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Only one run at a time; raises `StartError` when there is another. The lock ends with the process."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / "lock").open("w")
        except OSError as error:
            raise StartError(
                f"cannot use {error.filename}: {error.strerror}; CALLLOCK_STATE names another folder"
            ) from None
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise StartError(f"another `calllock up` is using {self.root}; stop it first") from None
            try:
                yield
            finally:
                self._running_file.unlink(missing_ok=True)

    def ports(self, wanted: Mapping[str, int]) -> dict[str, int]:
        """A free port for each name: that of the last run, else the wanted one, else any."""
        last = self._read("ports.json")
        chosen: dict[str, int] = {}
        for name, preferred in wanted.items():
            port = free_port(int(last.get(name, preferred)))
            while port in chosen.values():
                port = free_port()
            chosen[name] = port
        self._write("ports.json", chosen)
        return chosen

    def secret(self, name: str) -> str:
        """The generated secret of that name; the same in every run."""
        kept = self._read("secrets.json")
        if name not in kept:
            kept[name] = secrets.token_urlsafe(24)
            self._write("secrets.json", kept)
        return str(kept[name])

    def announce(self, running: Running) -> None:
        """Let other commands find this run."""
        self._write(self._running_file.name, running.model_dump())

    def running(self) -> Running:
        """The run that is going on here; raises `StartError` when there is none."""
        try:
            return Running.model_validate(self._read(self._running_file.name))
        except ValidationError:
            raise StartError(f"nothing is running in {self.root}; start it with `calllock up`") from None

    @property
    def _running_file(self) -> Path:
        return self.root / "running.json"

    def _read(self, name: str) -> dict[str, Any]:
        file = self.root / name
        try:
            return dict(json.loads(file.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except (ValueError, TypeError):
            raise StartError(f"{file} is damaged; delete it and start again") from None

    def _write(self, name: str, content: Mapping[str, Any]) -> None:
        """At once or not at all, readable by the owner alone: it may hold secrets."""
        draft = self.root / f".{name}.draft"
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        draft.replace(self.root / name)
