"""Adapter. What the servers of a local run have in common: they start, are waited for, and stop."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from calllock.runtime.clock import SystemClock
from calllock_local.child_process import ChildProcess, Command
from calllock_local.ports import free_port

_LOOKS_EVERY_S = 0.02


class LocalServer(ABC):
    """One server on loopback. It can be stopped, or killed, and started again on the same port and data."""

    name: ClassVar[str]
    ready_within_s: ClassVar[float]

    def __init__(self, folder: Path, port: int) -> None:
        """`folder` keeps data and log; `port` 0 takes a free one."""
        self.folder = folder
        self.port = port or free_port()
        self._child: ChildProcess | None = None

    @abstractmethod
    def prepare(self) -> Command:
        """Writes to the folder what the server needs, and says how it is run."""

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether the child serves already."""

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    @property
    def child(self) -> ChildProcess:
        """The running process."""
        if self._child is None:
            raise RuntimeError(f"{self.name}: not started")
        return self._child

    @property
    def is_started(self) -> bool:
        """Whether there is, or was, a process."""
        return self._child is not None

    def start(self) -> None:
        """Returns when it serves; raises `StartError` when it does not within its time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._child = ChildProcess(self.name, self.prepare(), self.log)
        try:
            self._wait_until_ready()
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """Ends it in an orderly way; nothing happens when it does not run."""
        if self._child is not None:
            self._child.stop()

    def kill(self) -> None:
        """Ends it as a power failure would."""
        self.child.kill()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _wait_until_ready(self) -> None:
        clock = SystemClock()
        deadline = clock.monotonic() + self.ready_within_s
        while clock.monotonic() < deadline:
            if self.child.wait(_LOOKS_EVERY_S) is not None:
                ended = f"ended with exit code {self.child.exit_code()}"
                raise self.child.failure(f"{ended} instead of serving port {self.port}")
            if self.is_ready():
                return
        raise self.child.failure(f"not ready on port {self.port} after {self.ready_within_s:.0f} s")
