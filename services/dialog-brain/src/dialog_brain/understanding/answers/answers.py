"""Pure. A turn as the answer to what was asked: yes, no, what is to be changed, what is to stay."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dialog_brain.understanding.answers.consent import begins_with_no, concludes_with_yes, heard_consent
from dialog_brain.understanding.answers.consent_judgements import asks_by_tag, judged
from dialog_brain.understanding.answers.consent_of_danger import one_for_each
from dialog_brain.understanding.answers.consent_parts import WORDS
from dialog_brain.understanding.answers.corrections import heard_correction
from dialog_brain.understanding.answers.details import names_another, tells_detail, turning
from dialog_brain.understanding.answers.disputes import calls_one_right, heard_dispute, heard_kept
from dialog_brain.understanding.answers.meant_for_danger import names_danger_sign, tells_another_matter
from dialog_brain.understanding.answers.presence import is_away
from dialog_brain.understanding.asking.unknown import is_unknown
from dialog_brain.understanding.danger.hazard_answers import senses_by_another
from dialog_brain.understanding.danger.hazards import Heard
from dialog_brain.understanding.danger.questions_back import own_answer
from dialog_brain.understanding.language.hesitations import fluent, heard_no
from dialog_brain.understanding.language.numbers import UNITS
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.said_anew import said_anew
from dialog_brain.understanding.understood import Consent, Disputed, Expected, Kept

_QUESTION_WORDS = wordset("do is are can could what how would any anything")
_OPENING_WORDS = wordset("well okay so yeah yes sure hmm oh and but no")
_MOVES = wordset("switch make try change move push bump shift swap shove scoot slide nudge")
_HOPED = wordset("hoping hoped preferred wanted expecting expected thought thinking say")

_DIGITS = (UNITS.keys() - {"zero"}) | {"oh"}
"""Alone they answer nothing but a read-back: most ZIPs are told in nothing else. A zero may be a no."""


class Answer(NamedTuple):
    """Named as in `Understood`. With a correction, consent is never yes."""

    consent: Consent | None
    correction: bool = False
    disputed: Disputed | None = None
    kept: Kept | None = None
    of_one: bool = False
    cannot_tell: Literal["away", "unknown"] | None = None


def answer_to_safety(speech: Speech, hazard: Heard, name: tuple[int, int] | None, *, beside: bool) -> Answer:
    """The answer to the question about dangers.

    `beside`: the turn tells a name, a ZIP or a problem too; `name`: the words of the name, which are no sign of danger.
    """
    speech = own_answer(speech)
    if senses_by_another(speech):
        return Answer("yes")
    if hazard.hazard is not None:
        return Answer("yes")
    if (of_parts := one_for_each(speech)) is not None:
        return Answer("yes" if of_parts == "yes" else None)
    consent = heard_consent(fluent(heard_no(speech)), "safety")
    if is_away(speech, answered=consent is not None, denied=hazard.denied):
        return Answer(None, cannot_tell="away")
    if hazard.denied:
        return Answer("no")
    if consent is None and is_unknown(speech):
        return Answer(None, cannot_tell="unknown")
    if consent != "yes" or names_danger_sign(speech, name):
        return Answer(consent)
    return Answer(None if beside or tells_another_matter(speech) else consent)


def answer_to(speech: Speech, asked: Expected, *, changed: bool, detailed: bool) -> Answer:
    """The answer to any other question.

    `changed`: the turn tells a value that we may hold already; `detailed`: one that is no time.
    """
    if asked != "confirm" and _DIGITS.issuperset(speech.words):
        return Answer(None)
    fluently = fluent(heard_no(speech) if asked == "confirm" and speech.words[:1] == ("know",) else speech)
    consent = heard_consent(fluently, asked)
    if asked in ("open", "problem"):
        return Answer(consent)
    if asked == "confirm" and not detailed and consent != "no" and names_another(speech):
        return Answer(None, correction=True, disputed="name")
    correction = asked != "time" and heard_correction(speech, valued=changed)
    if (
        consent == "yes"
        and asked == "confirm"
        and concludes_with_yes(fluently)
        and not (detailed or (changed and correction))
    ):
        return Answer("yes")
    if changed and said_anew(speech):
        correction = True
    if changed and (_turns(speech) if consent == "yes" else "actually" in speech.words or begins_with_no(fluently)):
        correction = True
    if correction and (consent is not None or (asked == "confirm" and not _asks_for_change(speech, changed=changed))):
        consent = None if consent == "yes" and not (changed or turning(speech) or _disagrees(speech)) else "no"
    elif asked == "confirm" and consent != "no" and (detailed or tells_detail(speech)):
        turns = _turns(speech)
        consent, correction = "no" if turns else consent, turns or consent is None
    if asked not in ("confirm", "any"):
        return Answer(consent, correction)
    disputed = heard_dispute(speech)
    kept = None if disputed else _kept(fluently, asked)
    return Answer(consent, correction, disputed, kept, consent == "yes" and calls_one_right(fluently))


def _kept(speech: Speech, asked: Expected) -> Kept | None:
    """ "It's all right" leaves all as it is where it does not agree to a proposal."""
    return heard_kept(speech) or ("as_is" if asked == "any" and judged(speech) == "yes" else None)


def _disagrees(speech: Speech) -> bool:
    return any(WORDS.get(word) == "disagree" for word in speech.words)


def _turns(speech: Speech) -> bool:
    """ "Yes, but make it Friday" changes something, "I was hoping for Friday, but yes" does not."""
    start = turning(speech)
    return start > 0 and _HOPED.isdisjoint(speech.words[:start])


def _asks_for_change(speech: Speech, *, changed: bool) -> bool:
    """ "Do you have anything earlier" refuses nothing, as "can we move it to Friday" does."""
    if "instead" in speech.words or (changed and not _MOVES.isdisjoint(speech.words)):
        return False
    first = next((word for word in speech.words if word not in _OPENING_WORDS), "")
    return first in _QUESTION_WORDS or asks_by_tag(speech)
