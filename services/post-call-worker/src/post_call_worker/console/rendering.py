"""Adapter. Pages from templates: everything that is put in is escaped, and a name that is missing is an error."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from post_call_worker.console.access import Visitor
from post_call_worker.console.labels import span

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


def _version() -> str:
    """Changes with any static file, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


_templates = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["static"] = f"/static/{_version()}"
_templates.filters["span"] = span


def fragment(template: str, **values: Any) -> str:
    """The template as text."""
    return _templates.get_template(template).render(**values)


def is_part(request: Request) -> bool:
    """Whether a page that is open wants a part of itself anew."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def page(request: Request, template: str, visitor: Visitor | None, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page, or its part for a request that swaps parts."""
    shown = fragment(template, visitor=visitor, path=request.url.path, **values)
    return HTMLResponse(shown, status, {"Vary": "HX-Request"})
