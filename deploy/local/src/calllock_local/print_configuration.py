"""Shell. Prints docs/configuration.md from the services' settings classes: `python -m ...print_configuration FILE`."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Mapping
from pathlib import Path

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from dialog_brain.settings import Settings as BrainSettings
from post_call_worker.settings import Settings as WorkerSettings
from voice_gateway.settings import Settings as GatewaySettings

SERVICES: Mapping[str, type[BaseSettings]] = {
    "voice-gateway": GatewaySettings,
    "dialog-brain": BrainSettings,
    "post-call-worker": WorkerSettings,
}

_HEAD = """# Configuration
*Printed from the settings classes by `make docs`.*

Each service reads its settings once, at start, from environment variables, or from files in `/run/secrets` with the
same names in lower case; the variable wins. A service refuses to start with a missing or wrong setting, and names it;
`doctor` tries those that point to something outside. Only those marked **needed** must always be set.
"""
_FOOT = """
`post-call-worker migrate` prefers `MIGRATION_DATABASE_URL` to `DATABASE_URL`, for tables that belong to another role
than the worker's. The variables of the compose file are in [deploy/.env.example](../deploy/.env.example).
"""


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(_section(service, kind) for service, kind in SERVICES.items()) + _FOOT


def documented(kind: type[BaseSettings]) -> dict[str, str]:
    """What the class says of each of its fields, in one line; fields of its parents included."""
    told: dict[str, str] = {}
    for parent in reversed(kind.__mro__):
        if parent is not BaseSettings and issubclass(parent, BaseSettings):
            told |= _told_in(parent)
    return {name: told.get(name, "") for name in kind.model_fields}


def _told_in(kind: type[BaseSettings]) -> dict[str, str]:
    (definition,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)
    told = {}
    for statement, following in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            is_text = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            text = str(following.value.value) if is_text else ""  # type: ignore[attr-defined]  # checked above
            told[statement.target.id] = " ".join(text.split())
    return told


def _section(service: str, kind: type[BaseSettings]) -> str:
    told = documented(kind)
    rows = [
        f"| `{name.upper()}` | {_default(field)} | {told[name].replace('|', '&#124;')} |"
        for name, field in sorted(kind.model_fields.items(), key=lambda setting: not setting[1].is_required())
    ]
    return f"\n## {service}\n| setting | default | what |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    plain = field.default.get_secret_value() if hasattr(field.default, "get_secret_value") else field.default
    return f"`{plain}`" if plain not in ("", None, ()) else ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
