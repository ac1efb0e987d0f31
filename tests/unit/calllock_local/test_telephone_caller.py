from __future__ import annotations

import pytest

from calllock_local.telephone_caller import NO_ANSWER_MS, PATIENCE_MS, UNSURE_MS, Caller, HangUp, is_question
from dialog_brain.script import Line, Script


def _caller(*says: Line | str, silences: int = 0, hangs_up: bool = False) -> Caller:
    lines = tuple(Line(says=line) if isinstance(line, str) else line for line in says)
    return Caller(Script(name="x", says=lines, silences=silences, hangs_up=hangs_up))


def _agent_says(caller: Caller, began_ms: int, ended_ms: int, text: str | None) -> None:
    caller.agent_began(began_ms)
    caller.agent_ended(began_ms, ended_ms, text)


def _first(caller: Caller, from_ms: int, to_ms: int) -> tuple[int, Line | HangUp] | None:
    for at_ms in range(from_ms, to_ms, 20):
        decided = caller.decide(at_ms)
        if decided is not None:
            return at_ms, decided
    return None


def test_a_caller_does_not_speak_before_the_greeting() -> None:
    assert _first(_caller("AC is out"), 0, 10_000) is None


def test_a_caller_answers_a_question_when_it_is_over() -> None:
    caller = _caller("AC is out")
    caller.agent_began(100)
    assert caller.decide(2_000) is None
    caller.agent_ended(100, 1_900, "How can I help you?")

    assert caller.decide(2_100) == Line(says="AC is out")


@pytest.mark.parametrize(("text", "patience_ms"), [("Let me pull that up.", PATIENCE_MS), (None, UNSURE_MS)])
def test_a_caller_waits_after_a_remark_for_what_follows(text: str | None, patience_ms: int) -> None:
    caller = _caller("no")
    _agent_says(caller, 0, 1_000, text)

    assert _first(caller, 1_500, 20_000) == (1_000 + patience_ms, Line(says="no"))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("How can I help you?", True),
        ("And when works best for you.", True),
        ("So that's Ann Lee. Want me to book that.", True),
        ("Please say yes or no.", True),
        ("I have 90210 is that right.", True),
        ("So that's Ann Lee tomorrow at nine, want me to book that.", True),
        ("Do you smell gas? See smoke or hear an alarm right now.", True),
        ("Do you smell gas? I'll wait.", False),
        ("Let me check the schedule.", False),
        ("What's the ZIP? One moment please.", False),
        ("", False),
    ],
)
def test_a_caller_knows_a_question_by_its_words_too(text: str, asks: bool) -> None:
    assert is_question(text) is asks


def test_a_caller_lets_the_agent_go_on_after_a_remark() -> None:
    caller = _caller("no")
    _agent_says(caller, 0, 1_000, "Let me pull that up.")
    caller.agent_began(2_000)
    assert _first(caller, 2_000, 9_000) is None
    caller.agent_ended(2_000, 9_000, "Do you smell gas?")

    assert _first(caller, 9_500, 10_000) == (9_500, Line(says="no"))


def test_words_that_are_understood_late_do_not_make_a_caller_speak_over_the_agent() -> None:
    caller = _caller("no")
    caller.agent_began(0)
    caller.agent_began(1_500)
    caller.agent_ended(0, 1_000, "All right?")

    assert _first(caller, 1_600, 5_000) is None


def test_every_line_waits_for_its_own_answer() -> None:
    caller = _caller("one", "two")
    _agent_says(caller, 0, 1_000, "First?")
    assert caller.decide(1_500) == Line(says="one")
    caller.spoke_until(2_000)

    assert _first(caller, 2_000, 9_000) is None
    _agent_says(caller, 9_000, 10_000, "Second?")
    assert caller.decide(10_500) == Line(says="two")
    assert caller.finished


def test_a_caller_who_barges_in_does_so_after_the_given_time() -> None:
    caller = _caller("hello", Line(says="wait", barge_in_s=1.2))
    _agent_says(caller, 0, 1_000, "Hello?")
    caller.decide(1_500)
    caller.agent_began(3_000)

    assert _first(caller, 3_000, 9_000) == (4_200, Line(says="wait", barge_in_s=1.2))
    caller.agent_ended(3_000, 4_400, "Quick saf")  # what was interrupted is no answer
    assert _first(caller, 4_400, 9_000) is None


def test_an_agent_who_stops_while_being_interrupted_has_not_answered() -> None:
    caller = _caller(Line(says="no", barge_in_s=1.0), "78704")
    caller.agent_began(0)
    assert caller.decide(1_000) == Line(says="no", barge_in_s=1.0)
    caller.agent_ended(0, 2_000, "Do you smell?")
    caller.spoke_until(3_000)

    assert _first(caller, 3_000, 9_000) is None


def test_an_agent_who_talks_on_has_answered_in_the_same_breath() -> None:
    caller = _caller(Line(says="no", barge_in_s=1.0), "78704")
    caller.agent_began(0)
    assert caller.decide(1_000) == Line(says="no", barge_in_s=1.0)
    caller.spoke_until(1_500)
    caller.agent_ended(0, 6_000, "Do you smell gas? What's the ZIP code?")

    assert caller.decide(6_500) == Line(says="78704")


def test_what_our_own_voice_cut_off_is_no_answer() -> None:
    caller = _caller("hello, this is Ann", "no")
    _agent_says(caller, 0, 1_000, "How can I help you?")
    assert caller.decide(1_500) == Line(says="hello, this is Ann")
    _agent_says(caller, 2_500, 3_100, "Yes, hello?")
    caller.spoke_until(6_000)

    assert _first(caller, 6_000, 9_000) is None
    _agent_says(caller, 9_000, 10_000, "Do you smell gas?")
    assert caller.decide(10_500) == Line(says="no")


def test_a_short_question_right_after_our_last_sound_is_answered() -> None:
    caller = _caller("AC is out", "Ann Lee")
    _agent_says(caller, 0, 1_000, "How can I help you?")
    caller.decide(1_500)
    caller.spoke_until(2_500)
    _agent_says(caller, 2_760, 3_300, "Your name?")

    assert caller.decide(3_800) == Line(says="Ann Lee")


def test_a_silent_caller_lets_the_agent_ask_again() -> None:
    caller = _caller(Line(silence=True), "yes")
    _agent_says(caller, 0, 1_000, "Ready?")
    assert _first(caller, 1_500, 8_000) is None
    _agent_says(caller, 8_000, 9_000, "Are you still there?")

    assert caller.decide(9_500) == Line(says="yes")


def test_silences_come_after_the_lines() -> None:
    caller = _caller("one", silences=2)
    for at_ms in (0, 10_000, 20_000):
        _agent_says(caller, at_ms, at_ms + 1_000, "Well?")
        caller.decide(at_ms + 1_500)
        caller.spoke_until(at_ms + 2_000)

    assert caller.finished


def test_a_caller_who_hangs_up_does_so_into_the_answer() -> None:
    caller = _caller("Ann Lee", hangs_up=True)
    _agent_says(caller, 0, 1_000, "Your name?")
    caller.decide(1_500)
    caller.spoke_until(2_500)
    assert caller.decide(3_000) is None
    caller.agent_began(4_000)

    assert _first(caller, 4_000, 9_000) == (4_400, HangUp())


def test_a_caller_who_hangs_up_does_so_without_an_answer_too() -> None:
    caller = _caller("Ann Lee", hangs_up=True)
    _agent_says(caller, 0, 1_000, "Your name?")
    caller.decide(1_500)
    caller.spoke_until(2_500)

    assert _first(caller, 2_500, 20_000) == (8_500, HangUp())


def test_nobody_listens_to_a_dead_line_for_ever() -> None:
    at_ms, decided = _first(_caller("AC is out"), 0, 60_000) or (0, None)

    assert at_ms == NO_ANSWER_MS
    assert isinstance(decided, HangUp)
    assert "20 s" in decided.reason
