"""Pure. How the ids of messages and requests are made: the same cause gives the same id."""

from __future__ import annotations

import re

CALL_SID = "^[A-Za-z0-9_-]{1,64}$"
"""What a call may be called, as it is a token of subjects and part of file names."""


def is_call_sid(text: str) -> bool:
    """Whether a call may be called that; `*` and `>`, which stand for every call on the bus, may not."""
    return re.fullmatch(CALL_SID, text) is not None


def recording_name(call_sid: str, number: int) -> str:
    """The file of the call's `number`-th recording, counted from 1."""
    return f"{call_sid}-{number}.wav"


def recorded_call(file_name: str) -> str:
    """The call that was recorded into a file of that name."""
    return file_name.rpartition("-")[0]


def output_id(call_sid: str, step: int, number: int) -> str:
    """Id of the `number`-th output of the call's `step`-th input, both counted from 1."""
    return f"{call_sid}:{step}:{number}"


def line_id(call_sid: str, name: str, number: int) -> str:
    """Id of a fact of the line, such as ("turn", 3) or ("prompt", 2)."""
    return f"{call_sid}:{name}:{number}"


EMERGENCY, GRAVER_EMERGENCY = "emergency", "graver-emergency"


def single_id(call_sid: str, name: str) -> str:
    """Id of what can happen once in a call: answered, ended, emergency, and one that is graver."""
    return f"{call_sid}:{name}"
