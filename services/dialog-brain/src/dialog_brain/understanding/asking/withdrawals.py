"""Pure. Whether what was read back is not wanted at all, so that there is nothing to change in it."""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_words import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_WITHDRAWS: Phrases[bool] = Phrases(
    {
        True: [
            "cancel|scrap|drop it|that|this|the_whole_thing|everything|all_of_it?",
            "call it|this|that|it_all|everything|the_whole_thing off",
            "can|could we just? cancel it|that|this?",
            "never mind the_whole_thing|all_that|it|that?",
            "forget it|about_it|that|the_whole_thing|the_visit",
            "not book|schedule|send|do it|that|this|one|anything|anyone|anybody|someone|a_visit|yet?",
            "not want|need it|that|this|one|anything|a_visit|an_appointment|to_book|to_schedule any_more|anymore|"
            "after_all?",
            "not want|need|like to? book|schedule|set_up|make it|that|this|one|anything|a_visit|an_appointment",
            "let us not book|schedule|do? it|that|this?",
            "changed my|our mind",
            "i|we will|may|might|would_rather|will_have_to|have_to|need_to|have_got_to|got_to just? call|ring|get_back "
            "you|y'all|to_you|back|again|later",
            "can|could|may i|we just? call|ring|get_back you|y'all|to_you|back|again|later",
            "not today|right_now|now|yet|after_all",
            "{machine} just|finally|actually|has|is? came|come|kicked|turned back? on",
            "{machine} just|finally|actually? started working|running|cooling|heating",
            "{machine} is|was|seems working|fixed|running|back|back_on|okay_now|fine_now",
            "it fixed itself",
            "just came|kicked|went back? on",
        ],
        False: [
            "not know|sure|certain|decided yet?",
            "let me|us talk|speak|check to|with my|our {family} first|about_it?",
            "have|got|need|want|would_like|will_have|should to? talk|speak|check to|with my|our {family} "
            "first|about_it?",
            "nothing",
        ],
    },
    family=FAMILY,
    machine="it|everything|ac|heat|heater|furnace|unit|water",
)
"""False: what may stand beside, and withdraws nothing by itself."""
_CALLS_BACK = any_of(
    "i|we will|may|might|would_rather|will_have_to|have_to|need_to|have_got_to|got_to|will_just|just "
    "{first}? and? call|ring|get_back you|y'all|to_you|back|again back|later|another_time?",
    "let me|us {first}? and? call|ring|get_back you|y'all|to_you back|again|later|another_time?",
    "can|could|may i|we just? call|ring|get_back you|y'all|to_you|back|again back|later|another_time?",
    first="check|ask|look|think|find_out|see",
)
_AROUND = wordset(
    "no nope nah actually oh well okay wait hold on sorry please just you know what i we think then so thanks "
    "thank but it that is all back later again tomorrow for now today the whole thing hmm to and let us our my am do "
    "hang never mind guess about"
)
"""Another word beside it says what it is about: "cancel the afternoon, make it the morning"."""


def withdraws(speech: Speech) -> bool:
    """Whether that is all that a turn says."""
    if _WITHDRAWS.absent(speech):
        return False
    found = list(_WITHDRAWS.all(speech))
    told = {place for each in found for place in range(each.start, each.end)}
    return any(each.meaning for each in found) and all(
        place in told or word in _AROUND for place, word in enumerate(speech.words)
    )


def calls_back(speech: Speech) -> bool:
    """Whether the caller goes, and calls again: "let me call you back"."""
    return _CALLS_BACK.first(speech) is not None
