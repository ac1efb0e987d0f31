"""What a measurement is asked for."""

from __future__ import annotations

import pytest

from tests.load.asked import counts, some_of


def test_numbers_come_in_their_order_and_have_what_stands_in_for_them() -> None:
    assert counts("fuzz", [], messages=9, seed=1) == [9, 1]
    assert counts("fuzz", ["40"], messages=9, seed=1) == [40, 1]
    assert counts("fuzz", ["40", "7"], messages=9, seed=1) == [40, 7]


@pytest.mark.parametrize("given", [["abc"], ["0"], ["-1"], ["1.5"], [""], ["1", "2", "3"]])
def test_what_is_no_count_is_refused_in_a_line(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        counts("fuzz", given, messages=9, seed=1)
    assert ended.value.code == 2
    assert "fuzz: error: " in capsys.readouterr().err


def test_all_are_meant_when_none_is_named() -> None:
    every = ("hangs", "slow", "refuses")
    assert some_of("silence", [], "FAULT", every) == list(every)
    assert some_of("silence", ["slow", "hangs", "slow"], "FAULT", every) == ["hangs", "slow"]


@pytest.mark.parametrize("given", [["bogus"], ["slow", "bogus"]])
def test_a_name_that_there_is_none_of_is_refused_also_beside_a_right_one(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        some_of("silence", given, "FAULT", ("hangs", "slow"))
    assert ended.value.code == 2
    assert "no such FAULT: bogus; there are hangs, slow" in capsys.readouterr().err
