"""What an error of the database means."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError, InterfaceError, InvalidRequestError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from post_call_worker.database_errors import is_away, refuses_values, sqlstate


def _said(code: str | None, cause: Exception | None = None) -> DBAPIError:
    said = type("Said", (Exception,), {"sqlstate": code})()
    said.__cause__ = cause
    return InterfaceError("SELECT 1", {}, said)


@pytest.mark.parametrize(
    ("error", "away", "refuses"),
    [
        (_said("57P01"), True, False),
        (_said("08006"), True, False),
        (_said("28P01"), True, False),
        (_said("40P01"), True, False),
        (_said(None), True, False),  # the connection is closed
        (_said("22021"), False, True),
        (_said("23505"), False, True),
        (_said("54000"), False, True),
        (_said(None, ValueError("value out of int32 range")), False, True),
        (_said("42P01"), False, False),
        (InvalidRequestError("no such column"), False, False),
        (NoConnectionFree("of twelve"), True, False),
        (ConnectionRefusedError(), True, False),
        (TimeoutError(), True, False),
    ],
)
def test_what_helps_and_what_does_not_is_told_apart(error: Exception, away: bool, refuses: bool) -> None:
    assert (is_away(error), refuses_values(error)) == (away, refuses)


def test_the_code_is_the_database_s_own() -> None:
    assert [sqlstate(error) for error in (_said("57P01"), _said(None), OSError())] == ["57P01", "", ""]
