/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bengali as it is typed on phones in Bangladesh and West Bengal, some of it in Latin letters, with
 * English mixed in. "কাল" is yesterday as well as tomorrow: of a booking it is tomorrow. "নয়" is
 * "nine" and "is not": a number only beside what is counted. "টা" follows every count, so it makes
 * an hour only where a day or a part of it stands by; "টায়" is "at". "না" between two is "or" as
 * well as "not": neither is taken. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "সোমবার|সোমবারে|সোমবারের|মানডে|shombar|sombar|shombare" },
  { KONTOR_WORD_WEEKDAY, 2, "মঙ্গলবার|মঙ্গলবারে|মঙ্গলবারের|টিউসডে|mongolbar|mongolbare" },
  { KONTOR_WORD_WEEKDAY, 3, "বুধবার|বুধ|বুধবারে|বুধবারের|budhbar|budbar|budhbare" },
  { KONTOR_WORD_WEEKDAY, 4,
    "বৃহস্পতিবার|বৃহস্পতি|বৃহস্পতিবারে|বৃহস্পতিবারের|বিষ্যুদবার|বৃহষ্পতিবার|brihospotibar|"
    "brihoshpotibar|bishyudbar" },
  { KONTOR_WORD_WEEKDAY, 5,
    "শুক্রবার|শুক্র|শুক্রবারে|শুক্রবারের|ফ্রাইডে|shukrobar|sukrobar|shukrobare|shukrabar" },
  { KONTOR_WORD_WEEKDAY, 6, "শনিবার|শনিবারে|শনিবারের|shonibar|sonibar|shonibare" },
  { KONTOR_WORD_WEEKDAY, 7,
    "রবিবার|রোববার|রবিবারে|রবিবারের|রোববারে|রোববারের|robibar|robbar|robibare" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 1, "সোম" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 2, "মঙ্গল" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 6, "শনি" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "রবি" },
  { KONTOR_WORD_MONTH, 1, "জানুয়ারি|জানুয়ারী|জানুয়ারির|জানুয়ারীর" },
  { KONTOR_WORD_MONTH, 2, "ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্রুয়ারির|ফেব্রুয়ারীর" },
  { KONTOR_WORD_MONTH, 3, "মার্চ|মার্চের" },
  { KONTOR_WORD_MONTH, 4, "এপ্রিল|এপ্রিলের" },
  { KONTOR_WORD_MONTH, 5, "মে" },
  { KONTOR_WORD_MONTH, 6, "জুন|জুনের" },
  { KONTOR_WORD_MONTH, 7, "জুলাই|জুলাইয়ের" },
  { KONTOR_WORD_MONTH, 8, "আগস্ট|অগাস্ট|আগষ্ট|আগস্টের|অগস্ট" },
  { KONTOR_WORD_MONTH, 9, "সেপ্টেম্বর|সেপ্টেম্বরের" },
  { KONTOR_WORD_MONTH, 10, "অক্টোবর|অক্টোবরের" },
  { KONTOR_WORD_MONTH, 11, "নভেম্বর|নভেম্বরের" },
  { KONTOR_WORD_MONTH, 12, "ডিসেম্বর|ডিসেম্বরের" },
  { KONTOR_WORD_DAY, 0, "আজ|আজকে|আজকেই|আজই|আজকের|aj|aaj|ajke|ajkei|aajke|ajker" },
  { KONTOR_WORD_DAY, 1,
    "কাল|কালকে|আগামীকাল|কালকের|আগামীকালকে|আগামীকালের|কালই|আগামী কাল|আগামি কাল|আগামিকাল|কাল কে|"
    "kalke|agamikal|agami kal|kalker|kalkei" },
  { KONTOR_WORD_DAY, 2,
    "পরশু|পরশুদিন|পরশুর|আগামী পরশু|পরশু দিন|porshu|porsu|porshudin|porshu din" },
  { KONTOR_WORD_DAY, 3, "তরশু|torshu" },
  { KONTOR_WORD_DAY, -1, "গতকাল|গতকালকে|গতকালের|গত কাল|gotokal|goto kal|gotokalke" },
  { KONTOR_WORD_DAY, -2, "গত পরশু|goto porshu" },
  { KONTOR_WORD_NAMED_DAY, 1225, "বড়দিন|বড়দিনে" },
  { KONTOR_WORD_NAMED_DAY, 1216, "বিজয় দিবস|বিজয় দিবসে" },
  { KONTOR_WORD_WEEK, 0, "এই সপ্তাহ|এই সপ্তাহে|এ সপ্তাহে|এই সপ্তাহের|ei soptahe" },
  { KONTOR_WORD_WEEK, 1,
    "আগামী সপ্তাহ|আগামী সপ্তাহে|আগামী সপ্তাহের|সামনের সপ্তাহ|সামনের সপ্তাহে|সামনের সপ্তাহের|"
    "পরের সপ্তাহে|পরের সপ্তাহ|পরের সপ্তাহের|agami soptahe|shamner soptahe|porer soptahe" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "এই মাস|এই মাসে|এ মাসে|এই মাসের|এ মাসের|ei mashe" },
  { KONTOR_WORD_MONTH_AHEAD, 1,
    "আগামী মাস|আগামী মাসে|আগামী মাসের|সামনের মাসে|সামনের মাসের|পরের মাসে|পরের মাসের|agami mashe|"
    "shamner mashe" },
  { KONTOR_WORD_NEXT, 0, "পরের|পরবর্তী|porer" },
  { KONTOR_WORD_THIS, 0, "এই|আগামী|সামনের|এ|আসছে|আগামি|ei|agami|shamner|samner" },
  { KONTOR_WORD_LAST, 0, "গত|বিগত|goto" },
  { KONTOR_WORD_EVERY, 0, "প্রতি|প্রত্যেক|proti" },
  { KONTOR_WORD_ORDINAL, 1, "পহেলা|পয়লা|pohela" },
  { KONTOR_WORD_ORDINAL_SIGN, 0,
    "তারিখ|তারিখে|তারিখের|ই|শে|লা|রা|ঠা|এ|ই তারিখ|শে তারিখ|tarikh|tarikhe|tarik|tarike" },
  { KONTOR_WORD_ON, 1, "তারিখ|তারিখে|তাং|তারিখঃ|tarikh" },
  { KONTOR_WORD_ON, 0, "দিন|বার" },
  { KONTOR_WORD_OF, 0, "এর|র|er" },

  /* hours */
  { KONTOR_WORD_PART, 1,
    "সকাল|সকালে|সকালবেলা|সকালের|সকাল বেলা|ভোর|ভোরে|ভোরবেলা|ভোর বেলা|sokal|sokale|shokal|shokale|"
    "sokalbela|sokaler|bhor|bhore|vore|vor" },
  { KONTOR_WORD_PART, 2,
    "দুপুর|দুপুরে|দুপুরবেলা|দুপুরের|দুপুর বেলা|বিকাল|বিকালে|বিকেল|বিকেলে|বিকেলবেলা|বিকালবেলা|"
    "বিকাল বেলা|বিকেল বেলা|বিকেলের|বিকালের|dupur|dupure|dupurbela|bikal|bikale|bikel|bikele|"
    "bikalbela" },
  { KONTOR_WORD_PART, 3,
    "সন্ধ্যা|সন্ধ্যায়|সন্ধ্যে|সন্ধ্যাবেলা|সন্ধ্যেবেলা|সন্ধ্যার|সন্ধা|সন্ধায়|sondha|shondha|"
    "sondhay|shondhay|sondhya|shondhya|sondhai" },
  { KONTOR_WORD_PART, 4,
    "রাত|রাতে|রাত্রে|রাত্রি|রাতের|রাত্রিতে|raat|raate|rate|ratre|rat|ratey" },
  { KONTOR_WORD_PART_TODAY, 1, "আজ সকাল|আজ সকালে|আজ সকালের|আজ ভোরে|aj sokale|ajke sokale" },
  { KONTOR_WORD_PART_TODAY, 2,
    "আজ দুপুর|আজ দুপুরে|আজ বিকাল|আজ বিকালে|আজ বিকেল|আজ বিকেলে|aj dupure|aj bikale|aj bikele" },
  { KONTOR_WORD_PART_TODAY, 3,
    "আজ সন্ধ্যা|আজ সন্ধ্যায়|আজ সন্ধ্যে|আজ সন্ধায়|aj sondhay|aj shondhay" },
  { KONTOR_WORD_PART_TODAY, 4, "আজ রাত|আজ রাতে|আজ রাত্রে|aj rate|aj raate|aj raat" },
  { KONTOR_WORD_CLOCK, 0, "মধ্যরাত|মধ্যরাতে|মাঝরাত|মাঝরাতে" },
  { KONTOR_WORD_AM, 0, "এএম|এ এম" },
  { KONTOR_WORD_PM, 0, "পিএম|পি এম" },
  { KONTOR_WORD_OCLOCK, 1, "টা|টার|টাই|ta|tar|tai" },
  { KONTOR_WORD_OCLOCK, 0,
    "টায়|টাতে|tay|tae|টার সময়|টা বাজে|ঘটিকা|ঘটিকায়|ঘটিকার|tar somoy|ta baje" },
  { KONTOR_WORD_HALF, 0, "আধা|আধ|অর্ধেক|adha|adh" },
  { KONTOR_WORD_MINUTES_MORE, 0, "বেজে|beje" },
  { KONTOR_WORD_HOUR_SHIFT, 30, "সাড়ে|সারে|share|sare|sadhe|shaare|saare" },
  { KONTOR_WORD_HOUR_SHIFT, 15, "সোয়া|সওয়া|shoa|soa|sowa" },
  { KONTOR_WORD_HOUR_SHIFT, -15, "পৌনে|পোনে|poune|pone" },
  { KONTOR_WORD_HOUR_AND_HALF, 90, "দেড়|der|derh" },
  { KONTOR_WORD_HOUR_AND_HALF, 150, "আড়াই|arai|arhai" },
  { KONTOR_WORD_AT, 0, "সময়|টাইম|somoy" },
  { KONTOR_WORD_ABOUT, 0, "প্রায়|আনুমানিক|মোটামুটি|pray|anumanik" },
  { KONTOR_WORD_ISH, 0, "দিকে|নাগাদ|র দিকে|এর দিকে|মতো|dike|nagad" },
  { KONTOR_WORD_SHARP, 0, "ঠিক|একদম" },
  { KONTOR_WORD_NOW, 0,
    "এখন|এখনই|এখনি|এক্ষুনি|এক্ষুণি|এখুনি|এই মুহূর্তে|যত তাড়াতাড়ি সম্ভব|যত দ্রুত সম্ভব|"
    "জরুরি ভিত্তিতে|ekhon|akhon|ekhoni|akhoni|ekkhuni|ekhuni" },
  { KONTOR_WORD_BOUND_AFTER, 0,
    "পরে|পর|আগে|আগেই|মধ্যে|পর্যন্ত|এর পরে|এর পর|এর আগে|এর মধ্যে|র পরে|র পর|র আগে|র মধ্যে|পরেই|"
    "এর মাঝে|মাঝে|মাঝামাঝি|pore|por|age|moddhe|porjonto|er pore|er age|er moddhe|majhe" },
  { KONTOR_WORD_BOUND_AFTER, 0,
    "ফ্লাইট|এর ফ্লাইট|র ফ্লাইট|ট্রেন|এর ট্রেন|র ট্রেন|মিটিং|এর মিটিং|বাস|এর বাস|flight|"
    "er flight|train|er train|meeting" },
  { KONTOR_WORD_RANGE, 0, "থেকে|হতে|বা|theke" },
  { KONTOR_WORD_EVENT, 1, "ফ্লাইট|ফ্লাইটের|বিমান|ট্রেন|প্লেন|flight|train" },
  { KONTOR_WORD_EVENT, 2, "মিটিং|বিয়ে|বিয়ের|পার্টি|পরীক্ষা|অনুষ্ঠান|ইন্টারভিউ|meeting|biye" },
  { KONTOR_WORD_OURS, 0,
    "গাড়ি|গাড়ী|কার|ট্যাক্সি|ক্যাব|ড্রাইভার|লাগবে|পিক|পিকআপ|বুক|বুকিং|পাঠান|পাঠাবেন|নিতে|তুলে|"
    "gari|lagbe|pathan|nite|tule" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "শূন্য" },
  { KONTOR_WORD_NUMBER_MAYBE, 1, "এক|ek|একটা|একটি" },
  { KONTOR_WORD_NUMBER, 2, "দুই|dui" },
  { KONTOR_WORD_NUMBER_MAYBE, 2, "দু|du" },
  { KONTOR_WORD_NUMBER, 3, "তিন|tin" },
  { KONTOR_WORD_NUMBER, 4, "চার|char" },
  { KONTOR_WORD_NUMBER, 5, "পাঁচ|pach|panch" },
  { KONTOR_WORD_NUMBER, 6, "ছয়|ছ|choy|chhoy|soy" },
  { KONTOR_WORD_NUMBER, 7, "সাত|shat" },
  { KONTOR_WORD_NUMBER_MAYBE, 7, "sat" },
  { KONTOR_WORD_NUMBER, 8, "আট" },
  { KONTOR_WORD_NUMBER_MAYBE, 8, "at" },
  { KONTOR_WORD_NUMBER_MAYBE, 9, "নয়|noy|noi" },
  { KONTOR_WORD_NUMBER, 10, "দশ|dosh|dos" },
  { KONTOR_WORD_NUMBER, 11, "এগারো|এগার|egaro|egarota" },
  { KONTOR_WORD_NUMBER, 12, "বারো|baro" },
  { KONTOR_WORD_NUMBER_MAYBE, 12, "বার" },
  { KONTOR_WORD_NUMBER, 13, "তেরো|তের" },
  { KONTOR_WORD_NUMBER, 14, "চৌদ্দ|চোদ্দ" },
  { KONTOR_WORD_NUMBER, 15, "পনেরো|পনের|ponero" },
  { KONTOR_WORD_NUMBER, 16, "ষোলো|ষোল" },
  { KONTOR_WORD_NUMBER, 17, "সতেরো|সতের" },
  { KONTOR_WORD_NUMBER, 18, "আঠারো|আঠার" },
  { KONTOR_WORD_NUMBER, 19, "উনিশ|ঊনিশ" },
  { KONTOR_WORD_NUMBER, 20, "বিশ|কুড়ি|bish|kuri" },
  { KONTOR_WORD_NUMBER, 21, "একুশ|ekush" },
  { KONTOR_WORD_NUMBER, 22, "বাইশ" },
  { KONTOR_WORD_NUMBER, 23, "তেইশ" },
  { KONTOR_WORD_NUMBER, 24, "চব্বিশ" },
  { KONTOR_WORD_NUMBER, 25, "পঁচিশ|pochish" },
  { KONTOR_WORD_NUMBER, 26, "ছাব্বিশ" },
  { KONTOR_WORD_NUMBER, 27, "সাতাশ" },
  { KONTOR_WORD_NUMBER, 28, "আটাশ" },
  { KONTOR_WORD_NUMBER, 29, "উনত্রিশ|ঊনত্রিশ" },
  { KONTOR_WORD_NUMBER, 30, "ত্রিশ|তিরিশ|trish" },
  { KONTOR_WORD_NUMBER, 31, "একত্রিশ" },
  { KONTOR_WORD_NUMBER, 35, "পঁয়ত্রিশ" },
  { KONTOR_WORD_NUMBER, 40, "চল্লিশ|chollish" },
  { KONTOR_WORD_NUMBER, 45, "পঁয়তাল্লিশ|poytallish" },
  { KONTOR_WORD_NUMBER, 50, "পঞ্চাশ|ponchash" },
  { KONTOR_WORD_NUMBER, 55, "পঞ্চান্ন" },
  { KONTOR_WORD_ONE, 0, "এক|ek" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "সেকেন্ড" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "মিনিট|মিনিটের|মিনিটে|মিনিটেই|minit" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR,
    "ঘণ্টা|ঘন্টা|ঘণ্টার|ঘন্টার|ঘণ্টায়|ঘন্টায়|ghonta|ghontar" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "দিন|দিনের|দিনে|din" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "সপ্তাহ|সপ্তাহের|সপ্তাহে|soptah" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "মাস|মাসের|মাসে|mash" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "বছর|বছরের|bochor" },
  { KONTOR_WORD_UNITS, 3000 + KONTOR_UNIT_MINUTE,
    "আধঘণ্টা|আধঘন্টা|আধাঘণ্টা|আধাঘন্টা|আধঘণ্টার|আধঘন্টার|আধাঘণ্টার|আধাঘন্টার" },
  { KONTOR_WORD_FROM_NOW, 0, "পর|পরে|মধ্যে|বাদে|এর মধ্যে|ভিতরে|ভেতরে|por|pore|moddhe|bade" },
  { KONTOR_WORD_AGO, 0, "আগে|আগেই|পূর্বে|age" },
  { KONTOR_WORD_BEFORE, 0, "আগে|পূর্বে|age" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "শুভ সকাল|সুপ্রভাত|শুভ সন্ধ্যা|শুভ রাত্রি|শুভ দুপুর|শুভ বিকাল|শুভ দিন|গুড মর্নিং|গুড নাইট|"
    "গুড ইভিনিং|এক মিনিট|এক সেকেন্ড|দুই মিনিট|একদিন|একবার|আজকাল|সারাদিন|সারা দিন|সারারাত|"
    "প্রতিদিন|রোজ|২৪ ঘণ্টা|২৪ ঘন্টা|চব্বিশ ঘণ্টা|এখন না|এখনো|এখনও|এখন আমি|এখন পর্যন্ত|একটু পরে|"
    "পরে জানাবো|পরে জানাব|আজ কেমন আছেন|কয়টা|কয়টায়|কয়টার|কটায়|কতক্ষণ|একটা কথা|shuvo sokal|"
    "shuvo shondha|ek minute|aj kal|protidin|ekhon na|ekhono|koyta|koytay|kotay|saradin" },
  { KONTOR_WORD_COUNTED, 0,
    "জন|জনের|যাত্রী|লোক|মানুষ|ব্যক্তি|বাচ্চা|শিশু|বড়|ছোট|ব্যাগ|লাগেজ|স্যুটকেস|সুটকেস|গাড়ি|"
    "গাড়ী|কার|ট্যাক্সি|সিট|সিটের|সিটার|আসন|আসনের|কিমি|কিলো|কিলোমিটার|কেজি|রুম|টিকিট|তলা|বার|টি|"
    "খানা|পিস|পিচ|প্যাসেঞ্জার|মেহমান|তারকা|jon|joner|lok|manush|jatri|bag|gari|seat|baccha|"
    "bacha|ti|tala|bar" },
  { KONTOR_WORD_LABELLED, 0,
    "নম্বর|নাম্বার|নং|রুম|রুম নম্বর|রুম নং|ফ্লাইট|ফ্লাইট নম্বর|ফ্লাইট নং|টার্মিনাল|গেট|গেইট|"
    "ফ্ল্যাট|বাসা|বাড়ি|বাসা নং|বাড়ি নং|রোড|রোড নং|সেক্টর|ব্লক|লেন|ফোন|মোবাইল|মোবাইল নম্বর|"
    "ফোন নম্বর|কোড|পিন|বয়স|ভাড়া|দাম|বাজেট|লেভেল|টাওয়ার|ভবন|nombor|nambar|basa|bari|road|"
    "boyosh|vara|bhara|dam|phone|mobile|nid|এনআইডি|এনআইডি নম্বর|এনআইডি নং" },
  { KONTOR_WORD_COUNT_LEAD, 0, "আমরা|মোট|শুধু|মাত্র|amra|mot|shudhu" },
  { KONTOR_WORD_CURRENCY, 0,
    "টাকা|টাকার|টাকায়|টাকাতে|দিরহাম|ডলার|রুপি|রিয়াল|হাজার|লাখ|লক্ষ|কোটি|শ|শো|শত|শতাংশ|"
    "পার্সেন্ট|৳|taka|takar|takay|hajar|lakh|sho|koti" },
  { KONTOR_WORD_STREET, 0, "রোড|সড়ক|স্ট্রিট|গলি|লেন|এভিনিউ|মোড়" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "কালো|কাজ|কাকা|আজাদ|আজিজ|রাতুল|রাজ|সকল|শুকরিয়া|শুক্লা|রবিন|রবিউল|শনির|সোমা|মঙ্গলময়|বিকল|"
    "বিকাশ|দুপুরিয়া|সন্ধি|ভোট|পরশ|kala|kalo|kaka|kaal|robin|shoma|bikash|sokol|rata|rajib|horn" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "বা|অথবা|নাকি|কিংবা|naki|othoba" },
  { KONTOR_WORD_AND, 0, "আর|এবং|ও|ar|ebong" },
  { KONTOR_WORD_BUT, 0, "কিন্তু|তবে|বরং|kintu|tobe" },
  { KONTOR_WORD_CORRECTION, 0,
    "সরি|দুঃখিত|মানে|আমার মানে|না না|না সরি|বদলে|পরিবর্তে|জায়গায়|এর বদলে|এর পরিবর্তে|"
    "এর জায়গায়|র বদলে|র জায়গায়|ভুল হয়েছে|বদলে দিন|mane|na na|bodole|bodle|er bodole" },
  { KONTOR_WORD_CORRECTION, 1, "নয়|noy" },
  { KONTOR_WORD_CHANGE, 0,
    "বদলাতে|বদলাতে চাই|বদলান|পরিবর্তন|পরিবর্তন করতে চাই|পরিবর্তন করুন|চেঞ্জ|চেঞ্জ করতে চাই|"
    "পাল্টাতে|পাল্টান|বদল|সময় বদল|poriborton|bodlate|change korte|change koren|change korun" },
  { KONTOR_WORD_YES, 0,
    "হ্যাঁ|হা|জি|জ্বি|জী|জ্বী|জি হ্যাঁ|ঠিক আছে|ঠিকাছে|ঠিক|আচ্ছা|ওকে|অবশ্যই|নিশ্চিত|কনফার্ম|"
    "কনফার্ম করুন|কনফার্ম করেন|বুক করুন|বুক করেন|বুক করে দিন|বুক করে দেন|করুন|করেন|করে দিন|"
    "করে দেন|হুম|হুঁ|রাজি|সঠিক|সব ঠিক আছে|হ্যাঁ বুক করুন|হ্যাঁ ঠিক আছে|চলবে|হবে|ইনশাআল্লাহ|"
    "হ্যাঁ করুন|জি করুন|ha|hae|hya|hyan|haa|hea|ji|jee|jii|thik ache|thik ase|thikache|thik|"
    "accha|acha|achha|obossoi|oboshshoi|korun|koren|kore den|kore din|book korun|book koren|"
    "book kore den|confirm koren|confirm korun|hmm|hum|cholbe|hobe|ji thik ache" },
  { KONTOR_WORD_NO, 0,
    "না|নাহ|না না|জি না|জ্বি না|ভুল|ভুল হয়েছে|ঠিক না|ঠিক নেই|লাগবে না|দরকার নেই|দরকার নাই|"
    "এখন না|চাই না|করবেন না|না থাক|থাক|না ধন্যবাদ|na|nah|ji na|lagbe na|dorkar nai|dorkar nei|"
    "ekhon na|chai na|thik na|bhul|vul|korben na" },
  { KONTOR_WORD_CANCEL, 0,
    "বাতিল|ক্যানসেল|ক্যান্সেল|কেনসেল|ক্যানসেল করুন|ক্যানসেল করেন|বাতিল করুন|বাতিল করেন|"
    "বাতিল করে দিন|বাতিল করতে চাই|বাতিল করবেন|ক্যানসেল করতে চাই|বুকিং বাতিল|বুকিং বাতিল করুন|"
    "বুকিংটা বাতিল করুন|আমার বুকিং বাতিল করুন|গাড়ি লাগবে না|আর লাগবে না|batil|batil korun|"
    "batil koren|batil korte chai|cancel korun|cancel koren|cancel kore den|cancel kore din|"
    "cancel korte chai|booking batil|gari lagbe na|ar lagbe na" },
  { KONTOR_WORD_STATUS, 0,
    "স্ট্যাটাস|অবস্থা|আমার বুকিং|বুকিংয়ের অবস্থা|বুকিং এর অবস্থা|আমার বুকিংয়ের অবস্থা|"
    "আমার বুকিং এর অবস্থা|বুকিংয়ের স্ট্যাটাস|গাড়ি কোথায়|ড্রাইভার কোথায়|বুকিংয়ের খবর|"
    "আমার বুকিং কি কনফার্ম|amar booking|booking er obostha|booking er status|"
    "amar booking er status|gari kothay|driver kothay|obostha|আমার অর্ডার|আমার অর্ডারের|"
    "অর্ডারের অবস্থা|অর্ডার এর অবস্থা|অর্ডারের খবর|আমার জিজ্ঞাসা|আমার জিজ্ঞাসার|জিজ্ঞাসার খবর|"
    "কোনো খবর|কোন খবর|কতদূর হলো|amar order|order er obostha|order er status|kono khobor|"
    "kotodur holo|কাজ কতদূর|কতদূর এগোলো" },
  { KONTOR_WORD_GREETING, 0,
    "আসসালামু আলাইকুম|আসসালামুয়ালাইকুম|আস্সালামু আলাইকুম|সালাম|নমস্কার|আদাব|হ্যালো|হেলো|হাই|"
    "শুভ সকাল|সুপ্রভাত|শুভ সন্ধ্যা|শুভ রাত্রি|শুভ দুপুর|শুভ বিকাল|গুড মর্নিং|কেমন আছেন|কেমন আছো|"
    "ভালো আছেন|ওয়ালাইকুম আসসালাম|ভাই|ভাইয়া|আপু|আপা|স্যার|ম্যাডাম|দাদা|দিদি|assalamualaikum|"
    "assalamu alaikum|nomoskar|nomoshkar|adab|kemon achen|kemon asen|bhai|vai|bhaiya|vaiya|apu|"
    "apa|dada|didi|shuvo sokal" },
  { KONTOR_WORD_THANKS, 0,
    "ধন্যবাদ|অনেক ধন্যবাদ|আপনাকে ধন্যবাদ|অসংখ্য ধন্যবাদ|থ্যাংকস|থ্যাংক ইউ|থ্যাঙ্কস|থ্যাঙ্ক ইউ|"
    "শুকরিয়া|dhonnobad|dhonyobad|onek dhonnobad|donnobad|dhannabad" },
  { KONTOR_WORD_POLITE, 0,
    "প্লিজ|প্লীজ|দয়া করে|অনুগ্রহ করে|ভাই|ভাইয়া|আপু|আপা|স্যার|ম্যাডাম|দাদা|দিদি|তাহলে|তো|একটু|"
    "টা|টি|টাই|আমার|অনেক|খুব|এখন|এটা|সেটা|কি|কী|doya kore|bhai|vai|bhaiya|vaiya|apu|apa|dada|"
    "didi|tahole|ektu|plz|amar|eta|ki" },
  { KONTOR_WORD_STOP, 0,
    "থামুন|থামান|স্টপ|বন্ধ করুন|বন্ধ করেন|মেসেজ বন্ধ করুন|মেসেজ বন্ধ করেন|বার্তা বন্ধ করুন|"
    "মেসেজ পাঠাবেন না|মেসেজ দিবেন না|মেসেজ দেবেন না|বার্তা পাঠাবেন না|আর মেসেজ পাঠাবেন না|"
    "আর মেসেজ দিবেন না|আমাকে মেসেজ পাঠাবেন না|আনসাবস্ক্রাইব|message bondho korun|"
    "message pathaben na|message diben na|msg diben na|ar message pathaben na|"
    "ar message diben na|bondho korun" },
  { KONTOR_WORD_START, 0,
    "শুরু|শুরু করুন|শুরু করেন|আবার শুরু করুন|চালু করুন|আবার চালু করুন|স্টার্ট|shuru korun|"
    "suru korun|abar shuru korun|chalu korun" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "পিকআপ|পিক আপ|পিকআপ লোকেশন|পিকআপ পয়েন্ট|পিকআপের ঠিকানা|তোলার জায়গা|ওঠার জায়গা" },
  { KONTOR_WORD_PLACE_TO, 0,
    "ড্রপ|ড্রপ অফ|ড্রপঅফ|ড্রপ লোকেশন|গন্তব্য|নামার জায়গা|ড্রপের ঠিকানা" },
  { KONTOR_WORD_PLACE_FROM_AFTER, 0, "থেকে|হতে|থেইকা|theke|thake|theka|hote" },
  { KONTOR_WORD_PLACE_TO_AFTER, 0,
    "পর্যন্ত|পর্যন্ত যাব|পর্যন্ত যাবো|যাব|যাবো|যাবেন|যেতে|যেতে চাই|যেতে হবে|যাওয়া|যাওয়ার|"
    "যাওয়ার জন্য|যাচ্ছি|নামব|নামবো|নামিয়ে দিন|নামিয়ে দেবেন|নামিয়ে দিবেন|পৌঁছাতে হবে|"
    "পৌঁছে দিন|পৌঁছে দেবেন|porjonto|porjontho|jabo|jab|jete|jete chai|jete hobe|jawar|"
    "jawar jonno|jaoa|namiye din|namiye diben|nambo" },
  { KONTOR_WORD_PLACE_TO_AFTER, 1, "জন্য|এর জন্য|র জন্য|দিকে|jonno|er jonno" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "কার্ড থেকে|ক্যাশ থেকে|আপনার থেকে|আমার থেকে|শুরু থেকে|এখন থেকে|আজ থেকে|কাল থেকে|কখন থেকে|"
    "কোথা থেকে|কোথায় থেকে|কবে থেকে|কার থেকে|ব্যাংক থেকে|অনলাইন থেকে|ফেসবুক থেকে|অ্যাপ থেকে|"
    "এখন পর্যন্ত|কখন পর্যন্ত|আজ পর্যন্ত|card theke|apnar theke|amar theke|shuru theke|"
    "ekhon theke|aj theke|kotha theke|kothay theke|kokhon theke|bank theke|facebook theke|"
    "app theke|ekhon porjonto" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "বিমানবন্দর|বিমানবন্দরে|এয়ারপোর্ট|এয়ারপোর্টে|টার্মিনাল|টাওয়ার|টাওয়ারে|মল|মলে|হোটেল|"
    "হোটেলে|স্টেশন|স্টেশনে|মেট্রো|রোড|সড়ক|গলি|লেন|এভিনিউ|মোড়|মোড়ে|নগর|সেক্টর|পার্ক|পার্কে|"
    "বিচ|মেরিনা|মেরিনায়|হাসপাতাল|হাসপাতালে|হসপিটাল|ক্লিনিক|স্কুল|স্কুলে|কলেজ|কলেজে|"
    "বিশ্ববিদ্যালয়|বিশ্ববিদ্যালয়ে|অফিস|অফিসে|বাসা|বাসায়|বাড়ি|বাড়িতে|ভবন|বাজার|বাজারে|"
    "মার্কেট|মার্কেটে|মসজিদ|মসজিদে|মন্দির|বাসস্ট্যান্ড|বাস স্ট্যান্ড|রেস্টুরেন্ট|রেস্টুরেন্টে|"
    "ব্যাংক|ক্লাব|সেন্টার|সেন্টারে|ভিলা|ভিলায়|দুবাই|আবুধাবি|আবু ধাবি|শারজাহ|ঢাকা|ঢাকায়|"
    "চট্টগ্রাম|সিলেট|গুলশান|বনানী|উত্তরা|ধানমন্ডি|মিরপুর|মতিঝিল|কলকাতা|সদরঘাট|কমলাপুর|basha|"
    "basay|bashay|hashpatal|bazar" },
  { KONTOR_WORD_PLACE_TAIL, 0, "ট্রিপ|রাইড|বুকিং|ভাড়া|যাত্রা|ফেরা|রাস্তা|vara|bhara" },
  { KONTOR_WORD_PICK, 1,
    "পিক করবেন|পিক করুন|পিক করেন|পিকআপ করবেন|পিকআপ করুন|তুলে নেবেন|তুলে নিবেন|তুলে নিন|"
    "নিতে আসবেন|নিতে হবে|নিয়ে যাবেন|pick korben|pick koren|pickup korben|tule niben|"
    "nite ashben|niye jaben" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "আমার ঠিকানা|আমার লোকেশন|আমি আছি|আমাদের ঠিকানা|আমার হোটেল|amar thikana|amar location|"
    "amar hotel|ami achi" },
  { KONTOR_WORD_LABEL_TAIL, 0, "লোকেশন|ঠিকানা|জায়গা|পয়েন্ট|স্থান|thikana|jayga" },
  { KONTOR_WORD_COPULA, 0, "হল|হলো|হচ্ছে|হবে|হইলো|holo|hocche|hobe" },
  { KONTOR_WORD_MINE, 0, "আমার|আমাদের|amar|amader" },
  { KONTOR_WORD_PRONOUN, 0,
    "আমি|আমাকে|আমরা|আমাদের|আপনি|আপনাকে|আপনারা|তুমি|সে|তিনি|তারা|এটা|ওটা|সেটা|এখানে|ওখানে|সেখানে|"
    "কেউ|কিছু|সব|সবাই|কোথাও|যেখানে|কোথায়|ami|amake|amra|apni|apnake|apnara|tumi|eta|ota|sheta|"
    "ekhane|okhane|sekhane|keu|kichu|shob|sobai|kothay" },
  { KONTOR_WORD_NAME, 0,
    "আমার নাম|আমার নাম হল|আমার নাম হলো|আমার নাম হচ্ছে|নাম|নাম হল|নাম হলো|নামঃ|যাত্রীর নাম|"
    "অতিথির নাম|নামে|amar naam|amar nam|naam|nam|amar name|jatrir naam|amar naam holo|"
    "amar nam holo" },
  { KONTOR_WORD_NAME, 1, "আমি|ami" },
  { KONTOR_WORD_NAME_AFTER, 0, "বলছি|বলতেছি|bolchi|bolsi|boltesi" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "প্রস্তুত|রেডি|দেরি|তাড়াতাড়ি|এখন|বাইরে|ভিতরে|অপেক্ষা|না|কি|কী|কখন|চাই|একা|একটা|একটি|কাল|"
    "আজ|যাব|যাবো|যেতে|থাকি|আছি|এসেছি|ready|deri|ekhon|baire|opekkha|kokhon|chai|eka|ekta|jabo|"
    "jete|thaki|achi" },
  { KONTOR_WORD_REGARDS, 0, "ইতি|শুভেচ্ছান্তে|iti" },
  { KONTOR_WORD_PEOPLE, 0,
    "জন|জনের|যাত্রী|লোক|মানুষ|ব্যক্তি|বাচ্চা|শিশু|প্যাসেঞ্জার|মেহমান|বড়|jon|joner|lok|manush|"
    "jatri|baccha|bacha" },
  { KONTOR_WORD_PEOPLE_LEAD, 0, "আমরা|মোট|যাত্রী|amra|mot|jatri" },
  { KONTOR_WORD_ALONE, 1,
    "একা|আমি একা|শুধু আমি|কেবল আমি|একজন|এক জন|eka|ami eka|shudhu ami|ekjon" },
  { KONTOR_WORD_ALONE, 2, "দুজন|দুইজন|আমরা দুজন|আমরা দুইজন|dujon|duijon" },
  { KONTOR_WORD_ALONE, 3, "তিনজন|tinjon" },
  { KONTOR_WORD_ALONE, 4, "চারজন|charjon" },
  { KONTOR_WORD_ALONE, 5, "পাঁচজন|pachjon" },
  { KONTOR_WORD_WITH, 0, "সাথে|সঙ্গে|সহ|আর|এবং|লাগবে|shathe|sathe|soho" },
  { KONTOR_WORD_WITHOUT, 0, "ছাড়া|বাদে|chara" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "জানি না|জানিনা|নিশ্চিত না|নিশ্চিত নই|পরে জানাবো|পরে জানাব|পরে বলব|পরে বলবো|দেখি|দেখছি|"
    "একটু দাঁড়ান|একটু অপেক্ষা করুন|এক মিনিট|jani na|janina|pore janabo|pore bolbo|dekhi|"
    "ektu wait|ek minute" },
  { KONTOR_WORD_VERB, 0,
    "করা|পাওয়া|নেওয়া|দেওয়া|kora|paoa|neoa|deoa|বুক|করতে|করব|করবো|করুন|করেন|যেতে|আসতে|পাঠান|"
    "পাঠাতে|দিতে|জানতে|জানান|বলুন|চাই|চাইছি|চাচ্ছি|korte|korbo|korun|koren|jete|ashte|pathan|"
    "dite|jante|janan|bolun|chai|chacchi" },
  { KONTOR_WORD_CONNECTOR, 0,
    "আর|এবং|বা|ও|কে|জন্য|এর জন্য|লাগবে|দরকার|প্লিজ|দয়া করে|আমার|নাম|গাড়ি|গাড়ী|কার|ট্যাক্সি|"
    "ক্যাব|যাত্রী|ফ্লাইট|কিন্তু|যদি|কারণ|সাথে|সঙ্গে|নিয়ে|একটা|একটি|সময়|তারিখ|মোট|ভাই|ar|ebong|"
    "jonno|lagbe|dorkar|amar|naam|nam|gari|kintu|jodi|karon|shathe|sathe|niye|ekta|ekti|mot|"
    "bhai|vai|car|taxi|flight" },
  { KONTOR_WORD_WISH, 0,
    "লাগবে|লাগতো|চাই|চাচ্ছি|চাইছি|দরকার|দরকার ছিল|প্রয়োজন|বুক করতে চাই|বুক করতে চাচ্ছি|"
    "বুকিং দিতে চাই|বুকিং করতে চাই|গাড়ি লাগবে|গাড়ি চাই|গাড়ি দরকার|গাড়ি পাঠান|পাঠান|"
    "পাঠিয়ে দিন|পাঠাবেন|পাঠাতে পারবেন|গাড়ি পাওয়া যাবে|lagbe|lagto|chai|chacchi|dorkar|"
    "proyojon|book korte chai|booking dite chai|booking korte chai|gari lagbe|gari chai|"
    "gari pathan|pathan|pathaben|gari paoa jabe|আগ্রহী|আগ্রহ আছে|agrohi|agroho ache" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "জানতে চাই|জানতে চাচ্ছি|সাহায্য লাগবে|সাহায্য চাই|সাহায্য দরকার|তথ্য চাই|তথ্য লাগবে|"
    "রিফান্ড চাই|টাকা ফেরত চাই|চাকরি চাই|বিল লাগবে|রসিদ লাগবে|ইনভয়েস লাগবে|লাগবে না|চাই না|"
    "দরকার নেই|দরকার নাই|কি লাগবে|কত লাগবে|কী লাগবে|বাতিল করতে চাই|বদলাতে চাই|পরিবর্তন করতে চাই|"
    "কথা বলতে চাই|অভিযোগ করতে চাই|কতক্ষণ লাগবে|কত টাকা লাগবে|jante chai|help lagbe|"
    "sahajjo lagbe|refund chai|chakri chai|bill lagbe|invoice lagbe|lagbe na|chai na|dorkar nai|"
    "dorkar nei|ki lagbe|koto lagbe|cancel korte chai|batil korte chai|change korte chai|"
    "kotha bolte chai|koto taka lagbe|আগ্রহ নেই|আগ্রহ নাই|আগ্রহী না|আগ্রহী নই|agroho nai|"
    "agrohi na" },
  { KONTOR_WORD_QUESTION, 0,
    "কত|কতো|কখন|কোথায়|কে|কী|কি কি|কিভাবে|কীভাবে|কেন|কবে|কয়টা|কয়জন|কতজন|আছে কি|আপনাদের কি|"
    "আপনারা কি|কোন|কোনটা|ভাড়া কত|দাম কত|এটা কি|koto|kokhon|kothay|ke|kivabe|kibhabe|keno|kobe|"
    "koyjon|apnader ki|apnara ki|kon|konta|vara koto|bhara koto|dam koto|eta ki" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "এর|র|কে|এ|তে|থেকে|এবং|আর|ও|বা|কি|কী|কিভাবে|কখন|কত|কোথায়|আমি|আমার|আমাকে|আমরা|আমাদের|আপনি|"
    "আপনার|আপনাদের|আপনারা|এটা|সেটা|এই|ওই|একটা|একটি|দয়া|করে|তো|ই|জন্য|হয়|হবে|আছে|নাই|নেই|পারি|"
    "পারব|পারবেন|করা|করতে|যায়|চাই|লাগবে|না|হ্যাঁ|amar|ami|apnar|apnader|apnara|ki|ar|eta|ekta|"
    "jonno|ache|ase|nai|nei|pari|parbo|kora|korte|jay|chai|lagbe|er|theke" },

  /* how words are written */
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_NUMBER, "টায়|টার|টা|টাতে|টাই|টি|জন|জনের" },
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_NUMBER, "ta|tay|tar|jon" },
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_NUMBER_MAYBE,
    "টায়|টার|টা|টাতে|টাই|টি|জন|জনের|ta|tay|tar|jon" },
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_HOUR_AND_HALF, "টায়|টার|টা|টাতে|ta|tay|tar" },
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_PLACE_NOUN, "টা|টি|এ|তে" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_bn = {
  .code = "bn",
  .name = "বাংলা",
  .also = "en",
  .month_first = FALSE,
  .week_torn = TRUE,
  .bare_half = 30,
  .words = words,
};
