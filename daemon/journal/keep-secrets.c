/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/keep.h"

#include "model/error.h"

#define SET "set"

static const KontorField *
find_secret (const KontorField *fields, const KontorField *own, const char *name)
{
  const KontorField *field = kontor_fields_find (fields, name);

  if (field == NULL && own != NULL)
    field = kontor_fields_find (own, name);

  return field != NULL && field->type == KONTOR_FIELD_SECRET ? field : NULL;
}

static char *
dup_name (const KontorKind *kind, const char *id, const char *field)
{
  return g_strdup_printf ("%s-%s-%s", kind->name, id, field);
}

GVariant *
kontor_keep_mask_secrets (const KontorField *fields, const KontorField *own, GVariant *values)
{
  g_auto(GVariantDict) masked = G_VARIANT_DICT_INIT (values);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (find_secret (fields, own, name) != NULL)
      g_variant_dict_insert (&masked, name, "s",
                             *g_variant_get_string (value, NULL) != '\0' ? SET : "");

  return g_variant_ref_sink (g_variant_dict_end (&masked));
}

GVariant *
kontor_keep_without_secrets (const KontorField *fields, const KontorField *own, GVariant *values)
{
  g_autoptr(GVariant) masked = kontor_keep_mask_secrets (fields, own, values);
  g_auto(GVariantDict) without = G_VARIANT_DICT_INIT (masked);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, masked);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (find_secret (fields, own, name) != NULL && *g_variant_get_string (value, NULL) == '\0')
      g_variant_dict_remove (&without, name);

  return g_variant_ref_sink (g_variant_dict_end (&without));
}

static KontorSecrets *
find_keyring (KontorStore *store, GError **error)
{
  KontorSecrets *secrets = kontor_store_get_secrets (store);

  if (secrets == NULL)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                         "there is no keyring to keep the secret in");

  return secrets;
}

static gboolean
keep_one (KontorStore *store, const KontorKind *kind, const char *id, const KontorField *field,
          const char *value, GError **error)
{
  KontorSecrets *secrets = find_keyring (store, error);
  g_autofree char *name = dup_name (kind, id, field->name);
  g_autofree char *label = g_strdup_printf ("Kontor: %s, %s", id, field->title);

  if (secrets == NULL)
    return FALSE;

  return *value != '\0' ? kontor_secrets_store (secrets, name, value, label, error)
                        : kontor_secrets_clear (secrets, name, error);
}

gboolean
kontor_keep_store_secrets (KontorStore *store, const KontorKind *kind, const char *id,
                           const KontorField *own, GVariant *values, GError **error)
{
  GVariantIter iter;
  char *name;
  GVariant *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{sv}", &name, &value))
    {
      g_autofree char *given = name;
      g_autoptr(GVariant) held = value;
      const KontorField *field = find_secret (kind->fields, own, given);

      /* What a form gives back unchanged is no new secret. */
      if (field != NULL && !g_str_equal (g_variant_get_string (held, NULL), SET) &&
          !keep_one (store, kind, id, field, g_variant_get_string (held, NULL), error))
        return FALSE;
    }

  return TRUE;
}

/* What the record says the keyring has goes into @filled, or where that is NULL out of it. */
static gboolean
for_each (KontorStore *store, const KontorKind *kind, GVariant *record, GVariantDict *filled,
          GError **error)
{
  KontorField *own = kontor_keep_dup_own (store, kind, record);
  const char *id = kontor_record_get_text (record, "id");
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean fine = TRUE;

  g_variant_iter_init (&iter, record);
  while (fine && g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autofree char *key = dup_name (kind, id, name);
      KontorSecrets *secrets;
      char *secret = NULL;

      if (find_secret (kind->fields, own, name) == NULL ||
          !g_str_equal (g_variant_get_string (value, NULL), SET))
        continue;
      secrets = find_keyring (store, error);
      if (filled == NULL)
        fine = secrets != NULL && kontor_secrets_clear (secrets, key, error);
      else
        fine = secrets != NULL &&
               (secret = kontor_secrets_lookup (secrets, key, TRUE, error)) != NULL;
      if (secret != NULL)
        g_variant_dict_insert (filled, name, "s", secret);
      kontor_secrets_wipe (secret);
    }
  kontor_own_fields_free (own);

  return fine;
}

GVariant *
kontor_keep_fill_secrets (KontorStore *store, const KontorKind *kind, GVariant *record,
                          GError **error)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (record);

  if (!for_each (store, kind, record, &filled, error))
    return NULL;

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}

gboolean
kontor_keep_clear_secrets (KontorStore *store, const KontorKind *kind, GVariant *record,
                           GError **error)
{
  return for_each (store, kind, record, NULL, error);
}
