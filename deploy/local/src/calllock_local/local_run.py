"""Shell. CallLock on one machine: servers, stand-ins and services, started together and stopped together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from calllock.contracts.business import ProfileError
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local import processes
from calllock_local.child_process import StartError
from calllock_local.loopback import local_url
from calllock_local.nats_server import NatsServer
from calllock_local.postgres_server import PostgresServer
from calllock_local.processes import Part, Wiring
from calllock_local.state_folder import Running, StateFolder
from calllock_local.supervisor import Supervisor

_DATABASE = "calllock"
_MIGRATES_WITHIN_S = 60.0
_READY_WITHIN_S = 120.0
"""The gateway loads its speech engines and renders its fixed lines first; a cold cache makes that slow."""
Report = Callable[[str], None]
"""Takes one line of progress for people."""


@dataclass(frozen=True, slots=True)
class LocalRun:
    """A run that is ready to take calls."""

    running: Running
    check: Callable[[], None]
    """Raises `StartError` naming a part that has died."""
    watch: Callable[[], None]
    """Returns never; starts dead replicas again, and raises `StartError` naming the first part that dies for good."""


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What to start, and where."""

    folder: StateFolder
    businesses_dir: Path
    cache_dir: Path
    environment: Mapping[str, str]
    brains: int = 1
    gateways: int = 1
    """More than one stand behind a front door, and check signatures: what one signs, another must be able to check."""
    usual_ports: bool = False
    """Whether to take `USUAL_PORTS` where they are free; not for runs that may begin at the same moment as others."""


@contextmanager
def local_run(plan: RunPlan, report: Report) -> Iterator[LocalRun]:
    """Starts everything, and stops everything at the end; raises `StartError` naming the part that fails."""
    clock = SystemClock()
    began = clock.monotonic()
    with ExitStack() as stack:
        stack.enter_context(plan.folder.locked())
        _check_businesses(plan.businesses_dir)
        ports = _ports(plan)
        nats = NatsServer(plan.folder.root / "nats", port=ports["nats"])
        postgres = PostgresServer(plan.folder.root / "postgres", port=ports["postgres"])
        wiring = _wire(plan, ports, nats.url, postgres.url(_DATABASE))
        supervisor = Supervisor(
            plan.folder.logs,
            plan.environment,
            on_restart=lambda part: report(f"  {part.name} has died; started again, pid {supervisor.pids[part.name]}"),
        )
        stack.callback(supervisor.stop, (nats, postgres))

        nats.start()
        report(_status("nats", nats.url, nats.child.pid))
        started = [*processes.standins(wiring), *processes.talking_services(wiring)]
        for part in started:
            supervisor.start(part)
        postgres.start()
        report(_status("postgres", postgres.url(_DATABASE), postgres.child.pid))
        started.append(_start_worker(supervisor, postgres, wiring))
        supervisor.wait_until_ready(
            started,
            lambda part: report(_status(part.name, part.url, supervisor.pids[part.name])),
            _READY_WITHIN_S,
        )

        running = _describe(wiring, {"nats": nats.child.pid, "postgres": postgres.child.pid, **supervisor.pids})
        plan.folder.announce(running)
        report(f"ready after {clock.monotonic() - began:.1f} s; data and logs are in {_near(plan.folder.root)}")
        servers = (nats, postgres)
        yield LocalRun(running, lambda: supervisor.check(servers), lambda: supervisor.watch(servers))


def _ports(plan: RunPlan) -> dict[str, int]:
    """By part's name."""
    kept_as = processes.ports_kept_as(plan.brains, plan.gateways)
    usual = processes.USUAL_PORTS if plan.usual_ports else {}
    ports = plan.folder.ports({name: usual.get(name, 0) for name in kept_as.values()})
    return {part: ports[name] for part, name in kept_as.items()}


def _check_businesses(folder: Path) -> None:
    """Told once and here, not by the first of the parts that read them."""
    try:
        load_profiles(folder)
    except ProfileError as error:
        raise StartError(f"BUSINESSES_DIR: {error}") from None


def _wire(plan: RunPlan, ports: Mapping[str, int], nats_url: str, database_url: str) -> Wiring:
    return Wiring(
        ports=ports,
        nats_url=nats_url,
        database_url=database_url,
        api_key=plan.folder.secret("backend_api_key"),
        webhook_secret=plan.folder.secret("dashboard_webhook_secret"),
        businesses_dir=plan.businesses_dir.absolute(),
        cache_dir=plan.cache_dir.absolute(),
        received_file=plan.folder.received_file,
        twilio_auth_token=plan.folder.secret("twilio_auth_token") if plan.gateways > 1 else "",
    )


def _start_worker(supervisor: Supervisor, postgres: PostgresServer, wiring: Wiring) -> Part:
    if not postgres.has_database(_DATABASE):
        postgres.create_database(_DATABASE)
    worker = processes.worker(wiring)
    supervisor.run_to_end("migration", (*worker.module, "migrate"), worker.env, _MIGRATES_WITHIN_S)
    supervisor.start(worker)
    return worker


def _describe(wiring: Wiring, pids: dict[str, int]) -> Running:
    return Running(
        pid=os.getpid(),
        gateway_url=wiring.phone_url,
        worker_url=local_url(wiring.ports[processes.WORKER]),
        dashboard_url=local_url(wiring.ports[processes.DASHBOARD]),
        backend_url=local_url(wiring.ports[processes.BACKEND]),
        backend_api_key=wiring.api_key,
        twilio_auth_token=wiring.twilio_auth_token,
        nats_url=wiring.nats_url,
        database_url=wiring.database_url,
        pids=pids,
    )


def _status(name: str, url: str, pid: int) -> str:
    return f"  {name:<18} ready  pid {pid:<8} {url}"


def _near(folder: Path) -> Path:
    """As it is written from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
