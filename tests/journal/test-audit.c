/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever changes the log behind Kontor's back is found out. */
#include "journal/audit.h"

#include "base/clock.h"
#include "fakes/kept.h"

#define T0_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC)

static void
write_entry (KontorStore *store, const char *action, const char *object, const char *how)
{
  g_autoptr(GError) error = NULL;

  kontor_clock_advance_us (G_USEC_PER_SEC);
  kontor_audit_write (store, &kept_owner, action, "booking", object, how, "done", &error);
  g_assert_no_error (error);
}

static KontorStore *
open_log (void)
{
  KontorStore *store = kept_open (":memory:");

  kontor_clock_set_us (T0_US);
  write_entry (store, "book", "BK000001", "{\"at\":[null,\"2026-11-21\"]}");
  write_entry (store, "mark-paid", "BK000001", NULL);
  write_entry (store, "book", "BK000002", "{}");
  write_entry (store, "cancel-booking", "BK000002", "");
  write_entry (store, "cancel-booking", NULL, NULL);

  return store;
}

static void
close_log (KontorStore *store)
{
  kontor_store_close (store);
  kontor_clock_reset ();
}

static void
assert_names (KontorStore *store, const char *because)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (kept_verify (store, &error), ==, -1);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  if (strstr (error->message, because) == NULL)
    g_test_fail_printf ("“%s” does not say “%s”", error->message, because);
}

static void
test_untouched (void)
{
  g_autoptr(GError) error = NULL;
  KontorStore *empty = kept_open (":memory:");
  KontorStore *store = open_log ();

  g_assert_cmpint (kept_verify (empty, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (kept_verify (store, &error), ==, 5);
  g_assert_no_error (error);
  kontor_store_close (empty);
  close_log (store);
}

static const struct {
  const char *sql;
  const char *named;
} changes[] = {
  { "UPDATE audit SET at = at + 1 WHERE id = 2", "AU2" },
  { "UPDATE audit SET actor = 'teammate:TM2' WHERE id = 1", "AU1" },
  { "UPDATE audit SET action = 'complete-booking' WHERE id = 2", "AU2" },
  { "UPDATE audit SET object_kind = 'order' WHERE id = 3", "AU3" },
  { "UPDATE audit SET object = 'BK000001' WHERE id = 3", "AU3" },
  { "UPDATE audit SET how = '{ }' WHERE id = 3", "AU3" },
  { "UPDATE audit SET how = NULL WHERE id = 4", "AU4" },
  { "UPDATE audit SET object = '' WHERE id = 5", "AU5" },
  { "UPDATE audit SET result = 'refused' WHERE id = 4", "AU4" },
  { "UPDATE audit SET hash = (SELECT hash FROM audit WHERE id = 1) WHERE id = 3", "AU3" },
  /* A part that moves into the next one. */
  { "UPDATE audit SET action = 'boo', object_kind = 'kbooking' WHERE id = 1", "AU1" },
};

static void
test_changed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      KontorStore *store = open_log ();

      kept_run (store, changes[i].sql);
      assert_names (store, changes[i].named);
      close_log (store);
    }
}

static const struct {
  const char *sql;
  const char *named;
} removals[] = {
  { "DELETE FROM audit WHERE id = 1", "AU2" },
  { "DELETE FROM audit WHERE id = 3", "AU4" },
  { "DELETE FROM audit WHERE id = 5", "AU5" },
  { "DELETE FROM audit WHERE id > 2", "ends with AU2, and what was written last is AU5" },
  { "DELETE FROM audit", "AU5" },
};

static void
test_removed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      KontorStore *store = open_log ();

      kept_run (store, removals[i].sql);
      assert_names (store, removals[i].named);
      close_log (store);
    }
}

/* The next entry does not heal what was cut off before it. */
static void
test_removed_before (void)
{
  KontorStore *store = open_log ();

  kept_run (store, "DELETE FROM audit WHERE id = 5");
  write_entry (store, "book", "BK000003", NULL);
  assert_names (store, "AU5");
  close_log (store);
}

static void
test_inserted (void)
{
  KontorStore *store = open_log ();

  kept_run (store, "UPDATE audit SET id = id + 10 WHERE id > 2");
  kept_run (store, "INSERT INTO audit SELECT 3, at, actor, action, object_kind, object, how,"
            " result, hash FROM audit WHERE id = 2");
  assert_names (store, "AU3");
  close_log (store);
}

static void
test_swapped (void)
{
  KontorStore *store = open_log ();

  kept_run (store, "UPDATE audit SET id = 9 WHERE id = 3");
  kept_run (store, "UPDATE audit SET id = 3 WHERE id = 4");
  kept_run (store, "UPDATE audit SET id = 4 WHERE id = 9");
  assert_names (store, "AU3");
  close_log (store);
}

static void
test_forged (void)
{
  KontorStore *store = open_log ();

  kept_run (store, "DELETE FROM audit");
  kept_run (store, "INSERT INTO audit VALUES (1, 1, 'a', 'b', 'c', NULL, NULL, 'done', '')");
  assert_names (store, "AU1");
  kept_run (store, "DELETE FROM audit");
  kept_run (store, "UPDATE meta SET value = x'0102' WHERE name = 'audit-end'");
  assert_names (store, "the end of the audit log");
  close_log (store);
}

static void
test_undone (void)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = open_log ();

  g_assert_true (kontor_store_begin (store, &error));
  write_entry (store, "book", "BK000009", NULL);
  kontor_store_undo (store);
  g_assert_cmpint (kept_verify (store, &error), ==, 5);
  write_entry (store, "book", "BK000010", NULL);
  g_assert_cmpint (kept_verify (store, &error), ==, 6);
  g_assert_no_error (error);
  close_log (store);
}

static void
assert_described (const char *old, const char *values, const char *expected)
{
  static const KontorField fields[] = {
    { "name", KONTOR_FIELD_TEXT }, { "phone", KONTOR_FIELD_PHONE },
    { "token", KONTOR_FIELD_SECRET }, { "files", KONTOR_FIELD_ATTACHMENTS },
    { "price", KONTOR_FIELD_MONEY }, { "count", KONTOR_FIELD_NUMBER },
    { "state", KONTOR_FIELD_CHOICE }, { NULL }
  };
  g_autoptr(GVariant) before = old != NULL ? kept_make (old) : NULL;
  g_autoptr(GVariant) given = kept_make (values);
  g_autofree char *how = kontor_audit_describe (fields, before, given);

  g_assert_cmpstr (how, ==, expected);
}

static void
test_described (void)
{
  assert_described (NULL, "{'name': <'Ana'>, 'count': <int64 3>}",
                    "{\"name\":\"given\",\"count\":[null,\"3\"]}");
  assert_described ("{'price': <(int64 1200, 'EUR')>, 'state': <'open'>}",
                    "{'price': <(int64 1500, 'EUR')>, 'state': <'open'>}",
                    "{\"price\":[\"12.00 EUR\",\"15.00 EUR\"]}");
  assert_described ("{'name': <'Ana'>, 'phone': <'+971501234567'>, 'x-flight': <'EK203'>}",
                    "{'name': <'Anna'>, 'phone': <'+971501234568'>, 'x-flight': <'EK204'>,"
                    " 'token': <'s3cret'>, 'files': <['F1']>}",
                    "{\"name\":\"changed\",\"phone\":\"changed\",\"x-flight\":\"changed\","
                    "\"token\":\"given\",\"files\":\"given\"}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit/an-untouched-log-is-whole", test_untouched);
  g_test_add_func ("/audit/whatever-is-changed-in-an-entry-is-named", test_changed);
  g_test_add_func ("/audit/an-entry-that-is-gone-is-missed", test_removed);
  g_test_add_func ("/audit/what-is-gone-stays-missed-when-work-goes-on", test_removed_before);
  g_test_add_func ("/audit/an-entry-that-was-put-in-is-named", test_inserted);
  g_test_add_func ("/audit/the-order-cannot-be-changed", test_swapped);
  g_test_add_func ("/audit/the-end-of-the-log-cannot-be-forged", test_forged);
  g_test_add_func ("/audit/work-that-was-undone-leaves-no-entry-and-no-gap", test_undone);
  g_test_add_func ("/audit/people-are-named-but-never-quoted", test_described);

  return g_test_run ();
}
