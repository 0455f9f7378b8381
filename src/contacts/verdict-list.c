/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/verdict-list.h"

#include "model/csv.h"
#include "remote/refusals.h"
#include "remote/remote-record.h"
#include "widgets/row-factory.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorVerdictList
{
  AdwBin              parent_instance;

  GListStore         *verdicts;   /* of KontorRemoteRecord */
  GtkCustomFilter    *filter;
  gboolean            only;
  GtkListView        *view;
};

G_DEFINE_FINAL_TYPE (KontorVerdictList, kontor_verdict_list, ADW_TYPE_BIN)

#define TYPE_VERDICT_ROW (verdict_row_get_type ())
G_DECLARE_FINAL_TYPE (VerdictRow, verdict_row, VERDICT, ROW, AdwBin)

struct _VerdictRow
{
  AdwBin    parent_instance;
  GtkLabel *line;
  GtkLabel *outcome;
  GtkLabel *reason;
  char     *summary;
};

enum { PROP_ITEM = 1, PROP_SUMMARY, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (VerdictRow, verdict_row, ADW_TYPE_BIN)

static const char *
get_style (const char *outcome)
{
  return g_str_equal (outcome, "refused") ? "error"
         : g_str_equal (outcome, "skipped") ? "warning" : "success";
}

static void
draw (VerdictRow *self, KontorRemoteRecord *verdict)
{
  const char *outcome = kontor_remote_record_get_text (verdict, "outcome");
  g_autofree char *reason =
    kontor_refusal_dup_words (kontor_remote_record_get_text (verdict, "reason"));
  g_autofree char *line = g_strdup_printf (
    _("Line %d"), (int) kontor_remote_record_get_int (verdict, "line"));
  g_autofree char *word = kontor_wording_choice (outcome);
  const char *classes[] = { "caption-heading", get_style (outcome), NULL };

  gtk_label_set_text (self->line, line);
  gtk_label_set_text (self->outcome, word);
  gtk_widget_set_css_classes (GTK_WIDGET (self->outcome), classes);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *reason != '\0');
  g_free (self->summary);
  self->summary = g_strdup_printf ("%s, %s%s%s", line, word, *reason != '\0' ? ": " : "", reason);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
verdict_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KontorRemoteRecord *verdict = id == PROP_ITEM ? g_value_get_object (value) : NULL;

  if (id != PROP_ITEM)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (verdict != NULL)
    draw (VERDICT_ROW (object), verdict);
}

static void
verdict_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SUMMARY)
    g_value_set_string (value, VERDICT_ROW (object)->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
verdict_row_finalize (GObject *object)
{
  g_free (VERDICT_ROW (object)->summary);

  G_OBJECT_CLASS (verdict_row_parent_class)->finalize (object);
}

static void
verdict_row_class_init (VerdictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = verdict_row_set_property;
  object_class->get_property = verdict_row_get_property;
  object_class->finalize = verdict_row_finalize;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
verdict_row_init (VerdictRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->line = GTK_LABEL (gtk_label_new (NULL));
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "dim-label");
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_widget_add_css_class (box, "verdict");
  adw_bin_set_child (ADW_BIN (self), box);
}

static GtkWidget *
make_row (gpointer data)
{
  return g_object_new (TYPE_VERDICT_ROW, NULL);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  KontorVerdictList *self = data;
  const char *outcome = kontor_remote_record_get_text (item, "outcome");

  return !self->only || g_str_equal (outcome, "refused") || g_str_equal (outcome, "skipped");
}

void
kontor_verdict_list_clear (KontorVerdictList *self)
{
  g_list_store_remove_all (self->verdicts);
}

void
kontor_verdict_list_add (KontorVerdictList *self, GVariant *verdicts)
{
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < g_variant_n_children (verdicts); i++)
    {
      g_autoptr(GVariant) verdict = g_variant_get_child_value (verdicts, i);

      g_ptr_array_add (added, kontor_remote_record_new (verdict));
    }
  g_list_store_splice (self->verdicts, g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)), 0,
                       added->pdata, added->len);
}

guint
kontor_verdict_list_count (KontorVerdictList *self, const char *outcome)
{
  GListModel *verdicts = G_LIST_MODEL (self->verdicts);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KontorRemoteRecord) verdict = g_list_model_get_item (verdicts, i);

      count += g_str_equal (kontor_remote_record_get_text (verdict, "outcome"), outcome);
    }

  return count;
}

void
kontor_verdict_list_set_only (KontorVerdictList *self, gboolean only)
{
  self->only = only;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
write_row (GString *csv, KontorRemoteRecord *verdict, char **cells)
{
  g_autofree char *line = g_strdup_printf (
    "%" G_GINT64_FORMAT, kontor_remote_record_get_int (verdict, "line"));
  g_autoptr(GStrvBuilder) row = g_strv_builder_new ();
  g_auto(GStrv) whole = NULL;

  g_strv_builder_add_many (row, line, kontor_remote_record_get_text (verdict, "outcome"),
                           kontor_remote_record_get_id (verdict),
                           kontor_remote_record_get_text (verdict, "reason"), NULL);
  g_strv_builder_addv (row, (const char **) cells);
  whole = g_strv_builder_end (row);
  kontor_csv_write_row (csv, ',', (const char *const *) whole);
}

char *
kontor_verdict_list_dup_report (KontorVerdictList *self, KontorCsvFile *file)
{
  g_autoptr(GString) csv = g_string_new (KONTOR_CSV_BOM);
  g_autoptr(GStrvBuilder) header = g_strv_builder_new ();
  g_auto(GStrv) whole = NULL;

  g_strv_builder_add_many (header, "line", "outcome", "id", "reason", NULL);
  g_strv_builder_addv (header, (const char **) file->header);
  whole = g_strv_builder_end (header);
  kontor_csv_write_row (csv, ',', (const char *const *) whole);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)); i++)
    {
      g_autoptr(KontorRemoteRecord) verdict = g_list_model_get_item (
        G_LIST_MODEL (self->verdicts), i);

      write_row (csv, verdict, file->rows->pdata[i]);
    }

  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
kontor_verdict_list_dispose (GObject *object)
{
  g_clear_object (&KONTOR_VERDICT_LIST (object)->verdicts);
  g_clear_object (&KONTOR_VERDICT_LIST (object)->filter);

  G_OBJECT_CLASS (kontor_verdict_list_parent_class)->dispose (object);
}

static void
kontor_verdict_list_class_init (KontorVerdictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_verdict_list_dispose;
}

static void
kontor_verdict_list_init (KontorVerdictList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr(GtkListItemFactory) factory = kontor_row_factory_new (make_row, NULL);
  GtkFilterListModel *shown;

  self->verdicts = g_list_store_new (KONTOR_TYPE_REMOTE_RECORD);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->verdicts)),
                                     g_object_ref (GTK_FILTER (self->filter)));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))),
    g_steal_pointer (&factory)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What becomes of each row"), -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
