/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-prompt.c — a prompt reads again as it did in an earlier version, which makes a new one:
 * what came between stays readable. */
#include "assistant/prompts.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "prompt", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Prompt"), .of = "prompt" },
  { "version", KONTOR_FIELD_NUMBER, KONTOR_FIELD_REQUIRED, N_("Version") },
  { NULL }
};

static GVariant *
restore (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("prompt");
  const char *prompt = kontor_record_get_text (arguments, "prompt");
  g_autofree char *text = kontor_prompt_dup_version (
    store, prompt, kontor_record_get_int (arguments, "version", 0), error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *saved = NULL;

  if (text == NULL)
    return NULL;
  g_variant_dict_insert (&dict, "text", "s", text);
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  saved = kontor_keep_save (store, actor, kind, prompt, values, error);

  return saved != NULL ? kontor_records_get (store, kind, prompt, error) : NULL;
}

const KontorAction kontor_restore_prompt_action = {
  .name = "restore-prompt",
  .title = N_("Restore a version"),
  .of = "prompt",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = restore,
};
