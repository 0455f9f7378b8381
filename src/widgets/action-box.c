/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/action-box.h"

#include "widgets/toast.h"
#include "widgets/wording.h"

struct _KontorActionBox
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  char              *kind;
  char              *id;
  char              *stands;   /* what the buttons were made for */

  GtkFlowBox        *flow;
};

enum { ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorActionBox, kontor_action_box, ADW_TYPE_BIN)

static void
on_asked (KontorActionBox *self, GtkWidget *button)
{
  g_signal_emit (self, signals[ASKED], 0, gtk_widget_get_name (button));
}

static void
on_plain (KontorActionBox *self, GtkWidget *button)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, self->kind, "s", self->id);
  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_actions (remote), "Run",
                     g_variant_new ("(s@a{sv}@a{sv})", gtk_widget_get_name (button),
                                    g_variant_dict_end (&arguments), kontor_remote_no_options ()));
}

gboolean
kontor_action_box_begin (KontorActionBox *self, KontorRemoteHouse *house, const char *kind,
                         const char *id, const char *stands)
{
  g_autofree char *made_for = g_strdup_printf (
    "%s %s %s %u", kind, id, stands, kontor_remote_house_get_actions (house)->len);
  GtkWidget *child;

  if (g_strcmp0 (made_for, self->stands) == 0)
    return FALSE;
  g_set_object (&self->house, house);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->stands);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->stands = g_steal_pointer (&made_for);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);

  return TRUE;
}

void
kontor_action_box_add (KontorActionBox *self, const KontorRemoteKind *action, gboolean asks,
                       const char *style)
{
  g_autofree char *title = g_strconcat (kontor_wording_title (action->title), asks ? "…" : "",
                                        NULL);
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_set_name (button, action->name);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  g_signal_connect_object (button, "clicked", asks ? G_CALLBACK (on_asked) : G_CALLBACK (on_plain),
                           self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->flow, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
kontor_action_box_dispose (GObject *object)
{
  g_clear_object (&KONTOR_ACTION_BOX (object)->house);

  G_OBJECT_CLASS (kontor_action_box_parent_class)->dispose (object);
}

static void
kontor_action_box_finalize (GObject *object)
{
  KontorActionBox *self = KONTOR_ACTION_BOX (object);

  g_free (self->kind);
  g_free (self->id);
  g_free (self->stands);

  G_OBJECT_CLASS (kontor_action_box_parent_class)->finalize (object);
}

static void
kontor_action_box_class_init (KontorActionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_action_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_action_box_finalize;
  signals[ASKED] = g_signal_new ("asked", KONTOR_TYPE_ACTION_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/action-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorActionBox, flow);
}

static void
kontor_action_box_init (KontorActionBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
