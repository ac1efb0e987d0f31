"""The files for Fly: keys that Fly knows, and what keeps callers connected."""

from __future__ import annotations

import re
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.test_compose import SETTINGS
from voice_gateway.exchange import _HAND_OVER_S

ROOT = Path(__file__).parents[2]
FLY = ROOT / "deploy/fly"
README = (FLY / "README.md").read_text()
APPS: dict[str, dict[str, Any]] = {file.stem: tomllib.loads(file.read_text()) for file in sorted(FLY.glob("*.toml"))}

_CHECK = {"interval", "timeout", "grace_period", "method", "path", "protocol"}
_CHECK |= {"tls_skip_verify", "tls_server_name", "headers"}
_OPTIONS = {"processes", "concurrency", "tls_options", "http_options", "checks", "machine_checks"}
KNOWN = {
    "": {"app", "primary_region", "kill_signal", "kill_timeout", "swap_size_mb", "console_command"}
    | {"experimental", "build", "deploy", "env", "processes", "mounts", "http_service", "services", "checks", "files"}
    | {"machine_config", "container", "machine_checks", "restart", "vm", "statics", "metrics", "host_dedication_id"},
    "build": {"builder", "args", "buildpacks", "image", "settings", "builtin", "dockerfile", "ignorefile"}
    | {"build-target"},
    "deploy": {"strategy", "max_unavailable", "wait_timeout", "release_command", "release_command_timeout"}
    | {"release_command_vm", "seed_command"},
    "files": {"guest_path", "local_path", "secret_name", "raw_value", "processes"},
    "http_service": {"internal_port", "force_https", "auto_stop_machines", "auto_start_machines"}
    | {"min_machines_running"}
    | _OPTIONS,
    "http_service.concurrency": {"type", "soft_limit", "hard_limit"},
    "http_service.checks": _CHECK,
    "checks.*": _CHECK | {"type", "port", "processes"},
    "metrics": {"port", "path", "processes"},
    "vm": {"size", "memory", "cpu_kind", "cpus", "memory_mb", "gpu_kind", "kernel_args", "processes"},
    "restart": {"policy", "retries", "processes"},
    "mounts": {"source", "destination", "initial_size", "snapshot_retention", "auto_extend_size_threshold"}
    | {"auto_extend_size_increment", "auto_extend_size_limit", "processes"},
    "experimental": {"cmd", "entrypoint", "exec", "auto_rollback", "enable_consul", "enable_etcd"}
    | {"lazy_load_images", "attached", "machine_config", "use_zstd"},
}
"""What flyctl reads: the structs of github.com/superfly/flyctl, internal/appconfig (config.go, service.go,
toplevelcheck.go), and of github.com/superfly/fly-go, as of 2026. It ignores every other key without a word."""
SIGNALS = {"SIGINT", "SIGTERM", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL", "SIGSTOP"}
LONGEST_KILL_TIMEOUT_S = 300
"""Both: fly.io/docs/reference/configuration, "Runtime options"."""
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
    assert unknown({"restart": [{"policy": "always", "max_retries": 2}]}) == ["restart.max_retries"]
    assert unknown({"checks": {"ready": {"kind": "http"}}}) == ["checks.*.kind"]


@pytest.mark.parametrize("app", APPS)
def test_values_are_of_the_kinds_that_fly_takes(app: str) -> None:
    spec = APPS[app]
    assert spec["kill_signal"] in SIGNALS
    assert 0 < spec["kill_timeout"] <= LONGEST_KILL_TIMEOUT_S
    assert all(isinstance(value, str) for value in spec.get("env", {}).values())


def test_only_the_gateway_can_be_reached_and_it_is_never_stopped() -> None:
    assert [app for app, spec in APPS.items() if "http_service" in spec or "services" in spec] == ["voice-gateway"]
    service = APPS["voice-gateway"]["http_service"]
    assert service["auto_stop_machines"] == "off"
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
    assert float(gateway["env"]["DRAIN_S"]) + _HAND_OVER_S < gateway["kill_timeout"]


def test_migrations_run_before_a_worker_is_replaced() -> None:
    assert APPS["post-call-worker"]["deploy"]["release_command"] == "migrate"


@pytest.mark.parametrize("app", SETTINGS)
def test_what_a_file_sets_is_a_setting_and_no_secret(app: str) -> None:
    fields = SETTINGS[app].model_fields
    for name, value in APPS[app]["env"].items():
        assert name.lower() in fields
        assert "@" not in value


def test_the_gateway_believes_fly_alone_about_who_asks() -> None:
    told = APPS["voice-gateway"]["env"]
    assert told["CLIENT_ADDRESS_HEADER"] == "Fly-Client-IP"
    assert all(ip_network(one).is_private for one in told["TRUSTED_PROXIES"].split(","))
    # 6PN, through which the organization's other machines would reach it, is IPv6.
    assert "HTTP_HOST" not in told


def test_the_console_is_reached_through_fly_proxy() -> None:
    told, proxied = APPS["post-call-worker"]["env"], re.search(r"fly proxy (\d+) -a calllock-post-call-worker", README)
    assert proxied
    assert told["HTTP_HOST"] == "::"
    assert told["CONSOLE_URL"] == f"http://localhost:{proxied[1]}"


@pytest.mark.parametrize("app", APPS)
def test_files_that_are_named_exist(app: str) -> None:
    # flyctl takes the Dockerfile's path from the file's own folder, that of other files from where it is run.
    assert all((ROOT / entry["local_path"]).is_file() for entry in APPS[app].get("files", []))
    if "dockerfile" in APPS[app]["build"]:
        assert (FLY / APPS[app]["build"]["dockerfile"]).is_file()


def test_every_app_is_deployed_from_the_checkout_by_its_own_file() -> None:
    deployed = re.findall(r"^ +fly deploy -c (\S+)(.*)$", README, re.MULTILINE)
    assert sorted(path for path, _ in deployed) == sorted(f"deploy/fly/{app}.toml" for app in APPS)
    # A folder as the last argument would change where the -c is looked for.
    assert all(rest.split() in ([], ["--ha=false"]) for _, rest in deployed)
