/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "home/checklist.h"

#include "remote/remote-list.h"
#include "remote/remote-record.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"

#include <glib/gi18n.h>

enum { PRACTICE, NAME, SERVICE, NUMBER, N_STEPS };

/* A step is done on another page, or in a form for a record of a kind. */
static const struct {
  const char *title;
  const char *hint;
  const char *place;
  const char *kind;
} steps[N_STEPS] = {
  [PRACTICE] = { N_("Play a customer"), N_("Write to your own desk and see what it answers"),
                 "inbox/practice", NULL },
  [NAME] = { N_("Tell who you are"), N_("Name, time zone, currency and opening hours"), NULL,
             "business" },
  [SERVICE] = { N_("Add what you sell"), N_("A service with its price and what to ask for it"),
                NULL, "service" },
  [NUMBER] = { N_("Connect a number"), N_("Your customers write to it, Kontor answers"),
               "channels/new", NULL },
};

struct _KontorChecklist
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteList    *services;
  KontorRemoteRecord  *business;
  gboolean             done[N_STEPS];

  AdwPreferencesGroup *group;
  GtkWidget           *rows[N_STEPS];
  GtkImage            *ticks[N_STEPS];
};

enum { PROP_IS_DONE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KontorChecklist, kontor_checklist, ADW_TYPE_BIN)

static guint
count_done (KontorChecklist *self)
{
  guint count = 0;

  for (guint i = 0; i < N_STEPS; i++)
    count += self->done[i];

  return count;
}

static void
set_done (KontorChecklist *self, guint step, gboolean done)
{
  g_autofree char *summary = NULL, *words = NULL;

  self->done[step] = done;
  gtk_image_set_from_icon_name (self->ticks[step],
                                done ? "emblem-ok-symbolic" : "radio-symbolic");
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->ticks[step]), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->ticks[step]), "success");
  /* TRANSLATORS: a step of the checklist for screen readers: its title, and whether it is done */
  summary = g_strdup_printf ("%s, %s", _(steps[step].title), done ? _("done") : _("to do"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
  words = g_strdup_printf (_("%d of %d done"), (int) count_done (self), N_STEPS);
  adw_preferences_group_set_description (self->group, words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_DONE]);
}

static void
on_status_changed (KontorChecklist *self)
{
  const char *name = kontor_remote_house_get_text (self->house, "business");

  set_done (self, PRACTICE, kontor_remote_house_get_count (self->house, "conversations") > 0);
  set_done (self, NAME, *name != '\0' && !g_str_equal (name, "My business"));
}

static void
on_services_changed (KontorChecklist *self)
{
  set_done (self, SERVICE, g_list_model_get_n_items (G_LIST_MODEL (self->services)) > 0);
}

void
kontor_checklist_set_channels (KontorChecklist *self, KontorRemoteChannels *channels)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (channels));
  gboolean found = FALSE;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) line = g_list_model_get_item (G_LIST_MODEL (channels), i);

      found |= kontor_remote_channel_is_real (line) &&
               g_str_equal (kontor_remote_record_get_text (line, "state"), "connected");
    }
  set_done (self, NUMBER, found);
}

void
kontor_checklist_set_house (KontorChecklist *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  self->services = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                   "service", NULL, FALSE);
  kontor_remote_list_set_page (self->services, 1);
  self->business = kontor_remote_record_follow (kontor_remote_house_get_remote (house), "business",
                                                "1");
  g_signal_connect_object (self->services, "items-changed", G_CALLBACK (on_services_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_status_changed), self,
                           G_CONNECT_SWAPPED);
  on_status_changed (self);
  on_services_changed (self);
}

static void
on_activated (KontorChecklist *self, GtkWidget *row)
{
  guint step = 0;

  while (step < N_STEPS - 1 && self->rows[step] != row)
    step++;
  if (steps[step].kind == NULL)
    kontor_page_go (GTK_WIDGET (self), steps[step].place);
  else
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, steps[step].kind,
                             step == NAME ? self->business : NULL);
}

static GtkWidget *
make_row (KontorChecklist *self, guint step)
{
  GtkWidget *row = adw_action_row_new ();

  self->ticks[step] = GTK_IMAGE (gtk_image_new ());
  self->rows[step] = row;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(steps[step].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(steps[step].hint));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->ticks[step]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);

  return row;
}

static void
kontor_checklist_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_DONE)
    g_value_set_boolean (value, count_done (KONTOR_CHECKLIST (object)) == N_STEPS);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_checklist_dispose (GObject *object)
{
  KontorChecklist *self = KONTOR_CHECKLIST (object);

  g_clear_object (&self->services);
  g_clear_object (&self->business);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_checklist_parent_class)->dispose (object);
}

static void
kontor_checklist_class_init (KontorChecklistClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_checklist_dispose;
  object_class->get_property = kontor_checklist_get_property;
  props[PROP_IS_DONE] = g_param_spec_boolean ("is-done", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kontor_checklist_init (KontorChecklist *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("First steps"));
  for (guint i = 0; i < N_STEPS; i++)
    adw_preferences_group_add (self->group, make_row (self, i));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
