"""Pure. Dangers told by two things in one statement: an alarm and its sound, water or heat and the wiring."""

from __future__ import annotations

from typing import NamedTuple

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.hazard_words import ALARM
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_WIRING = (
    "electrical|electric|electrics|electricity|outlet|outlets|socket|sockets|breaker_box|breaker_panel|fuse_box|"
    "panel|wiring|wires|light_fixture|light_fixtures|ceiling_light|lights|light|light_bulb|light_switch|plug|plugs|"
    "switch|power_strip|extension_cord|cord|breakers|chandelier|meter_box"
)
_WET = (
    "leaking|leaks|leaked|leak|dripping|drips|drip|dripped|pouring|poured|pours|running|runs|ran|flooding|flooded|"
    "flood|burst|spraying|sprayed|sprays|gushing|seeping|splashing|raining|coming|water|wet|drops"
)
_SHOCK = "shock|zap|jolt|shocked|zapped|electrocuted"


class _Sign(NamedTuple):
    """`one` and `other` in one statement, in whatever order, tell of `hazard`."""

    hazard: Hazard
    one: Phrases[bool]
    other: Phrases[bool]
    before: bool = False
    """Or `one` in a statement before."""


_SIGNS = (
    _Sign(
        "GAS_LEAK",
        any_of(
            "bubbles|bubbling|bubbled",
            "soapy water",
        ),
        any_of("gas|propane"),
    ),
    _Sign(
        "GAS_LEAK",
        any_of("burner|burners|stove|knob is|was|were|been|left on"),
        any_of("no|without|not a|the|any? flame|lit|light|fire"),
    ),
    _Sign(
        "GAS_LEAK",
        any_of("gas|propane line|lines|pipe|pipes|main|meter|valve|hose|connector|regulator|tank|fitting|connection"),
        any_of(
            "tore|torn|hit|cut|dug|digging|broke|broken|backed|drove|driving|ran|knocked|bumped|bent|snapped|"
            "cracked|nicked|punctured|damaged|struck|pulled|yanked|ripped|drilled|crushed|smashed|clipped|"
            "loose|loosened|opened|unscrewed|undid|leaking|leaks|leaked|disconnected|died|dead|dying|hissing|whistling|roaring|blowing|spewing|bubbling"
        ),
    ),
    _Sign(
        "CO_EVENT",
        any_of("{alarm}", alarm=ALARM),
        any_of(
            "going|goes|went|gone off|crazy|nuts|wild|again",
            "keeps going|sounding",
            "will|does|would not stop|quit|shut|turn_off",
            "sounding|blaring|screaming|shrieking|screeching|wailing|beeping",
        ),
    ),
    _Sign(
        "ELECTRICAL_FIRE",
        any_of(
            "water|burst|pipe|leak|leaking|leaks|leaked|flood|flooded|flooding|drip|dripping|drips|wet|rain|"
            "rain's|water's|soaked|underwater|submerged|sewage"
        ),
        any_of(
            "{wet} ... into|onto|on|in|through|near|by|over|at|to|around|above|behind|inside|from|of ... {wiring}",
            "{wet} down|along the|my|our|an|a? electrical|electric|breaker|panel|breaker_box|fuse_box|outlet|"
            "outlets|light_fixture|ceiling_light|meter_box",
            "up_to|as_high_as|reached|reaching|reaches|touching|touches|covers|covering|covered the|my|our|an? "
            "{wiring}",
            "up_to|reached|reaching|touching|covering ... {wiring}",
            "{wiring} ... is|are|got|gets|getting|all|looks|has|have ... "
            "wet|soaked|soaking|flooded|underwater|submerged|damp|water",
            wet=_WET,
            wiring=_WIRING,
        ),
    ),
    _Sign(
        "ELECTRICAL_FIRE",
        any_of(
            "outlet|outlets|socket|sockets|breaker_box|breaker_panel|fuse_box|panel|wiring|wire|wire's|wires|"
            "plug|plugs|switch|power_strip|extension_cord|cord|breaker|electrical_box"
        ),
        any_of(
            "scorched|blackened|charred|fried|melted|melting|burnt|burned|sizzling|crackling|glowing|arced|arcing",
            "is|are|was|feels|gets|getting|got|turned|turning|really|very|so|too|super hot|warm|buzzing|humming",
            "turned|turning|went|going|getting|all black|brown",
            "black|brown|burn marks|mark|spot|spots|stain|stains",
            "hot|warm to the touch",
            "black|brown|dark and hot|warm|soft",
            "hot|warm and black|brown|discolored",
            "hanging|hangs|exposed|loose|bare|dangling|frayed ... buzzing|humming|sparking|hot",
        ),
    ),
    _Sign(
        "ELECTRICAL_FIRE",
        any_of(
            "live|hot wire|wires",
            "power_line|power_lines",
        ),
        any_of(
            "hanging|hangs|exposed|loose|bare|dangling|fell|touching|sticking|buzzing|humming|came_down",
            "down in|on the|my|our yard|roof|house|unit|driveway|fence",
        ),
    ),
    _Sign(
        "ELECTRICAL_FIRE",
        any_of(
            "wire|wires|wire's|wiring|cable|cables|cord ... hanging|hangs|dangling|dangles|bare|exposed|frayed|"
            "down|sticking_out",
            "hanging|dangling|bare|exposed|frayed|loose ... wire|wires|cable|cables|cord",
        ),
        any_of(
            "it|they|that|which is|are|keeps|was|were just|still|kind_of|really|making? "
            "buzzing|humming|crackling|popping|hissing",
            "it|they|that|which buzzes|hums|crackles|pops|hisses",
        ),
        before=True,
    ),
    _Sign(
        "ELECTRICAL_FIRE",
        any_of("thermostat|thermostat's|transformer|disconnect|disconnect_box|control_board"),
        any_of("hot|warm|burning to the? touch"),
    ),
)
_SHOCKED: Phrases[Hazard] = Phrases(
    {
        "ELECTRICAL_FIRE": [
            "got|get|gets|getting|felt|gave|gives|giving me|us|him|her|my_husband|my_wife|my_son? a|an? "
            "little|electric|electrical|bad|nasty|big? {shock}",
            "shocked|zapped|shocks|zaps|shocking|zapping me|us|him|her|my|anyone|people",
            "gave|gives ... a? {shock}",
            "electrocuted",
        ]
    },
    shock=_SHOCK,
)
_OF_STATIC = wordset("static carpet socks slippers sweater doorknob doorknobs")
_NO_STATIC = wordset("water wet faucet sink shower tub blue arc arcs arcing spark sparks burned burnt smoke not")
_OF_MONEY = wordset("bill bills price prices cost costs quote estimate invoice charge charged sticker dollars hear see")
""" "I got a shock when I saw the bill" is no danger."""
BEGINNINGS = _SHOCKED.beginnings.union(*(sign.one.beginnings for sign in _SIGNS))
"""Without any of these words there is no sign."""


def signs(speech: Speech, clause: Clause) -> list[Found[Hazard]]:
    """What the statement tells of dangers by signs, each from its first word to its last."""
    if BEGINNINGS.isdisjoint(speech.words):
        return []
    found = [
        Found(sign.hazard, min(one.start, other.start), max(one.end, other.end))
        for sign in _SIGNS
        if (one := sign.one.first(speech, 0 if sign.before else clause.start, clause.end)) is not None
        and (other := sign.other.first(speech, clause.start, clause.end)) is not None
    ]
    shocked = _SHOCKED.first(speech, clause.start, clause.end)
    if shocked is not None and _OF_MONEY.isdisjoint(speech.words) and not _is_static(speech):
        found.append(shocked)
    return found


def _is_static(speech: Speech) -> bool:
    """ "I get zapped when I cross the carpet": of the dry air in winter."""
    return not _OF_STATIC.isdisjoint(speech.words) and _NO_STATIC.isdisjoint(speech.words)
