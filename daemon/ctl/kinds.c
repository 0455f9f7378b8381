/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kinds.c — asked anew by each command: one call of a millisecond, and never out of date. */
#include "ctl/kinds.h"

#include "model/record.h"

#include <glib/gi18n.h>

GVariant *
kontor_ctl_told_find (GVariant *told, const char *name)
{
  GVariantIter iter;
  GVariant *one;

  g_variant_iter_init (&iter, told);
  while ((one = g_variant_iter_next_value (&iter)) != NULL)
    {
      const char *its_name = NULL;

      if (g_variant_lookup (one, "name", "&s", &its_name) && g_str_equal (its_name, name))
        return one;
      g_variant_unref (one);
    }

  return NULL;
}

const char *
kontor_ctl_told_title (GVariant *told)
{
  const char *title = kontor_record_get_text (told, "title");

  return title != NULL && *title != '\0' ? _(title) : "";
}

KontorCtlFields *
kontor_ctl_told_fields (GVariant *told, const char *member)
{
  g_autoptr(GVariant) list = told != NULL ? g_variant_lookup_value (told, member,
                                                                    G_VARIANT_TYPE ("aa{sv}"))
                                          : NULL;

  if (list == NULL)
    list = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0));

  return kontor_ctl_fields_new (list);
}

KontorCtlFields *
kontor_ctl_kind_fields (KontorCtl *ctl, const char *kind, GError **error)
{
  g_autoptr(GVariant) kinds = NULL, told = NULL;

  if (!kontor_dbus_records_call_kinds_sync (ctl->records, &kinds, NULL, error))
    return NULL;
  told = kontor_ctl_told_find (kinds, kind);

  return kontor_ctl_told_fields (told, "fields");
}

static gboolean
has_unknown (KontorCtlFields *fields, GVariant *record)
{
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    if (g_str_has_prefix (name, "x-") &&
        kontor_fields_find (kontor_ctl_fields_get (fields), name) == NULL)
      return TRUE;

  return FALSE;
}

/* What cannot be told of own fields is no failure: their values are shown by their form. */
void
kontor_ctl_add_own_fields (KontorCtl *ctl, const char *kind, GVariant *records,
                           KontorCtlFields *fields)
{
  gsize count = g_variant_n_children (records);

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr(GVariant) record = g_variant_get_child_value (records, i);
      g_autoptr(GVariant) own = NULL;

      if (!has_unknown (fields, record))
        continue;
      if (!kontor_dbus_records_call_own_fields_sync (ctl->records, kind, record, &own, NULL, NULL))
        return;
      kontor_ctl_fields_add (fields, own);
      if (has_unknown (fields, record))
        return;
    }
}

static GVariant *
page_options (const char *after, gboolean descending, guint limit)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", limit);
  if (*after != '\0')
    g_variant_dict_insert (&options, "after", "s", after);
  if (descending)
    g_variant_dict_insert (&options, "descending", "b", TRUE);

  return g_variant_dict_end (&options);
}

GVariant *
kontor_ctl_query (KontorCtl *ctl, const char *kind, GVariant *filter, gboolean descending,
                  guint limit, GError **error)
{
  g_auto(GVariantBuilder) all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autofree char *after = g_strdup ("");
  guint count = 0;

  do
    {
      guint wanted = limit > 0 ? MIN (limit - count, KONTOR_CTL_PAGE) : KONTOR_CTL_PAGE;
      GVariant *options = page_options (after, descending, wanted);
      g_autoptr(GVariant) page = NULL;
      GVariantIter iter;
      GVariant *record;

      g_clear_pointer (&after, g_free);
      if (!kontor_dbus_records_call_query_sync (ctl->records, kind, filter, options, &page, &after,
                                                NULL, error))
        return NULL;
      g_variant_iter_init (&iter, page);
      while (g_variant_iter_loop (&iter, "@a{sv}", &record))
        g_variant_builder_add_value (&all, record);
      count += g_variant_n_children (page);
    }
  while (*after != '\0' && (limit == 0 || count < limit));

  return g_variant_ref_sink (g_variant_builder_end (&all));
}
