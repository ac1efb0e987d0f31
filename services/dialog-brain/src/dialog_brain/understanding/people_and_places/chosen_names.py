"""Pure. Of several names in an answer the one to write down: "Margaret, but put Peggy", "my wife's Rosa, I'm Al"."""

from __future__ import annotations

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import ENDEARMENTS
from dialog_brain.understanding.people_and_places.whole_names import Named, name_at

_WRITE: Phrases[bool] = Phrases(
    {
        True: [
            "so|but|and|please|just? put|write|use|list|enter|say|take|note down?",
            "so|but|and|please|just? put|write|enter it|me|that? down? as",
            "so|but|and|please|just? make it|that",
            "so|but|and|please|just? go with|by",
        ],
        False: ["so|just"],
    }
)
"""What False says introduces only a known given name."""
_ENDING = ENDEARMENTS | wordset("please down instead there thanks thank you for me ma'am sir okay")
_PERSONS = (*FAMILY.split("|"), "owner", "boss")
_OTHERS = any_of(
    "my|his|her|the|our {whose} name? is|was",
    "my|his|her|the|our {who} is|was",
    whose="|".join(f"{who}'s" for who in _PERSONS),
    who="|".join(_PERSONS),
)
_OWN = any_of(
    "but|and? i am",
    "but|and? my name is",
    "but|and mine is",
    "but|and this is",
)
_TWO = _WRITE.beginnings.union(_PERSONS, (f"{who}'s" for who in _PERSONS))
"""Without any of these words no name is to be written in the place of another."""


def chosen_name(speech: Speech) -> Named | None:
    """The name that is to be written down in the place of another that was said, or the caller's own beside it."""
    if _TWO.isdisjoint(speech.words):
        return None
    return _to_be_written(speech) or _own_beside_another(speech)


def _to_be_written(speech: Speech) -> Named | None:
    words = speech.words
    told = [found for found in _WRITE.all(speech, 1) if found.end < len(words)]
    for found in reversed(told):
        if not found.meaning and words[found.end] not in GIVEN_NAMES:
            continue
        named = name_at(speech, found.end, asked=True, strict=True)
        if named is not None and _ENDING.issuperset(words[named.end :]):
            return named
    return None


def _own_beside_another(speech: Speech) -> Named | None:
    other = _OTHERS.first(speech)
    own = None if other is None else _OWN.first(speech, other.end + 1)
    return None if own is None or own.end >= len(speech.words) else name_at(speech, own.end, asked=True, strict=True)


def said_in_full(speech: Speech, named: Named) -> Named | None:
    """The same name once more and longer, at the end: "Bob not Rob Bob Franklin", "Gene from the hill Gene Hall"."""
    words = speech.words
    first = words[named.start]
    if first not in words[named.end :]:
        return None
    start = max(at for at in range(named.end, len(words)) if words[at] == first)
    whole = name_at(speech, start, asked=True, strict=True)
    if (
        whole is None
        or not _ENDING.issuperset(words[whole.end :])
        or not whole.text.lower().startswith(f"{named.text.lower()} ")
    ):
        return None
    return whole
