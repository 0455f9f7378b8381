/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/staged-files.h"

#include "widgets/file-dialog.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
  char      *path;
  gboolean   is_ours;
  GtkWidget *chip;
} Staged;

struct _KontorStagedFiles
{
  AdwBin      parent_instance;

  GPtrArray  *files;   /* of Staged */
  GtkFlowBox *box;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorStagedFiles, kontor_staged_files, ADW_TYPE_BIN)

static void
remove_nth (KontorStagedFiles *self, guint n)
{
  Staged *staged = self->files->pdata[n];

  gtk_flow_box_remove (self->box, gtk_widget_get_parent (staged->chip));
  g_ptr_array_remove_index (self->files, n);
  gtk_widget_set_visible (GTK_WIDGET (self), self->files->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
staged_free (gpointer data)
{
  Staged *staged = data;

  if (staged->is_ours)
    g_unlink (staged->path);
  g_free (staged->path);
  g_free (staged);
}

static void
on_left_out (KontorStagedFiles *self, GtkWidget *button)
{
  GtkWidget *chip = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  for (guint i = 0; i < self->files->len; i++)
    if (gtk_widget_get_parent (((Staged *) self->files->pdata[i])->chip) == chip)
      {
        remove_nth (self, i);
        return;
      }
}

static GtkWidget *
make_chip (KontorStagedFiles *self, const char *path)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *image, *label, *button;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);
  g_autofree char *leave = g_strdup_printf (_("Leave Out %s"), name);
  g_autoptr(GIcon) icon = g_content_type_get_symbolic_icon (type);

  image = gtk_image_new_from_gicon (icon);
  label = gtk_label_new (name);
  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, leave);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, leave,
                                  -1);
  gtk_box_append (GTK_BOX (chip), image);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_left_out), self, G_CONNECT_SWAPPED);

  return chip;
}

void
kontor_staged_files_add (KontorStagedFiles *self, const char *path, gboolean is_ours)
{
  Staged *staged = g_new0 (Staged, 1);

  staged->path = g_strdup (path);
  staged->is_ours = is_ours;
  staged->chip = make_chip (self, path);
  gtk_flow_box_append (self->box, staged->chip);
  g_ptr_array_add (self->files, staged);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* FALSE with a reason where it could not be written. */
static gboolean
add_texture (KontorStagedFiles *self, GdkTexture *texture, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_strdup_printf (_("Picture %s.png"), stamp);
  g_autofree char *folder = g_dir_make_tmp ("kontor-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr(GBytes) bytes = gdk_texture_save_to_png_bytes (texture);

  if (path == NULL || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                            g_bytes_get_size (bytes), error))
    return FALSE;
  kontor_staged_files_add (self, path, TRUE);

  return TRUE;
}

static void
take_texture (KontorStagedFiles *self, GdkTexture *texture)
{
  g_autoptr(GError) error = NULL;

  if (!add_texture (self, texture, &error))
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
take_file (KontorStagedFiles *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    kontor_staged_files_add (self, path, FALSE);
  else
    kontor_toast_say (GTK_WIDGET (self), _("Only files on this computer can be sent."));
}

void
kontor_staged_files_take (KontorStagedFiles *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    take_texture (self, g_value_get_object (value));
  else
    for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
      take_file (self, file->data);
}

static void
on_texture_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorStagedFiles) self = data;
  g_autoptr(GdkTexture) texture =
    gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture != NULL)
    take_texture (self, texture);
}

gboolean
kontor_staged_files_paste (KontorStagedFiles *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
      gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    return FALSE;
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture_read, g_object_ref (self));

  return TRUE;
}

static void
on_files_chosen (GListModel *files, gpointer data)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      take_file (data, file);
    }
}

void
kontor_staged_files_choose (KontorStagedFiles *self)
{
  kontor_file_dialog_open (GTK_WIDGET (self), _("Send Files"), on_files_chosen);
}

guint
kontor_staged_files_get_count (KontorStagedFiles *self)
{
  return self->files->len;
}

char *
kontor_staged_files_steal (KontorStagedFiles *self, gboolean *is_ours)
{
  Staged *staged = self->files->len > 0 ? self->files->pdata[0] : NULL;
  char *path;

  if (staged == NULL)
    return NULL;
  path = g_strdup (staged->path);
  *is_ours = staged->is_ours;
  staged->is_ours = FALSE;
  remove_nth (self, 0);

  return path;
}

void
kontor_staged_files_clear (KontorStagedFiles *self)
{
  while (self->files->len > 0)
    remove_nth (self, self->files->len - 1);
}

static void
kontor_staged_files_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_STAGED_FILES (object)->files);

  G_OBJECT_CLASS (kontor_staged_files_parent_class)->finalize (object);
}

static void
kontor_staged_files_class_init (KontorStagedFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_staged_files_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_STAGED_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_staged_files_init (KontorStagedFiles *self)
{
  self->files = g_ptr_array_new_with_free_func (staged_free);
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "plain");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
