/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/teammates.h"

#include <string.h>

#include "journal/keep.h"
#include "model/phone.h"
#include "store/records.h"

#define TEAMMATE "teammate:"

KontorRoles
kontor_teammate_get_roles (GVariant *teammate)
{
  static const struct { const char *field; KontorRoles role; } roles[] = {
    { "manager", KONTOR_ROLE_MANAGER }, { "sales", KONTOR_ROLE_SALES },
    { "operations", KONTOR_ROLE_OPERATIONS }, { "field", KONTOR_ROLE_FIELD },
    { "seller", KONTOR_ROLE_SELLER },
  };
  KontorRoles all = KONTOR_ROLE_CUSTOMER;

  if (!kontor_record_get_yes (teammate, "active"))
    return KONTOR_ROLE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (kontor_record_get_yes (teammate, roles[i].field))
      all |= roles[i].role;

  return all;
}

char *
kontor_teammates_dup_name (KontorStore *store, const char *author)
{
  g_autoptr(GVariant) teammate = g_str_has_prefix (author, TEAMMATE)
    ? kontor_records_get (store, kontor_kind_find ("teammate"), author + strlen (TEAMMATE), NULL)
    : NULL;

  return teammate != NULL ? g_strdup (kontor_record_get_text (teammate, "name")) : NULL;
}

GVariant *
kontor_teammates_find_phone (KontorStore *store, const char *phone, GError **error)
{
  g_auto(GStrv) forms = kontor_phone_variants (phone);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autoptr(GError) local = NULL;
      g_autoptr(GVariant) found = kontor_records_find (store, kontor_kind_find ("teammate"), &local,
                                                       "phone", forms[i]);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (found != NULL && kontor_record_get_yes (found, "active"))
        return g_steal_pointer (&found);
    }

  return NULL;
}

GVariant *
kontor_teammates_ensure_owner (KontorStore *store, const char *name, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("teammate");
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_auto(GVariantDict) owner = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL, values = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *id = NULL;

  g_variant_dict_insert (&filter, "manager", "b", TRUE);
  g_variant_dict_insert (&filter, "active", "b", TRUE);
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));
  found = kontor_records_query (store, kind, &(KontorQuery) { .filter = asked, .limit = 1 }, NULL,
                                error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_variant_ref (found->pdata[0]);

  g_variant_dict_insert (&owner, "name", "s", name);
  g_variant_dict_insert (&owner, "manager", "b", TRUE);
  values = g_variant_ref_sink (g_variant_dict_end (&owner));
  id = kontor_keep_save (store, &kontor_actor_system, kind, NULL, values, error);

  return id != NULL ? kontor_records_get (store, kind, id, error) : NULL;
}
