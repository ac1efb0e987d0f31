"""Pure. Where a turn says a value anew that it has said before: only the second is meant.

"Nine is a little early, make it ten thirty", "did you say Oak Street? It's Oak Court", "I thought it was ten".
"""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_QUOTES = any_of("did|do|have you just? say|said|mean|put|write|written|have|got|get")
_ANEW = any_of(
    "i|we thought|figured|said|meant|asked|told|agreed|wanted",
    "it|that|this is|was|should_be|is_supposed_to_be|has_to_be|needs_to_be actually|really?",
    "actually|no it|that|the",
    "the {fact} is",
    fact="street|address|name|time|number|day",
)
_THOUGHT = any_of(
    "i|we thought|figured|believed|understood it|that|this|we|you is|was|were|said|agreed|would_be|had|wrote "
    "on|at|for? going_to_be|supposed_to_be?"
)
_LONGEST = 4
"""Words of a value at the end of a turn: "I thought it was ten"."""
_MOVES = any_of("make|change|move|switch|push it|that|this to|for?")
_TOO = wordset("early late soon")
_TELLS = wordset("bit little too of so pretty rather awfully really kinda")


def said_anew(speech: Speech) -> int:
    """The word at which it is said anew; 0 where nothing is."""
    quoted = _QUOTES.first(speech)
    if quoted is not None:
        anew = _ANEW.first(speech, quoted.end + 1)
        return 0 if anew is None else anew.start
    thought = _THOUGHT.first(speech)
    if thought is not None and 0 < len(speech.words) - thought.end <= _LONGEST:
        return thought.end
    moved = _MOVES.first(speech)
    return moved.start if moved is not None and _is_refused(speech.words[: moved.start]) else 0


def _is_refused(words: tuple[str, ...]) -> bool:
    """ "Nine is a little early": behind it another time takes its place, unless a day is named with it."""
    place = next((at for at, word in enumerate(words) if word in _TOO), 0)
    return place > 1 and words[place - 1] in _TELLS and WEEKDAYS.keys().isdisjoint(words)
