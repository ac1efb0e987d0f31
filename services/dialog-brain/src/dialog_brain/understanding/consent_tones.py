"""Pure. The idioms of yes and no, by what they do to an answer; executed by `consent.py`."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.consent_words import BAD, FILLER, FOR_ME, GOOD, MISS, SELF, SLOTS, SURE, TIMES, UNSURE
from dialog_brain.understanding.phrases import Phrases

Tone = Literal["yes", "weak_yes", "go", "no", "deny", "safe", "sensed", "unsure", "fine", "filler", "done"]
"""go: an instruction to proceed; deny: a sentence that says no; safe: all is well;
sensed: nothing was noticed; fine: praise of the proposal;
done: nothing more is wanted."""

TONES: Phrases[Tone] = Phrases(
    {
        "yes": [
            "yes|yep|yup|yessir|yeppers|yip|aye|affirmative|roger|ten_four|10_4|si|sí|oui|yas|yass|yessum",
            "yes|yep|yeah sir|ma'am|please|indeed|thanks|thank_you|absolutely|definitely|it_is|it_does|of_course",
            "uh huh|hun",
            "hell|heck|oh|god|ooh|why|goodness yes|yeah",
            "mhm|mmhm|mmhmm|mhmm|uhhuh|mm_hmm|mm_hm|m_hm|hm_hm|mmm_hmm|hmm_hmm|mm_huh|alrighty",
            "most definitely|certainly|assuredly",
            "you may|can|could|sure_can|have_it_right|have_that_right|do",
            "sure thing|is|enough|do|does|did|would|am|will",
            "absolutely|definitely|certainly|totally|indeed|precisely|exactly|undoubtedly|naturally|positively|"
            "obviously",
            "absolutely|definitely|certainly|of_course yes|yeah|it_is|i_do|i_am",
            "of course",
            "for sure|certain",
            "you bet|betcha|know_it|got_it|got_that_right|are_right|are_correct|said_it|better_believe_it",
            "you bet you|your",
            "bet",
            "by all means",
            "without a doubt",
            "no doubt|question|doubt_about_it|question_about_it",
            "that|it|this|which|all|everything|those|sounds|you|what|yes is|are|was? {sure}? right|correct|"
            "accurate|true",
            "that is|was me|us|him|her|it|the_one|mine|my_name|my_address|what_i_want|what_i_said|what_i_need|"
            "affirmative",
            "that would|will be me|him|her|us|correct|right",
            "this is he|she|him|her|me",
            "speaking",
            "you are speaking|talking with|to me|him|her",
            "correct|right|exactly_right|correctamundo|righto|indeed|agreed|granted|deal|true",
            "it|he|she|that {sure}? does|did|sure_does|sure_did",
            "it {sure}? is",
            "it does work",
            "{self} can|could {sure}? do|make|manage|live_with? it|that|this|it_work|that_work?",
            "{self} will|would|have_to|would_have_to|am_going_to say|go_with yes|so|yeah",
            "that|it is {sure}? what|how|where|exactly_what|just_what",
            "that|it|this is {sure}? the|my|our right|correct|proper? {slots}",
            "why of_course|yes|sure|certainly|absolutely",
            "if you would be_so_kind|please",
            "done|copy|copy_that|will_do|done_deal|we_are_on|it_is_on|ready_when_you_are|yuppers|100|big_yes",
            "one|a|100 hundred percent",
            "without question|hesitation",
            "{self} {sure}? do|am|are|did|have|would|will|guess_so|think_so|believe_so|suppose_so|suppose|hope_so|"
            "reckon|reckon_so|imagine_so|agree|accept|confirm|approve",
            "i guess|suppose that|it|this|so? is|will|would? {good}|works|work|do|be_fine|be_okay|be_good",
            "i guess|think|believe|suppose yes|yeah|yep",
            "i guess|suppose",
            "there is|are|was",
            "why not",
            "why the_heck|the_hell not",
            "do not see|know why|any_reason why? not|problem",
            "might|may as well",
            "yes|yeah|okay|sure|absolutely|definitely no problem|problems|worries|issue",
            "{self} would love|like|appreciate that|it|to|this|him_to|you_to|them_to",
            "{self} would like_to|love_to|love_that|be_happy_to|be_glad_to",
            "{self} am|are okay|fine|good|happy|cool|comfortable|satisfied with|about|by that|this|it|everything|those",
            "{self} am|are in|game|down|on_board|ready|for_it|happy_to|all_for_it|glad_to",
            "i do indeed",
            "happy|glad|love|delighted to",
            "not mind",
            "{self}|it|that? would|could|can|will|do not hurt|mind|complain|agree_more|argue_with_that|say_no|object",
            "{self}? do not see why_not|a_problem|any_problem|a_reason_not_to",
            "do not mind if_i_do|at_all",
            "same here|address|one|place|name",
            "amen",
            "as always",
        ],
        "weak_yes": [
            "yeah|yea|ya|yah|yeh|sure|okay|alright|all_right|okey_dokey|okie_dokie|okie|okay_then|okay_dokey|"
            "okee|right",
            "a little|bit|tad",
            "a little|tiny? bit",
            "kind|sort of",
            "slightly|somewhat|sometimes|faintly|barely",
        ],
        "go": [
            "go ahead|for_it|right_ahead|on_ahead|on|with_that|with_it|forward|with_him|with_them",
            "please|just? go ahead|for_it",
            "please do|go|book|schedule|proceed",
            "please",
            "do it|that|so|please",
            "let_us|please|just? get|have|put it|that|this|me|us|the_visit done|scheduled|booked|in|"
            "on_the|on_your schedule|calendar|books|list?",
            "please|just? book|schedule|reserve|confirm|grab|take|lock|sign|set|put|pencil|get it|that|me|us|him|"
            "them|this|the_appointment|the_slot|the_spot|the_visit|one .. up|down|in|please",
            "please|just? book|schedule|reserve|confirm|take|send|grab it|that|me|us|him|them|this|"
            "the_appointment|the_slot",
            "let us|me? do_it|do_that|do_this|go|go_with|book|proceed|make_it_happen|roll|schedule|lock|get_it|"
            "take|try .. that|it|"
            "this|ahead|me|one?",
            "let us do",
            "make it so|happen",
            "go with that|it|this",
            "i|we will take|do|have|accept it|that|this|the",
            "i|we want it|that|to|you_to|him_to",
            "sign|put|count me|us up|down|in",
            "works|work|good|fine|great|perfect|okay|cool|alright|suits for|with|by me|us",
            "that|it|this|which|everything|all? {sure}? works|suits|fits|helps",
            "that|it|this|which will|would|should|can|could|might? {sure}? work|do|suit|fit|do_it|be_it",
            "sounds|looks|seems|feels like? a? plan|deal|winner",
            "would you please",
            "nothing wrong with that|it",
            "proceed|booked|approved|confirmed|confirm|accepted",
            "send him|her|them|somebody|someone|it",
            "no problem|problems|problemo|worries|issue|issues|objection|objections|complaints|concerns|sweat|biggie",
            "not a|an problem|issue|bad_idea|worry|big_deal",
            "not bad",
            "{self}? have|got|have_got no problem|issue|objection|objections|problems .. that|it|this?",
            "{self}? do not have|see a|any problem|issue|objection|problems .. that|it|this?",
            "have no problem|issue|objection|objections|problems .. that|it|this?",
            "no changes|corrections|mistakes",
            "nothing to change|correct|add",
            "no harm|need_to_change",
            "twist my arm",
            "whatever works|you_say|is_fine|you_think",
            "if you say_so|insist|like|want|can|would|could|do_not_mind|think_so|must",
            "fire away",
            "carry on",
            "full steam ahead",
            "thumbs up",
        ],
        "fine": [
            "{good} {forme}?",
            "that|it|this|which|everything|all|all_of_that|all_of_it|those|these is|are? {sure}? {good} {forme}?",
            "that|it|this|all sounds|seems|looks like a deal|plan|winner",
            "the|that|this|my|our|your? {times}|{slots} .. is|are|be|sounds|looks {sure}? {good} {forme}?",
            "the|that|this? {times}|{slots} .. will|would|should|can|could|might {sure}? work|do {forme}?",
            "the|that|this? {times}|{slots} {times}? works|work {good}? {forme}?",
            "the|that|this? {times} .. works {good}? {forme}?",
            "should|would|will|ought_to be|work {sure}? {good}? {forme}?",
            "that|it|this|everything|all will|would|should|might be {sure}? {good} {forme}?",
            "that|it|this|everything|all|which|yes? sounds|looks|seems|feels {sure}? {good} {forme}?",
            "would|will be {sure}? {good}",
            "how|so|very|pretty|that is? wonderful|nice|great|kind|generous",
            "we are|have a? good_to_go|all_set|deal|go",
            "good to go|me|enough",
            "all set",
            "fair enough",
        ],
        "no": [
            "no|nope|nah|naw|negative|negatory|nay|non|nein|nuh|nada|noo|nooo|nopers|noper|never|uhuh|nix|false",
            "no no|no_no|way|sir|ma'am|thanks|thank_you|not|nothing|need|chance|can_do|deal|dice|thankyou|siree|good|"
            "never|gracias|go|please|i_do_not|we_do_not|it_is_not|it_does_not|there_is_not|i_am_not|i_did_not|"
            "he_is_not",
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
            "skip|stop|quit|cancel|drop|scratch|scrap it|that|this|everything|all_of_it?",
            "{self} want|would_like|need|wish|have to cancel|stop|decline|pass|refuse|say_no",
            "{self} will|would|must|am_going_to have_to|say|have_to_say|go_with|like_to_say? decline|pass|no|cancel",
            "that|it is a? {sure}? no",
            "unfortunately|sadly|regrettably|preferably not",
            "by no means",
            "in|under no way|circumstances",
            "nothing doing",
            "maybe|perhaps|possibly? some|another|a_different other? time|day|later",
            "maybe|perhaps later|next_time",
            "am|are afraid not|i_can_not|we_can_not|that_will_not|it_will_not|that_does_not|it_does_not",
            "{self} am|are afraid not|i_can_not|we_can_not|that_will_not|it_will_not|that_does_not|it_does_not",
            "zero",
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
        ],
        "deny": [
            "{self} do|does|did|have|has|am|are|would|will|can|could|should not",
            "{self} am|are|will|would not available|free|home|there|be|around|interested|able|in_town|happy|okay|fine|"
            "good|doing|going|really|that|the|him|her|comfortable|ready",
            "{self} can|could|will|would not do|make|be|take|have|get|come|afford|say_yes",
            "that|it|this|which|they does|did|will|would|can|should|could not work|suit|do|fit|be|help|happen",
            "please? do not",
            "changed|i_have_changed my mind",
            "the|that|this|my|our|your? {times}|{slots} ... is|are|be|sounds|looks not {sure}? {good}|the|my|a "
            "{forme}?",
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
        ],
        "sensed": [
            "{self} do|did|can|could|have|has|does not {miss}|smelled|seen|heard|noticed|felt|detected",
            "do|did|can|could|have not {miss}|smelled|seen|heard|noticed",
        ],
        "safe": [
            "the|no? detectors|detector|alarms|alarm|co_detector|co_alarm|smoke_detector|"
            "carbon_monoxide_detector is|are "
            "fine|quiet|silent|okay|good|off|not",
            "{self}|you|everything|everyone|everybody|all|things|it|house|place|that is|am|are|looks|seems|"
            "smells {sure}? "
            "safe|normal|clear|fine|good|okay|alright|all_right|clean|ok",
            "{self} am|are {sure}? good|fine|okay|alright|all_right|safe|ok",
            "all {sure}? good|clear|fine|safe|normal|okay|quiet|well",
            "smells|looks fine|normal|okay|good|clean",
            "i am good|fine|okay|set|all_set|all_good",
        ],
        "done": ["that|this is|will_be|would_be all|everything", "nothing else|more|further", "that will be all"],
        "unsure": UNSURE,
        "filler": FILLER,
    },
    good=GOOD,
    forme=FOR_ME,
    times=TIMES,
    bad=BAD,
    slots=SLOTS,
    self=SELF,
    sure=SURE,
    miss=MISS,
)
