"""Pure. Dangers told without their names, by several things in one turn: a gas pipe that hisses, a burnt plug."""

from __future__ import annotations

from typing import NamedTuple

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.hazard_words import ALARM
from dialog_brain.understanding.danger.long_over import is_supposed
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.numbers import TEENS, TENS
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset


class _Telltale(NamedTuple):
    """All `signs` in a turn, none of them denied, tell of `hazard`, unless the turn has a word of `unless`."""

    hazard: Hazard
    signs: tuple[Phrases[bool], ...]
    unless: frozenset[str] = frozenset()


def _any(*patterns: str, **lists: str) -> Phrases[bool]:
    return Phrases({True: patterns}, **lists)


_PIPE = "line|lines|pipe|pipes|hose|tube|tubing|connector|connection|fitting|valve|shutoff|lever|regulator|elbow|union"
_BURNS_GAS = (
    "furnace|heater|water_heater|boiler|stove|oven|dryer|fireplace|gas_logs|logs|range|grill|cooktop|meter|tank|pilot"
)
_FIGURE = "|".join((*map(str, range(10, 1000)), *TENS, *TEENS, "hundred"))
_GAS_PIPE = _any(
    "gas|propane|flex|yellow|yella|butane {pipe}",
    "yellow|yella|gas plastic|flex|flexible|copper|rubber {pipe}",
    "regulator|riser",
    "propane one|thing",
    "propane|gas|butane tank|cylinder|bottle",
    "{pipe} ... ... {burns_gas}",
    "{burns_gas} ... {pipe}",
    "{pipe} .. off|from|of .. tank|meter",
    "tank|line|pipe|hose ... propane|gas",
    pipe=_PIPE,
    burns_gas=_BURNS_GAS,
)
_ESCAPES = _any(
    "hissing|hisses|hiss|whistling|whistles|spitting|spits|roaring|roars|bubbling|bubbles|spewing|gushing|rushing",
    "ss|sss|psss|pssh|pssst|sst",
    "soap|soapy ... ... bubbles|bubble|bubbled|bubbling",
    "just|still a? blowing|blowin|coming_out|spewing",
    "it is|was coming_out",
    "blowing|blew dirt|dust|bubbles|on_my|in_my|up",
    "spraying",
    "noise|sound|sounds|sounding like ... tire|balloon|jet|snake|kettle",
    "feel|hear it|gas|air ... blowing|coming|rushing",
)
_IT_SMELLS = _any(
    "reeks|stinks|stink|reeking|stinking|stench",
    "smell|smells|taste it",
    "whiff|gagging",
    "smell|stink|it ... thick",
    "that is|thick|bad thick|bad",
    "smell ... strong|stronger|awful|bad|terrible",
    "strong|stronger|awful|terrible|funny|weird smell|odor|stench",
    "makes|making me|us|you|her|him gag|cough|choke|sick",
    "smell is|just? filling|everywhere|all_over|getting",
)
_ROTTEN = _any(
    "rotten|garlic|garlicky|skunk|skunky|cabbage|onion|onions ... smell|stink",
    "smell|stink|smells|stinks ... rotten|garlic|garlicky|skunk|cabbage|onion|onions|dead",
)
_NO_FLAME = _any(
    "pilot|burner|flame|logs is|was|went|has? gone? out",
    "no flame|fire|light",
    "left|leave ... jet|jets|burner|knob|valve|stove|gas open|on",
    "knob|burner|jet|stove|valve ... left|stuck|got|bumped|turned ... on|open",
    "holding|held the|that|a? knob|button down",
    "gas|stove|burner|burners|logs|pilot ... not shut|light|close|turn",
)
_NOT_OF_GAS = wordset(
    "water flooding flooded wet refrigerant freon coolant sewer sewage septic garbage disposal trash steam radiator "
    "toilet faucet shower refrigerator fridge paint musty moldy mold mildew condensate drain ac conditioner condenser "
    "compressor duct ducts socks feet vinegar burning burnt smoke electrical"
)
_SOCKETS = _any(
    "outlet|outlets|socket|plug|plugs|cord|breaker|breakers|panel|fuse_box|breaker_box|wire|wires|wiring|"
    "conduit|transformer|disconnect|disconnect_box|power_strip|strip|switch|light_switch|lug|lugs|junction_box|"
    "control_board|thermostat|extension_cord|light_fixture"
)
_CRACKLES = _any(
    "crackling|crackles|crackle|sizzling|sizzles|sizzle|frying|zapping|arcing|zzz|zzzz",
    "brown|black|burnt|burned|scorched|dark|melted|bubbled|blistered|warped around|along|up|near ... "
    "edge|edges|wall|wallpaper|plate|paint|corner|side",
    "black|brown|burn|scorch|soot mark|marks|ring|streak|smudge",
    "went|gone|turned|got|is|are all? brown|cherry_red|red_hot",
    "wires|wire|wiring|conduit|panel|outlet|plug ... popping|pops",
    "spitting blue|fire|at",
    "hot|warm to_the_touch",
    "flame|flames",
)
_CO = _any("see|sea|si oh", "c o", "co|monoxide|carbon")
_READS = _any(
    "says|said|reads|reading|read|shows|showing|at|hit|up_to|digital ... {figure}",
    "{figure} parts",
    "climbing",
    "alarming|hollering|screaming|shrieking|blaring|wailing|screeching",
    "meter|thing|one|number|display ... going|gone|went up|off|crazy|nuts|wild",
    figure=_FIGURE,
)
_QUESTIONS = wordset("buy buying price difference recommend cost installed install zero zeros bill dioxide filter")
_SILENCED = _any(
    "took|taken|take|pulled|yanked|ripped|knocked it|that|them|the_detector|the_alarm|the_thing|one down|off",
    "unplugged|smashed it|that|the_detector|the_alarm|the_thing",
    "put|stuck|threw|hid|shoved|buried it|that|them|the_thing|the_alarm|the_detector ... "
    "drawer|garage|car|porch|outside|freezer|closet|pillow|towels|cabinet|yard|shed",
)
_SOME_ALARM = _any("carbon|monoxide|co|alarm|detector", "c o", "thing on|in the wall|hall|hallway|ceiling")
_ALL_NIGHT = _any("it is|has|was? been? going since|all_night|all_day|again|off")
_SAYS_GAS = _any(
    "have|has|got got? gas|propane in here|there|this|the|your", "says|said|swears it|that is gas", "mercaptan"
)
_GAS_HEAT = wordset("heat company range")
_OF_ANOTHER_ALARM = wordset("chirp chirping chirped low smoke burglar security motion code armed car clock")
_WAS_LOUD = _any(
    "kept|keeps going|screaming|beeping|hollering|wailing|blaring|ringing|sounding|yelling",
    "would|will not stop|quit|hush|shut",
    "racket|ruckus|noise|fuss",
)
_BATTERY_OUT = _any(
    "took|taken|take|pulled|pull|yanked|ripped|removed|popped|got ... battery|batteries out|from|of|off?",
    "battery|batteries out of|because|cause|since",
)
_SOUNDED_ON = _any(
    "kept|keeps|would_not|will_not|did_not|does_not|not stop|stopped|quit|shut|hush? "
    "on? going|screaming|shrieking|beeping|sounding|blaring|wailing|ringing|up|off|quiet|it",
    "would|will|did|does not stop|quit|hush",
    "went|going|goes off",
    "driving|drove me|us|him|her|everybody|everyone|the_kids|the_dog nuts|crazy|insane|mad|up_the_wall",
)
""" "We took the battery out because it kept screaming": an alarm that is quiet now, and was right perhaps."""
_FOR_A_BATTERY = wordset("chirp chirps chirping chirped low")
_TELLTALES = (
    _Telltale("GAS_LEAK", (_GAS_PIPE, _ESCAPES), _NOT_OF_GAS),
    _Telltale("GAS_LEAK", (_GAS_PIPE, _IT_SMELLS), _NOT_OF_GAS),
    _Telltale("GAS_LEAK", (_NO_FLAME, _IT_SMELLS), _NOT_OF_GAS),
    _Telltale("GAS_LEAK", (_any("meter", "bubbles"), _ROTTEN), _NOT_OF_GAS),
    _Telltale("GAS_LEAK", (_SAYS_GAS, _any("smell|smells|say|says|said|stronger|strong|stay|house")), _GAS_HEAT),
    _Telltale("CO_EVENT", (_CO, _READS), _QUESTIONS),
    _Telltale("CO_EVENT", (_BATTERY_OUT, _SOUNDED_ON, _any("monoxide|co"), _any(ALARM)), _FOR_A_BATTERY),
    _Telltale("CO_EVENT", (_SILENCED, _WAS_LOUD, _SOME_ALARM), _OF_ANOTHER_ALARM),
    _Telltale("CO_EVENT", (_any("alarm|detector"), _ALL_NIGHT), _OF_ANOTHER_ALARM),
    _Telltale("ELECTRICAL_FIRE", (_SOCKETS, _CRACKLES), wordset("screen display cooking")),
)
TELLING = frozenset[str]().union(*(telltale.signs[0].beginnings for telltale in _TELLTALES))
"""Without any of these words nothing is told by telltales."""


def told_by_telltales(speech: Speech) -> Hazard | None:
    """The danger that things in the turn tell of together."""
    words = _without_water_heaters(speech.words)
    return next((one.hazard for one in _TELLTALES if one.unless.isdisjoint(words) and _tells(one, speech)), None)


def _without_water_heaters(words: tuple[str, ...]) -> frozenset[str]:
    """They burn gas, and have no water to tell of."""
    return frozenset(
        word for place, word in enumerate(words) if word != "water" or words[place + 1 : place + 2] != ("heater",)
    )


def _tells(telltale: _Telltale, speech: Speech) -> bool:
    return all(_affirmed(sign, speech) for sign in telltale.signs)


def _affirmed(told: Phrases[bool], speech: Speech) -> bool:
    statements = clauses(speech)
    for found in told.all(speech):
        clause = next(one for one in statements if found.start < one.end)
        if not (negated(speech, clause, found.start, found.start) or is_supposed(speech, clause)):
            return True
    return False
