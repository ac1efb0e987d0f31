"""Pure. What a caller asks of us: a person, a call, a repetition, a moment, the end; questions in passing."""

from __future__ import annotations

from typing import NamedTuple

from dialog_brain.understanding.asking.booking_now import books_now, speaks_of_no_callback, was_sent_to_call
from dialog_brain.understanding.asking.follow_ups import FOLLOWING_UP, follows_up
from dialog_brain.understanding.asking.managing import MANAGING, Manage, heard_manage
from dialog_brain.understanding.asking.persons import is_the_caller, is_to_come, is_with_others
from dialog_brain.understanding.asking.questions import QUESTIONS, Question, asks_of_a_town
from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.numbers import UNITS
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.understood import Wish

_PERSON = (
    "person|human|human_being|somebody|someone|representative|agent|operator|manager|supervisor|receptionist|people|"
    "real_person|live_person|actual_person|live_agent|owner|dispatcher|dispatch|technician|tech|boss|real_human|"
    "customer_service|whoever|anyone|anybody|office|reception|front_desk|your_office|staff_member|plumber|advisor|rep|live_representative|real_people|associate"
)
_WANTS: Phrases[Wish] = Phrases(
    {
        "human": [
            "talk|speak|talking|speaking to|with a|an|the|some|your|another? real|live|actual|different? {person}",
            "get|give|put|want|need|connect|transfer|like|prefer|rather|have me? to|through|with|through_to? a|an|the|"
            "your? real|live|actual? human|person|human_being|representative|agent|operator|manager|supervisor|"
            "real_person|live_person|dispatcher|live_agent|receptionist",
            "transfer|connect|patch|forward me|us|this_call|my_call",
            "who can|could|do i|we talk|speak to|with",
            "is|are anyone|anybody|somebody|someone in|available",
            "get|put someone|somebody|a_person|anyone on the? phone|line",
            "can|could|may i|we please? talk|speak to|with {name}",
            "put me through",
            "real|live|actual human|person|agent|representative|human_being",
            "human please|being",
            "representative|operator|agent|human|customer_service",
            "is there a|any|some? {person} i_can|i_could|that_i_can|around|available|to_talk|to_speak|we_can",
            "is there a|any real|live|actual? person|human",
            "anyone|anybody|someone|somebody real|human",
            "anyone|anybody|someone|somebody else i_can|i_could|there|here",
            "talk|speak to|with a|the|your? {person}",
            "let me talk|speak to|with",
            "anyone|anybody|someone|somebody in|there|here? i|we can|could talk|speak to|with",
            "want|need|like|trying|calling|looking|hoping to talk|speak to|with {name}",
            "is {name} there|available|around|in",
            "talk|speak|talking|speaking to|with mr|mrs|ms|miss|mister",
            "put|get|have {name} on|to_the_phone",
            "is|are the|your owner|manager|boss|supervisor|dispatcher|foreman in|available|there|around|free",
            "extension|ext one|two|three|four|five|six|seven|eight|nine|zero|oh|1|2|3|4|5|6|7|8|9|0",
            "not ... talk|speak|talking|speaking to|with a|an|this|no? "
            "machine|robot|computer|bot|ai|recording|machines|robots|computers|bots|recordings",
            "stop wasting my time",
            "speak|speaks|speaking|talk|hablas|habla|hable|hablan|hablar|en|in spanish|español|espanol",
            "spanish please|speaker|speaking",
        ],
        "callback": [
            "call|calls|ring|phone|phoning|calling me|us|him|her back",
            "call|ring|phone me|us back|later|tomorrow|tonight|instead|today|when|at|on|please|in|after|before|"
            "around|between|anytime|any_time|whenever|first_thing|this_afternoon|this_morning|this_evening",
            "call|callback back",
            "callback",
            "have|get|someone|somebody|anyone|anybody|they|technician|owner|manager|you|him|her|just ... "
            "call|ring|phone|contact me|us",
            "give|gives|get|giving me|us|him|her a call|ring|callback|buzz",
            "return|returning my call",
            "have|get|someone|somebody|anyone|they|technician|owner|manager|you ... reach_out|get_back to me|us",
            "rather|prefer|want|like|need|expecting|arrange|schedule|request|get ... call_back|callback|phone_call",
            "i will|would need|wait|want for? a call",
            "i|we would_like|want|wanted|need|can|could|may to? just? leave a|my|you_a|him_a|her_a? message|voicemail",
            "can|could|may i|we just? leave a|my|you_a|him_a|her_a? message|voicemail",
            "can|could|will|would you just? take|relay|pass_on|pass_along a|my? message",
        ],
        "repeat": [
            "say|repeat|tell|read|run it|that|again|me|them|this ... again|one_more_time|once_more|back|by_me",
            "say|repeat that|it",
            "repeat",
            "say again|what",
            "what|which time|day|date|name|address was|is|did ... again|that|say",
            "come again",
            "what did|was|do you|that|it just? say|said|ask|the_question|again",
            "what was|is the? question|that",
            "what was|were the|my address|name|day|date|time",
            "what|which one|time|slot|option|day? was|is the|your? {ranked} one|time|slot|option|day|choice? again?",
            "what did you say",
            "what are the options|choices|times",
            "pardon|pardon_me|excuse_me|beg_your_pardon",
            "one more time",
            "once more",
            "missed that|it|what_you|the_last",
            "you cut|broke|faded out|up|in_and_out",
            "what would you say",
            "did not|do_not|can_not|could_not|not quite|really? hear|catch|get|understand|follow|make_out you|that|it|"
            "what_you|anything|the_question|last?",
            "can|could not hear",
            "can|could barely|hardly|scarcely hear|understand|make_out",
            "you are|were? breaking|cutting up|out|in_and_out",
            "what do you mean",
            "speak|talk up|louder|slower|slowly|more_slowly",
            "slow down",
            "again please",
            "sorry what",
            "i|we do not understand|follow|get_it",
        ],
        "wait": [
            "hang|hold on",
            "hold please|the_line|up",
            "one|just_a|just_one|give_me_a|give_me_one|wait_a|wait_one|just_give_me_a|gimme_a second|sec|moment|"
            "minute|min|tick please?",
            "let me grab|get|find|check|look|see|ask|think|go|write|pull|turn",
            "let me talk|speak to|with my|our",
            "can|could|may i|we just|quickly|first? check_with|ask|talk_to|run_it_by|run_that_by my|the {family}",
            "can|could|may i|we just|quickly|first? grab|get|find|check my|a|the {at_hand}",
            "wait|bear with_me",
            "wait",
            "be right back",
            "stand by",
        ],
        "goodbye": [
            "bye|goodbye|bye_bye|good_bye|farewell|ciao|adios|cheerio",
            "hang|hanging up",
            "that is|will_be|would_be all|everything",
            "that will|would be it",
            "thanks|thank_you that is it|all",
            "have a good|nice|great|lovely|blessed|wonderful day|one|night|evening|afternoon|weekend|rest",
            "talk to you|ya later|soon|then",
            "see you|ya later|then|tomorrow|soon",
            "take care",
            "end the? call",
            "nothing else",
            "forget it|about_it|the_whole_thing",
            "i|we will|have_to|need_to|want_to|am_going_to think about_it|it_over|on_it",
            "i|we will let_you_know|shop_around|pass|look_elsewhere",
            "call|try|find|use|hire|go_with someone|somebody|another|a_different else|company|plumber|place|guy",
            "good night",
            "i have to go",
            "i got|need to go|run",
            "i am done|finished",
        ],
    },
    person=_PERSON,
    name="|".join(sorted(GIVEN_NAMES)),
    family=FAMILY,
    ranked="first|second|third|last|earlier|earliest|later|latest|sooner|soonest|other",
    at_hand="calendar|schedule|phone|pen|pencil|paper|diary|planner|glasses|address",
)
_ORDER: tuple[Wish, ...] = ("human", "callback", "repeat", "wait", "goodbye")
_NO_WISH = any_of(
    "hold|hung|hanging up the|my|a",
    "have|got|need to go|run to|with|through|it|that|this|the|outside|upstairs|downstairs|check|look|get",
    "am done|finished at|by|around|after|before|then|until|till|working|teaching|messing|for_the_day|with_work|"
    "with_school|with_class|with_this_ac|with_this_unit|with_this_furnace|by_then",
    "was|were supposed|going to",
    "was|were|been promised|told|expecting|waiting",
    "call|calling|called about|for|you|the|because|in|to",
    "i|we wait|waited|have_been_waiting",
    "i|we will|can|could call|ring",
    "waiting for|on",
    "can not wait",
    "called|calls me|us back",
    "call me by",
    "agent orange",
    "forgot to say|mention|tell",
    "no one|nobody",
    "text me",
    "will|would|does|do|is|are someone|somebody|anyone|anybody|they|he|you going_to? call|calling|contact "
    "me|us to|before|when|first|ahead",
    "calls me",
)
_GOES_LATER = any_of("have|got|need to go|run in|out|pick|drop|at|by|around|back|into")
_TOLD_WHEN = (
    wordset("one two three four five six seven eight nine ten eleven twelve noon") | PARTS.keys() | WEEKDAYS.keys()
)
""" "I have to go at three" tells an hour of the caller's own; without one the caller goes now."""
_PERSON_ALONE = (("person",), ("a", "person"), ("a", "human"), ("person", "please"))
_ORDERING = wordset("let get give put connect transfer forward")
_NOT_HEARD = wordset("what huh sorry pardon")
"""Alone, these ask to have the last words again."""
_MURMURS = wordset("uh mm mmm hm hmm")
"""Before "huh", these make a sound that agrees."""


class Requests(NamedTuple):
    """What a turn asks of us."""

    wants: Wish | None
    manage: Manage | None
    follow_up: bool
    question: Question | None
    also_asked: Question | None = None


NO_REQUESTS = Requests(None, None, follow_up=False, question=None)
REQUESTING = MANAGING.union(_WANTS.beginnings, QUESTIONS.beginnings, FOLLOWING_UP, _NOT_HEARD, {"person", "human"})
"""Without any of these words nothing is asked of us, but at the opening of a call."""


def heard_requests(speech: Speech, *, opening: bool, before_a_visit: bool) -> Requests:
    """Every request of a turn; of several wishes the weightiest. `opening`: nothing was said before;
    `before_a_visit`: nothing of a visit that is to be arranged.

    "Wait, what does it cost?" asks for no time, and "what's that going to cost?" for nothing to be said again.
    """
    asked = QUESTIONS.first(speech)
    wants = _wish(speech, asked)
    settled = was_sent_to_call(speech) or books_now(speech)
    if wants == "callback" and speaks_of_no_callback(speech):
        wants = None
    return Requests(
        wants=None if wants in ("wait", "repeat") and asked is not None else wants,
        manage=heard_manage(speech, before_a_visit=before_a_visit),
        follow_up=follows_up(speech, opening=opening) and not settled,
        question=_question(speech, asked),
        also_asked=None if asked is None else _another_question(speech, asked),
    )


def _another_question(speech: Speech, asked: Found[Question]) -> Question | None:
    """ "How much is it, and do you take cards?": the topic of the second."""
    for found in QUESTIONS.all(speech, asked.end):
        joined = speech.stops[found.start - 1] or not _AND.isdisjoint(speech.words[found.start - 2 : found.start])
        if joined and found.meaning not in (asked.meaning, *_NO_TOPICS):
            return found.meaning
    return None


_AND = wordset("and or also plus then")
_NO_TOPICS = ("other", "robot", "why")


def _question(speech: Speech, asked: Found[Question] | None) -> Question | None:
    if asked is not None:
        return asked.meaning
    return "area" if "do" in speech.words and asks_of_a_town(speech) else None


def _wish(speech: Speech, asked: Found[Question] | None) -> Wish | None:
    if speech.words in _PERSON_ALONE:
        return "human"
    if len(speech.words) <= 2 and speech.words[-1:] and speech.words[-1] in _NOT_HEARD:
        return None if speech.words[-1] == "huh" and speech.words[0] in _MURMURS else "repeat"
    if _WANTS.absent(speech):
        return None
    heard: set[Wish] = set()
    for clause in clauses(speech):
        refused = _NO_WISH.first(speech, clause.start, clause.end)
        if refused is None and not _TOLD_WHEN.isdisjoint(speech.words):
            refused = _GOES_LATER.first(speech, clause.start, clause.end)
        for found in _WANTS.all(speech, clause.start, clause.end):
            denied = _denied(speech, clause.start, found)
            refuses = refused is not None and refused.start <= found.end and found.meaning != "human"
            other = found.meaning == "human" and _is_no_person_of_ours(speech, clause.start, found)
            robot = asked is not None and asked.meaning == "robot" and asked.start <= found.start < asked.end
            if not (denied or refuses or robot or other or _is_beside(speech, found)):
                heard.add(found.meaning)
    return next((each for each in _ORDER if each in heard), None)


_A_MOMENT = 2
_ASKING = wordset("what which when where who how is was did")


def _is_no_person_of_ours(speech: Speech, begins: int, found: Found[Wish]) -> bool:
    start, end = found.start, found.end
    if speech.words[start] in _EXTENSION and start and _ends_a_number(speech.words[start - 1]):
        return True
    return is_to_come(speech, end) or is_the_caller(speech, begins, start) or is_with_others(speech, end)


_EXTENSION = wordset("extension ext")


def _ends_a_number(word: str) -> bool:
    """ "512 555 0188, extension 4" is where to call, "extension 4" whom one wants."""
    return word.isdigit() or word in UNITS


def _is_beside(speech: Speech, found: Found[Wish]) -> bool:
    """ "If that's all you've got" and "that's all right" say no goodbye, "wait, what time?" needs no moment."""
    if found.meaning == "goodbye":
        around = speech.words[found.end - 1 : found.end + 1]
        agrees = around == ("all", "right") and "no" not in speech.words
        return agrees or around == ("care", "of") or speech.words[max(0, found.start - 1) : found.start] == ("if",)
    asks = not _ASKING.isdisjoint(speech.words[found.end : found.end + 1])  # "wait, what time?"
    return speech.words[found.start : found.end] == ("wait",) and (asks or len(speech.words) - found.end > _A_MOMENT)


def _denied(speech: Speech, start: int, found: Found[Wish]) -> bool:
    """ "I don't want a person"; in "you don't understand me, get me a person" the denial is of something else."""
    words = speech.words
    if words[found.start] in _ORDERING:
        return "not" in words[max(start, found.start - 1) : found.start]
    return "not" in words[start : found.start] and found.meaning != "repeat"
