/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "bus/values.h"
#include "journal/import.h"
#include "operations/calendar.h"
#include "store/records.h"

/* The fields, with the choices that a list of the program gives to one of them. */
static GVariant *
tell_fields (const KontorKind *kind)
{
  g_autoptr(GArray) fields = g_array_new (TRUE, TRUE, sizeof (KontorField));

  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    {
      KontorField told = *field;
      const char *choices = kontor_keep_get_choices (kind, field->name);

      if (choices != NULL)
        {
          told.type = KONTOR_FIELD_CHOICE;
          told.choices = choices;
        }
      g_array_append_val (fields, told);
    }

  return kontor_values_fields ((const KontorField *) (gpointer) fields->data);
}

static void
add_kind (GVariantBuilder *list, const KontorKind *kind)
{
  gboolean writable = (kind->flags & (KONTOR_KIND_JOURNAL | KONTOR_KIND_ACTIONS)) == 0;

  g_variant_builder_open (list, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (list, "{sv}", "name", g_variant_new_string (kind->name));
  g_variant_builder_add (list, "{sv}", "title", g_variant_new_string (kind->title));
  g_variant_builder_add (list, "{sv}", "plural", g_variant_new_string (kind->plural));
  g_variant_builder_add (list, "{sv}", "label", g_variant_new_string (kind->label));
  g_variant_builder_add (list, "{sv}", "id-prefix",
                         g_variant_new_string (kind->prefix != NULL ? kind->prefix : ""));
  g_variant_builder_add (list, "{sv}", "writable", g_variant_new_boolean (writable));
  g_variant_builder_add (list, "{sv}", "has-own", g_variant_new_boolean (kind->has_own));
  g_variant_builder_add (list, "{sv}", "fields", tell_fields (kind));
  g_variant_builder_close (list);
}

static gboolean
on_kinds (KontorDBusRecords *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (const KontorKind *const *kind = kontor_kinds_get_all (); *kind != NULL; kind++)
    add_kind (&list, *kind);
  kontor_dbus_records_complete_kinds (door, invocation, g_variant_builder_end (&list));

  return TRUE;
}

static gboolean
on_own_fields (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
               GVariant *record, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  KontorField *own;

  if (kind == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  own = kontor_keep_dup_own (house->store, kind, record);
  kontor_dbus_records_complete_own_fields (door, invocation, kontor_values_fields (own));
  kontor_own_fields_free (own);

  return TRUE;
}

static gboolean
on_query (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
          GVariant *filter, GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  g_autoptr(GVariant) read = kind != NULL
    ? kontor_values_read (house->store, kind->fields, NULL, filter, &error) : NULL;
  KontorQuery query = { .filter = read, .after = kontor_values_get_text (options, "after"),
                        .sort = kontor_values_get_text (options, "sort"),
                        .limit = kontor_values_get_limit (options),
                        .descending = kontor_values_get_yes (options, "descending") };
  g_autofree char *next = NULL;
  g_autoptr(GPtrArray) records = read != NULL
    ? kontor_records_query (house->store, kind, &query, &next, &error) : NULL;

  if (records == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_query (door, invocation, kontor_values_list (records),
                                      next != NULL ? next : "");

  return TRUE;
}

static gboolean
on_sum (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
        GVariant *filter, const char *field, const char *by, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  g_autoptr(GVariant) read = kind != NULL
    ? kontor_values_read (house->store, kind->fields, NULL, filter, &error) : NULL;
  g_autoptr(GPtrArray) sums = read != NULL
    ? kontor_records_sum (house->store, kind, read, field, by, &error) : NULL;

  if (sums == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_sum (door, invocation, kontor_values_list (sums));

  return TRUE;
}

static gboolean
on_get (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
        const char *id,
        KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  g_autoptr(GVariant) record = kind != NULL ? kontor_records_get (house->store, kind, id, &error)
    : NULL;

  if (record == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_get (door, invocation, record);

  return TRUE;
}

/* (transfer full): what is saved, typed. The own fields are those of the record as it would be. */
static GVariant *
read_saved (KontorBusHouse *house, const KontorKind *kind, const char *id, GVariant *given,
            GError **error)
{
  g_autoptr(GVariant) old = *id != '\0' ? kontor_records_get (house->store, kind, id, error) : NULL;
  g_autoptr(GVariant) whole = NULL;
  KontorField *own;
  GVariant *read;

  if (*id != '\0' && old == NULL)
    return NULL;
  whole = old != NULL ? kontor_record_merge (old, given) : g_variant_ref (given);
  own = kontor_keep_dup_own (house->store, kind, whole);
  read = kontor_values_read (house->store, kind->fields, own, given, error);
  kontor_own_fields_free (own);

  return read;
}

static gboolean
on_save (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
         const char *id,
         GVariant *values, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  g_autoptr(GVariant) read = kind != NULL ? read_saved (house, kind, id, values, &error) : NULL;
  g_autofree char *saved = read != NULL
    ? kontor_keep_save (house->store, &house->owner, kind, *id != '\0' ? id : NULL, read, &error)
      : NULL;

  if (saved == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_save (door, invocation, saved);

  return TRUE;
}

static gboolean
on_remove (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
           const char *id, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);

  if (kind == NULL || !kontor_keep_remove (house->store, &house->owner, kind, id, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_remove (door, invocation);

  return TRUE;
}

static gboolean
on_export (KontorDBusRecords *door, GDBusMethodInvocation *invocation, const char *name,
           GVariant *filter, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  const KontorKind *kind = kontor_values_find_kind (name, &error);
  g_autoptr(GVariant) read = kind != NULL
    ? kontor_values_read (house->store, kind->fields, NULL, filter, &error) : NULL;
  g_autofree char *csv = read != NULL ? kontor_export_csv (house->store, kind, read, &error) : NULL;

  if (csv == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_export (door, invocation, csv);

  return TRUE;
}

static gboolean
on_calendar (KontorDBusRecords *door, GDBusMethodInvocation *invocation, GVariant *filter,
             KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) read = kontor_values_read (
    house->store, kontor_kind_find ("booking")->fields, NULL, filter, &error);
  g_autofree char *ics = read != NULL ? kontor_calendar_write (house->store, read, &error) : NULL;

  if (ics == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_records_complete_calendar (door, invocation, ics);

  return TRUE;
}

KontorDBusRecords *
kontor_door_records (KontorBusHouse *house)
{
  KontorDBusRecords *door = kontor_dbus_records_skeleton_new ();

  g_signal_connect (door, "handle-kinds", G_CALLBACK (on_kinds), house);
  g_signal_connect (door, "handle-own-fields", G_CALLBACK (on_own_fields), house);
  g_signal_connect (door, "handle-query", G_CALLBACK (on_query), house);
  g_signal_connect (door, "handle-sum", G_CALLBACK (on_sum), house);
  g_signal_connect (door, "handle-get", G_CALLBACK (on_get), house);
  g_signal_connect (door, "handle-save", G_CALLBACK (on_save), house);
  g_signal_connect (door, "handle-remove", G_CALLBACK (on_remove), house);
  kontor_door_import (door, house);
  g_signal_connect (door, "handle-export", G_CALLBACK (on_export), house);
  g_signal_connect (door, "handle-calendar", G_CALLBACK (on_calendar), house);

  return door;
}
