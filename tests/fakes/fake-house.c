/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fakes/fake-house.h"

#include <glib/gstdio.h>

#include "base/clock.h"
#include "compliance/consent.h"
#include "contacts/contacts.h"
#include "journal/keep.h"
#include "store/records.h"

const KontorActor fake_owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };
const KontorActor fake_assistant = { "assistant", NULL, KONTOR_ROLE_CUSTOMER, NULL };

void
fake_house_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

void
fake_house_later (gint64 seconds)
{
  kontor_clock_advance_us (seconds * G_USEC_PER_SEC);
  fake_house_settle ();
}

static void
open_house (FakeHouse *self)
{
  g_autoptr(GError) error = NULL;

  self->store = kontor_house_open_store (self->folder, FALSE, &error);
  g_assert_no_error (error);
  self->house = kontor_house_open (self->folder, self->store, NULL, &error);
  g_assert_no_error (error);
  self->line = (FakeChannel *) kontor_lines_find (self->house->lines, "CH2");
}

static void
set_up (FakeHouse *self, gconstpointer kind)
{
  g_autofree char *values = g_strdup_printf ("{'name': <'Line'>, 'kind': <'%s'>,"
                                             " 'quiet': <int64 0>}",
                                             kind != NULL ? (const char *) kind : "fake");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  kontor_clock_set_us (FAKE_NOON_US);
  self->folder = g_dir_make_tmp ("kontor-test-XXXXXX", &error);
  g_assert_no_error (error);
  open_house (self);
  id = fake_house_save (self, "channel", NULL, values);
  g_assert_cmpstr (id, ==, "CH2");
  self->line = FAKE_CHANNEL (kontor_lines_find (self->house->lines, "CH2"));
  fake_house_settle ();
}

void
fake_house_restart (FakeHouse *self)
{
  kontor_house_close (self->house);
  fake_house_settle ();
  open_house (self);
  fake_house_settle ();
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_remove (path);
}

static void
tear_down (FakeHouse *self, gconstpointer kind)
{
  kontor_house_close (self->house);
  fake_house_settle ();
  remove_tree (self->folder);
  g_free (self->folder);
  kontor_clock_reset ();
}

int
fake_house_run (int argc, char **argv, const FakeCase *cases)
{
  g_test_init (&argc, &argv, NULL);
  for (const FakeCase *one = cases; one->path != NULL; one++)
    g_test_add (one->path, FakeHouse, one->kind, set_up, one->run, tear_down);

  return g_test_run ();
}

char *
fake_house_save (FakeHouse *self, const char *kind, const char *id, const char *values)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) given = g_variant_parse (G_VARIANT_TYPE_VARDICT, values, NULL, NULL, &error);
  char *saved;

  g_assert_no_error (error);
  saved = kontor_keep_save (self->store, &fake_owner, kontor_kind_find (kind), id, given, &error);
  g_assert_no_error (error);

  return saved;
}

char *
fake_house_get (FakeHouse *self, const char *kind, const char *id, const char *field)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = kontor_records_get (self->store, kontor_kind_find (kind), id,
                                                   &error);
  const char *text;

  g_assert_no_error (error);
  text = kontor_record_get_text (record, field);

  return g_strdup (text != NULL ? text : "");
}

gint64
fake_house_converse (FakeHouse *self, const char *phone)
{
  g_autofree char *values = g_strdup_printf ("{'phone': <'%s'>}", phone);
  g_autoptr(GError) error = NULL;
  g_autofree char *contact = kontor_contacts_find_phone (self->store, phone, &error);
  gint64 id;

  if (contact == NULL)
    contact = fake_house_save (self, "contact", NULL, values);
  id = kontor_conversation_ensure (self->store, "CH2", contact, &error);
  g_assert_no_error (error);

  return id;
}

gint64
fake_house_say_as (FakeHouse *self, const KontorActor *actor, const char *phone, const char *text,
                   KontorSayFlags flags)
{
  g_autoptr(GError) error = NULL;
  gint64 id = kontor_outbox_say (self->store, actor, fake_house_converse (self, phone), text, flags,
                                 NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

gint64
fake_house_say (FakeHouse *self, const char *phone, const char *text)
{
  return fake_house_say_as (self, &fake_owner, phone, text, 0);
}

void
fake_house_stop (FakeHouse *self, const char *contact)
{
  g_autoptr(GError) error = NULL;

  kontor_consent_stop (self->store, &fake_owner, contact, "chat", &error);
  g_assert_no_error (error);
}

gint64
fake_house_count (FakeHouse *self, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (self->store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}

void
fake_house_assert_said (FakeHouse *self, const char *said)
{
  g_assert_cmpstr (fake_channel_get_said (self->line), ==, said);
}

void
fake_house_assert_state (FakeHouse *self, gint64 message, const char *state)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorSaid) said = kontor_messages_get (self->store, message, &error);
  g_autofree char *whole = NULL;

  g_assert_no_error (error);
  whole = said->reason != NULL ? g_strdup_printf ("%s: %s", said->state, said->reason)
                               : g_strdup (said->state);
  g_assert_cmpstr (whole, ==, state);
}
