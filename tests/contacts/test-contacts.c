/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person is one contact, however a line knows them. */
#include "contacts/contacts.h"

#include "base/clock.h"
#include "fakes/kept.h"

#define SHORT_BRAZIL "+551187654321"
#define LONG_BRAZIL "+5511987654321"

static const KontorPerson nobody = { NULL };

static KontorStore *
open_contacts (void)
{
  kontor_clock_set_us (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC);

  return kept_open (":memory:");
}

static void
close_contacts (KontorStore *store)
{
  kontor_store_close (store);
  kontor_clock_reset ();
}

/* @others: ids of contacts that are the same person, separated by spaces. */
static void
is_found (KontorStore *store, KontorPerson person, const char *expected, const char *others)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = kontor_contacts_find_or_add (store, &person, &found, &error);
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", (char *) found->pdata[i]);
  g_assert_cmpstr (id, ==, expected);
  g_assert_cmpstr (all->str, ==, others);
}

static void
has_phone (KontorStore *store, const char *phone, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = kontor_contacts_find_phone (store, phone, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, expected);
}

static void
absorb (KontorStore *store, const char *from, const char *into)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_store_begin (store, &error));
  kontor_contacts_absorb (store, from, into, &error);
  g_assert_no_error (error);
  kontor_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
test_once (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GVariant) record = NULL;

  is_found (store, (KontorPerson) { .phone = "+971501234567", .name = "Ana" }, "CT1", "");
  is_found (store, (KontorPerson) { .phone = "+971501234567", .name = "Evil" }, "CT1", "");
  is_found (store, (KontorPerson) { .phone = "+971501234568", .name = "Ana" }, "CT2", "");
  record = kept_get (store, "contact", "CT1");
  g_assert_cmpstr (kontor_record_get_text (record, "name"), ==, "Ana");
  g_assert_cmpstr (kontor_record_get_text (record, "consent"), ==, "unknown");
  g_assert_cmpint (kontor_record_get_int (record, "created", 0), ==, kontor_clock_now_us ());
  close_contacts (store);
}

static void
test_identifiers (void)
{
  KontorStore *store = open_contacts ();

  is_found (store, (KontorPerson) { .lid = "77@lid" }, "CT1", "");
  is_found (store, (KontorPerson) { .lid = "77@lid", .jid = "97150@s.whatsapp.net" }, "CT1", "");
  is_found (store, (KontorPerson) { .jid = "97150@s.whatsapp.net", .user_id = "AE.9" }, "CT1", "");
  is_found (store, (KontorPerson) { .user_id = "AE.9" }, "CT1", "");
  /* The same text as another kind of identifier is another person's. */
  is_found (store, (KontorPerson) { .jid = "77@lid" }, "CT2", "");
  is_found (store, nobody, "CT3", "");
  close_contacts (store);
}

static void
test_forms (void)
{
  KontorStore *store = open_contacts ();

  is_found (store, (KontorPerson) { .phone = SHORT_BRAZIL }, "CT1", "");
  is_found (store, (KontorPerson) { .phone = LONG_BRAZIL }, "CT1", "");
  is_found (store, (KontorPerson) { .phone = LONG_BRAZIL, .jid = "5511@s" }, "CT1", "");
  has_phone (store, SHORT_BRAZIL, "CT1");
  has_phone (store, LONG_BRAZIL, "CT1");
  has_phone (store, "+5511987654322", NULL);
  close_contacts (store);
}

static void
test_others (void)
{
  KontorStore *store = open_contacts ();

  is_found (store, (KontorPerson) { .phone = "+971501234567" }, "CT1", "");
  is_found (store, (KontorPerson) { .lid = "77@lid" }, "CT2", "");
  is_found (store, (KontorPerson) { .user_id = "AE.9" }, "CT3", "");
  is_found (store, (KontorPerson) { .user_id = "AE.9", .lid = "77@lid", .phone = "+971501234567" },
            "CT1", "CT2 CT3");
  close_contacts (store);
}

static void
test_new_number (void)
{
  KontorStore *store = open_contacts ();
  KontorPerson was = { .phone = "+971501234567", .jid = "97150@s" };

  is_found (store, was, "CT1", "");
  is_found (store, (KontorPerson) { .phone = "+971507654321", .was = &was }, "CT1", "");
  kept_assert_text (store, "contact", "CT1", "phone", "+971507654321");
  has_phone (store, "+971507654321", "CT1");
  is_found (store, (KontorPerson) { .jid = "97150@s" }, "CT1", "");
  close_contacts (store);
}

/* A user id brings a number along: only where there was none. */
static void
test_learned_number (void)
{
  KontorStore *store = open_contacts ();

  is_found (store, (KontorPerson) { .user_id = "AE.9" }, "CT1", "");
  is_found (store, (KontorPerson) { .user_id = "AE.9", .phone = "+971501234567" }, "CT1", "");
  kept_assert_text (store, "contact", "CT1", "phone", "+971501234567");
  is_found (store, (KontorPerson) { .user_id = "AE.9", .phone = "+971507654321" }, "CT1", "");
  kept_assert_text (store, "contact", "CT1", "phone", "+971501234567");
  close_contacts (store);
}

static void
test_reached (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorPerson) person = NULL, emptied = NULL, unknown = NULL;

  is_found (store, (KontorPerson) { .phone = "+971501234567", .jid = "97150@s", .lid = "77@lid",
            .user_id = "AE.9", .name = "Ana" }, "CT1", "");
  person = kontor_contacts_dup_person (store, "CT1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->phone, ==, "+971501234567");
  g_assert_cmpstr (person->jid, ==, "97150@s");
  g_assert_cmpstr (person->lid, ==, "77@lid");
  g_assert_cmpstr (person->user_id, ==, "AE.9");
  g_assert_cmpstr (person->name, ==, "Ana");
  g_free (kept_save (store, "contact", "CT1", "{'phone': <''>}"));
  emptied = kontor_contacts_dup_person (store, "CT1", &error);
  g_assert_no_error (error);
  g_assert_null (emptied->phone);
  unknown = kontor_contacts_dup_person (store, "CT9", &error);
  g_assert_null (unknown);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  close_contacts (store);
}

static void
test_edited_number (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GError) error = NULL;
  g_autofree char *taken = NULL;

  kept_add (store, "contact", "{'name': <'Ana'>, 'phone': <'+971501234567'>}");
  kept_add (store, "contact", "{'name': <'Ben'>}");
  g_free (kept_save (store, "contact", "CT1", "{'phone': <'+971507654321'>}"));
  has_phone (store, "+971507654321", "CT1");
  has_phone (store, "+971501234567", NULL);
  taken = kept_try (store, &kept_owner, "contact", "CT2", "{'phone': <'+971507654321'>}", &error);
  g_assert_null (taken);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "CT1"));
  g_free (kept_save (store, "contact", "CT1", "{'phone': <''>}"));
  has_phone (store, "+971507654321", NULL);
  g_free (kept_save (store, "contact", "CT2", "{'phone': <''>}"));
  g_free (kept_save (store, "contact", "CT2", "{'phone': <'+971507654321'>}"));
  has_phone (store, "+971507654321", "CT2");
  close_contacts (store);
}

static void
test_absorb (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GVariant) record = NULL;

  is_found (store, (KontorPerson) { .phone = "+971501234567" }, "CT1", "");
  is_found (store, (KontorPerson) { .lid = "77@lid", .name = "Ana" }, "CT2", "");
  g_free (kept_save (store, "contact", "CT1", "{'labels': <'vip'>, 'language': <'de'>}"));
  g_free (kept_save (store, "contact", "CT2",
                     "{'labels': <'late'>, 'language': <'en'>, 'notes': <'Vegan'>}"));
  kept_add (store, "service", "{'code': <'cut'>, 'name': <'Cut'>}");
  kept_run (store, "INSERT INTO booking (service, contact, at_local, at_zone, at_at, state)"
            " VALUES ('cut', 2, '2026-11-23T10:00', 'UTC', 1, 'confirmed')");
  absorb (store, "CT2", "CT1");
  record = kept_get (store, "contact", "CT1");
  g_assert_cmpstr (kontor_record_get_text (record, "name"), ==, "Ana");
  g_assert_cmpstr (kontor_record_get_text (record, "phone"), ==, "+971501234567");
  g_assert_cmpstr (kontor_record_get_text (record, "language"), ==, "de");
  g_assert_cmpstr (kontor_record_get_text (record, "labels"), ==, "late, vip");
  g_assert_cmpstr (kontor_record_get_text (record, "notes"), ==, "Vegan");
  kept_assert_text (store, "booking", "BK000001", "contact", "CT1");
  g_assert_cmpint (kept_count (store, "contact"), ==, 1);
  is_found (store, (KontorPerson) { .lid = "77@lid" }, "CT1", "");
  close_contacts (store);
}

/* @from and @into as they were, @expected as it is once they are one. */
static void
assert_consent (const char *from, const char *into, const char *expected)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GError) error = NULL;

  kept_add (store, "contact", "{'name': <'Ana'>}");
  kept_add (store, "contact", "{'name': <'Ana'>}");
  kontor_store_run (store, &error, "UPDATE contact SET consent = CASE id WHEN 1 THEN ? ELSE ? END,"
                    " consent_source = 'said as ' || id", "ss", into, from);
  g_assert_no_error (error);
  absorb (store, "CT2", "CT1");
  kept_assert_text (store, "contact", "CT1", "consent", expected);
  kept_assert_text (store, "contact", "CT1", "consent-source",
                    g_str_equal (expected, into) && !g_str_equal (from, "opted-out")
                    ? "said as 1" : "said as 2");
  close_contacts (store);
}

static void
test_absorbed_consent (void)
{
  assert_consent ("opted-out", "opted-in", "opted-out");
  assert_consent ("opted-out", "unknown", "opted-out");
  assert_consent ("opted-in", "opted-out", "opted-out");
  assert_consent ("opted-in", "unknown", "opted-in");
  assert_consent ("unknown", "opted-in", "opted-in");
}

static void
rename_group (KontorStore *store, const char *before, const char *now, const char *expected)
{
  KontorPerson was = { .name = (char *) before };
  const KontorPerson group = { .jid = (char *) "1@g.us", .name = (char *) now, .was = &was };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = NULL;

  g_assert_true (kontor_store_begin (store, &error));
  g_assert_true (kontor_contacts_rename (store, &group, &error));
  g_assert_no_error (error);
  g_assert_true (kontor_store_commit (store, &error));
  record = kontor_records_get (store, kontor_kind_find ("contact"), "CT1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (record, "name"), ==, expected);
}

static void
test_renamed (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GVariant) own = g_variant_ref_sink (g_variant_new_parsed ("{'name': <'Night shift'>}"));
  g_autoptr(GError) error = NULL;

  is_found (store, (KontorPerson) { .jid = (char *) "1@g.us", .name = (char *) "Drivers" }, "CT1",
            "");
  rename_group (store, "Drivers", "Drivers of June", "Drivers of June");
  rename_group (store, "Drivers", "Late news", "Drivers of June");
  g_assert_true (kontor_records_update (store, kontor_kind_find ("contact"), "CT1", own, &error));
  rename_group (store, "Drivers of June", "Drivers of July", "Night shift");
  close_contacts (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contacts/who-writes-twice-is-one-contact", test_once);
  g_test_add_func ("/contacts/any-identifier-leads-to-the-person", test_identifiers);
  g_test_add_func ("/contacts/a-number-is-the-same-in-either-national-form", test_forms);
  g_test_add_func ("/contacts/who-was-met-twice-is-named-as-one", test_others);
  g_test_add_func ("/contacts/who-changes-their-number-stays-who-they-are", test_new_number);
  g_test_add_func ("/contacts/a-number-that-comes-along-fills-a-gap-only", test_learned_number);
  g_test_add_func ("/contacts/a-line-is-told-all-ways-to-reach-a-person", test_reached);
  g_test_add_func ("/contacts/the-number-a-person-edits-is-the-one-that-counts",
                   test_edited_number);
  g_test_add_func ("/contacts/the-line-renames-what-people-did-not", test_renamed);
  g_test_add_func ("/contacts/two-that-become-one-lose-nothing", test_absorb);
  g_test_add_func ("/contacts/who-said-stop-once-has-said-stop", test_absorbed_consent);

  return g_test_run ();
}
