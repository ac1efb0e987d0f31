"""Pure. How long the line waits for a caller who has paused, and what it takes to stop the agent: tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calllock.contracts.commands import Expected

FINISHED = 0.5
"""From this probability on, the turn model is believed that the caller has finished."""
JUDGED_S = 0.15
"""Silence before which the turn model is not asked: shorter ones are between words."""
JUDGING_S = 0.3
"""What its answer may take on a busy core."""
OPENING_S = 0.45
"""At least so long is waited after words with which answers begin: people pause in "no, nothing like that"."""
GREETED_S = 1.0
"""At least so long after a greeting alone: "hello, this is Ann, my AC is out"."""
COMPLETE_S = 0.5
"""So long is waited after an answer whose words are complete, though it may not have sounded finished."""
LONGEST_TURN_S = 15.0
"""A turn that does not end by itself (a television, music) is ended; a caller who talks on begins another."""
LONGEST_HOLD_S = 5.0
"""How long what we have to say waits for a caller who is speaking, and the end after the last words of our own."""
MUMBLE_S = 0.8
"""Wordless sound this long is reported as a turn without words; shorter is nothing."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of silence after the last voiced sound that end a turn."""

    finished_s: float
    """When the turn model thinks that the caller has finished."""
    unfinished_s: float
    """When it does not, or has not answered."""


_SHORT = Patience(0.25, 0.9)
_MEDIUM = Patience(0.31, 1.6)
_DICTATED = Patience(1.2, 1.6)
"""People look things up and speak digits and letters in groups. No row may be so long that a filler for whoever is
slow after it would come more than two seconds after the caller's last sound."""

PATIENCE: dict[Expected | None, Patience] = {
    "confirm": _SHORT,
    "safety": _SHORT,
    "open": _MEDIUM,
    "problem": _MEDIUM,
    "time": _MEDIUM,
    "any": _MEDIUM,
    None: _MEDIUM,
    "zip": _DICTATED,
    "address": _DICTATED,
    "name": _DICTATED,
}


def patience_s(expects: Expected | None, finished: float | None, text: str | None) -> float:
    """How long to wait, given what was asked, what the turn model said and the words so far (None: not known yet)."""
    row = PATIENCE[expects]
    said = (text or "").strip()
    if finished is None or finished < FINISHED:
        return COMPLETE_S if expects in ANSWERED_EARLY and is_complete(said) else row.unfinished_s
    if _OPENING.fullmatch(said):
        return max(row.finished_s, GREETED_S if _GREETING.search(said) else OPENING_S)
    if expects == "zip" and count_digits(said) == ZIP_DIGITS:
        return _MEDIUM.finished_s
    return row.finished_s


def judged_after_s(expects: Expected | None, text: str | None) -> float:
    """After how much silence the turn model is asked: as late as its answer can be waited for, if it is yes."""
    return max(JUDGED_S, patience_s(expects, 1.0, text) - JUDGING_S)


_OPENING = re.compile(
    r"(?:(?:um+|uh+|oh|well|so|hi|hello|hey|no|nope|nah|yes|yeah|yep|yup|okay|ok|sure|right|actually)\b[\s,.!?-]*)+",
    re.IGNORECASE,
)

_GREETING = re.compile(r"\b(?:hi|hello|hey)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(r"\b(?:no|nope|nah|yes|yeah|yep|yup|okay|ok|sure|right)\b", re.IGNORECASE)
_HANGING = """
    a an the this these my your our their his her its some any no every each another other more very really just only
    i we he she they you it's that's there there's here's who what when where which if because since so but and or as
    than then to of for from in on at by with about into over under around near i'm we're you're they're i've we've
    is are was were am be been has have had do does did will would can could should may might must don't doesn't
    didn't isn't aren't wasn't can't couldn't won't wouldn't haven't hasn't not let's i'll we'll i'd
    smell see hear feel notice think know say mean want need got like um uh er hm well maybe actually except
"""
"""Words that something follows, of the kinds of which there are few, and verbs of what one perceives or thinks."""
_OPEN_ENDS = frozenset(_HANGING.split())


def is_complete(text: str) -> bool:
    """Whether these words are a yes or a no with more to it, and leave nothing open."""
    opening = _OPENING.match(text)
    if opening is None or _YES_OR_NO.search(opening.group()) is None:
        return False
    rest = re.findall(r"thank you|[a-z']+|\d+", text[opening.end() :].lower())
    return bool(rest) and rest[-1] not in _OPEN_ENDS and (rest[-1] != "that" or len(rest) > 1)


ZIP_DIGITS = 5
_SINGLE = re.compile(r"zero|oh?|one|two|three|four|five|six|seven|eight|nine|\d")
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty")
_TEENS = re.compile(r"ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen")
_UNSURE = frozenset({"double", "triple", "hundred", "thousand"})


def count_digits(text: str) -> int:
    """How many digits were dictated, in figures or in words; -1 when that cannot be counted."""
    digits, after_tens = 0, False
    for word in re.findall(r"[a-z]+|\d", text.lower()):
        if word in _UNSURE:
            return -1
        if _SINGLE.fullmatch(word):
            is_unit_of_tens = after_tens and word not in ("zero", "oh", "o")
            digits += 0 if is_unit_of_tens else 1
        elif _TENS.fullmatch(word) or _TEENS.fullmatch(word):
            digits += 2
        after_tens = _TENS.fullmatch(word) is not None
    return digits


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What makes a sound a voice, and a voice an interruption."""

    threshold: float
    """Probability of the voice model from which a chunk is voiced."""
    barge_in_s: float
    """Voiced sound that stops the agent before a word is known."""


LISTENING = Sensitivity(0.5, 0.6)
GREETING = Sensitivity(0.75, 0.9)
"""While the greeting plays, the line is still full of clicks, breath and the agent's own echo."""

_BACKCHANNEL = re.compile(
    r"(?:(?:uh|um+|hm+|mm+|mhm|ah|aha|oh|okay|ok|right|alright|sure|i see|got it|huh|yeah)\b[\s,.!-]*)+", re.IGNORECASE
)


def is_backchannel(text: str) -> bool:
    """Whether these words only say "I am listening" when spoken over the agent."""
    return not text or _BACKCHANNEL.fullmatch(text.strip()) is not None


ANSWERED_EARLY: frozenset[Expected | None] = frozenset({"confirm", "safety"})
"""Questions that "okay" and "uh-huh" answer, also while their last sentence is being spoken."""
