/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/template-box.h"

#include <string.h>

#include "inbox/sending.h"
#include "model/json.h"
#include "remote/remote-list.h"

#include <glib/gi18n.h>

struct _KontorTemplateBox
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  gint64             conversation;
  char              *channel;      /* whose templates are shown; NULL: none yet */
  KontorRemoteList  *list;
  char              *text;         /* of the chosen one, with its blanks as {{name}} */
  GPtrArray         *blanks;       /* of char: their names, in order */
  GPtrArray         *entries;      /* of GtkEditable, one for each; owned by the box */

  GtkLabel          *words;
  GtkDropDown       *choice;
  GtkBox            *box;
  GtkLabel          *preview;
  GtkWidget         *send;
};

G_DEFINE_FINAL_TYPE (KontorTemplateBox, kontor_template_box, ADW_TYPE_BIN)

/* (transfer full): the text of the part "BODY", or "" */
static char *
dup_body (const char *components)
{
  g_autoptr(JsonNode) root = kontor_json_parse (components, strlen (components), NULL);
  JsonArray *parts = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
    : NULL;

  for (guint i = 0; i < kontor_json_get_length (parts); i++)
    {
      JsonObject *part = kontor_json_get_nth (parts, i);
      const char *type = kontor_json_get_text (part, "type");
      const char *text = kontor_json_get_text (part, "text");

      if (type != NULL && g_ascii_strcasecmp (type, "body") == 0 && text != NULL)
        return g_strdup (text);
    }

  return g_strdup ("");
}

/* Each blank once, where it stands first. */
static void
find_blanks (KontorTemplateBox *self)
{
  const char *at = self->text;

  g_ptr_array_set_size (self->blanks, 0);
  while ((at = strstr (at, "{{")) != NULL)
    {
      const char *end = strstr (at, "}}");
      g_autofree char *name = end != NULL ? g_strndup (at + 2, end - at - 2) : NULL;

      if (name == NULL)
        return;
      g_strstrip (name);
      if (!g_ptr_array_find_with_equal_func (self->blanks, name, g_str_equal, NULL))
        g_ptr_array_add (self->blanks, g_steal_pointer (&name));
      at = end;
    }
}

static const char *
get_filled (KontorTemplateBox *self, guint n)
{
  return gtk_editable_get_text (self->entries->pdata[n]);
}

static void
show_preview (KontorTemplateBox *self)
{
  g_autoptr(GString) text = g_string_new (self->text);
  gboolean is_filled = TRUE;

  for (guint i = 0; i < self->blanks->len; i++)
    {
      g_autofree char *blank = g_strdup_printf ("{{%s}}", (char *) self->blanks->pdata[i]);

      is_filled &= *get_filled (self, i) != '\0';
      if (*get_filled (self, i) != '\0')
        g_string_replace (text, blank, get_filled (self, i), 0);
    }
  gtk_label_set_text (self->preview, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), text->len > 0);
  gtk_widget_set_sensitive (self->send, is_filled && text->len > 0);
}

static void
add_entries (KontorTemplateBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->blanks->len; i++)
    {
      GtkWidget *entry = gtk_entry_new ();
      /* TRANSLATORS: a blank of a template, by its number or name */
      g_autofree char *words = g_strdup_printf (_("What stands for {{%s}}"),
                                                (char *) self->blanks->pdata[i]);

      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      words, -1);
      g_signal_connect_object (entry, "changed", G_CALLBACK (show_preview), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->box, entry);
      g_ptr_array_add (self->entries, entry);
    }
}

static void
on_chosen (KontorTemplateBox *self)
{
  KontorRemoteRecord *chosen = gtk_drop_down_get_selected_item (self->choice);
  const char *components = chosen != NULL
    ? kontor_remote_record_get_text (chosen, "components") : "[]";

  g_free (self->text);
  self->text = dup_body (components);
  find_blanks (self);
  add_entries (self);
  show_preview (self);
}

static JsonNode *
make_body (KontorTemplateBox *self, KontorRemoteRecord *chosen)
{
  gboolean is_named = kontor_remote_record_get_yes (chosen, "named");
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, kontor_remote_record_get_text (chosen, "name"));
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, kontor_remote_record_get_text (chosen, "language"));
  json_builder_set_member_name (builder, "body");
  if (is_named)
    json_builder_begin_object (builder);
  else
    json_builder_begin_array (builder);
  for (guint i = 0; i < self->blanks->len; i++)
    {
      if (is_named)
        json_builder_set_member_name (builder, self->blanks->pdata[i]);
      json_builder_add_string_value (builder, get_filled (self, i));
    }
  if (is_named)
    json_builder_end_object (builder);
  else
    json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* What came back stands there as it was filled in. */
static void
on_ended (KontorSending *sending, gboolean is_sent, gpointer widget)
{
  KontorTemplateBox *self = widget;

  if (is_sent && sending->conversation == self->conversation)
    on_chosen (self);
  else
    show_preview (self);
}

static void
on_send (KontorTemplateBox *self)
{
  KontorRemoteRecord *chosen = gtk_drop_down_get_selected_item (self->choice);
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *body = NULL;
  KontorSending *sending;
  GVariantDict options;

  if (chosen == NULL)
    return;
  root = make_body (self, chosen);
  body = json_to_string (root, FALSE);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "kind", "s", "template");
  g_variant_dict_insert (&options, "body", "s", body);
  gtk_widget_set_sensitive (self->send, FALSE);
  sending = kontor_sending_new (self->conversation, gtk_label_get_text (self->preview), NULL);
  sending->options = g_variant_ref_sink (g_variant_dict_end (&options));
  kontor_sending_go (sending, kontor_remote_house_get_remote (self->house), GTK_WIDGET (self),
                     on_ended);
}

static void
on_list_changed (KontorTemplateBox *self)
{
  gboolean has_any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->choice), has_any);
  gtk_widget_set_visible (self->send, has_any);
  gtk_label_set_text (self->words, has_any
    ? _("The customer wrote more than 24 hours ago: only an approved template may be sent now.")
    : _("The customer wrote more than 24 hours ago, and this number has no approved template. "
        "You can answer as soon as the customer writes again."));
}

void
kontor_template_box_set_conversation (KontorTemplateBox *self, KontorRemoteRecord *conversation)
{
  const char *channel = kontor_remote_record_get_text (conversation, "channel");
  GVariantDict filter;

  self->conversation = kontor_remote_record_get_int (conversation, "id");
  if (g_strcmp0 (channel, self->channel) == 0)
    return;
  g_free (self->channel);
  self->channel = g_strdup (channel);
  g_clear_object (&self->list);
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "channel", "s", channel);
  g_variant_dict_insert (&filter, "state", "s", "approved");
  self->list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                               "template", g_variant_dict_end (&filter), FALSE);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_list_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (self->list));
  on_list_changed (self);
}

/* A name and its language, as the closure of an expression. */
static char *
dup_title (KontorRemoteRecord *template, gpointer data)
{
  return template == NULL ? g_strdup ("")
         : g_strdup_printf ("%s (%s)", kontor_remote_record_get_text (template, "name"),
                            kontor_remote_record_get_text (template, "language"));
}

void
kontor_template_box_set_house (KontorTemplateBox *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
}

static void
kontor_template_box_dispose (GObject *object)
{
  g_clear_object (&KONTOR_TEMPLATE_BOX (object)->list);
  g_clear_object (&KONTOR_TEMPLATE_BOX (object)->house);

  G_OBJECT_CLASS (kontor_template_box_parent_class)->dispose (object);
}

static void
kontor_template_box_finalize (GObject *object)
{
  KontorTemplateBox *self = KONTOR_TEMPLATE_BOX (object);

  g_free (self->channel);
  g_free (self->text);
  g_ptr_array_unref (self->blanks);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (kontor_template_box_parent_class)->finalize (object);
}

static void
kontor_template_box_class_init (KontorTemplateBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_template_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_template_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/template-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorTemplateBox, words);
  gtk_widget_class_bind_template_child (widget_class, KontorTemplateBox, choice);
  gtk_widget_class_bind_template_child (widget_class, KontorTemplateBox, box);
  gtk_widget_class_bind_template_child (widget_class, KontorTemplateBox, preview);
  gtk_widget_class_bind_template_child (widget_class, KontorTemplateBox, send);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
}

static void
kontor_template_box_init (KontorTemplateBox *self)
{
  g_autoptr(GtkExpression) title = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_title), NULL, NULL);

  self->text = g_strdup ("");
  self->blanks = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->choice, title);
}
