"""Shell. How fast the line answers: `python -m tests.load.line_latency [calls]`.

Real sockets, real speech both ways, a brain that answers at once with a line that is at hand.
Measured at the telephone: from the last voiced sample that it sent to the first sample it got.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import uvloop
from loguru import logger

from calllock.contracts.events import CallEnded, PromptPlayed, UtteranceHeard
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone, spoken
from tests.integration.scripted_brain import brain, wait_for
from tests.integration.voice_gateway_rig import gateway
from tests.load.asked import counts
from voice_gateway.own_words import FILLER
from voice_gateway.speech import mulaw

_SAID = ("no", "yes please", "my AC stopped cooling this morning", "the heater is making a loud noise")
_ASKED = ("safety", "confirm", "problem", "open")
_PROMISED_S = {"greeting after start": (0.3, 0.3), "without transcript": (0.45, 0.8)}
"""Half of them, and 95 of 100."""
_HISS = 330.0
"""40 dB below full scale: a fan or a car behind the caller."""
_VOICED = 400
"""Amplitude (of 32768) of the last sample of the caller's that counts as voice."""


def trailing_silence_s(text: str) -> float:
    """Silence at the end of a caller's line."""
    samples = np.abs(np.frombuffer(mulaw.decode(spoken(text)), dtype="<i2").astype(int))
    return float((len(samples) - 1 - np.flatnonzero(samples > _VOICED)[-1]) / 8_000)


async def one_call(
    url: str, bus: MemoryBus, call_sid: str, hiss: float
) -> tuple[float, list[float], list[UtteranceHeard]]:
    """Seconds to the greeting, seconds to each answer, and what the gateway says of each turn."""
    phone = Phone(url, call_sid, hiss=hiss)
    await phone.call()
    answers: list[float] = []
    for number, text in enumerate(_SAID):
        await wait_for(bus, call_sid, PromptPlayed, number + 1)
        phone.say(text)
        await wait_for(bus, call_sid, PromptPlayed, number + 2)
        ended_at = phone.spoke_until - trailing_silence_s(text)
        answered_at = phone.heard_after(ended_at)
        assert answered_at is not None
        answers.append(answered_at - ended_at)
    await wait_for(bus, call_sid, CallEnded)
    turns = await wait_for(bus, call_sid, UtteranceHeard, len(_SAID))
    return phone.heard[0][0] - phone.started_at, answers, turns


async def measure(calls: int, hiss: float) -> bool:
    """Print the figures; whether those that the vendors' or engines' speed has no part in are as promised."""
    sys.stdout.write(f"{calls} calls on a line that hisses\n" if hiss else f"{calls} calls on a clear line\n")
    for text in _SAID:
        spoken(text)
    greetings, answers, turns = [], [], []
    rows = [{"sentences": (FILLER,), "expects": expects} for expects in (*_ASKED[1:], None)]
    for number in range(calls):
        bus = MemoryBus()
        greeting = {"sentences": (FILLER,), "expects": _ASKED[0]}
        with tempfile.TemporaryDirectory() as folder:
            async with gateway(Path(folder), bus) as app, brain(bus, list(rows), greeting=greeting):
                greeting_s, answers_s, heard = await one_call(app.state.url, bus, f"CA{number}", hiss)
        greetings.append(greeting_s)
        answers += answers_s
        turns += heard
    without = [answer_s - turn.transcribe_ms / 1000 for answer_s, turn in zip(answers, turns, strict=True)]
    kept = True
    for name, measured in (("greeting after start", greetings), ("answer", answers), ("without transcript", without)):
        p50, p95 = np.percentile(measured, [50, 95])
        promised = _PROMISED_S.get(name)
        kept = kept and (promised is None or (p50 <= promised[0] and p95 <= promised[1]))
        beside = f"  (promised {promised[0]:.2f} s, {promised[1]:.2f} s)" if promised else ""
        sys.stdout.write(f"{name:22} p50 {p50:.3f} s  p95 {p95:.3f} s  of {len(measured)}{beside}\n")
    for text, seconds, turn in zip(_SAID * calls, answers, turns, strict=True):
        times = f"{seconds:.3f} s  endpoint {turn.endpoint_ms} ms  transcript {turn.transcribe_ms} ms"
        sys.stdout.write(f"  {times}  {text!r} -> {turn.text!r}\n")
    return kept


async def both(calls: int) -> bool:
    """On a clear line, for which the promise is, and on one that hisses."""
    kept = await measure(calls, hiss=0.0)
    await measure(calls, hiss=_HISS)
    return kept


if __name__ == "__main__":
    (calls,) = counts("line_latency", sys.argv[1:], calls=3)
    logger.remove()
    sys.exit(0 if uvloop.run(both(calls)) else 1)
