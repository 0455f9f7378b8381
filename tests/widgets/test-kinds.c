/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of record that nobody who wrote the window had heard of: it is found, listed, shown, added
 * and deleted, from what the daemon tells of it. Needs a display: run under Xvfb. */
#include "fake-daemon.h"
#include "palette.h"
#include "widgets/form-dialog.h"
#include "widgets/record-facts.h"
#include "widgets/records-dialog.h"

#include <adwaita.h>

#define KINDS \
  "([{'name': <'boat'>, 'title': <'Boat'>, 'plural': <'Boats'>, 'label': <'hull'>," \
  " 'writable': <true>, 'fields': <[" \
  "{'name': <'hull'>, 'type': <'text'>, 'title': <'Hull'>, 'required': <true>}," \
  "{'name': <'sails'>, 'type': <'number'>, 'title': <'Sails'>}," \
  "{'name': <'rig'>, 'type': <'choice'>, 'title': <'Rig'>," \
  " 'choices': <['sloop', 'ketch']>}," \
  "{'name': <'afloat'>, 'type': <'yes-no'>, 'title': <'Afloat'>}]>}],)"
#define BOATS \
  "([{'id': <'BO1'>, 'hull': <'Anna'>, 'sails': <int64 3>, 'rig': <'ketch'>, 'afloat': <true>}]," \
  " '')"
#define ACTIONS \
  "([{'name': <'launch'>, 'title': <'Launch'>, 'of': <'boat'>, 'arguments': <[" \
  "{'name': <'boat'>, 'type': <'link'>, 'title': <'Boat'>, 'of': <'boat'>," \
  " 'required': <true>}]>}],)"

static void
set_up (FakeDaemon *self, gconstpointer data)
{
  fake_daemon_open (self);
  fake_daemon_answer (self, "Kinds", KINDS);
  fake_daemon_answer (self, "List", ACTIONS);
  fake_daemon_answer (self, "Query boat", BOATS);
  fake_daemon_answer (self, "Get boat", "({'id': <'BO1'>, 'hull': <'Anna'>},)");
  fake_daemon_answer (self, "Save boat", "('BO2',)");
  fake_daemon_tell (self);
  fake_daemon_until (kontor_remote_house_find_kind (self->house, "boat") != NULL &&
                     kontor_remote_house_find_action (self->house, "launch") != NULL);
}

static void
tear_down (FakeDaemon *self, gconstpointer data)
{
  fake_daemon_close (self);
}

static void
test_palette (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *palette = GTK_WIDGET (kontor_palette_new (NULL, self->house));

  gtk_window_present (GTK_WINDOW (palette));
  g_assert_nonnull (fake_find (palette, GTK_TYPE_LABEL, "Boats"));
  g_assert_nonnull (fake_find (palette, GTK_TYPE_LABEL, "Launch…"));
  gtk_window_destroy (GTK_WINDOW (palette));
}

static void
test_list (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *dialog = kontor_records_dialog_open (NULL, self->house, "boat");

  fake_daemon_until (fake_find (dialog, GTK_TYPE_LABEL, "Anna") != NULL);
  g_assert_nonnull (fake_find (dialog, GTK_TYPE_LABEL, "Sails: 3 · Rig: Ketch · Afloat"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_facts (FakeDaemon *self, gconstpointer data)
{
  g_autoptr(KontorRemoteRecord) boat = kontor_remote_record_new (
    g_variant_new_parsed ("{'id': <'BO1'>, 'hull': <'Anna'>, 'rig': <'sloop'>}"));
  GtkWidget *facts = g_object_ref_sink (g_object_new (KONTOR_TYPE_RECORD_FACTS, NULL));

  kontor_record_facts_set_house (KONTOR_RECORD_FACTS (facts), self->house, "boat", NULL);
  kontor_record_facts_set_record (KONTOR_RECORD_FACTS (facts), boat);
  g_assert_nonnull (fake_find (facts, GTK_TYPE_LABEL, "Rig"));
  g_assert_nonnull (fake_find (facts, GTK_TYPE_LABEL, "Sloop"));
  g_assert_null (fake_find (facts, GTK_TYPE_LABEL, "Sails"));
  g_object_unref (facts);
}

static void
test_form (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (kontor_form_dialog_edit (
    gtk_window_new (), self->house, "boat", NULL));
  GtkWidget *hull = fake_find (form, ADW_TYPE_ENTRY_ROW, NULL);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (hull)), ==, "Hull");
  g_assert_nonnull (fake_find (form, GTK_TYPE_SWITCH, NULL));
  g_assert_nonnull (fake_find (form, ADW_TYPE_COMBO_ROW, NULL));
  gtk_editable_set_text (GTK_EDITABLE (hull), "Berta");
  g_signal_emit_by_name (fake_find (form, GTK_TYPE_BUTTON, "_Save"), "clicked");
  g_assert_cmpstr (fake_daemon_await (self, "Save"), ==, "Save ('boat', '', {'hull': <'Berta'>})");
}

/* What was removed is kept for its history; with one left, it is that. */
static void
test_removed (FakeDaemon *self, gconstpointer data)
{
  GtkWidget *form, *row;
  GListModel *offered;

  fake_daemon_answer (self, "Query boat",
                      "([{'id': <'BO1'>, 'hull': <'Anna'>},"
                      "  {'id': <'BO9'>, 'hull': <'Sunk'>, 'removed': <true>}], '')");
  form = GTK_WIDGET (kontor_form_dialog_act (gtk_window_new (), self->house, "launch",
                                             kontor_remote_no_options (), NULL));
  row = fake_find (form, ADW_TYPE_COMBO_ROW, NULL);
  offered = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  fake_daemon_until (g_list_model_get_n_items (offered) > 1);
  g_assert_cmpuint (g_list_model_get_n_items (offered), ==, 2);
  g_signal_emit_by_name (fake_find (form, GTK_TYPE_BUTTON, "Launch"), "clicked");
  g_assert_true (g_str_has_prefix (fake_daemon_await (self, "Run"),
                                   "Run ('launch', {'boat': <'BO1'>}, {"));
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (FakeDaemon *, gconstpointer); } cases[] = {
    { "/kinds/a-new-one-is-in-the-palette-with-what-can-be-done", test_palette },
    { "/kinds/its-records-are-listed-with-what-they-hold", test_list },
    { "/kinds/a-record-of-it-is-shown", test_facts },
    { "/kinds/its-form-asks-for-its-fields", test_form },
    { "/kinds/what-was-removed-is-not-offered", test_removed },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, FakeDaemon, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
