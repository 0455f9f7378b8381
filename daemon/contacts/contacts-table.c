/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/contacts.h"

#include "base/clock.h"
#include "contacts/contact-fields.h"
#include "contacts/labels.h"
#include "contacts/merges.h"
#include "journal/audit.h"
#include "journal/keep.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "model/phone.h"
#include "model/text.h"
#include "store/records.h"

/* 0 without error when nobody is known by it. */
static gint64
find_identifier (KontorStore *store, const char *kind, const char *value, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT contact FROM identifier WHERE kind = ? AND value_hash = ?", "sh",
    kind, value);
  gint64 contact = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    contact = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? contact : -1;
}

/* One person is found by either form of a number that a country writes in two. *as_it_is: (out)
 * (optional): it is known just as it is written. */
static gint64
find_phone (KontorStore *store, const char *phone, gboolean *as_it_is, GError **error)
{
  g_auto(GStrv) forms = kontor_phone_variants (phone);
  gint64 contact = 0;

  for (guint i = 0; forms[i] != NULL && contact == 0; i++)
    {
      contact = find_identifier (store, "phone", forms[i], error);
      if (as_it_is != NULL)
        *as_it_is = contact > 0 && g_str_equal (forms[i], phone);
    }

  return contact;
}

static gboolean
add_found (GArray *found, gint64 contact)
{
  if (contact < 0)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, gint64, i) == contact)
      return TRUE;
  if (contact > 0)
    g_array_append_val (found, contact);

  return TRUE;
}

/* Everybody the identifiers lead to: more than one are one person that was met twice.
 * *is_known: (out): by all of them. */
static gboolean
find_all (KontorStore *store, const KontorPerson *person, GArray *found, gboolean *is_known,
          GError **error)
{
  const char *const known[][2] = {
    { "user-id", person->user_id }, { "lid", person->lid }, { "jid", person->jid },
  };

  if (person->was != NULL && !find_all (store, person->was, found, is_known, error))
    return FALSE;
  *is_known = TRUE;
  if (person->phone != NULL &&
      !add_found (found, find_phone (store, person->phone, is_known, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gint64 contact = known[i][1] != NULL
                       ? find_identifier (store, known[i][0], known[i][1], error) : 0;

      if (!add_found (found, contact))
        return FALSE;
      *is_known &= known[i][1] == NULL || contact > 0;
    }

  return TRUE;
}

static gboolean
learn (KontorStore *store, gint64 contact, const char *kind, const char *value, GError **error)
{
  if (value == NULL)
    return TRUE;

  return kontor_store_run (store, error,
    "INSERT INTO identifier (kind, value, value_hash, contact) VALUES (?, ?, ?, ?)"
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

static int
by_number (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* A number that changed is the contact's from now on; so is one that was not known before. */
static gboolean
take_phone (KontorStore *store, const char *id, const KontorPerson *person, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GVariant) record = NULL;
  g_autoptr(GVariant) changes = NULL;
  const char *phone;

  if (person->phone == NULL || (person->was == NULL && person->user_id == NULL))
    return TRUE;
  record = kontor_records_get (store, kind, id, error);
  if (record == NULL)
    return FALSE;
  phone = kontor_record_get_text (record, "phone");
  if (person->was == NULL && phone != NULL && *phone != '\0')
    return TRUE;
  changes = g_variant_ref_sink (g_variant_new_parsed ("{'phone': <%s>}", person->phone));

  return kontor_records_update (store, kind, id, changes, error);
}

char *
kontor_contacts_find_or_add (KontorStore *store, const KontorPerson *person, GPtrArray **others,
                             GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_known;
  gint64 contact;
  g_autofree char *id = NULL;

  *others = g_ptr_array_new_with_free_func (g_free);
  if (!find_all (store, person, found, &is_known, error))
    return NULL;
  g_array_sort (found, by_number);
  for (guint i = 1; i < found->len; i++)
    g_ptr_array_add (*others, kontor_kind_format_id (kind, g_array_index (found, gint64, i)));
  id = found->len > 0 ? kontor_kind_format_id (kind, g_array_index (found, gint64, 0))
                      : add (store, person, error);
  if (id == NULL || !kontor_kind_parse_id (kind, id, &contact) ||
      (!is_known && !learn_all (store, contact, person, error)) ||
      (found->len > 0 && !take_phone (store, id, person, error)))
    return NULL;

  return g_steal_pointer (&id);
}

char *
kontor_contacts_find (KontorStore *store, const KontorPerson *person, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_known;

  if (!find_all (store, person, found, &is_known, error) || found->len == 0)
    return NULL;
  g_array_sort (found, by_number);

  return kontor_kind_format_id (kontor_kind_find ("contact"), g_array_index (found, gint64, 0));
}

gboolean
kontor_contacts_rename (KontorStore *store, const KontorPerson *person, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  const char *before = person->was != NULL && person->was->name != NULL ? person->was->name : "";
  g_autoptr(GError) local = NULL;
  g_autofree char *id = kontor_contacts_find (store, person, &local);
  g_autoptr(GVariant) record = id != NULL ? kontor_records_get (store, kind, id, &local) : NULL;
  g_autoptr(GVariant) changes = NULL;
  const char *name = record != NULL ? kontor_record_get_text (record, "name") : NULL;
  gint64 contact;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record == NULL || !g_str_equal (name != NULL ? name : "", before))
    return TRUE;
  changes = g_variant_ref_sink (g_variant_new_parsed ("{'name': <%s>}", person->name));

  return kontor_records_update (store, kind, id, changes, error) &&
         kontor_kind_parse_id (kind, id, &contact) &&
         kontor_contacts_tell_threads (store, contact, error);
}

static gboolean
read_identifier (KontorRows *rows, KontorPerson *person, GError **error)
{
  const char *kind = kontor_rows_text (rows, 0);
  char **member = g_str_equal (kind, "phone") ? &person->phone
                  : g_str_equal (kind, "jid") ? &person->jid
                  : g_str_equal (kind, "lid") ? &person->lid : &person->user_id;
  char *value = kontor_rows_dup_sealed (rows, 1, error);

  if (value == NULL)
    return FALSE;
  g_free (*member);
  *member = value;

  return TRUE;
}

KontorPerson *
kontor_contacts_dup_person (KontorStore *store, const char *contact, GError **error)
{
  g_autoptr(GVariant) record = kontor_records_get (store, kontor_kind_find ("contact"), contact,
                                                   error);
  g_autoptr(KontorPerson) person = NULL;
  g_autoptr(KontorRows) rows = NULL;
  gint64 number;
  const char *phone;

  if (record == NULL || !kontor_kind_parse_id (kontor_kind_find ("contact"), contact, &number))
    return NULL;
  person = kontor_person_new (NULL, kontor_record_get_text (record, "name"));
  rows = kontor_store_ask (store, error, "SELECT kind, value FROM identifier"
                           " WHERE contact = ? ORDER BY id", "x", number);
  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    if (!read_identifier (rows, person, error))
      return NULL;
  if (!kontor_rows_done (rows, error))
    return NULL;
  phone = kontor_record_get_text (record, "phone");
  if (phone != NULL && *phone != '\0')
    {
      g_free (person->phone);
      person->phone = g_strdup (phone);
    }

  return g_steal_pointer (&person);
}

/* STOP before all; else what is known before what is not. */
#define O_IS_BELIEVED "o.consent = 'opted-out' OR contact.consent = 'unknown'"

/* What the one that stays has none of comes from the one that goes. */
static gboolean
fill_gaps (KontorStore *store, gint64 from, gint64 into, GError **error)
{
  return kontor_store_run (store, error,
    "UPDATE contact SET name = COALESCE(NULLIF(contact.name, ''), o.name),"
    " name_key = CASE WHEN contact.name <> '' THEN contact.name_key ELSE o.name_key END,"
    " email = COALESCE(NULLIF(contact.email, ''), o.email),"
    " email_key = CASE WHEN contact.email <> '' THEN contact.email_key ELSE o.email_key END,"
    " phone = COALESCE(contact.phone, o.phone),"
    " phone_hash = COALESCE(contact.phone_hash, o.phone_hash),"
    " language = COALESCE(contact.language, o.language), zone = COALESCE(contact.zone, o.zone),"
    " notes = TRIM(COALESCE(contact.notes, '') || char(10) || COALESCE(o.notes, ''),"
    " char(10)),"
    " consent = CASE WHEN " O_IS_BELIEVED " THEN o.consent ELSE contact.consent END,"
    " consent_at = CASE WHEN " O_IS_BELIEVED " THEN o.consent_at ELSE contact.consent_at END,"
    " consent_source = CASE WHEN " O_IS_BELIEVED " THEN o.consent_source"
    " ELSE contact.consent_source END"
    " FROM contact o WHERE o.id = ? AND contact.id = ?", "xx", from, into);
}

static gboolean
fill_own (KontorStore *store, const char *from, const char *into, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GVariant) gone = kontor_records_get (store, kind, from, error);
  g_autoptr(GVariant) stays = gone != NULL ? kontor_records_get (store, kind, into, error) : NULL;
  g_auto(GVariantDict) known = G_VARIANT_DICT_INIT (stays);
  g_auto(GVariantDict) gaps = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) changes = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (stays == NULL)
    return FALSE;
  g_variant_iter_init (&iter, gone);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (g_str_has_prefix (name, "x-") && !g_variant_dict_contains (&known, name))
      g_variant_dict_insert_value (&gaps, name, value);
  changes = g_variant_ref_sink (g_variant_dict_end (&gaps));

  return g_variant_n_children (changes) == 0 ||
         kontor_records_update (store, kind, into, changes, error);
}

gboolean
kontor_contacts_absorb (KontorStore *store, const char *from, const char *into, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  gint64 gone, stays;

  if (!kontor_kind_parse_id (kind, from, &gone) || !kontor_kind_parse_id (kind, into, &stays) ||
      !fill_gaps (store, gone, stays, error) || !fill_own (store, from, into, error) ||
      !kontor_labels_move (store, gone, stays, error) ||
      !kontor_records_relink (store, kind, from, into, error) ||
      !kontor_timeline_move (store, kind->name, from, into, error) ||
      !kontor_store_run (store, error, "DELETE FROM contact WHERE id = ?", "x", gone))
    return FALSE;
  kontor_store_touch (store, kind->name, from);
  kontor_store_touch (store, kind->name, into);

  return kontor_audit_write (store, &kontor_actor_system, "merge-contact", kind->name, into, NULL,
                             "done", error) &&
         kontor_timeline_write (store, &kontor_actor_system, kind->name, into, "merged", from,
                                error);
}

char *
kontor_contacts_find_phone (KontorStore *store, const char *phone, GError **error)
{
  gint64 contact = find_phone (store, phone, NULL, error);

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
follow_phone (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old,
              GVariant *now, GError **error)
{
  const char *before = old != NULL ? kontor_record_get_text (old, "phone") : NULL;
  const char *after = now != NULL ? kontor_record_get_text (now, "phone") : NULL;
  gint64 contact;

  if (g_strcmp0 (before, after) == 0 ||
      !kontor_kind_parse_id (kontor_kind_find ("contact"), id, &contact))
    return TRUE;
  if (before != NULL &&
      !kontor_store_run (store, error, "DELETE FROM identifier WHERE kind = 'phone' AND"
                         " value_hash = ? AND contact = ?", "hx", before, contact))
    return FALSE;

  return now == NULL || learn (store, contact, "phone", after, error);
}

gboolean
kontor_contacts_tell_threads (KontorStore *store, gint64 contact, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id FROM conversation WHERE contact_id = ?", "x", contact);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    kontor_store_touch (store, "conversation", kontor_rows_text (rows, 0));

  return kontor_rows_done (rows, error);
}

/* (transfer full) (nullable): who else has the address. */
static char *
find_email (KontorStore *store, const char *email, gint64 but, GError **error)
{
  g_autofree char *key = email != NULL ? kontor_text_dup_folded (email) : NULL;
  g_autoptr(KontorRows) rows = key == NULL || *key == '\0' ? NULL
    : kontor_store_ask (store, error, "SELECT id, email FROM contact WHERE email_key = ?"
                        " AND id <> ? ORDER BY id", "sx", key, but);

  while (rows != NULL && kontor_rows_next (rows))
    if (g_ascii_strcasecmp (kontor_rows_text (rows, 1), email) == 0)
      return kontor_kind_format_id (kontor_kind_find ("contact"), kontor_rows_int (rows, 0));

  return NULL;
}

/* The same e-mail address is one person's, most likely: a person decides. */
static gboolean
follow_email (KontorStore *store, const char *id, gint64 contact, GVariant *old, GVariant *now,
              GError **error)
{
  const char *before = old != NULL ? kontor_record_get_text (old, "email") : NULL;
  const char *after = kontor_record_get_text (now, "email");
  g_autofree char *other = g_strcmp0 (before, after) != 0
                           ? find_email (store, after, contact, NULL) : NULL;

  return other == NULL || kontor_merges_suggest (store, other, id, "email", error);
}

static gboolean
follow (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old, GVariant *now,
        GError **error)
{
  const char *before = old != NULL ? kontor_record_get_text (old, "labels") : NULL;
  const char *after = now != NULL ? kontor_record_get_text (now, "labels") : NULL;
  gint64 contact;

  if (!follow_phone (store, actor, id, old, now, error) || now == NULL ||
      !kontor_kind_parse_id (kontor_kind_find ("contact"), id, &contact))
    return now == NULL && (error == NULL || *error == NULL);
  if ((g_strcmp0 (before, after) != 0 && !kontor_labels_follow (store, contact, after, error)) ||
      !follow_email (store, id, contact, old, now, error))
    return FALSE;

  return kontor_contacts_tell_threads (store, contact, error);
}

static char *
find_same (KontorStore *store, GVariant *record)
{
  const char *phone = kontor_record_get_text (record, "phone");
  char *id = phone != NULL && *phone != '\0' ? kontor_contacts_find_phone (store, phone, NULL)
             : NULL;

  return id != NULL ? id
                    : find_email (store, kontor_record_get_text (record, "email"), 0, NULL);
}

static char **
dup_keys (GVariant *record)
{
  const char *phone = kontor_record_get_text (record, "phone");
  const char *email = kontor_record_get_text (record, "email");
  g_auto(GStrv) forms = phone != NULL ? kontor_phone_variants (phone) : NULL;
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();

  if (forms != NULL && forms[0] != NULL)
    g_strv_builder_add (keys, forms[0]);
  if (email != NULL && *email != '\0')
    {
      g_autofree char *low = g_ascii_strdown (email, -1);

      g_strv_builder_add (keys, low);
    }

  return g_strv_builder_end (keys);
}

const KontorRule kontor_contact_rule = {
  .kind = "contact",
  .writers = KONTOR_ROLES_OFFICE,
  .check = check_free,
  .saved = follow,
  .dup_own = kontor_contact_fields_dup,
  .find_same = find_same,
  .dup_keys = dup_keys,
};
