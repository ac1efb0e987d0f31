"""Pure. A small beam search over a decoder, leaning towards expected words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WIDTH = 4
"""Hypotheses that are kept after each token."""
_CANDIDATES = 6
"""Continuations of each hypothesis that are looked at."""

Step = Callable[[Sequence[int], Sequence[int]], NDArray[np.float32]]
"""Given the last token of each hypothesis, and which hypothesis of the step before it continues,
the logits of the next token, a row for each."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A way to read the audio."""

    tokens: tuple[int, ...]
    likelihood: float
    """Sum of the logarithms of its tokens' probabilities, the end's included."""
    score: float
    """The same, with what it is leaned towards."""

    @property
    def confidence(self) -> float:
        """Mean logarithm of a token's probability; near 0 is certain."""
        return self.likelihood / (len(self.tokens) + 1)


@dataclass(frozen=True, slots=True)
class Search:
    """What does not change during a search."""

    step: Step
    lean: Callable[[tuple[int, ...]], float]
    """What is added to the logarithm of the likelihood of these tokens, because they are expected."""
    begin: int
    """The token that the decoder is given first."""
    end: int
    """The token with which a hypothesis is complete."""
    most_tokens: int
    """After so many steps the best incomplete hypothesis has to do."""


def search(task: Search) -> Hypothesis:
    """The hypothesis with the best score, without the tokens of beginning and end."""
    alive = [Hypothesis((), 0.0, 0.0)]
    parents: Sequence[int] = [0]
    done: list[Hypothesis] = []
    for _ in range(task.most_tokens):
        last = [hypothesis.tokens[-1] if hypothesis.tokens else task.begin for hypothesis in alive]
        likelihoods = _log_softmax(task.step(last, parents))
        grown: list[tuple[Hypothesis, int]] = []
        for parent, hypothesis in enumerate(alive):
            for token in np.argpartition(likelihoods[parent], -_CANDIDATES)[-_CANDIDATES:]:
                likelihood = hypothesis.likelihood + float(likelihoods[parent, token])
                if token == task.end:
                    leaned = task.lean(hypothesis.tokens)
                    done.append(Hypothesis(hypothesis.tokens, likelihood, likelihood + leaned))
                else:
                    tokens = (*hypothesis.tokens, int(token))
                    grown.append((Hypothesis(tokens, likelihood, likelihood + task.lean(tokens)), parent))
        grown.sort(key=lambda one: one[0].score, reverse=True)
        alive = [hypothesis for hypothesis, _ in grown[:WIDTH]]
        parents = [parent for _, parent in grown[:WIDTH]]
        if not alive or (done and max(one.score for one in done) >= alive[0].score):
            break
    return max(done or alive, key=lambda one: one.score)


def _log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    likelihoods: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return likelihoods
