"""Pure. Nonsense in the shape of what Twilio sends: by a seed, always the same."""

from __future__ import annotations

import base64
import json
import random
from typing import Any

_EVENTS = ("media", "mark", "dtmf", "start", "connected", "clear", "", "\u0000", "Media")
_STRANGE: tuple[Any, ...] = (
    *(None, True, -1, 0, 1e308, "", "x" * 3_000, "\ud800", "\u0000", "ÿ" * 50, "***", "=", "AAA"),
    *([], {}, [[[]]], {"name": {}}, {"payload": 1}),
)
_KEYS = ("event", "media", "mark", "dtmf", "start", "payload", "name", "digit", "callSid", "streamSid", "track")
_STOPS = 0.001
"""How often a message ends the call."""
_ROUTES = ("voice", "stream-ended", "dial-ended", "forward-ended", "status")
_FIELDS = ("CallSid", "From", "To", "CallStatus", "DialCallStatus", "StreamSid", "CallSid")
_VALUES = (
    *("", "CA1", "CA1/../x", "+15125550100", "anonymous", "+", "completed", "in-progress", "no-answer"),
    *("<Say>", "&", "%00", "%FF%FE", "ü", "x" * 2_000, "sip:a@b", "266696687"),
)


class Nonsense:
    """One source of it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def audio(self) -> str:
        """A media message that is one, of any length up to a second and any sound."""
        sound = self._random.randbytes(self._random.choice((0, 1, 2, 159, 160, 161, 8_000)))
        return json.dumps({"event": "media", "media": {"payload": base64.b64encode(sound).decode("ascii")}})

    def message(self) -> str | bytes:
        """What comes on the socket instead of a message."""
        if self._random.random() < _STOPS:
            return json.dumps({"event": "stop"})
        choose = self._random.random()
        if choose < 0.3:
            return self.audio()
        whole = json.dumps(self._object(), ensure_ascii=self._random.random() < 0.5)
        if choose < 0.75:
            return whole.encode("utf-8", "replace").decode("utf-8")
        if choose < 0.85:
            return whole.encode("utf-8", "replace")[: self._random.randrange(len(whole) + 1)]
        if choose < 0.95:
            return self._random.randbytes(self._random.randrange(300))
        return "[" * self._random.randrange(2_000)

    def form(self) -> tuple[str, bytes]:
        """A webhook's route and body."""
        if self._random.random() < 0.1:
            return self._random.choice(_ROUTES), self._random.randbytes(self._random.randrange(2_000))
        pairs = [f"{self._random.choice(_FIELDS)}={self._random.choice(_VALUES)}" for _ in range(5)]
        return self._random.choice(_ROUTES), "&".join(pairs).encode()

    def _object(self) -> dict[str, Any]:
        event = self._random.choice(_EVENTS)
        made: dict[str, Any] = {"event": event, event: {key: self._strange() for key in self._random.sample(_KEYS, 3)}}
        if self._random.random() < 0.3:
            made[self._random.choice(_KEYS)] = self._strange()
        return made

    def _strange(self) -> Any:
        return self._random.choice(_STRANGE)
