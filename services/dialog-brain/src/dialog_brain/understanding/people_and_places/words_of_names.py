"""Pure. Which words may belong to a name, by themselves and behind one that was said."""

from __future__ import annotations

from collections.abc import Sequence

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.believable_names import tells_past
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import (
    ENDEARMENTS,
    NEVER,
    PARTICLES,
    POLITE,
    SELDOM_SURNAMES,
    SHORT_NAMES,
    SOFT_NAMES,
    SURNAMES,
)
from dialog_brain.understanding.people_and_places.spelling import begins_capital, capital
from dialog_brain.understanding.people_and_places.street_words import STREET_TYPES

_HALVES = wordset("in so do an on sing young long june may")
_AFTER_SURNAME = wordset(
    "here calling with like spelled speaking from again and not jr junior sr please thanks thank nice sir ma'am yes "
    "residence household"
)
_AFTER_WHOLE = wordset("and on at with from do does can could over we our my is are has how last")
"""What a caller goes on with after the name: "Robert Baker on Fifth Street"."""
_RATHER_THINGS = wordset(
    "house power light parts sales call heard means page cash case bridges gates wall hall street lane friday "
    "speaks settle love sells true"
)
"""Surnames that are rather the next word: "this is Ann, house is flooded"."""
_ADDRESSED = wordset("sir ma'am madam")
_RATHER_SURNAMES = wordset("love buddy sugar")
""" "Agnes Love" is a whole name, "Agnes Hill, love" addresses us."""
_LOOSE = wordset("back still fine ready more see")
_AFTER_WILL = wordset("do be work have is")
_NEVER_SURNAMES = _AFTER_SURNAME | POLITE | frozenset(WEEKDAYS)
_NEVER_GIVEN = NEVER - GIVEN_NAMES
_NEVER_FIRST = wordset("of y san los")


def may_be_name(speech: Speech, place: int, before: Sequence[int] = ()) -> bool:
    """Whether a word may belong to a name of which the words at `before` were said."""
    word = speech.words[place]
    if (
        not word[0].isalpha()
        or len(word) > 25
        or word.endswith("'s")
        or (before and _addresses_us(speech, place, before))
    ):
        return False
    following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    if _hyphened(speech, place):
        return True
    if len(word) == 1:
        stray = word == "i" and not capital(speech, place + 1)
        initial = speech.raw[place].isupper() and word != "i" and capital(speech, place + 1)
        return not stray and (bool(before) or initial) and len(following) > 1 and following not in NEVER
    if word in SOFT_NAMES or word in GIVEN_NAMES:
        return not (before and word == "will" and following in _AFTER_WILL)
    if len(before) == 1 and (word in SURNAMES or _ends_capital(speech, place, before[0])):
        return _is_surname(speech, place, before[0])
    if len(before) == 1 and word in SELDOM_SURNAMES and _is_given(speech, before[0]):
        return _is_seldom_surname(speech, place)
    if word in PARTICLES:
        if word in SHORT_NAMES and (ends_at(speech, place + 1) or len(following) == 1 or following in _AFTER_WHOLE):
            return True
        return bool(following) and following not in NEVER and (word != "of" if before else word not in _NEVER_FIRST)
    return word not in NEVER and not (before and tells_past(word) and not capital(speech, place))


def _addresses_us(speech: Speech, place: int, before: Sequence[int]) -> bool:
    """ "Ruth Becker, ma'am", "Ruth Becker, dear"; not "Joyce Dear"."""
    word = speech.words[place]
    if word not in ENDEARMENTS:
        return word in _ADDRESSED
    last = place + 1 == len(speech.words) or bool(speech.stops[place])
    whole = len(before) > 1 or word not in _RATHER_SURNAMES
    return last and whole and not speech.raw[place][:1].isupper()


def _is_given(speech: Speech, place: int) -> bool:
    """Whether the word there is a given name and can be nothing else: "Marc Weeks", but not "mark weeks"."""
    word = speech.words[place]
    return word in GIVEN_NAMES and (word not in SOFT_NAMES or begins_capital(speech, place))


def _hyphened(speech: Speech, place: int) -> bool:
    """A word that is written as half of a given name: "Su-In", "Sing-Hoi"."""
    ends = bool(place) and speech.stops[place - 1] == "-" and capital(speech, place - 1)
    begins = speech.stops[place] == "-" and capital(speech, place + 1)
    return speech.words[place] in _HALVES and capital(speech, place) and (ends or begins)


def _is_surname(speech: Speech, place: int, first: int) -> bool:
    """Whether a word that is often none is the family name after the one at `first`: "Will Day"."""
    following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    if speech.words[first] in _NEVER_GIVEN and not speech.raw[place][:1].isupper():
        return False
    if len(following) < 2 or speech.stops[place] or following in _AFTER_SURNAME:
        return True
    if speech.words[place] not in _RATHER_THINGS and following in _AFTER_WHOLE and _is_given(speech, first):
        return True
    return speech.raw[place][:1].isupper() and speech.words[first] in GIVEN_NAMES


def _is_seldom_surname(speech: Speech, place: int) -> bool:
    """Whether a word that is hardly ever a name is one here, after a given name."""
    following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    if not following or speech.stops[place] or following in ("calling", "speaking", "here", "spelled"):
        return True
    loose = speech.words[place] in _LOOSE
    return not loose and (following in _AFTER_SURNAME or following in _AFTER_WHOLE or following == "i")


def _ends_capital(speech: Speech, place: int, first: int) -> bool:
    """Whether a word that is no name is one here: after a name, with a capital, at the end: "Harry Kitchen"."""
    unknown = begins_capital(speech, first) and speech.words[first] not in NEVER
    named = speech.words[first] in GIVEN_NAMES or (unknown and speech.words[place] not in STREET_TYPES)
    if not named or not capital(speech, place):
        return False
    return speech.words[place] not in _NEVER_SURNAMES and ends_at(speech, place + 1)


def both_names(speech: Speech, place: int, said: Sequence[int]) -> bool:
    """Two words that are no names as a rule, and are written as names: "Guy Price"."""
    raw = speech.raw
    return (
        not said
        and place + 2 == len(speech.words)
        and speech.words[place + 1] in SURNAMES
        and speech.words[place] in SURNAMES | {"guy"}
        and raw[place][:1].isupper()
        and raw[place + 1][:1].isupper()
    )


def ends_at(speech: Speech, end: int) -> bool:
    """Whether the turn, or its clause, ends before the word at `end`."""
    return end == len(speech.words) or bool(speech.stops[end - 1]) or speech.words[end] in _AFTER_SURNAME
