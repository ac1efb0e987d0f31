"""Pure. Dangers in strangers' words are tagged, and what only sounds like one is not."""

from __future__ import annotations

from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.signals import follow
from post_call_worker.classification.tagging import hear
from post_call_worker.classification.taxonomy import EVACUATE
from tests.dangers import dangers


def test_every_danger_is_tagged_but_for_those_that_are_marked() -> None:
    assert [call.says for call in dangers() if _is_tagged(call.says) != call.expected("tags")] == []


def _is_tagged(says: tuple[str, ...]) -> bool:
    signals = package_signals()
    heard = hear(says, signals).standing.keys()
    return not (heard | follow(signals, heard)).isdisjoint(EVACUATE)
