/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include <string.h>

#include "assistant/answer.h"
#include "assistant/extract.h"
#include "assistant/knowledge.h"
#include "assistant/preview.h"
#include "base/clock.h"
#include "bus/trials.h"
#include "bus/values.h"
#include "contacts/language.h"
#include "model/error.h"
#include "model/zone.h"
#include "operations/wordings.h"

/* "2026-11-20 12:00", in @zone unless it names one itself. 0 with error. */
static gint64
read_now (const char *text, const char *zone, GError **error)
{
  const KontorField field = { "now", KONTOR_FIELD_TIME };
  const KontorLocale locale = { .zone = zone };
  g_autoptr(GDateTime) iso = strchr (text, 'T') != NULL ? g_date_time_new_from_iso8601 (text, NULL)
    : NULL;
  g_autoptr(GVariant) value = NULL;
  gint64 at_us;

  if (iso != NULL)
    return g_date_time_to_unix (iso) * G_USEC_PER_SEC;
  value = kontor_field_from_text (&field, text, &locale, error);
  if (value == NULL)
    return 0;
  g_variant_get (value, "(&s&sx)", NULL, NULL, &at_us);

  return at_us;
}

static const char *
find_intent (const KontorLanguage *language, const char *text)
{
  static const struct { KontorWordKind kind; const char *name; gboolean whole; } intents[] = {
    { KONTOR_WORD_STOP, "stop", TRUE }, { KONTOR_WORD_START, "start", TRUE },
    { KONTOR_WORD_YES, "yes", TRUE }, { KONTOR_WORD_NO, "no", TRUE },
    { KONTOR_WORD_STATUS, "status", FALSE }, { KONTOR_WORD_CANCEL, "cancel", FALSE },
    { KONTOR_WORD_GREETING, "greeting", TRUE }, { KONTOR_WORD_THANKS, "thanks", TRUE },
    { KONTOR_WORD_WISH, "book", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (intents); i++)
    if (intents[i].whole ? kontor_language_says (language, text, intents[i].kind)
                         : kontor_language_mentions (language, text, intents[i].kind))
      return intents[i].name;

  return "";
}

static GVariant *
list_values (GHashTable *values)
{
  GVariantBuilder list;
  GHashTableIter iter;
  const char *name, *value;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    g_variant_builder_add (&list, "{ss}", name, value);

  return g_variant_builder_end (&list);
}

static GVariant *
list_problems (GHashTable *problems)
{
  static const char *const words[] = { "", "past", "impossible", "unclear" };
  GVariantBuilder list;
  GHashTableIter iter;
  const char *name;
  gpointer problem;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, problems);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, &problem))
    g_variant_builder_add (&list, "{ss}", name, words[GPOINTER_TO_INT (problem)]);

  return g_variant_builder_end (&list);
}

typedef struct {
  const char           *text;
  KontorBusiness       *business;
  const KontorLanguage *language;
  KontorService        *service;   /* owned by @services, or NULL */
  GPtrArray            *services;
} Understanding;

static gboolean
find_service (KontorBusHouse *house, Understanding *self, const char *code, GError **error)
{
  self->services = kontor_services_speak (house->store, self->business, self->language->code,
                                          error);
  if (self->services == NULL)
    return FALSE;
  if (code == NULL)
    {
      self->service = kontor_extract_find_service (self->services, self->text, self->language);
      return TRUE;
    }
  for (guint i = 0; i < self->services->len; i++)
    if (g_str_equal (((KontorService *) self->services->pdata[i])->code, code))
      self->service = self->services->pdata[i];
  if (self->service == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no service “%s”", code);

  return self->service != NULL;
}

static gboolean
set_context (Understanding *self, GVariant *options, KontorExtractContext *context,
             GTimeZone **zone,
             GError **error)
{
  const char *zone_name = kontor_values_get_text (options, "zone");
  const char *now = kontor_values_get_text (options, "now");

  *zone = kontor_zone_find (zone_name != NULL ? zone_name : self->business->zone_name, error);
  if (*zone == NULL)
    return FALSE;
  *context = (KontorExtractContext) {
    .language = self->language, .now_us = kontor_clock_now_us (),
    .zone = *zone, .country = self->business->country, .month_first = self->business->month_first,
    .asked = kontor_values_get_text (options, "asked"),
  };
  if (now != NULL)
    context->now_us = read_now (now, zone_name != NULL ? zone_name
                                : self->business->zone_name, error);

  return now == NULL || context->now_us != 0;
}

static gboolean
understand (KontorBusHouse *house, Understanding *self, GVariant *options, GVariant **fields,
            GVariant **about, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  KontorExtractContext context;

  self->business = kontor_business_load (house->store, error);
  if (self->business == NULL)
    return FALSE;
  self->language = kontor_language_detect (self->text,
                                           kontor_business_get_language (self->business), FALSE);
  if (!find_service (house, self, kontor_values_get_text (options, "service"), error) ||
      !set_context (self, options, &context, &zone, error))
    return FALSE;
  extract = kontor_extract_read (self->text, self->service, &context);
  *fields = list_values (extract->values);
  g_variant_dict_insert (&dict, "intent", "s", find_intent (context.language, self->text));
  g_variant_dict_insert (&dict, "language", "s", self->language->code);
  g_variant_dict_insert (&dict, "service", "s", self->service != NULL ? self->service->code : "");
  g_variant_dict_insert_value (&dict, "problems", list_problems (extract->problems));
  *about = g_variant_dict_end (&dict);

  return TRUE;
}

static gboolean
on_understand (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *text,
               GVariant *options, KontorBusHouse *house)
{
  Understanding self = { .text = text };
  g_autoptr(GError) error = NULL;
  GVariant *fields, *about;
  gboolean fine = understand (house, &self, options, &fields, &about, &error);

  g_clear_pointer (&self.services, g_ptr_array_unref);
  g_clear_pointer (&self.business, kontor_business_free);
  if (!fine)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_assistants_complete_understand (door, invocation, fields, about);

  return TRUE;
}

static gboolean
on_ask (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *text,
        KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorAnswer) answer = kontor_answer_find (house->store, text, &error);
  GVariantBuilder list;

  if (answer == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < answer->passages->len; i++)
    {
      const KontorPassage *passage = answer->passages->pdata[i];
      g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

      g_variant_dict_insert (&dict, "id", "s", passage->id);
      g_variant_dict_insert (&dict, "title", "s", passage->title != NULL ? passage->title : "");
      g_variant_dict_insert (&dict, "text", "s", passage->text);
      g_variant_dict_insert (&dict, "source", "s", passage->source != NULL ? passage->source : "");
      g_variant_dict_insert (&dict, "score", "d", passage->score);
      g_variant_builder_add_value (&list, g_variant_dict_end (&dict));
    }
  kontor_dbus_assistants_complete_ask (door, invocation, g_variant_builder_end (&list),
                                       answer->speaks);

  return TRUE;
}

static gboolean
on_preview (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *service,
             GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines =
    kontor_preview_service (house->store, service, kontor_values_get_text (options, "language"),
                            &error);
  GVariantBuilder list;

  if (lines == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < lines->len; i++)
    {
      const KontorPreviewLine *line = lines->pdata[i];
      g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

      g_variant_dict_insert (&dict, "from", "s", line->is_customer ? "customer" : "assistant");
      g_variant_dict_insert (&dict, "text", "s", line->text);
      g_variant_builder_add_value (&list, g_variant_dict_end (&dict));
    }
  kontor_dbus_assistants_complete_preview (door, invocation, g_variant_builder_end (&list));

  return TRUE;
}

static void
on_door_gone (gpointer data, GObject *door)
{
  KontorTrials *trials = data;

  g_hash_table_unref (trials->under_way);
  g_free (trials);
}

KontorDBusAssistants *
kontor_door_assistants (KontorBusHouse *house)
{
  KontorDBusAssistants *door = kontor_dbus_assistants_skeleton_new ();
  KontorTrials *trials = g_new0 (KontorTrials, 1);

  trials->house = house;
  trials->under_way = g_hash_table_new (g_str_hash, g_str_equal);
  g_object_weak_ref (G_OBJECT (door), on_door_gone, trials);
  kontor_door_try (door, trials);
  kontor_door_bench (door, trials);
  kontor_door_learn (door, trials);
  kontor_door_servers (door, house);
  g_signal_connect (door, "handle-understand", G_CALLBACK (on_understand), house);
  g_signal_connect (door, "handle-ask", G_CALLBACK (on_ask), house);
  g_signal_connect (door, "handle-preview", G_CALLBACK (on_preview), house);

  return door;
}
