/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/link-dialog.h"

#include <string.h>

#include "widgets/qr-code.h"
#include "widgets/wording.h"

struct _KontorLinkDialog
{
  AdwWindow           parent_instance;

  KontorRemote       *remote;
  KontorRemoteRecord *channel;

  gboolean            is_agreed;     /* the risk was read, and is taken */
  gboolean            is_beginning;  /* it is switched off, to be switched on */

  GtkStack           *stack;
  KontorQrCode       *code;
  GtkWidget          *by_camera;
  GtkWidget          *by_number;
  GtkLabel           *letters;
  AdwStatusPage      *over;
  GtkWidget          *official;
};

G_DEFINE_FINAL_TYPE (KontorLinkDialog, kontor_link_dialog, ADW_TYPE_WINDOW)

/* "ABCD-EFGH" is easier to type than eight letters in a row. */
static char *
dup_grouped (const char *code)
{
  gsize half = strlen (code) / 2;

  return strlen (code) == 8 && strchr (code, '-') == NULL
         ? g_strdup_printf ("%.*s-%s", (int) half, code, code + half) : g_strdup (code);
}

static void
say (KontorLinkDialog *self, const char *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->over, safe);
}

static void
draw (KontorLinkDialog *self)
{
  g_autofree char *read = kontor_remote_channel_dup_fact (self->channel, "link-qr");
  g_autofree char *told = kontor_remote_channel_dup_fact (self->channel, "link-code");
  g_autofree char *over = kontor_remote_channel_dup_fact (self->channel, "link-over");
  g_autofree char *grouped = told != NULL ? dup_grouped (told) : g_strdup ("");

  if (g_str_equal (kontor_remote_record_get_text (self->channel, "state"), "connected"))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  kontor_qr_code_set_text (self->code, read);
  gtk_label_set_text (self->letters, grouped);
  gtk_widget_set_visible (self->by_camera, read != NULL);
  gtk_widget_set_visible (self->by_number, told != NULL);
  say (self, kontor_wording_title (over));
  gtk_stack_set_visible_child_name (self->stack, !self->is_agreed ? "risk"
                                                 : read != NULL || told != NULL ? "codes"
                                                 : over != NULL ? "over" : "wait");
}

static void
on_agreed (KontorLinkDialog *self)
{
  self->is_agreed = TRUE;
  draw (self);
}

static void
on_official (KontorLinkDialog *self)
{
  GtkWidget *before = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_widget_activate_action (before, "win.go", "s", "channels/new/cloud");
  gtk_window_close (GTK_WINDOW (self));
}

static void switch_to (KontorLinkDialog *self, gboolean active);

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorLinkDialog) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), NULL, result, &error))
    {
      g_autofree char *words = kontor_remote_dup_words (error);

      say (self, words);
    }
  else if (self->is_beginning)
    switch_to (self, TRUE);
}

/* A line that is taken up again has new codes. */
static void
switch_to (KontorLinkDialog *self, gboolean active)
{
  GVariantDict values;

  self->is_beginning = !active;
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "active", "b", active);
  kontor_dbus_records_call_save (kontor_remote_get_records (self->remote), "channel",
                                 kontor_remote_record_get_id (self->channel),
                                 g_variant_dict_end (&values), NULL, on_switched,
                                 g_object_ref (self));
}

static void
on_again (KontorLinkDialog *self)
{
  switch_to (self, FALSE);
}

static void
kontor_link_dialog_dispose (GObject *object)
{
  KontorLinkDialog *self = KONTOR_LINK_DIALOG (object);

  g_clear_object (&self->remote);
  g_clear_object (&self->channel);

  G_OBJECT_CLASS (kontor_link_dialog_parent_class)->dispose (object);
}

static void
kontor_link_dialog_class_init (KontorLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_link_dialog_dispose;
  g_type_ensure (KONTOR_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/channels/link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, code);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, by_camera);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, by_number);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, letters);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, over);
  gtk_widget_class_bind_template_child (widget_class, KontorLinkDialog, official);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_agreed);
  gtk_widget_class_bind_template_callback (widget_class, on_official);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_link_dialog_init (KontorLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_link_dialog_open (GtkWindow *before, KontorRemote *remote, KontorRemoteRecord *channel)
{
  KontorLinkDialog *self = g_object_new (KONTOR_TYPE_LINK_DIALOG, "transient-for", before, NULL);

  gtk_widget_set_visible (self->official, before != NULL);
  g_set_object (&self->remote, remote);
  self->channel = g_object_ref (channel);
  g_signal_connect_object (channel, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  draw (self);

  return GTK_WIDGET (self);
}
