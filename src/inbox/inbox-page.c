/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox-page.c — what stands beside a conversation is made when it is first looked at. */
#include "inbox/inbox-page.h"

#include <string.h>

#include "widgets/contact-pane.h"
#include "inbox/conversation-list.h"
#include "inbox/conversation-pane.h"
#include "inbox/practice-pane.h"
#include "remote/remote-list.h"
#include "widgets/page.h"
#include "widgets/toast.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorInboxPage
{
  AdwBin                  parent_instance;

  KontorRemoteHouse      *house;
  KontorRemoteList       *theirs;     /* the conversations of that contact */
  KontorRemoteRecord     *told;       /* (nullable): the conversation that is open */

  AdwLeaflet             *leaflet;
  KontorConversationList *list;
  AdwFlap                *flap;
  KontorConversationPane *pane;
  GtkStack               *side;
  KontorContactPane      *contact;    /* these two: NULL until they are looked at */
  KontorPracticePane     *practice;
};

static void kontor_inbox_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorInboxPage, kontor_inbox_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_inbox_page_page_init))

static void on_conversation_found (KontorInboxPage *self, gint64 conversation);

static void
show_told (KontorInboxPage *self)
{
  if (self->told == NULL)
    return;
  if (self->contact != NULL)
    kontor_contact_pane_show (self->contact, kontor_remote_record_get_text (self->told, "contact"));
  if (self->practice != NULL)
    kontor_practice_pane_show (self->practice, self->told);
}

static void
make_contact (KontorInboxPage *self)
{
  self->contact = g_object_new (KONTOR_TYPE_CONTACT_PANE, NULL);
  kontor_contact_pane_set_house (self->contact, self->house);
  gtk_stack_add_named (self->side, GTK_WIDGET (self->contact), "contact");
}

static void
make_practice (KontorInboxPage *self)
{
  self->practice = g_object_new (KONTOR_TYPE_PRACTICE_PANE, NULL);
  kontor_practice_pane_set_house (self->practice, self->house);
  g_signal_connect_object (self->practice, "conversation-found",
                           G_CALLBACK (on_conversation_found), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->side, GTK_WIDGET (self->practice), "practice");
}

static void
show_side (KontorInboxPage *self, const char *side)
{
  if (*side != '\0' && gtk_stack_get_child_by_name (self->side, side) == NULL)
    {
      if (g_str_equal (side, "practice"))
        make_practice (self);
      else
        make_contact (self);
      show_told (self);
    }
  if (*side != '\0')
    gtk_stack_set_visible_child_name (self->side, side);
  adw_flap_set_reveal_flap (self->flap, *side != '\0');
  if (g_str_equal (side, "practice"))
    {
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      kontor_practice_pane_focus (self->practice);
    }
}

static void
on_flap_revealed (KontorInboxPage *self)
{
  const char *side = adw_flap_get_reveal_flap (self->flap)
    ? gtk_stack_get_visible_child_name (self->side) : "";

  KontorConversationHeader *header = kontor_conversation_pane_get_header (self->pane);

  kontor_conversation_header_set_side (header, side);
  g_object_set (header, "is-last", *side == '\0' || adw_flap_get_folded (self->flap), NULL);
}

static void
on_side (GtkWidget *widget, const char *name, GVariant *target)
{
  KontorInboxPage *self = KONTOR_INBOX_PAGE (widget);
  const char *side = g_variant_get_string (target, NULL);
  gboolean is_shown = adw_flap_get_reveal_flap (self->flap) &&
                      g_strcmp0 (gtk_stack_get_visible_child_name (self->side), side) == 0;

  show_side (self, is_shown ? "" : side);
  on_flap_revealed (self);
}

static void
open_conversation (KontorInboxPage *self, gint64 conversation, const char *message)
{
  g_clear_object (&self->theirs);
  kontor_conversation_pane_show (self->pane, conversation, message);
  kontor_conversation_list_select (self->list, conversation);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_chosen (KontorInboxPage *self, gint64 conversation, const char *message)
{
  open_conversation (self, conversation, message);
}

static void
on_back (KontorInboxPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_conversation_told (KontorInboxPage *self, KontorRemoteRecord *conversation)
{
  gboolean is_practice = g_str_equal (
    kontor_remote_record_get_text (conversation, "channel-kind"), "practice");

  g_set_object (&self->told, conversation);
  show_told (self);
  if (!is_practice && self->practice != NULL && adw_flap_get_reveal_flap (self->flap) &&
      gtk_stack_get_visible_child (self->side) == GTK_WIDGET (self->practice))
    show_side (self, "contact");
}

/* The customer who is played wrote: that conversation is what people want to see. */
static void
on_conversation_found (KontorInboxPage *self, gint64 conversation)
{
  if (kontor_conversation_pane_get_shown (self->pane) == conversation)
    return;
  open_conversation (self, conversation, NULL);
  kontor_practice_pane_focus (self->practice);
}

static void
on_theirs_loaded (KontorInboxPage *self)
{
  g_autoptr(KontorRemoteRecord) latest = g_list_model_get_item (G_LIST_MODEL (self->theirs), 0);

  if (!kontor_remote_list_is_loaded (self->theirs))
    return;
  if (latest == NULL)
    kontor_toast_say (GTK_WIDGET (self), _("This customer has not written yet."));
  else
    open_conversation (self, kontor_remote_record_get_int (latest, "id"), NULL);
}

static void
look_for_contact (KontorInboxPage *self, const char *contact)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "contact", "s", contact);
  g_clear_object (&self->theirs);
  self->theirs = kontor_remote_list_new_conversations (
    kontor_remote_house_get_remote (self->house), g_variant_dict_end (&filter));
  g_signal_connect_object (self->theirs, "notify::is-loaded", G_CALLBACK (on_theirs_loaded), self,
                           G_CONNECT_SWAPPED);
}

static void
kontor_inbox_page_show_place (KontorPage *page, const char *where)
{
  KontorInboxPage *self = KONTOR_INBOX_PAGE (page);

  if (g_str_equal (where, "practice"))
    show_side (self, "practice");
  else if (g_str_has_prefix (where, "contact/"))
    look_for_contact (self, where + strlen ("contact/"));
  else if (g_ascii_isdigit (*where))
    open_conversation (self, g_ascii_strtoll (where, NULL, 10), NULL);
  else if (*where != '\0')
    {
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
      kontor_conversation_list_narrow (self->list, where);
    }
}

static gboolean
kontor_inbox_page_search (KontorPage *page)
{
  KontorInboxPage *self = KONTOR_INBOX_PAGE (page);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  kontor_conversation_list_search (self->list);

  return TRUE;
}

static void
kontor_inbox_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_inbox_page_show_place;
  iface->search = kontor_inbox_page_search;
}

/* Another business was opened: what is on the screen is nobody's any more. */
static void
leave (KontorInboxPage *self)
{
  g_clear_object (&self->told);
  kontor_conversation_pane_show (self->pane, 0, NULL);
  kontor_conversation_list_select (self->list, 0);
}

static void
kontor_inbox_page_dispose (GObject *object)
{
  KontorInboxPage *self = KONTOR_INBOX_PAGE (object);

  g_clear_object (&self->theirs);
  g_clear_object (&self->told);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_inbox_page_parent_class)->dispose (object);
}

static void
kontor_inbox_page_class_init (KontorInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_inbox_page_dispose;
  g_type_ensure (KONTOR_TYPE_CONVERSATION_LIST);
  g_type_ensure (KONTOR_TYPE_CONVERSATION_PANE);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorInboxPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorInboxPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorInboxPage, flap);
  gtk_widget_class_bind_template_child (widget_class, KontorInboxPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KontorInboxPage, side);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_conversation_told);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_revealed);
  gtk_widget_class_install_action (widget_class, "inbox.side", "s", on_side);
}

static void
kontor_inbox_page_init (KontorInboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_inbox_page_new (KontorRemoteHouse *house)
{
  KontorInboxPage *self = g_object_new (KONTOR_TYPE_INBOX_PAGE, NULL);
  KontorConversationHeader *header = kontor_conversation_pane_get_header (self->pane);

  self->house = g_object_ref (house);
  kontor_conversation_list_set_house (self->list, house);
  kontor_conversation_pane_set_house (self->pane, house);
  g_object_bind_property (self->leaflet, "folded", self->list, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", header, "is-alone", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (header, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
