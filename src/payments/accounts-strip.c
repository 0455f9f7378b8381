/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/accounts-strip.h"

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/pill.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorAccountsStrip
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  KontorRemoteList  *accounts;
  GtkBox            *cards;
};

G_DEFINE_FINAL_TYPE (KontorAccountsStrip, kontor_accounts_strip, ADW_TYPE_BIN)

static void
on_card (GtkButton *button, gpointer data)
{
  KontorAccountsStrip *self =
    KONTOR_ACCOUNTS_STRIP (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                    KONTOR_TYPE_ACCOUNTS_STRIP));

  kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "payment-account", data);
}

static GtkWidget *
make_pill (const char *choice)
{
  GtkWidget *pill = gtk_label_new (NULL);

  kontor_pill_show (GTK_LABEL (pill), choice);

  return pill;
}

/* What the gateway said of the keys, and when. */
static char *
dup_standing (KontorRemoteRecord *account)
{
  const char *reason = kontor_remote_record_get_text (account, "reason");
  gint64 checked_us = kontor_remote_record_get_int (account, "checked");
  g_autofree char *since = NULL;

  if (!kontor_remote_record_get_yes (account, "active"))
    return g_strdup (_("Switched off"));
  if (*reason != '\0')
    return g_strdup (reason);
  if (checked_us == 0)
    return g_strdup (_("The keys were not tried yet"));
  since = kontor_wording_since (checked_us);

  /* TRANSLATORS: "just now", "2 minutes ago" */
  return g_strdup_printf (_("Keys tried %s"), since);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_card (KontorRemoteRecord *account)
{
  const char *name = kontor_remote_record_get_text (account, "name");
  const char *mode = kontor_remote_record_get_text (account, "mode");
  const char *state = kontor_remote_record_get_text (account, "state");
  g_autofree char *gateway = kontor_wording_choice (
    kontor_remote_record_get_text (account, "gateway"));
  g_autofree char *mode_word = kontor_wording_choice (mode);
  g_autofree char *state_word = kontor_wording_choice (state), *standing = dup_standing (account);
  g_autofree char *title = g_strdup_printf ("%s · %s", name, gateway);
  g_autofree char *summary = g_strdup_printf ("%s, %s, %s, %s", title, mode_word, state_word,
                                              standing);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *button = gtk_button_new ();
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (pills), make_pill (state));
  if (*mode != '\0')
    gtk_box_append (GTK_BOX (pills), make_pill (mode));
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), pills);
  gtk_box_append (GTK_BOX (box), make_label (standing, "caption"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "padded");
  gtk_widget_set_tooltip_text (button, standing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_card), g_object_ref (account),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);

  return button;
}

static void
draw (KontorAccountsStrip *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) account =
        g_list_model_get_item (G_LIST_MODEL (self->accounts), i);

      gtk_box_append (self->cards, make_card (account));
      g_signal_handlers_disconnect_by_func (account, draw, self);
      g_signal_connect_object (account, "notify::values", G_CALLBACK (draw), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
}

/* A new one is switched on, and the form says so. */
void
kontor_accounts_strip_add (KontorAccountsStrip *self)
{
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (
    "{'id': <''>, 'active': <true>}"));
  g_autoptr(KontorRemoteRecord) fresh = kontor_remote_record_new (given);
  KontorFormDialog *dialog =
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "payment-account", fresh);

  kontor_form_dialog_set_heading (dialog, _("New Payment Account"),
                                  _("The keys are kept in your keyring and tried as soon as they "
                                    "are saved. An account may have test keys or live ones."),
                                  _("_Save"));
}

void
kontor_accounts_strip_set_house (KontorAccountsStrip *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  self->accounts = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                   "payment-account", NULL, FALSE);
  g_signal_connect_object (self->accounts, "items-changed", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  draw (self);
}

static void
kontor_accounts_strip_dispose (GObject *object)
{
  g_clear_object (&KONTOR_ACCOUNTS_STRIP (object)->accounts);
  g_clear_object (&KONTOR_ACCOUNTS_STRIP (object)->house);

  G_OBJECT_CLASS (kontor_accounts_strip_parent_class)->dispose (object);
}

static void
kontor_accounts_strip_class_init (KontorAccountsStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_accounts_strip_dispose;
}

static void
kontor_accounts_strip_init (KontorAccountsStrip *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  gtk_widget_set_margin_start (GTK_WIDGET (self->cards), 9);
  gtk_widget_set_margin_end (GTK_WIDGET (self->cards), 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self->cards), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->cards), 9);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->cards));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Payment Accounts"), -1);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
