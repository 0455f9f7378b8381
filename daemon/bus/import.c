/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.c — files come in parts, each a call of its own, so that messages are answered between
 * them; what earlier parts of a trial had is remembered here until another one begins. */
#include "bus/doors.h"

#include <string.h>

#include "assistant/knowledge.h"
#include "assistant/learn.h"
#include "bus/values.h"
#include "journal/import.h"
#include "model/error.h"

typedef struct {
  KontorBusHouse *house;
  char           *token;   /* of the trial that is under way */
  GHashTable     *seen;    /* char * → guint */
} Importer;

static void
free_importer (gpointer data, GClosure *closure)
{
  Importer *self = data;

  g_free (self->token);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static GHashTable *
find_seen (Importer *self, const char *token)
{
  if (token == NULL || g_strcmp0 (token, self->token) != 0)
    {
      g_hash_table_remove_all (self->seen);
      g_free (self->token);
      self->token = g_strdup (token);
    }

  return self->seen;
}

static gboolean
read_same (GVariant *options, KontorSame *same, GError **error)
{
  static const char *const names[] = {
    [KONTOR_SAME_IS_NEW] = "new", [KONTOR_SAME_IS_REFUSED] = "refuse",
    [KONTOR_SAME_IS_CHANGED] = "change", [KONTOR_SAME_IS_SKIPPED] = "skip",
  };
  const char *name = kontor_values_get_text (options, "same");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *same = (KontorSame) i;
        return TRUE;
      }
  if (name != NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "same: “%s” is none of new, refuse, change, skip", name);

  return name == NULL;
}

static GPtrArray *
import_csv (Importer *self, const KontorKind *kind, const char *file, const char *content,
            GVariant *options, GError **error)
{
  KontorBusHouse *house = self->house;
  g_autoptr(KontorBusiness) business = kontor_business_load (house->store, error);
  g_autoptr(GVariant) mapping = g_variant_lookup_value (options, "mapping",
                                                        G_VARIANT_TYPE ("a{ss}"));
  g_autoptr(GVariant) lines = g_variant_lookup_value (options, "lines", G_VARIANT_TYPE ("au"));
  const char *token = kontor_values_get_text (options, "import");
  KontorImportPart how = { .mapping = mapping, .token = token, .file = file,
                           .dry_run = kontor_values_get_yes (options, "dry-run") };
  KontorLocale locale;

  if (business == NULL || !read_same (options, &how.same, error))
    return NULL;
  locale = kontor_business_get_locale (business);
  how.locale = &locale;
  if (lines != NULL)
    how.lines = g_variant_get_fixed_array (lines, &how.n_lines, sizeof (guint32));
  if (how.dry_run)
    how.seen = find_seen (self, token);

  return kontor_import_part (house->store, &house->owner, kind, content, &how, error);
}

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  g_autoptr(GPtrArray) verdicts = NULL;
  GError *error = NULL;

  if (kontor_learn_file_finish (KONTOR_LEARN (source), result, NULL, &verdicts, &error))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(@aa{sv})",
                                                          kontor_values_list (verdicts)));
  else
    kontor_values_refuse (invocation, error);
}

/* A text is answered when all of it is taken. */
static gboolean
import_text (Importer *self, KontorDBusRecords *door, GDBusMethodInvocation *invocation,
             const char *file, const char *content, gboolean dry_run)
{
  KontorBusHouse *house = self->house;
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(GPtrArray) verdicts = NULL;
  GError *error = NULL;

  if (!dry_run)
    {
      kontor_learn_file_async (house->learn, &house->owner, file, bytes, NULL, NULL, on_learned,
                               invocation);
      return TRUE;
    }
  verdicts = kontor_knowledge_import (house->store, &house->owner, file, content, TRUE, &error);
  if (verdicts == NULL)
    return kontor_values_refuse (invocation, error);
  kontor_dbus_records_complete_import (door, invocation, kontor_values_list (verdicts));

  return TRUE;
}

static gboolean
on_import (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
           const char *file, const char *content, GVariant *options, Importer *self)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  gboolean is_text = g_str_equal (name, "knowledge") && !g_str_has_suffix (file, ".csv");
  g_autoptr(GPtrArray) verdicts = NULL;

  if (is_text)
    return import_text (self, door, invocation, file, content,
                        kontor_values_get_yes (options, "dry-run"));
  verdicts = kind != NULL ? import_csv (self, kind, file, content, options, &error) : NULL;
  if (verdicts == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_import (door, invocation, kontor_values_list (verdicts));

  return TRUE;
}

void
kontor_door_import (KontorDBusRecords *door, KontorBusHouse *house)
{
  Importer *self = g_new0 (Importer, 1);

  self->house = house;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_data (door, "handle-import", G_CALLBACK (on_import), self, free_importer, 0);
}
