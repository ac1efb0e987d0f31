"""How often somebody may ask."""

from __future__ import annotations

import pytest

from calllock.runtime.allowance import Allowance, source_of


def test_so_many_at_once_and_then_as_time_allows() -> None:
    allowance = Allowance(at_once=3, a_minute=6)
    assert [allowance.take("a", 0.0) for _ in range(4)] == [True, True, True, False]
    assert not allowance.take("a", 9.9)
    assert allowance.take("a", 10.1)
    assert not allowance.take("a", 10.2)


def test_nobody_pays_for_another() -> None:
    allowance = Allowance(at_once=1, a_minute=1)
    assert allowance.take("a", 0.0)
    assert allowance.take("b", 0.0)
    assert not allowance.take("a", 0.0)


def test_who_was_right_owes_nothing() -> None:
    allowance = Allowance(at_once=1, a_minute=1)
    allowance.take("a", 0.0)
    allowance.give_back("a")
    assert allowance.take("a", 0.0)


def test_a_crowd_of_names_does_not_grow_without_limit() -> None:
    allowance = Allowance(at_once=1, a_minute=1)
    for number in range(10_050):
        allowance.take(str(number), 0.0)
    assert len(allowance._left) == 10_000
    assert not allowance.take("10049", 0.0)


@pytest.mark.parametrize(
    ("host", "source"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("a pipe", "a pipe"),
    ],
)
def test_who_changes_the_address_within_one_line_is_still_the_same(host: str, source: str) -> None:
    assert source_of(host) == source
