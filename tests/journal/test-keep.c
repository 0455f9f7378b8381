/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door by which records are saved and removed, and what lies on the disk afterwards. */
#include "journal/keep.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/clock.h"
#include "fakes/kept.h"

#define T0_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC)
#define PHONE "+971501234567"
#define TOKEN "EAAG-token-of-the-shop"

static const KontorActor sales = { "teammate", "TM2", KONTOR_ROLE_SALES, NULL };
static const KontorActor ana = { "customer", "CT1", KONTOR_ROLE_CUSTOMER, "CT1" };

typedef struct {
  char        *folder;
  char        *path;
  KontorStore *store;
} Fixture;

/* A keyring in a file, so that secrets go where they go in life. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *keyring = NULL;
  KontorSecrets *secrets;

  fixture->folder = g_dir_make_tmp ("kontor-keep-XXXXXX", &error);
  g_assert_no_error (error);
  keyring = g_build_filename (fixture->folder, "keyring", NULL);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a good password", TRUE);
  fixture->path = g_build_filename (fixture->folder, "shop.db", NULL);
  fixture->store = kept_open (fixture->path);
  secrets = kontor_secrets_open ("shop", &error);
  g_assert_no_error (error);
  kontor_store_take_secrets (fixture->store, secrets);
  kontor_clock_set_us (T0_US);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  kontor_store_close (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  kontor_clock_reset ();
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size = 0, length = strlen (text);

  g_file_get_contents (path, &bytes, &size, NULL);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, text, length) == 0)
      return TRUE;

  return FALSE;
}

/* In the database or the log of what is not in it yet. */
static gboolean
lies_open (Fixture *fixture, const char *text)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return holds (fixture->path, text) || holds (log, text);
}

static void
refuses (Fixture *fixture, const KontorActor *actor, const char *kind, const char *id,
         const char *values, int code, const char *because)
{
  g_autoptr(GError) error = NULL;
  gint64 log = kept_count (fixture->store, "audit");
  g_autofree char *saved = kept_try (fixture->store, actor, kind, id, values, &error);

  g_assert_null (saved);
  g_assert_error (error, KONTOR_ERROR, code);
  if (strstr (error->message, because) == NULL)
    g_test_fail_printf ("“%s” does not say “%s”", error->message, because);
  g_assert_cmpint (kept_count (fixture->store, "audit"), ==, log);
  g_assert_false (kontor_store_is_busy (fixture->store));
}

static gboolean
removes (Fixture *fixture, const KontorActor *actor, const char *kind, const char *id,
         GError **error)
{
  return kontor_keep_remove (fixture->store, actor, kontor_kind_find (kind), id, error);
}

static void
assert_last (Fixture *fixture, const char *kind, const char *field, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) last = kontor_records_query (fixture->store, kontor_kind_find (kind),
    &(KontorQuery) { .limit = 1, .descending = TRUE }, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (kontor_record_get_text (last->pdata[0], field), ==, expected);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = kept_save (fixture->store, "contact", NULL, "{'name': <'Ana'>}");
  g_autofree char *again = kept_save (fixture->store, "contact", "ct1", "{'notes': <'Vegan'>}");
  g_autoptr(GVariant) record = kept_get (fixture->store, "contact", "CT1");

  g_assert_cmpstr (id, ==, "CT1");
  g_assert_cmpint (kept_count (fixture->store, "contact"), ==, 1);
  g_assert_cmpstr (again, ==, "CT1");
  g_assert_cmpstr (kontor_record_get_text (record, "name"), ==, "Ana");
  g_assert_cmpstr (kontor_record_get_text (record, "notes"), ==, "Vegan");
  g_assert_cmpint (kontor_record_get_int (record, "created", 0), ==, T0_US);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kept_add (fixture->store, "contact", "{'name': <'Ana'>}");
  assert_last (fixture, "audit", "action", "added-contact");
  assert_last (fixture, "audit", "actor", "teammate:TM1");
  assert_last (fixture, "audit", "how", "{\"name\":\"given\"}");
  assert_last (fixture, "timeline", "event", "added");
  assert_last (fixture, "timeline", "subject", "CT1");
  kontor_clock_advance_us (G_USEC_PER_SEC);
  g_free (kept_save (fixture->store, "contact", "CT1", "{'language': <'de'>}"));
  assert_last (fixture, "audit", "action", "changed-contact");
  assert_last (fixture, "timeline", "event", "changed");
  g_assert_true (removes (fixture, &kept_owner, "contact", "ct1", &error));
  g_assert_no_error (error);
  assert_last (fixture, "audit", "action", "removed-contact");
  assert_last (fixture, "audit", "object", "CT1");
  assert_last (fixture, "timeline", "event", "removed");
  g_assert_cmpint (kept_count (fixture->store, "contact"), ==, 0);
  g_assert_cmpint (kept_count (fixture->store, "timeline"), ==, 3);
}

static void
test_key (Fixture *fixture, gconstpointer data)
{
  kept_add (fixture->store, "service", "{'code': <'cut'>, 'name': <'Cut'>}");
  kept_add (fixture->store, "service", "{'code': <'cut'>, 'name': <'Haircut'>}");
  g_assert_cmpint (kept_count (fixture->store, "service"), ==, 1);
  kept_assert_text (fixture->store, "service", "cut", "name", "Haircut");
  kept_add (fixture->store, "business",
            "{'name': <'A'>, 'zone': <'UTC'>, 'currency': <'EUR'>}");
  kept_add (fixture->store, "business", "{'name': <'B'>}");
  g_assert_cmpint (kept_count (fixture->store, "business"), ==, 1);
  kept_assert_text (fixture->store, "business", "1", "currency", "EUR");
}

static void
test_rights (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kept_add (fixture->store, "service", "{'code': <'cut'>, 'name': <'Cut'>}");
  refuses (fixture, &sales, "service", "cut", "{'name': <'Free'>}", KONTOR_ERROR_NOT_ALLOWED,
           "your role");
  refuses (fixture, &ana, "contact", NULL, "{'name': <'Eve'>}", KONTOR_ERROR_NOT_ALLOWED,
           "your role");
  refuses (fixture, &kept_owner, "booking", NULL, "{'service': <'cut'>}",
           KONTOR_ERROR_NOT_ALLOWED, "actions");
  refuses (fixture, &kept_owner, "audit", "AU1", "{'action': <'nothing'>}",
           KONTOR_ERROR_NOT_ALLOWED, "never changed");
  refuses (fixture, &kept_owner, "contact", NULL, "{'name': <'Eve'>, 'consent': <'opted-in'>}",
           KONTOR_ERROR_NOT_ALLOWED, "consent: ");
  g_assert_false (removes (fixture, &sales, "service", "cut", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (removes (fixture, &kept_owner, "audit", "AU1", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  kept_add (fixture->store, "service", "{'code': <'cut'>, 'name': <'Cut'>}");
  refuses (fixture, &kept_owner, "service", NULL, "{'code': <'dye'>, 'capacity': <'two'>}",
           KONTOR_ERROR_BAD_INPUT,
           "name: is missing\ncapacity: is not a value of type number");
  refuses (fixture, &kept_owner, "service", "cut", "{'name': <''>}", KONTOR_ERROR_BAD_INPUT,
           "name: is missing");
  refuses (fixture, &kept_owner, "contact", "CT9", "{'name': <'Ana'>}", KONTOR_ERROR_NOT_FOUND,
           "CT9");
  refuses (fixture, &kept_owner, "contact", NULL, "{'x-shoe-size': <int64 38>}",
           KONTOR_ERROR_BAD_INPUT, "x-shoe-size: is not a field here");
  refuses (fixture, &kept_owner, "service-field", NULL, "{'code': <'dye.tone'>,"
           " 'service': <'dye'>, 'name': <'tone'>, 'title': <'Tone'>, 'type': <'text'>}",
           KONTOR_ERROR_NOT_FOUND, "service: ");
  refuses (fixture, &kept_owner, "business", NULL,
           "{'name': <'A'>, 'zone': <'Mars/Base'>, 'currency': <'EUR'>}", KONTOR_ERROR_BAD_INPUT,
           "zone: ");
  g_assert_cmpint (kept_count (fixture->store, "service"), ==, 1);
  g_assert_cmpint (kept_count (fixture->store, "contact"), ==, 0);
}

static void
test_needed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kept_add (fixture->store, "service", "{'code': <'cut'>, 'name': <'Cut'>}");
  kept_add (fixture->store, "contact", "{'name': <'Ana'>}");
  kept_run (fixture->store, "INSERT INTO booking (service, contact, at_local, at_zone, at_at,"
            " state) VALUES ('cut', 1, '2026-11-23T10:00', 'UTC', 1, 'confirmed')");
  g_assert_false (removes (fixture, &kept_owner, "service", "cut", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "switch it off"));
  g_clear_error (&error);
  g_assert_false (removes (fixture, &kept_owner, "contact", "CT1", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (removes (fixture, &kept_owner, "contact", "CT9", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  g_assert_cmpint (kept_count (fixture->store, "service"), ==, 1);
  g_assert_cmpint (kept_count (fixture->store, "contact"), ==, 1);
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  kept_add (fixture->store, "contact", "{'name': <'Ana'>, 'phone': <'" PHONE "'>}");
  kept_add (fixture->store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>,"
            " 'x-phone-number-id': <'PNID-990077'>, 'x-port': <int64 8080>}");
  kept_assert_text (fixture->store, "contact", "CT1", "phone", PHONE);
  kept_assert_text (fixture->store, "channel", "CH1", "x-phone-number-id", "PNID-990077");
  g_assert_true (lies_open (fixture, "added-contact")); /* so the looking works */
  g_assert_false (lies_open (fixture, "971501234567"));
  g_assert_false (lies_open (fixture, "501234567"));
  g_assert_false (lies_open (fixture, "PNID-990077"));
  g_assert_false (lies_open (fixture, "x-phone-number-id\":\"PNID"));
  g_free (kept_save (fixture->store, "contact", "CT1", "{'phone': <'+971507654321'>}"));
  g_assert_false (lies_open (fixture, "971507654321"));
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GVariant) record = NULL;

  kept_add (fixture->store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>,"
            " 'x-phone-number-id': <'1234'>, 'x-port': <int64 8080>}");
  g_free (kept_save (fixture->store, "channel", "CH1", "{'x-version': <'v21.0'>}"));
  record = kept_get (fixture->store, "channel", "CH1");
  g_assert_cmpstr (kontor_record_get_text (record, "x-phone-number-id"), ==, "1234");
  g_assert_cmpstr (kontor_record_get_text (record, "x-version"), ==, "v21.0");
  g_assert_cmpint (kontor_record_get_int (record, "x-port", 0), ==, 8080);
  refuses (fixture, &kept_owner, "channel", "CH1", "{'x-port': <'eighty'>}",
           KONTOR_ERROR_BAD_INPUT, "x-port: is not a value of type number");
  refuses (fixture, &kept_owner, "channel", NULL,
           "{'name': <'L'>, 'kind': <'cloud'>, 'x-speed': <'9'>}", KONTOR_ERROR_BAD_INPUT,
           "x-speed");
}

static void
assert_secret (Fixture *fixture, const char *expected)
{
  g_autoptr(GVariant) record = kept_get (fixture->store, "channel", "CH1");
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) filled = kontor_keep_fill_secrets (fixture->store,
    kontor_kind_find ("channel"), record, &error);
  const char *there = kontor_record_get_text (record, "x-token");

  g_assert_no_error (error);
  g_assert_cmpstr (there != NULL ? there : "", ==, expected != NULL ? "set" : "");
  if (expected != NULL)
    g_assert_cmpstr (kontor_record_get_text (filled, "x-token"), ==, expected);
}

static void
test_secret (Fixture *fixture, gconstpointer data)
{
  KontorSecrets *secrets = kontor_store_get_secrets (fixture->store);
  g_autoptr(GError) error = NULL;

  kept_add (fixture->store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>,"
            " 'x-phone-number-id': <'1234'>, 'x-token': <'" TOKEN "'>}");
  assert_secret (fixture, TOKEN);
  g_assert_false (lies_open (fixture, TOKEN));
  assert_last (fixture, "audit", "action", "added-channel");
  /* A form that gives back "set" keeps what is there. */
  g_free (kept_save (fixture->store, "channel", "CH1", "{'name': <'L'>, 'x-token': <'set'>}"));
  assert_secret (fixture, TOKEN);
  g_free (kept_save (fixture->store, "channel", "CH1", "{'x-token': <'another'>}"));
  assert_secret (fixture, "another");
  g_free (kept_save (fixture->store, "channel", "CH1", "{'x-token': <''>}"));
  assert_secret (fixture, NULL);
  g_free (kept_save (fixture->store, "channel", "CH1", "{'x-token': <'third'>}"));
  g_assert_true (removes (fixture, &kept_owner, "channel", "CH1", &error));
  g_assert_no_error (error);
  g_assert_null (kontor_secrets_lookup (secrets, "channel-CH1-x-token", FALSE, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* A record that stays, because others need it, keeps no secret either. */
  kept_add (fixture->store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>,"
            " 'x-token': <'" TOKEN "'>}");
  kept_add (fixture->store, "contact", "{'name': <'Ana'>}");
  kept_run (fixture->store, "INSERT INTO conversation (channel_id, contact_id) VALUES (2, 1)");
  g_assert_true (removes (fixture, &kept_owner, "channel", "CH2", &error));
  g_assert_no_error (error);
  kept_assert_text (fixture->store, "channel", "CH2", "x-token", "");
  g_assert_null (kontor_secrets_lookup (secrets, "channel-CH2-x-token", FALSE, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
}

/* What was said on a line needs it. */
static void
test_retired (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) left = NULL;

  kept_add (fixture->store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>, 'active': <true>}");
  kept_add (fixture->store, "contact", "{'name': <'Ana'>}");
  kept_run (fixture->store, "INSERT INTO conversation (channel_id, contact_id) VALUES (1, 1)");
  g_assert_true (removes (fixture, &kept_owner, "channel", "CH1", &error));
  g_assert_no_error (error);
  left = kontor_records_get (fixture->store, kontor_kind_find ("channel"), "CH1", &error);
  g_assert_no_error (error);
  g_assert_true (kontor_record_get_yes (left, "removed"));
  g_assert_false (kontor_record_get_yes (left, "active"));
  assert_last (fixture, "audit", "action", "removed-channel");
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*run) (Fixture *, gconstpointer); } cases[] = {
    { "/keep/a-change-leaves-the-rest-as-it-was", test_save },
    { "/keep/whatever-happens-to-a-record-is-told", test_told },
    { "/keep/a-code-stands-for-one-record", test_key },
    { "/keep/nobody-changes-what-their-role-may-not", test_rights },
    { "/keep/what-is-wrong-is-refused-whole", test_refused },
    { "/keep/what-others-need-cannot-be-removed", test_needed },
    { "/keep/what-others-need-is-retired-where-its-rule-says-how", test_retired },
    { "/keep/numbers-and-own-fields-are-sealed-on-the-disk", test_sealed },
    { "/keep/own-fields-are-those-of-the-kind", test_own },
    { "/keep/a-secret-is-in-the-keyring-alone", test_secret },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Fixture, NULL, set_up, cases[i].run, tear_down);

  return g_test_run ();
}
