"""Shell. A small application that answers Twilio's webhooks and streams by a plan, for the telephone's tests."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect

from calllock_local.telephone_ear import Ear
from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS
from tests.unit.calllock_local.telephone_sounds import clear, mark, media

Plan = Callable[["Peer"], Awaitable[None]]


@dataclass
class Peer:
    """The application's end of a stream."""

    websocket: WebSocket
    stream_sid: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    heard_ms: list[int] = field(default_factory=list)
    """Lengths of what the caller has said."""
    _ear: Ear = field(default_factory=Ear)
    _at_ms: int = 0

    async def say(self, audio: bytes, name: str) -> None:
        """All at once, as applications do, with a mark behind it."""
        await self.websocket.send_text(media(audio, self.stream_sid))
        await self.websocket.send_text(mark(name, self.stream_sid))

    async def stop_talking(self) -> None:
        await self.websocket.send_text(clear(self.stream_sid))

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Takes messages until `wanted`."""
        while not wanted():
            self._take(json.loads(await self.websocket.receive_text()))

    async def until_caller_spoke(self) -> None:
        said = len(self.heard_ms)
        await self.until(lambda: len(self.heard_ms) > said)

    async def until_caller_speaks(self) -> None:
        await self.until(lambda: self._ear.speaking)

    async def until_marked(self, name: str) -> None:
        await self.until(lambda: name in self.marks)

    @property
    def marks(self) -> list[str]:
        return [event["mark"]["name"] for event in self.events if event["event"] == "mark"]

    @property
    def keys(self) -> str:
        return "".join(event["dtmf"]["digit"] for event in self.events if event["event"] == "dtmf")

    @property
    def stopped(self) -> bool:
        return any(event["event"] == "stop" for event in self.events)

    def _take(self, event: dict[str, Any]) -> None:
        if event["event"] == "start":
            self.stream_sid, self.parameters = event["streamSid"], event["start"]["customParameters"]
        if event["event"] != "media":
            self.events.append(event)
            return
        frame = base64.b64decode(event["media"]["payload"])
        assert len(frame) == FRAME_BYTES
        heard = self._ear.hear(frame, self._at_ms)
        self._at_ms += FRAME_MS
        if heard:
            self.heard_ms.append(heard.ended_ms - heard.began_ms)


class Application:
    """Answers each stream by the next plan; after the last one the call is hung up."""

    def __init__(self, *plans: Plan) -> None:
        self.url = ""
        self.peers: list[Peer] = []
        self.forms: list[tuple[str, dict[str, str], str | None]] = []
        """Path, form and signature of each webhook."""
        self.twiml: str | None = None
        """What to answer the call with, instead of a stream."""
        self._plans = list(plans)
        self.app = FastAPI()
        self.app.add_api_route("/twilio/{path}", self._webhook, methods=["POST"])
        self.app.add_api_websocket_route("/media", self._stream)

    async def _webhook(self, request: Request, path: str) -> Response:
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        self.forms.append((path, form, request.headers.get("x-twilio-signature")))
        return Response(self._answer(path, form), media_type="application/xml")

    def _answer(self, path: str, form: dict[str, str]) -> str:
        over = path == "status" or form["CallStatus"] == "completed"
        if over or not self._plans:
            return self.twiml or "<Response><Hangup/></Response>"
        stream = f'<Stream url="ws{self.url.removeprefix("http")}/media"><Parameter name="a" value="1"/></Stream>'
        return self.twiml or f'<Response><Connect action="ended">{stream}</Connect></Response>'

    async def _stream(self, websocket: WebSocket) -> None:
        await websocket.accept()
        peer = Peer(websocket)
        self.peers.append(peer)
        try:
            await peer.until(lambda: bool(peer.stream_sid))
            await self._plans.pop(0)(peer)
            await websocket.close()
        except WebSocketDisconnect:
            return


@asynccontextmanager
async def answering(application: Application) -> AsyncIterator[Application]:
    """The application on a free port of this machine."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    application.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(application.app, log_config=None, timeout_graceful_shutdown=1))
    serving = asyncio.create_task(server.serve([listener]))
    try:
        yield application
    finally:
        server.should_exit = True
        await serving
