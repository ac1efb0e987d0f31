"""deploy/roll.sh, with a stand-in for Docker that remembers its containers; `make compose-check` has the real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROLL = Path(__file__).parents[2] / "deploy" / "roll.sh"
OPTIONS = ("--env-file", "elsewhere")

DOCKER = """
import json, os, sys
from pathlib import Path

kept = Path(os.environ["ENGINE"])
engine = json.loads(kept.read_text())
containers, said = engine["containers"], sys.argv[1:]

def compose(command, *rest):
    if command == "ps":
        print("\\n".join(name for name, state in containers.items() if state == "running" or "--all" in rest))
    elif command == "rm":
        for name in [name for name, state in containers.items() if state != "running"]:
            del containers[name]
    elif command == "up":
        wanted = int(rest[rest.index("--scale") + 1].split("=")[1])
        for name, state in containers.items():
            if state != "running":
                containers[name] = "running"
        while len(containers) < wanted:
            engine["made"] += 1
            containers[f"made-{engine['made']}"] = "running"
        return 0 if engine["healthy"] else 1
    return 0

code = 0
if said[0] == "compose":
    assert said[1:3] == ["--env-file", "elsewhere"], said
    code = compose(*said[3:])
elif said[0] == "stop":
    containers[said[1]] = "stopped"
elif said[0] == "rm":
    del containers[said[-1]]
elif said[0] == "logs":
    print(f"what {said[-1]} logged", file=sys.stderr)
kept.write_text(json.dumps(engine))
sys.exit(code)
"""


@dataclass
class Engine:
    folder: Path

    def has(self, containers: dict[str, str], *, healthy: bool = True) -> None:
        self._file.write_text(json.dumps({"containers": containers, "healthy": healthy, "made": 0}))

    def roll(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(ROLL), "dialog-brain", *OPTIONS],
            env={"PATH": f"{self.folder}:{os.environ['PATH']}", "ENGINE": str(self._file)},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )

    @property
    def containers(self) -> dict[str, str]:
        engine: dict[str, Any] = json.loads(self._file.read_text())
        return dict(engine["containers"])

    @property
    def _file(self) -> Path:
        return self.folder / "engine.json"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    program = tmp_path / "docker"
    program.write_text(f"#!{sys.executable}\n{DOCKER}")
    program.chmod(0o755)
    return Engine(tmp_path)


def test_each_container_is_replaced_by_another(engine: Engine) -> None:
    engine.has({"old-1": "running", "old-2": "running"})
    done = engine.roll()
    assert done.returncode == 0, done.stderr
    assert engine.containers == {"made-1": "running", "made-2": "running"}


def test_one_that_has_stopped_is_not_started_again_in_place_of_another(engine: Engine) -> None:
    engine.has({"old-1": "running", "killed": "exited"})
    assert engine.roll().returncode == 0
    assert engine.containers == {"made-1": "running"}


def test_when_the_others_do_not_become_healthy_the_old_ones_go_on_and_the_reason_is_shown(engine: Engine) -> None:
    engine.has({"old-1": "running", "old-2": "running"}, healthy=False)
    done = engine.roll()
    assert done.returncode == 1
    assert engine.containers == {"old-1": "running", "old-2": "running"}
    assert "what made-1 logged" in done.stderr
    assert "only the 2 that were there are left" in done.stderr


def test_where_nothing_runs_there_is_nothing_to_replace(engine: Engine) -> None:
    engine.has({"killed": "exited"})
    done = engine.roll()
    assert done.returncode == 1
    assert "docker compose up" in done.stderr
