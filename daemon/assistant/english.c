/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/english.h"

const KontorEnglishPhrase kontor_english_phrases[] = {
  { "how much", "price" }, { "how mch", "price" }, { "hw much", "price" },
  { "how much luggage", "luggage" }, { "how much baggage", "luggage" },
  { "how much time", "howlong" }, { "how much notice", "advance" },
  { "how far in advance", "advance" }, { "how long in advance", "advance" },
  { "how long", "howlong" }, { "how far", "howfar" }, { "how many", "howmany" },
  { "have to pay for", "price" }, { "need to pay for", "price" }, { "must i pay for", "price" },
  { "wi fi", "wifi" }, { "credit card", "card" }, { "credit cards", "card" },
  { "debit card", "card" }, { "debit cards", "card" }, { "bank card", "card" },
  { "pick up", "pickup" }, { "picked up", "pickup" }, { "pick ups", "pickup" },
  { "drop off", "dropoff" }, { "blow dry", "blowdry" }, { "make up", "makeup" },
  { "check in", "checkin" }, { "check out", "checkout" }, { "walk in", "walkin" },
  { "walk ins", "walkin" }, { "e mail", "email" }, { "air port", "airport" },
  { "air con", "aircon" }, { "air conditioning", "aircon" }, { "air conditioned", "aircon" },
  { "wheel chair", "wheelchair" }, { "wheel chairs", "wheelchair" }, { "pre pay", "prepay" },
  { "up front", "upfront" }, { "in advance", "advance" }, { "american express", "amex" },
  { "no show", "noshow" }, { "how early", "early" }, { "how soon", "early" },
  { "how late", "late" }, { "opening times", "open hours" }, { "opening time", "open hours" },
  { "business hours", "open hours" }, { "working hours", "open hours" },
  { "closing time", "open hours" }, { "what time", "hours" }, { "what times", "hours" },
  { "lost and found", "lost property" }, { "on the way", "way" }, { "car seat", "child seat" },
  { "car seats", "child seat" }, { "of course", "ok" }, { "at least", "least" },
  { "24 7", "24 hours" }, { "where are you located", "location" }, { "where are you", "location" },
  { "where r u", "location" }, { "how do i find you", "location" },
  { "how to find us", "location" }, { "find us", "location" }, { "return trip", "return" },
  { "round trip", "return" }, { "two way", "return" },
  { NULL }
};

const char *const kontor_english_groups[] = {
  "child|children|kid|kids|baby|babies|infant|toddler|newborn|son|daughter|childrens",
  "seat|chair",
  "price|cost|charge|fee|fare|rate|tariff|pricing|quote|much|costs",
  "free|complimentary|gratis|included|inclusive|extra|charge",
  "hour|hourly|hrs|hr",
  "day|daily|days",
  "month|monthly|months",
  "open|opening|close|closed|closing|timings",
  "hours|timings|schedule",
  "pay|payment|paying|pays|prepay|payable|paid",
  "card|visa|mastercard|amex",
  "cash|dirhams|coins",
  "deposit|prepayment|downpayment|upfront|advance|prepay",
  "advance|ahead|early|beforehand|before|earlier|upfront",
  "luggage|bag|baggage|suitcase|case|trunk",
  "cancel|cancellation|canceling|cancelling|cancelled",
  "refund|reimburse|refundable",
  "airport|terminal",
  "pickup|collect|collection|transfer",
  "transfer|shuttle",
  "wifi|internet|wlan|hotspot",
  "car|vehicle|fleet|auto|automobile|model",
  "van|minivan|minibus|bus",
  "people|person|passenger|pax|guest|persons",
  "group|party|people",
  "pet|dog|cat|animal|puppy|pets",
  "smoke|smoking|vape|vaping|cigarette|smoker|shisha",
  "tip|gratuity|tipping|tips",
  "invoice|bill|receipt|vat",
  "receipt|invoice",
  "company|corporate|business|corporation|firm",
  "account|accounts",
  "language|languages|speak|speaking|spoken",
  "woman|female|lady|women|ladies|girl",
  "man|male|men|gentleman|mens",
  "wedding|bride|bridal|marriage",
  "discount|offer|promo|promotion|coupon|deal|cheaper|reduction",
  "lost|forgot|forgotten|found|left",
  "wheelchair|disabled|disability|accessible|accessibility|handicap",
  "toll|tolls|salik",
  "parking|park",
  "late|delay|delayed|delays|delaying",
  "wait|waiting",
  "stop|stops|stopover|stopovers",
  "change|reschedule|modify|amend|move|postpone|changing",
  "appointment|booking|reservation|slot",
  "book|reserve|booking|reservation",
  "area|region|district|zone|location|neighbourhood",
  "location|address|find|located|directions|where",
  "safe|safety|secure|safely",
  "insurance|insured|insure",
  "licence|license|licensed|licenced|licences|licenses",
  "tour|tours|sightseeing|excursion",
  "water|drink|drinks|refreshments",
  "charger|chargers",
  "hair|haircut|haircuts",
  "cut|haircut|haircuts|trim",
  "colour|color|coloring|colouring|dye|dyeing|colors|tint",
  "makeup|cosmetics",
  "nail|nails|manicure|pedicure",
  "voucher|vouchers|giftcard",
  "product|products|brand|brands",
  "allergy|allergies|allergic",
  "guarantee|warranty",
  "delivery|deliver|shipping|ship",
  "emirate|emirates",
  "overnight|night",
  "full|whole|entire",
  "allow|allowed|permitted",
  NULL
};

const char *const kontor_english_skipped =
  "a|an|the|is|are|was|were|be|been|being|am|do|does|did|done|doing|have|has|had|having|i|you|we|"
  "they|he|she|it|me|my|mine|your|yours|our|ours|their|theirs|his|her|hers|its|us|them|u|ur|r|y|"
  "of|in|on|at|to|for|from|by|with|about|and|or|but|if|so|as|that|this|these|those|there|here|"
  "what|which|who|whom|how|when|where|why|whats|whos|hows|wheres|whens|wat|wht|wot|wich|hw|can|"
  "could|would|will|shall|should|may|might|must|cud|wud|shud|wanna|gonna|gotta|cn|wil|please|pls|"
  "plz|plse|pleas|kindly|hi|hello|hey|hii|hiya|heyy|helo|dear|sir|madam|maam|mam|thanks|thank|"
  "thx|tnx|ty|cheers|good|morning|afternoon|evening|salam|salaam|assalam|alaikum|any|some|just|"
  "also|too|very|really|actually|maybe|perhaps|btw|asap|lol|haha|ok|okay|oki|yes|no|yeah|yep|"
  "nope|ya|well|now|then|than|else|again|still|even|only|more|most|other|another|question|"
  "questions|quick|wondering|wonder|curious|ask|asking|asked|tell|know|knowing|let|say|want|"
  "wants|wanted|need|needs|needed|like|get|gets|got|getting|hav|hv|gt|im|ive|id|ill|dont|doesnt|"
  "cant|isnt|arent|wont|theres|youre|thats|not|up|out|off|over|into|onto|under|per|each|every|"
  "all|both|one|ones|give|gives|given|provide|provides|provided|offer|offers|offered|offering|"
  "available|availability|avail|possible|possibly|able|allow|allowed|allows|permitted|accept|"
  "accepted|accepts|happen|happens|exactly|kind|kinds|type|types|sort|sorts|option|options|info|"
  "information|details|detail|regarding|concerning|re|work|works|working|team|guys|bro|mate|"
  "friend|supposed|ever|long|many|much|soon|often|someone|anyone|something|anything|somebody|"
  "anybody|everything|special|specific|normally|usually|generally|inside|outside|while|during|"
  "because|since|until|till|after|etc|thing|things|via|policy|policies|method|methods|rule|rules|"
  "conditions|terms|understand|correct|right|come|comes|coming|go|goes|going|fine|required|"
  "necessary|require|requires|use|using|used|such|lot|lots|bit|little|big|large|small|hope|think|"
  "believe|mean|means|dose|du|em|eh|um|uh|oh|ah|hmm|alright|tho|though|howlong|howfar|howmany";

const char *const kontor_english_light =
  "time|times|take|takes|taking|bring|brings|bringing|make|makes|making|put|keep|see|look|find|"
  "ready|start|starts|end|ends|try|stay|cover|covers|serve|serves|service|services|support|"
  "include|includes|included|including|inclusive|extra|free|access|customer|client|today|"
  "tomorrow|tmrw|tonight|tmr|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|"
  "weekends|weekday|weekdays|holiday|holidays|week|year|years|old|day|night|minute|minutes|mins|"
  "min|hour|hours|january|february|march|april|june|july|august|september|october|november|"
  "december|noon|midnight|later|next|last|first|second|two|three|four|five|six|seven|eight|nine|"
  "ten|eleven|twelve|wife|husband|mother|father|mom|mum|dad|parents|family|boss|guest|guests|"
  "colleague|colleagues|friends|brother|sister|grandmother|grandfather|need|space|request|"
  "requests|fit|fits|fitting|hold|holds|carry|add|adding|max|maximum|minimum|sized|size|sizes|"
  "different|full|whole|entire|new|travel|travelling|traveling|visit|place|places|anywhere|"
  "everywhere|way|number|amount|total|kilo|ways|speaking|speak|speaks";

const char *const kontor_english_price =
  "price|prices|cost|costs|charge|charges|fee|fees|fare|fares|rate|rates|tariff|pricing|quote|"
  "charged|charging";

const char *const kontor_english_currency =
  "aed|usd|eur|gbp|inr|sar|chf|dirham|dirhams|dhs|euro|euros|dollar|dollars|pound|pounds|rupee|"
  "rupees|percent|francs|riyal|riyals";

const char *const kontor_english_money =
  "price|prices|cost|costs|charge|charged|charges|fee|fees|fare|rate|rates|free|complimentary|"
  "included";

const char *const kontor_english_intros =
  "hi|hello|hey|hii|hiya|heyy|there|dear|sir|madam|maam|good|morning|afternoon|evening|day|team|"
  "guys|bro|please|pls|plz|ok|okay|and|but|also|so|well|then|thanks|thank|you|thx|great|perfect|"
  "one|more|quick|question|just|another|last|salam|salaam|um|oh|btw|sorry|actually|kindly";

const char *const kontor_english_spans =
  "minute|minutes|min|mins|hour|hours|hrs|day|days|week|weeks|month|months|year|years|night|"
  "nights";

const char *const kontor_english_distances =
  "km|kilometre|kilometres|kilometer|kilometers|mile|miles|metres|meters|minutes|walk";

const char *const kontor_english_counts =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

const char *const kontor_english_offers =
  "do you|do u|d you|does|do your|do the|can the|can your|will the|will your|can i|can we|"
  "can you|can u|could you|could i|could we|is there|are there|any|will you|have you got|may i|"
  "may we|you have|you offer|you take|you accept|u have|u take|is it possible";

const char *const kontor_english_possession =
  "you have|u have|u hav|you hav|have you got|you got|u got|you offer|u offer|you do|u do|"
  "you provide|is there|are there|any";

const char *const kontor_english_leads =
  "what|whats|which|who|whos|when|whens|where|wheres|why|how|hows|is|are|do|does|did|can|could|"
  "may|will|would|shall|should|has|was|any|r|wat|wht|wot|wich|du|cud|cn|isnt|arent|doesnt|dont|"
  "cant|whether|am|hw|anyone|until when|till when|for how|at what|in which|on which";

const char *const kontor_english_asks =
  "do you|do u|d you|can i|can we|can you|can u|could you|could i|could we|do i|do we|may i|"
  "may we|how much|how many|how long|how do|how can|how far|how early|is it|is there|are there|"
  "is that|want to know|like to know|need to know|wanted to know|tell me|let me know|wondering|"
  "curious|wanted to ask|want to ask|like to ask|what is|what are|whats|what about|how about|"
  "what if|does it|does the|will the|will there|will you|are you|r u|is the|are the|should we|"
  "should i|have you got|any idea|which|what happens|info on|info about|information on|"
  "information about|details on|details about|question about|ask about|enquire about|"
  "inquire about";

const char *const kontor_english_topics =
  "price|prices|cost|costs|rate|rates|fee|fees|fare|fares|tariff|pricing|policy|methods|hours|"
  "timings|times|options|info|information|details|list|discount|discounts|location|address|"
  "available|availability|allowed|included";

const char *const kontor_english_telling =
  "i|im|ive|ill|we|my|me|us|he|she|they|it|you|your|is|are|was|am|need|want|send|book|cancel|"
  "change|make|please cancel|call|come|give|get|stop|take|bring|pick|pickup|add|keep|put|too|"
  "were|been|had|has|have|not|no|thanks|ok|great|good|bad|high|expensive|correct|wrong|right|"
  "fine|nice|confirmed|paid|done|same|from|tomorrow|today|tonight";

const char *const kontor_english_chat =
  "how are you|how r u|how are u|hows it going|how is it going|how do you do|whats up|wassup|"
  "are you married|are you single|r u married|are you real|are you a|are you an|are you human|"
  "are you there|you there|anyone there|are you free|are you busy|are you ok|are you sure|"
  "are you serious|are you kidding|are you hungry|who are you|who r u|who is this|whos this|"
  "your name|ur name|old are you|old r u|where are you from|where r u from|do you love|"
  "do you like|pay me|love you|love me|marry me|what time is it|whats the time|what is the time|"
  "what day is it|hiring|vacancy|vacancies|job|jobs|salary|recruiting|recruitment|my cv|resume|"
  "career|careers|internship|work for you|work with you|work as|join your team|"
  "what are you doing|what do you think|do you think|do you know|do you remember|do you believe|"
  "joke|guess what|isnt it|boyfriend|girlfriend|your wife|your husband|your mother|your father|"
  "your mom|your dad|your family|your brother|your sister|your kids|your children|your religion|"
  "can you hear|can you read|do you speak to|are you speaking|happy new year|happy birthday|"
  "merry christmas|eid mubarak|ramadan kareem|you sell|u sell|we sell|recommend|would you like|"
  "interested in our|seo|invest|investment|lend|loan|borrow|crypto|bitcoin price";

const char *const kontor_english_people =
  "complaint|complain|complaining|angry|furious|unacceptable|terrible|horrible|worst|awful|rude|"
  "disgusting|scam|scammer|fraud|police|lawyer|sue|court|accident|crash|crashed|emergency|"
  "ambulance|hospital|injured|hurt|stolen|robbed|threatened|harassed|assault|unsafe|speak to a|"
  "speak to someone|speak to the|talk to a|talk to someone|talk to the|a human|real person|"
  "an agent|manager|supervisor|money back|never came|never showed|didnt come|did not come|"
  "didnt show|not here|no one came|nobody came|ruined|disappointed|disappointing|bad service|"
  "poor service|overcharged|double charged|charged twice|wrong amount|ridiculous|unprofessional|"
  "joking|wtf|shame|worse|died|dead|death|funeral";

const char *const kontor_english_case =
  "did i|did you|did u|did we|did my|did the|did he|did she|did they|was i|was my|was it|was the|"
  "were you|were we|were the|have i|have we|have they|have you been|have you ever|"
  "have you received|have you sent|have you confirmed|have you charged|have you booked|"
  "have you seen|i was|i had|i have been|ive been|has the|has he|has she|has it|has anyone|had i|"
  "status of|status|where is the|wheres the driver|where is he|where is she|where is our|"
  "wheres he|is he|is she|are they|is the driver here|is the driver coming|is the car here|"
  "is it here|is it confirmed|is it ready|why|on his way|on her way|on the way yet|how far away|"
  "eta|arrived|last time|yesterday|already|still waiting|my bill|resend|confirm my|confirmed";

const char *const kontor_english_case_nouns =
  "driver|car|booking|bookings|payment|order|invoice|refund|ride|appointment|reservation|trip|"
  "money|deposit|receipt|parcel|package|table|room|phone|bag|account|pickup|transfer|card|"
  "chauffeur|slot|delivery|item|items|wallet|luggage|suitcase|request|flight";

const char *const kontor_english_case_leads =
  "is|are|has|have|where|wheres|when|what|whats|which|will|does|did|do|check|send|resend|see";

const char *const kontor_english_states =
  "late|delayed|ready|here|there|coming|confirmed|cancelled|canceled|paid|lost|found|done|sent|"
  "received|gone|arriving|outside|stuck|booked|refunded|working|broken|now";

const char *const kontor_english_requests =
  "can you|can u|could you|could u|will you|would you|cud u";

const char *const kontor_english_days =
  "today|tomorrow|tmrw|tonight|tmr|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|"
  "pm|oclock|noon|midnight";

const char *const kontor_english_plain =
  "able|above|across|actor|address|adult|advice|afraid|agency|agent|air|airplane|alarm|album|"
  "alcohol|alone|ambulance|angel|animal|ankle|answer|apartment|apple|arm|army|art|artist|asia|"
  "atm|attack|aunt|author|bacon|badge|bake|baker|bakery|balcony|ball|balloon|banana|band|bank|"
  "bar|barber|bark|barn|base|basket|bat|bath|battery|bay|beach|bead|beam|bean|bear|beard|beat|"
  "beauty|bed|bee|beef|beer|bell|belt|bench|bend|berry|best|bet|bike|bikes|bin|bird|birth|"
  "biscuit|bite|black|blade|blanket|blood|blouse|blue|board|boat|boats|body|boil|bolt|bomb|bone|"
  "bonus|boot|boots|border|borrow|bottle|bowl|box|boy|brain|brake|branch|brave|bread|break|"
  "breakfast|breath|brick|bridge|brother|brown|brush|bucket|budget|build|builder|building|bull|"
  "burger|burn|butcher|butter|button|buy|buyer|cabin|cable|cafe|cage|cake|cakes|calendar|call|"
  "calm|camel|camels|camera|camp|camping|candle|candy|cap|capital|captain|carbon|care|career|"
  "carpet|carrot|carried|carry|cart|cartoon|cast|castle|catch|cattle|ceiling|cell|cellar|cement|"
  "center|centre|certificate|chain|chairs|chalk|champion|channel|chapter|chat|cheap|cheat|check|"
  "cheek|cheese|chef|chemist|chess|chest|chicken|chief|chocolate|choice|choose|church|cinema|"
  "circle|circus|city|class|clean|cleaner|cleaning|clear|clerk|clever|click|cliff|climb|clinic|"
  "clock|cloth|clothes|cloud|clown|club|coach|coal|coast|coat|coats|code|coffee|coin|coke|cold|"
  "collar|college|comb|comedy|comet|command|compare|computer|concert|cook|cookie|cooking|copy|"
  "corn|corner|cottage|cotton|cough|council|count|country|couple|course|cousin|cover|cow|crab|"
  "cream|credit|cricket|crime|crop|cross|crowd|crown|cruise|cry|cup|cure|currency|curtain|curve|"
  "cushion|dairy|damage|dance|dancing|danger|dark|date|dating|dealer|debt|deck|deep|deer|dentist|"
  "desert|design|desk|dessert|diamond|diet|dinner|dirt|dish|dive|diving|divorce|doctor|doll|"
  "dolphin|donkey|door|dozen|draft|drama|dream|dress|drone|drop|drug|drum|dry|duck|dust|duty|"
  "eagle|ear|earth|east|easy|eat|egg|election|electric|elephant|elevator|email|energy|engine|"
  "engineer|escape|estate|europe|exam|exchange|exercise|eye|face|factory|fail|fair|faith|fake|"
  "fall|false|famous|fan|farm|farmer|fashion|fast|fat|fault|fear|feast|feather|fence|ferry|fever|"
  "field|fight|file|fill|film|final|finger|fire|firm|fish|fishing|fist|fitness|fix|flag|flame|"
  "flat|flavour|flesh|float|flood|floor|flour|flow|flower|flowers|flu|fly|flying|fog|food|fool|"
  "foot|football|force|forest|fork|form|fort|fox|france|freedom|fresh|friday|fridge|frog|front|"
  "fruit|fuel|fun|fund|funny|fur|furniture|future|game|games|garage|garden|garlic|gas|gate|gear|"
  "gem|giant|gift|gifts|glass|glasses|glove|glue|goat|god|gold|golf|good|goose|grain|grand|grape|"
  "grass|green|grill|grocery|ground|guard|guess|guide|guitar|gun|gym|hall|hammer|hand|handle|"
  "hang|harbour|hat|hate|head|health|heart|heat|heater|heaven|heavy|height|helicopter|hell|help|"
  "hen|hero|hide|high|hill|hint|hip|hire|history|hit|hobby|hockey|hole|holy|home|honest|honey|"
  "hook|horse|horses|hospital|host|hostel|hot|hotel|hotels|house|houses|human|hunger|hunt|ice|"
  "idea|india|insect|iron|island|jacket|jail|jam|japan|jar|jazz|jeans|jeep|jet|jewel|judge|juice|"
  "jump|jungle|jury|kettle|key|keys|kick|kill|king|kiss|kitchen|kite|knee|knife|knock|lab|labour|"
  "ladder|lake|lamb|lamp|land|landing|lane|laptop|laser|laugh|laundry|law|lawyer|lead|leaf|"
  "leather|leave|leg|lemon|lend|length|lesson|letter|level|library|lid|lie|life|lift|light|limit|"
  "line|lion|lip|list|liver|load|loan|loans|lock|london|lonely|loose|lorry|love|lover|luck|lunch|"
  "lung|machine|magazine|magic|maid|mail|main|mall|manner|map|marble|market|married|marry|mask|"
  "mass|massage|massages|master|match|mate|material|matter|meal|meals|measure|meat|medal|media|"
  "medical|medicine|meeting|member|menu|mess|message|metal|meter|metro|milk|mill|mind|mine|"
  "mirror|miss|mobile|mode|modern|money|monkey|moon|mosque|moss|moth|motor|motorbike|motorcycle|"
  "mountain|mouse|mouth|movie|mud|muscle|museum|music|nanny|narrow|nation|nature|neck|needle|"
  "nest|net|news|noise|north|nose|note|nurse|oak|ocean|office|oil|olive|onion|opinion|orange|"
  "orchestra|oven|owner|pack|page|pain|paint|painter|pair|palace|pan|panel|pants|paper|parent|"
  "paris|parrot|passion|passport|pasta|path|patient|pattern|pause|peace|peach|pear|pen|pencil|"
  "pepper|phone|photo|photos|piano|picnic|picture|piece|pig|pill|pillow|pilot|pin|pink|pipe|"
  "pistol|pizza|plain|plan|plane|planes|planet|plant|plants|plastic|plate|play|player|plot|plug|"
  "plumber|pocket|poem|poet|poison|politics|pool|poor|pork|port|post|pot|potato|powder|power|"
  "prayer|president|press|prince|print|printer|prison|prize|property|pub|public|pull|pump|punch|"
  "purse|push|puzzle|quality|queen|race|racing|radio|rail|rain|ranch|range|rare|raw|razor|read|"
  "reader|real|record|red|rent|rental|repair|rest|restaurant|rice|rich|rifle|ring|rings|river|"
  "road|roast|robot|rock|rocket|roof|room|rooms|root|rope|rose|round|route|rubber|rug|rule|run|"
  "sack|sad|saddle|sail|sailing|salad|salary|sale|salmon|salt|sand|sandwich|sauce|sauna|save|"
  "scale|school|science|scissors|score|screen|screw|script|sea|season|secret|sell|seller|sense|"
  "sentence|server|shade|shadow|shape|share|shark|sharp|shave|sheep|sheet|shelf|shell|ship|shirt|"
  "shirts|shoe|shoes|shoot|shop|shopping|shore|short|shot|shoulder|shout|show|shower|sick|sign|"
  "signal|silk|silver|sing|singer|sink|skate|skating|ski|skill|skin|skirt|sky|sleep|slice|slide|"
  "slim|slip|slow|smart|smell|smile|smooth|snake|snow|soap|soccer|sock|sofa|soft|soil|soldier|"
  "song|soul|sound|soup|sour|south|space|spade|spare|spa|spend|spice|spider|spin|spirit|spoon|"
  "sport|sports|spot|spring|square|stable|stadium|staff|stage|stain|stairs|stamp|star|state|"
  "station|statue|steak|steal|steam|steel|step|stick|stock|stomach|stone|store|storm|story|stove|"
  "straw|stream|street|stress|string|strip|strong|student|studio|study|sugar|suit|suite|suits|"
  "sun|surf|surfing|surgery|swan|sweet|swim|swimming|sword|table|tail|tailor|talk|tank|tape|"
  "target|taste|tattoo|tattoos|tax|taxi|tea|teach|teacher|tear|teeth|tennis|tent|test|text|"
  "theatre|thick|thief|thin|thread|throat|throne|thunder|ticket|tickets|tie|tiger|tile|timber|"
  "tin|tire|tired|title|toast|tobacco|toe|toilet|tomato|tongue|tool|tools|tooth|top|torch|towel|"
  "tower|town|toy|toys|track|tractor|trade|traffic|trailer|train|trainer|trains|tram|tree|trees|"
  "trial|trick|trolley|troop|truck|trucks|true|trust|truth|tube|tune|tunnel|turkey|turtle|twin|"
  "tyre|tyres|ugly|umbrella|uncle|uniform|union|university|valley|vase|vegetable|vet|victim|"
  "video|village|violin|visa|voice|vote|wage|waist|waiter|walk|wall|wallet|war|warm|wash|washing|"
  "waste|watch|watches|wave|wax|weak|weapon|weather|web|website|weight|west|wheel|wheels|whisky|"
  "white|wide|wild|wind|window|wine|wing|winter|wire|wise|witch|wolf|wood|wool|word|work|world|"
  "wound|wrap|wrist|write|yacht|yachts|yard|yellow|yoga|young|youth|zebra|zoo|barbers|weddings|"
  "monday|dubai";
