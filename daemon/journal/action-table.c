/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/action.h"

#include <string.h>

#include "base/clock.h"
#include "journal/audit.h"
#include "journal/keep.h"
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

/* TRUE with *before set when it was done; FALSE with error when the name was used for another. */
static gboolean
look_up_once (KontorStore *store, const char *once, const char *name, const char *asked,
              GVariant **before, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT action, asked, result FROM action_once WHERE once = ?", "s", once);
  g_autoptr(GBytes) result = NULL;

  if (rows == NULL)
    return FALSE;
  if (!kontor_rows_next (rows))
    return kontor_rows_done (rows, error);
  if (g_strcmp0 (kontor_rows_text (rows, 0), name) != 0 ||
      g_strcmp0 (kontor_rows_text (rows, 1), asked) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "“%s” already stands for another request", once);
      return FALSE;
    }
  result = kontor_rows_dup_blob (rows, 2);
  *before = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, result, FALSE));

  return TRUE;
}

static gboolean
remember_once (KontorStore *store, const char *once, const char *name, const char *asked,
               GVariant *result, GError **error)
{
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (result);

  return kontor_store_run (store, error,
    "INSERT INTO action_once (once, action, asked, result, at) VALUES (?, ?, ?, ?, ?)", "sssbx",
    once, name, asked, bytes, kontor_clock_now_us ());
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

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Who asks for what, in the same words whatever the order of the arguments. */
static char *
digest (const KontorActor *actor, GVariant *arguments)
{
  g_autofree char *who = kontor_actor_dup_name (actor);
  g_autoptr(GString) text = g_string_new (who);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, arguments);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(GVariant) value = kontor_record_get (arguments, names->pdata[i]);
      g_autofree char *printed = g_variant_print (value, TRUE);

      g_string_append_printf (text, "\n%s %s", (char *) names->pdata[i], printed);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

static GVariant *
run_once (KontorStore *store, const KontorActor *actor, const KontorAction *action,
          GVariant *arguments, const char *once, GError **error)
{
  g_autofree char *asked = digest (actor, arguments);
  g_autoptr(GVariant) result = NULL;

  if (!check_role (actor, action, error) ||
      (once != NULL && !look_up_once (store, once, action->name, asked, &result, error)))
    return NULL;
  if (result != NULL)
    return g_steal_pointer (&result);
  result = run (store, actor, action, arguments, error);
  if (result == NULL ||
      (once != NULL && !remember_once (store, once, action->name, asked, result, error)))
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
