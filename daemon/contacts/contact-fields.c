/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-fields.c — the name in files is made of the title once and stays as it is: what was put
 * in is found by it. */
#include "contacts/contact-fields.h"

#include <string.h>

#include "model/error.h"
#include "model/text.h"
#include "store/records.h"

/* "Silver|Gold" for "Silver, Gold". */
static char *
dup_choices (const char *listed)
{
  g_auto(GStrv) words = g_strsplit (listed != NULL ? listed : "", ",", -1);
  g_autoptr(GString) choices = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_string_append_printf (choices, "%s%s", choices->len > 0 ? "|" : "", words[i]);

  return g_string_free (g_steal_pointer (&choices), FALSE);
}

KontorField *
kontor_contact_fields_dup (KontorStore *store, GVariant *contact)
{
  g_autoptr(GPtrArray) records = kontor_records_query (store, kontor_kind_find ("contact-field"),
                                                       &(KontorQuery) { NULL }, NULL, NULL);
  GArray *fields = kontor_own_fields_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *title = kontor_record_get_text (records->pdata[i], "title");
      const char *given = kontor_record_get_text (records->pdata[i], "name");
      const char *type = kontor_record_get_text (records->pdata[i], "type");
      g_autofree char *name = g_strconcat ("x-", given, NULL);
      g_autofree char *choices =
        dup_choices (kontor_record_get_text (records->pdata[i], "choices"));
      KontorField field = { .name = name, .title = title, .choices = choices };

      if (given != NULL && kontor_field_type_find (type, &field.type))
        kontor_own_fields_add (fields, &field);
    }

  return kontor_own_fields_end (fields);
}

static gboolean
check (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  g_autoptr(GVariant) old = id != NULL ? kontor_records_get (store, kontor_kind_find (
                                           "contact-field"), id, NULL) : NULL;
  g_autofree char *choices = dup_choices (kontor_record_get_text (whole, "choices"));
  gboolean is_choice = g_strcmp0 (kontor_record_get_text (whole, "type"), "choice") == 0;

  if (is_choice && strchr (choices, '|') == NULL)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                         "choices: name at least two, with a comma between");
  else if (old != NULL && g_strcmp0 (kontor_record_get_text (old, "name"),
                                     kontor_record_get_text (whole, "name")) != 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                         "name: cannot be changed any more: what was put in is found by it");
  else if (old != NULL && g_strcmp0 (kontor_record_get_text (old, "type"),
                                     kontor_record_get_text (whole, "type")) != 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                         "type: cannot be changed any more: make another field");
  else
    return TRUE;

  return FALSE;
}

/* (transfer full): "date-of-birth" of "Date of birth"; "" where no letter of it is plain. */
static char *
dup_slug (const char *title)
{
  g_autofree char *folded = kontor_text_dup_folded (title);
  g_autoptr(GString) slug = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, *at);
    else if (*at == ' ' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (g_steal_pointer (&slug), FALSE);
}

static gboolean
give_name (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old,
           GVariant *now, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact-field");
  g_autofree char *slug = NULL;
  g_autoptr(GVariant) taken = NULL, changes = NULL;

  if (now == NULL || kontor_record_get_text (now, "name") != NULL)
    return TRUE;
  slug = dup_slug (kontor_record_get_text (now, "title"));
  taken = kontor_records_find (store, kind, NULL, "name", slug);
  if (*slug == '\0' || taken != NULL)
    {
      g_free (slug);
      slug = g_ascii_strdown (id, -1);
    }
  changes = g_variant_ref_sink (g_variant_new_parsed ("{'name': <%s>}", slug));

  return kontor_records_update (store, kind, id, changes, error);
}

const KontorRule kontor_contact_field_rule = {
  .kind = "contact-field",
  .writers = KONTOR_ROLES_OFFICE,
  .check = check,
  .saved = give_name,
};
