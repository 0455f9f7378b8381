/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.c — LINK [id] [amount]: a teammate has the customer sent a payment link. What it is for may
 * be left out where the message quotes one that names it, or only one thing is still to be paid. */
#include "desk/stations.h"

#include "inbox/texts.h"
#include "journal/action.h"
#include "model/money.h"
#include "model/text.h"
#include "operations/states.h"
#include "store/records.h"

/* What money can be asked for, by kind. */
static const struct {
  const char         *kind;
  const KontorStates *states;
} sold[] = {
  { "booking", &kontor_booking_states },
  { "order", &kontor_order_states },
};

/* (transfer full) (nullable): what @word names. @bare: whether a number alone is an id. NULL
 * without error: none. *kind: (out): of which kind it is. */
static GVariant *
find_named (KontorTurn *turn, const char *word, gboolean bare, const char **kind)
{
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      const KontorKind *of = kontor_kind_find (sold[i].kind);

      if ((bare || !g_ascii_isdigit (*word)) && kontor_kind_parse_id (of, word, &number))
        {
          *kind = sold[i].kind;
          return kontor_records_get (turn->store, of, word, NULL);
        }
    }

  return NULL;
}

/* (transfer full) (nullable): what the message that is answered names first. */
static GVariant *
find_quoted (KontorTurn *turn, const char **kind)
{
  g_autoptr(KontorSaid) quoted = turn->message->about > 0
    ? kontor_messages_get (turn->store, turn->message->about, NULL) : NULL;
  g_auto(GStrv) words = g_strsplit_set (quoted != NULL && quoted->text != NULL ? quoted->text : "",
                                        " \t\n,.:;()", -1);
  GVariant *record = NULL;

  for (guint i = 0; words[i] != NULL && record == NULL; i++)
    record = find_named (turn, words[i], FALSE, kind);

  return record;
}

static gboolean
is_owed (GVariant *record)
{
  static const char *const settled[] = { "paid", "refunded", "part-refunded", NULL };
  const char *payment = kontor_record_get_text (record, "payment"), *currency;
  gint64 minor;

  return kontor_record_get_money (record, "price", &minor, &currency) && minor > 0 &&
         (payment == NULL || !g_strv_contains (settled, payment));
}

/* (transfer full) (nullable): the only thing that is open and not paid. FALSE on error alone. */
static gboolean
find_only (KontorTurn *turn, const char **kind, GVariant **only, GError **error)
{
  g_autoptr(GVariant) found = NULL;

  *only = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      g_autoptr(GPtrArray) open = kontor_states_query_open (sold[i].states, turn->store, NULL, 0,
                                                            error);

      if (open == NULL)
        return FALSE;
      for (guint j = 0; j < open->len; j++)
        {
          if (!is_owed (open->pdata[j]))
            continue;
          if (found != NULL)
            return TRUE;
          found = g_variant_ref (open->pdata[j]);
          *kind = sold[i].kind;
        }
    }
  *only = g_steal_pointer (&found);

  return TRUE;
}

/* "50%", "120", "120 AED", "deposit", "rest"; nothing: all that is left. */
static gboolean
put_amount (GVariantDict *arguments, GVariant *record, const char *text, GError **error)
{
  KontorMoney price, amount;
  const char *currency;
  char *end = NULL;
  gint64 percent;

  if (*text == '\0')
    return TRUE;
  if (g_str_equal (text, "deposit") || g_str_equal (text, "rest") || g_str_equal (text, "whole"))
    {
      g_variant_dict_insert (arguments, "part", "s", text);
      return TRUE;
    }
  if (!kontor_record_get_money (record, "price", &price.minor, &currency))
    return TRUE;
  g_strlcpy (price.currency, currency, sizeof price.currency);
  percent = g_ascii_strtoll (text, &end, 10);
  if (percent > 0 && percent <= 100 && g_str_equal (g_strstrip (end), "%")
      ? !kontor_money_share (&price, (int) percent * 100, &amount, error)
      : !kontor_money_parse (text, currency, &amount, error))
    return FALSE;
  g_variant_dict_insert (arguments, "amount", "(xs)", amount.minor, amount.currency);

  return TRUE;
}

static char *
ask (KontorTurn *turn, const KontorActor *actor, const char *kind, GVariant *record, char **words)
{
  const char *id = kontor_record_get_text (record, "id"), *currency;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *joined = g_strjoinv (" ", words);
  g_autofree char *text = g_utf8_strdown (g_strstrip (joined), -1), *amount = NULL;
  g_autoptr(GVariant) arguments = NULL, payment = NULL;
  g_autoptr(GError) refusal = NULL;
  KontorMoney money;

  g_variant_dict_insert (&dict, kind, "s", id);
  if (!put_amount (&dict, record, text, &refusal))
    return g_strdup (refusal->message);
  arguments = g_variant_ref_sink (g_variant_dict_end (&dict));
  payment = kontor_action_run (turn->store, actor, "request-payment", arguments, NULL, &refusal);
  if (payment == NULL)
    return g_strdup (refusal->message);
  kontor_record_get_money (payment, "amount", &money.minor, &currency);
  g_strlcpy (money.currency, currency, sizeof money.currency);
  amount = kontor_money_format (&money);

  return kontor_texts_dup (turn->language->code, "team", "link-sent", "id", id, "amount", amount,
                           NULL);
}

char *
kontor_turn_send_link (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  const char *kind = NULL;
  g_autoptr(GVariant) record = NULL;
  guint rest = 1;

  if (words[1] != NULL && *words[1] != '\0')
    record = find_named (turn, words[1], TRUE, &kind);
  if (record != NULL)
    rest = 2;
  else if (kind != NULL)
    return kontor_texts_dup (turn->language->code, "team", "none", "id", words[1], NULL);
  else
    record = find_quoted (turn, &kind);
  if (record == NULL && !find_only (turn, &kind, &record, error))
    return NULL;

  return record != NULL ? ask (turn, actor, kind, record, words + rest)
                        : kontor_texts_dup (turn->language->code, "team", "which", NULL);
}
