"""Pure. What carbon monoxide is told by: an alarm that rang and was silenced, a number, people and pets laid low."""

from __future__ import annotations

from dialog_brain.understanding.danger.hazard_words import ALARM
from dialog_brain.understanding.language.numbers import TEENS, TENS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import wordset

_FIGURE = "|".join((*map(str, range(10, 1000)), *TENS, *TEENS, "hundred"))
_ON_IT = "furnace|heat|heater|boiler|stove|oven|fireplace|dryer|water_heater|logs|generator"
CO = any_of("see|sea|si oh", "c o", "co|monoxide|carbon")
READS = any_of(
    "says|said|reads|reading|read|shows|showing|at|hit|up_to|digital ... {figure}",
    "{figure} parts",
    "climbing",
    "alarming|hollering|screaming|shrieking|blaring|wailing|screeching|yelling|shouting|squealing",
    "meter|thing|one|number|display ... going|gone|went up|off|crazy|nuts|wild",
    "c o .. two|three|four|five|six|seven|eight|nine|ten|{figure}",
    figure=_FIGURE,
)
QUESTIONS = wordset("buy buying price difference recommend cost installed install zero zeros bill dioxide filter op")
OF_FUMES = any_of(
    "carbon alarm|alarms|detector|detectors|one|thing|thingy|sensor|something|box|monitor|whatever|meter|dioxide|"
    "monoxide|monoxides",
    "carbon dioxide|monoxide alarm|detector|one|thing|sensor",
    "co2|co|dioxide alarm|detector|one|thing|sensor|monitor",
    "alarm|alarms|detector|detectors|sensor|one|thing ... carbon|fumes|poison|monoxide",
    "fume|fumes|poison|air|gas alarm|detector|sensor",
    "one|thing|alarm|detector for the? gas|fumes|poison|poisoning|air|carbon",
    "one|thing|alarm|detector|gadget|plug|in|low for|about the|that stuff|gas|kind|poison|air you|i|we|nobody "
    "can? not? smell|see",
)
RANG = any_of(
    "rang|ringing|rings|blaring|screaming|shrieking|hollering|wailing|screeching|yelling|beeping|sounding|squealing|"
    "buzzing|honking|barking|shouting",
    "went|going|goes|gone|set|sets|setting off|crazy|nuts|again|an_hour|for|all|and_off",
    "it|still|keeps|kept going",
    "it went about|for|on|all|over",
    "woke|waking us|me|him|her|everybody|everyone|them|the",
    "will|would|does|did not hush|stop|quit|shut",
    "red|flashing|blinking light",
    "wails|wailed|screams|screamed|shrieked|screeched|hollered",
)
NOT_RANG = wordset(
    "buy buying price difference recommend cost installed install chirp chirps chirping chirped low bill filter end "
    "expired report school homework test tests tested testing battery batteries"
)
NUMBER = any_of(
    "number|numbers|display|digits|screen ... says|said|reads|is|shows|climbing|going|went|on|{figure}",
    "says|said|reads|reading|shows|showing a|one|two|three|four|five? {figure}",
    figure=_FIGURE,
)
SCREAMS = any_of(
    "it|that|one|thing is|was|keeps|kept|just|started|still|been|and screaming|shrieking|hollering|wailing|"
    "blaring|screeching|yelling|beeping|loud|squealing|ringing",
    "loud|screaming|shrieking|blaring|beeping ... not|keeps quit|stop|going",
    "not quit|stop|hush hollering|screaming|yelling|beeping|shrieking|blaring",
)
OF_A_MACHINE = wordset(
    "thermostat degrees temperature unit ac compressor condenser motor fan code error humidity percent model"
)
SILENCED = any_of(
    "took|taken|take|pulled|yanked|ripped|knocked it|that|them|the_detector|the_alarm|the_thing|one down|off",
    "unplugged|unplug|smashed|muffled|silenced|covered|smothered|wrapped|fanned|fan|fanning|hushed|muted "
    "it|that|them|the_detector|the_alarm|the_thing",
    "put|stuck|threw|hid|shoved|buried|wrapped|stuffed it|that|them|the_thing|the_alarm|the_detector ... "
    "drawer|garage|car|porch|outside|freezer|closet|pillow|pillows|towel|towels|cabinet|yard|shed|blanket|coat|couch|"
    "cushion|sock|trash|snow|snowbank|bucket|dumpster|mailbox|woodpile|truck|hamper|bed",
    "threw|tossed|chucked|flung it|that|them|the_thing|the_alarm|the_detector",
    "unplugged|smothered|stuffed|stuck|muffled the|that screamer|screecher|alarm|detector|thing|box",
    "hit|press|pressed|push|pushed|hold|mashed|pushing|pressing|hitting the|that? "
    "button|reset|hush|silence|test_button",
    "shut|turned|turn it|that off|up",
    "wave|waved|waving a|the|it",
)
SOME_ALARM = any_of(
    "carbon|monoxide|co|alarm|detector", "c o", "thing on|in the wall|hall|hallway|ceiling", "plug in one|thing"
)
ANY_ALARM = any_of(
    "alarm|detector|alarms|detectors|kidde|kiddie|nighthawk",
    "kid a? alert",
    "thing in|on the hall|hallway|wall|ceiling",
    "plug in one|thing",
)
A_FIGURE = any_of(
    "says|said|reads|reading|read|shows|showing|showed|hit|got_to|up_to|at ... {figure}",
    "number|numbers|digits ... {figure}",
    figure=_FIGURE,
)
A_TESTER = any_of("own|my|his|little|handheld|personal|pocket|clip_on meter|sniffer|tester|monitor")
OF_A_BILL = wordset("bill usage electric kilowatt kilowatts pressure volts amps gallons therms")
STARTED = any_of(
    "started|starts|came|kicked|goes|went|woke|is|kept|keeps|been ... "
    "up|on|off|beeping|screaming|ringing|going|hollering|sounding",
)
BAD_FLAME = any_of(
    "flame|flames|fire ... yellow|orange|lazy|floppy|sooty|dirty|red",
    "yellow|orange|lazy|floppy flame|flames",
    "soot|sooty",
)
HEATERS = any_of(
    "kerosene|salamander|torpedo|propane|unvented|ventless|tube|gas|buddy|space|wall|floor heater|heaters|salamander",
    "salamander|generator|hibachi|charcoal|kerosene|furnace|boiler|exhaust|flue|chimney|pizza_oven|fumes",
)
LAID_LOW = any_of(
    "not hardly? stand|walk|get_up|think",
    "can|could|did|does|will|would not hardly? wake|rouse",
    "can_not|could_not get ... to? wake|rouse",
    "hardly|barely stand|walk|get_up|keep|think",
    "so|too tired|weak|sleepy to|i|we|he|she",
    "legs|knees|arms ... rubbery|rubber|jelly|lead|noodles|buckled|gave",
    "cat|dog|bird|birds|canary|parrot|parakeet|calves|calf|chickens|hens|hamster|cow|cows|goats|pigs ... "
    "fell|dead|died|limp|keeled|toppled|staggering|wobbling|funny|sick",
    "cherry|bright pink|red",
    "white|pale|gray|green as ... milk|sheet|ghost",
    "puking|puked|heaving|heaved|throwing_up|threw_up|barfing|keeled_over|mumbling|slurring|staggering",
    "black spots|dots",
    "spots in|before",
    "skull|temples ... split|splitting|bust|pounding",
    "face|faces|cheeks|lips is|are|all|real|very|has red|pink|cherry|flushed",
    "ambulance ... gas|fumes",
    "salt in",
    "know what_day",
    "not ... what day",
)
BY_THE_HEAT = any_of(
    "when|whenever|every_time|each_time|after|once|soon_as|long_as|while ... {on_it} ... "
    "on|runs|running|kicks|comes|going|lit|fires|starts|cycles",
    on_it=_ON_IT,
)
NOT_THE_SMOKE_ONE = any_of(
    "not the? smoke one|alarm|detector|kind|thing",
    "not the round|ceiling one|alarm|thing",
    "other one|alarm|detector|kind ... furnace|boiler|heater|basement|low|wall",
    "one low|down low? on|by|near ... wall|floor|furnace|boiler|heater",
    "one by|near|beside|over_by the furnace|boiler|heater|water_heater",
)
"""Told by where it hangs: fumes are listened for low on the wall and by what burns, smoke on the ceiling."""
WAS_ZERO = any_of(
    "used_to|always|usually|normally|never ... zero|zeros",
    "was|were|stayed|stays|sat at|on? zero",
    "zero yesterday|before|last|till|until|always",
)
NOW_SHOWS = any_of(
    "says|said|reads|shows|now|at|it|is|to|hit ... {figure}",
    "{figure} now|this_morning|today|and",
    figure=_FIGURE,
)
FROM_ZERO = any_of(
    "sensor|detector|alarm|thing|gadget|box|monitor|meter|number|display|reading ... ... "
    "jumped|went|gone|shot|climbed from|off zero|nothing",
)
A_GADGET = any_of(
    "gadget|thing|thingy|display|screen|box|monitor|number|numbers|doodad|digits|gizmo|readout|plug_in|whatsit|meter"
)
CLIMBS = any_of(
    "number|numbers|reading|readings|display|screen|screen's|figure|digits|it ... "
    "creeping|climbing|rising|going_up|crept|climbs|creeps|goes_up|going_back_up|jumped|back_up"
)
FIRE_CREW_CAME = any_of(
    "firemen|fire_department|firefighters|firehouse|fire_guys|fire_truck|gas_company ... ... came|meter|aired|tested|"
    "opened|left|been|out",
    "aired ... out",
)
CLIMBING_FIGURES = any_of(
    "creeping|climbing|rising|going|crept|climbed|goes|creeps ... up? ... {figure} ... {figure}", figure=_FIGURE
)
BY_WHAT_BURNS = any_of("by|near|beside|over_by|outside|at ... {on_it}|stairs|bedroom|bedrooms|hall", on_it=_ON_IT)
IN_FOURS = any_of(
    "four loud|short|quick|long? ones|beeps|chirps|toots|blasts|times ... ... four",
    "does|goes|beeps|chirps|gives four ... stops|quits|pauses|nothing|quiet|waits|rests",
    "four at_a_time|in_a_row|and_then|and_it|then_it|and_stops|beeps|times",
    "sets|groups|bunches of four",
    "four then|pause|stop|four",
    "beep beep beep",
    "beeps four",
)
ALL_NIGHT = any_of("it is|has|was? been? going since|all_night|all_day|again|off")
GOES_ON = any_of("it is|has been going off? since|all|for|nonstop")
DEAFENS = any_of(
    "not|hardly|barely hear|think|sleep|talk myself|you|anything? think? with|over|for|through "
    "it|that|the_noise|the_racket",
    "not|hardly|barely hear myself|ourselves think",
)
OF_A_RACKET = (OF_A_MACHINE - {"fan"}) | wordset(
    "furnace heater boiler blower pump dog dogs music party construction truck chirp chirping security burglar "
    "rattling rattle squealing grinding banging buzzing"
)
OF_SMOKE = wordset("smoke burglar security motion code armed chirp chirping")
OF_ANOTHER_ALARM = wordset("chirp chirping chirped low smoke burglar security motion code armed car clock")
WAS_LOUD = any_of(
    "kept|keeps|been|was going|screaming|beeping|hollering|wailing|blaring|ringing|sounding|yelling|screeching|"
    "shrieking|squealing|squawking",
    "screamer|screecher|screeched",
    "would|will not stop|quit|hush|shut",
    "racket|ruckus|noise|fuss|rang|screamed|hollered|shrieked|blared|wailed|loud",
    "went|goes|going off",
    "off and on",
    "started|starts|comes|came up|back|on again",
    "then|and|until|till it stops|quits|hushes|quit|stopped",
)
BATTERY_OUT = any_of(
    "took|taken|take|pulled|pull|yanked|ripped|removed|popped|got ... battery|batteries out|from|of|off?",
    "battery|batteries out of|because|cause|since",
)
SOUNDED_ON = any_of(
    "kept|keeps|started|would_not|will_not|did_not|does_not|not stop|stopped|quit|shut|hush? "
    "on? going|screaming|shrieking|beeping|sounding|blaring|wailing|ringing|hollering|yelling|screeching|squealing|up|"
    "off|quiet|it",
    "would|will|did|does not stop|quit|hush",
    "went|going|goes off",
    "driving|drove me|us|him|her|everybody|everyone|the_kids|the_dog nuts|crazy|insane|mad|up_the_wall",
)
""" "We took the battery out because it kept screaming": an alarm that is quiet now, and was right perhaps."""
FOR_A_BATTERY = wordset("chirp chirps chirping chirped low")
OF_A_GADGET = FOR_A_BATTERY | wordset("smoke thermostat remote toy clock burglar security doorbell motion")
GAS_ALARM = any_of("monoxide|co")
AN_ALARM = any_of(ALARM)
