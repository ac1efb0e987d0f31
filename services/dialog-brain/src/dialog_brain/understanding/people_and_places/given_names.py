"""Pure. Given names, as callers in the United States have them; of all other names any word may be one."""

from __future__ import annotations

from dialog_brain.understanding.language.words import wordset

GIVEN_NAMES = wordset("""
    aarav aaron aarti abayomi abby abdi abdirahman abdul abdullah abdullahi abe abel abena abigail abigale abimbola
    abiodun abraham ada adaeze adam adan adanna adaobi addie ade adebayo adebola adekunle adel adela adelaide adele
    adelina adeline adelita adeola adeolu adesola adetokunbo adewale aditi aditya adnan adolfo adrian adriana adrienne
    adunni afolabi afzal agapito agata agnes agnieszka agustin ahava ahmad ahmed aidan aiden aileen aimee aino ainsley
    aisha ajay ajit akash akbar akhil akiva akosua akram akshay akua akwasi al alaa alaina alan alana alba albert
    alberta alberto alec alejandra alejandro aleksander aleksandra alemu alena alessandra alessandro alessia alex alexa
    alexander alexandra alexandria alexia alexis alexys alfonso alfonzo alfred alfreda alfredo ali alia alice alicia
    alicja alina alisa alisha alisia alison alissa aliya aliyah allan allen allie allison allyson alma almaz alofa alok
    alondra alonzo alphonso alta althea alva alvaro alvin alvina alyson alyssa ama amado amaka amal amalia aman amanda
    amani amar amara amarachi amari amaya amber amelia ameya amiel amin amina amir amira amit ammar amol amos amparo
    amrita amy ana anabel anabella anahi anand ananya anas anastasia anatoly anders andre andrea andreas andrei andrej
    andres andrew andrzej andy angel angela angelica angelina angeline angelino angelique angelita angelo angie anibal
    anika aniket anil anirudh anish anissa anita anja anjali ankit ankita ann anna anne annette annie annika anoop
    anselmo ansh anshul anthony antoine antoinette anton antone antonia antonio antti antwan anu anuj anupama anuradha
    anurag anushka anwar anya aparna apolinar apoorva april araceli aracely arcelia archana archie arek arely ari aria
    ariana ariel ariella arielle arif arjun arkady arlen arlene arlie arline armand armandina armando arnav arne arnold
    arnulfo aron arron artemio arthur arturo arun aruna arvind arwa asad asha asher ashish ashlee ashleigh ashley
    ashlyn ashok ashton ashwin ashwini asif asim asma astrid athena atul aubrey audra audrey augustine augusto augustus
    aurelia aurelio austen austin autumn ava avani avery avi avinash aviva avraham axel aya ayaan ayan ayesha ayman
    aymen ayo ayodeji ayodele ayomide aziz azra azucena babajide babatunde babette bailey balaji baltazar bamidele
    barbara barney barrett barry bartholomew baruch bashir basil basma batya beata beatrice beatriz beau becky belen
    belinda bella ben benedetta benita benito benjamin bennett bennie benny benoit bentley berenice bernadette bernard
    bernarda bernardo bernice bernie bert berta bertha bertie bessie beth bethany bethlehem betsy bettie bettina betty
    bettye beulah beverly bhanu bharat bharati bhavana bhavesh bhavna bhavya bianca bilal bill billie billy bindu binh
    binyamin birdie bjorn blaine blair blaise blake blakely blanca blanche blas bo bob bobbi bobbie bobby bogdan
    bogumil bolaji bolanle bonita bonnie bonny boris borys brad braden bradley brady braeden brandi brandie brandon
    brandy brantley braxton brayan brayden breanna breanne brenda brenden brenna brennan brent bret brett bria brian
    briana brianna brianne brice bridget brigitte briley brinda briseida britney brittani brittany brittney britton
    broderick brodie brody bronson brooke bruce bruna bruno bryan bryanna bryce brylee bryn brynn bryson buddy buford
    bukola byron caden cadence caio caitlin caitlyn caleb callie callum calvin camden cameron camila camilla camille
    camilo candace candelaria candelario candice candis candy cara carey caridad carina carissa carl carla carlene
    carley carlie carlo carlos carlotta carlton carly carlyn carmela carmelita carmelo carmen carmina carmine carol
    carole carolina caroline carolyn carolyne carrie carroll carson carter casandra casey casimir cassandra cassidy
    cassie catalina catarina catarino catherine cathleen cathryn cathy cayden cayetano cayla cecelia cecil cecilia
    cedric celeste celestine celestino celia celina cesar chad chaim chana chandan chandice chandra chanel chantal
    chantel charisse charity charlene charles charley charli charlie charlize charlotte charmaine charu chase chasity
    chaya chela chelo chelsea chelsey cheri cherie cherly cherri cherry cheryl chester chetan cheyenne chia chiamaka
    chiara chibueze chibuike chibuzo chibuzor chichi chidera chidi chidiebere chidinma chigozie chijioke chika chikezie
    chima chimamanda chinaza chinedu chinelo chinenye chinonso chinwe chinyere chioma chisom chitra chizoba chloe chris
    christa christal christen christi christian christie christin christina christine christop christopher christy
    chuck chukwudi chukwuemeka chukwuma chuy ciara cicely cierra cinda cindy cinthia cipriano ciro citlali claire clara
    clare clarence clarice clarissa clark claudette claudia claudine claudio claus clay clayton clemencia clement
    clemente clementine cleo cletus cliff clifford clifton clint clinton clyde cody cole coleen colette colin colleen
    collin colton concepcion concha conchita connie connor conrad constance consuelo cooper cora coral corbin cordelia
    cordell corey corina corine corinne cornelia cornelius corrine cortney cosette cosme courtney coy craig crisanto
    cristal cristian cristina cristobal cristy crystal cuauhtemoc cullen cuong curt curtis cy cynthia cyrus czeslaw dae
    daeun dag dagoberto daisy daksha dalal dale dalia dallin dalton damari damaris damian damien damilola damion damon
    dan dana dane danelle danette dania daniel daniela danielle danika danilo danita danny dante danuta daphne daquan
    darby darcy daria darian darin dario darius dariusz darla darlene darnell daron darrel darrell darren darrick
    darrin darryl darshan darwin daryl dashawn dave david davide davina davion davis davon dawit dawn dawson dax daya
    dayana dayanara dayna dayo dean deana deandre deangelo deann deanna deanne debbi debbie debby debora deborah debra
    declan dedra dee deena deepa deepak deepika deepti deidra deidre deirdre deja delaney delbert delfina delfino delia
    della delmar delmer delores deloris demarcus demetrius demi dena deneen denice denise denisha dennis denny deon
    deonte derek derick derrick deshawn desirae desiree desmond destiny devendra devi devika devin devon devonte
    devorah dewayne dewey dexter deyanira dhruv diana diane dianna dianne didier diego diem dieter dilip dillon dimitri
    dina dinesh dino dion dionisio dionne dipak dipali dirk disha divya dixie dmitri dmitry dolly dolores domenico
    dominga domingo dominic dominick dominique dominque don donald donato donna donnell donnie donovan dora doreen dori
    dorian dorinda doris dorota dorotea dorothy dorris dorthea dorthy dottie doug douglas douglass dovie doyle drew
    duane duc duncan dung dustin dusty duy duyen dwain dwayne dwight dylan earl earle earlean earline eartha easton
    ebele ebere ebony ebuka ed eddie edelmira edgar edgardo edison edith edmond edmund edna eduard eduardo edward edwin
    edwina efe effie efrain efren efua eileen eino eitan ekaterina ekene ekow ekua eladio elaina elaine eldon eleanor
    eleanore eleazar elena eli elia elian eliana elias elida elidia eliezer elif elijah elimelech elin elisa elisabeth
    elise eliseo elisha elissa eliyahu eliza elizabeth ella elle ellen ellery elliana ellie elliot elliott ellis
    ellison elma elmer elna elodia elodie eloisa eloise eloy elpidio elsa elsie elton elva elvia elvin elvira elvis
    elwood elyse eman emanuel emeka emelia emerson emersyn emery emeterio emigdio emil emile emilee emilia emiliano
    emilio emily emma emmanuel emmett emory emre enedina enid enitan enrico enrique enyinnaya enza enzo ephraim
    epifanio erendira eric erica erich erick erik erika erin erkan erma erna ernest ernestina ernestine ernesto ernie
    errol ervin erwin esequiel esha esmeralda esperanza esra essie esteban estefani estefania estela estella estelle
    estevan esther esti ethan ethel etienne etta eudora eufemia eugene eugenia eugenie eula eulalia eunice eunji
    eusebio eva evan evangelina evangeline evaristo eve evelyn everett everette everly evgeny evie ewa ezekiel ezequiel
    ezinne ezra fabian fabio fabiola fabrice fabrizia fabrizio facundo fadi faduma fahad faisal faith faiz fallon fang
    fannie farah faraz farhan farhiya farid faris farouk fartun farzana fatema fatima fatimah faustino fawzi fay faye
    federica federico felecia felice felicia feliciano felicitas felicity felipe felix felton femi feng ferdinand
    fermin fern fernanda fernando feroz fetu fiamma fidel fidencio fikru filomena finley finn finnegan fiona firas
    flavio fletcher flor flora florence florencia florencio florentino florian florine flossie floy floyd folake
    folarin folasade forrest fortino frances francesca francesco francine francis francisca francisco francois
    francoise frank frankie franklin franz fred freda freddie freddy frederick fredric fredrick freya frida frieda
    fritz fuad funke funmi funmilayo fyodor gabby gabe gabriel gabriela gabrielle gael gaelle gail galen galina gambo
    ganesh gargi garland garret garrett garrick garry garth gary gaspar gaston gaurav gautam gavin gayatri gayla gayle
    gaylord gbenga geeta gemma genaro gene genet geneva genevieve gennady geoff geoffrey geoffry george georgette
    georgia georgiana georgina geovanni gerald geraldine gerard gerardo gerhard geri germaine gerry gershon gertrude
    getachew ghada gia giacomo giang gianluca gianna gianni gideon gilbert gilberto gilda gildardo giles gilles gina
    ginger gino giorgio giovanni girma gisela giselle gita gitty giulia giulio giuseppe gladys glen glenda glenn glenna
    gloria goldie gonzalo gopal gordon govind grace graciana gracie graciela graeme graham grant graysen grayson greer
    greg gregoria gregorio gregory greta gretchen gretta griffin grigory grover grzegorz guadalupe guang guido
    guillaume guillermo guinevere gumercindo gunnar gunther gurpreet gus gustav gustavo guy gwen gwendolyn gwenn
    gwenyth gwyneth habib habiba hadassah hadi hadley hafsa hai haile hailey haisley hakim hal hala haley halima halina
    hallie hamid hamza hana hanan hanh hani hank hannah hans hardik haresh hari harini harish harlan harley harold
    haroon harper harpreet harriet harriett harrison harry harsh harsha harshad harun harvey hasan hassan hatem hattie
    haya hayden haylee hayley hazel heath heather hector hee heejin heidi heinz helen helene helga hellen helmut hema
    hemant henri henrietta henrik henry herbert hercilia heriberto herman hermelinda hermila herminia hernan herschel
    hershel herve hester hetal hettie hibo hicham hien hiep hieu hilario hilary hilda hillary hillel himani hipolito
    hiroshi hirut hisham hoai hoda hodan hodaya holden hollie hollis holly homer homero hong hope horace horst
    hortencia hortensia howard howie hsin hua huan hubert huda hudson hugh hugo hui huma humberto hunter huong husain
    hussain hussein huy huyen hyejin hyman hyun iain ian ibrahim ibrahima ida idalia idella idris ifeanyi ifeoma ifrah
    ifunanya ignacio ignatius igor ihab ijeoma ikechukwu ikenna iker ila ilaria ileana ilene iliana ilse iman imani
    imelda imogene imran inas inaya indira ines inez ingeborg ingrid iqbal iraida irasema irene irina iris irma irvin
    irving irwin isa isaac isabel isabella isabelle isadora isaiah isaias isela ishaan ishita isiah isidora isidoro
    isidro isis isla ismael ismail isra issa issac itai itzayana itzel itzhak iva ivan ivana ivette ivonne ivy iwona
    iyabo iyana izabella jabir jace jacek jacinda jacinta jacinto jack jackeline jackelyn jackie jacklyn jackson jaclyn
    jaco jacob jacoby jacquelin jacqueline jacquelyn jacques jacquline jada jade jaden jadwiga jae jaehyun jaelyn jafar
    jagdish jai jaiden jaime jair jake jakob jalal jalen jalisa jamaal jamal jamar jamarcus james jameson jamey jami
    jamie jamika jamil jamila jamilah jamir jan jana janae jane janell janelle janessa janet janetta janice janie
    janina janine janis janna jannet janusz jaquan jaqueline jared jarod jaron jaroslaw jarred jarrett jarrod jarvis
    jase jasim jasmeet jasmin jasmine jason jasper jaspreet jatin javier javon jawad jaxon jaxson jaxton jay jaya
    jayant jaycee jayden jayesh jayla jaylen jaylin jayne jaziel jazmin jazmine jean jeanette jeanie jeanine jeanne
    jeannette jeannie jeannine jed jedidiah jeff jefferson jeffery jeffrey jeffry jena jenaro jenifer jenna jennie
    jennifer jenny jens jensen jerald jeramy jere jeremiah jeremie jeremy jeri jerilyn jermain jermaine jerold jerome
    jeromy jerri jerrod jerrold jerry jerzy jesica jess jesse jessenia jessi jessica jessie jessika jesus jesusa jett
    jewel jewell jia jian jide jie jignesh jihoon jihye jill jillian jim jimmie jimmy jin jing jinwoo jisoo jiwon jo
    joan joana joanie joann joanna joanne joao joaquin jocelyn jochen jodee jodi jodie jody joe joel joella joellen
    joey johan johann johanna john johnathan johnathon johnna johnnie johnny joi jolanta joleen jolene joline jon jonah
    jonas jonathan jonathon joni jonna joon jordan jorden jordon jordyn jorge jorgito jose josef josefa josefina
    joselyn joseph josephina josephine josette josh joshua josie joslyn josue josé jovan jovani jovita joy joyce juan
    juana juancarlos juanita juanito judah judd jude judi judie judit judith judson judy julia julian juliana julianna
    julianne julie julien juliet julieta juliette julio julissa julius jun june jung junho junious juniper jurgen
    justin justina justine justino juwon jyothi jyoti kade kadeem kadija kaelyn kai kaiden kaila kailey kaitlin kaitlyn
    kaitlynn kalani kaleb kalel kaleo kaley kali kallie kalpana kalyan kamal kamala kamara kameron kamila kamlesh
    kamran kamryn kanchan kandace kandi kandy kanesha kanoa kaori kara karan kareem karel karen kari karima karime
    karin karina karissa karl karla karol karolina karon karrie karson karsten karter karthik karuna karyn kasandra
    kase kasey kash kashif kasia kassandra kassidy katarina katarzyna kate katelyn katelynn katerina katharine
    katherine katheryn kathi kathie kathleen kathrine kathryn kathryne kathy katie katlyn katrin katrina katy katya
    kaushik kavita kavya kawthar kay kayden kaye kayla kaylee kayleigh kayley kayode keala keanu keegan keenan kehinde
    keiko keisha keith kekoa kelechi kellen kelley kelli kellie kelly kelsey kelton kelvin kemberly kemi ken kena kenan
    kendal kendall kendra kendrick kenia kenji kenna kennedy kenneth kenny kensley kent kenya kenyatta kenyon kenzie
    keoni keri kermit kerri kerry keshia ketan kevin khadija khai khaled khalid khalil khanh khloe khoa khoi kian
    kianna kiara kidane kien kieran kierra kieu kiley killian kim kimber kimberlee kimberley kimberlie kimberly kinjal
    kinley kinsley kip kiran kirill kirk kirsten kirstie kirti kisha kiya kiyoshi kizzy klaus kobe kody kofi kojo kola
    kolby komal kora kory kraig kripa kris krish krishna krista kristal kristel kristen kristi kristian kristie kristin
    kristina kristine kristofer kristoff kristopher kristy krystal krystle krystyna krzysztof ksenia kunal kunle kurt
    kwabena kwadwo kwaku kwame kwasi kwesi kyla kyle kylee kyleigh kyler kylie kym kyra kyrie lacey laci lacy ladonna
    laila lakeisha lakesha lakeshia lakisha lakshmi lalit lalita lamia lamont lana lance landon laney lanh lani lanita
    lanre lara laraine larisa larissa laron larry lars larue lashawn lashonda lasse lata latanya latasha latavia latif
    latonia latonya latosha latoya latrice latricia laura laurel lauren laurence laurene laurent lauretta lauri laurie
    lavern laverne lavonne lawanda lawrence layan layla layton lazaro lea leah leana leandra leandro leann leanna
    leanne leatha leda lee leeann leela leena lei leif leigh leila leilani lekan lela leland lelia lemlem lemuel lena
    lenny lenora lenore leo leobardo leocadia leola leon leona leonard leonardo leonel leonid leonila leonor leonora
    leopoldo leora leota leroy les lesa leslee lesley lesli leslie lester leszek leta letha leticia letitia levi leyla
    lia liam liana liban libby librado lidia lien liesel lila lilia lilian liliana lilith lillian lilliana lillie lilly
    lily lina linda lindsay lindsey lindy ling linh linnea linwood lionel lisa lisandro lisette lissette livia liz liza
    lizbeth lizeth lizette lizzie lloyd logan lois lola loni lonnie lonny lora loren lorena lorene lorenzo loretha
    loretta lori lorinda lorna lorraine lorri lottie lou louann louie louis louisa louise lourdes lowell loyd luan
    luana luann luanne lubna luc luca lucas lucero lucia luciana luciano lucien lucila lucille lucinda lucius lucrecia
    lucretia lucy ludie ludmila ludovica luella luigi luis luisa luiz lujain luka lukasz luke lula lulu luna lupe
    lupita lurleen luther luz luzmaria lyda lydia lyla lyle lyman lynda lyndon lyndsay lyndsey lynetta lynette lynn
    lynne lynnette lynsey lyudmila mabel mable mabry mac macario macey maci maciej mack mackenna mackenzie macy madalyn
    maddie maddison maddox madelaine madeleine madeline madelyn madge madhav madhavi madhu madhuri madilyn madison
    madisyn mae maeve magali magda magdalena magdaleno maggie magnus maha mahad mahalia mahesh mahina mahmood mahmoud
    mai maia maira maisie maite maitri majdy majid majorie makana makayla makenna makenzie makoto mala malachi malcolm
    malcom malgorzata malia maliha malik malinda malissa malka mallie mallory mamie mamta manal manar mandy manfred
    manish manisha manjit manju manny manoj mansi manuel manuela mara maranda marat marc marcel marcelina marcelino
    marcella marcelle marcello marcelo marci marcia marcie marcin marco marcos marcus marcy mare marek maren margaret
    margarett margarita margarito margaux marge margery margie margo margot marguerite mari maria mariah mariam marian
    mariana mariangela mariann marianna marianne mariano maribel maricarmen maricela marie mariel marielle marietta
    marilyn marina mario marion marisa marisela marisol marissa marita maritere maritza mariusz marjorie marjory mark
    markus marla marlena marlene marley marlin marlo marlon marlys marnie marquita marsha marta martha martin martina
    marty marva marvin marwa marwan mary maryam maryann maryanne marybeth maryellen maryjane marylou masahiro masako
    mason masood massimo mateo mathew mathias mathieu matias matilda matilde matt matteo matthew matthias mattie maude
    maudie maura maureen maurice mauricio mavis max maxim maxime maximilian maximiliano maximo maximus maxine maxwell
    maya mayank maybelle maysa mayumi mayur mccoy mckayla mckenna mckenzie meagan medha meena meenakshi meera meg megan
    megha meghan mehdi mehmet mehul mei meiling meir melanie melba melchor mele melina melinda melisa melissa melody
    melquiades melva melvin menachem mendel mendy mercedes mercedez meredith merle meron merrill mervin mesfin mia mica
    micaela micah michael michaela michal micheal michele michell michelle michiko mickey midori miguel mika mikael
    mikaela mikayla mike mikel mikey mikhail mikko mila milagro milagros milani mildred milena miley milind millard
    millicent millie milo milton mimi mina mindy minerva ming mingyu minh minho minjun minnie minseo mira miracle
    miranda miriam mirna miroslava miroslaw misael misha misti misty mitch mitchel mitchell mitesh mithun mittie mitzy
    moataz mobolaji modesto modupe mohamad mohamed mohammad mohammed mohan mohini mohsin moira moises moishe mollie
    molly mona monica monika monique monserrat monty mordechai morgan morten mortimer moses moshe moustafa muhammad
    muhammed mukesh mukund mulu munir murad murali murat muriel musa mustafa mya mykel myles myra myrna myron myrtle
    nabil nadeem nadege nadezhda nadia nadim nadine nadir nadya naftali naima najib nakia nalani nam nan nanci nancy
    nandini nanette nannette nannie naoki naomi naomie napoleon narayan naren narendra nasir nasreen nasser natalia
    natalie nataly natalya natasha nate nathalie nathan nathanial nathaniel natividad natosha naveen navya nawal nayef
    nayeli nazia neal nechama ned neda neel neelam neeraj neeta neha neil nelda nelida nell nellie nelly nels nelson
    nereida nerissa nery nestor nettie neva nevaeh neville nga ngan nghia ngoc ngozi nguyet nhan nhi nhu nhung nia
    nicanor nichol nicholas nicholaus nichole nick nickolas nico nicola nicolas nicolasa nicole nicolette nida nidhi
    nikhil nikia nikita nikki nikolai nikolas nila nilda niles nilesh nils nimisha nimo nina niraj nirav nirmala nisha
    nishant nisreen nita nitin niyati nkechi nkem nkemdilim nkiru nnamdi nneka nnenna noa noah noam noe noel noelani
    noelia noelle noemi noemie nohemi nola nolan nona nonso noor nora norah norberto noreen noriko norma norman noura
    nyah nydia nyla oanh obdulia obed obi obiageli obinna obioma octavia octaviano octavio odell odessa odette odile
    odilia ofelia ogechi okechukwu oksana ola olabisi oladele olaf olamide olanrewaju olatunji olav olayinka oleg olen
    olesya olga olin olive oliver olivia olivier ollie olu oluchi olufemi olufunke olumide oluremi olusegun oluwaseun
    oluwaseyi omaima omar omari omarion ona onkar onofre onyekachi onyinye opal ophelia ora oralia oren orin orion
    orlando orval orville osagie osama osaze osbaldo oscar osvaldo oswaldo otavio otilia otilio otis ottilie otto owen
    ozzie pablo paco padma padmini paige paisley paityn pallavi pam pamala pamela pankaj paola paolo parker parth
    parvati pascal pascual pascuala pasquale pat patience patrica patrice patricia patricio patrick patsy patti pattie
    patty paul paula paulette paulina pauline paulino pavan pavel pawel paxton payal payton pearl pearlie pedro peggy
    penelope penina penny percy perla pernille perry pete peter petra petrina peyton phat phil philip philippa philippe
    phillip philomena phoebe phong phu phuc phuoc phuong phylicia phylis phyllis pierce piero pierre pierrette pietro
    pilar pinchas piotr placido pnina polina polly ponciano pooja poonam poppy porfiria porfirio prabha prabhakar
    pradeep prakash pramod pranav prasad prasanna prashant pratibha pratik praveen precious preethi preeti prem presley
    preston prisciliano priscilla prisha priya priyanka procopio prudence purvi qasim qiang qing quan quang quentin
    quiana quincy quinn quinten quintin quinton quoc quy quyen quynh rabia rachael rachel rachelle radha radhika
    radoslaw rae raegan raelene raelyn raelynn rafa rafael rafaela rafe raffaele rafiq raghav raghu raheem rahel rahim
    rahma rahul raina raisa raj raja rajan rajat rajeev rajendra rajesh rajiv raju rakesh rakhi ralph ram rama ramadan
    ramakrishna raman ramesh rami ramira ramiro ramon ramona ramzi rana randal randall randell randolph randy rani
    rania raphael raquel rasha rashad rasheed rashid rashida rashmi rauf raul ravi ravindra rawan ray raymond raymunda
    raymundo rayna reagan reanna reba rebeca rebecca rebekah reece reed reem reema reena reese refugio regan reggie
    regina reginald regine regino rehana reid reina reinaldo rekha remedios remi remington remy rena renae renata
    renato rene renea renee renita renu renuka renzo reshma reta retha reuben reuven reva rex reyna reynaldo rhea rheta
    rhett rhiannon rhoda rhonda rhys ria riad rian ricardo riccardo richa richard rick rickey rickie ricky rida rigo
    rigoberto riley rima rishi rita ritesh ritika ritu rivka riyad rizwan rob robbie robbin robby robert roberta
    roberto robin robyn rocco rochel rochelle rocio rocky rod roderick rodger rodney rodolfo rodrigo rogelia rogelio
    roger rohan rohini rohit rola roland rolando rolf roma romeo romona romualdo romulo ron rona ronald ronan ronda
    rong roni ronna ronnie roosevelt rory rosa rosalba rosalee rosalia rosalie rosalina rosalind rosalinda rosaline
    rosalio rosalva rosalyn rosamond rosann rosanna rosanne rosario rosaura roscoe rose roseann roseanna roseanne
    roselyn rosemarie rosemary rosenda rosendo rosetta rosette rosie rosina rosita roslyn ross rotimi rowan roxana
    roxann roxanna roxanne roxie roy royce rozella ruben rubin ruby ruchel rudolfo rudolph rudy rufino rufus rui rupa
    rupali ruperto ruqayya ruslan russel russell rusty ruth ruthann ruthie rutvik ryan ryder ryker rylan ryland rylee
    ryo ryszard saad saanvi saba sabine sabino sabir sabrina sachiko sachin sade sadhana sadia sadie safa sagar sahil
    sahra sai saige saira sajid sakura sal salah saleem saleh salena salim salina sallie sally salma salome salomon
    salvador salvatore salwa sam samantha samar samara sameer sameera sami samia samir sammie sammy samrawit samson
    samuel sana sanaa sandeep sandhya sandra sandrine sandy sanford sangeeta sanjana sanjay sanjeev sanjuana santiago
    santino santo santosh sara sarah sarai saraswati sariah sarika sarita sasha satish satoshi saturnino satya saul
    saundra savannah savita sawyer scarlet scarlett schuyler scott scottie scotty sean sebastian sebastien seema segun
    selah selam selena selina selma semyon senait seojun serena serene serenity sergei sergey sergio seth seun seung
    severiano severino seyi seymour shabnam shadi shae shafiq shahid shaila shaima shaina shaindy shakir shakira shakti
    shalini shalom shameka shamika shan shana shanda shandra shane shanell shanelle shania shanice shanika shaniqua
    shanita shankar shanna shannan shannon shanon shanta shante shantel shanthi shaquana shaquille sharad sharda shari
    sharif sharmila sharon sharron sharyl sharyn shashi shasta shaun shaunna shavon shawanda shawn shawna shawnee
    shawnna shayla shayna shayne shazia shea sheena sheetal sheila shekhar shelbi shelby sheldon shelia shelley shelli
    shelly shelton shena sheng sheree sheri sherie sherif sherilyn sherly sherlyn sherman sheron sherrell sherri
    sherrie sherrill sherry sherwood sheryl shiloh shilpa shimon shira shirlee shirleen shirley shiv shiva shivani
    shlomo shmuel shola shona shonda shoshana shreya shruti shu shubha shui shulamit shweta shyanne sid siddharth siena
    sienna sigmund sigrid sigurd silas silvana silvester silvia silvino silvio simcha simeon simisola simon simona
    simone sina siobhan sita siyu skye skyler slava slawomir sloan sloane smita sneha sofia sofie sohail solange
    soledad solomon somadina somto sonal sonali sondra sonia sonja sonny sonya soo sook sooyoung sophia sophie soraida
    soraya spencer spenser sridhar srinivas srinivasan sruli stacey staci stacie stacy stan stanislaw stanley starla
    stefan stefani stefania stefanie stefano stefany steffen stella stephan stephane stephani stephania stephanie
    stephany stephen stephenie stephon sterling stetson steve steven stevie stewart stoney stormy stuart suad subhash
    sudha sudhir sue sugey suha suhail sujata sujatha sukhdev sultan suma suman sumaya sumer sumiko summer sundar
    sunhee sunil sunita sunitha sunkanmi suong suresh surya susan susana susann susanna susannah susanne sushil sushma
    susie sutton suzan suzanna suzanne suzette sven sveta svetlana swapna swathi swati sybil sydnee sydney sydnie
    sylvain sylvester sylvia sylvie tabitha tadeo tadesse tadeusz taeyang taha tahir tai taiwo takashi takeshi talal
    talia talitha tam tamar tamara tamatha tameka tamer tamera tami tamia tamie tamika tammara tammi tammie tammy tamra
    tana taneka tania tanika tanisha tanner tanvi tanya tao tara tarah tarek tarik tariq tarsha tarun taryn tasha tasia
    tatiana tatsuya tatum tatyana tavita tawana tawanda tawny tayla taylor tayo teagan ted teddie teddy teena tejas
    temi temitope teodora teodoro teofilo tera tere teresa teresita teressa teri terra terrance terrell terrence terri
    terrie terry tesfaye tess tessa tessie tetsuo thad thaddeus thalia thang thanh thao thatcher thelma theo theodora
    theodore theresa therese theron thiago thibault thien thinh thoa thomas thomasina thor thora thuan thuong thurman
    thuy tia tiago tian tiana tiara tiburcio tien tiera tierra tiffani tiffanie tiffany tigist tim timmy timofey
    timothy tina ting tinisha tito toan tobenna tobi tobias tobin toby tochi tod todd tolu tolulope tom tomas tomasa
    tomasz tomeka tommaso tommie tommy tomoko toni tony tonya tope tori torrey torsten tory tosha toshiro tosin tova
    tovah tracee tracey traci tracie tracy trang travis trent tressa treva trever trevon trevor trey treyton tri tricia
    trina trini trinidad tripp trisha tristan tristen tristin trong troy truc trudie trudy truman trung trupti trystan
    tuan tucker tulsi tunde tung tunji tuomas tuyen tuyet twila twyla ty tyesha tyler tyra tyree tyrell tyrese tyrone
    tyshawn tyson tzipora tzvi ubaid ubaldo uche uchechi uchenna uday ugo ugochi ugochukwu ugonna uju ulises ulrich
    ulrike ulysses uma umair umar umberto upasana urbano uriah uriel urmila ursula urszula usama usha usher usman
    utkarsh uwe uyen uzma uzo uzoma vadim vaibhav val valarie valente valentin valentina valentine valeria valerie
    valery vance vandana vanesa vanessa vani vanita varsha varun vasant vasily vasu vasudha vaughn veda veena velda
    velia velma velva venancio venessa venita venkat venkatesh venus vera verda verdell verdie verna vernell vernice
    vernon verona veronica veronique vester vianney vibha vicente vicki vickie vicky victor victoria vida vidya viet
    vijay vikas vikki vikram viktor viktoria vilma vimal vimala vinay vince vincent vincenzo vinh vinnie vinod viola
    violet violeta vipul virgie virgil virgilio virginia vishal vishnu vita vitaly vito vittoria vittorio vivaan vivek
    vivian vivien vivienne vlad vladimir volodymyr vonda vy wade waldemar waldo wale waleed walid wallace walter wanda
    waqar warren warsame wasim waylon wayne wei weiming weldon wenceslao wendell wendi wendy wes wesley wesson westley
    weston whitney wieslaw wilbert wilbur wilda wilfred wilfredo wilhelm wilhelmina will willa willard willene william
    willie wilma wilmer winfred winifred winnie winnifred winona winston wojciech wolfgang woodrow woody wyatt wynona
    xander xavier xena xia xiang xiaoli xiaoming ximena xin xiomara xochitl xuan xzavier yaa yaakov yadira yael yahaira
    yahir yahya yajaira yameen yamileth yamini yan yana yanet yann yara yared yareli yaritza yaroslav yaser yash
    yashwant yasin yasir yasmeen yasmin yasmine yasuko yating yaw yazmin yehuda yehudit yelena yemi yesenia yesica
    yessenia yetunde yewande yi ying yitzchak yocheved yogesh yogita yohannes yoko yolanda yolonda yonas yonatan yong
    yoon yosef yoselin yoshi yoshiko youngho younis yousef youssef yuan yue yuki yulia yuliana yumi yun yuna yunfei
    yuri yuriy yusef yusra yusuf yuting yuto yuxin yves yvette yvon yvonne zacarias zach zachariah zachary zachery zack
    zackary zafar zahid zahra zaid zaiden zain zainab zaire zakaria zaki zalman zamzam zander zandra zane zara zaria
    zayden zaylee zayn zbigniew zeina zeinab zelda zella zelma zena zenaida zeritu zev zhen zhi zhong zihan zikora zion
    zipporah zita zoe zoey zofia zohra zola zora zoya zubair zuhair zulema zuri úrsula
    """)
