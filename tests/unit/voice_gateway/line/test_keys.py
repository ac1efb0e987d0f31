"""Keys of the telephone and the silence around them, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.events import KeyPressed, SilenceNoticed
from tests.unit.voice_gateway.line.line_bench import Bench


def test_a_key_is_told_and_breaks_the_silence() -> None:
    bench = Bench(silence_s=6.0)
    bench.speak("One two three.")
    bench.run(5)
    bench.do(bench.line.press("5", bench.now))
    bench.run(3)
    assert [pressed.key for pressed in bench.of(KeyPressed)] == ["5"]
    assert bench.of(SilenceNoticed) == []


@pytest.mark.parametrize("key", ["1", "*"])
@pytest.mark.parametrize("every_s", [1.0, 5.0])
def test_keys_that_nobody_asked_for_do_not_put_off_the_silence_for_ever(key: str, every_s: float) -> None:
    bench = Bench(silence_s=6.0)
    bench.speak("One two three.", expects="zip")
    bench.run(2)
    asked = 0
    for _ in range(int(90 / every_s)):
        bench.do(bench.line.press(key, bench.now))
        bench.ignore(bench.of(KeyPressed)[-1].event_id)
        bench.run(every_s)
        if len(bench.of(SilenceNoticed)) > asked:
            asked += 1
            bench.speak("Are you still there?", expects="zip")
    assert asked == 2


def test_keys_after_the_goodbye_do_not_put_off_the_end_for_ever() -> None:
    bench = Bench()
    bench.speak("One two three.")
    bench.hang_up(linger_s=3.0)
    for _ in range(40):
        bench.run(1.0)
        if bench.ended is None:
            bench.do(bench.line.press("5", bench.now))
    assert bench.ended is not None
