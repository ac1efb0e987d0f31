"""Pure. What takes the yes out of an answer that sounds like one: "two would be tight", "that's the day we move".

What stands before the last "but" was overcome: "it's a little early, but okay".
"""

from __future__ import annotations

from collections.abc import Iterator

from dialog_brain.understanding.answers.consent_words import SURE, TIMES
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_HARD = any_of(
    "{times} {times}? {times}? {be} {sure}? {sure}? {hard}|early|late|soon|far",
    "that|it|this would_be|will_be|might_be|sounds|looks {sure}? {sure}? {hard}",
    "{times}|that|it|this would|will mean|require|involve",
    "not mine|ours|my|our",
    "my|our ex|ex's|late|former",
    times=TIMES,
    sure=SURE,
    be="is|was|would_be|will_be|might_be|may_be|could_be|sounds|seems|looks|gets",
    hard="hard|harder|difficult|tricky|tough|tight|rough|a_stretch|pushing_it|cutting_it|a_bit_much|a_pain|a_hassle|"
    "a_challenge|challenging|problematic|iffy|awkward|dicey|impractical|painful|rushed",
)
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
_FITS = wordset("home free available let works perfect best")
"""With one of these somebody can let us in."""
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
_ASKS_LEAVE = any_of("can|could|may i|we just? ask")
_BARE_QUESTIONS = wordset("when what where who how why which")
_AND_THEN = (("and", "then"), ("and", "what"), ("then", "what"))
_HEARD = wordset("yes yeah yep okay alright i we heard you")
_SPEAK_SOON = wordset("okay alright right all well talk speak to you soon later then bye")
_SPEAK = (("talk", "soon"), ("speak", "soon"), ("you", "soon"), ("you", "later"))
_LISTENING = (("go", "on"), ("keep", "going"))
_BEFORE_LISTENING = wordset("um uh okay sorry well oh hmm")


def objects(speech: Speech) -> bool:
    """Whether the turn tells of an obstacle, leaves the answer for later, or only follows what we say."""
    words = speech.words
    if not words or _only_listens(words) or words[-1] in _BARE_QUESTIONS or words[-2:] in _AND_THEN:
        return bool(words)
    last = max((place for place, word in enumerate(words[:-1]) if word == "but"), default=-1)
    rest = speech.cut(last + 1, len(words)) if last > 0 else speech
    return (
        _HARD.first(rest) is not None
        or _ASKS_LEAVE.first(rest) is not None
        or any(_AFTER_AN_END.issuperset(after) for _, after in _followed(_ENDS, rest))
        or any(_tells_a_story(told, after) for told, after in _followed(_TOLD_OF, rest))
    )


def _only_listens(words: tuple[str, ...]) -> bool:
    """ "Go on", "yes, I heard you", "okay, talk soon"; "go on then" and "sounds good, talk soon" agree."""
    first = next((place for place, word in enumerate(words) if word not in _BEFORE_LISTENING), 0)
    if words[first:] in _LISTENING or (_HEARD.issuperset(words) and "heard" in words):
        return True
    return words[-2:] in _SPEAK and _SPEAK_SOON.issuperset(words)


def _tells_a_story(told: Found[str], after: tuple[str, ...]) -> bool:
    if told.meaning == "time":
        fits = not _FITS.isdisjoint(after) and "not" not in after
        return not (fits or _OF_THE_VISIT.issuperset(after))
    return not _LEFT.isdisjoint(after)


def _followed(table: Phrases[bool] | Phrases[str], speech: Speech) -> Iterator[tuple[Found[str], tuple[str, ...]]]:
    """What was found, each with the words behind it up to the end of its statement."""
    for found in table.all(speech):
        stops = speech.stops[found.end - 1 :]
        length = next((count for count, stop in enumerate(stops) if stop not in ("", "-")), len(stops) - 1)
        yield Found(str(found.meaning), found.start, found.end), speech.words[found.end : found.end + length]
