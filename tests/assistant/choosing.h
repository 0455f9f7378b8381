/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choosing.h — a store, who chooses on it, and stand-ins for vendors to choose from. */
#pragma once

#include "assistant/models/choose.h"

#include "fakes/kept.h"
#include "tests/assistant/stand-in.h"

typedef struct {
  KontorStore  *store;
  KontorChoose *choose;
  StandIn       there;
  GString      *heard;
  GPtrArray    *calls;   /* of char *: that were told, of all that was asked */
} Choosing;

static inline void
choosing_set_up (Choosing *self, gconstpointer data)
{
  self->store = kept_open (":memory:");
  self->choose = kontor_choose_new (self->store);
  self->heard = g_string_new (NULL);
  self->calls = g_ptr_array_new_with_free_func (g_free);
  stand_in_open (&self->there);
  kept_add (self->store, "business", "{'name': <'Shop'>, 'zone': <'UTC'>, 'currency': <'EUR'>}");
}

static inline void
choosing_tear_down (Choosing *self, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (self->choose));
  g_clear_object (&self->choose);
  stand_in_close (&self->there);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (self->heard, TRUE);
  g_ptr_array_unref (self->calls);
  kontor_store_close (self->store);
}

static inline StandInVendor *
choosing_add (Choosing *self, const char *path, const StandInSays *says, const char *more)
{
  g_autofree char *values =
    g_strdup_printf ("{'name': <'%s'>, 'family': <'openai'>, 'model': <'m'>, 'enabled': <true>,"
                     "'base': <'http://127.0.0.1:%u%s'>%s}", path, self->there.port, path, more);

  kept_add (self->store, "provider", values);

  return stand_in_add (&self->there, path, says);
}

static inline void
choosing_on_text (const char *text, gpointer data)
{
  g_string_append (data, text != NULL ? text : "<");
}

static inline void
choosing_on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

typedef struct {
  KontorChooseWhy  why;
  int              temperature_milli;
  GCancellable    *cancel;       /* once the vendor has been asked */
  StandInVendor   *vendor;
  gboolean         closes;       /* the house, instead */
  const char      *off;          /* switches that provider off, instead */
} Asking;

static inline KontorModelAnswer *
choosing_ask (Choosing *self, const Asking *asking, GError **error)
{
  KontorModelRequest *request = kontor_model_request_new ();
  g_autoptr(GAsyncResult) result = NULL;
  gboolean is_off = FALSE;

  kontor_model_request_say (request, KONTOR_MODEL_USER, "How much is it?");
  request->temperature_milli = asking->temperature_milli;
  g_string_truncate (self->heard, 0);
  kontor_choose_ask_async (self->choose, request, &asking->why, choosing_on_text, self->heard,
                           asking->cancel, choosing_on_done, &result);
  while (result == NULL)
    {
      if (asking->vendor != NULL && asking->vendor->asked > 0 && asking->cancel != NULL)
        g_cancellable_cancel (asking->cancel);
      if (asking->vendor != NULL && asking->vendor->asked > 0 && asking->closes)
        g_object_run_dispose (G_OBJECT (self->choose));
      if (asking->off != NULL && asking->vendor->asked > 0 && !is_off)
        g_free (kept_save (self->store, "provider", asking->off, "{'enabled': <false>}"));
      is_off = asking->off != NULL && asking->vendor->asked > 0;
      g_main_context_iteration (NULL, TRUE);
    }

  return kontor_choose_ask_finish (self->choose, result, self->calls, error);
}

static inline void
choosing_answers (Choosing *self, const char *text)
{
  const Asking plain = { .why = { .purpose = "reply", .is_fresh = TRUE } };
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = choosing_ask (self, &plain, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, text);
}

static inline void
choosing_refuses (Choosing *self, int code, const char *words)
{
  const Asking plain = { .why = { .purpose = "reply", .is_fresh = TRUE } };
  g_autoptr(GError) error = NULL;

  g_assert_null (choosing_ask (self, &plain, &error));
  g_assert_error (error, KONTOR_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

/* The outcomes of all calls, in order. */
static inline void
choosing_recorded (Choosing *self, const char *outcomes)
{
  g_autoptr(GPtrArray) calls = kontor_records_query (self->store, kontor_kind_find ("ai-call"),
                                                     &(KontorQuery) { 0 }, NULL, NULL);
  g_autoptr(GString) told = g_string_new (NULL);

  for (guint i = 0; i < calls->len; i++)
    g_string_append_printf (told, "%s%s %s", i > 0 ? "|" : "",
                            kontor_record_get_text (calls->pdata[i], "provider"),
                            kontor_record_get_text (calls->pdata[i], "outcome"));
  g_assert_cmpstr (told->str, ==, outcomes);
}
