/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help-window.c — a few marks of Markdown are read here: a view of web pages for eight short texts
 * would be the largest dependency of the window. */
#include "help/help-window.h"

#include <glib/gi18n.h>
#include <string.h>

#define FOLDER "/org/kontor/Kontor/help/"

struct _KontorHelpWindow
{
  AdwWindow      parent_instance;

  GPtrArray     *names;    /* of the pages, as they stand in the list */
  GtkStringList *titles;

  GtkDropDown   *choice;
  GtkBox        *text;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (KontorHelpWindow, kontor_help_window, ADW_TYPE_WINDOW)

/* (transfer full): **bold** as Pango reads it. */
static char *
dup_markup (const char *line)
{
  g_autofree char *plain = g_markup_escape_text (line, -1);
  g_auto(GStrv) parts = g_strsplit (plain, "**", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (markup, i % 2 == 1 ? "<b>%s</b>" : "%s", parts[i]);

  return g_string_free (markup, FALSE);
}

static void
add_line (KontorHelpWindow *self, const char *line)
{
  gboolean is_title = g_str_has_prefix (line, "# "), is_heading = g_str_has_prefix (line, "## ");
  gboolean is_point = g_str_has_prefix (line, "- ");
  /* As build-aux/help-texts.py writes them down for translators. */
  const char *text = line + (is_heading ? 3 : is_title || is_point ? 2 : 0);
  g_autofree char *markup = dup_markup (gettext (text));
  g_autofree char *point = is_point ? g_strconcat ("•  ", markup, NULL) : NULL;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), point != NULL ? point : markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_title || is_heading)
    gtk_widget_add_css_class (label, is_title ? "title-1" : "heading");
  if (is_heading)
    gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->text, label);
}

static void
fill (KontorHelpWindow *self, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".md", NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto(GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->text))) != NULL)
    gtk_box_remove (self->text, old);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_line (self, lines[i]);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
on_chosen (KontorHelpWindow *self)
{
  guint at = gtk_drop_down_get_selected (self->choice);

  if (at < self->names->len)
    fill (self, self->names->pdata[at]);
}

void
kontor_help_window_add (KontorHelpWindow *self, const char *name, const char *title)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".md", NULL);

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return;
  g_ptr_array_add (self->names, g_strdup (name));
  gtk_string_list_append (self->titles, title);
}

void
kontor_help_window_show (KontorHelpWindow *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], name))
      gtk_drop_down_set_selected (self->choice, i);
  on_chosen (self);
}

static void
kontor_help_window_dispose (GObject *object)
{
  g_clear_pointer (&KONTOR_HELP_WINDOW (object)->names, g_ptr_array_unref);

  G_OBJECT_CLASS (kontor_help_window_parent_class)->dispose (object);
}

static void
kontor_help_window_class_init (KontorHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_help_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/help/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorHelpWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, KontorHelpWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, KontorHelpWindow, text);
  gtk_widget_class_bind_template_child (widget_class, KontorHelpWindow, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_help_window_init (KontorHelpWindow *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_help_window_new (GtkWindow *parent)
{
  return g_object_new (KONTOR_TYPE_HELP_WINDOW, "transient-for", parent,
                       "application", gtk_window_get_application (parent), NULL);
}
