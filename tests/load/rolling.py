"""Shell. A rolling restart of every service under calls in progress: `python -m tests.load.rolling [CALLS]`.

Two gateways behind a front door, two brains, two workers, real NATS and Postgres, telephones that follow TwiML as
Twilio does. One replica after another is told to stop and started again. Every call must last for as long as that
takes, and go on to its own end, with one delivery of its record and of its job. A line that was being said when a
stream broke is lost, as on a telephone: then a question is answered with the words for the next, and not every call
ends in a booking.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from calllock_local import processes
from calllock_local.child_process import ChildProcess
from calllock_local.local_environment import local_environment
from calllock_local.loopback import local_url
from calllock_local.nats_server import NatsServer
from calllock_local.ports import free_port
from calllock_local.postgres_server import PostgresServer
from calllock_local.processes import Part, Wiring
from calllock_local.settings import inherited_environment
from calllock_local.supervisor import Supervisor
from calllock_local.telephone import Telephone, dial
from calllock_local.telephone_record import CallResult
from calllock_local.workspace import BUSINESSES, WORKSPACE
from dialog_brain.script import Script
from tests.load.rolling_gateway import LINES, spoken

CALLS = 20
_KINDS = ("calls", "jobs")
_TO = "+15125550100"
_TOKEN = "token-of-a-rolling-restart"
_BETWEEN_CALLS_S = 0.4
_SILENCES = 2
"""So often the caller says nothing until asked again, so that a call is longer than the restart."""
_BETWEEN_RESTARTS_S = 1.0
_STOPS_WITHIN_S = 20.0
_READY_WITHIN_S = 60.0
_DELIVERED_WITHIN_S = 40.0
_LOOK_S = 0.5


class Speaker:
    """Says the lines in levels."""

    def render(self, text: str) -> bytes:
        return spoken(text)


class Rig:
    """All processes of the run."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        names = [
            *processes.replicas(processes.GATEWAY, 2),
            *processes.replicas(processes.BRAIN, 2),
            *processes.replicas(processes.WORKER, 2),
        ]
        names += [processes.BACKEND, processes.DASHBOARD, processes.FRONT_DOOR]
        nats = NatsServer(folder / "nats")
        postgres = PostgresServer(folder / "postgres", settings={"fsync": "off"})
        environment = {**local_environment(inherited_environment()), "MAX_CALLS": "60", "PYTHONPATH": str(WORKSPACE)}
        self.supervisor = Supervisor(folder / "logs", environment)
        self._children: dict[str, ChildProcess] = {}
        for server in (nats, postgres):
            stack.enter_context(server)
        stack.callback(self.supervisor.stop)
        postgres.create_database("calllock")
        self.received = folder / "received.jsonl"
        self.wiring = Wiring(
            ports={name: free_port() for name in names},
            nats_url=nats.url,
            database_url=postgres.url("calllock"),
            api_key="key-of-a-rolling-restart",
            webhook_secret="secret-of-a-rolling-restart",
            twilio_auth_token=_TOKEN,
            businesses_dir=BUSINESSES,
            cache_dir=folder / "cache",
            received_file=self.received,
        )

    def start(self) -> list[Part]:
        """Everything; returns the replicas that are to be restarted, in that order."""
        env = processes.worker_env(self.wiring)
        self.supervisor.run_to_end("migration", ("post_call_worker", "migrate"), env, _READY_WITHIN_S)
        talking = [_cheap(part) for part in processes.talking_services(self.wiring)]
        first = processes.worker(self.wiring)
        second = replace(first, name=f"{processes.WORKER}-2", port=self.wiring.ports[f"{processes.WORKER}-2"])
        second = replace(second, env={**first.env, "HTTP_PORT": str(second.port)})
        every = [*processes.standins(self.wiring), *talking, first, second]
        for part in every:
            self._children[part.name] = self.supervisor.start(part)
        served = [part for part in every if part.name != processes.FRONT_DOOR]
        self.supervisor.wait_until_ready(served, lambda _: None, _READY_WITHIN_S)
        return [part for part in served if part.name.startswith((processes.WORKER, processes.BRAIN, processes.GATEWAY))]

    async def restart(self, part: Part) -> None:
        """Told to stop, gone, started again (from this thread: the child ends with it), ready."""
        child = self._children[part.name]
        child.ask_to_stop()
        if await asyncio.to_thread(child.wait, _STOPS_WITHIN_S) is None:
            raise child.failure(f"did not stop within {_STOPS_WITHIN_S:g} s")
        self._children[part.name] = self.supervisor.start(part)
        await asyncio.to_thread(self.supervisor.wait_until_ready, [part], lambda _: None, _READY_WITHIN_S)
        sys.stdout.write(f"  restarted {part.name}\n")

    def deliveries(self) -> Counter[tuple[str, str]]:
        """How often the dashboard has accepted each kind for each call."""
        lines = self.received.read_text(encoding="utf-8").splitlines() if self.received.exists() else []
        accepted = [one for one in map(json.loads, lines) if one["status"] == 200 and one["kind"] in _KINDS]
        return Counter((one["body"]["call_id"], one["kind"]) for one in accepted)


def _cheap(part: Part) -> Part:
    return replace(part, module=("tests.load.rolling_gateway",)) if part.name.startswith(processes.GATEWAY) else part


async def _call(number: int, rig: Rig, folder: Path) -> CallResult:
    await asyncio.sleep(number * _BETWEEN_CALLS_S)
    says = [*LINES[:-2], *[{"silence": True}] * _SILENCES, *LINES[-2:], LINES[-1], LINES[-1]]
    script = Script.model_validate({"name": f"call {number}", "business": "ace-cooling", "says": says})
    voice_url = f"{local_url(rig.wiring.ports[processes.FRONT_DOOR])}/twilio/voice"
    dialed = dial(voice_url, f"+1512555{number:04d}", _TO)
    return await Telephone(Speaker(), None, _TOKEN).call(script, dialed, folder / "calls")


async def run(calls: int, rig: Rig, folder: Path) -> int:
    """0 when no call was dropped."""
    replicas = rig.start()
    placed = [asyncio.create_task(_call(number, rig, folder)) for number in range(calls)]
    await asyncio.sleep(calls * _BETWEEN_CALLS_S)
    in_progress = sum(not task.done() for task in placed)
    sys.stdout.write(f"{in_progress} calls in progress; restarting {len(replicas)} replicas one after another\n")
    for part in replicas:
        await rig.restart(part)
        await asyncio.sleep(_BETWEEN_RESTARTS_S)
    still = sum(not task.done() for task in placed)
    results = await asyncio.gather(*placed)
    deliveries = await _delivered(rig, calls)
    return _judge(results, deliveries, still)


async def _delivered(rig: Rig, calls: int) -> Mapping[tuple[str, str], int]:
    for _ in range(int(_DELIVERED_WITHIN_S / _LOOK_S)):
        if len(rig.deliveries()) >= len(_KINDS) * calls:
            break
        await asyncio.sleep(_LOOK_S)
    return rig.deliveries()


def _judge(results: list[CallResult], deliveries: Mapping[tuple[str, str], int], still: int) -> int:
    dropped = [result for result in results if result.ended_by != "agent" or result.reason or result.faults]
    wrong = [
        (result.call_sid, kind, deliveries.get((result.call_sid, kind), 0))
        for result in results
        for kind in _KINDS
        if deliveries.get((result.call_sid, kind), 0) != 1
    ]
    moved = sum(result.streams > 1 for result in results)
    answers = sorted(answer for result in results for answer in result.response_ms)
    sys.stdout.write(
        f"{len(results)} calls, {still} of them over the whole restart, {moved} moved to another gateway\n"
        f"longest answer {answers[-1] / 1_000:.1f} s, half within {answers[len(answers) // 2]} ms\n"
        f"{len(dropped)} dropped, {len(wrong)} not delivered exactly once\n"
    )
    for result in dropped:
        sys.stdout.write(f"  {result.call_sid}: {result.ended_by} {result.reason} {result.faults}\n")
    for call_sid, kind, count in wrong:
        sys.stdout.write(f"  {call_sid}: {kind} {count} times\n")
    return 1 if dropped or wrong or still < len(results) else 0


def main(arguments: list[str]) -> int:
    """Prints what became of the calls; 1 when one was dropped."""
    calls = int(arguments[0]) if arguments else CALLS
    folder = Path(tempfile.mkdtemp(prefix="calllock-rolling-"))
    folder.chmod(0o711)  # as root, Postgres runs as nobody, who must be able to pass through
    with ExitStack() as stack:
        code = asyncio.run(run(calls, Rig(folder, stack), folder))
    sys.stdout.write(f"logs and recordings: {folder}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
