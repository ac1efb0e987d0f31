"""Pure. Questions about dangers that are put on the caller's side: "do I smell gas? No", "honey, do you smell gas?"."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from dialog_brain.understanding.language.clauses import FLIPS_BACK, clauses
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.name_words import ENDEARMENTS

_ASKS = any_of(
    "do|does|did|can|could i|you|we|it|he|she|they|anybody|anyone|you_guys|you_all even|still|also|happen_to? "
    "smell|see|hear|notice",
    "are|is you|anybody|anyone|anything|it smelling|seeing|hearing|burning|smoking",
    "is|are there|that ... smell|gas|smoke|alarm|burning",
)
_ONLY_ASKS = any_of(
    "why|how would|could|should i|we|you|it|there|anyone|anybody ... smell|see|hear|be ... {danger}",
    "would|should|will i|we|you smell|see|hear ... {danger}",
    "could|can|would|might|will|does|do this|that|it|they|a|an|the|my|old|bad ... "
    "cause|start|lead_to|create|make|produce ... {danger}",
    "what|how about|if|happens ... {danger}",
    "should|do i|we need_to|have_to? be? worried|worry|concerned|scared|afraid about|of ... {danger}",
    "is there|that ... risk|chance|danger|possibility of ... {danger}",
    danger="gas|propane|fire|fires|smoke|carbon_monoxide|monoxide|co|leak|leaks|explosion|burning|gas_leak|gas_leaks",
)
""" "Could this cause a fire", "why would I smell gas": it may be there, and is asked for once more."""
_WORRIES = any_of(
    "should|do|would i|we need_to|have_to? be? worried|worry|concerned|scared|afraid about|of ... "
    "gas|smoke|fire|burning|monoxide|smell|smells|odor|fumes"
)
_ECHOES = wordset(
    "a an any the of like or and anything something smell smells gas smoke burning alarm alarms carbon monoxide co "
    "detector natural fire sparks fumes"
)
"""A question of these words alone is ours, said again: "gas?", "any smoke?"."""
_ANSWERS = any_of(
    "she|he|they|wife|husband|mom|dad? says|said|goes? no|nope|nah|negative|nothing",
    "i|we|it|she|he|they|there do|does|did|is|are|am not",
)
_TELLS = any_of(
    "i|we|she|he|they can|do|am|are? smell|smells|see|sees|hear|hears|smelling|seeing|hearing",
    "it smells|is|keeps|sounds",
    "there is|are",
    "something|the|my|our ... is|keeps burning|smoking|sparking|beeping|going|hissing|leaking|smells",
)
""" "Can you smell it, I smell gas": what is told behind the question counts."""
_BEFORE_ANSWER = wordset("she he they wife husband mom dad my says said goes oh okay well just so and honestly")
_NO = wordset("no nope nah negative nothing")
_AFFIRMS = wordset("yes yeah yep yup maybe might kind sort slightly little bit faint faintly but though actually")
"""With one of these the answer may not be a no."""
_SAYS = wordset("says said goes say")
_BEFORE_QUESTION = ENDEARMENTS | wordset(
    "oh well so okay hey wait hmm babe mom dad guys let me ask check see my wife husband hold on a second sec "
    "what do you mean"
)
"""What may be said before a question that nobody hears a pause before."""
_FIRST_WORDS_OF_DENIAL = 5


def without_questions_back(speech: Speech) -> Speech:
    """The answer to our question, without the question that the caller repeats or puts to somebody beside them.

    All of it, unless that question is denied or is all there is: what only may be a danger is asked for again.
    """
    words = speech.words
    if _denies_at_once(speech):
        return speech
    found = None if _ASKS.absent(speech) else next(filter(partial(_begins, speech), _ASKS.all(speech)), None)
    if found is None and "?" not in speech.stops:
        return speech
    start, end = (found.start, found.end) if found is not None else _echoed(speech)
    if "?" in speech.stops[max(0, end - 1) :]:
        end = speech.stops.index("?", max(0, end - 1)) + 1
    elif found is not None:
        if _affirms(words[found.end :]):
            return speech
        if (told := _TELLS.first(speech, found.end)) is not None:
            return _without(speech, start, told.start)
        answer = _ANSWERS.first(speech, found.end)
        end = len(words) if answer is None else answer.start
    if start == end or (end == len(words) and found is None):
        return speech
    return _without(speech, start, end) if end == len(words) or _denies(words[end:]) else speech


def only_asks(speech: Speech, start: int, end: int) -> bool:
    """Whether the danger that is named from `start` to `end` is only asked about."""
    return any(asked.start <= start and end <= asked.end + 1 for asked in _ONLY_ASKS.all(speech))


def worries(speech: Speech) -> bool:
    """ "Do I need to worry about the smoke": what is worried about may be there."""
    return _WORRIES.first(speech) is not None


def _denies_at_once(speech: Speech) -> bool:
    """Whether a turn begins with a no and has no question mark: it repeats no question before its answer."""
    return not _NO.isdisjoint(speech.words[:1]) and "?" not in speech.stops


def _begins(speech: Speech, found: Found[bool]) -> bool:
    """Whether a question begins there: not in "yes I do I smell gas" and "the thing is there's smoke"."""
    start = found.start
    return start == 0 or speech.stops[start - 1] not in ("", "-") or _BEFORE_QUESTION.issuperset(speech.words[:start])


def own_answer(speech: Speech) -> Speech:
    """The answer to our question, what somebody else is said to answer included: "my wife says no"."""
    if _denies_at_once(speech):
        return speech
    speech = without_questions_back(speech)
    if not _SAYS.isdisjoint(speech.words):
        for place, (word, following) in enumerate(pairwise(speech.words)):
            if word in _SAYS and following in _NO:
                return speech.cut(place + 1, len(speech.words))
    return speech


def _echoed(speech: Speech) -> tuple[int, int]:
    """The words of our question that are said again and nothing else: "gas? no", "gas? smoke? no"."""
    start = end = 0
    for clause in clauses(speech):
        if speech.stops[clause.end - 1] == "?" and _ECHOES.issuperset(speech.words[clause.start : clause.end]):
            start, end = (start if end else clause.start), clause.end
        elif end:
            break
    return start, end


def _denies(words: tuple[str, ...]) -> bool:
    if not _AFFIRMS.isdisjoint(words):
        return False
    begins = next((word for word in words if word not in _BEFORE_ANSWER), "")
    denied = words.index("not") if "not" in words[:_FIRST_WORDS_OF_DENIAL] else None
    return begins in _NO or (denied is not None and FLIPS_BACK.isdisjoint(words[denied + 1 : denied + 2]))


def _affirms(words: tuple[str, ...]) -> bool:
    """Whether what follows the question says yes: "do I smell gas yes", "do you smell gas cause I do"."""
    echoes = zip(words, words[1:], (*words[2:], ""), strict=False)
    return not _AFFIRMED.isdisjoint(words) or any(each[:2] in _ECHOED and each[2] != "not" for each in echoes)


_AFFIRMED = wordset("yes yeah yep yup maybe definitely little slightly faintly")
_ECHOED = (
    ("i", "think"),
    ("i", "do"),
    ("we", "do"),
    ("she", "does"),
    ("he", "does"),
    ("they", "do"),
    ("it", "does"),
    ("there", "is"),
)


def _without(speech: Speech, start: int, end: int) -> Speech:
    stops = speech.stops[: max(0, start - 1)] + ((".",) if start else ()) + speech.stops[end:]
    return Speech(speech.words[:start] + speech.words[end:], speech.raw[:start] + speech.raw[end:], stops)
