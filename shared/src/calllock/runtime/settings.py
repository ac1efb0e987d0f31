"""Shell. Reads a service's settings at start, and names every one that is missing or wrong.

A setting is an environment variable, or a file of that name in lower case in `/run/secrets`, where Docker and
Kubernetes put what should not be in an environment. The variable wins.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings

SECRETS = Path("/run/secrets")

SettingsT = TypeVar("SettingsT", bound=BaseSettings)


class SettingsError(ValueError):
    """Settings are missing or wrong; one line that names each of them and shows no value."""


def load_settings(kind: type[SettingsT], secrets: Path = SECRETS) -> SettingsT:
    """The settings from the environment and `secrets`; raises `SettingsError` with every fault."""
    try:
        return kind(_secrets_dir=secrets if secrets.is_dir() else None)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault, error.errors(include_input=False)))) from None


def _fault(fault: ErrorDetails) -> str:
    reason = "needed, but not set" if fault["type"] == "missing" else fault["msg"].removeprefix("Value error, ")
    return f"{str(fault['loc'][0]).upper()}: {reason}" if fault["loc"] else reason
