"""Pure. A house that is too hot or too cold, in our words."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech

_HOT, _COLD = "a house too hot", "a house too cold"
_HOUSE: Phrases[str] = Phrases(
    {
        _HOT: ["hot|hotter|warm|warmer|boiling|sweltering|roasting|stuffy|humid|oven|sauna"],
        _COLD: ["cold|colder|freezing|chilly|icebox|igloo|meat_locker"],
    }
)
_LIKENED: Phrases[str] = Phrases(
    {
        _HOT: [
            "oven in|up here|{rooms}",
            "feels a|an oven|furnace in|up|inside|upstairs",
            "{rooms} is|feels|felt a|an oven",
        ],
        _COLD: [
            "freezer|refrigerator|fridge in|up here",
            "feels a|an freezer|refrigerator|fridge in|up|inside|upstairs",
            "{rooms} is|feels|felt a|an freezer|refrigerator|fridge",
        ],
    },
    rooms="house|home|place|apartment|room|bedroom|upstairs|the_house|our_house|the_whole_house|my_house|this_house",
)


def house_words(speech: Speech) -> str:
    """What the visit is for where no machine and no trouble is named; empty if no house is too hot or too cold."""
    found = _HOUSE.first(speech)
    return "" if found is None else found.meaning


def likened_house(speech: Speech) -> str:
    """The same of a house that is likened to a machine: "it's like an oven in here" (`like` is no word of a speech)."""
    found = _LIKENED.first(speech)
    return "" if found is None else found.meaning
