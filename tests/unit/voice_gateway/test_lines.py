"""The gateway's own words."""

from __future__ import annotations

from voice_gateway.lines import sentences


def test_a_line_is_prepared_whole_and_sentence_by_sentence() -> None:
    text = "Thanks for calling. How can I help? It's $8.50."
    assert sentences(text) == [text, "Thanks for calling.", "How can I help?", "It's $8.50."]
    assert sentences("One sentence.") == ["One sentence."]
    assert sentences("No end") == ["No end"]
