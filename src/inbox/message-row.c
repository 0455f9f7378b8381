/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/message-row.h"

#include "inbox/attachment.h"
#include "inbox/body.h"
#include "inbox/bubble-line.h"
#include "inbox/failure-bar.h"
#include "inbox/pending-bar.h"
#include "inbox/quote.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

/* How narrow a long text may become: to find out for a single letter takes GTK a line for each. */
#define LEAST_CHARS 12

struct _KontorMessageRow
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  KontorThreadItem  *item;
  char              *summary;
  gboolean           as_customer;

  GtkLabel          *day;
  KontorBubbleLine  *line;
  GtkBox            *bubble;
  GtkLabel          *author;
  KontorQuote       *quote;        /* these: NULL until a message has one, for few have */
  KontorAttachment  *attachment;
  GtkWidget         *place;
  KontorPendingBar  *pending;
  KontorFailureBar  *failure;
  GtkLabel          *text;
  GtkLabel          *choices;
  GtkWidget         *meta;
  GtkButton         *why;
  GtkLabel          *time;
  GtkLabel          *ticks;
  GtkMenuButton     *more;
  GtkLabel          *reactions;
};

enum { PROP_ITEM = 1, PROP_SUMMARY, N_PROPS };
static GParamSpec *props[N_PROPS];

static const struct { const char *state; const char *tick; const char *words; const char *style; }
ticks[] = {
  { "queued", "◷", N_("Waiting to be sent"), NULL },
  { "sending", "◷", N_("Being sent"), NULL },
  { "sent", "✓", N_("Sent"), NULL },
  { "delivered", "✓✓", N_("Delivered"), NULL },
  { "read", "✓✓", N_("Read"), "seen" },
  { "played", "✓✓", N_("Played"), "seen" },
  { "failed", "!", N_("Not sent"), "error" },
  { "unknown", "?", N_("Nobody knows whether it was sent"), "warning" },
  { "scheduled", "◷", N_("Will be sent later"), NULL },
  { "draft", "", N_("Draft by the assistant"), NULL },
};

G_DEFINE_FINAL_TYPE (KontorMessageRow, kontor_message_row, ADW_TYPE_BIN)

static gboolean
is (KontorRemoteRecord *message, const char *name, const char *value)
{
  return g_str_equal (kontor_remote_record_get_text (message, name), value);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_day (KontorMessageRow *self, gint64 at_us)
{
  g_autofree char *day = kontor_wording_day (at_us);

  gtk_label_set_text (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), kontor_thread_item_starts_day (self->item));
}

/* Ours stand at the end of the line, theirs at the start; a note goes across. */
static void
show_side (KontorMessageRow *self, KontorRemoteRecord *message)
{
  gboolean is_note = is (message, "direction", "note"), is_system = is (message, "kind", "system");
  gboolean is_ours = is (message, "direction", "out") != self->as_customer;
  GtkAlign align = is_note ? GTK_ALIGN_FILL : is_system ? GTK_ALIGN_CENTER
    : is_ours ? GTK_ALIGN_END : GTK_ALIGN_START;
  const char *side = is_note ? "note" : is_system ? "system" : is_ours ? "ours" : "theirs";
  gboolean is_pending = is (message, "state", "draft") || is (message, "state", "scheduled");
  const char *classes[] = { "bubble", is_pending ? "pending" : side,
                            kontor_thread_item_goes_on (self->item) ? "goes-on" : NULL, NULL };
  gboolean is_wide = is_note || is_system;

  gtk_widget_set_css_classes (GTK_WIDGET (self->bubble), classes);
  kontor_bubble_line_set_align (self->line, align);
  gtk_widget_set_margin_start (GTK_WIDGET (self->line), is_ours && !is_wide ? 42 : 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self->line), is_ours || is_wide ? 0 : 42);
  gtk_widget_set_halign (GTK_WIDGET (self->reactions), is_ours ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self), kontor_thread_item_goes_on (self->item) ? 0 : 6);
}

static void
show_author (KontorMessageRow *self, KontorRemoteRecord *message)
{
  const char *author = kontor_remote_record_get_text (message, "author");
  gboolean is_note = is (message, "direction", "note");
  gboolean is_named = (is_note || is (message, "direction", "out")) && !self->as_customer &&
                      !kontor_thread_item_goes_on (self->item);
  const char *name = kontor_remote_house_get_author (self->house, author);
  g_autofree char *words = is_note ? g_strdup_printf (_("Note by %s"), name) : g_strdup (name);
  g_autofree char *member = kontor_body_dup_member (message);

  show_text (self->author, member != NULL ? member : is_named ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why),
                          !self->as_customer && *kontor_remote_record_get_text (message, "why"));
}

static void
show_attachment (KontorMessageRow *self, KontorRemoteRecord *message)
{
  if (self->attachment == NULL && *kontor_remote_record_get_text (message, "media-state") == '\0')
    return;
  if (self->attachment == NULL)
    {
      self->attachment = g_object_new (KONTOR_TYPE_ATTACHMENT, NULL);
      gtk_widget_insert_before (GTK_WIDGET (self->attachment), GTK_WIDGET (self->bubble),
                                GTK_WIDGET (self->text));
    }
  kontor_attachment_set (self->attachment, message);
}

static void
show_place (KontorMessageRow *self, const char *place)
{
  if (self->place == NULL && place != NULL)
    {
      self->place = gtk_link_button_new_with_label (place, _("Show on a Map"));
      gtk_widget_set_halign (self->place, GTK_ALIGN_START);
      gtk_widget_insert_after (self->place, GTK_WIDGET (self->bubble), GTK_WIDGET (self->text));
    }
  if (place != NULL)
    gtk_link_button_set_uri (GTK_LINK_BUTTON (self->place), place);
  if (self->place != NULL)
    gtk_widget_set_visible (self->place, place != NULL);
}

static void
show_pending (KontorMessageRow *self, KontorRemoteRecord *message)
{
  gboolean is_pending = is (message, "state", "draft") || is (message, "state", "scheduled");
  GtkWidget *line = GTK_WIDGET (self->line);

  if (self->pending == NULL && is_pending && !self->as_customer)
    {
      self->pending = g_object_new (KONTOR_TYPE_PENDING_BAR, "halign", GTK_ALIGN_END, "margin-top",
                                    3, NULL);
      gtk_widget_insert_after (GTK_WIDGET (self->pending), gtk_widget_get_parent (line), line);
    }
  if (self->pending != NULL)
    kontor_pending_bar_set (self->pending, self->as_customer ? NULL : message);
}

static void
show_quote (KontorMessageRow *self, KontorRemoteRecord *message)
{
  KontorRemoteRecord *quoted = kontor_thread_item_get_quoted (self->item);
  gint64 about = kontor_remote_record_get_int (message, "about");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, about);
  g_autofree char *line = quoted != NULL ? kontor_body_dup_line (quoted)
    : g_strdup (_("An earlier message"));

  if (self->quote == NULL && about != 0)
    {
      self->quote = g_object_new (KONTOR_TYPE_QUOTE, NULL);
      gtk_widget_insert_after (GTK_WIDGET (self->quote), GTK_WIDGET (self->bubble),
                               GTK_WIDGET (self->author));
    }
  if (self->quote == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->quote), about != 0);
  kontor_quote_set (self->quote, id, quoted != NULL ? kontor_remote_house_get_author (
                      self->house, kontor_remote_record_get_text (quoted, "author")) : "", line);
}

static void
show_failure (KontorMessageRow *self, KontorRemoteRecord *message)
{
  gboolean is_unknown = is (message, "state", "unknown");
  gboolean is_failed = is (message, "direction", "out") && !self->as_customer &&
                       (is_unknown || is (message, "state", "failed"));
  g_autofree char *reason =
    kontor_remote_dup_sentence (kontor_remote_record_get_text (message, "reason"));

  if (self->failure == NULL && is_failed)
    {
      self->failure = g_object_new (KONTOR_TYPE_FAILURE_BAR, "halign", GTK_ALIGN_END, NULL);
      gtk_widget_insert_after (GTK_WIDGET (self->failure),
                               gtk_widget_get_parent (GTK_WIDGET (self->line)),
                               GTK_WIDGET (self->reactions));
    }
  if (self->failure == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->failure), is_failed);
  kontor_failure_bar_set (self->failure, kontor_remote_record_get_id (message),
                          *reason != '\0' ? reason
                          : is_unknown
                          ? _("Nobody knows whether it was sent. Look at the phone first.")
                          : _("It was not sent."));
}

static void
show_state (KontorMessageRow *self, KontorRemoteRecord *message)
{
  const char *state = kontor_remote_record_get_text (message, "state");
  gboolean is_out = is (message, "direction", "out") && !self->as_customer;

  gtk_widget_set_visible (GTK_WIDGET (self->ticks), FALSE);
  for (guint i = 0; is_out && i < G_N_ELEMENTS (ticks); i++)
    if (g_str_equal (ticks[i].state, state))
      {
        const char *classes[] = { "caption", "ticks", ticks[i].style, NULL };

        gtk_label_set_text (self->ticks, ticks[i].tick);
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->ticks), _(ticks[i].words));
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->ticks),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, _(ticks[i].words), -1);
        gtk_widget_set_css_classes (GTK_WIDGET (self->ticks), classes);
        gtk_widget_set_visible (GTK_WIDGET (self->ticks), TRUE);
      }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why), "s",
                                    kontor_remote_record_get_id (message));
}

static const char *
find_words (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    if (g_str_equal (ticks[i].state, state))
      return _(ticks[i].words);

  return "";
}

static void
summarise (KontorMessageRow *self, KontorRemoteRecord *message)
{
  const char *author = kontor_remote_house_get_author (
    self->house, kontor_remote_record_get_text (message, "author"));
  g_autofree char *member = kontor_body_dup_member (message);
  const char *state = is (message, "direction", "out")
    ? find_words (kontor_remote_record_get_text (message, "state")) : "";
  g_autofree char *line = kontor_body_dup_line (message);

  g_free (self->summary);
  self->summary = g_strdup_printf ("%s, %s: %s%s%s", member != NULL ? member : author,
                                   gtk_label_get_text (self->time), line,
                                   *state != '\0' ? ", " : "", state);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
show_time (KontorMessageRow *self, KontorRemoteRecord *message, const char *clock)
{
  g_autofree char *edited = kontor_body_is_edit (message) ? g_strdup_printf (_("Edited, %s"), clock)
                                                          : NULL;

  gtk_label_set_text (self->time, edited != NULL ? edited : clock);
}

static void
draw (KontorMessageRow *self)
{
  KontorRemoteRecord *message;
  g_autofree char *text = NULL, *clock = NULL, *place = NULL, *choices = NULL;
  g_autoptr(PangoAttrList) marks = NULL;

  if (self->item == NULL)
    return;
  message = kontor_thread_item_get_record (self->item);
  marks = kontor_body_dup_marks (message, kontor_remote_house_get_text (self->house, "teammate"));
  text = kontor_body_dup_text (message);
  clock = kontor_wording_clock (kontor_remote_record_get_int (message, "at"));
  place = kontor_body_dup_place (message);
  choices = kontor_body_dup_choices (message);
  show_day (self, kontor_remote_record_get_int (message, "at"));
  show_side (self, message);
  show_author (self, message);
  show_quote (self, message);
  show_attachment (self, message);
  show_text (self->text, text);
  gtk_label_set_width_chars (self->text, MIN (g_utf8_strlen (text, -1), LEAST_CHARS));
  gtk_label_set_attributes (self->text, marks);
  show_text (self->choices, choices != NULL ? choices : "");
  show_place (self, place);
  show_time (self, message, clock);
  show_text (self->reactions, kontor_thread_item_get_reactions (self->item));
  show_state (self, message);
  show_failure (self, message);
  show_pending (self, message);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          !self->as_customer && !is (message, "kind", "system"));
  summarise (self, message);
}

static void
add_entry (GMenu *menu, const char *title, const char *action, GVariant *target)
{
  g_autoptr(GMenuItem) entry = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (entry, action, target);
  g_menu_append_item (menu, entry);
}

/* The daemon tells until when; the menu may be opened later than that was told. */
static gboolean
may_still (KontorRemoteRecord *message, const char *until)
{
  return kontor_remote_record_get_int (message, until) > g_get_real_time ();
}

/* Made when it is opened: a thread has many rows and seldom a menu. */
static void
on_more (GtkMenuButton *button, gpointer data)
{
  static const char *const emoji[] = { "👍", "❤️", "😂", "🙏" };
  KontorMessageRow *self = data;
  KontorRemoteRecord *message = kontor_thread_item_get_record (self->item);
  const char *id = kontor_remote_record_get_id (message);
  g_autoptr(GMenu) menu = g_menu_new (), doing = g_menu_new (), reacting = g_menu_new (),
    deleting = g_menu_new ();
  gboolean is_note = is (message, "direction", "note");

  if (!is_note)
    add_entry (doing, _("_Reply"), "thread.reply", g_variant_new_string (id));
  if (*gtk_label_get_text (self->text) != '\0')
    add_entry (doing, _("_Copy Text"), "thread.copy", g_variant_new_string (id));
  if (may_still (message, "edit-until"))
    add_entry (doing, _("_Edit"), "thread.edit", g_variant_new_string (id));
  if (gtk_widget_get_visible (GTK_WIDGET (self->why)))
    add_entry (doing, _("_Why Did It Say That?"), "thread.why", g_variant_new_string (id));
  for (guint i = 0; !is_note && i < G_N_ELEMENTS (emoji); i++)
    add_entry (reacting, emoji[i], "thread.react", g_variant_new ("(ss)", id, emoji[i]));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (doing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reacting));
  if (may_still (message, "take-back-until"))
    add_entry (deleting, _("_Delete for Everyone…"), "thread.delete", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
on_pressed (KontorMessageRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->more)))
    gtk_menu_button_popup (self->more);
}

static void
set_item (KontorMessageRow *self, KontorThreadItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, draw, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "changed", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  else if (self->attachment != NULL)
    kontor_attachment_set (self->attachment, NULL);
  draw (self);
}

static void
kontor_message_row_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    set_item (KONTOR_MESSAGE_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_message_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorMessageRow *self = KONTOR_MESSAGE_ROW (object);

  if (id == PROP_ITEM)
    g_value_set_object (value, self->item);
  else if (id == PROP_SUMMARY)
    g_value_set_string (value, self->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_message_row_dispose (GObject *object)
{
  KontorMessageRow *self = KONTOR_MESSAGE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, draw, self);
  g_clear_object (&self->item);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_message_row_parent_class)->dispose (object);
}

static void
kontor_message_row_finalize (GObject *object)
{
  g_free (KONTOR_MESSAGE_ROW (object)->summary);

  G_OBJECT_CLASS (kontor_message_row_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, day);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, line);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, bubble);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, author);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, text);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, choices);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, meta);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, why);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, time);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, ticks);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, more);
  gtk_widget_class_bind_template_child (widget_class, KontorMessageRow, reactions);
}

static void
kontor_message_row_class_init (KontorMessageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_message_row_dispose;
  object_class->finalize = kontor_message_row_finalize;
  object_class->set_property = kontor_message_row_set_property;
  object_class->get_property = kontor_message_row_get_property;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, KONTOR_TYPE_THREAD_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (KONTOR_TYPE_BUBBLE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/message-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
kontor_message_row_init (KontorMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, on_more, self, NULL);
}

GtkWidget *
kontor_message_row_new (gpointer house)
{
  KontorMessageRow *self = g_object_new (KONTOR_TYPE_MESSAGE_ROW, NULL);

  self->house = g_object_ref (house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
kontor_message_row_new_customer (gpointer house)
{
  GtkWidget *self = kontor_message_row_new (house);

  KONTOR_MESSAGE_ROW (self)->as_customer = TRUE;

  return self;
}
