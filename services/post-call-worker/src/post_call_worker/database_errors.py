"""Adapter. What an error of the database means: that it is away, or that it will never take what it was given."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

_AWAY = frozenset({"08", "25", "28", "3D", "40", "53", "55", "57", "58"})
"""Classes of SQLSTATE that another try may not meet: of connections, roles, locks, resources and operators."""
_VALUES = frozenset({"22", "23", "54"})
"""Those that the same values meet again: no such value, one that breaks a rule, one that is too large."""


def sqlstate(error: BaseException) -> str:
    """Its code; empty when the database did not give one."""
    return str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")


def is_away(error: BaseException) -> bool:
    """Whether to ask again helps; what is neither this nor about values is a fault in our question."""
    if isinstance(error, DBAPIError):
        code = sqlstate(error)
        return code[:2] in _AWAY if code else not _is_unwritable(error)
    return isinstance(error, OSError | NoConnectionFree)


def refuses_values(error: BaseException) -> bool:
    """Whether the database, or its driver, takes the question but not these values."""
    return isinstance(error, DBAPIError) and (sqlstate(error)[:2] in _VALUES or _is_unwritable(error))


def _is_unwritable(error: DBAPIError) -> bool:
    """The driver has no way to write the value down, such as a number that is too large."""
    return isinstance(getattr(error.orig, "__cause__", None), ValueError)
