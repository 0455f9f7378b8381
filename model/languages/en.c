/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English as it is typed on phones: British, American, Indian, Gulf and West African. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "monday" },
  { KONTOR_WORD_WEEKDAY, 2, "tuesday|tue|tues|tuesd|teusday|tusday" },
  { KONTOR_WORD_WEEKDAY, 3, "wednesday|weds|wensday|wendesday|wednsday" },
  { KONTOR_WORD_WEEKDAY, 4, "thursday|thu|thurs|thur|thrusday" },
  { KONTOR_WORD_WEEKDAY, 5, "friday|fri|fryday" },
  { KONTOR_WORD_WEEKDAY, 6, "saturday|satday|sarurday" },
  { KONTOR_WORD_WEEKDAY, 7, "sunday" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "mon" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 3, "wed" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 6, "sat" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "sun" },
  { KONTOR_WORD_MONTH, 1, "january|jan" },
  { KONTOR_WORD_MONTH, 2, "february|feb|febuary" },
  { KONTOR_WORD_MONTH, 3, "mar" },
  { KONTOR_WORD_MONTH, 4, "april|apr" },
  { KONTOR_WORD_MONTH, 6, "june|jun" },
  { KONTOR_WORD_MONTH, 7, "july|jul" },
  { KONTOR_WORD_MONTH, 8, "august|aug" },
  { KONTOR_WORD_MONTH, 9, "september|sept|sep" },
  { KONTOR_WORD_MONTH, 10, "october|oct" },
  { KONTOR_WORD_MONTH, 11, "november|nov" },
  { KONTOR_WORD_MONTH, 12, "december|dec" },
  { KONTOR_WORD_MONTH_MAYBE, 3, "march" },
  { KONTOR_WORD_MONTH_MAYBE, 5, "may" },
  { KONTOR_WORD_AUXILIARY, 0,
    "i|we|you|u|he|she|they|it|be|have|need|come|go|not|also|still|want|take|change|arrive|only|"
    "join|bring|travel|require|ask|past|to" },
  { KONTOR_WORD_DAY, 0, "today|2day|tday|todays|aaj" },
  { KONTOR_WORD_DAY, 1,
    "tomorrow|tommorow|tmrw|tmrow|tmr|tmw|tmmrw|tmmrow|tomo|tomoro|tomoz|tomz|tomrw|tomrrow|"
    "tommorrow|tommrow|2moro|2moz|2mrw|2mro|2morrow|2mor|2mrow|2morow|to morrow|morrow|tmorrow|"
    "tomorrows|tomorow|tmrrw|tomm|kal|bukra|boukra|the next day" },
  { KONTOR_WORD_DAY, 2,
    "day after tomorrow|the day after tomorrow|day after tmrw|day after tmr|day after tmrow|"
    "day after tomo|day after 2moro|day after tomoro|day after|after tomorrow|after tmrw|"
    "overmorrow|dayafter tomorrow|a day after tomorrow|day after tom|day aftr tomorrow|"
    "day aftr tmrw|after 2moro|d day after tomorrow|parso|next tomorrow|next tmrw" },
  { KONTOR_WORD_DAY, 7, "today week|a week today|1 week today" },
  { KONTOR_WORD_DAY, 8, "tomorrow week|a week tomorrow|1 week tomorrow" },
  { KONTOR_WORD_DAY, -1, "yesterday|yday|yest" },
  { KONTOR_WORD_DAY, -2, "day before yesterday|the day before yesterday" },
  { KONTOR_WORD_NAMED_DAY, 1225, "christmas|christmas day|xmas|xmas day" },
  { KONTOR_WORD_NAMED_DAY, 1224, "christmas eve|xmas eve" },
  { KONTOR_WORD_NAMED_DAY, 1226, "boxing day" },
  { KONTOR_WORD_NAMED_DAY, 1231, "new years eve|new year eve|nye" },
  { KONTOR_WORD_NAMED_DAY, 101, "new years day|new year day" },
  { KONTOR_WORD_NAMED_DAY, 214, "valentines day|valentines|valentine day" },
  { KONTOR_WORD_WEEK, 0, "this week|the week" },
  { KONTOR_WORD_WEEK, 1, "next week|nxt week|coming week|following week|the following week" },
  { KONTOR_WORD_WEEK, 2, "week after next|the week after next|next next week|next to next week" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "this month|the month" },
  { KONTOR_WORD_MONTH_AHEAD, 1, "next month|nxt month|the next month|coming month" },
  { KONTOR_WORD_NEXT, 0, "next|nxt|nex|nect" },
  { KONTOR_WORD_THIS, 0, "this|this coming|coming|the coming|dis|upcoming|ths|this comin" },
  { KONTOR_WORD_LAST, 0, "last|previous|past" },
  { KONTOR_WORD_EVERY, 0, "every|each" },
  { KONTOR_WORD_ORDINAL, 1, "first" },
  { KONTOR_WORD_ORDINAL, 2, "second" },
  { KONTOR_WORD_ORDINAL, 3, "third" },
  { KONTOR_WORD_ORDINAL, 4, "fourth" },
  { KONTOR_WORD_ORDINAL, 5, "fifth" },
  { KONTOR_WORD_ORDINAL, 6, "sixth" },
  { KONTOR_WORD_ORDINAL, 7, "seventh" },
  { KONTOR_WORD_ORDINAL, 8, "eighth|eigth" },
  { KONTOR_WORD_ORDINAL, 9, "ninth" },
  { KONTOR_WORD_ORDINAL, 10, "tenth" },
  { KONTOR_WORD_ORDINAL, 11, "eleventh" },
  { KONTOR_WORD_ORDINAL, 12, "twelfth|twelth" },
  { KONTOR_WORD_ORDINAL, 13, "thirteenth" },
  { KONTOR_WORD_ORDINAL, 14, "fourteenth" },
  { KONTOR_WORD_ORDINAL, 15, "fifteenth" },
  { KONTOR_WORD_ORDINAL, 16, "sixteenth" },
  { KONTOR_WORD_ORDINAL, 17, "seventeenth" },
  { KONTOR_WORD_ORDINAL, 18, "eighteenth" },
  { KONTOR_WORD_ORDINAL, 19, "nineteenth" },
  { KONTOR_WORD_ORDINAL, 20, "twentieth" },
  { KONTOR_WORD_ORDINAL, 21, "twenty first" },
  { KONTOR_WORD_ORDINAL, 22, "twenty second" },
  { KONTOR_WORD_ORDINAL, 23, "twenty third" },
  { KONTOR_WORD_ORDINAL, 24, "twenty fourth" },
  { KONTOR_WORD_ORDINAL, 25, "twenty fifth" },
  { KONTOR_WORD_ORDINAL, 26, "twenty sixth" },
  { KONTOR_WORD_ORDINAL, 27, "twenty seventh" },
  { KONTOR_WORD_ORDINAL, 28, "twenty eighth" },
  { KONTOR_WORD_ORDINAL, 29, "twenty ninth" },
  { KONTOR_WORD_ORDINAL, 30, "thirtieth" },
  { KONTOR_WORD_ORDINAL, 31, "thirty first" },
  { KONTOR_WORD_ORDINAL_SIGN, 0, "st|nd|rd|th" },
  { KONTOR_WORD_ON, 0, "for|day|starting|starting from|from" },
  { KONTOR_WORD_ON, 1, "on|date|the date|dated|date is|the date is|onn|date on" },
  { KONTOR_WORD_ARTICLE, 0, "the|d|da|de" },
  { KONTOR_WORD_OF, 0, "of|in|on|for" },
  { KONTOR_WORD_WEEK_NOUN, 7, "week" },
  { KONTOR_WORD_WEEK_NOUN, 14, "fortnight" },

  /* hours */
  { KONTOR_WORD_PART, 1, "morning|mornin|mrng|mrn|morn|morng|subah|mornings|morining" },
  { KONTOR_WORD_PART, 2, "afternoon|arvo|aftrnoon|after noon|noon time|dopahar" },
  { KONTOR_WORD_PART, 3, "evening|evng|evening time|eve|evenin|shaam|sham" },
  { KONTOR_WORD_PART, 4, "night|nite|nigth|nyt|night time|raat" },
  { KONTOR_WORD_PART_TODAY, 1, "this morning|dis morning|this mrng|today morning" },
  { KONTOR_WORD_PART_TODAY, 2, "this afternoon|dis afternoon|today afternoon|this arvo" },
  { KONTOR_WORD_PART_TODAY, 3, "this evening|dis evening|this eve|today evening|this evng" },
  { KONTOR_WORD_PART_TODAY, 4,
    "tonight|tonite|2night|2nite|2nyt|this night|tonyt|today night|tonights|to night|tnite" },
  { KONTOR_WORD_CLOCK, 1200,
    "noon|midday|mid day|12 noon|twelve noon|12 mid day|12 midday|noonish|high noon|12pm noon|"
    "12 pm noon" },
  { KONTOR_WORD_CLOCK, 0,
    "midnight|mid night|12 midnight|twelve midnight|12 mid night|midnite|12am midnight|"
    "12 am midnight" },
  { KONTOR_WORD_AM, 0, "am|a m|a" },
  { KONTOR_WORD_PM, 0, "pm|p m|p" },
  { KONTOR_WORD_OCLOCK, 0,
    "oclock|o clock|clock|oclok|oclk|o clk|baje|bje|o cloc|oclck|'o clock|o'clock" },
  { KONTOR_WORD_HOURS_SIGN, 0, "h|hrs|hr|hours|hour" },
  { KONTOR_WORD_HALF, 0, "half|haf" },
  { KONTOR_WORD_QUARTER, 0, "quarter|a quarter|qtr|quater|qarter|1/4" },
  { KONTOR_WORD_PAST, 0, "past|after|pst|past the hour" },
  { KONTOR_WORD_UNTIL_HOUR, 0, "to|till|til|before" },
  { KONTOR_WORD_ZERO, 0, "oh|o|zero" },
  { KONTOR_WORD_AT, 0,
    "at|by|time|at time|time is|the time is|pickup time|pick up time|pick time|timing|timings|"
    "time at|arnd|@|ata|att|exactly at|latest by|say|like|do|can do|pickup at|for time|slot" },
  { KONTOR_WORD_ABOUT, 0,
    "about|around|round|abt|arnd|approx|approximately|roughly|circa|near|nearly|almost|~|aprox|"
    "at about|at around|by around|by about|close to|aroud|arround|somewhere around|"
    "sometime around|some time around|more or less|at approx|at like|at roughly" },
  { KONTOR_WORD_ISH, 0,
    "ish|or so|approx|approximately|or thereabouts|thereabouts|roughly|more or less|"
    "or something|odd" },
  { KONTOR_WORD_SHARP, 0,
    "sharp|exactly|on the dot|exact|prompt|on dot|dot|latest|at the latest|onwards|onward|works|"
    "work|is fine|is good|is ok|is okay|is best|works for me|would be great|will do|is better" },
  { KONTOR_WORD_NOW, 0,
    "now|right now|asap|immediately|straight away|right away|as soon as possible|rn|nw|"
    "at once|urgently now|nau|this minute|this moment|this very moment" },
  { KONTOR_WORD_BOUND, 0,
    "before|after|until|till|til|not later than|no later than|not before|earlier than|"
    "later than|any time after|anytime after|b4|anytime before|any time before|past|since" },
  { KONTOR_WORD_BETWEEN, 0, "between|btw|btwn|betwen|anywhere between" },
  { KONTOR_WORD_BETWEEN, 1, "from|frm" },
  { KONTOR_WORD_RANGE, 0, "to|till|til|until|or|–|—|/" },
  { KONTOR_WORD_EVENT, 1, "flight|plane|train|flt|flights|my flight|fly out|flying out|bus" },
  { KONTOR_WORD_EVENT, 2,
    "meeting|lands|landing|land|arrives|arriving|arrival|conference|wedding|event|interview|"
    "boarding|departs|departure|departing|check in|checkin|check out|checkout|class|seminar|"
    "dinner|lunch|breakfast|party|show|concert|match|game|open|opens|close|closes|closing|"
    "opening|exam|ceremony|reservation at|takes off|leaves" },
  { KONTOR_WORD_OURS, 0,
    "pick|pickup|picked|collect|need|want|book|booking|car|ride|taxi|cab|chauffeur|driver|send|"
    "require|come|appointment|service|drop|collection|transfer|reserve|be ready" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "zero" },
  { KONTOR_WORD_NUMBER, 1, "one" },
  { KONTOR_WORD_NUMBER, 2, "two" },
  { KONTOR_WORD_NUMBER, 3, "three" },
  { KONTOR_WORD_NUMBER, 4, "four" },
  { KONTOR_WORD_NUMBER, 5, "five" },
  { KONTOR_WORD_NUMBER, 6, "six" },
  { KONTOR_WORD_NUMBER, 7, "seven" },
  { KONTOR_WORD_NUMBER, 8, "eight|eigth|eght" },
  { KONTOR_WORD_NUMBER, 9, "nine" },
  { KONTOR_WORD_NUMBER, 10, "ten" },
  { KONTOR_WORD_NUMBER, 11, "eleven" },
  { KONTOR_WORD_NUMBER, 12, "twelve|twelv|tweleve" },
  { KONTOR_WORD_NUMBER, 13, "thirteen" },
  { KONTOR_WORD_NUMBER, 14, "fourteen" },
  { KONTOR_WORD_NUMBER, 15, "fifteen" },
  { KONTOR_WORD_NUMBER, 16, "sixteen" },
  { KONTOR_WORD_NUMBER, 17, "seventeen" },
  { KONTOR_WORD_NUMBER, 18, "eighteen" },
  { KONTOR_WORD_NUMBER, 19, "nineteen" },
  { KONTOR_WORD_NUMBER, 20, "twenty" },
  { KONTOR_WORD_NUMBER, 30, "thirty|therty" },
  { KONTOR_WORD_NUMBER, 40, "forty|fourty" },
  { KONTOR_WORD_NUMBER, 50, "fifty" },
  { KONTOR_WORD_NUMBER, 60, "sixty" },
  { KONTOR_WORD_NUMBER, 90, "ninety" },
  { KONTOR_WORD_ONE, 0, "a|an|d|the next|the" },
  { KONTOR_WORD_COUPLE, 2, "couple|a couple|a couple of|couple of" },
  { KONTOR_WORD_HALF_MORE, 0, "and a half|and half|n half|n a half|& half" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "second|seconds|sec|secs" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "minute|minutes|min|mins|mints|mnts|minits|mintues|m" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "hour|hours|hr|hrs|h|hourz|houres" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "day|days|dayz" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "week|weeks|wk|wks" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_FORTNIGHT, "fortnight|fortnights" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "month|months|mth|mths" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "year|years|yr|yrs" },
  { KONTOR_WORD_IN, 0, "in|after|in exactly|in next|in the next|inn" },
  { KONTOR_WORD_IN, 1, "within|in about|in around|in approx|in like|in roughly|after about|"
    "within the next|within next|in maybe|in approximately|in abt" },
  { KONTOR_WORD_FROM_NOW, 0,
    "from now|later|hence|from today|from this moment|frm now|from nw|time|from right now" },
  { KONTOR_WORD_FROM_DAY, 0, "from|after|on|frm" },
  { KONTOR_WORD_AGO, 0, "ago|back" },
  { KONTOR_WORD_BEFORE, 0, "before|earlier|prior|prior to|early|ahead|in advance|b4" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "24/7|24x7|24 x 7|50/50|1/2|1/3|2/3|1/4|3/4|1/1|5/5|10/10|9/11|7/11|7 eleven|seven eleven|"
    "five guys|5 guys|how are you today|how r u today|how are u today|how are you doing today|"
    "doing today|how is your day today|the other day|one day|some day|day to day|every day|"
    "day by day|all day|for now|by now|until now|till now|from now on|just now|now that|"
    "now a days|nowadays|not now|right now i am at|good for now|one second|one sec|1 sec|"
    "1 second|a second|a sec|just a minute|one minute|1 minute|1 min|one min|a minute|one moment|"
    "one more|one by one|first time|1st time|2nd time|3rd time|1st class|"
    "first class|at first|first of all|second hand|at last|"
    "one of|one way|last night|last minute|the night before|good day|have a nice day|"
    "have a good day|have a great day|happy new year|same day|next day delivery|per day|per hour|"
    "a day|an hour ago|day time|half day|half a day|full day|half hourly|fast and furious|"
    "window 10|at all|365 days|number one|no 1|number 1|24 hours|24 hrs|24 hour|24h|"
    "man friday|black friday|good friday|ruby tuesday|friday market|friday mosque|sunday roast|"
    "thank god its friday|quarter of a|half of|half a|half price|half way|a half|half board" },
  { KONTOR_WORD_NEVER, 0,
    "good morning|good mornin|good mrng|gud morning|gd morning|good afternoon|good evening|"
    "good evng|good night|good nite|gud night|gud evening|morning all|evening all|"
    "morning team|evening team|happy friday|happy monday|happy sunday|good morng|gud mrng|"
    "very good morning|goodmorning|goodevening|goodnight|goodafternoon|good noon|gud noon" },
  { KONTOR_WORD_COUNTED, 0,
    "people|ppl|peoples|pax|person|persons|passenger|passengers|pessengers|pasengers|guest|"
    "guests|adult|adults|kid|kids|child|children|childs|baby|babies|infant|infants|toddler|"
    "toddlers|men|man|women|woman|lady|ladies|guys|friends|families|colleagues|players|bag|"
    "bags|luggage|luggages|suitcase|suitcases|cases|piece|pieces|pcs|pc|box|boxes|carton|"
    "cartons|item|items|parcel|parcels|package|packages|trolley|trolleys|cars|vehicles|vans|"
    "suvs|sedans|buses|taxis|cabs|limos|seat|seats|seater|seaters|chairs|tables|series|door|"
    "doors|stops|trips|rides|way|ways|km|kms|kilometer|kilometers|kilometre|kilometres|mile|"
    "miles|meter|meters|metre|metres|kg|kgs|kilo|kilos|lbs|pound|pounds|room|rooms|bed|beds|"
    "bedroom|bedrooms|bhk|nights|nites|star|stars|times|percent|gb|mb|floors|years old|"
    "year old|yr old|yrs old|yo|y o|ticket|tickets|orders|bookings|portion|portions|plate|"
    "plates|cup|cups|bottle|bottles|haircut|haircuts|sessions|hour trip|of us|of them|of you|"
    "others|other|more|extra|different|separate|of those|of these|locations|places|points|"
    "pickups|dogs|cats|dog|cat|pets|pet|phones|numbers|minute drive|hour drive|hours drive|"
    "min drive|hours ride|x|ft|feet|inch|inches|cm|litre|litres|liter|liters|wheel|wheeler|"
    "wheels|bhp|cylinder|g|boys|girls|students|staff|employees|members|drivers|chauffeurs|"
    "escalade|strollers|stroller|pushchair|wheelchair|wheelchairs|large|small|big|medium|"
    "heavy|empty|packs|pack|sets|set|dozen|vip|delegates|couples|units|houses|villas|"
    "apartments|flats|days trip|black|white|luxury|hand|carry|checked" },
  { KONTOR_WORD_LABELLED, 0,
    "room|rm|gate|terminal|term|tower|flat|apt|apartment|appartment|villa|unit|floor|flr|level|"
    "building|bldg|block|blk|number|num|nr|phase|exit|zone|seat|row|platform|bay|pier|#|"
    "series|ref|reference|id|nid|passport|invoice|iphone|model|flight|flt|"
    "house|plot|sector|suite|office|shop|road|street|highway|hwy|route|bus|train|pin|otp|code|"
    "box|po box|age|aged|class|size|version|plan|option|package|lane|door|table|court|hall|stand|"
    "studio|cabin|desk|counter|type|step|part|page|line|tel|phone|ph|mobile|mob|mobil|whatsapp|"
    "call|cell|contact|fax|zip|pincode|postcode|bmw|audi|gle|gls|glc|"
    "mercedes|merc|benz|tesla|mazda|peugeot|volvo|cayenne|tesla model|air|iphone|galaxy|windows|"
    "channel|group|team|chapter|question|point|item|locker|carriage|coach|wing|cluster|precinct|"
    "district|ward|area|circle|junction|roundabout|station|hotel|nid no|emirates id|account|acc|"
    "a c|iban|card|cvv|amount|price|cost|fare|rate|total|paid|pay|budget|discount|version|ext|"
    "extension|k|top|over 18|bk|vat|trn|only|top|least|most|max|maximum|minimum|least for|under" },
  { KONTOR_WORD_LABELLED, 1, "dob|d o b|born|born on|birth|date of birth|birthday|expiry|exp" },
  { KONTOR_WORD_LABELLED, 0,
    "main|jumeirah|al barsha|barsha|marina|street no|plate|plate no|reg|registration|quantity|"
    "qty|passengers|pax|people|guests|adults|bags|luggage|suitcases|kids|children|seats|persons|"
    "flight no|flight number|room no|room number|flat no|villa no|number of|no of|how many" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "for|we are|were|there are|are|we r|total of|party of|group of|i am|im|have|with|and|need|"
    "need for|all|plus|of|only|us|get|has|having|want|book|carry|carrying|bring|bringing|order|"
    "send|take|only for|x|buy|last|first|minus|worth|turning|turn|is|will be" },
  { KONTOR_WORD_CURRENCY, 0,
    "aed|dhs|dh|dirham|dirhams|dirhms|usd|dollar|dollars|dolar|dolars|buck|bucks|eur|euro|euros|"
    "gbp|pound|pounds|quid|rs|inr|rupee|rupees|rupiah|naira|ngn|pkr|bdt|taka|sar|riyal|riyals|"
    "qar|kwd|omr|bhd|egp|cad|aud|sgd|kes|ghs|cedis|zar|rand|$|£|€|₹|₦|%|¥|₱|৳|k|lakh|lac|crore|"
    "cents|pence|fils" },
  { KONTOR_WORD_STREET, 0,
    "street|st|str|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|way|crescent|close|court|"
    "place|square|sq|terrace|highway|hwy|parkway|pkwy|gardens|grove|mews|alley|loop|cross|marg|"
    "nagar|colony|circle|row|hill|park|walk|quay|plaza|towers|residences|residence" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "match|marsh|march|thirsty|there|sundar|sundari|mondal|mandal|augusta|augustus|marc|marcha|"
    "house|moth|mouth|month|money|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|"
    "sundays|nights|evenings|afternoons|moving|mourning|meeting|warning|morgan|sight|right|knight|"
    "light|eight|might|flight|nightly|weekly|daily|hourly|monthly|today|toddy|toda|juliet|julia|"
    "julie|juno|june|juan|decent|mine|moon|soon|noun|nook|neon|none|steady|stats|start|state|"
    "candle|cancer|canal|council|counsel|channel|chancel|tanks|thinks|thank|tank|yearly|sundae|"
    "hourse|horse|horses|hurts|tours|instant|instance|coral|corner|perfume|connect|collect|"
    "corrected|conform|finnish|evelyn|wednesbury|novembre|nova|octave|octopus|weekdays|weekday|"
    "weekend|weekends|mike|minute|ministry|minister|misses|minted|mint|mints|minor|manor|apron|"
    "aprils|janeiro|sunny|mandy|freddy|faraday|sunda|midnights|conor|confirms|mining|trekking|"
    "treking|trekkings" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "or|/|either" },
  { KONTOR_WORD_AND, 0, "and|&|n" },
  { KONTOR_WORD_NOT, 0,
    "not|isnt|not on|not at|not for|cant do|cannot do|cant make|can not do|dont want|"
    "do not want|no longer|not the|except|cant come|wont work|cant on|cant at|nt|forget|scrap" },
  { KONTOR_WORD_BUT, 0, "but|its|it is|rather" },
  { KONTOR_WORD_INSTEAD_OF, 0, "instead of|rather than|in place of|insted of|in stead of|not on" },
  { KONTOR_WORD_INSTEAD, 0, "instead|rather|insted|better|instd|actually" },
  { KONTOR_WORD_CORRECTION, 0,
    "sorry|sory|sry|soz|actually|actualy|make it|make that|make dat|change it to|change to|"
    "change that to|change the time to|change time to|change date to|change the date to|i mean|"
    "i meant|meant|i mean to say|no wait|oops|ops|correction|my bad|my mistake|no no|"
    "let us say|lets say|lets make it|lets do|let us do|scratch that|no make it|on second thought|"
    "on second thoughts|*|can we make it|can you make it|mistake|apologies|rather make it|"
    "now make it|switch to|switch it to|move it to|move to|push it to|push to|postpone to|"
    "postpone it to|reschedule to|reschedule it to|shift to|shift it to|bring it forward to|"
    "delay it to|delay to|update to|update it to|typo|pls make it|wrong|changed to|changed my mind|"
    "edit|lemme change to|erm|err|hmm|nah|nope|no|prepone to|prepone it to|how about|what about" },
  { KONTOR_WORD_CORRECTION, 1, "wait|no|nah|nope|erm|err|hmm|edit|ah" },
  { KONTOR_WORD_CHANGE, 0,
    "change|move|reschedule|shift|switch|postpone|push|prepone|update|moved|changed|amend|"
    "modify|rescheduled|swap|delay" },
  { KONTOR_WORD_YES, 0,
    "yes|yeah|yea|yep|yup|yess|ya|yah|yes please|yes pls|ok|okay|okey|oki|k|kk|okk|sure|confirm|"
    "confirmed|i confirm|correct|thats correct|that is correct|right|thats right|that is right|"
    "perfect|great|go ahead|book it|please do|sounds good|sounds great|fine|thats fine|done|"
    "absolutely|definitely|of course|y|haan|han|ha ji|haan ji|ji|👍|👌|✅|✔|looks good|all good|"
    "good|deal|proceed|do it|lets do it|alright|all right|cool|agreed|affirmative|yes sir|"
    "yes correct|yes confirm|yes confirmed|exactly|ok good|ok book|ok confirm|yes book it|"
    "please confirm|pls confirm|confirm it|please book|please book it|go for it|for sure|"
    "why not|okie|yes that is right|its correct|it is correct|no problem|works|works for me|"
    "that works|abeg yes|ehen|inshallah|tamam|na so|y e s|yes it is|very good|that is fine" },
  { KONTOR_WORD_NO, 0,
    "no|nope|nah|n|not yet|no thanks|no thank you|wrong|incorrect|not correct|thats wrong|"
    "that is wrong|not right|dont|do not|dont book|do not book|👎|❌|no please|nay|no way|"
    "not now|nahi|nahin|no dont|not really|negative|no need|dont do it" },
  { KONTOR_WORD_CANCEL, 0,
    "cancel|cancle|cancell|cancelled|canceled|cancellation|cancelation|cancel it|cancel booking|"
    "cancel my booking|call it off|call off|never mind|nevermind|nvm|forget it|leave it|"
    "dont need it|do not need it|dont need the car|no longer need|not needed|scrap it|drop it|"
    "dont want it anymore|not required|cancel that|cancel the booking|cancel the ride|"
    "i changed my mind|dont send" },
  { KONTOR_WORD_STATUS, 0,
    "status|my booking|booking status|status of my booking|where is my|wheres my|track|tracking|"
    "what is the status|whats the status|any update|any news|update on my|is it confirmed|"
    "is my booking confirmed|order status|is my order|how is my order|status of my order|"
    "where is the driver|where is driver|details of my booking|stauts" },
  { KONTOR_WORD_GREETING, 0,
    "hi|hello|hey|hey there|hi there|hello there|good morning|good afternoon|good evening|"
    "good day|gm|salam|salaam|assalamu alaikum|asalam alaikum|assalam alaikum|namaste|hiya|"
    "howdy|greetings|dear|dear sir|dear team|sir|madam|hii|heyy|hola|marhaba|yo|morning|evening|"
    "how are you|how r u|how are u|sup|whats up|bro|boss|mate|good night|wassup|how far|team" },
  { KONTOR_WORD_THANKS, 0,
    "thanks|thank you|thankyou|thank u|thanku|thx|thnx|tnx|ty|tq|cheers|many thanks|"
    "thanks a lot|thank you so much|thank you very much|much appreciated|appreciated|shukran|"
    "shukriya|dhanyavad|thanks so much|thanks very much|tysm|thks|ta|god bless" },
  { KONTOR_WORD_POLITE, 0,
    "please|pls|plz|plse|plez|kindly|pleas|sir|madam|maam|dear|bro|boss|mate|then|it|that|this|"
    "so|well|oh|ah|um|hmm|very|much|all|i|just|abeg|yaar|habibi|now" },
  { KONTOR_WORD_STOP, 0,
    "stop|stop all|unsubscribe|optout|opt out|stop messages|stop messaging|stop messaging me|"
    "stop texting|stop texting me|remove me|end|quit|stopall|stop it|stop sending|"
    "stop sending me messages|do not message me|dont message me|do not contact me|"
    "dont contact me|unsub|cancel messages" },
  { KONTOR_WORD_START, 0, "start|unstop|subscribe|resume|opt in|optin|start again|restart" },
  { KONTOR_WORD_PLACE_FROM, 1, "from|frm|fron|fom|starting from|coming from|leaving from|leaving" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "pick up from|pickup from|pick me up from|pick me from|pick us up from|pick us from|"
    "pick up at|pickup at|pickup|pick up|picked up from|picked up at|pick me up at|pick me up in|"
    "pick us up at|pick me at|pick us at|collect me from|collect us from|collect me at|"
    "collect from|pickup location|pick up location|pickup point|pick up point|pickup address|"
    "pick up address|pickup place|pick up place|starting at|starting point|origin|pkup|"
    "start point|p up|from location|collection point|collection address|"
    "collection from|departure point|get me from|fetch me from|fetch me at|grab me from" },
  { KONTOR_WORD_PLACE_TO, 1, "to|till|until|towards|into|then to" },
  { KONTOR_WORD_PLACE_TO, 0,
    "going to|drop at|drop me at|drop us at|drop off at|dropoff at|drop off|dropoff|drop|drop to|"
    "drop me to|drop me off at|drop us off at|drop me off in|drop me in|drop off to|dropoff to|"
    "drop location|drop off location|dropoff location|drop off point|dropoff point|drop point|"
    "drop off address|dropoff address|drop off in|destination|dest|headed to|heading to|go to|"
    "dropping at|dropped at|dropped off at|take me to|take us to|bring me to|bring us to|"
    "get me to|get us to|drive me to|drive us to|to location|end point|heading for|"
    "heading towards|travelling to|traveling to|get to|reach|go back to|drop me off to|"
    "drop me off|drop us off|drop me|drop us|drop of" },
  { KONTOR_WORD_PLACE_AT, 0,
    "at|in|near|opposite|next to|beside|outside|behind|in front of|@" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "flight to|flight from|flights to|flights from|flying to|flying from|fly to|fly from|"
    "arriving from|arrive from|arrives from|landing from|lands from|coming in from|thanks to|"
    "according to|due to|up to|how to|able to|happy to|have to|has to|had to|used to|"
    "subject to|reply to|replied to|hear from|heard from|message from|email from|call from|"
    "far from|different from|prefer to|close to|from you|from your side|from now|from now on|"
    "from my side|from our side|i am from|im from|we are from|calling from|writing from|"
    "back to you|back to me|listen to|speak to|talk to|talking to|"
    "looking forward to|from here|to there|to here|in order to|as to|similar to|next to|"
    "payment to|pay to|thank you to|train to|train from|bus to|ticket to|tickets to|"
    "free to|ready to|trying to|want to|need to|like to|love to|going to be|going to need|"
    "drop it|drop a message|drop a line|drop you|drop by|drop in|drop me a|from scratch|"
    "pick up the phone|pick up my call|pick up and drop|pickup and drop|pick and drop|"
    "pick up and drop off|pickup and dropoff|pickup and drop off|picked up and dropped off|"
    "apart from|aside from|benefit from|choose from|to be honest|"
    "to begin with|to start with|from start to finish|from time to time|access to|change from|"
    "switch from|upgrade from|allergic to|related to|regards to|regarding to|respect to" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "airport|terminal|tower|towers|mall|hotel|hotels|station|metro|street|st|road|rd|avenue|ave|"
    "lane|drive|boulevard|blvd|square|plaza|park|beach|marina|port|harbour|harbor|hospital|"
    "clinic|school|university|college|office|home|house|villa|apartment|apt|residence|"
    "residences|building|bldg|centre|center|resort|inn|suites|club|museum|stadium|arena|market|"
    "souk|mosque|church|temple|bridge|gate|gardens|garden|village|city|town|downtown|creek|"
    "island|palm|hills|heights|court|bay|walk|quay|pier|cruise|embassy|consulate|restaurant|"
    "cafe|bank|exhibition|expo|zoo|theatre|cinema|heliport|t1|t2|t3|lobby|compound|"
    "factory|warehouse|depot|junction|roundabout|bus stop|dxb|dwc|auh|shj" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "trip|transfer|ride|drive|price|cost|way|booking|journey|rate|fare|quote|lift|return|"
    "one way|oneway|round|roundtrip|early|late|asap|urgent|urgently|same|day|daily|date|time|"
    "next|this|on|by|only|sharp|latest|first|then|before|after|when|where" },
  { KONTOR_WORD_PICK, 1,
    "pick me up|pick us up|pick me|pick us|collect me|collect us|picked up|fetch me|fetch us|"
    "pick him up|pick her up|pick them up|pick my|collect my|waiting" },
  { KONTOR_WORD_PICK, 2,
    "drop me|drop us|drop me off|drop us off|dropped off|take me|take us|drop him|drop her|"
    "drop them|bring me|bring us" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "i am at|im at|we are at|were at|i am in|im in|we are in|i am staying at|im staying at|"
    "we are staying at|were staying at|staying at|staying in|i stay at|i live in|i live at|"
    "located at|located in|i am currently at|im currently at|my location is|my address is|"
    "my hotel is|we are currently at|i m at|m at" },
  { KONTOR_WORD_LABEL_TAIL, 0,
    "location|address|point|place|spot|loc|off|me|us|it|my location|my hotel at|area|details" },
  { KONTOR_WORD_COPULA, 0,
    "is|are|was|will be|should be|would be|shd be|shall be|to be|must be|is now|now is|be|"
    "would be from|is at|will be at|is in|should now be|needs to be|has to be|is from|"
    "is going to be" },
  { KONTOR_WORD_MINE, 0, "my|our|his|her|their|your" },
  { KONTOR_WORD_PRONOUN, 0,
    "i|me|you|u|us|we|he|him|she|it|they|them|here|there|that|this|those|these|someone|somebody|"
    "anyone|anything|something|everything|nothing|myself|yourself|anywhere|somewhere|everywhere" },
  { KONTOR_WORD_NAME, 0,
    "my name is|name is|my names|my name|name|full name|the name is|passenger name|guest name|"
    "passenger is|guest is|client name|customer name|names|under the name|under the name of|"
    "under name|in the name of|on the name of|book under|booking under|name of|name will be|"
    "name should be|by the name of|my good name is|name as|named|my name s|passenger" },
  { KONTOR_WORD_NAME, 1,
    "i am|im|this is|this side|myself|me is|it is me|its me|call me|i m|here is|called|ask for|"
    "under|speaking with|booking for|for mr|for mrs|for ms|for miss|for dr" },
  { KONTOR_WORD_NAME, 2, "its|it is|thats|that is|just|put|write" },
  { KONTOR_WORD_NAME_AFTER, 0, "here|speaking|this side|on this side|over here" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "urgent|urgently|late|early|waiting|interested|ready|sorry|not|so|very|going|coming|looking|"
    "staying|travelling|traveling|arriving|landing|running|happy|still|also|just|fine|good|done|"
    "free|busy|available|flexible|alone|sure|afraid|new|back|outside|inside|downstairs|upstairs|"
    "stuck|sick|tired|leaving|flying|booking|trying|thinking|wondering|calling|writing|texting|"
    "asking|regarding|ridiculous|great|perfect|nice|amazing|correct|wrong|right|important|"
    "confirmed|private|personal|business|too|only|what|how|where|when|why|who|really|currently|"
    "tourist|resident|guest|customer|client|vip|pregnant|disabled|hurry|lost|home|there|here|"
    "now|already|almost|about|from|at|in|on|with|without|driver|chauffeur|concierge|reception|"
    "manager|assistant|secretary|okay|ok|yes|no|hello|hi|married|allergic|glad|excited|pleased|"
    "planning|hoping|visiting|working|heading|driving|walking|sitting|standing|reaching|"
    "departing|checking|using|paying|getting|taking|having|being|doing|making|sending|sharing|"
    "unable|able|aware|confused|disappointed|upset|angry|unhappy|hungry|bored|serious|kidding|"
    "joking|test|testing|spam|scam|someone|anyone|anybody|nobody|everyone|all|both|old|young|"
    "spelled|spelt|unacceptable|terrible|awful|bad|amazing|cool|awesome|awaiting|again|another|"
    "dubai|london|paris|india|british|american|german|french|english|indian|please|thanks" },
  { KONTOR_WORD_REGARDS, 0,
    "regards|best regards|kind regards|warm regards|best|cheers|rgds|br|sincerely|"
    "yours sincerely|best wishes|thanks and regards|thx|thanks" },
  { KONTOR_WORD_PEOPLE, 0,
    "people|peoples|persons|person|passengers|passenger|pax|guests|guest|adults|adult|of us|ppl|"
    "travellers|travelers|heads|kids|kid|children|child|infants|infant|babies|baby|toddlers|"
    "toddler|ladies|men|women|family members|friends|passangers|pasengers|pessengers|peple" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "we are|we r|there are|there will be|there is|we will be|well be|party of|group of|total of|"
    "family of|theres|number of people|no of people|number of passengers|no of passengers|"
    "total passengers|total people|passengers|pax|no of pax|number of pax|adults|we will be total|"
    "we are total" },
  { KONTOR_WORD_ALONE, 0,
    "just me|only me|myself only|alone|solo|by myself|just myself|only myself|just one person|"
    "only one person|its just me|me only|me alone" },
  { KONTOR_WORD_WITH, 0, "with|and|need|plus|include|including|want|require|w" },
  { KONTOR_WORD_WITHOUT, 0, "without|w o|no need for|no need of|dont need|do not need" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "not sure|no idea|dont know|do not know|dunno|idk|let me check|will check|let you know|"
    "will tell|tell you later|later|not yet|not decided|havent decided|doesnt matter|"
    "does not matter|any is fine|anything is fine|whatever|one moment|one minute|hold on|"
    "wait a minute|give me a minute|give me a moment|one sec|ask my|call me|call you" },
  { KONTOR_WORD_VERB, 0,
    "book|reserve|make|have|get|be|go|know|ask|cancel|change|hire|rent|order|pay|see|come|take|"
    "arrange|confirm|schedule|travel|send|check|use|do|pick|catch|speak|talk|meet|move|want|"
    "reschedule|request|find|add|arrive|leave|buy|need|attend|visit|reach|discuss|"
    "thank|inquire|enquire|inform|let|try|return|wait|eat|sleep|watch|enjoy|explore|bring|"
    "collect|set|say|tell|help|keep|avoid|ensure|hear|look|learn|understand|join|celebrate|"
    "become|give|call|write|respond|complain|apologize|apologise|report|share|provide|update|"
    "extend|upgrade|remove|reconfirm|charge|show|put|hold|stay|spend|save|fly|drive|ride|receive|"
    "accommodate|clarify|proceed|continue|finish|complete|switch|shift|postpone|cost|fit|carry" },
  { KONTOR_WORD_CONNECTOR, 0,
    "and|with|please|pls|plz|for|my|i|we|need|want|in a|in an|using|via|thanks|thank you|but|if|"
    "is|are|because|so|then|also|name|by|around|about|asap|there|will|can|could|would|should|"
    "passengers|passenger|pax|people|persons|it is|its|im|lets|ok|okay|hi|hello|car|flight|"
    "our flight|after|before|when|while|as|do|does|how|what|at around|per|maybe|or|no|yes|"
    "just|only|return|one way|round trip|bags|luggage|suitcases|no of|number of|n|kindly|"
    "ive|ill|id|were|well|have|has|having|contact|phone|mobile|tel|whatsapp|email|"
    "thx|ty|cheers|regards|you|your|me|us|u" },
  { KONTOR_WORD_WISH, 0,
    "i need|need|i want|want|wanna|would like|id like|i like to|looking for|book|a booking|"
    "to book|new booking|make a booking|make booking|want booking|reserve|a reservation|"
    "can i get|can i have|could i get|could i have|may i have|can we get|can we have|"
    "can you send|can you pick|can you arrange|can you take|can you drop|can u send|can u pick|"
    "can u arrange|could you pick|could you take|could you send|could you arrange|please send|"
    "pls send|plz send|send a|send car|send me a|send the car|send driver|send someone|arrange|"
    "get me|pick me up|pick us up|pick me|pick us|take me|take us|hire|schedule a|require|"
    "request a|requesting|can i book|may i book|could i book|can we book|want to go|need to go|"
    "collect me|drop me|drop us|pls book|please book|please arrange|pls arrange|kindly arrange|"
    "kindly send|kindly book|interested in|interested in booking|like to book|to reserve|to hire|"
    "to order|"
    "i shall need|i will need|we need|we want|requirement|wish to|hoping to book|"
    "hoping to get|help me book|help me get|to rent|could use a|in need of|another booking" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "need help|need some help|need to cancel|want to cancel|need to know|want to know|"
    "want to ask|need to ask|need an invoice|need a receipt|need invoice|need receipt|"
    "need the invoice|need the receipt|want invoice|want a receipt|need to change|want to change|"
    "need to speak|want to speak|need to talk|want to talk|want to complain|need a refund|"
    "want a refund|want my money|need information|need info|need more info|need more information|"
    "need details|need some information|would like to know|would like to ask|id like to know|"
    "id like to ask|in order to|like to complain|need your help|need assistance|need support|"
    "would like to cancel|would like to change|would like to speak|would like to complain|"
    "would like information|would like some information|need your|need my invoice|book club|"
    "need to pay|want to pay|looking for information|looking for a job|need a job|want a job|"
    "looking for work|looking for my|need to find|i need my|want my|need the price|need price|"
    "need a quote only|want to thank|would like to thank|need to reschedule|want to reschedule|"
    "want to work|need to check|want to check|would like to check|looking for job|no need|"
    "send me the price|send me your|interested in working|interested in a job|"
    "interested in a position|interested in a partnership|interested in knowing|"
    "interested in learning|interested in your" },
  { KONTOR_WORD_QUESTION, 0,
    "what|whats|which|who|whos|whose|why|how|hows|when|where|wheres|do you|do u|do i|do we|does|"
    "did|is there|are there|is it|is the|is this|is that|are you|are u|are the|are your|is your|"
    "have you|has|was|were you|am i|should i|must i|will there|will you|will the|will i|"
    "can i pay|can i cancel|can i change|can i bring|can i smoke|can i use|can i eat|can we pay|"
    "can we bring|can you tell|could you tell|can you explain|can you speak|can you accept|"
    "can the driver|may i know|may i ask|can i know|can i ask|could i ask|could i know|"
    "would you mind|any discount|is wifi|is parking|is water|is smoking|is tipping|"
    "can you share the price|could the driver|does the" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "a|an|the|is|are|was|were|be|been|am|do|does|did|have|has|had|i|you|we|they|he|she|it|me|my|"
    "your|our|their|his|her|its|us|them|u|ur|r|of|in|on|at|to|for|from|by|with|about|and|or|but|"
    "if|so|as|that|this|these|those|there|here|what|which|who|how|when|where|why|can|could|"
    "would|will|shall|should|may|might|must|please|pls|plz|hi|hello|hey|thanks|thank|any|some|"
    "just|also|too|very|much|many|tell|know|want|need|like|get|got|im|ive|id|dont|doesnt|cant|"
    "whats|hows|theres|isnt|not|no|yes|ok|okay|up|out|off|over|into|than|then|now|sir|madam|dear|"
    "kindly|let|give|provide|offer|possible|available|one" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_en = {
  .code = "en",
  .name = "English",
  .month_first = FALSE,
  .bare_half = 30,
  .words = words,
};
