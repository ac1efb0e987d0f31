"""Pure. Whether words that may be a name are one, where they stand."""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_parts import PLAIN, WORDS
from dialog_brain.understanding.answers.consent_words import GOOD
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT, TROUBLES
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import (
    ENDEARMENTS,
    NAMES_IN_ING,
    NEVER,
    PARTICLES,
    SOFT_NAMES,
    SPELLING_TOLD,
    SURNAMES,
)
from dialog_brain.understanding.people_and_places.spelling import begins_capital, capital, letters_after
from dialog_brain.understanding.people_and_places.street_words import SURE_TYPES

_AFTER_SOFT = wordset("and from at calling here with speaking i my")
_AFTER_NAME = wordset(
    "from at with and here speaking calling over on in thanks thank please nice sir ma'am yes yeah again "
    "residence household family"
)
_OTHER_PARTS = (
    ("last", "name"), ("first", "name"), ("family", "name"), ("last", "is"), ("first", "is"), ("is", "fine"),
    ("is", "okay"), ("that", "is"), ("do", "you"), ("are", "you"), ("can", "you"), ("how", "are"),
)  # fmt: skip
"""Another part of the name, or a verdict: "Russel is fine", "Ursula, that's me"."""
_NEXT_CLAUSES = (("and", "i"), ("and", "my"), ("and", "we"), ("and", "our"))
_IN_ING = GIVEN_NAMES | NAMES_IN_ING
_OBJECTS = wordset("it me us him her them somebody someone this everything anything up enough")
"""After one word that nobody knows as a name they tell that it is what is done: "skip it", "close enough"."""
_SAID_OF_OTHER_THINGS = (
    (WORDS.keys() | PLAIN | set(f"{GOOD}|{EQUIPMENT}|{TROUBLES}".split("|"))) - SURNAMES - SOFT_NAMES - GIVEN_NAMES
)
_HOWS = ("tally", "nally", "cally", "rally", "ually", "ously", "ively", "edly", "ently", "antly", "ately", "early")
"""Ends of adverbs: "totally", "obviously"."""


def believable(speech: Speech, said: list[int], *, asked: bool, strict: bool, named: bool) -> bool:
    """Whether the words at `said` are a name; the flags are those of `name_at`."""
    first, end = said[0], said[-1] + 1
    words = [speech.words[place] for place in said]
    following = speech.words[end] if end < len(speech.words) else ""
    if len(words) == 1 and len(words[0]) == 1:
        return False
    if not named and words[0].endswith("ing") and words[0] not in _IN_ING and (strict or len(words) != 2):
        return len(words) > 1 and all(capital(speech, place) for place in said)
    known = words[0] in GIVEN_NAMES
    if not (known or named) and _tells_other_things(speech, said):
        return False
    if not strict:
        if words[0] in SOFT_NAMES and len(words) == 1 and following and not speech.stops[end - 1]:
            denied = following == "not" and begins_capital(speech, first)
            told = following in _AFTER_SOFT or speech.words[end : end + 2] in _OTHER_PARTS
            return denied or told or SPELLING_TOLD.at(speech, end) is not None
        return known or asked or begins_capital(speech, first)
    whole = len(words) > 1 and words[1] not in NEVER
    if known and (words[0] not in SOFT_NAMES or whole or begins_capital(speech, first)):
        return True
    if begins_capital(speech, first) and (asked or words[0] not in PARTICLES):
        return True
    ended = end == len(speech.words) or bool(speech.stops[end - 1])
    if asked:
        told = following in _AFTER_NAME or following in ENDEARMENTS or speech.words[end : end + 2] in _OTHER_PARTS
        goes_on = len(words) > 1 and (following == "i" or speech.words[end : end + 2] in _NEXT_CLAUSES)
        return ended or told or goes_on or letters_after(speech, end) is not None
    return following in ("calling", "from", "speaking", "here") or (ended and len(words) == 2)


def _tells_other_things(speech: Speech, said: list[int]) -> bool:
    """Whether words of which the first is unknown tell what is or shall be: "skip it", "wires melted", "Oak Street"."""
    words = [speech.words[place] for place in said]
    end = said[-1] + 1
    if len(words) == 1 and end < len(speech.words) and not speech.stops[end - 1] and speech.words[end] in _OBJECTS:
        return True
    hyphened = speech.stops[said[0]] == "-"
    if words[0] in _SAID_OF_OTHER_THINGS and len(words[0]) > 1 and not hyphened:
        return True
    if (len(words) > 1 and words[-1] in SURE_TYPES) or (words[0].endswith(_HOWS) and not words[0].startswith("mc")):
        return True
    return any(_is_participle(speech.words[place]) and not begins_capital(speech, place) for place in said)


def _is_participle(word: str) -> bool:
    return tells_past(word) or (word.endswith("ing") and word not in _IN_ING)


def tells_past(word: str) -> bool:
    """Whether a word that is no given name is one of what somebody did: "my friend Joe recommended you"."""
    return word.endswith("ed") and not word.endswith("eed") and word not in GIVEN_NAMES
