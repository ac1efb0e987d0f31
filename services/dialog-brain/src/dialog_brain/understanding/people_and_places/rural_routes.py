"""Pure. Places in the country, which have a route and a box instead of a street: "rural route 2, box 45"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import Digits
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.people_and_places.street_names import Street

_ROUTES = (
    (("rural", "route"), "Rural Route"),
    (("r", "r"), "RR"),
    (("rr",), "RR"),
    (("highway", "contract"), "HC"),
    (("h", "c"), "HC"),
    (("hc",), "HC"),
    (("route",), "Route"),
)


def route_and_box(speech: Speech, number: Digits) -> Street | None:
    """The route with that `number`, and the box after it."""
    if "box" not in speech.words:
        return None
    before = speech.words[: number.start]
    route = next((name for said, name in _ROUTES if before[-len(said) :] == said), None)
    at = number.end + (speech.words[number.end : number.end + 1] == ("and",))
    if route is None or speech.words[at : at + 1] != ("box",):
        return None
    numbered = speech.words[at + 1 : at + 2] in (("number",), ("#",))
    box = house_number(speech, at + 1 + numbered)
    if box is None:
        return None
    letter = speech.words[box.end] if box.end < len(speech.words) and not speech.stops[box.end - 1] else ""
    lettered = len(letter) == 1 and letter.isalpha()
    text = f"{route} {number.text} Box {box.text}{letter.upper() if lettered else ''}"
    return Street(text, box.end + lettered, sure=True)
