/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/money-row.h"

#include "widgets/pill.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorMoneyRow
{
  KontorRecordRow parent_instance;

  GtkLabel       *title;
  GtkLabel       *detail;
  GtkLabel       *amount;
  GtkLabel       *state;
};

G_DEFINE_FINAL_TYPE (KontorMoneyRow, kontor_money_row, KONTOR_TYPE_RECORD_ROW)

/* (transfer full): "" where there is none. */
static char *
dup_amount (GVariant *values, const char *name)
{
  const char *currency;
  gint64 minor;

  return kontor_record_get_money (values, name, &minor, &currency)
         ? kontor_wording_money (minor, currency) : g_strdup ("");
}

/* Of a comparison both sides are told where they are not the same. */
static char *
dup_amounts (GVariant *values)
{
  g_autofree char *amount = dup_amount (values, "amount");
  g_autofree char *ours = dup_amount (values, "ours"), *theirs = dup_amount (values, "theirs");

  if (*amount != '\0')
    return g_steal_pointer (&amount);
  if (*ours == '\0' || *theirs == '\0' || g_str_equal (ours, theirs))
    return g_strdup (*ours != '\0' ? ours : theirs);

  /* TRANSLATORS: two amounts that should be one: ours, and the payment company's */
  return g_strdup_printf (_("%s, theirs %s"), ours, theirs);
}

static const char *
get_state (KontorRemoteRecord *record)
{
  static const char *const names[] = { "state", "entry", "verdict" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*kontor_remote_record_get_text (record, names[i]) != '\0')
      return kontor_remote_record_get_text (record, names[i]);

  return "";
}

/* Whom or what it is about: a person, else what the record names. */
static const char *
get_title (KontorRemoteHouse *house, KontorRemoteRecord *record)
{
  static const struct { const char *field, *kind; } named[] = {
    { "contact", "contact" }, { "teammate", "teammate" }, { "subject", NULL },
    { "payment", NULL }, { "destination", NULL }, { "remote", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const char *value = kontor_remote_record_get_text (record, named[i].field);

      if (*value != '\0')
        return named[i].kind != NULL
               ? kontor_remote_house_get_label (house, named[i].kind, value) : value;
    }

  return kontor_remote_record_get_id (record);
}

static char *
dup_detail (KontorRemoteRecord *record)
{
  static const char *const named[] = { "booking", "order", "note", "what" };
  gint64 at_us = kontor_remote_record_get_int (record, "created");
  g_autoptr(GString) detail = g_string_new (kontor_remote_record_get_id (record));
  g_autofree char *when = NULL;

  if (at_us == 0)
    at_us = kontor_remote_record_get_int (record, "at");
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const char *text = kontor_remote_record_get_text (record, named[i]);
      g_autofree char *word = g_str_equal (named[i], "what") ? kontor_wording_choice (text)
                                                             : g_strdup (text);

      if (*text != '\0')
        g_string_append_printf (detail, " · %s", word);
    }
  when = kontor_wording_short (at_us);
  g_string_append_printf (detail, " · %s", when);

  return g_string_free (g_steal_pointer (&detail), FALSE);
}

static void
kontor_money_row_draw (KontorRecordRow *row, KontorRemoteRecord *record)
{
  KontorMoneyRow *self = KONTOR_MONEY_ROW (row);
  const char *title = get_title (kontor_record_row_get_house (row), record);
  const char *state = get_state (record);
  g_autofree char *amount = dup_amounts (kontor_remote_record_get_values (record));
  g_autofree char *detail = dup_detail (record), *word = kontor_wording_choice (state);
  g_autofree char *summary = g_strdup_printf ("%s, %s, %s, %s", title, detail, amount, word);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_text (self->amount, amount);
  kontor_pill_show (self->state, state);
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_money_row_class_init (KontorMoneyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_money_row_draw;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/money-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorMoneyRow, title);
  gtk_widget_class_bind_template_child (widget_class, KontorMoneyRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KontorMoneyRow, amount);
  gtk_widget_class_bind_template_child (widget_class, KontorMoneyRow, state);
}

static void
kontor_money_row_init (KontorMoneyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_money_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_MONEY_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
