"""Pure. Words that are names, and words that never are one."""

from __future__ import annotations

from dialog_brain.understanding.words import wordset

TITLES = wordset(
    "mr mrs ms miss mx mister missus doctor dr professor prof reverend rev pastor father sir madam captain sergeant "
    "officer coach ma'am"
)
PARTICLES = wordset("de la del los las da di dos du le van von der den ter st san bin ibn al el of y")
GIVEN_NAMES = wordset("""
    abe al bo cy gus jo ty
    aaron abigail adam adrian aisha alan albert alejandro alex alexander alexandra alfred ali alice alicia alison allen
    allison amanda amber amelia amy ana andre andrea andrew andy angel angela angelica anita ann anna anne annie anthony
    antonio april ariana arjun arthur ashley audrey austin ava barbara beatrice becky ben benjamin bernard beth betty
    beverly bill billy blake bob bobby bonnie brad bradley brandon brenda brent brett brian brianna brittany bruce bryan
    caitlin caleb cameron carl carla carlos carmen carol caroline carolyn carrie catherine cathy charles
    charlie charlotte
    chelsea cheryl chloe chris christian christina christine christopher cindy claire clara claudia colin connie connor
    corey courtney craig crystal curtis cynthia daisy dale dan dana daniel danielle danny darlene darren dave david dawn
    dean deborah debra denise dennis derek diana diane diego dominic don donald donna doris dorothy doug douglas dustin
    dylan ed eddie edgar eduardo edward eileen elaine eleanor elena eli elijah elizabeth ella ellen emily emma
    eric erica
    erik erin ernest ethan eugene eva evan evelyn faith felipe felix fernando florence frances francis francisco frank
    fred gabriel gabriela gail gary gavin george gerald gina gloria gordon grace grant greg gregory gretchen guadalupe
    hannah harold harry hassan hector heather heidi helen henry holly howard hugo ian ibrahim irene isaac
    isabel isabella
    ivan jack jackie jackson jacob jacqueline jade jaime jake james jamie jan jane janet janice jared jasmine
    jason javier
    jay jean jeff jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joann joanna
    jodi joe joel john johnny jon jonas jonathan jordan jorge jose josé joseph josh joshua joy joyce juan
    juanita judith judy
    julia julian julie justin kaitlyn karen karl kate katherine kathleen kathryn kathy katie kayla keith kelly ken
    kenneth kevin kim kimberly kirk kristen kristin kristina kurt kyle lance larry laura lauren laurie lawrence leah lee
    leo leon leonard leslie liam lillian linda lisa lois lori louis louise lucas lucia lucy luis luke lydia lynn madison
    marc marcia marco marcus margaret maria marie marilyn mario marissa marjorie mark marlene marsha martha
    martin marvin
    mary mason mateo matt matthew maureen max megan meghan mei melanie melissa mia michael michele michelle miguel mike
    mildred mindy miranda mitchell mohamed mohammed molly monica morgan nancy naomi natalie natasha nathan
    nathaniel neil
    nicholas nick nicole nina noah noel nora norma norman oliver olivia omar oscar owen paige pam pamela
    patricia patrick
    patty paul paula pedro peggy penny pete peter phil philip phillip phyllis priya rachel rafael ralph ramon randy raul
    ravi ray raymond rebecca regina renee ricardo richard rick ricky rita rob robert roberto robin rodney roger
    roland ron
    ronald rosa rosemary ross roy ruben ruby russell ruth ryan sally sam samantha samuel sandra sandy sara
    sarah scott sean
    sebastian sergio seth shane shannon sharon shaun shawn sheila shelby shelly sheri sherry shirley simon sofia sonia
    sophia sophie spencer stacey stacy stan stanley stephanie stephen steve steven stuart sue susan suzanne
    sydney sylvia
    tamara tammy tanya tara taylor ted teresa terrence terri terry theodore theresa thomas tiffany tim timothy tina todd
    tom tommy toni tony tonya tracey tracy travis trevor tristan troy tyler valerie vanessa vera vernon veronica vicki
    vickie victor victoria vincent virginia vivian walter wanda warren wayne wendy wesley whitney will william willie
    xavier yolanda yvonne zach zachary zoe
    """)
NEVER = wordset("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    a an the and or but nor so if then than as at by for from in into of off on onto out over to under up upon
    with within
    without about above across after again against along around before behind below between during near since through
    until till while because although though whether i me my mine myself you your yours yourself he him his she
    her hers it
    its itself we us our ours they them their theirs this that these those who whom whose which what when where why how
    am is are was were be been being do does did doing done have has had having can could shall should would
    might must ought need needs needed not no nor yes yeah yep yup nope nah okay alright sure right wrong
    correct fine good
    great bad well better best worse worst here there now then today tomorrow tonight yesterday morning
    afternoon evening
    night noon day days week weeks month months year years hour hours minute minutes second seconds time times monday
    tuesday wednesday thursday friday saturday sunday january february march july september october november
    december um uh er erm hmm hm ah oh hey hi hello bye goodbye please thanks thank sorry pardon excuse huh mm mhm
    going go goes gone went get gets getting got gotten come comes coming came make makes making made take takes taking
    took see sees seeing saw seen know knows knowing knew known think thinks thinking thought want wants wanting wanted
    like likes liked look looks looking looked give gives gave use uses used using find finds found tell tells telling
    told ask asks asking asked work works working worked call calls calling called seem seems feel feels try
    tries trying
    tried leave leaves left put keep keeps keeping kept let lets begin began start starts starting started stop stops
    stopped run runs running ran turn turns turned turning show shows hear hears heard hearing play move moved
    live lives
    living believe hold holds bring happen happens happening happened write provide sit stand lose lost pay paid meet
    include continue set sets learn change changed lead understand watch follow speak speaking spoke talk talking talked
    spell spelled spelling repeat say says saying said mean means meant wait waiting smell smells smelling help helping
    fix fixed fixing repair repairs repaired repairing replace replaced replacing install installed installing schedule
    scheduled scheduling book booked booking cancel canceled cancelled reschedule appointment appointments service
    services serviced estimate quote quotes price prices bill bills invoice charge charged payment money dollars cost
    broken broke break breaking leak leaks leaking leaked blow blows blowing blew burst bursting clog clogged clogging
    drip drips dripping freeze freezing froze frozen heat heats heating heated cool cools cooling cooled cold warm hot
    noise noisy loud noises sound sounds smoke smoking burning fire gas water air ac hvac furnace furnaces
    heater heaters
    boiler thermostat thermostats filter filters duct ducts vent vents unit units system systems compressor condenser
    coil fan fans motor pump pumps pipe pipes drain drains toilet toilets sink sinks faucet faucets shower tub bathtub
    bathroom kitchen sewer sewage line lines tank disposal dishwasher washer dryer basement attic garage roof house home
    homes apartment building business office store room rooms floor ceiling wall door window yard street avenue road
    drive lane court boulevard address zip code number phone cell mobile email name names first last full middle maiden
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty
    hundred thousand zero problem problems issue issues trouble question questions emergency urgent busy available
    unavailable ready interested concerned worried frustrated upset mad angry tired sick happy glad afraid able unable
    supposed outside inside upstairs downstairs still just only also too very really quite pretty maybe perhaps
    probably possibly actually basically honestly literally definitely absolutely certainly exactly almost always
    never ever often sometimes usually already yet soon later earlier early late again once twice another other others
    same different new old own all any both each every few little lot lots many more most much none some several such
    nothing something anything everything nobody somebody someone anybody anyone everybody everyone nowhere somewhere
    anywhere everywhere thing things stuff way ways kind sort type part parts place people person man woman guy guys
    lady girl boy kid kids child children baby wife husband mother father mom dad son daughter brother sister friend
    neighbor neighbors landlord tenant tenants owner owners manager technician technicians tech techs plumber plumbers
    company companies contractor customer customers caller receptionist robot human machine computer operator
    representative agent support sales seller selling sell sells buy buying wholesale supplier supplies supply vendor
    hiring job jobs apply applying application position warranty insurance contract plan maintenance tune check checking
    checked inspection inspect clean cleaning dirty wet dry dead empty full high low hard easy real true false sense
    possible impossible important ridiculous urgent unacceptable crazy nice mumble banana blah whatever nevermind mind
    regarding concerning per via unknown unavailable anonymous private provided none null test testing caller
    customer valued guest user account file record records information info whats that's cannot don't can't won't isn't
    wasn't doesn't didn't haven't i'm i've i'll i'd you're we're they're it's there's what's let's
    back down up away around done finished complete standing sitting driving renting renovating moving experiencing
    noticing getting dealing hoping wondering reaching returning following confirming responding unsure uncertain
    homeowner renter resident current currently locked stuck covered flooded flooding overflowing backed wondering
    stinks stink terrible awful horrible worse thermostat's ac's working's y'all yall folks everybody hang hung
    """)
ONLY_AFTER_NAME = wordset("here speaking calling again")
"""What may follow a name and ends it."""
SOFT_NAMES = wordset(
    "will may april june august mark bill grant chase rich art drew pat sue gene rob dean heath frank joy hope faith "
    "grace dawn summer"
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
POLITE = wordset(
    "yes yeah yep yup sure okay hi hello hey um uh er well so oh ah no of course course please good morning afternoon "
    "evening right actually sorry alright and thanks thank you ma'am just like hmm absolutely certainly "
    "definitely nope "
    "that's that correct gladly"
)
"""What may stand before a bare name."""
