"""Pure. The work that a caller wishes where nothing is to be repaired, in our words: a tune-up, a new system."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech

_UPKEEP = "tune_up|tune_ups|tuneup|tuneups|maintenance|checkup|check_up"
WISHES: Phrases[str] = Phrases(
    {
        "a new system": ["new|replace|replacement ... system|unit|ac|furnace|air_conditioner|heater|heat_pump"],
        "a tune-up": [_UPKEEP],
    }
)
_HAD = any_of(
    "my|our|this|the brand? new|brand_new|newer",
    "new|brand_new {system} {installed}? is|has|was|will|does|keeps|just|quit|stopped|makes|went|leaks|already|and_it",
    "did|had|done|after|since|following ... {upkeep}",
    system="system|unit|ac|a_c|furnace|air_conditioner|heater|heat_pump",
    installed="you_put_in|you_all_put_in|you_guys_put_in|you_installed|you_all_installed|they_put_in|they_installed|"
    "we_bought|we_got|i_bought|i_got",
    upkeep=_UPKEEP,
)
""" "My new furnace won't light", "it quit after the tune-up": what is there, or was done, is not wished."""
_WHO_UPKEEPS = any_of(
    "maintenance guy|guys|man|men|people|person|crew|department|team|staff|tech? "
    "said|says|told|tried|came|looked|could|can_not|cannot",
)
""" "Maintenance said to call you"."""


def wished_work(speech: Speech, *, machine: bool, trouble: bool) -> str | None:
    """What is wished; None where it is a repair. `machine`: one is named; `trouble`: what is wrong with it, too."""
    wish = WISHES.first(speech)
    if wish is None or (machine and _WHO_UPKEEPS.first(speech) is not None):
        return None
    return None if trouble and _HAD.first(speech) is not None else wish.meaning
