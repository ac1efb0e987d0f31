"""Pure. What keeps the caller from an offered time beside its name: "I'd love Wednesday but I can't".

A time that is taken is booked at once, so that one that is told of for another reason ("Wednesday the cable guy's
coming", "you said Wednesday") is taken by nobody: to ask once more costs a turn.
"""

from __future__ import annotations

from datetime import datetime, time

from dialog_brain.understanding.answers.consent_words import LISTS
from dialog_brain.understanding.answers.objections import takes_after
from dialog_brain.understanding.language.calendar_words import HOUR_WORDS, NAMED_DAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.family import THE_FAMILY
from dialog_brain.understanding.language.numbers import ordinal
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.busy_times import tells_busy
from dialog_brain.understanding.when.whens import heard_when

_CANNOT = any_of(
    "i|we can|could not",
    "i|we can|could|will|would|may|might not really|even|actually|ever? {manage}",
    "i|we can|could not really|even|actually? be home|here|there|around|in",
    "{who} am|are|is|will|would|might|may not be? {in}",
    "{who} {be} {engaged}|{taken}|out|away|gone|elsewhere|sick|abroad|asleep",
    "i|we work|teach|have_work|have_school|have_class|travel|have_plans|have_something|have_a_conflict|have_to_work",
    "nobody|no_one {be} home|here|there|around|in",
    "not for me|us|him|her|them",
    "{be} in|at surgery|court|class|school|work|church|a_meeting|meetings|training|the_hospital|the_doctor|"
    "the_doctor's|the_dentist|the_office",
    "not hold me|us to",
    "my|our|the|a|an .. coming|getting_married|graduating|visiting|arriving|flying|moving|leaving",
    "i|we have|got|have_got ... {event}",
    "it|that|this will|would|does|is not going_to? work|do|fit|suit|good",
    manage="make|do|manage|swing|take|get|come|be|accept it|that|then|this|one|it_then|it_work|there|off|off_work|free",
    who=f"i|we|he|she|they|{THE_FAMILY}",
    be="am|are|is|will_be|would_be|have_to_be|has_to_be|might_be|may_be|going_to_be",
    **{
        "in": "home|here|available|free|around|there|in|in_town|able|ready|good",
        "engaged": LISTS["engaged"],
        "taken": LISTS["taken"],
        "event": LISTS["event"],
    },
)
_MAY_END = wordset("then so sorry unfortunately sadly though either that day again thanks thank you okay it at all")
""" "I can't then", but not "I can't wait"."""
_TURNS = wordset("but although though except unless only unfortunately sadly")
_HARMLESS = wordset("mind care matter problem trouble issue late worry forget")
""" "But I don't mind", "but don't be late"."""
_OTHERS_IN = any_of(
    "{others} will|can|could|is|are|should|has|have", others=f"{THE_FAMILY}|my_neighbor|somebody|someone|he|she|they"
)
_ONLY_WISHED = any_of(
    "i|we wish",
    "i|we hate|dread|despise|dislike",
    "tell|remind me|us about|of|again|what|when|which",
    "you|y'all|they said|mentioned|told|offered|guys_said",
)
""" "I wish I could do Wednesday", "you said Wednesday"."""
_STORY = any_of(
    "{days} morning|afternoon|evening|night? at|around? {hours}? thirty|fifteen|o'clock|in_the_morning|"
    "in_the_afternoon|am|pm? {who}|my|our|his|her|their|the|a|an|there",
    "{days} morning|afternoon|evening|night? at|around? {hours}? thirty|fifteen|o'clock|in_the_morning|"
    "in_the_afternoon|am|pm? is|are my|our|his|her|their|a|an|the|when",
    days=NAMED_DAYS,
    hours=HOUR_WORDS,
    who="i|we|he|she|they",
)
_IS = any_of(
    "{days}|{hours} {hours}? thirty|fifteen|o'clock|am|pm? in_the_morning|in_the_afternoon? "
    "is|would_be|will_be|would|will|means|gets",
    days=NAMED_DAYS,
    hours=HOUR_WORDS,
)
_IN_THE_WAY = wordset(
    "problem issue trouble conflict hard difficult tricky tough tight rough pushing cutting awful terrible horrible "
    "bad awkward rushed nap naptime bedtime yoga gym carpool dinner supper lunch pilates meeting appointment class "
    "funeral wedding shift flight surgery exam graduation recital therapy leaving missing skipping early late far"
)
_TIMES = frozenset(f"{NAMED_DAYS}|{HOUR_WORDS}".split("|"))
_NOT_IN_THE_WAY = wordset("no not after before until till enough only when")
"""With one of these what a time is said to be is in nobody's way: "three is after work", "nine is no problem"."""
_SUITS = wordset(
    "home here free off available open around ready good better best fine okay great perfect ideal works suits one "
    "first earliest soonest slot time only appointment visit opening let"
)
_NOT_OURS = wordset(
    "doctor's dentist doctor dentist vet hospital therapist chemo surgery school church meeting funeral wedding class"
)
""" "My doctor's appointment" is none of ours."""
_PLAINLY = wordset(
    "i we my the think guess suppose can could will would take do make want prefer like love need choose pick go with "
    "believe have please thanks that it then yes sure certainly definitely gladly happily really to book be"
)
_TOLD = wordset("my our his her their the a an there when")
_HAS = wordset("have has got")
_OPEN_ENDS = wordset("not work teach travel out there")
_HOURS: Phrases[bool] = Phrases(
    {
        True: [
            "{who} ... get|be|am|are|is|come|gets|comes|have_to_be ... home|back|here|off|in|done|free|finished "
            "at|around|after|about|not_before|not_until|not_till|from"
        ],
        False: [
            "{who} ... leave|leaves|leaving|go|goes|going|head|heading .. at|by|around|before|about",
            "{who} ... am|are|is|be|stay ... home|here|in|there|free|available until|till|before|up_to",
            "{who} ... be|am|are|is gone|out|away by|at|from|after",
        ],
    },
    who=f"i|we|{THE_FAMILY}",
)
"""True: from when somebody is there, False: until when."""


def tells_otherwise(statement: Speech) -> bool:
    """Whether a statement that names a time tells something else of it than that it is taken."""
    if _ONLY_WISHED.first(statement) is not None:
        return True
    found = _STORY.first(statement)
    if found is None:
        return False
    last = statement.words[found.end - 1]
    if last == "the" and found.end < len(statement.words) and ordinal(statement, found.end):
        return False  # "Wednesday the twenty-fifth"
    rest = statement.words[found.end if last in _TOLD else found.end - 1 :]
    suits = not _SUITS.isdisjoint(rest) and _NOT_OURS.isdisjoint(rest)
    return rest != () and not suits and not _PLAINLY.issuperset(rest)


def is_in_the_way(speech: Speech, clause: Clause) -> bool:
    """ "Three is nap time", "nine would be a problem"; with "I'll take it" behind it nothing is in the way."""
    found = _IS.first(speech, clause.start, clause.end)
    if found is None:
        return False
    others = _TIMES.intersection(speech.words[found.end :]).difference(speech.words[clause.start : found.end])
    if not others and takes_after(speech, found.end):
        return False
    rest = speech.words[found.end : clause.end]
    return not _IN_THE_WAY.isdisjoint(rest) and _NOT_IN_THE_WAY.isdisjoint(rest)


def hinders(statement: Speech, offer: datetime, now: datetime) -> bool:
    """Whether a statement keeps the caller from `offer`, which is in the business's zone, as `now` is."""
    when = heard_when(statement, "time", now, [])
    if (told := _HOURS.first(statement)) is not None:
        return when is not None and _misses(when, offer.time(), arrives=told.meaning)
    if when is not None and not when.soonest:
        return offer.date() in when.not_on or (when.date == offer.date() and _cannot(statement))
    refuses = "not" in statement.words and _HARMLESS.isdisjoint(statement.words)
    return _cannot(statement) or _is_busy(statement) or (refuses and statement.words[0] in _TURNS)


def _cannot(statement: Speech) -> bool:
    found = _CANNOT.first(statement)
    if found is None:
        return False
    goes_on = statement.words[found.end : found.end + 1] and _MAY_END.isdisjoint(statement.words[found.end :])
    return not goes_on or statement.words[found.end - 1] not in _OPEN_ENDS


def _is_busy(statement: Speech) -> bool:
    """ "Wednesday, the cable guy's coming"; "Wednesday, I have a dog" tells of nothing that keeps anybody."""
    has = not _HAS.isdisjoint(statement.words) and _NOT_OURS.isdisjoint(statement.words)
    return not has and tells_busy(statement, Clause(0, len(statement.words)))


def others_are_in(statement: Speech) -> bool:
    """ "But my wife will be": somebody else lets us in."""
    return _OTHERS_IN.first(statement) is not None and "not" not in statement.words


def _misses(when: When, at: time, *, arrives: bool) -> bool:
    told = when.time or when.earliest or when.latest
    if told is None:
        return False
    return told > at if arrives else told <= at
