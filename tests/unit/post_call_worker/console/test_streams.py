"""How many pages of an account are told of live calls."""

from __future__ import annotations

from post_call_worker.console.streams import Streams


def test_each_account_has_its_own_and_a_closed_one_counts_no_more() -> None:
    streams = Streams(most=1)
    assert streams.free("a")
    with streams.held("a"):
        assert not streams.free("a")
        assert streams.free("b")
    assert streams.free("a")


def test_nothing_is_kept_of_accounts_without_an_open_page() -> None:
    streams = Streams()
    with streams.held("a"), streams.held("a"):
        pass
    assert not streams._open
