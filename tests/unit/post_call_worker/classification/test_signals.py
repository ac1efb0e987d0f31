"""Pure. What is checked of the signals file before it is used."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from post_call_worker.classification.signals import SignalsError, parse_signals
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
        ("CO_EVENT:", "GAS_LEAK:", "stand twice"),
        ("- gas leak", "- (gas leak", "GAS_LEAK"),
        ("says:\n      - gas leak", "says: []", "GAS_LEAK"),
        ("says:\n      - gas leak", "shouts:\n      - gas leak", "HAZARD.GAS_LEAK"),
        ("hints:", "hunts:", "hints"),
        ("words: {}", "words: [", "signals:"),
    ],
)
def test_a_file_with_a_fault_is_refused_by_name(old: str, new: str, fault: str) -> None:
    text = _file()
    assert old in text
    with pytest.raises(SignalsError, match=fault):
        parse_signals(text.replace(old, new, 1))


def test_every_hint_of_the_package_is_used_by_the_code_and_every_group_by_a_signal() -> None:
    folder = resources.files("post_call_worker.classification")
    text = folder.joinpath("signals.yaml").read_text(encoding="utf-8")
    file = yaml.safe_load(text)
    code = "".join(module.read_text(encoding="utf-8") for module in folder.iterdir() if module.name.endswith(".py"))
    assert [hint for hint in file["hints"] if f'"{hint}"' not in code] == []
    assert [group for group in file["words"] if f"{{{group}}}" not in text] == []
