"""Pure. The words that the idioms of yes and no are made of."""

from __future__ import annotations

GOOD = (
    "fine|good|great|perfect|perfectly|okay|alright|all_right|right|correct|wonderful|excellent|awesome|fantastic|"
    "lovely|ideal|cool|amazing|terrific|super|accurate|nice|true|brilliant|splendid|swell|dandy|ok|acceptable|"
    "spot_on|a_yes|peachy|doable|agreeable|reasonable|exactly_right|about_right|very_good|very_well|"
    "sweet|a_deal|"
    "just_fine|okie_dokie|all_set|a_plan|exactly_it"
)
SELF = "i|we|he|she|they"
BAD = (
    "wrong|bad|incorrect|no_good|terrible|inaccurate|off|false|untrue|impossible|not_it|too_early|too_late|"
    "too_far|too_soon|"
    "too_much|too_expensive|too_long|awful|horrible|inconvenient|a_no|a_bad_time|a_bad_day|misspelled|outdated|out"
)
SLOTS = (
    "address|street|name|zip|zip_code|number|phone_number|time|day|date|appointment|spelling|city|information|"
    "info|slot|"
    "place|house|one|email|unit|apartment|last_name|first_name|hour|morning|afternoon|evening|mornings|afternoons"
)
SURE = (
    "absolutely|definitely|certainly|totally|really|very|just|so|quite|pretty|all|sure|still|probably|completely|"
    "most_certainly|of_course|a_bit|a_little|kind_of|exactly|entirely|perfectly|also|most|truly|surely|looking|"
    "actually|too|altogether|100|super|extremely|awfully|overly|100_percent|a_hundred_percent|indeed|really_quite|well"
)
FOR_ME = (
    "from_me|with_me|by_me|for_me|with_us|for_us|to_me|by_us|to_us|with_that|with_it|for_my_schedule|enough|"
    "i_guess|i_suppose|"
    "with_him|for_him|for_them|for_my_wife|for_my_husband|then|on_my_end|on_my_side|i_think"
)
TIMES = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|morning|afternoon|evening|noon|"
    "that_time|that_day|the_time|that_date|that_slot|those_times|mornings|afternoons|evenings|weekends|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|this_week|"
    "next_week|one|two|three|four|five|six|seven|eight|nine|"
    "ten|eleven|twelve|thirty|fifteen|forty_five|o'clock|am|pm|1|2|3|4|5|6|7|8|9|10|11|12"
)
FAMILY = (
    "husband|wife|son|daughter|mom|mother|dad|father|brother|sister|roommate|partner|neighbor|tenant|landlord|grandson|"
    "granddaughter|grandma|grandmother|boyfriend|girlfriend|friend|buddy|super|fiance|spouse|assistant|housekeeper|babysitter|manager"
)
TROUBLE = "problem|issue|trouble|bother|inconvenience|worry|concern|big_deal|hassle|biggie|imposition|deal_breaker"
ALARM = (
    "detectors|detector|alarms|alarm|co_detector|co_alarm|smoke_detector|smoke_alarm|smoke_detectors|smoke_alarms|"
    "carbon_monoxide_detector|carbon_monoxide_alarm"
)
MISS = "see|hear|notice|have|feel|detect|sense|believe|think"

UNSURE: tuple[str, ...] = (
    "maybe|perhaps|possibly|probably|depends|hopefully|whatever",
    "it? depends on? how|what|when|whether|if .. it|that|you|they is|are|costs|have|takes",
    "it depends",
    "can not say|tell|hear",
    "{self}? can not smell",
    "{self}? have|got|has no|a|zero? sense of smell",
    "i know|know_what right|you_mean?",
    "do not you|we|they|i",
    "i|we have|had|got|have_got a|one|another|some|one_more|a_couple_of? question|questions|concern|concerns",
    "you know what",
    "would|could|can|will you",
    "{self} would? like|want you|him|her|them|someone|somebody|a|an|another|some|more|to_know|to_ask|to_check|"
    "to_talk|to_speak|to_hear|to_see",
    "{self} do not know|remember|care|understand|get_it|recall|have_a_clue|have_any_idea|mind_either_way|"
    "really_know|follow",
    "do not know|understand|remember|care",
    "no idea|clue|preference|matter|telling|one",
    "{self} can|do not smell|see|hear very|too|so|that|all_that? well|good|right|much",
    "i|we guess|think not sure|certain|positive",
    "not sure|certain|positive|really_sure|quite_sure|too_sure|so_sure|entirely_sure|totally_sure|100_sure|"
    "clear|following|a_clue",
    "{self} am|are not {sure}? sure|certain|positive|clear|following",
    "yes and no",
    "yes no maybe",
    "maybe|perhaps|possibly no|not|so|it_is|it_will|it_does|it_would|i_will|i_would|i_do|we_will|that_is|they_are",
    "that|it is {sure}? a maybe",
    "maybe|perhaps not sure|certain",
    "neither yes nor no",
    "{self} am|are not {sure}? sure|certain i|we can|want|will|do|need|would|should|like? it|that|this|to?",
    "most_likely|really not sure|certain",
    "can not decide|choose|make_up_my_mind|be_sure|be_certain",
    "i|we guess|suppose? we|i will|shall see",
    "{self} am|are unable|not_able to say|tell|answer|know",
    "kind|sort of yes|no",
    "your guess is as good as mine",
    "let me|us think|check|see|look|ask|get|find|grab|call_you_back|talk|go|just|finish",
    "i|we will|would have|need to check|think|ask|see|look|talk|let_you_know",
    "i have|need|got to check|think|ask|see|look|talk|speak|go",
    "need to check|think|ask|see|look|talk",
    "think about it",
    "hold|hang on",
    "wait|hold|hang a|one|up|on|just_a|here|for_a minute|second|sec|moment|tick?",
    "wait",
    "one|just_a|just_one|give_me_a|a moment|minute|second|sec|min",
    "is|are|was that|it|this|he|she|they|you|there the|a|my|your|our|for|today|tomorrow|going|okay|right|any",
    "what|which|who|where|why|how|when|whose do|did|is|are|was|would|does|about|time|day|kind|much|long|if|can",
    "what",
    "huh|pardon|sorry|excuse_me|come_again",
    "sorry|what",
    "okay|alright|right|well so",
    "i am still? listening|on_the_line",
    "i am still here|there",
    "hello|yello",
    "{self} am|are good|fine|well|okay|great and? how are you|things",
    "you do not say",
    "that is what i|we am|was|are? asking|wondering|wanted_to_know|want_to_know|asked",
    "i know|see|hear_you|mean|heard_you|told_you|said",
    "right now|away|after|before|here|there|next|side|at|on|when",
    "good morning|afternoon|evening|day|question|bye",
    "no one|heat|hot|cold|air|water|power|cooling|ac|more|longer|time|reason|response|pressure|signal|display|"
    "electricity|airflow|flow|light|sound|rush|hurry|warm",
    "all right then? who|what",
    "let me know",
    "it was fine|good|okay|great|working|right",
    "okay|so if|what|who|where|when|how|why|did|does",
)
"""Neither yes nor no, or not yet."""
FILLER: tuple[str, ...] = (
    "whoa|um|uh|umm|uhm|hmm|hm|er|erm|ah|ahh|oh|ooh|eh|well|so|like|mmm|mm|gosh|geez|gee|wow|hey|hi|man|dude|"
    "honey|sir|ma'am|mam|buddy|hon|babe|sugar|pal|please|thanks|thank_you|thank_you_so_much|thank_you_very_much|thank_you_kindly|thanks_a_lot|then|actually|honestly|"
    "basically|you_know|i_mean|you_see|and|my_friend|bud|dear|sweetie|guys|haha|ha|i_say|um_hmm_well|still|"
    "now|today|again|too|also|very_much|appreciate_it|right_here|as_well|i_would_say|i_said|friend|folks|"
    "though|there|but|i_am_sorry|i_am_so_sorry|i_am_afraid|for_real|i_think|i_believe|i_would_say|"
    "as_far_as_i_know|as_far_as_i_can_tell|i_am_pretty_sure|to_be_honest|"
    "thankfully|luckily|fortunately|unfortunately|sadly|frankly|darling|boss|miss|"
    "totally_fine|to_the_best_of_my_knowledge|no_rush|no_hurry|much|a_lot|anyway|myself|for_that|for_now|"
    "thank_goodness|thank_god|lord|a_bunch|it|that|with_that|at_all|either|really|just|of_that|"
    "looks_like|let_us_see|to_me|to_that|with_it|about_that|me|him|her|or_anything|here|in_here|over_here|at_home|anything|at_the_moment",
)
"""Words that leave an answer as it is."""
CHECKED: tuple[str, ...] = (
    "{self} have? just|already? checked|looked|sniffed|walked|searched|double_checked|went|verified",
    "{self} have? just|already? checked|looked|sniffed|walked|searched|double_checked|went|verified ... and|but|so",
)
"""What was done before the answer: "I looked around and there's nothing"."""
FILLER_WORDS = frozenset(word for choices in FILLER for word in choices.split("|") if "_" not in word)
