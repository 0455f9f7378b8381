/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/conversation-header.h"

#include "inbox/later-popover.h"
#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorConversationHeader
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteList   *teammates;
  KontorRemoteRecord *conversation;   /* NULL: none */
  gboolean            is_alone;       /* narrow: what is in the menu as well has no button */

  AdwHeaderBar       *header;
  AdwWindowTitle     *title;
  GtkWidget          *back;
  GtkMenuButton      *menu;
  GtkWidget          *contact;
  GtkWidget          *practice;
  GtkWidget          *close;
};

enum { PROP_IS_ALONE = 1, PROP_IS_LAST, N_PROPS };
enum { BACK, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorConversationHeader, kontor_conversation_header, ADW_TYPE_BIN)

static gboolean
is (KontorConversationHeader *self, const char *name, const char *value)
{
  return self->conversation != NULL &&
         g_str_equal (kontor_remote_record_get_text (self->conversation, name), value);
}

static void
call (KontorConversationHeader *self, const char *method, GVariant *arguments)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_inbox (remote), method, arguments);
}

static gint64
get_id (KontorConversationHeader *self)
{
  return kontor_remote_record_get_int (self->conversation, "id");
}

/* @until_us: 0: none */
static void
set_state (KontorConversationHeader *self, gint64 conversation, const char *state, gint64 until_us)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  if (until_us > 0)
    g_variant_dict_insert (&options, "until", "x", until_us);
  call (self, "SetState", g_variant_new ("(xs@a{sv})", conversation, state,
                                         g_variant_dict_end (&options)));
}

static void
on_hold (GtkWidget *widget, const char *name, GVariant *held)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);

  if (self->conversation != NULL)
    call (self, "Hold", g_variant_new ("(xb)", get_id (self), g_variant_get_boolean (held)));
}

static void
on_assign (GtkWidget *widget, const char *name, GVariant *teammate)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);

  if (self->conversation != NULL)
    call (self, "Assign", g_variant_new ("(xs)", get_id (self),
                                         g_variant_get_string (teammate, NULL)));
}

static void
on_state (GtkWidget *widget, const char *name, GVariant *state)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);
  const char *word = g_variant_get_string (state, NULL);
  g_autofree char *undo = NULL;

  if (self->conversation == NULL)
    return;
  if (g_str_equal (word, "closed"))
    {
      undo = g_strdup_printf ("win.reopen(int64 %" G_GINT64_FORMAT ")", get_id (self));
      kontor_toast_undo (widget, _("The conversation is closed"), undo);
    }
  set_state (self, get_id (self), word, 0);
}

static void
on_snooze (GtkWidget *widget, const char *name, GVariant *span)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);
  const char *word = g_variant_get_string (span, NULL);
  gint64 until_us = g_str_equal (word, "hour") ? g_get_real_time () + G_TIME_SPAN_HOUR
    : g_str_equal (word, "tomorrow") ? kontor_later_reckon (1, 9)
    : g_str_equal (word, "monday") ? kontor_later_reckon (kontor_later_days_to_monday (), 9) : 0;
  g_autofree char *day = until_us > 0 ? kontor_wording_day (until_us) : NULL;
  g_autofree char *clock = until_us > 0 ? kontor_wording_clock (until_us) : NULL;
  g_autofree char *words = until_us > 0
    /* TRANSLATORS: a day and a time: "Snoozed until Tomorrow, 09:00" */
    ? g_strdup_printf (_("Snoozed until %s, %s"), day, clock)
    : g_strdup (_("Snoozed until the customer writes"));

  if (self->conversation == NULL)
    return;
  set_state (self, get_id (self), "snoozed", until_us);
  kontor_toast_say (widget, words);
}

/* What was said here must go well from now on, whatever is changed about prompts. */
static void
on_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const fixed[] = { "conversation", NULL };
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);

  if (self->conversation == NULL)
    return;
  kontor_form_dialog_set_heading (
    kontor_form_dialog_act (widget, self->house, "make-golden",
                            g_variant_new_parsed ("{'conversation': <%x>}", get_id (self)), fixed),
    _("Golden Conversation"), _("Run it on the page Assistants. The customer’s words are kept as "
                                "they are: take out there what must not stay."), _("_Keep"));
}

static void
add_entry (GMenu *menu, const char *title, const char *action, GVariant *target)
{
  g_autoptr(GMenuItem) entry = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (entry, action, target);
  g_menu_append_item (menu, entry);
}

static GMenuModel *
make_snoozes (void)
{
  GMenu *menu = g_menu_new ();

  add_entry (menu, _("For an _Hour"), "conversation.snooze", g_variant_new_string ("hour"));
  add_entry (menu, _("Until _Tomorrow, 09:00"), "conversation.snooze",
             g_variant_new_string ("tomorrow"));
  add_entry (menu, _("Until _Monday, 09:00"), "conversation.snooze",
             g_variant_new_string ("monday"));
  add_entry (menu, _("Until the _Customer Writes"), "conversation.snooze",
             g_variant_new_string ("message"));

  return G_MENU_MODEL (menu);
}

/* What the assistant may do by itself: here, or as the channel has it. */
static GMenuModel *
make_modes (KontorConversationHeader *self)
{
  static const struct { const char *mode; const char *title; } modes[] = {
    { "", N_("As the _Channel") }, { "automatic", N_("_Answers by Itself") },
    { "draft", N_("_Drafts for You") }, { "off", N_("_Silent") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    add_entry (menu, _(modes[i].title), "conversation.mode",
               g_variant_new_string (modes[i].mode));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_teammates (KontorConversationHeader *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->teammates)); i++)
    {
      g_autoptr(KontorRemoteRecord) one = g_list_model_get_item (G_LIST_MODEL (self->teammates),
                                                                 i);

      add_entry (menu, kontor_remote_record_get_text (one, "name"), "conversation.assign",
                 g_variant_new_string (kontor_remote_record_get_id (one)));
    }
  add_entry (menu, _("_Nobody"), "conversation.assign", g_variant_new_string (""));

  return G_MENU_MODEL (menu);
}

static void
on_menu (GtkMenuButton *button, gpointer data)
{
  KontorConversationHeader *self = data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuModel) snoozes = make_snoozes (), teammates = make_teammates (self);
  g_autoptr(GMenuModel) modes = make_modes (self);
  gboolean is_held = !is (self, "held-by", "");

  add_entry (menu, is_held ? _("Hand _Back to the Assistant") : _("_Take Over"),
             "conversation.hold", g_variant_new_boolean (!is_held));
  g_menu_append_submenu (menu, _("_Assign to"), teammates);
  g_menu_append_submenu (menu, _("_Snooze"), snoozes);
  g_menu_append_submenu (menu, _("Assista_nt"), modes);
  if (!is (self, "state", "open"))
    add_entry (menu, _("_Open Again"), "conversation.state", g_variant_new_string ("open"));
  if (!is (self, "state", "pending"))
    add_entry (menu, _("Mark _Pending"), "conversation.state", g_variant_new_string ("pending"));
  if (!is (self, "state", "closed"))
    add_entry (menu, _("_Close Conversation"), "conversation.state",
               g_variant_new_string ("closed"));
  if (is (self, "channel-kind", "practice"))
    add_entry (menu, _("Customer’s _Phone"), "inbox.side", g_variant_new_string ("practice"));
  add_entry (menu, _("Keep as _Golden Conversation…"), "conversation.keep", NULL);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
on_mode (GtkWidget *widget, const char *name, GVariant *mode)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (widget);

  if (self->conversation != NULL)
    call (self, "SetMode", g_variant_new ("(xs)", get_id (self),
                                          g_variant_get_string (mode, NULL)));
}

/* "Practice · open · Mara cares for it", or that the customer writes just now */
static char *
dup_subtitle (KontorConversationHeader *self)
{
  const char *assignee = kontor_remote_record_get_text (self->conversation, "assignee");
  const char *line = kontor_remote_house_get_label (
    self->house, "channel", kontor_remote_record_get_text (self->conversation, "channel"));
  g_autofree char *state =
    kontor_wording_choice (kontor_remote_record_get_text (self->conversation, "state"));

  if (kontor_remote_record_get_yes (self->conversation, "typing"))
    return g_strdup (_("typing…"));
  if (*assignee == '\0')
    return g_strdup_printf ("%s · %s", line, state);

  return g_strdup_printf ("%s · %s · %s", line, state,
                          kontor_remote_house_get_label (self->house, "teammate", assignee));
}

static void
draw (KontorConversationHeader *self)
{
  gboolean has_any = self->conversation != NULL &&
                     kontor_remote_record_get_int (self->conversation, "id") != 0;
  g_autofree char *subtitle = has_any ? dup_subtitle (self) : g_strdup ("");
  g_autofree char *name = kontor_wording_phone (
    has_any ? kontor_remote_record_get_text (self->conversation, "name") : "");

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), has_any);
  gtk_widget_set_visible (self->close, has_any && !self->is_alone &&
                                       !is (self, "state", "closed"));
  gtk_widget_set_visible (self->contact, has_any);
  gtk_widget_set_visible (self->practice, has_any && !self->is_alone &&
                                          is (self, "channel-kind", "practice"));
}

void
kontor_conversation_header_show (KontorConversationHeader *self, KontorRemoteRecord *conversation)
{
  if (self->conversation != NULL)
    g_signal_handlers_disconnect_by_func (self->conversation, draw, self);
  g_set_object (&self->conversation, conversation);
  if (conversation != NULL)
    g_signal_connect_object (conversation, "notify::values", G_CALLBACK (draw), self,
                             G_CONNECT_SWAPPED);
  draw (self);
}

static void
mark (GtkWidget *button, gboolean is_on)
{
  if (is_on)
    gtk_widget_set_state_flags (button, GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_CHECKED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, is_on, -1);
}

void
kontor_conversation_header_set_side (KontorConversationHeader *self, const char *side)
{
  mark (self->contact, g_str_equal (side, "contact"));
  mark (self->practice, g_str_equal (side, "practice"));
}

void
kontor_conversation_header_set_house (KontorConversationHeader *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  self->teammates = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                    "teammate", NULL, FALSE);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

static void
on_back (KontorConversationHeader *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
kontor_conversation_header_set_property (GObject *object, guint id, const GValue *value,
                                         GParamSpec *pspec)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (object);

  if (id == PROP_IS_ALONE)
    {
      self->is_alone = g_value_get_boolean (value);
      gtk_widget_set_visible (self->back, self->is_alone);
      draw (self);
    }
  else if (id == PROP_IS_LAST)
    adw_header_bar_set_show_end_title_buttons (self->header, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_conversation_header_dispose (GObject *object)
{
  KontorConversationHeader *self = KONTOR_CONVERSATION_HEADER (object);

  g_clear_object (&self->conversation);
  g_clear_object (&self->teammates);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_conversation_header_parent_class)->dispose (object);
}

static void
kontor_conversation_header_class_init (KontorConversationHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_conversation_header_dispose;
  object_class->set_property = kontor_conversation_header_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_LAST] = g_param_spec_boolean ("is-last", NULL, NULL, TRUE,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BACK] = g_signal_new ("back", KONTOR_TYPE_CONVERSATION_HEADER, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/inbox/conversation-header.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, header);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, title);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, back);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, menu);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, contact);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, practice);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationHeader, close);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "conversation.hold", "b", on_hold);
  gtk_widget_class_install_action (widget_class, "conversation.keep", NULL, on_keep);
  gtk_widget_class_install_action (widget_class, "conversation.assign", "s", on_assign);
  gtk_widget_class_install_action (widget_class, "conversation.state", "s", on_state);
  gtk_widget_class_install_action (widget_class, "conversation.snooze", "s", on_snooze);
  gtk_widget_class_install_action (widget_class, "conversation.mode", "s", on_mode);
}

static void
kontor_conversation_header_init (KontorConversationHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, on_menu, self, NULL);
}
