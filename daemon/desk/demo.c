/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/demo.h"

#include <gio/gio.h>

#include "assistant/knowledge.h"
#include "contacts/business.h"
#include "journal/import.h"
#include "model/error.h"
#include "model/record.h"

/* What others lean on comes first. */
static const char *const order[] = {
  "business", "teammate", "service", "service-field", "service-choice", "wording", "knowledge",
};

static gboolean
check_verdicts (GPtrArray *verdicts, const char *file, GError **error)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (g_strcmp0 (kontor_record_get_text (verdicts->pdata[i], "outcome"), "refused") == 0)
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s:%" G_GINT64_FORMAT ": %s",
                     file,
                     kontor_record_get_int (verdicts->pdata[i], "line", 0),
                     kontor_record_get_text (verdicts->pdata[i], "reason"));
        return FALSE;
      }

  return TRUE;
}

static GPtrArray *
import (KontorStore *store, const KontorKind *kind, const char *file, const char *content,
        GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (store, NULL);
  KontorLocale locale = { NULL };
  g_autofree char *name = g_path_get_basename (file);

  if (business != NULL)
    locale = kontor_business_get_locale (business);
  if (g_str_has_suffix (file, ".csv"))
    return kontor_import_csv (store, &kontor_actor_system, kind, content, &locale, FALSE, error);

  return kontor_knowledge_import (store, &kontor_actor_system, name, content, FALSE, error);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What stands in @folder for @kind: "wording.de.csv", "wording.fr.csv". */
static GPtrArray *
list_files (const char *folder, const char *kind, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autofree char *prefix = g_strconcat (kind, ".", NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) &&
        (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".md") ||
         g_str_has_suffix (name, ".txt")))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);

  return g_steal_pointer (&names);
}

static gboolean
load_file (KontorStore *store, const char *folder, const char *kind, const char *name,
           GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GPtrArray) verdicts = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;
  verdicts = import (store, kontor_kind_find (kind), path, content, error);
  if (verdicts == NULL)
    g_prefix_error (error, "%s: ", path);

  return verdicts != NULL && check_verdicts (verdicts, path, error);
}

gboolean
kontor_demo_load (KontorStore *store, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr(GPtrArray) names = list_files (folder, order[i], error);

      for (guint j = 0; names != NULL && j < names->len; j++)
        if (!load_file (store, folder, order[i], names->pdata[j], error))
          return FALSE;
      if (names == NULL)
        return FALSE;
    }

  return TRUE;
}

char **
kontor_demo_list (const char *root)
{
  g_autoptr(GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *business = g_build_filename (root, name, "business.csv", NULL);

      if (g_file_test (business, G_FILE_TEST_EXISTS))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
