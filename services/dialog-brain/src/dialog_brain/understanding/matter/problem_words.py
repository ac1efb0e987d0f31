"""Pure. A caller's problem in our own words: we name the machine and its trouble, we do not parrot."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dialog_brain.understanding.language.phrases import Found, Phrases
from dialog_brain.understanding.language.words import Speech, hear, wordset
from dialog_brain.understanding.matter.house_words import house_words, likened_house
from dialog_brain.understanding.matter.trade_words import FLOORS, STOPPED, is_no_heater
from dialog_brain.understanding.matter.water_words import water_words
from dialog_brain.understanding.matter.well_machines import well_at
from dialog_brain.understanding.matter.wished_work import WISHES, wished_work

UNNAMED = "the problem you described"

_MACHINES: Phrases[str] = Phrases(
    {
        "the water heater": ["water_heater|hot_water_heater|hot_water|tankless"],
        "the sump pump": ["sump_pump"],
        "the garbage disposal": ["garbage_disposal|disposal"],
        "the heat pump": ["heat_pump"],
        "the thermostat": ["thermostat|thermostats|nest|ecobee"],
        "the mini split": ["mini_split|minisplit"],
        "the furnace": ["furnace|furnaces"],
        "the boiler": ["boiler"],
        "the AC": [
            "ac|a_c|a/c|air_conditioner|air_conditioners|air_conditioning|air_con|air_condition|aircon|cooling",
            "my|our|central air",
            "air is|was|has|not|went|quit|stopped|died|broke",
        ],
        "the heater": ["heat|heater|heaters|heating"],
        "the pool heater": ["pool|spa heater|heat_pump"],
        "the dryer": ["dryer|clothes_dryer|gas_dryer|tumble_dryer"],
        "the dryer vent": ["dryer vent|vents|duct|hose"],
        "the washing machine": ["washing_machine|washer|clothes_washer"],
        "the ice machine": ["ice machine|maker"],
        "the refrigerator": ["refrigerator|fridge|refrigerators|fridges|wine_fridge"],
        "the generator": ["generator"],
        "the stove": ["stove|oven|range|cooktop"],
        "the condenser": ["condenser|condensers|condenser_unit"],
        "the condenser fan": ["condenser fan"],
        "the air handler": ["air_handler"],
        "the coil": ["coil|coils"],
        "the humidifier": ["humidifier"],
        "the dehumidifier": ["dehumidifier"],
        "the swamp cooler": ["swamp_cooler|evaporative_cooler"],
        "the float switch": ["float_switch"],
        "the capacitor": ["capacitor"],
        "the units upstairs and downstairs": [FLOORS[0]],
        "the unit upstairs": ["upstairs is|are|went|has {stopped}"],
        "the unit downstairs": ["downstairs is|are|went|has {stopped}"],
        "the ductwork": ["duct|ducts|ductwork"],
        "the vents": ["vent|vents"],
        "the filter": ["filter|filters"],
        "the compressor": ["compressor"],
        "the toilet": ["toilet|toilets"],
        "the faucet": ["faucet|faucets|tap"],
        "the sink": ["sink|sinks"],
        "the shower": ["shower|tub|bathtub"],
        "the drain": ["drain|drains"],
        "the gas line": ["gas_line|gas_pipe|gas_lines"],
        "the sewer line": ["main_line|main_drain|sewer|sewer_line|septic|sewage"],
        "the pipe": ["pipe|pipes|water_line"],
        "the dishwasher": ["dishwasher"],
        "the spigot": ["spigot|hose_bib"],
        "the cooler": ["cooler|walk_in|freezer"],
        "the ceiling": ["ceiling"],
        "the fan": ["fan|blower"],
        "the pilot light": ["pilot|pilot_light|igniter"],
        "the water pressure": ["water_pressure"],
    },
    stopped=STOPPED,
)
_ANY_MACHINE: Phrases[str] = Phrases({"the system": ["system|unit|units|hvac"]})
_TROUBLES: Phrases[str] = Phrases(
    {
        "blowing warm air": ["blowing|blows ... warm|hot"],
        "blowing cold air": ["blowing|blows ... cold"],
        "not cooling": [
            "not|stopped|quit|stops|will_not|does_not|is_not ... cooling|cool",
            "not ... cold",
            "no cooling|cool|cold|cool_air|cold_air|ac|a_c|air_conditioning",
        ],
        "not blowing": ["not|stopped|quit ... blowing|blow"],
        "not heating": [
            "not|stopped|quit|stops|will_not|does_not|is_not ... heating|heat",
            "no heat|hot_air|warm_air",
        ],
        "giving no hot water": ["no hot_water"],
        "running on": [
            "not ... stop running",
            "keeps|constantly|always running",
            "running|runs constantly|nonstop|non_stop|all_the_time|all_day|all_night",
        ],
        "not keeping up": ["not ... keep_up|keeping_up"],
        "short cycling": ["short cycling|cycles|cycle"],
        "without pressure": ["no|low|weak|little|any pressure"],
        "leaking": [
            "leak|leaks|leaking|leaked|leaky|dripping|drips|flooding|flooded",
            "water everywhere|all_over|on_the_floor",
            "water is? coming|comes|running|pouring|pours through|from|out_of|down",
        ],
        "making a noise": ["noise|noises|noisy|loud|rattling|banging|squealing|screeching|grinding|humming|buzzing"],
        "not draining": ["not|stopped|quit ... draining|drain"],
        "not spinning": ["not|stopped|quit ... spinning|spin|turning|turn"],
        "not shutting off": ["not ... shut|shutting|turn|turning|cut ... off"],
        "fallen": ["ceiling|drywall .. came|come|coming down|in", "collapsed|collapsing|caved_in|fell_in|falling_in"],
        "not starting": ["not ... start|starting|turn_on|turning_on|come_on|coming_on|kick_on|light|lighting|ignite"],
        "not flushing": ["not|stopped|quit ... flushing|flush"],
        "blank": ["blank"],
        "damaged": ["damaged|crushed|smashed|fell_on|hit|ran_over|backed_into|struck|bent"],
        "stained": ["stain|stains|stained"],
        "burst": ["burst|bursting"],
        "stuck": ["stuck|jammed"],
        "that smells": ["smells|smelly|stinks|musty|smelling"],
        "clogged": ["clogged|clog|clogs|unclog|blocked|backed_up|backing_up"],
        "overflowing": ["overflowing|overflows|overflowed|spilling_over"],
        "frozen": [
            "frozen|froze|iced|icing|ice",
            "it|coil|coils|line|lines|pipe|pipes|unit|system|ac|pump is|are|just? freezing up|over",
            "coil's|line's|unit's|system's|ac's|pump's|keeps|kept|starts|started freezing up|over",
            "freezing up|over on_me|again|every|constantly|all_the_time|overnight|at_night",
            "freezes|ices up|over",
        ],
        "tripping": ["float_switch ... tripping|trips|tripped"],
        "tripping the breaker": ["tripping|trips|tripped"],
        "acting up": ["acting|acts up|weird|funny|strange"],
        "not working": [
            "out|dead|died|broken|broke|busted|stopped|quit|down|shot|failed|fails|off",
            "not|stopped|quit ... working|work|running|run|responding|respond|making|make",
            "no work|working",
        ],
    }
)
_BEFORE_THE_MACHINE = wordset("leaking blank burst clogged frozen overflowing damaged stained fallen")
_GRAVE = frozenset({"burst", "leaking", "overflowing", "fallen"})
_SLIGHT = frozenset({"running on", "making a noise", "acting up", "clogged", "that smells", "stuck"})
"""Beside water that runs out these are not what the visit is for."""
_QUOTES = wordset("quote quotes estimate estimates bid bids pricing prices")
_JOINS = wordset("and plus")
_TURNS = wordset("but though although except")
_STARTS = wordset("now it")
_STARTED = wordset("it is the my our")
""" "Now the furnace", "it's the furnace": what was named before is left."""
_BESIDE = wordset("and plus also the my our a too as well both it is can could you add include to that yes but please")
_DETERMINERS = wordset("the my our a")
_DENIED = (("not", "the"), ("not", "my"), ("not", "a"))


class _Part(NamedTuple):
    """One machine and what is wrong with it; either may be missing."""

    machine: str
    trouble: str
    well: bool = False
    """It is called in order, or seen to already."""


def problem_words(problem: str) -> str:
    """What the visit is for: "the AC not cooling", "a tune-up"; `UNNAMED` when nothing is recognised.

    Two machines are both named, a third is left to the caller's own words in the request.
    """
    speech = hear(problem)
    parts = _parts(speech)
    machine, trouble = any(part.machine for part in parts), any(part.machine and part.trouble for part in parts)
    wish = wished_work(speech, machine=machine, trouble=trouble)
    if wish is not None:
        return wish + (_beside_a_new_one(speech) if wish == "a new system" else "")
    grave = any(part.machine and part.trouble in _GRAVE for part in parts)
    if not grave and (water := water_words(speech, frozenset(part.machine for part in parts))):
        return water
    if not trouble and (house := likened_house(speech)):
        return house
    unnamed = UNNAMED if _QUOTES.isdisjoint(speech.words) else "a quote"
    return " and ".join(_named(part) for part in parts[:2]) or house_words(speech) or unnamed


def _beside_a_new_one(speech: Speech) -> str:
    """ "A quote for a new furnace, and my AC is out": the trouble of a machine that is not the one to be replaced."""
    told = [(piece, _part(piece, after_well=False)) for piece in _pieces(speech)]
    replaced = {_machine(piece) for piece, _ in told if WISHES.first(piece) is not None}
    return "".join([f" and {_named(one)}" for _, one in told if one.trouble and one.machine not in {*replaced, ""}][:1])


def tells_more(problem: str, said: str, *, added: bool) -> bool:
    """Whether `said` names another machine, the trouble of one that was only named or, where it is `added`, any."""
    known, more = _parts(hear(problem)), _parts(hear(said))
    told = {"", *(each for part in known for each in part[:2])}
    another = {part.machine for part in more}.union(part.trouble for part in more if added) - told
    return bool(another) or (any(part.machine for part in known) and _parts(hear(f"{problem}; {said}")) != known)


def in_order(speech: Speech) -> bool:
    """Whether a statement only tells that something works, or was seen to: "the furnace is fine"."""
    return well_at(speech) is not None and _part(speech, after_well=False).well


def _parts(speech: Speech) -> list[_Part]:
    """The machines with their troubles; a trouble alone belongs to the machine before it."""
    parts: list[_Part] = []
    for piece in _pieces(speech):
        said = _part(piece, after_well=bool(parts) and parts[-1].well)
        known = next((place for place, part in enumerate(parts) if said.machine in ("", part.machine)), None)
        if known is not None and not said.machine:
            known = len(parts) - 1
        if known is not None:
            parts[known] = _with_more(parts[known], said)
        elif not parts or not parts[-1].machine or parts[-1] == _Part("the system", ""):
            trouble_before = parts.pop().trouble if parts else ""
            parts.append(said._replace(trouble=trouble_before or said.trouble))
        elif said.trouble or said.well or parts[-1].well or not parts[-1].trouble or _only_names(piece):
            parts.append(said)
    told = [part for part in parts if part.machine or part.trouble]
    return [part for part in told if not part.well] or told


def _only_names(piece: Speech) -> bool:
    """ "And the heater": a machine, and nothing that merely mentions it."""
    found = _MACHINES.first(piece)
    return found is not None and _BESIDE.issuperset(piece.words[: found.start] + piece.words[found.end :])


def _part(piece: Speech, *, after_well: bool) -> _Part:
    """What one piece tells; `after_well`: the machine before it was called in order."""
    if after_well and piece.words[:2] == ("but", "not"):
        return _Part(_machine(piece.cut(2, len(piece.words))), "not working")
    machine, well = _machine(piece), well_at(piece)
    trouble = _trouble(piece, None if well is None else (well.start, well.end))
    if machine and not trouble and piece.words[-1] == "not":  # "the AC doesn't"
        trouble = "not working"
    return _Part(machine, trouble, well is not None and not trouble)


def _trouble(piece: Speech, well: tuple[int, int] | None) -> str:
    """The first trouble that is no part of what is called in order, nor of a machine's name: the ice machine's ice."""
    for found in _TROUBLES.all(piece):
        inside = found.meaning == "frozen" and _names_machine(piece, found)
        if not inside and (well is None or found.end <= well[0] or found.start >= well[1]):
            return found.meaning
    return ""


def _names_machine(piece: Speech, found: Found[str]) -> bool:
    machine = _MACHINES.first(piece)
    return machine is not None and machine.start <= found.start and found.end <= machine.end


def _with_more(part: _Part, said: _Part) -> _Part:
    """ "That's good" of a machine with no trouble calls it in order; a trouble is of one that was."""
    if said.trouble:
        return _Part(part.machine, _graver(part.trouble, said.trouble))
    return part._replace(well=part.well or (said.well and not part.trouble))


def _graver(before: str, now: str) -> str:
    return now if not before or (now in _GRAVE and before in _SLIGHT) else before


def _pieces(speech: Speech) -> list[Speech]:
    """The speech, parted where another thing may begin."""
    words = speech.words
    cuts = [
        place
        for place, word in enumerate(words)
        if (word in _JOINS and not {"upstairs", "downstairs"}.intersection(words[place - 1 : place]))
        or word in _TURNS
        or (place and speech.stops[place - 1])
        or (word in _STARTS and _STARTED.issuperset(words[place + 1 : place + 2]) and place)
        or (word == "also" and not _DETERMINERS.isdisjoint(words[place + 1 : place + 2]))
    ]
    edges = [0, *cuts, len(speech.words)]
    return [speech.cut(start, end) for start, end in pairwise(edges) if start < end]


def _machine(piece: Speech) -> str:
    found = _MACHINES.first(piece) or _ANY_MACHINE.first(piece)
    while found is not None and (
        piece.words[max(0, found.start - 2) : found.start] in _DENIED or is_no_heater(piece.words, found.start)
    ):
        piece = piece.cut(found.end, len(piece.words))
        found = _MACHINES.first(piece)
    return found.meaning if found is not None else ""


def _named(part: _Part) -> str:
    machine, trouble, _ = part
    if not machine:
        return f"something {trouble}"
    if not trouble:
        return machine
    if trouble in _BEFORE_THE_MACHINE:
        return f"the {trouble} {machine.removeprefix('the ')}"
    of_several = machine == "the vents" and trouble == "that smells"
    return f"{machine} that smell" if of_several else f"{machine} {trouble}"
