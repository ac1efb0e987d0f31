"""Pure. What breaks, and how: the words of heating and cooling and of plumbing."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import wordset

EQUIPMENT = (
    "ac|a_c|a/c|hvac|air_conditioner|air_conditioners|air_conditioning|air_con|air_condition|aircon|air|conditioner|"
    "heat|heater|heaters|heating|furnace|furnaces|boiler|heat_pump|thermostat|thermostats|compressor|condenser|blower|coil|coils|"
    "unit|units|system|fan|filter|filters|duct|ducts|ductwork|vent|vents|mini_split|minisplit|split|swamp_cooler|"
    "air_handler|pilot|pilot_light|igniter|capacitor|freon|refrigerant|humidifier|dehumidifier|purifier|radiator|"
    "radiators|water_heater|hot_water_heater|hot_water|tankless|toilet|toilets|sink|sinks|faucet|faucets|tap|drain|"
    "drains|pipe|pipes|sewer|sewage|septic|shower|tub|bathtub|disposal|garbage_disposal|dishwasher|washer|"
    "washing_machine|sump_pump|pump|valve|hose|spigot|water_line|gas_line|main_line|water_main|sewer_line|plumbing|"
    "water|water_softener|softener|water_pressure|fixture|gasket|showerhead|shower_head|cooling|cooler|rooftop_unit|"
    "chiller|freezer|refrigerator|walk_in|ice_machine|ice_maker|dryer|fridge|stove|oven|cooktop|"
    "nest|ecobee|uv_light|uv_lights|generator|sprinkler|backflow|float_switch|bidet|urinal|breaker|motor|belt"
)
STOPPED = "out|down|dead|broken|off|not_working|not_cooling|not_heating|not_running|quit|stopped"
FLOORS = (
    f"upstairs|downstairs and the|my|our? upstairs|downstairs both? is|are|both? both? {STOPPED}",
    f"the|my|our upstairs|downstairs is|are|went|has {STOPPED}",
)
"""Their machines: "the upstairs and the downstairs are out"."""
TROUBLES = (
    "broken|broke|break|breaks|breaking|dead|died|dying|out|down|off|quit|quits|stopped|stops|stop|leak|leaks|leaking|"
    "leaked|leaky|clogged|clog|clogs|blocked|backed|backing|overflowing|overflowed|overflows|burst|bursting|frozen|"
    "froze|freezing|iced|icing|dripping|drips|drip|running|loud|noisy|noise|noises|rattling|rattles|banging|squealing|"
    "screeching|grinding|humming|buzzing|clicking|clanking|knocking|whistling|gurgling|vibrating|warm|hot|cold|"
    "cool|cooling|heating|heats|working|work|works|turning|turn|starting|start|kick|kicking|come|coming|blowing|blows|"
    "blow|tripping|trips|tripped|blank|unresponsive|stuck|slow|smells|smell|stinks|failing|failed|fails|acting|weird|"
    "funny|issue|issues|problem|problems|trouble|wrong|busted|shot|malfunctioning|cycling|cycles|flooding|flooded|"
    "rusty|cracked|torn|weak|low|fix|fixed|repair|repaired|repairs|replace|replaced|replacement|install|installed|"
    "installation|serviced|service|maintenance|tune|cleaned|cleaning|inspected|inspection|checked|check|looked|"
    "unclog|unclogged|snaked|spraying|pouring|gushing|spilling|discolored|brown|gone|keeps|lukewarm|uneven|stuffy|"
    "humid|crazy|messed|screwed|fritz|giving|quitting|recharge|refill|upgrade|estimate|quote|beeping|flashing|blinking|"
    "shut|shuts|shutting|short|bad|new|change|changed|swap|swapped|old|dirty|disconnected|error|code|jammed|"
    "squeaking|popping|whining|thumping|rumbling|overheating|"
    "glitchy|sweating|moldy|musty|rotten|backs|back|surging|sparking|snapped|bent|clanging|hissing|rotted|corroded|"
    "lighting|light|ignite|flushing|flush|draining|drain|fill|filling|spinning|spin|responding|respond|cuts|cutting"
)
SYMPTOMS: tuple[str, ...] = (
    "no|not_any|have_no|without ... heat|hot_water|cold_air|cool_air|air|cooling|water|ac|airflow|air_flow|"
    "air_conditioning|hot_air|warm_air|water_pressure|heating",
    "not ... cooling|heating|working|draining|flushing|starting|turning_on|blowing|running|work|cool|heat|drain|flush|"
    "start|turn_on|come_on|shut_off|turn_off|kick_on|light|ignite|keep_up|fill|stop_running|stay_lit|stay_on|"
    "responding|"
    "functioning|function|respond|reaching|spin|stay_cool|stay_warm|get_cool|get_warm|getting_cool|getting_warm",
    "is|are|getting|too|so|very|really|freezing|boiling hot|warm|cold|freezing|stuffy|humid|boiling ... in_here|inside|"
    "upstairs|downstairs|house|bedroom|room|home|apartment|office",
    "freezing|boiling|sweltering|roasting|sweating ... in_here|inside|house",
    "upstairs|downstairs|house|home|apartment|office|room|rooms|bedroom|bedrooms|floor is|are|gets|stays|feels ... "
    "hot|warm|cold|hotter|warmer|colder|cooler|freezing|boiling|stuffy|humid",
    "degrees ... in_here|inside|upstairs|house",
    "blowing|blows|blow ... warm|hot|cold|cool|air",
    "water|something leaking|dripping|pouring|gushing|spraying|everywhere|leak|backing|coming|damage|on|in|under",
    "leaking|dripping|gushing|spraying",
    "frozen|froze|iced|freezing|freezes|icing|ices over|up|solid",
    "a|the|my|our|some? leak|leaks|leaking|clog|flood|flooding",
    "basement|kitchen|bathroom|floor|ceiling|garage|carpet|wall|house|crawl_space|yard is? filling|flooding|flooded|"
    "wet|soaked|soaking|dripping|sagging|full_of_water|leaking|getting_wet|getting_soaked",
    "shuts|cuts|turns|goes|switches|kicks right|back|itself|immediately|straight? off",
    "tune up",
    "tuneup",
    "leaks|leaking|clogged|overflowing|flooding|flooded|dripping",
    "burst pipe|pipes",
    "wet|damp|soaked|brown|yellow|dark|water spot|spots|patch|patches|stain|stains|ring|marks|drywall|carpet|floor",
    "bubbling|sagging|bulging|peeling ceiling|paint|drywall|wall",
    "ceiling|paint|drywall|wall ... bubbling|sagging|bulging|stained|peeling|dripping|leaking",
    "due|time|schedule|scheduled|book|need|want|get|do|sign_up ... checkup|check_up|inspection|maintenance|cleaning",
    "house|room|place|home|apartment|office|upstairs|it|building is|like|gets|feels|felt ... a|an "
    "sauna|oven|icebox|freezer|furnace|meat_locker|igloo|swamp",
    "sauna|oven|icebox|meat_locker|igloo|swamp|steam_room|freezer in|up|upstairs",
    "puddle|puddles|standing_water|mold|mildew|low_pressure",
    "energy|electric|electricity|power|gas|utility|water bill ... up|high|doubled|higher|crazy|tripled",
    "weird|strange|funny|odd|loud|awful|grinding|banging|rattling|squealing|humming|buzzing|screeching|clanking|"
    "knocking|whistling|gurgling noise|noises|sound|sounds",
    "ice on|all_over|around ... line|lines|pipe|pipes|copper|coil|coils",
    "making|makes|make|hear|hearing|heard ... noise|noises|sound|sounds|racket",
    "will not stop running|dripping|beeping",
    "short cycling|cycles",
    "duct|ducts|vent|vents cleaning|cleaned",
    "stopped|quit|quits|stops working|cooling|heating|draining|flushing|running|blowing",
)
"""Troubles that need no machine beside them."""
_SUFFERED = wordset("take stand handle bear tolerate survive endure in from beat escape")
_THIS = wordset("the this that")
_HEATING = wordset("not to")
TROUBLED = any_of(
    TROUBLES,
    *SYMPTOMS,
)
"""Whatever is wrong with a machine."""


def is_weather(words: tuple[str, ...], place: int) -> bool:
    """ "She can't take the heat"."""
    if words[place] != "heat" or place < 2:
        return False
    return words[place - 1] in _THIS and words[place - 2] in _SUFFERED


def is_no_heater(words: tuple[str, ...], place: int) -> bool:
    """ "It won't heat" and "she can't take the heat" name none."""
    return is_weather(words, place) or (words[place] == "heat" and place > 0 and words[place - 1] in _HEATING)


ASKS_OF_USE = (
    "should|can|could|shall i|we just|maybe|still|also|probably? "
    "turn|shut|switch|leave|keep|unplug|reset|restart|run|use|flip|touch|go_ahead_and_turn|go_ahead_and_shut",
    "do|will|would i|we need_to|have_to|just? turn|shut|switch|leave|keep|unplug|reset|restart|run|use|flip|touch",
    "is it okay|ok|safe|alright|all_right|fine|bad to|if_i|if_we just|still|keep? leave|keep|run|use|turn|reset|"
    "running|using",
)
"""What is asked of the machine until somebody comes: it tells no trouble."""
