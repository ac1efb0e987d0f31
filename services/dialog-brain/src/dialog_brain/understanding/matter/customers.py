"""Pure. What makes a caller a customer: a trouble or a wish of their own; what only sounds like an office matter."""

from __future__ import annotations

from itertools import pairwise

from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.named_bill import names_bill
from dialog_brain.understanding.matter.problems import OF_A_REPAIR, evidence, mentions_machine
from dialog_brain.understanding.matter.trade_words import EQUIPMENT
from dialog_brain.understanding.understood import Expected, Kind

_CUSTOMER = any_of(
    "warranty repair|service|claim|work",
    "need|want|like|get|have|somebody|someone|schedule|book ... fix|fixed|repair|repaired|look|looked|check|"
    "checked|serviced|service|appointment|tune_up|maintenance|inspection|technician_out|somebody_out|"
    "someone_out|cleaned|installed|replaced",
    "service call|appointment|visit",
    "tune up",
    "quote|estimate for|on a? new|replacement|system|unit|repair",
    "not working|cooling|heating|draining",
    "need a|some repair|service|plumber|technician|estimate|quote|help",
    "schedule|book|make|set_up ... appointment|service|visit|maintenance|estimate",
    "come out",
    "fix my|our|a|the",
)
_OWN_WISH = any_of(
    "need|want|wants|wanted|like|ready|due|time|looking|calling|schedule|book|get to? get|have|schedule|book|"
    "set_up|for? a|an|my|our|the|another|your? annual|yearly|spring|fall|seasonal|winter|summer|free? "
    "tune_up|tuneup|tune_ups|checkup|check_up",
    "fix|repair|service|clean|replace|check|check_on|look_at|work_on|inspect|install|put_in|see_about my|our "
    "... {machine}",
    "my|our ... {machine} fixed|repaired|serviced|cleaned|replaced|installed|inspected|looked_at|checked|worked_on",
    "need|want|wants|wanted|like|get|getting|looking_for|after|calling_for|calling_about|about to? get|have? "
    "a|an|another|some|your? new|second|written|free|competitive? {price} for|on|to ... {machine}",
    "{price} for|on my|our ... {machine}",
    machine=EQUIPMENT,
    price="bid|bids|quote|quotes|estimate|estimates|pricing|proposal|proposals",
)
""" "We need a bid on our rooftop unit", "I want a tune-up": of somebody who sells or looks for work these are not."""
_WHEREABOUTS = any_of(
    "work|school|here|outside|upstairs|downstairs|next_door|abroad",
    "my|our|his|her|their",
    "the? office|car|road|store|house|hospital|airport|job|truck|neighbors|lobby|parking_lot|gym|lake",
    "out of town|state|the_country",
    "a|another|different|this|somebody's different|new|borrowed|phone|number|cell|city|state|town|friend's",
)
""" "I'm calling from work" tells where one is, "from Acme" for whom one calls."""
_HOUSES = any_of(
    "school|schools|district|church|hospital|clinic|hotel|motel|restaurant|college|university|library|apartments|"
    "condos|daycare|temple|mosque|parish|city|county|museum|theater|salon|nursing_home|property_management|hoa"
)
_COMMON_BUSINESS = any_of(
    "about|regarding|concerning|on ... claim|claims|rebate|rebates|permit|permits|customer|customers|"
    "customer's|policyholder|policyholder's|order|orders|backorder|outage|bid|quote|estimate|inspection|"
    "paperwork|work_order|job_site|meter|meters|main|line|lines"
)
""" "I'm calling from Allstate about a claim": whoever has business with us is called back, not turned away."""
_ENERGY = wordset("electric electricity energy gas power utility water heating")
_OWN_NUMBER = wordset("gave give given left leave told tell wrote put")
""" "I gave you the wrong number" tells of a number, not of this call."""
_US = wordset("you y'all back earlier sooner yesterday last about in")
_BARELY_WRONG = wordset("wrong this")
_UNSETTLED: tuple[Expected, ...] = ("open", "safety", "problem")
"""Asked for anything else, "wrong person" says that we have a value wrong."""
_JOB_WORDS = wordset(
    "job jobs hiring position positions opening openings career careers technician technicians tech installer "
    "installers helper helpers plumber plumbers apprentice dispatcher work working apply applying application resume "
    "indeed craigslist linkedin ziprecruiter glassdoor wanted employment experience posting"
)
_NAMED_ROLES = wordset("purchasing purchases decision_maker buyer marketing advertising")
_OF_OURS = any_of(
    "for you|y'all|you_guys|you_all|you_folks|your_guys",
    "done|finished|completed",
    "on|at|in my|our",
)
""" "I have a job for you", "I need a job done on my AC": who hires us looks for no work."""
_ASKS_WHO = any_of("owner|decision_maker|purchasing|whoever|person_in_charge|who|available")
""" "Is the owner there?" alone may be a customer's."""
OF_CUSTOMERS = _CUSTOMER.beginnings | _OWN_WISH.beginnings | OF_A_REPAIR
_OWNERS = wordset("my our the it i")
_OWN = any_of(
    "my|our|the|this ... ac|a_c|air|heat|heater|furnace|unit|system|thermostat|toilet|sink|drain|pipe|faucet|"
    "shower|water_heater|boiler|heat_pump|sewer|disposal|ac_unit|hvac|compressor|condenser|sump_pump|fan|vent|"
    "water|conditioner|plumbing|tub|ducts|air_conditioner ... is|not|has|stopped|quit|broke|broken|went|"
    "leaking|"
    "leaks|out|dead|making|keeps|does|will|needs|blowing|died|down|was|clogged|backed|running|fixed|repaired|"
    "looked|serviced|checked|replaced|again",
    "i|we have no",
    "no heat|hot_water|ac|cooling|cold_air|water",
    "it is not working|cooling|heating|draining",
    "i|we have a leak|leaking|clogged|broken|leaky",
    "my|our ... is|are out|broken|leaking|dead|down|clogged",
)


def asks_service(speech: Speech) -> bool:
    """Whether something is said that a customer says."""
    return _CUSTOMER.first(speech) is not None or ("my" in speech.words and mentions_machine(speech))


def wishes_for_own(speech: Speech) -> bool:
    """Whether service, or a price for it, is wished for something of the caller's own."""
    found = _OWN_WISH.first(speech)
    return found is not None and _JOB_WORDS.isdisjoint(speech.words[found.end : found.end + 1])


def owns_trouble(speech: Speech) -> bool:
    """Whether something of the caller's own is out of order."""
    if not evidence(speech):
        return False
    return not _OWNERS.isdisjoint(speech.words) and _OWN.first(speech) is not None


def asks_for_somebody(speech: Speech, found: Found[Kind]) -> bool:
    """Whether a phrase only asks for somebody, as customers do too: "the owner", "whoever is in charge"."""
    return _ASKS_WHO.first(speech, found.start, found.end) is not None


def is_innocent(speech: Speech, asked: Expected, found: Found[Kind]) -> bool:
    """Whether a phrase only sounds like an office matter: a name, a job site, the place that one calls from."""
    return _INNOCENT[found.meaning](speech, asked, found.start, found.end)


def _no_wrong_number(speech: Speech, asked: Expected, start: int, end: int) -> bool:
    """ "I gave you the wrong number", "I meant to call you back", "wrong person" to a name that was read back."""
    words = speech.words
    before = words[max(0, start - 5) : start]
    if words[start] == "meant":
        settled = asked not in _UNSETTLED or words[end - 1] == "get"
        return settled or not _US.isdisjoint(words[end : end + 1])
    if not _OWN_NUMBER.isdisjoint(before):
        return True
    mine = not {"i", "we"}.isdisjoint(before) and not {"have", "got", "had"}.isdisjoint(before)
    return asked not in _UNSETTLED and words[start] in _BARELY_WRONG and not mine


def _no_bill(speech: Speech, asked: Expected, start: int, end: int) -> bool:
    """A name, or the energy bill."""
    words = speech.words
    before = words[max(0, start - 2) : start]
    if words[start:end] == ("bill",):
        return not _ENERGY.isdisjoint(before) or names_bill(speech, asked, start)
    return "not" in before and words[start] == "billing"


def _no_applicant(speech: Speech, _: Expected, start: int, end: int) -> bool:
    """A job site, an advertisement for what we do, somebody who hires us."""
    words = speech.words
    if words[end : end + 1] in (("site",), ("sites",)):
        return True
    if words[end - 1] == "job" and end < len(words) and _OF_OURS.at(speech, end) is not None:
        return {"you", "y'all", "there"}.isdisjoint(words[max(0, start - 3) : start + 1])
    if words[end - 1] == "ad":
        return _JOB_WORDS.isdisjoint(words)
    if words[start] == "hiring":
        return words[start - 1 : start] == ("not",) or words[end : end + 1] in (("you",), ("y'all",), ("your",))
    return False


def _no_vendor(speech: Speech, _: Expected, start: int, end: int) -> bool:
    """Who calls from a place, has business with us, sells their house, has a warranty, wants our boss."""
    words = speech.words
    before, said = words[max(0, start - 2) : start], words[start:end]
    if said[-2:] == ("calling", "from"):
        return _calls_from_a_place(speech, end)
    if said == ("selling",):
        return before[-1:] == ("not",) or words[end : end + 1] in (("my",), ("our",), ("the",))
    if said[0] == "sales":
        return before[-1:] in (("my",), ("your",), ("y'all's",))
    if said[:2] in (("extended", "warranty"), ("final", "notice"), ("important", "message")):
        return not _HOLDING.isdisjoint(words[max(0, start - 4) : start])
    asks = _ASKS_WHO.first(speech, start, end) is not None and said[-1] not in _NAMED_ROLES
    return asks and said[0] in _ASKING_FOR and _NAMED_ROLES.isdisjoint(words)


def _calls_from_a_place(speech: Speech, end: int) -> bool:
    if end == len(speech.words) or _WHEREABOUTS.at(speech, end) is not None:
        return True
    business = _COMMON_BUSINESS.first(speech, end) is not None or _HOUSES.first(speech, end, end + 6) is not None
    return business or ("for", "my") in pairwise(speech.words[end:])


_ASKING_FOR = wordset("talk speak speaking person whoever")
_HOLDING = wordset("i we have has got get getting received my our under by")
_INNOCENT = {
    "wrong_number": _no_wrong_number,
    "billing": _no_bill,
    "applicant": _no_applicant,
    "vendor": _no_vendor,
}
