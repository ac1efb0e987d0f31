"""What an answer calls wrong, what it leaves as it is, and which yes is meant for the question about dangers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Consent, Disputed, Expected, Kept

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("says", "disputed"),
    [
        ("the street is wrong", "address"),
        ("yes but the house number's off", "address"),
        ("that isn't where I live", "address"),
        ("you have the wrong apartment", "address"),
        ("yes but you got my surname wrong", "name"),
        ("that's not my name", "name"),
        ("the zip code isn't right", "zip"),
        ("everything is right except the zip", "zip"),
        ("that hour is no good", "time"),
        ("the day is wrong", "time"),
        ("that's the wrong problem", "problem"),
        ("the description of the problem isn't right", "problem"),
        # what is called right is not meant, nor what is denied
        ("the name's fine but the address isn't", "address"),
        ("address is correct, name is not", "name"),
        ("not the date, the name", "name"),
        ("no the name and everything is fine, it's the time", "time"),
        ("the address and the name are okay, but not the zip", "zip"),
        ("that's the correct time", None),
        ("no wait, what's the name of the tech", None),
        # words that only sound like a value
        ("no problem", None),
        ("no, I'll be home all day", None),
        ("no, sometimes it works", None),
        ("no it takes hours", None),
        ("no, for the first time in years it broke", None),
        ("the problem is that I'm not home then", None),
    ],
)
def test_a_value_is_disputed_by_its_name(says: str, disputed: Disputed | None) -> None:
    assert understand(says, "confirm", NOW).disputed == disputed


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        ("nothing", "as_is"),
        ("oh nothing, sorry", "as_is"),
        ("nothing's wrong with it", "as_is"),
        ("you don't need to change a thing", "as_is"),
        ("leave it like that", "as_is"),
        ("keep it the way it is", "as_is"),
        ("it's okay as it is", "as_is"),
        ("just keep that one", "as_is"),
        ("keep what I have", "as_is"),
        ("stick with the first appointment", "as_is"),
        ("I'll keep Tuesday", "as_is"),
        ("one is enough", "as_is"),
        ("I only want the one", "as_is"),
        ("let's keep just the one visit", "as_is"),
        ("it can stay the way it is", "as_is"),
        ("keep the dog in the yard", None),
        ("leave early in the day please", None),
        ("leave the existing one alone", "as_is"),
        ("I don't need anything changed", "as_is"),
        ("keep both", "both"),
        ("I need two visits", "both"),
        ("this one too", "both"),
        ("no, keep that one and add this one too", "both"),
        ("no, keep that and add this one", "both"),
        ("I want to keep that one and also book this one", "both"),
        ("don't touch that one, but book this as well", "both"),
        ("leave it, add this one", "both"),
        ("no keep Thursday and do this one too", "both"),
        ("keep that one and don't add this one", "as_is"),
        ("keep that one, don't book this one", "as_is"),
        ("just keep that one and add this to it", None),
        ("oh right I forgot just keep that one", "as_is"),
        ("it's the same thing", "as_is"),
        ("that's the same visit", "as_is"),
        ("no cancel that one and book this", "instead"),
        ("yes replace the other one", "instead"),
        ("swap it for this one", "instead"),
        ("please cancel the cable guy", None),
        ("nothing about it is right", None),
        ("it's not all right", None),
        ("is it all right to change the day", None),
        ("keep the name but change the address", None),
        ("keep trying", None),
        ("leave a message", None),
    ],
)
def test_who_wants_no_change_is_told_from_who_keeps_something_else(says: str, kept: Kept | None) -> None:
    assert understand(says, "any", NOW).kept == kept


@pytest.mark.parametrize(
    ("says", "consent"),
    [
        ("yes", "yes"),
        ("yes my heater smells", "yes"),
        ("yes I have a headache and the furnace is broken", "yes"),
        ("yes there is, and my zip is 78704", "yes"),
        ("yes it's coming from the furnace", "yes"),
        ("yes in the basement near the water heater", "yes"),
        ("yes my name is Bob Miller", None),
        ("yes I'm in 78704", None),
        ("yeah my toilet is clogged", None),
        ("yes my water heater has no hot water", None),
        ("yes the shower head leaks", None),
        ("yeah this is John Heady", None),
        ("yes this is Walter Burns", None),
        ("yeah in the kitchen the sink is leaking", None),
    ],
)
def test_a_yes_before_another_matter_is_no_danger(says: str, consent: Consent | None) -> None:
    heard = understand(says, "safety", NOW)
    assert (heard.hazard, heard.consent) == (None, consent)


def test_the_times_on_offer_are_chosen_from_in_the_same_reading() -> None:
    offers = (NOW.replace(hour=13), NOW.replace(hour=15))
    assert understand("the second one", "time", NOW, offers=offers).taken == 1
    assert understand("the second one", "time", NOW).taken is None


@pytest.mark.parametrize("sound", ["", "  ", "...", "?!"])
def test_a_sound_has_no_words(sound: str) -> None:
    assert understand(sound, "any", NOW).words == 0
    assert understand("well, no", "any", NOW).words == 2


@pytest.mark.parametrize(
    ("asked", "says", "consent"),
    [
        ("zip", "seven eight seven oh four", None),
        ("time", "five", None),
        ("zip", "zero", "no"),
        ("confirm", "seven oh four", None),
    ],
)
def test_a_row_of_digits_answers_nothing_but_a_lone_zero_denies(
    asked: Expected, says: str, consent: Consent | None
) -> None:
    assert understand(says, asked, NOW).consent == consent


@pytest.mark.parametrize(
    ("says", "of_one"),
    [
        ("the name is right", True),
        ("you got my name right", True),
        ("well the address is correct", True),
        ("yes the name is right", False),
        ("the name is right, go ahead", False),
        ("that's right", False),
    ],
)
def test_a_yes_to_one_value_is_told_from_a_yes_to_all(says: str, *, of_one: bool) -> None:
    heard = understand(says, "confirm", NOW)

    assert (heard.consent, heard.of_one) == ("yes", of_one)
