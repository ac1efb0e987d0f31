"""Adapter. Whether a URL is one that SQLAlchemy and asyncpg can connect to; libpq, whose URLs are handed out
everywhere, takes other keys in the query."""

from __future__ import annotations

import re

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_FORM = "must be like postgresql+asyncpg://user:password@host:port/name"
_LAST_PORT = 65_535
_ANY = r"(?s).+"
_ENCRYPTIONS = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_TAKEN = {
    **dict.fromkeys(("host", "port", "user", "password", "database"), _ANY),
    **dict.fromkeys(("passfile", "service", "servicefile", "krbsrvname"), _ANY),
    "ssl": "|".join(_ENCRYPTIONS).replace("-", "[-_]"),
    "target_session_attrs": "any|primary|standby|prefer-standby|read-write|read-only",
    "gsslib": "gssapi|sspi",
    "prepared_statement_cache_size": r"[0-9]{1,9}",
}
"""The keys of a query that reach the driver and that text can be the value of, and how that is written."""
_SEVERAL = frozenset({"host", "port"})
_IN_THE_ENVIRONMENT = (
    *("sslrootcert", "sslcert", "sslkey", "sslcrl", "sslnegotiation"),
    *("ssl_min_protocol_version", "ssl_max_protocol_version"),
)
_INSTEAD = {
    "dbname": "write database",
    **dict.fromkeys(("application_name", "options", "search_path"), "set it in Postgres, with ALTER ROLE"),
    **{key: f"set PG{key.replace('_', '').upper()}" for key in _IN_THE_ENVIRONMENT},
}


def checked_database_url(url: str) -> str:
    """The same URL; raises `ValueError`, which shows no value of it, when no connection could be made by it."""
    if not url.startswith("postgresql+asyncpg://"):
        raise ValueError("must begin with postgresql+asyncpg://")
    try:
        parts = make_url(url)
        port = parts.port
    except (ArgumentError, ValueError):
        raise ValueError(_FORM) from None
    if port is not None and not 0 < port <= _LAST_PORT:
        raise ValueError(_FORM)
    for key, value in parts.query.items():
        if fault := _fault(key, (value,) if isinstance(value, str) else value):
            raise ValueError(fault)
    _assemble(parts)
    return url


def _fault(key: str, values: tuple[str, ...]) -> str:
    if key == "sslmode":
        mode = values[0] if values[0] in _ENCRYPTIONS else "require"
        return f"asyncpg takes no sslmode: write ?ssl={mode} in its place"
    if key not in _TAKEN:
        name = key if key.isidentifier() else "such key"
        return f"asyncpg takes no {name} in the query of a URL: {_INSTEAD.get(key, 'leave it out')}"
    if len(values) > 1 and key not in _SEVERAL:
        return f"has {key} more than once"
    if not all(re.fullmatch(_TAKEN[key], value) for value in values):
        return f"has a wrong {key}" + (f": it is one of {', '.join(_ENCRYPTIONS)}" if key == "ssl" else "")
    return ""


def _assemble(parts: URL) -> None:
    try:
        parts.get_dialect()().create_connect_args(parts)
    except (ArgumentError, ValueError):
        raise ValueError("names hosts in its query that do not fit together: each is like host=name:port") from None
