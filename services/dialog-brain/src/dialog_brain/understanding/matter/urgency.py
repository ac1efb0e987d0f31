"""Pure. How pressing it is, in the caller's words; apart from when somebody should come."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dialog_brain.understanding.danger.harmless_words import LONG_AGO, WEEKS_AGO
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.for_now import for_now
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.pressing_words import FLOODS, FRAIL, LISTS
from dialog_brain.understanding.understood import Urgency


class Pressing(NamedTuple):
    """How pressing a turn says it is, and whether because water or sewage is running where it should not."""

    urgency: Urgency | None
    flooding: bool = False


_PRESSING: Phrases[Urgency | Literal["flooding"]] = Phrases(
    {
        "emergency": ["emergency|emergencies", "life or death"],
        "flooding": [
            "burst|bursting|busted|broken|exploded pipe|pipes|water_line|water_main|main",
            "pipe|pipes|hose|line|main is|has|just? burst|bursted|exploded",
            "water is|was? pouring|gushing|spraying|flooding|shooting",
            "water ... everywhere",
            "flooding|flooded",
            "ceiling|roof|drywall|sheetrock is|has|just|part? just? sagging|caving|caved|collapsing|collapsed|falling|"
            "fell_in|fell_down|fallen_in|came_down|came_in|come_down|coming_down|coming_in|bulging",
            "sewage|sewer is|has? backing|backed|coming|everywhere|overflowing",
            "raw sewage",
            "sewage|sewer_water|poop|feces|toilet_water is? all? in|on|inside|over|into|through the|my|our|both? "
            "{rooms}|tub|bathtub|shower|sink|yard",
            "{foul}|water is|was|keeps|has|just|started? coming|comes|came|backing|bubbling|gushing|rising up|back|out "
            "... drain|drains|floor|toilet|tub|bathtub|shower|sink",
            "drain|drains|toilet|sewer_line|main_line|septic is|has|keeps? backing|backed up? into|in|onto|through|"
            "all_over the|my|our? {rooms}|tub|bathtub|shower",
            "toilet|tub|bathtub|sink|washer|shower|washing_machine is|has|keeps? overflowing|overflowed|overflows and? "
            "everywhere|onto|all_over|through|into|it_will_not_stop|will_not_stop|it_is_not_stopping",
            "toilet|tub|bathtub|sink|washer will|does not stop overflowing",
            "toilet|toilets is|are|started|keeps overflowing",
            "water is|was|keeps|just|started? coming|running|raining|pouring|rushing|streaming|leaking through|in|down "
            "... {rooms}|ceiling|ceilings|wall|walls|stairs|light|lights|foundation",
            "water is|was|keeps|and_it_is|it_is? rising",
            "inch|inches|foot|feet of standing|dirty|muddy? water|sewage|sewer_water",
            "water ... and it|is is? rising|getting_higher|getting_deeper",
            "can|could|will not|hardly? turn|shut|get|stop ... water ... off",
            "can|could not turn|shut off the|my|our|this|that? water",
            "standing_water in|on|inside|all_over ... {rooms}",
            "it is still|just? spraying|gushing|squirting",
            "can|could not stop the|this|all_the|my? water",
            "water|shower|tub|bathtub|faucet|tap|shower_valve|water_valve|main_valve will|does|would not ... "
            "shut|turn|stop off",
            "hit|broke|cut|cracked|busted|nicked|split|punctured|snapped|drilled_into|drilled_through the|a|my|our|"
            "into_a|into_the? water_line|water_main|water_pipe|main_line|main_water_line",
            "broke|snapped|split a|the|my|our pipe",
            "pipe|pipes|water_line|supply_line|washer_hose is|has|just? just? split|broke|snapped|came|blew "
            "open|off|apart|in_half|loose",
            "water_heater|water_tank|hot_water_heater|hot_water_tank is|has|just? just? burst|ruptured|exploded",
            "spraying|gushing|shooting water|everywhere|all_over",
            "{plumbing} is|are|keeps|started|just? spraying|gushing|squirting|spewing|pouring|shooting",
            "{plumbing} has|have|just|it? just? popped|broke|broken|blew|came|snapped|flew|fell|shot "
            "off|loose|apart|open",
            "tub|bathtub|toilet|shower|sink|washer|dishwasher|neighbor|neighbors|upstairs ... "
            "coming|leaking|dripping|pouring|running|flooding|raining through|into|down_into|down_through|in_through "
            "the|my|our|a? {rooms}|ceiling|ceilings|wall|walls|place|apartment|unit|condo",
            "water will|does|would not stop|quit",
            "water just? keeps|keep on? coming|running|pouring|flowing|rising",
            "{rooms} has|have|got water|standing_water|sewage in|all_over|everywhere|on it|them|there|the_floor?",
            "{rooms} is|looks_like|turned_into full_of_water|under_water|underwater|swimming|a_swimming_pool|a_pool|"
            "a_lake|a_pond|a_river",
            *FLOODS,
            "geyser|waterfall in|out|coming|from|through",
            "water_main|main_line|main_water_line|water_line|main has|just? broke|broken|busted|snapped|let_go|blew",
        ],
        "urgent": [
            "urgent|urgently|asap|immediately|desperate|desperately|critical",
            "a s a p",
            "as soon|quick|quickly|fast as",
            "right away|now",
            "as early as possible|you_can",
            "need|want|get|come|somebody|someone|help ... right_now|now|today|tonight",
            "can not wait",
            "soonest|quickest",
            "the sooner the",
            "in a hurry|rush",
            "today if possible|you_can|at_all",
            "this instant|minute",
            "water ... all_over",
            "newborn|infant|elderly|oxygen",
            "have a baby|newborn",
            *FRAIL,
        ],
        "low": [
            "no rush|hurry|pressure|urgency",
            "not in a|any rush|hurry",
            "not a rush|hurry",
            "whenever you can|get|have|are_free|is_convenient|works",
            "whenever is fine|good|okay|convenient",
            "take your time",
            "at your convenience|leisure",
            "planning|thinking ahead",
            "can wait",
            "there is no rush|hurry",
        ],
        "routine": ["regular|routine|annual|yearly|seasonal maintenance|tune_up|checkup|check_up|service|inspection"],
        "high": [
            "water|shower|tub|bathtub|faucet|tap|shower_valve will|does|would not ... shut|turn|stop off "
            "all_the_way|completely|fully|entirely",
            "inch|inches of standing|dirty? water in|inside the|my|our|that|a ... pan|tray|bucket|tank|unit|pit",
            "pretty|fairly|kind_of|somewhat urgent|soon",
            "getting worse",
            "fairly|pretty soon",
            "high priority",
        ],
    },
    rooms="house|home|basement|kitchen|bathroom|garage|hallway|laundry|laundry_room|crawl_space|crawlspace|bedroom|"
    "living_room|floor|floors|carpet",
    plumbing="pipe|pipes|hose|washer_hose|supply_line|valve|faucet|spigot|hydrant|fitting|hose_bib|sprinkler|"
    "water_line|hot_water_line|shut_off|shutoff",
    **LISTS,
    foul="sewage|sewer_water|sewer|poop|waste|toilet_water|brown_water|black_water",
)
_ORDER: tuple[Urgency, ...] = ("emergency", "urgent", "high", "low", "routine")
_DENIES_ITSELF = wordset("can could will")
""" "Can't wait", "can't shut the water off": the denial is part of it."""
_OVERFLOWS = wordset("overflowed overflowing overflows overflow")
_GOES_ON = any_of(
    "still|keeps|keep just? going|coming|running|flowing|pouring|rising",
    "will|does|has|is|can not ... stop|quit|stopping|stopped",
)
""" "My toilet overflowed, and it's still going"."""
_NOT_PRESSING = Pressing(None)
_COUNTED = wordset(
    "percent % sure dollars bucks cents miles feet foot yards inches degrees pounds gallons minutes hours seconds days "
    "weeks months certain positive"
)
_AGES = frozenset(word for age in LISTS["age"].split("|") for word in (age, age.rpartition("_")[2]))
_OF_A_BABY = wordset("shower gate monitor sitter grand powder")


PRESSING = _PRESSING.telling | _OVERFLOWS
"""Without any of these words no hurry is told."""


def heard_urgency(speech: Speech) -> Pressing:
    """The highest that is stated; "not an emergency" is routine, unless there is no hurry at all."""
    if _PRESSING.absent(speech):
        return _NOT_PRESSING
    stated: set[Urgency | Literal["flooding"]] = set()
    denied = False
    for clause in clauses(speech):
        for found in _PRESSING.all(speech, clause.start, clause.end):
            if for_now(speech, found.end) or _is_of_no_person(speech, found.start, found.end):
                continue
            if (
                found.meaning != "low"
                and negated(speech, clause, found.start, found.start + 1)
                and speech.words[found.start] not in _DENIES_ITSELF
            ):
                denied = True
            else:
                stated.add(found.meaning)
    if not _OVERFLOWS.isdisjoint(speech.words) and _GOES_ON.first(speech) is not None:
        stated.add("flooding")
    if "flooding" in stated:
        past = LONG_AGO.first(speech) or WEEKS_AGO.first(speech)
        return Pressing("emergency", flooding="low" not in stated and past is None)
    return Pressing(next((each for each in _ORDER if each in stated), "routine" if denied else None))


def _is_of_no_person(speech: Speech, start: int, end: int) -> bool:
    """ "He is 80 (percent sure)" tells no age, "there is a baby (shower)" of no baby."""
    following = speech.words[end : end + 1]
    if speech.words[end - 1] in ("baby", "babies"):
        return not _OF_A_BABY.isdisjoint(following)
    return end - start > 1 and speech.words[end - 1] in _AGES and not _COUNTED.isdisjoint(following)
