"""Shell. Who chooses the words of a prompt: the row, or a model whose words pass the guard."""

from __future__ import annotations

from functools import partial
from typing import Protocol

import structlog

from calllock.contracts.commands import SpeakPrompt
from calllock.runtime.answer_limits import AnswerLimits
from dialog_brain.flow.call import Call
from dialog_brain.wording.chat import Model, ModelFailed
from dialog_brain.wording.guard import faults_of, hopeless, sentences_in
from dialog_brain.wording.lines import WORDABLE
from dialog_brain.wording.prompts import given_for, wording_chat

LIMITS = AnswerLimits(first_s=0.7, stall_s=1.0, total_s=3.0)
"""A caller who waits longer hears the row's own words."""

log = structlog.get_logger(__name__)


class Wording(Protocol):
    """Chooses the words of a decided prompt; what it decides nothing about is everything else."""

    def words(self, prompt: SpeakPrompt) -> bool:
        """Whether it has words of its own for this prompt, for which it must be asked and waited for."""
        ...

    async def word(self, prompt: SpeakPrompt, call: Call) -> tuple[str, ...]:
        """The sentences to be spoken; the row's own whenever there is any doubt. Never raises."""
        ...


class RowWords:
    """The rows' own words: no model, nothing to wait for. The default."""

    def words(self, prompt: SpeakPrompt) -> bool:
        """See `Wording.words`."""
        return False

    async def word(self, prompt: SpeakPrompt, call: Call) -> tuple[str, ...]:
        """See `Wording.word`."""
        return prompt.sentences


class ModelWords:
    """A model's words where the table allows them and the guard lets them through."""

    def __init__(self, model: Model, limits: AnswerLimits = LIMITS) -> None:
        self._model = model
        self._limits = limits

    def words(self, prompt: SpeakPrompt) -> bool:
        """See `Wording.words`."""
        return prompt.line in WORDABLE and self._model.available

    async def word(self, prompt: SpeakPrompt, call: Call) -> tuple[str, ...]:
        """See `Wording.word`."""
        asking = WORDABLE.get(prompt.line)
        if asking is None:
            return prompt.sentences
        given = given_for(call, prompt.sentences)
        bound = log.bind(call_sid=call.sid, line=prompt.line)
        try:
            text = await self._model.answer(
                wording_chat(call, asking, given), self._limits, partial(hopeless, given=given)
            )
        except ModelFailed as failure:
            bound.info("wording.failed", reason=str(failure))
            return prompt.sentences
        sentences = sentences_in(text)
        found = faults_of(sentences, asking, given)
        if not found:
            return sentences
        bound.info("wording.refused", faults=len(found))
        bound.debug("wording.faults", faults=found)
        return prompt.sentences
