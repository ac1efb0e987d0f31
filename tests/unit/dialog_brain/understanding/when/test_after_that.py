"""Times that are told by what stands before them."""

from __future__ import annotations

from datetime import datetime

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime.fromisoformat("2026-02-23T10:00:00-06:00")


@pytest.mark.parametrize(
    ("says", "bounds"),
    [
        ("thursday I have a meeting at two so after that", ("2026-02-26", "14:00:00", "None")),
        ("I have a doctor's appointment thursday at ten so after that", ("2026-02-26", "10:00:00", "None")),
        ("tomorrow I have a meeting at two so before that", ("2026-02-24", "None", "14:00:00")),
        ("thursday I work until three so after that", ("2026-02-26", "15:00:00", "None")),
        ("I get off at five so any time after that", ("None", "17:00:00", "None")),
    ],
)
def test_an_hour_that_was_told_becomes_a_bound(says: str, bounds: tuple[str, str, str]) -> None:
    when = understand(says, "time", NOW).when
    assert when is not None
    assert (str(when.date), str(when.earliest), str(when.latest)) == bounds


def test_an_appointment_without_an_hour_bounds_nothing() -> None:
    assert understand("I have a doctor's appointment thursday so after that", "time", NOW).when is None
