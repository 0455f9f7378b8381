/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/text.h"

#include <string.h>

typedef struct {
  const char *word;
  const char *wanted;
  gboolean    close;
} Pair;

static const Pair pairs[] = {
  { "tommorow", "tomorrow", TRUE },    { "tomorow", "tomorrow", TRUE },
  { "saterday", "saturday", TRUE },    { "chauffer", "chauffeur", TRUE },
  { "wendsday", "wednesday", TRUE },   { "munday", "monday", TRUE },
  { "frday", "friday", TRUE },         { "rfiday", "friday", TRUE },
  { "todya", "today", TRUE },          { "nono", "noon", TRUE },
  { "emirats", "emirates", TRUE },     { "noon", "noon", TRUE },
  { "day", "may", FALSE },             { "son", "sun", FALSE },
  { "man", "mon", FALSE },             { "match", "march", FALSE },
  { "moon", "noon", FALSE },           { "for", "four", FALSE },
  { "fine", "nine", FALSE },           { "mine", "nine", FALSE },
  { "sunday", "monday", FALSE },       { "money", "monday", FALSE },
  { "apron", "april", FALSE },         { "x5", "x6", FALSE },
  { "202", "203", FALSE },             { "", "noon", FALSE },
  { "hours", "house", FALSE },         { "stop", "shop", FALSE },
};

static void
test_close (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (kontor_text_is_close (pairs[i].word, pairs[i].wanted) != pairs[i].close)
      g_error ("%s and %s", pairs[i].word, pairs[i].wanted);
}

static void
test_distance (void)
{
  g_assert_cmpuint (kontor_text_distance ("friday", "friday", 3), ==, 0);
  g_assert_cmpuint (kontor_text_distance ("fridya", "friday", 3), ==, 1);
  g_assert_cmpuint (kontor_text_distance ("ca", "abc", 5), ==, 3);
  g_assert_cmpuint (kontor_text_distance ("kitten", "sitting", 5), ==, 3);
  g_assert_cmpuint (kontor_text_distance ("kitten", "sitting", 1), ==, 2);
  g_assert_cmpuint (kontor_text_distance ("", "abc", 5), ==, 3);
  g_assert_cmpuint (kontor_text_distance ("मंगल", "मंगला", 5), ==, 1);
}

static void
test_long_words (void)
{
  g_autofree char *word = g_strnfill (60000, 'a');
  g_autofree char *other = g_strnfill (60001, 'a');

  g_assert_false (kontor_text_is_close (word, other));
  g_assert_cmpuint (kontor_text_distance (word, other, 2), ==, 3);
}

static void
test_tokens (void)
{
  const char *text = "Don\xe2\x80\x99t: 9:30PM caf\xc3\xa9 \xf0\x9f\x98\x80\xf0\x9f\x91\x8d";
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  static const struct { const char *folded; KontorTokenKind kind; gsize start, len; } wanted[] = {
    { "dont", KONTOR_TOKEN_WORD, 0, 7 },     { ":", KONTOR_TOKEN_PUNCT, 7, 1 },
    { "9", KONTOR_TOKEN_NUMBER, 9, 1 },      { ":", KONTOR_TOKEN_PUNCT, 10, 1 },
    { "30", KONTOR_TOKEN_NUMBER, 11, 2 },    { "pm", KONTOR_TOKEN_WORD, 13, 2 },
    { "cafe", KONTOR_TOKEN_WORD, 16, 5 },
    { "\xf0\x9f\x91\x8d", KONTOR_TOKEN_WORD, 26, 4 },
  };

  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      g_assert_cmpstr (token->folded, ==, wanted[i].folded);
      g_assert_cmpint (token->kind, ==, wanted[i].kind);
      g_assert_cmpuint (token->start, ==, wanted[i].start);
      g_assert_cmpuint (token->len, ==, wanted[i].len);
    }
}

static void
test_folding (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "ÉCOLE, Straße", "ecole strasse" },
    { "٢١/١١ الساعةَ", "21 11 الساعه" },
    { "۲۱/۱۱ أُوپـــن إلى مؤكّد", "21 11 اوپن الي موكد" },
    { "साढ़े पाँच", "साढे पांच" },
    { "গাড়ি ৯টায়, পাঁচ", "গাডি 9 টায পাচ" },
    { "कल ९ बजे", "कल 9 बजे" },
    { "ＡＴ ９ｐｍ", "at 9 pm" },
    { "rock 'n' roll", "rock n roll" },
    { "", "" },
    { "\xff\xfe", "" },
    { "a\xff" "b", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = kontor_text_dup_folded (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_fill (void)
{
  g_autofree char *filled = kontor_text_fill ("Hi {name}, {what} {unknown} {", "name", "{what}",
                                              "what", "booked", NULL);
  g_autofree char *empty = kontor_text_fill ("a{b}c{{b}}", "b", NULL, NULL);

  g_assert_cmpstr (filled, ==, "Hi {what}, booked {unknown} {");
  g_assert_cmpstr (empty, ==, "ac{}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/typos-are-forgiven-and-other-words-are-not", test_close);
  g_test_add_func ("/text/distance-counts-edits-and-stops-at-the-limit", test_distance);
  g_test_add_func ("/text/endless-words-are-never-typos", test_long_words);
  g_test_add_func ("/text/tokens-say-where-they-stand", test_tokens);
  g_test_add_func ("/text/folding-makes-spellings-the-same", test_folding);
  g_test_add_func ("/text/values-fill-a-template-once", test_fill);
  return g_test_run ();
}
