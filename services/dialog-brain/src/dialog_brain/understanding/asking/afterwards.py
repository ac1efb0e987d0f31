"""Pure. What callers say after we have asked for the last time whether there is anything else."""

from __future__ import annotations

from itertools import pairwise

from dialog_brain.understanding.answers.consent_words import TIMES
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Afterwards

_UNDOES: Phrases[bool] = Phrases(
    {
        True: [
            "undo|revert|void|scrap|unbook|unschedule it|that|this|everything|the_visit|the_appointment|the_booking",
            "take it|that|me off|back",
            "not book|schedule|send|do|come|need|want ... it|that|this|one|them|him|anyone|anybody|someone|visit|"
            "appointment|technician|you|any_more|anymore|after_all",
            "not come|coming|book|schedule",
            "not agree|agreed|ask|asked|say|said|mean|meant|approve|confirm",
            "not what|when|where i|we|the",
            "changed|changing|change my|our mind|minds|plans",
            "forget|never_mind it|about_it|the|that|all",
            "too|way early|late|soon|long|far|expensive|much",
            "sooner|earlier|faster|quicker",
            "later than|that|in|on|time|day|instead",
            "not|never wait until|till|that|so|another|two|three|four|days|a",
            "not work|works|working for? me|us|after_all|out|any_more|anymore",
            "a|an|any|another|different|other|some|better different|other|another|better|later|new day|time|date|slot|"
            "hour|address|name|number",
            "another|different day|time|date|slot|hour|address|name|number",
            "add|include|change|fix|correct|update|move|switch|amend|edit|modify|push|postpone my|our|the|a|an|another|"
            "it|that|one|something",
            "put it|that|me|this down|under|on|in|for",
            "the|my|our|your wrong|incorrect name|address|day|time|number|date|house|street|unit|problem",
            "is|was|got|have|had|it|that wrong|incorrect|mistaken",
            "made|is|was a|my mistake",
            "i|we thought|figured|understood|believed it|that|this|we|you? is|was|were|would_be|said|agreed|had "
            "on|at|for|about|to_be|going_to_be? {times}",
            "did|do you say|put|have|mean .. i|we|it thought|said|is|was",
        ],
        False: ["call|ring|phone|contact me|us"],
    },
    times=TIMES,
)
"""The visit is not to be as it is in the calendar, or, where it is False, somebody has to call about it."""
_IN_CASE = {("if", who) for who in ("i", "we")}
""" "If I need to change it, do I call this number?" changes nothing."""
_WHETHER = wordset("will would does do is are")
""" "Will someone call me first?" asks for no call."""
_ENOUGH = wordset(
    "no nope nah not nothing none else more thanks thank you so very much that is it all good great fine okay ok "
    "i am we are set for now bye goodbye everything any anything need do have questions question today just right "
    "perfect alright done wonderful awesome cool excellent really appreciate your help the at moment think would "
    "be well oh dear been helpful kind sweet nice "
    "patient lovely pleasant pleasure blessing lifesaver such a sir ma'am were"
)
"""A turn of these words alone wants nothing."""
_CLOSING = any_of(
    "that|this will|should|ought_to do it|me|for_now?",
    "that covers|settles|is it|everything|all|me|that",
    "that takes care of it|everything|that|me",
    "that is all|what i|we needed|wanted",
    "not that i|we can|could think|remember of?",
    "nothing comes to mind",
    "i|we will be here|home|there|waiting|ready all|then? day?",
    "i|we will see you|him|her|them|y'all then|there?",
    "see you|y'all|him|her|them then|there",
    "looking forward to it|that|this",
    "that was|went so|very|really|pretty? easy|quick|simple|painless|smooth",
)
""" "No, that covers it": these want nothing either, beside a no."""
_ENOUGH_SAID = wordset("no nope nah nothing none not everything all it good set done")
_YES = wordset("yes yeah yep yup")
_YES_ALONE = _YES | wordset("please there is i do we actually one sure")
_ASKS_AGAIN = any_of(
    "what|which|whose address|name|number|day|date|time|street|problem",
    "what is|was|are the|my|that|your? address|name|day|date|time|street|appointment|visit",
    "where are|is|will|do|did you|they|he|she|it|the ... coming|going|come|go|sent|sending|down|have",
    "did|do|have you get|got|have|take|write ... address|name|day|time",
    "read|go that|it|over ... back|again",
    "did you say|mean|put {times}",
    times=TIMES,
)
"""The last words tell it."""
_MORE = any_of(
    "one|a|two|couple more|other|last|quick|final|another thing|things|question|questions|request",
    "another thing|question|request",
    "more|other thing|things|question|questions",
    "something|anything|somethin else|more",
    "have|had|got a|one|some|an|another? question|questions|issue|request",
    "quick question",
    "can|could|may|let i|we|me ask|add|tell|say",
    "forgot|almost_forgot|meant to? ask|mention|tell|say|add|something",
    "before you|we|i go|hang|hang_up|leave",
    "not go|hang|leave up|yet|off|now",
    "not done|finished",
    "what about|if",
)
_AROUND = wordset(
    "oh and ah hm hmm wait hold on hang thanks thank you okay yes yeah no hey so actually just sorry "
    "real quick really i we have got there is was please but now also hello hi well with for to about it the a "
    "sec second moment minute one thing up yet ma'am sir excuse ask stop almost something"
)
"""What may stand beside "one more thing" where the thing itself was not said yet."""
_HESITATES = wordset("wait hold hang actually um hmm hm but also stop")
_BEGINS = wordset("oh and so okay well but also thanks hey wait yes yeah by the way just sorry now great hi no")
_ASKING = wordset(
    "who what when where why how which whose is are do does did can could will would should am was were has have may"
)
_FEWEST_ASKING = 2


def heard_afterwards(speech: Speech) -> Afterwards | None:
    """What a turn after the last question comes to; None where it only tells something, or agrees."""
    words = frozenset(speech.words)
    if _wants_nothing(speech):
        return "enough"
    if words <= _YES_ALONE and not words.isdisjoint(_YES):
        return "yes"
    if not _IN_CASE.isdisjoint(pairwise(speech.words)):
        return "asked"
    undone = _UNDOES.first(speech)
    if undone is not None and (undone.meaning or _WHETHER.isdisjoint(speech.words[:2])):
        return "undo"
    if _ASKS_AGAIN.first(speech) is not None:
        return "again"
    more = _MORE.first(speech)
    rest = words if more is None else frozenset(speech.words[: more.start] + speech.words[more.end :])
    if rest <= _AROUND and (more is not None or not words.isdisjoint(_HESITATES)):
        return "more"
    return "asked" if _asks(speech) else None


def _wants_nothing(speech: Speech) -> bool:
    if _ENOUGH_SAID.isdisjoint(speech.words) or ("is", "not") in pairwise(speech.words):
        return False
    closing = {place for found in _CLOSING.all(speech) for place in range(found.start, found.end)}
    return all(word in _ENOUGH or place in closing for place, word in enumerate(speech.words))


def _asks(speech: Speech) -> bool:
    begins = next((place for place, word in enumerate(speech.words) if word not in _BEGINS), len(speech.words))
    return len(speech.words) - begins >= _FEWEST_ASKING and speech.words[begins] in _ASKING
