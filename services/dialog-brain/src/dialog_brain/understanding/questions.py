"""Pure. What callers ask about us in passing: a table that `requests.py` executes."""

from __future__ import annotations

from typing import Literal

from calllock.contracts.business import Topic
from dialog_brain.understanding.phrases import Phrases

Question = Topic | Literal["robot", "other"]
"""other: about us, and no topic of a profile."""

_TRADES = (
    "plumbing|heating|cooling|drains|drain_cleaning|electrical|ductwork|duct_cleaning|water_heaters|furnaces|boilers|"
    "appliances|air_conditioning|hvac|roofs|roofing|chimneys|pools|septic|installs|installations|commercial|insulation"
)
QUESTIONS: Phrases[Question] = Phrases(
    {
        "other": [
            "are you|y'all|you_guys recording|taping",
            "do you|y'all|you_guys ... record|tape",
            "is|are this|the|my|our? call|calls|conversation|line being? recorded|taped|monitored|recording",
            "do|can you|y'all|you_guys|your_guys also? do|handle|work_on|service|cover {trade} too|also|as_well",
            "do|can you|y'all|you_guys also do|handle|work_on|service|cover {trade}",
        ],
        "robot": [
            "are|is you|this|it|that|i ... robot|machine|computer|bot|ai|a_i|human|recording|automated|real|"
            "real_person|artificial|chatbot|answering_machine|person|virtual|an_ai",
            "am i talking|speaking to|with a|an? real|live|actual? robot|machine|computer|bot|ai|human|person|"
            "recording|human_being",
            "you|this sound like a robot|machine|computer|recording",
        ],
        "hours": [
            "what|when are|is your? ... hours|open|close|closing",
            "your|business|office|opening hours",
            "when|what_time do|are|does you|y'all|you_guys ... open|close|closed|start|there",
            "are you|y'all|you_guys ... open|closed",
            "how late|early are|do you",
            "do you ... work|open|come_out weekends|on_weekends|saturdays|sundays|saturday|sunday|nights|on_saturdays|"
            "on_sundays",
        ],
        "fee": [
            "how much do|does|is|will|would|are|it",
            "how much",
            "what do you charge",
            "what it|that|this|you|a_visit|the_visit|it_all costs|would_cost|will_cost|runs|would_run|charge",
            "what is|are|does|will|would ... cost|fee|charge|rate|rates|price|prices|pricing|costs|run_me",
            "service|diagnostic|trip|visit|dispatch|call fee|charge|out_fee",
            "is there|it a|any? ... charge|fee|cost|free",
            "do you charge",
            "free estimate|estimates",
            "going to cost",
            "hourly rate",
            "price range",
        ],
        "area": [
            "do you ... serve|service|cover|come_to|come_out_to|go_to|work_in|travel_to",
            "service|coverage area|areas",
            "what area|areas|cities|towns do|are",
            "where are you located|based|at|guys",
            "are you in|near|local",
            "where is your office|shop",
        ],
        "brands": [
            "what|which brand|brands|makes|manufacturers do|are",
            "do you ... work_on|fix|service|carry|sell|handle|repair ... trane|carrier|lennox|rheem|goodman|york|"
            "daikin|"
            "brand|brands|bosch|mitsubishi|american_standard|kohler|moen|delta|rinnai|navien|bryant|amana|ruud|"
            "bradford",
        ],
        "duration": [
            "how long does|will|would|do|is|are it|they|that|the|a|this|you",
            "how many hours",
            "how much time",
        ],
        "payment": [
            "do you ... take|accept|have|offer ... card|cards|credit|check|checks|cash|venmo|zelle|paypal|financing|"
            "payment|payments|payment_plan|payment_plans|insurance|debit|amex",
            "can i pay|use ... card|check|cash|credit|later|venmo|monthly|installments",
            "payment plan|plans|options|methods",
            "how can|do i|we pay",
            "what forms of payment",
            "financing",
            "when do i pay",
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
)
