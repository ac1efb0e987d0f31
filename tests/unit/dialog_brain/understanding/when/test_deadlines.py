"""Days by which it is to be done."""

from __future__ import annotations

from datetime import date

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.deadlines import Deadline, told_deadlines

MONDAY = date(2026, 2, 23)
SATURDAY = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("says", "due"),
    [
        ("before my in-laws get here Saturday", [Deadline(0, 7, SATURDAY)]),
        ("it should be done before the party on Saturday", [Deadline(4, 9, SATURDAY)]),
        ("by the time we get back Saturday", [Deadline(0, 7, SATURDAY)]),
        ("before closing on Saturday", [Deadline(0, 4, SATURDAY)]),
        ("before Saturday", []),
        ("before the end of the week", []),
        ("before the weekend", []),
        ("before the kids get home at three Saturday", []),
        ("before my mom comes Saturday at ten", []),
        ("not before my surgery Saturday", []),
        ("before my in-laws get here. Saturday would be good", []),
    ],
)
def test_the_day_of_what_happens_is_no_wish_but_the_day_before_which_to_come(says: str, due: list[Deadline]) -> None:
    assert told_deadlines(hear(says), MONDAY) == due
