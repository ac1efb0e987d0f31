"""Shell. `python -m tests.contracts.write_fixed_lines` gives the gateway the sentences that it renders before any call.

The gateway must not import the brain, so they are kept as a file in its package.
"""

from __future__ import annotations

from pathlib import Path

from dialog_brain.flow.facts import facts_in
from dialog_brain.flow.lines import LINES

FILE = Path(__file__).parents[2] / "services/voice-gateway/src/voice_gateway/receptionist_lines.txt"
OF_THE_BUSINESS = frozenset({"business", "area", "expert"})


def fixed_lines() -> list[str]:
    """Each once, in the order of the table."""
    every = (sentence for sentences in LINES.values() for sentence in sentences)
    return list(dict.fromkeys(sentence for sentence in every if facts_in(sentence) <= OF_THE_BUSINESS))


if __name__ == "__main__":
    FILE.write_text("\n".join(fixed_lines()) + "\n", encoding="utf-8")
