"""What follows from a key."""

from __future__ import annotations

from post_call_worker.console.hashed_keys import form_token, hash_of, same


def test_neither_the_kept_hash_nor_the_forms_token_gives_the_key_away() -> None:
    key = "a-key-of-a-browser"
    assert key not in hash_of(key) + form_token(key)
    assert hash_of(key) != form_token(key)
    assert form_token(key) == form_token(key) != form_token(key + "x")


def test_a_token_is_compared_whole() -> None:
    assert same("abc", "abc")
    assert not same("ab", "abc")
    assert not same("", "abc")
    assert not same("abc\ud800", "abc")
