"""The gateway's own words."""

from __future__ import annotations

import re

from voice_gateway import lines
from voice_gateway.lines import sentences


def test_a_line_is_prepared_whole_and_sentence_by_sentence() -> None:
    text = "Thanks for calling. How can I help? It's $8.50."
    assert sentences(text) == [text, "Thanks for calling.", "How can I help?", "It's $8.50."]
    assert sentences("One sentence.") == ["One sentence."]
    assert sentences("No end") == ["No end"]


def test_without_a_brain_nothing_is_promised() -> None:
    for own in (lines.FILLER, lines.APOLOGY, lines.UNKNOWN_NUMBER, lines.UNAVAILABLE):
        assert not re.search(r"call you|get back|follow up|will (?!connect)", own)
