"""Pure. The words that addresses are made of."""

from __future__ import annotations

from dialog_brain.understanding.language.words import wordlist, wordset

DIRECTIONS = {
    **{word: word.capitalize() for word in wordlist("north south east west northeast northwest southeast southwest")},
    **{word: word.upper() for word in wordlist("n s e w ne nw se sw")},
}
QUADRANTS = wordset("northeast northwest southeast southwest ne nw se sw")
STREET_TYPES = wordset(
    "street st avenue ave av road rd drive dr lane ln court ct boulevard blvd place pl way circle cir trail trl "
    "terrace "
    "ter parkway pkwy highway hwy loop cove square plaza pass path run ridge bend crossing creek hollow view point "
    "alley row walk trace glen grove hill hills park crescent expressway freeway turnpike causeway landing springs "
    "station mews close commons heights manor meadow meadows valley vista canyon branch bluff knoll oaks estates "
    "speedway promenade esplanade gardens pike byway fork pointe harbor cliff village fields orchard rise vale shores "
    "crest gate route rte cv bnd xing expy fwy sq plz center ctr rdg woods harbour "
    "overlook bayou brook bypass common crossroad crossroads curve dale estate gateway green inlet isle junction "
    "knolls mall neck oval passage pines prairie quay crossover garth ranch skyway summit viaduct strip throughway"
)
SURE_TYPES = wordset(
    "street st avenue ave road rd drive dr lane ln court ct boulevard blvd place circle cir trail trl terrace parkway "
    "pkwy highway hwy loop cove way square plaza route rte cv sq plz"
)
"""Types that end an address even when nobody asked for one."""
SOLE_NAMES = wordset("broadway mopac bowery embarcadero")
"""Streets that go without a type."""
STATES = wordset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming"
)
"""Those of one word, but Washington, which is rather a street."""
HIGHWAYS: dict[tuple[str, ...], str] = {
    **{(state,): state.capitalize() for state in STATES},
    ("state", "highway"): "State Highway",
    ("highway",): "Highway",
    ("hwy",): "Hwy",
    ("interstate",): "Interstate",
    ("i",): "I-",
    ("ih",): "IH-",
    ("i", "h"): "IH-",
    ("us", "highway"): "US Highway",
    ("us",): "US",
    ("u", "s"): "US",
    ("fm",): "FM",
    ("f", "m"): "FM",
    ("farm", "to", "market"): "FM",
    ("farm", "to", "market", "road"): "FM",
    ("rm",): "RM",
    ("r", "m"): "RM",
    ("cr",): "CR",
    ("c", "r"): "CR",
    ("private", "road"): "Private Road",
    ("toll", "road"): "Toll Road",
    ("tx",): "TX",
    ("rr",): "RR",
    ("ranch", "road"): "Ranch Road",
    ("ranch", "to", "market"): "RM",
    ("county", "road"): "County Road",
    ("county", "highway"): "County Highway",
    ("country", "road"): "Country Road",
    ("state", "road"): "State Road",
    ("state", "route"): "State Route",
    ("rural", "route"): "Rural Route",
    ("route",): "Route",
    ("rte",): "Route",
    ("sr",): "SR",
    ("state", "rte"): "State Route",
    ("state", "rt"): "State Route",
    ("spur",): "Spur",
    ("rt",): "Route",
    ("loop",): "Loop",
    ("avenue",): "Avenue",
    ("ave",): "Ave",
}
_ABBREVIATED = {"road": "rd", "highway": "hwy", "route": "rte"}
HIGHWAYS = {
    (*said[:-1], _ABBREVIATED[said[-1]]): f"{name.rpartition(' ')[0]} {_ABBREVIATED[said[-1]].capitalize()}"
    for said, name in HIGHWAYS.items()
    if " " in name and said[-1] in _ABBREVIATED
} | HIGHWAYS
NO_STREETS = wordset(
    "house home condo duplex property building correct right okay alright perfect exactly great fine sure absolutely "
    "thanks cool awesome yep yup"
)
"""Never the whole name of a street."""
NUMBERED_TYPES = wordset("highway hwy route rte")
"""Types of named roads that have a number: "Old Highway 20"."""
UNITS = {
    "apartment": "Apt",
    "apt": "Apt",
    "unit": "Unit",
    "suite": "Suite",
    "ste": "Suite",
    "lot": "Lot",
    "space": "Space",
    "trailer": "Trailer",
    "trlr": "Trailer",
    "building": "Building",
    "bldg": "Building",
    "room": "Room",
    "floor": "Floor",
    "flr": "Floor",
    "#": "#",
    "pound": "#",
}
UNITS |= {f"{said}'s": UNITS[said] for said in ("apartment", "unit", "suite", "lot", "space", "room")}
""" "The apartment's 3"."""
FIRST_IN_NAMES = wordset("calle camino avenida via paseo rue rancho el la las los del de san santa st mount fort mc")
"""First words of streets that have no type, and as many as four words: "400 La Cresta", "21 Calle Del Norte"."""
AFTER_STREETS = wordset("in or off near over by across between please thanks thank behind")
"""What may follow a street's name without a pause."""
SELDOM_IN_NAMES = wordset(
    "morning evening night sunday monday tuesday wednesday thursday friday saturday january february march april may "
    "june july august september october november december thousand hundred"
)
"""Said of times as a rule, but "Morning Glory Lane" is a street."""
NAMED_BY_DIRECTION = frozenset(
    (direction, name)
    for direction, names in {
        "west": "palm hollywood covina jordan valley allis des sacramento lafayette haven memphis hartford chicago "
        "fargo linn orange bloomfield chester monroe seneca lake",
        "north": "little richland las miami charleston port olmsted royalton augusta platte bergen hollywood myrtle",
        "east": "lansing orange hartford point providence chicago saint st cleveland stroudsburg brunswick palo",
        "south": "bend gate jordan san miami lake pasadena el portland euclid padre plainfield",
    }.items()
    for name in names.split()
)
"""The first two words of towns: after a street the direction is theirs."""
SECOND_TYPES = wordset("road rd drive dr court ct place pl lane ln terrace ter circle cir")
"""May follow the type of a numbered street: "34th Street Court"."""
SIDE_ROADS: dict[tuple[str, ...], str] = {
    ("frontage", "road"): "Frontage Road",
    ("service", "road"): "Service Road",
    ("access", "road"): "Access Road",
}
NEVER_IN_NAMES = wordset("""
    a an the of and or but is are was were be been am i you he she it we they my your our his her their this that
    these those in on at to from for with by near off about around after before because since so if when where what
    who how not no yes yeah do does did have has had will would can could should may might must please maybe
    probably just day days week weeks month months year years hour hours minute minutes second seconds
    degrees dollars bucks percent people kids dogs cats units system systems times pm o'clock morning afternoon
    evening night noon tonight today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december into onto out up down over
    under through come came coming get got going go went want need like know think fix broke working work leaking
    ac furnace heater thermostat toilet sink zip code phone number address thousand hundred sorry hi hello thanks
    thank feet foot inches gallons ton tons story bedroom bathroom bedrooms bathrooms bath rooms different other
    more less than blocks miles block same whole next last every each make sure call called calling somebody
    someone corner anything nothing there here something everything actually basically honestly outside inside
    calls jobs guys men women
    """)
