"""Pure. The words that the idioms of yes and no are made of, and those that leave an answer open or as it is."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import DAYS_EVERY_WEEK, HOURS, NAMED_DAYS
from dialog_brain.understanding.language.family import FAMILY, THE_FAMILY
from dialog_brain.understanding.when.holidays import HOLIDAYS

GOOD = (
    "fine|good|great|perfect|perfectly|okay|alright|all_right|right|correct|wonderful|excellent|awesome|fantastic|"
    "lovely|ideal|cool|amazing|terrific|super|accurate|nice|true|brilliant|splendid|swell|dandy|ok|acceptable|"
    "spot_on|a_yes|fab|peachy|doable|agreeable|reasonable|exactly_right|about_right|very_good|very_well|"
    "sweet|a_deal|"
    "just_fine|okie_dokie|all_set|a_plan|exactly_it|soon_enough"
)
SELF = "i|we|he|she|they"
BAD = (
    "wrong|bad|incorrect|no_good|terrible|inaccurate|off|false|untrue|impossible|not_it|too_early|too_late|"
    "too_far|too_soon|"
    "too_much|too_expensive|too_long|too_rich|a_ways_off|a_long_way_off|awful|horrible|inconvenient|a_no|a_bad_time|a_bad_day|misspelled|outdated|out|a_no_go"
)
SLOTS = (
    "address|street|name|zip|zip_code|number|phone_number|time|day|date|appointment|spelling|city|information|"
    "info|slot|"
    "place|house|one|email|unit|apartment|last_name|first_name|hour|morning|afternoon|evening|mornings|afternoons"
)
SURE = (
    "absolutely|definitely|certainly|totally|really|very|just|so|quite|pretty|all|sure|still|probably|completely|"
    "way|most_certainly|of_course|a_bit|a_little|kind_of|exactly|entirely|perfectly|also|most|truly|surely|looking|"
    "actually|too|altogether|100|super|extremely|awfully|overly|100_percent|a_hundred_percent|indeed|really_quite|well|mighty|"
    "plenty"
)
FOR_ME = (
    "from_me|with_me|by_me|for_me|with_us|for_us|to_me|by_us|to_us|with_that|with_it|for_my_schedule|enough|"
    "i_guess|i_suppose|"
    "with_him|for_him|for_them|for_my_wife|for_my_husband|then|on_my_end|on_my_side|i_think"
)
TIMES = (
    f"{NAMED_DAYS}|{DAYS_EVERY_WEEK}|{HOURS}|tonight|morning|afternoon|evening|mornings|afternoons|evenings|weekends|"
    "this_week|next_week|that_time|that_day|the_time|that_date|that_slot|those_times|"
    "thirty|fifteen|forty_five|o'clock|am|pm"
)
_OTHERS = f"{FAMILY}|boss|landlord|landlady|tenant|tenants|supervisor|owner|office|insurance|parents|folks|other_half"
PEOPLE = "|".join(f"{whose}_{who}" for whose in ("my", "our", "the") for who in _OTHERS.split("|"))
"""Whom one may have to ask."""
TROUBLE = (
    "problem|problems|issue|issues|trouble|bother|inconvenience|worry|concern|big_deal|hassle|biggie|imposition|"
    "deal_breaker|mistake|mistakes|error|errors"
)
ALARM = (
    "detectors|detector|alarms|alarm|co_detector|co_alarm|smoke_detector|smoke_alarm|smoke_detectors|smoke_alarms|"
    "carbon_monoxide_detector|carbon_monoxide_alarm"
)
SENSE = "see|hear|notice|have|feel|detect|sense|believe|think"
IT = "that|it|this|which|everything|all|those|these"
WILL = "will|would|can|could|should"
WHO = f"{SELF}|someone|somebody"
THING = (
    "it|that|this|me|us|him|her|them|someone|somebody|one|the_appointment|the_slot|the_spot|the_visit|the_technician"
)
ACT = "book|schedule|reserve|confirm|grab|take|lock|sign|set|put|pencil|write|mark|get"
QUIT = (
    "skip|stop|quit|cancel|drop|scratch|scrap|table|postpone|delay|shelve|hold_off|wait|pass|leave|forget|strike|kill|"
    "nix|ditch|put_it|push_it"
)
SURELY = (
    "absolutely|definitely|certainly|of_course|probably|guess|hope|hopefully|better|think|maybe|surely|obviously|"
    "totally|rather|prefer|apparently|suppose|please|why_of_course"
)
LUCKILY = "unfortunately|sadly|regrettably|preferably|luckily|thankfully|fortunately"
EVENT = (
    "meeting|appointment|plans|commitment|class|conflict|funeral|wedding|shift|flight|surgery|exam|graduation|recital"
)
TAKEN = "tied_up|booked|swamped|slammed|occupied|unable|engaged|double_booked|unavailable"
ENGAGED = (
    "going_to_be_gone|going_to_be_away|going_to_be_out_of_town|going_to_be_busy|going_to_be_at_work|work|working|at_work|at_school|out_of_town|busy|away|gone|on_vacation|traveling|leaving_town|leave_town|flying_to|in_court|in_class|"
    "in_school|flying|flying_out|driving_to|broke|going_out_of_town|at_the_hospital|at_the_doctor|at_the_dentist"
)
WELL = "safe|normal|clear|fine|good|okay|alright|all_right|clean|ok"
ODD = "weird|funny|strange|odd|bad|strong|slight|faint|awful|terrible|horrible|nasty|chemical|light|little"

UNSURE: tuple[str, ...] = (
    "he|she|they|{relatives} says|said|say|thinks {it} is|works|seems|was fine|okay|good|working|running|fixed? "
    "now|again",
    "maybe|perhaps|possibly|probably|depends|hopefully|whatever|wait|sorry|what|huh|pardon|excuse_me|come_again|hello|"
    "yello|yes_and_no|yes_or_no|yes_no_maybe|neither_yes_nor_no",
    "it? depends",
    "maybe|perhaps|possibly no|not|so|it_is|it_will|it_does|it_would|i_will|i_would|i_do|we_will|that_is|they_are",
    "maybe|perhaps|i_guess|we_guess|i_think|we_think|most_likely|really? not sure|certain|positive",
    "{self}? am|are? not {sure}? sure|certain|positive|clear|following|a_clue",
    "{self} am|are not {sure}? sure|certain i|we can|want|will|do|need|would|should|like? it|that|this|to?",
    "{self}? do not {sure}? know|remember|understand {sure}?",
    "kind|sort of yes|no",
    "can not say|tell|hear|decide|choose|make_up_my_mind|be_sure|be_certain",
    "{self}? have|got|has no|a|zero? sense of smell",
    "{self} can|do not smell|see|hear very|too|so|that|all_that? well|good|right|much",
    "i know|see|hear_you|heard_you|told_you|said",
    "i know right|what_you_mean",
    "it|that is just|only that|the|a|my|our",
    "it is more? that i|we|it|the|my|our|there",
    "i|we have|had|got|have_got a|one|another|some|one_more|a_couple_of? question|questions|concern|concerns",
    "would|could|can|will you",
    "{self} would? like|want you|him|her|them|someone|somebody|a|an|another|some|more|to_know|to_ask|to_check|to_talk|"
    "to_speak|to_hear|to_see",
    "{self} {will}? want|need|like it|that|this for|on|at|in|by|sooner|earlier|later|before|after|done_by",
    "no idea|clue|preference|matter|telling|one",
    "or maybe|not|maybe_not|no",
    "give me|us a|one|just_a second|minute|moment|sec|day",
    "send|get|have|book|schedule somebody|someone|a_guy|a_man|one else|cheaper|better|different|who|that",
    "you|y'all|they|you_guys always|never|only|keep|constantly book|schedule|say|send|come|cancel|show",
    "great|perfect|wonderful|fantastic|lovely|awesome|terrific|nice another|more|now_a|one_more",
    "book|put|schedule|have it|that|this|me under|in|for ... name|name's",
    "is|are|was|did|do|does|have|has|will|would|can|could|should not i|you|he|she|it|that|this|there|we|they",
    "{self} do not have my|the schedule|calendar|glasses|phone|book",
    "let me|us think|check|see|look|ask|get|find|grab|write|jot|call_you_back|talk|go|just|finish",
    "{self} {will}? need|have|got|want|should|better to? check|ask|verify|double_check|think|find_out|run_it_by",
    "please? check|verify|double_check it|that? with|if|again",
    "please? check|verify|double_check the|my address|street|name|spelling|zip|zip_code|number|time|day|date",
    "hold|hang on",
    "what|which|who|where|why|how|when|whose do|did|is|are|was|would|does|about|time|day|kind|much|long|if|can",
    "is|are|was|were|do|does|did|has|have|am|should it|that|this|you|they|he|she|i|we|there",
    "okay|alright|right|well so",
    "right it|that|this is a? holiday|{holidays}",
    "i am still? listening|on_the_line|here|there",
    "{self} am|are good|fine|well|okay|great and? how are you|things",
    "that is what i|we am|was|are? asking|wondering|wanted_to_know|want_to_know|asked",
    "right now|away|after|before|here|there|next|side|at|on|when|under|above|behind|beside|below|by|in|outside|where",
    "sure smells|wish|hope|stinks|takes",
    "no? not|was_not you",
    "no one|heat|hot|cold|air|water|power|cooling|ac|more|longer|time|reason|response|pressure|signal|display|"
    "electricity|airflow|flow|light|sound|warm",
    "{it} is not? up_to me|him|her|my",
    "{self} am|is|are not the one who|that|to",
)
"""Neither yes nor no, or not yet."""
FILLER: tuple[str, ...] = (
    "good_heavens|good_lord|good_god|good_gosh|good_gracious|goodness_gracious|my_goodness|my_god|dear_god|dear_lord|heavens|goodness|god|"
    "hell|heck|fuck|fucking|damn|shit|"
    "aw|aww|shoot|ugh|ew|eww|meh|pfft|phew|beggars_can_not_be_choosers|the_thing_is|the_trouble_is|the_only_thing_is|you_know_what|listen|look|whoa|hmm|hm|ah|ahh|oh|ooh|eh|well|so|like|mmm|mm|gosh|geez|gee|wow|hey|hi|man|dude|"
    "honey|sir|ma'am|mam|buddy|hon|babe|sugar|pal|please|thanks|thank_you|thank_you_so_much|thank_you_very_much|thank_you_kindly|thanks_a_lot|then|actually|honestly|"
    "basically|you_know|i_mean|you_see|and|my_friend|bud|dear|sweetie|guys|haha|ha|i_say|um_hmm_well|still|"
    "now|today|again|too|also|very_much|appreciate_it|right_here|as_well|i_would_say|i_said|friend|folks|"
    "though|there|but|i_am_sorry|i_am_so_sorry|i_am_afraid|afraid|amen|hallelujah|for_real|i_think|i_believe|i_would_say|"
    "as_far_as_i_know|as_far_as_i_can_tell|i_am_pretty_sure|to_be_honest|"
    "thankfully|luckily|fortunately|unfortunately|sadly|frankly|darling|boss|miss|"
    "it_is_not_like|it_is_not_as_if|totally_fine|to_the_best_of_my_knowledge|no_rush|no_hurry|much|a_lot|anyway|myself|for_that|for_now|"
    "thank_goodness|thank_god|lord|a_bunch|it|that|with_that|at_all|either|really|just|of_that|"
    "looks_like|let_us_see|to_me|to_that|with_it|about_that|me|him|her|or_anything|or_nothing|here|in_here|over_here|at_home|anything|at_the_moment",
    "bye|bye_bye|goodbye|good_bye|farewell",
    "talk|speak|see to? you|ya|y'all then|later|soon|tomorrow",
    "have a good|great|nice|wonderful|lovely day|one|night|evening|afternoon|weekend",
    "take care",
)
"""Words that leave an answer as it is."""
CHECKED: tuple[str, ...] = (
    "{self} have? just|already? checked|looked|sniffed|walked|searched|double_checked|went|verified ... and|but|so",
)
"""What was done before the answer: "I looked around and there's nothing"."""
PRAISED: tuple[str, ...] = ("he|she|they {sure}? is|are|was|were {sure}? {good}|the_best",)
""" "Can you send Mike, he's great" praises him, and agrees to nothing."""
FILLER_WORDS = frozenset(word for choices in FILLER for word in choices.split("|") if "_" not in word)

LISTS: dict[str, str] = {
    "holidays": HOLIDAYS,
    "forme": FOR_ME,
    "self": SELF,
    "it": IT,
    "who": WHO,
    "will": WILL,
    "good": GOOD,
    "bad": BAD,
    "slots": SLOTS,
    "sure": SURE,
    "times": TIMES,
    "family": FAMILY,
    "relatives": THE_FAMILY,
    "alarm": ALARM,
    "trouble": TROUBLE,
    "sense": SENSE,
    "thing": THING,
    "act": ACT,
    "quit": QUIT,
    "surely": SURELY,
    "luckily": LUCKILY,
    "event": EVENT,
    "taken": TAKEN,
    "engaged": ENGAGED,
    "well": WELL,
    "odd": ODD,
}
"""The lists by the names that the rows give them."""
