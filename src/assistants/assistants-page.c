/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistants/assistants-page.h"

#include "assistants/bench-view.h"
#include "assistants/knowledge-view.h"
#include "assistants/models-view.h"
#include "assistants/prompts-view.h"
#include "widgets/page.h"
#include "widgets/record-group.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorAssistantsPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwViewStack      *views;
};

static void kontor_assistants_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorAssistantsPage, kontor_assistants_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_assistants_page_page_init))

static const char *const not_asked[] = { "kind", "active", NULL };

/* "Automatic · Front desk": what it may do here, and which one it is. */
static char *
dup_channel (KontorRemoteHouse *house, KontorRemoteRecord *channel)
{
  const char *mode = kontor_remote_record_get_text (channel, "mode");
  const char *assistant = kontor_remote_record_get_text (channel, "assistant");
  g_autofree char *word = kontor_wording_choice (*mode != '\0' ? mode : "automatic");

  return g_strdup_printf ("%s · %s", word, *assistant != '\0'
                          ? kontor_remote_house_get_label (house, "assistant", assistant)
                          : _("the default assistant"));
}

static char *
dup_assistant (KontorRemoteHouse *house, KontorRemoteRecord *assistant)
{
  return g_strdup (kontor_remote_record_get_yes (assistant, "is-default")
                   ? _("For channels without one") : "");
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  gtk_widget_set_margin_top (child, 18);
  gtk_widget_set_margin_bottom (child, 18);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);

  return scrolled;
}

static GtkWidget *
make_prompts (KontorRemoteHouse *house)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), kontor_prompts_view_new (house));

  return scrolled;
}

static GtkWidget *
make_models (KontorRemoteHouse *house)
{
  return scroll (kontor_models_view_new (house));
}

static GtkWidget *
make_places (KontorRemoteHouse *house)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *channels = kontor_record_group_new (house, "channel", _("On Which Channel"),
                                                 _("What the assistant may do there by itself: "
                                                   "answer, write drafts, or nothing."), NULL);
  GtkWidget *assistants = kontor_record_group_new (house, "assistant", _("Assistants"),
                                                   _("How each speaks, what it may say, and with "
                                                     "which prompts."), _("New Assistant"));

  kontor_record_group_set_words (KONTOR_RECORD_GROUP (channels), dup_channel);
  kontor_record_group_show (KONTOR_RECORD_GROUP (channels),
                            g_variant_new_parsed ("{'removed': <false>}"), not_asked);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (assistants), dup_assistant);
  kontor_record_group_show (KONTOR_RECORD_GROUP (assistants), NULL, NULL);
  gtk_box_append (GTK_BOX (box), channels);
  gtk_box_append (GTK_BOX (box), assistants);

  return scroll (box);
}

static const struct {
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (KontorRemoteHouse *house);
} views[] = {
  { "prompts", N_("Prompts"), "document-edit-symbolic", make_prompts },
  { "knowledge", N_("Knowledge"), "system-help-symbolic", kontor_knowledge_view_new },
  { "models", N_("Models"), "kontor-spark-symbolic", make_models },
  { "bench", N_("Bench"), "emblem-ok-symbolic", kontor_bench_view_new },
  { "channels", N_("Channels"), "phone-symbolic", make_places },
};

static void
kontor_assistants_page_show_place (KontorPage *page, const char *where)
{
  KontorAssistantsPage *self = KONTOR_ASSISTANTS_PAGE (page);

  if (adw_view_stack_get_child_by_name (self->views, where) != NULL)
    adw_view_stack_set_visible_child_name (self->views, where);
}

static void
kontor_assistants_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_assistants_page_show_place;
}

static void
kontor_assistants_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_ASSISTANTS_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_assistants_page_parent_class)->dispose (object);
}

static void
kontor_assistants_page_class_init (KontorAssistantsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_assistants_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/assistants/assistants-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorAssistantsPage, views);
}

static void
kontor_assistants_page_init (KontorAssistantsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_assistants_page_new (KontorRemoteHouse *house)
{
  KontorAssistantsPage *self = g_object_new (KONTOR_TYPE_ASSISTANTS_PAGE, NULL);

  self->house = g_object_ref (house);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwViewStackPage *page = adw_view_stack_add_titled (self->views, views[i].make (house),
                                                          views[i].name, _(views[i].title));

      adw_view_stack_page_set_icon_name (page, views[i].icon);
    }

  return GTK_WIDGET (self);
}
