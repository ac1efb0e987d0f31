"""Pure. Dangers told by what they do over a whole turn: people who feel ill at home, "now I smell it"."""

from __future__ import annotations

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.affirmed import affirmed
from dialog_brain.understanding.danger.hazard_words import ALARM
from dialog_brain.understanding.danger.played_down import is_played_down
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

ILL = any_of(
    "dizzy|dizziness|lightheaded|nauseous|nausea|nauseated|woozy|headache|headaches|migraine|migraines|vomiting|"
    "vomit|unconscious|fainted|fainting|collapsed|staggering|stumbling|wobbly|limp|lethargic|confused|drunk",
    "head is|has? been? killing|hurting|pounding|splitting|spinning",
    "head|heads|chest hurts|hurt|hurting|aches|aching|tight|pounding|is_pounding|is_killing|is_splitting|is_spinning",
    "pounding|splitting head",
    "short of breath",
    "hard|trouble|difficulty|struggling to? breathe|breathing|catch",
    "not catch my|our|his|her|their breath",
    "been|getting|got|sick sick|to_my|to_our",
    "light headed",
    "eyes|throat|nose|lungs is|are burning|watering|stinging",
    "eyes|throat|nose|lungs burn|burns|sting|stings|water|tear",
    "like ... flu",
    "everybody|everyone|everybody's|everyone's|all|both ... flu",
    "throwing|threw|thrown up",
    "passed|passing|passes|blacked|knocked out",
    "feel|feels|feeling|felt|makes|making|made ... sick|faint|drowsy|ill|flu|sleepy|weak|queasy|off|drunk",
    "dizzies|floppy|groggy",
    "having|had|got|have what_looks_like? the|a flu|hangover",
    "hungover",
    "hung over",
    "everybody|everyone|kids is|are? all|getting|so? sleepy|drowsy",
    "head|heads is|are? boom",
    "real|really|so|very|too|kinda|kind_of sleepy",
    "head is? swimming|banging|throbbing|like_a_drum",
    "head like a drum",
    "legs|arms ... lead|jelly|rubber",
    "lips|fingers ... tingly|tingling|numb",
    "seeing double",
    "ears are|is|just? ringing",
    "mumbling|terrible_head|bad_head|pukey|puking|puked|barfing|queasy|loopy|foggy",
    "skull|temples|head ... bust|busting|burst|bursting|explode|exploding|vise|band",
    "not stand|walk|think_straight|see_straight",
    "talking funny|crazy|nonsense|slurred",
    "sleepy and pink|red",
    "band around",
    "head on me|us|him|her",
    "heaving|heaved|poorly|tummy_ache",
    "black spots|dots",
    "feel|feels|feeling|felt funny|strange|weird|rubbery",
    "legs|knees ... rubbery|wobbly|noodles",
    "feel|feels|feeling funny|awful ... sleepy|sick|weak|lie",
    "waking|wake|woke up? sick|groggy",
)
_BURNS_FUEL = any_of(
    "furnace|furnaces|heater|heaters|heating|boiler|fireplace|generator|stove|oven|pilot|flue|chimney|charcoal|kerosene|salamander|"
    "hibachi",
    "heat is|has_been? on|running|comes_on|kicks_on|came_on|kicked_on|turns_on|runs",
    "turn|turned|turning|run|running the|our|on|my ... heat",
)
_RUNS = any_of(
    "furnace|heater|heat|heating|boiler|fireplace|generator|stove|oven .. on|going|running|kicks|runs|comes|"
    "started|starts"
)
_ELSEWHERE = any_of(
    "better|fine|okay|stop|stops|stopped|away|clears ... outside|leave|leaves|left|leaving|out|work|school",
    "not anywhere|nowhere else",
    "only|just at_home|in_the_house|in_this_house|inside|in_here",
    "go|goes|going|went ... ... clears|better|fine|gone|lifts",
    "clears|cleared right? up",
    "outside|leave|leaves|leaving|out|work|school ... better|fine|okay|stops|away",
)
""" "It stops when we leave the house"."""
_GRAVE = any_of(
    "fainted|collapsed|unconscious",
    "passed|blacked|knocked out",
    "found ... not|unresponsive",
)
WILL_NOT_WAKE = any_of("will|can|could|would|does not ... wake|waking|respond|breathe")
_TOGETHER = wordset(
    "since when whenever after from makes making made everybody everyone we all family kids both us "
    "near beside next by smell fumes dog cat baby bird birds pet pets "
    "unvented ventless salamander kerosene generator shut closed"
)
""" "Dizzy since the furnace came on", "we all have headaches": the cause, or more than one who is ill."""
_MANY = any_of(
    "everybody|everyone|we_all|all_of_us|both_of_us|whole_family|whole_house|entire_family",
    "we|us|are|have all|both",
    "two|three|four|both|several of my|us|the|our",
    "so does|do|is|are|has|have my|the|our|his|her|everybody|everyone|both|he|she",
    "both|all have|got|feel|have_got",
    "has|have|got one|it|them too|also",
    "me|wife|husband|i|family and the|my kids|wife|husband|children|family|dog|son|daughter|baby",
)
_BY_THE_HEAT_OF_THE_DAY = wordset("ac conditioner conditioning cooling hot degrees sweating sweltering humid")
""" "The AC is out and we all feel faint" tells of the weather."""
IT = any_of(
    "smell|smells it|everywhere|all_over",
    "smell|smelling it|something",
    "fireplace|stove|oven|dryer|heater|furnace smells|stinks|reeks real|really|so|very|pretty? "
    "strong|bad|terrible|awful|horrible",
    "is|got|have a|an|this|some|that smell|odor|stench",
    "strong|funny|weird|odd|strange|bad|awful|horrible|nasty smell|odor|stench|fumes",
    "smell is|it|gets|getting|keeps ... strong|stronger",
    "room|house|place|closet|basement|garage|kitchen|whole|it|everything just|really|kind_of? "
    "reeks|stinks|smells|smelling",
)
_GIVES_GAS = wordset("pilot gas propane burner stove valve tank meter")
SMELLS_OF = wordset(
    "musty moldy mildew mold dusty dust dirty sock socks sewer sewage dog dogs wet paint vinegar pee urine cat mouse "
    "rat dead food cooking perfume bleach candle fine good nice drain drains toilet toilets septic poop garbage trash"
)
"""Where a house smells of these, or of nothing, the gas that was told of as well is not what it smells of."""
_FEW_WORDS = 9
"""Of an answer to the safety question that tells of nothing else: "I'm feeling really dizzy"."""


def told_by_symptoms(speech: Speech, *, asked_safety: bool) -> Hazard | None:
    """The danger behind what a turn tells, where none is named and nothing of it is denied."""
    words = frozenset(speech.words)
    if not words.isdisjoint(_OF_GAS) and not words.isdisjoint(_ALARMS) and words.isdisjoint(_BATTERY):
        if affirmed(_SOUNDS, speech):
            return "CO_EVENT"
    elif "water" not in words and _SHUT_OFF.first(speech) is not None and affirmed(_LEAKS, speech):
        return "GAS_LEAK"
    if words.isdisjoint(SYMPTOMS) or is_played_down(speech):
        return None
    another = smells_of_another(speech, asked_safety=asked_safety)
    if not words.isdisjoint(_GIVES_GAS) and not another and affirmed(IT, speech):
        return "GAS_LEAK"
    by_fuel = _BURNS_FUEL.first(speech) is not None
    runs = _RUNS.first(speech) is not None
    if runs and WILL_NOT_WAKE.first(speech) is not None:
        return "CO_EVENT"
    gravely = by_fuel and _GRAVE.first(speech) is not None
    together = runs or gravely or (by_fuel and not words.isdisjoint(_TOGETHER)) or _ELSEWHERE.first(speech) is not None
    many = _MANY.first(speech) is not None and (by_fuel or words.isdisjoint(_BY_THE_HEAT_OF_THE_DAY))
    if _FLU.first(speech) is not None:
        return None
    bluntly = asked_safety and len(speech.words) <= _FEW_WORDS and words.isdisjoint(_BY_THE_HEAT_OF_THE_DAY)
    return "CO_EVENT" if (together or many or bluntly) and affirmed(ILL, speech) else None


_FLU = any_of(
    "flu|bug|virus|covid|strep is|was? going|went|goes round|around",
    "tested us|me|him|her|positive|both",
    "flu shot|shots|season",
    "had the? flu|covid",
)
""" "We've all got the flu, the doctor tested us": told by who knows."""
_SHUT_OFF = any_of(
    "shut|shuts|turned|cut|capped|locked|closed|shutting|turning off? the|our|my|her|his? "
    "gas|propane|gas_line|gas_valve|meter off?",
    "gas|propane|gas_line|gas_valve|meter is|was|got|has_been|had_to_be shut|turned|cut|capped|locked off?",
)
_ALARMS = frozenset(ALARM.split("|"))
_OF_GAS = wordset("monoxide co carbon")
_BATTERY = wordset("battery batteries")
_SOUNDS = any_of(
    "it|that|they|one|thing is|are|was|keeps|kept|just|started still|been? going|beeping|sounding|blaring|"
    "screaming|shrieking|wailing|ringing",
    "it|that|they|one|thing just? went|goes off",
)
""" "Is that the carbon monoxide alarm? Yeah, it's going off"."""
_LEAKS = any_of(
    "it|that|gas|propane|line|pipe|valve|meter|hose is|was|were|has_been|had_been? leaking|leaks|leaked",
    "because_of|due_to|for|found|detected|finding a|the? leak",
)


def smells_of_another(speech: Speech, *, asked_safety: bool) -> bool:
    """Whether a thing is named that the house smells of instead: not where it is denied ("nobody's cooking").

    "It stinks, but not of gas" is enough, and "no gas" where that was asked: else it may be a stove that gives none.
    """
    denied = NOT_OF_GAS.first(speech)
    if denied is not None and (asked_safety or speech.words[denied.start] == "not"):
        return True
    words = speech.words
    return any(
        word in SMELLS_OF
        and _NONE.isdisjoint(words[max(0, place - 3) : place])
        and not (word in _PETS and words[max(0, place - 1)] in _OWN)
        for place, word in enumerate(words)
    )


NOT_OF_GAS: Phrases[bool] = Phrases(
    {True: ["no|not of|like|any|the? gas|propane"], False: ["just|only the|a|an|some|that? {other}"]},
    other="|".join(sorted(SMELLS_OF)),
)
"""False: enough without a smell, as in "just sewage"."""
_NONE = wordset("nobody not no none never")
_PETS = wordset("dog dogs cat baby")
_OWN = wordset("the my our his her")
""" "It stinks, the dog won't go near it": of no dog."""


def smells_of_what(speech: Speech, *, denied: bool) -> bool:
    """Whether a smell is told of, and neither gas nor what harms nobody: it is there again, or it is not gas."""
    told = SMELLS_OF.isdisjoint(speech.words) and (denied or _BACK.first(speech) is not None)
    return told and affirmed(_ANY_SMELL, speech)


_ANY_SMELL = any_of(
    "a|an|the|that|this|some|slight|faint|little|strong|funny|weird|odd|strange|bad smell|odor|stench|scent",
    "it|something|everything|house|room|place|kitchen|basement smells|smelled",
    "i|we|can smell|smelling it|something",
)
_BACK = any_of(
    "smell|odor|stench is? back|returned|there_again|coming_back",
    "smell|odor|stench came back",
)
SYMPTOMS = ILL.telling | IT.telling | WILL_NOT_WAKE.telling | _ANY_SMELL.telling
"""Without any of these words nothing is told by symptoms."""
