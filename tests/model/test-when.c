/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers write, beside what is to be understood: "DATE TIME MARKS". A dash is nothing;
 * "?" is an hour that may be twelve hours off, "~" one that is about; PAST, IMPOSSIBLE, UNCLEAR. */
#include "model/when.h"

typedef struct {
  const char *text;
  const char *expected;
} Said;

typedef struct {
  const char     *name;
  const char     *now;      /* UTC */
  const char     *zone;
  KontorWhenAsked asked;
  gboolean        month_first;
  const Said     *said;
  const char     *language; /* NULL is English */
} Shop;

static char *
describe (const KontorWhen *when)
{
  static const char *const problems[] = { "", " PAST", " IMPOSSIBLE", " UNCLEAR" };
  GString *words = g_string_new (NULL);

  if (when->has_date)
    g_string_append_printf (words, "%04d-%02d-%02d", when->year, when->month, when->day);
  else
    g_string_append_c (words, '-');
  if (when->has_time)
    g_string_append_printf (words, " %02d:%02d", when->hour, when->minute);
  else
    g_string_append (words, " -");
  g_string_append (words, when->half_unsure ? "?" : "");
  g_string_append (words, when->approximate ? "~" : "");
  g_string_append (words, problems[when->problem]);
  return g_string_free (words, FALSE);
}

#include "model/when-said.inc"
#include "model/when-said-de.inc"
#include "model/when-said-es.inc"
#include "model/when-said-id.inc"
#include "model/when-said-hi.inc"
#include "model/when-said-ar.inc"
#include "model/when-said-bn.inc"
#include "model/when-said-fr.inc"
#include "model/when-said-pt-BR.inc"

/* The tables of the other languages; each ends with a shop without a name. */
static const Shop *const abroad[] = {
  shops_de, shops_es, shops_id, shops_hi, shops_ar, shops_bn, shops_fr, shops_pt_BR,
};

static KontorWhen *
read (const char *text, const Shop *shop)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (shop->now, NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (shop->zone);
  KontorWhenContext context = {
    .now_us = g_date_time_to_unix (now) * G_USEC_PER_SEC, .zone = zone,
    .language = kontor_language_find (shop->language != NULL ? shop->language : "en"),
    .month_first = shop->month_first,
    .asked = shop->asked,
  };

  return kontor_when_read (text, &context);
}

static void
test_shop (gconstpointer data)
{
  const Shop *shop = data;
  guint wrong = 0;

  for (const Said *said = shop->said; said->text != NULL; said++)
    {
      g_autoptr(KontorWhen) when = read (said->text, shop);
      g_autofree char *understood = describe (when);

      if (g_str_equal (understood, said->expected))
        continue;
      g_test_message ("\"%s\": expected %s, understood %s", said->text, said->expected,
                      understood);
      wrong++;
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_spans (void)
{
  const char *text = "From Marina, at 9 tomorrow \xf0\x9f\x98\x80 to DXB";
  g_autoptr(KontorWhen) when = read (text, &shops[0]);
  const KontorSpan *span = &g_array_index (when->spans, KontorSpan, 0);
  g_autofree char *used = g_strndup (text + span->start, span->len);

  g_assert_cmpuint (when->spans->len, ==, 1);
  g_assert_cmpstr (used, ==, "at 9 tomorrow");
}

static void
test_zone_of_process (void)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  g_autoptr(KontorWhen) when = NULL;
  g_autofree char *understood = NULL;

  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  when = read ("tomorrow at 9", &shops[0]);
  understood = describe (when);
  g_assert_cmpstr (understood, ==, "2026-11-21 09:00?");
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_long (void)
{
  static const char *const pieces[] = {
    "9 ", "{", "\xf0\x9f", "tomorow ", "9-", "21/11 ", "or 9 ", "sorry 9 ", "1.", "9:", "+9 ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr(KontorWhen) when = NULL;

      while (text->len < 65536)
        g_string_append (text, pieces[i]);
      when = read (text->str, &shops[0]);
      g_assert_nonnull (when);
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shops); i++)
    {
      g_autofree char *path = g_strconcat ("/when/", shops[i].name, NULL);

      g_test_add_data_func (path, &shops[i], test_shop);
    }
  for (guint i = 0; i < G_N_ELEMENTS (abroad); i++)
    for (const Shop *shop = abroad[i]; shop->name != NULL; shop++)
      {
        g_autofree char *path = g_strconcat ("/when/", shop->language, "/", shop->name, NULL);

        g_test_add_data_func (path, shop, test_shop);
      }
  g_test_add_func ("/when/says-which-bytes-speak-of-time", test_spans);
  g_test_add_func ("/when/does-not-care-for-the-zone-of-the-process", test_zone_of_process);
  g_test_add_func ("/when/takes-long-and-broken-texts", test_long);
  return g_test_run ();
}
