"""The files for Fly: keys that Fly knows, and what keeps callers connected."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.test_compose import SETTINGS
from voice_gateway.exchange import _HAND_OVER_S

FLY = Path(__file__).parents[2] / "deploy/fly"
APPS: dict[str, dict[str, Any]] = {file.stem: tomllib.loads(file.read_text()) for file in sorted(FLY.glob("*.toml"))}

KNOWN = {
    "": {"app", "primary_region", "kill_signal", "kill_timeout"}
    | {"build", "deploy", "env", "files", "http_service", "checks", "metrics", "vm", "mounts", "experimental"},
    "build": {"dockerfile", "build-target", "args", "image"},
    "deploy": {"strategy", "max_unavailable", "wait_timeout", "release_command"},
    "files": {"guest_path", "local_path"},
    "http_service": {"internal_port", "force_https", "auto_stop_machines", "auto_start_machines"}
    | {"min_machines_running", "concurrency", "checks"},
    "http_service.concurrency": {"type", "soft_limit", "hard_limit"},
    "http_service.checks": {"method", "path", "interval", "timeout", "grace_period"},
    "checks.*": {"type", "port", "method", "path", "interval", "timeout", "grace_period"},
    "metrics": {"port", "path"},
    "vm": {"size", "memory"},
    "mounts": {"source", "destination", "initial_size"},
    "experimental": {"cmd"},
}
"""Of Fly's reference of fly.toml, what we use."""
_FREE = ("env", "build.args")


def unknown(table: dict[str, Any], path: str = "") -> list[str]:
    known = KNOWN[path]
    found = [f"{path}.{key}" for key in table if key not in known]
    for key, value in table.items():
        below = f"{path}.{key}".strip(".")
        if below in _FREE or f"{path}.{key}" in found:
            continue
        if below == "checks":
            found += [one for check in value.values() for one in unknown(check, "checks.*")]
        elif isinstance(value, dict):
            found += unknown(value, below)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            found += [one for entry in value for one in unknown(entry, below)]
    return found


@pytest.mark.parametrize("app", APPS)
def test_every_key_is_one_that_fly_knows(app: str) -> None:
    assert unknown(APPS[app]) == []


def test_a_key_that_fly_does_not_know_would_be_seen() -> None:
    assert unknown({"app": "x", "http_service": {"min_machines": 2}}) == ["http_service.min_machines"]


def test_only_the_gateway_can_be_reached_and_it_is_always_there_twice() -> None:
    assert [app for app, spec in APPS.items() if "http_service" in spec or "services" in spec] == ["voice-gateway"]
    service = APPS["voice-gateway"]["http_service"]
    assert service["auto_stop_machines"] == "off"
    assert service["min_machines_running"] >= 2
    assert service["concurrency"]["type"] == "connections"
    assert service["concurrency"]["soft_limit"] < service["concurrency"]["hard_limit"]


@pytest.mark.parametrize("app", SETTINGS)
def test_a_deploy_replaces_machines_one_by_one_and_asks_them_to_stop(app: str) -> None:
    spec = APPS[app]
    assert spec["kill_signal"] == "SIGTERM"
    assert (spec["deploy"]["strategy"], spec["deploy"]["max_unavailable"]) == ("rolling", 1)
    assert spec["build"]["args"]["SERVICE"] == app


def test_a_gateway_is_given_longer_to_stop_than_it_drains() -> None:
    gateway = APPS["voice-gateway"]
    assert float(gateway["env"]["DRAIN_S"]) + _HAND_OVER_S < gateway["kill_timeout"] <= 300


def test_migrations_run_before_a_worker_is_replaced() -> None:
    assert APPS["post-call-worker"]["deploy"]["release_command"] == "migrate"


@pytest.mark.parametrize("app", SETTINGS)
def test_what_a_file_sets_is_a_setting_and_no_secret(app: str) -> None:
    fields = SETTINGS[app].model_fields
    for name, value in APPS[app]["env"].items():
        assert name.lower() in fields
        assert "@" not in value


@pytest.mark.parametrize("app", APPS)
def test_files_that_are_named_exist(app: str) -> None:
    assert all((FLY / entry["local_path"]).is_file() for entry in APPS[app].get("files", []))
