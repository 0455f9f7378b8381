/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/channel-card.h"

#include "channels/link-dialog.h"
#include "channels/setup-dialog.h"
#include "widgets/channel-row.h"
#include "widgets/question.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorChannelCard
{
  AdwBin                parent_instance;

  KontorRemoteHouse    *house;
  KontorRemoteChannels *channels;
  KontorRemoteRecord   *channel;
  GPtrArray            *facts;     /* of GtkWidget: the rows of details */
  GVariant             *told;      /* what these were made of; NULL: nothing yet */
  gboolean              is_drawing;

  GtkListBox           *list;
  AdwActionRow         *link;
  AdwActionRow         *address;
  GtkImage             *light;
  AdwExpanderRow       *details;
  GMenuModel           *card_menu;
  GtkSwitch            *active;
};

/* Facts that stand elsewhere on the card. */
static const char *const placed[] = { "address", "incoming", "link-qr", "link-code",
                                      "link-over", NULL };

static const struct { const char *name; const char *icon; const char *style; const char *words; }
lights[] = {
  { "reached", "emblem-ok-symbolic", "success", N_("What customers write gets here") },
  { "failed", "dialog-warning-symbolic", "warning", N_("It does not lead here: set up and test") },
  { "", "radio-symbolic", "dim-label", N_("Nothing has come through it yet") },
};

G_DEFINE_FINAL_TYPE (KontorChannelCard, kontor_channel_card, ADW_TYPE_BIN)

static void
draw_address (KontorChannelCard *self)
{
  g_autofree char *address = kontor_remote_channel_dup_fact (self->channel, "address");
  g_autofree char *incoming = kontor_remote_channel_dup_fact (self->channel, "incoming");
  g_autofree char *words = NULL;
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_visible (GTK_WIDGET (self->address), address != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    if (g_str_equal (lights[i].name, incoming != NULL ? incoming : ""))
      {
        gtk_image_set_from_icon_name (self->light, lights[i].icon);
        gtk_widget_set_css_classes (GTK_WIDGET (self->light),
                                    (const char *[]) { lights[i].style, NULL });
        /* From right to left, an address that begins a line would take the line to the left. */
        words = g_strdup_printf ("%s%s\n%s", is_mirrored ? "\u200f" : "",
                                 address != NULL ? address : "", _(lights[i].words));
      }
  adw_action_row_set_subtitle (self->address, words != NULL ? words : address);
}

static void
add_fact (KontorChannelCard *self, const char *name, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = kontor_wording_choice (name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_expander_row_add_row (self->details, row);
  g_ptr_array_add (self->facts, row);
}

/* What names the line at the provider is told without opening it. */
static void
draw_details (KontorChannelCard *self, GVariant *facts)
{
  const char *name = kontor_record_get_text (facts, "name");
  const char *number = kontor_record_get_text (facts, "number");
  g_autofree char *who = g_strdup_printf ("%s%s%s", name != NULL ? name : "",
                                          name != NULL && number != NULL ? " · " : "",
                                          number != NULL ? number : "");
  GVariantIter iter;
  const char *fact;
  GVariant *text;

  for (guint i = 0; i < self->facts->len; i++)
    adw_expander_row_remove (self->details, self->facts->pdata[i]);
  g_ptr_array_set_size (self->facts, 0);
  g_variant_iter_init (&iter, facts);
  while (g_variant_iter_loop (&iter, "{&sv}", &fact, &text))
    if (!g_strv_contains (placed, fact))
      add_fact (self, fact, g_variant_get_string (text, NULL));
  adw_expander_row_set_subtitle (self->details, who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Details"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->details), self->facts->len > 0);
}

/* A phone may read a code now, or could be shown another. */
static void
draw_link (KontorChannelCard *self, GVariant *facts)
{
  gboolean is_over = kontor_record_get_text (facts, "link-over") != NULL;
  gboolean is_shown = kontor_record_get_text (facts, "link-qr") != NULL ||
                      kontor_record_get_text (facts, "link-code") != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->link), is_shown || is_over);
  adw_action_row_set_subtitle (self->link, is_over ? _("Begin again with a new code")
                                                   : _("A code waits for its camera"));
}

static void
draw (KontorChannelCard *self)
{
  g_autoptr(GVariant) told = g_variant_lookup_value (
    kontor_remote_record_get_values (self->channel), "facts", G_VARIANT_TYPE_VARDICT);
  g_autoptr(GVariant) facts = told != NULL ? g_variant_ref (told)
    : g_variant_ref_sink (kontor_remote_no_options ());
  g_autofree char *switched = g_strdup_printf (_("%s is switched on"),
                                               kontor_remote_record_get_text (self->channel,
                                                                              "name"));

  self->is_drawing = TRUE;
  gtk_switch_set_active (self->active, kontor_remote_record_get_yes (self->channel, "active"));
  self->is_drawing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->active), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  switched, -1);
  draw_link (self, facts);
  draw_address (self);
  if (self->told == NULL || !g_variant_equal (facts, self->told))
    {
      g_clear_pointer (&self->told, g_variant_unref);
      self->told = g_variant_ref (facts);
      draw_details (self, facts);
    }
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorChannelCard) self = data;
  g_autoptr(GError) error = NULL;

  if (kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), NULL, result, &error))
    return;
  kontor_toast_error (GTK_WIDGET (self), error);
  draw (self);
}

static void
on_active_changed (KontorChannelCard *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict values;

  if (self->is_drawing)
    return;
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "active", "b", gtk_switch_get_active (self->active));
  kontor_dbus_records_call_save (kontor_remote_get_records (remote), "channel",
                                 kontor_remote_record_get_id (self->channel),
                                 g_variant_dict_end (&values), NULL, on_switched,
                                 g_object_ref (self));
}

static void
on_set_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorChannelCard *self = KONTOR_CHANNEL_CARD (widget);

  kontor_setup_dialog_open (widget, self->house, self->channels,
                            kontor_remote_record_get_text (self->channel, "kind"),
                            kontor_remote_record_get_id (self->channel));
}

static void
on_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorChannelCard *self = KONTOR_CHANNEL_CARD (widget);

  kontor_link_dialog_open (GTK_WINDOW (gtk_widget_get_root (widget)),
                           kontor_remote_house_get_remote (self->house), self->channel);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorChannelCard *self = KONTOR_CHANNEL_CARD (widget);
  g_autofree char *address = kontor_remote_channel_dup_fact (self->channel, "address");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), address != NULL ? address : "");
  kontor_toast_say (widget, _("The address is copied"));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GtkWidget) window = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_records_call_remove_finish (KONTOR_DBUS_RECORDS (source), result, &error))
    kontor_toast_error (window, error);
  else
    kontor_toast_say (window, _("The channel is deleted. Its conversations are kept."));
}

/* The card goes with its line: the word about it is said where the card stood. */
static void
remove_channel (gpointer object)
{
  KontorChannelCard *self = object;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GtkWidget *above = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK);

  kontor_dbus_records_call_remove (kontor_remote_get_records (remote), "channel",
                                   kontor_remote_record_get_id (self->channel), NULL, on_removed,
                                   g_object_ref (above));
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorChannelCard *self = KONTOR_CHANNEL_CARD (widget);
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), kontor_remote_record_get_text (
                                                self->channel, "name"));

  kontor_question_ask (widget, heading,
                       _("Conversations, customers and bookings are kept and can be read. The "
                         "settings of the channel and its keys are taken away, what was not sent "
                         "yet stays unsent, and nothing comes in any more. Nothing changes at "
                         "the provider."),
                       _("_Delete"), remove_channel, self);
}

static void
kontor_channel_card_dispose (GObject *object)
{
  KontorChannelCard *self = KONTOR_CHANNEL_CARD (object);

  g_clear_object (&self->house);
  g_clear_object (&self->channels);
  g_clear_object (&self->channel);
  g_clear_pointer (&self->told, g_variant_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (kontor_channel_card_parent_class)->dispose (object);
}

static void
kontor_channel_card_class_init (KontorChannelCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_channel_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/channels/channel-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, list);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, link);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, address);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, light);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, details);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelCard, card_menu);
  gtk_widget_class_install_action (widget_class, "channel.set-up", NULL, on_set_up);
  gtk_widget_class_install_action (widget_class, "channel.link", NULL, on_link);
  gtk_widget_class_install_action (widget_class, "channel.copy-address", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "channel.delete", NULL, on_delete);
}

static void
kontor_channel_card_init (KontorChannelCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = g_ptr_array_new ();
}

const char *
kontor_channel_card_get_id (KontorChannelCard *self)
{
  return kontor_remote_record_get_id (self->channel);
}

static void
add_head (KontorChannelCard *self)
{
  GtkWidget *row = kontor_channel_row_new (self->channel), *menu = gtk_menu_button_new ();

  self->active = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->active), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (menu, "flat");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), self->card_menu);
  gtk_widget_set_tooltip_text (menu, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"),
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->active));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu);
  gtk_list_box_prepend (self->list, row);
  g_signal_connect_object (self->active, "notify::active", G_CALLBACK (on_active_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
kontor_channel_card_new (KontorRemoteHouse *house, KontorRemoteChannels *channels,
                         KontorRemoteRecord *channel)
{
  KontorChannelCard *self = g_object_new (KONTOR_TYPE_CHANNEL_CARD, NULL);

  self->house = g_object_ref (house);
  self->channels = g_object_ref (channels);
  self->channel = g_object_ref (channel);
  add_head (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kontor_remote_record_get_text (channel, "name"), -1);
  g_signal_connect_object (channel, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);

  return GTK_WIDGET (self);
}
