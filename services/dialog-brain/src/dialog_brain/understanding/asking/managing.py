"""Pure. What is to happen to a visit that the caller has: another time, or none."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.calendar_words import HOURS, NAMED_DAYS
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.customers import owns_trouble
from dialog_brain.understanding.matter.problems import tells_symptom

Manage = Literal["reschedule", "cancel"]

_MANAGE: Phrases[Manage] = Phrases(
    {
        "reschedule": [
            "reschedule|rescheduled|rescheduling",
            "{move} my|our|the|an|a|that|this "
            "existing|upcoming|current|{day}? "
            "appointment|visit|appointment_time|time_slot|service_call|technician_visit|booking|slot",
            "{move} my|our ... appointment|visit|booking|slot",
            "{move} my|our {hour}",
            "{move} {day} is? appointment|visit|booking|slot",
            "{move} {day} back|up|over? to|until|for",
            "move|change|push|postpone|bump|shift|delay it|my_appointment|that to|back|until|for|up",
            "push|move|bump|shift|delay it|that|this an|a|by|one|two|half_an",
            "running|be late for my|our|the appointment|visit",
            "another|different time|day|date for my|our|the appointment|visit",
            "appointment ... moved|changed|pushed|postponed|rescheduled|switched",
            "can not make|keep it",
            "can not make|keep my|our|the|it|that? appointment|visit",
            "not be|going_to_be there|home for my|our|the appointment|visit",
        ],
        "cancel": [
            "cancel|canceling|cancelling|call_off|drop|scrap my|our|the|that|an|this? ... appointment|visit|booking|"
            "service_call|reservation",
            "cancel",
            "cancel me|us for|on? tomorrow|today|{day}",
            "take me|us off the|your|tomorrow's|today's schedule|calendar|books",
            "appointment|visit ... canceled|cancelled",
            "do not need the|my|that|you|an appointment|visit|to_come anymore?",
            "not|longer need you|y'all|you_guys|you_all|him|them|the_technician to? come|out|coming out|by|anymore?",
        ],
    },
    move="move|change|push|switch|postpone|bump|shift|delay",
    day=f"{NAMED_DAYS}|morning|afternoon",
    hour=HOURS,
)
_HELD = any_of("appointment|appointments|visit|booking|booked|scheduled|reservation|slot|technician|tech|coming")
_PEOPLE = f"{FAMILY}|tenant|tenants|renter|renters|neighbor|grandma|grandmother|grandpa|grandfather|aunt|uncle|client"
_DAYS = NAMED_DAYS.split("|")
_DAYS_AND_THEIRS = "|".join(f"{day}|{day}'s" for day in _DAYS)
_CALLED_OFF: Phrases[Manage] = Phrases(
    {"cancel": ["cancel|canceling|cancelling|call_off|drop|scrap the|my|our|on|for? {day} one?"]},
    day=_DAYS_AND_THEIRS,
)
""" "Cancel Thursday": only before a visit is spoken of can it mean one that we made before."""
_BEFORE: Phrases[Manage] = Phrases(
    {
        "reschedule": [
            "can_not|will_not make|keep it|be_home|be_there on? {day}|that_day|this_time|then",
            "{unable} make|keep|do it|that|the|my|our? on|for|at|by|this|next? {day}|{hour}|that_day|this_time|then",
            "push|move|bump|shift|delay|switch my|our|the|this|next? {day}|{hour} ... "
            "back|up|over|later|earlier|out|an|a|by|to",
            "need|want|like|have|find|do|pick|get|use|prefer it? on|for|at|to? a|an|some? "
            "different|another|other|new day|time|date|slot",
            "{day} will_not|does_not|is_not|no_longer going_to? work|works|working for_me|for_us? anymore|any_more|"
            "after_all|now",
        ],
        "cancel": [
            "need|want|like|have|got|going|calling|trying|hoping|looking|wanted|wish|gotta to? just|please? cancel",
            "can|could|may|should|how|would i|we|you|y'all|you_guys|do_i|do_we|can_i just|please|maybe? cancel",
            "please|just|gonna cancel",
            "cancel me|us|it|that|this|everything|please",
            "cancel my|our|the ... check|checkup|tune_up|inspection|repair|cleaning|estimate|installation|install|job",
        ],
    },
    day=NAMED_DAYS,
    hour=HOURS,
    unable="can_not|will_not|not_going_to|not_be_able_to|unable_to|not_able_to|not_going_to_be_able_to",
)
"""Of a visit that we made before: once another is spoken of these are said of that one."""
_NOT_TO_COME = any_of(
    "do|to|please|and|so|just not come|show_up|bother_coming out|by|over|over_here? anymore|after_all?",
    "not need|want|have you|y'all|you_guys|him|them|anybody|anyone|somebody|someone? to? come|stop_by "
    "out|by|over|over_here? anymore|any_more?",
    "tell|ask the|your|my|him|her|them|that guy|tech|technician|plumber? not to? come|show_up|bother anymore?",
    "not send ... anybody|anyone|somebody|someone|him|her|them|technician|tech|guy|plumber out?",
    "not need|want the|my|our? {days} visit|appointment|service_call",
    "not need|want {days}",
    "found|got|hired|have|using|went_with|going_with somebody|someone else for|on|to_do_it? {days}|instead",
    days=_DAYS_AND_THEIRS,
)
""" "Don't come", "we don't need Thursday's visit", of a caller who has told no trouble."""
_MENDED = any_of(
    "is|got|was|been|already|now fixed|repaired|working",
    "fixed it|itself",
    "working again|now|fine",
)
_NOT_YET = wordset(
    "on before until till after unless without in through around by to back if when because alone with from who that "
    "again"
)
"""After it somebody is to come, in another way; or it is a machine that does not come on."""
_GIVING_UP = wordset("mind forget")
_ALONE = 3
"""Words of a turn with "cancel" in which that is all that is wanted."""
_OUR_VISIT = any_of(
    "have|got|had|have_got a|an|my|our|the visit|appointment|booking|service_call",
    "my|our visit|appointment|booking|service_call is",
    "you|you_guys|they|he|somebody|someone|technician am|are|is|was|were "
    "scheduled|booked|down|supposed_to_come|supposed_to_be_here|coming|coming_out",
    "i|we am|are|was|were scheduled|booked|down",
)
_SAYS_VISIT = wordset("visit appointment booking call scheduled booked down supposed coming")
_ANOTHER_TIME = any_of(
    "instead",
    "need|want|prefer|like it|you|them|to_be|to_make_it|to_do_it? on|for? {day}",
    "can|could|would|may|might we|you|it|i|they do|make|make_it|come|be|have|get|move it? on|for|to? {day}",
    "rather {day}",
    "need|want|prefer|like|get a|an|some different|later|earlier|another|other time|day|date|slot",
    "change|move|switch|push it|that|you",
    day=f"{NAMED_DAYS}|next",
)
""" "I've got a visit Friday, can we do Saturday": after a visit of ours was named."""


MANAGING = _MANAGE.beginnings | _SAYS_VISIT
"""Without any of these words nothing is to be moved or cancelled, but before a visit is spoken of."""


def heard_manage(speech: Speech, *, before_a_visit: bool) -> Manage | None:
    """Whether a visit is to be moved or cancelled. `before_a_visit`: no visit but an earlier one can be meant."""
    if before_a_visit and (earlier := _of_an_earlier_visit(speech)) is not None:
        return earlier
    found = [one for one in _MANAGE.all(speech) if not (_denied(speech, one.start) or _is_over(speech, one))]
    if not found:
        ours = None if _SAYS_VISIT.isdisjoint(speech.words) else _OUR_VISIT.first(speech)
        moves = ours is not None and _ANOTHER_TIME.first(speech, ours.end) is not None
        return "reschedule" if moves else None
    return next((one.meaning for one in found if not _is_vague(speech, one)), None)


def _of_an_earlier_visit(speech: Speech) -> Manage | None:
    """ "I need to cancel", "I won't make it Thursday", of a caller who has told no trouble, nor given it all up."""
    if any(not _denied(speech, off.start) for off in _CALLED_OFF.all(speech)) or _is_off(speech):
        return "cancel"
    found = next((one for one in _BEFORE.all(speech) if not _denied(speech, one.start)), None)
    if found is None:
        return "cancel" if "cancel" in speech.words and len(speech.words) <= _ALONE else None
    if found.meaning == "cancel":
        return None if not _GIVING_UP.isdisjoint(speech.words) else "cancel"
    apart = (speech.cut(0, found.start), speech.cut(found.end, len(speech.words)))
    return None if owns_trouble(speech) or any(map(tells_symptom, apart)) else "reschedule"


_OF_OTHERS = any_of(
    "my|our {whose} ... visit|appointment|booking|one|service_call",
    "visit|appointment|booking|one|service_call ... for|of my|our {family}",
    "my|our {family} has|have|had|got|is|are ... visit|appointment|booking|scheduled|booked",
    "one|visit|appointment|booking at|for my|our|the rental|rentals|rent_house|other_house|other_place|tenants|"
    "second_house|office|lake_house|vacation_home",
    "not the one on|for? {day}",
    "not mine|my_own",
    family=_PEOPLE,
    whose="|".join(f"{one}'s" for one in _PEOPLE.split("|")),
    day=NAMED_DAYS,
)


def is_of_others(speech: Speech) -> bool:
    """Whether the visit that is to be moved or cancelled is somebody else's: "cancel my daughter's visit"."""
    return _OF_OTHERS.first(speech) is not None


def _is_off(speech: Speech) -> bool:
    """Whether nobody is to come any more, with no trouble told but one that is over: "my AC is fixed, don't come"."""
    found = _NOT_TO_COME.first(speech)
    if found is None or not _NOT_YET.isdisjoint(speech.words[found.end : found.end + 1]):
        return False
    return not (owns_trouble(speech) or tells_symptom(speech)) or _MENDED.first(speech) is not None


def cancelled_day(speech: Speech) -> str | None:
    """The day, as it was said, of the visit that is to be cancelled: "cancel my appointment for Monday"."""
    for found in (*_CALLED_OFF.all(speech), *_MANAGE.all(speech)):
        if found.meaning != "cancel":
            continue
        for place in range(found.start, min(len(speech.words), found.end + _WORDS_TO_DAY)):
            day = speech.words[place].removesuffix("'s")
            if day in _DAYS:
                return day
            if speech.words[place] in _APART or speech.stops[place]:
                break
    return None


_WORDS_TO_DAY = 4
_APART = wordset("and then instead i we because since not so as book")
"""After these another thing is said than which visit is meant."""


def _is_vague(speech: Speech, found: Found[Manage]) -> bool:
    """Whether "cancel" or "it" is all that is said of what is meant, and no visit is."""
    short = found.meaning == "cancel" and found.end - found.start == 1
    return (short or speech.words[found.end - 1] == "it") and _HELD.first(speech) is None


def _is_over(speech: Speech, found: Found[Manage]) -> bool:
    """ "I had to reschedule twice last time"."""
    had_to = speech.words[max(0, found.start - 2) : found.start] == ("had", "to")
    return had_to and _LAST_TIME.first(speech, found.end) is not None


_LAST_TIME = any_of(
    "last time|week|month|year|summer|winter",
    "twice|before|once",
)


def _denied(speech: Speech, start: int) -> bool:
    """ "Please don't cancel it", "not another visit cancelled"; but "it's not working, cancel it"."""
    for place in range(start - 1, -1, -1):
        if speech.stops[place] not in ("", "-"):
            return False
        if speech.words[place] == "not":
            return "why" not in speech.words[max(0, place - 2) : place]
        if speech.words[place] not in _BETWEEN:
            return False
    return False


_BETWEEN = wordset("want wanting need trying looking going to you another a an my the have")
"""May stand between a "not" and what it denies."""
