"""Pure. A second reading of a call by what labelled calls have taught: it corrects the signals where it is sure.

The signals know what somebody thought of; the weights know what calls with a tag have in common. Each errs where the
other seldom does, so a tag that only the weights give must be nearly certain, and one that only the signals give stays
unless the weights all but exclude it. How much that is worth: docs/adr/0009.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from calllock.contracts.events import Hazard
from calllock.weights import Weights, traits
from post_call_worker.classification.result import Category
from post_call_worker.classification.tagging import Heard
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE, TAXONOMY
from post_call_worker.classification.wording import sentences_of

_CATEGORIES: tuple[Category, ...] = (
    *("HAZARD", "SERVICE_TYPE", "REVENUE", "RECOVERY", "LOGISTICS", "CUSTOMER", "NON_CUSTOMER"),
)
LEARNABLE = tuple(
    tag for category in _CATEGORIES for tag in TAXONOMY[category] if tag not in ("NEW_CUSTOMER", "EXISTING_CUSTOMER")
)
"""The tags that the caller's words alone give: who has a file is known, URGENCY follows from others, and CONTEXT is
given by the clock as well."""
SURE = 0.8
"""As likely as this, a tag is given though no signal gave it."""
EXCLUDED = 0.01
"""Less likely than this, a tag is not given though a signal gave it."""
DANGER_EXCLUDED = 0.005
"""The same for a danger."""
_FEWEST_TRAITS = 20
"""Of about ten words. Fewer correct nothing: what they leave unsaid may be known from the flow."""
_OTHER_MACHINES: Mapping[str, frozenset[str]] = {
    "REPAIR_AC": frozenset({"about_heating", "about_heatpump"}),
    "REPAIR_HEATING": frozenset({"about_cooling", "about_heatpump"}),
}
"""Which of several machines is out of order is never guessed: the tag of one is not given by weights beside another."""
_NEVER_DOUBTED = frozenset({"HEALTH_RISK", "ACTIVE_FLOODING"})
"""A false alarm costs less than a missed danger."""


def corrected(
    given: Collection[str], heard: Heard, found: frozenset[str], weights: Weights, raised: Hazard | None
) -> set[str]:
    """The tags after the second reading of the traits that were `found` in a call.

    What the caller has taken back stays out, and the danger that was `raised` while the call went on stays in. Nor is a
    danger doubted that is the only one from which one leaves the building: beside another, the house is left all the
    same.
    """
    if len(found) < _FEWEST_TRAITS:
        return set(given)
    likely = weights.likelihoods(found)
    unsure = {tag for tag, others in _OTHER_MACHINES.items() if not others.isdisjoint(heard.standing)}
    taken_back = heard.ever - heard.standing.keys()
    sure = {tag for tag, likelihood in likely.items() if likelihood > SURE} - taken_back - unsure
    doubted = {tag for tag in given if likely.get(tag, 1.0) < _excluded(tag)}
    dropped = doubted - _NEVER_DOUBTED - {raised}
    kept = {*given, *sure} - dropped
    return kept if any(danger in kept for danger in EVACUATE) else kept | (dropped & set(EVACUATE))


def _excluded(tag: str) -> float:
    return DANGER_EXCLUDED if CATEGORY_OF[tag] == "HAZARD" else EXCLUDED


def traits_of(turns: Iterable[str], heard: Heard) -> frozenset[str]:
    """What the weights weigh: the turns' words as the signals read them, without hesitations, and the hints that stand
    (`~it_fails`), which bring many wordings together."""
    hints = (f"~{name}" for name in heard.standing if name not in CATEGORY_OF)
    return traits(" ".join(sentence.words) for turn in turns for sentence in sentences_of(turn)).union(hints)
