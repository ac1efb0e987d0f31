"""Pure. Statements that tell what else is done at a time, and so that it is no wish: "I have church on Wednesday"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import DAYS_EVERY_WEEK, NAMED_DAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BUSY: Phrases[bool] = Phrases(
    {
        True: [
            "{who} just|only|already|also|do? have|has|got|have_got|has_got",
            "{who} ... go|goes|going to|for|into|over_to|up_to|down_to|on",
            "{who} am|are|is|will_be at|in|on|with|off_to|over_at|up_at|down_at|down_in|up_in",
            "{day} is the",
        ],
        False: [
            "{who} ... leave|leaves|leaving|fly|flies|flying|drive|driving|travel|traveling|travelling on|for|to|until|"
            "till",
            "{who} am|are|is|will_be having|getting ... {worked}",
            "{who} am|are|is|will_be in|at meetings|court|surgery|class|classes|training|work all_day|all_morning|"
            "all_afternoon|most_of_the_day|the_whole_day",
            "{who} am|are|is closing|moving|working|teaching|hosting|babysitting|volunteering|flying|driving",
            "my|our|his|her|their|the|a {visitor} ... comes|come|coming|is_here|arrives|arrive|start|starts|begin",
            "the|a carpet|floors|floor|roof|deck|driveway|pool|house|kitchen get|gets|is_getting|are_getting|is_being|"
            "are_being {worked}",
            "{who} have|has|got|have_got|has_got|need|needs to work|teach|travel|fly|drive|attend|babysit|watch|"
            "study|pick_up|be_at|be_on|be_in_court|be_in_class|be_in_school",
            "{who} am|are|is|will_be having|throwing|attending|expecting|celebrating|giving "
            "a|an|the|our|my|his|her|some? {event}|{gathering}",
            "{who} eat|eats|nap|naps|sleep|sleeps|teach|teaches|coach|coaches|bowls|golf|golfs|volunteer|"
            "volunteers|babysit|babysits|perform|performs|travel|travels|host|hosts|swim|swims|play|plays|sing|sings|"
            "study|studies|exercise|pray|worship|clean|cleans|mow|mows|garden|dance|dances|train|trains|watch|watches|"
            "keep|keeps",
            "my|our|his|her|their ... birthday|anniversary|funeral|wedding|party|surgery|appointment|graduation|"
            "recital|shift|class|classes|practice is|are|starts|start|begins",
            "my|our|his|her|their ... appointment|surgery|meeting|interview|class with|at|for a|an|the|my|our|his|her|"
            "another|some|other ... is|are",
            "{who} pick_up|picks_up|drop_off|drops_off|get|gets the|my|our|her|his kids|kid|son|daughter|boys|girls|"
            "grandkids|mom|dad",
            "{event} is|are",
            "they|guests|tenants|renters|he|she check_out|checks_out|check_in|checks_in|move_out|move_in",
            "a|the|my|our {event} on|this|next|that",
            "{day} is my|our|his|her|their|{who}'s",
            "{day} is a|an|the? {duty} day",
        ],
    },
    who=f"i|we|he|she|they|kids|parents|in_laws|grandkids|folks|{FAMILY}|the_baby|the_dog|gal|guy|lady|who|company",
    visitor="inspector|painter|painters|movers|plumber|electrician|roofer|roofers|cleaner|cleaners|cleaning_lady|maid|"
    "appraiser|realtor|buyers|guests|company|family|in_laws|nurse|therapist|exterminator|bug_guy|contractor|cable_guy|"
    "carpet_guy|landlord|adjuster|caterer",
    day=f"{NAMED_DAYS}|that",
    event="closing|party|funeral|wedding|graduation|recital|showing|open_house|game|shower|reunion",
    gathering="company|guests|family|people_over|friends_over|baby_shower|birthday_party|dinner_party|cookout|barbecue|"
    "surgery|procedure|operation|colonoscopy|yard_sale|garage_sale|service|carpet|floors|work_done",
    worked="done|redone|installed|delivered|painted|laid|sprayed|refinished|put_in|paved|sealed|treated|fumigated",
    duty="work|school|church|travel|trash|laundry|busy|long|full|crazy|hectic|surgery|clinic|game|practice|holy|moving",
)
"""True: what follows must name something; False: enough by itself."""
_HINDERED = any_of(
    "my|our|his|her|the car|truck|van|ride is|will_be {shop}",
    "my|our|his|her|the car's|truck's|van's|ride's {shop}",
    "my|our in_laws|guests|company|parents|folks leave|leaves|fly|flies|check_out",
    "they am|are|is|will_be paving|repaving|tarring|resurfacing|digging_up|tearing_up|blocking|closing",
    shop="in_the_shop|at_the_shop|at_the_garage|at_the_mechanic|at_the_mechanic's|at_the_dealer|at_the_dealership",
)
"""What hinders a visit on its day when nothing is told of somebody who is there: the caller's own word is stronger."""
_THERE_ALL_THE_SAME = wordset("home here there then anyway")
_SUBJECTS = wordset("my our his her their they bible choir band trash i we he she") | frozenset(FAMILY.split("|"))
_BEFORE_SUBJECTS = wordset("and but so well because cause since i mean just no yes yeah oh um see actually")
_REST = any_of(
    "so|and|but? any|every|all|some|the other day|days|time",
    "so|and|but? another day|time",
    "so|and|but? otherwise",
    "so|and|but? other than|besides|apart_from|aside_from|except_for that",
    "so|and|but? the? rest of the|this|my|next week|time|days?",
    "so|and|but? the rest",
    "so|and|but? any|every day|time but|except that|then",
    "so|and|but? not that day?",
    "so|and|but? not then",
)
"""What is said of all days but the one that was named before it."""
_ITS_DAY: Phrases[bool] = Phrases(
    {
        True: ["{day} is|are my|our|his|her|their ... day|days"],
        False: ["my|our|his|her|their ... day|days is|are"],
    },
    day=f"{NAMED_DAYS}|{DAYS_EVERY_WEEK}|that",
)
_SUITS = wordset(
    "free open off available best better good only first second next earliest preferred favorite choice usual easy "
    "easiest light lightest slow quiet lazy flexible ideal perfect home husband's wife's"
)
""" "My best day", unlike "my bowling day"; not "my day off" either."""
_FREE = wordset(
    "choice preference pick favorite "
    "free open off available availability time opening openings home house here town back nothing anything day days "
    "flexible best better good works work okay fine want need like prefer please can could would window slot slots "
    "appointment you somebody someone it that anytime any every all both either done ready around no not until till "
    "together left plenty lots problem question ac heat heater furnace unit system mind"
)
"""With one of these among the next words it tells when somebody is free, or something else."""
_SETTLING = wordset(
    "said say says saying told tell tells think thinks thinking guess guessing suppose suppose picked pick picks vote "
    "voted votes chose choose asked asks ask wants wanted wanna needs hope hopes hoping prefers recommends suggests "
    "suggested mean means meant answer wish request give gives gave let lets take takes taking agreed agrees confirmed "
    "insists likes loves love leaning set empty vacant unlocked clear quiet schedule calendar hours earliest latest "
    "soonest date deadline limit target goal weekend weekends lease warranty expires due visit address name number "
    "zip cell phone allows permits ideal suits there option options chance shot bet opportunity idea thought have "
    "has had offered shows showed okayed cleared"
)
"""With one of these a statement settles when it is to be, or tells something else than what is done on a day."""
_FREE_ANYWHERE = _FREE - wordset("home house here town")
_ASKING = wordset("can could may might")
""" "Can we have a visit on Friday?" asks for one."""
_BEFORE_TIMES = wordset("on at from by around about every each this next the a an my our some to and or in for today")
_FAR = 4
_DONE_BEFORE = frozenset(["first", "beforehand"])
""" "Ten o'clock, I have my coffee first"."""


def tells_busy(speech: Speech, clause: Clause, *, awaited: bool = False) -> bool:
    """Whether a statement tells what somebody does at the time that is named in it; `awaited`: a time was asked for."""
    if _belongs_to_something(speech, clause) or (awaited and _tells_of_its_own(speech, clause)):
        return True
    if _BUSY.absent(speech) or speech.words[clause.end - 1] in _DONE_BEFORE:
        return False
    for found in _BUSY.all(speech, clause.start, clause.end):
        following = _without_each(speech.words[found.end : min(found.end + _FAR + 1, clause.end)])[:_FAR]
        free = _FREE if found.meaning else _FREE_ANYWHERE
        asks = found.start > 0 and speech.words[found.start - 1] in _ASKING
        if asks or not free.isdisjoint(following) or "not" in speech.words[clause.start : found.end]:
            continue
        if not found.meaning or _names_something(following):
            return True
    return False


def _tells_of_its_own(speech: Speech, clause: Clause) -> bool:
    """ "My car's in the shop tomorrow", "my bridge club is Thursday, any other day": what hinders a visit, or behind
    which all other days are wished for, with no word of when anybody is free or of what is wished.

    Whatever else is told of others may as well tell who lets us in: "my wife stays in on Fridays".
    """
    if _hinders(speech, clause):
        return True
    place = clause.start
    while place < clause.end - 1 and speech.words[place] in _BEFORE_SUBJECTS:
        place += 1
    rest = next((at for at in range(place + 1, clause.end + 1) if _wishes_for_the_rest(speech, at)), None)
    told = speech.words[place:rest]
    if rest is None or len(told) <= _SHORTEST or _SUBJECTS.isdisjoint(told):
        return False
    return _FREE.isdisjoint(told) and _SETTLING.isdisjoint(told) and _OFF.isdisjoint(speech.words)


def _hinders(speech: Speech, clause: Clause) -> bool:
    """Whether something known hinders, and neither its day is named again nor somebody is there all the same."""
    found = _HINDERED.first(speech, clause.start, clause.end)
    if found is None or not _OFF.isdisjoint(speech.words):
        return False
    behind = speech.words[found.end :]
    days = [word.removesuffix("s") for word in behind if word.removesuffix("s") in NAMED_DAYS.split("|")]
    return _THERE_ALL_THE_SAME.isdisjoint(behind) and len(days) == len(set(days))


def _wishes_for_the_rest(speech: Speech, place: int) -> bool:
    """Whether all other days are wished for from `place` on: "any other day", but not "any other day I'm away"."""
    found = _REST.at(speech, place) if place < len(speech.words) else None
    if found is None:
        return False
    after = [word for word in speech.words[found.end :] if word not in _TIMES and word not in _BEFORE_TIMES]
    return not after or (not _FREE.isdisjoint(after) and _NOBODY_IN.first(speech, found.end) is None)


_NOBODY_IN = any_of("nobody|nobody's|no_one|no_one's", "at|to work", "working|away|gone")
""" "Otherwise nobody's home"."""
_OFF = wordset("cancelled canceled moved postponed rescheduled")
_SHORTEST = 2
""" "My Thursday" tells nothing."""


def _belongs_to_something(speech: Speech, clause: Clause) -> bool:
    """ "Tuesday is my bridge day", "my bridge day is Tuesday"; but not "my day off"."""
    found = _ITS_DAY.first(speech, clause.start, clause.end)
    if found is None:
        return False
    said = speech.words[found.start : found.end]
    begin, end = (3, len(said) - 1) if found.meaning else (1, len(said) - 2)
    after = speech.words[found.end : found.end + 1]
    return begin < end and _SUITS.isdisjoint(said[begin:end]) and after not in (("off",), ("at",))


def _without_each(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without how often: "therapy at three (every day)"."""
    return tuple(word for before, word in zip(("", *words), words, strict=False) if "every" not in (before, word))


def _names_something(words: tuple[str, ...]) -> bool:
    """Whether the first word that is no article and no preposition is a thing, and not a time."""
    first = next((word for word in words if word not in _BEFORE_TIMES), "")
    return first != "" and first not in _TIMES and not first[0].isdigit()


_TIMES = wordset(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays weekdays weekends weekend week morning mornings afternoon afternoons evening evenings "
    "night nights noon one two three four five six seven eight nine ten eleven twelve first second third early "
    "late january february march april may june july august september october november december"
)
