"""Pure. A scripted call: what the caller says, what the backend answers; the shape of our conversation files."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError


class ScriptError(ValueError):
    """A conversation file that cannot be played; names the file, the place and the reason."""


class Reply(BaseModel):
    """What the backend answers to one request: keys of its contract, or a failure."""

    model_config = ConfigDict(frozen=True, extra="allow")

    status: int = 200
    delay_s: float = Field(default=0.0, ge=0)

    def result(self) -> dict[str, Any]:
        """The answer without what steers the stand-in."""
        return dict(self.model_extra or {})


class Line(BaseModel):
    """One turn of the caller: words, keys, or nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str = ""
    keys: str = Field(default="", pattern=r"^[0-9*#]*$")
    barge_in_s: float | None = Field(default=None, ge=0)
    """Speak so long after the agent has begun, instead of waiting for its end."""
    noise: bool = False
    """A sound without words."""
    silence: bool = False
    """Say nothing until the line notices."""


def _line(raw: object) -> object:
    return {"says": raw} if isinstance(raw, str) else raw


def _replies(raw: object) -> object:
    return raw if isinstance(raw, list | tuple) else [raw]


Replies = Annotated[tuple[Reply, ...], BeforeValidator(_replies)]


class Script(BaseModel):
    """One call."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    lookup: Reply = Reply.model_validate({"found": False})
    booking: Replies = ()
    """Answers to bookings in order, the last one for all further ones; empty: the wished time is free."""
    callback: Reply = Reply.model_validate({"success": True})
    says: tuple[Annotated[Line, BeforeValidator(_line)], ...] = ()
    silences: int = Field(default=0, ge=0, le=20)
    hangs_up: bool = False
    business: str | None = None
    now: datetime | None = None
    from_number: str | None = "+15125550123"


class ScriptFile(BaseModel):
    """A file of scripted calls for one business at one time."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    business: str = "ace-cooling"
    now: datetime | None = None
    calls: tuple[Script, ...] = Field(min_length=1)
    kind: Literal["conversations"] = "conversations"


def parse_scripts(raw: object, source: str) -> tuple[Script, ...]:
    """The calls in `raw` (parsed YAML), each with its business and time; raises `ScriptError`."""
    try:
        file = ScriptFile.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "file"
        raise ScriptError(f"{source}: {place}: {first['msg']}") from None
    return tuple(
        script.model_copy(update={"business": script.business or file.business, "now": script.now or file.now})
        for script in file.calls
    )
