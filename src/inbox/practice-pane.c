/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/practice-pane.h"

#include "inbox/thread-view.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorPracticePane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *contact;        /* whose phone it is; NULL: a new customer's */
  gint64              conversation;   /* 0: none yet */

  GtkStack           *stack;
  KontorThreadView   *thread;
  GtkWidget          *who;
  GtkEditable        *name;
  GtkEditable        *phone;
  GtkEditable        *text;
  GtkWidget          *send;
};

enum { CONVERSATION_FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPracticePane, kontor_practice_pane, ADW_TYPE_BIN)

static void
show (KontorPracticePane *self)
{
  gtk_widget_set_sensitive (self->send, *gtk_editable_get_text (self->text) != '\0' &&
                                        *gtk_editable_get_text (self->phone) != '\0');
  gtk_stack_set_visible_child_name (self->stack, self->conversation != 0 ? "thread" : "none");
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPracticePane) self = data;
  g_autoptr(GError) error = NULL;
  gint64 conversation, kept;

  if (!kontor_dbus_channels_call_practise_finish (KONTOR_DBUS_CHANNELS (source), &conversation,
                                                  &kept, result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_signal_emit (self, signals[CONVERSATION_FOUND], 0, conversation);
}

static void
on_send (KontorPracticePane *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  const char *name = gtk_editable_get_text (self->name);
  GVariantDict message;

  if (!gtk_widget_get_sensitive (self->send))
    return;
  g_variant_dict_init (&message, NULL);
  g_variant_dict_insert (&message, "from", "s", gtk_editable_get_text (self->phone));
  g_variant_dict_insert (&message, "text", "s", gtk_editable_get_text (self->text));
  if (*name != '\0')
    g_variant_dict_insert (&message, "name", "s", name);
  kontor_dbus_channels_call_practise (kontor_remote_get_channels (remote), "",
                                      g_variant_dict_end (&message), NULL, on_kept,
                                      g_object_ref (self));
  gtk_editable_set_text (self->text, "");
}

static void
on_contact (KontorPracticePane *self)
{
  const char *phone = kontor_remote_record_get_text (self->contact, "phone");

  if (*phone == '\0')
    return;
  gtk_editable_set_text (self->phone, phone);
  gtk_editable_set_text (self->name, kontor_remote_record_get_text (self->contact, "name"));
}

static void
drop_contact (KontorPracticePane *self)
{
  if (self->contact != NULL)
    g_signal_handlers_disconnect_by_func (self->contact, on_contact, self);
  g_clear_object (&self->contact);
}

void
kontor_practice_pane_show (KontorPracticePane *self, KontorRemoteRecord *conversation)
{
  const char *contact = kontor_remote_record_get_text (conversation, "contact");
  gint64 id = kontor_remote_record_get_int (conversation, "id");

  if (id == self->conversation ||
      !g_str_equal (kontor_remote_record_get_text (conversation, "channel-kind"), "practice"))
    return;
  drop_contact (self);
  self->conversation = id;
  self->contact = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                               "contact", contact);
  g_signal_connect_object (self->contact, "notify::values", G_CALLBACK (on_contact), self,
                           G_CONNECT_SWAPPED);
  kontor_thread_view_show (self->thread, id);
  gtk_widget_set_visible (self->who, FALSE);
  show (self);
}

/* A number from those that are nobody's, other than the last one. */
static void
on_new_customer (KontorPracticePane *self)
{
  g_autofree char *phone = g_strdup_printf ("+9715000%05d", g_random_int_range (0, 100000));

  drop_contact (self);
  self->conversation = 0;
  kontor_thread_view_show (self->thread, 0);
  gtk_editable_set_text (self->name, "");
  gtk_editable_set_text (self->phone, phone);
  gtk_widget_set_visible (self->who, TRUE);
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
kontor_practice_pane_focus (KontorPracticePane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
kontor_practice_pane_set_house (KontorPracticePane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_thread_view_set_house (self->thread, house, TRUE);
  on_new_customer (self);
}

static void
kontor_practice_pane_dispose (GObject *object)
{
  KontorPracticePane *self = KONTOR_PRACTICE_PANE (object);

  drop_contact (self);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_practice_pane_parent_class)->dispose (object);
}

static void
kontor_practice_pane_class_init (KontorPracticePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_practice_pane_dispose;
  signals[CONVERSATION_FOUND] = g_signal_new ("conversation-found", KONTOR_TYPE_PRACTICE_PANE,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_INT64);
  g_type_ensure (KONTOR_TYPE_THREAD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/practice-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, thread);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, who);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, name);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, phone);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, text);
  gtk_widget_class_bind_template_child (widget_class, KontorPracticePane, send);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_new_customer);
}

static void
kontor_practice_pane_init (KontorPracticePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
