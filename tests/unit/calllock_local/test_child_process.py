"""Adapter. One child process."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

import pytest

from calllock.runtime.clock import SystemClock
from calllock_local.child_process import ChildProcess, Command, StartError

IGNORES_THE_SIGNAL = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
print("up", child.pid, flush=True)
signal.pause()
"""


def _python(tmp_path: Path, code: str, *, stop_signal: signal.Signals = signal.SIGTERM) -> ChildProcess:
    command = Command([sys.executable, "-c", code], {"PYTHONUNBUFFERED": "1"}, stop_signal=stop_signal)
    return ChildProcess("child", command, tmp_path / "logs/child.log")


def _wait_for_line(child: ChildProcess, word: str) -> str:
    for _ in range(500):
        if child.wait(0.02) is not None or word in child.log_tail():
            break
    assert word in child.log_tail()
    return child.log_tail()


def test_a_failure_shows_the_last_lines_of_this_run_only(tmp_path: Path) -> None:
    _python(tmp_path, "print('an earlier run')").wait(20)
    child = _python(tmp_path, "import sys; print(*range(40), sep='\\n'); sys.exit('out of luck')")
    assert child.wait(20) == 1
    message = str(child.failure("ended"))
    assert message.startswith("child: ended; ")
    assert "earlier" not in message
    assert "    39\n" in message
    assert message.endswith("out of luck")
    assert len(message.splitlines()) == 16


def test_a_child_without_a_word_is_told_as_such(tmp_path: Path) -> None:
    child = _python(tmp_path, "")
    child.wait(20)
    assert str(child.failure("ended")).endswith("(its log is empty)")


def test_it_is_asked_with_its_own_stop_signal(tmp_path: Path) -> None:
    code = "import signal\nprint('up')\ntry:\n    signal.pause()\nexcept KeyboardInterrupt:\n    print('interrupted')"
    child = _python(tmp_path, code, stop_signal=signal.SIGINT)
    _wait_for_line(child, "up")
    child.stop()
    assert child.exit_code() == 0
    assert "interrupted" in child.log_tail()


def test_one_that_does_not_want_to_stop_is_killed_with_what_it_has_started(tmp_path: Path) -> None:
    child = _python(tmp_path, IGNORES_THE_SIGNAL)
    grandchild = int(_wait_for_line(child, "up").split()[1])
    child.stop(limit_s=0.2)
    assert child.exit_code() == -signal.SIGKILL
    assert _ends_within(grandchild, limit_s=10)


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StartError, match="child: cannot run /no/such/program"):
        ChildProcess("child", Command(["/no/such/program"]), tmp_path / "log")


def _ends_within(pid: int, limit_s: float) -> bool:
    """Zombies have ended: nobody may be there to collect them."""
    never, clock = threading.Event(), SystemClock()
    deadline = clock.monotonic() + limit_s
    while clock.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        never.wait(0.01)
    return False
