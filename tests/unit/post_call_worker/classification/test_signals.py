"""Pure. What is checked of the signals before they are used."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from post_call_worker.classification.signal_files import package_files
from post_call_worker.classification.signals import SignalsError, follow, parse_signals
from post_call_worker.classification.taxonomy import TAXONOMY


def _file(**changes: object) -> str:
    tags = {
        category: {tag: {"says": [tag.lower().replace("_", " ")]} for tag in tags}
        for category, tags in TAXONOMY.items()
    }
    return yaml.safe_dump({"words": {}, "hints": {"dead": ["dead"]}} | tags | changes)


def test_a_whole_file_is_read_and_indexed() -> None:
    signals = parse_signals({"all.yaml": _file()})
    assert len(signals.by_name) == 118
    assert signals.index["dead "][0][0] == "dead"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("GAS_LEAK:", "GAS_LEEK:", "GAS_LEAK.*HAZARD.GAS_LEEK"),
        ("CO_EVENT:", "GAS_LEAK:", "GAS_LEAK is there twice"),
        ("- gas leak", "- (gas leak", "GAS_LEAK"),
        ("says:\n    - gas leak", "says: []", "GAS_LEAK"),
        ("says:\n    - gas leak", "shouts:\n      - gas leak", "HAZARD.GAS_LEAK"),
        ("hints:", "hunts:", "hints"),
        ("words: {}", "words: [", "all.yaml:"),
        ("words: {}", "words: {}\nelsewhere: {says: [(gas]}", "signals: elsewhere"),
        ("words: {}", "words: {}\nasides: [{says: [gas], of: [NO_TAG]}]", "signals: asides"),
        ("says:\n    - gas leak", "together: [[dead, ded]]", "GAS_LEAK.*ded"),
        ("says:\n    - gas leak", "together: [[]]", "HAZARD.GAS_LEAK.together.0"),
        ("- gas leak", "- Gas leak", "small letters"),
        ("- gas leak", "- (it|gas) isn't .. right", "of \"isn't\" a caller's sentence has 'is not'"),
        ("- dead", "- kind of", "of 'kind of' a caller's sentence has ''"),
        ("words: {}", "words: {ages: [r twenty two]}", "of 'r twenty two' a caller's sentence has 'r 22'"),
    ],
)
def test_a_file_with_a_fault_is_refused_by_name(old: str, new: str, fault: str) -> None:
    text = _file()
    assert old in text
    with pytest.raises(SignalsError, match=fault):
        parse_signals({"all.yaml": text.replace(old, new, 1)})


def test_what_stands_in_two_files_is_refused_by_name_and_so_is_a_file_of_nothing() -> None:
    with pytest.raises(SignalsError, match=r"more\.yaml.*HAZARD"):
        parse_signals({"all.yaml": _file(), "more.yaml": "HAZARD: {}"})
    with pytest.raises(SignalsError, match=r"more\.yaml"):
        parse_signals({"all.yaml": _file(), "more.yaml": ""})


def test_every_hint_of_the_package_is_used_and_every_group_too() -> None:
    files = package_files()
    told = {name: yaml.safe_load(text) for name, text in files.items()}
    modules = resources.files("post_call_worker.classification").iterdir()
    code = "".join(module.read_text(encoding="utf-8") for module in modules if module.name.endswith(".py"))
    rows = [
        row
        for category in TAXONOMY
        for entry in told[f"{category.lower()}.yaml"][category].values()
        for row in entry.get("together", ())
    ]
    together = {name for row in rows for name in row}
    text = "".join(files.values())
    assert [hint for hint in told["hints.yaml"]["hints"] if f'"{hint}"' not in code and hint not in together] == []
    assert [group for group in told["words.yaml"]["words"] if f"{{{group}}}" not in text] == []


@pytest.mark.parametrize(("name", "text"), package_files().items())
def test_no_line_of_the_signals_is_longer_than_one_of_code(name: str, text: str) -> None:
    assert [(name, number) for number, line in enumerate(text.splitlines(), 1) if len(line) > 120] == []


def test_what_was_said_together_gives_a_tag_and_a_tag_may_give_another() -> None:
    revenue = yaml.safe_load(_file())["REVENUE"]
    revenue["REPLACE_OPP"] = {"together": [["dead", "REPAIR_AC"]]}
    revenue["HOT_LEAD"] = {"together": [["REPLACE_OPP"]]}
    signals = parse_signals({"all.yaml": _file(REVENUE=revenue)})
    assert follow(signals, {"dead", "REPAIR_AC"}) == {"REPLACE_OPP", "HOT_LEAD"}
    assert follow(signals, {"dead", "REPAIR_HEATING"}) == set()
