"""Pure. The processes of a local run beside its servers: what each is called, runs and is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from calllock_local.loopback import LOOPBACK, local_url

BACKEND = "backend-standin"
DASHBOARD = "dashboard-standin"
GATEWAY = "voice-gateway"
FRONT_DOOR = "front-door"
BRAIN = "dialog-brain"
WORKER = "post-call-worker"

USUAL_PORTS: Mapping[str, int] = {
    "nats": 14222,
    "postgres": 15432,
    GATEWAY: 8080,
    BRAIN: 8082,
    WORKER: 8084,
    BACKEND: 8086,
    DASHBOARD: 8088,
}
"""Taken when free; further replicas take any."""


@dataclass(frozen=True, slots=True)
class Part:
    """One process. It answers `GET /readyz` on its port with 200 once it can serve."""

    name: str
    module: tuple[str, ...]
    """What follows `python -m`."""
    port: int
    env: Mapping[str, str] = field(compare=False)
    has_replicas: bool = False
    """Others do the same, so that it may die and be started again."""

    @property
    def url(self) -> str:
        return local_url(self.port)


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the parts have to know of each other."""

    ports: Mapping[str, int]
    """By part's name; replicas are `dialog-brain`, `dialog-brain-2` and so on. A front door stands before gateways."""
    nats_url: str
    database_url: str
    api_key: str
    webhook_secret: str
    businesses_dir: Path
    cache_dir: Path
    received_file: Path
    twilio_auth_token: str = ""
    """What the gateways check signatures with; empty: they do not."""

    @property
    def phone_url(self) -> str:
        """Where Twilio reaches the gateways."""
        return local_url(self.ports[FRONT_DOOR if FRONT_DOOR in self.ports else GATEWAY])


def replicas(name: str, count: int) -> list[str]:
    """The names of so many replicas."""
    return [name] + [f"{name}-{number}" for number in range(2, count + 1)]


def ports_kept_as(brains: int, gateways: int) -> dict[str, str]:
    """By each part's name, the one that its port is kept under from run to run: what Twilio reaches stays where it is,
    be it the gateway or the door before several."""
    parts = [*USUAL_PORTS, *replicas(BRAIN, brains)[1:], *replicas(GATEWAY, gateways)[1:]]
    kept_as = {part: part for part in parts}
    return kept_as if gateways == 1 else {**kept_as, FRONT_DOOR: GATEWAY, GATEWAY: f"{GATEWAY}-1"}


def standins(wiring: Wiring) -> list[Part]:
    """What the services need to be there."""
    backend = {"BACKEND_API_KEY": wiring.api_key}
    dashboard = {"DASHBOARD_WEBHOOK_SECRET": wiring.webhook_secret, "RECEIVED_FILE": str(wiring.received_file)}
    return [
        _part(BACKEND, ("calllock_local", "stand-in", "backend"), wiring, backend),
        _part(DASHBOARD, ("calllock_local", "stand-in", "dashboard"), wiring, dashboard),
    ]


def talking_services(wiring: Wiring) -> list[Part]:
    """The services that need no database."""
    gateway = {"PUBLIC_URL": wiring.phone_url, "CACHE_DIR": str(wiring.cache_dir / GATEWAY)}
    if wiring.twilio_auth_token:
        gateway["TWILIO_AUTH_TOKEN"] = wiring.twilio_auth_token
    brain = {"BACKEND_URL": local_url(wiring.ports[BACKEND]), "BACKEND_API_KEY": wiring.api_key}
    gateways, brains = _replicas(wiring, GATEWAY), _replicas(wiring, BRAIN)
    return [
        *_front_door(wiring, gateways),
        *_alike(gateways, ("voice_gateway",), wiring, gateway),
        *_alike(brains, ("dialog_brain",), wiring, brain),
    ]


def _replicas(wiring: Wiring, name: str) -> list[str]:
    return [each for each in wiring.ports if each.startswith(name)]


def _front_door(wiring: Wiring, gateways: list[str]) -> list[Part]:
    if FRONT_DOOR not in wiring.ports:
        return []
    ports = {"GATEWAY_PORTS": str([wiring.ports[name] for name in gateways])}
    return [_part(FRONT_DOOR, ("calllock_local", "stand-in", FRONT_DOOR), wiring, ports)]


def worker(wiring: Wiring) -> Part:
    """The service that needs a migrated database."""
    return _part(WORKER, ("post_call_worker",), wiring, worker_env(wiring))


def worker_env(wiring: Wiring) -> dict[str, str]:
    """The worker's own settings; its migration reads them too."""
    return {
        "DATABASE_URL": wiring.database_url,
        "DASHBOARD_WEBHOOK_URL": f"{local_url(wiring.ports[DASHBOARD])}/api/webhook/jobs",
        "DASHBOARD_WEBHOOK_SECRET": wiring.webhook_secret,
        "CONSOLE_TALK": "true",
        "GATEWAY_URL": wiring.phone_url,
        **({"TWILIO_AUTH_TOKEN": wiring.twilio_auth_token} if wiring.twilio_auth_token else {}),
    }


def _alike(names: list[str], module: tuple[str, ...], wiring: Wiring, env: Mapping[str, str]) -> list[Part]:
    return [replace(_part(name, module, wiring, env), has_replicas=len(names) > 1) for name in names]


def _part(name: str, module: tuple[str, ...], wiring: Wiring, env: Mapping[str, str]) -> Part:
    port = wiring.ports[name]
    common = {
        "HTTP_HOST": LOOPBACK,
        "HTTP_PORT": str(port),
        "NATS_URL": wiring.nats_url,
        "BUSINESSES_DIR": str(wiring.businesses_dir),
    }
    return Part(name, module, port, {**common, **env})
