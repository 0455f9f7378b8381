/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/timeline.h"

#include "base/clock.h"
#include "store/records.h"

gboolean
kontor_timeline_write (KontorStore *store, const KontorActor *actor, const char *subject_kind,
                       const char *subject, const char *event, const char *text, GError **error)
{
  g_auto(GVariantDict) entry = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;

  g_variant_dict_insert (&entry, "subject-kind", "s", subject_kind);
  g_variant_dict_insert (&entry, "subject", "s", subject);
  g_variant_dict_insert (&entry, "at", "x", kontor_clock_now_us ());
  g_variant_dict_insert (&entry, "event", "s", event);
  if (text != NULL)
    g_variant_dict_insert (&entry, "text", "s", text);
  g_variant_dict_insert_value (&entry, "actor",
                               g_variant_new_take_string (kontor_actor_dup_name (actor)));
  values = g_variant_ref_sink (g_variant_dict_end (&entry));
  id = kontor_records_insert (store, kontor_kind_find ("timeline"), values, error);

  return id != NULL;
}

gboolean
kontor_timeline_move (KontorStore *store, const char *subject_kind, const char *from,
                      const char *into, GError **error)
{
  return kontor_store_run (store, error, "UPDATE timeline SET subject = ?"
                           " WHERE subject_kind = ? AND subject = ?", "sss", into, subject_kind,
                           from);
}
