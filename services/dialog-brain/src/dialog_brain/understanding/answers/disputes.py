"""Pure. What is wrong of what we read back, when no other value is given; and that nothing is."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.answers.consent_judgements import judged
from dialog_brain.understanding.answers.consent_words import FILLER_WORDS
from dialog_brain.understanding.language.calendar_words import DAYS_OF_THE_WEEK, HOURS, NAMED_DAYS
from dialog_brain.understanding.language.clauses import Clause, clauses, negated
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT
from dialog_brain.understanding.understood import Disputed, Kept

_VALUES: Phrases[Disputed | Literal["none"]] = Phrases(
    {
        "name": ["name|names|surname|last_name|first_name|spelling|misspelled|misspelt"],
        "zip": ["zip|zips|zip_code|zipcode|postal_code"],
        "address": [
            "address|street|house_number|street_number|building_number|unit_number|apartment|apt|suite|city|town",
            "wrong house|building|place",
            "where i|we live",
        ],
        "time": ["time|day|date|hour|appointment_time|time_slot"],
        "problem": [
            "problem|issue|description|complaint",
            "problem|issue|description is|was not|wrong|incorrect|different|off|another",
            "it|that|this is not the|my|our? {machines}",
            "wrong machine|unit|system|appliance",
        ],
        "none": [
            "no|not_a|any problem|problems|issue|issues",
            "problem|issue is|was that|i|you|he|she|they|there|my|our|a|when|how|with",
            "problem|issue with",
            "all|every|each|some|any|first|next|last|other|same|long|more|much|enough|have|in|on|at|no|one|half|good|"
            "nice|great|what|which time|day|date|hour",
            "time|day off|of",
        ],
    },
    machines=EQUIPMENT,
)
_NO_TO = any_of("no|not to|on|for the|that|this")
""" "Yes to the day, no to the time"."""
_OPENING = wordset("no nope nah yes yeah yep oh well so okay but and except only just")
_CONCERNING = wordset("to for on about")
_YES = wordset("yes yeah yep okay")
_ASKING = wordset("what who which whose how when")


def heard_dispute(speech: Speech) -> Disputed | None:
    """The value that the caller points at as wrong: "yes but the street is wrong", "no, the time".

    What is called right is not meant, and "not the date, the time" means the second.
    """
    if _VALUES.absent(speech):
        return None
    for refused in _NO_TO.all(speech):
        named = _VALUES.first(speech, refused.end, min(refused.end + 2, len(speech.words)))
        if named is not None and named.meaning != "none":
            return named.meaning
    denied: Disputed | None = None
    statements = clauses(speech)
    for at, clause in enumerate(statements):
        for found in _VALUES.all(speech, clause.start, clause.end):
            if found.meaning == "none" or _passed_over(speech, statements[at:]):
                continue
            if not negated(speech, clause, found.start, found.end):
                return found.meaning
            denied = denied or found.meaning
    return denied


def _passed_over(speech: Speech, statements: list[Clause]) -> bool:
    """Whether the first statement asks, or calls right what it names: "the street and the name are fine"."""
    begins, end = statements[0]
    while begins < end - 1 and speech.words[begins] in _OPENING:
        begins += 1
    if speech.words[begins] in _ASKING or (
        speech.words[begins] in _CONCERNING and not _YES.isdisjoint(speech.words[statements[0].start : begins])
    ):  # "yes to the time, but not that address"
        return True
    verdict = judged(speech.cut(begins, end))
    joined = len(statements) > 1 and speech.words[statements[1].start] == "and"
    if verdict is None and joined:
        verdict = judged(speech.cut(begins, statements[1].end))
    return verdict == "yes"


_ONLY_RIGHT = any_of(
    "the|my|our {things} is|looks|sounds|was {sure}? {good}",
    "you got|have|had|spelled|said|pronounced the|my|our {things} right|correct|correctly",
    things="name|last_name|first_name|spelling|address|street|house_number|zip|zip_code",
    good="right|correct|good|fine|okay|perfect|accurate",
    sure="all|quite|absolutely|totally|exactly",
)
_BESIDE_RIGHT = wordset("well so oh um and at least")


def calls_one_right(speech: Speech) -> bool:
    """Whether the caller calls one value right without a yes to the rest: "the name is right"."""
    found = _ONLY_RIGHT.first(speech)
    return found is not None and _BESIDE_RIGHT.issuperset(speech.words[: found.start] + speech.words[found.end :])


_ONE = "one|appointment|visit|booking|slot|time|date"
_KEPT: Phrases[Kept] = Phrases(
    {
        "as_is": [
            "nothing at_all|whatsoever?",
            "nothing is|was|looks? wrong|off with it|that|any_of_it?",
            "nothing ... to|needs|need|want ... change|changing|changed|fix|fixing|fixed|correct|correcting",
            "none",
            "never mind",
            "no change|changes|correction|corrections",
            "not ... change|touch|fix|alter|correct anything|a_thing|it|that|any_of_it|them|any",
            "not ... anything|a_thing|any_of_it changed|touched|fixed|altered|corrected",
            "leave|keep|keeping|not_touch it|that|this|them|everything|things|all|mine",
            "stay|stays|remain|remains how|the_way|like|as ... is|was",
            "{keep} just|only? the|that|this? one|one_visit|one_appointment",
            "{keep} the|that|this|my|our existing|old|first|other|original|same|scheduled? {one}",
            "{keep} the|that|this existing|old|first|other|original|same",
            "{keep} what is|was there|scheduled|booked",
            "{keep} what|the_one|that|the_appointment|the_visit i|we am|are|have|had|got|booked|made",
            f"{{keep}} {NAMED_DAYS}",
            "just|only the|that|my existing|old|first|other|original|same? {one}",
            "just|only the|that existing|old|first|other|original",
            "the|that|this|just one? i|we already? have|had|got|booked",
            "just|only i|we|want|need|have? the|that|this? one",
            "{keep} the|that|my|our|this? {hour}",
            "same|the_same thing|problem|visit|appointment|one|issue",
            "the|that existing|old|first|other|original {one}? is enough|plenty|fine|good|okay",
            "one is enough|plenty|fine|sufficient",
            "the one ... is enough|plenty|sufficient",
        ],
        "both": [
            "add it|that|this",
            "both ... them|visits|appointments|times?",
            "keep|book|do|want|need|have|make both ... them|visits|appointments|times?",
            "keep|book|do|want|need|have|make two ... them|visits|appointments",
            "two|another|a_second|second visits|appointments|visit|appointment",
            "this|that|it|the_new|new one? too|as_well|also",
            "as_well|in_addition|on_top_of_it",
        ],
    },
    one=_ONE,
    hour=HOURS,
    keep="leave|keep|keeping|use|stick_with|sticking_with|stick_to|stay_with|go_with|hold_on_to|leave_it_at|leave_it_to",
)
_ONTO = any_of(
    "add|put|include|combine|do|fix it|this|that to|on|onto|with|in|during|at that|the|my|our|this "
    "other|existing|same|first? {one}",
    one=_ONE,
)
""" "I forgot about that one, just add it to that one"."""
_BESIDE_IT = any_of(
    "{keep}|not_touch|not_cancel|not_change|not_move .. also? add|book|schedule|do|take|make|put this|it|"
    "the_new|another|a_second|the_second|both",
    keep="leave|keep|keeping|stick_with|hold_on_to",
)
""" "Keep that one and add this one too"."""
_INSTEAD = any_of(
    "cancel|drop|scrap|remove|delete|replace|forget the|that|my|our {other}? {one}? and|then just? "
    "book|keep|do|take|make|schedule|use|have this|it|the_new",
    "replace|swap|exchange|switch it|that|that_one|the_other|the_other_one|the_old_one|the_first_one with|for "
    "this|it|the_new",
    "yes|yeah|yep|just|please cancel|drop|scrap|remove|delete|replace the|that|my other|old|first|existing {one}?",
    "book|do|take|want|schedule|keep|have this one|visit|appointment? instead",
    "{cancel} ... {one} .. and|then just? book|keep|do|take|make|schedule this|the_new",
    "book|do|take|schedule|want|keep|make this|it|the_new one|visit|appointment? and|but|then just? {cancel} "
    "the|that|my",
    "yes|yeah|yep|sure|okay|please and|but|then? just? {cancel} the|that|my {other} {one}?",
    "yes|yeah|yep|sure|okay|please and|but|then just? {cancel} the|that|my {hour}|{day}|{one}",
    "{cancel} the|that|my other {one}?",
    one=_ONE,
    cancel="cancel|drop|scrap|remove|delete",
    hour=HOURS,
    day=f"{DAYS_OF_THE_WEEK}|today's|tomorrow's",
    other="existing|old|first|other|original|scheduled",
)
""" "Cancel that one and book this"."""
_INTO_IT = wordset("to onto into with instead")
_LEADING = (
    _OPENING
    | FILLER_WORDS
    | wordset("i we you would will shall want wanted need like rather let us can could have to do am it is for forgot")
    | wordset("that one right")
)
_TRAILING = FILLER_WORDS | wordset(
    "it is was i we am are have had got the that this one on in as like way they are all already scheduled booked "
    "appointment visit enough plenty fine okay good sorry for with at o'clock how be where both alone there what"
)


def heard_kept(speech: Speech) -> Kept | None:
    """Whether a whole statement leaves things as they are ("nothing", "just keep that one"), or wants another visit."""
    instead = _INSTEAD.first(speech)
    if instead is not None and "not" not in speech.words[max(0, instead.start - 2) : instead.start]:
        return "instead"
    if _KEPT.absent(speech):
        return None
    if _ONTO.first(speech) is not None:
        return "as_is"
    beside = _BESIDE_IT.first(speech)
    if beside is not None and _INTO_IT.isdisjoint(speech.words[beside.end :]):
        return "both"
    for clause in clauses(speech):
        begins = clause.start
        found = _KEPT.at(speech, begins, clause.end)
        while found is None and begins + 1 < clause.end and speech.words[begins] in _LEADING:
            begins += 1
            found = _KEPT.at(speech, begins, clause.end)
        if found is not None and _TRAILING.issuperset(speech.words[found.end : clause.end]):
            return found.meaning
    return None
