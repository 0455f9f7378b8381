/* SPDX-License-Identifier: GPL-3.0-or-later */
/* done.c — what the assistant did in a turn is read from the audit log, which no action can leave
 * out: so a new action needs no line here. */
#include "journal/done.h"

#include "model/record.h"
#include "store/records.h"

/* One message leads to one action, seldom to two. */
#define MOST_DONE 8

static GPtrArray *
query_last (KontorStore *store, guint limit, GError **error)
{
  return kontor_records_query (store, kontor_kind_find ("audit"),
                               &(KontorQuery) { .limit = limit, .descending = TRUE }, NULL, error);
}

static gint64
number_of (GVariant *entry)
{
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find ("audit"), kontor_record_get_text (entry, "id"), &number);

  return number;
}

gint64
kontor_done_mark (KontorStore *store, GError **error)
{
  g_autoptr(GPtrArray) last = query_last (store, 1, error);

  if (last == NULL)
    return -1;

  return last->len > 0 ? number_of (last->pdata[0]) : 0;
}

GPtrArray *
kontor_done_since (KontorStore *store, gint64 mark, GError **error)
{
  g_autoptr(GPtrArray) last = query_last (store, MOST_DONE, error);
  g_autoptr(GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  if (last == NULL)
    return NULL;
  for (guint i = last->len; i > 0; i--)
    {
      GVariant *entry = last->pdata[i - 1];

      if (number_of (entry) > mark &&
          g_strcmp0 (kontor_record_get_text (entry, "actor"), "assistant") == 0)
        g_ptr_array_add (done, g_variant_ref (entry));
    }

  return g_steal_pointer (&done);
}
