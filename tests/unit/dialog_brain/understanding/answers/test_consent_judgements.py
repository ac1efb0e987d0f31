"""A sentence of known parts is judged by its judgements and denials; any other says nothing."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.answers.consent_judgements import judged
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("that is right", "yes"),
        ("that is not right", "no"),
        ("you are not wrong about that", "yes"),
        ("there is no way that is true", "no"),
        ("it is not unreasonable", "yes"),
        ("not a problem", "yes"),
        ("no wrong street", "no"),
        ("not really, no", "no"),
        ("I never asked for that", "no"),
        ("it sounds great but I can't", "no"),
        ("that works because my cousin visits then", "yes"),
        ("my cousin visits then so that is not good", "no"),
        ("I don't want to wait so yes", "yes"),
        ("that is fine and my brother has the keys", "yes"),
    ],
)
def test_denials_turn_judgements_around(says: str, answer: str) -> None:
    assert judged(hear(says)) == answer


@pytest.mark.parametrize(
    "says",
    ["that is right next to the kitchen", "right but that is wrong, no, true", "it might be fine", "what is right",
     "I don't know if that is right", "is that right?", "it was fine yesterday", "", "okay so",
     "they said it was okay", "okay so the thing is", "that works but bring the long ladder"],
)  # fmt: skip
def test_doubts_questions_unknown_words_and_contradictions_say_nothing(says: str) -> None:
    assert judged(hear(says)) is None
