/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/channel.h"

#include "model/error.h"

typedef struct {
  char                *id;
  KontorStore         *store;
  KontorChannelHealth  health;
  GHashTable          *facts;
} KontorChannelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KontorChannel, kontor_channel, G_TYPE_OBJECT)

enum { RECEIVED, TYPED, HEALTH_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

const char *
kontor_channel_state_get_name (KontorChannelState state)
{
  static const char *const names[] = {
    [KONTOR_CHANNEL_OFF]        = "off",
    [KONTOR_CHANNEL_CONNECTING] = "connecting",
    [KONTOR_CHANNEL_CONNECTED]  = "connected",
    [KONTOR_CHANNEL_DEGRADED]   = "degraded",
    [KONTOR_CHANNEL_LOGGED_OUT] = "logged-out",
    [KONTOR_CHANNEL_BANNED]     = "banned",
  };

  return names[state];
}

const KontorChannelClass *
kontor_channel_find_class (const char *kind)
{
  for (const GType *type = kontor_channel_get_kinds (); *type != G_TYPE_INVALID; type++)
    {
      const KontorChannelClass *klass = g_type_class_ref (*type); /* kinds are never unloaded */

      if (g_strcmp0 (klass->name, kind) == 0)
        return klass;
    }

  return NULL;
}

const KontorPacing *
kontor_channel_get_pacing (const char *kind)
{
  static const KontorPacing none = { 0 };
  const KontorChannelClass *klass = kontor_channel_find_class (kind);

  return klass != NULL ? &klass->pacing : &none;
}

KontorChannel *
kontor_channel_new (const char *kind, const char *id)
{
  const KontorChannelClass *klass = kontor_channel_find_class (kind);
  KontorChannel *self = klass != NULL ? g_object_new (G_TYPE_FROM_CLASS (klass), NULL) : NULL;
  KontorChannelPrivate *priv;

  if (self == NULL)
    return NULL;
  priv = kontor_channel_get_instance_private (self);
  priv->id = g_strdup (id);

  return self;
}

void
kontor_channel_lend_store (KontorChannel *self, KontorStore *store)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  priv->store = store;
}

KontorStore *
kontor_channel_get_store (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  return priv->store;
}

const char *
kontor_channel_get_id (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  return priv->id;
}

const char *
kontor_channel_get_kind (KontorChannel *self)
{
  return KONTOR_CHANNEL_GET_CLASS (self)->name;
}

const KontorChannelHealth *
kontor_channel_get_health (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  return &priv->health;
}

gboolean
kontor_channel_may_send (KontorChannel *self)
{
  KontorChannelState state = kontor_channel_get_health (self)->state;

  return state != KONTOR_CHANNEL_LOGGED_OUT && state != KONTOR_CHANNEL_BANNED;
}

GVariant *
kontor_channel_dup_facts (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  GHashTableIter iter;
  const char *name, *text;

  g_hash_table_iter_init (&iter, priv->facts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &text))
    g_variant_dict_insert (&dict, name, "s", text);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

void
kontor_channel_set_fact (KontorChannel *self, const char *name, const char *text)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  if (g_strcmp0 (g_hash_table_lookup (priv->facts, name), text) == 0)
    return;
  if (text != NULL)
    g_hash_table_insert (priv->facts, g_strdup (name), g_strdup (text));
  else
    g_hash_table_remove (priv->facts, name);
  g_signal_emit (self, signals[HEALTH_CHANGED], 0);
}

void
kontor_channel_start (KontorChannel *self, GVariant *record)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->start != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->start (self, record);
}

void
kontor_channel_stop (KontorChannel *self)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->stop != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->stop (self);
  kontor_channel_set_health (self, KONTOR_CHANNEL_OFF, NULL, 0, 0);
}

void
kontor_channel_leave (KontorChannel *self)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->leave != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->leave (self);
}

void
kontor_channel_send_async (KontorChannel *self, const KontorMessage *message,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  KONTOR_CHANNEL_GET_CLASS (self)->send_async (self, message, cancellable, callback, user_data);
}

char *
kontor_channel_send_finish (KontorChannel *self, GAsyncResult *result, KontorSetback *setback,
                            GError **error)
{
  *setback = (KontorSetback) { 0 };

  return KONTOR_CHANNEL_GET_CLASS (self)->send_finish (self, result, setback, error);
}

void
kontor_channel_mark_read (KontorChannel *self, const char *external_id, gboolean typing)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->mark_read != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->mark_read (self, external_id, typing);
}

static void
refuse (KontorChannel *self, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback,
        gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                           "a channel of kind “%s” has nothing of the sort",
                           kontor_channel_get_kind (self));
}

void
kontor_channel_fetch_async (KontorChannel *self, const KontorMedia *media, const char *path,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->fetch_async != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->fetch_async (self, media, path, cancellable, callback,
                                                  user_data);
  else
    refuse (self, kontor_channel_fetch_async, cancellable, callback, user_data);
}

char *
kontor_channel_fetch_finish (KontorChannel *self, GAsyncResult *result, GError **error)
{
  if (g_async_result_is_tagged (result, kontor_channel_fetch_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return KONTOR_CHANNEL_GET_CLASS (self)->fetch_finish (self, result, error);
}

void
kontor_channel_ask_async (KontorChannel *self, const char *what, GVariant *arguments,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->ask_async != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->ask_async (self, what, arguments, cancellable, callback,
                                                user_data);
  else
    refuse (self, kontor_channel_ask_async, cancellable, callback, user_data);
}

GVariant *
kontor_channel_ask_finish (KontorChannel *self, GAsyncResult *result, GError **error)
{
  if (g_async_result_is_tagged (result, kontor_channel_ask_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return KONTOR_CHANNEL_GET_CLASS (self)->ask_finish (self, result, error);
}

void
kontor_channel_test_async (KontorChannel *self, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->test_async != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->test_async (self, cancellable, callback, user_data);
  else
    refuse (self, kontor_channel_test_async, cancellable, callback, user_data);
}

GVariant *
kontor_channel_test_finish (KontorChannel *self, GAsyncResult *result, GError **error)
{
  if (g_async_result_is_tagged (result, kontor_channel_test_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return KONTOR_CHANNEL_GET_CLASS (self)->test_finish (self, result, error);
}

void
kontor_channel_add_step (GVariantBuilder *steps, const char *title, gboolean fine,
                         const char *advice)
{
  g_variant_builder_open (steps, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (steps, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (steps, "{sv}", "fine", g_variant_new_boolean (fine));
  g_variant_builder_add (steps, "{sv}", "advice", g_variant_new_string (advice));
  g_variant_builder_close (steps);
}

void
kontor_channel_hand_over (KontorChannel *self, KontorBatch *batch)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[RECEIVED], 0, batch, &taken);
  if (taken)
    return;
  if (batch->kept != NULL)
    batch->kept (FALSE, batch->data);
  kontor_batch_free (batch);
}

void
kontor_channel_tell_typing (KontorChannel *self, const KontorPerson *person, gboolean typing)
{
  g_signal_emit (self, signals[TYPED], 0, person, typing);
}

void
kontor_channel_set_health (KontorChannel *self, KontorChannelState state, const char *cause,
                           guint attempt, gint64 retry_at_us)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  g_free (priv->health.cause);
  priv->health = (KontorChannelHealth) { state, g_strdup (cause), attempt, retry_at_us };
  g_debug ("%s is %s", priv->id, kontor_channel_state_get_name (state));
  g_signal_emit (self, signals[HEALTH_CHANGED], 0);
}

static void
kontor_channel_finalize (GObject *object)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (KONTOR_CHANNEL (object));

  g_free (priv->id);
  g_free (priv->health.cause);
  g_hash_table_unref (priv->facts);

  G_OBJECT_CLASS (kontor_channel_parent_class)->finalize (object);
}

static void
kontor_channel_class_init (KontorChannelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_channel_finalize;

  /**
   * KontorChannel::received:
   * @batch: (transfer full): what came in, for the one handler that returns %TRUE
   */
  signals[RECEIVED] =
    g_signal_new ("received", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
  /**
   * KontorChannel::typed:
   * @person: lent
   * @typing: begins, or goes on; else stopped
   */
  signals[TYPED] =
    g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[HEALTH_CHANGED] =
    g_signal_new ("health-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_channel_init (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  priv->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
