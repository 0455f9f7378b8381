/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that links a phone follows its line. Needs a display: run under Xvfb. */
#include "channels/link-dialog.h"
#include "fake-daemon.h"
#include "widgets/qr-code.h"

static KontorRemoteRecord *
make_channel (const char *state, const char *facts)
{
  g_autofree char *text = g_strdup_printf ("{'id': <'CH2'>, 'state': <'%s'>, 'facts': <%s>}", state,
                                           facts);

  return kontor_remote_record_new (g_variant_new_parsed (text));
}

static void
tell (KontorRemoteRecord *channel, const char *state, const char *facts)
{
  g_autoptr(KontorRemoteRecord) other = make_channel (state, facts);

  kontor_remote_record_set_values (channel, kontor_remote_record_get_values (other));
}

static GtkWidget *
open_at_own_risk (KontorRemoteRecord *channel)
{
  GtkWidget *dialog = kontor_link_dialog_open (NULL, NULL, channel);
  GtkWidget *agree = fake_find (dialog, GTK_TYPE_BUTTON, "_Link at My Own Risk");

  g_assert_nonnull (agree);
  g_signal_emit_by_name (agree, "clicked");

  return dialog;
}

static void
test_risk (void)
{
  g_autoptr(KontorRemoteRecord) channel = make_channel (
    "connecting", "{'link-qr': <'2@abc'>, 'link-code': <'ABCDEFGH'>}");
  GtkWidget *dialog = kontor_link_dialog_open (NULL, NULL, channel);

  g_assert_nonnull (fake_find (dialog, GTK_TYPE_LABEL, "At Your Own Risk"));
  g_assert_null (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  tell (channel, "connecting", "{'link-qr': <'2@def'>, 'link-code': <'ABCDEFGH'>}");
  g_assert_null (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  g_assert_null (fake_find (dialog, GTK_TYPE_LABEL, "ABCD-EFGH"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_codes (void)
{
  g_autoptr(KontorRemoteRecord) channel = make_channel ("connecting", "@a{sv} {}");
  GtkWidget *dialog = open_at_own_risk (channel);

  g_assert_nonnull (fake_find (dialog, GTK_TYPE_SPINNER, NULL));
  g_assert_null (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  tell (channel, "connecting", "{'link-qr': <'2@abc,def'>}");
  g_assert_nonnull (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  g_assert_null (fake_find (dialog, GTK_TYPE_LABEL, "ABCD-EFGH"));
  tell (channel, "connecting", "{'link-qr': <'2@ghi,jkl'>, 'link-code': <'ABCDEFGH'>}");
  g_assert_nonnull (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  g_assert_nonnull (fake_find (dialog, GTK_TYPE_LABEL, "ABCD-EFGH"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_over (void)
{
  g_autoptr(KontorRemoteRecord) channel = make_channel ("connecting", "{'link-qr': <'2@abc'>}");
  GtkWidget *dialog = open_at_own_risk (channel);

  g_assert_null (fake_find (dialog, ADW_TYPE_STATUS_PAGE, NULL));
  tell (channel, "logged-out", "{'link-over': <'Nobody read it & it is gone.'>}");
  g_assert_null (fake_find (dialog, KONTOR_TYPE_QR_CODE, NULL));
  g_assert_nonnull (fake_find (dialog, GTK_TYPE_LABEL, "Nobody read it & it is gone."));
  tell (channel, "connecting", "@a{sv} {}");
  g_assert_nonnull (fake_find (dialog, GTK_TYPE_SPINNER, NULL));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_destroyed (gpointer data, GObject *dialog)
{
  *(gboolean *) data = TRUE;
}

static void
test_linked (void)
{
  g_autoptr(KontorRemoteRecord) channel = make_channel ("connecting", "{'link-qr': <'2@abc'>}");
  GtkWidget *dialog = open_at_own_risk (channel);
  gboolean is_gone = FALSE;

  g_object_weak_ref (G_OBJECT (dialog), on_destroyed, &is_gone);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_false (is_gone);
  tell (channel, "connected", "@a{sv} {}");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_true (is_gone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/link-dialog/shows-no-code-before-the-risk-is-taken", test_risk);
  g_test_add_func ("/link-dialog/shows-what-the-line-tells", test_codes);
  g_test_add_func ("/link-dialog/tells-why-no-code-is-shown-any-more", test_over);
  g_test_add_func ("/link-dialog/goes-when-the-line-is-linked", test_linked);

  return g_test_run ();
}
