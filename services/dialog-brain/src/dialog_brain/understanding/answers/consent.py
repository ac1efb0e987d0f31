"""Pure. Yes and no: whole answers to the question that was asked, never stray words.

Hesitations and stutters are left out before (`hesitations.py`). An answer to a proposal ("shall I book that?") is
read in three ways, the first that understands it decides, unless the first two contradict each other:

1. its sentences are judged by their parts, if all their words are known (`consent_judgements.py`);
2. its idioms are read from left to right (`consent_idioms.py`), each moving the verdict so far: "no, that's fine, go
   ahead" ends as yes, "sure, but I can't" as no, "yes and no" as neither;
3. a no that begins it is a no, whatever else was said but praise ("no, that's good" could be either).

Where none does, who is elsewhere at that time refuses it (`engagements.py`). A yes under a condition ("only if Mike
comes") is none (`consent_conditions.py`): nobody can promise the condition. Nor is one that puts off (`put_offs.py`),
that wants the price first (`prices_demanded.py`), that objects (`objections.py`), that is for something else
(`other_wishes.py`) or for somebody else (`meant_for_others.py`).

Of "is there any danger?" only the idioms answer (`consent_of_danger.py`): all being well is a no, and what agrees to a
proposal ("deal", "someone will be home") tells nothing. What none of them understands is None: the caller is asked
again, which costs a turn; a wrong yes would cost a visit, or send the fire brigade.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dialog_brain.understanding.answers.consent_conditions import conditional
from dialog_brain.understanding.answers.consent_idioms import (
    DENIALS,
    PERSONS,
    TONES,
    UNDECIDED,
    Tone,
    Verdict,
    answering,
    stands_alone,
)
from dialog_brain.understanding.answers.consent_judgements import judged, seeks_agreement
from dialog_brain.understanding.answers.consent_no import NO
from dialog_brain.understanding.answers.consent_of_danger import of_danger
from dialog_brain.understanding.answers.consent_parts import QUESTION_WORDS, WORDS
from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, LISTS
from dialog_brain.understanding.answers.engagements import engaged
from dialog_brain.understanding.answers.meant_for_others import behind_dear, told_others
from dialog_brain.understanding.answers.objections import objects
from dialog_brain.understanding.answers.other_wishes import wishes_otherwise
from dialog_brain.understanding.answers.prices_demanded import demands_price
from dialog_brain.understanding.answers.put_offs import puts_off
from dialog_brain.understanding.answers.questions_beside import asked_beside
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Consent, Expected

_AGREES_AFTER_NO = wordset(
    "right correct perfect great true wonderful excellent awesome accurate fantastic works work ideal amazing"
)
_WANTING = wordset("want need like")
_FAILING = wordset(
    "working start starting turn turning cool cooling heat heating drain draining flush flushing blow blowing run "
    "running light kick shut stop stopping fill cold hot warm"
)
"""What "it isn't ..." tells of a machine, and refuses nothing."""
_PLAIN_NO = wordset("no nope nah")
_TURNING = wordset("but so")
_BEFORE_SO = wordset("think guess suppose hope believe say said ever not even or and just quite")
_PLAINLY = wordset("yes yeah yep okay sure book ahead fine alright good works great perfect ideal")
_AFTER_SO = wordset("much many far kind nice very that")
_LONGEST_CONCLUSION = 10
_FOREIGN = wordset("entiendo hablo comprendo english ingles inglés español")
"""With these, a no says that the question was not understood."""
_GOING_ON = wordset("but although except unless or shoot crap")
_LAST_WORDS = _GOING_ON | {"actually", "me"}
_TURNING_BACK = (("well",), ("oh",), ("but",), ("though",), ("and",))
"""Before a last "actually" these take back what was said before it."""
_HEDGES = tuple((who, verb) for who in ("i", "we") for verb in ("guess", "suppose", "reckon"))
""" "Yes", alone; after an answer only less sure of it: "no, I guess"."""
_WHAT_IT_IS = tuple((what, "is") for what in ("it", "that", "this"))
_ENOUGH = (
    ("that", "is", "it"),
    ("will", "do", "it"),
    ("that", "covers", "it"),
    ("that", "covers", "everything"),
    ("are", "all", "set"),
)
_HEARD_US = (("okay",), ("alright",), ("all", "right"), ("right",))
_UNAGREED = ("no", "deny", "safe", "done", "unsure")
"""After these "okay" asks whether we heard."""
_PERHAPS = wordset("maybe perhaps possibly probably")
_NOES = any_of(*NO, **LISTS)
_YESES = ("yes", "agrees", "go", "weak_yes")
_AGREEING = (*_YESES, "fine")


def heard_consent(speech: Speech, asked: Expected) -> Consent | None:
    """The answer to a yes-or-no question, None when there is none or it is ambiguous. The last word counts.

    `speech` is `fluent`.
    """
    if not _FOREIGN.isdisjoint(speech.words):
        return None
    if asked != "confirm":
        told = _heard_idioms(speech, asked_safety=asked == "safety")
        return None if told == "yes" and asked != "safety" and objects(speech) else told
    if speech.words[-1:] and speech.words[-1] in _LAST_WORDS and _left_open(speech):
        return None
    if concludes_with_yes(speech):
        return "yes"
    if seeks_agreement(speech):
        return None
    by_parts, by_idioms = judged(speech), _heard_idioms(speech, asked_safety=False)
    if by_parts and by_idioms and by_parts != by_idioms:
        return _of_contradiction(speech, by_idioms)
    answer = by_parts or by_idioms or ("no" if _refuses(speech) or engaged(speech) else None)
    if answer == "yes" and (held_up(speech) or _asks_after_but(speech) or (not by_parts and _limits(speech))):
        return None
    return None if answer == "yes" and _is_for_others(speech) else answer


def _is_for_others(speech: Speech) -> bool:
    """Whether the yes is for somebody else in the room."""
    rest = behind_dear(speech)
    return told_others(speech) or (rest is not None and heard_consent(rest, "confirm") != "yes")


def held_up(speech: Speech) -> bool:
    """Whether the yes waits for something (a condition, somebody else, the price), or none is meant."""
    waits = conditional(speech) or puts_off(speech) or demands_price(speech)
    return waits or wishes_otherwise(speech) or objects(speech)


def _left_open(speech: Speech) -> bool:
    """ "Yes, that's... well, actually": whoever goes on with such a word has not agreed yet."""
    before, last = speech.words[-2:-1], speech.words[-1]
    if last in _GOING_ON:
        return before not in ((), ("no",))
    return before == ("let",) if last == "me" else before in _TURNING_BACK or speech.stops[-2:-1] == (".",)


def _heard_idioms(speech: Speech, *, asked_safety: bool) -> Consent | None:
    """Where the verdict stands after the last idiom."""
    verdict = UNDECIDED
    for found in answering(speech, asked_safety=asked_safety):
        verdict = of_danger(verdict, found, speech) if asked_safety else _agreement(verdict, found, speech)
    return verdict.consent


def concludes_with_yes(speech: Speech) -> bool:
    """ "Nine is a bit early, but okay, yes": all that follows the last "but" or "so" agrees, whatever was before."""
    words = speech.words
    if _TURNING.isdisjoint(words):
        return False
    last = max((place for place in range(2, len(words) - 1) if _turns_at(words, place)), default=0)
    if not last or len(words) - last > _LONGEST_CONCLUSION:
        return False
    rest = speech.cut(last + 1, len(words))
    plainly = not _PLAINLY.isdisjoint(rest.words) and not rest.asks and not held_up(rest)
    return plainly and judged(rest) == "yes"


def _turns_at(words: tuple[str, ...], place: int) -> bool:
    """Whether a "but" or "so" begins a statement there: not in "I think so" and "thank you so much"."""
    if words[place] not in _TURNING:
        return False
    return words[place - 1] not in _BEFORE_SO and words[place + 1] not in _AFTER_SO


def begins_with_no(speech: Speech) -> bool:
    """Whether the first idiom is a no."""
    return _NOES.first(speech) is not None and next(_answers(speech), None) == "no"


def _refuses(speech: Speech) -> bool:
    """Whether a no begins it and nothing in it praises: "no, that's good" is neither a yes nor a no."""
    waits = ("let", "me") in pairwise(speech.words) and "back" not in speech.words
    return begins_with_no(speech) and not waits and not any(WORDS.get(word) == "agree" for word in speech.words)


def _asks_after_but(speech: Speech) -> bool:
    """ "Yes, but can we push it back?": nothing is agreed to before the question is answered."""
    return any(pair[0] == "but" and pair[1] in QUESTION_WORDS for pair in pairwise(speech.words))


def _of_contradiction(speech: Speech, by_idioms: Consent) -> Consent | None:
    """What counts where the readings differ: what follows a "but", or an idiom that explains what is denied."""
    words = speech.words
    if "but" in words[1:-1]:
        return heard_consent(speech.cut(words.index("but", 1) + 1, len(words)), "confirm")
    return "yes" if by_idioms == "yes" and _agrees_by_denying(speech) else None


def _agrees_by_denying(speech: Speech) -> bool:
    """ "I don't work that day": every denial is part of an idiom that agrees."""
    agreeing = [found for found in answering(speech, asked_safety=False) if found.meaning in _AGREEING]
    denials = [place for place, word in enumerate(speech.words) if word in DENIALS]
    return denials != [] and all(any(found.start <= at < found.end for found in agreeing) for at in denials)


def _limits(speech: Speech) -> bool:
    """ "Yes, but it's a long wait": what follows the "but" may take the yes back, unless it is known to agree."""
    words = speech.words
    at = words.index("but") + 1 if "but" in words else 0
    if not at or words[at : at + 2] not in _WHAT_IT_IS:
        return False
    found = TONES.at(speech, at)
    return found is None or found.meaning not in _AGREEING or not stands_alone(speech, found)


def _answers(speech: Speech) -> Iterator[Tone]:
    return (found.meaning for found in answering(speech, asked_safety=False) if found.meaning != "filler")


def _agreement(so_far: Verdict, found: Found[Tone], speech: Speech) -> Verdict:
    """The verdict on a proposal after one more idiom."""
    tone, before = found.meaning, so_far.consent
    agreed = so_far.agreed_before or before == "yes"
    hedges = speech.words[found.start : found.end] in _HEDGES and not _alone(so_far, found, speech)
    tags = _tags(so_far, found, speech) or (tone in _AGREEING and speech.words[found.start - 1] in _PERHAPS)
    please = speech.words[found.start : found.end] == ("please",) and not _alone(so_far, found, speech)
    declined = so_far.tone == "no" and not so_far.agreed_before
    beside = (
        before == "yes"
        and tone == "unsure"
        and (_grants(found, speech) or _wishes(found, speech) or asked_beside(so_far.tone, found, speech))
    )
    if hedges or tags or please or beside or (declined and _settles(found, speech)):
        return so_far
    if tone == "unsure" and (before != "no" or speech.words[found.start : found.start + 2] == ("let", "me")):
        return Verdict(None, tone, agreed_before=False)
    if tone in _YESES:
        turns = before != "no" or stands_alone(speech, found)
        return Verdict("yes", tone, agreed) if turns else so_far
    if tone in ("no", "deny"):
        if before == "yes" and _echoes_a_denial(found, speech):
            return so_far if found.start + 1 == len(speech.words) else UNDECIDED
        fails = speech.words[found.start] == "it" and not _FAILING.isdisjoint(speech.words[found.end : found.end + 1])
        return so_far if fails else Verdict("no", tone, agreed)
    if tone == "fine":
        agrees = not _AGREES_AFTER_NO.isdisjoint(speech.words[found.start : found.end])
        after_all = speech.words[found.start - 1] == "but" and speech.words[0] not in _PLAIN_NO
        if before != "no" or so_far.agreed_before or agrees or after_all:
            return Verdict("yes", tone, agreed)
        return Verdict(None, tone, agreed_before=False)
    if tone in ("safe", "done") and before != "yes":
        return Verdict(_wellbeing(so_far, found, speech), tone, agreed)
    return so_far


def _echoes_a_denial(found: Found[Tone], speech: Speech) -> bool:
    """ "I don't have a problem with that, no"; with thanks behind it the no may refuse."""
    said = speech.cut(0, found.start)
    return speech.words[found.start] in _PLAIN_NO and "not" in said.words and _agrees_by_denying(said)


def _alone(so_far: Verdict, found: Found[Tone], speech: Speech) -> bool:
    """A bare "please" says yes, but not after a yes or a no, or after what we did not understand."""
    return so_far.tone is None and FILLER_WORDS.issuperset(speech.words[: found.start])


def _settles(found: Found[Tone], speech: Speech) -> bool:
    """ "No, that's all right": leaves it at the no."""
    said = speech.words[found.start : found.end]
    return said[-1] in ("okay", "alright") or said[-2:] == ("all", "right") or said[-3:] in _ENOUGH


def _tags(so_far: Verdict, found: Found[Tone], speech: Speech) -> bool:
    """ "I can't then, okay": asks whether we heard; "I hoped for sooner, but okay" agrees."""
    if speech.words[found.start : found.end] not in _HEARD_US or speech.words[found.start - 1] == "but":
        return False
    said = speech.words[: found.start]
    return so_far.tone in _UNAGREED or not (so_far.tone or said[:1] == ("if",) or FILLER_WORDS.issuperset(said))


def _grants(found: Found[Tone], speech: Speech) -> bool:
    """ "That's good, and I know you're busy": what is known leaves the yes."""
    return speech.words[found.start : found.end] == ("i", "know") and found.end < len(speech.words)


def _wishes(found: Found[Tone], speech: Speech) -> bool:
    """ "Yes, I want a new system": the yes stands; without it a wish agrees to nothing."""
    said = speech.words[found.start : found.end]
    opposed = speech.words[found.start - 1] == "but"
    return not opposed and said[0] in ("i", "we") and said[-1] in ("a", "an") and not _WANTING.isdisjoint(said)


def _wellbeing(so_far: Verdict, found: Found[Tone], speech: Speech) -> Consent | None:
    """ "I'm good" wants nothing, "everything's good" agrees, "we're good" may do either; "no, you're good" declines."""
    if speech.words[found.start] == "you":
        return so_far.consent
    if found.meaning == "done" or speech.words[found.start] in PERSONS:
        return so_far.consent if speech.words[found.start] == "we" else "no"
    return "yes"
