"""Pure. Signs that the caller wants something changed that we said or have noted."""

from __future__ import annotations

from itertools import chain

from dialog_brain.understanding.answers.consent_words import GOOD, SLOTS, TIMES
from dialog_brain.understanding.answers.details import FACTS, adds, contrasts
from dialog_brain.understanding.language.family import FAMILYS
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.matter.trade_words import EQUIPMENT

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CHANGES = any_of(
    "{slots} is|was|are|sounds|seems|looks a|all|still|a_bit|a_little|actually|also? wrong|incorrect|off|"
    "different|misspelled|outdated|mistaken",
    "{slots} is|was|are|sounds|looks not quite? right|correct|it|my|the|accurate",
    "wrong|incorrect {slots}|person|customer|account|house",
    "different|another|new|old {facts}|one|house|place|property|location",
    "got|have|had ... wrong|wrongly|incorrect|incorrectly",
    "that|it|this is|was not right|correct|my_name|my_address|it|what_i_said|where|how|the",
    "that|it|this is|was a_bit|slightly|a_little|still|all? wrong|incorrect",
    "not sound|look|seem|feel? right|correct|quite_right",
    "not it",
    "make|change|switch|move|push|bump|shift|swap|shove|scoot|slide|nudge|kick|pull|fix|update|modify|"
    "rectify|amend|edit|revise it|that|this",
    "make|change|switch|move|update|modify|rectify|amend|edit|revise the|my ... {slots}|appointment|booking|last|first",
    "change|update ... {slots}",
    "fix the|my|that|this? {facts}|spelling",
    "to|please|can|should|must|you|and|me correct ... {slots}|that|it|this",
    "apart_from|other_than the|my|that|for {slots}",
    "instead",
    "forget|scratch|ignore|never_mind|nevermind about? the|my|that {machines}",
    "should|supposed|needs|has|ought to? be|say|read",
    "i said|meant",
    "would|will need|want|like|prefer it|that|him|them closer_to|nearer|around|before|after|nearer_to|more_like",
    "i|we wanted|asked_for|need|would_need|prefer|would_prefer the? {times}|later|earlier|sooner|a_later|"
    "an_earlier|another",
    "actually {times}",
    "{times} would_be|is|are|would_work|work|works better",
    "would|could|might|does the? {times} work|suit|do|be_okay|be_alright|be_possible|be_better|be_available",
    "{slots} needs|has to change",
    "digit|digits|letter|letters|numbers|spelling is|are|was wrong|off|incorrect|backwards|switched|swapped",
    "one|a|an ... too many|few|much",
    "you missed|skipped|dropped a|one digit|number|letter|word",
    "not ... the right {slots}",
    "my|his|her|our {relatives} house|place|apartment",
    "spelled|spell|pronounced",
    "would|could|can|might i|we|you|it ... instead|make_it|do|change|move",
    "i|we need|want|prefer|would_need|would_want|would_like|would_prefer something|anything|one|it in|on|at|"
    "for "
    "the? {times}",
    "it|that|this|which is|has|needs|must got|have|need? to? be {times}|after|before|next",
    "try|rather_than {times}",
    "need|want|like|prefer it|that|somebody|someone|him|them? sooner|earlier|later",
    "need|have|want|like to change|correct|fix|switch|update it|that|this|something|things|one_thing",
    "one|a|small|quick|just|minor correction|change|thing|mistake",
    "how|what about the? {times}|{slots}|instead|another|later|earlier|next|a_different|the_other|the_next",
    "i would rather|prefer",
    "rather|prefer|prefer_to",
    "except ... {slots}|not|wrong|part|bit",
    "except you|it|that|i",
    "let us make|do|change|move|try",
    "a? little|bit later|earlier",
    "later|earlier in|than|on|time|if|would|please|that|is",
    "any|anything|something earlier|later|sooner",
    "can|could|would|will|might it|we|they|he|she|you|y'all|somebody|someone|anybody|anyone "
    "come|be|be_here|get_here|be_there|do_it|make_it any|a_little|a_bit? sooner|earlier|later",
    "but|only later|earlier|sooner",
    "just|only|but|maybe not quite? so|that|quite|as|too early|late|soon",
    "no to|on|for the|that|this {slots}",
    "chance of|for an|a|any|another? earlier|later|sooner|different|other {slots}|opening|appointment",
    "too early|late|soon",
    "not ... but",
    "moved",
    "you|they misspelled|misheard|misunderstood|mispronounced|misread|mistyped|swapped|reversed|transposed",
    "have|has|had|got ... backwards|reversed|mixed_up|swapped",
    "you said|wrote|put|spelled|pronounced ... but_it_is|wrong",
    "you put|wrote ... it_is",
    "you|they have|are|got|has|had got? ... mixed|mixing|confused|confusing",
    "you|they left|leave|leaving off|out",
    "you|they forgot|missed|skipped|dropped|omitted ... {slots}",
    "i|we never|did_not said|say|told",
    "none|nothing of? that|it|this? is|was right|correct",
    "one|two|something|some|few|couple of? thing|things|details? is|are wrong|off|missing",
    "not my|our {slots}",
    "{facts} is not mine|ours",
    "{facts} has? changed",
    "that is my|his|her {relatives} {slots}",
    "where i|we used to live|stay",
    "my|the other address|house|place|property|name|street|location",
    "not|never forget the|my|about {facts}|apartment|unit|suite",
    "not all|everything ... right|correct",
    "no|a|an|one {letter} in|at_the|on_the",
    "name is not",
    "the problem|issue|description is wrong|incorrect",
    "not live|stay there|at|on|anymore",
    "{slots} is|was not ... it|that is",
    "it|that is not the|my ... it|that is the|my",
    "everything|all|right|correct|good but the|my|that|for {slots}",
    "almost|close but? it|the|that|except",
    "not spelled right|correctly|like_that|that_way",
    "you did_not say|mention|read|include the|my {slots}",
    "mostly|partly|nearly|almost|half|not_hear_me right|correct|there",
    "wait|hold_on|oh|sorry no? it is apartment|unit|suite|building|lot",
    "i misspoke|misremembered",
    "i gave|told you the|my? wrong|old",
    "my mistake|bad",
    "it is ... with|without|ending no|a|an|two|in? {letter}",
    "with|without|ending no|a|an|two|in {letter}",
    "other|wrong way around",
    "should end|start|begin in|with",
    "put {times}",
    "can|could|should it|we be|say|do {times}|later|earlier|sooner|after|before",
    "an|the|one extra",
    "switch to {times}|the",
    "a problem|mistake|error|issue with|in my|the|that|this? {slots}",
    "two|double|one|an_extra {letters}",
    "it|that would_have|will_have|will_need|would_need to be {times}|after|before|around",
    "i|we want the? {times}",
    "i|we need|want a {times}",
    "give me|us something|one|anything on|in|for the? {times}|weekend|weekday",
    "i told you {times}|after|before|around",
    "could|can it|we|you be|do|make_it|come? the day before|after",
    "how|what about the day before|after",
    "but|actually it|that|this is actually? for? the|my|our {machines}",
    "it|that|this is actually for? the|my|our {machines}",
    "i|we told you it|that? is|was for|about? the|my|our? {machines}",
    "but|actually the|my problem|issue|trouble|call is with|about|for? the|my|our {machines}",
    "also|add a|an|the? {facts}|apartment|unit|suite",
    slots=SLOTS,
    facts=FACTS,
    relatives=FAMILYS,
    times=TIMES,
    machines=EQUIPMENT,
    letter="|".join(_LETTERS),
    letters="|".join(f"{letter}s|{letter}'s" for letter in _LETTERS if letter not in "ai"),
)
_AGREED = any_of(
    "has|needs|have|need|ought to? be cool|cold|warm|hot|fixed|working|done|ready|running|up|on|home|here|there",
    "would|do love|like|prefer|want it|that|something? sooner|earlier|later but|though",
    "make it|that|this|that_time|it_all so|happen|quick|work",
    "can|could make|do it|that|this",
    "i|we|he|she|they will|should|might|may|did|am|are|is not? be? able_to|going_to|sure_to|try_to|trying_to? "
    "make it|that|this",
    "be able_to make it|that|this",
    "should|would|will|ought_to be {good}|home|here|there|around|available|able",
    "let us do it|that|this",
    "yes|yeah|yep|sure|okay|perfect|great|alright let us do|make|try|say|go_with",
    "can|could do that|it|this",
    "no|not_a problem|mistake|change|changes|correction|corrections",
    "do not change|need_to_change",
    "do not change|need_to_change ... thing|it|anything",
    "nothing should be",
    "not|no|nothing ... change|fix|add|correct ... thing|anything",
    "not|no|nothing ... thing|word|bit wrong|off|amiss|the_matter|i_would_change with|about|in? it|that|this?",
    "not|never|nothing|nobody|no_one ... moved|changed",
    "i said it|that|this? is? {good}",
    "instead of me|us",
    "my|our old|last|other one",
    "no|an|the extra charge|cost|fee|money",
    "not miss|forget|drop|leave ... thing|anything",
    "should be but|i|yeah|yes",
    "not have|got anything|any|something earlier|later|sooner|better",
    "nothing earlier|later|sooner",
    "nothing to change|correct|fix|update",
    "correct that|it|this|everything|all|the_address|the_name|the_time is|was|sounds|looks|works",
    "how|the_way you|we|i spell",
    "like|as i said",
    "rather than|good|nice",
    "i said|meant yes|yeah|no|okay|sure",
    "that is what i said|meant",
    "spelled|spelt just? like_that|that_way|like_you_said",
    "pronounced|said it|that|my_name? right|correctly|correct|perfectly|fine",
    "spelled|spelt|spell it|that|them|my_name? right|correctly|correct|perfectly|fine",
    "before i|we change",
    "move|moving forward|ahead|on|along",
    "do|would|will|should|may|might i|we|you need|have to",
    "what if",
    "if i|we need|have|want to",
    "change|move|fix|update it|that|this later",
    "moved in|into|here|the|my|our|it",
    "can|could not change",
    "something|thing is|are wrong|off with the|my|our",
    "what i said|meant",
    "thing i? just? said|meant",
    "the right one",
    "the|my|our right|correct {slots}",
    "sooner the better",
    "need it|this|that|them|him|someone|somebody|you ... fix|fixed",
    "why would|should|could|do not it|that|you|we|i",
    "why not all? right",
    "moved in|here",
    "not going_to? be? home|here|there|around|available but my|our|the|someone|somebody|they|he|she",
    "not ... but yes|yeah|yep|okay|sure|alright|it|that|i|we|go|fine",
    "later|earlier|sooner|longer than i|we ... wanted|hoped|hoping|expected|like|liked|planned|thought",
    good=GOOD,
    slots=SLOTS,
)


_PLEAS = any_of(
    "can|could|would|will you|you_all please? do that|it|this for_me|for_us|please?",
    "it|that|they|yes|yeah should|ought_to be",
)
"""Agreement at the end of a statement: "can you do that for me?", but not "can you do it Friday?"."""
_ARRANGED = any_of("make the|an|my|this|that|our appointment|booking|reservation|visit")
"""Agreement, where no value is told with it."""
_HEDGES = (("almost",), ("mostly",), ("nearly",), ("close",), ("not", "exactly"), ("not", "quite"))
"""Whole answers."""


def heard_correction(speech: Speech, *, valued: bool) -> bool:
    """Whether the turn changes something, by its words; a no with a new value is told in `understand`.

    `valued`: the turn tells a value that we may hold already.
    """
    if not valued and _ARRANGED.first(speech) is not None:
        return False
    if speech.words in _HEDGES or contrasts(speech) or adds(speech):
        return True
    for found in _CHANGES.all(speech):
        pleas = (each for each in _PLEAS.all(speech) if each.end == len(speech.words) or speech.stops[each.end - 1])
        if not any(_overlaps(speech, each, found) for each in chain(_AGREED.all(speech), pleas)):
            return True
    return False


def _overlaps(speech: Speech, agreed: Found[bool], found: Found[bool]) -> bool:
    """Whether what was found is part of an agreement, and that is not denied: "not what I said"."""
    begun = speech.words[max(0, agreed.start - 1) : agreed.start + 1]
    denied = begun[0] == "not" and begun[-1] in ("what", "how", "the", "my", "our", "spelled", "spelt", "said")
    return agreed.start < found.end and agreed.end > found.start and not denied
