/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/settings-page.h"

#include "settings/business-view.h"
#include "settings/data-view.h"
#include "settings/notices-view.h"
#include "settings/texts-view.h"
#include "widgets/page.h"
#include "widgets/record-group.h"
#include "widgets/width-bin.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorSettingsPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwLeaflet        *leaflet;
  AdwHeaderBar      *header;
  GtkListBox        *list;
  AdwWindowTitle    *title;
  GtkWidget         *back;
  GtkStack          *sections;
};

static void kontor_settings_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorSettingsPage, kontor_settings_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_settings_page_page_init))

/* "Manager, Sales": the names of those that are set, besides whether one is active. */
static char *
dup_roles (KontorRemoteHouse *house, KontorRemoteRecord *teammate)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (house, "teammate");
  g_autoptr(GString) roles = g_string_new (NULL);

  for (const KontorField *field = kind != NULL ? kontor_remote_fields_get (kind->fields) : NULL;
       field != NULL && field->name != NULL; field++)
    if (field->type == KONTOR_FIELD_YES_NO && !g_str_equal (field->name, "active") &&
        kontor_remote_record_get_yes (teammate, field->name))
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "",
                              kontor_wording_title (field->title));
  if (!kontor_remote_record_get_yes (teammate, "active"))
    g_string_append_printf (roles, "%s%s", roles->len > 0 ? " · " : "", _("Switched off"));

  return g_string_free (g_steal_pointer (&roles), FALSE);
}

static GtkWidget *
make_team (KontorRemoteHouse *house)
{
  GtkWidget *team = kontor_record_group_new (house, "teammate", _("Team"),
                                             _("Who works here, and what they may do: in the "
                                               "window, and in chat from their own number."),
                                             _("New Teammate"));

  kontor_record_group_set_words (KONTOR_RECORD_GROUP (team), dup_roles);
  kontor_record_group_set_given (KONTOR_RECORD_GROUP (team),
                                 g_variant_new_parsed ("{'active': <true>}"));
  kontor_record_group_show (KONTOR_RECORD_GROUP (team), NULL, NULL);

  return team;
}

static char *
dup_reply (KontorRemoteHouse *house, KontorRemoteRecord *reply)
{
  return g_strdup_printf ("/%s · %s", kontor_remote_record_get_text (reply, "shortcut"),
                          kontor_remote_record_get_text (reply, "text"));
}

static char *
dup_colour (KontorRemoteHouse *house, KontorRemoteRecord *label)
{
  return kontor_wording_choice (kontor_remote_record_get_text (label, "colour"));
}

static GtkWidget *
make_replies (KontorRemoteHouse *house)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *replies = kontor_record_group_new (house, "canned-reply", _("Saved Replies"),
                                                _("Write / and the shortcut in a conversation. A "
                                                  "reply may put a label, assign, leave a note and "
                                                  "close, too."), _("New Saved Reply"));
  GtkWidget *labels = kontor_record_group_new (house, "label", _("Labels"),
                                               _("Words that are put on customers to find them "
                                                 "again."), _("New Label"));

  kontor_record_group_set_words (KONTOR_RECORD_GROUP (replies), dup_reply);
  kontor_record_group_show (KONTOR_RECORD_GROUP (replies), NULL, NULL);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (labels), dup_colour);
  kontor_record_group_show (KONTOR_RECORD_GROUP (labels), NULL, NULL);
  gtk_box_append (GTK_BOX (box), replies);
  gtk_box_append (GTK_BOX (box), labels);

  return box;
}

static const struct {
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (KontorRemoteHouse *house);
} sections[] = {
  { "business", N_("Business"), "go-home-symbolic", kontor_business_view_new },
  { "team", N_("Team"), "system-users-symbolic", make_team },
  { "replies", N_("Replies and Labels"), "mail-reply-sender-symbolic", make_replies },
  { "texts", N_("Texts to Customers"), "preferences-desktop-locale-symbolic",
    kontor_texts_view_new },
  { "notices", N_("Notifications"), "alarm-symbolic",
    kontor_notices_view_new },
  { "data", N_("Privacy and Data"), "channel-secure-symbolic", kontor_data_view_new },
};

/* Each is made when it is first shown. */
static GtkWidget *
make_section (KontorSettingsPage *self, guint at)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *section = sections[at].make (self->house);

  gtk_widget_set_margin_top (section, 18);
  gtk_widget_set_margin_bottom (section, 18);
  gtk_widget_set_margin_start (section, 12);
  gtk_widget_set_margin_end (section, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), section);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_stack_add_named (self->sections, scrolled, sections[at].name);

  return scrolled;
}

static void
open_section (KontorSettingsPage *self, guint at)
{
  GtkWidget *section = gtk_stack_get_child_by_name (self->sections, sections[at].name);

  if (section == NULL)
    section = make_section (self, at);
  gtk_stack_set_visible_child (self->sections, section);
  adw_window_title_set_title (self->title, _(sections[at].title));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, at));
}

static void
on_row_activated (KontorSettingsPage *self, GtkListBoxRow *row)
{
  open_section (self, gtk_list_box_row_get_index (row));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back (KontorSettingsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
kontor_settings_page_show_place (KontorPage *page, const char *where)
{
  KontorSettingsPage *self = KONTOR_SETTINGS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, where))
      {
        open_section (self, i);
        adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      }
}

static void
kontor_settings_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_settings_page_show_place;
}

static void
add_rows (KontorSettingsPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      const char *title = _(sections[i].title);

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (sections[i].icon));
      gtk_box_append (GTK_BOX (box), gtk_label_new (title));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
kontor_settings_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_SETTINGS_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_settings_page_parent_class)->dispose (object);
}

static void
kontor_settings_page_class_init (KontorSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_settings_page_dispose;
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/settings/settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, header);
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, title);
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, back);
  gtk_widget_class_bind_template_child (widget_class, KontorSettingsPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
kontor_settings_page_init (KontorSettingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_settings_page_new (KontorRemoteHouse *house)
{
  KontorSettingsPage *self = g_object_new (KONTOR_TYPE_SETTINGS_PAGE, NULL);

  self->house = g_object_ref (house);
  g_object_bind_property (self->leaflet, "folded", self->header, "show-end-title-buttons",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  add_rows (self);
  open_section (self, 0);

  return GTK_WIDGET (self);
}
