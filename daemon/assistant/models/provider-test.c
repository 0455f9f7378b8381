/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/provider-test.h"

#include "base/clock.h"
#include "base/log.h"
#include "journal/timeline.h"
#include "store/records.h"

#define QUESTION "Answer with the one word: ready"
/* Models that think first need some for that. */
#define MOST_TOKENS 256

static gboolean
keep (KontorStore *store, const char *id, const GError *fault, GError **error)
{
  g_autofree char *advice = fault != NULL ? kontor_log_redact (fault->message) : NULL;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;

  g_variant_dict_insert (&dict, "state", "s", fault == NULL ? "fine" : "failed");
  g_variant_dict_insert (&dict, "advice", "s", advice != NULL ? advice : "");
  g_variant_dict_insert (&dict, "tested", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_records_update (store, kontor_kind_find ("provider"), id, values, error) &&
      kontor_timeline_write (store, &kontor_actor_system, "provider", id, "tested", advice,
                             error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorChoose *choose = KONTOR_CHOOSE (source);
  g_autofree char *id = data;
  g_autoptr(GError) fault = NULL, error = NULL;
  g_autoptr(KontorModelAnswer) answer = kontor_choose_ask_finish (choose, result, NULL, &fault);
  KontorStore *store = kontor_choose_get_store (choose);

  if (store != NULL && !keep (store, id, answer != NULL ? NULL : fault, &error))
    g_warning ("the test of %s cannot be kept: %s", id, error->message);
}

gboolean
kontor_provider_test (const char *subject, gpointer data, GError **error)
{
  const KontorChooseWhy why = { .purpose = "test", .only = subject, .is_fresh = TRUE };
  KontorModelRequest *request = kontor_model_request_new ();

  kontor_model_request_say (request, KONTOR_MODEL_USER, QUESTION);
  request->max_tokens = MOST_TOKENS;
  kontor_choose_ask_async (data, request, &why, NULL, NULL, NULL, on_asked, g_strdup (subject));

  return TRUE;
}
