"""Pure. Whether a caller asks after something that was arranged before: a call, a visit, a part."""

from __future__ import annotations

from dialog_brain.understanding.asking.other_companies import is_of_another_company
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.problems import evidence
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES

_FOLLOW_UP = any_of(
    "was|were|is supposed|going|meant to call|get_back|ring|phone|reach_out|follow_up|contact|send|email|"
    "be_here|"
    "come|show_up|hear",
    "supposed|promised ... call|callback|get_back|follow_up|hear_back|a_call",
    "said|told me|us? you|they|he|she|someone|somebody|it|the_technician|i|we would|will|were|was|had|are|is "
    "... call|callback|get_back|follow_up|hear_back|a_call",
    "waiting|waited ... on|for ... call|callback|return_call|hear|response|part|parts|quote|estimate",
    "still waiting",
    "never|nobody|no_one|not|no ... called|heard|got|received|gotten|calls|showed ... back|from_you|a_call|"
    "from_anyone|from_anybody|up",
    "nobody|no_one ever? called|showed|came",
    "have not heard ... from|back|since|yet",
    "have not heard anything|a_word|nothing|back",
    "returning|return your|a|the|somebody's|someone's|his|her|{whose} call",
    "{related} already|just? called|called_you|called_y'all|spoke_to_you|talked_to_you earlier|already|before",
    "{related} already called|spoke_to|talked_to you|y'all|somebody_there|someone_there",
    "said|says|told|promised ... someone|somebody|technician|guy|plumber is|was|would_be|will_be coming|here",
    "said|says|told|promised ... you are|were|would_be|will_be coming",
    "missed a|your? call from?",
    "got|have|received|had|see|saw a|an|your|this|the|another? voicemail|voice_mail|message|call|missed_call "
    "from you|y'all|your_office|your_company|this_number",
    "you|y'all|you_guys|someone|somebody left me|us? a? voicemail|voice_mail|message",
    "you|y'all|you_all|you_guys|someone|somebody just? have? called|rang me|us|my_phone|earlier|today|"
    "this_morning|yesterday",
    "follow|following up",
    "followup",
    "checking|check on the status",
    "status of my",
    "order|part|parts|delivery is|are ready|here|in|waiting",
    "order's|part's|parts|delivery's ready|here|in|waiting",
    "register|registering my|our|the|a? warranty",
    "calling|with|from|is ... permits|permit_office|building_department|inspections_office|claims_department",
    "calling|call ... about|regarding|concerning|on a|an|the|your|our|my|one? ... "
    "claim|claims|rebate|rebates|permit|permits|policyholder|policyholder's|backorder|work_order|order_you",
    "calling from ... about|regarding|concerning|on a|an|the|your|our|my|one? ... "
    "customer|customers|customer's|order|orders|bid|inspection|paperwork",
    "adjuster|adjusting|adjustor",
    "{staff} ... left|forgot|leaves his|her|their|your|a|an|some? ... {tools}",
    "{tools} ... left|forgotten here|behind|at_my|at_our|in_my|in_our|on_my|on_our",
    "{visitors} broke|damaged|scratched|ruined|cracked|dented|hit|backed_into my|our|the {property}",
    "your|the|that|our|y'all's {staff} ... "
    "rude|unprofessional|disrespectful|nasty|a_mess|scratched|dented|cracked|stole|overcharged|"
    "yelled|cursed|drunk|smoking",
    "make|file|have|register|lodge a|an|another? complaint|complaints",
    "complain|complaining about|to",
    "my|a|an|our lawyer|attorney|lawyers",
    "wanted|calling|want|called to? say|tell ... your|the {staff} was|were|is|did",
    "has|is|are|did my|the|our part|parts|filter|filters|unit|order ... come|came|in|arrive|arrived|here|ready|"
    "ordered|shipped",
    "is|are my|the|our|it|that ... still? under|covered_by|covered_under|in a|the|my? warranty",
    visitors="technician|tech|guy|guys|man|plumber|driver|truck|installer|installers|you|they|he|she",
    property="fence|door|window|wall|walls|car|driveway|carpet|lamp|tv|roof|gate|lawn|mailbox|garage|garage_door|"
    "countertop|cabinet|cabinets|tile|tiles|hardwood|flowers|flower_bed|ceiling",
    related="husband|wife|son|daughter|mother|mom|father|dad|brother|sister|boyfriend|girlfriend|partner|roommate|he|she",
    staff="technician|tech|plumber|guy|guys|installer|installers|dispatcher|receptionist|crew|employee|worker|workers",
    tools="tool|tools|toolbox|tool_bag|tool_box|bag|ladder|ladders|drill|flashlight|phone|keys|wallet|jacket|gauges|meter|"
    "cap|hat|glasses|tablet",
    whose="|".join(f"{name}'s" for name in sorted(GIVEN_NAMES)),
)
_EXPECTED = any_of(
    "when|what_time|what_day|which_day ... {visit}",
    "do|did i have an? appointment|visit",
    "not sure|certain|remember|know if|whether|when|what_time|what_day i|we have|had|am|are ... "
    "appointment|visit|scheduled|booked|schedule",
    "think|believe|thought i|we have|had|am|are ... appointment|visit|scheduled|booked|schedule ... not sure",
    "check|see|tell|look if|whether i|we am|are|have ... appointment|visit|scheduled|booked|schedule|calendar",
    "where is|are the|my|your? {visit}",
    "{visit} is|was|has late|not_here|never|not_shown|not_come|supposed",
    "is|are my|our|the appointment|visit|service_call ... on|happening|confirmed|scheduled|good",
    "am|are i|we still? on|down|scheduled|booked on|for|the|today|tomorrow|monday|tuesday|wednesday|thursday|"
    "friday|saturday|sunday",
    "confirm|confirming|check_on|checking_on my|the|our|an appointment|visit|appointment_time",
    visit="technician|tech|plumber|appointment|visit|guy|repairman|repair_man|service_call",
)
_OF_OUR_QUOTE = any_of(
    "want|wants|wanted|like|ready|decided|calling|called|let's|let_us|we'll|i'll|we_will|i_will to? {take} "
    "your|the|that|this|our|my|y'all's {paper}",
    "{paper} you|y'all|you_all|you_guys|your_guy|your_technician gave|sent|made|emailed|wrote|did|left",
    "the|that|your|this {paper} looks|look|is|sounds good|great|fine|fair|reasonable|approved|accepted",
    "calling|call|question|questions about|regarding|on my|your|our|the|that {paper}",
    "got|have|had|received a|an|your {paper} from you|y'all|you_all|you_guys",
    "want|wants|wanted|like|ready|decided|calling|let's|let_us|we'll|i'll to? {forward} "
    "the|that|our|my|your install|installation|replacement|changeout",
    take="accept|approve|sign|go_with|go_ahead_with|move_forward_with|move_ahead_with|go_forward_with|"
    "proceed_with|sign_off_on",
    forward="go_ahead_with|move_forward_with|move_ahead_with|go_forward_with|proceed_with|sign_off_on",
    paper="quote|bid|estimate|proposal",
)
FOLLOWING_UP = _FOLLOW_UP.beginnings
"""Without any of these words nothing is asked after, but at the opening of a call."""


def follows_up(speech: Speech, *, opening: bool) -> bool:
    """Whether something is asked after; at the `opening` whatever is said of a visit is said of one before, and what
    is said of a quote, without a trouble beside it, of one that was given.

    What another company promised is none of it. "Who's going to come" asks later on for the visit that is being
    arranged.
    """
    if is_of_another_company(speech):
        return False
    found = _FOLLOW_UP.first(speech)
    if found is not None and (opening or speech.words[max(0, found.start - 1) : found.start] != ("who",)):
        return True
    if not opening:
        return False
    return _EXPECTED.first(speech) is not None or (_of_our_quote(speech) and not evidence(speech))


def _of_our_quote(speech: Speech) -> bool:
    """Not "if the quote is fair I'll do it", nor where somebody is to come."""
    return _UNDECIDED.isdisjoint(speech.words) and _OF_OUR_QUOTE.first(speech) is not None


_UNDECIDED = wordset("if out somebody someone")
