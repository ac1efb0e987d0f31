"""Pure. The set phrases of no, and of all being well; rows of the table of `consent_idioms.py`."""

from __future__ import annotations

NO: tuple[str, ...] = (
    "no|nope|nah|naw|negative|negatory|nay|non|nein|nuh|nada|noo|nooo|nopers|noper|never|uhuh|nix|false|n|zero|none|"
    "nothing|neither|nobody|nevermind|cancel|stop|wrong|incorrect|inaccurate",
    "no no_no|way|sir|ma'am|thanks|thank_you|need|chance|can_do|deal|dice|good|siree|never|gracias|go",
    "uh|nuh|huh|unh|mm|mmm|mh uh|unh|mm|mmm|nuh",
    "i_beg_to_differ|thumbs_down|bad_timing|over_my_dead_body|as_if|on_the_contrary|far_from_it|try_again|fat_chance|"
    "out_of_the_question|on_second_thought|hold_off|leave_it|call_it_quits|when_hell_freezes_over|when_pigs_fly",
    "none|neither one|of_them|of_those|of_these|of_that|of_the_above|works|option",
    "{surely}|most_likely|for_sure|for_certain|{luckily} not",
    "not at_present|then|currently|really|exactly|quite|yet|today|now|at_all|particularly|necessarily|particular|me|us|"
    "so_much|anymore|any_more|ever|especially|entirely|likely|happening|possible|that|this|so|him|her|it|here|even_close|"
    "a_chance|in_a_million_years|on_your_life|one_bit|in_the_least|even_a_little|for_me|for_us|feeling_it|"
    "going_to_work|going_to_happen|the_case|the_right_one|interested|too_keen|a_good_time|a_thing|a_single_thing|"
    "convenient|acceptable|{good}",
    "not a|one|even_a lick|bit|whiff|trace|hint|speck|shred|smidge of_it|of_that",
    "zip? zilch|squat|bupkis|zippo",
    "not by_a|at_this|at_the|just|for|long long_shot|time|moment|yet|now",
    "not that|as_far_as|so_far_as|to ... know|know_of|aware|aware_of|tell|noticed|seen|smelled|notice|see|smell|"
    "think_of|knowledge|remember|recall|can_tell",
    "not unless|until|till|before|without|if",
    "perhaps not",
    "{self}? am|are? afraid not",
    "{times} no good|way|can_do",
    "{self} will|would just? have|get|ask my|a|the {family}|neighbor|friend|buddy|guy ... look|fix|do|handle|care",
    "{self} will just call|get|find|try|hire another|someone|somebody|a_different plumber|company|outfit|guy|else",
    "not at|for|with that|those|your price|prices|rate|rates|cost|fee|money",
    "not a|one lick|whiff|hint|trace|peep|sniff|puff|wisp|spark|smidge|drop of? it|that|them|those|anything|gas|smoke?",
    "zip|zilch|zippo|diddly|nothing_at_all",
    "not so_fast",
    "not a? {sure}? fan|priority|necessity|necessary|needed|required|helpful|useful|suitable|doable|workable|feasible|"
    "satisfied|happy|keen|sold",
    "in|under no way|circumstances",
    "anything|anytime|any_time|any_day but|except {times}",
    "maybe|perhaps|possibly? some|another|a_different other? time|day|later",
    "maybe|perhaps later|next_time",
    "thanks|thank_you anyway|all_the_same|just_the_same",
    "sure is|does|do|did|will not",
    "the? answer is {sure}? no|negative",
    "are? you are? kidding|joking me?",
    "you must|have_to|have_got_to|got_to be joking|kidding",
    "you do not need|have to send|come|bother|book|schedule|do",
    "{quit} it|that|this|everything|all_of_it|off|on_that|the_whole_thing|it_all|all_that|the_appointment|the_visit|"
    "the_booking",
    "call it|this|that|it_all|everything|the_whole_thing off",
    "let us not",
    "let us? start over|again|from_scratch",
    "let us {quit} it|that|this|off|on_that?",
    "forget it|that|about_it|i_asked|i_called|i_said_anything|the_whole_thing|it_all|all_that|everything|about_that",
    "count|leave|include me|us out",
    "get rid of it|that|this",
    "{self} {will}|am_going_to|are_going_to|have_to|will_have_to|am_going_to_have_to|are_going_to_have_to? "
    "take_a_rain_check|take_a_raincheck|take_a_pass|bow_out|opt_out|back_out|beg_off|sit_this_one_out|give_it_a_miss",
    "close but no cigar",
    "no|that dog {will} not hunt",
    "please? take me|us|it|that|this|him|my_name off|out|down",
    "i|we changed my|our mind",
    "{self}? take that|it back",
    "{self}? have|having|am_having? second thoughts|doubts",
    "{self} am|are leaning|leaning_towards|leaning_toward|inclined_to_say|going_with|inclined_towards no",
    "{self} am|are against it|that|this",
    "{self} have? decided not|against",
    "{self} want_out|quit",
    "{self} want_to|will|would_better|had_better|better|would_rather|prefer_to|would_prefer_to|"
    "would_like_to just? wait|hold_off|skip|pass|cancel|"
    "stop it|that?",
    "let me|us just? wait|hold_off|skip|pass it|that|on_that?",
    "do not you_dare|worry_about_it|worry_about_that",
    "this is his|her|their|the|my {family}",
    "that is? my|the|our|his|her billing|mailing|office|work|old|previous|former|other {slots}",
    "just? not at|on|in|that? {times}|at_that_time",
    "that is where i|we used_to",
    "that is somebody|someone else",
    "{self} am|are? saying|telling_you no",
    "{self} would just_as_soon|as_soon not",
    "{self} already? have|have_got|got plans|something_planned|something_that_day|something_going_on",
    "{self} already have|have_got|got something",
    "{self} have|have_got court|jury_duty|class|church|school|practice|therapy|dialysis|chemo",
    "{self}? can|could not do|make|swing it|that",
    "{self}? can|could|will|would not be home|here|there",
    "not going_to_be? able to? do_that|do_it|make_it?",
    "{self}? had? better|should not",
    "most? likely not",
    "is? not nobody|anybody|anyone {will}|is? be? home|here|there",
    "{self} will|am_going_to|are_going_to just? figure_it_out|call_around|look_around|keep_looking|shop_around",
    "{self} {will}|am|are just? shopping_around|getting_prices|getting_quotes|comparing",
    "{self}|let me|us|{will}|want|need|have|got|like .. shop|look|call around",
    "{self}|let {will}|me|us|want|need|have_to|got_to|gotta|like|going ... another|other|more|some|second|few "
    "quote|quotes|estimate|estimates|opinion|opinions|bid|bids|price|prices",
    "i|we would|had? rather|prefer|sooner not",
    "{self} am|are|will just? going_to? just? hold_off|pass|skip|cancel|wait|leave_it|let_it_go|decline it|that|"
    "on_it|on_that|for_now?",
    "{self} {will}|do not be? need|needing|want|wanting the|a|an|any|your|that visit|appointment|one|help|service|"
    "technician|anymore?",
    "my|our|the {family} want|wants|prefer|prefers|has|like|likes to? use|call|get|have? his|her|their own",
    "i|we would|had? sooner|rather do|have|make|get it|that|this|him|them|you|someone|somebody",
    "{self} will call|phone|ring|text you? back|later|once|when|if",
    "{self} ... take a rain_check|raincheck",
    "rain_check|raincheck|close_but_no_cigar|no_cigar|no_sale|hard_pass|no_go|no_dice|thanks_but_no_thanks",
    "{quit} the whole|entire thing|appointment|visit|idea",
    "yes|yeah|well|actually? {self} do|would|really mind|object",
    "{it}? is|are? not even|anywhere|nearly|remotely|a_bit close|near to? right|correct|true|it|that|what_i_said|"
    "what_i_asked?",
    "{it}? could not be|get {sure}? worse",
    "{it} used_to be right|correct|true|it|my|our|the",
    "can|could not say that? i|we|it|that|this|they {sure}? do|does|is|am|agree|like|want|would|will|have|did",
    "{self} will|will_have_to|need_to|have_to|would_have_to|am_going_to|should call|phone you|you_all|guys? back",
    "{self} {will}|would_rather .. myself|ourselves|online|later|another_time|some_other_time|on_my_own",
    "{self} have|need|want|would_like|prefer|would_prefer|asked_for|wanted|ordered|requested|said|meant "
    "something|somewhere|anything|someone|different|another else?",
    "{self} have|am|are|will|am_going_to|are_going_to|decided_to? found|went|go|hired|chose|chosen|using|try|"
    "trying|call|calling|going|get|find "
    "to|with? someone|somebody|another|a_different|something|some else|company|one|outfit|plumber|guy|quote|quotes|bid|"
    "bids|estimate|opinion?",
    "{self}|my|the? {family}? already|have? already|got? fixed|repaired it|that ourselves|myself|themselves|already?",
    "{self} have? already? got|had|gotten it fixed|done|repaired|sorted|taken_care_of",
    "{self}? already got|have|found|hired|called somebody|someone|another|a|one",
    "somebody|someone|another_company else? is|are coming|doing|fixing|handling",
    "somebody|someone already? fixed|repaired it|that|already",
    "it|that got|is|was|has already? been? fixed|repaired|resolved|sorted|taken_care_of already?",
    "it|the_ac|everything is|started|has_been working|running|cooling|heating now|again",
    "it|the_ac|everything works|runs|is_fine|is_okay fine|okay|great|good? now|again",
    "{self} sold|moved_out_of that|the|my|our house|place|property",
    "{self} am|are all_set|set|good thanks|thank_you",
    "{self} have|have_got|got all|everything|what i|we need|needed|want|wanted|came_for",
    "{self} am|are done|out|finished|through|at_a_funeral|at_a_wedding",
    "no_one|nobody {will}|is be? home|here|there|available|around then?",
    "{self} will_be|am|are|would_be {sure}? out|gone|away|not_in|{taken}",
    "{self} have|have_got|got a|an|another|other|some|my? ... {event}",
    "that|it is my|our|his|her ... birthday|anniversary|{event}|night",
    "{self} work|am_working nights|days|mornings|afternoons|weekends|until|till|late",
    "{self} do|would|will not get home|off|back|out",
    "{self} do|does|did|{will}|am|are|is not .. anymore|any_more|consent|live",
    "my|the|our {family} {will}|is not be? home|here|there|available|around",
    "that_is? when|while {self}",
    "that is before|during {self}|my|our",
    "something is wrong|off|not_right",
    "that|it conflicts|clashes|interferes with?",
    "that|this is a? rip_off|ripoff|scam|joke|long_time|long_wait|long_time_to_wait",
    "that|it costs? is|would_be|will_be? more than i|we? ... pay|spend|afford|want|expected?",
    "that|it costs too_much|a_lot|so_much",
    "that_is|it_is? a? bit|little|way|much|far|kind_of too? early|late|soon|long|far|expensive|much {forme}?",
    "that_is|it_is? too early|late|soon|long|far|expensive|much {forme}?",
)
"""Answers that say no, whatever follows."""
DENY: tuple[str, ...] = (
    "{self} do|does|did|have|has|am|are|{will} not",
    "{self}? do not want|like|need|agree|concur|authorize|accept|think|believe|feel|care_for",
    "{self} am|are|is|{will} not available|free|home|there|be|around|interested|able|in_town|happy|okay|fine|good|"
    "doing|"
    "going|really|that|the|him|her|comfortable|ready|do|make|take|have|get|come|afford|say_yes|wait|waiting",
    "the|that|this? {times}|{slots} is|are|does|do|{will} not going_to? be? work|do|fit|suit|possible|happen|happening",
    "that|it|this|which|they|there|he|she|everything is|are|was|does|did|{will} not work|suit|do|fit|be|help|happen?",
    "that|it|this is not possible|feasible|doable",
    "{self}? can|could|{will} not do|make|swing|manage {times}",
    "please? do not {act}|do|come|send|bother|call|charge|go|make|try|even|think|want|like|need",
    "changed|i_have_changed my mind",
    "the|that|this|my|our|your? {times}|{slots} ... is|are|be|sounds|looks|seems {sure}? {bad} {forme}?",
    "that|it|this|which is|are|sounds|looks|seems|feels {sure}? {bad}",
    "{self} am|are|will_be|would_be|have|will_have|have_got|got|must to? {engaged}",
    "you have|got|have_got ... wrong|backwards|mixed_up|confused|twisted|messed_up",
    "{self}? no longer",
)
"""Sentences with a denial; what follows in the sentence is denied with it."""
SENSED: tuple[str, ...] = (
    "if i|we|it|that|there|this smelled|was|were|saw|heard|had ... {self} would definitely|probably? have|be? "
    "called|calling|call|know|known|smell|smelled|notice|noticed|tell|told|left|leave|outside|gone|out it|you|911?",
    "{self}|my|the|our? {family}? can|could? smell|smells|hear|hears|notice|feel|smelling|smelled "
    "nothing|none_of_that|none_of_those at_all|of_that|like_that|else|here|unusual|weird|strange|funny|burning?",
    "{self}|my|the|our? {family}? can|could? see|sees|seeing nothing|none like_that|of_that|here|unusual|burning",
    "nothing|none i|we can|could? smell|see|hear|notice",
    "there is nothing i|we can|could? smell|see|hear|notice",
    "{self} would know|notice|smell|hear|see|have_noticed|have_smelled|have_called_911|be_gone|be_outside ... "
    "if|by_now there|it|i|something? was|were|is|did? "
    "any|one|anything|something|gas|smoke|a_leak|smelled_gas|smelled_it|saw_smoke?",
    "{self}|my|the|our? {family}? do|did|have|has|does not {sense}|smell|smelled|seen|heard|noticed|felt|detected",
    "is not no|any smoke|gas|smell|odor|fire|{alarm}",
    "{self}|my|the|our? {family}? can|could not {sense}",
    "{self}|my|the|our? {family}? can|could not smell it|that|this|them|any|anything|none|nothing|gas|smoke|"
    "burning|a|the|or",
    "{self} am|are|is not {sure}? smelling|smelled|seen|heard|noticed|seeing|hearing|noticing|getting|detecting",
    "{self}|there do|does|is|are not have|see|smell|hear? any|anything of_that|of_those|of_those_things|of_these|"
    "of_these_things|of_it|like_that|such_thing",
    "there is|are none|nothing of_that|of_those|of_it|like_that",
    "everything|all|everyone|things|house is|are {sure}? quiet|calm|peaceful",
    "all clear|quiet|good on that|this|our|my|the front|end|side",
    "no_one|nobody|none_of_us has|have? smelled|smells|noticed|notices|seen|sees|heard|hears|reported",
    "the|my|no|our? {alarm} is|are|has|have|did|does not ... off|beep|beeping|beeped|sound|sounding|sounded|on|"
    "chirping",
    "the|no|my|our? {alarm} is|are {sure}? fine|quiet|silent|okay|good|off|not",
    "that|it? is|was? not an|a? emergency|danger|dangerous",
    "does|did not {sure}? seem|look|appear like_it|so|that_way|to_be",
)
"""Nothing was noticed."""
SAFE: tuple[str, ...] = (
    "{self}|it|everything|house am|are|is|have an|a? all|totally|fully|completely|only? electric house|home|place?",
    "{self}|you|everything|everything_else|everyone|everybody|all|things|it|house|place|that is|am|are|looks|seems|"
    "smells {sure}? {well}",
    "nobody|no_one|none_of_us is|are|has|feels|was {sure}? hurt|sick|ill|injured|in_danger|dizzy|feeling_sick|"
    "feeling_ill|feeling_bad",
    "the|my|our house|home|place|area|building|apartment|kids|family|dog|pets is|are {sure}? {well}",
    "all|looks|smells {sure}? {well}|quiet|well",
    "i|we am|are good|fine|okay|cool|set|all_set|all_good",
    "{self}|everything|it? am|are|is fine|good|okay|safe|clear on|in|with|there that|this|it? "
    "front|regard|department|score|end?",
)
"""All is well."""
DONE: tuple[str, ...] = ("that|this is|will_be|would_be all|everything", "nothing else|more")
"""Nothing more is wanted."""
