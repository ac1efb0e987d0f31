"""Pure. Signs that the caller wants something changed that we said or have noted."""

from __future__ import annotations

from dialog_brain.understanding.consent_parts import PLAIN, WORDS
from dialog_brain.understanding.consent_words import GOOD, SLOTS, TIMES
from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import Speech, wordset

_CHANGES: Phrases[bool] = Phrases(
    {
        True: [
            "{slots} is|was|are|sounds|seems|looks a|all|still|a_bit|a_little|actually|also? wrong|incorrect|off|"
            "different|misspelled|outdated|mistaken",
            "{slots} is|was|are|sounds|looks not quite? right|correct|it|my|the|accurate",
            "wrong|incorrect|different|another|new|old {slots}",
            "got|have|had ... wrong|incorrect",
            "that|it|this is|was not right|correct|my_name|my_address|it|what_i_said|where|how|the",
            "that|it|this is|was a_bit|slightly|a_little|still|all? wrong|incorrect",
            "not right|correct|quite_right|it",
            "make|change|switch|move|fix|update|modify|rectify|amend|edit|revise it|that|the|my|this",
            "change|fix|update ... {slots}",
            "to|please|can|should|must|you|and correct ... {slots}|that|it|this",
            "instead",
            "should|supposed|needs|has|ought to? be|say|read",
            "i said|meant",
            "i|we wanted|asked_for|need|would_need|prefer|would_prefer {times}|later|earlier|sooner|a_later|"
            "an_earlier|another",
            "actually {times}",
            "{times} would_be|is|works better",
            "spelled|spell",
            "would|could|can|might i|we|you|it ... instead|make_it|do|change|move",
            "need|want|like|prefer it|that|somebody|someone|him|them? sooner|earlier|later",
            "need|have|want|like to change|correct|fix|switch",
            "one|a|small|quick|just|minor correction|change|thing|mistake",
            "how|what about {times}|{slots}|instead|another|later|earlier|next|a_different|the_other|the_next",
            "i would rather|prefer",
            "rather|prefer|prefer_to",
            "except",
            "let us make|do|change|move|try",
            "a? little|bit later|earlier",
            "later|earlier in|than|on|time|if|would|please|that|is",
            "any|anything|something earlier|later|sooner",
            "too early|late|soon",
            "not ... but",
            "moved",
            "{slots} is|was not ... it|that is",
            "it|that is not the|my ... it|that is the|my",
            "everything|all|right|correct|good but the|my|that|for {slots}",
            "almost but? it|the|that|except",
            "wait|hold_on|oh|sorry no? it is apartment|unit|suite|building|lot",
            "i misspoke|misremembered",
            "i gave|told you the|my? wrong|old",
            "my mistake",
            "it is ... with|without|ending no|a|an|two|in? {letter}",
        ]
    },
    slots=SLOTS,
    times=TIMES,
    letter="|".join("abcdefghijklmnopqrstuvwxyz"),
)
_AGREED: Phrases[bool] = Phrases(
    {
        True: [
            "make it|that|this|that_time|it_all so|happen|quick|work",
            "can|could make|do it|that|this",
            "should|would|will|ought_to be {good}|home|here|there|around|available|able",
            "let us do it|that|this",
            "yes|yeah|yep|sure|okay|perfect|great|alright let us do|make|try|say|go_with",
            "can|could do that|it|this",
            "no|not_a problem|mistake|change|changes|correction|corrections",
            "do not change|need_to_change",
            "do not change|need_to_change ... thing|it|anything",
            "nothing should be",
            "not|no|nothing ... change|fix|add|correct ... thing|anything",
            "not have|got anything|any|something earlier|later|sooner|better",
            "nothing earlier|later|sooner",
            "nothing to change|correct|fix|update",
            "correct that|it|this|everything|all|the_address|the_name|the_time is|was|sounds|looks|works",
            "how|the_way you|we|i spell",
            "like|as i said",
            "rather than|good|nice",
            "i said yes|yeah|no|okay|sure",
            "that is what i said|meant",
            "spelled|spelt|spell it|that|them|my_name? right|correctly|correct|perfectly|fine",
            "before i|we change",
            "move|moving forward|ahead|on|along",
            "what i said|meant",
            "thing i? just? said|meant",
            "the right one",
            "the|my|our right|correct {slots}",
            "sooner the better",
            "need it|this|that|them|him|someone|somebody|you ... fix|fixed",
            "why would|should|could|do not it|that|you|we|i",
            "why not right",
            "moved in|here",
            "not ... but yes|yeah|yep|okay|sure|alright|it|that|i|we|go|fine",
            "later|earlier|sooner|longer than i|we ... wanted|hoped|hoping|expected|like|liked|planned|thought",
        ]
    },
    good=GOOD,
    slots=SLOTS,
)


_ARRANGED: Phrases[bool] = Phrases({True: ["make the|an|my|this|that|our appointment|booking|reservation|visit"]})
"""Agreement, where no value is told with it."""


def heard_correction(speech: Speech, *, valued: bool) -> bool:
    """Whether the turn changes something, by its words; a no with a new value is told in `understand`.

    `valued`: the turn tells a value that we may hold already.
    """
    if not valued and _ARRANGED.first(speech) is not None:
        return False
    if _contrasts(speech):
        return True
    for found in _CHANGES.all(speech):
        agreed = next((each for each in _AGREED.all(speech) if each.start < found.end and each.end > found.start), None)
        if agreed is None:
            return True
    return False


_OBJECTING = wordset("no nope wait actually sorry")
_NO_THINGS = wordset(
    "is am are was were do does did have has had will would can could should must may might i we it that you he she "
    "they a an really at yet now today any so just even not and but or why to"
)
_KNOWN = PLAIN | WORDS.keys()


def _one_for_another(words: tuple[str, ...]) -> bool:
    """ "No, it's Drive, not Street": two things of which neither is a judgement."""
    for place in range(2, len(words) - 1):
        beside = (words[place - 1], words[place + 1])
        if words[place] == "not" and WORDS.keys().isdisjoint(beside) and _NO_THINGS.isdisjoint(beside):
            return True
    return False


def _contrasts(speech: Speech) -> bool:
    """ "It's Elm, not Oak": one thing and not another, where neither is a judgement."""
    words = speech.words
    if words[:1] == ("not",) and len(words) > 2 and "," in speech.stops and words[1] not in _KNOWN:
        return True
    if words[:1] and words[0] in _OBJECTING and _one_for_another(words):
        return True
    for place in range(2, len(words) - 1):
        if words[place] == "not" and words[place + 1] not in _KNOWN:
            told = words[max(0, place - 5) : place]
            if words[place + 1].isdecimal() and told[-1].isdecimal():
                return True
            if any(told[at : at + 2] in (("it", "is"), ("that", "is")) for at in range(len(told) - 2)):
                return True
    return False
