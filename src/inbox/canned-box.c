/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/canned-box.h"

#include <string.h>

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/list-keys.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_REPLIES 500

struct _KontorCannedBox
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteList    *replies;
  GtkFilterListModel  *fitting;
  gint64               conversation;
  char                *typed;      /* folded; NULL: hidden */
  gboolean             is_hushed;  /* hidden until something else is typed */

  GtkListBox          *list;
};

enum { FILLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What a reply is, and not what it does. */
static const char *const told[] = { "shortcut", "title", "text", NULL };

G_DEFINE_FINAL_TYPE (KontorCannedBox, kontor_canned_box, ADW_TYPE_BIN)

char *
kontor_canned_dup_steps (KontorRemoteHouse *house, KontorRemoteRecord *reply)
{
  return kontor_wording_facts (house, kontor_remote_house_find_kind (house, "canned-reply"),
                               kontor_remote_record_get_values (reply), told);
}

static gboolean
fits (gpointer item, gpointer data)
{
  KontorCannedBox *self = data;
  g_autofree char *shortcut =
    g_utf8_casefold (kontor_remote_record_get_text (item, "shortcut"), -1);
  g_autofree char *title = g_utf8_casefold (kontor_remote_record_get_text (item, "title"), -1);

  return self->typed == NULL || g_str_has_prefix (shortcut, self->typed) ||
         strstr (title, self->typed) != NULL;
}

static int
by_shortcut (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (kontor_remote_record_get_text ((gpointer) a, "shortcut"),
                         kontor_remote_record_get_text ((gpointer) b, "shortcut"));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
on_change (KontorCannedBox *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(KontorRemoteRecord) reply = g_list_model_get_item (
    G_LIST_MODEL (self->fitting), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  if (reply != NULL)
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "canned-reply", reply);
}

static GtkWidget *
make_change (KontorCannedBox *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);

  return button;
}

/* "/hours  Opening hours", and under it what it says or does. */
static void
fill_row (KontorCannedBox *self, GtkListBoxRow *row, KontorRemoteRecord *reply)
{
  const char *title = kontor_remote_record_get_text (reply, "title");
  g_autofree char *steps = kontor_canned_dup_steps (self->house, reply);
  g_autofree char *line = g_strdelimit (
    g_strdup (kontor_remote_record_get_text (reply, "text")), "\r\n\t", ' ');
  g_autofree char *under = g_strjoin (*line != '\0' && *steps != '\0' ? " · " : "", line, steps,
                                      NULL);
  g_autofree char *shortcut = g_strconcat ("/", kontor_remote_record_get_text (reply, "shortcut"),
                                           NULL);
  g_autofree char *summary = g_strdup_printf ("%s, %s: %s", shortcut, title, under);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (first), make_label (shortcut, "heading"));
  gtk_box_append (GTK_BOX (first), make_label (title, "body"));
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), make_label (under, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_change (self, title));
  gtk_list_box_row_set_child (row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
}

static void
on_values_changed (KontorRemoteRecord *reply, GParamSpec *pspec, GtkWidget *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, KONTOR_TYPE_CANNED_BOX);

  if (self != NULL)
    fill_row (KONTOR_CANNED_BOX (self), GTK_LIST_BOX_ROW (row), reply);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  fill_row (data, GTK_LIST_BOX_ROW (row), item);
  g_signal_connect_object (item, "notify::values", G_CALLBACK (on_values_changed), row, 0);

  return row;
}

/* What labels and teammates are called is told a moment later. */
static void
on_label_found (KontorCannedBox *self)
{
  for (guint i = 0; gtk_widget_get_visible (GTK_WIDGET (self)) &&
                    i < g_list_model_get_n_items (G_LIST_MODEL (self->fitting)); i++)
    {
      g_autoptr(KontorRemoteRecord) reply = g_list_model_get_item (G_LIST_MODEL (self->fitting),
                                                                   i);

      fill_row (self, gtk_list_box_get_row_at_index (self->list, i), reply);
    }
}

static void
show (KontorCannedBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->typed != NULL && !self->is_hushed);
}

void
kontor_canned_box_look_for (KontorCannedBox *self, gint64 conversation, const char *typed)
{
  g_autofree char *folded = typed != NULL ? g_utf8_casefold (typed, -1) : NULL;

  self->conversation = conversation;
  if (g_strcmp0 (folded, self->typed) == 0)
    return;
  g_free (self->typed);
  self->typed = g_steal_pointer (&folded);
  self->is_hushed = FALSE;
  if (self->typed != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->fitting),
                        GTK_FILTER_CHANGE_DIFFERENT);
  kontor_list_keys_mark (self->list, 0);
  show (self);
}

typedef struct {
  KontorCannedBox    *self;
  KontorRemoteRecord *reply;
} Filling;

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Filling *filling = data;
  g_autoptr(KontorCannedBox) self = filling->self;
  g_autoptr(KontorRemoteRecord) reply = filling->reply;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (kontor_dbus_inbox_call_fill_reply_finish (KONTOR_DBUS_INBOX (source), &text, result, &error))
    g_signal_emit (self, signals[FILLED], 0, reply, text);
  else
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
choose (KontorCannedBox *self, int index)
{
  KontorDBusInbox *inbox =
    kontor_remote_get_inbox (kontor_remote_house_get_remote (self->house));
  g_autoptr(KontorRemoteRecord) reply = index >= 0
    ? g_list_model_get_item (G_LIST_MODEL (self->fitting), index) : NULL;
  const char *id = reply != NULL ? kontor_remote_record_get_id (reply) : NULL;
  g_autofree char *steps = reply != NULL ? kontor_canned_dup_steps (self->house, reply) : NULL;
  Filling *filling;

  if (reply == NULL)
    return;
  if (*kontor_remote_record_get_text (reply, "text") == '\0')
    {
      kontor_toast_call (GTK_WIDGET (self), inbox, "ApplyReply",
                         g_variant_new ("(xs)", self->conversation, id));
      kontor_toast_say (GTK_WIDGET (self), steps);
      g_signal_emit (self, signals[FILLED], 0, reply, "");
      return;
    }
  filling = g_new0 (Filling, 1);
  filling->self = g_object_ref (self);
  filling->reply = g_object_ref (reply);
  kontor_dbus_inbox_call_fill_reply (inbox, self->conversation, id, NULL, on_filled, filling);
}

gboolean
kontor_canned_box_take_key (KontorCannedBox *self, guint key)
{
  int index = -1;
  KontorListKey meant = gtk_widget_get_visible (GTK_WIDGET (self))
    ? kontor_list_keys_read (self->list, key, &index) : KONTOR_LIST_KEY_NONE;

  if (meant == KONTOR_LIST_KEY_LEFT)
    {
      self->is_hushed = TRUE;
      show (self);
    }
  else if (meant == KONTOR_LIST_KEY_CHOSEN)
    choose (self, index);

  return meant != KONTOR_LIST_KEY_NONE;
}

GtkWidget *
kontor_canned_box_get_marked (KontorCannedBox *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self))
         ? (GtkWidget *) gtk_list_box_get_selected_row (self->list) : NULL;
}

static void
on_row_activated (KontorCannedBox *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static void
on_fitting_changed (KontorCannedBox *self)
{
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    kontor_list_keys_mark (self->list, 0);
}

static void
on_new (KontorCannedBox *self)
{
  kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "canned-reply", NULL);
}

void
kontor_canned_box_set_house (KontorCannedBox *self, KontorRemoteHouse *house)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (by_shortcut, NULL, NULL));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (fits, self, NULL));
  GtkSortListModel *sorted;

  self->house = g_object_ref (house);
  self->replies = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                  "canned-reply", NULL, FALSE);
  kontor_remote_list_set_page (self->replies, MOST_REPLIES);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->replies)), sorter);
  self->fitting = gtk_filter_list_model_new (G_LIST_MODEL (sorted), filter);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->fitting), make_row, self, NULL);
  g_signal_connect_object (house, "label-found", G_CALLBACK (on_label_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fitting, "items-changed", G_CALLBACK (on_fitting_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
kontor_canned_box_dispose (GObject *object)
{
  KontorCannedBox *self = KONTOR_CANNED_BOX (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->fitting);
  g_clear_object (&self->replies);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_canned_box_parent_class)->dispose (object);
}

static void
kontor_canned_box_finalize (GObject *object)
{
  g_free (KONTOR_CANNED_BOX (object)->typed);

  G_OBJECT_CLASS (kontor_canned_box_parent_class)->finalize (object);
}

static void
kontor_canned_box_class_init (KontorCannedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_canned_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_canned_box_finalize;
  signals[FILLED] = g_signal_new ("filled", KONTOR_TYPE_CANNED_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, KONTOR_TYPE_REMOTE_RECORD,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/canned-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorCannedBox, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
kontor_canned_box_init (KontorCannedBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
