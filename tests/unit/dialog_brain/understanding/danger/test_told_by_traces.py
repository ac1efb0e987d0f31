"""Dangers told by their traces: a gray ribbon, a wall too hot to touch, a sniffer that clicks."""

from __future__ import annotations

import pytest

from calllock.contracts.events import Hazard
from dialog_brain.understanding.understand import understand
from tests.unit.dialog_brain.understanding.test_understand import NOW

TOLD: dict[str, tuple[Hazard, list[str]]] = {
    "a wall too hot to touch": (
        "ELECTRICAL_FIRE",
        [
            "the wall behind the fridge is hot as a griddle and the wallpaper is bubbling",
            "my closet door is hot against my hand and every alarm in the house is yelling",
            "the floorboards over the furnace are too hot to stand on and i see a thread of gray coming up",
            "the attic door's hot to the touch and something smells",
            "the plaster by the outlet feels warm and the paint is curling",
            "the guy burned his fingers just opening the breaker panel",
            "my husband scorched his hand on the fuse box cover",
            "the ceiling over the stove is warm as toast and the paint's blistering up",
        ],
    ),
    "smoke by its look": (
        "ELECTRICAL_FIRE",
        [
            "there's a thin gray ribbon coming out of the register",
            "a curl of black is coming out from behind the dryer",
            "the tv just coughed up a gray puff",
            "there's a gray thread rising out of the outlet",
            "a little gray plume came off the back of the furnace",
            "the computer burped a black cloud and died",
            "something gray is curling out of the light switch",
        ],
    ),
    "what cooks inside a wall": (
        "ELECTRICAL_FIRE",
        [
            "something's baking inside the wall and there's a snap every minute",
            "something is frying up in the attic and the lights keep dimming",
            "it's like something's toasting in the ceiling, it stinks",
            "something is cooking in the panel and you can smell it",
        ],
    ),
    "air one cannot see through": (
        "ELECTRICAL_FIRE",
        [
            "you can't see across the living room and we're crawling, it came from the furnace",
            "we can't hardly see down the stairs and it's pouring out of the registers",
            "i can barely see my hand in the hallway and we're staying low on the floor",
        ],
    ),
    "tongues, and what starts again": (
        "ELECTRICAL_FIRE",
        [
            "there's little yellow tongues licking up around the burner box",
            "i poured a box of salt on it and it keeps coming back",
            "orange fingers are licking out the bottom of the water heater",
            "i emptied the extinguisher on it and it lit right back up",
            "i threw a bucket of sand on it and it starts up again",
        ],
    ),
    "what shoots at who plugs in": (
        "ELECTRICAL_FIRE",
        [
            "i plugged in the heater and it spit blue at me",
            "i went to unplug the lamp and it flashed orange at my fingers",
            "pushed the plug in and it shot white and now the cover's all black",
            "the toaster cord was glowing red",
            "the wire to the space heater is glowing orange along the carpet",
        ],
    ),
    "a box that oozes or hums": (
        "ELECTRICAL_FIRE",
        [
            "the gray box where the lines come in is oozing black tar",
            "our breaker box is dripping brown goo",
            "the box on the pole hums like a hornets nest",
            "the meter box is buzzing like a chainsaw and weeping something sticky",
            "the transformer out back's leaking black oil and humming like crazy",
        ],
    ),
    "lights that surge": (
        "ELECTRICAL_FIRE",
        [
            "the lights get super bright and then dim and the tv popped",
            "half my lamps went bright as the sun and the microwave quit",
            "lights flare up and then go brown and my computer fried",
        ],
    ),
    "who gets bit": (
        "ELECTRICAL_FIRE",
        [
            "i get bit whenever i touch the fridge and the sink",
            "she gets zapped every time she turns the faucet",
            "it threw my husband on his back when he touched the dryer",
            "the stove knocked my daughter on her butt when she grabbed the handle",
        ],
    ),
    "water over the plugs": (
        "ELECTRICAL_FIRE",
        [
            "the light fixture in the bathroom is full of water and still on",
            "the globe on the ceiling light is filling up with water",
            "there's a foot of water down there and it's over the outlets",
            "water's up past the plugs in the basement and the dryer's still running in it",
            "there's six inches of water and the freezer is humming in it",
        ],
    ),
    "a pipe left open": (
        "GAS_LEAK",
        [
            "they hauled off the old stove and left the pipe just sticking out of the wall and it stinks",
            "somebody took the dryer out and never capped the line and the laundry room reeks",
            "it's been rank in the kitchen since they pulled the stove",
            "i made him put the cigar out and opened all the windows because of what's coming off that stove",
            "all the knobs on the stove were on with nothing lit and the stench nearly dropped me",
            "burners on and nothing lit and the smell made me woozy",
            "i get a faceful when i go to light the pilot",
            "when i lean in to light the heater i get a lungful of it",
            "the wavy line behind the dryer is split and it's blowing out",
            "the corrugated pipe cracked and something's hissing",
        ],
    ),
    "what others found and forbade": (
        "GAS_LEAK",
        [
            "the meter reader's sniffer went crazy by my porch",
            "the gas man's wand is ticking like mad at the foundation and he told me not to flip any light switches",
            "tenants keep complaining about eggs and it's worst by the boiler",
            "the whole third floor is griping about a rotten smell strongest near the meters",
            "the utility guy says don't use any light switches and get out",
            "my neighbor's gadget for gas is clicking by my window",
        ],
    ),
    "a head in a boiler room": (
        "CO_EVENT",
        [
            "i feel carsick but only when the furnace is running",
            "it's like being seasick in here and only when the boiler fires",
            "we've all got drums in our heads and the car was idling in the garage",
            "there's a hammer going in my skull and my husband's too and the heater's been on",
            "my wife's cheeks are red as a doll and the heater flame is lazy",
            "the flue on top of the boiler came clean off and i feel woozy",
            "the pipe above the water heater dropped off and my head's swimming",
            "hospital said mom's blood was full of carbon and the heater's going again",
            "the er said my brother's blood was poisoned and to get the furnace looked at",
        ],
    ),
    "more of fire": (
        "ELECTRICAL_FIRE",
        [
            "there's a column of gray coming up from behind the freezer",
            "the fan in the bathroom shot orange out at me when i flipped the switch",
            "the baby's room wall is so hot and it smells funny",
            "the basement stairs are so thick you can't see the door and it's rolling out of the furnace",
            "the water's over the outlets in the laundry and the washer's still going",
            "the meter on the side of the house is dripping hot plastic",
            "the breaker burnt my thumb when i touched it",
            "the cord was glowing and the carpet caught",
            "a wisp of black came off the back of the tv",
            "i keep getting zapped off the shower handle",
            "it set my wife down on her rear when she touched the washer",
            "lamps go brighter then pop and the fridge died",
        ],
    ),
    "more of gas": (
        "GAS_LEAK",
        [
            "the gas guy's tester went off like crazy and he says nobody flip a switch",
            "my upstairs neighbor keeps griping about rotten eggs coming from my boiler room",
            "the old dryer's gone but they left the gas pipe open and it stinks",
            "i told my brother to put his cigarette out because that stove has been leaking and we got windows open",
            "all the burners on and nothing lit and mom's asleep and it's rank in here",
            "the wiggly hose behind the range cracked and it's blowing on my hand",
            "i opened the cabinet to relight it and got a faceful",
        ],
    ),
    "more of fumes": (
        "CO_EVENT",
        [
            "my sister got carsick feeling every time the furnace kicks on and she's fine at work",
            "we couldn't rouse grandpa and the gas heater's been going all night",
            "the stack pipe over the furnace has dropped down and everybody's got a headache",
        ],
    ),
    "who left because of it, and what gas is likened to": (
        "GAS_LEAK",
        [
            "we all ran out on the lawn because of the hissing in the line",
            "i'm out on the curb in my nightgown and the kitchen smells of rotten eggs",
            "so we got out quick, it stank of eggs in there and we're at the neighbor's now",
            "the whole stairwell has that stuff they add in it, you can't miss it",
            "it smells like when we were kids and had the old gas lights on",
            "it hit me like the chemistry lab at school, and the canary's on the bottom of his cage",
            "the plow backed over the riser and there's a white cloud",
            "i cut the old line and no water came out, just wind, and oh lord the stink",
            "the big white tank by the shed has a white fog rolling off it",
            "the hose broke loose behind the dryer and it's shrieking",
            "hose behind the stove popped off and it is howling at me",
            "the propane is real thick down in the cellar",
            "the smell you folks came for got worse, i mean the gas",
            "the smell about chased us out of the kitchen and there's no flame on that back burner",
        ],
    ),
    "fumes, in few words": (
        "CO_EVENT",
        [
            "they told me to mind the alarm and it's been going since midnight, i can hardly hear you over it",
            "that detector that isn't the smoke one started screeching so i yanked the batteries and now i'm queasy",
            "i never turned the truck off in the garage and my wife's mumbling",
            "the three of us are hung over and nobody drank and the chimney's plugged with a nest",
            "the flame on the heater's a yellow fire lately and my head hurts",
            "everybody's getting sleepy and the kerosene heater's going",
            "my wife vomit and my son vomit since we start the heater",
            "can't keep the baby awake, her head's hurting, and we've got the boiler going",
            "half the kids got what looks like a hangover since the furnace came on",
        ],
    ),
    "what curls, sizzles and sparkles": (
        "ELECTRICAL_FIRE",
        [
            "black stuff's curling out from behind the socket",
            "the baseboard heater's sizzling away and the paint over it is going brown",
            "the dimmer's popping like firecrackers",
            "box of electric is hot and black and it crackles",
            "the breaker's spitting like sparklers",
        ],
    ),
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_danger_is_heard_by_its_traces(kind: str) -> None:
    hazard, told = TOLD[kind]

    assert [says for says in told if understand(says, "open", NOW).hazard != hazard] == []
