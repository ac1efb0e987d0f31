"""Pure. Whether a turn that says nothing else asks us something that no other grammar knows."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_FEWEST_WORDS = 4
_FEWEST_OF_WHO = 3
_BEFORE = any_of(
    "and|so|also|but|okay|well|oh|yes|yeah|hey|now|just|actually|wait|first|sorry",
    "by the way",
    "one more|other|last thing|question",
    "just? a? quick|real_quick question",
    "before we|i|you do|go|start|finish that|on|any_further?",
    "can|could|may|let i|me ask you? something|a_question|real_quick|one_thing?",
    "i|we was|am|are|were just? wondering|curious if?",
    "i|we have a|one|another quick? question",
    "i|we want|need|would_like to know|ask",
)
_ASKS = any_of(
    "do|does|are|is|was|will|should|has",
    "did|have you|y'all|they|he|she|it|i|we|your|the|my|these|those|somebody|someone|anybody|anyone|that",
    "can|could|would he|she|they|your|the|those|these|it_be|it_still",
    "what if|kind|sort|about|happens|is|are|does|do|will|would",
    "who is|are|will|would|does|do|comes|pays",
    "where|how|which",
)
_OF_THE_TALK = any_of(
    "is|was that|this",
    "do|did|does|what_do you|y'all need|want|mean|say|understand|hear|recommend|think|suggest|see|remember",
    "is it possible",
    "what is up|new|good|happening|going_on|wrong",
    "do|does|did|are|is|was|will|should|has not",
    "how about|are_you|is_it_going|do_you_do|soon|early|late|quick|quickly",
    "will you|y'all|i|we guys|all|be_able|also? come|send|get|do|call|be|help|fix|book|look|check|text|need",
    "do|did|are you get|getting|got|have that|this|it|all",
    "what is|are the|your|my date|day|earliest|next|name|address",
    "what|when|which ... you|y'all|we have|got|looking|thinking|doing",
    "did|am|do i ... get|say|hear|spell|just",
    "are we",
)
"""About the talk itself, or a wish: answered by going on."""
_OF_THE_CALENDAR = WEEKDAYS.keys() | wordset(
    "earlier earliest sooner soonest soon available availability opening openings slot slots times anything something "
    "appointment appointments room space schedule today tomorrow tonight morning afternoon evening week weekend"
)
_OF_THE_ANSWER = wordset("zip code name spell spelling address repeat hear")


_FOR_A_VISIT = wordset(
    "come comes out over look help fix repair repairs repaired send someone somebody anybody anyone able need needs "
    "possible service serviced handle deal problem wrong broken this work emergency "
    "emergencies urgent"
)
""" "Do you have someone who can take a look" begins what a call is about."""


def asks_aside(speech: Speech, *, opening: bool) -> bool:
    """Whether the last statement has the shape of a question about us, and is none about times or about the talk."""
    if len(speech.words) < (_FEWEST_OF_WHO if speech.words[:1] == ("who",) else _FEWEST_WORDS):
        return False
    clause = clauses(speech)[-1]
    words = frozenset(speech.words[clause.start : clause.end])
    if not words.isdisjoint(_OF_THE_CALENDAR | _OF_THE_ANSWER):
        return False
    if opening and not words.isdisjoint(_FOR_A_VISIT):
        return False
    place = clause.start
    while place < clause.end and (opened := _BEFORE.at(speech, place, clause.end)) is not None:
        place = opened.end
    asks = place < clause.end and _ASKS.at(speech, place, clause.end) is not None
    return asks and _OF_THE_TALK.at(speech, place, clause.end) is None
