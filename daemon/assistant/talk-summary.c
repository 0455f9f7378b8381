/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-summary.c — what was said, repeated in full: the customer's yes is to this text. */
#include "assistant/talk.h"

#include <string.h>

#include "inbox/texts.h"
#include "journal/keep.h"

static void
add_line (GString *lines, const char *label, const char *value)
{
  g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", label, value);
}

static void
add_labelled (const KontorTalk *talk, GString *lines, const char *name, const char *value)
{
  g_autofree char *label = kontor_talk_dup_text (talk, "labels", name);

  add_line (lines, label, value);
}

static void
add_when (const KontorTalk *talk, GString *lines, GHashTable *values)
{
  g_autofree char *date = NULL, *time = NULL;
  KontorWallTime at;

  if (!kontor_talk_get_time (values, &at))
    return;
  date = kontor_texts_dup_date (talk->language->code, &at);
  time = kontor_texts_dup_time (talk->language->code, &at, talk->business->zone_name);
  add_labelled (talk, lines, "date", date);
  add_labelled (talk, lines, "time", time);
}

/* As the customer reads it: a choice in its words, a day written out. */
static char *
dup_said (const KontorTalk *talk, const KontorServiceField *field, const char *value)
{
  g_autofree char *noon = g_strdup_printf ("%sT12:00", value);
  KontorWallTime day;

  if (field->type == KONTOR_FIELD_DATE && kontor_wall_time_parse (noon, &day, NULL))
    return kontor_texts_dup_date (talk->language->code, &day);

  return g_strdup (kontor_service_field_get_said (field, value));
}

char *
kontor_talk_summary (const KontorTalk *talk, const KontorService *service, GHashTable *values,
                     const KontorMoney *price)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  add_labelled (talk, lines, "service", service->name);
  for (guint i = 0; i < service->fields->len; i++)
    {
      const KontorServiceField *field = service->fields->pdata[i];
      const char *value = g_hash_table_lookup (values, field->name);
      g_autofree char *said = value != NULL ? dup_said (talk, field, value) : NULL;

      if (said != NULL)
        add_line (lines, field->title, said);
    }
  add_when (talk, lines, values);
  if (price != NULL)
    {
      g_autofree char *amount = kontor_money_format (price);

      add_labelled (talk, lines, "price", amount);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

gboolean
kontor_talk_get_time (GHashTable *values, KontorWallTime *at)
{
  const char *date = g_hash_table_lookup (values, "date");
  const char *time = g_hash_table_lookup (values, "time");
  g_autofree char *both = NULL;

  if (date == NULL || time == NULL)
    return FALSE;
  both = g_strdup_printf ("%sT%s", date, time);

  return kontor_wall_time_parse (both, at, NULL);
}

GHashTable *
kontor_talk_values_of (const KontorService *service, GVariant *record)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  KontorField *own = kontor_service_dup_own (service, TRUE);
  const char *local;

  for (const KontorField *field = own; field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = kontor_record_get (record, field->name);

      if (value != NULL)
        g_hash_table_insert (values, g_strdup (field->name + strlen ("x-")),
                             kontor_field_to_text (field, value));
    }
  kontor_own_fields_free (own);
  if (g_variant_lookup (record, "at", "(&s&sx)", &local, NULL, NULL))
    {
      g_hash_table_insert (values, g_strdup ("date"), g_strndup (local, 10));
      g_hash_table_insert (values, g_strdup ("time"), g_strdup (local + 11));
    }

  return values;
}

GVariant *
kontor_talk_to_fields (const KontorService *service, GHashTable *values)
{
  g_auto(GVariantDict) fields = G_VARIANT_DICT_INIT (NULL);
  KontorField *own = kontor_service_dup_own (service, TRUE);

  for (const KontorField *field = own; field->name != NULL; field++)
    {
      const char *text = g_hash_table_lookup (values, field->name + strlen ("x-"));
      g_autoptr(GVariant) value = text != NULL ? kontor_field_from_text (field, text, NULL, NULL)
                                               : NULL;

      if (value != NULL)
        g_variant_dict_insert_value (&fields, field->name, value);
    }
  kontor_own_fields_free (own);

  return g_variant_ref_sink (g_variant_dict_end (&fields));
}

gboolean
kontor_talk_get_price (const KontorService *service, GHashTable *values, KontorMoney *price)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, values);

  return kontor_service_get_price (service, fields, price);
}
