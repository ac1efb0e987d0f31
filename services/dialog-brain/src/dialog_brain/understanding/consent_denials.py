"""Pure. The idioms of no, and of all being well; part of the table of `consent_tones.py`."""

from __future__ import annotations

NO: tuple[str, ...] = (
    "no|nope|nah|naw|negative|negatory|nay|non|nein|nuh|nada|noo|nooo|nopers|noper|never|uhuh|nix|false",
    "no no|no_no|way|sir|ma'am|thanks|thank_you|not|nothing|need|chance|can_do|deal|dice|thankyou|siree|good|"
    "never|gracias|go|please",
    "yes|yeah|well|actually? {self} do|would|really mind|object",
    "ill pass",
    "can|could not say that? i|we {sure}? do|am|agree|like|want|would|have|did",
    "thanks|thank_you anyway|all_the_same|just_the_same",
    "do not you|even dare|think|bother|try",
    "{self} take that|it back",
    "{self} am|are leaning|leaning_towards|leaning_toward|inclined_to_say|going_with|inclined_towards no",
    "hardly|scarcely",
    "not what i|we had_in_mind|wanted|want|need|asked_for|said|meant",
    "you do not need|have to send|come|bother|book|schedule|do",
    "{self} will|can|would_rather .. myself|ourselves|later|another_time|some_other_time|on_my_own",
    "neither one|of_them|of_those|works|option",
    "i beg to differ",
    "{self} have something|somewhere else",
    "count|leave|include me|us out",
    "thumbs down",
    "not a {sure}? fan|priority|necessity",
    "not {sure}? necessary|needed|required|helpful|useful|suitable|doable|workable|feasible|satisfied|happy|keen|sold",
    "{self} am|are|will_be {sure}? tied_up|booked|swamped|slammed|occupied|unable|engaged|double_booked|unavailable",
    "{self} have? found|went_with|go_with|hired|chose|chosen|am_using|are_using|will_try|will_call|will_find|will_use|"
    "will_go_with someone|somebody|another|a_different else|company|one|outfit|plumber|guy?",
    "{self} will|would_rather|am_going_to look|go|try|shop|call elsewhere|around|somewhere_else",
    "good|dear|oh|my|sweet? heavens|lord|god|gosh|goodness|gracious no",
    "not in|on|at|by|for the|a|this? {times}",
    "not for all|anything|love|a_million",
    "that|it is|costs|would_be|will_be more than i|we? ... pay|spend|afford|want|expected?",
    "that|it costs too_much|a_lot|so_much",
    "{self} work|am_working nights|days|mornings|afternoons|weekends|until|late",
    "{self} do|would|will not get home|off|back|out",
    "let me not",
    "that|it is a no_go|non_starter|nonstarter|bust|no_no|conflict",
    "no_go",
    "over my dead body",
    "when hell_freezes_over|pigs_fly",
    "as if",
    "you must|have_to|have_got_to|got_to be joking|kidding",
    "{self} need|want|would_like|prefer|would_prefer something|anything else|different|another",
    "not my|our thing|style|cup_of_tea|first_choice",
    "{self} have? decided not|against",
    "{self} have? already? got|had|gotten it fixed|done|repaired|sorted|taken_care_of",
    "{self} wish {self}? could|can",
    "forget i asked|called|said_anything",
    "{self}? already got|have|found|hired|called somebody|someone|another|a",
    "somebody|someone|he|she|they already? fixed|repaired it|that|already",
    "it|that got|is|was|has_been already? fixed|repaired|resolved|sorted already?",
    "my|the|our {family} already? fixed|repaired it|that already?",
    "{self} am|are all_set|set|good thanks|thank_you",
    "forget the_whole_thing|it_all|all_that|everything|about_that",
    "{self} should|would|do hope|think not",
    "uh|nuh|huh|unh|mm|mmm|mh uh|unh|mm|mmm|nuh",
    "oh|hell|heck|god|gosh no",
    "not then|currently|really|exactly|quite|yet|today|now|at_all|particularly|necessarily|particular|me|us|"
    "so_much|anymore|"
    "interested|happening|right|correct|okay|good|great|ideal|possible|that|this|so|him|her|even_close|cool|"
    "a_chance|in_a_million_years|on_your_life|any_more|a_good_time|convenient|acceptable|going_to_work|likely|"
    "the_case|one_bit|in_the_least|for_me|true|ever|especially|entirely|likely|it|feeling_it|here|accurate|"
    "the_right_one|fine|too_keen|going_to_happen",
    "not that|as_far_as|so_far_as|to ... know|know_of|aware|aware_of|tell|noticed|seen|smelled|notice|see|"
    "smell|think_of|knowledge|remember|recall|can_tell",
    "not that",
    "not right now",
    "{self} guess|think|hope|suppose|am_afraid|believe|would_say|sure_hope|certainly_hope not|so_not",
    "thanks|thank_you but? no",
    "not {times}",
    "can not",
    "{self} do|does|did|will|would|can|could|am|are|is not .. anymore|any_more|here|there|consent|live",
    "no_one|nobody will|is|can be? home|here|there|available|around then?",
    "{self} will_be|am|are|would_be out|gone|away|not_in",
    "{self} have|have_got|got a|an|another|other|some? meeting|appointment|plans|commitment|class|conflict",
    "that_is? when {self}",
    "a? bit|little|way|much|far|kind_of too? early|late|soon|long|far|expensive|much {forme}?",
    "that|it is a? bit|little|way|much|far|kind_of too? early|late|soon|long|far|expensive|much {forme}?",
    "that_is_a|a? hard|big|definite|firm|strong no",
    "actually|still not|no",
    "far from it",
    "not by_a|at_this|at_the|just|for|long long_shot|time|moment|yet|now",
    "let us skip|hold_off|wait|pass|leave|cancel|forget it|that|on_that?",
    "{self} want_to|will|would_rather|prefer_to|would_prefer_to wait|hold_off|skip|pass it|that?",
    "try again",
    "you misunderstood|misheard me?",
    "there is a|an error|mistake",
    "something is wrong|off|not_right",
    "going to? have_to? say|pass|decline no?",
    "skip|stop|quit|cancel|drop|scratch|scrap it|that|this|everything|all_of_it?",
    "{self} want|would_like|need|wish|have to cancel|stop|decline|pass|refuse|say_no",
    "{self} will|would|must|am_going_to have_to|say|have_to_say|go_with|like_to_say? decline|pass|no|cancel",
    "that|it is a? {sure}? no",
    "unfortunately|sadly|regrettably|preferably|luckily|thankfully|fortunately|honestly not",
    "by no means",
    "in|under no way|circumstances",
    "nothing doing",
    "maybe|perhaps|possibly? some|another|a_different other? time|day|later",
    "maybe|perhaps later|next_time",
    "am|are afraid not|i_can_not|we_can_not|that_will_not|it_will_not|that_does_not|it_does_not",
    "{self} am|are afraid not|i_can_not|we_can_not|that_will_not|it_will_not|that_does_not|it_does_not",
    "zero",
    "not a thing|single_thing",
    "absolutely|definitely|certainly|of_course|probably|guess|hope|hopefully|better|think|maybe|surely|"
    "obviously|totally|rather|prefer|preferably|apparently|suppose|please|why_of_course|most_likely not",
    "wrong|incorrect|inaccurate",
    "i|we would|had? rather|prefer|sooner not",
    "would rather|prefer not",
    "i|we pass|decline|refuse|disagree|object",
    "hard pass",
    "pass",
    "forget it|that|about_it",
    "never mind",
    "nevermind",
    "no|not thanks|thank_you|thankyou",
    "fat chance",
    "out of the question",
    "none",
    "none of that|those|them|the_above|it|these|the_sort|this",
    "nothing",
    "nothing like|of|at|here|unusual|weird|strange|that|to_report|i_can|we_can|wrong|out_of_the_ordinary|yet "
    "that|all|the_sort|the_kind|sort|smell|see|notice|tell?",
    "neither|nobody",
    "on second thought",
    "let us not",
    "cancel it|that|this",
    "i|we changed my|our mind",
    "hold off",
    "out of here",
    "leave it",
    "too early|late|expensive|far|soon|much|long",
)
"""Answers that say no, whatever follows."""
DENY: tuple[str, ...] = (
    "{self} do|does|did|have|has|am|are|would|will|can|could|should not",
    "{self} am|are|will|would not available|free|home|there|be|around|interested|able|in_town|happy|okay|fine|"
    "good|doing|going|really|that|the|him|her|comfortable|ready",
    "{self} can|could|will|would not do|make|be|take|have|get|come|afford|say_yes",
    "that|it|this|which|they does|did|will|would|can|should|could not work|suit|do|fit|be|help|happen",
    "please? do not",
    "changed|i_have_changed my mind",
    "the|that|this|my|our|your? {times}|{slots} ... is|are|be|sounds|looks not {sure}? {good}|the|my|a {forme}?",
    "the|that|this|my|our|your? {times}|{slots} ... is|are|be|sounds|looks|seems {sure}? {bad} {forme}?",
    "the|that|this? {times}|{slots} ... does|did|will|would|can|could not work|do|suit|fit {forme}?",
    "that|it|this is a|the? bad|wrong|incorrect {slots}",
    "a? bad|wrong|incorrect {slots}",
    "not a|the|my|our|that|this? good|great|right|best? {slots}",
    "{self} can|could not do|make|come|get? on? {times}",
    "{self} am|are|will_be|would_be|have|will_have|have_got to? work|working|at_work|at_school|"
    "out_of_town|busy|"
    "away|gone|on_vacation|traveling",
    "you have|got|have_got ... wrong",
    "that|it|this is? too early|late|expensive|far|soon|much|long|high",
    "{self} do|did|can|could|have not suppose|guess|agree|want|like|need",
    "{self} do|did|would not think|believe|feel|want|like|care_for",
    "{self} do|did not think|believe so|that_works|that_will_work|it_is|there_is|that_is",
    "{self} do not want|like|need|agree|authorize|accept",
    "do|does|did not work|suit|fit|want|like|look_right|sound_right|think_so|book|schedule|"
    "do_that|do_it|bother|need|book_it|book_that",
    "will|would|can|could|is|are|was not work|do|suit|be|happen|able|available|free|good|fine|great|okay|"
    "right|correct|ideal|possible|going_to_work|me|him|her|my|the|it|that|what|accurate|home|interested|"
    "true|so",
    "it|that|this|there|he|she|everything is|are|was|does|did|will|would|can not",
    "that|it|this|which is|are|sounds|looks|seems|feels {sure}? {bad}",
    "is|are wrong|incorrect|no_good",
    "i|we am|are not|busy|out_of_town|unavailable|working",
    "no longer",
)
"""Sentences with a denial; what follows in the sentence is denied with it."""
SENSED: tuple[str, ...] = (
    "{self} do|did|can|could|have|has|does not {miss}|smelled|seen|heard|noticed|felt|detected",
    "do|did|can|could|have not {miss}|smelled|seen|heard|noticed",
)
"""Nothing was noticed."""
SAFE: tuple[str, ...] = (
    "{self}|it|everything|house am|are|is|have an|a? all|totally|fully|completely|only? electric house|home|place?",
    "the|my|no|our? {alarm} is|are|has|have|did|does not ... off|beep|beeping|beeped|sound|sounding|sounded|on|"
    "chirping",
    "the|no|my|our? {alarm} is|are fine|quiet|silent|okay|good|off|not",
    "{self}|you|everything|everyone|everybody|all|things|it|house|place|that is|am|are|looks|seems|"
    "smells {sure}? "
    "safe|normal|clear|fine|good|okay|alright|all_right|clean|ok",
    "{self} am|are {sure}? good|fine|okay|alright|all_right|safe|ok here?",
    "nobody|no_one|none_of_us is|are|has|feels|was {sure}? hurt|sick|ill|injured|in_danger|dizzy|feeling_sick|"
    "feeling_ill|feeling_bad",
    "the|my|our house|home|place|area|building|apartment|kids|family is|are {sure}? safe|fine|okay|good|clear",
    "all {sure}? good|clear|fine|safe|normal|okay|quiet|well",
    "smells|looks fine|normal|okay|good|clean",
    "i am good|fine|okay|set|all_set|all_good",
)
"""All is well."""
DONE: tuple[str, ...] = (
    "that|this is|will_be|would_be all|everything",
    "nothing else|more|further",
    "that will be all",
)
"""Nothing more is wanted."""
