"""The gateway as a process: what it says when it cannot start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SETTINGS = {
    "NATS_URL": "nats://127.0.0.1:1",
    "PUBLIC_URL": "http://127.0.0.1:8080",
    "LOG_FORMAT": "text",
}


def start(folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    settings = {**SETTINGS, "BUSINESSES_DIR": str(folder), "CACHE_DIR": str(folder / "cache"), **changes}
    environment = {name: value for name, value in os.environ.items() if name not in settings}
    return subprocess.run(
        [sys.executable, "-m", "voice_gateway"],
        env={**environment, **{name: value for name, value in settings.items() if value}},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_missing_setting_stops_the_start_by_its_name(tmp_path: Path) -> None:
    stopped = start(tmp_path, PUBLIC_URL="")
    assert stopped.returncode == 2
    assert "PUBLIC_URL" in stopped.stderr
    assert "Traceback" not in stopped.stderr


def test_a_business_profile_that_is_wrong_stops_the_start_by_file_and_field(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text("id: acme\nname: Acme\n")
    stopped = start(tmp_path)
    assert stopped.returncode == 2
    assert "acme.yaml" in stopped.stderr
    assert "zone" in stopped.stderr
    assert "Traceback" not in stopped.stderr
