/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.c — the same dialogue that customers have, in a transaction that is taken back: so what
 * is shown is what will be said. The examples are put in as values, for how they would be
 * understood is not what is shown. */
#include "assistant/preview.h"

#include "assistant/talk.h"
#include "base/clock.h"
#include "contacts/contacts.h"
#include "contacts/language.h"
#include "inbox/conversation.h"
#include "inbox/texts.h"
#include "model/error.h"
#include "model/message.h"
#include "operations/slots.h"
#include "operations/wordings.h"
#include "store/records.h"

/* More than a service has fields: it ends, whatever is asked. */
#define MOST_LINES 200

typedef struct {
  KontorTalk     talk;
  KontorService *service;   /* spoken */
  KontorWallTime slot;      /* one that is free, where there is any */
  GPtrArray     *lines;
} Preview;

static void
free_line (gpointer data)
{
  KontorPreviewLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
add (Preview *self, gboolean is_customer, const char *text)
{
  KontorPreviewLine *line = g_new0 (KontorPreviewLine, 1);

  line->is_customer = is_customer;
  line->text = g_strdup (text);
  g_ptr_array_add (self->lines, line);
}

/* Tomorrow at ten where nothing is free: what is said of that is worth seeing. */
static gboolean
find_slot (Preview *self, GError **error)
{
  g_autoptr(GError) local = NULL;
  KontorWallTime from;

  kontor_zone_from_instant (kontor_clock_now_us (), self->talk.business->zone, &from);
  kontor_wall_time_add_days (&from, 1);
  from.hour = 10;
  from.minute = 0;
  if (!kontor_slot_find_next (self->talk.store, self->talk.business, self->service, &from, 1,
                              &self->slot, &local))
    self->slot = from;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* (transfer full): what is kept of the answer to @field. */
static char *
dup_example (Preview *self, const KontorServiceField *field)
{
  g_autofree char *now = kontor_wall_time_format (&self->slot);

  if (field->choices->len > 0)
    return g_strdup (((KontorServiceChoice *) field->choices->pdata[0])->title);
  switch (field->type)
    {
    case KONTOR_FIELD_NUMBER:
      return g_strdup ("2");
    case KONTOR_FIELD_DATE:
      return g_strndup (now, 10);
    case KONTOR_FIELD_YES_NO:
      return g_strdup ("yes");
    case KONTOR_FIELD_PHONE:
      return g_strdup ("+15550100");
    default:
      return g_strdup_printf ("“%s”", field->title);
    }
}

/* The customer's yes, as the language has it. */
static char *
dup_yes (Preview *self)
{
  for (const KontorWord *word = self->talk.language->words; word->phrases != NULL; word++)
    if (word->kind == KONTOR_WORD_YES)
      {
        g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", 2);

        return g_strdup (phrases[0]);
      }

  return g_strdup ("yes");
}

/* @kept: what the dialogue has of the answer; (transfer full): as the customer says it. */
static char *
dup_said (Preview *self, const char *name, const char *kept)
{
  const KontorServiceField *field = kontor_service_find_field (self->service, name);
  const char *language = self->talk.language->code;

  if (field != NULL && field->type == KONTOR_FIELD_YES_NO)
    return dup_yes (self);
  if (g_str_equal (name, "date") || (field != NULL && field->type == KONTOR_FIELD_DATE))
    return kontor_texts_dup_date (language, &self->slot);

  return g_strdup (field != NULL ? kontor_service_field_get_said (field, kept) : kept);
}

/* Says the example for what was asked, and takes it. */
static gboolean
answer (Preview *self, KontorDialogue *dialogue)
{
  const KontorServiceField *field = dialogue->asked == NULL ? NULL
    : kontor_service_find_field (self->service, dialogue->asked);
  g_autofree char *slot = kontor_wall_time_format (&self->slot);
  g_autofree char *kept = NULL, *said = NULL;

  if (field != NULL)
    kept = dup_example (self, field);
  else if (g_strcmp0 (dialogue->asked, "date") == 0)
    kept = g_strndup (slot, 10);
  else if (g_strcmp0 (dialogue->asked, "time") == 0)
    kept = g_strdup (slot + 11);
  if (kept == NULL)
    return FALSE;
  said = dup_said (self, dialogue->asked, kept);
  add (self, TRUE, said);
  g_hash_table_insert (dialogue->values, g_strdup (dialogue->asked), g_steal_pointer (&kept));

  return TRUE;
}

/* One answer of the customer, and what is said to it; FALSE without error where the dialogue is
 * over. */
static gboolean
step (Preview *self, GError **error)
{
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (self->talk.store,
                                                             self->talk.conversation, error);
  g_autofree char *said = NULL, *yes = NULL;

  if (dialogue == NULL || dialogue->phase == KONTOR_DIALOGUE_NONE)
    return FALSE;
  if (dialogue->phase == KONTOR_DIALOGUE_CONFIRMING)
    {
      yes = dup_yes (self);
      add (self, TRUE, yes);
      said = kontor_talk_act (&self->talk, dialogue, error);
    }
  else if (answer (self, dialogue))
    said = kontor_talk_go_on (&self->talk, dialogue, NULL, error);
  if (said == NULL)
    return FALSE;
  add (self, FALSE, said);

  return TRUE;
}

/* Somebody who never wrote before, on any line. */
static gboolean
invent_customer (Preview *self, GError **error)
{
  KontorTalk *talk = &self->talk;
  g_autoptr(KontorPerson) person = kontor_person_new ("+15550100", NULL);
  g_autoptr(GPtrArray) others = NULL;
  g_autoptr(GPtrArray) channels =
    kontor_records_query (talk->store, kontor_kind_find ("channel"),
                          &(KontorQuery) { .limit = 1 }, NULL, error);
  g_autofree char *contact = NULL;

  if (channels == NULL)
    return FALSE;
  if (channels->len == 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                           "there is no channel to play it on; add one first");
      return FALSE;
    }
  contact = kontor_contacts_find_or_add (talk->store, person, &others, error);
  if (contact == NULL)
    return FALSE;
  talk->contact = kontor_records_get (talk->store, kontor_kind_find ("contact"), contact, error);
  talk->conversation =
    kontor_conversation_ensure (talk->store,
                                kontor_record_get_text (channels->pdata[0], "id"), contact, error);

  return talk->contact != NULL && talk->conversation != 0;
}

static gboolean
play (Preview *self, GError **error)
{
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GError) local = NULL;
  g_autofree char *said = NULL;

  if (!invent_customer (self, error) || !find_slot (self, error))
    return FALSE;
  self->talk.text = self->service->name;
  add (self, TRUE, self->service->name);
  extract = kontor_talk_extract (&self->talk, self->service, NULL);
  said = kontor_talk_begin (&self->talk, self->service, extract, &local);
  if (said != NULL)
    add (self, FALSE, said);
  while (said != NULL && self->lines->len < MOST_LINES && step (self, &local))
    ;
  if (local == NULL || g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
set_up (Preview *self, const char *service, const char *language, GError **error)
{
  KontorTalk *talk = &self->talk;

  talk->business = kontor_business_load (talk->store, error);
  if (talk->business == NULL)
    return FALSE;
  talk->language = language != NULL ? kontor_language_find (language)
    : kontor_business_get_language (talk->business);
  if (talk->language == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no language “%s”",
                   language);
      return FALSE;
    }
  self->service = kontor_service_load (talk->store, talk->business, service, error);

  return self->service != NULL &&
         kontor_service_speak (self->service, talk->store, talk->language->code, error);
}

GPtrArray *
kontor_preview_service (KontorStore *store, const char *service, const char *language,
                        GError **error)
{
  Preview self = { .talk = { .store = store } };
  gboolean fine = FALSE;

  self.lines = g_ptr_array_new_with_free_func (free_line);
  if (set_up (&self, service, language, error) && kontor_store_begin (store, error))
    {
      fine = play (&self, error);
      kontor_store_undo (store);
    }
  g_clear_pointer (&self.talk.contact, g_variant_unref);
  g_clear_pointer (&self.talk.business, kontor_business_free);
  g_clear_pointer (&self.service, kontor_service_free);
  if (!fine)
    g_clear_pointer (&self.lines, g_ptr_array_unref);

  return self.lines;
}
