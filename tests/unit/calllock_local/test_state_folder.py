"""Shell. What a local run leaves on disk."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from calllock_local.child_process import StartError
from calllock_local.loopback import LOOPBACK
from calllock_local.state_folder import Running, StateFolder

RUNNING = Running(
    pid=1,
    gateway_url="http://gateway",
    worker_url="http://worker",
    dashboard_url="http://dashboard",
    backend_url="http://backend",
    backend_api_key="key",
    nats_url="nats://nats",
    database_url="postgresql://",
    pids={"nats": 2},
)


@pytest.fixture
def folder(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path)


def test_ports_stay_the_same_from_run_to_run_while_they_are_free(folder: StateFolder) -> None:
    first = folder.ports({"nats": 0, "gateway": 0})
    assert folder.ports({"nats": 0, "gateway": 0}) == first

    with socket.create_server((LOOPBACK, first["nats"])):
        second = folder.ports({"nats": 0, "gateway": 0})
    assert second["nats"] != first["nats"]
    assert second["gateway"] == first["gateway"]


def test_two_names_never_get_the_same_port(folder: StateFolder) -> None:
    same = folder.ports({"one": 0})["one"]
    ports = folder.ports({"one": same, "two": same})
    assert ports["one"] != ports["two"]


def test_secrets_are_kept_and_differ_from_folder_to_folder(folder: StateFolder, tmp_path: Path) -> None:
    secret = folder.secret("api_key")
    assert len(secret) >= 32
    assert folder.secret("api_key") == secret
    assert folder.secret("other") != secret
    elsewhere = StateFolder(tmp_path / "elsewhere")
    with elsewhere.locked():
        assert elsewhere.secret("api_key") != secret
    assert (tmp_path / "secrets.json").stat().st_mode & 0o077 == 0


def test_a_second_run_in_the_same_folder_is_refused(folder: StateFolder) -> None:
    with (
        folder.locked(),
        pytest.raises(StartError, match="another `calllock up` is using"),
        StateFolder(folder.root).locked(),
    ):
        pass
    with folder.locked():
        pass


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartError, match=r"cannot use .*file.*: Not a directory; CALLLOCK_STATE names another folder"):
        StateFolder(tmp_path / "file/state").locked().__enter__()


def test_a_run_is_found_while_it_goes_on_and_not_after(folder: StateFolder) -> None:
    with folder.locked():
        folder.announce(RUNNING)
        assert StateFolder(folder.root).running() == RUNNING
    with pytest.raises(StartError, match="nothing is running"):
        folder.running()


@pytest.mark.parametrize("content", ["{", "7", "[1]"])
def test_a_damaged_file_is_named(folder: StateFolder, content: str) -> None:
    (folder.root / "ports.json").write_text(content)
    with pytest.raises(StartError, match=r"ports\.json is damaged"):
        folder.ports({"nats": 0})
