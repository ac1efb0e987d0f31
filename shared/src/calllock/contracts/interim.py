"""Pure. Words of a turn that is not over: shown to whoever is looking, kept nowhere, and nothing follows from them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class InterimWords(BaseModel):
    """What has been heard so far of turn `turn` of a call; the `UtteranceHeard` of that turn replaces it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    call_sid: str
    turn: int
    text: str
