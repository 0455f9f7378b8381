/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/once.h"

#include <string.h>

#include "base/clock.h"
#include "model/error.h"
#include "model/record.h"

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
kontor_once_dup_digest (const KontorActor *actor, GVariant *arguments)
{
  g_autofree char *who = kontor_actor_dup_name (actor);
  g_autoptr(GString) text = g_string_new (who);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, arguments);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(GVariant) value = kontor_record_get (arguments, names->pdata[i]);
      g_autofree char *printed = g_variant_print (value, TRUE);

      g_string_append_printf (text, "\n%s %s", (char *) names->pdata[i], printed);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

gboolean
kontor_once_find (KontorStore *store, const char *once, const char *name, const char *asked,
                  GVariant **before, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT action, asked, result FROM action_once WHERE once = ?", "s", once);
  g_autoptr(GBytes) result = NULL;

  if (rows == NULL)
    return FALSE;
  if (!kontor_rows_next (rows))
    return kontor_rows_done (rows, error);
  if (g_strcmp0 (kontor_rows_text (rows, 0), name) != 0 ||
      g_strcmp0 (kontor_rows_text (rows, 1), asked) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "“%s” already stands for another request", once);
      return FALSE;
    }
  result = kontor_rows_dup_blob (rows, 2);
  *before = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, result, FALSE));

  return TRUE;
}

gboolean
kontor_once_keep (KontorStore *store, const char *once, const char *name, const char *asked,
                  GVariant *result, GError **error)
{
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (result);

  return kontor_store_run (store, error,
    "INSERT INTO action_once (once, action, asked, result, at) VALUES (?, ?, ?, ?, ?)", "sssbx",
    once, name, asked, bytes, kontor_clock_now_us ());
}
