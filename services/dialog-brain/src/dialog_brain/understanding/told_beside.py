"""Pure. What a turn tells beside what it answers, and the words without which it tells nothing."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dialog_brain.understanding.asking.farewells import THANKING, says_thanks
from dialog_brain.understanding.asking.own_visits import ALREADY, has_one_already, heard_own_visit
from dialog_brain.understanding.asking.requests import REQUESTING
from dialog_brain.understanding.asking.visits import OF_THE_VISIT
from dialog_brain.understanding.language.spanish import SPANISH, is_spanish
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.matter.intent import OF_THE_MATTER
from dialog_brain.understanding.matter.sales_leads import LEADING, heard_lead, withdraws_lead
from dialog_brain.understanding.matter.urgency import PRESSING, heard_urgency
from dialog_brain.understanding.understood import OwnVisit, Urgency

BESIDE = OF_THE_VISIT.union(ALREADY, OF_THE_MATTER, REQUESTING, THANKING, PRESSING, LEADING, SPANISH)
"""Without any of these words a turn that does not open the call speaks of no visit, no matter and no request, and tells
nothing else beside: half of the answers to a question need not be searched for them."""


class Beside(NamedTuple):
    """What a turn tells by the way."""

    own_visit: OwnVisit | None = None
    thanks: bool = False
    urgency: Urgency | None = None
    flooding: bool = False
    lead: Literal["high_ticket"] | None = None
    lead_withdrawn: bool = False
    spanish: bool = False


NOTHING_BESIDE = Beside()


def heard_beside(speech: Speech, *, before_a_visit: bool) -> Beside:
    """A visit that was arranged before, thanks, hurry, and a new system that is wished for or not wanted any more."""
    lead = heard_lead(speech)
    withdrawn = lead is None and withdraws_lead(speech)
    late: OwnVisit | None = "held" if not before_a_visit and has_one_already(speech) else None
    own_visit = heard_own_visit(speech) if before_a_visit else late
    pressing = heard_urgency(speech)
    return Beside(
        own_visit, says_thanks(speech), pressing.urgency, pressing.flooding, lead, withdrawn, is_spanish(speech)
    )
