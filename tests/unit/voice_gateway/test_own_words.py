"""The gateway's own words."""

from __future__ import annotations

import re

from tests.integration.voice_gateway_rig import profile
from voice_gateway import own_words
from voice_gateway.own_words import sentences


def test_a_line_is_prepared_whole_and_sentence_by_sentence() -> None:
    text = "Thanks for calling. How can I help? It's $8.50."
    assert sentences(text) == [text, "Thanks for calling.", "How can I help?", "It's $8.50."]
    assert sentences("One sentence.") == ["One sentence."]
    assert sentences("No end") == ["No end"]


def test_without_a_brain_nothing_is_promised() -> None:
    for own in (own_words.FILLER, own_words.APOLOGY, own_words.UNKNOWN_NUMBER, own_words.UNAVAILABLE):
        assert not re.search(r"call you|get back|follow up|will (?!connect)", own)


def test_the_receptionists_lines_are_filled_with_what_the_business_is_called() -> None:
    kept = ["Call 911.", "We serve {area}.", "This is {business}; our {expert} calls."]
    filled = ("Call 911.", "We serve the Austin area.", "This is Test Cooling; our comfort advisor calls.")
    assert own_words.fixed_lines(profile(), kept)[-3:] == filled


def test_marks_alone_are_no_sentence() -> None:
    text = "Thanks for calling . . . how can I help?"
    assert sentences(text) == [text, "Thanks for calling .", "how can I help?"]
    assert sentences("Hello ! ! !") == ["Hello ! ! !"]
