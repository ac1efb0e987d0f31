"""Adapter. Child processes that never outlive us."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER = 0x10000000
_LOG_TAIL_LINES = 15
_DIES_WITHIN_S = 8.0
"""Of its own kill signal; after five of them Postgres kills what it has started."""
_C_LIBRARY = ctypes.CDLL(None, use_errno=True)


class StartError(RuntimeError):
    """A part could not be started; the message names it, says why, and ends with the tail of its log."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Another user that a child runs as; needs root."""

    user_id: int
    group_id: int
    only_in_its_own_eyes: bool = False
    """It remains us for the file system (a Linux user namespace), so it can enter every folder that we can."""


def nobody(*, only_in_its_own_eyes: bool = False) -> Identity:
    """The unprivileged user `nobody`."""
    entry = pwd.getpwnam("nobody")
    return Identity(entry.pw_uid, entry.pw_gid, only_in_its_own_eyes)


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, as whom, and how it wants to be stopped."""

    argv: Sequence[str | Path]
    env: Mapping[str, str] = field(default_factory=dict)
    identity: Identity | None = None
    """None: ourselves."""
    stop_signal: signal.Signals = signal.SIGTERM
    kill_signal: signal.Signals | None = None
    """Comes before SIGKILL, for a child whose own children live in sessions of theirs: only it can end them."""


class ChildProcess:
    """A running child in its own process group, its output in a log file.

    When the thread that started it ends, by whatever cause, the child gets its stop signal
    (on Linux). So start children from the main thread only.
    """

    def __init__(self, name: str, command: Command, log: Path) -> None:
        self.name = name
        self.log = log
        self._stop_signal = command.stop_signal
        self._kill_signal = command.kill_signal
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._log_starts_at = output.tell()
            try:
                self._process = _spawn(command, output.fileno())
            except (OSError, subprocess.SubprocessError) as error:
                raise StartError(f"{name}: cannot run {command.argv[0]}: {error}") from None

    @property
    def pid(self) -> int:
        return self._process.pid

    def exit_code(self) -> int | None:
        """None while it runs; negative for the signal that ended it."""
        return self._process.poll()

    def wait(self, limit_s: float | None = None) -> int | None:
        """The exit code, or None when it still runs after `limit_s`."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(limit_s)
        return None

    def ask_to_stop(self) -> None:
        """Send the stop signal, if it still runs."""
        self._signal(self._stop_signal)

    def stop(self, limit_s: float = 4.0) -> None:
        """Ask it to stop; after `limit_s`, kill it and what it has started."""
        self.ask_to_stop()
        if self.wait(limit_s) is None:
            self.kill()

    def kill(self) -> None:
        """End it and its whole process group at once."""
        if self._kill_signal is not None:
            self._signal(self._kill_signal)
            self.wait(_DIES_WITHIN_S)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    def log_tail(self) -> str:
        """The last lines that this child has logged, for error messages."""
        with self.log.open("rb") as log:
            log.seek(self._log_starts_at)
            lines = log.read().decode(errors="replace").splitlines()
        return "\n".join(f"    {line}" for line in lines[-_LOG_TAIL_LINES:])

    def failure(self, reason: str) -> StartError:
        """A `StartError` that says `reason` and shows the tail of the log."""
        tail = self.log_tail() or "    (its log is empty)"
        return StartError(f"{self.name}: {reason}; {self.log} ends with:\n{tail}")

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            self._process.send_signal(number)


def _spawn(command: Command, output: int) -> subprocess.Popen[bytes]:
    switch = command.identity if command.identity and not command.identity.only_in_its_own_eyes else None
    return subprocess.Popen(  # noqa: S603 the callers name binaries of the environment
        [os.fspath(part) for part in command.argv],
        env=dict(command.env),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
        user=switch.user_id if switch else None,
        group=switch.group_id if switch else None,
        extra_groups=[] if switch else None,
        preexec_fn=_before_exec(command) if sys.platform == "linux" else None,  # noqa: PLW1509 it takes no locks
    )


def _before_exec(command: Command) -> Callable[[], None]:
    """What the child does between fork and exec. prctl comes last: a change of credentials would undo it."""
    identity = command.identity
    maps = _namespace_maps(identity) if identity and identity.only_in_its_own_eyes else {}
    stop_signal = int(command.stop_signal)

    def prepare() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored by whoever starts us in the background of a script
        if maps and _C_LIBRARY.unshare(_CLONE_NEWUSER) != 0:
            raise OSError(ctypes.get_errno(), "user namespaces are not allowed here")
        for file, content in maps.items():
            with open(file, "w", encoding="ascii") as out:
                out.write(content)
        _C_LIBRARY.prctl(_PR_SET_PDEATHSIG, stop_signal)

    return prepare


def _namespace_maps(identity: Identity) -> dict[str, str]:
    return {
        "/proc/self/setgroups": "deny",
        "/proc/self/uid_map": f"{identity.user_id} {os.geteuid()} 1",
        "/proc/self/gid_map": f"{identity.group_id} {os.getegid()} 1",
    }
