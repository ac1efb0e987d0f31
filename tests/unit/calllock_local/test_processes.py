"""Pure. The processes of a local run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from calllock_local import processes
from calllock_local.processes import Wiring
from calllock_local.state_folder import StateFolder


def _wiring(brains: int, *others: str) -> Wiring:
    names = [*processes.USUAL_PORTS, *processes.replicas(processes.BRAIN, brains)[1:], *others]
    return Wiring(
        ports={name: 9000 + number for number, name in enumerate(names)},
        nats_url="nats://127.0.0.1:4222",
        database_url="postgresql+asyncpg://postgres@127.0.0.1:5432/calllock",
        api_key="a-key",
        webhook_secret="a-secret",
        businesses_dir=Path("/businesses"),
        cache_dir=Path("/cache"),
        received_file=Path("/received.jsonl"),
    )


def test_each_replica_of_the_brain_has_its_own_name_and_port() -> None:
    brains = [part for part in processes.talking_services(_wiring(3)) if part.module == ("dialog_brain",)]
    assert [part.name for part in brains] == ["dialog-brain", "dialog-brain-2", "dialog-brain-3"]
    assert len({part.port for part in brains}) == 3


def test_several_gateways_stand_behind_one_door() -> None:
    wiring = _wiring(1, "voice-gateway-2", processes.FRONT_DOOR)
    door, *gateways = processes.talking_services(wiring)[:3]
    assert [part.name for part in gateways] == ["voice-gateway", "voice-gateway-2"]
    assert {part.env["PUBLIC_URL"] for part in gateways} == {door.url}
    assert door.env["GATEWAY_PORTS"] == str([part.port for part in gateways])


@pytest.mark.parametrize("gateways", [(1, 2, 1), (2, 1, 3)])
def test_what_twilio_reaches_stays_where_it_is_however_many_gateways_there_are(
    tmp_path: Path, gateways: tuple[int, ...]
) -> None:
    reached = set()
    for count in gateways:
        kept_as = processes.ports_kept_as(1, count)
        ports = StateFolder(tmp_path).ports(dict.fromkeys(kept_as.values(), 0))
        assert len(ports) == len(kept_as)
        wiring = replace(_wiring(1), ports={part: ports[name] for part, name in kept_as.items()})
        reached.add(wiring.phone_url)
        assert len(processes.talking_services(wiring)) == (2 if count == 1 else count + 2)
    assert len(reached) == 1


def test_who_talks_to_whom_holds_the_same_secret() -> None:
    wiring = _wiring(1)
    backend, dashboard = processes.standins(wiring)
    _, brain = processes.talking_services(wiring)
    worker = processes.worker(wiring)
    assert brain.env["BACKEND_URL"] == backend.url
    assert brain.env["BACKEND_API_KEY"] == backend.env["BACKEND_API_KEY"]
    assert worker.env["DASHBOARD_WEBHOOK_URL"] == f"{dashboard.url}/api/webhook/jobs"
    assert worker.env["DASHBOARD_WEBHOOK_SECRET"] == dashboard.env["DASHBOARD_WEBHOOK_SECRET"]


def test_nobody_is_told_a_secret_that_it_does_not_need() -> None:
    wiring = _wiring(1)
    gateway, brain = processes.talking_services(wiring)
    assert not {"a-key", "a-secret"} & set(gateway.env.values())
    assert "a-secret" not in brain.env.values()
    assert "a-key" not in processes.worker(wiring).env.values()


def test_everything_listens_on_loopback() -> None:
    wiring = _wiring(2)
    everything = [*processes.standins(wiring), *processes.talking_services(wiring), processes.worker(wiring)]
    assert {part.env["HTTP_HOST"] for part in everything} == {"127.0.0.1"}
    assert all(part.env["HTTP_PORT"] == str(part.port) for part in everything)
