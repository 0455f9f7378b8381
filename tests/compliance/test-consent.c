/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who said STOP is not written to. tests/turns/stop.turn has the dialogue. */
#include "compliance/consent.h"

#include "base/clock.h"
#include "fakes/kept.h"

#define T0_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC)

static const KontorActor ana = { "customer", "CT1", KONTOR_ROLE_CUSTOMER, "CT1" };

static KontorStore *
open_contacts (void)
{
  KontorStore *store = kept_open (":memory:");

  kontor_clock_set_us (T0_US);
  kept_add (store, "contact", "{'name': <'Ana'>}");
  kept_add (store, "contact", "{'name': <'Ben'>}");

  return store;
}

static void
close_contacts (KontorStore *store)
{
  kontor_store_close (store);
  kontor_clock_reset ();
}

static void
says (KontorStore *store, gboolean stop, const char *source)
{
  g_autoptr(GError) error = NULL;

  kontor_clock_advance_us (G_USEC_PER_SEC);
  g_assert_true (stop ? kontor_consent_stop (store, &ana, "CT1", source, &error)
                 : kontor_consent_start (store, &ana, "CT1", source, &error));
  g_assert_no_error (error);
}

static void
assert_consent (KontorStore *store, const char *consent, gint64 at_us, const char *source)
{
  g_autoptr(GVariant) record = kept_get (store, "contact", "CT1");

  g_assert_cmpstr (kontor_record_get_text (record, "consent"), ==, consent);
  g_assert_cmpint (kontor_record_get_int (record, "consent-at", 0), ==, at_us);
  g_assert_cmpstr (kontor_record_get_text (record, "consent-source"), ==, source);
}

static void
test_stop (void)
{
  KontorStore *store = open_contacts ();

  g_assert_false (kontor_consent_is_stopped (store, "CT1"));
  says (store, TRUE, "chat");
  g_assert_true (kontor_consent_is_stopped (store, "CT1"));
  g_assert_false (kontor_consent_is_stopped (store, "CT2"));
  assert_consent (store, "opted-out", T0_US + G_USEC_PER_SEC, "chat");
  says (store, FALSE, "form");
  g_assert_false (kontor_consent_is_stopped (store, "CT1"));
  assert_consent (store, "opted-in", T0_US + 2 * G_USEC_PER_SEC, "form");
  says (store, TRUE, "chat");
  g_assert_true (kontor_consent_is_stopped (store, "CT1"));
  close_contacts (store);
}

/* What counts is when it was said first, and the log holds it once. */
static void
test_again (void)
{
  KontorStore *store = open_contacts ();
  gint64 log, timeline;

  says (store, TRUE, "chat");
  log = kept_count (store, "audit");
  timeline = kept_count (store, "timeline");
  says (store, TRUE, "form");
  assert_consent (store, "opted-out", T0_US + G_USEC_PER_SEC, "chat");
  g_assert_cmpint (kept_count (store, "audit"), ==, log);
  g_assert_cmpint (kept_count (store, "timeline"), ==, timeline);
  says (store, FALSE, "chat");
  says (store, FALSE, "form");
  assert_consent (store, "opted-in", T0_US + 3 * G_USEC_PER_SEC, "chat");
  g_assert_cmpint (kept_count (store, "audit"), ==, log + 1);
  close_contacts (store);
}

static void
test_told (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GVariant) entry = NULL, event = NULL;

  says (store, TRUE, "chat");
  entry = kept_get (store, "audit", "AU3");
  g_assert_cmpstr (kontor_record_get_text (entry, "actor"), ==, "customer:CT1");
  g_assert_cmpstr (kontor_record_get_text (entry, "action"), ==, "opted-out");
  g_assert_cmpstr (kontor_record_get_text (entry, "object"), ==, "CT1");
  event = kept_get (store, "timeline", "TL3");
  g_assert_cmpstr (kontor_record_get_text (event, "event"), ==, "opted-out");
  close_contacts (store);
}

static void
test_unknown (void)
{
  KontorStore *store = open_contacts ();
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_consent_is_stopped (store, "CT9"));
  g_assert_false (kontor_consent_stop (store, &ana, "CT9", "chat", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  kept_run (store, "DROP TABLE identifier");
  kept_run (store, "ALTER TABLE contact RENAME TO elsewhere");
  g_assert_true (kontor_consent_is_stopped (store, "CT2"));
  close_contacts (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consent/stop-holds-until-start", test_stop);
  g_test_add_func ("/consent/saying-it-again-changes-nothing", test_again);
  g_test_add_func ("/consent/who-said-it-and-when-is-told", test_told);
  g_test_add_func ("/consent/in-doubt-nobody-is-written-to", test_unknown);

  return g_test_run ();
}
