"""Pure. Machines that the caller takes back: "forget the AC, it's the furnace", "I mean the heater"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT, TROUBLED

_DROPPED: Phrases[bool] = Phrases(
    {
        True: ["forget|scratch|ignore|skip|never_mind|nevermind about? the|my|that {machine}"],
        False: [
            "well? actually|i_mean|i_meant|or_rather|no_wait|correction no|sorry|i_mean|wait? "
            "it_is|that_is? the|my {machine}"
        ],
    },
    machine=EQUIPMENT,
)
"""True: it is dropped itself. False: what was said before it is."""
_MACHINES = any_of(EQUIPMENT)
_INSTEAD: Phrases[bool] = Phrases(
    {
        True: [
            "i? mean|meant|meant_to_say|mean_to_say|should_have_said it_is|that_is? the|my|our|a? {machine}",
            "no|actually|correction|rather|sorry|wait|not it|that is the|my|our? {machine}",
            "no|actually|correction|sorry|wait the|my|our {machine}",
            "not the|my|our? {machine} but? it_is|i_mean|i_meant? the|my|our {machine}",
        ],
        False: ["the|my|our {machine} not|instead_of|rather_than the|my|our {machine}"],
    },
    machine=EQUIPMENT,
)
"""True: the last machine is the one; False: the first, "the furnace, not the AC"."""
DROPPING = wordset("forget scratch ignore skip never nevermind actually mean meant rather wait correction")
"""Without any of these words none is taken back."""
_AGAINST = wordset("not instead rather")
_BEGIN = (("no",), ("sorry",), ("not",))


def dropped(speech: Speech) -> list[tuple[int, int]]:
    """The words about machines that are not the matter, where another is named behind them."""
    found = _DROPPED.first(speech)
    if found is None:
        return []
    if found.meaning:
        return [(found.start, found.end)] if _MACHINES.first(speech, found.end) is not None else []
    words, before = speech.words, _MACHINES.first(speech, 0, found.start)
    return [] if before is None or words[before.start] == words[found.end - 1] else [(0, found.start)]


def instead(speech: Speech) -> str | None:
    """The machine that takes the place of the one that was told before, of which nothing new is told."""
    words = speech.words
    if DROPPING.isdisjoint(words) and words[:1] not in _BEGIN and _AGAINST.isdisjoint(words):
        return None
    found = _INSTEAD.first(speech)
    if found is None or TROUBLED.first(speech, 0, found.start) or TROUBLED.first(speech, found.start + 1):
        return None
    named = list(_MACHINES.all(speech, found.start, found.end))[-1 if found.meaning else 0]
    return speech.said(named.start, named.end)
