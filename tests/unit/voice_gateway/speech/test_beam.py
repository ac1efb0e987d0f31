"""The beam search, on a decoder that is a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from voice_gateway.speech.beam import Hypothesis, Search, search

BEGIN, END, GAS, MEL, SMELL, GLASS = 0, 1, 2, 3, 4, 5


class TableDecoder:
    """The probability of each next token depends on the last one; it checks that rows follow their parents."""

    TABLE: ClassVar[dict[int, dict[int, float]]] = {
        BEGIN: {GAS: 0.55, GLASS: 0.44, END: 0.01},
        GAS: {MEL: 0.55, SMELL: 0.45},
        GLASS: {END: 1.0},
        MEL: {END: 1.0},
        SMELL: {END: 1.0},
    }

    def __init__(self) -> None:
        self.rows: list[tuple[int, ...]] = [()]
        self.seen: set[tuple[int, ...]] = set()

    def __call__(self, last: Sequence[int], parents: Sequence[int]) -> NDArray[np.float32]:
        self.rows = [
            (*self.rows[parent], token) if token != BEGIN else () for token, parent in zip(last, parents, strict=True)
        ]
        self.seen.update(self.rows)
        logits = np.full((len(last), 8), -20.0, dtype=np.float32)
        for row, token in enumerate(last):
            for following, probability in self.TABLE.get(token, {END: 1.0}).items():
                logits[row, following] = np.log(probability)
        return logits


def found(leaning: dict[int, float], most_tokens: int = 5) -> tuple[Hypothesis, TableDecoder]:
    decoder = TableDecoder()
    task = Search(decoder, lambda tokens: sum(leaning.get(token, 0.0) for token in tokens), BEGIN, END, most_tokens)
    return search(task), decoder


def test_without_leaning_the_likeliest_is_found_even_if_it_did_not_begin_best() -> None:
    best, _ = found({})
    assert best.tokens == (GLASS,)
    assert best.score == pytest.approx(np.log(0.44), abs=0.05)


def test_leaning_decides_between_near_equals() -> None:
    best, _ = found({GAS: 0.5, SMELL: 1.0})
    assert best.tokens == (GAS, SMELL)


def test_confidence_is_not_raised_by_leaning() -> None:
    best, _ = found({GAS: 0.5, SMELL: 1.0})
    assert best.confidence == pytest.approx(np.log(0.55 * 0.45) / 3, abs=0.05)


def test_each_hypothesis_continues_its_own_state() -> None:
    _, decoder = found({GAS: 5.0})
    assert {(GAS,), (GLASS,), (GAS, MEL), (GAS, SMELL)} <= decoder.seen
    assert (GLASS, MEL) not in decoder.seen


def test_a_decoder_that_never_ends_is_stopped() -> None:
    best, _ = found({GAS: 5.0}, most_tokens=1)
    assert len(best.tokens) <= 1
