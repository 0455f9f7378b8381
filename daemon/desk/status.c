/* SPDX-License-Identifier: GPL-3.0-or-later */
/* status.c — one line for each thing that a teammate may see. Whether they may is the action's to
 * say, so the list shows no more than its entries would one by one. */
#include "desk/stations.h"

#include "base/clock.h"
#include "inbox/texts.h"
#include "journal/action.h"
#include "operations/bookings.h"

#define MOST 10

static GPtrArray *
query_bookings (KontorStore *store, GError **error)
{
  return kontor_bookings_to_come (store, kontor_clock_now_us (), MOST, error);
}

static GPtrArray *
query_orders (KontorStore *store, GError **error)
{
  return kontor_states_query_open (&kontor_order_states, store, NULL, MOST, error);
}

static GPtrArray *
query_leads (KontorStore *store, GError **error)
{
  return kontor_states_query_open (&kontor_lead_states, store, NULL, MOST, error);
}

/* Bookings first: an id without letters is one of theirs. */
static const struct {
  const char *kind;
  const char *action;
  GPtrArray *(*query) (KontorStore *store, GError **error);
} seen[] = {
  { "booking", "booking-status", query_bookings },
  { "order", "order-status", query_orders },
  { "lead", "lead-status", query_leads },
};

/* When a booking is, or else which service it is about. */
static char *
dup_about (KontorTurn *turn, GVariant *record)
{
  const char *code = turn->language->code, *local, *zone;
  g_autofree char *date = NULL, *time = NULL;
  KontorWallTime at;

  if (!g_variant_lookup (record, "at", "(&s&sx)", &local, &zone, NULL) ||
      !kontor_wall_time_parse (local, &at, NULL))
    return g_strdup (kontor_record_get_text (record, "service"));
  date = kontor_texts_dup_date (code, &at);
  time = kontor_texts_dup_time (code, &at, zone);

  return g_strdup_printf ("%s, %s", date, time);
}

static char *
describe (KontorTurn *turn, GVariant *record)
{
  const char *payment = kontor_record_get_text (record, "payment");
  g_autofree char *about = dup_about (turn, record);

  return g_strdup_printf ("%s: %s, %s%s%s", kontor_record_get_text (record, "id"), about,
                          kontor_record_get_text (record, "state"), payment != NULL ? ", " : "",
                          payment != NULL ? payment : "");
}

char *
kontor_turn_tell_status (KontorTurn *turn, const KontorActor *actor, const char *id)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL, record = NULL;
  g_autoptr(GError) local = NULL;
  guint which = 0;
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    if (kontor_kind_parse_id (kontor_kind_find (seen[i].kind), id, &number))
      {
        which = i;
        break;
      }
  g_variant_dict_insert (&arguments, seen[which].kind, "s", id);
  asked = g_variant_ref_sink (g_variant_dict_end (&arguments));
  record = kontor_action_run (turn->store, actor, seen[which].action, asked, NULL, &local);

  return record != NULL ? describe (turn, record) : g_strdup (local->message);
}

char *
kontor_turn_list_status (KontorTurn *turn, const KontorActor *actor, GError **error)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      gboolean may = (kontor_action_find (seen[i].action)->all & actor->roles) != 0;
      g_autoptr(GPtrArray) records = may ? seen[i].query (turn->store, error) : NULL;

      if (may && records == NULL)
        return NULL;
      for (guint j = 0; records != NULL && j < records->len; j++)
        {
          g_autofree char *line = describe (turn, records->pdata[j]);

          g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
        }
    }
  if (lines->len == 0)
    g_string_append (lines, "There is nothing to come and nothing open.");

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
