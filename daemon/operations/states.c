/* SPDX-License-Identifier: GPL-3.0-or-later */
/* states.c — one way to move for all kinds: what may be is data, and is read in one place. */
#include "operations/states.h"

#include "contacts/language.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

const KontorStates *
kontor_states_find (const char *kind)
{
  static const KontorStates *const all[] = {
    &kontor_booking_states, &kontor_order_states, &kontor_lead_states,
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i]->kind, kind))
      return all[i];

  return NULL;
}

const KontorStep *
kontor_states_find_step (const KontorStates *self, const char *state, const char *action,
                         GError **error)
{
  g_autoptr(GString) possible = g_string_new (NULL);

  for (const KontorStep *step = self->steps; step->from != NULL; step++)
    {
      if (!g_str_equal (step->from, state))
        continue;
      if (g_str_equal (step->action, action))
        return step;
      g_string_append_printf (possible, "%s%s", possible->len > 0 ? ", " : "", step->action);
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "the %s is %s; %s%s", self->kind,
               state, possible->len > 0 ? "what can be done: "
                                        : "it is closed and cannot be changed", possible->str);

  return NULL;
}

GPtrArray *
kontor_states_query_open (const KontorStates *self, KontorStore *store, const char *contact,
                          guint limit, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL;

  g_variant_dict_insert (&filter, "state", "^as", self->open);
  if (contact != NULL)
    g_variant_dict_insert (&filter, "contact", "s", contact);
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));

  return kontor_records_query (store, kontor_kind_find (self->kind),
                               &(KontorQuery) { .filter = asked, .limit = limit }, NULL, error);
}

/* Somebody of the team did it: the customer hears of it where it was begun. */
static gboolean
tell_customer (const KontorStates *self, KontorStore *store, GVariant *record, const char *event,
               GError **error)
{
  gint64 conversation = kontor_record_get_int (record, "conversation", 0);
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GVariant) contact = business != NULL
    ? kontor_records_get (store, kontor_kind_find ("contact"),
                          kontor_record_get_text (record, "contact"), error) : NULL;
  const char *id = kontor_record_get_text (record, "id");
  g_autofree char *text = NULL, *why = NULL;
  g_autoptr(GError) refusal = NULL;

  if (contact == NULL)
    return FALSE;
  text = kontor_texts_dup (kontor_contact_get_language (contact, business)->code, self->texts,
                           event, "id", id, NULL);
  why = g_strdup_printf ("{\"rule\":\"somebody of the team changed it, and the customer hears\","
                         "\"record\":\"%s\",\"event\":\"%s\"}", id, event);

  if (conversation == 0 ||
      kontor_outbox_say (store, &kontor_actor_system, conversation, text, 0, why, &refusal) > 0 ||
      g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

gboolean
kontor_states_tell (const KontorStates *self, KontorStore *store, const KontorActor *actor,
                    GVariant *record, const char *event, const char *text, KontorTold told,
                    GError **error)
{
  const char *id = kontor_record_get_text (record, "id");
  const char *contact = kontor_record_get_text (record, "contact");
  gboolean by_team = g_str_equal (actor->kind, "teammate");

  return kontor_timeline_write (store, actor, self->kind, id, event, text, error) &&
         kontor_timeline_write (store, actor, "contact", contact, event, id, error) &&
         (!by_team || !(told & KONTOR_TOLD_CUSTOMER) ||
          tell_customer (self, store, record, event, error));
}

GVariant *
kontor_states_move (const KontorStates *self, KontorStore *store, const KontorActor *actor,
                    const char *id, const char *action, GVariant *changes, const char *text,
                    GError **error)
{
  const KontorKind *kind = kontor_kind_find (self->kind);
  g_autoptr(GVariant) old = kontor_records_get (store, kind, id, error), values = NULL;
  g_auto(GVariantDict) written = G_VARIANT_DICT_INIT (changes);
  const KontorStep *step = old != NULL
    ? kontor_states_find_step (self, kontor_record_get_text (old, "state"), action, error) : NULL;

  if (step == NULL)
    return NULL;
  if ((step->roles & actor->roles) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s is not for this role while the %s is %s", action, self->kind, step->from);
      return NULL;
    }
  g_variant_dict_insert (&written, "state", "s", step->to);
  values = g_variant_ref_sink (g_variant_dict_end (&written));
  if (!kontor_records_update (store, kind, id, values, error) ||
      !kontor_states_tell (self, store, actor, old, step->event != NULL ? step->event : step->to,
                           text, step->told, error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}
