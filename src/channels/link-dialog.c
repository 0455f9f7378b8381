/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/link-dialog.h"

#include <string.h>

#include "widgets/qr-code.h"

struct _KontorLinkDialog
{
  AdwWindow           parent_instance;

  KontorRemoteRecord *channel;

  GtkStack           *stack;
  KontorQrCode       *code;
  GtkWidget          *by_camera;
  GtkWidget          *by_number;
  GtkLabel           *letters;
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
draw (KontorLinkDialog *self)
{
  g_autofree char *read = kontor_remote_channel_dup_fact (self->channel, "link-qr");
  g_autofree char *told = kontor_remote_channel_dup_fact (self->channel, "link-code");
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
  gtk_stack_set_visible_child_name (self->stack, read != NULL || told != NULL ? "codes" : "wait");
}

static void
kontor_link_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_LINK_DIALOG (object)->channel);

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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_link_dialog_init (KontorLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_link_dialog_open (GtkWindow *before, KontorRemoteRecord *channel)
{
  KontorLinkDialog *self = g_object_new (KONTOR_TYPE_LINK_DIALOG, "transient-for", before, NULL);

  self->channel = g_object_ref (channel);
  g_signal_connect_object (channel, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  draw (self);

  return GTK_WIDGET (self);
}
