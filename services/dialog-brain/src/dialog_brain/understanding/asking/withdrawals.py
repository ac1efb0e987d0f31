"""Pure. Whether nothing is wanted any more, so that there is nothing to ask for and nothing to change."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Expected

_MACHINE = (
    "it|everything|ac|a_c|air|ac_unit|air_conditioner|air_conditioning|heat|heater|furnace|unit|system|thing|water|"
    "heat_pump|boiler|the_ac|the_heat|the_heater|the_furnace|the_unit|the_air"
)
_FIXER = f"i|we|he|she|they|somebody|someone|{FAMILY}|guy"

_Withdrawal = Literal["ends", "puts_off", "declines", "beside"]
"""ends: whatever was asked; puts_off: where a time or an agreement was asked for; declines: where an agreement was;
beside: may stand beside any of them, and withdraws nothing by itself."""
_WITHDRAWS: Phrases[_Withdrawal] = Phrases(
    {
        "ends": [
            "cancel|scrap|drop it|that|this|the_whole_thing|everything|all_of_it?",
            "call it|this|that|it_all|everything|the_whole_thing off",
            "can|could we just? cancel it|that|this?",
            "never mind the_whole_thing|all_that?",
            "nevermind",
            "not want|need you|y'all|anybody|anyone|somebody|someone|a_technician|your_help|help|service "
            "to_come|any_more|anymore?",
            "{fixer} just|already|finally|actually? fixed|repaired|sorted|handled it|that|{machine}",
            "{fixer} just|already|finally|actually? took care of it|that",
            "{fixer} just|already|finally|actually? got|have|has it|that|{machine} "
            "fixed|repaired|working|running|going|sorted|back_on|on",
            "{fixer} just|already|finally|actually? figured it|that out",
            "i|we {will} just? call|try|use|find|get|hire|go_with somebody|someone else",
            "i|we {will} just? call|try|use|find|get|hire|go_with another|a_different company|plumber|place|guy|outfit",
            "i|we have? already|just? found|got|have|called|hired somebody|someone|another|a_different "
            "else|company|plumber|place|guy|outfit",
            "already got|found|have somebody|someone else",
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
            "{machine} just|finally|actually|has|is? came|come|kicked|turned back? on",
            "{machine} just|finally|actually? started working|running|cooling|heating",
            "{machine} is|was|seems working|fixed|running|back|back_on|okay_now|fine_now",
            "{machine} works again|now|fine|okay",
            "i|we have? already|just? called|found|hired someone|somebody",
            "already got someone|somebody",
            "it fixed itself",
            "just came|kicked|went back? on",
            "is|was working|running|cooling|heating|fixed again|now|fine",
        ],
        "puts_off": ["not today|right_now|now|yet|after_all"],
        "declines": [
            "hold|holding off",
            "wait|pass on it|that|this?",
            "maybe|perhaps later|next_time",
            "that|it|this|which is way|just? too expensive|much|pricey|rich|steep for_me|for_us?",
            "that|it|this is more than i|we wanted|want|can|could pay|spend|afford?",
            "can|could not afford it|that|this?",
            "too expensive|pricey",
            "better|would_better|had_better not",
        ],
        "beside": [
            "my|our? {fixer} says|said|thinks",
            "i|we would? just? want|wanted|need|like a quote|price|estimate",
            "not know|sure|certain|decided yet?",
            "let me|us talk|speak|check to|with my|our {family} first|about_it?",
            "have|got|need|want|would_like|will_have|should to? talk|speak|check to|with my|our {family} "
            "first|about_it?",
            "nothing",
        ],
    },
    family=FAMILY,
    machine=_MACHINE,
    fixer=_FIXER,
    will="will|would|am_going_to|are_going_to|will_have_to|would_rather",
)
_ASKED_FOR: dict[Expected, frozenset[_Withdrawal]] = {
    "confirm": frozenset({"ends", "puts_off", "declines"}),
    "any": frozenset({"ends", "puts_off", "declines"}),
    "time": frozenset({"ends", "puts_off"}),
    **dict.fromkeys(("safety", "zip", "name", "problem", "address"), frozenset({"ends"})),
}
_OF_THE_CALLER: frozenset[Expected] = frozenset({"zip", "name", "address"})
_CALLS_BACK = any_of(
    "i|we will|may|might|would_rather|will_have_to|have_to|need_to|have_got_to|got_to|will_just|just "
    "{first}? and? call|ring|get_back you|y'all|to_you|back|again back|later|another_time?",
    "i|we {will} ask|{first} with|to? my|our|the {who} first|and? and|then? call|ring you|y'all back|later|again?",
    "am|are going_to have_to call|ring you|y'all back|later|again",
    "let me|us {first}? and? call|ring|get_back you|y'all|to_you back|again|later|another_time?",
    "can|could|may i|we just? call|ring|get_back you|y'all|to_you|back|again back|later|another_time?",
    first="check|ask|look|think|find_out|see|talk|speak",
    will="will|have_to|need_to|will_have_to|have_got_to|got_to|am_going_to_have_to|am_going_to|better|should",
    who=f"{FAMILY}|boss|schedule|calendar|insurance|tenants",
)
_CALL_FIRST = any_of(
    "have|get somebody|someone|anybody|anyone|him|her|them|a_person|the_office|a_technician call|ring|phone me|us",
    "call|ring|phone me|us first|instead|before_you_book|before_that",
    "just|only|rather|want|need|like|prefer|have a|the call|phone_call|callback|call_back",
)
_ON_THE_WAY = wordset("way come coming comes arrive arrives arriving minutes hour ahead there here leaves leaving out")
_HOLDS_ON = (("hold", "on"), ("hang", "on"))
_AROUND = wordset(
    "no nope nah actually oh well okay wait hold on sorry please just you know what i we think then so thanks "
    "thank but it that is all back later again tomorrow for now today the whole thing hmm to and let us our my am do "
    "you can are hang never mind guess about gonna nothing good news great now going already"
)
"""Another word beside it says what it is about: "cancel the afternoon, make it the morning"."""


def withdraws(speech: Speech, asked: Expected) -> bool:
    """Whether that is all that a turn says, where `asked` leaves it possible."""
    meant = _ASKED_FOR.get(asked)
    if meant is None or _WITHDRAWS.absent(speech):
        return False
    if asked in _OF_THE_CALLER and speech.words[-2:] in _HOLDS_ON:
        return False  # "I found someone, hold on" fetches whom we ask
    found = list(_WITHDRAWS.all(speech))
    told = {place for each in found for place in range(each.start, each.end)}
    return not meant.isdisjoint(each.meaning for each in found) and all(
        place in told or word in _AROUND for place, word in enumerate(speech.words)
    )


def prefers_call(speech: Speech) -> bool:
    """Whether a call is wanted in place of what was proposed, and not one before the visit."""
    return _CALL_FIRST.first(speech) is not None and _ON_THE_WAY.isdisjoint(speech.words)


def calls_back(speech: Speech) -> bool:
    """Whether the caller goes, and calls again: "let me call you back"."""
    return _CALLS_BACK.first(speech) is not None
