/* SPDX-License-Identifier: GPL-3.0-or-later */
/* try-view.c — one question at a time. What was said before goes with each, with what the daemon
 * gave to remember it by. */
#include "assistants/try-view.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorTryView
{
  AdwBin                parent_instance;

  KontorRemoteHouse    *house;
  KontorDBusAssistants *assistants;
  GPtrArray            *history;    /* of a{sv}, as Try() takes them */
  char                 *purpose;    /* of the text that is tried; NULL: none */
  char                 *text;
  char                 *trial;      /* under way; NULL: none */
  GString              *coming;     /* what the model has written of it */
  GtkLabel             *bubble;     /* that shows it */

  GtkScrolledWindow    *scrolled;
  GtkBox               *lines;
  GtkEditable          *entry;
  GtkWidget            *send;
  GtkWidget            *stop;
  GtkWidget            *clear;
};

G_DEFINE_FINAL_TYPE (KontorTryView, kontor_try_view, ADW_TYPE_BIN)

static gboolean
scroll_down (gpointer data)
{
  KontorTryView *self = data;
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);

  gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at));
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

static GtkLabel *
add_line (KontorTryView *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  gboolean is_ours = g_str_equal (style, "ours");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_halign (label, is_ours ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (label, g_str_equal (style, "about") ? "caption" : "bubble");
  gtk_widget_add_css_class (label, g_str_equal (style, "about") ? "dim-label" : style);
  gtk_box_append (self->lines, label);
  g_idle_add (scroll_down, g_object_ref (self));

  return GTK_LABEL (label);
}

static void
show_state (KontorTryView *self)
{
  gboolean is_busy = self->trial != NULL;

  gtk_widget_set_visible (self->stop, is_busy);
  gtk_widget_set_visible (self->send, !is_busy);
  gtk_widget_set_sensitive (self->send, *gtk_editable_get_text (self->entry) != '\0');
  gtk_widget_set_sensitive (self->clear, self->history->len > 0 && !is_busy);
}

static void
remember (KontorTryView *self, const char *from, const char *text, const char *memory)
{
  GVariantDict said;

  g_variant_dict_init (&said, NULL);
  g_variant_dict_insert (&said, "from", "s", from);
  g_variant_dict_insert (&said, "text", "s", text);
  if (memory != NULL)
    g_variant_dict_insert (&said, "memory", "s", memory);
  g_ptr_array_add (self->history, g_variant_ref_sink (g_variant_dict_end (&said)));
}

static void
on_text (KontorTryView *self, const char *trial, const char *text, gboolean begins)
{
  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  if (begins)
    g_string_truncate (self->coming, 0);
  g_string_append (self->coming, text);
  if (self->bubble == NULL)
    self->bubble = add_line (self, self->coming->str, "ours");
  gtk_label_set_text (self->bubble, self->coming->str);
  g_idle_add (scroll_down, g_object_ref (self));
}

/* "1.2 s · 0.01 USD · PR1 v3": what it took and was made from. */
static char *
dup_about (GVariant *result)
{
  g_autofree const char **prompts = NULL;
  g_autofree char *named = NULL, *price = NULL;
  gint64 nano = kontor_record_get_int (result, "cost-nano", 0);
  gint64 latency_ms = kontor_record_get_int (result, "latency-ms", 0);
  const char *currency = kontor_record_get_text (result, "currency");
  g_autoptr(GString) about = g_string_new (NULL);

  g_variant_lookup (result, "prompts", "^a&s", &prompts);
  named = prompts != NULL ? g_strjoinv (", ", (char **) prompts) : g_strdup ("");
  if (latency_ms > 0)
    /* TRANSLATORS: seconds */
    g_string_append_printf (about, _("%.1f s"), latency_ms / 1000.0);
  if (nano > 0 && currency != NULL)
    {
      price = kontor_wording_money ((nano + 500000000) / 1000000000, currency);
      g_string_append_printf (about, " · %s", price);
    }
  if (*named != '\0')
    g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", named);

  return g_string_free (g_steal_pointer (&about), FALSE);
}

static void
add_passages (KontorTryView *self, GVariant *result)
{
  g_autoptr(GVariant) passages = g_variant_lookup_value (result, "passages",
                                                         G_VARIANT_TYPE ("aa{sv}"));
  GVariantIter iter;
  GVariant *passage;

  if (passages == NULL)
    return;
  g_variant_iter_init (&iter, passages);
  while (g_variant_iter_loop (&iter, "@a{sv}", &passage))
    {
      const char *source = kontor_record_get_text (passage, "source");
      const char *title = kontor_record_get_text (passage, "title");
      g_autofree char *line = g_strdup_printf (_("from: %s › %s"), source != NULL ? source : "",
                                               title != NULL ? title : "");

      add_line (self, line, "about");
    }
}

/* What would be said, and by whom; why nothing would be. */
static void
show_result (KontorTryView *self, GVariant *result)
{
  const char *outcome = kontor_record_get_text (result, "outcome");
  const char *reply = kontor_record_get_text (result, "reply");
  const char *reason = kontor_record_get_text (result, "reason");
  const char *failure = kontor_record_get_text (result, "failure");
  g_autofree char *about = dup_about (result);

  if (reply != NULL && *reply != '\0')
    {
      if (self->bubble == NULL)
        self->bubble = add_line (self, reply, "ours");
      gtk_label_set_text (self->bubble, reply);
      remember (self, "assistant", reply, kontor_record_get_text (result, "memory"));
    }
  else if (self->bubble != NULL)
    gtk_box_remove (self->lines, GTK_WIDGET (self->bubble));
  if (failure != NULL && *failure != '\0')
    {
      g_autofree char *words = kontor_remote_dup_sentence (failure);

      add_line (self, words, "note");
    }
  if (g_strcmp0 (outcome, "draft") == 0)
    add_line (self, _("A person would read this before it goes."), "note");
  else if (g_strcmp0 (outcome, "people") == 0)
    add_line (self, _("It is left to people."), "note");
  else if (g_strcmp0 (outcome, "silent") == 0)
    add_line (self, _("Nobody would be answered."), "note");
  else if (g_strcmp0 (outcome, "cancelled") == 0)
    add_line (self, _("Stopped."), "note");
  if (reason != NULL && *reason != '\0' && g_strcmp0 (reason, failure) != 0)
    add_line (self, reason, "about");
  add_passages (self, result);
  if (*about != '\0')
    add_line (self, about, "about");
}

static void
end (KontorTryView *self)
{
  g_clear_pointer (&self->trial, g_free);
  self->bubble = NULL;
  g_string_truncate (self->coming, 0);
  show_state (self);
}

static void
on_ended (KontorTryView *self, const char *trial, GVariant *result)
{
  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  show_result (self, result);
  end (self);
}

static void
fail (KontorTryView *self, const GError *error)
{
  g_autofree char *words = kontor_remote_dup_words (error);

  add_line (self, words, "note");
  end (self);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTryView) self = data;
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->trial, g_free);
  if (!kontor_dbus_assistants_call_try_finish (KONTOR_DBUS_ASSISTANTS (source), &self->trial,
                                               result, &error))
    fail (self, error);
  else
    show_state (self);
}

/* The service went away with the question. */
static void
on_renewed (KontorTryView *self)
{
  if (self->trial == NULL)
    return;
  add_line (self, _("Kontor’s service was started anew; ask once more."), "note");
  end (self);
}

static GVariant *
make_options (KontorTryView *self)
{
  GVariantBuilder history, texts;
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_builder_init (&history, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->history->len; i++)
    g_variant_builder_add_value (&history, self->history->pdata[i]);
  g_variant_dict_insert_value (&options, "history", g_variant_builder_end (&history));
  if (self->text != NULL)
    {
      g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
      g_variant_builder_add (&texts, "{ss}", self->purpose, self->text);
      g_variant_dict_insert_value (&options, "texts", g_variant_builder_end (&texts));
    }

  return g_variant_dict_end (&options);
}

static void
on_send (KontorTryView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr(GVariant) options = NULL;

  if (*text == '\0' || self->trial != NULL)
    return;
  options = g_variant_ref_sink (make_options (self));
  add_line (self, text, "theirs");
  remember (self, "customer", text, NULL);
  gtk_editable_set_text (self->entry, "");
  self->trial = g_strdup ("");
  show_state (self);
  kontor_dbus_assistants_call_try (self->assistants, text, options, NULL, on_begun,
                                   g_object_ref (self));
}

static void
on_stop (KontorTryView *self)
{
  if (self->trial != NULL && *self->trial != '\0')
    kontor_dbus_assistants_call_cancel_trial (self->assistants, self->trial, NULL, NULL, NULL);
}

static void
on_clear (KontorTryView *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  g_ptr_array_set_size (self->history, 0);
  show_state (self);
}

void
kontor_try_view_set_text (KontorTryView *self, const char *purpose, const char *text)
{
  g_free (self->purpose);
  g_free (self->text);
  self->purpose = g_strdup (purpose);
  self->text = g_strdup (text);
}

static void
kontor_try_view_dispose (GObject *object)
{
  KontorTryView *self = KONTOR_TRY_VIEW (object);

  if (self->house != NULL)
    on_stop (self);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_try_view_parent_class)->dispose (object);
}

static void
kontor_try_view_finalize (GObject *object)
{
  KontorTryView *self = KONTOR_TRY_VIEW (object);

  g_ptr_array_unref (self->history);
  g_string_free (self->coming, TRUE);
  g_free (self->purpose);
  g_free (self->text);
  g_free (self->trial);

  G_OBJECT_CLASS (kontor_try_view_parent_class)->finalize (object);
}

static void
kontor_try_view_class_init (KontorTryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_try_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_try_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/assistants/try-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, lines);
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, entry);
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, send);
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, stop);
  gtk_widget_class_bind_template_child (widget_class, KontorTryView, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
}

static void
kontor_try_view_init (KontorTryView *self)
{
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->coming = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_state (self);
}

GtkWidget *
kontor_try_view_new (KontorRemoteHouse *house)
{
  KontorTryView *self = g_object_new (KONTOR_TYPE_TRY_VIEW, NULL);
  KontorRemote *remote = kontor_remote_house_get_remote (house);

  self->house = g_object_ref (house);
  self->assistants = kontor_remote_get_assistants (remote);
  g_signal_connect_object (self->assistants, "trial-text", G_CALLBACK (on_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assistants, "trial-ended", G_CALLBACK (on_ended), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (on_renewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (on_clear), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
