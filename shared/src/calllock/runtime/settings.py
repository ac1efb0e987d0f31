"""Shell. Reads a service's settings at start; a missing or wrong one stops the start by its name."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_settings import BaseSettings

SettingsT = TypeVar("SettingsT", bound=BaseSettings)


def load_settings(kind: type[SettingsT]) -> SettingsT:
    """The settings from the environment; exits with every fault named, and no value shown."""
    try:
        return kind()
    except ValidationError as error:
        faults = [f"  {'_'.join(str(part) for part in f['loc']).upper()}: {f['msg']}" for f in error.errors()]
        raise SystemExit("cannot start, these settings are missing or wrong:\n" + "\n".join(faults)) from None
