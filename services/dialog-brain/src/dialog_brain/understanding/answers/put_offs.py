"""Pure. Answers that put off: "okay, I'll get back to you" has heard us, and agrees to nothing.

"I'll let you know if anything changes" is said beside a yes, and puts nothing off.
"""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.answers.consent_words import PEOPLE
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

_PutOff = Literal["later", "first", "open", "beside"]
"""later: the caller goes, and decides elsewhere; first: somebody is to be asked; open: nothing is decided, or it is
booked already; beside: only sounds like any of them."""
_PUT_OFFS: Phrases[_PutOff] = Phrases(
    {
        "later": [
            "get_back to|with you|y'all",
            "get|be_back in_touch",
            "let you|y'all know",
            "{self} {will} just|probably? be_in_touch|reach_out|follow_up|contact_you|message_you|see_about_it|"
            "see_about_that",
            "{self} {will} just|probably|definitely|still? think|decide|consider|see_about it|that|this|later|tomorrow|"
            "about_it|about_that|about_this|on_it|on_that|it_over|that_over|this_over|and|first|over|tonight",
            "sleep|mull|chew on|over? it|that|this over?",
            "talk|think|mull it|that|this|things over",
            "give it|that|this some|a|more|a_little|a_bit_of thought|thinking|consideration",
            "run it|that|this|everything by|past {people}|him|her|them",
            "{self} {will} just? see how|what|if|whether {people}|he|she|they",
            "hear from me|us",
            "give me|us ... to think|decide|consider|talk|check",
            "need|want|have|take|like some|more|a|another|a_few|a_little|a_couple|a_bit_of|the day|days|night|time|"
            "more_time to think|decide|consider",
        ],
        "first": ["{self}|and {will}|to .. {ask} with|to? {people}|him|her|them"],
        "open": [
            "not yet|really|quite|even|fully? decided|chosen",
            "am|are still|just? deciding|debating|thinking_it_over|thinking_about_it|thinking_about_that",
            "still|just deciding|debating|thinking|considering|comparing",
            "{self} have? already|just booked|scheduled|made|set_up it|that|this|one|an_appointment|a_visit|somebody|"
            "someone",
        ],
        "beside": [
            "let you|y'all know if|when|in_case|should anything|something|things|that|plans|there|i_can_not|i_will_not|"
            "we_can_not|i_need|i_have_any|i_have_questions|it_changes|it_gets|i_am|we_are|i_get|we_get",
            "let you|y'all know if|when he|she|they|the_technician|the_tech|the_guy is|are|comes|arrives|gets|shows|"
            "does_not|do_not|never",
            "{self} {will} ask {people} to",
            "{self} {will} ask|talk|check|speak to|with? him|her|them when|once",
            "hear from me|us if",
        ],
    },
    self="i|we",
    will="will|would|might|may|should|better|had_better|would_better|have_to|need_to|want_to|will_have_to|will_need_to|"
    "will_just|would_like_to|would_rather|am_going_to|are_going_to|got_to|have_got_to",
    ask="ask|check|talk|speak|consult|discuss|confirm|clear",
    people=PEOPLE,
)
_TO_BOOK = wordset("book schedule reserve ahead")
"""With these it may be something else that is told later: "book it, I'll get back to you with the gate code"."""


def puts_off(speech: Speech) -> bool:
    """Whether anything in the turn puts the answer off."""
    return any(found.meaning != "beside" for found in _PUT_OFFS.all(speech))


def decides_later(speech: Speech) -> bool:
    """Whether the caller wants to go and decide elsewhere."""
    return _TO_BOOK.isdisjoint(speech.words) and any(found.meaning == "later" for found in _PUT_OFFS.all(speech))
