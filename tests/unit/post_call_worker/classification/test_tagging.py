"""Pure. Negation, clause by clause, and what voids or takes back a signal."""

from __future__ import annotations

import pytest

from post_call_worker.classification.patterns import compile_pattern
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.signals import Signal, Signals
from post_call_worker.classification.tagging import hear


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("no gas smell, smoke or fire", set()),
        ("no, I smell gas", {"GAS_LEAK"}),
        ("nope, there is a gas smell", {"GAS_LEAK"}),
        ("it's not working and I smell gas", {"GAS_LEAK"}),
        ("my furnace is not working i smell gas", {"GAS_LEAK"}),
        ("I don't think I smell gas", set()),
        ("I do not smell any gas", set()),
        ("No smell of gas, but the CO detector's going off", {"CO_EVENT"}),
        ("there's no smoke and no fire", set()),
        ("I never smelled gas before, now I smell gas", {"GAS_LEAK"}),
        ("I don't know why but it smells like gas", {"GAS_LEAK"}),
        ("Isn't that a gas smell?", {"GAS_LEAK"}),
        ("the CO alarm isn't going off", set()),
        ("I smell gas. It was the toaster, false alarm", set()),
        ("nobody smelled gas until I turned it on", {"GAS_LEAK"}),
        ("I never had a gas smell before today", {"GAS_LEAK"}),
        ("I can't stop smelling gas", {"GAS_LEAK"}),
        ("isn't that gas I smell", {"GAS_LEAK"}),
        ("no smoke, no fire, just a burning smell", {"ELECTRICAL_FIRE"}),
        ("I called the fire department because I see smoke", {"ELECTRICAL_FIRE"}),
        ("it smells like gas, like when you're at a gas station", {"GAS_LEAK"}),
        ("if you don't come today the gas leak will get worse", {"GAS_LEAK"}),
        ("it doesn't smell like gas, it smells like something burning", {"ELECTRICAL_FIRE"}),
        ("I wouldn't call it a gas smell", set()),
        ("no, I'm not saying I smell gas", set()),
        ("the carbon monoxide detector is fine, no beeping", set()),
        ("I don't think the CO alarm is broken, it's really going off", {"CO_EVENT"}),
        ("I do not believe the carbon monoxide detector is faulty, it keeps screaming", {"CO_EVENT"}),
        ("we bought a carbon monoxide detector and it's going off", {"CO_EVENT"}),
        ("we bought a carbon monoxide detector and want it mounted", set()),
        ("nothing's burning or smoking, it just won't turn on", set()),
        ("there's neither gas smell nor smoke", set()),
        ("the line set is hissing", set()),
        ("I smell gas by the line set", {"GAS_LEAK"}),
        ("we're burning up in here, the AC is out", set()),
        ("we're burning up in here and there's smoke coming from the AC", {"ELECTRICAL_FIRE"}),
        ("the igniter glows but the furnace won't light", set()),
        ("the igniter glows and there's smoke from the furnace", {"ELECTRICAL_FIRE"}),
        ("our carbon monoxide detectors are expired", set()),
        ("our carbon monoxide detector is old and it's going off", {"CO_EVENT"}),
        ("I can\u2019t tell, but something\u2019s burning", {"ELECTRICAL_FIRE"}),
        ("there's no pressure at all the carbon monoxide alarm is going off", {"CO_EVENT"}),
        ("there's no smell at all of gas", set()),
        ("it's not an emergency the carbon monoxide alarm just keeps beeping", {"CO_EVENT"}),
        ("my husband thinks it's nothing I smell gas by the stove", {"GAS_LEAK"}),
        ("there's nothing I can smell of gas", set()),
        ("nobody's home whenever the smoke alarm goes off", {"ELECTRICAL_FIRE"}),
    ],
)
def test_a_negation_reaches_as_far_as_its_clause(words: str, expected: set[str]) -> None:
    heard = hear([words], package_signals())
    assert {tag for tag in ("GAS_LEAK", "CO_EVENT", "ELECTRICAL_FIRE") if tag in heard} == expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["my neighbor had a gas leak", "no"], set()),
        (["my neighbor had a gas leak"], {"GAS_LEAK"}),
        (["my neighbor had a gas leak", "no", "wait, I smell gas in the kitchen"], {"GAS_LEAK"}),
        (["I smell gas", "my neighbor had a gas leak once", "no"], {"GAS_LEAK"}),
        (["my neighbor had a gas leak and ours is fine"], set()),
        (["my neighbor had a gas leak and now I smell gas", "no"], {"GAS_LEAK"}),
        (["my mom's house had a gas leak", "no, she left"], {"GAS_LEAK"}),
        (["my mom's house had a gas leak", "no, nothing here"], set()),
        (["if I ever smelled gas who would I call", "well, no"], set()),
        (["last year we had a gas leak", "you fixed it and it's all done with"], set()),
        (["last year we had a gas leak and we smell gas again", "no"], {"GAS_LEAK"}),
    ],
)
def test_a_danger_elsewhere_stands_until_all_is_well_here(turns: list[str], expected: set[str]) -> None:
    assert hear(turns, package_signals()).standing.keys() & {"GAS_LEAK"} == expected


@pytest.mark.parametrize(
    ("turns", "stands"),
    [
        (["there's a burning smell", "I don't see any smoke"], True),
        (["there's smoke in the hall", "I don't see any smoke now"], False),
        (["something is burning", "no, it is not burning wires"], False),
    ],
)
def test_one_sign_of_a_danger_denied_takes_no_other_back(turns: list[str], stands: bool) -> None:
    assert ("ELECTRICAL_FIRE" in hear(turns, package_signals())) is stands


@pytest.mark.parametrize(
    ("turn", "tag", "given"),
    [
        ("I used to rent it out but now we live in it", "RENTAL_PROPERTY", False),
        ("I used to live there but now I rent it out", "RENTAL_PROPERTY", True),
        ("when my mother was alive she had oxygen in here", "MEDICAL_NEED", False),
        ("my mother has oxygen in here", "MEDICAL_NEED", True),
        ("my wife sells real estate", "REALTOR_INQUIRY", False),
        ("I sell real estate", "REALTOR_INQUIRY", True),
        ("if it was a rental I'd let it go but we live in it and own it", "OWNER_OCCUPIED", True),
    ],
)
def test_what_is_told_in_passing_gives_no_tag_in_its_clause(turn: str, tag: str, given: bool) -> None:
    assert (tag in hear([turn], package_signals())) is given


def test_what_was_taken_back_is_still_known_to_have_been_said() -> None:
    heard = hear(["I smell gas", "I don't smell gas"], package_signals())
    assert "GAS_LEAK" not in heard
    assert "GAS_LEAK" in heard.ever


def test_the_words_that_gave_a_signal_are_kept() -> None:
    heard = hear(["well, the AC is blowing warm air"], package_signals())
    assert heard.standing["REPAIR_AC"] == "ac is blowing warm"


def test_what_would_void_a_signal_does_not_where_it_is_denied_itself() -> None:
    assert "DIAGNOSTIC_SMELL" in hear(["there's a fishy smell in the house, it's not burning"], package_signals())
    assert "DIAGNOSTIC_SMELL" not in hear(["there's a fishy smell in the house, it's burning"], package_signals())


def test_a_contracted_is_is_heard_after_any_noun_where_no_possessive_can_stand() -> None:
    assert "REPAIR_AC" in hear(["the cooling's out on the second floor"], package_signals())


def test_of_several_signals_in_one_place_the_same_one_is_told_every_time() -> None:
    rooms = ("attic", "bath", "den", "garage", "hall", "kitchen", "loft", "porch")
    says = tuple(compile_pattern(f"warm & {room}", {}) for room in rooms)
    signals = Signals({"warm": Signal("warm", says)}, {"warm ": tuple(("warm", p) for p in says)}, ())
    heard = hear([f"it is warm in the {' '.join(rooms)}"], signals)
    assert heard.standing["warm"] == "warm .. porch"
