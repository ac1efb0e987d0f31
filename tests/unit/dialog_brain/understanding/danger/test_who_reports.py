"""Whoever reports a danger, in whatever tense, of whatever place: it is heard, and so is its denial."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from calllock.contracts.events import Hazard
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected

NOW = datetime(2026, 2, 24, 9, 0, tzinfo=ZoneInfo("America/Chicago"))


class Verb(NamedTuple):
    """The forms of a verb: I see, she sees, saw, seeing, seen."""

    base: str
    third: str
    past: str
    going_on: str
    done: str


SEE = Verb("see", "sees", "saw", "seeing", "seen")
SMELL = Verb("smell", "smells", "smelled", "smelling", "smelled")
HEAR = Verb("hear", "hears", "heard", "hearing", "heard")
NOTICE = Verb("notice", "notices", "noticed", "noticing", "noticed")
MANY = ("I", "we", "they", "my kids", "the neighbors")
ONE = ("she", "he", "my wife", "my daughter", "the tenant", "our babysitter", "somebody", "my mother-in-law")
WITHOUT_A_VERB = (
    "the tenant reported", "she's reporting", "my tenants are reporting", "the tenant mentioned",
    "my son told me about", "she's complaining about", "the tenants are complaining of", "my wife called me about",
    "we were warned about", "he said there was", "there's", "there was", "now there's", "all of a sudden there's",
)  # fmt: skip
HAVING = ("we have", "we've got", "she's got", "they had")
PLACES = (
    "",
    "from the outlet",
    "by the furnace",
    "in the basement",
    "coming out of the vents",
    "near the water heater",
)
SEEN = (
    "sparks", "some sparks", "a spark", "tiny sparks", "a bunch of sparks", "smoke", "a little smoke", "black smoke",
    "a puff of smoke", "flames", "a fire", "arcing", "an orange glow", "scorch marks", "embers",
)  # fmt: skip
BURNT = (
    "smoke", "a burning smell", "something burning", "burning plastic", "burnt wires", "an electrical smell",
    "a burnt odor", "melting plastic", "hot plastic",
)  # fmt: skip
GAS = (
    "gas", "natural gas", "propane", "a gas smell", "an odor of gas", "the smell of gas", "a gas leak", "sulfur",
    "rotten eggs", "a rotten egg odor",
)  # fmt: skip
HISSING = ("hissing", "a hiss", "a hissing sound", "a hissing noise")
ALARMS = (
    "the carbon monoxide alarm",
    "our CO detector",
    "the CO alarm going off",
    "a carbon monoxide detector beeping",
)


def told(verb: Verb) -> Iterator[str]:
    """Who perceives, in every person and tense, at first and at second hand."""
    for who in MANY:
        yield from (
            f"{who} {verb.base}", f"{who} can {verb.base}", f"{who} {verb.past}", f"{who} just {verb.past}",
            f"{who} have {verb.done}", f"{who} keep {verb.going_on}", f"{who} have been {verb.going_on}",
        )  # fmt: skip
    for who in ONE:
        yield from (
            f"{who} {verb.third}", f"{who} {verb.past}", f"{who} is {verb.going_on}", f"{who} was {verb.going_on}",
            f"{who} has {verb.done}", f"{who} keeps {verb.going_on}", f"{who} thinks she {verb.past}",
            f"{who} says she {verb.third}", f"{who} just said she {verb.third}", f"{who} tells me he {verb.past}",
        )  # fmt: skip


def denied(verb: Verb) -> Iterator[str]:
    """The same, of nothing."""
    for who in MANY:
        yield from (f"{who} don't {verb.base} any", f"{who} didn't {verb.base} any", f"{who} never {verb.past} any")
    for who in ONE:
        yield from (
            f"{who} doesn't {verb.base} any", f"{who} hasn't {verb.done} any", f"{who} isn't {verb.going_on} any",
            f"{who} says she doesn't {verb.base} any",
        )  # fmt: skip
    yield from (f"nobody {verb.third}", f"no one has {verb.done}", f"nobody {verb.past} any", "there isn't any")


FAMILIES: list[tuple[Hazard, tuple[Verb, ...], tuple[str, ...], tuple[str, ...]]] = [
    ("ELECTRICAL_FIRE", (SEE, NOTICE), SEEN, (*WITHOUT_A_VERB, *HAVING)),
    ("ELECTRICAL_FIRE", (SMELL, NOTICE), BURNT, WITHOUT_A_VERB),
    ("GAS_LEAK", (SMELL, NOTICE), GAS, WITHOUT_A_VERB),
    ("GAS_LEAK", (HEAR, NOTICE), HISSING, WITHOUT_A_VERB),
    ("CO_EVENT", (HEAR,), ALARMS, ()),
]


@pytest.mark.parametrize(("hazard", "verbs", "things", "others"), FAMILIES)
def test_a_danger_is_heard_whoever_reports_it(
    hazard: Hazard, verbs: tuple[Verb, ...], things: tuple[str, ...], others: tuple[str, ...]
) -> None:
    reports = [*others, *(report for verb in verbs for report in told(verb))]

    missed = [
        says
        for report, thing, place in product(reports, things, PLACES)
        if understand(says := f"{report} {thing} {place}".strip(), "open", NOW).hazard != hazard
    ]

    assert missed == []


@pytest.mark.parametrize(("hazard", "verbs", "things", "others"), FAMILIES)
@pytest.mark.parametrize("asked", ["open", "safety"])
def test_a_danger_is_denied_whoever_denies_it(
    hazard: Hazard, verbs: tuple[Verb, ...], things: tuple[str, ...], others: tuple[str, ...], asked: Expected
) -> None:
    bare = [thing.removeprefix("some ").removeprefix("the ").removeprefix("an ").removeprefix("a ") for thing in things]
    reports = [report for verb in verbs for report in denied(verb)]

    alarmed = [
        says
        for report, thing, place in product(reports, bare, ("", "in the basement", "by the furnace"))
        if understand(says := f"{report} {thing} {place}".strip(), asked, NOW).hazard is not None
    ]

    assert alarmed == []


@pytest.mark.parametrize(
    "says",
    [
        "I see smoke alarms on your website, do you install those",
        "she noticed our gas bill went up",
        "my husband smokes but he does it outside",
        "I need a new spark plug for the generator",
        "my name is Gloria Sparks",
        "I live on Sparks Street",
        "the thermostat screen is glowing but it won't cool",
        "the igniter sparks but the pilot won't light",
        "we have a carbon monoxide detector and it's quiet",
        "is it okay to leave the gas on while you work",
    ],
)
def test_what_only_sounds_like_a_report_of_danger_is_none(says: str) -> None:
    assert understand(says, "any", NOW).hazard is None
