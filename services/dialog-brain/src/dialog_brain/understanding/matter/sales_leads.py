"""Pure. Interest in a new system, which a comfort advisor should hear of, and its withdrawal."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BIG = (
    "ac|a_c|air_conditioner|air_conditioning|system|unit|units|furnace|heat_pump|hvac|boiler|condenser|water_heater|"
    "mini_split|minisplit|central_air|equipment|tankless|air_handler|repipe|heater|whole_thing|everything|conditioner|"
    "heating|cooling|sewer_line|remodel|bathroom|whole_system|heating_system|cooling_system|hvac_system|ac_system|"
    "ac_unit|hvac_unit|water_softener|tankless_water_heater|generator|ductwork"
)
_KIND = (
    "new|whole|entire|bigger|better|efficient|replacement|complete|central|high_efficiency|different|old|brand_new|"
    "current|ac|hvac|heating|cooling|gas|tankless|second|full|home|house|outdoor|existing|of_the|home's|heat|air|"
    "ancient|upgraded|more_efficient|much|more"
)
_VERBS = "replace|upgrade|install|swap_out|change_out|put_in|buy|purchase|redo|replacing|upgrading|installing|buying"
_WISH: Phrases[Literal["high_ticket"]] = Phrases(
    {
        "high_ticket": [
            "{verbs} the|my|our|a|an|this|that|your? {kind}? {kind}? {big}",
            "add|adding a|an|another|some? {kind}? {kind}? {big}",
            "{verbs} it|them|everything with a? new|bigger|better",
            "new {kind}? {kind}? {big}",
            "replacement|upgrade|installation|replacing for|of|on|to? the|my|our|a|an? {kind}? {kind}? {big}",
            "{big} replacement|installation|upgrade|replaced|upgraded|install",
            "full|complete|system|total replacement|installation|upgrade|changeout",
            "quote|estimate|bid|price|pricing|proposal|estimates|quotes|prices for|on|of to_replace|replacing|"
            "installing|to_install|replacement|a_replacement|installation|upgrading|a_new|new|an_upgrade",
            "quote|estimate|bid|price|pricing|quotes|estimates for|on a|an|the? {kind}? {kind}? {big}",
            "upgrading|upgrade|switching|moving|going to a|an {kind}? {kind}? {kind}? {big}",
            "in the market for",
            "remodel|remodeling|remodelling|renovate|renovating|redo|redoing ... bathroom|kitchen|bath",
            "new installation|install|construction",
            "need|want|get|have {kind}? {big} installed|put_in",
            "needs|need|want|wants|wanted a|to_be|it|an? full|whole|total|complete? replacement|replaced|upgrade|"
            "upgraded",
            "time for|to a|get|buy? new|replace|upgrade ... one|it|system|unit",
            "go|switch|going|switching to|with a? tankless|heat_pump|ductless|mini_split",
            "convert|switch to|from ... gas|electric|heat_pump|tankless",
        ]
    },
    big=_BIG,
    kind=_KIND,
    verbs=_VERBS,
)
_NOT_ONE = any_of(
    "filter|filters|cover|capacitor|battery|batteries|fuse|belt|part|thermostat|gasket|valve|hose|washer|knob|"
    "faucet|igniter|motor|coil|breaker|anode|element|flapper|handle|thermocouple|cartridge|remote|hard_start",
    "new|more|need|some|get|have freon|refrigerant|coolant|puron",
    "installed|replaced|bought|purchased|got|had|put",
    "last|a_few|couple|two|three|years|months year|month|week|summer|winter|years|ago",
    "just got|installed|bought|replaced|put",
    "is new|brand_new|pretty_new|fairly_new|almost_new|only",
    "my|our|the|this|your new|brand_new",
    "to fix|repair",
    "for|of|on a|the|an? repair|repairs|fix|tune_up",
    "repair estimate|quote",
)
_REPAIR = any_of(
    "just|only|simply fix|repair|mend|patch it|that|this|them|up|the|my|our|what|whatever",
    "fix|fixing|repair|repairing|patch|patching|mend it|that|this|what|the_old|the_current|the_existing|mine",
    "want|need|like|prefer|rather it|that|this|mine|the_old_one .. fixed|repaired|patched",
    "just|only|do|want|need the|a repair",
    "just|only|simply get|have|want|need|getting|having it|that|this|the|my ... fixed|repaired|going|running|working",
    "just|only want|need|like|looking_for|after? a|the? repair|fix",
    "fix|repair|mend|repaired|fixed|repairing|fixing ... instead|for_now|rather",
    "rather|prefer .. fix|repair|fixed|repaired|repairing",
    "rather_than|instead_of ... replace|replacing|replacement|new|buy|buying",
    "not want|need|looking|interested|ready .. new|replacement|replace|replaced",
    "not|no|forget|skip|scrap|hold_off_on|wait_on a|the? new|replacement one|system|unit|ac|furnace|equipment|heater",
    "not a|the? replacement",
    "not replace|replacing",
)
_TOLD = wordset("tried trying came cost costs much worth can could if also")
"""After these a repair is told of or asked about, not wished for; "can you just fix it" wishes for one."""
_MERELY = wordset("just only rather instead simply up")
_OTHER_REPAIRS = wordset("name address street zip time day date spelling number")
""" "Just fix the name" is about the call."""
_STILL = any_of(
    "want|need|like|quote|estimate|looking|thinking|interested ... new|replaced|replacement|upgrade|replace"
)


LEADING = _WISH.beginnings | _REPAIR.beginnings
"""Without any of these words no new system is wished for, and none withdrawn."""


def heard_lead(speech: Speech) -> Literal["high_ticket"] | None:
    """Whether the caller wants a new system, or a price for one: wished now, and not a part or a repair."""
    if _WISH.absent(speech):
        return None
    for clause in clauses(speech):
        found = _WISH.first(speech, clause.start, clause.end)
        if found is None or _refused(speech, clause.start, found.start):
            continue
        if speech.words[found.start] in _ADDING and _ONTO_IT.first(speech, found.end, clause.end):
            continue
        minor = _NOT_ONE.first(speech, clause.start, clause.end)
        if minor is None or _wished_anyway(speech, clause.start, clause.end, minor.start):
            return found.meaning
    return None


_ADDING = frozenset(["add", "adding"])
_ONTO_IT = any_of(
    "too|also|as_well",
    "to|onto|on|in|into that|it|this|the_visit|the_list|the_appointment|my_visit|my_appointment|the_booking",
)
""" "Add the heater too": to the visit, as one adds what is there."""


def _refused(speech: Speech, start: int, wish: int) -> bool:
    return "not" in speech.words[start:wish] or speech.words[max(start, wish - 1) : wish] == ("no",)


def withdraws_lead(speech: Speech) -> bool:
    """Whether a repair will do after all: "just fix the old one", "I don't need a new one"."""
    if _REPAIR.absent(speech):
        return False
    for clause in clauses(speech):
        found = _REPAIR.first(speech, clause.start, clause.end)
        if found is None or _OTHER_REPAIRS.intersection(speech.words[found.end : found.end + 2]):
            continue
        before = speech.words[clause.start : found.start]
        wished = _TOLD.isdisjoint(before) or not _MERELY.isdisjoint(speech.words[clause.start : clause.end])
        if wished and "not" not in before:
            return True
    return False


def _wished_anyway(speech: Speech, start: int, end: int, minor: int) -> bool:
    """ "I want the unit replaced": a past participle after a wish is no past."""
    word = speech.words[minor]
    if word not in _PARTICIPLES and word not in _POSSESSIVES:
        return False
    return _STILL.first(speech, start, end) is not None or not _WISHING.isdisjoint(speech.words[start:minor])


_PARTICIPLES = wordset("installed replaced put got had")
_POSSESSIVES = wordset("my our the this your")
_WISHING = wordset("want need needs like get getting have having wants price quote estimate interested buy cost")
