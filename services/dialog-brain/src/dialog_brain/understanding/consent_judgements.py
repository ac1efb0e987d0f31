"""Pure. Yes and no of a whole sentence by what it is made of: a judgement, and how often it is denied.

"You are not wrong about that" and "there is no way that is true" are no idioms. A sentence of which every word is known
here is judged; one with a word of doubt, or with any other word, is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dialog_brain.understanding.consent_words import FILLER_WORDS, SLOTS, TIMES
from dialog_brain.understanding.understood import Consent
from dialog_brain.understanding.words import Speech, wordset

_AGREE = wordset(
    "yes yeah yep yup yea affirmative true right correct accurate factual fact facts truth truthful valid proper "
    "good fine great perfect okay alright wonderful excellent awesome fantastic lovely ideal cool amazing "
    "terrific nice brilliant splendid beautiful marvelous fabulous superb helpful lifesaver convenient suitable "
    "satisfactory sensible sense acceptable agreeable reasonable happy glad pleased thrilled delighted satisfied "
    "content relief blessing pleasure works suits fits helps agree agreed agreement accept accepted approve "
    "approved confirm confirmed appreciate love doable preferable favor legit legitimate verified verify yessir "
    "bingo ok worthwhile useful outstanding exact precise spot interested available free comfortable likes loves "
    "pleases grateful delightful stellar manageable workable bearable tolerable decent solid grand groovy epic "
    "phenomenal incredible magnificent impeccable flawless viable fitting ready willing eager keen granted "
    "permission consent authorize authorized permit allow welcome beneficial desirable neat necessary needed "
    "affordable fair satisfying correctly rightly agreeing"
)
_DISAGREE = wordset(
    "no nope nah nay naw false wrong incorrect invalid fake untrue inaccurate falsehood lie mistake mistaken "
    "error negative negatory bad terrible awful horrible inconvenient impossible unacceptable ridiculous nonsense "
    "baloney disagree disagreed decline declined declining refuse refused refusing reject rejected rejecting "
    "oppose opposed object denied deny dislike hate doubt doubtful unlikely improbable problem problems issue "
    "issues trouble conflict complaint complain objection objections objecting mind unhappy bogus misspelled "
    "misheard bother inconvenience pass passing nonstarter dealbreaker veto lousy rubbish garbage bull crap wack "
    "outdated expensive worse worst off busy unavailable lies lying incorrectly wrongly crazy insane absurd "
    "hesitate hesitation argue argument skip skipping unable conflicts clash clashes steep pricey costly "
    "overpriced outrageous excessive rotten crummy poor sucks stinks upset sad unfortunate misunderstood "
    "misunderstanding misread swamped tied booked elsewhere backwards"
)
_DENIED_ONLY = wordset(
    "say said ask asked pay paying book booking schedule scheduling want wanted take happen happening fly work "
    "need care do done going doing suit fit make come living cut recall meant requested request signed ordered "
    "mean meaning intend afford attend manage swing"
)
"""Verbs that decide nothing unless they are denied: "I never said that"."""
_DENIALS = wordset("not never without neither nor nothing none nobody hardly")
_JUDGEMENTS = _AGREE | _DISAGREE
_DENIED_BY_NO = _JUDGEMENTS | wordset("way chance need reason longer question part")
_DOUBTS = wordset(
    "maybe perhaps possibly might may unsure undecided uncertain either whether if unless depends depend likely "
    "probable both wonder wondering until before first"
)
_ASKS = wordset("what who when where why how whose is are do does did can could would will should am was were have has")
_KNOWING = wordset("sure certain positive know understand tell remember following clear hear decide decided")
"""With a denial these are doubts, without one nothing."""
_PLAIN = (
    wordset(
        "i we it that this they you which who all everything these those them him her me us of is are am be been "
        "being will would should can must has have had does did do to the a an my your our his answer response "
        "statement reply question questions information info details detail one ones thing things part saying "
        "telling tell know think believe feel guess suppose reckon consider find seems sounds looks seem sound "
        "look appears appear feels happens for about on in from at with by as well so very much most just indeed "
        "also fact sure way heck hell world there here please sir ma'am too quite pretty rather bit little lot "
        "more less anything got get gets makes made checks out option choice plan idea deal ai assistant robot "
        "hundred percent 100 up along side end again still even only let big huge great such case point every "
        "single any anyone calling name though hope afraid wish ever like completely sort kind mine ours plain "
        "dead damn darn freaking bloody sorry yet gonna whole earth planet bet swear promise guarantee assure go "
        "help vote price fee cost rate charge offer quote estimate window arrangement reason reading reads read "
        "heard down give gives put"
    )
    | FILLER_WORDS
    | wordset(f"{SLOTS}|{TIMES}".replace("|", " ").replace("_", " "))
)
_OF_THIS = wordset("love appreciate appreciated")
_THIS = wordset("that it this to")
"""What is loved must be the proposal: "I would love another day" is no answer."""
_ABLE = wordset("can could able unable")
_LONGEST = 16
_Part = Literal["denial", "judgement", "knowing", "deed", "plain", "unknown"]
_OPENING_PREFIXES = ("un", "in", "im", "dis", "ir")


def judged(speech: Speech) -> Consent | None:
    """The answer of the last statement that has one; None when any says doubt, or no statement is fully known."""
    if len(speech.words) > _LONGEST or speech.asks or not speech.words:
        return None
    verdict: Consent | None = None
    for words in _statements(speech):
        asks = words[0] in _ASKS and words[1:2] != ("not",)
        if asks or not _DOUBTS.isdisjoint(words):
            return None
        here = _judged(words)
        if here is not None and verdict is not None and here != verdict:
            return None
        verdict = here or verdict
    return verdict


def doubly_denied(speech: Speech) -> bool:
    """Whether a denial is denied: "it isn't wrong"."""
    return not _DISAGREE.isdisjoint(speech.words) and judged(speech) == "yes"


def _statements(speech: Speech) -> Iterator[tuple[str, ...]]:
    start = 0
    for place, stop in enumerate(speech.stops):
        if stop not in ("", "-") or place + 1 == len(speech.words):
            yield speech.words[start : place + 1]
            start = place + 1


def _judged(words: tuple[str, ...]) -> Consent | None:
    """One statement: every judgement counted with the denials before it; None where they differ."""
    if words[:2] == ("do", "not"):
        return None
    agrees, denied = True, False
    verdict: bool | None = None
    for place, word in enumerate(words):
        part = _part(words, place)
        if part == "denial":
            agrees = not agrees
        elif part == "judgement":
            here = agrees is (word in _AGREE)
            if verdict not in (None, here):
                return None
            verdict = here
        elif part == "unknown" or (part == "knowing" and not agrees):
            return None
        else:
            denied = denied or (part == "deed" and not agrees)
    if verdict is None:
        return "no" if denied and not agrees else None
    return "yes" if verdict else "no"


def _part(words: tuple[str, ...], place: int) -> _Part:
    """What one word does in its statement."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    if word in _DENIALS or (word == "no" and following in _DENIED_BY_NO):
        return "denial"
    if word in _JUDGEMENTS or _prefixed(word):
        of_another = word in _OF_THIS and following not in _THIS
        own = word == "mind" and words[place - 1] in ("my", "our", "your")
        return "unknown" if of_another or own else "judgement"
    if word in _KNOWING or (word == "say" and not _ABLE.isdisjoint(words)):
        return "knowing"
    if word in _DENIED_ONLY:
        return "deed"
    return "plain" if word in _PLAIN or word.endswith("ly") else "unknown"


def _prefixed(word: str) -> bool:
    """ "improper", "unhelpful": a word of agreement with a denial before it."""
    return any(word.startswith(prefix) and word[len(prefix) :] in _AGREE for prefix in _OPENING_PREFIXES)
