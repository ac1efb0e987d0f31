"""Pure. Text that everybody downstream can hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from post_call_worker.plain import browser_length, day_and_clock, plain, quoted, sentence, shortened


def test_what_postgres_and_json_refuse_is_taken_out_at_any_depth() -> None:
    found = plain({"a\x00": ["x\x00y", "\ud83d", ("\U0001f600", 7, None)]})
    assert found == {"a": ["xy", "?", ["\U0001f600", 7, None]]}
    json.dumps(found, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I smell gas in my kitchen.", '"I smell gas in my kitchen".'),
        ("smoke, ", '"smoke".'),
        ("help me!", '"help me!"'),
        ("and then it went...", '"and then it went...".'),
    ],
)
def test_quoted_words_end_a_sentence_with_one_mark(words: str, told: str) -> None:
    assert quoted(words) == told


def test_a_sentence_has_one_full_stop() -> None:
    assert [sentence(text) for text in ("It is out", "It is out.", "Is it out?")] == [
        "It is out.",
        "It is out.",
        "Is it out?",
    ]


def test_a_browser_counts_an_emoji_as_two_characters() -> None:
    assert [browser_length(text) for text in ("", "no heat", "\u00fc", "\U0001f525!", "\ud83d")] == [0, 7, 1, 3, 1]


def test_a_text_that_is_too_long_ends_in_dots_within_its_limit() -> None:
    assert shortened("no heat", 7) == "no heat"
    assert shortened("no heat at all", 11) == "no heat..."
    assert shortened("\U0001f525" * 5, 10) == "\U0001f525" * 5
    assert shortened("\U0001f525" * 6, 10) == "\U0001f525" * 3 + "..."


@pytest.mark.parametrize(("hour", "told"), [(0, "12:05 AM"), (9, "9:05 AM"), (12, "12:05 PM"), (23, "11:05 PM")])
def test_a_moment_is_told_as_people_tell_it(hour: int, told: str) -> None:
    assert day_and_clock(datetime(2026, 2, 24, hour, 5, tzinfo=UTC)) == f"Tuesday, February 24 at {told}"
