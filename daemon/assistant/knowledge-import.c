/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole of a file at once: for a trial, which writes nothing, and for what is small. */
#include "assistant/knowledge.h"

#include "assistant/intake.h"

static gboolean
take_all (KontorIntake *intake, GError **error)
{
  while (!kontor_intake_is_done (intake))
    if (!kontor_intake_step (intake, error))
      return FALSE;

  return TRUE;
}

GPtrArray *
kontor_knowledge_import (KontorStore *store, const KontorActor *actor, const char *name,
                         const char *content, gboolean dry_run, GError **error)
{
  GPtrArray *passages = kontor_knowledge_split (name, content, error);
  g_autoptr(KontorIntake) intake = passages == NULL ? NULL
    : kontor_intake_new (store, actor, name, passages);

  if (intake == NULL)
    return NULL;
  if (dry_run)
    return kontor_intake_try (intake, error) ? kontor_intake_dup_verdicts (intake) : NULL;
  if (!kontor_store_begin (store, error))
    return NULL;
  if (take_all (intake, error) && kontor_store_commit (store, error))
    return kontor_intake_dup_verdicts (intake);
  kontor_store_undo (store);

  return NULL;
}
