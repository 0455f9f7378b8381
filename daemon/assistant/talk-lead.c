/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-lead.c — enquiries, which people follow up. One stands as soon as nothing is missing, and
 * what the customer says of the same service later is added to it. */
#include "assistant/talk.h"

#include "inbox/texts.h"

static const char *
get_service (GVariant *lead)
{
  return kontor_record_get_text (lead, "service");
}

char *
kontor_talk_tell_lead (const KontorTalk *talk, GVariant *lead)
{
  g_autoptr(KontorDialogue) about = kontor_talk_dialogue_about (KONTOR_GOAL_ENQUIRE, lead);
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, about, NULL);
  g_autofree char *state = kontor_talk_dup_text (talk, "lead-states",
                                                 kontor_record_get_text (lead, "state"));

  return kontor_texts_dup (talk->language->code, "lead", "status", "id",
                           kontor_record_get_text (lead, "id"), "state", state, "service",
                           service != NULL ? service->name : about->service, NULL);
}

/* What is counted is what a price will be for. (transfer full) */
static GVariant *
to_arguments (const KontorService *service, GHashTable *values)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);

  for (guint i = 0; i < service->fields->len; i++)
    {
      const KontorServiceField *field = service->fields->pdata[i];
      const char *count = field->found_by == KONTOR_FOUND_BY_COUNT
                          ? g_hash_table_lookup (values, field->name) : NULL;
      gint64 places = count != NULL ? g_ascii_strtoll (count, NULL, 10) : 0;

      if (places > 0)
        g_variant_dict_insert (&arguments, "places", "x", places);
    }

  return g_variant_ref_sink (g_variant_dict_end (&arguments));
}

char *
kontor_talk_open_lead (const KontorTalk *talk, const KontorDialogue *dialogue,
                       const KontorService *service, GError **error)
{
  g_autoptr(GVariant) fields = to_arguments (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) lead = NULL;
  g_autofree char *said = NULL, *handed = NULL;

  g_variant_dict_insert (&arguments, "service", "s", service->code);
  g_variant_dict_insert (&arguments, "contact", "s", kontor_record_get_text (talk->contact, "id"));
  g_variant_dict_insert (&arguments, "conversation", "x", talk->conversation);
  lead = kontor_talk_run (talk, "open-lead", &arguments, error);
  if (lead == NULL || !kontor_talk_leave (talk, error))
    return NULL;
  said = kontor_talk_describe (talk, service, lead, "lead", "opened");
  handed = kontor_talk_dup_text (talk, "lead", "handed");

  return g_strdup_printf ("%s\n%s", said, handed);
}

static gboolean
has_news (const KontorService *service, GVariant *lead, const KontorExtract *extract)
{
  g_autoptr(GHashTable) before = kontor_talk_values_of (service, lead);
  gboolean news = FALSE;

  for (guint i = 0; i < service->fields->len; i++)
    {
      const char *name = ((KontorServiceField *) service->fields->pdata[i])->name;
      const char *said = g_hash_table_lookup (extract->values, name);

      news |= said != NULL && g_strcmp0 (said, g_hash_table_lookup (before, name)) != 0;
    }

  return news;
}

/* The one that is named, or of the service that is spoken of, or the only one. */
static GVariant *
find_lead (const KontorTalk *talk, GPtrArray *leads, const KontorService *service)
{
  if (service == NULL || kontor_talk_names (talk, "lead"))
    return kontor_talk_pick (talk, "lead", leads);
  for (guint i = 0; i < leads->len; i++)
    if (g_strcmp0 (get_service (leads->pdata[i]), service->code) == 0)
      return leads->pdata[i];

  return NULL;
}

char *
kontor_talk_add_to_lead (const KontorTalk *talk, GPtrArray *leads, const KontorService *service,
                         GError **error)
{
  GVariant *lead = find_lead (talk, leads, service);
  g_autoptr(KontorDialogue) about = lead != NULL
    ? kontor_talk_dialogue_about (KONTOR_GOAL_ENQUIRE, lead) : NULL;
  g_autoptr(KontorService) own = about != NULL ? kontor_talk_load_service (talk, about, error)
                                               : NULL;
  g_autoptr(KontorExtract) extract = own != NULL ? kontor_talk_extract (talk, own, NULL) : NULL;
  g_autoptr(GVariant) fields = NULL, changed = NULL;
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);

  if (extract == NULL)
    return NULL;
  if (!has_news (own, lead, extract))
    return service != NULL && kontor_extract_is_wish (talk->text, talk->language)
           ? kontor_talk_tell_lead (talk, lead) : NULL;
  fields = to_arguments (own, extract->values);
  g_variant_dict_init (&arguments, fields);
  g_variant_dict_insert (&arguments, "lead", "s", about->subject);
  changed = kontor_talk_run (talk, "change-lead", &arguments, error);

  return changed != NULL ? kontor_talk_describe (talk, own, changed, "lead", "added") : NULL;
}
