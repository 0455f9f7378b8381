/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/language.h"

typedef struct {
  const char     *text;
  KontorWordKind  kind;
  gboolean        says;
} Saying;

static const Saying sayings[] = {
  { "yes", KONTOR_WORD_YES, TRUE },
  { "Yes please!", KONTOR_WORD_YES, TRUE },
  { "yesss \xf0\x9f\x91\x8d", KONTOR_WORD_YES, TRUE },
  { "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", KONTOR_WORD_YES, TRUE },
  { "ok thanks", KONTOR_WORD_YES, TRUE },
  { "confrim", KONTOR_WORD_YES, TRUE },
  { "That\xe2\x80\x99s right", KONTOR_WORD_YES, TRUE },
  { "yes but make it 10", KONTOR_WORD_YES, FALSE },
  { "yesterday", KONTOR_WORD_YES, FALSE },
  { "thanks", KONTOR_WORD_YES, FALSE },
  { "", KONTOR_WORD_YES, FALSE },
  { "no thank you", KONTOR_WORD_NO, TRUE },
  { "nope", KONTOR_WORD_NO, TRUE },
  { "Not yet", KONTOR_WORD_NO, TRUE },
  { "no problem", KONTOR_WORD_NO, FALSE },
  { "STOP", KONTOR_WORD_STOP, TRUE },
  { "Stop.", KONTOR_WORD_STOP, TRUE },
  { "please stop messaging me", KONTOR_WORD_STOP, TRUE },
  { "stop at the mall", KONTOR_WORD_STOP, FALSE },
  { "shop", KONTOR_WORD_STOP, FALSE },
  { "START", KONTOR_WORD_START, TRUE },
  { "start at 9", KONTOR_WORD_START, FALSE },
  { "cancle my booking pls", KONTOR_WORD_CANCEL, TRUE },
  { "Hello, good morning", KONTOR_WORD_GREETING, TRUE },
  { "thank u so much", KONTOR_WORD_THANKS, TRUE },
};

#include "model/language-said-de.inc"
#include "model/language-said-es.inc"
#include "model/language-said-id.inc"
#include "model/language-said-hi.inc"
#include "model/language-said-ar.inc"
#include "model/language-said-bn.inc"
#include "model/language-said-fr.inc"
#include "model/language-said-pt-BR.inc"

static const struct {
  const char   *language;
  const Saying *sayings;
} abroad[] = {
  { "de", sayings_de },
  { "es", sayings_es },
  { "id", sayings_id },
  { "hi", sayings_hi },
  { "ar", sayings_ar },
  { "bn", sayings_bn },
  { "fr", sayings_fr },
  { "pt-BR", sayings_pt_BR },
};

static void
test_says_abroad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (abroad); i++)
    for (const Saying *saying = abroad[i].sayings; saying->text != NULL; saying++)
      if (kontor_language_says (kontor_language_find (abroad[i].language), saying->text,
                                saying->kind) != saying->says)
        g_error ("%s: %s (%d)", abroad[i].language, saying->text, saying->kind);
}

static void
test_says (void)
{
  const KontorLanguage *english = kontor_language_find ("en");

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (kontor_language_says (english, sayings[i].text, sayings[i].kind) != sayings[i].says)
      g_error ("%s", sayings[i].text);
}

/* Where English is the usual language. */
static void
test_heard (void)
{
  static const struct { const char *text, *language; } heard[] = {
    { "Hi, I need a car from Deira to Abu Dhabi, flight EK202", "en" },
    { "is the car ok?", "en" },
    { "ek 202", "en" },
    { "কাল সকালে একটা গাড়ি লাগবে", "bn" },
    { "kal sokale airport jabo, ekta gari lagbe", "bn" },
    { "ابغى سيارة بكرة للمطار", "ar" },
    { "Bhai kal subah 7 baje gaadi chahiye airport ke liye", "hi" },
    { "मुझे कल गाड़ी चाहिए", "hi" },
    { "kak mau booking mobil ke airport besok pagi", "id" },
    { "tolong jemput saya", "id" },
  };
  const KontorLanguage *english = kontor_language_find ("en");

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    g_assert_cmpstr (kontor_language_detect (heard[i].text, english, FALSE)->code, ==,
                     heard[i].language);
}

static void
test_mentions (void)
{
  const KontorLanguage *english = kontor_language_find ("en");

  g_assert_true (kontor_language_mentions (english, "what's the stauts of my booking?",
                                           KONTOR_WORD_STATUS));
  g_assert_true (kontor_language_mentions (english, "hi, I want to cancel", KONTOR_WORD_CANCEL));
  g_assert_true (kontor_language_mentions (english, "hello my name is Jeffrey", KONTOR_WORD_NAME));
  g_assert_false (kontor_language_mentions (english, "do you sell candles?", KONTOR_WORD_CANCEL));
  g_assert_false (kontor_language_mentions (english, "we love trekking", KONTOR_WORD_STATUS));
}

static void
test_longest (void)
{
  const KontorLanguage *english = kontor_language_find ("en");
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (english, "the day after tomorrow, 9 a.m.");
  int days = -1;

  g_assert_cmpuint (kontor_language_match (tokens, 0, KONTOR_WORD_DAY, &days), ==, 4);
  g_assert_cmpint (days, ==, 2);
  g_assert_cmpuint (kontor_language_match (tokens, 6, KONTOR_WORD_AM, NULL), ==, 3);
  g_assert_cmpuint (kontor_language_match (tokens, 99, KONTOR_WORD_AM, NULL), ==, 0);
}

static void
test_mended (void)
{
  static const struct { const char *text, *known; } words[] = {
    { "tommorow", "tomorrow" }, { "saterday", "saturday" }, { "tomorrowwww", "tomorrow" },
    { "sundar", NULL }, { "mondal", NULL }, { "thuesday", NULL }, { "qwertz", NULL },
  };
  const KontorLanguage *english = kontor_language_find ("en");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(GArray) tokens = kontor_language_dup_tokens (english, words[i].text);

      g_assert_cmpstr (g_array_index (tokens, KontorToken, 0).known, ==, words[i].known);
    }
}

static void
test_find (void)
{
  g_assert_cmpstr (kontor_language_find ("en-GB")->code, ==, "en");
  g_assert_cmpstr (kontor_language_find ("EN_us")->code, ==, "en");
  g_assert_null (kontor_language_find ("enx"));
  g_assert_null (kontor_language_find (""));
  g_assert_nonnull (kontor_language_get_all ()[0]);
}

/* Not every language puts words after the place. */
static gboolean
is_optional (guint kind)
{
  return kind == KONTOR_WORD_PLACE_FROM_AFTER || kind == KONTOR_WORD_PLACE_TO_AFTER;
}

/* What every table must have for a dialogue to go through; a new language that forgets a kind is
 * told here and not by a customer. */
static void
test_whole (void)
{
  for (const KontorLanguage *const *language = kontor_language_get_all (); *language != NULL;
       language++)
    {
      guint8 had[KONTOR_N_WORD_KINDS] = { 0 };
      guint weekdays = 0, months = 0;

      if ((*language)->also != NULL)
        for (const KontorWord *word = kontor_language_find ((*language)->also)->words;
             word->phrases != NULL; word++)
          had[word->kind] = TRUE;
      for (const KontorWord *word = (*language)->words; word->phrases != NULL; word++)
        {
          g_assert_cmpuint (word->kind, <, KONTOR_N_WORD_KINDS);
          g_assert_cmpstr (word->phrases, !=, "");
          had[word->kind] = TRUE;
          if (word->kind == KONTOR_WORD_WEEKDAY)
            weekdays |= 1u << word->value;
          if (word->kind == KONTOR_WORD_MONTH || word->kind == KONTOR_WORD_MONTH_MAYBE)
            months |= 1u << word->value;
        }
      g_assert_cmphex (weekdays, ==, 0xfe);
      g_assert_cmphex (months, ==, 0x1ffe);
      for (guint kind = KONTOR_WORD_YES; kind <= KONTOR_WORD_SEARCH_SKIP; kind++)
        g_assert_true (had[kind] || is_optional (kind));
      g_assert_true (had[KONTOR_WORD_DAY] && had[KONTOR_WORD_PART] && had[KONTOR_WORD_AT]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/a-text-says-one-thing-and-nothing-else", test_says);
  g_test_add_func ("/language/so-it-does-in-the-other-languages", test_says_abroad);
  g_test_add_func ("/language/words-tell-the-language-and-flights-do-not", test_heard);
  g_test_add_func ("/language/a-phrase-is-found-anywhere", test_mentions);
  g_test_add_func ("/language/the-longest-phrase-wins", test_longest);
  g_test_add_func ("/language/typos-are-mended-unless-two-words-are-as-near", test_mended);
  g_test_add_func ("/language/regions-find-their-language", test_find);
  g_test_add_func ("/language/every-table-is-whole", test_whole);
  return g_test_run ();
}
