"""What a telephone line gets into, and the test that shows how ours comes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[3]
_SPOKEN, _LINE, _ENDINGS, _FORWARDING, _WEBHOOKS, _GATEWAYS, _BARGE_IN, _SILENCE = (
    "integration/test_spoken_turns.py",
    "integration/test_voice_gateway_line.py",
    "integration/test_voice_gateway_endings.py",
    "integration/test_voice_gateway_forwarding.py",
    "integration/test_voice_gateway_webhooks.py",
    "e2e/test_gateways.py",
    "unit/voice_gateway/line/test_barge_in.py",
    "unit/voice_gateway/line/test_silence_and_the_end.py",
)
_KILLED = "test_a_call_survives_the_death_of_its_gateway_and_is_finished_by_one_that_was_told_to_stop"
SITUATIONS = {
    "the caller speaks over the agent": (_SPOKEN, "test_who_speaks_over_the_agent_stops_it"),
    "a cough, or uh-huh": (_SPOKEN, "test_who_coughs_or_says_that_they_listen_does_not_stop_the_agent"),
    "the agent's echo in the greeting": (_SPOKEN, "test_the_agents_own_echo_does_not_interrupt_the_greeting"),
    "words that must be heard": (
        _SPOKEN,
        "test_words_that_must_be_heard_play_on_and_the_caller_is_heard_all_the_same",
    ),
    "okay, as an answer": (_SPOKEN, "test_an_okay_on_the_last_words_of_a_question_is_its_answer"),
    "a short yes or no": (_SPOKEN, "test_a_yes_or_no_soon_ends_its_turn"),
    "digits, letters and addresses in groups": (_SPOKEN, "test_what_is_dictated_in_groups_is_one_turn"),
    "a pause in a sentence": (_SPOKEN, "test_a_pause_in_the_middle_of_a_phrase_does_not_end_the_turn"),
    "a quiet caller": (_SPOKEN, "test_a_quiet_caller_is_heard"),
    "a noisy place": (_SPOKEN, "test_a_caller_in_a_noisy_place_is_heard_and_gets_an_end"),
    "noise alone": (_SPOKEN, "test_noise_on_a_quiet_line_is_no_turn_with_words"),
    "a television": (_BARGE_IN, "test_a_television_does_not_silence_the_agent"),
    "silence while Twilio still plays": (_SILENCE, "test_silence_counts_from_the_end_of_playback_and_again"),
    "a goodbye that must be heard before the hang-up": (
        _SILENCE,
        "test_a_hang_up_waits_for_the_mark_of_the_last_words_and_lingers",
    ),
    "a mark that never comes back": (_SILENCE, "test_a_mark_that_never_comes_back_does_not_hold_the_line_open"),
    "music that never stops": (
        _SILENCE,
        "test_a_sound_that_never_stops_delays_the_hang_up_for_a_minute_and_no_longer",
    ),
    "a stream that hangs on while the call has another": (
        _ENDINGS,
        "test_a_stream_that_hangs_on_while_the_call_has_another_elsewhere_lets_go_of_it",
    ),
    "keys": (_LINE, "test_keys_are_told"),
    "a withheld number": (_WEBHOOKS, "test_a_withheld_number_is_no_number"),
    "no free line": (
        _WEBHOOKS,
        "test_a_caller_beyond_the_limit_is_forwarded_when_no_other_gateway_takes_the_call",
    ),
    "a forged request": (_WEBHOOKS, "test_a_request_that_twilio_did_not_sign_is_refused"),
    "a second socket": (_LINE, "test_a_second_socket_of_a_call_replaces_the_first"),
    "a hang-up, told three times": (_LINE, "test_a_caller_who_hangs_up_ends_the_call_once"),
    "a brain that is gone": (_LINE, "test_a_call_without_a_brain_is_apologised_for_and_ended"),
    "a gateway that is killed, and one that drains": (_GATEWAYS, _KILLED),
    "a line that breaks for the third time": (_LINE, "test_a_line_is_resumed_twice_and_then_no_more"),
    "a person in the place of a brain that is gone": (
        _FORWARDING,
        "test_a_person_who_takes_the_call_is_who_it_was_handed_to",
    ),
    "a person who does not answer": (_ENDINGS, "test_a_caller_whom_the_person_does_not_answer_is_taken_back"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_situation_has_its_test(situation: str) -> None:
    file, name = SITUATIONS[situation]
    assert f"def {name}(" in (_TESTS / file).read_text(encoding="utf-8")


def test_no_test_stands_for_two_situations() -> None:
    assert len(set(SITUATIONS.values())) == len(SITUATIONS)
