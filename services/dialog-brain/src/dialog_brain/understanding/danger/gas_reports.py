"""Pure. What gas is told by that others left, found or forbade: an uncapped pipe, a sniffer that clicks, no smoking."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import wordset

LEFT_OPEN = any_of(
    "left|leaving|left_us_with|just|only ... pipe|line|hose|stub ... open|sticking|there|hanging|bare|out|uncapped",
    "left|leaving just|only? the|a pipe|line|hose|stub",
    "not|never cap|capped|plug|plugged|cap_off ... pipe|line|hose|stub|it",
)
TOOK_OUT = any_of(
    "took|yanked|pulled|moved|hauled|carried|removed|ripped|disconnected|unhooked ... "
    "range|stove|dryer|heater|logs|oven|cooktop|furnace|grill|fireplace",
)
RIPE = any_of("reeks|stinks|stench|rank|ripe|foul|pungent|smells|smell|stink|fumes")
NO_SMOKING = any_of(
    "put|made|told|make ... cigarette|cigar|smoke|joint|pipe|candle|candles|cigarettes out",
    "told|made ... put_out|quit|stop|not ... cigarette|cigar|smoking|candle|candles|light|lighting",
)
OPENED_UP = any_of(
    "threw|opened|flung|open|got every|all|the|all_the|up? window|windows|door|doors ... open|up|wide|because",
    "opened|opening up? every|all|the|all_the windows|window|doors|door",
)
NOT_A_SWITCH = any_of(
    "not|never|nobody|no_one you? ... touch|flip|use|turn|hit ... light|any|lights|a "
    "switch|switches|lights|light_switch"
)
GAS_MAN = any_of(
    "meter|meters|gas reader|readers|man|man's|guy|guy's|guys|lady|company|people|fella|worker|crew",
    "read|reads the|our|my? meter|meters",
    "utility|utility's|fireman|firemen|firefighter|sniffer",
)
SNIFFER = any_of(
    "sniffer|wand",
    "gadget|gizmo|meter|tester|detector|thing for|of gas",
    "gas gadget|gizmo|tester|wand",
    "gas man|guy|man's|guy's|company's|lady's tester|gadget|meter|thing|gizmo",
)
CLICKS = any_of(
    "clicking|ticking|clicked|squealing|chattering|pegged|screaming|beeping|chirping",
    "went|going|goes|gone crazy|nuts|wild|off|haywire",
)
LEFT_THE_HOUSE = any_of(
    "so|and i|we got|went|came|ran|cleared|hustled right? out|outside",
    "across the road|street|way at|in|from|with|now",
    "all? out on the|our|my? sidewalk|curb|lawn|driveway|street",
    "everybody|everyone|people is|are|ran|out? in|into the street|yard|driveway",
    "at the neighbor's|neighbors now|in|with|and",
    "in my|our slippers|pajamas|robe|nightgown|housecoat",
)
COMPLAIN_OF = any_of(
    "griping|gripe|gripes|complaining|complain|complains|complained|moaning|grumbling|fussing|calling .. "
    "about|of|over ... egg|eggs|eggy|rotten|sulfur|cabbage"
)
WHERE_GAS_IS = any_of(
    "meter|meters|boiler|furnace|basement|laundry|hall|hallway|heater|stairwell|utility|lobby|elevator"
)
NOT_SERVED = wordset("halloween thrown threw diner menu served customers breakfast restaurant cafe chickens")
