"""Pure. Somebody whose life is in danger while the building is safe: unconscious, not breathing, chest pain."""

from __future__ import annotations

from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

_ELDERS = (
    "mother|mother's|mom|mom's|mommy|mama|mum|father|father's|dad|dad's|daddy|papa|grandma|grandma's|grandmother|"
    "granny|nana|grandpa|grandfather|parents"
)
_KIN = (
    f"{_ELDERS}|husband|husband's|wife|wife's|spouse|partner|girlfriend|boyfriend|fiance|son|daughter|baby|baby's|"
    "infant|newborn|toddler|kid|child|brother|sister|uncle|aunt|cousin|nephew|niece|neighbor|roommate|tenant|employee|"
    "coworker|worker|customer|guest|patient|resident|friend|man|woman|lady|guy|person|somebody|someone|technician"
)
_OTHERS = f"{_KIN}|he|she"
_IS = "is|are|am|was|has|have|had|just"
_SIGNS: Phrases[bool] = Phrases(
    {
        True: [
            "unconscious",
            "{others} .. unresponsive|convulsing|choking|seizing|overdosed|overdosing",
            "{others}|i|they .. fainted|collapsed",
            "{others}|i|they .. passed out",
            "{others} .. blacked out",
            "{others} is|was|got|has_been knocked out",
            "{others} {_is}|in_law|fell|stopped ... not ... breathing|breathe|conscious|responding|responsive|moving|"
            "waking|awake|answering_me|talking",
            "{others} ... not breathing|breathe|conscious",
            "{others}|i|i'm is|are|am|has|have|can|could hardly|barely|stopped|quit|not breathing|breathe|breath",
            "{others} stopped|quit breathing",
            "{others} will|can|could|does|would not wake|respond|breathe",
            "{others} ... not waking|responding|responsive",
            "fever|feverish|vomiting|throwing_up ... ... not wake|waking|respond|responding|breathing|breathe",
            "{others} is|are|has_gone|went|got all? limp",
            "can|could not wake {kin}|him|her|my|them|the_baby up?",
            "having ... trouble|difficulty|hard_time breathing|to_breathe",
            "struggling|gasping|fighting to|for breathe|breath|air",
            "chest pain|pains",
            "pain|pains|pressure|tightness in|on .. chest",
            "chest hurts|hurting|aches|is_tight|is_hurting|feels_tight|feels_heavy|is_pounding",
            "having|just_had|feels_like|feeling_like a|another? mild|massive? heart_attack|stroke|seizure",
            "think|thinks|maybe|possible|possibly .. heart_attack|stroke|seizure",
            "in|into cardiac_arrest",
            "{others} .. has|got|having heat_stroke|heatstroke|heat_exhaustion",
            "having an|a? bad|severe? allergic reaction",
            "{others}|i|am .. bleeding badly|heavily|a_lot|everywhere|out|to_death|really_bad|profusely",
            "blood everywhere",
            "lips|face|skin ... turning|turned|going|is|are blue|gray|purple",
            "slurring|slurred speech|words|her|his",
            "{others} ... fell|fallen|floor ... not ... answer|answering|move|moving|respond|responding|talking|waking|"
            "get_up",
            "{others}|i|kid|baby fell|fallen|tripped|slipped ... hit|hurt|banged|cracked|split|struck "
            "my|his|her|their|the head",
            "{others} ... shivering|shaking|shaky ... confused|disoriented|slurring|drowsy|delirious|incoherent",
            "{others} ... confused|disoriented|drowsy|delirious|incoherent ... shivering|shaking|shaky",
            "{elders} is on|on_the floor|ground",
            "{elders} is down|lying|laying? on the floor|ground",
            "found {kin}|him|her ... floor|unresponsive",
            "{others} is|went in|into labor",
            "a|medical medical_emergency|emergency_medical",
            "is|have medical_emergency",
            "need|needs|send|want|call|get an|a|the? ambulance|paramedic|paramedics|medics",
        ]
    },
    others=_OTHERS,
    kin=_KIN,
    elders=_ELDERS,
    _is=_IS,
)
_HURT = wordset("fell fallen blood bleeding")
_STILL: Phrases[bool] = Phrases(
    {
        True: [
            "{others}|they|and|but will|can|could|does|is not answer|answering|respond|responding|talk|talking|wake",
            "{others}|they will|can|could|does|is not move|moving|get_up|say_anything|open",
        ]
    },
    others=_OTHERS,
)
""" "She fell, and there's blood, and she won't answer": of somebody who is hurt, anywhere in the turn."""
_OVER_OR_OTHERWISE: Phrases[bool] = Phrases(
    {
        True: [
            "in|to|from|at|out_of the? hospital|emergency_room",
            "ambulance|paramedics|ems|firemen|medics .. came|took|taking|here|way|coming|there|left",
            "called|got|with 911|ambulance|paramedics|nine_one_one",
            "yesterday|ago|recovering|history|survivor|used_to|once",
            "last year|month|week|night|summer|winter|time|spring|fall",
            "{others} is|feels|doing|seems fine|okay|better|awake|alright|all_right|good now?",
            "passed out flyers|cards|coupons|papers|candy|business_cards|samples",
            "moving in|out|to|until|into|there|here|away|from|today|tomorrow|anywhere",
            "wake|wakes|waking|awake up? until|till|before|early|at|for|yet",
            "heart attack|stroke when|over|about|from|at|looking",
            "stroke of",
            "almost|nearly|about_to",
            "not any|a? medical|emergency",
            "medical emergency fund|room|plan|card|kit|line",
            "ac|ac's|unit|furnace|system|thermostat|house is? having",
        ]
    },
    others=_OTHERS,
)
_OF_OTHER_MATTERS = wordset(
    "bill bills price prices quote estimate cost costs invoice text texts texting email emails message messages phone "
    "voicemail voicemails dog dogs cat cats puppy landlord"
)
""" "He isn't responding to my texts" and "I fainted when I saw the bill" are no emergencies."""
_HEAT = wordset("hot heat stuffy humid sweltering degrees here")
""" "It's so hot I can't breathe in here" complains of the weather."""
TELLING = wordset(
    "unconscious unresponsive convulsing choking seizing overdosed overdosing fainted collapsed passed blacked knocked "
    "breathing breathe breath conscious responding responsive respond moving waking awake wake answering answer "
    "talking chest attack heart stroke seizure cardiac heatstroke exhaustion allergic bleeding blood lips face skin "
    "slurring slurred shivering limp slipped fell fallen floor ground labor emergency ambulance paramedic paramedics "
    "medics"
)
"""Without any of these words nobody's life is told to be in danger."""


def told_medical(speech: Speech) -> bool:
    """Whether the turn tells of somebody who needs an ambulance now."""
    words = frozenset(speech.words)
    if words.isdisjoint(TELLING) or not words.isdisjoint(_OF_OTHER_MATTERS):
        return False
    found = next(
        (
            sign
            for clause in clauses(speech)
            if (sign := _SIGNS.first(speech, clause.start)) is not None
            and not negated(speech, clause, sign.start, sign.start)
            and "if" not in speech.words[clause.start : sign.start]
        ),
        None,
    )
    if found is None and not words.isdisjoint(_HURT):
        found = _STILL.first(speech)
    if found is None or _OVER_OR_OTHERWISE.first(speech) is not None:
        return False
    of_self = speech.words[found.start] in ("i", "am", "having")
    return not (of_self and "breathe" in words and not words.isdisjoint(_HEAT))
