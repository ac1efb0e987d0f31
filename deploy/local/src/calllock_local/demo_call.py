"""Shell. One call of the demo: placed, printed as it happens, and judged by what became of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx

from calllock.contracts.business import BusinessProfile
from calllock.runtime.clock import Clock
from calllock_local.demo_outcome import Expected, faults, is_settled, told, told_webhook
from calllock_local.state_folder import Running
from calllock_local.telephone import Telephone, dial
from calllock_local.telephone_record import CallResult, line_of
from calllock_local.terminal import say
from dialog_brain.script import Script

_CALL_WITHIN_S = 180.0
_SETTLED_WITHIN_S = 30.0
_LOOKS_EVERY_S = 0.25
_ANSWERS_WITHIN_S = 5.0


class DemoFailed(RuntimeError):
    """A call did not go as it should; the message says what was found instead."""


class DemoCall:
    """What a demo call needs of the run that it is placed in."""

    def __init__(self, running: Running, telephone: Telephone, out_dir: Path, clock: Clock) -> None:
        self._running = running
        self._telephone = telephone
        self._out_dir = out_dir
        self._clock = clock

    async def show(self, script: Script, expected: Expected, profile: BusinessProfile) -> None:
        """Places the call and tells what became of it; raises `DemoFailed` when that is not as expected."""
        result = await self._place(script, profile)
        if result.reason or result.faults:
            raise DemoFailed(f"{script.name}: {'; '.join([result.reason, *result.faults]).strip('; ')}")
        try:
            call, received = await self._outcome(result.call_sid, expected)
        except httpx.HTTPError as error:
            raise DemoFailed(f"{script.name}: no answer about what became of it ({type(error).__name__})") from None
        say("\nwhat is stored:")
        for line in told(call):
            say(line)
        say("\nwhat the dashboard (a stand-in) received:")
        for webhook in received:
            for line in told_webhook(webhook):
                say(line)
        say(f"\nlisten to it: {result.wav}")
        wrong = faults(call, received, expected)
        if wrong:
            raise DemoFailed(f"{script.name}: {'; '.join(wrong)}")

    async def _place(self, script: Script, profile: BusinessProfile) -> CallResult:
        say(f"\n== {script.name}: {script.from_number} calls {profile.name}, {profile.numbers[0]}")
        dialed = dial(f"{self._running.gateway_url}/twilio/voice", script.from_number or "", profile.numbers[0])
        try:
            async with asyncio.timeout(_CALL_WITHIN_S):
                return await self._telephone.call(script, dialed, self._out_dir, lambda spoken: say(line_of(spoken)))
        except TimeoutError:
            raise DemoFailed(f"{script.name}: not over after {_CALL_WITHIN_S:.0f} s") from None

    async def _outcome(self, call_sid: str, expected: Expected) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """What is stored of the call, and what the dashboard received."""
        async with httpx.AsyncClient(timeout=_ANSWERS_WITHIN_S) as client:
            call = await self._stored(client, call_sid, expected)
            answer = await client.get(f"{self._running.dashboard_url}/received", params={"call_id": call_sid})
        return call, answer.json()

    async def _stored(self, client: httpx.AsyncClient, call_sid: str, expected: Expected) -> dict[str, Any]:
        deadline = self._clock.monotonic() + _SETTLED_WITHIN_S
        seen = "no record"
        while self._clock.monotonic() < deadline:
            answer = await client.get(f"{self._running.worker_url}/api/calls/{call_sid}")
            if answer.is_success:
                call: dict[str, Any] = answer.json()
                if is_settled(call, expected):
                    return call
                seen = ", ".join(f"{one['kind']} {one['status']}" for one in call["deliveries"]) or "no deliveries"
            await self._clock.sleep(_LOOKS_EVERY_S)
        raise DemoFailed(f"{call_sid} was not stored and delivered within {_SETTLED_WITHIN_S:.0f} s ({seen})")
