"""Pure. What a fire in the wiring is told by: plugs that crackle, plastic that gives, scorch marks."""

from __future__ import annotations

from dialog_brain.understanding.danger.one_sign import any_of

SOCKETS = any_of(
    "outlet|outlets|socket|plug|plugs|cord|breaker|breakers|panel|fuse_box|breaker_box|wire|wires|wiring|"
    "conduit|transformer|disconnect|disconnect_box|power_strip|strip|switch|light_switch|lug|lugs|junction_box|"
    "control_board|thermostat|extension_cord|light_fixture|prong|prongs|electric_box|electrical_box|gray_box|"
    "meter_box|fuse|fuses|capacitor|contactor|cable|insulation"
)
CRACKLES = any_of(
    "crackling|crackles|crackle|sizzling|sizzles|sizzle|frying|zapping|arcing|zzz|zzzz|tst|bzz|bzzt|spitting|spits",
    "crispy|crisped|drippy|gooey|charred|toasted|toasty|droopy|drooping|sagging|oozing|"
    "shriveled|blistered|blistering|bubbling",
    "not|no|lost|without|ate|chewed|missing ... skin|coating|insulation|covering|jacket",
    "brown|black|burnt|burned|scorched|dark|melted|bubbled|blistered|warped all? around|along|up|near|over ... "
    "edge|edges|wall|wallpaper|plate|paint|corner|side|holes",
    "black|brown|burn|scorch|soot mark|marks|ring|streak|smudge|spot|smear",
    "went|gone|turned|got|is|are|has all|kinda|kind_of? brown|cherry_red|red_hot",
    "all black|brown",
    "wires|wire|wiring|conduit|panel|outlet|plug ... popping|pops",
    "spitting|spit|spits blue|fire|at|sparks",
    "hot|warm to_the_touch",
    "dripping|drips|dripped like|wax|down|onto",
    "popping|snapping and snapping|popping|crackling|sparking",
    "snapping at",
    "see|saw|seen|is a|the|this? blue|orange light|lights|glow in|inside",
    "too|so|real|hot hot to_touch|to_hold|to_keep|to_put|to_leave|as|like",
    "flame|flames",
)
GLOWS = any_of("one|wire|wires|end|it|plug|outlet|socket|breaker is|are|was? glowing|glows|glowed")
_ELECTRIC = (
    "heater|heaters|space_heater|baseboard|cord|plug|outlet|thermostat|unit|strip|box|switch|breaker|fan|motor|"
    "adapter|window_unit|air_conditioner|ac"
)
ELECTRIC = any_of("{electric}", electric=_ELECTRIC)
PLASTIC_GIVES = any_of(
    "plastic|casing|cover|cord|plug|knob|vent|housing|end|side ... is|are|gone|went|got|getting|all|looks ... "
    "droopy|drooping|drooped|sagging|saggy|gooey|warped|sticky|runny|bubbled|shriveled|brown|melty",
    "droopy|sagging|gooey|warped|curled|bubbled|melty|softened plastic|cord|plug|casing|outlet",
    "little|tiny|jumping|orange|blue ... stars|fireflies|lightning|lightening|sparkles|sparklers|sparkler",
)
SCORCHED = any_of(
    "black|brown|dark|big|a|the scorch|scorching|singe",
    "scorch|scorches|scorched ... up|on|across|along|behind|above",
)
BUZZES_HOT = any_of(
    "buzzing|humming|spitting|crackling|hissing ... ... hot",
    "hot ... ... buzzing|humming|spitting|crackling",
)
WENT_BANG = any_of(
    "outlet|socket|plug|breaker|panel|disconnect|cord|switch|fuse_box|power_strip ... went|goes "
    "bang|boom|kaboom|pow|zap",
    "cord|plug ... soft|gooey|sticky",
)
