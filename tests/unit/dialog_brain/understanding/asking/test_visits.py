"""What is said about a visit: questions about it, wishes for it, thanks and goodbyes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    "says",
    [
        "yes but can you call before you come",
        "yes and please have him text me first",
        "okay but have the tech call me thirty minutes before",
        "yeah could you knock loudly",
        "yes, but please don't park in the driveway",
        "yes but let me know when you're on the way",
        "sure but can you give me a heads up when he's close",
        "yes just give us a call on the way",
        "yes but don't ring the bell, the baby sleeps",
        "yes, can you make sure he brings a ladder",
    ],
)
def test_a_yes_with_a_wish_for_who_comes_is_a_yes(says: str) -> None:
    heard = understand(says, "confirm", NOW)
    assert (heard.consent, heard.wants, heard.when, heard.visit) == ("yes", None, None, "wished")


@pytest.mark.parametrize(
    "says",
    [
        "yes but can you come earlier",
        "yes if you call me first",
        "yes but let me ask my wife first",
        "yes but hold off on booking",
        "no, and don't call before you come",
    ],
)
def test_another_wish_takes_the_yes_away(says: str) -> None:
    assert understand(says, "confirm", NOW).consent != "yes"


def test_a_call_before_the_visit_is_no_callback() -> None:
    heard = understand("have the technician call me before he comes", "name", NOW)
    assert (heard.wants, heard.visit) == (None, "wished")


@pytest.mark.parametrize("says", ["call me back later", "have someone call me", "call me tomorrow when you open"])
def test_a_call_instead_of_a_visit_is_a_callback(says: str) -> None:
    heard = understand(says, "any", NOW)
    assert (heard.wants, heard.visit) == ("callback", None)


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("so when are you coming", True),
        ("wait, am I booked?", True),
        ("did you get that booked?", True),
        ("and that's for Tuesday, right?", True),
        ("sorry what time was that", True),
        ("is it okay if my dog is out", False),
        ("when it rains it leaks more, tell him", False),
        ("am I supposed to turn it off", False),
    ],
)
def test_who_asks_about_the_visit_is_told_from_who_tells_something(says: str, *, asks: bool) -> None:
    assert (understand(says, "any", NOW).visit == "asked") == asks


@pytest.mark.parametrize(
    ("says", "parting"),
    [
        ("okay bye", True),
        ("alright, talk to you later", True),
        ("ok thanks bye", True),
        ("okay, have a good day, bye", True),
        ("great, bye", False),
        ("yes, bye", False),
        ("that's right, thank you, goodbye", False),
        ("go ahead and book it, bye", False),
        ("okay", False),
    ],
)
def test_only_a_goodbye_agrees_to_nothing(says: str, *, parting: bool) -> None:
    assert understand(says, "confirm", NOW).parting == parting


def test_thanks_are_heard_as_words() -> None:
    assert understand("much appreciated", "any", NOW).thanks
    assert not understand("thankless job", "any", NOW).thanks
