"""Shell. Starts processes, waits until they can serve, notices when one dies, and stops them all.

A replica that dies is started again, as compose does; the others carry on meanwhile.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from calllock.runtime.clock import Clock, SystemClock
from calllock_local.child_process import ChildProcess, Command
from calllock_local.local_server import LocalServer
from calllock_local.loopback import LOOPBACK
from calllock_local.processes import Part

READY = "ready"
_SERVICES_STOP_WITHIN_S = 3.5
_SERVERS_STOP_WITHIN_S = 1.2
"""Together less than the five seconds that Ctrl-C may take; Postgres loses nothing when it is killed."""
_LOOKS_EVERY_S = 0.1
_ANSWERS_WITHIN_S = 3.0
_MOST_RESTARTS = 3
"""Of one part; what dies more often would die for ever."""


class Supervisor:
    """The processes of one local run."""

    def __init__(
        self,
        logs: Path,
        environment: Mapping[str, str],
        clock: Clock | None = None,
        on_restart: Callable[[Part], None] = lambda part: None,
    ) -> None:
        """`environment` is what every process gets beside its own settings."""
        self._on_restart = on_restart
        self._parts: dict[str, Part] = {}
        self._restarts: Counter[str] = Counter()
        self._logs = logs
        self._environment = environment
        self._clock = clock or SystemClock()
        self._children: dict[str, ChildProcess] = {}
        self._pause = threading.Event()

    @property
    def pids(self) -> dict[str, int]:
        """By part's name."""
        return {name: child.pid for name, child in self._children.items()}

    def start(self, part: Part) -> ChildProcess:
        """Start one process; returns at once."""
        self._parts[part.name] = part
        self._children[part.name] = child = self._run(part.name, part.module, part.env)
        return child

    def run_to_end(self, name: str, module: tuple[str, ...], env: Mapping[str, str], limit_s: float) -> None:
        """Run something that ends by itself; raises `StartError` unless it succeeds."""
        child = self._run(name, module, env)
        exit_code = child.wait(limit_s)
        if exit_code != 0:
            child.kill()
            raise child.failure(
                f"not done after {limit_s:.0f} s" if exit_code is None else f"ended with exit code {exit_code}"
            )

    def wait_until_ready(self, parts: Iterable[Part], on_ready: Callable[[Part], None], limit_s: float) -> None:
        """Returns once all can serve; raises `StartError` when one dies first or takes longer than `limit_s`."""
        waiting = dict.fromkeys(parts, "not asked yet")
        deadline = self._clock.monotonic() + limit_s
        while waiting:
            for part in list(waiting):
                child = self._children[part.name]
                if child.exit_code() is not None:
                    raise child.failure(f"ended with exit code {child.exit_code()} while starting")
                waiting[part] = readiness(part.port)
                if waiting[part] == READY:
                    del waiting[part]
                    on_ready(part)
                elif self._clock.monotonic() > deadline:
                    raise child.failure(f"not ready after {limit_s:.0f} s ({waiting[part]})")
            self._pause.wait(_LOOKS_EVERY_S)

    def check(self, servers: Iterable[LocalServer]) -> None:
        """Raises `StartError` naming a process that has died for good, of a server or of a part."""
        parts = [child for name, child in self._children.items() if not self._may_be_restarted(name)]
        for child in [*(server.child for server in servers), *parts]:
            if child.exit_code() is not None:
                raise child.failure(f"has died (exit code {child.exit_code()})")

    def watch(self, servers: Sequence[LocalServer]) -> None:
        """Returns never; raises `StartError` naming the first process that dies for good."""
        while True:
            self._restart_replicas()
            self.check(servers)
            self._pause.wait(_LOOKS_EVERY_S)

    def _restart_replicas(self) -> None:
        for name, part in self._parts.items():
            if self._children[name].exit_code() is not None and self._may_be_restarted(name):
                self._restarts[name] += 1
                self._children[name] = self._run(name, part.module, part.env)
                self._on_restart(part)

    def _may_be_restarted(self, name: str) -> bool:
        return self._parts[name].has_replicas and self._restarts[name] < _MOST_RESTARTS

    def stop(self, servers: Iterable[LocalServer] = ()) -> None:
        """Ask the services to stop, all at once, then the servers that they use; kill what does not in time."""
        stop_together(list(self._children.values()), _SERVICES_STOP_WITHIN_S, self._clock)
        stop_together([server.child for server in servers if server.is_started], _SERVERS_STOP_WITHIN_S, self._clock)

    def _run(self, name: str, module: tuple[str, ...], env: Mapping[str, str]) -> ChildProcess:
        command = Command([sys.executable, "-m", *module], {**self._environment, **env})
        return ChildProcess(name, command, self._logs / f"{name}.log")


def stop_together(children: Sequence[ChildProcess], limit_s: float, clock: Clock) -> None:
    """Ask all to stop at once; kill what is left after `limit_s`."""
    for child in children:
        child.ask_to_stop()
    deadline = clock.monotonic() + limit_s
    for child in children:
        if child.wait(max(0.0, deadline - clock.monotonic())) is None:
            child.kill()


def readiness(port: int) -> str:
    """`READY`, or why the service on that port cannot serve yet."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=_ANSWERS_WITHIN_S)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        body = answer.read(4096).decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return f"no answer: {error.__class__.__name__}"
    finally:
        connection.close()
    if answer.status == http.client.OK:
        return READY
    try:
        return f"status {answer.status}: {json.loads(body)['reasons']}"
    except (ValueError, LookupError, TypeError):
        return f"status {answer.status}"
