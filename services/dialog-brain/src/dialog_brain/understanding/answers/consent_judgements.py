"""Pure. Yes and no of a sentence by what it is made of: judgements, and how often each is denied.

"You are not wrong about that" and "there is no way that is true" are in no list of idioms; their parts are in
`consent_parts.py`. Each statement is read as a row of parts:

- a judgement agrees or disagrees, and a denial before it turns it around: "not a problem" agrees;
- all judgements of a statement must come out the same, else it says nothing;
- a denial of which no judgement follows is a no of its own: "I can't", "that isn't what I asked for";
- "no" stays no, whatever is denied before it: "not really, no";
- a word of doubt, or any that is not known, makes the whole speech say nothing here, unless it only tells why
  ("because my cousin visits") or what else ("and my brother has the keys").

The last statement that says something counts. "But" and "so" begin one that may contradict; others may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from dialog_brain.understanding.answers.consent_parts import (
    DENIED_BY_NO,
    PLAIN,
    PREFIXES,
    QUESTION_WORDS,
    UNITS,
    WORDS,
    Part,
)
from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, SURE
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Consent

_LONGEST = 16
_BEFORE_A_QUESTION = FILLER_WORDS - wordset("that it there here") | wordset("okay alright yeah right")
_RELATIVES = wordset("what how who where")
_TELLERS = wordset("i you we they he she")
_SUBJECTS = _TELLERS | wordset("it that this")
_TAGS = wordset("okay alright")
_RIGHTLY = wordset("it that this them everything all got spelled heard wrote read said done")
"""With these "right" says how something was done: "you got my name right"."""
_DONE_RIGHT = wordset("get hear spell write read say interpret understand pronounce")
"""After a denial, these are what was not done right: "you didn't spell my name right"."""
_INTENSE = wordset(f"{SURE} darn damn dang dead freaking".replace("|", " ").replace("_", " "))
_BEFORE_OKAY = FILLER_WORDS - wordset("thanks anyway")
_BEFORE_A_STORY = wordset("okay alright right")
_BEFORE_JUDGED = wordset(
    "is are am be been was were sounds sound looks look seems feels feel just quite pretty too very but "
    "yes yeah yep sure not no never the a about to close got have makes made with by for so more still my"
)
"""Behind these "okay" says what something is."""
_UNFINISHED = wordset("wait so but and")
"""At the end of a turn these leave it open: "okay so"."""
_BEFORE_WAIT = wordset("to can not will would rather the a long")
_NEGATIVES = wordset("no nothing none nobody never")
"""Behind a denial they only repeat it: "ain't no problem"."""
_THINKING = wordset("think say believe hope guess suppose")
_CITING = wordset("a say saying said")
_REASONS = wordset("because since cause although though while as")
"""What they begin tells why, and answers nothing."""
_TURNS = wordset("but so")
_ADDS = wordset("and so")
_BEFORE_SO = wordset(
    "think guess suppose hope believe imagine say said reckon expect presume assume gather trust afraid not or if is "
    "am are was be just quite even how do did looks sounds seems right okay"
)
_BEFORE_AS = wordset("as same well long soon just good much exactly far is it that like")
_AFTER_SO = wordset("much many far far so long good great nice kind late early soon sorry")
""" "I think so yes" and "so much": no statement begins at this "so"."""
_PLAIN_ANSWERS = wordset("yes yeah yep no nope")
_BEGIN_A_STATEMENT = _SUBJECTS | _PLAIN_ANSWERS | wordset("there my our please go book let the if he she")
_OWN = wordset("my our your his her")
_LOVES = wordset("love appreciate appreciated")
_THIS = wordset("that it this to")
"""What is loved must be the proposal: "I would love another day" is no answer."""


def judged(speech: Speech) -> Consent | None:
    """The answer of the last statement that has one; None when one is in doubt, unknown, or against another."""
    words = speech.words
    if not words or len(words) > _LONGEST or speech.asks:
        return None
    verdict: Consent | None = None
    for start, end, joint in _statements(speech):
        if joint in _REASONS and (verdict is not None or start == 0):
            continue
        here = None if _asks(words, start) else _judged(speech, start, end)
        adds = joint in _ADDS and _PLAIN_ANSWERS.isdisjoint(words[start + 1 : start + 2])
        if here is None and (adds if verdict else words[end : end + 1] == ("so",)):
            continue
        if here is None or (verdict is not None and here not in ("", verdict) and joint not in _TURNS):
            return None
        verdict = here or verdict
    return verdict


def seeks_agreement(speech: Speech) -> bool:
    """ "And this is free, right": says something and asks it of us."""
    words = speech.words
    if asks_by_tag(speech):
        return True
    if words[-1:] not in (("right",), ("correct",)):
        return False
    start = next((at + 1 for at in reversed(range(len(words) - 2)) if speech.stops[at] not in ("", "-")), 0)
    said = words[_first(words, start, len(words) - 1) : -1]
    while said and (said[-1] in _INTENSE or said[-1].endswith("ly")):
        said = said[:-1]
    judges = any(WORDS.get(word) in ("agree", "disagree", "no") for word in said)
    wrongly = any(word == "not" and following in _DONE_RIGHT for word, following in pairwise(said))
    judges = judges or wrongly
    return len(said) > 1 and not judges and said[-1] not in _BEFORE_JUDGED and _RIGHTLY.isdisjoint(said[1:])


def asks_by_tag(speech: Speech) -> bool:
    """ "You're a robot, aren't you"; not "that isn't it", "why wouldn't I"."""
    words = speech.words
    tag = words[-2:-1] == ("not",) and words[-1] in _SUBJECTS and words[-3:-2] != () and words[-3] in QUESTION_WORDS
    return tag and len(words) > 3 and words[-4] not in _SUBJECTS | QUESTION_WORDS


def _statements(speech: Speech) -> Iterator[tuple[int, int, str]]:
    """Where each statement begins and ends, and the word that joins it to the one before."""
    start, last = 0, len(speech.words) - 1
    for place, stop in enumerate(speech.stops):
        if place == last or stop not in ("", "-") or _joins(speech.words, place + 1):
            yield start, place + 1, speech.words[start]
            start = place + 1


def _joins(words: tuple[str, ...], place: int) -> bool:
    """Whether a statement begins with this word: "so I can't", but not "I think so" or "so much"."""
    word, before, following = words[place], words[place - 1], words[place + 1 : place + 2]
    if word == "so":
        return following != () and before not in _BEFORE_SO and following[0] not in _AFTER_SO
    if word == "and":
        return following != () and following[0] in _BEGIN_A_STATEMENT
    if word == "as":
        return following != () and following[0] in _BEGIN_A_STATEMENT and before not in _BEFORE_AS
    return word == "but" or word in _REASONS


def _asks(words: tuple[str, ...], start: int) -> bool:
    """ "What is it" and "is that right" ask; "what you said" and "is right" tell, the latter without its subject."""
    while start < len(words) and (words[start] in _BEFORE_A_QUESTION or words[start].endswith("ly")):
        start += 1
    word, following = (*words[start : start + 2], "", "")[:2]
    if word not in QUESTION_WORDS or (word in _RELATIVES and following in _TELLERS):
        return False
    if following == "not":
        return not _SUBJECTS.isdisjoint(words[start + 2 : start + 3])
    return WORDS.get(following) not in ("agree", "disagree", "no")


def _judged(speech: Speech, start: int, end: int) -> Consent | Literal[""] | None:
    """What the parts of a statement come to: "" for nothing, None where one is unknown or two differ."""
    first = _first(speech.words, start, end)
    if speech.words[first : first + 2] == ("no", "way"):
        return "no"
    agrees, denied_since = True, False
    verdict: bool | None = None
    subject = ""
    for place, part in _parts(speech, start, end):
        if part in ("unknown", "doubt") or (part == "knowing" and not agrees and subject != "you"):
            return None
        if part == "denial":
            agrees, denied_since = not agrees, True
        elif part in ("agree", "disagree", "no"):
            here = part != "no" and agrees is (part == "agree")
            if verdict not in (None, here):
                return None
            verdict, denied_since = here, False
        elif agrees and speech.words[place] in _SUBJECTS:
            subject = speech.words[place]
    if denied_since and not agrees:
        return "no" if verdict is None else None
    if verdict and ("no", "way") in pairwise(speech.words[start:end]):
        return None
    return "" if verdict is None else "yes" if verdict else "no"


def _parts(speech: Speech, start: int, end: int) -> Iterator[tuple[int, Part]]:
    place, denied = start, False
    while place < end:
        unit = UNITS.at(speech, place, end)
        if unit is not None:
            part, following = unit.meaning, unit.end
        else:
            part, following = _part(speech.words, place), place + 1
            repeats = denied and speech.words[place] in _NEGATIVES and speech.words[place - 1] not in _CITING
            part = "plain" if repeats or _tags(speech.words, start, place) else part
        yield place, part
        denied = part == "denial" or (denied and part in ("plain", "knowing"))
        place = following


def _first(words: tuple[str, ...], start: int, end: int) -> int:
    """Where a statement begins, behind "well, you know"."""
    return next((place for place in range(start, end) if words[place] not in FILLER_WORDS), start)


def _tags(words: tuple[str, ...], start: int, place: int) -> bool:
    """ "I'm at work then, okay": after other words it asks whether we heard, and agrees to nothing."""
    if words[place + 1 : place + 2] == ("so",) and FILLER_WORDS.issuperset(words[start:place]):
        return words[place] in _BEFORE_A_STORY
    if words[place] == "right" and words[(first := _first(words, start, place)) : first + 1] == ("you",):
        return words[first + 1] in _CITING
    first = place - 1 if words[place - 1 : place + 1] == ("all", "right") else place
    if first == place and words[place] not in _TAGS:
        return False
    before = words[first - 1] if first > start else ""
    softly = before.endswith("ly") and before != "early"
    return not (softly or before in _BEFORE_JUDGED or _BEFORE_OKAY.issuperset(words[start:first]))


def _part(words: tuple[str, ...], place: int) -> Part:
    """What one word does in its statement."""
    word = words[place]
    before = words[place - 1] if place else ""
    following = words[place + 1] if place + 1 < len(words) else ""
    if word in _UNFINISHED and before not in _THINKING:
        return "plain" if following and (word != "wait" or before in _BEFORE_WAIT) else "doubt"
    if word in _RELATIVES:
        return "plain" if following in _TELLERS else "doubt"
    if word == "no" and (following in DENIED_BY_NO or before in _CITING):
        return "denial" if following in DENIED_BY_NO else "disagree"
    if (word == "mind" and before in _OWN) or (word in _LOVES and following not in _THIS):
        return "unknown"
    part = WORDS.get(word)
    if part is not None:
        return part
    if word.startswith(PREFIXES) and any(
        word.startswith(prefix) and WORDS.get(word[len(prefix) :]) == "agree" for prefix in PREFIXES
    ):
        return "disagree"
    return "plain" if word in PLAIN or word.endswith("ly") else "unknown"
