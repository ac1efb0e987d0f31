"""Pure. Words that are names, words that never are one, and how people introduce a name."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.answers.consent_words import FAMILY
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import wordset

TITLES = wordset(
    "mr mrs ms miss mx mister missus doctor dr professor prof reverend rev pastor father sir madam captain sergeant "
    "officer coach ma'am"
)
PARTICLES = wordset("de la del los las da di dos du le van von der den ter st san bin ibn al el of y")
SHORT_NAMES = wordset("le van bin das di do")
"""Particles that are whole names, too."""
GIVEN_NAMES = wordset("""
    aaron abby abdul abdullah abe abigail adam adrian adriana agnes ahmed aidan aiden aisha al alan albert
    alberto alejandra alejandro alex alexander alexandra alexis alfonso alfred alfredo ali alice alicia alison
    allen allie allison alonzo alvin alyssa amanda amber amelia amir amit amy ana andre andrea andres andrew
    andy angel angela angelica angelo angie anika anil anita ann anna anne annette annie anthony antoinette
    anton antonio april archie ariana ariel arjun arlene armando arnold arthur arturo asha ashley audrey austin
    autumn ava ayesha barbara beatrice beatriz becky belinda bella ben benjamin bernadette bernard bert bertha
    beth betty beverly bianca bill billy blake blanca bo bob bobby bonnie boris brad bradley brandi brandon
    brenda brenden brent brett brian brianna bridget brittany brooke bruce bruno bryan bryce byron caitlin caleb
    cameron camila candace candice carl carla carlo carlos carlton carmela carmen carol caroline carolyn carrie
    cassandra cassidy catherine cathy cecilia cedric celeste cesar chad chandra charles charlie charlotte
    chelsea chelsey cheryl chester chloe chris christian christina christine christopher chuck cindy claire
    clara clarence clark claudia clay clayton cliff clifford clinton clyde cody cole colin connie connor conrad
    cora cordelia corey courtney craig cristina crystal curtis cy cynthia cyrus daisy dale dan dana daniel
    daniela danielle danny darius darlene darrell darren darryl dave david davis dawn dean deanna debbie deborah
    debra deepak delia della delores demetrius denise dennis denny derek desiree devin devon dexter diana diane
    diego dina dolores dominic dominique don donald donna donovan dora doreen dorian doris dorothy doug douglas
    duane duncan dustin dwayne dwight dylan earl ed eddie edgar edith edna eduardo edward edwin efrain eileen
    elaina elaine eleanor elena eli elias elijah elisa elise elizabeth ella ellen ellie elliot elliott elmer
    eloise elsa elsie elvira emanuel emilia emilio emily emma emmanuel enrique eric erica erick erik erika erin
    ernest ernesto ernie esperanza esteban estelle esther ethan ethel eugene eugenia eunice eva evan evelyn
    faith fatima faye felipe felix fernanda fernando fiona florence floyd forrest frances francis francisco
    frank fred freddie frederick freya gabby gabriel gabriela gail gary gavin geoff geoffrey george georgia
    gerald geraldine gerardo gilbert gina giovanni giselle glen glenda glenn gloria gordon grace graciela graham
    grant greg gregory greta gretchen griffin guadalupe guillermo gus gustavo hal hank hannah harold harriet
    harrison harry harvey hassan hazel heather hector heidi helen henry hilary hilda hiroshi holly homer horace
    howard hubert hugo ian ibrahim ida ignacio imani imran ingrid irene iris irma irving isaac isabel isabella
    isaiah ismael itzel ivan jack jackie jackson jaclyn jacob jacqueline jacques jada jade jaime jake
    jamal james jamie jan jane janelle janet janice janie janine jared jarrod jasmine jason javier jay jayden
    jayne jean jeanette jeanne jeff jeffrey jenna jennifer jenny jerald jeremiah jeremy jermaine jerome jerri
    jerry jess jesse jessica jessie jesus jewel jill jillian jim jimmy jo joan joann joanna joaquin jocelyn jodi
    jodie joe joel johanna john johnnie johnny jon jonas jonathan jordan jorge jose josefina joseph josephine
    josh joshua josie josé joy joyce juan juana juanita judith judy julia julian julianna julie juliet julio
    june justin justine kaitlin kaitlyn kamal kara kareem karen kari karina karl karla kate katelyn katherine
    kathleen kathryn kathy katie katrina kayla kaylee keith kelli kelly kelsey ken kendall kendra kendrick
    kenneth kenny kerri kerry kevin khalid kiara kim kimberly kirk kristen kristin kristina kristine krystal
    kurt kyle lakshmi lance lara larry latasha latoya laura lauren laurie lawrence leah lee leigh lena leo
    leon leonard leonardo leroy leslie leticia levi liam lila lillian lily lina linda lindsay lindsey lionel
    lisa liz lloyd lois lola lonnie lora lorena lorenzo loretta lori lorraine lou louis louisa louise lourdes
    luca lucas lucia lucille lucy luis luisa luke lupe luther luz lydia lyle lynette lynn mabel mable mac mack
    mackenzie maddie madison mae maggie malcolm malik manuel mara marc marcel marcella marcia marco marcus marcy
    margaret margarita margie margo maria mariah mariana maribel marie marilyn marina mario marisa marisol
    marissa marjorie mark marlene marlon marsha marta martha martin marvin mary mason mateo matilda matt matthew
    mattie maureen maurice mavis max maxine maya megan meghan mei melanie melinda melissa melody melvin mercedes
    meredith merle mia micah michael micheal michele michelle miguel mike mildred milton mindy miranda mitch
    mitchell mohamed mohammed mohan molly mona monica morgan moses muhammad muriel myra myrna myrtle nadia
    nadine nancy naomi natalie natasha nate nathan nathaniel neil nell nelson nestor nicholas nick nicole nikhil
    nikki nikolai nina noah noel noelle nora norberto norma norman octavio olga olive oliver olivia omar opal
    orlando oscar osvaldo otis otto owen paige pam pamela paola parker patricia patrick patty paul paula pearl
    pedro peggy penny percy perla pete peter phil philip phillip phoebe phyllis pierre preston priya quentin
    quincy rachel rafael rafaela raj rajesh rakesh ralph ramiro ramon ramona randy raquel raul ravi ray raymond
    rayna rebecca reggie regina reginald reid rene renee rex reyna rhonda ricardo richard rick ricky rita rob
    robert roberto robin rochelle rocio rod roderick rodney rodolfo rodrigo rogelio roger rohan roland rolando
    ron ronald rory rosa rosalie rosalind rosalinda rosario roscoe roseanne rosemary rosie ross roxanne roy
    ruben ruby rudolph rudy rufus russell rusty ruth ruthie ryan sabrina sadie sally salvador sam samantha samir
    samuel sandra sandy sanjay santiago sara sarah saul savannah scott sean sebastian selena serena sergey
    sergio seth seymour shane shanice shannon shari sharon shaun shawn shawna sheila shelby sheldon
    shelia shelley shelly sheri sherman sherri sherry shirley simon siobhan skyler sofia sonia sophia sophie
    spencer stacey stacy stan stanley stefan stella stephanie stephen sterling steve steven stewart stuart sue
    sunil sunita susan susana susanna susie suzanne sven sybil sydney sylvia tabitha tamara tamika tammy tanner
    tanya tara tasha tatiana taylor ted teddy teresa terrence terri terry tessa thelma theo theodore theresa
    therese thomas thuy tia tiana tiffany tim timothy tina tobias toby todd tom tomas tommy toni tony tonya
    tracey tracie tracy travis trent trevor trina trisha tristan troy trudy tucker ty tyler tyrone ursula
    valentina valeria valerie vance vanessa velma venkat vera vernon veronica vicente vicki vickie victor
    victoria vijay vincent viola virgil virginia vivek vivian vladimir wade wallace walter wanda warren wayne
    wendy wes wesley whitney wilbur wilfred wilhelmina will william willie wilma winifred winston wyatt xavier
    xiomara yasmin yesenia yolanda yuki yusuf yvette yvonne zach zachariah zachary zane zoe zoey
    """)
NEVER = wordset("""
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
    march july september october november december um uh er erm hmm hm ah oh hey hi hello bye goodbye please thanks
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
    ugh argh geez jeez whew phew hang hung listed filed registered instead double triple furious
    """)
SOFT_NAMES = wordset(
    "will may april june august mark bill grant chase rich art drew pat sue gene rob dean heath frank joy hope faith "
    "grace dawn summer autumn olive pearl jewel melody clay cliff mercedes chuck rusty mac sterling hazel iris opal"
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
    "evening right actually sorry alright and thanks thank you ma'am sir just like hmm absolutely certainly "
    "definitely nope that's that correct gladly thing problem huh"
)
"""What may stand before a bare name."""

Introduction = Literal["sure", "likely", "vague", "nickname", "first", "last"]
"""likely and vague ones introduce other things as well; a vague one needs a known given name if we did not ask. A
nickname is a name when no other was told."""

INTRODUCED: Phrases[Introduction] = Phrases(
    {
        "last": ["my|the? last|family|sur name is|was|should_be?", "my? surname|surname's is|was?"],
        "first": ["my|the? first|given name is|was|should_be?"],
        "sure": [
            "my|the|full|legal? name is|was|should_be|needs_to_be|has_to_be|ought_to_be|must_be",
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
            "it is under|actually|really",
            "under my|the ... name|name_of which_is|that_is|it_is?",
        ],
        "likely": [
            "i said|meant",
            "this is",
            "this here|would be|is",
            "i am",
            "you have got|reached?",
            "here is",
            "mine|mine's is|would_be?",
            "homeowner|owner|renter|tenant|customer is",
            "under",
        ],
        "vague": [
            "name",
            "it is for?",
            "it would be",
            "that is",
            "that would be",
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
        "last": ["is|was the|my? last|family name?", "the|my last|family name?"],
        "first": ["is|was the|my? first|given name?", "the|my first|given name?"],
    }
)
""" "Zhang is my last name, Mei is my first"."""
PARTS_ALONE: Phrases[Introduction] = Phrases({"last": ["last is?"], "first": ["first is?"]})
""" "First Mei, last Zhang"."""
LAST_FIRST: Phrases[bool] = Phrases({True: ["last|family name first"]})
INTRODUCED_AFTER: Phrases[bool] = Phrases({True: ["speaking", "is|was the|my name"]})
""" "Ann Lee speaking"."""
_LETTER = "|".join(f"{letter}|{letter}s|{letter}'s" for letter in "bcdefghjklmnopqrstuvwxyz")
SPELLING_TOLD: Phrases[bool] = Phrases(
    {
        True: [
            "with|without|ending|ends in|with? a|an|one|two|double|no|the? {letter}",
            "with|without a|an|one|two|double {letter} and a|an|one|two|double {letter}",
            "with|without|ending an|two a|i|a's|i's",
            "no {letter}",
        ]
    },
    letter=_LETTER,
)
"""What is said of a spelling between the words of a name: "Katherine with a K O'Neill"."""
