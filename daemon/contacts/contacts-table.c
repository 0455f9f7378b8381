/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/contacts.h"

#include "base/clock.h"
#include "journal/keep.h"
#include "model/error.h"
#include "model/phone.h"
#include "store/records.h"

/* 0 without error when nobody is known by it. */
static gint64
find_identifier (KontorStore *store, const char *kind, const char *value, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT contact_id FROM contact_identifier WHERE kind = ? AND value_hash = ?", "sh",
    kind, value);
  gint64 contact = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    contact = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? contact : -1;
}

/* One person is found by either form of a number that a country writes in two. */
static gint64
find_phone (KontorStore *store, const char *phone, GError **error)
{
  g_auto(GStrv) forms = kontor_phone_variants (phone);
  gint64 contact = 0;

  for (guint i = 0; forms[i] != NULL && contact == 0; i++)
    contact = find_identifier (store, "phone", forms[i], error);

  return contact;
}

static gint64
find_person (KontorStore *store, const KontorPerson *person, GError **error)
{
  const char *const known[][2] = {
    { "user-id", person->user_id }, { "lid", person->lid }, { "jid", person->jid },
  };
  gint64 contact = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known) && contact == 0; i++)
    if (known[i][1] != NULL)
      contact = find_identifier (store, known[i][0], known[i][1], error);
  if (contact == 0 && person->phone != NULL)
    contact = find_phone (store, person->phone, error);

  return contact;
}

static gboolean
learn (KontorStore *store, gint64 contact, const char *kind, const char *value, GError **error)
{
  if (value == NULL)
    return TRUE;

  return kontor_store_run (store, error,
    "INSERT INTO contact_identifier (kind, value, value_hash, contact_id) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING", "szhx", kind, value, value, contact);
}

static gboolean
learn_all (KontorStore *store, gint64 contact, const KontorPerson *person, GError **error)
{
  return learn (store, contact, "phone", person->phone, error) &&
         learn (store, contact, "jid", person->jid, error) &&
         learn (store, contact, "lid", person->lid, error) &&
         learn (store, contact, "user-id", person->user_id, error);
}

static char *
add (KontorStore *store, const KontorPerson *person, GError **error)
{
  g_auto(GVariantDict) contact = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;

  if (person->name != NULL)
    g_variant_dict_insert (&contact, "name", "s", person->name);
  if (person->phone != NULL)
    g_variant_dict_insert (&contact, "phone", "s", person->phone);
  g_variant_dict_insert (&contact, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&contact));

  return kontor_records_insert (store, kontor_kind_find ("contact"), values, error);
}

char *
kontor_contacts_find_or_add (KontorStore *store, const KontorPerson *person, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  gint64 contact = find_person (store, person, error);
  g_autofree char *id = NULL;

  if (contact < 0)
    return NULL;
  id = contact > 0 ? kontor_kind_format_id (kind, contact) : add (store, person, error);
  if (id == NULL || !kontor_kind_parse_id (kind, id, &contact) ||
      !learn_all (store, contact, person, error))
    return NULL;

  return g_steal_pointer (&id);
}

char *
kontor_contacts_find_phone (KontorStore *store, const char *phone, GError **error)
{
  gint64 contact = find_phone (store, phone, error);

  return contact > 0 ? kontor_kind_format_id (kontor_kind_find ("contact"), contact) : NULL;
}

static gboolean
check_free (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *phone = kontor_record_get_text (whole, "phone");
  g_autofree char *holder = phone != NULL && *phone != '\0'
                            ? kontor_contacts_find_phone (store, phone, NULL) : NULL;

  if (holder == NULL || g_strcmp0 (holder, kontor_record_get_text (whole, "id")) == 0)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "phone: belongs to %s already", holder);

  return FALSE;
}

/* The number a person edits is the number the contact is found by. */
static gboolean
follow_phone (KontorStore *store, const char *id, GVariant *old, GVariant *now, GError **error)
{
  const char *before = old != NULL ? kontor_record_get_text (old, "phone") : NULL;
  const char *after = now != NULL ? kontor_record_get_text (now, "phone") : NULL;
  gint64 contact;

  if (g_strcmp0 (before, after) == 0 ||
      !kontor_kind_parse_id (kontor_kind_find ("contact"), id, &contact))
    return TRUE;
  if (before != NULL &&
      !kontor_store_run (store, error, "DELETE FROM contact_identifier WHERE kind = 'phone' AND"
                         " value_hash = ? AND contact_id = ?", "hx", before, contact))
    return FALSE;

  return now == NULL || learn (store, contact, "phone", after, error);
}

const KontorRule kontor_contact_rule = {
  .kind = "contact",
  .writers = KONTOR_ROLES_OFFICE,
  .check = check_free,
  .saved = follow_phone,
};
