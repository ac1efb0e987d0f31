"""Pure. A caller's problem in our own words: we name the machine and its trouble, we do not parrot."""

from __future__ import annotations

from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import hear

UNNAMED = "the problem you described"

_MACHINES: Phrases[str] = Phrases(
    {
        "the water heater": ["water_heater|hot_water_heater|hot_water|tankless"],
        "the sump pump": ["sump_pump"],
        "the garbage disposal": ["garbage_disposal|disposal"],
        "the heat pump": ["heat_pump"],
        "the thermostat": ["thermostat|thermostats"],
        "the mini split": ["mini_split|minisplit"],
        "the furnace": ["furnace|furnaces"],
        "the boiler": ["boiler"],
        "the AC": [
            "ac|a_c|a/c|air_conditioner|air_conditioners|air_conditioning|air_con|aircon|cooling",
            "my|our|central air",
        ],
        "the heater": ["heat|heater|heaters|heating"],
        "the ductwork": ["duct|ducts|ductwork"],
        "the vents": ["vent|vents"],
        "the filter": ["filter|filters"],
        "the compressor": ["compressor"],
        "the toilet": ["toilet|toilets"],
        "the faucet": ["faucet|faucets|tap"],
        "the sink": ["sink|sinks"],
        "the shower": ["shower|tub|bathtub"],
        "the drain": ["drain|drains"],
        "the sewer line": ["sewer|sewer_line|septic"],
        "the pipe": ["pipe|pipes|water_line"],
    }
)
_ANY_MACHINE: Phrases[str] = Phrases({"the system": ["system|unit|units|hvac"]})
_TROUBLES: Phrases[str] = Phrases(
    {
        "blowing warm air": ["blowing|blows ... warm|hot"],
        "blowing cold air": ["blowing|blows ... cold"],
        "not cooling": [
            "not|stopped|quit|stops|will_not|does_not|is_not ... cooling|cool",
            "no cooling|cool_air|cold_air|ac|a_c|air_conditioning",
        ],
        "not blowing": ["not|stopped|quit ... blowing|blow"],
        "not heating": [
            "not|stopped|quit|stops|will_not|does_not|is_not ... heating|heat",
            "no heat|hot_air|warm_air",
        ],
        "giving no hot water": ["no hot_water"],
        "running on": ["not ... stop running", "keeps|constantly|always running"],
        "leaking": [
            "leak|leaks|leaking|leaked|leaky|dripping|drips|flooding|flooded",
            "water everywhere|all_over|on_the_floor",
        ],
        "making a noise": ["noise|noises|noisy|loud|rattling|banging|squealing|screeching|grinding|humming|buzzing"],
        "burst": ["burst|bursting"],
        "clogged": ["clogged|clog|clogs|blocked|backed_up|backing_up|overflowing"],
        "frozen": ["frozen|froze|iced|icing"],
        "tripping the breaker": ["tripping|trips|tripped"],
        "not starting": ["not|will_not ... start|starting|turn_on|come_on|kick_on|light|ignite"],
        "not working": [
            "out|dead|died|broken|broke|busted|stopped|quit|down|shot|failed|fails|off",
            "not|stopped|quit ... working|work|running|run|responding|respond",
        ],
    }
)
_BEFORE_THE_MACHINE = frozenset({"leaking", "burst", "clogged", "frozen"})
_WISHES: Phrases[str] = Phrases(
    {
        "a new system": ["new|replace|replacement ... system|unit|ac|furnace|air_conditioner|heater|heat_pump"],
        "a tune-up": ["tune_up|tuneup|tune-up|maintenance"],
    }
)


def problem_words(problem: str) -> str:
    """What the visit is for: "the AC not cooling", "a tune-up"; `UNNAMED` when nothing is recognised."""
    speech = hear(problem)
    wish = _WISHES.first(speech)
    if wish is not None:
        return wish.meaning
    machine, trouble = _MACHINES.first(speech) or _ANY_MACHINE.first(speech), _TROUBLES.first(speech)
    if machine is None:
        return UNNAMED if trouble is None else f"something {trouble.meaning}"
    if trouble is None:
        return machine.meaning
    if trouble.meaning in _BEFORE_THE_MACHINE:
        return f"the {trouble.meaning} {machine.meaning.removeprefix('the ')}"
    return f"{machine.meaning} {trouble.meaning}"
