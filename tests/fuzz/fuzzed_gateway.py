"""Shell. Nonsense at a gateway that holds calls, and what comes of it.

Beside the fuzzed calls innocent ones go on. Their sound is a tone that nobody else makes, and the recognizer here
tells whether it has heard anything else.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import httpx
import numpy as np
import structlog
from fastapi import FastAPI
from loguru import logger

from calllock.contracts.events import CallEnded, UtteranceHeard
from calllock.runtime import gate
from calllock_local.telephone_twiml import Connect, parse_twiml
from tests.doubles.memory_bus import MemoryBus
from tests.fuzz.asgi import AsgiSocket
from tests.fuzz.nonsense import Nonsense
from tests.integration.phone import BUSINESS_NUMBER, CALLER_NUMBER, PACKET_BYTES
from tests.integration.scripted_brain import wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from tests.load.answering_brain import AnsweringBrain
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import Hints

_TONE = b"\x9f"
_SILENCE = bytes([mulaw.SILENCE])
_LEVELS = {0, *np.frombuffer(mulaw.decode(_TONE), dtype="<i2").tolist()}
_FINE = {200, 204, 400, 413}
_FORM = {"content-type": "application/x-www-form-urlencoded"}
_FUZZED_AT_ONCE = 4
_FORMS_EACH = 20


class Telltale(StubEngines):
    """Says whether there was anything but the innocent's tone in a turn."""

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        heard = set(np.unique(np.frombuffer(audio, dtype="<i2")).tolist())
        return "innocent" if heard <= _LEVELS else "nonsense"


@dataclass
class Report:
    """What came of it."""

    messages: int = 0
    forms: int = 0
    calls: int = 0
    faults: list[str] = field(default_factory=list)


class FuzzedGateway:
    """A gateway under fuzz."""

    def __init__(self, app: FastAPI, bus: MemoryBus, nonsense: Nonsense) -> None:
        self.report = Report()
        self._app = app
        self._bus = bus
        self._nonsense = nonsense
        transport = httpx.ASGITransport(app, raise_app_exceptions=True)
        self._http = httpx.AsyncClient(transport=transport, base_url=app.state.url)

    async def round(self, messages: int) -> None:
        """So many messages in a few calls at once, forms between, and one innocent call beside them."""
        share = messages // _FUZZED_AT_ONCE
        await asyncio.gather(*(self._fuzz(share) for _ in range(_FUZZED_AT_ONCE)), self._innocent(), self._forms())

    async def _open(self, sid: str) -> AsgiSocket:
        form = {"CallSid": sid, "From": CALLER_NUMBER, "To": BUSINESS_NUMBER, "CallStatus": "ringing"}
        (verb, *_) = parse_twiml((await self._http.post("/twilio/voice", data=form)).text)
        assert isinstance(verb, Connect), verb
        socket = AsgiSocket(self._app, "/twilio/media")
        start = {"streamSid": "MZ1", "callSid": sid, "customParameters": dict(verb.parameters)}
        await socket.send(json.dumps({"event": "start", "start": start}))
        return socket

    async def _fuzz(self, messages: int) -> None:
        left = messages
        while left > 0:
            self.report.calls += 1
            socket = await self._open(f"CAfuzzed{self.report.calls}")
            while left > 0 and not socket.closed:
                await socket.send(self._nonsense.message())
                left -= 1
                self.report.messages += 1
            await self._survives(socket.close())

    async def _survives(self, work: Any) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - any exception is what is looked for
            self.report.faults.append(f"{type(error).__name__}: {error}")

    async def _forms(self) -> None:
        for _ in range(_FORMS_EACH):
            route, body = self._nonsense.form()
            self.report.forms += 1
            await self._survives(self._post(route, body))

    async def _post(self, route: str, body: bytes) -> None:
        response = await self._http.post(f"/twilio/{route}", content=body, headers=_FORM)
        assert response.status_code in _FINE, response.status_code

    async def _innocent(self) -> None:
        self.report.calls += 1
        sid = f"CAinnocent{self.report.calls}"
        socket = await self._open(sid)
        await self._return_mark(socket)
        for sound in (_TONE,) * 40 + (_SILENCE,) * 60:
            payload = base64.b64encode(sound * PACKET_BYTES).decode("ascii")
            await socket.send(json.dumps({"event": "media", "media": {"payload": payload}}))
        (heard,) = await wait_for(self._bus, sid, UtteranceHeard)
        await self._return_mark(socket)
        await socket.send(json.dumps({"event": "stop"}))
        await socket.close()
        (ended,) = await wait_for(self._bus, sid, CallEnded)
        if (heard.text, ended.ended_by) != ("innocent", "caller"):
            self.report.faults.append(f"{sid}: {heard.text}, ended by {ended.ended_by}")

    async def _return_mark(self, socket: AsgiSocket) -> None:
        while (message := await socket.sent.get())["event"] != "mark":
            pass
        await socket.send(json.dumps(message))


@asynccontextmanager
async def fuzzed_gateway(folder: Path, seed: int) -> AsyncIterator[FuzzedGateway]:
    """One with a brain; whatever it logs as an error, and what its tasks raise unseen, is a fault."""
    bus = MemoryBus()
    as_often_as_we_like = mock.patch.object(gate, "AT_ONCE", 1_000_000_000)
    as_often_as_we_like.start()
    async with gateway(folder, bus, Telltale(), max_calls=50) as app:
        fuzzed = FuzzedGateway(app, bus, Nonsense(seed))
        brain = asyncio.create_task(AnsweringBrain(bus).run())
        sink = logger.add(lambda text: fuzzed.report.faults.append(str(text)), level="ERROR")
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: fuzzed.report.faults.append(str(context.get("exception") or context["message"]))
        )

        def errors(_logger: object, level: str, entry: Any) -> Any:
            if level in ("error", "exception", "critical"):
                fuzzed.report.faults.append(str(entry))
            raise structlog.DropEvent

        with structlog.testing.capture_logs(processors=[errors]):
            yield fuzzed
        logger.remove(sink)
        brain.cancel()
        await asyncio.wait([brain])
    as_often_as_we_like.stop()
