"""Pure. Dangers that a caller names: phrases, never bare words, with negation scoped to its statement."""

from __future__ import annotations

from typing import Literal, NamedTuple

from calllock.contracts.events import Hazard
from dialog_brain.understanding.clauses import Clause, clauses, negated
from dialog_brain.understanding.phrases import Found, Phrases
from dialog_brain.understanding.symptoms import poisoned
from dialog_brain.understanding.words import Speech, wordset

_SMELL = "smell|smells|smelling|smelled|smelt|stinks|stink|reeks|odor|odour|whiff|scent|fumes"
_ALARM = "alarm|alarms|detector|detectors|sensor|monitor"
_SOUNDS = (
    "going|goes|went|gone|beeping|beeps|beeped|beep|sounding|sounds|ringing|rings|chirping|chirps|blaring|screaming|"
    "triggered|activated|tripped|buzzing|screeching|shrieking|alarming|saying|says|reads|reading|shows|showing|"
    "alerting|on"
)
_BURNT = "burning|burnt|burned|smoke|smoky|smoldering|melting|melted|scorched|singed"
_STUFF = "wire|wires|wiring|plastic|rubber|insulation|electrical|outlet|cable|motor|cord"
_MACHINE = (
    "unit|furnace|ac|heater|system|conditioner|condenser|motor|blower|fan|outlet|panel|breaker|thermostat|vent|wire|"
    "wires|boiler|compressor|handler|pump|it|something|box|disposal|dryer|duct|vents"
)

_NAMED: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": [
            "{smell} gas",
            "{smell} ... gas|propane|gassy",
            "gas i|we ... {smell}",
            "gas|propane {smell}",
            "gas|propane is|was? {smell}|leaking|escaping|hissing|coming",
            "gas|propane leak|leaks|leaking|leakage",
            "leaking gas|propane|natural_gas",
            "leak in|on|from|of the|my|a|our? gas|propane",
            "gas|propane line|pipe|valve|meter is|was? leaking|hissing|broke|broken|ruptured|cut|hit",
            "hit|cut|broke|ruptured the|a|our|my gas line|pipe|main",
            "rotten|bad|spoiled egg|eggs",
            "{smell} ... egg|eggs|sulfur|sulphur|sulfuric",
            "sulfur|sulphur|sulfurous|egg|eggy {smell}",
            "gas|propane tank|cylinder|bottle|grill is|was? leaking|hissing",
            "hissing",
        ],
        "CO_EVENT": [
            "carbon_monoxide|monoxide|co|c_o|co2|co_two {alarm} ... {sounds}",
            "carbon_monoxide|monoxide|co|c_o {alarm} is|was|keeps? {sounds}",
            "{sounds} ... carbon_monoxide|monoxide|co|c_o {alarm}",
            "carbon_monoxide|monoxide|co|c_o {alarm} will|does|would not stop|quit|shut",
            "{alarm} for|of|says|reads|detected|detects ... carbon_monoxide|monoxide",
            "carbon monoxide",
            "monoxide",
            "co poisoning|leak",
        ],
        "ELECTRICAL_FIRE": [
            "burning|burnt|burned|smoky|smoke|scorched {smell}",
            "{smell} ... {burnt}|burn",
            "{smell} of|like ... fire",
            "something|someone ... burning|burnt|smoldering|smoking",
            "{stuff} ... burning|melting|melted|burnt|smoking|sparking|sparks",
            "burning|melting|melted|burnt|smoking|sparking ... {stuff}",
            "smoke|smoking|fumes coming|from|in|out|inside|everywhere|billowing|pouring|filling|rising|all",
            "blowing|puffing|spewing|emitting|putting_out|throwing_out smoke|sparks",
            "smoke came|comes|poured|pours out|from",
            "hot|buzzing|humming|popping|crackling and smoking|sparking",
            "smoke is|was coming|pouring|billowing|everywhere|rising|filling",
            "see|seeing|saw|is|have|having|got|getting|some|lot_of|little|bit_of|of|white|black|gray|grey|thick|with|"
            "puffs_of|much smoke",
            "{machine} is|was|are|started|starts|keeps|just? smoking|smokes|smoked|sparking|sparked|sparks|burning",
            "sparking|arcing|smoldering|smouldering",
            "{machine}|wall|ceiling|attic|walls|cord|plug|switch|lights|meter|garage|house|kitchen|basement|closet ... "
            "smoking|sparking|melting|smoldering|scorched|burning_up|charred|arcing",
            "see|seeing|saw|throwing|flying|shooting|making|some|with|of|are|is|were|was|had|getting sparks|sparking",
            "sparks is|are? coming|flying|shooting|from|in|out",
            "just|only some|a_little|the|a_bit_of? smoke|sparks|fire|flames",
            "on fire",
            "caught|catching|catches|catch fire",
            "is|a|see|saw|seeing|have|electrical|small|electric|of|open fire",
            "see|seeing|saw|is|are|with|in|of flames|flame_coming",
            "flames coming|shooting|from",
            "smoke|fire {alarm} ... {sounds}",
            "smoke|fire {alarm} is|was|keeps? {sounds}",
            "{sounds} ... smoke|fire {alarm}",
            "smoke|fire {alarm} will|does|would not stop|quit|shut",
        ],
    },
    smell=_SMELL,
    alarm=_ALARM,
    sounds=_SOUNDS,
    burnt=_BURNT,
    stuff=_STUFF,
    machine=_MACHINE,
)
_SOME_ALARM: Phrases[Hazard] = Phrases(
    {"CO_EVENT": ["alarm|alarms|detector|detectors ... going_off|goes_off|went_off|sounding|beeping|blaring|screaming"]}
)
_ANSWERS: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": ["gas", "gas {smell}", "natural gas", "propane", "gas leak", "hissing", "the {smell}"],
        "CO_EVENT": ["carbon monoxide", "co", "co {alarm}", "carbon_monoxide {alarm}", "alarm", "alarms", "detector"],
        "ELECTRICAL_FIRE": [
            "smoke",
            "burning",
            "something? burning",
            "burning {smell}",
            "sparks",
            "fire",
            "flames",
            "smoke {alarm}",
        ],
    },
    smell=_SMELL,
    alarm=_ALARM,
)
"""Enough when it is the whole answer to the safety question."""
_BEFORE_ANSWER = wordset(
    "yes yeah yep yup um uh well i we there is are think a an the some little bit of just maybe like kind sort slight "
    "slightly strong faint do have smell see hear got it that could might may be know my even "
    "only definitely probably actually and also ma'am sir"
)
_AFTER_ANSWER = wordset(
    "yes yeah i think please now right a little bit maybe too also smell at "
    "in my our the house home here anywhere around am not sure certain positive"
)

_OWNED = frozenset(["have", "got"])
""" "We have a smoke detector" tells of no alarm."""
_ONLY = frozenset(["just", "only"])
_HARMLESS_NEXT = wordset(
    "furnace furnaces stove heater heaters heat heating company companies station bill bills grill fireplace "
    "range oven "
    "water unit units logs log dryer boiler powered appliance appliances guy man bottle tank card station pack"
)
_HARMLESS: Phrases[Literal["thing", "talk"]] = Phrases(
    {
        "thing": [
            "gas leak detector|detectors|test|tests|testing|inspection|inspections|detection|check|checks|repairs",
            "fire|smoke department|station|extinguisher|sprinkler|sprinklers|free|test|break|shop",
            "fire place|pit|wood|works",
            "smoking hot",
            "smoke|fire {alarm} ... chirping|chirps|chirp",
            "burning a_lot_of|too_much|so_much|lots_of",
            "burning up|hot|fuel|oil|wood|money|through|electricity",
            "burglar|security|car|door|clock|pump|septic|water|flood|float|freezer|sump {alarm}",
            "{alarm} clock|company|system_company",
            "toilet|faucet|tap|radiator|sink|shower|refrigerant|freon ... hissing",
            "hissing ... toilet|faucet|tap|refrigerant|freon|radiator|tire",
        ],
        "talk": [
            "do|can you guys|folks|all? do|handle|install|sell|offer|replace|check|test|inspect|service",
            "how much",
            "what is|does carbon_monoxide|monoxide|co",
            "install|installed|installing|installation|replace|replaced|replacing|buy|battery|batteries ... {alarm}",
            "{alarm} ... install|installed|replaced|installation|batteries|battery",
            "low batteries|battery",
            "last month|year|winter|summer|fall|spring|season",
            "months|years ago",
            "used to",
            "is|was|got|been|already fixed|repaired|resolved",
        ],
    },
    alarm=_ALARM,
)
"""A thing is harmless where it is named; talk of trade, past and repair makes its whole statement harmless."""
_TAKEN_BACK: Phrases[bool] = Phrases(
    {
        True: [
            "never mind",
            "nevermind",
            "false alarm",
            "it|that is|was just|only|actually|probably? the|my|our|a|his|her|somebody's|neighbor's ... toaster|toast|"
            "oven|stove|cooking|kitchen|dinner|bacon|candle|candles|grill|barbecue|fireplace|cigarette|incense|trash|"
            "neighbor|neighbors|dog|popcorn|food|garbage",
            "it|that is|was nothing",
            "turned|turns out",
            "i was wrong|mistaken|imagining|kidding|joking",
            "just kidding|joking",
            "my mistake",
            "scratch that",
            "take that back",
            "misspoke",
        ]
    }
)


class Heard(NamedTuple):
    """What a turn says of dangers: the one that stands, whether one was denied, whether one was taken back."""

    hazard: Hazard | None
    denied: bool
    withdrawn: bool


_CRIES = (("fire",), ("a", "fire"), ("fire", "fire"), ("smoke",))
"""Enough as a whole turn, whatever was asked."""
_SETS_ASIDE = ("never", "nevermind")
"""Of themselves these set anything aside: they take a danger back only where one was told."""
_QUIET = Heard(None, denied=False, withdrawn=False)
_TELLING = _NAMED.beginnings | _SOME_ALARM.beginnings | _TAKEN_BACK.beginnings
"""Without any of these words nothing is told of dangers unless we asked."""


def heard_hazard(speech: Speech, *, asked_safety: bool) -> Heard:
    """The danger that stands at the end of the turn; the latest statement wins."""
    if not asked_safety and _TELLING.isdisjoint(speech.words) and speech.words not in _CRIES:
        return _QUIET
    standing: Hazard | None = None
    denied = withdrawn = carried = False
    for clause in clauses(speech):
        named, no = _in_clause(speech, clause, asked_safety=asked_safety)
        if no is None and carried and named is not None and not _has_subject(speech, clause):
            no = True
        carried = bool(no)
        if named is not None and not no:
            standing = standing if standing is not None and not withdrawn else named
            withdrawn = False
        elif no:
            denied = True
            withdrawn = withdrawn or standing is not None
        taken_back = _TAKEN_BACK.first(speech, clause.start, clause.end)
        if taken_back is not None and (standing is not None or speech.words[taken_back.start] not in _SETS_ASIDE):
            withdrawn = True
    if standing is None and poisoned(speech):
        standing = "CO_EVENT"
    return Heard(None if withdrawn else standing, denied, withdrawn)


_SUBJECTS = wordset("i we there my the it but now so yes yeah just only")


def _has_subject(speech: Speech, clause: Clause) -> bool:
    begins = [word for word in speech.words[clause.start : clause.start + 2] if word not in ("and", "or", "plus")]
    return bool(begins) and begins[0] in _SUBJECTS


def _in_clause(speech: Speech, clause: Clause, *, asked_safety: bool) -> tuple[Hazard | None, bool | None]:
    """The danger named in one statement, and whether it is denied there (None: not by words of its own)."""
    found = _phrase(speech, clause)
    if found is None and (asked_safety or speech.words in _CRIES):
        found = _bare_answer(speech, clause)
    if found is None:
        return None, None
    return found.meaning, negated(speech, clause, found.start, found.end) or None


def _phrase(speech: Speech, clause: Clause) -> Found[Hazard] | None:
    best: Found[Hazard] | None = None
    for table in (_NAMED, _SOME_ALARM):
        for found in table.all(speech, clause.start, clause.end):
            if not _harmless(speech, clause, found) and (best is None or _RANK[found.meaning] < _RANK[best.meaning]):
                best = found
        if best is not None:
            break
    return best


_RANK: dict[Hazard, int] = {"GAS_LEAK": 0, "CO_EVENT": 1, "ELECTRICAL_FIRE": 2}


def _harmless(speech: Speech, clause: Clause, found: Found[Hazard]) -> bool:
    words = speech.words
    if words[found.start] in _SMELL.split("|") and words[found.start + 1] == "gas":
        return False
    following = words[found.end] if found.end < clause.end else ""
    if words[found.end - 1] in ("gas", "propane") and following in _HARMLESS_NEXT:
        return True
    if words[found.end - 1] in ("monoxide", "smoke", "fire") and following in _ALARM.split("|"):
        return True
    return any(
        harmless.meaning == "talk" or (harmless.start < found.end and harmless.end > found.start)
        for harmless in _HARMLESS.all(speech, clause.start, clause.end)
    )


def _bare_answer(speech: Speech, clause: Clause) -> Found[Hazard] | None:
    place = max((at for at in range(clause.start, clause.end) if speech.words[at] in _ONLY), default=clause.start)
    while place < clause.end and speech.words[place] in _BEFORE_ANSWER | {"no", "not", "any", "or", "nope"}:
        place += 1
    if place >= clause.end or speech.words[max(0, place - 1)] in ("i", "we"):
        return None
    found = _ANSWERS.at(speech, place, clause.end)
    if found is None:
        return None
    before = speech.words[clause.start : place]
    if speech.words[found.end - 1] in _ALARM.split("|") and not _OWNED.isdisjoint(before):
        return None
    rest = speech.words[found.end : clause.end]
    return (
        found
        if all(word in _AFTER_ANSWER or word in ("or", "any", "either", "and", "smoke", "gas") for word in rest)
        else None
    )
