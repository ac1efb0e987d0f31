"""Pure. What is checked of the signals file before it is used."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from post_call_worker.classification.signals import SignalsError, follow, parse_signals
from post_call_worker.classification.taxonomy import TAXONOMY


def _file(**changes: object) -> str:
    tags = {
        category: {tag: {"says": [tag.lower().replace("_", " ")]} for tag in tags}
        for category, tags in TAXONOMY.items()
    }
    return yaml.safe_dump({"words": {}, "hints": {"dead": ["dead"]}, "tags": tags} | changes)


def test_a_whole_file_is_read_and_indexed() -> None:
    signals = parse_signals(_file())
    assert len(signals.by_name) == 118
    assert signals.index["dead "][0][0] == "dead"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("GAS_LEAK:", "GAS_LEEK:", "GAS_LEAK.*HAZARD.GAS_LEEK"),
        ("CO_EVENT:", "GAS_LEAK:", "GAS_LEAK is there twice"),
        ("- gas leak", "- (gas leak", "GAS_LEAK"),
        ("says:\n      - gas leak", "says: []", "GAS_LEAK"),
        ("says:\n      - gas leak", "shouts:\n      - gas leak", "HAZARD.GAS_LEAK"),
        ("hints:", "hunts:", "hints"),
        ("words: {}", "words: [", "signals:"),
        ("words: {}", "words: {}\nelsewhere: {says: [(gas]}", "signals: elsewhere"),
        ("words: {}", "words: {}\nasides: [{says: [gas], of: [NO_TAG]}]", "signals: asides"),
        ("says:\n      - gas leak", "together: [[dead, ded]]", "GAS_LEAK.*ded"),
    ],
)
def test_a_file_with_a_fault_is_refused_by_name(old: str, new: str, fault: str) -> None:
    text = _file()
    assert old in text
    with pytest.raises(SignalsError, match=fault):
        parse_signals(text.replace(old, new, 1))


def test_every_hint_of_the_package_is_used_and_every_group_too() -> None:
    folder = resources.files("post_call_worker.classification")
    text = folder.joinpath("signals.yaml").read_text(encoding="utf-8")
    file = yaml.safe_load(text)
    code = "".join(module.read_text(encoding="utf-8") for module in folder.iterdir() if module.name.endswith(".py"))
    rows = [row for tags in file["tags"].values() for entry in tags.values() for row in entry.get("together", ())]
    together = {name for row in rows for name in row}
    assert [hint for hint in file["hints"] if f'"{hint}"' not in code and hint not in together] == []
    assert [group for group in file["words"] if f"{{{group}}}" not in text] == []


def test_no_line_of_the_signals_is_longer_than_one_of_code() -> None:
    text = resources.files("post_call_worker.classification").joinpath("signals.yaml").read_text(encoding="utf-8")
    assert [number for number, line in enumerate(text.splitlines(), 1) if len(line) > 120] == []


def test_what_was_said_together_gives_a_tag_and_a_tag_may_give_another() -> None:
    tags = yaml.safe_load(_file())["tags"]
    tags["REVENUE"]["REPLACE_OPP"] = {"together": [["dead", "REPAIR_AC"]]}
    tags["REVENUE"]["HOT_LEAD"] = {"together": [["REPLACE_OPP"]]}
    signals = parse_signals(_file(tags=tags))
    assert follow(signals, {"dead", "REPAIR_AC"}) == {"REPLACE_OPP", "HOT_LEAD"}
    assert follow(signals, {"dead", "REPAIR_HEATING"}) == set()
