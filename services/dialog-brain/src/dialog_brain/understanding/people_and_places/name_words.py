"""Pure. Words that are names, words that never are one, and how people introduce a name."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import wordset

TITLES = wordset(
    "mr mrs ms miss mx mister missus doctor dr professor prof reverend rev pastor father sir madam captain sergeant "
    "officer coach ma'am"
)
PARTICLES = wordset("de la del los las da di dos du le van von der den ter st san bin ibn al el of y")
SHORT_NAMES = wordset("le van bin das di do")
"""Particles that are whole names, too."""
NEVER = wordset("""
    perdon perdón disculpe mande qué
    friends headed residence household family reservation party refer
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    a an the and or but nor so if then than as at by for from in into of off on onto out over to under up upon with
    within without about above across after again against along around before behind below between during near
    since through until till while because although though whether i me my mine myself you your yours yourself he
    him his she her hers it its itself we us our ours they them their theirs this that these those who whom whose
    which what when where why how am is are was were be been being do does did doing done have has had having can
    asap immediately anytime whenever sometime sooner either midnight
    could shall should would might must ought need needs needed not no yes yeah yep yup nope nah okay alright sure
    right wrong correct fine good great bad well better best worse worst here there now today tomorrow tonight
    yesterday morning afternoon evening night noon day days week weeks month months year years hour hours minute
    minutes second seconds time times monday tuesday wednesday thursday friday saturday sunday january february
    march july september october november december um hmm hm ah oh hey hi hello bye goodbye please thanks
    thank sorry pardon excuse huh mm mhm going go goes gone went get gets getting got gotten come comes coming came
    make makes making made take takes taking took see sees seeing saw seen know knows knowing knew known think
    thinks thinking thought want wants wanting wanted like likes liked look looks looking looked give gives gave
    use uses used using find finds found tell tells telling told ask asks asking asked work works working worked
    call calls calling called seem seems feel feels try tries trying tried leave leaves left put keep keeps keeping
    kept let lets begin began start starts starting started stop stops stopped run runs running ran turn turns
    turned turning show shows hear hears heard hearing play move moved live lives living believe hold holds bring
    happen happens happening happened write provide sit stand lose lost pay paid meet include continue set sets
    learn change changed lead understand watch follow speak speaking spoke talk talking talked spell spelled
    spelling repeat say says saying said mean means meant wait waiting smell smells smelling help helping fix fixed
    fixing repair repairs repaired repairing replace replaced replacing install installed installing schedule
    scheduled scheduling book booked booking cancel canceled cancelled reschedule appointment appointments service
    services serviced estimate quote quotes price prices bill bills invoice charge charged payment money dollars
    cost broken broke break breaking leak leaks leaking leaked blow blows blowing blew burst bursting clog clogged
    clogging drip drips dripping freeze freezing froze frozen heat heats heating heated cool cools cooling cooled
    cold warm hot noise noisy loud noises sound sounds smoke smoking burning fire gas water air ac hvac furnace
    furnaces heater heaters boiler thermostat thermostats filter filters duct ducts vent vents unit units system
    systems compressor condenser coil fan fans motor pump pumps pipe pipes drain drains toilet toilets sink sinks
    faucet faucets shower tub bathtub bathroom kitchen sewer sewage line lines tank disposal dishwasher washer
    dryer basement attic garage roof house home homes apartment building business office store room rooms floor
    ceiling wall door window yard street avenue road drive lane court boulevard address zip code number phone cell
    mobile email name names first last full middle maiden one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen twenty thirty forty fifty hundred thousand zero problem problems issue issues
    trouble question questions emergency urgent busy available unavailable ready interested concerned worried
    frustrated upset mad angry tired sick happy glad afraid able unable supposed outside inside upstairs downstairs
    next upcoming weekend weekends
    still just only also too very really quite pretty wide maybe perhaps probably possibly actually basically honestly
    literally definitely absolutely certainly exactly almost always never ever often sometimes usually already yet
    soon later earlier early late once twice another other others same different new old own all any both each
    every few little lot lots many more most much none some several such nothing something anything everything
    nobody somebody someone anybody anyone everybody everyone nowhere somewhere anywhere everywhere thing things
    stuff way ways kind sort type part parts place people person man woman guy guys lady girl boy kid kids child
    children baby wife husband mother father mom dad son daughter brother sister friend neighbor neighbors landlord
    tenant tenants owner owners manager technician technicians tech techs plumber plumbers company companies
    contractor customer customers caller receptionist robot human machine computer operator representative agent
    support sales seller selling sell sells buy buying wholesale supplier supplies supply vendor hiring job jobs
    apply applying application position warranty insurance contract plan maintenance tune check checking checked
    inspection inspect clean cleaning dirty wet dry dead empty high low hard easy real true false sense possible
    impossible important ridiculous unacceptable crazy nice mumble banana blah whatever nevermind mind regarding
    concerning per via unknown anonymous private provided null test testing valued guest user account file record
    records information info whats that's cannot don't can't won't isn't wasn't doesn't didn't haven't i'm i've
    i'll i'd you're we're they're it's there's what's let's back down away finished complete standing sitting
    driving renting renovating moving experiencing noticing dealing hoping wondering reaching returning following
    confirming responding unsure uncertain homeowner renter resident current currently locked stuck covered flooded
    flooding overflowing backed stinks stink terrible awful horrible thermostat's ac's working's y'all yall folks
    ugh argh geez jeez whew phew hang hung send hurry english spanish enough
    sixteen seventeen eighteen nineteen sixty seventy eighty ninety degrees quarter half midday
    tues weds thurs aug sept carbon monoxide congratulations congrats whoops oops yikes gotcha alrighty righto lol omw
    np nvm pls thx thankyou zilch nix ditto likewise yah yeh yep kk okey dokey doke okie dokie betcha hola gracias si
    sí claro vale mañana ill awake asleep diabetic pregnant elderly disabled drunk homeless retired desperate skeptical
    dizzy alone nearby quick quiet safe unsafe strong tight mild sporadic weird supervisor dispatch receivable
    later sunny cloudy raining snowing listed filed registered instead double triple furious
    """)
SOFT_NAMES = wordset(
    "will may april june august mark bill grant chase rich art drew pat sue gene rob dean heath frank joy hope faith "
    "grace dawn summer autumn olive pearl jewel melody clay cliff mercedes chuck rusty mac sterling hazel iris opal "
    "guy rose violet ginger ivy buddy candy brandy misty rocky dusty stormy fern laurel eve sonny cherry bonita dolly "
    "reed skip patience prudence destiny precious miracle charity serenity felicity"
)
"""Names that are common words too: a name when it stands where a name stands."""
NAMES_IN_ING = wordset(
    "king sterling fleming browning manning "
    "harding irving ming ling ding jing ping ting ying xing wing golding keating "
    "cushing downing dowling starling bing kipling channing redding spalding"
)
SURNAMES = wordset(
    "field hill stone wood park bell price cook baker day love wise moon frost snow winters waters rivers brooks banks "
    "bridges pipes case page law sharp strong little small short long young noble good best wells bishop pope church "
    "temple gates wall house hall street lane north west east march friday early hardy savage wild moody blue gray "
    "silver gold rose flowers berry rice lamb wolf fox bird swan drake call hood bond cash power powers light worth "
    "means moore knight carpenter plumber painter taylor miles hours summers winter heard fields new newman speaks "
    "settle true fair bright black white brown green carver bass sellers sales parts"
)
"""Words that are a family name when a given name stands before them."""
SELDOM_SURNAMES = wordset(
    "weeks friend kitchen high way still bills fine guest low see sell back place money child book drain blow more fix "
    "sink roof cool real ready son lines person leak hang noon work hard man line pipe fan heater yard job court"
)
"""Words that are one only where the turn, or the clause, ends with them."""
POLITE = wordset(
    "yes yeah yep yup sure okay hi hello hey well so oh ah no of course course please good morning afternoon "
    "evening simply right actually sorry alright and thanks thank you ma'am sir just like hmm absolutely certainly "
    "definitely nope that's that correct gladly thing problem huh"
)
"""What may stand before a bare name."""

ENDEARMENTS = wordset("dear hon sweetie sweetheart darling darlin honey sugar buddy doll love")
"""How callers address us behind their name."""

Introduction = Literal["sure", "likely", "vague", "nickname", "first", "last"]
"""likely and vague ones introduce other things as well; a vague one needs a known given name if we did not ask. A
nickname is a name when no other was told."""

INTRODUCED: Phrases[Introduction] = Phrases(
    {
        "last": [
            "my|the? last|family|sur name is|was|should_be?",
            "my|the last name on it|there|file|the_account is",
            "my? surname|surname's is|was?",
        ],
        "first": ["my|the? first|given name is|was|should_be?"],
        "sure": [
            "my|the|full|legal? name is|was|should_be|needs_to_be|has_to_be|ought_to_be|must_be|is_going_to_be",
            "my|the name would_be",
            "my|the full|legal name is|was",
            "my name",
            "the name",
            "my|his|her|the husband's|wife's|mom's|mother's|dad's|father's|son's|daughter's|account|tenant's name "
            "is|which_is|that_is?",
            "i_am|this_is the|a homeowner|home_owner|owner|tenant|renter|customer|landlord|property_manager",
            "account|account's|appointment|service|visit is? under|in|for",
            "for my|our {family}",
            "the? name on|for the|my|this account|order|file|appointment is",
            "change|correct|fix|update|make|switch|spell the|my? name to|as",
            "it|that is pronounced",
            "you are speaking|talking with|to",
            "under|for the? name of?",
            "put|book|have it|me|that? under|down_as",
            "it is under",
            "under my|the ... name|name_of which_is|that_is|it_is?",
        ],
        "likely": [
            "i already|just? said|meant",
            "it is actually|really",
            "this is",
            "this here|would be|is",
            "i am called|named?",
            "you have got|reached?",
            "here is",
            "mine|mine's is|would_be?",
            "homeowner|owner|renter|tenant|customer is",
            "under",
        ],
        "vague": [
            "name",
            "it is for|just|me?",
            "it|that? would|will|should be",
            "you got",
            "that is",
            "put|put_down|make_it|say",
            "try|use|check",
        ],
        "nickname": [
            "call|calls me",
            "you can|may call me",
            "i go by",
            "knows|know me as|by",
            "refer to me as",
            "address me as",
            "be called",
            "known as",
        ],
    },
    family=FAMILY,
)
PARTS_AFTER: Phrases[Introduction] = Phrases(
    {
        "last": [
            "that? is|was the|my? last|family name?",
            "the|my last|family name?",
            "for|as the|my last|family name?",
        ],
        "first": ["that? is|was the|my? first|given name?", "the|my first|given name?"],
    }
)
""" "Zhang is my last name, Mei is my first"."""
PARTS_ALONE: Phrases[Introduction] = Phrases({"last": ["last is?"], "first": ["first is?"]})
""" "First Mei, last Zhang"."""
LAST_FIRST = any_of("last|family name first")
INTRODUCED_AFTER: Phrases[bool] = Phrases({True: ["speaking", "is|was the|my name"], False: ["calling", "here"]})
""" "Ann Lee speaking"; what False introduces may be something else: "the plumber is here"."""
_LETTER = "|".join(f"{letter}|{letter}s|{letter}'s" for letter in "bcdefghjklmnopqrstuvwxyz")
SPELLING_TOLD = any_of(
    "with|without|ending|ends in|with? a|an|one|two|double|no|the? {letter}",
    "with|without a|an|one|two|double {letter} and a|an|one|two|double {letter}",
    "with|without|ending an|two a|i|a's|i's",
    "no {letter}",
    letter=_LETTER,
)
"""What is said of a spelling between the words of a name: "Katherine with a K O'Neill"."""
FIRMS = wordset(
    "llc inc incorporated corp corporation company dental dentistry church school academy properties realty management "
    "restaurant cafe bakery grill pizza tacos barbecue salon clinic apartments hotel motel brewery market diner pub "
    "club center studio daycare preschool spa inn library shop deli stop chapel condos condominiums hoa group "
    "associates partners hospital"
)
"""Last words of businesses: "it's for Oak Street Dental"."""
