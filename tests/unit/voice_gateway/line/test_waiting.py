"""The clocks of a quiet line."""

from __future__ import annotations

from calllock.contracts.dataflow import OWNED_CALLS
from voice_gateway.line.effects import End
from voice_gateway.line.waiting import APOLOGY_S, FILLER_S, LONGEST_KEYING_S, TOOL_APOLOGY_S, Parting, Waiting


def late(waiting: Waiting, now: float, quiet_since: float, engine_works: bool = False) -> bool:
    return waiting.is_late(now, quiet_since, engine_works, is_quiet=True)


def test_a_slow_brain_gets_a_filler_in_every_silence_and_then_an_apology() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    assert not late(waiting, 0.1, 0.0)
    assert not late(waiting, FILLER_S - 0.1, 0.0)
    assert late(waiting, FILLER_S, 0.0)
    assert not late(waiting, FILLER_S + 1.0, 0.0)
    assert late(waiting, 3.0 + FILLER_S, 3.0)
    assert waiting.fillers == 2
    assert waiting.next_move(FILLER_S + APOLOGY_S - 0.1, 8.0, True) == "nothing"
    assert waiting.next_move(FILLER_S + APOLOGY_S, 8.0, True) == "apology"


def test_every_turn_that_is_owed_an_answer_may_be_filled_in() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    late(waiting, 0.1, 0.0)
    assert late(waiting, 2.0, 0.0)
    waiting.brain_spoke(3.0, answered=True)
    late(waiting, 3.0, 2.0)
    waiting.owe(8.5)
    assert not late(waiting, 10.1, 8.5)
    assert late(waiting, 10.3, 8.5)


def test_a_sign_of_life_that_is_no_answer_puts_off_the_apology_and_not_the_filler() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    late(waiting, 0.1, 0.0)
    waiting.brain_spoke(1.0, answered=False)
    assert late(waiting, FILLER_S, 0.0)
    waiting.brain_spoke(5.0, answered=False)
    assert waiting.next_move(5.0 + APOLOGY_S - 0.1, 3.0, True) == "nothing"
    assert waiting.next_move(5.0 + APOLOGY_S, 3.0, True) == "apology"


def test_a_caller_who_speaks_again_is_not_told_to_wait_for_the_brain() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    assert not waiting.is_late(0.1, 0.0, engine_works=False, is_quiet=False)
    assert not waiting.is_late(5.0, 0.0, engine_works=False, is_quiet=False)


def test_the_backend_is_given_longer_than_the_brain() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    waiting.tool_asked("r1")
    assert not late(waiting, 0.0, 0.0)
    assert late(waiting, FILLER_S, 0.0)
    assert waiting.next_move(TOOL_APOLOGY_S - 0.1, 9.0, True) == "nothing"
    assert waiting.next_move(TOOL_APOLOGY_S, 9.0, True) == "apology"


def test_a_brain_that_hears_turn_after_turn_and_answers_none_is_given_up_as_soon_as_after_one() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    for second in range(1, 10):
        waiting.owe(float(second))
        assert waiting.next_move(second + 0.9, second, True) == "nothing"
    assert waiting.next_move(1.0 + FILLER_S + APOLOGY_S, 10.0, True) == "apology"


def test_a_turn_after_an_answer_is_waited_for_anew() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(8.0, answered=True)
    waiting.owe(9.0)
    assert waiting.next_move(9.0 + FILLER_S + APOLOGY_S - 0.1, 10.0, True) == "nothing"
    assert waiting.next_move(9.0 + FILLER_S + APOLOGY_S, 10.0, True) == "apology"


def test_a_backend_that_never_answers_is_given_up_though_the_voice_cannot_say_a_filler() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.tool_asked("r1")
    late(waiting, 0.1, 0.0)
    assert late(waiting, 2.0, 0.0)
    waiting.brain_spoke(3.0, answered=True)
    assert not late(waiting, 3.1, 0.0)  # the filler was not heard: it is still the same silence
    assert waiting.next_move(3.0 + TOOL_APOLOGY_S, 0.0, True) == "apology"


def test_a_backend_that_has_answered_is_not_filled_in_for() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    waiting.tool_asked("r1")
    waiting.tool_asked("r2")
    waiting.tool_answered("r1")
    assert not late(waiting, 0.0, 0.0)
    assert late(waiting, 5.0, 0.0)
    waiting.tool_answered("r2")
    assert not late(waiting, 9.0, 6.0)
    assert not late(waiting, 9.5, 6.0)


def test_silence_is_noticed_at_regular_times() -> None:
    waiting = Waiting(0.0, silence_s=2.0)
    waiting.brain_spoke(0.0, answered=True)
    moves = [waiting.next_move(second / 10, 0.0, True) for second in range(70)]
    assert [second / 10 for second, move in enumerate(moves) if move == "notice"] == [2.0, 4.0, 6.0]


def test_an_answered_silence_starts_the_count_again() -> None:
    waiting = Waiting(0.0, silence_s=2.0)
    for begin in (0.0, 10.0, 20.0, 30.0):
        waiting.brain_spoke(begin, answered=True)
        assert waiting.next_move(begin + 2.0, begin, True) == "notice"


def test_the_end_comes_when_its_prompt_is_settled_and_nobody_has_spoken() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    waiting.parting = Parting(End("hang_up", "completed"), after_prompt=1, linger_s=3.0)
    assert waiting.next_move(10.0, 0.0, False) == "nothing"
    assert waiting.next_move(2.9, 0.0, True) == "nothing"
    assert waiting.next_move(3.0, 0.0, True) == "end"


def test_a_brain_that_dies_after_the_goodbye_does_not_hold_the_line_for_longer_than_before_it() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    waiting.parting = Parting(End("hang_up", "completed"), after_prompt=1, linger_s=3.0)
    waiting.owe(1.0)
    late(waiting, 1.0, 1.0)
    assert late(waiting, 1.0 + FILLER_S, 1.0)
    assert waiting.next_move(1.0 + FILLER_S + APOLOGY_S - 0.1, 8.0, True) == "nothing"
    assert waiting.next_move(1.0 + FILLER_S + APOLOGY_S, 8.0, True) == "apology"


def test_a_caller_who_speaks_after_the_goodbye_is_not_cut_off_before_another_owner_can_answer() -> None:
    assert 2 * OWNED_CALLS.ack_wait_s < FILLER_S + APOLOGY_S


def test_an_engine_that_works_is_filled_in_for_once_in_a_silence() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    assert not late(waiting, 5.0, 4.0, True)
    assert not late(waiting, 4.0 + FILLER_S - 0.1, 4.0, True)
    assert late(waiting, 4.0 + FILLER_S, 4.0, True)
    assert not late(waiting, 4.0 + FILLER_S + 3.0, 4.0, True)
    assert late(waiting, 10.0 + FILLER_S, 10.0, True)


def test_an_engine_that_has_only_begun_to_work_is_not_filled_in_for() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    assert not late(waiting, 9.9, 1.0, False)
    assert not late(waiting, 10.0, 1.0, True)
    assert not late(waiting, 10.1, 1.0, True)
    assert late(waiting, 10.2, 1.0, True)


def test_recognizer_brain_and_voice_have_one_moment_together() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    waiting.brain_spoke(0.0, answered=True)
    assert not late(waiting, 10.0, 8.4, True)
    waiting.owe(10.0)
    assert not late(waiting, 10.1, 8.4)
    waiting.brain_spoke(10.15, answered=True)
    assert late(waiting, 10.2, 8.4, True)


def test_keys_put_a_silence_off_for_as_long_as_a_number_may_take_and_no_longer() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    quiet_since = 1.0
    for at in range(5, 100, 5):
        quiet_since = waiting.keyed(float(at), quiet_since)
        assert quiet_since == min(at, LONGEST_KEYING_S)


def test_keys_after_another_sound_put_the_silence_off_anew() -> None:
    waiting = Waiting(0.0, silence_s=6.0)
    assert waiting.keyed(5.0, 1.0) == 5.0
    assert waiting.keyed(5.0 + LONGEST_KEYING_S, 5.0) == 5.0
    assert waiting.keyed(50.0, 48.0) == 50.0
    assert waiting.keyed(49.9 + LONGEST_KEYING_S, 50.0) == 49.9 + LONGEST_KEYING_S
