/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistants/bench-result.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_COLUMNS 4
#define COLUMN_CHARS 28

struct _KontorBenchResult
{
  AdwBin      parent_instance;

  char       *name;
  GtkFlowBox *columns;
};

G_DEFINE_FINAL_TYPE (KontorBenchResult, kontor_bench_result, ADW_TYPE_BIN)

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_lines (GtkWidget *box, const char *text, const char *style)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_label (box, lines[i], style);
}

/* (transfer none): its box. @title: what a screen reader calls the column. */
static GtkWidget *
add_column (KontorBenchResult *self, const char *heading, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *child = gtk_flow_box_child_new ();

  add_label (box, heading, "heading");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_flow_box_append (self->columns, child);

  return box;
}

/* "0.4 s · 0.02 USD" */
static char *
dup_about (GVariant *run)
{
  double seconds = kontor_record_get_int (run, "latency-ms", 0) / 1000.0;
  g_autofree char *took = g_strdup_printf (_("%.1f s"), seconds), *money = NULL;
  const char *currency;
  gint64 minor;

  if (kontor_record_get_money (run, "cost", &minor, &currency) && minor > 0)
    money = kontor_wording_money (minor, currency);

  return money != NULL ? g_strdup_printf ("%s · %s", took, money) : g_steal_pointer (&took);
}

void
kontor_bench_result_add (KontorBenchResult *self, const char *side, GVariant *run)
{
  int passed = kontor_record_get_int (run, "passed", 0);
  int expected = kontor_record_get_int (run, "expected", 0);
  gboolean is_passed = passed == expected;
  const char *faults = kontor_record_get_text (run, "faults");
  g_autofree char *verdict = g_strdup_printf (is_passed ? _("Passed: %d of %d hold")
                                              : _("Failed: %d of %d hold"), passed, expected);
  g_autofree char *title = g_strdup_printf ("%s, %s: %s", self->name, side, verdict);
  g_autofree char *about = dup_about (run);
  GtkWidget *box = add_column (self, side, title);

  add_label (box, verdict, is_passed ? "success" : "error");
  add_lines (box, kontor_record_get_text (run, "transcript"), "diff");
  if (faults != NULL && *faults != '\0')
    add_label (box, _("What did not hold"), "caption-heading");
  add_lines (box, faults, "error");
  add_label (box, about, "caption");
}

static void
kontor_bench_result_finalize (GObject *object)
{
  g_free (KONTOR_BENCH_RESULT (object)->name);

  G_OBJECT_CLASS (kontor_bench_result_parent_class)->finalize (object);
}

static void
kontor_bench_result_class_init (KontorBenchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_bench_result_finalize;
}

static void
kontor_bench_result_init (KontorBenchResult *self)
{
  self->columns = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->columns, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->columns, TRUE);
  gtk_flow_box_set_max_children_per_line (self->columns, MOST_COLUMNS);
  gtk_flow_box_set_column_spacing (self->columns, 18);
  gtk_flow_box_set_row_spacing (self->columns, 12);
}

GtkWidget *
kontor_bench_result_new (const char *name, const char *script)
{
  KontorBenchResult *self = g_object_new (KONTOR_TYPE_BENCH_RESULT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *title = g_strdup_printf (_("%s, what is expected"), name);

  self->name = g_strdup (name);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "fact");
  add_label (box, name, "title-4");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));
  adw_bin_set_child (ADW_BIN (self), box);
  add_lines (add_column (self, _("Expected"), title), script, "diff");

  return GTK_WIDGET (self);
}
