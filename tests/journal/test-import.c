/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreadsheets in and out: a verdict for every row, and nothing lost in silence. */
#include "journal/import.h"

#include "base/clock.h"
#include "fakes/kept.h"
#include "journal/audit.h"

#define T0_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC)

static const KontorLocale dubai = { "Asia/Dubai", "AED", "AE" };

static KontorStore *
open_shop (void)
{
  KontorStore *store = kept_open (":memory:");

  kontor_clock_set_us (T0_US);
  kept_add (store, "business", "{'name': <'Shop'>, 'zone': <'Asia/Dubai'>, 'currency': <'AED'>}");
  kept_add (store, "service", "{'code': <'cut'>, 'name': <'Cut'>, 'price': <(int64 2500, 'AED')>}");
  kept_add (store, "contact", "{'name': <'Ana'>, 'phone': <'+971501234567'>}");

  return store;
}

static void
close_shop (KontorStore *store)
{
  kontor_store_close (store);
  kontor_clock_reset ();
}

static GPtrArray *
import_as (KontorStore *store, const KontorActor *actor, const char *kind, const char *csv,
           gboolean dry_run)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *verdicts = kontor_import_csv (store, actor, kontor_kind_find (kind), csv, &dubai,
                                           dry_run, &error);

  g_assert_no_error (error);
  g_assert_nonnull (verdicts);
  g_assert_false (kontor_store_is_busy (store));

  return verdicts;
}

static char *
export (KontorStore *store, const char *kind)
{
  g_autoptr(GError) error = NULL;
  char *csv = kontor_export_csv (store, kontor_kind_find (kind), NULL, &error);

  g_assert_no_error (error);

  return csv;
}

/* @expected: "line outcome id reason", a line for each. */
static void
assert_verdicts (GPtrArray *verdicts, const char *expected)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < verdicts->len; i++)
    g_string_append_printf (all, "%" G_GINT64_FORMAT " %s %s %s\n",
                            kontor_record_get_int (verdicts->pdata[i], "line", 0),
                            kontor_record_get_text (verdicts->pdata[i], "outcome"),
                            kontor_record_get_text (verdicts->pdata[i], "id"),
                            kontor_record_get_text (verdicts->pdata[i], "reason"));
  g_assert_cmpstr (all->str, ==, expected);
}

static void
imports (KontorStore *store, const char *kind, const char *csv, const char *expected)
{
  g_autoptr(GPtrArray) tried = import_as (store, &kept_owner, kind, csv, TRUE);
  g_autoptr(GPtrArray) done = import_as (store, &kept_owner, kind, csv, FALSE);

  assert_verdicts (tried, expected);
  assert_verdicts (done, expected);
}

static const char services[] =
  "code,name,price,duration\n"
  "shave,Shave,20,30m\n"
  "dye,Dye,twenty,2h\n"
  "cut,Haircut,30,1h\n"
  "Wrong Code,Other,1,1h\n"
  "nails,,15,45m\n"
  "shave,Close shave,,\n";

static const char services_verdicts[] =
  "2 added shave \n"
  "3 refused  price: “twenty” is no amount: write it as 250.00 AED\n"
  "4 changed cut \n"
  "5 refused  code: “Wrong Code” does not have the form that is asked for\n"
  "6 refused  name: is missing\n"
  "7 changed shave \n";

static void
test_verdicts (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GPtrArray) verdicts = import_as (store, &kept_owner, "service", services, FALSE);
  g_autoptr(GVariant) shave = NULL;
  const char *currency;
  gint64 minor;

  assert_verdicts (verdicts, services_verdicts);
  g_assert_cmpint (kept_count (store, "service"), ==, 2);
  kept_assert_text (store, "service", "cut", "name", "Haircut");
  shave = kept_get (store, "service", "shave");
  g_assert_cmpstr (kontor_record_get_text (shave, "name"), ==, "Close shave");
  /* An empty cell leaves what is there. */
  g_assert_true (kontor_record_get_money (shave, "price", &minor, &currency));
  g_assert_cmpint (minor, ==, 2000);
  g_assert_cmpint (kontor_record_get_int (shave, "duration", 0), ==, 1800);
  close_shop (store);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  (*(int *) data)++;
}

static void
test_dry_run (void)
{
  KontorStore *store = open_shop ();
  g_autofree char *before = export (store, "service"), *after = NULL;
  gint64 log = kept_count (store, "audit"), timeline = kept_count (store, "timeline");
  g_autoptr(GPtrArray) verdicts = NULL;
  g_autoptr(GError) error = NULL;
  int told = 0;

  kontor_store_watch (store, on_touched, &told);
  verdicts = import_as (store, &kept_owner, "service", services, TRUE);
  assert_verdicts (verdicts, services_verdicts);
  after = export (store, "service");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (kept_count (store, "audit"), ==, log);
  g_assert_cmpint (kept_count (store, "timeline"), ==, timeline);
  g_assert_cmpint (told, ==, 0);
  g_assert_cmpint (kept_verify (store, &error), ==, log);
  close_shop (store);
}

/* There is no keyring here: to try a row out, none is needed. */
static void
test_dry_secret (void)
{
  static const char csv[] = "name,kind,x-phone-number-id,x-token\nShop,cloud,1234,s3cret\n";
  KontorStore *store = open_shop ();
  g_autoptr(GPtrArray) tried = import_as (store, &kept_owner, "channel", csv, TRUE);
  g_autoptr(GPtrArray) done = import_as (store, &kept_owner, "channel", csv, FALSE);

  assert_verdicts (tried, "2 added CH1 \n");
  assert_verdicts (done, "2 refused  there is no keyring to keep the secret in\n");
  g_assert_cmpint (kept_count (store, "channel"), ==, 0);
  close_shop (store);
}

static void
test_by_id (void)
{
  KontorStore *store = open_shop ();

  imports (store, "contact", "id,name,phone\nCT1,Anna,050 123 4568\n", "2 changed CT1 \n");
  kept_assert_text (store, "contact", "CT1", "name", "Anna");
  kept_assert_text (store, "contact", "CT1", "phone", "+971501234568");
  imports (store, "contact", "name,phone\nBen,0501234568\n",
           "2 refused  phone: belongs to CT1 already\n");
  imports (store, "business", "name\nThe Shop\n", "2 changed 1 \n");
  g_assert_cmpint (kept_count (store, "business"), ==, 1);
  close_shop (store);
}

/* Ids of another computer: the new CT1 must not be taken for the row that was CT1 there. */
static void
test_new_ids (void)
{
  KontorStore *store = kept_open (":memory:");

  imports (store, "contact", "id,name\nCT2,Ben\nCT1,Ana\n", "2 added CT1 \n3 added CT2 \n");
  kept_assert_text (store, "contact", "CT1", "name", "Ben");
  kept_assert_text (store, "contact", "CT2", "name", "Ana");
  close_shop (store);
}

/* Nor for one of a later part of the file. */
static void
test_new_ids_in_parts (void)
{
  static const char *const parts[][2] = {
    { "id,name\nCT2,Ben\n", "2 added CT1 \n" }, { "id,name\nCT1,Ana\n", "3 added CT2 \n" },
    { "id,name\nCT2,Cleo\n", "4 added CT3 \n" },
  };
  KontorStore *store = kept_open (":memory:");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const guint32 line = i + 2;
      const KontorImportPart how = { .locale = &dubai, .token = "one file", .lines = &line,
                                     .n_lines = 1 };
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) verdicts = kontor_import_part (store, &kept_owner,
                                                          kontor_kind_find ("contact"),
                                                          parts[i][0], &how, &error);

      g_assert_no_error (error);
      assert_verdicts (verdicts, parts[i][1]);
    }
  imports (store, "contact", "id,name\nCT2,Anna\n", "2 changed CT2 \n");
  kept_assert_text (store, "contact", "CT1", "name", "Ben");
  close_shop (store);
}

static void
test_kept_fields (void)
{
  KontorStore *store = open_shop ();
  g_autofree char *csv = NULL;

  kept_run (store, "UPDATE contact SET consent = 'opted-out', consent_at = 5");
  csv = export (store, "contact");
  imports (store, "contact", csv, "2 changed CT1 \n");
  imports (store, "contact", "id,consent\nCT1,opted-in\n",
           "2 refused  consent: is kept by Kontor itself\n");
  kept_assert_text (store, "contact", "CT1", "consent", "opted-out");
  imports (store, "contact", "name,consent,created\nBen,unknown,2020-01-01T00:00:00Z\n",
           "2 added CT2 Kontor keeps these itself, they were left out: created\n");
  /* Who said STOP is not made somebody who did not. */
  imports (store, "contact", "name,consent\nCleo,opted-out\n",
           "2 refused  consent: is kept by Kontor itself\n");
  close_shop (store);
}

static void
test_file (void)
{
  static const char *const files[][2] = {
    { "", "empty" },
    { "name,colour\nCut,red\n", "“colour”" },
    { "name,x-colour\nCut,red\n", "“x-colour”" },
    { "name\n\"Cut\n", "" },
  };
  KontorStore *store = open_shop ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) verdicts = kontor_import_csv (store, &kept_owner,
        kontor_kind_find ("service"), files[i][0], &dubai, FALSE, &error);

      g_assert_null (verdicts);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, files[i][1]));
      g_assert_false (kontor_store_is_busy (store));
    }
  g_assert_cmpint (kept_count (store, "service"), ==, 1);
  close_shop (store);
}

static void
test_rights (void)
{
  static const KontorActor sales = { "teammate", "TM2", KONTOR_ROLE_SALES, NULL };
  KontorStore *store = open_shop ();
  g_autoptr(GPtrArray) verdicts = import_as (store, &sales, "service", "code,name\ndye,Dye\n",
                                             FALSE);
  g_autoptr(GPtrArray) contacts = import_as (store, &sales, "contact", "name\nBen\n", FALSE);
  g_autoptr(GPtrArray) log = import_as (store, &kept_owner, "audit", "action\nbook\n", FALSE);

  assert_verdicts (verdicts, "2 refused  your role may not change a service\n");
  assert_verdicts (contacts, "2 added CT2 \n");
  assert_verdicts (log, "2 refused  audit entries are written by Kontor and never changed\n");
  close_shop (store);
}

static void
assert_travels (KontorStore *from, const char *kind)
{
  KontorStore *into = kept_open (":memory:");
  g_autofree char *there = export (from, kind);
  g_autoptr(GPtrArray) verdicts = import_as (into, &kept_owner, kind, there, FALSE);
  g_autoptr(GPtrArray) again = import_as (into, &kept_owner, kind, there, FALSE);
  g_autofree char *here = export (into, kind);

  for (guint i = 0; i < verdicts->len; i++)
    {
      g_assert_cmpstr (kontor_record_get_text (verdicts->pdata[i], "outcome"), ==, "added");
      g_assert_cmpstr (kontor_record_get_text (again->pdata[i], "outcome"), ==, "changed");
    }
  g_assert_cmpstr (here, ==, there);
  kontor_store_close (into);
}

static void
test_round_trip (void)
{
  KontorStore *store = open_shop ();

  kept_add (store, "contact", "{'name': <'Smith, “Jo”'>, 'notes': <'one\\n\"two\"; three'>}");
  kept_add (store, "contact", "{'name': <'=1+1'>, 'labels': <'@vip -5 +7'>}");
  kept_add (store, "contact", "{'name': <\"'quoted'\">, 'phone': <'+4915112345678'>}");
  kept_add (store, "service", "{'code': <'dye'>, 'name': <'Färben'>, 'duration': <int64 5400>,"
            " 'price': <(int64 9223372036854775807, 'KWD')>, 'active': <false>}");
  kept_add (store, "channel", "{'name': <'Try'>, 'kind': <'practice'>}");
  kept_add (store, "channel", "{'name': <'Line'>, 'kind': <'cloud'>, 'x-port': <int64 8080>,"
            " 'x-phone-number-id': <'0123'>}");
  assert_travels (store, "contact");
  assert_travels (store, "service");
  assert_travels (store, "channel");
  close_shop (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/every-row-has-its-verdict", test_verdicts);
  g_test_add_func ("/import/a-dry-run-says-the-same-and-changes-nothing", test_dry_run);
  g_test_add_func ("/import/a-dry-run-leaves-the-keyring-alone", test_dry_secret);
  g_test_add_func ("/import/a-row-changes-the-record-whose-id-it-has", test_by_id);
  g_test_add_func ("/import/a-new-record-never-takes-the-place-of-a-row-to-come", test_new_ids);
  g_test_add_func ("/import/an-id-of-another-computer-is-none-of-an-earlier-part",
                   test_new_ids_in_parts);
  g_test_add_func ("/import/what-kontor-keeps-itself-is-not-imported", test_kept_fields);
  g_test_add_func ("/import/a-file-that-is-wrong-as-a-whole-changes-nothing", test_file);
  g_test_add_func ("/import/rights-are-the-same-as-for-one-record", test_rights);
  g_test_add_func ("/import/what-is-exported-is-imported-as-it-was", test_round_trip);

  return g_test_run ();
}
