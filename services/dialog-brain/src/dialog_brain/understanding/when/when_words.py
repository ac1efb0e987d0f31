"""Pure. The words around days and times: bounds, spans, wishes and refusals; executed by `whens.py`."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.calendar_words import (
    DAYS_EVERY_WEEK,
    DAYS_OF_THE_WEEK,
    MONTHS,
    NAMED_DAYS,
    WEEKDAYS,
)
from dialog_brain.understanding.language.numbers import UNITS
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import wordset

Bound = Literal["after", "before", "from", "at"]

BOUNDS: Phrases[Bound] = Phrases(
    {
        "after": [
            "any_time|anytime|some_time|sometime? after|past|following about|around|like|maybe?",
            "no|not|nothing|never|none earlier|sooner than|before",
            "nothing|never|none before",
            "not before",
            "later than",
            "starting|beginning at|from|after?",
            "any_time|anytime from",
            "at the earliest",
            "as early as",
            "the? earliest|soonest i|we ... is|would_be|will_be|am|are be? like|about|around|at?",
            "the? earliest|soonest is|would_be|will_be like|about|around|at?",
        ],
        "before": [
            "any_time|anytime|some_time|sometime? before|by|until|till|til about|around|like|maybe?",
            "no|not|nothing|never|none later than|after",
            "nothing|never|none after|past",
            "not after",
            "earlier|sooner than",
            "between now and",
            "from now to|until|till",
            "prior|up to",
            "at the latest",
            "as late as",
            "the? latest i|we ... is|would_be|will_be|am|are be? like|about|around|at?",
            "the? latest is|would_be|will_be like|about|around|at?",
        ],
        "from": [
            "from",
            "between like|say|maybe|about|around?",
            "anywhere|somewhere|sometime between|from",
            "between the? hours of",
        ],
        "at": [
            "at",
            "at? around|about|approximately|roughly|nearly|close_to|closer_to|near|towards|toward|like|say|maybe|"
            "exactly",
            "at about|around|like|say|maybe|exactly|precisely|approximately",
            "for|make_it|the",
        ],
    }
)
LATER = frozenset([("or", "later"), ("or", "after"), ("and", "later"), ("and", "after"), ("at", "the", "earliest"),
                    ("and", "on"), ("onward",), ("onwards",), ("on",), ("earliest",), ("or", "anytime", "after"),
                    ("or", "any", "time", "after"), ("and", "beyond"), ("or", "so", "or", "later"),
                    ("at", "the", "very", "earliest"), ("no", "earlier"), ("no", "sooner")])  # fmt: skip
EARLIER = frozenset([("or", "earlier"), ("or", "before"), ("or", "sooner"), ("at", "the", "latest"), ("latest",),
                      ("and", "before"), ("or", "anytime", "before"), ("at", "the", "very", "latest"),
                      ("no", "later")])  # fmt: skip
SPAN_JOINTS = wordset("to and through thru until till til - or")
MEALS: dict[str, tuple[int, int]] = {
    "lunch": (12, 13),
    "lunchtime": (12, 13),
    "work": (9, 17),
    "school": (8, 15),
    "dinner": (18, 19),
    "breakfast": (8, 9),
    "supper": (18, 19),
}
"""From when to when; "before lunch" is before its first hour, "after lunch" after its second."""

SOONEST: Phrases[bool] = Phrases(
    {
        True: [
            "as? soon|quick|quickly|fast|early as you|we|they|y'all|he|it|possible|somebody|someone|humanly can|"
            "could|is|possible|possibly|have|got|have_got?",
            "asap",
            "a s a p",
            "the? soonest|earliest|quickest|fastest possible|available|opening|appointment|slot|time|you_have|you_can|"
            "you_got|one|date|availability?",
            "the very? first|next|earliest|soonest appointment|slot|time|opening|spot|one|tech|technician|guy|"
            "person you|y'all have|got|have_got",
            "the? first|next|very_first|very_next available|opening|thing_you_have|thing_available|availability|"
            "open_slot|slot|free_slot|one_available|spot|open appointment|slot|time|one|opening?",
            "come|out|over|here now",
            "now please|works|is|would|if",
            "about right? now",
            "available|free now",
            "right away|now|this_minute|this_second|this_instant",
            "immediately",
            "the? sooner the better",
            "at once",
            "within the|an|a|next? next? hour or_two?",
            "in the next? hour or_two?",
            "soon|quick|quickly|fast can|could you|y'all|they|he|somebody|someone|we",
            "sooner|earlier is better",
            "anything|something|any|one sooner|earlier than_that?",
            "sooner rather? than later",
            "whatever|whichever|whenever is|comes the? first|next|soonest|earliest|quickest",
            "pronto",
            "like|ideally|preferably|as_of yesterday",
            "this instant",
        ],
        False: [
            "whenever|anytime|any_time|any_day is? fine|works|good|okay|possible|you_can|you_are_free|is_best?",
            "whenever you guys|folks|all? can|are|have|want|get",
            "i am|we are flexible|open|free|available|home|here all|any|whenever|anytime day|time|week?",
            "flexible",
            "i do not care when",
            "no preference",
            "does not matter",
            "do not have a preference",
            "doesn't matter when",
            "up to you",
            "any time|day",
            "wide open",
            "you pick|choose",
            "whatever|whichever you_have|works|you_got|you_have_got|is_available|is_open|is_free|comes_up",
            "any opening|openings",
        ],
    }
)
"""True: as soon as possible; False: no wish of one's own, which is the same unless a day was named."""
WHICH_OF_TWO = any_of(
    "is|was|will|would that|it|this be? in|at|on|for? the? morning|am|a_m|today|this ... or",
    "what|which day|date is|was today|tomorrow|{days}",
    "what is today|tomorrow is? date",
    "is|are a? {days}|{all} extra|more|double|higher|more_expensive",
    days=NAMED_DAYS,
    all="saturdays|sundays|weekends|evenings|nights",
)
""" "Is that in the morning or the afternoon?" asks about the time that we said, "is Saturday extra?" what it costs,
and "what day is tomorrow?" what the calendar tells."""
ASKS_HOURS = any_of("are|is you|y'all|they|the_office|your_office|it ... open|closed")
""" "Are you open Sunday?", before anything else was said, wishes no visit."""
WISHES = any_of(
    "like|love|want|wanted|need|needs|needed|prefer|hoping|looking|try|trying|rather",
    "schedule|scheduled|book|booked|appointment|available|availability|opening|openings|slot|visit|technician",
    "come|send|someone|somebody|anybody|anyone|tech|plumber|guy|out",
    "can|could|would|will you|y'all|i|we|they|it|that|somebody|someone|anyone|he",
    "works|work|good|best|better|fine|okay|great|perfect|suits|convenient|ideal",
    "how|what about",
    "make|do|get it|that|me|in|something",
    "let us|me",
    "please",
    "reschedule|move|instead|change",
    "home|free|off|here at|on|all|until|after|from",
    "home|free|off|here|open {day}",
    "for|on|at|by",
    day=NAMED_DAYS,
)
REQUESTS = any_of(
    "can|could|would|will you|someone|somebody|anyone|anybody|we|i|y'all|they|he",
    "i|we need|want|prefer|would",
    "how|what about",
    "any chance|way",
    "let us say|do|make|try|go",
    "i mean|meant",
    "come on? {day}",
    "i|we can|could do|make|be",
    "i|we am|are|will_be free|home|off|open|available",
    "{day} works|suits|would",
    "{day} is best|better|good|great|fine|okay|perfect",
    "not|nothing|no before|until|till|sooner_than|earlier_than",
    day=NAMED_DAYS,
)
"""With these a request begins, also where the transcript has no stop before it."""
PAST = any_of(
    "stopped|started|quit|broke|died|went|happened|noticed|began|was|were|had|came|called|installed|left|woke|"
    "turned|has|have_been|since|ago|yesterday|last_week|last_month|last_year|last_night|last_time|"
    "last_summer|past_weekend|past_week|last_week's|made|found|heard|smelled|saw|used|did|kept|froze|"
    "failed|blew|"
    "burst|moved|bought|got_home|lost|fell|ran",
    "i|we|you|you_guys|y'all|they|he|she|someone|somebody|guy|tech|technician just|all|already? "
    "fixed|repaired|replaced|serviced|cleaned|changed|checked|worked|put|sent|looked|patched|unclogged|snaked",
)
TELLS_THE_HOUR = any_of(
    "it is now|already|almost|nearly|only|just|like|about|past|after|not_even? {hour}",
    hour="|".join((*UNITS, "ten", "eleven", "twelve", *map(str, range(1, 13)), "midnight", "noon", "half_past")),
)
""" "It's nine at night and my AC just died"."""
POLITE = any_of(
    "i|we was|were wondering|hoping|thinking|calling|looking|trying",
    "was wondering|hoping",
    "it|that|this|they|he|she|someone|somebody has|have|had to",
    "has|have to be",
    "anything|something|any|openings|slots|spots|times left",
    "last week in|of",
)
"""A past that asks for something now."""
_DAYS_DECLINED = f"{DAYS_OF_THE_WEEK}|{DAYS_EVERY_WEEK}|weekdays|weekends|days|mornings|afternoons|evenings|nights"
DECLINED = any_of(
    "not work|good|available|possible|home|free|do|make|be|going|okay|great|ideal|convenient",
    "am|are|will_be|is fully|already|all|completely|totally? "
    "busy|out_of_town|booked|away|gone|at_work|working|taken|traveling|travelling|tied_up|swamped|slammed|"
    "stuck|jammed_up|buried|on_shift|on_duty|on_vacation|on_a_trip|out_of_state|out_of_the_country|on_the_road|"
    "unavailable|out_of_the_house|out_of_the_office",
    "is|are no_good|out|off_the_table|impossible|bad|tough|hard|rough|terrible|hectic|packed|full|a_holiday",
    "is|are a_no|a_no_go|no_go",
    "{day} no_good|no_go|nope|bad|out|impossible",
    "i|we|he|she|they work|works|leave|fly|travel out? on? {when}",
    "{day} i|we|he|she|they can not",
    "i|we|he|she|they am|are|is|will_be out on? {when}|all|this|next",
    "i|we|he|she have|has|got work|school|class|classes|plans|meetings|company|court|jury_duty|surgery",
    "closed|leaving|flying|traveling|travelling out? on? {day}",
    "a bad|terrible|busy|tough|rough day|time|week",
    "wrong",
    "only day|one|time|days i|we|he|she|they can|could not",
    "too early|late|soon",
    day=_DAYS_DECLINED,
    when=f"{_DAYS_DECLINED}|today|tomorrow|tonight",
)
TAKEN_BACK = any_of("no? it|that does|will|would|is not")
""" "Wednesday works, oh wait, no it doesn't"."""
FILLERS = wordset(
    "oh well so maybe like yes yeah yep okay sure please then and or the a on at for in sometime some time "
    "around "
    "about i guess think probably just let us see hmm say how what would be is it that's that ish thanks thank you no "
    "good fine works great do make perfect best better actually any anytime okay right if possible ideally preferably "
    "early late later mid could can we you have anything of"
)


REOPENING = wordset("no actually instead rather mean make wait but sorry oops whoops")
"""Words after which a day or a time replaces an earlier one."""
NO_PART = wordset("good not")
"""Before a part of the day these make it a greeting or a refusal."""
NAMED_HOURS: Phrases[Literal["opening", "closing", "late", "noon", "no_earlier"]] = Phrases(
    {
        "no_earlier": [
            "not too|so|super|very|real|really|crazy|terribly early",
            "not be? the? first_thing",
        ],
        "opening": ["first thing", "bright and early", "early in the day"],
        "closing": ["end of the? day|business", "close of business", "eod"],
        "late": [
            "late|later in the? day",
            "last {visit} of the day",
            "as? late as you_can|possible|you_have|you_got|you_have_got",
            "the latest you_can|you_have|you_got|you_have_got|possible|available",
        ],
        "noon": ["at|around|over|during|for my|our|the? {lunch}", "lunchtime|lunch_time|lunch_hour|lunch_break"],
    },
    lunch="lunch|lunchtime|lunch_time|lunch_hour|lunch_break",
    visit="appointment|slot|opening|spot|window|visit|stop|call",
)
EDGES_OF_DAYS: Phrases[Literal["opening", "late"]] = Phrases(
    {
        "opening": ["early|first_appointment|first_slot|first_opening|first_spot|first_visit on?"],
        "late": ["late|later|last_appointment|last_slot|last_opening|last_spot|last_visit on?"],
    }
)
"""Before a day: "late Monday", "the last appointment on Tuesday"."""
AFTER_TIMES = (
    FILLERS
    | REOPENING
    | SPAN_JOINTS
    | WEEKDAYS.keys()
    | MONTHS.keys()
    | wordset(
        "every each daily weekdays weekends "
        "i my me us our your he she they his her their there here this next today tomorrow tonight works will should "
        "if when because cause since after before but by with until only not too during everyone sir ma'am mam thank "
        "o was does sound sounds again work suit suits available possible "
        "first latest earliest onward onwards exactly sharp whichever whatever"
    )
)
"""Words that may follow a bare hour; before any other word a number counts something."""
BEST = any_of("would|will be great|best|ideal|perfect|nice|better|preferable|preferred|wonderful|awesome|amazing")
SECOND_BEST = any_of(
    "but {day} is|would_be|will_be okay|fine|alright|all_right",
    "but {day} works|will_work|would_work|will_do too|also|fine|okay",
    day=NAMED_DAYS,
)
""" "Today would be great, but tomorrow's okay": today, if it can be."""
