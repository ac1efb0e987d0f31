"""Pure. Rows of the table of urgency: water that does damage now, and people who cannot do without heat or air."""

from __future__ import annotations

FLOODS: tuple[str, ...] = (
    "{room} is|are|just? filling|filled|fills up|with_water",
    "{room} is? all|completely|totally? under water",
    "{under} under water|underwater",
    "{under} filling up|with_water",
    "{source} .. let go",
    "{soaked} is|are|was|getting|all|totally|completely? ... soaked|sopping|drenched|saturated",
    "can|could not find|locate|reach|get_to the|my|our|a|any? water|main? valve|shutoff|shut_off|shut_off_valve|cutoff",
    "main|water|supply line|line's|lines is|are|has|just? busted|burst|ruptured|broke|broken",
    "main|main's is|has|just? busted|burst|ruptured|broke|broken",
    "geyser",
)
FRAIL: tuple[str, ...] = (
    "{age} year old {person}|man|woman|lady|person|parents|neighbor|customer|resident",
    "{person} is|am|are|just|turned|turning|almost|nearly|about? {age}",
    "{few} day|week|month old and|at|in|here|with|baby|son|daughter|boy|girl|child|kid|grandson|granddaughter|twins",
    "baby|he|she|son|daughter|grandson|granddaughter|twins|kid is|are|just|only? {few} days|weeks|months",
    "there is a? baby|babies|newborn",
    "a|my|our|the|have|with baby|babies in|here|at|and",
    "baby in|at_home|here",
    "pregnant",
    "just|recently|had|having|recovering ... surgery|transplant|heart_attack|stroke",
    "chemo|chemotherapy|dialysis|hospice|copd|c_o_p_d|emphysema|asthma|asthmatic|pacemaker|ventilator|diabetic",
    "heart|lung|breathing|respiratory condition|problem|problems|trouble|disease|failure|issues|patient",
    "bad|weak heart|lungs",
    "disabled|handicapped|wheelchair|bedridden|paralyzed|quadriplegic|multiple_sclerosis",
    "nursing|group|retirement home",
    "daycare|day_care|preschool|assisted_living|memory_care",
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
LISTS: dict[str, str] = {
    "age": "|".join(
        (
            *(f"seventy_{unit}" for unit in ("five", "six", "seven", "eight", "nine")),
            *(f"{tens}_{unit}" for tens in ("eighty", "ninety") for unit in _UNITS.split("|")),
            *("eighty", "ninety", "hundred", "100"),
            *(str(age) for age in range(75, 106)),
        )
    ),
    "person": "i|he|she|mom|mother|dad|father|husband|wife|grandma|grandmother|grandpa|grandfather|both|tenant|aunt|"
    "uncle|law|mom's|dad's|mother's|father's|husband's|wife's|grandma's|he's|she's",
    "few": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1|2|3|4|5|6|7|8|9|10|11|12|few|couple_of|"
    "couple",
    "room": "basement|cellar|crawl_space|crawlspace|laundry_room|laundry|utility_room|kitchen|bathroom|garage|hallway|"
    "bedroom|living_room|house|den|closet",
    "under": "basement's|cellar's|crawl_space's|crawlspace's|laundry_room's|laundry's|utility_room's|kitchen's|"
    "bathroom's|garage's|hallway's|bedroom's|house's|floor's",
    "source": "pipe|pipes|hose|line|main|water_heater|heater|water_tank|tank|valve|supply_line|washer_hose|fitting",
    "soaked": "floor|floors|carpet|carpets|rug|floor's|carpet's|ceiling|ceiling's|wall|walls|subfloor|hardwood",
}
