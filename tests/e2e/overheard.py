"""Shell. Calls that somebody listens in on, and what the processes of a run say of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from calllock.runtime.nats_bus import connect_nats
from calllock_local.state_folder import Running, StateFolder
from calllock_local.telephone import OnLine, Telephone
from calllock_local.telephone_conversation import Spoken
from calllock_local.telephone_record import CallResult
from calllock_local.telephone_webhooks import Dialed
from dialog_brain.script import Script
from tests.conversations.truth import faults_in


@dataclass(frozen=True, slots=True)
class Overheard(Telephone):
    """A telephone on which somebody listens in, and remembers how the call went."""

    on_spoken: Callable[[str, Spoken], None] = lambda _call_sid, _spoken: None
    results: list[CallResult] = field(default_factory=list)

    async def call(self, script: Script, dialed: Dialed, out_dir: Path, on_line: OnLine | None = None) -> CallResult:
        def overhear(spoken: Spoken) -> None:
            self.on_spoken(dialed.call_sid, spoken)
            if on_line is not None:
                on_line(spoken)

        result = await Telephone.call(self, script, dialed, out_dir, overhear)
        self.results.append(result)
        return result


async def told(running: Running, call_sid: str) -> list[Message]:
    """The log of a call."""
    bus = await connect_nats(running.nats_url, name="judge")
    try:
        return [entry.message for entry in await bus.read(call_sid) if entry.message is not None]
    finally:
        await bus.close()


async def untruths(running: Running, call_sid: str, profile: BusinessProfile) -> list[str]:
    """What the agent said or did in a call beyond what its log allows."""
    return faults_in(await told(running, call_sid), profile)


def log_of(folder: StateFolder, name: str) -> str:
    """What a process of this run has logged."""
    return (folder.logs / f"{name}.log").read_text(encoding="utf-8")


def handling(folder: StateFolder, running: Running, service: str, call_sid: str) -> list[str]:
    """The replicas of a service that have logged something of the call, in the order of their names."""
    names = sorted(name for name in running.pids if name.startswith(service))
    return [name for name in names if call_sid in log_of(folder, name)]
