/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompt-rule.c — each text of a prompt becomes a version, an assistant has prompts of the right
 * purpose, and one assistant is the default. */
#include "assistant/prompts.h"
#include "base/clock.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

static gboolean
add_version (KontorStore *store, const KontorActor *actor, const char *id, const char *text,
             gint64 number, GError **error)
{
  g_auto(GVariantDict) version = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *who = kontor_actor_dup_name (actor);
  g_autoptr(GVariant) record = NULL;
  g_autofree char *made = NULL;

  g_variant_dict_insert (&version, "prompt", "s", id);
  g_variant_dict_insert (&version, "number", "x", number);
  g_variant_dict_insert (&version, "text", "s", text);
  g_variant_dict_insert (&version, "at", "x", kontor_clock_now_us ());
  g_variant_dict_insert (&version, "who", "s", who);
  record = g_variant_ref_sink (g_variant_dict_end (&version));
  made = kontor_records_insert (store, kontor_kind_find ("prompt-version"), record, error);

  return made != NULL;
}

static gboolean
follow_text (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old,
             GVariant *now, GError **error)
{
  const char *before = old != NULL ? kontor_record_get_text (old, "text") : NULL;
  const char *after = now != NULL ? kontor_record_get_text (now, "text") : NULL;
  gint64 number = old != NULL ? kontor_record_get_int (old, "version", 0) + 1 : 1;
  g_autoptr(GVariant) values = NULL;

  if (now == NULL || g_strcmp0 (before, after) == 0)
    return TRUE;
  values = g_variant_ref_sink (g_variant_new_parsed ("{'version': <%x>}", number));

  return add_version (store, actor, id, after, number, error) &&
         kontor_records_update (store, kontor_kind_find ("prompt"), id, values, error);
}

const KontorRule kontor_prompt_rule = {
  .kind = "prompt",
  .saved = follow_text,
};

static gboolean
check_prompts (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  for (KontorPromptPurpose i = 0; i < KONTOR_N_PROMPTS; i++)
    {
      const char *name = kontor_prompt_get_name (i);
      const char *link = kontor_record_get_text (whole, name);
      g_autoptr(GVariant) prompt = link != NULL && *link != '\0'
        ? kontor_records_get (store, kontor_kind_find ("prompt"), link, NULL) : NULL;

      if (prompt == NULL || g_strcmp0 (kontor_record_get_text (prompt, "purpose"), name) == 0)
        continue;
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s: %s is a prompt for %s", name,
                   link, kontor_record_get_text (prompt, "purpose"));
      return FALSE;
    }

  return TRUE;
}

/* The last one that was made the default is it. */
static gboolean
keep_one_default (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old,
                  GVariant *now, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("assistant");
  g_autoptr(GVariant) no = g_variant_ref_sink (g_variant_new_parsed ("{'is-default': <false>}"));
  g_autoptr(GPtrArray) all = NULL;

  if (now == NULL || !kontor_record_get_yes (now, "is-default"))
    return TRUE;
  all = kontor_records_query (store, kind, &(KontorQuery) { 0 }, NULL, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *other = kontor_record_get_text (all->pdata[i], "id");

      if (kontor_record_get_yes (all->pdata[i], "is-default") && g_strcmp0 (other, id) != 0 &&
          !kontor_records_update (store, kind, other, no, error))
        return FALSE;
    }

  return all != NULL;
}

const KontorRule kontor_assistant_rule = {
  .kind = "assistant",
  .check = check_prompts,
  .saved = keep_one_default,
};
