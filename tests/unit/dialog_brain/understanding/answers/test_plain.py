"""The whole turns whose meaning is worked out once."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import get_args

import pytest

from calllock.contracts.commands import Expected
from dialog_brain.understanding import understand as module
from dialog_brain.understanding.answers.plain import PLAIN
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import NOTHING_HELD, Held, When
from tests.unit.dialog_brain.understanding.test_understand import NOW

NEW_YEARS_EVE = datetime(2026, 12, 31, 23, tzinfo=NOW.tzinfo)
TUESDAY = Held("Ann Right", "12 Good Street", When(date=date(2026, 2, 24), time=time(9)))
MOMENTS = [(NOW, (), NOTHING_HELD), (NEW_YEARS_EVE, ("Please Street",), TUESDAY)]


@pytest.mark.parametrize("asked", get_args(Expected))
def test_a_plain_answer_means_the_same_at_any_moment_and_of_whatever_is_held(
    asked: Expected, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [write(" ".join(words)) for words in PLAIN for write in (str, str.capitalize, "{}.".format, "{}?".format)]
    remembered = [understand(text, asked, NOW) for text in said]

    monkeypatch.setattr(module, "PLAIN", frozenset())

    for now, keyterms, held in MOMENTS:
        assert [understand(text, asked, now, keyterms, held=held) for text in said] == remembered


def test_a_plain_yes_to_one_offered_time_takes_it() -> None:
    offered = datetime(2026, 2, 24, 9, tzinfo=NOW.tzinfo)

    assert understand("yes please", "confirm", NOW, offers=(offered,)).taken == 0
    assert understand("yes please", "confirm", NOW).taken is None
