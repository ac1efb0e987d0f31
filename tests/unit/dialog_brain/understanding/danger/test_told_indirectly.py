"""Dangers told by what they do, in other words than those of the calls, and beside each what only sounds alike."""

from __future__ import annotations

import pytest

from calllock.contracts.events import Hazard
from dialog_brain.understanding.understand import understand
from tests.unit.dialog_brain.understanding.test_understand import NOW

TOLD: dict[str, tuple[Hazard, list[str]]] = {
    "a smell that nobody made": (
        "GAS_LEAK",
        [
            "every guest asks me who's frying onions and nobody has cooked in this house all week",
            "my kids keep saying who farted whenever they go in the utility room and it isn't any of them",
            "people coming over keep asking did you boil cabbage and i haven't had the stove on since sunday",
            "something smells like skunk by my water heater and i live on the fourth floor",
            "it smells garlicky around the back of the range and i don't even keep garlic",
            "the meter on the side of the house has that stink they add to it",
        ],
    ),
    "a hiss where gas burns": (
        "GAS_LEAK",
        [
            "there's a pssst pssst coming from behind the cooktop and all the burners are off",
            "sounds like somebody letting air out of a balloon back of the range and i checked every knob",
            "my gas meter is whistling like a teakettle",
            "the tank out by the shed is making a sssss sound and there's ice on the valve",
            "i moved the stove to mop and now the pipe in the wall is whistling at me",
            "something's fizzing like a soda can right where the line goes in the furnace",
        ],
    ),
    "a knob left on": (
        "GAS_LEAK",
        [
            "i came home and the stove knob was turned halfway and no flame and the kitchen is thick with it",
            "dad left the burner on with nothing lit again and i got a headful when i came through the door",
            "the pilot's out on the wall heater and the valve is still open and there is a bit of a smell",
        ],
    ),
    "a line run into": (
        "GAS_LEAK",
        [
            "i ran the mower over a yellow pipe sticking up and now it's blowing the grass around",
            "landscaper stuck his auger through a plastic yellow line and the dirt is puffing up",
            "my husband drove a stake right through that little yellow line in the flower bed",
            "kid backed the truck into the meter and bent the pipe over and there's a hiss",
            "snow plow knocked the regulator clean off the side of the building and it's roaring",
            "i was digging for a mailbox and cut a yellow hose and the mud's jumping",
        ],
    ),
    "a meter that runs, bubbles": (
        "GAS_LEAK",
        [
            "the gas meter keeps turning and every single appliance is shut off",
            "the dial on that meter's going round and round with nothing on in the house",
            "put some soapy water on the new connector and it blew up like a bubble bath",
            "i squirted dish soap on the union behind the dryer and it bubbles and bubbles",
        ],
    ),
    "no match to be struck": (
        "GAS_LEAK",
        [
            "maintenance put a sign on the door says no smoking no matches odor in boiler room",
            "the neighbor said don't flip no switches and come outside because of the smell coming from my kitchen",
        ],
    ),
    "pets laid low": (
        "CO_EVENT",
        [
            "the canary fell off his swing twice this week and it's always when the gas logs are lit",
            "my dog staggers around when the furnace runs and as soon as i take him out in the yard he's fine",
            "both cats are limp as dishrags in the morning and perk up on the porch",
            "the hamster keeled over and the kids feel puny and the boiler's been on nonstop",
        ],
    ),
    "people who are not themselves": (
        "CO_EVENT",
        [
            "my father's talking out of his head and he's been running the oven with the door open to stay warm",
            "my wife can't remember what day it is and the car's been warming up in the garage all morning",
            "i feel drunk and i don't drink and the snow has the furnace pipes buried",
            "my husband sat down on the basement stairs and can't get up he was running the generator down there",
            "kids are acting goofy and slow and the stove burners are all on because the heat's out",
            "the room spins when i'm in the den with the gas logs and it stops when i go outdoors",
        ],
    ),
    "alarms and numbers": (
        "CO_EVENT",
        [
            "the plug in thing in the hallway always says zero and now it says one hundred and ten",
            "the little display by the bedrooms was at zero last night and this morning it's seventy",
            "fire department aired us out at supper time and now the number is climbing again",
            "i unplugged the screamer in the hall so the baby could nap it's not the smoke alarm",
            "the one by the boiler does four and stops and four and stops even with new batteries",
            "i stuck the detector out in the car because it hollered all night and i wanted to sleep",
        ],
    ),
    "what bites": (
        "ELECTRICAL_FIRE",
        [
            "every time i turn the faucet i get a tingle up my arm",
            "the fridge handle nips me when i'm barefoot",
            "my wife got bit by the dryer when she touched it and the sink at the same time",
            "i reached for the light switch with damp hands and it kicked me clear across the room",
            "touched the furnace cabinet and it threw me on my rear",
            "the shower knob gives you a buzz in your fingers",
        ],
    ),
    "walls and plugs": (
        "ELECTRICAL_FIRE",
        [
            "there's a snap crackle sound in the wall by the tv and the wallpaper is turning brown",
            "the drywall over the outlet feels warm and it's popping in there",
            "it sounds like bacon in the wall behind the fridge and the lights keep going dim",
            "something is ticking and sizzling in the ceiling and there's a dark spot growing and it isn't wet",
            "the cover on the switch is drooping and brown",
            "the outlet by the couch smells like hot crayons",
        ],
    ),
    "water at what is live": (
        "ELECTRICAL_FIRE",
        [
            "water is pouring out of the ceiling fan and it's still spinning",
            "the tub overflowed and it's dripping out of the light over the dining table and the light's on",
            "basement's got a foot of water and the freezer is still plugged in down there",
            "rain is running down inside the fuse box",
            "toilet ran over and it's coming through the recessed lights",
        ],
    ),
    "small fires": (
        "ELECTRICAL_FIRE",
        [
            "lint under the dryer keeps flaring up and i keep stomping it",
            "i had to beat out the rug with a towel because something spit out of the heater",
            "there's an orange flicker behind the vent cover",
            "there's a red flicker down inside the baseboard",
            "the flue on the wood stove is roaring like a jet and the pipe's glowing",
            "our chimney's howling like a train and burning bits are landing on the roof",
        ],
    ),
    "wires that writhe": (
        "ELECTRICAL_FIRE",
        [
            "the wind tore the service line off our house and it's whipping around the yard",
            "a truck caught the overhead wire and now it's laying in the street snapping",
            "tree came down on the power line and it's jumping in the puddle",
            "lights flare way up then dim way down and the box on the wall is buzzing",
            "half the lights go super bright and the meter's popping",
        ],
    ),
}
HARMLESS: dict[str, list[str]] = {
    "a smell that nobody made": [
        "there's a skunk smell outside by the mailbox every night do you fix window seals",
        "my house smells of onions because i'm making soup can you come after five",
        "we found a dead mouse behind the furnace and the stink is gone now i'd just like a filter change",
        "the whole place stinks of garlic sorry i run a pizza shop and the walk in cooler is down",
        "my son farted in the car and we all about died anyway i need a tune up",
    ],
    "a hiss where gas burns": [
        "the radiator goes psst every few minutes and always has i need the one upstairs bled",
        "my kettle is whistling hang on okay what time did you say",
        "the vent in the bedroom whistles when the furnace runs is the filter too thick",
        "there's a garden snake in my window well that keeps hissing at the meter reader",
        "my toilet goes sss all night long is that a flapper",
    ],
    "a knob left on": [
        "my pilot light is out and i turned the valve off there's no smell at all i just want it lit",
        "the heat hit me in the face when i walked in the ac must have died",
        "i left the burner on under the beans and scorched the pan that's on me but the range hood quit",
        "the knob on my stove is cracked where do i get a new knob",
        "the smell of fresh bread hit me when i came in your office yesterday anyway i owe you a check",
    ],
    "a line run into": [
        "i cut the yellow caution tape in the yard is that okay",
        "we're planting bushes friday should i call before i dig",
        "the plow hit my mailbox and snapped the post do you know a handyman",
        "landscaper cut the sprinkler line and now there's a geyser in the yard and i don't know who to call",
        "the shovel went through the cable tv line so the internet is out can i pay by phone",
    ],
    "a meter that runs, bubbles": [
        "electric meter spins like crazy even with everything off my bill is awful",
        "the water meter is spinning and we have nothing running is that a slab leak",
        "dishwasher is foaming all over the floor i used the wrong soap",
        "the tub has bubbles coming up the drain when the washer runs",
        "soap foam came out of the washer hose all over the floor",
    ],
    "no match to be struck": [
        "the sign says no smoking in the lobby can your guy smoke out back",
        "tell your tech not to light a cigarette in the house my husband is on oxygen",
        "don't strike a deal with my tenant strike it with me",
    ],
    "pets laid low": [
        "my parakeet is loud so speak up i need the furnace looked at",
        "the dog is limping he stepped on a nail so i may be at the vet when you come",
        "our cat died last week and my wife is sad so keep it brief when you come",
        "the dog throws up when he eats grass anyway the heater won't start",
        "my old dog sleeps on the floor register all day is that bad for airflow",
    ],
    "people who are not themselves": [
        "mom has dementia and asks me what day it is all the time so call my cell not hers",
        "i forgot my own name it's been that kind of a day let me spell it",
        "my husband can't get up on a ladder any more so we need someone to do the filter",
        "we have been so stupid about maintenance i admit it so let's get the heater done",
        "i'm seeing double after reading your contract can you explain the fees",
    ],
    "alarms and numbers": [
        "the thing on the wall says eighty five and i set it for seventy",
        "the thermostat used to say seventy and now it says eighty",
        "humidity gauge says sixty five it used to say forty",
        "i threw the old thermostat in the trash do you recycle those",
        "my alarm clock was screeching so i threw it across the room anyhow good morning",
    ],
    "what bites": [
        "the dog bit me when i was washing him so i'll be at urgent care",
        "i get a static zap from the cat in the winter would a humidifier help",
        "the price of that furnace knocked me on my backside",
        "mosquitos bite me every time i go out to the unit",
        "my hand's asleep hold on let me switch ears",
    ],
    "walls and plugs": [
        "there's a water stain on the ceiling brown as coffee it's from the tub upstairs",
        "the pipes in the wall pop and tick when the heat comes on they always have",
        "i'm frying bacon hear that anyway is saturday open",
        "my daughter melted crayons on the heat register how do i clean it",
        "the outlet is brown because we picked the brown plates can you match that",
    ],
    "water at what is live": [
        "basement has an inch of water but it's nowhere near anything electric",
        "it's raining out and the porch light is off so bring a flashlight",
        "the tub ran over but it only got the bath mat can you snake it",
    ],
    "small fires": [
        "the status light on the furnace flickers orange what does that code mean",
        "our gas fireplace has a nice orange flicker but the blower quit",
        "it's foggy out so he may be late",
        "the mirror gets foggy after a shower can you put in a stronger fan",
        "i'm roaring mad about this bill",
    ],
    "wires that writhe": [
        "the wind took the cable tv wire off the house and it's hanging do you fix that",
        "the lights dim for a second when the ac kicks on is that normal",
        "lights were bright then dim on that movie set anyway",
        "our dimmer lets the lights go bright or low i want one in the den",
        "kids were hopping around in the driveway when your van came",
    ],
    "what is only told of": [
        "my friend's boiler leaked that carbon stuff last winter so i want ours looked at it's working good",
        "i watched a movie where the stove hissed and the house blew up so what do you charge for a gas check",
        "how would a person know if the furnace was putting out fumes",
        "is it dangerous to leave a pilot out i just want to know for next time",
        "my old house had a gas smell once and it turned out to be the neighbor's",
    ],
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_danger_is_heard_by_what_it_does(kind: str) -> None:
    hazard, told = TOLD[kind]

    assert [says for says in told if understand(says, "open", NOW).hazard != hazard] == []


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_sounds_alike_is_none(kind: str) -> None:
    assert [says for says in HARMLESS[kind] if understand(says, "open", NOW).hazard is not None] == []
