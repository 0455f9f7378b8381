/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/action.h"

#include "journal/audit.h"
#include "journal/keep.h"
#include "journal/once.h"
#include "model/error.h"
#include "store/records.h"

#define X(name) extern const KontorAction kontor_##name##_action;
#include "actions.inc"
#undef X

const KontorAction *const *
kontor_actions_get_all (void)
{
  static const KontorAction *const actions[] = {
#define X(name) &kontor_##name##_action,
#include "actions.inc"
#undef X
    NULL
  };

  return actions;
}

const KontorAction *
kontor_action_find (const char *name)
{
  for (const KontorAction *const *action = kontor_actions_get_all (); *action != NULL; action++)
    if (g_str_equal ((*action)->name, name))
      return *action;

  return NULL;
}

gboolean
kontor_action_may (const KontorAction *action, const KontorActor *actor)
{
  return (actor->roles & (action->own | action->all)) != 0;
}

static gboolean
not_yours (GError **error)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "that is not yours");
  return FALSE;
}

static gboolean
is_own (KontorStore *store, const KontorActor *actor, const KontorField *field, const char *id,
        GError **error)
{
  const KontorKind *kind = kontor_kind_find (field->of);
  g_autoptr(GVariant) record = NULL;
  const char *contact;

  if (g_str_equal (field->of, "contact"))
    return g_strcmp0 (id, actor->contact) == 0 || not_yours (error);
  if (kontor_fields_find (kind->fields, "contact") == NULL)
    return TRUE;
  record = kontor_records_get (store, kind, id, error);
  if (record == NULL)
    return FALSE;
  contact = kontor_record_get_text (record, "contact");

  return g_strcmp0 (contact, actor->contact) == 0 || not_yours (error);
}

static gboolean
check_role (const KontorActor *actor, const KontorAction *action, GError **error)
{
  if (!kontor_action_may (action, actor))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "%s is not for this role", action->name);

  return kontor_action_may (action, actor);
}

static gboolean
check_owner (KontorStore *store, const KontorActor *actor, const KontorAction *action,
             GVariant *arguments, GError **error)
{
  if (actor->roles & action->all)
    return TRUE;

  for (const KontorField *field = action->takes; field->name != NULL; field++)
    {
      const char *id = field->type == KONTOR_FIELD_LINK
                       ? kontor_record_get_text (arguments, field->name) : NULL;

      if (id != NULL && *id != '\0' && !is_own (store, actor, field, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_arguments (KontorStore *store, const KontorAction *action, GVariant *arguments,
                 GError **error)
{
  const KontorKind *kind = action->of != NULL ? kontor_kind_find (action->of) : NULL;
  KontorField *own = kind != NULL && kind->has_own ? kontor_keep_dup_own (store, kind, arguments)
                                                   : NULL;
  gboolean fine = kontor_record_check (action->takes, own, arguments, FALSE, error);

  kontor_own_fields_free (own);

  return fine && kontor_keep_check_links (store, action->takes, arguments, error);
}

static GVariant *
run (KontorStore *store, const KontorActor *actor, const KontorAction *action,
     GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) result = NULL;
  g_autofree char *how = NULL;

  if (!check_arguments (store, action, arguments, error) ||
      !check_owner (store, actor, action, arguments, error))
    return NULL;
  how = kontor_audit_describe (action->takes, NULL, arguments);
  result = action->run (store, actor, arguments, error);
  if (result == NULL ||
      !kontor_audit_write (store, actor, action->name, action->of != NULL ? action->of : "",
                           kontor_record_get_text (result, "id"), how, "done", error))
    return NULL;

  return g_steal_pointer (&result);
}

static GVariant *
run_once (KontorStore *store, const KontorActor *actor, const KontorAction *action,
          GVariant *arguments, const char *once, GError **error)
{
  g_autofree char *asked = kontor_once_dup_digest (actor, arguments);
  g_autoptr(GVariant) result = NULL;

  if (!check_role (actor, action, error) ||
      (once != NULL && !kontor_once_find (store, once, action->name, asked, &result, error)))
    return NULL;
  if (result != NULL)
    return g_steal_pointer (&result);
  result = run (store, actor, action, arguments, error);
  if (result == NULL ||
      (once != NULL && !kontor_once_keep (store, once, action->name, asked, result, error)))
    return NULL;

  return g_steal_pointer (&result);
}

/* What was refused stands in the log too, outside the transaction that was taken back. */
static void
note_refusal (KontorStore *store, const KontorActor *actor, const KontorAction *action,
              const GError *refusal)
{
  g_autoptr(GError) error = NULL;

  if (!g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    return;
  if (!kontor_audit_write (store, actor, action->name, action->of != NULL ? action->of : "", NULL,
                           NULL, "refused", &error))
    g_warning ("a refusal could not be noted: %s", error->message);
}

GVariant *
kontor_action_run (KontorStore *store, const KontorActor *actor, const char *name,
                   GVariant *arguments, const char *once, GError **error)
{
  const KontorAction *action = kontor_action_find (name);
  g_autoptr(GVariant) result = NULL;
  g_autoptr(GError) local = NULL;

  if (action == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no action “%s”", name);
      return NULL;
    }
  if (!kontor_store_begin (store, error))
    return NULL;
  result = run_once (store, actor, action, arguments, once, &local);
  if (result == NULL || !kontor_store_commit (store, &local))
    {
      kontor_store_undo (store);
      note_refusal (store, actor, action, local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&result);
}
