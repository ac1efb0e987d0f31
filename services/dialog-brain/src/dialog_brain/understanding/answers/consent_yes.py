"""Pure. The set phrases of yes, by what they do to an answer; rows of the table of `consent_idioms.py`."""

from __future__ import annotations

YES: tuple[str, ...] = (
    "yes|yep|yup|yap|yip|yop|yeap|ye|yer|yay|yas|yass|yessum|yes'm|yessss|yessir|yessiree|yeppers|yuppers|ayup|yuh|y|"
    "ja|si|"
    "sí|oui|aye|affirmative|affirmitive|roger|ten_four|10_4|big_yes",
    "yes|yep|yeah it_is|it_does|of_course",
    "uh huh|hun",
    "mhm|mmhm|mmhmm|mhmm|uhhuh|mm_hmm|mm_hm|m_hm|hm_hm|mmm_hmm|hmm_hmm|mm_huh",
    "most|why? definitely|certainly|assuredly|absolutely|of_course|yes|sure",
    "totally|indeed|precisely|exactly|undoubtedly|naturally|positively|obviously|surely|clearly|evidently|"
    "unquestionably|indubitably|undeniably|for_real|for_sure|for_certain|pretty_much|very_much_so|more_or_less|totes",
    "positive|certain|quite_so|quite_right|just_so|right_on|dead_right|righto|righty_o|bingo|facts|word|correctamundo",
    "correct|right|exactly_right|indeed|true",
    "one|a|100? hundred percent",
    "100",
    "without question|hesitation",
    "no doubt|question|doubt_about_it|question_about_it",
    "you bet|betcha|know_it|got_that_right|are_right|are_correct|said_it|better_believe_it|can_say_that_again",
    "{it}|sounds|you|what|yes is|are|was? {sure}? right|correct|accurate|true",
    "it|he|she|that {sure}? does|did",
    "it {sure}? is",
    "{self} {sure}? do|am|are|did|have|guess|guess_so|think_so|believe_so|suppose_so|suppose|hope_so|reckon|reckon_so|"
    "imagine_so|expect_so|presume_so|assume_so|gather_so|trust_so",
    "{self} should|would think|imagine|hope|say so",
    "{self}? am|are? afraid so",
    "it|that? sounds|looks|seems|appears like it",
    "that is my understanding|impression",
    "my|our|the? {self}|kids|{family} {sure}? can|do|does? {sure}? smell|smells|see|hear|hears|feel|notice "
    "it|that|something|one {odd}?",
    "{self} {sure}? can|do? hear a|an|the|my|our|one_of_the? {alarm}",
)
"""Yes to any question."""
WEAK_YES = (
    "yeah|yea|ya|yah|yeh|sure|okay|alright|all_right|all_righty|okey_dokey|okie_dokie|okie|okay_then|okay_dokey|okee|right",
)
"""Yes, or only that it was heard."""
SLIGHT: tuple[str, ...] = (
    "a little|bit|tad|little_bit|tiny_bit|smidge|touch",
    "kind_of|sort_of|slightly|somewhat|sometimes|faintly|barely|now_and_then|it_comes_and_goes|comes_and_goes",
    "maybe|perhaps|possibly yes|yeah",
    "{sure} strong|bad",
    "{self} {sure}? do|did? have|got|have_got|smell|see|hear all|both|one|some|a_bit|a_little|most? of? "
    "that|those|them|these",
    "i|we? think? there|it|i|that might|may|could be?",
    "there is|are|was",
    "there is|are|was|might_be|may_be a|an|some|some_kind_of|kind_of|sort_of|this|like? a|an? {odd}? smell|odor|stench",
)
"""Yes to a question of fact alone."""
AGREES: tuple[str, ...] = (
    "alrighty|bet|perfecto|speaking|agreed|granted|deal|sold|done|copy|will_do|done_deal|we_are_on|it_is_on|me_too|likewise|ditto|"
    "gladly|willingly|natch|course|k|kk|righty_ho|okey_doke|okie_doke|oki_doki|coolio|cool_beans|groovy|bullseye|"
    "dead_on|pretty_please|much_appreciated|go|on_the_nose|to_a_t|to_a_tee|close_enough|green_light|two_thumbs_up|"
    "thumbs_up|say_less|smashing|rock_and_roll|do_your_thing|why_not|by_all_means|be_my_guest|have_at_it|music_to_my_ears|say_no_more|now_you_are_talking|"
    "ready_when_you_are|that_goes_without_saying|goes_without_saying|you_can_count_on_it|i_would_be_grateful|duh",
    "who|why_i|why|how would|could not|say_no|i_say_no",
    "why not right_now|now|today|{times}?",
    "why do not you|we go_ahead|do_that|do_it|book_it|book_that|schedule_it|schedule_that",
    "{self}? might|may as well",
    "{it}|that_is|it_is|this_is? not a problem|bother|issue|trouble|concern",
    "{it}|that_is|it_is|this_is? no trouble|bother|hassle at_all?",
    "{self}? guess|suppose|reckon it|that will|would do|work|have_to_do|have_to us|me|for_us|for_me? {sure}? {good}?",
    "{self} do|is|have not got|have nothing|anything else? going_on|planned|scheduled|to_do",
    "{self} am|are off|free|home|available {times}|then|that_day|all_day",
    "so come on over|out|by?",
    "{self}? will take that|the {times}",
    "{self}? had? better do_that|do_it|book_it|book_that",
    "yes|yeah|yep|sure|okay i|we can|could|will hold|wait|hold_on|hear_you",
    "you may|can|could|sure_can|do|have_it_right|have_that_right|got_it|have_it|have_got_it|read_that_right|"
    "have_got_it_all|have_it_all|got_it_all|"
    "have_read_my_mind|read_my_mind",
    "you have|got|have_got the? right? person|number|him|her|one",
    "you? {sure}? nailed|hit it|that|the_nail|the_nail_on_the_head",
    "that is|was me|us|him|her|it|the_one|mine|my_name|my_address|so|the_plan|"
    "what_i_want|what_i_said|what_i_need|what_i_wanted|what_i_asked_for|what_i_told_you|"
    "the_idea|the_ticket|the_deal|what_we_agreed",
    "that|it|this is {sure}? the|my|our right|correct|proper? {slots}",
    "that|it is {sure}? what|how|where|exactly_what|just_what|affirmative|a_go|a_date|a_deal|a_match",
    "this is he|she|him|her|me",
    "it_is? still|exactly? the? same {slots}?",
    "{it} does? {sure}? work|checks_out|makes_sense|adds_up|lines_up|matches",
    "he|she|they|you {sure}? is|are",
    "{self} {sure}? would|will|should|agree|accept|confirm|approve",
    "{self} will manage|make_do|cope|be_fine",
    "{self} will|should|would|am|are be? able_to|going_to|sure_to? make it|that|this|that_work",
    "{self} can|could {sure}? do|make|manage|live_with? it|that|this|it_work|that_work? {slots}?",
    "{self} would like_to|love_to|love_that|be_happy_to|be_glad_to|like_to_keep_that|love_to_keep_that",
    "{self} {sure}? like|love it|that|this|that_one|that_time|that_idea|the_sound_of_that|the_idea",
    "{self} am|are {sure}? {good}|happy|comfortable|satisfied with|about|by that|this|it|everything|those|whatever|"
    "anything|"
    "either|all_of_it",
    "{self}|{relatives} is {sure}? {good}|happy|comfortable with|about that|this|it|everything",
    "he|she|they|{relatives} says|say|thinks yes|okay|sure|fine|good|go_ahead|to_go_ahead|book_it|to_book_it|do_it",
    "he|she|they|{relatives} says|say|thinks {it}|{times} is|will_be|would_be {sure}? {good}",
    "he|she|they|{relatives} says|say|thinks {it}|{times} works|will_work|would_work|will_do",
    "{self} am|are not going anywhere",
    "{self} am|are|will_be|work? working? from|out_of home|the_house|my_house|remotely then|that_day|all_day|all_week?",
    "{self} do not work then|that_day|on? {times}",
    "{self} do not have_to work then|that_day|on? {times}",
    "{self} am|are not {sure}? working|busy|doing_anything|doing_nothing then|that_day|on? {times}?",
    "{self} am|are {sure}? good to_go",
    "{self} do? {sure}? live|stay there|here",
    "the sooner|earlier|quicker|faster|later the better",
    "{it} has|have not changed",
    "is not that the? truth|right|great|something",
    "is not no|nothing|any|anything {trouble}|bad|wrong",
    "{self} have|have_got|got nothing|no_plans going_on|planned|scheduled|to_do? then|that_day?",
    "{self} do not have anything|plans going_on|planned|scheduled|to_do then|that_day?",
    "{self} am|are in|game|down|on_board|ready|for_it|happy_to|all_for_it|glad_to|up_for_that|up_for_it|down_for_that|"
    "available|free|home|sold|he|she|him then?",
    "more_than|very? happy|glad|delighted to",
    "i|we already|just? said|told_you yes|yeah",
    "{self} have|have_got|got nothing_against_it|nothing_against_that",
    "{self}|you have|have_got|got a deal",
    "you have? got? yourself|yourselves a deal|date|customer|taker",
    "i|we second|support that|it",
    "i|we will|am|are not going_to? be? home|here|there|around but my|our|the {family} will|can|is_going_to "
    "be|let|meet? you|him|her|them|home|here|there? in|there?",
    "my|our|the {family} is|are home|here|there|available|around|free then?",
    "{who} is {sure}|always? home|here|available|around|free then?",
    "{who}|my|the? {family}? {will} be home|here|there|available|around|free|in then?",
    "{who}|my|the? {family}? {will} let him|them|her|you|the_technician in",
    "my|our schedule is {sure}? open|free|clear then?",
    "{it}|there is|are|was|does|{will} not be|have? a|an|any|anything|really_a|much_of_a? "
    "{trouble}|bad|wrong|bother|matter",
    "{self}? do|have not see|have|got a|any|much? {trouble}|choice",
    "{self}|you? do|did not see|foresee|expect|anticipate|need|want|think_there_is|have_to|need_to ... "
    "change|changes|corrections|{trouble}",
    "{self} do not need|want anything different|changed",
    "{self} do not need it until|before|till|sooner then|that?",
    "{self} will make_sure|be_sure|see_to_it ... home|here|there",
    "you have? got|covered all|every_bit|everything of_it|of_that?",
    "{times} at? {times}? {times}? will|would do|work|be|suit just? {good}|nicely?",
    "you have? got yourself|yourselves|me a deal",
    "can_do|affirm|so_be_it|much_obliged|looking_forward_to_it",
    "perfecto|superb|bully|aces|primo|rock_on|right_as_rain|you_are_the_best|count_me_in|sign_me_up",
    "can|could|would|will you|we|you_all please? go_ahead_and? book|schedule|reserve|do that|it|this|that_one "
    "for_me|for_us?",
    "can|could|would|will you|you_all please? put|sign me down|up|in for_that?",
    "nothing|nobody|no_one could|can be|beat|say|put|do it|that? better?",
    "{self}? do|did|can|could not see|hear|notice|find|spot ... wrong|off|missing|incorrect",
    "{self}|you do|did not get|have|catch ... wrong|incorrect",
    "{self}? do not have a|much|any choice",
    "you did not miss|forget|leave|skip|drop anything|a_thing|out_anything|a_beat|it|one",
    "there|it|you? is|are? no better time|day|place|way|than_that?",
    "no better time|day|than_that",
    "{self} have not moved|changed_it|changed_anything",
    "nothing has|is changed",
    "there will_be|is somebody|someone|people|always_somebody|always_someone here|home|there",
    "{self}|it|that? do|{will} not hurt|mind|complain|agree_more|argue_with_that|say_no|object|beat_that|top_that|"
    "fault_that|ask_for_more|ask_for_better",
    "{it}|{self}? could not be {sure}? better|happier",
    "{will} not have .. better",
    "{self}|you {will} not have .. better",
    "{self}? do|can not see why_not|any_reason_why_not|any_reason_not_to|a_reason_not_to",
    "nothing needs? changing|to_change|fixing",
    "what? a? {good} stuff|idea|plan|deal|choice|option|enough|thinking {forme}?",
    "either|any|whichever|whatever|whenever|anything|anytime|any_time|any_day|both|one is|are|will_be|would_be {good}",
    "can|could|would you please",
    "consider|call it done|booked|a_deal|settled",
    "feel_free|help_yourself|knock_yourself_out to? go_ahead|do_so|book|book_it?",
    "{times} it is",
    "if it|that is no|not trouble|bother|problem|too_much_trouble",
    "if it|that is {good} with|by|for you|y'all",
    "if you are sure|certain|willing",
    "{self} do not need|have to? ask|check|talk|speak|consult ... anybody|anyone|somebody|someone|him|her|them",
    "if you all? would be_so_kind|please|not_mind",
    "all of the_above|it|that",
    "as|like|same_as you? say|said|discussed|agreed|planned|promised|mentioned",
    "let_us? keep|leave it|that|everything|this just|exactly? as_it_is|as_is|like_that|like_it_is|how_it_is|"
    "the_way_it_is|that_way",
    "let us keep it|that|this",
    "that dog_will|dog'll hunt",
    "{self}? {will} not have it any other way",
    "{it}? aligns|jibes|meshes|squares|lines_up with my|our|his|her schedule|calendar|day|plans|agenda|week",
    "if i|we must",
    "that|it|this? is? a {sure}? big|definite|resounding|firm|solid|hard? yes|yep from me|us|him|her|them|my_end?",
    "please to book|come|schedule|send|do|confirm|proceed it|that|this|him|them|someone|somebody?",
    "{self} {will} be tickled|thrilled|delighted|honored|obliged pink|to_death?",
    "{self}? do|can not see why the heck|hell|world|devil not",
    "no cap|lie|joke|kidding|question|hesitation",
)
"""Yes to "shall I book that?", nothing to "is there any danger?": "deal", "someone will be home", "speaking"."""
GO: tuple[str, ...] = (
    "please|just|no? go ahead|for_it|right_ahead|on_ahead|on|with_that|with_it|forward",
    "please|just|go_ahead_and do|go|book|schedule|proceed|continue",
    "please",
    "proceed|booked|approved|confirmed|confirm|accepted|continue|carry_on|keep_going|fire_away|twist_my_arm",
    "do it|that|so|please",
    "make it so|happen",
    "please|just? make|set_up|arrange|schedule|book the|my|an|that|this appointment|visit|booking",
    "let_us|please|just? get|have|put {thing} done|scheduled|booked|in|on_the|on_your schedule|calendar|books|list?",
    "please|just? {act} {thing} .. up|down|in please?",
    "please|just? book|schedule|reserve|confirm|take|send|grab {thing}",
    "let us|me? do_it|do_that|do_this|go|go_with|book|proceed|make_it_happen|roll|schedule|lock|get_it|take|try .. "
    "that|it|this|ahead|me|one?",
    "let us move|go forward|ahead|on",
    "{self} would? like|want|wish|love to proceed|go_ahead|move_forward|move_ahead|continue",
    "i|we will take|do|have|accept it|that|this|the {slots}?",
    "i|we do? want it|that|to|you_to|him_to",
    "i|we want|would_like that {slots} please?",
    "sign|put|count|slot|fit|squeeze|pencil|get me|us up|down|in",
    "nothing to change|correct|add|fix",
    "{it} {sure}? works|suits|fits|helps|tracks {forme}?",
    "works|suits|fits for|with|by? me|us|my",
    "{it} {will}|ought_to|will_have_to? {sure}? work|do|suit|fit|help|do_it|do_nicely",
    "that|this|it would|will be the one",
    "{self} {will} swing|work_with|arrange|accommodate|handle it|that|this",
    "{self} will make it_work|that_work|it_happen",
    "give|get|let me|us have|take|do? that|this one|slot",
    "that|this one|time|slot please|works|is_good",
    "{self} am|are easy|flexible|wide_open",
    "{self} will be waiting",
    "do what you got|have to? do?",
    "damn|darn|dang straight|right|skippy",
    "sounds|looks|seems|feels like? a? plan|deal|winner",
    "nothing wrong there|here|with_that|with_it|with_any_of_it?",
    "{self}|there|it? can|could|do|did|is|are|am|will? not find|see|spot|think_of? a|one|any|even_one single|blessed|"
    "darn|damn? thing|word|bit wrong|off|amiss|the_matter|to_change|to_fix|to_add|i_would_change with|about|in? "
    "it|that|this|them|any_of_it|there?",
    "nothing against it|that",
    "no trouble|bother|hassle|conflict|conflicts|reason_not_to|problem|problems|problemo|"
    "worries|issue|issues|objection|objections|complaints|concerns|sweat|biggie|changes|"
    "corrections|mistakes",
    "whatever|whenever|whichever works|is_soonest|is_first|is_earliest|is_fine|is_easiest|is_best|is_easier|is_good|"
    "is_convenient|suits_you",
    "whatever|whenever|whichever you say|got|have|have_got|think|like|want|are_ready",
    "if you say_so|insist|like|want|can|would|could|do_not_mind|think_so|must",
    "send a|the? him|her|them|somebody|someone|it|technician|tech|guy|plumber|man out|over|by?",
    "have|get a|the? him|her|them|somebody|someone|technician|tech|guy|plumber|man come|out|over|by out|over|by?",
    "come on? out|over|by then?",
    "i|we? will? see you|y'all|you_all|him|her|them|the_guy|the_technician then|there|{times}",
    "i|we? will? see you|y'all|you_all|him|her|them|the_guy|the_technician at|on|around|by {times}",
    "i|we will take whatever|anything|what|whichever ... got|have|offer|available|point|get",
)
"""An instruction to go ahead."""
FINE: tuple[str, ...] = (
    "{good} {forme}|timing?",
    "that {sure}? about? covers it|everything",
    "{it}|all_of_that|all_of_it|that_is_everything is|are? {sure}? {good} {forme}?",
    "should|would|will|ought_to be|work {sure}? {good}? {forme}?",
    "{it}|yes? sounds|looks|seems|feels {sure}? {good} {forme}?",
    "how|so|very|pretty|that is? wonderful|nice|great|kind|generous",
    "fair enough",
    "{times} at? {times}? {times}? is|are|was|would_be|will_be|sounds|looks {sure}? {good} {forme}?",
    "that is all of_it|of_that",
    "{it} is|was|would_be|will_be {sure}? the? best",
    "{it}? works|fits|suits {sure}? {good}|well {forme}?",
    "fine|okay|sure|yeah whatever works?",
)
"""Praise of the proposal."""
