"""What the gateway renders before any call is what the brain says."""

from __future__ import annotations

from dialog_brain.flow.lines import LINES
from tests.contracts.write_fixed_lines import FILE, fixed_lines


def test_the_gateways_file_holds_the_receptionists_fixed_lines() -> None:
    kept = FILE.read_text(encoding="utf-8").splitlines()
    assert kept == fixed_lines(), "run python -m tests.contracts.write_fixed_lines"


def test_the_words_of_danger_are_among_them() -> None:
    for line in ("safety", "safety_again", "recheck", "emergency", "emergency_again", "unclear_danger"):
        assert set(LINES[line]) <= set(fixed_lines())
