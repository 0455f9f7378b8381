/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/conversation-list.h"

#include "inbox/hit-row.h"
#include "inbox/view-box.h"
#include "remote/remote-list.h"
#include "widgets/conversation-row.h"
#include "widgets/form-dialog.h"
#include "widgets/record-list.h"

#include <glib/gi18n.h>

struct _KontorConversationList
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  KontorRemoteList  *channels;
  KontorRemoteRecord *view;      /* (nullable): the saved view that is shown */
  char              *teammate;    /* who sits here, as the list was last asked for */

  AdwHeaderBar      *header;
  GtkSearchEntry    *search;
  GtkWidget         *whose;
  GtkToggleButton   *mine;
  GtkToggleButton   *nobodys;
  GtkToggleButton   *all;
  GtkStack          *stack;
  KontorRecordList  *list;
  KontorRecordList  *hits;
  GtkMenuButton     *narrow;
  GtkDropDown       *channel;
  GtkDropDown       *label;
  GtkDropDown       *state;
  GtkCheckButton    *unread;
  GtkCheckButton    *mentioned;
  KontorViewBox     *views;
  GtkWidget         *view_bar;
  GtkLabel          *view_name;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { CHOSEN, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const states[] = { NULL, "open", "pending", "snoozed", "closed" };

G_DEFINE_FINAL_TYPE (KontorConversationList, kontor_conversation_list, ADW_TYPE_BIN)

/* The first line of a choice of records stands for any. */
static const char *
get_chosen (GtkDropDown *choice)
{
  KontorRemoteRecord *chosen = gtk_drop_down_get_selected (choice) > 0
    ? gtk_drop_down_get_selected_item (choice) : NULL;

  return chosen != NULL ? kontor_remote_record_get_id (chosen) : NULL;
}

/* What a saved view and the bus call alike. */
static void
add_narrowing (KontorConversationList *self, GVariantDict *filter)
{
  const char *channel = get_chosen (self->channel), *label = get_chosen (self->label);
  guint state = gtk_drop_down_get_selected (self->state);

  if (channel != NULL)
    g_variant_dict_insert (filter, "channel", "s", channel);
  if (label != NULL)
    g_variant_dict_insert (filter, "label", "s", label);
  if (state > 0 && state < G_N_ELEMENTS (states))
    g_variant_dict_insert (filter, "state", "s", states[state]);
  if (gtk_check_button_get_active (self->unread))
    g_variant_dict_insert (filter, "unread", "b", TRUE);
}

static GVariant *
make_filter (KontorConversationList *self)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  add_narrowing (self, &filter);
  if (self->view != NULL)
    g_variant_dict_insert (&filter, "view", "s", kontor_remote_record_get_id (self->view));
  else if (gtk_toggle_button_get_active (self->mine))
    g_variant_dict_insert (&filter, "assignee", "s", self->teammate);
  else if (gtk_toggle_button_get_active (self->nobodys))
    g_variant_dict_insert (&filter, "assignee", "s", "");
  if (gtk_check_button_get_active (self->mentioned))
    g_variant_dict_insert (&filter, "mentioned", "s", self->teammate);

  return g_variant_dict_end (&filter);
}

static gboolean
is_narrowed (KontorConversationList *self)
{
  return get_chosen (self->channel) != NULL || get_chosen (self->label) != NULL ||
         gtk_drop_down_get_selected (self->state) > 0 ||
         gtk_check_button_get_active (self->unread) ||
         gtk_check_button_get_active (self->mentioned);
}

static void
show_emptiness (KontorConversationList *self)
{
  if (is_narrowed (self) || self->view != NULL)
    kontor_record_list_set_empty (self->list, "edit-find-symbolic", _("Nothing fits"),
                                  _("Other conversations are hidden by the filter."));
  else if (gtk_toggle_button_get_active (self->mine))
    kontor_record_list_set_empty (self->list, "avatar-default-symbolic", _("None are yours"),
                                  _("A conversation is yours when it is assigned to you."));
  else if (gtk_toggle_button_get_active (self->nobodys))
    kontor_record_list_set_empty (self->list, "emblem-ok-symbolic", _("None are waiting"),
                                  _("Every conversation has somebody who cares for it."));
  else
    kontor_record_list_set_empty (self->list, "mail-unread-symbolic", _("No conversations yet"),
                                  _("They appear here when customers write. Play a customer to "
                                    "see how that is."));
}

static void
ask (KontorConversationList *self)
{
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->house == NULL)
    return;
  list = kontor_remote_list_new_conversations (kontor_remote_house_get_remote (self->house),
                                               make_filter (self));
  show_emptiness (self);
  kontor_record_list_set_list (self->list, list);
  if (is_narrowed (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "accent");
}

/* A group tells twice: the one that goes out says nothing. */
static void
on_whose_toggled (KontorConversationList *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    ask (self);
}

static void
show_bars (KontorConversationList *self, gboolean is_searching)
{
  gtk_widget_set_visible (self->whose, !is_searching && self->view == NULL);
  gtk_widget_set_visible (self->view_bar, !is_searching && self->view != NULL);
}

static void
on_searched (KontorConversationList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr(KontorRemoteList) list = NULL;
  gboolean is_searching = *g_strstrip (text) != '\0';

  show_bars (self, is_searching);
  gtk_stack_set_visible_child_name (self->stack, is_searching ? "hits" : "list");
  if (is_searching)
    list = kontor_remote_list_new_search (kontor_remote_house_get_remote (self->house), text);
  kontor_record_list_set_list (self->hits, list);
}

static void
on_search_stopped (KontorConversationList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_conversation_chosen (KontorConversationList *self, KontorRemoteRecord *conversation)
{
  g_signal_emit (self, signals[CHOSEN], 0, kontor_remote_record_get_int (conversation, "id"), "");
}

static void
on_hit_chosen (KontorConversationList *self, KontorRemoteRecord *hit)
{
  g_signal_emit (self, signals[CHOSEN], 0, kontor_remote_record_get_int (hit, "conversation"),
                 kontor_remote_record_get_id (hit));
}

void
kontor_conversation_list_select (KontorConversationList *self, gint64 conversation)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);

  kontor_record_list_select (self->list, conversation != 0 ? id : NULL);
}

void
kontor_conversation_list_search (KontorConversationList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void set_view (KontorConversationList *self, const char *id);

/* It may be another filter than it was, or there is none of the name any more. */
static void
on_view_told (KontorConversationList *self)
{
  gboolean is_gone;

  g_object_get (self->view, "is-gone", &is_gone, NULL);
  if (is_gone)
    {
      set_view (self, NULL);
      return;
    }
  gtk_label_set_text (self->view_name, kontor_remote_record_get_text (self->view, "name"));
  ask (self);
}

static void
clear_narrowing (KontorConversationList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->channel, 0);
  gtk_drop_down_set_selected (self->label, 0);
  gtk_drop_down_set_selected (self->state, 0);
  gtk_check_button_set_active (self->unread, FALSE);
  gtk_check_button_set_active (self->mentioned, FALSE);
}

/* @id: (nullable): none. The view says it all: what was narrowed by hand before is over. */
static void
set_view (KontorConversationList *self, const char *id)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, on_view_told, self);
  g_clear_object (&self->view);
  if (id != NULL)
    {
      clear_narrowing (self);
      self->view = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                                "inbox-view", id);
      g_signal_connect_object (self->view, "notify", G_CALLBACK (on_view_told), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_label_set_text (self->view_name, "");
  show_bars (self, FALSE);
  ask (self);
}

void
kontor_conversation_list_narrow (KontorConversationList *self, const char *name)
{
  set_view (self, NULL);
  clear_narrowing (self);
  gtk_toggle_button_set_active (self->all, TRUE);
  if (g_str_equal (name, "unread"))
    gtk_check_button_set_active (self->unread, TRUE);
  for (guint i = 1; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], name))
      gtk_drop_down_set_selected (self->state, i);
}

static void
on_view_chosen (KontorConversationList *self, const char *id)
{
  set_view (self, id);
}

static void
on_view_left (KontorConversationList *self)
{
  set_view (self, NULL);
}

static void
on_view_changing (KontorConversationList *self)
{
  kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "inbox-view", self->view);
}

/* A view that is narrowed further begins with what it says. */
static void
on_view_wanted (KontorConversationList *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GVariantDict given;

  g_variant_dict_init (&given, self->view != NULL
                       ? kontor_remote_record_get_values (self->view) : NULL);
  g_variant_dict_remove (&given, "id");
  g_variant_dict_remove (&given, "name");
  add_narrowing (self, &given);
  if (gtk_check_button_get_active (self->mentioned))
    g_variant_dict_insert (&given, "mentioned", "b", TRUE);
  if (*g_strstrip (words) != '\0')
    g_variant_dict_insert (&given, "words", "s", words);
  if (self->view == NULL && gtk_toggle_button_get_active (self->mine))
    g_variant_dict_insert (&given, "whose", "s", "me");
  else if (self->view == NULL && gtk_toggle_button_get_active (self->nobodys))
    g_variant_dict_insert (&given, "whose", "s", "nobody");
  kontor_view_box_keep (self->views, g_variant_dict_end (&given));
}

/* Another business has other views. */
static void
on_business_changed (KontorConversationList *self)
{
  clear_narrowing (self);
  set_view (self, NULL);
}

/* "Mine 4": what waits there. Nobody reads beyond a hundred. */
static void
show_count (KontorConversationList *self, GtkToggleButton *button, const char *title,
            const char *name)
{
  gint64 count = kontor_remote_house_get_count (self->house, name);
  g_autofree char *label = count == 0 ? g_strdup (title)
    : count > 99 ? g_strdup_printf ("%s 99+", title)
    : g_strdup_printf ("%s %d", title, (int) count);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

/* Who sits here is told a moment after the start. */
static void
on_status_changed (KontorConversationList *self)
{
  const char *teammate = kontor_remote_house_get_text (self->house, "teammate");

  show_count (self, self->mine, _("Mine"), "mine");
  show_count (self, self->nobodys, _("Unassigned"), "unassigned");

  if (g_str_equal (teammate, self->teammate))
    return;
  g_free (self->teammate);
  self->teammate = g_strdup (teammate);
  if (gtk_toggle_button_get_active (self->mine) || gtk_check_button_get_active (self->mentioned))
    ask (self);
}

static char *
dup_name (GObject *item, gpointer any)
{
  return g_strdup (KONTOR_IS_REMOTE_RECORD (item)
                   ? kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "name") : any);
}

/* @any: what the first line is called. */
static void
fill_choice (GtkDropDown *choice, KontorRemoteList *records, const char *any_record)
{
  g_autoptr(GtkExpression) name = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name), g_strdup (any_record),
    (GClosureNotify) (gpointer) g_free);
  g_autoptr(GtkStringList) any = gtk_string_list_new ((const char *[]) { "", NULL });
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFlattenListModel) both = NULL;

  g_list_store_append (models, any);
  g_list_store_append (models, records);
  both = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  gtk_drop_down_set_expression (choice, name);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (both));
}

void
kontor_conversation_list_set_house (KontorConversationList *self, KontorRemoteHouse *house)
{
  /* A choice that is filled is chosen anew: without a house nothing is asked for by that. */
  self->channels = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                   "channel", NULL, FALSE);
  fill_choice (self->channel, self->channels, _("Any Channel"));
  fill_choice (self->label, kontor_remote_house_get_labels (house), _("Any Label"));
  self->house = g_object_ref (house);
  kontor_record_list_set_rows (self->list, _("Conversations"), kontor_conversation_row_new, house);
  kontor_record_list_set_rows (self->hits, _("Messages found"), kontor_hit_row_new, house);
  kontor_record_list_set_empty (self->hits, "edit-find-symbolic", _("Nothing found"),
                                _("No message has these words."));
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_status_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (on_business_changed), self,
                           G_CONNECT_SWAPPED);
  on_status_changed (self);
  kontor_view_box_set_house (self->views, house);
  ask (self);
}

static void
kontor_conversation_list_set_property (GObject *object, guint id, const GValue *value,
                                       GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    adw_header_bar_set_show_end_title_buttons (KONTOR_CONVERSATION_LIST (object)->header,
                                               g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_conversation_list_dispose (GObject *object)
{
  KontorConversationList *self = KONTOR_CONVERSATION_LIST (object);

  g_clear_object (&self->channels);
  g_clear_object (&self->view);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_conversation_list_parent_class)->dispose (object);
}

static void
kontor_conversation_list_finalize (GObject *object)
{
  g_free (KONTOR_CONVERSATION_LIST (object)->teammate);

  G_OBJECT_CLASS (kontor_conversation_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/conversation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, header);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, search);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, whose);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, mine);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, nobodys);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, all);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, list);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, hits);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, narrow);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, channel);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, label);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, state);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, unread);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, mentioned);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, views);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, view_bar);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationList, view_name);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_view_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changing);
  gtk_widget_class_bind_template_callback (widget_class, on_view_left);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_whose_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_conversation_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_hit_chosen);
}

static void
kontor_conversation_list_class_init (KontorConversationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_conversation_list_dispose;
  object_class->finalize = kontor_conversation_list_finalize;
  object_class->set_property = kontor_conversation_list_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_CONVERSATION_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  g_type_ensure (KONTOR_TYPE_VIEW_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kontor_conversation_list_init (KontorConversationList *self)
{
  self->teammate = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
