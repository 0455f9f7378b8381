/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders and enquiries: their states as tables, and what the actions keep. */
#include "inbox/conversation.h"
#include "inbox/merge.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorActor owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };
static const KontorActor driver = { "teammate", "TM1", KONTOR_ROLE_FIELD, NULL };
static const KontorActor ana = { "customer", "CT1", KONTOR_ROLE_CUSTOMER, "CT1" };
static const KontorActor ben = { "customer", "CT2", KONTOR_ROLE_CUSTOMER, "CT2" };

static void
save (KontorStore *store, const char *kind, const char *values)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (values));
  g_autofree char *id = kontor_keep_save (store, &kontor_actor_system, kontor_kind_find (kind),
                                          NULL, given, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static KontorStore *
open_shop (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) key = kontor_seal_make_key ();
  KontorStore *store = kontor_store_open (":memory:", &error);

  g_assert_no_error (error);
  g_assert_true (kontor_store_set_key (store, key, &error));
  save (store, "business", "{'name': <'Shop'>, 'zone': <'Asia/Dhaka'>, 'currency': <'BDT'>}");
  save (store, "teammate", "{'name': <'Mina'>, 'phone': <'+8801700000001'>, 'manager': <true>}");
  save (store, "service", "{'code': <'copy'>, 'name': <'Copy'>, 'fulfilment': <'seller'>,"
        " 'price': <(int64 10000, 'BDT')>}");
  save (store, "service-field", "{'code': <'copy.number'>, 'service': <'copy'>,"
        " 'name': <'number'>, 'title': <'Number'>, 'type': <'text'>, 'check': <'[0-9]{10}'>,"
        " 'required': <true>}");
  save (store, "service", "{'code': <'trek'>, 'name': <'Trek'>, 'fulfilment': <'departure'>}");
  save (store, "service-field", "{'code': <'trek.people'>, 'service': <'trek'>,"
        " 'name': <'people'>, 'title': <'People'>, 'type': <'number'>, 'required': <true>}");
  save (store, "contact", "{'name': <'Ana'>}");
  save (store, "contact", "{'name': <'Ben'>}");

  return store;
}

static GVariant *
act (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
     GError **error)
{
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (arguments));

  return kontor_action_run (store, actor, action, given, NULL, error);
}

static void
do_it (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
       const char *state)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = act (store, actor, action, arguments, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (record, "state"), ==, state);
}

static void
refuse (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
        KontorError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (act (store, actor, action, arguments, &error));
  g_assert_error (error, KONTOR_ERROR, (int) code);
}

static void
order_copy (KontorStore *store)
{
  do_it (store, &ana, "place-order",
         "{'service': <'copy'>, 'contact': <'CT1'>, 'x-number': <'1234567890'>}", "received");
}

static char **
states_of (const KontorStates *states)
{
  const KontorKind *kind = kontor_kind_find (states->kind);

  return g_strsplit (kontor_fields_find (kind->fields, "state")->choices, "|", -1);
}

/* What is not in a table cannot be done, for every state and every action of the kind. */
static void
check_table (const KontorStates *states)
{
  g_auto(GStrv) names = states_of (states);

  for (const KontorStep *step = states->steps; step->from != NULL; step++)
    {
      g_assert_true (g_strv_contains ((const char *const *) names, step->from));
      g_assert_true (g_strv_contains ((const char *const *) names, step->to));
      g_assert_nonnull (kontor_action_find (step->action));
      g_assert_cmpuint (step->roles, !=, 0);
      g_assert_true (states->texts != NULL || step->told == KONTOR_TOLD_NOBODY);
      for (const KontorStep *other = step + 1; other->from != NULL; other++)
        g_assert_false (g_str_equal (step->from, other->from) &&
                        g_str_equal (step->action, other->action));
    }
  for (guint i = 0; states->open[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) names, states->open[i]));
}

static void
test_tables (void)
{
  check_table (&kontor_booking_states);
  check_table (&kontor_order_states);
  check_table (&kontor_lead_states);
}

static void
test_ends (void)
{
  static const char *const ends[] = { "completed", "cancelled", "invalid", "deleted" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (const KontorStep *step = kontor_order_states.steps; step->from != NULL; step++)
      {
        g_autoptr(GError) error = NULL;

        g_assert_null (kontor_states_find_step (&kontor_order_states, ends[i], step->action,
                                                &error));
        g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
      }
}

static void
test_order (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) order = NULL;
  const char *currency;
  gint64 minor;

  order_copy (store);
  do_it (store, &owner, "start-order", "{'order': <'OR1'>}", "in-progress");
  do_it (store, &owner, "complete-order", "{'order': <'or01'>}", "completed");
  order = kontor_records_get (store, kontor_kind_find ("order"), "OR1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (order, "assignee"), ==, "TM1");
  g_assert_cmpstr (kontor_record_get_text (order, "x-number"), ==, "1234567890");
  g_assert_cmpstr (kontor_record_get_text (order, "source"), ==, "customer");
  g_assert_cmpstr (kontor_record_get_text (order, "payment"), ==, "unpaid");
  g_assert_true (kontor_record_get_money (order, "price", &minor, &currency));
  g_assert_cmpint (minor, ==, 10000);
  kontor_store_close (store);
}

static void
test_wrong_steps (void)
{
  KontorStore *store = open_shop ();

  order_copy (store);
  refuse (store, &owner, "complete-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &owner, "start-order", "{'order': <'OR1'>}", "in-progress");
  refuse (store, &owner, "start-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ana, "cancel-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ana, "change-order", "{'order': <'OR1'>, 'x-number': <'1111111111'>}",
          KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &owner, "complete-order", "{'order': <'OR1'>}", "completed");
  refuse (store, &owner, "delete-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  order_copy (store);
  do_it (store, &owner, "invalidate-order", "{'order': <'OR2'>, 'reason': <'no such number'>}",
         "invalid");
  refuse (store, &owner, "start-order", "{'order': <'OR2'>}", KONTOR_ERROR_NOT_ALLOWED);
  kontor_store_close (store);
}

static void
test_whose (void)
{
  KontorStore *store = open_shop ();

  order_copy (store);
  refuse (store, &ben, "cancel-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ben, "change-order", "{'order': <'OR1'>, 'places': <int64 2>}",
          KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ana, "start-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &driver, "start-order", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &ana, "cancel-order", "{'order': <'OR1'>}", "cancelled");
  do_it (store, &ana, "cancel-order", "{'order': <'OR1'>}", "cancelled");
  kontor_store_close (store);
}

static void
test_fields (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) order = NULL;
  gint64 minor;
  const char *currency;

  refuse (store, &ana, "place-order", "{'service': <'copy'>, 'contact': <'CT1'>}",
          KONTOR_ERROR_BAD_INPUT);
  refuse (store, &ana, "place-order",
          "{'service': <'copy'>, 'contact': <'CT1'>, 'x-number': <'12'>}", KONTOR_ERROR_BAD_INPUT);
  refuse (store, &ana, "place-order", "{'service': <'copy'>, 'contact': <'CT1'>,"
          " 'x-number': <'1234567890'>, 'places': <int64 0>}", KONTOR_ERROR_BAD_INPUT);
  order_copy (store);
  refuse (store, &ana, "change-order", "{'order': <'OR1'>, 'x-number': <'12'>}",
          KONTOR_ERROR_BAD_INPUT);
  do_it (store, &ana, "change-order", "{'order': <'OR1'>, 'x-number': <'0987654321'>,"
         " 'places': <int64 3>}", "received");
  order = kontor_records_get (store, kontor_kind_find ("order"), "OR1", &error);
  g_assert_cmpstr (kontor_record_get_text (order, "x-number"), ==, "0987654321");
  g_assert_true (kontor_record_get_money (order, "price", &minor, &currency));
  g_assert_cmpint (minor, ==, 30000);
  kontor_store_close (store);
}

static void
test_fulfilment (void)
{
  KontorStore *store = open_shop ();

  refuse (store, &ana, "place-order",
          "{'service': <'trek'>, 'contact': <'CT1'>, 'x-people': <int64 2>}",
          KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ana, "book", "{'service': <'copy'>, 'contact': <'CT1'>,"
          " 'x-number': <'1234567890'>,"
          " 'at': <('2026-11-21T10:00', 'Asia/Dhaka', int64 1795233600000000)>}",
          KONTOR_ERROR_NOT_ALLOWED);
  kontor_store_close (store);
}

static void
test_payment (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) part = NULL, whole = NULL;

  order_copy (store);
  part = act (store, &owner, "mark-order-paid",
              "{'order': <'OR1'>, 'amount': <(int64 4000, 'BDT')>}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (part, "payment"), ==, "part-paid");
  refuse (store, &owner, "mark-order-paid",
          "{'order': <'OR1'>, 'amount': <(int64 7000, 'BDT')>}", KONTOR_ERROR_NOT_ALLOWED);
  whole = act (store, &owner, "mark-order-paid", "{'order': <'OR1'>}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (whole, "payment"), ==, "paid");
  refuse (store, &ana, "mark-order-paid", "{'order': <'OR1'>}", KONTOR_ERROR_NOT_ALLOWED);
  kontor_store_close (store);
}

static void
test_once (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (
        "{'service': <'copy'>, 'contact': <'CT1'>, 'x-number': <'1234567890'>}"));
      g_autoptr(GVariant) order = kontor_action_run (store, &ana, "place-order", given,
                                                     "place-order/7", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (kontor_record_get_text (order, "id"), ==, "OR1");
    }
  kontor_store_close (store);
}

static void
test_lead (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) lead = NULL;

  do_it (store, &ana, "open-lead", "{'service': <'trek'>, 'contact': <'CT1'>}", "new");
  do_it (store, &ana, "change-lead", "{'lead': <'LD1'>, 'x-people': <int64 2>}", "new");
  refuse (store, &ben, "change-lead", "{'lead': <'LD1'>, 'x-people': <int64 9>}",
          KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &owner, "reopen-lead", "{'lead': <'LD1'>}", KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &owner, "contact-lead", "{'lead': <'LD1'>}", "contacted");
  refuse (store, &owner, "contact-lead", "{'lead': <'LD1'>}", KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &owner, "lose-lead", "{'lead': <'LD1'>}", KONTOR_ERROR_BAD_INPUT);
  refuse (store, &ana, "lose-lead", "{'lead': <'LD1'>, 'reason': <'x'>}",
          KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &owner, "lose-lead", "{'lead': <'LD1'>, 'reason': <'too dear'>}", "lost");
  refuse (store, &ana, "change-lead", "{'lead': <'LD1'>, 'x-people': <int64 3>}",
          KONTOR_ERROR_NOT_ALLOWED);
  do_it (store, &owner, "reopen-lead", "{'lead': <'LD1'>}", "new");
  lead = kontor_records_get (store, kontor_kind_find ("lead"), "ld1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (lead, "owner"), ==, "TM1");
  g_assert_cmpstr (kontor_record_get_text (lead, "reason"), ==, "too dear");
  g_assert_cmpint (kontor_record_get_int (lead, "x-people", 0), ==, 2);
  kontor_store_close (store);
}

static void
test_timeline (void)
{
  static const char *const expected[] = { "ordered", "changed", "in-progress", "completed" };
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) filter = g_variant_ref_sink (g_variant_new_parsed (
    "{'subject-kind': <'order'>, 'subject': <'OR1'>}"));
  g_autoptr(GPtrArray) events = NULL;

  order_copy (store);
  do_it (store, &ana, "change-order", "{'order': <'OR1'>, 'note': <'in haste'>}", "received");
  do_it (store, &owner, "start-order", "{'order': <'OR1'>}", "in-progress");
  do_it (store, &owner, "complete-order", "{'order': <'OR1'>}", "completed");
  events = kontor_records_query (store, kontor_kind_find ("timeline"),
                                 &(KontorQuery) { .filter = filter }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (kontor_record_get_text (events->pdata[i], "event"), ==, expected[i]);
  kontor_store_close (store);
}

static void
test_merge (void)
{
  KontorStore *store = open_shop ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) order = NULL;
  gint64 first, second;

  save (store, "channel", "{'name': <'Practice'>, 'kind': <'practice'>}");
  first = kontor_conversation_ensure (store, "CH1", "CT1", &error);
  second = kontor_conversation_ensure (store, "CH1", "CT2", &error);
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, 1);
  g_assert_cmpint (second, ==, 2);
  do_it (store, &ana, "place-order", "{'service': <'copy'>, 'contact': <'CT1'>,"
         " 'x-number': <'1234567890'>, 'conversation': <int64 1>}", "received");
  g_assert_true (kontor_store_begin (store, &error));
  kontor_merge_contacts (store, &kontor_actor_system, "CT1", "CT2", "line", &error);
  g_assert_no_error (error);
  g_assert_true (kontor_store_commit (store, &error));
  order = kontor_records_get (store, kontor_kind_find ("order"), "OR1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (order, "contact"), ==, "CT2");
  g_assert_cmpint (kontor_record_get_int (order, "conversation", 0), ==, 2);
  kontor_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/states/a-step-leads-from-a-state-to-a-state-by-an-action", test_tables);
  g_test_add_func ("/states/nothing-leads-out-of-an-end-of-an-order", test_ends);
  g_test_add_func ("/order/it-is-received-begun-and-completed", test_order);
  g_test_add_func ("/order/a-wrong-step-is-refused", test_wrong_steps);
  g_test_add_func ("/order/others-have-no-hand-in-it", test_whose);
  g_test_add_func ("/order/what-the-service-collects-is-checked", test_fields);
  g_test_add_func ("/order/only-what-sellers-do-is-ordered", test_fulfilment);
  g_test_add_func ("/order/the-ledger-says-what-is-paid", test_payment);
  g_test_add_func ("/order/under-one-name-it-is-placed-once", test_once);
  g_test_add_func ("/order/its-timeline-tells-each-step-once", test_timeline);
  g_test_add_func ("/order/it-goes-along-when-two-contacts-are-one", test_merge);
  g_test_add_func ("/lead/it-is-followed-up-lost-and-reopened", test_lead);

  return g_test_run ();
}
