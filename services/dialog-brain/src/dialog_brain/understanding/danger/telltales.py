"""Pure. Dangers told without their names, by several things in one turn: a gas pipe that hisses, a burnt plug."""

from __future__ import annotations

from typing import NamedTuple

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger import alarm_telltales as alarms
from dialog_brain.understanding.danger import blaze_telltales as blaze
from dialog_brain.understanding.danger import fume_telltales as fumes
from dialog_brain.understanding.danger import gas_reports as reports
from dialog_brain.understanding.danger import gas_telltales as gas
from dialog_brain.understanding.danger import wire_telltales as wires
from dialog_brain.understanding.danger.affirmed import DENIES, affirmed
from dialog_brain.understanding.danger.symptoms import ILL
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset


class _Telltale(NamedTuple):
    """All `signs` in a turn, none of them denied, tell of `hazard`, unless the turn has a word of `unless`."""

    hazard: Hazard
    signs: tuple[Phrases[bool], ...]
    unless: frozenset[str] = frozenset()


_TELLTALES = (
    _Telltale("GAS_LEAK", (gas.GAS_PIPE, gas.ESCAPES), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.GAS_PIPE, gas.IT_SMELLS), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.NO_FLAME, gas.IT_SMELLS), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.BURNS_GAS, gas.ANY_PIPE, gas.HISSES), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.BURNS_GAS, any_of("gas|propane"), gas.IT_SMELLS, gas.HISSES), gas.NOT_OF_GAS),
    _Telltale(
        "GAS_LEAK",
        (any_of("pipe|line|hose|valve|meter|tank|bottle"), gas.DIGS, gas.ESCAPES),
        gas.NOT_OF_GAS,
    ),
    _Telltale("GAS_LEAK", (gas.DIGS, gas.HIT, gas.ESCAPES), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.SOAP, gas.BUBBLES, gas.JOINT), wordset("dishwasher washer sink drain washing tub")),
    _Telltale("GAS_LEAK", (any_of("meter", "bubbles"), gas.DEAD), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.BURNS_GAS, gas.ROTTEN), gas.NOT_OF_A_KITCHEN),
    _Telltale("GAS_LEAK", (gas.EGGS_LIKE,), gas.NOT_OF_A_KITCHEN),
    _Telltale("GAS_LEAK", (gas.BURNS_GAS, gas.HISSES, gas.IT_SMELLS), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.A_MATCH, gas.IT_SMELLS), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.A_METER, gas.RUN_INTO, gas.ESCAPES), gas.NOT_OF_GAS | wordset("power pole")),
    _Telltale("GAS_LEAK", (gas.ANY_PIPE, gas.ESCAPES, gas.IT_SMELLS), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (reports.LEFT_THE_HOUSE, gas.ANY_PIPE, gas.ESCAPES), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (reports.LEFT_THE_HOUSE, gas.ROTTEN), gas.NOT_OF_A_KITCHEN),
    _Telltale("GAS_LEAK", (gas.FULL_OF_IT,), gas.NOT_OF_GAS | wordset("tank delivery air cold cool heat")),
    _Telltale("GAS_LEAK", (gas.CARD,), wordset("chirp chirping")),
    _Telltale("GAS_LEAK", (gas.STRONGEST,), gas.NOT_OF_GAS | wordset("noise sound rattle air heat dust dusty")),
    _Telltale(
        "GAS_LEAK", (gas.SAYS_GAS, any_of("smell|smells|say|says|said|stronger|strong|stay|house")), gas.GAS_HEAT
    ),
    _Telltale("GAS_LEAK", (gas.WHO_COOKED, gas.NOBODY_DID), wordset("dishwasher fridge refrigerator")),
    _Telltale("GAS_LEAK", (gas.AN_ANIMAL, gas.NO_ANIMAL, gas.SOUGHT), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.AN_ANIMAL, gas.NO_ANIMAL, gas.ANY_SMELL), gas.NOT_OF_GAS),
    _Telltale("GAS_LEAK", (gas.KNOBS, gas.MEETS_ONE), gas.NOT_OF_GAS | gas.OF_HEAT),
    _Telltale("GAS_LEAK", (gas.METER_RUNS, gas.ALL_OFF), gas.NOT_OF_A_GAS_METER),
    _Telltale("GAS_LEAK", (gas.BUBBLES_UP, gas.DEAD_GRASS), wordset("sewer septic sprinkler drain tub toilet")),
    _Telltale("GAS_LEAK", (gas.ANY_SMELL, gas.NO_MATCHES), gas.NOT_OF_GAS | wordset("oxygen paint varnish stain")),
    _Telltale("GAS_LEAK", (gas.NO_FLAMES_FOR_IT,), wordset("oxygen")),
    _Telltale("GAS_LEAK", (gas.GIVES_GAS, gas.HISSES_ALONE), gas.NOT_OF_GAS | gas.NOT_OF_STEAM),
    _Telltale("GAS_LEAK", (gas.STRIKES_YELLOW,), wordset("tape rope wire cable jacket coolant")),
    _Telltale("GAS_LEAK", (reports.TOOK_OUT, reports.LEFT_OPEN, reports.RIPE), gas.NOT_OF_GAS),
    _Telltale(
        "GAS_LEAK",
        (reports.TOOK_OUT, gas.IT_SMELLS),
        gas.NOT_OF_A_KITCHEN | wordset("food mouse mice behind bleach grease dump cat dog pine"),
    ),
    _Telltale("GAS_LEAK", (gas.GIVES_GAS, reports.NO_SMOKING, reports.OPENED_UP), gas.NOT_OF_A_KITCHEN),
    _Telltale("GAS_LEAK", (reports.NOT_A_SWITCH, reports.GAS_MAN), wordset("electrician label")),
    _Telltale("GAS_LEAK", (reports.SNIFFER, reports.CLICKS), wordset("dog drug refrigerant freon")),
    _Telltale("GAS_LEAK", (reports.COMPLAIN_OF, reports.WHERE_GAS_IS), gas.NOT_OF_A_KITCHEN | reports.NOT_SERVED),
    _Telltale("CO_EVENT", (fumes.PETS_LAID_LOW, fumes.BETTER_OUT), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.PETS_LAID_LOW, fumes.BURNER_RUNS), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.GIVES_FUMES, fumes.NOT_THEMSELVES), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.GIVES_FUMES, ILL), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.BURNER_RUNS, fumes.NOT_THEMSELVES, fumes.BETTER_OUT), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (alarms.BY_THE_HEAT, fumes.NOT_THEMSELVES), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.BURNER_RUNS, fumes.NOT_THEMSELVES, fumes.SWEATS), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.BURNER_RUNS, fumes.NOT_THEMSELVES, fumes.SEVERAL), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (ILL, fumes.BETTER_OUT, fumes.SEVERAL), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.ONLY_WHEN_IT_RUNS, fumes.NOT_THEMSELVES), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.ONLY_WHEN_IT_RUNS, ILL), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (fumes.BLOOD_FULL, fumes.A_BURNER), wordset("pressure sugar thin bill")),
    _Telltale("CO_EVENT", (alarms.FROM_ZERO,), alarms.OF_A_MACHINE | alarms.OF_A_BILL),
    _Telltale("CO_EVENT", (fumes.BURNER_RUNS, fumes.NOT_THEMSELVES, fumes.SEALED), fumes.NOT_OF_FUMES),
    _Telltale("CO_EVENT", (alarms.SILENCED, alarms.WAS_LOUD, alarms.NOT_THE_SMOKE_ONE), alarms.OF_SMOKE),
    _Telltale(
        "CO_EVENT",
        (alarms.A_GADGET, alarms.WAS_ZERO, alarms.NOW_SHOWS),
        alarms.OF_A_MACHINE | alarms.OF_A_BILL | wordset("bank account balance outside points"),
    ),
    _Telltale("CO_EVENT", (alarms.FIRE_CREW_CAME, alarms.CLIMBS), alarms.OF_A_MACHINE | alarms.OF_A_BILL),
    _Telltale(
        "CO_EVENT",
        (alarms.CLIMBING_FIGURES, alarms.A_GADGET, alarms.BY_WHAT_BURNS),
        alarms.OF_A_MACHINE | alarms.OF_A_BILL | wordset("price month"),
    ),
    _Telltale("CO_EVENT", (alarms.IN_FOURS, alarms.NOT_THE_SMOKE_ONE), alarms.OF_SMOKE),
    _Telltale("CO_EVENT", (alarms.GOES_ON, alarms.DEAFENS), alarms.OF_A_RACKET),
    _Telltale("CO_EVENT", (alarms.CO, alarms.READS), alarms.QUESTIONS),
    _Telltale("CO_EVENT", (alarms.OF_FUMES, alarms.RANG), alarms.NOT_RANG),
    _Telltale(
        "CO_EVENT", (alarms.BATTERY_OUT, alarms.SOUNDED_ON, alarms.GAS_ALARM, alarms.AN_ALARM), alarms.FOR_A_BATTERY
    ),
    _Telltale("CO_EVENT", (alarms.BATTERY_OUT, alarms.SOUNDED_ON), alarms.OF_A_GADGET),
    _Telltale("CO_EVENT", (alarms.SILENCED, alarms.WAS_LOUD, alarms.SOME_ALARM), alarms.OF_ANOTHER_ALARM),
    _Telltale("CO_EVENT", (alarms.NUMBER, alarms.SCREAMS), alarms.OF_A_MACHINE),
    _Telltale(
        "CO_EVENT",
        (alarms.ANY_ALARM, alarms.A_FIGURE),
        alarms.OF_A_MACHINE | alarms.OF_ANOTHER_ALARM | wordset("zero set"),
    ),
    _Telltale("CO_EVENT", (alarms.A_TESTER, alarms.A_FIGURE, gas.BURNS_GAS), alarms.OF_A_MACHINE | alarms.OF_A_BILL),
    _Telltale("CO_EVENT", (alarms.ANY_ALARM, alarms.STARTED, ILL), alarms.OF_ANOTHER_ALARM),
    _Telltale("CO_EVENT", (alarms.BAD_FLAME, alarms.LAID_LOW)),
    _Telltale(
        "CO_EVENT",
        (alarms.HEATERS, alarms.LAID_LOW),
        wordset("ac cooling hot heatstroke sweating cold freezing shoveling"),
    ),
    _Telltale("CO_EVENT", (alarms.ANY_ALARM, alarms.ALL_NIGHT), alarms.OF_ANOTHER_ALARM),
    _Telltale("CO_EVENT", (alarms.ANY_ALARM, alarms.BY_THE_HEAT), alarms.OF_ANOTHER_ALARM),
    _Telltale("CO_EVENT", (alarms.ANY_ALARM, alarms.IN_FOURS), alarms.OF_ANOTHER_ALARM),
    _Telltale("ELECTRICAL_FIRE", (wires.SOCKETS, wires.CRACKLES), wordset("screen display cooking match color")),
    _Telltale("ELECTRICAL_FIRE", (wires.WENT_BANG,)),
    _Telltale("ELECTRICAL_FIRE", (wires.SOCKETS, wires.GLOWS), wordset("thermostat screen display light lights")),
    _Telltale("ELECTRICAL_FIRE", (wires.ELECTRIC, wires.PLASTIC_GIVES), wordset("screen display sun")),
    _Telltale(
        "ELECTRICAL_FIRE", (wires.ELECTRIC, wires.SCORCHED), wordset("iron skillet grill stove pan grass smoker")
    ),
    _Telltale("ELECTRICAL_FIRE", (any_of("not ... see|breathe ... for|because_of|through the|all_the? smoke"),)),
    _Telltale("ELECTRICAL_FIRE", (wires.PANEL_BUZZES_HOT,)),
    _Telltale("ELECTRICAL_FIRE", (wires.FORCED_ON, wires.BREAKERS, wires.HOT_OR_SMELLS)),
    _Telltale("ELECTRICAL_FIRE", (wires.SOCKETS, wires.SMELLS_HOT), wordset("candles cooking camping grill")),
    _Telltale("ELECTRICAL_FIRE", (wires.CLOTH_SINGED, wires.A_CORD), wordset("iron")),
    _Telltale("ELECTRICAL_FIRE", (wires.NOISY_INSIDE, wires.WALL_SINGED), wires.NOT_IN_WIRING),
    _Telltale("ELECTRICAL_FIRE", (wires.TOUCHED, wires.BITES, wires.LIVE_THING), wires.NOT_LIVE),
    _Telltale("ELECTRICAL_FIRE", (wires.THROWS, wires.LIVE_THING, wires.TOUCHED), wires.NOT_LIVE),
    _Telltale("ELECTRICAL_FIRE", (wires.TICKLES, wires.LIVE_THING), wires.NOT_LIVE),
    _Telltale("ELECTRICAL_FIRE", (wires.LIMB_NUMB, wires.LIVE_THING, wires.TOUCHED), wires.NOT_LIVE),
    _Telltale("ELECTRICAL_FIRE", (wires.WIRE_OFF, wires.WRITHES), wordset("clothesline fishing hose water tv")),
    _Telltale("ELECTRICAL_FIRE", (wires.WIRE_DOWN, wires.OUT_THERE, wires.HUMS), wordset("clothesline tv compressor")),
    _Telltale("ELECTRICAL_FIRE", (wires.LIGHTS_SURGE, wires.BOX_NOISY), wordset("movie car truck")),
    _Telltale("ELECTRICAL_FIRE", (wires.THROUGH_A_LIGHT, wires.WATER_COMES), wordset("skylight daylight sunlight")),
    _Telltale("ELECTRICAL_FIRE", (wires.DRIPPING_LIGHT, wires.WATER_COMES), wordset("skylight daylight sunlight")),
    _Telltale("ELECTRICAL_FIRE", (wires.STANDS_DEEP, wires.PLUGGED_IN_IT)),
    _Telltale("ELECTRICAL_FIRE", (wires.PLUGS, wires.SHOOTS), wordset("screen display light dart darts gun")),
    _Telltale("ELECTRICAL_FIRE", (wires.POWER_BOX, wires.OOZES), wires.OF_BEES),
    _Telltale("ELECTRICAL_FIRE", (wires.POWER_BOX, wires.HUMS_LIKE), wires.OF_BEES - {"bees", "hive"}),
    _Telltale("ELECTRICAL_FIRE", (wires.POWER_BOX, wires.BURNED_A_HAND), wordset("oven stove iron")),
    _Telltale("ELECTRICAL_FIRE", (wires.GONE_BRIGHT, wires.IT_FRIES), wires.NOT_SURGES),
    _Telltale("ELECTRICAL_FIRE", (blaze.TONGUES,), wordset("dog cat cats dogs fireplace shoes painted nails")),
    _Telltale("ELECTRICAL_FIRE", (blaze.DOUSED, blaze.COMES_BACK), blaze.OF_A_SMELL),
    _Telltale("ELECTRICAL_FIRE", (blaze.WISP,), blaze.NO_SMOKE),
    _Telltale("ELECTRICAL_FIRE", (blaze.HOT_SURFACE, blaze.FIRE_BEHIND), blaze.BLISTERS),
    _Telltale("ELECTRICAL_FIRE", (blaze.CANNOT_SEE, blaze.STAYS_LOW), blaze.OF_THE_DARK),
    _Telltale("ELECTRICAL_FIRE", (blaze.COOKS_INSIDE,), wordset("oven degrees stove")),
    _Telltale("ELECTRICAL_FIRE", (blaze.STOMPS, blaze.FLARES)),
    _Telltale("ELECTRICAL_FIRE", (blaze.FLICKERS, blaze.BEHIND_IT), blaze.A_LAMP),
    _Telltale("ELECTRICAL_FIRE", (blaze.CHIMNEY, blaze.ROARS), wordset("wind windy gusts")),
    _Telltale("ELECTRICAL_FIRE", (blaze.INDOOR_HAZE, blaze.STINGS), blaze.OF_STEAM),
    _Telltale("ELECTRICAL_FIRE", (blaze.VENTS_STING,), blaze.OF_DUST),
    _Telltale("ELECTRICAL_FIRE", (wires.ELECTRIC, wires.BUZZES_HOT, any_of("smell|smells|black|brown|touch|spitting"))),
)
TELLING = frozenset[str]().union(*(telltale.signs[0].beginnings for telltale in _TELLTALES))
"""Without any of these words nothing is told by telltales."""
_NAMES: Phrases[bool] = any_of(
    "water heater|heaters",
    "steam iron",
    "to|and|for|buy|buying paint|vacuum",
    "eyes .. water",
    "cold|the draft|drafts",
    "landlord|super|maintenance|roommate|husband|wife ... says|said|thinks|swears|claims it|that is|was just|only? "
    "the|a|some? sewer|septic|drain|drains|trash|garbage|paint|disposal",
    "burning candles|incense|a_candle",
    "like a|an air? compressor|steam|shower|faucet",
    "in|into|to the|my|our car",
    "down low",
)
"""What burns gas has no water to tell of."""
_SUPPOSES = wordset("thought figured figures assumed guessed blamed")
_REACH = 3


# Each sign is a bit: of a turn only those telltales are asked for of which every sign may begin with one of its words.
_SIGNS = tuple(dict.fromkeys(sign for telltale in _TELLTALES for sign in telltale.signs))
_BIT = {sign: 1 << place for place, sign in enumerate(_SIGNS)}
_BITS_OF_WORD = {
    word: sum(bit for sign, bit in _BIT.items() if word in sign.beginnings)
    for word in frozenset[str]().union(*(sign.beginnings for sign in _SIGNS))
}
_BITS = tuple(sum(_BIT[sign] for sign in telltale.signs) for telltale in _TELLTALES)


def told_by_telltales(speech: Speech) -> Hazard | None:
    """The danger that things in the turn tell of together."""
    begun = 0
    for word in speech.words:
        begun |= _BITS_OF_WORD.get(word, 0)
    possible = [one for one, bits in zip(_TELLTALES, _BITS, strict=True) if bits & begun == bits]
    heard = {sign: affirmed(sign, speech) for sign in dict.fromkeys(one.signs[0] for one in possible)}
    told = [one for one in possible if heard[one.signs[0]] and all(affirmed(sign, speech) for sign in one.signs[1:])]
    words = _that_count(speech) if told else frozenset[str]()
    return next((one.hazard for one in told if one.unless.isdisjoint(words)), None)


def _that_count(speech: Speech) -> frozenset[str]:
    """The words that may void a telltale: no part of a name, and none that is denied ("nobody's cooking")."""
    words = speech.words
    named = {place for found in _NAMES.all(speech) for place in range(found.start, found.end)}
    return frozenset(
        word
        for place, word in enumerate(words)
        if place not in named
        and DENIES.isdisjoint(words[max(0, place - _REACH) : place])
        and _SUPPOSES.isdisjoint(words[max(0, place - 2 * _REACH) : place])
    )
