"""Shell. How fast the receptionist decides: `python -m tests.load.bench_brain`.

Utterances through `understand()`, and through `step()` every event that the brain decides about in a booked
call, a second of one core's time. Two of its seven turns are plain answers, whose meaning is worked out once.
Then turns over a real NATS: see `bench_turns`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from time import process_time
from unittest.mock import patch

from calllock.contracts.commands import Expected
from calllock.contracts.events import CallAnswered, EmergencyRaised, ToolAnswered
from calllock.contracts.message import BrainMessage, Message
from calllock.runtime.profiles import load_profiles
from calllock_local.terminal import say
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow import turns
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import begin, step
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.script import Line, Script
from dialog_brain.understanding.understand import understand
from tests.load import bench_turns
from tests.load.aims import aim
from tests.load.callers import SAYS

UTTERANCES, EVENTS = 2_000, 20_000
"""A second, on one core: what is to be reached."""


def _booked_call() -> Rehearsal:
    profile = load_profiles(BUSINESSES).by_id("ace-cooling")
    assert profile is not None
    script = Script(name="bench", says=tuple(Line(says=words) for words in (*SAYS[:-1], "yes please")))
    return rehearse(RECEPTIONIST, profile, script)


def _per_second(work: Callable[[], int], rounds: int = 120, seconds: float = 0.05) -> float:
    """The best round, by processor time, so that other programs on the machine do not count.

    Many short rounds, so that one of them has the core and its caches to itself.
    """
    best = 0.0
    for _ in range(rounds):
        began, done = process_time(), 0
        while process_time() - began < seconds:
            done += work()
        best = max(best, done / (process_time() - began))
    return best


def bench_understand() -> float:
    """Utterances a second: those of a booked call, each as the answer to its question."""
    now = _booked_call().call.now
    asked: tuple[Expected, ...] = ("open", "safety", "zip", "name", "address", "time", "confirm")

    def work() -> int:
        for words, expected in zip(SAYS, asked, strict=True):
            understand(words, expected, now)
        return len(SAYS)

    return _per_second(work)


def bench_step(*, with_understanding: bool) -> float:
    """Events a second: every event of a booked call that the brain reads, `understand()` in it or remembered."""
    played = _booked_call()
    events = [m for m in played.log if not is_output(m)]
    answered = events[0]
    assert isinstance(answered, CallAnswered)

    def work() -> int:
        call = begin(played.profile, answered)
        for event in events:
            call = step(RECEPTIONIST, call, event).call
        return len(events)

    if with_understanding:
        return _per_second(work)
    with patch.object(turns, "understand", cache(understand)):
        return _per_second(work)


def is_output(message: Message) -> bool:
    """Whether the brain itself decided this message."""
    return isinstance(message, BrainMessage | EmergencyRaised) and not isinstance(message, ToolAnswered)


def _aim(measured: float, least: int) -> str:
    return aim(f"{least:,} or more", met=measured >= least)


def main() -> None:
    """Print the figures."""
    understood = bench_understand()
    say(f"understand()  {understood:>10,.0f} utterances a second of processor time; {_aim(understood, UTTERANCES)}")
    say(f"step()        {bench_step(with_understanding=False):>10,.0f} events a second, understanding remembered")
    stepped = bench_step(with_understanding=True)
    say(f"step()        {stepped:>10,.0f} events a second, understanding included; {_aim(stepped, EVENTS)}")
    bench_turns.run(calls=200, pause_s=5.0)


if __name__ == "__main__":
    main()
