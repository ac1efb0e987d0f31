"""Pure. Everything that a model may say in words of its own. What is not here, and not given, is not spoken.

Verbs are only in whole phrases: out of the single words alone nothing can be claimed, promised or ordered.
Written as `understanding.phrases` reads it, with contractions opened ("what is", "I will").
"""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases

_WORDS = (
    "a an the and or so to for of on at in with from about just only please also again more too here "
    "okay ok alright sure thanks sorry understood well "
    "what which when where who how your me you it that this "
    "name zip code address street digits digit day time problem issue trouble visit service question details thing "
    "something anything else home place spot house property location residence information there apologies "
    "first last full good best complete most convenient quick exact whole slowly briefly"
)

_DEEDS = (
    "that|this|confirming|confirming_that|your_patience|calling|waiting|letting_me_know|telling_me|sharing|"
    "sharing_that|bearing_with_me"
)
_THANKS = [
    "thank you so_much? for {deed}",
    "thanks so_much? for {deed}",
    "thank you",
    "i appreciate that|it",
    "got it|that|you",
    "got all? of? that|it",
    "all right",
    "sure thing",
    "of course",
    "no problem|worries|trouble",
    "makes sense",
    "that makes sense",
    "that helps|is_helpful",
    "that is fine|okay|helpful",
    "good|glad to know|hear",
    "i see|understand|hear_you",
    "i am with you",
]
_REGRETS = [
    "i am so|very|really? sorry to_hear_that|about_that|to_hear_about|to_hear_about_that|for_the_trouble",
    "i am so? sorry",
    "sorry to_hear_that|to_hear_about|about_that|about_the_trouble",
    "my apologies",
    "i apologize for_that|about_that?",
    "pardon me",
    "that|it sounds|is|must_be frustrating|uncomfortable|unpleasant|rough|tough|no_fun|stressful",
    "i can imagine|hear_that",
    "that is no_fun|frustrating",
]
_MISSES = [
    "i did|do not quite|fully? catch|get|hear|understand|follow that|you|it|all_of_that|all_of_it|the_name|your_name?",
    "i did not quite? catch|get|hear the|your name|address|zip|zip_code|street_address|whole_address",
    "i missed|am_missing that|it|some_of_that|part_of_that|you_there",
    "i want to make sure i get|have|got this|that|it|everything right|correctly?",
    "let us try that|this|it? again|once_more|one_more_time?",
    "one more time",
    "once more",
    "bear with me",
    "i still? need|have_to_ask_for",
]
_WAYS_ON = [
    "let me get|grab|take|ask|ask_for|ask_you|start_with",
    "let me get|take a_few|a_couple_of details?",
    "let us get|take some|a_few|a_couple_of details",
    "let us start with",
    "let us get you started",
    "to get started|this_started|things_started|things_going",
    "i just|only? need|will_need|would_need",
    "i will|would just|also|still? need",
    "i have just|only|one|a quick question",
    "next up|question",
    "before we|i go_on|go_any_further|move_on|continue",
    "so|and i|we know|can_see|get where|who|what",
]
_ASKS = [
    "can|could|may|might i please|just|also|quickly? get|have|grab|take|ask|ask_for|ask_you_for|start_with|know",
    "can|could|would|will you please|just|kindly|also|quickly? tell|give|share|say|repeat|describe me|with_me?",
    "can|could|would|will you please|just|kindly? let me know|have",
    "can|could|would|will you please|just|kindly? walk me through",
    "would|do you mind telling|giving|sharing|saying|repeating|describing me|with_me?",
    "mind telling|giving|sharing me|with_me?",
    "what is|was",
    "what is it",
    "and|so what is|was",
    "what would be",
    "who am i|we speaking|talking with|to? today?",
    "who is calling today?",
    "ask who is_calling|i_am_speaking_with|i_am_talking_to",
    "what name should|can i put_down|use|put_it_under|note",
    "what|which zip_code|address|street are you in|at|located_in?",
    "where you are located?",
    "what kind|sort of",
    "who do i|we have the_pleasure_of_speaking_with",
    "whom am i speaking with",
    "please? tell|give|share me|with_me",
    "a_bit|a_little|a_little_bit more? about",
    "more about",
    "one digit at a time",
    "nice and slow|slowly",
    "zip code",
    "street address",
    "house|street number",
    "first and last",
    "five digit",
    "all five digits",
    "five digits",
]
_HELPS = [
    "how|what can|may i|we|our_team help you? with? today?",
    "what can|may i|we do for you today?",
    "how can|may i|we assist you? with? today?",
    "what you are calling about|for",
    "what are you calling about|for",
    "the reason for your call",
    "what brings you to_us",
    "what is|has been? going_on|happening|wrong|the_matter|acting_up|the_trouble|the_problem|the_issue",
    "what is going_on|happening|wrong with the|your",
    "what is not working right|properly?",
    "what seems|appears to_be? wrong|the_matter|the_problem|the_issue|the_trouble|going_on|happening today?",
    "what do|should|would you need|want|like us_to_look_at|our_technician_to_look_at|help_with|looked_at",
    "what should|can|could we|our_technician look_at|take_a_look_at|look_into",
    "you are having|seeing|noticing",
    "are you having|seeing|noticing",
    "having trouble|problems with?",
    "that needs|need service|a_visit",
    "where you|we need|needs service|a_visit|us|the_visit|the_service",
    "where the service|visit is_needed|is_for",
    "you need service|help|a_visit at|with?",
    "for our technician",
]
_TIMES = [
    "when|what|what_day|which_day|what_time|what_day_and_time|which_day_and_time would|might|could|will "
    "work|suit|be best|well|better|good|convenient|easiest? for|with? you?",
    "when|what|what_day|which_day|what_time|what_day_and_time|which_day_and_time "
    "works|work|suits|suit|fits best|well|better? for|with? you|your_schedule?",
    "when|what|what_day|which_day|what_time is|are a|the? good|best|better|convenient|easiest time|day? for? you?",
    "when|what_day|which_day|what_time|what_day_and_time|which_day_and_time would|do|might you like|prefer|want|need "
    "us|someone|a_visit|the_visit|it|us_to_come|us_to_come_out|someone_to_come|someone_to_come_out|us_out?",
    "you prefer",
    "do you have a day|time|day_and_time in mind",
    "you would like|prefer",
    "a visit",
    "when are you free|available|around|home",
    "day and time",
]
_CHANGES = [
    "what|which should|can|shall|could i|we change|fix|correct|update",
    "what needs|has to|to_be? changed|fixed|corrected|updated|change|changing|fixing|correcting|updating",
    "what would|do you like|want me|us? to_change|changed|fixed|corrected|updated|to_fix|to_correct|to_update",
    "let us correct|change that|it",
]

PHRASEBOOK: Phrases[str] = Phrases(
    {
        "word": _WORDS.split(),
        "thanks": _THANKS,
        "regret": _REGRETS,
        "miss": _MISSES,
        "way on": _WAYS_ON,
        "asking": _ASKS,
        "help": _HELPS,
        "time": _TIMES,
        "change": _CHANGES,
    },
    deed=_DEEDS,
)
"""What may be said, by what it is for."""
