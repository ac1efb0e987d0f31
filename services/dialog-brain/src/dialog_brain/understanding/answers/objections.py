"""Pure. What takes the yes out of an answer that sounds like one: "two would be tight", "that's the day we move".

What stands before the last "but", or before what takes it, was overcome: "it's a little early, but okay", "nine is
early, I'll take it". Behind a plain yes only the time and the money object.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from dialog_brain.understanding.answers.consent_words import SURE, TIMES
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_Meant = TypeVar("_Meant")
_HARD: Phrases[str] = Phrases(
    {
        "time": [
            "{times} {times}? {times}? {be} {sure}? {sure}? {hard}|early|late|soon|far",
            "that|it|this would_be|will_be|might_be|sounds|looks {sure}? {sure}? {hard}",
            "{times} would|will mean|require|involve",
            "that|it|this would|will mean|require|involve leaving|missing|taking|skipping|closing|rearranging",
        ],
        "place": ["not mine|ours|my|our", "my|our ex|ex's|former"],
    },
    times=TIMES,
    sure=SURE,
    be="is|was|would_be|will_be|might_be|may_be|could_be|sounds|seems|looks|gets",
    hard="hard|harder|difficult|tricky|tough|tight|rough|a_stretch|pushing_it|cutting_it|a_bit_much|a_pain|a_hassle|"
    "a_challenge|challenging|problematic|iffy|awkward|dicey|impractical|painful|rushed",
)
_PLAIN_YES = any_of("yes|yeah|yep|yup|correct|absolutely|definitely|exactly", "that|it is right|correct")
_TAKES = any_of(
    "take|do|manage|accept it|that|this",
    "i|we can|will do|manage|make|take|be {times}|it|that|there|here|home",
    "let us do|take|go|say|book",
    "so|then {times}",
    "it|that will|would do|work",
    "book it|that",
    times=TIMES,
)
_SUITS = wordset("fine okay sure alright works yes yeah good great perfect like love")
_OPEN = wordset("not would could if or what when")
"""With one of these nothing is taken yet."""
_TOLD_OF: Phrases[str] = Phrases(
    {
        "time": ["that|it|this is|was {sure}? the|my|our day|time|date|hour|slot|morning|afternoon|evening|week"],
        "place": ["that|it|this is|was {sure}? the|my|our name|house|home|place|address|street|number|apartment"],
    },
    sure=SURE,
)
_OF_THE_VISIT = wordset(
    "i we you y'all want wanted need needed like liked prefer preferred chose picked requested asked for said "
    "told gave give have had got was were am are is be been will would that which works work working worked suits best "
    "better good great fine perfect okay right correct exactly off free home available open here around talked spoke "
    "about agreed on discussed hoping hoped looking thinking yes yeah yep sure please thanks thank to me us do can "
    "book it go ahead in at then thing one time all day long so alright most just had mind wrote down meant with my "
    "our"
)
"""Where all that follows "that's the day" is of these, it is the day of the visit."""
_FITS = wordset("home free available off let works perfect best")
"""With one of these somebody can let us in."""
_FREE_WITH_A_NOT = wordset("work working busy")
""" "That's the day I don't work"."""
_LEFT = wordset("sold selling moved left leaving ex ex's former used grew rented lost")
_ENDS = any_of(
    "i|we {will} just|probably? see|check",
    "i|we {will} just|probably? call|ring|text you|y'all back?",
    "that is|sounds|seems {sure}? {sure}? a_lot|a_lot_of_money|steep|pricey|high",
    will="will|would|might|may|have_to|need_to|will_have_to",
    sure=SURE,
)
"""Only at the end of a statement: "I'll check my mail for it" puts nothing off."""
_AFTER_AN_END = wordset("then though first about it that thanks thank okay bye today tomorrow later how goes")
_BARE_QUESTIONS = wordset("when what where who how why which")
_AND_THEN = (("yes", "and", "then"), ("okay", "and", "then"), ("and", "then"))
_BEFORE_A_QUESTION = wordset("yes yeah yep okay alright sure and then so")
_SPEAK_SOON = wordset("okay alright right all well talk speak to you soon later then bye")
_SPEAK = (("talk", "soon"), ("speak", "soon"), ("you", "soon"), ("you", "later"))
_LISTENING = (("go", "on"), ("keep", "going"))
_BEFORE_LISTENING = wordset("um uh okay sorry well oh hmm")


def objects(speech: Speech) -> bool:
    """Whether the turn tells of an obstacle, leaves the answer for later, or only follows what we say."""
    words = speech.words
    if _only_listens(words):
        return True
    last = max((place for place, word in enumerate(words[:-1]) if word == "but"), default=-1)
    rest = speech.cut(last + 1, len(words)) if last > 0 else speech
    told = {meaning for meaning in ("time", "place") if _is_told(rest, meaning)}
    if told != {"place"}:
        return bool(told)
    begins = next((place for place, word in enumerate(words) if word not in _BEFORE_LISTENING), 0)
    return _PLAIN_YES.at(speech, begins, len(words)) is None


def _is_told(speech: Speech, of: str) -> bool:
    """Whether an obstacle is told `of` the time and the money, or of the place and the name."""
    hard = any(found.meaning == of and not _is_overcome(speech, found.end) for found in _HARD.all(speech))
    stories = any(
        told.meaning == of and _tells_a_story(told, after) and not _is_overcome(speech, told.end)
        for told, after in _followed(_TOLD_OF, speech)
    )
    ends = of == "time" and any(_AFTER_AN_END.issuperset(after) for _, after in _followed(_ENDS, speech))
    return hard or stories or ends


def _is_overcome(speech: Speech, start: int) -> bool:
    return speech.words[start : start + 1] == ("enough",) or takes_after(speech, start)


def takes_after(speech: Speech, start: int) -> bool:
    """Whether what is said from `start` on takes what was spoken of before: "nine is early, I'll take it"."""
    after = speech.cut(start, len(speech.words))
    return _OPEN.isdisjoint(after.words) and (_TAKES.first(after) is not None or not _SUITS.isdisjoint(after.words))


def _only_listens(words: tuple[str, ...]) -> bool:
    """ "Go on", "yes, when?", "okay, talk soon"; "go on then" and "sounds good, talk soon" agree."""
    first = next((place for place, word in enumerate(words) if word not in _BEFORE_LISTENING), 0)
    asks_more = words[-1:] and words[-1] in _BARE_QUESTIONS and len(words) > 1 and words[-2] in _BEFORE_A_QUESTION
    if words[first:] in (*_LISTENING, *_AND_THEN) or (asks_more and _BEFORE_A_QUESTION.issuperset(words[:-1])):
        return True
    return words[-2:] in _SPEAK and _SPEAK_SOON.issuperset(words)


def _tells_a_story(told: Found[str], after: tuple[str, ...]) -> bool:
    if told.meaning == "time":
        fits = not _FITS.isdisjoint(after) if "not" not in after else not _FREE_WITH_A_NOT.isdisjoint(after)
        return not (fits or _OF_THE_VISIT.issuperset(after))
    return not _LEFT.isdisjoint(after)


def _followed(table: Phrases[_Meant], speech: Speech) -> Iterator[tuple[Found[_Meant], tuple[str, ...]]]:
    """What was found, each with the words behind it up to the end of its statement."""
    for found in table.all(speech):
        stops = speech.stops[found.end - 1 :]
        length = next((count for count, stop in enumerate(stops) if stop not in ("", "-")), len(stops) - 1)
        yield found, speech.words[found.end : found.end + length]
