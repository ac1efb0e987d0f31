"""Pure. What callers ask about us in passing: a table that `requests.py` executes."""

from __future__ import annotations

from typing import Literal

from calllock.contracts.business import Topic
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.matter.trade_words import ASKS_OF_USE, EQUIPMENT
from dialog_brain.understanding.people_and_places.spelling import capital

Question = Topic | Literal["robot", "why", "other"]
"""robot: who we are; why: what we ask a thing for; other: about us, and no topic of a profile."""

_DO_YOU = any_of("do you|y'all|you_guys guys|all|folks|also|even? do|handle|reach")


def asks_of_a_town(speech: Speech) -> bool:
    """ "Do you guys do Shoreline?": a place, written as a name, and the end of the turn."""
    found = _DO_YOU.first(speech)
    return (
        found is not None
        and 1 <= len(speech.words) - found.end <= _LONGEST_TOWN
        and all(capital(speech, place) for place in range(found.end, len(speech.words)))
        and _TRADE.isdisjoint(speech.words[found.end :])
    )


_LONGEST_TOWN = 2
_TRADE = frozenset(EQUIPMENT.split("|"))
_TRADES = (
    "plumbing|heating|cooling|drains|drain_cleaning|electrical|ductwork|duct_cleaning|water_heaters|furnaces|boilers|"
    "appliances|air_conditioning|hvac|roofs|roofing|chimneys|pools|septic|installs|installations|commercial|insulation"
)
_EQUIPMENT = (
    "water_heaters|tankless|tankless_water_heaters|heaters|furnaces|boilers|heat_pumps|mini_splits|ductless|generators|"
    "air_conditioners|thermostats|radiators|fireplaces|humidifiers|dehumidifiers|water_softeners|sump_pumps|toilets|"
    "faucets|disposals|garbage_disposals|septic_tanks|septic_systems|gas_lines|gas_stoves|dryers|refrigerators|"
    "appliances|swamp_coolers|chillers|walk_ins|units|systems|geothermal|radiant_heat|solar|purifiers"
)
QUESTIONS: Phrases[Question] = Phrases(
    {
        "other": [
            *ASKS_OF_USE,
            "what should|do|can|could i|we do until|till|in_the_meantime|meanwhile|for_now|while|before|now",
            "meantime|meanwhile ... should|can i|we",
            "should|can|could do in_the_meantime|meanwhile|for_now|until|till",
            "what is|are|was his|her|their|the_guy's|the_tech's|the_technician's|the_plumber's|your_guy's|your_tech's "
            "name|names",
            "what is the name of the|your|whoever",
            "can|could|may i|we get|have|know his|her|their|the_technician's|the_tech's|the_guy's name",
            "can|could|may i|we just|also? come|stop|swing|drop|drive|walk|pop by|in|over|down|up",
            "can|could|may i|we just? bring|drop|mail|ship|carry it|that|this|one|the_part|the_unit|mine "
            "in|off|over|by|down|to_you",
            "can|could|may i|we just|come_and|stop_and|come|swing_by_and|swing_by_to? buy|pick_up|purchase "
            "a|an|some|the|my|one? filter|filters|part|parts|one",
            "who pays|is_paying|gets_billed|gets_the_bill|do_you_bill|will_you_bill",
            "will|would|must|should i|we need_to|have_to|want_to? be|stay home|there|here|present|around",
            "can|could|will|would you|he|she|they ... without me|us|anyone|anybody|somebody|someone",
            "are you|y'all|you_guys recording|taping",
            "do you|y'all|you_guys ... record|tape",
            "is|are this|the|my|our? call|calls|conversation|line being? recorded|taped|monitored|recording",
            "do|can you|y'all|you_guys|your_guys also? do|handle|work_on|service|cover {trade} too|also|as_well",
            "do|can you|y'all|you_guys also do|handle|work_on|service|cover {trade}",
            "do|does you|y'all|you_guys|your_company guys|folks|people? also|even|ever? "
            "do|handle|work_on|work_with|deal_with|service|install|sell|carry|offer|fix|repair "
            "any? tankless|gas|electric|old|new|commercial|oil|window|central? {equipment}",
            "do you|y'all|you_guys ... same|next day|day_service",
            "do|does you|y'all|you_guys|your_company guys|folks? also? sell|stock air|furnace|ac? filters|parts",
            "do|does you|y'all|you_guys|your_company guys|folks? also? do|clean dryer_vents",
            "what is|are your|y'all's office|shop|street|mailing|physical|email? address",
            "how long is the|your|your_current|that wait|waiting_list|backlog",
            "how long does|will|would|is|might it|that be|going_to_be|take|going_to_take until|till|before {who} can? "
            "come|comes|coming|get|gets|arrive|arrives|show|shows|is_here|are_here|reach|reaches",
            "how long does|will|would|is|might it|that usually|normally|typically? take|going_to_take for? "
            "{who} guys|folks? to come|arrive|get_to|get_out|get_here|get_over|get_there|reach|be_here",
            "how long does|will|would|is|might it|that usually|normally|typically? take|going_to_take to "
            "get|have|send {somebody} here|out|over|there|to",
            "how much is|for|are|does|do|would the|your|a? {service}",
            "what is|are|does|do|would the|your|a? {service} cost|costs|run|price?",
            "what do|does you|y'all|you_guys|your_company charge for|by|per|an a|an|the? hour|{service}",
            "do|does you|y'all|you_guys|your_company charge by|per the? hour",
            "what is|are the|your hourly rate|rates|charge|fee",
            "hourly rate",
        ],
        "why": [
            "why do|are|would|should|does|is you|i|that|it ... need|ask|asking|want|tell|give|matter|have_to",
            "what do|would you need|want that|it|my ... for",
            "what is that|this|it for",
        ],
        "robot": [
            "are|is you|this|it|that|i ... robot|machine|computer|bot|ai|a_i|human|recording|automated|real|"
            "real_person|artificial|chatbot|answering_machine|person|virtual|an_ai",
            "am i talking|speaking to|with a|an? real|live|actual? robot|machine|computer|bot|ai|human|person|"
            "recording|human_being",
            "you|this sound like a robot|machine|computer|recording",
            "you are|is just|really|only? a|an? {machine}",
            "you are|is not|no a? real|live|actual? person|human|human_being",
            "thought|think you|this|it was|were|is|are a|an? {machine}",
            "who is this",
            "is this|that ... right|correct number|place|company|office",
            "do|did|have i have|got|reach|reached|call|called the right|correct number|place|company|office",
            "who am i|we speaking|talking with|to",
            "what|which company|business is this",
            "is this the plumber|plumbers|plumbing|hvac|heating|cooling company|people|place|guys?",
        ],
        "hours": [
            "what|when are|is your? ... hours|open|close|closing",
            "your|business|office|opening hours",
            "when|what_time do|are|does you|y'all|you_guys ... open|close|closed|start|there",
            "are you|y'all|you_guys ... open|closed",
            "how late|early are|do you",
            "do|are you|y'all|you_guys guys|all? ... 24|24/7|twenty_four hour|hours|seven|7|service",
            "do|are you|y'all|you_guys guys|all? ... 24/7|around_the_clock",
            "do you ... work|open|come_out weekends|on_weekends|saturdays|sundays|saturday|sunday|nights|on_saturdays|"
            "on_sundays",
        ],
        "fee": [
            "how much do|does|is|will|would|are|it",
            "how much",
            "what do|does|would you|y'all|you_guys charge",
            "what it|that|this|you|a_visit|the_visit|it_all costs|would_cost|will_cost|runs|would_run|charge",
            "what is|was|are|does|will|would ... cost|fee|charge|rate|rates|price|prices|pricing|costs|run_me|total",
            "what|how about the|a|your|any? fee|fees|price|prices|pricing|cost|costs|charge|rate|rates|total",
            "service|diagnostic|trip|visit|dispatch|call|mileage|travel fee|charge|out_fee",
            "is there|it a|any? ... charge|fee|cost|free",
            "do you charge",
            "free estimate|estimates",
            "it|that|this|visit is|will_be|would_be free right|correct|huh|yeah",
            "going to cost",
            "going to|will|would run me|us",
            "visit|estimate|quote|it|that|inspection|diagnosis ... cost|costs|run anything|something|me|"
            "money|much|extra",
            "is|are the|your|that|an? visit|estimate|estimates|quote|quotes|inspection|inspections|consultation free",
            "do|would|will i|we have_to|need_to? pay|owe if|even|anything|for|just",
            "is|are it|that|you|the_visit|a_visit|they more|extra|higher|pricier ... "
            "weekend|weekends|saturday|saturdays|sunday|sundays|night|nights|hours|holiday|holidays|emergency",
            "is|are a? {days} extra|more|double|higher|more_expensive",
            "dollars|bucks right|correct",
            "price range",
            "fee|charge|it|that|cost count|counts|go|goes|apply|applies|applied|credited toward|towards|to the|my|our|"
            "any? repair|repairs|bill|cost|work|total|job",
            "is|get|gets that|it|the|your? fee|charge|visit|visit_fee|diagnostic|diagnostic_fee? get? "
            "waived|deducted|credited|refunded",
            "does|do|will ... count|go|apply toward|towards the|my|our|any? repair|repairs|bill|cost|work|total|job",
            "just|only want|wanted|need|needed|looking_for|asking_for|calling_for|after a|the|some|your? "
            "price|prices|pricing|ballpark|rough_idea|rough_number",
            "give|tell|get|send me|us? a|an|the|your|some? price|ballpark|quote|estimate "
            "first|now|over_the_phone|before",
            "charge me|us",
            "is|are that|it|this|the_fee|the_visit on_top_of|on_top|included|in_addition|part_of|separate|additional",
            "tell|give me|us the|your|a price|prices|rate|rates|fee|cost",
        ],
        "area": [
            "do you|y'all|you_guys guys|all|folks|also|even|ever? serve|service|cover",
            "do you ... serve|cover|come_to|come_out_to|go_to|work_in|travel_to|go_out_to|go_up_to|go_down_to|"
            "go_as_far_as|come_as_far_as|come_up_to|come_down_to|drive_to|drive_out_to|get_out_to|make_it_to",
            "do you|y'all|you_guys guys|all|folks|also? do "
            "north|south|east|west|northeast|northwest|southeast|southwest|central|downtown",
            "service|coverage area|areas",
            "what area|areas|cities|towns do|are",
            "where are you located|based|at|guys",
            "are you in|near|local",
            "where is your office|shop",
            "how far ... go|drive|travel|come",
        ],
        "brands": [
            "what|which brand|brands|makes|manufacturers ... do|are",
            "do you ... do|work_on|fix|service|carry|sell|handle|repair|install|stock|use ... "
            "trane|carrier|lennox|rheem|goodman|york|"
            "daikin|"
            "brand|brands|bosch|mitsubishi|american_standard|kohler|moen|delta|rinnai|navien|bryant|amana|ruud|"
            "bradford",
        ],
        "duration": [
            "how long does|will|would|do|is|are it|they|that|the|a|this|you",
            "how long will|would|does|should he|she|somebody|someone|the_guy|the_tech|the_technician be|stay|need",
            "how many hours",
            "how much time",
        ],
        "payment": [
            "do you ... take|accept|have|offer ... card|cards|credit|check|checks|cash|venmo|zelle|paypal|"
            "payment|payments|insurance|debit|amex|american_express|visa|mastercard|discover|apple_pay",
            "can|could i|we pay|use ... card|cards|check|cash|credit|later|venmo|zelle|paypal|apple_pay|debit",
            "payment options|methods",
            "do|would i|we|you ... pay|pay_you|payment",
            "how can|do i|we pay",
            "what forms of payment",
            "when do i pay",
        ],
        "financing": [
            "financing|finance",
            "payment plan|plans",
            "pay ... monthly|installments|over_time",
            "do you ... payment_plan|payment_plans|installments",
        ],
        "discounts": [
            "discount|discounts|coupon|coupons|promotion|promotions",
            "any|have|run|running|offer specials|special|deals|deal|sales",
            "price match",
            "seniors|veterans|military|teachers|nurses|cheaper|percent ... off|break|deal",
        ],
        "license": [
            "are|is you|y'all|you_guys|they|your|the|it|he|she ... "
            "licensed|insured|bonded|certified|background_checked|background_check|accredited",
            "do|does|have you|your|they ... license|licence|insurance|certification|certifications",
            "background checked|checks",
            "license number",
        ],
        "warranty": [
            "do you ... warranty|guarantee|guarantees|warranties",
            "is|are there|it|the|your|that|this ... warranty|guarantee|guaranteed",
            "what is|kind|about ... warranty|guarantee",
            "come|comes with a? warranty|guarantee",
            "what if it breaks again",
        ],
    },
    trade=_TRADES,
    equipment=_EQUIPMENT,
    service="duct_cleaning|dryer_vent_cleaning|vent_cleaning|maintenance_plan|maintenance_plans|service_plan|"
    "maintenance_agreement|service_agreement|membership|memberships",
    somebody="somebody|someone|anybody|anyone|you|y'all|a_tech|a_technician|the_technician|a_guy|a_plumber",
    who="you|y'all|he|she|they|somebody|someone|anybody|anyone|a_tech|a_technician|the_tech|the_technician|a_guy|the_guy|"
    "a_plumber|the_plumber",
    days="saturday|saturdays|sunday|sundays|weekend|weekends|evening|evenings|night|nights|holiday|holidays",
    machine="robot|machine|computer|bot|recording|answering_machine|chatbot|ai|a_i|voicemail",
)
