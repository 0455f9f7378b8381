/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/own-texts.h"

#include <string.h>

#include "inbox/texts.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

static KontorStore *spoken_for;   /* whose texts are said; NULL: nobody's */
static guint watch;

static gboolean
read_all (KontorStore *store, GError **error)
{
  g_autoptr(GPtrArray) records = kontor_records_query (store, kontor_kind_find ("customer-text"),
                                                       &(KontorQuery) { .limit = 0 }, NULL, error);
  g_autoptr(GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (own, g_strdup (kontor_record_get_text (records->pdata[i], "code")),
                         g_strdup (kontor_record_get_text (records->pdata[i], "text")));
  kontor_texts_set_own (own);

  return TRUE;
}

static void
on_touched (const char *kind, const char *id, gpointer store)
{
  g_autoptr(GError) error = NULL;

  if (g_str_equal (kind, "customer-text") && !read_all (store, &error))
    g_warning ("texts: %s", error->message);
}

gboolean
kontor_own_texts_use (KontorStore *store, GError **error)
{
  if (spoken_for != NULL)
    kontor_own_texts_leave (spoken_for);
  if (!read_all (store, error))
    return FALSE;
  spoken_for = store;
  watch = kontor_store_watch (store, on_touched, store);

  return TRUE;
}

void
kontor_own_texts_leave (KontorStore *store)
{
  if (spoken_for != store)
    return;
  kontor_store_unwatch (store, watch);
  spoken_for = NULL;
  kontor_texts_set_own (NULL);
}

GPtrArray *
kontor_own_texts_list (KontorStore *store, const char *language, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_auto(GStrv) codes = kontor_texts_dup_codes (language);

  if (codes == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no language “%s”",
                   language);
      return NULL;
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (codes[i], ".", 3);
      g_autofree char *usual = kontor_texts_dup_usual (codes[i]);
      g_autoptr(GVariant) own = kontor_records_get (store, kontor_kind_find ("customer-text"),
                                                    codes[i], NULL);
      GVariantDict text;

      g_variant_dict_init (&text, NULL);
      g_variant_dict_insert (&text, "code", "s", codes[i]);
      g_variant_dict_insert (&text, "group", "s", parts[1]);
      g_variant_dict_insert (&text, "name", "s", parts[2]);
      g_variant_dict_insert (&text, "usual", "s", usual);
      g_variant_dict_insert (&text, "text", "s",
                             own != NULL ? kontor_record_get_text (own, "text") : "");
      g_ptr_array_add (texts, g_variant_ref_sink (g_variant_dict_end (&text)));
    }

  return g_steal_pointer (&texts);
}

/* (transfer full): each "{name}" in it */
static GHashTable *
dup_names (const char *text)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GRegex) braces = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (gboolean more = g_regex_match (braces, text, 0, &match); more;
       more = g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 0));

  return names;
}

static guint
count_parts (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ";", -1);

  return g_strv_length (parts);
}

/* What is filled in must be known; who pays without the link, or has no number to ask with, is
 * lost. */
static gboolean
check_names (const char *usual, const char *text, GError **error)
{
  static const char *const needed[] = { "{link}", "{id}" };
  g_autoptr(GHashTable) known = dup_names (usual), used = dup_names (text);
  GHashTableIter iter;
  const char *name;

  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, NULL))
    if (!g_hash_table_contains (known, name))
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "text: %s is not filled in here; take it out", name);
        return FALSE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (g_hash_table_contains (known, needed[i]) && !g_hash_table_contains (used, needed[i]))
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "text: %s must stand in it",
                     needed[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_text (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *code = kontor_record_get_text (whole, "code");
  const char *text = kontor_record_get_text (whole, "text");
  g_autofree char *usual = kontor_texts_dup_usual (code);

  if (usual == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "code: there is no text %s", code);
      return FALSE;
    }
  if (g_regex_match_simple ("\\.dates\\.(weekdays|months)$", code, 0, 0) &&
      count_parts (text) != count_parts (usual))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "text: must be %u names with semicolons between them", count_parts (usual));
      return FALSE;
    }

  return check_names (usual, text, error);
}

const KontorRule kontor_customer_text_rule = {
  .kind = "customer-text",
  .check = check_text,
};
