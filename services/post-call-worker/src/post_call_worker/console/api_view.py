"""Pure. An OpenAPI description as a short list for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    method: str
    path: str
    says: str
    parameters: tuple[str, ...]


def operations(description: Mapping[str, Any], prefix: str) -> tuple[Operation, ...]:
    """The operations whose path begins with `prefix`, in the order of the description."""
    return tuple(
        Operation(
            method.upper(),
            path,
            operation.get("description", ""),
            tuple(one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"),
        )
        for path, methods in description["paths"].items()
        if path.startswith(prefix)
        for method, operation in methods.items()
    )
