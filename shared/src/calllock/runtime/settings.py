"""Shell. Reads a service's settings at start; a missing or wrong one is told by its name."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings

SettingsT = TypeVar("SettingsT", bound=BaseSettings)


class SettingsError(ValueError):
    """Settings are missing or wrong; one line that names each of them and shows no value."""


def load_settings(kind: type[SettingsT]) -> SettingsT:
    """The settings from the environment; raises `SettingsError` with every fault."""
    try:
        return kind()
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault, error.errors(include_input=False)))) from None


def _fault(fault: ErrorDetails) -> str:
    reason = fault["msg"].removeprefix("Value error, ")
    return f"{str(fault['loc'][0]).upper()}: {reason}" if fault["loc"] else reason
