/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/totals.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

typedef enum { THIS_MONTH, LAST_MONTH, THIS_YEAR, ALL_TIME } Period;

struct _KontorTotals
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  GCancellable      *asking;    /* NULL: nothing is asked */
  GtkDropDown       *period;
  GtkBox            *lines;
};

/* What one currency comes to. */
typedef struct {
  char   currency[4];
  gint64 in, back, out;
} Sum;

enum { PERIOD_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorTotals, kontor_totals, ADW_TYPE_BIN)

/* The first moment of the month that is @months from this one, or from January. */
static gint64
find_month_us (int months, gboolean whole_year)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) first = g_date_time_new_local (
    g_date_time_get_year (now), whole_year ? 1 : g_date_time_get_month (now), 1, 0, 0, 0);
  g_autoptr(GDateTime) then = g_date_time_add_months (first, months);

  return g_date_time_to_unix (then) * G_USEC_PER_SEC;
}

void
kontor_totals_add_period (KontorTotals *self, GVariantDict *filter, const char *name)
{
  Period period = gtk_drop_down_get_selected (self->period);
  g_autofree char *from = g_strconcat (name, ">=", NULL), *to = g_strconcat (name, "<", NULL);

  if (period == ALL_TIME)
    return;
  g_variant_dict_insert (filter, from, "x", period == THIS_YEAR ? find_month_us (0, TRUE)
                         : find_month_us (period == LAST_MONTH ? -1 : 0, FALSE));
  if (period == LAST_MONTH)
    g_variant_dict_insert (filter, to, "x", find_month_us (0, FALSE));
}

gboolean
kontor_totals_is_narrowed (KontorTotals *self)
{
  Period period = gtk_drop_down_get_selected (self->period);

  return period == LAST_MONTH || period == THIS_YEAR;
}

static Sum *
find_sum (GArray *sums, const char *currency)
{
  Sum sum = { "", 0, 0, 0 };

  for (guint i = 0; i < sums->len; i++)
    if (g_str_equal (g_array_index (sums, Sum, i).currency, currency))
      return &g_array_index (sums, Sum, i);
  g_strlcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (sums, sum);

  return &g_array_index (sums, Sum, sums->len - 1);
}

/* What was only asked for is no money. */
static void
add (GArray *sums, GVariant *told)
{
  const char *entry = kontor_record_get_text (told, "entry"), *currency;
  gint64 minor;
  Sum *sum;

  if (entry == NULL || g_str_equal (entry, "requested") ||
      !kontor_record_get_money (told, "amount", &minor, &currency))
    return;
  sum = find_sum (sums, currency);
  *(g_str_equal (entry, "refunded") ? &sum->back
    : g_str_equal (entry, "paid-out") ? &sum->out : &sum->in) += minor;
}

/* What is nothing is left out. */
static void
add_part (GString *text, const char *format, gint64 minor, const char *currency)
{
  g_autofree char *amount = kontor_wording_money (minor, currency);
  g_autoptr(GString) part = g_string_new (format);

  if (minor == 0)
    return;
  g_string_replace (part, "%s", amount, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part->str);
}

static GtkWidget *
make_line (const Sum *sum)
{
  g_autofree char *left = kontor_wording_money (sum->in - sum->back - sum->out, sum->currency);
  g_autoptr(GString) detail = g_string_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *net = gtk_label_new (left), *parts;

  /* TRANSLATORS: %s is an amount of money */
  add_part (detail, _("in %s"), sum->in, sum->currency);
  add_part (detail, _("back %s"), sum->back, sum->currency);
  add_part (detail, _("paid out %s"), sum->out, sum->currency);
  parts = gtk_label_new (detail->str);
  gtk_widget_add_css_class (net, "title-3");
  gtk_widget_add_css_class (net, "numeric");
  gtk_widget_add_css_class (parts, "caption");
  gtk_widget_add_css_class (parts, "numeric");
  gtk_label_set_xalign (GTK_LABEL (net), 0);
  gtk_label_set_xalign (GTK_LABEL (parts), 0);
  gtk_label_set_wrap (GTK_LABEL (parts), TRUE);
  gtk_box_append (GTK_BOX (box), net);
  gtk_box_append (GTK_BOX (box), parts);

  return box;
}

static void
show (KontorTotals *self, GVariant *told)
{
  g_autoptr(GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));
  GtkWidget *child;

  for (gsize i = 0; i < g_variant_n_children (told); i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (told, i);

      add (sums, one);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < sums->len; i++)
    gtk_box_append (self->lines, make_line (&g_array_index (sums, Sum, i)));
  if (sums->len == 0)
    {
      GtkWidget *none = gtk_label_new (_("No money moved in this time"));

      gtk_label_set_xalign (GTK_LABEL (none), 0);
      gtk_widget_add_css_class (none, "dim-label");
      gtk_box_append (self->lines, none);
    }
}

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTotals) self = data;
  g_autoptr(GVariant) told = NULL;

  if (kontor_dbus_records_call_sum_finish (KONTOR_DBUS_RECORDS (source), &told, result, NULL))
    show (self, told);
}

static void
ask (KontorTotals *self)
{
  KontorRemote *remote = self->house != NULL ? kontor_remote_house_get_remote (self->house) : NULL;
  GVariantDict filter;

  if (remote == NULL || kontor_remote_get_state (remote) != KONTOR_REMOTE_THERE)
    return;
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_variant_dict_init (&filter, NULL);
  kontor_totals_add_period (self, &filter, "at");
  kontor_dbus_records_call_sum (kontor_remote_get_records (remote), "ledger",
                                g_variant_dict_end (&filter), "amount", "entry", self->asking,
                                on_told, g_object_ref (self));
}

static void
on_records_changed (KontorTotals *self, GVariant *changed)
{
  g_autoptr(GVariant) ids = g_variant_lookup_value (changed, "ledger", NULL);

  if (ids != NULL || g_variant_n_children (changed) == 0)
    ask (self);
}

static void
on_period (KontorTotals *self)
{
  ask (self);
  g_signal_emit (self, signals[PERIOD_CHOSEN], 0);
}

void
kontor_totals_set_house (KontorTotals *self, KontorRemoteHouse *house)
{
  KontorRemote *remote = kontor_remote_house_get_remote (house);

  self->house = g_object_ref (house);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
kontor_totals_dispose (GObject *object)
{
  KontorTotals *self = KONTOR_TOTALS (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_totals_parent_class)->dispose (object);
}

static void
kontor_totals_class_init (KontorTotalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_totals_dispose;
  signals[PERIOD_CHOSEN] = g_signal_new ("period-chosen", KONTOR_TYPE_TOTALS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_totals_init (KontorTotals *self)
{
  const char *words[] = { _("This Month"), _("Last Month"), _("This Year"), _("All Time"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *period = gtk_drop_down_new_from_strings (words);

  self->period = GTK_DROP_DOWN (period);
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_valign (period, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (period), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Period"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), period);
  g_signal_connect_swapped (period, "notify::selected", G_CALLBACK (on_period), self);
  adw_bin_set_child (ADW_BIN (self), box);
}
