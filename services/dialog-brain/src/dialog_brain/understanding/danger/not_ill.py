"""Pure. Signs of illness that call for no ambulance: long over, cared for, of an animal, of a text or of a bill.

Each of these voids only the sign that it can belong to: a landlord, a phone or a yesterday in the same breath does not.
"""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.calendar_words import HOURS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

Sign = Literal["silent", "ill", "muddled"]
"""That somebody does not answer, is ill, or is confused."""
ELDERS = (
    "mother|mom|mommy|mama|mum|father|dad|daddy|papa|grandma|grandmother|granny|nana|grandpa|grandfather|granddad|"
    "parents|stepmom|stepdad|stepmother|stepfather"
)
KIN = (
    f"{ELDERS}|husband|wife|spouse|partner|girlfriend|boyfriend|fiance|son|stepson|grandson|daughter|stepdaughter|"
    "granddaughter|baby|infant|newborn|toddler|kid|child|brother|sister|uncle|aunt|cousin|nephew|niece|neighbor|"
    "roommate|tenant|renter|employee|coworker|worker|customer|guest|patient|resident|friend|man|woman|lady|guy|boy|"
    "girl|person|somebody|someone|technician|tech|installer|plumber|electrician"
)
PEOPLE = wordset(KIN.replace("|", " "))
"""Who may be told to be ill."""
_ANIMALS = wordset("dog dogs cat cats puppy kitten pet pets bird hamster rabbit")
_OFTEN_OUT = wordset("landlord landlady super superintendent technician tech installer plumber electrician customer")
"""Of whom it is told that they do not answer the telephone."""
_BEINGS = PEOPLE | _ANIMALS | _OFTEN_OUT
_MACHINES = wordset(
    "thermostat ac unit furnace heater system phone remote breaker pump app screen display panel door fan conditioner"
)
""" "My mom's thermostat is not responding"."""

_ALIKE = any_of(
    "passed out flyers|cards|coupons|papers|candy|business_cards|samples",
    "moving in|out|to|until|into|there|here|away|from|today|tomorrow|anywhere",
    "wake|wakes|waking|awake up? until|till|before|early|yet|for_work|for_school",
    "wake|wakes|waking|awake up? at {hour}",
    "heart_attack|stroke|seizure over|about|looking|reading|opening|survivor",
    "stroke of",
    "almost|nearly|about|virtually passed|passing|fainted|fainting|fell|falling|had|having|collapsed|choked|blacked",
    "history of|with",
    "recovering|recovered|once",
    "used to",
    "fell|fallen behind|asleep|apart|short|for",
    "medical emergency fund|room|plan|card|kit|line",
    "ac|unit|furnace|system|thermostat|house is? having",
    "fainted|collapsed|out|attack|stroke|seizure|pain|pains once",
    "confused about|by|with|over|as|why|how|what|when|where|which|who|whether|if|at",
    hour=f"{HOURS}|night|dawn",
)
""" "He passed out flyers", "she almost fainted", "a history of chest pain": beside the sign or around it."""
_BESIDE_SIGN = 3
_CARED_FOR = any_of(
    "ambulance|paramedics|ems|firemen|medics .. came|took|taking|here|way|coming|there|left",
    "called|got|with 911|ambulance|paramedics|nine_one_one",
    "taking|took|drove|driving|rushed|rushing|brought ... hospital|emergency_room|er",
    "am|is|are|they're in|at the? hospital|emergency_room",
)
_AFTER_IT: Phrases[bool] = Phrases(
    {
        True: ["in|to|at the? hospital|emergency_room", "not an|a|any? medical? emergency"],
        False: ["from|out_of the? hospital|emergency_room"],
    }
)
"""False: of what was, and not of what is: "she fainted, she's home from the hospital"."""
_WELL = any_of(
    "{beings}|he|she|they|i is|am|are|feels|feel|doing|seems fine|okay|better|awake|alright|all_right|good now?",
    "but|and|now fine|okay|better|awake|alright|all_right now",
    beings="|".join(sorted(_BEINGS)),
)
_TIMES = any_of(
    "yesterday|ago",
    "last year|month|week|night|summer|winter|time|spring|fall",
    "the other day|night|week",
)
_JUST_NOW = wordset("second seconds minute minutes moment moments hour hours")
_PRESENT = wordset("is are am has have having can not now")
_HAPPENED = wordset("fainted collapsed passed blacked knocked fell fallen")
_NOW = wordset("now just again")
_OPENS = wordset("hi hello yes yeah no so well okay and but because cause since actually look listen um oh")
_ANOTHER_MATTER = wordset(
    "ac heat heater furnace unit system conditioner thermostat air power boiler it we they i you he she landlord dog "
    "house bill visit"
)
"""Between a time and a sign they say that the time is of something else: "yesterday the AC quit my wife fainted"."""
_BELONGS = wordset("when while after before during")
_BY_MONEY = any_of(
    "saw|see|seeing|seen|opened|opening|looked|looking|heard|hear|hearing|read|reading ... {money}",
    "at|over|from|by|because_of|about the|your|that|this|my|our|their ... {money}",
    money="bill|bills|price|prices|quote|quotes|estimate|estimates|cost|costs|invoice",
)
_MESSAGES = any_of(
    "to|my|the|our|any|your|on text|texts|email|emails|message|messages|phone|voicemail|voicemails|calls|call|"
    "my|the|our|any|your? text|texts|texting|emails|messages|phone|calls|voicemail|voicemails",
    "to|my|our|any|the|his|her|your texts|emails|messages|phone|calls|call|voicemails|landlord|bill|questions",
    "the landlord|office|door|phone|bill",
)
_TRIED_TO_REACH = wordset("texted texting emailed emailing messaged text")


def is_no_patient(speech: Speech, clause: Clause, sign: Found[Sign]) -> bool:
    """Whether nobody is in danger by this sign, which is told in `clause`; "silent": that somebody does not answer."""
    if _beside(speech, sign) or _is_animal(speech, clause, sign):
        return True
    if sign.meaning == "silent" and _only_out_of_touch(speech, sign):
        return True
    return (
        _is_cared_for(speech, sign)
        or _is_well(speech, sign)
        or _is_of_then(speech, clause, sign)
        or _is_of_money(speech, clause, sign)
    )


def _beside(speech: Speech, sign: Found[Sign]) -> bool:
    first = max(0, sign.start - _BESIDE_SIGN)
    return any(alike.end > sign.start - 1 for alike in _ALIKE.all(speech, first) if alike.start <= sign.end)


def _being(speech: Speech, sign: Found[Sign]) -> int:
    """Where the one is named who the sign is told of, -1 if nowhere."""
    return next((place for place in range(sign.end - 1, -1, -1) if speech.words[place] in _BEINGS), -1)


def _is_animal(speech: Speech, clause: Clause, sign: Found[Sign]) -> bool:
    being = _being(speech, sign)
    if being < 0 or speech.words[being] not in _ANIMALS or "i" in speech.words[sign.start : sign.start + 1]:
        return False
    return being >= clause.start or PEOPLE.isdisjoint(speech.words)


def _only_out_of_touch(speech: Speech, sign: Found[Sign]) -> bool:
    """ "He isn't responding to my texts", "the landlord, he's not answering"."""
    if not _MACHINES.isdisjoint(speech.words[sign.start : sign.end]):
        return True
    being = _being(speech, sign)
    if being >= 0 and speech.words[being] in _OFTEN_OUT:
        return True
    if not _TRIED_TO_REACH.isdisjoint(speech.words[: sign.start]):
        return True
    return sign.end < len(speech.words) and _MESSAGES.at(speech, sign.end) is not None


def _is_cared_for(speech: Speech, sign: Found[Sign]) -> bool:
    for found in _CARED_FOR.all(speech):
        denied = "not" in speech.words[max(0, found.start - 2) : found.start]
        before = found.end <= sign.start and "now" in speech.words[found.end : sign.end]
        if not denied and not before:
            return True
    over = not _HAPPENED.isdisjoint(speech.words[sign.start : sign.end])
    return any(found.meaning or over for found in _AFTER_IT.all(speech, sign.end))


def _is_well(speech: Speech, sign: Found[Sign]) -> bool:
    """Whether the same person is said to be well: not another one, and not before."""
    being = _being(speech, sign)
    for found in _WELL.all(speech):
        who = speech.words[found.start]
        if who in _BEINGS and being >= 0 and who != speech.words[being]:
            continue
        if found.start >= sign.end or (who not in _BEINGS and being < found.start):
            return True
    return False


def _is_of_then(speech: Speech, clause: Clause, sign: Found[Sign]) -> bool:
    """Whether it was days ago, by a time that is the sign's own."""
    words = speech.words
    for time in _TIMES.all(speech, clause.start, _until(speech, clause)):
        if words[time.start] == "ago" and _is_just_now(words[max(0, time.start - 3) : time.start]):
            continue
        if time.start >= sign.end:
            own = _ANOTHER_MATTER.isdisjoint(_told_between(words[sign.end : time.start]))
        elif time.end > sign.start:
            own = _PRESENT.isdisjoint(words[time.end : sign.end])
        else:
            opens = _OPENS.issuperset(word for word in words[clause.start : time.start] if word not in _COUNTS)
            between = words[time.end : sign.end]
            own = opens and _ANOTHER_MATTER.isdisjoint(words[time.end : sign.start]) and _NOW.isdisjoint(between)
        if own:
            return True
    return False


_COUNTS = wordset("a an couple few of two three four five six seven eight nine ten about like days weeks months years")


def _told_between(words: tuple[str, ...]) -> tuple[str, ...]:
    """What is told up to the time, but for how it belongs: "when we were at church last week"."""
    return () if not _BELONGS.isdisjoint(words[:1]) else words


def _is_just_now(counted: tuple[str, ...]) -> bool:
    return not _JUST_NOW.isdisjoint(counted[-1:]) or counted[-2:] == ("little", "while") or "just" in counted


def _until(speech: Speech, clause: Clause) -> int:
    """The end of a statement and of what says when: "he fainted | when I saw the bill"."""
    end = clause.end
    if speech.words[end : end + 1] and speech.words[end] in _BELONGS:
        return min(len(speech.words), end + _LONGEST_WHEN)
    return end


_LONGEST_WHEN = 9


def _is_of_money(speech: Speech, clause: Clause, sign: Found[Sign]) -> bool:
    """ "I nearly fainted when I saw the bill", "I opened the bill and passed out"."""
    return any(
        found.start >= sign.end or speech.words[found.start] in _LOOKED
        for found in _BY_MONEY.all(speech)
        if found.end <= sign.start or found.start < _until(speech, clause)
    )


_LOOKED = wordset("saw opened looked read")
