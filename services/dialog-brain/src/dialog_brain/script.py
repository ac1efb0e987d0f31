"""Pure. A scripted call: what the caller says, what the backend answers; the shape of our conversation files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
"""Between them every moment can be told in every zone, with days before and after it."""
DEMANDS = frozenset(
    {"path", "tools", "end", "emergency", "callback_type", "booked_with", "must_say", "never", "fields", "final"}
)
"""What the judge of a played call may ask of it; such a key stands beside the script and does not steer it."""


SLIP = 0.7
"""How alike, from 0 to 1, a key must be to one that steers to be taken for a slip of the pen."""


_REASONS = {"missing": "needed, but not there", "model_type": "must be a mapping with `calls`"}


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


def _known(keys: Collection[str]) -> Callable[[object], object]:
    """Leaves out keys that steer nothing, such as demands or a remark; a misspelled key that would steer stays."""

    def steers(key: object) -> bool:
        return key in keys or (key not in DEMANDS and bool(get_close_matches(str(key), keys, cutoff=SLIP)))

    return lambda raw: {key: raw[key] for key in raw if steers(key)} if isinstance(raw, dict) else raw


Moment = Annotated[AwareDatetime, Field(ge=EARLIEST, lt=LATEST)]
Replies = Annotated[tuple[Reply, ...], BeforeValidator(_replies)]


class Script(BaseModel):
    """One call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    lookup: Reply = Reply.model_validate({"found": False})
    booking: Replies = ()
    """Answers to bookings in order, the last one for all further ones; empty: the wished time is free."""
    callback: Reply = Reply.model_validate({"success": True})
    says: tuple[Annotated[Line, BeforeValidator(_line)], ...] = ()
    silences: int = Field(default=0, ge=0, le=20)
    hangs_up: bool = False
    person_answers: bool = True
    """Whether a person takes the call when it is given to one."""
    business: str | None = None
    now: Moment | None = None
    from_number: str | None = "+15125550123"


class ScriptFile(BaseModel):
    """A file of scripted calls for one business at one time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    business: str = "ace-cooling"
    now: Moment | None = None
    calls: tuple[Annotated[Script, BeforeValidator(_known(Script.model_fields))], ...] = Field(min_length=1)


def parse_scripts(raw: object, source: str) -> tuple[Script, ...]:
    """The calls in `raw` (parsed YAML), each with its business and time; raises `ScriptError`."""
    try:
        file = ScriptFile.model_validate(_known(ScriptFile.model_fields)(raw))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "file"
        raise ScriptError(f"{source}: {place}: {_REASONS.get(first['type'], first['msg'])}") from None
    return tuple(
        script.model_copy(update={"business": script.business or file.business, "now": script.now or file.now})
        for script in file.calls
    )
