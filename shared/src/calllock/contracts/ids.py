"""Pure. How the ids of messages and requests are made: the same cause gives the same id."""

from __future__ import annotations


def output_id(call_sid: str, step: int, number: int) -> str:
    """Id of the `number`-th output of the call's `step`-th input, both counted from 1."""
    return f"{call_sid}:{step}:{number}"


def line_id(call_sid: str, name: str, number: int) -> str:
    """Id of a fact of the line, such as ("turn", 3) or ("prompt", 2)."""
    return f"{call_sid}:{name}:{number}"


def single_id(call_sid: str, name: str) -> str:
    """Id of what can happen once in a call: answered, ended, emergency."""
    return f"{call_sid}:{name}"
