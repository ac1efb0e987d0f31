"""Pure. Yes and no to the question about dangers, idiom by idiom; a no about another matter excludes none.

The question has three parts, and some answer each: "no, yes, no" is no "no" (`one_for_each`).
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Literal

from dialog_brain.understanding.answers.consent_idioms import DENIALS, PERSONS, UNDECIDED, Tone, Verdict
from dialog_brain.understanding.language.hesitations import spelled_alike
from dialog_brain.understanding.language.phrases import Found
from dialog_brain.understanding.language.words import Speech, wordset

_HEARD_YOU = wordset("okay alright all sure right")
"""After a question of fact these say that it was heard: "sure, it's a heat pump"."""
_ELSE = wordset(
    "expensive afford pay want need live home working work works turn turning start starting cool cooling heat heating "
    "blow blowing run running come coming business call calling mind done"
)
"""Words of other matters: a denial of one of them excludes no danger."""
_BAD = wordset("bad terrible awful horrible wrong impossible backwards")
"""No to a proposal; of a danger, if anything, that it is there."""
_AMISS = wordset("wrong amiss off")
_PLAIN_YES = wordset("yes yeah yep yup")
_PLAIN_NO = wordset("no nope nah")
_BARE = _PLAIN_YES | _PLAIN_NO
_BETWEEN = wordset("and then sir ma'am mam well oh ah um uh please thanks")
"""What may stand between bare answers."""
_PARTS = 3
_IDIOM = "yeah"
""" "Yeah, no" and "no, yeah, no" are noes of some callers, and answers to the parts of others."""
_WAITING = wordset("let wait hold hang")
_CERTAINTY = wordset("sure certain positive check look")
_HOPES = wordset("hope hopefully probably maybe perhaps possibly")
"""A no of these excludes no danger."""
_PUTS_OFF = wordset("skip skipping pass later cancel forget drop")
"""Who declines the question has not answered it: "you can skip that"."""
_NO_ONE = (("nobody",), ("no", "one"))
_FELT = wordset("smell smells smelled smelling see sees seen hear hears heard notice noticed sick dizzy hurt")
_COMING = wordset("home here there available around came come coming shown showed show arrived called answers yet out")
_NOSE = wordset("covid congested congestion sinus sinuses nose stuffy stuffed")
_AWAY = frozenset(["there", "here"])
_OWN_AFFAIRS = PERSONS | wordset("my our the that it")
"""A no that begins with these, and denies nothing, gives a reason against a visit."""


def of_danger(so_far: Verdict, found: Found[Tone], speech: Speech) -> Verdict:
    """The verdict on "is there any danger?" after one more idiom."""
    tone = found.meaning
    goes_on = speech.words[found.end : found.end + 1] == ("so",)
    heard_us = speech.words[found.start] in _HEARD_YOU and found.end - found.start == 1
    if (tone == "weak_yes" and goes_on) or (tone in ("yes", "weak_yes") and heard_us):
        return so_far
    all_right = speech.words[max(found.start + 1, found.end - 2) : found.end] == ("all", "right")
    if tone in ("yes", "weak_yes", "slight") and not all_right:
        return Verdict("yes", tone, agreed_before=True)
    if tone in ("no", "deny", "sensed") and _about_something_else(found, speech):
        return so_far
    if all_right or tone in ("no", "deny", "safe", "sensed") or (tone == "go" and _all_well(found, speech)):
        return Verdict("no", tone, so_far.agreed_before)
    if tone == "fine" and found.end - found.start > 1:  # "yeah, that would be great" answers something else
        agreed = so_far.consent == "yes" and speech.words[0] in _PLAIN_YES
        return UNDECIDED if agreed else Verdict("no", tone, so_far.agreed_before)
    if (
        tone == "unsure"
        and speech.words[found.start] != "right"
        and (so_far.consent == "yes" or _doubts(found, speech))
    ):
        return UNDECIDED
    return so_far


def one_for_each(speech: Speech) -> Literal["yes", "open"] | None:
    """What bare answers in a row come to, where a yes is among them and a no is the last.

    yes: of three, one is a yes; open: some contradict each other; None: no such row.
    """
    words = spelled_alike(speech.words)
    row = list(takewhile(lambda word: word in _BARE or word in _BETWEEN, words))
    bare = [word for word in row if word in _BARE]
    agreeing = [word for word in bare if word in _PLAIN_YES]
    if not agreeing or bare[-1] in _PLAIN_YES:
        return None
    if len(bare) < _PARTS:
        return "open" if len(row) == len(words) and agreeing != [_IDIOM] else None
    return "yes" if len(row) == len(words) and set(agreeing) != {_IDIOM} else "open"


def _all_well(found: Found[Tone], speech: Speech) -> bool:
    """ "No problem", "there isn't a thing wrong"."""
    return speech.words[found.start] == "no" or not _AMISS.isdisjoint(speech.words[found.start : found.end])


def _doubts(found: Found[Tone], speech: Speech) -> bool:
    """ "No, let me check" and "I don't think so but I'm not sure" exclude nothing."""
    said = speech.words[found.start : found.end]
    return said[0] in _WAITING or not _CERTAINTY.isdisjoint(said)


def _about_something_else(found: Found[Tone], speech: Speech) -> bool:
    """ "It is not working", "that's too expensive", "I can't hear you": no answer to a question about danger."""
    ends = speech.stops[found.end - 1] not in ("", "-")
    rest = () if ends else speech.words[found.end : found.end + 3]
    said = speech.words[found.start : found.end]
    if found.meaning == "no" and said[0] in _OWN_AFFAIRS and DENIALS.isdisjoint(said):
        return True
    if _nobody_came(said, rest) or _absent(said, rest) or (found.meaning == "sensed" and _cannot_smell(speech)):
        return True
    if (not _BAD.isdisjoint(said) and DENIALS.isdisjoint(said)) or not (_HOPES | _PUTS_OFF).isdisjoint(said):
        return True
    return said[0] not in _PLAIN_NO and (
        not _ELSE.isdisjoint((*said, *rest)) or (said[-1] == "hear" and rest[:1] == ("you",))
    )


def _nobody_came(said: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """ "Nobody's here yet" tells of no danger; "nobody here smells anything" excludes one."""
    if said[:1] not in _NO_ONE and said[:2] not in _NO_ONE:
        return False
    return not _COMING.isdisjoint((*said, *rest[:1])) and _FELT.isdisjoint(rest)


def _absent(said: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """ "I'm not there", "I don't think I'd notice": who cannot tell excludes nothing."""
    if said[0] not in ("i", "we"):
        return False
    away = said[1:2] in (("am",), ("are",)) and "not" in said and not _AWAY.isdisjoint((*said, *rest[:1]))
    return away or (said[-1] in ("think", "believe") and rest[:2] in (("i", "would"), ("we", "would")))


def _cannot_smell(speech: Speech) -> bool:
    """ "I can't smell anything, I have a cold"."""
    words = speech.words
    return not _NOSE.isdisjoint(words) or ("a", "cold") in pairwise(words)
