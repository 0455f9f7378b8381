/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of the business: found by their number, with the rights their record gives. */
#include "contacts/teammates.h"

#include "fakes/kept.h"

static void
assert_roles (KontorStore *store, const char *values, KontorRoles expected)
{
  g_autofree char *id = kept_save (store, "teammate", NULL, values);
  g_autoptr(GVariant) teammate = kept_get (store, "teammate", id);

  g_assert_cmpuint (kontor_teammate_get_roles (teammate), ==, expected);
}

static void
test_roles (void)
{
  KontorStore *store = kept_open (":memory:");

  assert_roles (store, "{'name': <'A'>}", KONTOR_ROLE_CUSTOMER);
  assert_roles (store, "{'name': <'B'>, 'manager': <true>}",
                KONTOR_ROLE_CUSTOMER | KONTOR_ROLE_MANAGER);
  assert_roles (store, "{'name': <'C'>, 'sales': <true>, 'field': <true>, 'manager': <false>}",
                KONTOR_ROLE_CUSTOMER | KONTOR_ROLE_SALES | KONTOR_ROLE_FIELD);
  assert_roles (store, "{'name': <'D'>, 'operations': <true>, 'seller': <true>}",
                KONTOR_ROLE_CUSTOMER | KONTOR_ROLE_OPERATIONS | KONTOR_ROLE_SELLER);
  assert_roles (store, "{'name': <'E'>, 'manager': <true>, 'active': <false>}", KONTOR_ROLE_NONE);
  kontor_store_close (store);
}

static void
assert_found (KontorStore *store, const char *phone, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) found = kontor_teammates_find_phone (store, phone, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found != NULL ? kontor_record_get_text (found, "id") : NULL, ==, expected);
}

static void
test_phone (void)
{
  KontorStore *store = kept_open (":memory:");

  kept_add (store, "teammate", "{'name': <'Layla'>, 'phone': <'+971500000091'>}");
  kept_add (store, "teammate", "{'name': <'João'>, 'phone': <'+5511987654321'>}");
  kept_add (store, "teammate", "{'name': <'No phone'>}");
  assert_found (store, "+971500000091", "TM1");
  assert_found (store, "+5511987654321", "TM2");
  assert_found (store, "+551187654321", "TM2");
  assert_found (store, "+971500000092", NULL);
  assert_found (store, "", NULL);
  kontor_store_close (store);
}

static void
test_left (void)
{
  KontorStore *store = kept_open (":memory:");

  kept_add (store, "teammate", "{'name': <'Layla'>, 'phone': <'+971500000091'>}");
  g_free (kept_save (store, "teammate", "TM1", "{'active': <false>}"));
  assert_found (store, "+971500000091", NULL);
  g_free (kept_save (store, "teammate", "TM1", "{'active': <true>}"));
  assert_found (store, "+971500000091", "TM1");
  kontor_store_close (store);
}

static void
test_one_number (void)
{
  KontorStore *store = kept_open (":memory:");
  g_autoptr(GError) error = NULL;
  g_autofree char *second = NULL;

  kept_add (store, "teammate", "{'name': <'Layla'>, 'phone': <'+971500000091'>}");
  second = kept_try (store, &kept_owner, "teammate", NULL,
                     "{'name': <'Omar'>, 'phone': <'+971500000091'>}", &error);
  g_assert_null (second);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpint (kept_count (store, "teammate"), ==, 1);
  kontor_store_close (store);
}

static void
assert_owner (KontorStore *store, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) owner = kontor_teammates_ensure_owner (store, "Layla", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (owner, "id"), ==, expected);
  g_assert_true (kontor_teammate_get_roles (owner) & KONTOR_ROLE_MANAGER);
}

static void
test_owner (void)
{
  KontorStore *store = kept_open (":memory:");

  kept_add (store, "teammate", "{'name': <'Omar'>, 'sales': <true>}");
  assert_owner (store, "TM2");
  kept_assert_text (store, "teammate", "TM2", "name", "Layla");
  assert_owner (store, "TM2");
  g_assert_cmpint (kept_count (store, "teammate"), ==, 2);
  /* Whoever sits at the desktop can always get in again. */
  g_free (kept_save (store, "teammate", "TM2", "{'active': <false>}"));
  assert_owner (store, "TM3");
  kontor_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/teammates/roles-are-a-set-and-a-customers-is-among-them", test_roles);
  g_test_add_func ("/teammates/a-number-tells-who-writes", test_phone);
  g_test_add_func ("/teammates/who-was-switched-off-is-a-customer", test_left);
  g_test_add_func ("/teammates/a-number-belongs-to-one", test_one_number);
  g_test_add_func ("/teammates/there-is-always-a-manager-at-the-desktop", test_owner);

  return g_test_run ();
}
