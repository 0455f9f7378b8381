/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-order.c — jobs for people. An order stands as soon as nothing is missing: it costs nobody a
 * place, the customer reads at once what was understood, and may change it until it is begun. */
#include "assistant/talk.h"

#include "inbox/texts.h"
#include "model/error.h"
#include "operations/states.h"
#include "store/records.h"

static char *
fill_order (const KontorTalk *talk, const char *name, GVariant *order)
{
  g_autoptr(KontorDialogue) about = kontor_talk_dialogue_about (KONTOR_GOAL_CHANGE_ORDER, order);
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, about, NULL);
  const char *state = kontor_record_get_text (order, "state");
  g_autofree char *stands = kontor_talk_dup_text (talk, "order-states", state);
  g_autofree char *payment = kontor_talk_dup_text (talk, "payments",
                                                   kontor_record_get_text (order, "payment"));

  return kontor_texts_dup (talk->language->code, "order", name, "id",
                           kontor_record_get_text (order, "id"), "state", stands, "payment",
                           payment, "service", service != NULL ? service->name : about->service,
                           NULL);
}

char *
kontor_talk_tell_order (const KontorTalk *talk, GVariant *order)
{
  return fill_order (talk, "status", order);
}

char *
kontor_talk_place_order (const KontorTalk *talk, const KontorDialogue *dialogue,
                         const KontorService *service, GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) order = NULL;
  g_autofree char *said = NULL, *handed = NULL;
  gboolean has_more = service->confirmation != NULL && *service->confirmation != '\0';

  g_variant_dict_insert (&arguments, "service", "s", service->code);
  g_variant_dict_insert (&arguments, "contact", "s", kontor_record_get_text (talk->contact, "id"));
  g_variant_dict_insert (&arguments, "conversation", "x", talk->conversation);
  order = kontor_talk_run (talk, "place-order", &arguments, error);
  if (order == NULL || !kontor_talk_leave (talk, error))
    return NULL;
  said = kontor_talk_describe (talk, service, order, "order", "placed");
  handed = kontor_talk_dup_text (talk, "order", "handed");

  return g_strdup_printf ("%s\n%s%s%s", said, has_more ? service->confirmation : "",
                          has_more ? "\n" : "", handed);
}

/* Somebody works on it already: people decide. */
static char *
say_late (const KontorTalk *talk, GVariant *order, GError **error)
{
  return kontor_talk_leave (talk, error) ? fill_order (talk, "late", order) : NULL;
}

static gboolean
is_late (GVariant *order)
{
  return g_strcmp0 (kontor_record_get_text (order, "state"), "received") != 0;
}

/* What was refused because of its state came too late. Takes @refusal. */
static char *
explain (const KontorTalk *talk, const KontorDialogue *dialogue, GError *refusal, GError **error)
{
  g_autoptr(GVariant) order = NULL;

  if (g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    order = kontor_records_get (talk->store, kontor_kind_find ("order"), dialogue->subject, NULL);
  if (order == NULL)
    {
      g_propagate_error (error, refusal);
      return NULL;
    }
  g_error_free (refusal);

  return say_late (talk, order, error);
}

char *
kontor_talk_change_order (const KontorTalk *talk, const KontorDialogue *dialogue,
                          const KontorService *service, GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) order = NULL;
  GError *refusal = NULL;

  g_variant_dict_insert (&arguments, "order", "s", dialogue->subject);
  order = kontor_talk_run (talk, "change-order", &arguments, &refusal);

  return order != NULL ? kontor_talk_describe (talk, service, order, "order", "changed")
                       : explain (talk, dialogue, refusal, error);
}

char *
kontor_talk_cancel_order (const KontorTalk *talk, const KontorDialogue *dialogue,
                          const KontorService *service, GError **error)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) order = NULL;
  GError *refusal = NULL;

  g_variant_dict_insert (&arguments, "order", "s", dialogue->subject);
  order = kontor_talk_run (talk, "cancel-order", &arguments, &refusal);

  return order != NULL ? kontor_talk_fill_id (talk, "order", "cancelled", dialogue->subject)
                       : explain (talk, dialogue, refusal, error);
}

char *
kontor_talk_begin_cancel_order (const KontorTalk *talk, GPtrArray *orders, GError **error)
{
  GVariant *order = kontor_talk_pick (talk, "order", orders);
  g_autoptr(KontorDialogue) dialogue = NULL;

  if (order == NULL)
    return kontor_talk_ask_which (talk, "order", orders);
  if (is_late (order))
    return say_late (talk, order, error);
  dialogue = kontor_talk_dialogue_about (KONTOR_GOAL_CANCEL_ORDER, order);

  return kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_CONFIRMING,
                             error)
         ? fill_order (talk, "confirm-cancel", order) : NULL;
}

/* Keeps what is known, takes what is new; TRUE when anything is. */
static gboolean
take_news (KontorDialogue *dialogue, GHashTable *before, GHashTable *said,
           const KontorService *service)
{
  gboolean news = FALSE;

  for (guint i = 0; i < service->fields->len; i++)
    {
      const char *name = ((KontorServiceField *) service->fields->pdata[i])->name;
      const char *old = g_hash_table_lookup (before, name), *now = g_hash_table_lookup (said, name);

      news |= now != NULL && g_strcmp0 (old, now) != 0;
      if (now != NULL || old != NULL)
        g_hash_table_insert (dialogue->values, g_strdup (name), g_strdup (now != NULL ? now : old));
    }

  return news;
}

char *
kontor_talk_begin_change_order (const KontorTalk *talk, GPtrArray *orders, GError **error)
{
  GVariant *order = kontor_talk_pick (talk, "order", orders);
  g_autoptr(KontorDialogue) dialogue = NULL;
  g_autoptr(KontorService) service = NULL;
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GHashTable) before = NULL;

  if (order == NULL)
    return kontor_talk_ask_which (talk, "order", orders);
  dialogue = kontor_talk_dialogue_about (KONTOR_GOAL_CHANGE_ORDER, order);
  service = kontor_talk_load_service (talk, dialogue, error);
  if (service == NULL)
    return NULL;
  extract = kontor_talk_extract (talk, service, NULL);
  before = kontor_talk_values_of (service, order);
  if (take_news (dialogue, before, extract->values, service))
    return is_late (order) ? say_late (talk, order, error)
                           : kontor_talk_act (talk, dialogue, error);
  if (!kontor_talk_mentions (talk, KONTOR_WORD_CHANGE))
    return NULL;
  if (is_late (order))
    return say_late (talk, order, error);

  return kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_COLLECTING,
                             error)
         ? kontor_talk_fill_id (talk, "order", "nothing", dialogue->subject) : NULL;
}

/* Who says the same again wants to know whether it arrived, and not the same twice. */
char *
kontor_talk_find_same_order (const KontorTalk *talk, const KontorService *service,
                             const KontorExtract *extract, GError **error)
{
  const char *contact = kontor_record_get_text (talk->contact, "id");
  g_autoptr(GPtrArray) orders = kontor_states_query_open (&kontor_order_states, talk->store,
                                                          contact, 0, error);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      g_autoptr(KontorDialogue) about =
        kontor_talk_dialogue_about (KONTOR_GOAL_CHANGE_ORDER, orders->pdata[i]);
      g_autoptr(GHashTable) before = kontor_talk_values_of (service, orders->pdata[i]);

      if (g_str_equal (about->service, service->code) &&
          kontor_talk_count_fields (service, extract) > 0 &&
          !take_news (about, before, extract->values, service))
        return kontor_talk_tell_order (talk, orders->pdata[i]);
    }

  return NULL;
}
