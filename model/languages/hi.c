/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hindi as it is typed on phones, in Devanagari and in Latin letters, with English mixed in.
 * "कल" is yesterday as well as tomorrow: of a booking it is tomorrow. "दो" is "two" and "give",
 * "एक" is "one" and "a": numbers only beside what is counted. No place that is named in Latin
 * letters belongs here: it would make English look like Hindi. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "सोमवार|सोम|मंडे|मन्डे|somvar|somwar|sombar|somvaar|somwaar" },
  { KONTOR_WORD_WEEKDAY, 2,
    "मंगलवार|मंगल|ट्यूसडे|ट्यूज़डे|mangalvar|mangalwar|mangal|mangalvaar|mangalwaar|manglvar" },
  { KONTOR_WORD_WEEKDAY, 3, "बुधवार|बुध|वेडनेसडे|budhvar|budhwar|budh|budhvaar|budhwaar|budvar" },
  { KONTOR_WORD_WEEKDAY, 4,
    "गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार|थर्सडे|guruvar|guruwar|guruvaar|guruwaar|brihaspativar|"
    "veervar|virvar|veerwar" },
  { KONTOR_WORD_WEEKDAY, 5,
    "शुक्रवार|शुक्र|फ्राइडे|फ्रायडे|shukravar|shukrawar|shukrvar|shukrwar|sukravar|shukravaar" },
  { KONTOR_WORD_WEEKDAY, 6,
    "शनिवार|शनि|सैटरडे|सटरडे|shanivar|shaniwar|sanivar|shanivaar|shaniwaar|shanichar" },
  { KONTOR_WORD_WEEKDAY, 7,
    "रविवार|इतवार|संडे|सन्डे|एतवार|ravivar|raviwar|itwar|itvar|ravivaar|raviwaar|etwar" },
  { KONTOR_WORD_MONTH, 1, "जनवरी|janvari|janwari" },
  { KONTOR_WORD_MONTH, 2, "फरवरी|फ़रवरी|farvari|farwari" },
  { KONTOR_WORD_MONTH, 3, "मार्च" },
  { KONTOR_WORD_MONTH, 4, "अप्रैल|अप्रेल|aprail" },
  { KONTOR_WORD_MONTH, 5, "मई" },
  { KONTOR_WORD_MONTH, 6, "जून" },
  { KONTOR_WORD_MONTH, 7, "जुलाई|julai" },
  { KONTOR_WORD_MONTH, 8, "अगस्त|agast" },
  { KONTOR_WORD_MONTH, 9, "सितंबर|सितम्बर|sitambar" },
  { KONTOR_WORD_MONTH, 10, "अक्टूबर|अक्तूबर|aktubar" },
  { KONTOR_WORD_MONTH, 11, "नवंबर|नवम्बर|navambar" },
  { KONTOR_WORD_MONTH, 12, "दिसंबर|दिसम्बर|disambar" },
  { KONTOR_WORD_DAY, 0, "आज|टुडे|aaj|aj|aaz" },
  { KONTOR_WORD_DAY, 1,
    "कल|टुमारो|टुमॉरो|आने वाले कल|कल ही|कल के लिए|kal|kl|kall|aane wale kal|kal hi|kal ke liye|"
    "kal k liye|kal ka|kal ki|कल का|कल की" },
  { KONTOR_WORD_DAY, 0, "आज ही|आज के लिए|aaj hi|aaj ke liye|aaj k liye" },
  { KONTOR_WORD_DAY, 2,
    "परसों|परसो|कल के बाद|परसों के लिए|parso|parson|parsoo|parsu|parso ke liye|"
    "kal ke baad wale din" },
  { KONTOR_WORD_DAY, 3, "नरसों|तरसों|narso|tarso" },
  { KONTOR_WORD_DAY, -1,
    "बीते कल|बीता हुआ कल|गुज़रे कल|कल वाली|कल वाला|beete kal|guzre kal|kal wali|kal wala|"
    "yesterday" },
  { KONTOR_WORD_NAMED_DAY, 1225, "क्रिसमस" },
  { KONTOR_WORD_WEEK, 0, "इस हफ्ते|इस सप्ताह|is hafte|iss hafte|is haftey|is week" },
  { KONTOR_WORD_WEEK, 1,
    "अगले हफ्ते|अगले सप्ताह|agle hafte|agle haftey|agle hafta|next hafte|agle week|agle saptah" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "इस महीने|is mahine|iss mahine" },
  { KONTOR_WORD_MONTH_AHEAD, 1, "अगले महीने|agle mahine|next mahine" },
  { KONTOR_WORD_NEXT, 0, "अगले|अगला|अगली|agle|agla|agli|aglay" },
  { KONTOR_WORD_THIS, 0, "इस|इसी|आने वाले|आनेवाले|आ रहे|isi|iss|aane wale|aanewale|ane wale" },
  { KONTOR_WORD_LAST, 0, "पिछले|पिछला|पिछली|गत|pichle|pichla|pichli|pichhle" },
  { KONTOR_WORD_EVERY, 0, "हर|प्रत्येक|har" },
  { KONTOR_WORD_ORDINAL, 1, "पहली तारीख|pehli tarikh" },
  { KONTOR_WORD_ORDINAL_SIGN, 0,
    "तारीख|तारिख|तारीख को|को|tarikh|tareekh|tarik|tarikh ko|tareekh ko|ko" },
  { KONTOR_WORD_ON, 1, "तारीख|दिनांक|तारिख|tarikh|tareekh" },
  { KONTOR_WORD_ON, 0, "दिन" },
  { KONTOR_WORD_ARTICLE, 0, "वही" },
  { KONTOR_WORD_OF, 0, "का|की|के" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "सुबह|सवेरे|सुबह सुबह|सुबह के|सुबह को|सुबह में|सवेरा|मॉर्निंग|मार्निंग|प्रातः|भोर|तड़के|"
    "subah|subha|subh|subhah|savere|sawere|subah subah|subah ke|subah ko|subah mein|subah me|"
    "subhe" },
  { KONTOR_WORD_PART, 2,
    "दोपहर|दोपहर के|दोपहर को|दोपहर में|दिन में|दिन के|आफ्टरनून|dopahar|dopaher|dupahar|duphar|"
    "dopeher|dopahar ke|dopahar ko|dopahar mein|dopahar me|din mein|din me|din ke|dophar" },
  { KONTOR_WORD_PART, 3,
    "शाम|शाम के|शाम को|शाम में|सायं|संध्या|ईवनिंग|इवनिंग|shaam|sham|shyam|shaam ke|shaam ko|"
    "sham ke|sham ko|shaam mein|sham me|shaam me" },
  { KONTOR_WORD_PART, 4,
    "रात|रात के|रात को|रात में|रात्रि|नाइट|raat|rat|raat ke|raat ko|rat ko|rat ke|raat mein|"
    "raat me" },
  { KONTOR_WORD_PART_TODAY, 1, "आज सुबह|आज सुबह के|aaj subah|aj subah" },
  { KONTOR_WORD_PART_TODAY, 2, "आज दोपहर|आज दोपहर को|aaj dopahar|aj dopahar" },
  { KONTOR_WORD_PART_TODAY, 3,
    "आज शाम|आज शाम को|आज शाम के|aaj shaam|aaj sham|aj sham|aj shaam|aaj shaam ko|aaj sham ko|"
    "aaj evening" },
  { KONTOR_WORD_PART_TODAY, 4,
    "आज रात|आज रात को|आज रात के|aaj raat|aaj rat|aj raat|aaj raat ko|aaj rat ko|aaj night" },
  { KONTOR_WORD_CLOCK, 0, "आधी रात|आधी रात को|aadhi raat|adhi raat" },
  { KONTOR_WORD_OCLOCK, 0, "बजे|बजें|बाजे|baje|bje|bajey|bajay|vaje" },
  { KONTOR_WORD_HALF, 0, "आधा|आधे|aadha|aadhe|adha|adhe" },
  { KONTOR_WORD_MINUTES_MORE, 0, "बजकर|बज कर|बज के|बजके|bajkar|baj kar|baj ke|bajke" },
  { KONTOR_WORD_HOUR_SHIFT, 30,
    "साढ़े|साड़े|sadhe|saadhe|sade|saade|sarhe|saadhey|saarhe|sadhey|sadde" },
  { KONTOR_WORD_HOUR_SHIFT, 15, "सवा|sava|sawa|savaa" },
  { KONTOR_WORD_HOUR_SHIFT, -15, "पौने|पौन|paune|pone|pauney|paun|poune" },
  { KONTOR_WORD_HOUR_AND_HALF, 90, "डेढ़|डेड़|dedh|derh|dedhh" },
  { KONTOR_WORD_HOUR_AND_HALF, 150, "ढाई|अढ़ाई|dhai|dhaai|adhai" },
  { KONTOR_WORD_AT, 0, "समय|टाइम|वक्त" },
  { KONTOR_WORD_ABOUT, 0, "करीब|लगभग|तकरीबन|kareeb|karib|lagbhag|takriban|taqreeban" },
  { KONTOR_WORD_ISH, 0,
    "के आसपास|के आस पास|के करीब|लगभग|के लगभग|ke aaspas|ke aas paas|ke aas pas|ke kareeb|"
    "ke karib|k aaspas|ke lagbhag|lagbhag" },
  { KONTOR_WORD_NOW, 0,
    "अभी|तुरंत|तुरन्त|फौरन|इसी वक्त|अभी के अभी|जल्द से जल्द|abhi|turant|foran|fauran|"
    "abhi ke abhi|jaldi se jaldi|jald se jald" },
  { KONTOR_WORD_BOUND_AFTER, 0,
    "के बाद|से पहले|के पहले|तक|के बीच|के बीच में|बाद|ke baad|ke bad|k baad|se pehle|se pahle|"
    "se phle|ke pehle|tak|ke beech|ke bich|ke beech mein|ke beech me|baad" },
  { KONTOR_WORD_BOUND_AFTER, 0,
    "की फ्लाइट|फ्लाइट|की ट्रेन|ट्रेन|की उड़ान|की बस|की मीटिंग|मीटिंग|ki flight|flight|ki train|"
    "train|ki bus|ki meeting|meeting|ki udaan" },
  { KONTOR_WORD_RANGE, 0, "से|या|se|ya" },
  { KONTOR_WORD_EVENT, 1, "फ्लाइट|उड़ान|ट्रेन|हवाई जहाज|flight|train|udaan" },
  { KONTOR_WORD_EVENT, 2, "मीटिंग|शादी|पार्टी|इंटरव्यू|परीक्षा|meeting|shaadi|shadi" },
  { KONTOR_WORD_OURS, 0,
    "पिक|पिकअप|पिक अप|गाड़ी|कार|टैक्सी|कैब|ड्राइवर|चाहिए|भेजो|भेजना|बुक|बुकिंग|लेने|gaadi|gadi|"
    "gaari|chahiye|chaiye|bhejo|bhejna|lene" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "शून्य" },
  { KONTOR_WORD_NUMBER_MAYBE, 1, "एक|ek" },
  { KONTOR_WORD_NUMBER_MAYBE, 2, "दो|do" },
  { KONTOR_WORD_NUMBER, 3, "तीन|teen|tin" },
  { KONTOR_WORD_NUMBER, 4, "चार|char|chaar" },
  { KONTOR_WORD_NUMBER, 5, "पांच|पाच|paanch|panch|paach" },
  { KONTOR_WORD_NUMBER, 6, "छह|छः|छे|छ|chhe|chah|cheh|chhah|che|chhey" },
  { KONTOR_WORD_NUMBER, 7, "सात|saat" },
  { KONTOR_WORD_NUMBER, 8, "आठ|aath|aat|ath" },
  { KONTOR_WORD_NUMBER, 9, "नौ|nau|naw|noh" },
  { KONTOR_WORD_NUMBER, 10, "दस|das|dus" },
  { KONTOR_WORD_NUMBER, 11, "ग्यारह|गयारह|gyarah|gyara|gyaarah|gyaara" },
  { KONTOR_WORD_NUMBER, 12, "बारह|बारा|barah|baarah|bara|baara" },
  { KONTOR_WORD_NUMBER, 13, "तेरह|terah" },
  { KONTOR_WORD_NUMBER, 14, "चौदह|chaudah" },
  { KONTOR_WORD_NUMBER, 15, "पंद्रह|पन्द्रह|pandrah|pandra|pandhra" },
  { KONTOR_WORD_NUMBER, 16, "सोलह|solah" },
  { KONTOR_WORD_NUMBER, 17, "सत्रह|satrah" },
  { KONTOR_WORD_NUMBER, 18, "अठारह|atharah" },
  { KONTOR_WORD_NUMBER, 19, "उन्नीस|unnis|unnees" },
  { KONTOR_WORD_NUMBER, 20, "बीस|bees|bis" },
  { KONTOR_WORD_NUMBER, 21, "इक्कीस|ikkis" },
  { KONTOR_WORD_NUMBER, 22, "बाईस|bais|baais" },
  { KONTOR_WORD_NUMBER, 23, "तेईस|teis|teees" },
  { KONTOR_WORD_NUMBER, 24, "चौबीस|chaubis" },
  { KONTOR_WORD_NUMBER, 25, "पच्चीस|pachis|pachchis|pachees" },
  { KONTOR_WORD_NUMBER, 26, "छब्बीस|chabbis" },
  { KONTOR_WORD_NUMBER, 27, "सत्ताईस|sattais" },
  { KONTOR_WORD_NUMBER, 28, "अट्ठाईस|attais|atthais" },
  { KONTOR_WORD_NUMBER, 29, "उनतीस|untis" },
  { KONTOR_WORD_NUMBER, 30, "तीस|tees|tis" },
  { KONTOR_WORD_NUMBER, 31, "इकतीस|ikattis" },
  { KONTOR_WORD_NUMBER, 35, "पैंतीस|paintis" },
  { KONTOR_WORD_NUMBER, 40, "चालीस|chalis|chaalis|chalees" },
  { KONTOR_WORD_NUMBER, 45, "पैंतालीस|paintalis|pentalis" },
  { KONTOR_WORD_NUMBER, 50, "पचास|pachas|pachaas" },
  { KONTOR_WORD_NUMBER, 55, "पचपन|pachpan" },
  { KONTOR_WORD_ONE, 0, "एक|ek" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "सेकंड|सेकेंड" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "मिनट|मिनिट|मिनटों|minat|mint" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR,
    "घंटा|घंटे|घंटों|घण्टे|घण्टा|ghanta|ghante|ghnte|ghanton" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "दिन|दिनों|din|dino|dinon" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "हफ्ता|हफ्ते|हफ्तों|सप्ताह|hafta|hafte|haftey|saptah" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "महीना|महीने|महीनों|mahina|mahine|mahiney" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "साल|वर्ष|saal" },
  { KONTOR_WORD_IN, 0, "अगले|agle" },
  { KONTOR_WORD_FROM_NOW, 0,
    "बाद|के बाद|में|मे|के अंदर|के भीतर|baad|bad|ke baad|ke bad|k baad|mein|me|ke andar|"
    "ke bheetar" },
  { KONTOR_WORD_AGO, 0, "पहले|pehle|pahle|phle" },
  { KONTOR_WORD_BEFORE, 0, "पहले|pehle|pahle|phle" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "क्या हाल है आज|kya haal hai aaj|गुड मॉर्निंग|शुभ प्रभात|सुप्रभात|शुभ रात्रि|शुभ संध्या|"
    "गुड नाइट|गुड ईवनिंग|शुभ दिन|एक मिनट|एक सेकंड|दो मिनट|एक बार|आज कल|आजकल|दिन भर|पूरा दिन|"
    "पूरे दिन|रात भर|24 घंटे|चौबीस घंटे|अभी नहीं|अभी तक|अभी भी|अभी मैं|अभी तो|हर रोज|रोज़ाना|"
    "एक दिन|ek minute|ek min|ek second|ek sec|do minute|ek baar|ek bar|aaj kal|aajkal|din bhar|"
    "pura din|poora din|raat bhar|24 ghante|abhi nahi|abhi nhi|abhi tak|abhi bhi|abhi main|"
    "abhi mai|abhi to|roz|ek din|shubh prabhat|suprabhat|shubh ratri" },
  { KONTOR_WORD_NEVER, 0,
    "भेज दो|कर दो|दे दो|बता दो|करवा दो|लगा दो|भिजवा दो|छोड़ दो|रख दो|रहने दो|जाने दो|आने दो|"
    "बदल दो|करा दो|बना दो|bhej do|kar do|kr do|de do|bata do|karwa do|laga do|lga do|bhijwa do|"
    "chhod do|chod do|rakh do|rehne do|rahne do|jane do|jaane do|aane do|badal do|kara do|"
    "krwa do|bana do|dila do" },
  { KONTOR_WORD_COUNTED, 0,
    "लोग|लोगों|व्यक्ति|व्यक्तियों|जन|जने|यात्री|यात्रियों|सवारी|सवारियां|मेहमान|बच्चे|बच्चों|"
    "बच्चा|बड़े|छोटे|बैग|सूटकेस|सामान|गाड़ी|गाड़ियां|गाड़ियों|कार|कारें|टैक्सी|सीट|सीटें|सीटर|"
    "किमी|किलोमीटर|किलो|कमरे|टिकट|पैसेंजर|बार|आदमी|औरतें|नग|पीस|चक्कर|सितारा|मंजिल|"
    "रात की बुकिंग|log|logo|logon|loge|banda|bande|aadmi|admi|jane|yatri|sawari|savari|bachche|"
    "bacche|bacha|baccha|bade|chote|gaadi|gadi|gaari|gaadiyan|gadiyan|samaan|saman|kamre|baar|"
    "taxi|car|cab|chakkar|bhai log" },
  { KONTOR_WORD_LABELLED, 0,
    "कमरा|कमरा नंबर|नंबर|नम्बर|गेट|टर्मिनल|फ्लैट|मकान|मकान नंबर|फ्लाइट|फ्लाइट नंबर|रूम|रूम नंबर|"
    "सेक्टर|उम्र|पिन|कोड|ब्लॉक|बिल्डिंग|टावर|गली|रोड|फोन|मोबाइल|किराया|कीमत|बजट|kamra|"
    "kamra number|makan|makaan|gali|umar|umra|kiraya|keemat|flight|train|flight no|"
    "flight number|train no|phone no|nid|एनआईडी|एनआईडी नंबर" },
  { KONTOR_WORD_COUNT_LEAD, 0, "हम|कुल|सिर्फ|केवल|hum|kul|sirf|keval" },
  { KONTOR_WORD_CURRENCY, 0,
    "रुपये|रुपए|रुपया|रूपये|रूपए|रु|दिरहम|डॉलर|हज़ार|सौ|लाख|करोड़|प्रतिशत|पैसे|rupaye|rupay|"
    "rupaya|rupiya|rupaiya|hazaar|hazar|hajar|sau|karod|paise|paisa" },
  { KONTOR_WORD_STREET, 0, "स्ट्रीट|रोड|सड़क|गली|मार्ग|चौक|नगर|कॉलोनी|sadak|gali|chowk" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "कला|काल|कलम|आजाद|शामिल|सुबोध|मंगला|रविंद्र|रवि|सोमेश|शनाया|शनिचरा|kali|kala|kamal|kelly|"
    "rata|ravi|shami|shane|subhash|mangala|mangla|somesh|sonam|parsi|person|persons|parlor|"
    "shaan|sharma|sharam|shukla|budha|raja|raat rani|minutes|mints|savera|swara|tarika|tarak|"
    "ghanti|ghar|hafiz|mahila" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "या|अथवा|ya" },
  { KONTOR_WORD_AND, 0, "और|एवं|तथा|aur" },
  { KONTOR_WORD_NOT, 0, "ना कि|न कि|na ki" },
  { KONTOR_WORD_BUT, 0, "लेकिन|मगर|बल्कि|lekin|magar|balki" },
  { KONTOR_WORD_INSTEAD, 0, "बजाय इसके" },
  { KONTOR_WORD_CORRECTION, 0,
    "माफ़ कीजिए|माफ करना|सॉरी|मेरा मतलब|मेरा मतलब है|की जगह|के बजाय|की बजाय|के बदले|नहीं नहीं|"
    "नहीं बल्कि|नहीं सॉरी|बदल कर|बदलकर|maaf kijiye|maaf karna|mera matlab|mera matlab hai|"
    "ki jagah|ki jagha|ke bajay|ki bajay|ke badle|nahi nahi|nhi nhi|nahi balki|badal kar|"
    "badalkar|badal ke|ruko nahi|गलती हो गई|गलती से|गलत लिखा|galti ho gayi|galti se|galat likha" },
  { KONTOR_WORD_CORRECTION, 1, "नहीं|नही|nahi|nahin|nhi" },
  { KONTOR_WORD_CHANGE, 0,
    "बदल|बदलना|बदलो|बदल दो|बदल दीजिए|बदलनी|चेंज|badal|badalna|badlo|badalni|badal dijiye|badlna|"
    "change karna|change karo" },
  { KONTOR_WORD_YES, 0,
    "हां|हा|जी|जी हां|हां जी|ठीक है|ठीक|सही|सही है|बिल्कुल|बिलकुल|पक्का|कन्फर्म|कन्फर्म करो|"
    "कर दो|कर दीजिए|करो|बुक कर दो|बुक करो|बुक करें|बुक कर दीजिए|ओके|ओक|चलेगा|हो जाए|यस|अच्छा|"
    "अच्छा ठीक है|हां बुक करो|हां कर दो|हां ठीक है|haan|han|ha|haa|hn|haanji|haan ji|han ji|"
    "ji haan|ji han|ji|theek hai|thik hai|thik h|theek h|tik hai|thik|theek|sahi|sahi hai|"
    "bilkul|pakka|kar do|kr do|kar dijiye|kardo|krdo|karo|book kar do|book kardo|book krdo|"
    "book karo|book kro|book kar dijiye|confirm kar do|confirm karo|confirm kardo|confirm hai|"
    "chalega|acha|accha|achha|acha thik hai|haan book karo|haan kar do|haan thik hai|ok hai|"
    "done hai|yes hai" },
  { KONTOR_WORD_NO, 0,
    "नहीं|नही|ना|न|जी नहीं|मत करो|मत करना|गलत|गलत है|अभी नहीं|नहीं चाहिए|नो|nahi|nahin|nhi|"
    "nahee|nai|na|ji nahi|mat karo|mat karna|galat|galat hai|abhi nahi|nahi chahiye|nhi chahiye|"
    "nahi karna|nahi ji" },
  { KONTOR_WORD_CANCEL, 0,
    "रद्द|कैंसल|कैंसिल|केंसल|केंसिल|रद्द कर दो|रद्द करो|रद्द करें|रद्द कर दीजिए|रद्द करना है|"
    "कैंसिल कर दो|कैंसल कर दो|कैंसिल करो|कैंसल करो|रहने दो|रहने दीजिए|बुकिंग नहीं चाहिए|"
    "गाड़ी नहीं चाहिए|अब नहीं चाहिए|मत भेजो|radd|raddh|radd kar do|radd karo|cancel kar do|"
    "cancel kardo|cancel karo|cancel kar dijiye|cancel karna hai|cancel kr do|rehne do|rahne do|"
    "rehne dijiye|booking nahi chahiye|gaadi nahi chahiye|gadi nahi chahiye|ab nahi chahiye|"
    "mat bhejo|mat bhejna" },
  { KONTOR_WORD_STATUS, 0,
    "स्टेटस|स्थिति|मेरी बुकिंग|बुकिंग का स्टेटस|बुकिंग की स्थिति|मेरी बुकिंग का स्टेटस|"
    "गाड़ी कहां है|ड्राइवर कहां है|बुकिंग का क्या हुआ|गाड़ी कब आएगी|meri booking|"
    "booking ka status|booking ki status|meri booking ka status|gaadi kahan hai|gadi kahan hai|"
    "gaadi kaha hai|driver kahan hai|driver kaha hai|booking ka kya hua|gaadi kab aayegi|sthiti|"
    "मेरा ऑर्डर|मेरे ऑर्डर|ऑर्डर का स्टेटस|ऑर्डर की स्थिति|ऑर्डर का क्या हुआ|मेरी पूछताछ|"
    "पूछताछ का क्या हुआ|मेरे काम का क्या हुआ|कोई खबर|mera order|mere order|order ka status|"
    "order ka kya hua|koi khabar|काम का क्या हुआ|कहां तक पहुंचा|kaam ka kya hua" },
  { KONTOR_WORD_GREETING, 0,
    "नमस्ते|नमस्कार|प्रणाम|हेलो|हैलो|हलो|हाय|राम राम|सलाम|अस्सलाम वालेकुम|जय श्री राम|"
    "सत श्री अकाल|सुप्रभात|शुभ प्रभात|शुभ संध्या|गुड मॉर्निंग|कैसे हैं|कैसे हो|आप कैसे हैं|"
    "क्या हाल है|namaste ji|namskar|namaskar|namaskaar|namasthe|pranam|ram ram|jai shree ram|"
    "sat sri akal|kaise ho|kaise hain|kaise hai|aap kaise hain|kya haal hai|suprabhat|"
    "shubh prabhat|namaste" },
  { KONTOR_WORD_THANKS, 0,
    "धन्यवाद|शुक्रिया|थैंक्स|थैंक यू|थैंक्यू|बहुत धन्यवाद|बहुत बहुत धन्यवाद|बहुत शुक्रिया|"
    "मेहरबानी|आभार|dhanyavaad|dhanyawad|dhanyawaad|dhanyvad|sukriya|shukria|bahut dhanyavaad|"
    "bahut shukriya|meherbani|bahut bahut dhanyavaad" },
  { KONTOR_WORD_POLITE, 0,
    "कृपया|प्लीज|जी|सर|मैडम|भाई|भैया|यार|साहब|अब|तो|फिर|है|वो|आप|बहुत|दीदी|मैम|करके|kripya|"
    "kripaya|ji|bhai|bhaiya|bhaiyya|bhaya|sirji|saab|sahab|ab|toh|phir|fir|hai|didi|yaar|aap|"
    "bahut|zara|jara" },
  { KONTOR_WORD_STOP, 0,
    "स्टॉप|बंद करो|बंद करें|बंद कर दो|मैसेज बंद करो|मैसेज बंद करें|संदेश बंद करें|संदेश बंद करो|"
    "मैसेज मत भेजो|मैसेज मत करो|मुझे मैसेज मत भेजो|मुझे मैसेज मत करो|संदेश न भेजें|"
    "संदेश मत भेजो|अनसब्सक्राइब|band karo|band kro|band kar do|message band karo|msg band karo|"
    "message mat bhejo|msg mat bhejo|message mat karo|msg mat karo|mujhe message mat bhejo|"
    "mujhe message mat karo|messages band karo" },
  { KONTOR_WORD_START, 0,
    "स्टार्ट|शुरू|शुरू करो|शुरू करें|फिर से शुरू करें|फिर से शुरू करो|चालू करो|चालू करें|shuru|"
    "shuru karo|shuru kro|phir se shuru karo|fir se shuru karo|chalu karo|chalu kro" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "पिकअप|पिक अप|पिकअप लोकेशन|पिकअप पॉइंट|पिकअप का पता|लेने का पता|पिकअप स्थान" },
  { KONTOR_WORD_PLACE_TO, 0,
    "ड्रॉप|ड्रॉप ऑफ|ड्रॉप लोकेशन|ड्रॉप पॉइंट|ड्रॉप का पता|छोड़ने का पता|गंतव्य|ड्राप|ड्रॉपऑफ|"
    "डेस्टिनेशन" },
  { KONTOR_WORD_PLACE_FROM_AFTER, 0, "से|से लेकर|se|sey|se lekar|se leke" },
  { KONTOR_WORD_PLACE_TO_AFTER, 0,
    "तक|तक जाना है|तक जाना|जाना है|जाना|जाने|जाने के लिए|जाने की|जाऊंगा|जाऊंगी|जाएंगे|छोड़ना है|"
    "छोड़ना|छोड़ देना|पहुंचना है|पहुंचना|ड्रॉप करना है|ड्रॉप करना|ड्रॉप कर दो|tak|tk|tak jana|"
    "tak jana hai|jana hai|jana h|jaana hai|jaana h|jana|jaana|jane|jaane|jane ke liye|"
    "jaane ke liye|jane k liye|jane ki|jaunga|jaungi|jayenge|chhodna hai|chodna hai|"
    "pahunchna hai|pahuchna hai|pohchna hai|drop karna hai|drop karna|drop kar do" },
  { KONTOR_WORD_PLACE_TO_AFTER, 1, "के लिए|की तरफ|ke liye|k liye|ki taraf|ki tarf" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "लग जाएंगे|हो जाएंगे|मिल जाएंगे|आ जाएंगे|किया जाना|lag jayenge|ho jayenge|mil jayenge|"
    "aa jayenge|कार्ड से|कैश से|नकद से|ऑनलाइन से|आप से|मुझ से|फोन से|व्हाट्सएप से|ईमेल से|"
    "शुरू से|फिर से|दोबारा से|कब से|तब से|तब तक|जब तक|अब तक|कब तक|आराम से|जल्दी से|ध्यान से|"
    "वजह से|तरीके से|हिसाब से|सब से|दिन से|बैंक से|वेबसाइट से|तरफ से|दिल से|अच्छे से|किस से|"
    "अभी तक|card se|cash se|online se|aap se|aapse|mujhse|mujh se|phone se|whatsapp se|email se|"
    "upi se|paytm se|shuru se|phir se|fir se|dobara se|kab se|tab se|tab tak|jab tak|ab tak|"
    "kab tak|aaram se|araam se|jaldi se|dhyan se|wajah se|tarike se|hisaab se|hisab se|sab se|"
    "sabse|din se|bank se|website se|taraf se|dil se|acche se|ache se|kis se|kisse|abhi tak|"
    "link se|app se" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "एयरपोर्ट|हवाई अड्डा|हवाई अड्डे|टर्मिनल|टावर|टॉवर|मॉल|माल|होटल|स्टेशन|मेट्रो|स्ट्रीट|रोड|"
    "सड़क|गली|मार्ग|चौक|नगर|कॉलोनी|सेक्टर|पार्क|बीच|मरीना|मारिना|अस्पताल|हॉस्पिटल|क्लिनिक|स्कूल|"
    "कॉलेज|विश्वविद्यालय|ऑफिस|ऑफ़िस|दफ्तर|घर|बिल्डिंग|अपार्टमेंट|बाज़ार|मार्केट|मंदिर|मस्जिद|"
    "गुरुद्वारा|बस स्टैंड|बस अड्डा|बस अड्डे|रेस्टोरेंट|बैंक|क्लब|सेंटर|विला|दुबई|अबू धाबी|"
    "शारजाह|दिल्ली|मुंबई|बेंगलुरु|जयपुर|आगरा|लखनऊ|नोएडा|गुड़गांव|hawai adda|ghar|daftar|bazaar|"
    "bazar|mandir|masjid|gurudwara|nagar|chowk|bus stand|bus adda|aspatal|gaon|gaav" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "यात्रा|ट्रिप|राइड|बुकिंग|किराया|वापसी|रास्ता|yatra|kiraya|wapsi|rasta" },
  { KONTOR_WORD_PICK, 1,
    "पिक|पिक करना|पिक करना है|पिक करो|पिक कर लो|पिकअप करना|पिकअप करना है|पिकअप करो|लेना|लेना है|"
    "लेने|लेने आना|लेने आओ|ले लेना|उठाना|pick karna|pick karna hai|pick karo|pick kar lo|"
    "pick kr lo|pickup karna|pickup karna hai|pickup karo|lena|lena hai|lene|lene aana|lene aao|"
    "le lena|uthana|pickup chahiye" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "मेरा पता|मेरी लोकेशन|मेरा लोकेशन|मेरा होटल|mera address|mera pata|meri location|"
    "mera location|mera hotel" },
  { KONTOR_WORD_LABEL_TAIL, 0, "लोकेशन|पता|जगह|पॉइंट|स्थान|pata|jagah|sthan" },
  { KONTOR_WORD_COPULA, 0, "है|हैं|होगा|होगी|रहेगा|हो|hai|hain|hoga|hogi|rahega" },
  { KONTOR_WORD_MINE, 0,
    "मेरा|मेरे|मेरी|हमारा|हमारे|हमारी|अपना|अपने|अपनी|mera|mere|meri|hamara|hamare|hamari|apna|"
    "apne|apni" },
  { KONTOR_WORD_PRONOUN, 0,
    "मैं|मुझे|मुझको|हम|हमें|हमको|आप|आपको|वह|वो|यह|ये|यहां|वहां|कोई|कुछ|सब|तुम|उनको|उसको|कहीं|"
    "इसे|उसे|हम लोगों|mai|main|mujhe|mujhko|muje|mujhey|hum|humein|humko|hame|hamen|hamein|aap|"
    "aapko|ap|apko|woh|wo|yeh|ye|yahan|yaha|wahan|waha|koi|kuch|kuchh|sab|tum|unko|usko|kahin|"
    "ise|use" },
  { KONTOR_WORD_NAME, 0,
    "मेरा नाम|मेरा नाम है|नाम|नाम है|यात्री का नाम|मेहमान का नाम|मेरा शुभ नाम|mera naam|"
    "mera nam|naam|mera naam hai|mera name|mera name hai|passenger ka naam|guest ka naam|"
    "mera shubh naam|naam hai" },
  { KONTOR_WORD_NAME, 1, "मैं|main|mai" },
  { KONTOR_WORD_NAME_AFTER, 0,
    "बोल रहा हूं|बोल रही हूं|बोल रहा हु|बात कर रहा हूं|bol raha hoon|bol raha hu|bol raha hun|"
    "bol rahi hoon|bol rahi hu|bol rha hu|bol rhi hu|baat kar raha hoon|baat kar raha hu" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "तैयार|परेशान|ठीक|देर|जल्दी|अभी|बाहर|अंदर|इंतज़ार|नहीं|क्या|कब|चाहता|चाहती|एक|tayyar|taiyar|"
    "pareshan|der|jaldi|abhi|bahar|baahar|andar|intezaar|intezar|nahi|kya|kab|chahta|chahti|ek|"
    "wait|rasta|raste" },
  { KONTOR_WORD_REGARDS, 0, "सादर|saadar" },
  { KONTOR_WORD_PEOPLE, 0,
    "लोग|लोगों|व्यक्ति|व्यक्तियों|जन|जने|यात्री|यात्रियों|सवारी|सवारियां|मेहमान|बच्चे|बच्चा|"
    "पैसेंजर|आदमी|बड़े|log|logo|logon|loge|banda|bande|aadmi|admi|yatri|sawari|savari|bachche|"
    "bacche|bacha|baccha|bade" },
  { KONTOR_WORD_PEOPLE_LEAD, 0, "हम|हम लोग|कुल|यात्री|hum|hum log|kul|yatri" },
  { KONTOR_WORD_ALONE, 0,
    "अकेले|अकेला|अकेली|सिर्फ मैं|केवल मैं|बस मैं|akele|akela|akeli|sirf main|sirf mai|bas main|"
    "keval main" },
  { KONTOR_WORD_WITH, 0, "साथ|के साथ|और|चाहिए|saath|ke saath|sath|aur|chahiye" },
  { KONTOR_WORD_WITHOUT, 0, "बिना|के बिना|bina|ke bina|bagair" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "पता नहीं|मालूम नहीं|बाद में बताऊंगा|बाद में बताऊंगी|बाद में बताता हूं|देखता हूं|"
    "देखकर बताता हूं|सोचकर बताता हूं|रुको|रुकिए|एक मिनट|pata nahi|pata nhi|maloom nahi|"
    "malum nahi|baad mein bataunga|baad me bataunga|baad mein batata|baad me batata|dekhta hoon|"
    "dekhta hu|dekh ke batata|soch ke batata|ruko|rukiye|ek minute|ek min" },
  { KONTOR_WORD_VERB, 0,
    "बुक|करना|करनी|करो|करें|कर|जाना|आना|भेजो|भेजें|भेजना|देना|बताना|बताओ|बताइए|मिलना|पूछना|"
    "बदलना|चाहता|चाहती|चाहते|karna|karni|karo|kare|karein|kar|kro|krna|jana|jaana|aana|bhejo|"
    "bhejna|dena|batao|bataiye|batana|milna|puchna|badalna|chahta|chahti|chahte" },
  { KONTOR_WORD_CONNECTOR, 0,
    "और|या|को|में|पर|लिए|के लिए|है|हैं|हूं|चाहिए|कृपया|मेरा|नाम|गाड़ी|कार|टैक्सी|कैब|यात्री|"
    "फ्लाइट|लेकिन|अगर|क्योंकि|साथ|के साथ|लेकर|वापस|aur|ko|mein|me|par|pe|liye|ke liye|hai|hain|"
    "hoon|hu|hun|chahiye|chaiye|mera|naam|gaadi|gadi|gaari|lekin|agar|kyunki|saath|ke saath|"
    "lekar|leke|wapas|bhai|ji|car|taxi|cab|flight" },
  { KONTOR_WORD_WISH, 0,
    "चाहिए|चाहिये|बुक करना है|बुक करनी है|बुक करना|बुक करानी है|बुक कराना है|बुक करवानी है|"
    "बुक करवाना है|बुक करो|बुक कर दो|बुक कर दीजिए|बुक करें|बुकिंग करनी है|बुकिंग चाहिए|जाना है|"
    "भेजो|भेज दो|भेज दीजिए|भेजिए|भेज सकते|लेना है|चाहता हूं|चाहती हूं|चाहते हैं|गाड़ी मिलेगी|"
    "गाड़ी मिल सकती है|chahiye|chaiye|chahie|chaahiye|cahiye|chiye|chahye|book karna hai|"
    "book karni hai|book krni hai|book krna hai|book karna|book karani hai|book karwani hai|"
    "book karwana hai|book karo|book kro|book kar do|book kardo|book kar dijiye|"
    "booking karni hai|booking karna hai|booking krni hai|booking chahiye|jana hai|jaana hai|"
    "jana h|bhejo|bhej do|bhej dijiye|bhejiye|bhej sakte|lena hai|chahta hoon|chahta hu|"
    "chahti hoon|chahti hu|chahte hain|gaadi milegi|gadi milegi|gaadi mil sakti hai|cab milegi|"
    "taxi milegi|karni hai booking|रुचि है|दिलचस्पी है|में रुचि|में दिलचस्पी|इच्छुक हूं|"
    "इच्छुक हैं|इंटरेस्टेड हूं|इंटरेस्टेड हैं|ruchi hai|dilchaspi hai|बनवाना है|बनवानी है|"
    "करवाना है|करवानी है|कराना है|banwana hai|banwani hai|karwana hai|karwani hai|karana hai" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "मदद चाहिए|जानकारी चाहिए|रिफंड चाहिए|नौकरी चाहिए|बिल चाहिए|रसीद चाहिए|इनवॉइस चाहिए|"
    "पैसे वापस चाहिए|नहीं चाहिए|क्या चाहिए|जानना चाहता हूं|जानना चाहती हूं|पूछना चाहता हूं|"
    "रद्द करना चाहता हूं|बदलना चाहता हूं|नंबर चाहिए|madad chahiye|help chahiye|jankari chahiye|"
    "jaankari chahiye|information chahiye|info chahiye|refund chahiye|paise wapas chahiye|"
    "naukri chahiye|job chahiye|bill chahiye|invoice chahiye|receipt chahiye|nahi chahiye|"
    "nhi chahiye|kya chahiye|janna chahta hoon|janna chahta hu|puchna chahta hoon|"
    "puchna chahta hu|cancel karna chahta|badalna chahta|number chahiye|reply chahiye|"
    "jawab chahiye|रुचि नहीं|दिलचस्पी नहीं|में रुचि नहीं|में दिलचस्पी नहीं|ruchi nahi|"
    "dilchaspi nahi|रद्द करवाना है|कैंसिल करवाना है|चेंज करवाना है|cancel karwana hai|"
    "change karwana hai|cancel karana hai|change karana hai" },
  { KONTOR_WORD_QUESTION, 0,
    "कौन|कौनसा|कौन सी|कब|कहां|कितना|कितने|कितनी|कैसे|क्यों|क्या आपके|क्या आप के|क्या ये|क्या यह|"
    "क्या इसमें|क्या है|किराया कितना|कीमत क्या|kaun|kaunsa|konsa|kab|kahan|kaha|kitna|kitne|"
    "kitni|kaise|kyun|kyon|kyo|kya aapke|kya aap ke|kya ye|kya yeh|kya isme|kya hai|"
    "kiraya kitna|price kya|rate kya" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "का|की|के|को|में|से|पर|है|हैं|हूं|था|थी|और|या|क्या|कैसे|कब|कहां|कितना|कितने|कितनी|कौन|मैं|"
    "मुझे|हम|हमें|आप|आपके|आपकी|आपका|मेरा|मेरी|मेरे|यह|ये|वह|वो|एक|कृपया|तो|भी|ही|लिए|होता|होती|"
    "होते|सकते|सकता|सकती|कर|करना|हो|चाहिए|ka|ki|ke|ko|mein|se|par|pe|hai|hain|hoon|hu|tha|thi|"
    "aur|kya|kaise|kab|kahan|kitna|kitne|kitni|kaun|mujhe|hum|aap|aapke|aapki|aapka|mera|meri|"
    "mere|yeh|ye|woh|wo|ek|kripya|toh|bhi|hi|liye|hota|hoti|hote|sakte|sakta|sakti|kar|karna|ho|"
    "chahiye" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_hi = {
  .code = "hi",
  .name = "हिन्दी",
  .also = "en",
  .month_first = FALSE,
  .week_torn = TRUE,
  .bare_half = 30,
  .words = words,
};
