/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes.c — a code is for life: bookings, wordings and files refer to it. So it is made once, of
 * the first title, and stays when the title changes. */
#include "operations/codes.h"

#include "model/record.h"
#include "store/records.h"

#define MOST_LETTERS 40

/* "Chauffeur ride" → "chauffeur-ride"; @otherwise where no letter can be written in ASCII. */
static char *
make_slug (const char *title, const char *otherwise)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autoptr(GString) slug = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && slug->len < MOST_LETTERS; at++)
    {
      if (!g_ascii_isalnum (*at))
        continue;
      if (slug->len > 0 && at > ascii && !g_ascii_isalnum (at[-1]))
        g_string_append_c (slug, '-');
      g_string_append_c (slug, g_ascii_tolower (*at));
    }

  return slug->len > 0 ? g_string_free (g_steal_pointer (&slug), FALSE) : g_strdup (otherwise);
}

/* Among what a booking asks for, these are said of the booking itself. */
static gboolean
is_taken (KontorStore *store, const char *kind, const char *code, const char *last)
{
  g_autoptr(GVariant) there = kontor_records_get (store, kontor_kind_find (kind), code, NULL);

  return there != NULL || (g_str_equal (kind, "service-field") &&
                           (g_str_equal (last, "date") || g_str_equal (last, "time")));
}

/* *last: (transfer full): the code without @before. (transfer full) */
static char *
make_code (KontorStore *store, const char *kind, const char *before, const char *title,
           char **last)
{
  g_autofree char *slug = make_slug (title, kontor_kind_find (kind)->name);
  g_autofree char *code = g_strconcat (before, slug, NULL);

  *last = g_strdup (slug);
  for (int i = 2; is_taken (store, kind, code, *last); i++)
    {
      g_free (code);
      g_free (*last);
      *last = g_strdup_printf ("%s-%d", slug, i);
      code = g_strconcat (before, *last, NULL);
    }

  return g_steal_pointer (&code);
}

static gboolean
has (GVariant *values, const char *name)
{
  const char *text = kontor_record_get_text (values, name);

  return text != NULL && *text != '\0';
}

/* Behind the last of its neighbours, whose @link is the same. */
static void
add_position (KontorStore *store, const char *kind, const char *link, GVariant *values,
              GVariantDict *filled)
{
  g_autoptr(GPtrArray) there = NULL;
  gint64 last = 0;

  if (g_variant_dict_contains (filled, "position"))
    return;
  there = kontor_records_query_by (store, kontor_kind_find (kind), link,
                                   kontor_record_get_text (values, link), NULL);
  for (guint i = 0; there != NULL && i < there->len; i++)
    last = MAX (last, kontor_record_get_int (there->pdata[i], "position", 0));
  g_variant_dict_insert (filled, "position", "x", last + 1);
}

GVariant *
kontor_codes_fill_service (KontorStore *store, GVariant *values)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (values);
  g_autofree char *code = NULL, *last = NULL;

  if (has (values, "name") && !has (values, "code"))
    {
      code = make_code (store, "service", "", kontor_record_get_text (values, "name"), &last);
      g_variant_dict_insert (&filled, "code", "s", code);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}

GVariant *
kontor_codes_fill_field (KontorStore *store, GVariant *values)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (values);
  g_autofree char *before = NULL, *code = NULL, *last = NULL;

  if (has (values, "title") && has (values, "service") && !has (values, "code"))
    {
      before = g_strconcat (kontor_record_get_text (values, "service"), ".", NULL);
      code = make_code (store, "service-field", before,
                        kontor_record_get_text (values, has (values, "name") ? "name" : "title"),
                        &last);
      g_variant_dict_insert (&filled, "code", "s", code);
      g_variant_dict_insert (&filled, "name", "s", last);
      add_position (store, "service-field", "service", values, &filled);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}

GVariant *
kontor_codes_fill_choice (KontorStore *store, GVariant *values)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (values);
  g_autofree char *before = NULL, *code = NULL, *last = NULL;

  if (has (values, "title") && has (values, "field") && !has (values, "code"))
    {
      before = g_strconcat (kontor_record_get_text (values, "field"), ".", NULL);
      code = make_code (store, "service-choice", before, kontor_record_get_text (values, "title"),
                        &last);
      g_variant_dict_insert (&filled, "code", "s", code);
      add_position (store, "service-choice", "field", values, &filled);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}

GVariant *
kontor_codes_fill_wording (KontorStore *store, GVariant *values)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (values);
  g_autofree char *code = NULL;

  if (has (values, "subject") && has (values, "language") && !has (values, "code"))
    {
      code = g_strdup_printf ("%s.%s", kontor_record_get_text (values, "subject"),
                              kontor_record_get_text (values, "language"));
      g_variant_dict_insert (&filled, "code", "s", code);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}
