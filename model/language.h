/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.h — the words of one language and what they say, as a table and nothing else.
 *
 * To add a language: write model/languages/CODE.c, one `const KontorLanguage kontor_language_CODE`
 * with its table (en.c shows every kind), and name CODE in model/meson.build. There is no code in
 * a table: when.c and the dialogue read all languages alike.
 *
 * A phrase is words with one space between, spelt as people type them: case, accents,
 * apostrophes, dots and hyphens do not matter ("a.m." is "a m"). Alternatives are parted by "|".
 * The longest phrase wins. Of weekdays, months, days and cancelling, one-word alternatives are
 * spellings of the first of them in all other phrases too. Words of five letters or more in
 * phrases of one word are recognised through typos where the kind is one that customers are
 * likely to misspell.
 *
 * Where customers mix another language in, `also` names it: its words count too, but what the
 * table says of a word by itself is all it says. What a language writes together with the word
 * beside it ("والساعة", "নয়টায়") is parted by its PREFIX and SUFFIX rows.
 *
 * The words of all tables together tell which language a text is in (language-detect.c).
 */
#pragma once

#include "model/text.h"

G_BEGIN_DECLS

typedef enum {
  /* days */
  KONTOR_WORD_WEEKDAY,         /* 1 Monday … 7 Sunday */
  KONTOR_WORD_WEEKDAY_MAYBE,   /* the same, for words that mean something else too ("sun", "sat") */
  KONTOR_WORD_MONTH,           /* 1 … 12 */
  KONTOR_WORD_MONTH_MAYBE,     /* "may", "march" */
  KONTOR_WORD_AUXILIARY,       /* what follows "may" when it is no month: "may I", "may be" */
  KONTOR_WORD_DAY,             /* days from today */
  KONTOR_WORD_NAMED_DAY,       /* month * 100 + day: holidays that do not move */
  KONTOR_WORD_WEEK,            /* weeks from this one: "next week" */
  KONTOR_WORD_MONTH_AHEAD,     /* months from this one: "next month" */
  KONTOR_WORD_NEXT,            /* before a weekday: that of the next calendar week */
  KONTOR_WORD_THIS,            /* before a weekday or a part of the day */
  KONTOR_WORD_LAST,
  KONTOR_WORD_NEXT_AFTER,      /* follows a weekday: 0 that of the next calendar week, 1 the one to
                                  come, 2 the last: "Senin depan" */
  KONTOR_WORD_EVERY,
  KONTOR_WORD_ORDINAL,         /* "first" … "thirty first" */
  KONTOR_WORD_ORDINAL_SIGN,    /* "st" in "21st"; a single letter must touch the number: "1º" */
  KONTOR_WORD_ON,              /* leads to a day */
  KONTOR_WORD_ARTICLE,         /* 1 when it leads to a day by itself: "le 21" */
  KONTOR_WORD_OF,              /* 1 before the year, too: "de 2027" */
  KONTOR_WORD_WEEK_NOUN,       /* days: "Friday week" */

  /* hours */
  KONTOR_WORD_PART,            /* 1 morning, 2 afternoon, 3 evening, 4 night */
  KONTOR_WORD_PART_TODAY,      /* the same, and today is said with it: "tonight" */
  KONTOR_WORD_CLOCK,           /* hour * 100 + minute: "noon" */
  KONTOR_WORD_AM,
  KONTOR_WORD_PM,
  KONTOR_WORD_OCLOCK,          /* 1 when it follows other counts too and proves nothing: "টা";
                                  2 when it follows lengths too: "horas" only after an AT */
  KONTOR_WORD_HOURS_SIGN,      /* "h" in "21h30", "hrs" in "0930 hrs" */
  KONTOR_WORD_HALF,
  KONTOR_WORD_QUARTER,
  KONTOR_WORD_PAST,            /* between minutes and hour */
  KONTOR_WORD_UNTIL_HOUR,      /* "to" in "quarter to five" */
  KONTOR_WORD_THIRD,           /* minutes: "ثلث" is 20 */
  KONTOR_WORD_MINUTES_MORE,    /* between an hour and the minutes after it: "lewat"; 1 when it is
                                  only an "and", 2 when even "and five" is as a rule five past */
  KONTOR_WORD_MINUTES_LESS,    /* the same, to be taken off: "kurang" */
  KONTOR_WORD_HOUR_SHIFT,      /* minutes added to the hour after it: "साढ़े" 30, "पौने" -15 */
  KONTOR_WORD_HOUR_AND_HALF,   /* an hour, or so many hours, in minutes: "डेढ़" is 90 */
  KONTOR_WORD_ZERO,            /* "nine oh five" */
  KONTOR_WORD_AT,              /* leads to an hour */
  KONTOR_WORD_ABOUT,           /* the same, loosely */
  KONTOR_WORD_ISH,             /* follows an hour, loosely */
  KONTOR_WORD_SHARP,           /* follows an hour, exactly */
  KONTOR_WORD_NOW,
  KONTOR_WORD_BOUND,           /* "before nine" is no hour to book */
  KONTOR_WORD_BOUND_AFTER,     /* the same after the hour, and what has an hour of its own there:
                                  "9 बजे से पहले", "9 बजे की फ्लाइट" */
  KONTOR_WORD_BETWEEN,
  KONTOR_WORD_RANGE,           /* "to", "till": from one hour to another */
  KONTOR_WORD_EVENT,           /* 1: the hour that follows is not ours alone ("flight at nine"),
                                  2: only when there is another one ("meeting at nine") */
  KONTOR_WORD_OURS,            /* the hour that follows is ours: "pick me up" */

  /* amounts */
  KONTOR_WORD_NUMBER,          /* 0 … 20, 30 … 90 */
  KONTOR_WORD_NUMBER_MAYBE,    /* the same, for words that mean something else too: only before an
                                  hour's sign, a unit or what is counted: "दो", also "give" */
  KONTOR_WORD_ONE,             /* "a", "an" before a unit, and the hour before an OCLOCK; 1 when it
                                  is the hour after an AT, too: "a la una" */
  KONTOR_WORD_COUPLE,          /* how many: "a couple of" */
  KONTOR_WORD_HALF_MORE,       /* "and a half" */
  KONTOR_WORD_UNIT,            /* a KontorUnit */
  KONTOR_WORD_UNITS,           /* count * 100 + a KontorUnit: "ساعتين", "sejam" */
  KONTOR_WORD_IN,              /* leads to a span from now; 1 when loosely ("within") */
  KONTOR_WORD_FROM_NOW,        /* follows it */
  KONTOR_WORD_FROM_DAY,        /* "a week from Friday" */
  KONTOR_WORD_AGO,             /* 1 when it stands before: "il y a" */
  KONTOR_WORD_BEFORE,          /* "two hours before my flight" */

  /* what only looks like a time */
  KONTOR_WORD_NEVER,           /* phrases that hold no date or hour whatever they seem to say */
  KONTOR_WORD_COUNTED,         /* follows a count: people, bags */
  KONTOR_WORD_LABELLED,        /* leads to a number that is a name: room, gate, flight */
  KONTOR_WORD_COUNT_LEAD,      /* leads to a count: "for four" */
  KONTOR_WORD_CURRENCY,
  KONTOR_WORD_STREET,          /* "12 Main Street"; 1 only right after the number: "12 rue" */
  KONTOR_WORD_LOOKALIKE,       /* near another word, and not a slip for it */

  /* dialogue */
  KONTOR_WORD_OR,
  KONTOR_WORD_AND,
  KONTOR_WORD_NOT,
  KONTOR_WORD_BUT,
  KONTOR_WORD_INSTEAD_OF,      /* what follows is off */
  KONTOR_WORD_INSTEAD,         /* what went before is on */
  KONTOR_WORD_CORRECTION,      /* what follows takes the place of what went before */
  KONTOR_WORD_CHANGE,          /* "move it from … to …" */
  KONTOR_WORD_YES,
  KONTOR_WORD_NO,
  KONTOR_WORD_CANCEL,
  KONTOR_WORD_STATUS,
  KONTOR_WORD_GREETING,
  KONTOR_WORD_THANKS,
  KONTOR_WORD_POLITE,          /* may stand around a yes or a no */
  KONTOR_WORD_STOP,            /* no more messages: the whole text must be it */
  KONTOR_WORD_START,
  KONTOR_WORD_PLACE_FROM,      /* 1 no label ("from"), 2 when it is "of" as well: from only before
                                  what ends at a "to", and no end of a place */
  KONTOR_WORD_PLACE_TO,        /* 1 no label ("to"), 3 the same, but part of a name when it has a
                                  capital: "Burj Al Arab" */
  KONTOR_WORD_PLACE_AT,
  KONTOR_WORD_PLACE_FROM_AFTER, /* follows the place to start from: "से" */
  KONTOR_WORD_PLACE_TO_AFTER,  /* follows the place to go to: "तक"; 1 when only after the other */
  KONTOR_WORD_PLACE_NEVER,     /* holds a "to" or "from" that is no place of ours: "flight to" */
  KONTOR_WORD_PLACE_NOUN,      /* a kind of place: "airport" */
  KONTOR_WORD_PLACE_TAIL,      /* never the end or the whole of a place: "trip" */
  KONTOR_WORD_PICK,            /* the place comes later: 1 "pick me up", 2 "drop me" */
  KONTOR_WORD_WHEREABOUTS,     /* leads to where the customer is: "I am at" */
  KONTOR_WORD_LABEL_TAIL,      /* between a label and its place: "location", "address" */
  KONTOR_WORD_COPULA,          /* between a label and its value: "is", "should be" */
  KONTOR_WORD_MINE,            /* may begin a place: "my hotel" */
  KONTOR_WORD_PRONOUN,         /* is no place and no name */
  KONTOR_WORD_NAME,            /* leads to the customer's name; 1 when it may lead elsewhere too,
                                  2 when only as the answer to the question for it,
                                  3 when its last word belongs to the name: "for Mr" */
  KONTOR_WORD_NAME_AFTER,      /* follows a name: "Jeffrey here" */
  KONTOR_WORD_NAME_NEVER,      /* after "I am" it is no name: "ready" */
  KONTOR_WORD_REGARDS,         /* before the name at the end */
  KONTOR_WORD_PEOPLE,          /* who is counted: "adults", "of us" */
  KONTOR_WORD_PEOPLE_LEAD,     /* leads to their number: "we are" */
  KONTOR_WORD_ALONE,           /* one person: "just me"; or the value: "شخصين" is 2 */
  KONTOR_WORD_WITH,
  KONTOR_WORD_WITHOUT,
  KONTOR_WORD_DONT_KNOW,       /* answers no question: "not sure", "let me check" */
  KONTOR_WORD_VERB,            /* after "to" it is no place: "to book" */
  KONTOR_WORD_CONNECTOR,       /* ends a place or a name: "with", "please" */
  KONTOR_WORD_WISH,            /* asks for something to be done: "I need", "can you send" */
  KONTOR_WORD_WISH_NEVER,      /* asks for something else: "I need help" */
  KONTOR_WORD_QUESTION,        /* begins a question for facts: "do you have" */
  KONTOR_WORD_SEARCH_SKIP,     /* says nothing to a search: "would", "there" */

  /* how words are written */
  KONTOR_WORD_JOINED_ARTICLE,  /* a word with it is the same word: "ال" */
  KONTOR_WORD_PREFIX,          /* is parted from a word of the kind of the value; 0 any that is
                                  known, -1 any; "l'" only where the apostrophe is written */
  KONTOR_WORD_SUFFIX,          /* the same at the end */
  KONTOR_N_WORD_KINDS,
} KontorWordKind;

typedef enum {
  KONTOR_UNIT_SECOND, KONTOR_UNIT_MINUTE, KONTOR_UNIT_HOUR, KONTOR_UNIT_DAY, KONTOR_UNIT_WEEK,
  KONTOR_UNIT_FORTNIGHT, KONTOR_UNIT_MONTH, KONTOR_UNIT_YEAR,
} KontorUnit;

typedef struct {
  KontorWordKind  kind;
  int             value;
  const char     *phrases;
} KontorWord;

typedef struct {
  const char       *code;          /* BCP 47: "en", "pt-BR" */
  const char       *name;          /* in the language itself */
  const char       *also;          /* (nullable): the language that is mixed in */
  gboolean          month_first;   /* how 3/4 is read where the shop does not say */
  gboolean          dotted_days;   /* "21." and "5.12." are days */
  gboolean          week_torn;     /* whether weeks begin on Monday is not agreed: days at their
                                      edges are unclear in another week */
  int               bare_half;     /* minutes that "half" adds to the hour after it: 30, or -30 */
  const KontorWord *words;         /* ends with NULL phrases */
} KontorLanguage;

/* NULL when there is none. "en-GB" finds "en". */
const KontorLanguage *kontor_language_find (const char *code);

/* All there are, ending with NULL, in the order of the list in meson.build. */
const KontorLanguage *const *kontor_language_get_all (void);

/* Reads the tables of all, which takes a tenth of a second that would be the first customer's: for
 * a thread. Who needs one of them meanwhile waits for that one. */
void kontor_language_learn (void);

/* (transfer none): their codes, as "en|de|…": for a field of which one is to be chosen. */
const char           *kontor_language_get_choices (void);

/* The language @text is in, told by its words and their script; @usual where that is not clear:
 * a few words lean on what the same person wrote before. @is_proven: whether @usual stands for
 * that, and is not a mere guess. Never another than @usual for text in a language there is no
 * table of. */
const KontorLanguage *kontor_language_detect (const char *text, const KontorLanguage *usual,
                                              gboolean is_proven);

/* The tokens of @text with `known` set. */
GArray  *kontor_language_dup_tokens (const KontorLanguage *language, const char *text);

/* How many tokens from @at on are the longest phrase of @kind; 0 when none is. @value may be
 * NULL. @tokens must come from kontor_language_dup_tokens (): they know their language. */
guint    kontor_language_match (const GArray *tokens, guint at, KontorWordKind kind,
                                int *value);

/* Whether a phrase of @kind stands anywhere in @text. */
gboolean kontor_language_mentions (const KontorLanguage *language, const char *text,
                                   KontorWordKind kind);

/* Whether @word, folded, is near another word and not a slip for it: a row of its own says so. */
gboolean kontor_language_is_lookalike (const KontorLanguage *language, const char *word);

/* Whether @text says @kind and nothing else but greetings, thanks and politeness. */
gboolean kontor_language_says (const KontorLanguage *language, const char *text,
                               KontorWordKind kind);
/* The same in any language there is. */
gboolean kontor_language_any_says (const char *text, KontorWordKind kind);

G_END_DECLS
