"""Pure. Text that everybody downstream can hold."""

from __future__ import annotations

import json

import pytest

from post_call_worker.plain import plain, quoted, sentence


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
