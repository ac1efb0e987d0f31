"""Adapter. How a dead letter is kept in NATS: its message as it was, and all else in a header."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from nats.aio.msg import Msg
from nats.js.api import Header

from calllock.runtime.bus import DeadLetter

_ABOUT = "CallLock-Dead-Letter"


def subject_of(letter: DeadLetter) -> str:
    """Where it is kept: by the durable that gave up, and by call."""
    return f"dead.{letter.durable}.{letter.call_sid}"


def headers_of(letter: DeadLetter) -> dict[str, str]:
    """With the id of what was given up on, so that the same letter is kept once."""
    about = {**asdict(letter), "at": letter.at.isoformat()}
    del about["data"]
    return {Header.MSG_ID.value: f"dead:{letter.durable}:{letter.sequence}", _ABOUT: json.dumps(about)}


def letter_of(message: Msg) -> DeadLetter:
    """The dead letter that is kept as this message."""
    about = json.loads((message.headers or {})[_ABOUT])
    at = datetime.fromisoformat(about.pop("at")) if "at" in about else message.metadata.timestamp
    return DeadLetter(data=message.data, at=at, **about)
