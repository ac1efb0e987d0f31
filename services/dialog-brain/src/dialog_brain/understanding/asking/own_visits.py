"""Pure. What callers tell of a visit that they have with us: when it comes, that nobody came, that there is one."""

from __future__ import annotations

from dialog_brain.understanding.asking.other_companies import is_of_another_company
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import OwnVisit

_TECHNICIAN = "technician|tech|plumber|guy|repairman|repair_man|installer|service_man|driver"
_WHO = f"you|y'all|you_guys|you_all|you_folks|he|she|they|someone|somebody|anybody|anyone|{_TECHNICIAN}"
_VISIT = "appointment|visit|booking|service_call|appointment_time|time_slot|service_appointment"
_COME = "come|coming|here|be_here|arrive|arriving|get_here|getting_here|show_up|showing_up|come_out|coming_out|be_out"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1|2|3|4|5|6|7|8|9|10|11|12"
_OWN: Phrases[OwnVisit] = Phrases(
    {
        "missed": [
            "{who} just|also|still|ever? never|not|never_even|not_even ever|even|actually? "
            "showed|shown|show|came|come|arrived|turned_up up|out|yet|today?",
            "{who} has|have not|never|not_even showed|shown|come|arrived|turned_up",
            "nobody|no_one|nobody's|none_of_you has|is|have|ever|even|actually|still? "
            "showed|shown|came|come|arrived|turned_up|shows|comes|turns_up",
            "nobody|no_one is|has even|still? here yet",
            "still nobody|no_one here",
            "waiting|waited ... for|on the|my|your|a|an|our? {technician}",
            "waiting|waited ... for|on somebody|someone|you|y'all to? {come}",
            "{who}|it was|were supposed|meant|scheduled to_be_here|to_come|to_show_up|to_be_there|to_arrive",
            "nobody|no_one|you_never|they_never|never has|have|ever|even? called|calls|call|returned|returns me|us|my? "
            "back|call|calls",
            "nobody|no_one|you_never|they_never has|have|ever|even? called|calls me|us",
            "waiting|waited around|here|at_home|at_the_house|all_day? since {hour}|noon|lunch|this_morning|"
            "this_afternoon|early|before|about|around|yesterday",
            "has|have not called|returned me|us|my? back|call|calls",
            "stood me|us up",
            "missed my|our {visit}",
            "no show|showed",
            "know|tell|find_out|see me|us? where my|our|your|the? {who} am|is|are",
            "where is|are my|our|your|the? {technician}",
            "where is he|she",
            "{technician} is|am running|so|very|already|an_hour|two_hours? late",
            "took|taken|taking|missed|missing ... off|work|school .. nobody|no_one is|has here|come|shown|called",
            "still|but|yet nobody|no_one is here",
            "my|our time|arrival|appointment? window|frame|slot was|is|said from|between? {hour}|noon",
        ],
        "asked": [
            "when|what_time|what_day|which_day|around_what_time am|is|are the|my|your? {who} "
            "guys|all|folks|still|supposed_to|scheduled_to|going_to|planning_to? {come}",
            "when|what_time|what_day|which_day will|do|does|should the|my|your? {who} guys|all? {come}",
            "when|what_time|what_day|which_day should|do i|we expect the|my|your? {who}",
            "am|is|are the|my|your? {who} guys|all|folks? still {come}",
            "{who} guys|all|folks? am|is|are still {come}",
            "confirm|confirming|verify|verifying|double_check|double_checking|make_sure|making_sure that? the|my|your? "
            "{who} guys|all|folks? am|is|are|will still? {come}",
            "how late will|are|is the|my|your? {who} guys|all|folks? going_to? be|running {day}|there|here|out|tonight",
            "never|not got|get|gotten|received|receive|seen? a|an|any|the|my? confirmation",
            "said|saying|says|telling|tells|told|that ... on your|his|their|the|her way|route",
            "who is|will_be coming|scheduled|assigned|the_tech|the_technician|my_tech|my_technician",
        ],
        "held": [
            "have|got|had a|an|another|my|our|the service|repair|maintenance|tune_up? {visit}",
            "my|our {visit}",
            "am|are|is|was|were already|still? scheduled|booked|down for|on|tomorrow|today|{day}",
            "{who} who|that? am|are|is already|still|scheduled_to|supposed_to? come|coming|coming_out|coming_by|"
            "scheduled|booked|here on|this|next|for|by? {day}",
            "{visit} ... booked|scheduled",
            "not going_to? be|home|there|here|around|available home|there|here|around|available? on? {day}",
            "{come} any|a_little|a_bit? earlier|sooner|later on|than",
            "something|things is|has|have|just? came|come up",
            "{day} instead of {day}",
            "{day} rather than {day}",
            "when|while he|she|they|you|y'all|{technician} come|comes|get_here|gets_here|are_here|is_here|come_out|"
            "comes_out on|this|next? {day}",
            "{technician} that_is? coming|coming_out|coming_by on|this|next? {day}",
            "can|could|will|would he|she|they|{technician}|you|y'all come|make_it|do_it|be_here|get_here at|in|on? "
            "... instead",
            "can|could|will|would he|she|they|{technician} ... instead|earlier|later|sooner",
            "can|could|may i|we get|have|do|take an|a|any|some? earlier|later|sooner|different "
            "time|slot|appointment|window|day|spot|one",
            "{day} instead",
            "home|there|here ... instead of me|us|him|her",
            "gate_code|code|entry_code|dogs|dog|note|notes|number|address for|on {day}",
            "calling|question|it_is|this_is about|regarding my|our|the? {day}",
            "make {day} ... later|earlier|sooner",
            "address|time|number|name|phone you|y'all|you_guys have|got for|on {day}",
            "{days} visit|appointment|service_call",
            "{day} will|does|is not going_to? work|good for_me|for_us?",
            "can|could|would|possible|possibly|any_way|chance ... {come} any|a_little|a_bit? earlier|sooner|later",
        ],
    },
    who=_WHO,
    technician=_TECHNICIAN,
    visit=_VISIT,
    come=_COME,
    days="|".join(f"{day}|{day}'s" for day in _DAYS.split("|")),
    day=_DAYS,
    hour=_HOURS,
)
_LIKELY: Phrases[OwnVisit] = Phrases(
    {
        "missed": [
            "waiting|waited around|at_home all_day|all_morning|all_afternoon",
            "sitting|sat|been here|around|home .. waiting",
            "sitting|sat here|around|home since {hour} waiting",
            "was|were|got|been told|promised {who} would|will|was_going_to come|be_here|be_out|arrive|show_up out|by? "
            "between|by|before|from|today|this_morning|this_afternoon|at|around",
            "forget|forgot|forgotten about? me|us|my_appointment|our_appointment|my_visit",
        ],
        "asked": [
            "am|is|are anybody|anyone|somebody|someone|they|y'all|you_guys|he ever|even|actually? "
            "coming|showing_up|on_the_way|on_their_way out|by|over? "
            "today|tonight|tomorrow|now|at_all|or_what|or_not|this_morning",
            "reminder|reminders text|texts|call|email|message? about|for|of|on|that|saying|says? the|my|our|your|a|an|"
            "i_have_an|i_have_a? {visit}|{day}|{days}",
            "reminder|reminders ... confirm|confirming",
        ],
    },
    who=_WHO,
    visit=_VISIT,
    hour=_HOURS,
    days="|".join(f"{day}'s" for day in _DAYS.split("|")),
    day=_DAYS,
)
"""What is said of a visit that is due, unless one is yet to be ordered."""
_ORDERS = any_of(
    "schedule|book|set_up|sign_up",
    "need|want|like to_get|to_have|to_make|to_arrange",
    "due|overdue|time|ready for|to",
    "am|is due",
    "if i|we",
    "not forget",
    "waiting|waited ... for|on the|my|our|this|that? {thing}",
    "waiting|waited ... for|on it to",
    thing="house|water|heat|heater|ac|a_c|air|unit|room|place|system|furnace|tank|thermostat|building|office|pipes",
)
""" "I got a reminder that my tune up is due", "are you coming out today if I call now", "waiting for the house to
cool": of a visit that is still to be ordered."""
_ALREADY = any_of(
    "already have|got|had|booked|scheduled|made a|an|my|the|one|another? {visit}",
    "have|got a|an|my|the {visit} already|with_you|with_y'all|with_you_guys",
    "already have|got somebody|someone|you|y'all|a_technician coming|scheduled|booked",
    "it|that|this when|while he|she|they|you|somebody|someone {come}|comes|is_here|are_here {day}",
    "just add|put|include|do|fix it|this|that to|on|onto|with {day}|{days}",
    "move|push|bump|change the|my|our {day}|{days} one|visit",
    visit=_VISIT,
    come=_COME,
    days="|".join(f"{day}|{day}'s" for day in _DAYS.split("|")),
    day=_DAYS,
)
""" "I already have an appointment", "just add it to Thursday", of a caller who is arranging another."""
ALREADY = _ALREADY.beginnings
"""Without any of these words a turn that does not open the call speaks of no visit that there is already."""
_WITH_OTHERS = wordset("at doctor doctor's dentist dentist's work school hospital vet clinic salon")
_NOBODY = any_of(
    "nobody|no_one is|has|was|have|ever|even|still? here|come|came|shown|showed|arrived|there|yet",
    "nobody's|no_one's even|still|yet? here|come|shown|arrived|there",
)
""" "You said that you were on your way, and nobody's here"."""


def heard_own_visit(speech: Speech) -> OwnVisit | None:
    """What is told of a visit of the caller's; that nobody came counts most."""
    if (_OWN.absent(speech) and _LIKELY.absent(speech)) or is_of_another_company(speech):
        return None
    heard = {found.meaning for found in _OWN.all(speech)}
    if _ORDERS.first(speech) is None:
        heard |= {found.meaning for found in _LIKELY.all(speech)}
    if speech.words[0] == "about" and speech.words[1:2] in _DAY:
        heard.add("held")
    if heard and _NOBODY.first(speech) is not None:
        return "missed"
    return next((each for each in _ORDER if each in heard), None)


def has_one_already(speech: Speech) -> bool:
    """Whether the caller, asked for what a visit needs, speaks of one that there is already."""
    found = _ALREADY.first(speech)
    return found is not None and _WITH_OTHERS.isdisjoint(speech.words[found.end :])


_DAY = tuple((day,) for day in _DAYS.split("|"))
""" "About Thursday, my dog will be out back"."""
_ORDER: tuple[OwnVisit, ...] = ("missed", "asked", "held")
