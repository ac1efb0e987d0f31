"""Pure. A trouble of the water itself, in our own words: there is none, it stays cold, it is where it should not be."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech

_WATER: Phrases[str] = Phrases(
    {
        "no hot water": [
            "no|not_any|not_have|without any? hot_water",
            "water|shower|tub|faucet|tap is|was|gets|stays|runs|comes_out|keeps|only? just|always|all? "
            "cold|ice_cold|freezing|lukewarm|chilly",
            "water|shower|tub|faucet|tap .. not|never ... hot|warm|warm_up|heat_up",
        ],
        "water that is too hot": [
            "water|shower ... scalding|boiling|too_hot|burning_hot|way_too_hot|scorching|scalds",
        ],
        "no water": [
            "no|not_any|without any? running? water",
            "not have|got|get|getting any? running? water",
            "water is|was|has|just been? off|out|shut_off|turned_off|gone|stopped|not_working|not_running",
            "shut|turned|turn|shutting|turning off? the|my|our water off? to|in|at|for",
        ],
        "the flooding": [
            "basement|house|kitchen|bathroom|garage|laundry|laundry_room|hallway|floor|apartment ... "
            "flooding|flooded|floods|under_water|underwater",
            "water everywhere|all_over",
            "flooding|flooded|flood|floods",
            "inch|inches|foot|feet of standing|dirty|muddy? water|sewage|sewer_water",
            "water is|was|keeps|just? coming|rising|bubbling|gushing up|through|in ... floor|drain|basement|house",
            "water is|keeps? rising",
            "standing water in|on ... basement|kitchen|house|floor|garage|bathroom",
        ],
        "water that will not shut off": [
            "can|could not turn|shut|get|stop ... water ... off",
            "can|could not turn|shut|stop off? the|my|our|this? water off?",
            "water will|does|would not ... shut|turn off",
        ],
        "the sewage in the house": [
            "sewage|sewer_water|poop|toilet_water is|was|keeps? all? in|on|over|inside|coming|backing|bubbling",
        ],
    }
)
_MERELY_WHERE = frozenset({"", "the shower", "the faucet", "the sink", "the water heater"})
"""With one of these the trouble is the water's; another machine that is named has a trouble of its own."""


def water_words(speech: Speech, machines: frozenset[str]) -> str:
    """The trouble of the water; empty where none is told, or where another machine is named."""
    found = _WATER.first(speech) if _MERELY_WHERE.issuperset(machines) else None
    if found is None or (found.meaning == "the flooding" and machines - {""}):
        return ""
    return found.meaning
