"""Pure. Yes and no: whole answers to the question that was asked, never stray words.

Hesitations and stutters are left out before (`hesitations.py`). An answer to a proposal ("shall I book that?") is
read in four ways, the first that understands it decides:

1. its sentences are judged by their parts, if all their words are known (`consent_judgements.py`);
2. its idioms are read from left to right (`consent_idioms.py`), each moving the verdict so far (`consent_verdicts.py`):
   "no, that's fine, go ahead" ends as yes, "sure, but I can't" as no, "yes and no" as neither;
3. a no that begins it is a no, whatever else was said but praise ("no, that's good" could be either);
4. a bare yes or no at its very end counts.

A yes under a condition ("only if Mike comes") is none (`consent_conditions.py`): nobody can promise the condition.

Of "is there any danger?" only the idioms answer: all being well is a no, and what agrees to a proposal ("deal",
"someone will be home") tells nothing. What none of them understands is None: the caller is asked again, which costs a
turn; a wrong yes would cost a visit, or send the fire brigade.
"""

from __future__ import annotations

from dialog_brain.understanding.consent_conditions import conditional
from dialog_brain.understanding.consent_judgements import judged
from dialog_brain.understanding.consent_parts import WORDS
from dialog_brain.understanding.consent_verdicts import heard_idioms, refuses
from dialog_brain.understanding.understood import Consent, Expected
from dialog_brain.understanding.words import Speech, wordset

_LAST_YES = wordset("yes yeah yep yup")
_LAST_NO = wordset("no nope nah")
_CITING = wordset("said say says saying told me him her us a or nor be the and is for of")
"""Before these a yes or a no is talked about, not said."""


def heard_consent(speech: Speech, asked: Expected) -> Consent | None:
    """The answer to a yes-or-no question, None when there is none or it is ambiguous. The last word counts.

    `speech` is `fluent`.
    """
    if asked != "confirm":
        return heard_idioms(speech, asked_safety=asked == "safety")
    answer = judged(speech) or heard_idioms(speech, asked_safety=False)
    answer = answer or ("no" if refuses(speech) else _closing(speech))
    return None if answer == "yes" and conditional(speech) else answer


def _closing(speech: Speech) -> Consent | None:
    """ "Call me when you are on the way yes": a plain yes or no at the very end of a sentence without doubt."""
    words = speech.words
    if len(words) < 2 or words[-2] in _CITING or speech.asks or any(WORDS.get(word) == "doubt" for word in words):
        return None
    return "yes" if words[-1] in _LAST_YES else "no" if words[-1] in _LAST_NO else None
