"""Pure. What tells of a danger beside a no to the question for one: "no, we left the house", "no, the alarm quit".

Such a no may be about this minute and this room only, so that it is asked once more.
"""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_words import ODD
from dialog_brain.understanding.danger.hazard_words import ALARM, SMELL
from dialog_brain.understanding.danger.long_over import cleared_at
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_GONE = any_of(
    "evacuated|evacuating|evacuate",
    "{who} all|already|just|have|did? left|vacated|exited my|our|the house|home|building|apartment",
    "{who} all|already|just|have|had? got|gotten|went|ran|moved|cleared everybody|everyone|them|us|kids out|outside",
    "{who} are|is|got|went|ran|stayed all|already|just? out|outside of? the|our|my house|home|building|apartment",
    "{who} got everybody|everyone|them|us|all|the_kids|my_kids|the_family out|outside",
    "everybody|everyone is all? out|outside",
    "{alarm} just|finally|already|has|it? quit|stopped|hushed|quieted|died|shut_up",
    "silenced|reset|unplugged|disconnected|disabled|disconnecting|muted my|our|the|that ... {alarm}",
    "turned|shut|switched off my|our|the|that ... {alarm}",
    "took|taken|pulled|ripped|yanked|take my|our|the|that ... {alarm} down|off|out",
    "took|taken|pulled|removed|yanked|ripped my|our|the|its? battery|batteries out|from|of?",
    "beeping|hissing|crackling|buzzing just|finally|has|it? quit|stopped",
    "{smell} just|finally|already|has|is|was|have|kind_of? went|gone|cleared|faded|stopped|aired|disappeared|vanished|"
    "dissipated",
    "put my|our|the|that|it|a? fire|flames|blaze out",
    "because|cause|since of? the|that|a|it|they|there|we|i was|is|were? ... "
    "{smell}|smelled|stank|reeked|smoked|smoking",
    "aired it|the_house|the_place|everything out",
    "{crew} is|are|was|were|has|have|just|already|did|got? here|out_here|coming|came|left|there|on_the_way|"
    "on_their_way|shut|turned|capped|red_tagged|tagged|locked",
    "shut|turned|cut|switched the|my|our gas|gas_valve|propane off",
    "called 911|nine_one_one|the_fire_department|the_gas_company",
    "red tagged|tag",
    who=f"i|we|they|he|she|{FAMILY}|everybody|everyone|kids|family|tenants",
    alarm=ALARM,
    smell=f"{SMELL}|smoke|fumes|fire|haze",
    crew="fire_department|firemen|firefighters|fire_guys|fire_truck|fire_trucks|gas_company|gas_man|gas_guy|gas_people|"
    "fire_department's|gas_company's|gas_man's|firemen's|fire_truck's",
)
_AT_THE_END = any_of(
    "{who} all|already|just|have? left",
    "{who} all|already|just|have? got|went|ran out|outside",
    "put it|them out",
    "shut|turned|cut|switched off the|my|our gas|gas_valve|propane",
    who="i|we|everybody|everyone",
)
""" "We left", "I put it out"; "we left the windows open" and "I turned off the gas heater" tell of none."""
_MAY_FOLLOW = wordset(
    "already just in case to be safe with a the extinguisher myself ourselves now before i we called too"
)
_SIGNS = any_of(
    "something|something's|outlet|panel|wall is|feels|seems|gets|smells|getting? really|very|kind_of|so? "
    "hot|warm|weird|strange|funny",
    "{alarm} ... is|shows|has|turned|was red|blinking|flashing",
    "{alarm} has|shows a? red light",
    "red light ... {alarm}",
    "but it|something|everything|house smells|stinks kind_of|really|a_little|a_bit? {odd}",
    "{who} are|is all? sick|ill|throwing_up|vomiting",
    "just|only|but a|an|this|my|these|some|bad|slight|little? headache|headaches",
    "just|only|but|do|feel|feels|feeling|am|are|is a_little|a_bit|kind_of|kinda? dizzy|nauseous|lightheaded|"
    "light_headed|woozy",
    "have|has|got|had|getting a|bad|all? headache|headaches",
    alarm=ALARM,
    odd=ODD,
    who="we|they|everybody|everyone|kids|family",
)
_HARMLESS_THERE = any_of(
    "last week|month|year|summer|winter|fall|spring",
    "out|outside at|in|of town|school|work|play|playing|class|college|camp|church|"
    "the_yard|the_pool|the_country|the_lake",
    "sick|ill of",
    "sick|ill with|from ... cold|flu|bug|covid|strep|allergies",
    "wall is|feels|gets hot|warm by|near|behind|around|next_to my|our|the ... heater|furnace|stove|oven|pipe|dryer|"
    "fireplace|boiler|radiator",
)
"""What was over long ago, or is nothing but everyday; said beside anything of this minute it clears nothing."""
_OF_NOW = wordset("now today still again tonight just")
_TABLES: tuple[Phrases[bool], ...] = (_GONE, _AT_THE_END, _SIGNS)
_HARMLESS = wordset("thermostat remote trash garbage message weeks months years")


def may_still_be_there(speech: Speech) -> bool:
    """Whether the answer to the question about dangers tells that there was one, though none is named as present."""
    if all(table.absent(speech) for table in _TABLES) or cleared_at(speech) >= 0:
        return False
    if not _HARMLESS.isdisjoint(speech.words):
        return False
    for clause in clauses(speech):
        said = speech.words[clause.start : clause.end]
        if _HARMLESS_THERE.first(speech, clause.start, clause.end) is not None and _OF_NOW.isdisjoint(said):
            continue
        for table in _TABLES:
            found = table.first(speech, clause.start, clause.end)
            if found is None or (
                table is _AT_THE_END and not _MAY_FOLLOW.issuperset(speech.words[found.end : clause.end])
            ):
                continue
            first = clause.start + (speech.words[clause.start] == "no")
            if not negated(speech, clause._replace(start=min(first, found.start)), found.start, found.end):
                return True
    return False
