/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompts.c — read anew for each message: it is a few rows, and an edit needs no restart. */
#include "assistant/prompts.h"

#include <gio/gio.h>

#include "journal/keep.h"
#include "kontor-prompts.h"
#include "model/error.h"
#include "operations/services.h"
#include "store/records.h"

static const struct { const char *name, *title; } purposes[KONTOR_N_PROMPTS] = {
  [KONTOR_PROMPT_REPLY]      = { "reply", "Reply" },
  [KONTOR_PROMPT_EXTRACTION] = { "extraction", "Find what was said" },
  [KONTOR_PROMPT_HAND_OVER]  = { "hand-over", "Hand over to people" },
  [KONTOR_PROMPT_SUMMARY]    = { "summary", "Sum up" },
  [KONTOR_PROMPT_VOICE]      = { "voice", "Voice notes" },
};

const char *
kontor_prompt_get_name (KontorPromptPurpose purpose)
{
  return purposes[purpose].name;
}

gboolean
kontor_prompt_find_purpose (const char *name, KontorPromptPurpose *purpose)
{
  for (KontorPromptPurpose i = 0; i < KONTOR_N_PROMPTS; i++)
    if (g_strcmp0 (purposes[i].name, name) == 0)
      {
        *purpose = i;
        return TRUE;
      }

  return FALSE;
}

static char *
dup_shipped (KontorPromptPurpose purpose)
{
  g_autofree char *path = g_strdup_printf ("/org/kontor/Kontor/prompts/%s.txt",
                                           purposes[purpose].name);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (kontor_prompts_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text;

  g_return_val_if_fail (bytes != NULL, g_strdup (""));
  text = g_bytes_get_data (bytes, &size);

  return g_strchomp (g_strndup (text, size));
}

void
kontor_assistant_free (KontorAssistant *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->policy);
  g_free (self->tone);
  g_strfreev (self->languages);
  g_strfreev (self->sources);
  for (guint i = 0; i < KONTOR_N_PROMPTS; i++)
    {
      g_free (self->prompts[i].version);
      g_free (self->prompts[i].text);
    }
  g_free (self);
}

static gboolean
load_prompt (KontorStore *store, GVariant *record, KontorPromptPurpose purpose,
             KontorPrompt *prompt, GError **error)
{
  const char *id = record != NULL ? kontor_record_get_text (record, purposes[purpose].name) : NULL;
  g_autoptr(GVariant) there = NULL;

  if (id == NULL || *id == '\0')
    {
      prompt->version = g_strdup ("shipped");
      prompt->text = dup_shipped (purpose);
      return TRUE;
    }
  there = kontor_records_get (store, kontor_kind_find ("prompt"), id, error);
  if (there == NULL)
    return FALSE;
  prompt->version = g_strdup_printf ("%s v%" G_GINT64_FORMAT, id,
                                     kontor_record_get_int (there, "version", 0));
  prompt->text = g_strdup (kontor_record_get_text (there, "text"));

  return TRUE;
}

/* NULL without error where there is none at all. */
static GVariant *
find_default (KontorStore *store, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("assistant");
  g_autoptr(GPtrArray) all = kontor_records_query (store, kind, &(KontorQuery) { 0 }, NULL, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (kontor_record_get_yes (all->pdata[i], "is-default"))
      return g_variant_ref (all->pdata[i]);

  return all != NULL && all->len > 0 ? g_variant_ref (all->pdata[0]) : NULL;
}

static GVariant *
find_record (KontorStore *store, const char *channel, GError **error)
{
  g_autoptr(GVariant) line = channel != NULL
    ? kontor_records_get (store, kontor_kind_find ("channel"), channel, error) : NULL;
  const char *own = line != NULL ? kontor_record_get_text (line, "assistant") : NULL;

  if (line == NULL && channel != NULL)
    return NULL;

  return own != NULL && *own != '\0'
         ? kontor_records_get (store, kontor_kind_find ("assistant"), own, error)
         : find_default (store, error);
}

static char *
dup_text (GVariant *record, const char *name)
{
  const char *text = record != NULL ? kontor_record_get_text (record, name) : NULL;

  return g_strdup (text != NULL ? text : "");
}

/* @record: (nullable) */
static KontorAssistant *
load (KontorStore *store, GVariant *record, GError **error)
{
  g_autoptr(KontorAssistant) self = g_new0 (KontorAssistant, 1);
  g_autofree char *languages = dup_text (record, "languages");
  g_autofree char *sources = dup_text (record, "sources");

  self->id = record != NULL ? dup_text (record, "id") : NULL;
  self->name = record != NULL ? dup_text (record, "name") : g_strdup ("the assistant");
  self->policy = dup_text (record, "policy");
  self->tone = dup_text (record, "tone");
  self->languages = kontor_service_split_labels (languages);
  self->sources = kontor_service_split_labels (sources);
  for (KontorPromptPurpose i = 0; i < KONTOR_N_PROMPTS; i++)
    if (!load_prompt (store, record, i, &self->prompts[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

KontorAssistant *
kontor_assistant_load (KontorStore *store, const char *channel, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GVariant) record = find_record (store, channel, &local);

  if (local == NULL)
    return load (store, record, error);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

KontorAssistant *
kontor_assistant_load_named (KontorStore *store, const char *id, GError **error)
{
  g_autoptr(GVariant) record = NULL;

  if (id == NULL)
    return kontor_assistant_load (store, NULL, error);
  record = kontor_records_get (store, kontor_kind_find ("assistant"), id, error);

  return record != NULL ? load (store, record, error) : NULL;
}

/* Takes both. */
static void
use (KontorPrompt *prompt, char *version, char *text)
{
  g_free (prompt->version);
  g_free (prompt->text);
  *prompt = (KontorPrompt) { version, text };
}

void
kontor_assistant_use_text (KontorAssistant *self, KontorPromptPurpose purpose, const char *text)
{
  use (&self->prompts[purpose], g_strdup ("unsaved"), g_strdup (text));
}

gboolean
kontor_assistant_use_version (KontorAssistant *self, KontorStore *store, const char *version,
                              GError **error)
{
  g_autoptr(GRegex) form = g_regex_new ("^(\\S+) v([0-9]{1,9})$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *id = NULL, *number = NULL, *text = NULL;
  g_autoptr(GVariant) prompt = NULL;
  KontorPromptPurpose purpose;

  if (!g_regex_match (form, version, 0, &match))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” names no version of a prompt; write it as “PR1 v3”", version);
      return FALSE;
    }
  id = g_match_info_fetch (match, 1);
  number = g_match_info_fetch (match, 2);
  prompt = kontor_records_get (store, kontor_kind_find ("prompt"), id, error);
  if (prompt == NULL)
    return FALSE;
  text = kontor_prompt_dup_version (store, kontor_record_get_text (prompt, "id"),
                                    g_ascii_strtoll (number, NULL, 10), error);
  if (text == NULL || !kontor_prompt_find_purpose (kontor_record_get_text (prompt, "purpose"),
                                                   &purpose))
    return FALSE;
  use (&self->prompts[purpose],
       g_strdup_printf ("%s v%s", kontor_record_get_text (prompt, "id"), number),
       g_steal_pointer (&text));

  return TRUE;
}

char *
kontor_prompt_dup_version (KontorStore *store, const char *prompt, gint64 number, GError **error)
{
  g_autoptr(GPtrArray) all = kontor_records_query_by (store, kontor_kind_find ("prompt-version"),
                                                      "prompt", prompt, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (kontor_record_get_int (all->pdata[i], "number", 0) == number)
      return g_strdup (kontor_record_get_text (all->pdata[i], "text"));
  if (all != NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                 "%s has no version %" G_GINT64_FORMAT, prompt, number);

  return NULL;
}

static char *
add (KontorStore *store, const char *kind, GVariantDict *values, GError **error)
{
  g_autoptr(GVariant) record = g_variant_ref_sink (g_variant_dict_end (values));

  return kontor_keep_save (store, &kontor_actor_system, kontor_kind_find (kind), NULL, record,
                           error);
}

static char *
add_prompt (KontorStore *store, KontorPromptPurpose purpose, GError **error)
{
  g_auto(GVariantDict) prompt = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *text = dup_shipped (purpose);

  g_variant_dict_insert (&prompt, "name", "s", purposes[purpose].title);
  g_variant_dict_insert (&prompt, "purpose", "s", purposes[purpose].name);
  g_variant_dict_insert (&prompt, "text", "s", text);

  return add (store, "prompt", &prompt, error);
}

gboolean
kontor_assistants_furnish (KontorStore *store, GError **error)
{
  gint64 there = kontor_records_count (store, kontor_kind_find ("assistant"), NULL, error);
  g_auto(GVariantDict) assistant = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *id = NULL;

  if (there != 0)
    return there > 0;
  g_variant_dict_insert (&assistant, "name", "s", "Assistant");
  g_variant_dict_insert (&assistant, "is-default", "b", TRUE);
  for (KontorPromptPurpose i = 0; i < KONTOR_N_PROMPTS; i++)
    {
      g_autofree char *prompt = add_prompt (store, i, error);

      if (prompt == NULL)
        return FALSE;
      g_variant_dict_insert (&assistant, purposes[i].name, "s", prompt);
    }
  id = add (store, "assistant", &assistant, error);

  return id != NULL;
}
