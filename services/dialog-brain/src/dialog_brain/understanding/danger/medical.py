"""Pure. Somebody whose life is in danger while the building is safe: not breathing, chest pain, violence."""

from __future__ import annotations

from collections.abc import Iterator

from dialog_brain.understanding.danger.not_ill import ELDERS, KIN, PEOPLE, Sign, is_no_patient
from dialog_brain.understanding.danger.symptoms import ILL
from dialog_brain.understanding.language.clauses import Clause, clauses, negated
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_OTHERS = f"{KIN}|he|she"
_IS = "is|are|am|was|has|have|had|just"
_SIGNS: Phrases[Sign] = Phrases(
    {
        "silent": [
            "{others} .. unresponsive",
            "{others} {_is}|in_law|fell|stopped ... not ... responding|responsive|answering_me|talking",
            "{others} will|can|could|does|would not respond",
            "{others} ... not responding|responsive",
        ],
        "ill": [
            "unconscious",
            "{others} .. convulsing|choking|seizing|overdosed|overdosing",
            "{others}|i|they .. fainted|collapsed",
            "{others}|i|they .. passed out",
            "{others} .. blacked out",
            "{others}|i|they am|is|are|was just? going_to|about_to just|probably? faint|pass_out|collapse",
            "feel|feels|feeling like i|she|he am|is|may|might|could|will? just? going_to|about_to|gonna? just? "
            "faint|pass_out|collapse",
            "{others} is|was|got|has_been knocked out",
            "{others} {_is}|in_law|fell|stopped ... not ... breathing|breathe|conscious|moving|waking|awake",
            "{others} ... not breathing|breathe|conscious",
            "{others}|i|i'm is|are|am|has|have|can|could hardly|barely|stopped|quit|not breathing|breathe|breath",
            "{others} stopped|quit breathing",
            "{others} will|can|could|does|would not wake|breathe",
            "{others} ... not waking",
            "fever|feverish|vomiting|throwing_up ... ... not wake|waking|respond|responding|breathing|breathe",
            "{others} is|are|has_gone|went|got all? limp",
            "can|could not wake {kin}|him|her|my|them|the_baby up?",
            "having ... trouble|difficulty|hard_time breathing|to_breathe",
            "struggling|gasping|fighting to|for breathe|breath|air",
            "{others} .. no breathe|breathing|breath|wake|wake_up|wakes",
            "{others} ... fall|falls|fell|fallen|down ... no talk|talking|move|moving|answer|wake|get_up",
            "no respira|despierta",
            "no puede|puedo|pueden respirar",
            "chest pain|pains|tightness|pressure|discomfort",
            "tight|tightness in? my|his|her|their|the? chest",
            "{others}|i feel|feels|feeling|felt so|very|really|pretty|a_bit|a_little|kind_of? faint",
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
            "{others} is|has? turning|turned|going|went|gone all|completely? blue|gray|purple",
            "slurring|slurred speech|words|her|his",
            "{others} ... fell|fallen|floor ... not ... answer|answering|move|moving|respond|responding|talking|waking|"
            "get_up",
            "{others}|i|kid|baby fell|fallen|tripped|slipped ... hit|hurt|banged|cracked|split|struck "
            "my|his|her|their|the head",
            "{others}|i|he|she is|has|have|just? just? fell|fallen off|from|out_of|through|down of? "
            "the|a|my|our|your|his|her|that? attic|back|front|basement|cellar|second_story|second_floor? "
            "{heights}",
            "{others} ... shivering|shaking|shaky ... confused|disoriented|slurring|drowsy|delirious|incoherent",
            "{others} ... confused|disoriented|drowsy|delirious|incoherent ... shivering|shaking|shaky",
            "{elders} is on|on_the floor|ground",
            "{elders} is down|lying|laying? on the floor|ground",
            "found {kin}|him|her ... floor|unresponsive",
            "{others} is|went in|into labor",
            "a|medical medical_emergency|emergency_medical",
            "is|have medical_emergency",
            "need|needs|send|want|call|get an|a|the? ambulance|paramedic|paramedics|medics",
            "oxygen|breathing|dialysis concentrator|machine|machine's|tank|pump? is|has|just? just? {fails}",
            "his|her|mother's|mom's|father's|dad's|husband's|wife's|son's|daughter's ventilator|respirator "
            "is|has|just? just? {fails}",
        ],
        "muddled": [
            "{others} ... confused|disoriented|delirious|incoherent|rambling|babbling",
            "{others} ... not making ... sense",
            "{others} ... talking nonsense|crazy|gibberish",
            "{others} is|are|has|keeps? acting|talking really|very|kind_of|all? strange|strangely|drunk",
        ],
    },
    others=_OTHERS,
    kin=KIN,
    elders=ELDERS,
    _is=_IS,
    heights="ladder|roof|attic|ceiling|scaffold|scaffolding|balcony|stairs|steps|window|tree|stairwell|stepladder",
    fails="quit|quit_working|died|stopped|stopped_working|failed|shut_off|shut_down|not_working|not_running|went_out|"
    "cut_out|dead|off|out|going_off",
)
""" "silent" tells only that somebody does not answer; "muddled" is one of illness where it is hot or cold."""
_HARM = any_of(
    "kill|killing|harm|harming myself|himself|herself|themselves|ourselves",
    "going_to|gonna|want_to|wants_to|trying_to|tried_to|might hurt|hang|shoot|cut|burn "
    "myself|himself|herself|themselves",
    "end|ending|take|taking my|his|her own? life",
    "suicidal|suicide",
    "not want|wish to? live|be_alive|be_living anymore|any_more|any_longer?",
    "not worth living",
    "{attacker} is|are|just|keeps|keep|has|was? {strikes} me|us|him|her|them|{victim}",
    "{attacker} ... threatening|attacking|assaulting|stabbed|stabbing|shooting|strangling me|us|him|her|them|{victim}",
    "{attacker} has|have|got|with|holding|pulled|waving|pointing a|his|her|the|out_a? "
    "gun|knife|rifle|shotgun|pistol|machete|weapon",
    "being|was|got|been|am just? attacked|assaulted|beaten_up|held_hostage|stabbed|robbed_at|shot",
    "{attacker} is|are just? breaking|busting|climbing in|into|through",
    "{attacker} is|are trying_to break|get|come in|into|through|inside",
    "intruder|intruders|prowler|home_invasion|home_invader",
    "there is|are a? burglar|burglars|robber|robbers|stranger in|inside|at",
    attacker=f"{KIN}|he|she|they|man|men|guy|someone|somebody|boyfriend|girlfriend|ex|stranger|burglar|neighbor|"
    "roommate|intruder|people|person",
    victim="my_wife|my_husband|my_mom|my_mother|my_dad|my_father|my_son|my_daughter|my_sister|my_brother|my_kids|"
    "my_baby|each_other|the_kids|his_wife|her_husband|his_girlfriend|his_kids|her_kids|his_mom|her_mom",
    strikes="hitting|beating|hit|beat|punched|punching|kicking|choking|choked|hurting|beating_up|slapping|"
    "going_to_hurt|trying_to_kill|trying_to_hurt",
)
"""Who is hurt, hurts themselves or is about to be, or has somebody in the house who came in by force."""
_OVER = wordset(
    "yesterday ago last stole stolen stealing copper before years used once movie show fee fees bill bills price "
    "prices charge charges charged quote"
)
""" "Somebody broke in last week and stole the condenser", "they keep hitting us with fees"."""
_RUNS_ON = wordset("touch contact line with the on up down")
""" "Trying to get in touch", "he hit me up"."""
_NEAR = 4
_HURT = wordset("fell fallen blood bleeding")
_STILL = any_of(
    "{others}|they|and|but will|can|could|does|is not answer|answering|respond|responding|talk|talking|wake",
    "{others}|they will|can|could|does|is not move|moving|get_up|say_anything|open",
    others=_OTHERS,
)
""" "She fell, and there's blood, and she won't answer": of somebody who is hurt, anywhere in the turn."""
_HEAT = wordset("hot heat stuffy humid sweltering degrees here")
""" "It's so hot I can't breathe in here" complains of the weather."""
_BY_WEATHER = _HEAT | wordset("ac air cooling cool cold freezing furnace heater burning boiling ninety hundred summer")
"""Where one of these is spoken of, somebody who is confused may be ill of it."""
TELLING = _SIGNS.telling | _HARM.telling | _HURT
"""Without any of these words nobody's life is told to be in danger."""
_PREDICATES = wordset(
    "not just having had got been really very so all still barely hardly now stopped quit about going on down lying "
    "laying passed fainted collapsed choking unconscious unresponsive convulsing seizing overdosed overdosing blacked "
    "knocked bleeding turning turned gone gasping struggling fighting slurring confused disoriented delirious "
    "incoherent rambling babbling drowsy shivering shaking fallen acting talking limp burning completely suddenly"
)
"""After "my son's" they say what he is or has, and no thing of his."""


def told_medical(speech: Speech) -> bool:
    """Whether the turn tells of somebody who needs an ambulance now."""
    if TELLING.isdisjoint(speech.words):
        return False
    speech = _with_kin_opened(speech)
    if any(_stands(speech, clause, sign) for clause, sign in _signs(speech)):
        return True
    if _told_of_harm(speech):
        return True
    hurt = next((place for place, word in enumerate(speech.words) if word in _HURT), None)
    if hurt is None or _STILL.first(speech) is None:
        return False
    told = next(clause for clause in clauses(speech) if clause.end > hurt)
    return not is_no_patient(speech, told, Found[Sign]("ill", hurt, hurt + 1))


def feels_ill(speech: Speech) -> bool:
    """Whether somebody is dizzy, faint or sick, if only one: it may be the air."""
    return any(not negated(speech, clause, found.start, found.start) for clause, found in _ill(speech))


def _ill(speech: Speech) -> Iterator[tuple[Clause, Found[bool]]]:
    for clause in clauses(speech):
        for found in ILL.all(speech, clause.start, clause.end):
            yield clause, found


def _told_of_harm(speech: Speech) -> bool:
    """Whether somebody does violence to themselves or to others: said in earnest or not, it is no matter of ours."""
    if not _OVER.isdisjoint(speech.words):
        return False
    for clause in clauses(speech):
        for found in _HARM.all(speech, clause.start, clause.end):
            near = Clause(max(clause.start, found.start - _NEAR), clause.end)  # "if nobody comes I'll kill myself"
            runs_on = not _RUNS_ON.isdisjoint(speech.words[found.end : found.end + 1])
            if not runs_on and not negated(speech, near, found.start, found.start):
                return True
    return False


def _signs(speech: Speech) -> Iterator[tuple[Clause, Found[Sign]]]:
    for clause in clauses(speech):
        for sign in _SIGNS.all(speech, clause.start):
            if sign.start < clause.end:
                yield clause, sign


def _stands(speech: Speech, clause: Clause, sign: Found[Sign]) -> bool:
    """Whether somebody is in danger by this sign."""
    words = speech.words
    if negated(speech, clause, sign.start, sign.start) or "if" in words[clause.start : sign.start]:
        return False
    if sign.meaning == "muddled" and _BY_WEATHER.isdisjoint(words):
        return False
    of_self = words[sign.start] in ("i", "am", "having")
    if of_self and "breathe" in words[sign.start : sign.end] and not _HEAT.isdisjoint(words):
        return False
    return not is_no_patient(speech, clause, sign)


def _with_kin_opened(speech: Speech) -> Speech:
    """ "My son's choking" as "my son is choking"; "my son's room" is kept."""
    words, raw, stops = list[str](), list[str](), list[str]()
    for place, word in enumerate(speech.words):
        who = word.removesuffix("'s")
        if who == word or who not in PEOPLE or _PREDICATES.isdisjoint(speech.words[place + 1 : place + 2]):
            words.append(word)
        else:
            words.extend((who, "is"))
            raw.append(speech.raw[place])
            stops.append("")
        raw.append(speech.raw[place])
        stops.append(speech.stops[place])
    return Speech(tuple(words), tuple(raw), tuple(stops))
