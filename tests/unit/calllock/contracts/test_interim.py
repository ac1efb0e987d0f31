"""Words of a turn that is not over, as they travel."""

from __future__ import annotations

from calllock.contracts.interim import InterimWords


def test_words_come_back_as_they_went_and_a_later_writer_may_say_more() -> None:
    words = InterimWords(call_sid="CA1", turn=2, text='größer, "and" <b>')
    assert InterimWords.model_validate_json(words.model_dump_json()) == words
    assert InterimWords.model_validate({**words.model_dump(), "confidence": 0.5}) == words
