"""From counts to figures and plots."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from typing import get_args

import pytest

from post_call_worker.console.numbers_view import Counts, NumbersPage, Standing, numbers_page, paces
from post_call_worker.vocabulary import Disposition

MONDAY, TUESDAY = date(2026, 2, 23), date(2026, 2, 24)
COUNTS = Counts(
    outcomes=[(MONDAY, "booked", 3), (MONDAY, "hung_up", 1), (TUESDAY, "rescheduled", 1), (TUESDAY, "emergency", 5)],
    hang_ups=[("service_area", 1)],
    reprompts=[("name", 1), ("address_check", 3)],
    responses=[(MONDAY, 900.0, 1500.0), (TUESDAY, 1100.0, 2400.0), (None, 950.0, 1600.0)],
    deliveries=[("delivered", 19), ("dead", 1), ("pending", 4)],
)
NOTHING = Counts([], [], [], [], [])


def _figures(page: NumbersPage) -> dict[str, tuple[str, str]]:
    return {figure.label: (figure.value, figure.detail) for figure in page.figures}


def test_the_figures_add_up() -> None:
    figures = _figures(numbers_page(COUNTS, MONDAY, TUESDAY))
    assert figures["Calls"] == ("10", "")
    assert figures["Booked"] == ("4", "40%")
    assert figures["Emergencies"] == ("5", "")
    assert figures["Delivered"] == ("95%", "1 not, 4 on their way")
    assert figures["Answer time"] == ("0.9 s", "95% within 1.6 s")


@pytest.mark.parametrize(
    ("counted", "shown"),
    [
        ([("delivered", 30)], ("100%", "0 not")),
        ([("delivered", 30), ("pending", 6)], ("100%", "0 not, 6 on their way")),
        ([("delivered", 30), ("overdue", 6)], ("83%", "0 not, 6 late")),
        ([("delivered", 2000), ("overdue", 1)], ("99%", "0 not, 1 late")),
        ([("delivered", 2000), ("dead", 1), ("pending", 1)], ("99%", "1 not, 1 on their way")),
        ([("overdue", 2), ("discarded", 5)], ("0%", "0 not, 2 late")),
        ([("pending", 1), ("discarded", 5)], ("none", "0 not, 1 on their way")),
    ],
)
def test_everything_is_delivered_only_when_nothing_is_overdue(
    counted: list[tuple[Standing, int]], shown: tuple[str, str]
) -> None:
    assert _figures(numbers_page(Counts([], [], [], [], counted), MONDAY, TUESDAY))["Delivered"] == shown


def test_half_of_the_answers_take_no_longer_than_the_median_whatever_their_order() -> None:
    counted = [(TUESDAY, 900, 1), (MONDAY, 2000, 5), (MONDAY, 500, 13), (MONDAY, 700, 2)]
    assert paces(counted) == [(TUESDAY, 900, 900), (None, 500, 2000), (MONDAY, 500, 2000)]
    assert paces([]) == []


def test_a_week_without_calls_is_a_page_as_well() -> None:
    page = numbers_page(NOTHING, MONDAY, TUESDAY)
    assert _figures(page)["Answer time"] == ("none", "")
    assert _figures(page)["Booked"] == ("0", "")
    assert (page.hang_ups, page.misses) == (None, None)
    assert page.empty
    assert not numbers_page(COUNTS, MONDAY, TUESDAY).empty


def test_the_questions_that_were_asked_again_are_named_with_the_most_frequent_first() -> None:
    misses = numbers_page(COUNTS, MONDAY, TUESDAY).misses
    assert misses is not None
    assert [title.text for title in ET.fromstring(misses).iter("title")] == ["address check: 3", "name: 1"]


@pytest.mark.parametrize("disposition", get_args(Disposition))
def test_every_way_to_end_is_counted_somewhere(disposition: Disposition) -> None:
    page = numbers_page(Counts([(MONDAY, disposition, 7)], [], [], [], []), MONDAY, MONDAY)
    assert " 7</title>" in page.calls
