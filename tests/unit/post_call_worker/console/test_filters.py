"""Which calls are asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from post_call_worker.console.filters import Filters, Place, place_of, words_query


def test_what_a_form_leaves_empty_is_not_asked() -> None:
    filters = Filters.model_validate({"business": "", "day": "", "priority": "", "undelivered": "", "words": "  "})
    assert filters == Filters()
    assert not filters.narrow
    assert filters.query() == ""


def test_the_next_page_is_asked_with_the_same_filters() -> None:
    filters = Filters.model_validate({"day": "2026-02-23", "undelivered": "true", "words": "a b", "after": "old"})
    assert filters.day == date(2026, 2, 23)
    assert filters.narrow
    assert filters.query("x~y") == "day=2026-02-23&undelivered=true&words=a+b&after=x~y"


@pytest.mark.parametrize("wrong", [{"day": "yesterday"}, {"priority": "pink"}, {"outcome": "x"}, {"words": "x" * 201}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Filters.model_validate(wrong)


def test_a_place_is_read_as_it_was_written() -> None:
    place = Place(started_at=datetime(2026, 2, 23, 16, 0, 0, 123, tzinfo=UTC), call_sid="CA~1")
    assert place_of(str(place)) == place


@pytest.mark.parametrize("text", ["", "~", "yesterday~CA1", "2026-02-23T16:00:00~CA1"])
def test_a_broken_place_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        place_of(text)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Emily Car", "'emily':* & 'car':*"),
        ("o'neill & (co):*", "'o''neill':* & '(co):*':*"),
        ("a\\b", r"'a\\b':*"),
        ("(512) 555-0142", "'5125550142':* | '+15125550142':*"),
        ("+1 512 555 0142", "'5125550142':* | '+15125550142':*"),
        ("+44 7911 123456", "'7911123456':* | '+447911123456':*"),
        ("555-0142", "'5550142':*"),
        ("  ", ""),
        ("!!!", ""),
    ],
)
def test_words_and_numbers_are_looked_for_as_they_are_typed(typed: str, query: str) -> None:
    assert words_query(typed) == query
