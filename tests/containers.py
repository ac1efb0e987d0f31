"""Shell. The servers of the tests as containers, of the images that deploy/docker-compose.yml runs: `--servers=docker`.

Tests that stop and kill a server themselves keep the embedded one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

DEPLOY = Path(__file__).parents[1] / "deploy"
_PASSWORD = "only-for-tests"
_STARTS_WITHIN_S = 60


def _image(service: str) -> str:
    composed: dict[str, Any] = yaml.safe_load((DEPLOY / "docker-compose.yml").read_text(encoding="utf-8"))
    return str(composed["services"][service]["image"])


@contextmanager
def nats_container() -> Iterator[str]:
    """The URL of an empty NATS with JetStream, with our own configuration file."""
    container = (
        DockerContainer(_image("nats"))
        .with_command("-c /etc/nats/nats.conf")
        .with_env("NATS_PASSWORD", f'"{_PASSWORD}"')
        .with_volume_mapping(str(DEPLOY / "nats"), "/etc/nats", "ro")
        .with_exposed_ports(4222)
        .waiting_for(LogMessageWaitStrategy("Server is ready").with_startup_timeout(_STARTS_WITHIN_S))
    )
    with container as started:
        host, port = started.get_container_host_ip(), started.get_exposed_port(4222)
        yield f"nats://calllock:{_PASSWORD}@{host}:{port}"


class PostgresContainer:
    """What the fixtures need of `PostgresServer`, in a container."""

    def __init__(self, container: DockerContainer) -> None:
        self._container = container

    def url(self, database: str) -> str:
        """See `PostgresServer.url`."""
        host, port = self._container.get_container_host_ip(), self._container.get_exposed_port(5432)
        return f"postgresql+asyncpg://calllock:{_PASSWORD}@{host}:{port}/{database}"

    def create_database(self, name: str, *, template: str = "template0") -> None:
        """See `PostgresServer.create_database`."""
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')

    def drop_database(self, name: str) -> None:
        """See `PostgresServer.drop_database`."""
        self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, sql: str) -> None:
        code, output = self._container.exec(["psql", "-h", "127.0.0.1", "-U", "calllock", "-d", "postgres", "-c", sql])
        if code:
            raise RuntimeError(f"psql: {output.decode(errors='replace')}")


@contextmanager
def postgres_container() -> Iterator[PostgresContainer]:
    """A Postgres with nothing in it."""
    container = (
        DockerContainer(_image("postgres"))
        .with_env("POSTGRES_USER", "calllock")
        .with_env("POSTGRES_DB", "calllock")
        .with_env("POSTGRES_PASSWORD", _PASSWORD)
        .with_env("PGPASSWORD", _PASSWORD)
        .with_exposed_ports(5432)
        .waiting_for(LogMessageWaitStrategy("listening on IPv4 address").with_startup_timeout(_STARTS_WITHIN_S))
    )
    with container as started:
        yield PostgresContainer(started)
