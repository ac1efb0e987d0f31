"""Pure. What the call is about: service, or one of the office matters."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.matter.customers import (
    OF_CUSTOMERS,
    asks_for_somebody,
    asks_service,
    is_innocent,
    owns_trouble,
    wishes_for_own,
)
from dialog_brain.understanding.matter.problems import evidence
from dialog_brain.understanding.understood import Expected, Kind

_MATTERS: Phrases[Kind] = Phrases(
    {
        "wrong_number": [
            "wrong number|company|place|person|business|house|phone",
            "dialed|called|rang|misdialed|reached|calling ... wrong",
            "misdialed|misdialled|mis_dialed",
            "this is not ... number|phone|residence|house",
            "butt|pocket dialed|dial",
            "did not mean to call|dial",
            "called by mistake|accident",
            "meant to call|dial|reach|get",
            "trying to call|reach|get ... pizza|dentist|doctor|bank|restaurant|someone_else|hospital|school",
            "looking for dr|doctor",
            "is this ... domino's|pizza|restaurant|dentist|bank|dominos|hospital|school|salon|walmart|pharmacy|hotel",
        ],
        "billing": [
            "billing address",
            "bill|billing|billed|invoice|invoices|invoiced|overcharged|refund|reimbursement",
            "charge|charges|charged ... card|account|twice|double|wrong|dispute|credit_card|on_my",
            "charged me|for|us",
            "card|account ... charged|billed",
            "you all|guys|folks|people? just|already|have|keep? {drew} .. payment|payments|money|card|account|much",
            "you all|guys|folks|people? debited|drafted me|us|twice|again",
            "card|account|bank|payment|money got|was|were|has_been|came|went|is|keeps? just? {drew}|hit|out|through .. "
            "{again}",
            "double|duplicate payment|payments|withdrawal|withdrawals|debit|transaction|transactions",
            "account|card|bank|bank_statement shows|showing|has|says .. payments|withdrawals|debits|transactions",
            "dispute|question|questions|about|double ... charge|charges|charged",
            "see|saw|seeing|found|find|got|was|notice|noticed|there_is|there_was ... extra charge|charges",
            "make|making|send|sending|mail|submit|my|owe|late|pay|missed a|the|my|our|your|you? payment|payments|"
            "balance",
            "pay|paying|owe|owed my|the|our|a|you|on|for? bill|balance|invoice|account|money|over_the_phone",
            "balance|receipt|statement",
            "accounts|accounting receivable|payable|department|question",
            "paid ... twice|already|check",
            "credit? card was",
            "where|how do|can|should i|we send|mail|drop ... check|payment",
            "payment plan|plans|arrangement|arrangements",
            "update|change ... credit_card|payment_method|card_on_file",
            "do i|we owe",
            "cancel|canceling|cancelling|end|stop my|our|the maintenance|service|care? "
            "plan|membership|contract|subscription|agreement",
            "my|our money back",
        ],
        "applicant": [
            "hiring|employment|internship|apprenticeship|resume|recruiter|recruiting",
            "apply|applying|application|applied|inquire|interested|looking ... job|position|work|opening|"
            "technician_position|"
            "career|apprentice|role",
            "job|jobs opening|openings|application|interview|posting|available|opportunity|opportunities|listing|"
            "position",
            "for|about|see|saw|looking|got|have|need|want|any ... a|the? job|jobs|career|careers",
            "openings|opening|positions|position|vacancies|spots ... for ... technician|technicians|plumber|plumbers|"
            "installer|installers|apprentice|apprentices|dispatcher|tech|techs|helper|helpers|experience",
            "work for you|y'all|your_company|you_guys",
            "send|submit|drop|sent my|a|in resume|application",
            "need|need_any|want any? workers|employees|technicians|helpers wanted?",
            "come work for|with",
            "job interview",
            "i|we? want|like to apply",
            "submit|turn|send|sent|my|status ... application",
            "years|year of? experience",
            "you|y'all|you_guys need anybody|anyone|any_help|help|more_techs|another_tech",
            "have|had|scheduled an|my? interview",
            "talk|speak to|with hr|h_r|human_resources|hiring_manager",
            "take|hire|want|accept|train apprentices|trainees|helpers",
            "are you|y'all|you_guys looking for ... techs|technicians|plumbers|installers|help|people|workers",
            "installer|technician|helper|apprentice|plumber|dispatcher position|positions|role|roles|opening|openings",
            "dispatcher|apprentice|helper|technician|installer job|jobs",
            "see|saw|about|answering your|the ad|posting",
        ],
        "vendor": [
            "vendor|vendors|wholesale|wholesaler|supplier|suppliers|distributor|distributors|partnership|partnerships|"
            "solicitation|telemarketing|sponsorship",
            "we|i sell|offer|provide|supply|distribute|manufacture|specialize",
            "i|we am|are selling|offering|calling_from|a_rep|a_representative|with_a_marketing|in_sales|a_sales",
            "parts|supply supplier|house|distributor|company|rep",
            "selling|sales_rep|sales_representative|sales_call|marketing|advertising|seo|google_listing|"
            "google_listings|"
            "business_listing|web_design|lead_generation|merchant_services|credit_card_processing|business_loan|"
            "business_loans|business_funding|solar|extended_warranty_department|payroll",
            "talk|speak|speaking to|with the? owner|decision_maker|purchasing|marketing|whoever|person_in_charge",
            "business|partner|partnership opportunity|opportunities|proposal|with_you|with_your|loan|loans|owner",
            "person|whoever in|who|is handles|charge|purchasing|purchases",
            "interested in|offering ... advertising|partnering|leads|our_services|our_product|our_products",
            "grow your business|company",
            "promotional products|offer",
            "i|we represent",
            "calling|am|are|is|here ... with|from ... distribution|media|agency|staffing|capital|yellow_pages|google|"
            "yelp|chamber_of_commerce|distributors|insurance_group",
            "merchant|card|payment processing",
            "get|bring|send you more? customers|leads|clients",
            "business insurance|listing|to_business",
            "staffing|marketing|recruiting|advertising agency|firm|company",
            "website|web|logo design|development|hosting|designer",
            "advertise with|on|in",
            "uniforms|truck_wraps",
            "search ranking|rankings|engine",
            "reach|reaching|contact|contacting you about|regarding your",
            "extended warranty",
            "lower|reduce|cut|save_on your ... bill|bills|rate|rates|costs|interest|payment",
            "you|your_business|your_company have|has|are|is been? selected|approved|pre_approved|prequalified|chosen|"
            "eligible",
            "final notice|attempt",
            "important message",
            "survey|election|donation|donations|donate|fundraiser|fundraising|political|charity|candidate|ballot",
        ],
    },
    drew="took|take|taken|taking|pulled|withdrew|withdrawn|ran|run|debited|drew|drafted|deducted|swiped|collected|hit",
    again="twice|two_times|three_times|four_times|again|double|more_than_once|a_second_time",
)


class Matter(NamedTuple):
    """What a call is about; `kind` only when it is no service."""

    intent: Literal["service", "non_service"] | None
    kind: Kind | None
    pitch: bool = False
    """Whether somebody tells us what they sell."""


NO_MATTER = Matter(None, None)
OF_THE_MATTER = _MATTERS.beginnings | OF_CUSTOMERS
"""Without any of these words only the opening of a call tells what it is about."""


def heard_matter(speech: Speech, asked: Expected, *, visiting: bool = False) -> Matter:
    """Service evidence in the same turn wins; at the opening of a call what is unclear counts as service.

    `visiting`: something is wished of the visit that is being arranged, as an invoice for it.
    """
    found = _weightiest(speech, asked)
    if visiting and found == "billing":
        return Matter("service", None)
    if found is None:
        service = asked == "open" and bool(speech.words)
        return Matter("service" if service or evidence(speech) or asks_service(speech) else None, None)
    if owns_trouble(speech) or (found != "billing" and wishes_for_own(speech)):
        return Matter("service", None)
    return Matter("non_service", found, pitch=found == "vendor" and _pitches(speech))


def _pitches(speech: Speech) -> bool:
    return any(found.meaning == "vendor" and not asks_for_somebody(speech, found) for found in _MATTERS.all(speech))


def _weightiest(speech: Speech, asked: Expected) -> Kind | None:
    if _MATTERS.absent(speech):
        return None
    heard = {found.meaning for found in _MATTERS.all(speech) if not is_innocent(speech, asked, found)}
    return min(heard, key=_RANK.index, default=None)


_RANK: tuple[Kind, ...] = ("wrong_number", "applicant", "vendor", "billing")
