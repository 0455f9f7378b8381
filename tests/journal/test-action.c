/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to everything the business does: who may, with what, how often. */
#include "journal/action.h"

#include "base/clock.h"
#include "fakes/kept.h"
#include "journal/audit.h"

#define T0_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC) /* 2026-11-21 09:00 in Dubai */
#define BOOK "{'service': <'cut'>, 'contact': <'CT1'>," \
  " 'at': <('2026-11-23T10:00', 'Asia/Dubai', int64 1795413600000000)>}"
#define PAY "{'booking': <'BK000001'>, 'amount': <(int64 1000, 'AED')>}"

static const KontorActor seller = { "teammate", "TM2", KONTOR_ROLE_SELLER, NULL };
static const KontorActor office = { "teammate", "TM3", KONTOR_ROLE_SALES, NULL };
static const KontorActor ana = { "customer", "CT1", KONTOR_ROLE_CUSTOMER, "CT1" };
static const KontorActor ben = { "customer", "CT2", KONTOR_ROLE_CUSTOMER, "CT2" };
static const KontorActor nobody = { "customer", "CT3", KONTOR_ROLE_NONE, "CT3" };

static KontorStore *
open_shop (void)
{
  KontorStore *store = kept_open (":memory:");

  kontor_clock_set_us (T0_US);
  kept_add (store, "business", "{'name': <'Shop'>, 'zone': <'Asia/Dubai'>, 'currency': <'AED'>}");
  kept_add (store, "service", "{'code': <'cut'>, 'name': <'Cut'>, 'duration': <int64 3600>,"
            " 'capacity': <int64 3>, 'price': <(int64 2500, 'AED')>}");
  kept_add (store, "service-field", "{'code': <'cut.style'>, 'service': <'cut'>,"
            " 'name': <'style'>, 'title': <'Style'>, 'type': <'text'>, 'check': <'[a-z]+'>}");
  kept_add (store, "contact", "{'name': <'Ana'>}");
  kept_add (store, "contact", "{'name': <'Ben'>}");

  return store;
}

static void
close_shop (KontorStore *store)
{
  kontor_store_close (store);
  kontor_clock_reset ();
}

static GVariant *
try (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
     const char *once, GError **error)
{
  g_autoptr(GVariant) given = kept_make (arguments);

  return kontor_action_run (store, actor, action, given, once, error);
}

static GVariant *
must (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
      const char *once)
{
  g_autoptr(GError) error = NULL;
  GVariant *result = try (store, actor, action, arguments, once, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static void
does (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments)
{
  g_autoptr(GVariant) result = must (store, actor, action, arguments, NULL);

  g_assert_nonnull (kontor_record_get_text (result, "id"));
}

static void
refuses (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
         int code, const char *because)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) result = try (store, actor, action, arguments, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, KONTOR_ERROR, code);
  if (strstr (error->message, because) == NULL)
    g_test_fail_printf ("“%s” does not say “%s”", error->message, because);
}

static void
assert_last_entry (KontorStore *store, const char *actor, const char *action, const char *result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) log = kontor_records_query (store, kontor_kind_find ("audit"),
    &(KontorQuery) { .limit = 1, .descending = TRUE }, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (kontor_record_get_text (log->pdata[0], "actor"), ==, actor);
  g_assert_cmpstr (kontor_record_get_text (log->pdata[0], "action"), ==, action);
  g_assert_cmpstr (kontor_record_get_text (log->pdata[0], "result"), ==, result);
}

static void
test_tables (void)
{
  for (const KontorAction *const *action = kontor_actions_get_all (); *action != NULL; action++)
    {
      g_assert_true (kontor_action_find ((*action)->name) == *action);
      g_assert_nonnull ((*action)->title);
      g_assert_true ((*action)->of == NULL || kontor_kind_find ((*action)->of) != NULL);
      g_assert_true (kontor_action_may (*action, &kontor_actor_system));
      g_assert_false (kontor_action_may (*action, &nobody));
      for (const KontorField *field = (*action)->takes; field->name != NULL; field++)
        g_assert_true (field->type != KONTOR_FIELD_LINK || kontor_kind_find (field->of) != NULL);
    }
  g_assert_null (kontor_action_find ("rob-the-till"));
}

static void
test_roles (void)
{
  KontorStore *store = open_shop ();

  does (store, &office, "book", BOOK);
  refuses (store, &seller, "mark-paid", PAY, KONTOR_ERROR_NOT_ALLOWED, "not for this role");
  assert_last_entry (store, "teammate:TM2", "mark-paid", "refused");
  refuses (store, &ana, "mark-paid", PAY, KONTOR_ERROR_NOT_ALLOWED, "not for this role");
  refuses (store, &nobody, "book", BOOK, KONTOR_ERROR_NOT_ALLOWED, "not for this role");
  does (store, &office, "mark-paid", PAY);
  assert_last_entry (store, "teammate:TM3", "mark-paid", "done");
  close_shop (store);
}

static void
test_own (void)
{
  KontorStore *store = open_shop ();

  refuses (store, &ben, "book", BOOK, KONTOR_ERROR_NOT_ALLOWED, "not yours");
  does (store, &ana, "book", BOOK);
  refuses (store, &ben, "cancel-booking", "{'booking': <'BK000001'>}", KONTOR_ERROR_NOT_ALLOWED,
           "not yours");
  refuses (store, &ben, "cancel-booking", "{'booking': <'bk1'>}", KONTOR_ERROR_NOT_ALLOWED,
           "not yours");
  kept_assert_text (store, "booking", "BK000001", "state", "confirmed");
  does (store, &ana, "cancel-booking", "{'booking': <'BK000001'>}");
  kept_assert_text (store, "booking", "BK000001", "state", "cancelled");
  close_shop (store);
}

static void
test_arguments (void)
{
  KontorStore *store = open_shop ();

  refuses (store, &office, "rob-the-till", "@a{sv} {}", KONTOR_ERROR_NOT_FOUND, "rob-the-till");
  refuses (store, &office, "book", "@a{sv} {}", KONTOR_ERROR_BAD_INPUT,
           "service: is missing\ncontact: is missing\nat: is missing");
  refuses (store, &office, "book", "{'service': <'cut'>, 'contact': <'CT1'>, 'at': <'ten'>,"
           " 'places': <'two'>, 'discount': <int64 9>}", KONTOR_ERROR_BAD_INPUT,
           "at: is not a value of type time\nplaces: is not a value of type number\n"
           "discount: is not a field here");
  refuses (store, &office, "book", "{'service': <'cut'>, 'contact': <'CT1'>, 'x-style': <'BOB'>,"
           " 'at': <('2026-11-23T10:00', 'Asia/Dubai', int64 1795413600000000)>}",
           KONTOR_ERROR_BAD_INPUT, "x-style: “BOB”");
  refuses (store, &office, "book", "{'service': <'dye'>, 'contact': <'CT1'>,"
           " 'at': <('2026-11-23T10:00', 'Asia/Dubai', int64 1795413600000000)>}",
           KONTOR_ERROR_NOT_FOUND, "service: ");
  refuses (store, &office, "mark-paid", "{'booking': <'BK000009'>}", KONTOR_ERROR_NOT_FOUND,
           "booking: ");
  refuses (store, &ana, "book", "{'service': <'cut'>, 'contact': <int64 1>}",
           KONTOR_ERROR_BAD_INPUT, "contact: is not a value of type link");
  g_assert_cmpint (kept_count (store, "booking"), ==, 0);
  close_shop (store);
}

static void
test_once (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GVariant) booked = must (store, &ana, "book", BOOK, "wamid-1");
  g_autoptr(GVariant) again = NULL, cancelled = NULL, still = NULL, other = NULL;

  again = must (store, &ana, "book", BOOK, "wamid-1");
  g_assert_cmpvariant (booked, again);
  g_assert_cmpint (kept_count (store, "booking"), ==, 1);
  /* The first result, even where the booking went on since. */
  cancelled = must (store, &ana, "cancel-booking", "{'booking': <'BK000001'>}", NULL);
  still = must (store, &ana, "book", BOOK, "wamid-1");
  g_assert_cmpstr (kontor_record_get_text (still, "state"), ==, "confirmed");
  g_assert_cmpint (kept_count (store, "booking"), ==, 1);
  other = must (store, &ana, "book", BOOK, "wamid-2");
  g_assert_cmpstr (kontor_record_get_text (other, "id"), ==, "BK000002");
  close_shop (store);
}

/* Callers send dictionaries; what stands first in one means nothing. */
static void
test_once_order (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GVariant) first = must (store, &ana, "book", BOOK, "wamid-1");
  g_autoptr(GVariant) again = must (store, &ana, "book",
    "{'at': <('2026-11-23T10:00', 'Asia/Dubai', int64 1795413600000000)>,"
    " 'contact': <'CT1'>, 'service': <'cut'>}", "wamid-1");

  g_assert_cmpvariant (first, again);
  close_shop (store);
}

static void
refuses_once (KontorStore *store, const KontorActor *actor, const char *action,
              const char *arguments, const char *because)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) result = try (store, actor, action, arguments, "till-7", &error);

  g_assert_null (result);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, because));
}

static void
test_once_other (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GVariant) first = NULL;

  does (store, &ana, "book", BOOK);
  first = must (store, &office, "mark-paid", PAY, "till-7");
  refuses_once (store, &office, "mark-paid",
                "{'booking': <'BK000001'>, 'amount': <(int64 1500, 'AED')>}", "“till-7”");
  refuses_once (store, &office, "complete-booking", "{'booking': <'BK000001'>}", "“till-7”");
  refuses_once (store, &kept_owner, "mark-paid", PAY, "“till-7”");
  /* Whoever may not do it is not told either that it was done. */
  refuses_once (store, &seller, "mark-paid", PAY, "not for this role");
  g_assert_cmpint (kept_count (store, "ledger"), ==, 1);
  close_shop (store);
}

/* A name under which something was refused is still free. */
static void
test_once_refused (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) early = try (store, &office, "mark-paid", PAY, "till-7", &error);
  g_autoptr(GVariant) paid = NULL;

  g_assert_null (early);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  does (store, &ana, "book", BOOK);
  paid = must (store, &office, "mark-paid", PAY, "till-7");
  g_assert_cmpstr (kontor_record_get_text (paid, "payment"), ==, "part-paid");
  close_shop (store);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  if (!g_str_equal (kind, "audit"))
    (*(int *) data)++;
}

static void
test_leaves_nothing (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  gint64 timeline;
  int told = 0;

  does (store, &ana, "book", BOOK);
  timeline = kept_count (store, "timeline");
  kontor_store_watch (store, on_touched, &told);
  refuses (store, &office, "mark-paid",
           "{'booking': <'BK000001'>, 'amount': <(int64 9900, 'AED')>}", KONTOR_ERROR_NOT_ALLOWED,
           "more than is left");
  refuses (store, &office, "mark-paid",
           "{'booking': <'BK000001'>, 'amount': <(int64 100, 'EUR')>}", KONTOR_ERROR_BAD_INPUT,
           "AED");
  /* What fails after its work was done is taken back: the log cannot be written here. */
  kept_run (store, "CREATE TRIGGER full BEFORE INSERT ON audit WHEN NEW.result = 'done'"
            " BEGIN SELECT RAISE (ABORT, 'full'); END");
  g_assert_null (try (store, &office, "mark-paid", PAY, "till-7", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kept_count (store, "ledger"), ==, 0);
  g_assert_cmpint (kept_count (store, "timeline"), ==, timeline);
  kept_assert_text (store, "booking", "BK000001", "payment", "unpaid");
  g_assert_false (kontor_store_is_busy (store));
  g_assert_cmpint (told, ==, 0);
  close_shop (store);
}

static void
test_log (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) entry = NULL;
  gint64 before = kept_count (store, "audit");
  g_autofree char *id = g_strdup_printf ("AU%" G_GINT64_FORMAT, before + 1);

  does (store, &ana, "book", "{'service': <'cut'>, 'contact': <'CT1'>, 'note': <'Call my mother'>,"
        " 'at': <('2026-11-23T10:00', 'Asia/Dubai', int64 1795413600000000)>}");
  entry = kept_get (store, "audit", id);
  g_assert_cmpstr (kontor_record_get_text (entry, "object"), ==, "BK000001");
  g_assert_nonnull (strstr (kontor_record_get_text (entry, "how"), "2026-11-23"));
  g_assert_nonnull (strstr (kontor_record_get_text (entry, "how"), "\"note\":\"given\""));
  g_assert_null (strstr (kontor_record_get_text (entry, "how"), "mother"));
  g_assert_cmpint (kept_verify (store, &error), >, before);
  g_assert_no_error (error);
  close_shop (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/every-action-is-found-and-nobody-has-all-rights", test_tables);
  g_test_add_func ("/action/a-role-that-may-not-is-refused-and-the-log-knows", test_roles);
  g_test_add_func ("/action/a-customer-touches-nothing-of-anothers", test_own);
  g_test_add_func ("/action/each-wrong-argument-is-named", test_arguments);
  g_test_add_func ("/action/what-was-asked-once-is-done-once", test_once);
  g_test_add_func ("/action/once-knows-a-request-whatever-its-order", test_once_order);
  g_test_add_func ("/action/a-name-never-answers-for-another-request-or-person", test_once_other);
  g_test_add_func ("/action/what-was-refused-may-be-asked-again", test_once_refused);
  g_test_add_func ("/action/a-refusal-leaves-nothing-behind", test_leaves_nothing);
  g_test_add_func ("/action/what-was-done-is-logged-without-quoting-people", test_log);

  return g_test_run ();
}
