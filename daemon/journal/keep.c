/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/keep.h"

#include "base/clock.h"
#include "journal/audit.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

#define X(name) extern const KontorRule kontor_##name##_rule;
#include "rules.inc"
#undef X

static const KontorRule *
find_rule (const KontorKind *kind)
{
  static const KontorRule *const rules[] = {
#define X(name) &kontor_##name##_rule,
#include "rules.inc"
#undef X
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i]->kind, kind->name))
      return rules[i];

  return NULL;
}

KontorField *
kontor_keep_dup_own (KontorStore *store, const KontorKind *kind, GVariant *record)
{
  const KontorRule *rule = find_rule (kind);

  return rule != NULL && rule->dup_own != NULL ? rule->dup_own (store, record) : NULL;
}

char *
kontor_keep_find_same (KontorStore *store, const KontorKind *kind, GVariant *record)
{
  const KontorRule *rule = find_rule (kind);

  return rule != NULL && rule->find_same != NULL ? rule->find_same (store, record) : NULL;
}

char **
kontor_keep_dup_keys (const KontorKind *kind, GVariant *record)
{
  const KontorRule *rule = find_rule (kind);

  return rule != NULL && rule->dup_keys != NULL ? rule->dup_keys (record) : NULL;
}

const char *
kontor_keep_get_choices (const KontorKind *kind, const char *field)
{
  const KontorRule *rule = find_rule (kind);

  return rule != NULL && rule->get_choices != NULL ? rule->get_choices (field) : NULL;
}

static gboolean
check_writer (const KontorActor *actor, const KontorKind *kind, GError **error)
{
  const KontorRule *rule = find_rule (kind);
  KontorRoles writers = KONTOR_ROLE_MANAGER | (rule != NULL ? rule->writers : 0);

  if (kind->flags & (KONTOR_KIND_JOURNAL | KONTOR_KIND_ACTIONS))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   kind->flags & KONTOR_KIND_JOURNAL
                   ? "%s entries are written by Kontor and never changed"
                   : "a %s is changed by its actions; “kontorctl do” lists them", kind->name);
      return FALSE;
    }
  if ((actor->roles & writers) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "your role may not change a %s", kind->name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_read_only (const KontorKind *kind, GVariant *values, GError **error)
{
  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    {
      g_autoptr(GVariant) given = kontor_record_get (values, field->name);

      if (given != NULL && (field->flags & KONTOR_FIELD_READ_ONLY))
        {
          g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                       "%s: is kept by Kontor itself", field->name);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
kontor_keep_check_links (KontorStore *store, const KontorField *fields, GVariant *values,
                         GError **error)
{
  for (const KontorField *field = fields; field->name != NULL; field++)
    {
      const char *id = field->type == KONTOR_FIELD_LINK
                       ? kontor_record_get_text (values, field->name) : NULL;
      g_autoptr(GVariant) there = NULL;

      if (id == NULL || *id == '\0')
        continue;
      there = kontor_records_get (store, kontor_kind_find (field->of), id, error);
      if (there == NULL)
        {
          g_prefix_error (error, "%s: ", field->name);
          return FALSE;
        }
    }

  return TRUE;
}

static GVariant *
without_id (GVariant *values)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);

  g_variant_dict_remove (&dict, "id");

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
with_created (const KontorKind *kind, GVariant *values)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);

  if (kontor_fields_find (kind->fields, "created") != NULL)
    g_variant_dict_insert (&dict, "created", "x", kontor_clock_now_us ());

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static gboolean
check (KontorStore *store, const KontorKind *kind, const char *id, GVariant *old,
       GVariant *values, GError **error)
{
  const KontorRule *rule = find_rule (kind);
  g_autoptr(GVariant) whole = old != NULL ? kontor_record_merge (old, values)
    : g_variant_ref (values);
  KontorField *own = kontor_keep_dup_own (store, kind, whole);
  gboolean fine = kontor_record_check (kind->fields, own, values, old != NULL, error);

  kontor_own_fields_free (own);

  return fine && kontor_keep_check_links (store, kind->fields, values, error) &&
         (rule == NULL || rule->check == NULL || rule->check (store, id, whole, error));
}

static char *
write_record (KontorStore *store, const KontorKind *kind, const char *id, GVariant *values,
              GError **error)
{
  g_autoptr(GVariant) complete = NULL;

  if (id != NULL)
    return kontor_records_update (store, kind, id, values, error) ? g_strdup (id) : NULL;
  complete = with_created (kind, values);

  return kontor_records_insert (store, kind, complete, error);
}

static gboolean
tell (KontorStore *store, const KontorActor *actor, const KontorKind *kind, const char *id,
      GVariant *old, GVariant *values, const char *event, GError **error)
{
  g_autofree char *how = values != NULL ? kontor_audit_describe (kind->fields, old, values) : NULL;
  g_autofree char *action = g_strdup_printf ("%s-%s", event, kind->name);

  return kontor_audit_write (store, actor, action, kind->name, id, how, "done", error) &&
         kontor_timeline_write (store, actor, kind->name, id, event, NULL, error);
}

/* The record says that there is a secret; the keyring has it, before the record stands. */
static char *
write_apart (KontorStore *store, const KontorKind *kind, GVariant *old, GVariant *values,
             GVariant **masked, GError **error)
{
  g_autoptr(GVariant) whole = old != NULL ? kontor_record_merge (old, values)
    : g_variant_ref (values);
  KontorField *own = kontor_keep_dup_own (store, kind, whole);
  g_autofree char *kept = NULL;

  *masked = kontor_keep_mask_secrets (kind->fields, own, values);
  kept = write_record (store, kind, old != NULL ? kontor_record_get_text (old, "id") : NULL,
                       *masked, error);
  if (kept != NULL && !kontor_keep_store_secrets (store, kind, kept, own, values, error))
    g_clear_pointer (&kept, g_free);
  kontor_own_fields_free (own);

  return g_steal_pointer (&kept);
}

static char *
save (KontorStore *store, const KontorActor *actor, const KontorKind *kind, const char *id,
      GVariant *values, GError **error)
{
  const KontorRule *rule = find_rule (kind);
  g_autoptr(GVariant) old = NULL, now = NULL, masked = NULL;
  g_autofree char *kept = NULL;

  if (id != NULL)
    {
      old = kontor_records_get (store, kind, id, error);
      if (old == NULL)
        return NULL;
    }
  if (!check (store, kind, id, old, values, error))
    return NULL;
  kept = write_apart (store, kind, old, values, &masked, error);
  if (kept == NULL)
    return NULL;
  now = kontor_records_get (store, kind, kept, error);
  if (now == NULL ||
      (rule != NULL && rule->saved != NULL &&
       !rule->saved (store, actor, kept, old, now, error)) ||
      !tell (store, actor, kind, kept, old, masked, old != NULL ? "changed" : "added", error))
    return NULL;

  return g_steal_pointer (&kept);
}

/* Saving what has a code of its own under a code that exists changes that record. */
static char *
dup_target (KontorStore *store, const KontorKind *kind, const char *id, GVariant *values)
{
  const char *key = kind->key != NULL ? kontor_record_get_text (values, kind->key) : NULL;
  g_autoptr(GVariant) there = NULL;

  if (id != NULL && *id != '\0')
    return g_strdup (id);
  if (kind->flags & KONTOR_KIND_SINGLE)
    key = "1";
  if (key == NULL)
    return NULL;
  there = kontor_records_get (store, kind, key, NULL);

  return there != NULL ? g_strdup (key) : NULL;
}

static GVariant *
fill (KontorStore *store, const KontorKind *kind, const char *id, GVariant *values)
{
  const KontorRule *rule = find_rule (kind);
  gboolean is_new = id == NULL || *id == '\0';

  return is_new && rule != NULL && rule->fill != NULL ? rule->fill (store, values)
         : g_variant_ref (values);
}

char *
kontor_keep_save (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                  const char *id, GVariant *values, GError **error)
{
  g_autoptr(GVariant) filled = fill (store, kind, id, values);
  g_autofree char *target = dup_target (store, kind, id, filled);
  g_autoptr(GVariant) given = without_id (filled);
  g_autofree char *kept = NULL;

  if (!check_writer (actor, kind, error) || !refuse_read_only (kind, given, error) ||
      !kontor_store_begin (store, error))
    return NULL;
  kept = save (store, actor, kind, target, given, error);
  if (kept == NULL || !kontor_store_commit (store, error))
    {
      kontor_store_undo (store);
      return NULL;
    }

  return g_steal_pointer (&kept);
}

/* What others need stays, and says that it is gone; so do the secrets that it had. */
static gboolean
retire (KontorStore *store, const KontorKind *kind, GVariant *old, GError **error)
{
  const KontorRule *rule = find_rule (kind);
  const char *id = kontor_record_get_text (old, "id");
  g_auto(GVariantDict) last = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) says = NULL, without = NULL, changes = NULL;
  KontorField *own;

  if (rule == NULL || rule->retired == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s is needed by other records; switch it off instead", id);
      return FALSE;
    }
  own = kontor_keep_dup_own (store, kind, old);
  for (const KontorField *field = own; field != NULL && field->name != NULL; field++)
    if (field->type == KONTOR_FIELD_SECRET)
      g_variant_dict_insert (&last, field->name, "s", "");
  kontor_own_fields_free (own);
  says = g_variant_parse (G_VARIANT_TYPE_VARDICT, rule->retired, NULL, NULL, NULL);
  without = g_variant_ref_sink (g_variant_dict_end (&last));
  changes = kontor_record_merge (without, says);

  return kontor_records_update (store, kind, id, changes, error);
}

static gboolean
remove_record (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
               const char *id, GError **error)
{
  const KontorRule *rule = find_rule (kind);
  g_autoptr(GVariant) old = kontor_records_get (store, kind, id, error);
  const char *written;

  if (old == NULL)
    return FALSE;
  written = kontor_record_get_text (old, "id");
  if (!kontor_records_delete (store, kind, written, error))
    {
      if (!g_error_matches (*error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
        return FALSE;
      g_clear_error (error);
      if (!retire (store, kind, old, error))
        return FALSE;
    }

  return (rule == NULL || rule->saved == NULL ||
          rule->saved (store, actor, written, old, NULL, error)) &&
         kontor_keep_clear_secrets (store, kind, old, error) &&
         tell (store, actor, kind, written, old, NULL, "removed", error);
}

gboolean
kontor_keep_remove (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                    const char *id, GError **error)
{
  g_autoptr(GError) local = NULL;

  if (!check_writer (actor, kind, error) || !kontor_store_begin (store, error))
    return FALSE;
  if (!remove_record (store, actor, kind, id, &local) || !kontor_store_commit (store, &local))
    {
      kontor_store_undo (store);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}
