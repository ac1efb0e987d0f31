"""The words without which nothing is looked for beside an answer: leaving the search out changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialog_brain.understanding import understand as module
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.told_beside import BESIDE
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected
from tests.unit.dialog_brain.understanding.test_understand import NOW, all_cases


def _spared() -> Iterator[tuple[str, Expected]]:
    """What the search is left out for, of all utterances that the cases have."""
    for case in all_cases():
        if case["asked"] != "open" and BESIDE.isdisjoint(hear(case["says"]).words):
            yield case["says"], case["asked"]


def test_a_turn_that_is_spared_the_search_means_the_same_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = list(dict.fromkeys(_spared()))
    without = [understand(says, asked, NOW) for says, asked in spared]

    monkeypatch.setattr(module, "BESIDE", frozenset(word for says, _ in spared for word in hear(says).words))
    monkeypatch.setattr(module, "PLAIN", frozenset())
    searched = [understand(says, asked, NOW) for says, asked in spared]

    assert len(spared) > 1000
    assert searched == without
