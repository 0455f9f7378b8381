/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare-prompt.c — what is different between two versions of a prompt, line by line. */
#include "assistant/line-diff.h"
#include "assistant/prompts.h"
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "prompt", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Prompt"), .of = "prompt" },
  { "from", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("From version (the one before)") },
  { "to", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("To version (the newest)") },
  { NULL }
};

/* The record, with "difference": lines that begin with "-" stand in @from alone, with "+" in @to
 * alone, with a space in both. */
static GVariant *
compare (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "prompt");
  g_autoptr(GVariant) prompt = kontor_records_get (store, kontor_kind_find ("prompt"), id, error);
  g_autofree char *before = NULL, *after = NULL, *difference = NULL;
  gint64 from, to;
  GVariantDict told;

  if (prompt == NULL)
    return NULL;
  to = kontor_record_get_int (arguments, "to", kontor_record_get_int (prompt, "version", 1));
  from = kontor_record_get_int (arguments, "from", to - 1);
  after = kontor_prompt_dup_version (store, id, to, error);
  before = after != NULL ? kontor_prompt_dup_version (store, id, from, error) : NULL;
  if (before == NULL)
    return NULL;
  difference = kontor_line_diff (before, after);
  g_variant_dict_init (&told, NULL);
  g_variant_dict_insert (&told, "id", "s", kontor_record_get_text (prompt, "id"));
  g_variant_dict_insert (&told, "difference", "s", difference);

  return g_variant_ref_sink (g_variant_dict_end (&told));
}

const KontorAction kontor_compare_prompt_action = {
  .name = "compare-prompt",
  .title = N_("Compare versions"),
  .of = "prompt",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = compare,
};
