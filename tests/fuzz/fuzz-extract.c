/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a customer's text: nothing may crash, and what is found is valid and not empty. */
#include "assistant/extract.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
add_field (KontorService *service, const char *name, KontorFieldType type, KontorFoundBy found_by,
           const char *check)
{
  KontorServiceField *field = g_new0 (KontorServiceField, 1);
  KontorServiceChoice *choice;

  field->name = field->title = g_strdup (name);
  field->type = type;
  field->found_by = found_by;
  field->labels = g_strsplit (name, "-", -1);
  field->check = g_strdup (check);
  field->choices = g_ptr_array_new ();
  g_ptr_array_add (service->fields, field);
  if (type != KONTOR_FIELD_CHOICE)
    return;
  choice = g_new0 (KontorServiceChoice, 1);
  choice->title = g_strdup ("BMW 5 Series");
  choice->labels = g_strsplit ("bmw,5 series", ",", -1);
  g_ptr_array_add (field->choices, choice);
}

/* One for the life of the program. */
static KontorService *
get_service (void)
{
  static KontorService *service;

  if (service != NULL)
    return service;
  service = g_new0 (KontorService, 1);
  service->code = service->name = g_strdup ("ride");
  service->labels = g_strsplit ("car,taxi", ",", -1);
  service->fields = g_ptr_array_new ();
  add_field (service, "pickup", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_FROM, NULL);
  add_field (service, "dropoff", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_TO, NULL);
  add_field (service, "name", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_PERSON, NULL);
  add_field (service, "vehicle", KONTOR_FIELD_CHOICE, KONTOR_FOUND_BY_LABEL, NULL);
  add_field (service, "people", KONTOR_FIELD_NUMBER, KONTOR_FOUND_BY_COUNT, NULL);
  add_field (service, "flight", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_LABEL, "[A-Z]{2}[0-9]{2,4}");
  add_field (service, "phone", KONTOR_FIELD_PHONE, KONTOR_FOUND_BY_LABEL, NULL);
  add_field (service, "seat", KONTOR_FIELD_YES_NO, KONTOR_FOUND_BY_LABEL, NULL);
  add_field (service, "born", KONTOR_FIELD_DATE, KONTOR_FOUND_BY_LABEL, NULL);
  add_field (service, "note", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_LABEL, NULL);

  return service;
}

static void
read_as (const char *text, const char *asked)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Dubai");
  KontorExtractContext context = {
    .now_us = G_GINT64_CONSTANT (1795168800) * G_USEC_PER_SEC, .zone = zone, .country = "AE",
    .language = kontor_language_find ("en"), .asked = asked,
  };
  g_autoptr(KontorExtract) extract = kontor_extract_read (text, get_service (), &context);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, extract->values);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_assert_true (*(char *) value != '\0' && g_utf8_validate (value, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const asked[] = { NULL, "pickup", "name", "people", "flight", "born", "date" };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GPtrArray) services = g_ptr_array_new ();

  read_as (text, asked[size % G_N_ELEMENTS (asked)]);
  g_ptr_array_add (services, get_service ());
  kontor_extract_find_service (services, text, kontor_language_find ("en"));
  kontor_extract_is_wish (text, kontor_language_find ("en"));

  return 0;
}
