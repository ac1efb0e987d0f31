"""What Prometheus gets to know of a turn."""

from __future__ import annotations

from calllock.contracts.events import KeyPressed, PromptPlayed, UtteranceHeard
from tests.contracts.examples import EXAMPLES
from voice_gateway.line.timing_metrics import TURN_SECONDS, observe


def _sums() -> dict[str, float]:
    (family,) = TURN_SECONDS.collect()
    return {sample.labels["part"]: sample.value for sample in family.samples if sample.name.endswith("_sum")}


def test_every_part_of_the_waiting_is_counted() -> None:
    before = _sums()
    for example in EXAMPLES:
        if isinstance(example, UtteranceHeard | PromptPlayed | KeyPressed):
            observe(example)
    grown = {part: round(total - before.get(part, 0.0), 3) for part, total in _sums().items()}
    assert grown == {"endpoint": 0.3, "transcribe": 0.12, "brain": 0.02, "first_audio": 0.64, "heard": 0.8}


def test_a_prompt_that_answers_no_turn_counts_for_nothing() -> None:
    before = _sums()
    example = next(example for example in EXAMPLES if isinstance(example, PromptPlayed))
    observe(example.model_copy(update={"brain_ms": None, "first_audio_ms": None, "heard_ms": None}))
    assert _sums() == before
