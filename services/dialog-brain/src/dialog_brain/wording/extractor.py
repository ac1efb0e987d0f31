"""Shell. Asks a model where the missing slots are in a turn, beside the conversation and never in its way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import structlog

from calllock.contracts.events import Quoted, UtteranceHeard
from calllock.runtime.answer_limits import AnswerLimits
from dialog_brain.flow.call import Call
from dialog_brain.flow.proposals import missing
from dialog_brain.wording.chat import Model, ModelFailed
from dialog_brain.wording.extraction import extraction_chat, quotes_in

LIMITS = AnswerLimits(first_s=2.0, stall_s=1.0, total_s=4.0)
"""Nobody waits for it; later the caller has spoken again."""
FEWEST_WORDS = 3
"""A shorter turn is an answer, which the grammars read."""

log = structlog.get_logger(__name__)


class Extractor(Protocol):
    """Points at slots in what was said."""

    def wants(self, heard: UtteranceHeard, call: Call) -> bool:
        """Whether it should be asked about this turn, about which `call` has decided."""
        ...

    async def quotes(self, heard: UtteranceHeard, call: Call) -> Mapping[Quoted, str]:
        """The caller's words for slots that `call` still misses. Never raises."""
        ...


class NoExtractor:
    """The grammars alone: no model. The default."""

    def wants(self, heard: UtteranceHeard, call: Call) -> bool:
        """See `Extractor.wants`."""
        return False

    async def quotes(self, heard: UtteranceHeard, call: Call) -> Mapping[Quoted, str]:
        """See `Extractor.quotes`."""
        return {}


class ModelExtractor:
    """A model that points; every quote is checked against what was said."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def wants(self, heard: UtteranceHeard, call: Call) -> bool:
        """See `Extractor.wants`."""
        return bool(missing(call)) and len(heard.text.split()) >= FEWEST_WORDS and self._model.available

    async def quotes(self, heard: UtteranceHeard, call: Call) -> Mapping[Quoted, str]:
        """See `Extractor.quotes`."""
        chat = extraction_chat(call.profile.trade, heard.text)
        try:
            answer = await self._model.answer(chat, LIMITS, lambda _: False)
        except ModelFailed as failure:
            log.info("extraction.failed", call_sid=call.sid, reason=str(failure))
            return {}
        return {kind: quote for kind, quote in quotes_in(answer, heard.text).items() if kind in missing(call)}
