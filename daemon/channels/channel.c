/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/channel.h"

typedef struct {
  char                *id;
  KontorChannelHealth  health;
} KontorChannelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KontorChannel, kontor_channel, G_TYPE_OBJECT)

enum { RECEIVED, HEALTH_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define X(name) GType kontor_##name##_get_type (void);
#include "channels.inc"
#undef X

const GType *
kontor_channel_get_kinds (void)
{
  static GType kinds[16];

  if (kinds[0] == G_TYPE_INVALID)
    {
      guint n = 0;

#define X(name) kinds[n++] = kontor_##name##_get_type ();
#include "channels.inc"
#undef X
      g_assert (n < G_N_ELEMENTS (kinds));
    }

  return kinds;
}

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

KontorChannel *
kontor_channel_new (const char *kind, const char *id)
{
  for (const GType *type = kontor_channel_get_kinds (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (*type);

      if (g_str_equal (KONTOR_CHANNEL_CLASS (klass)->name, kind))
        {
          KontorChannel *self = g_object_new (*type, NULL);
          KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

          priv->id = g_strdup (id);
          return self;
        }
    }

  return NULL;
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

gboolean
kontor_channel_repeats_safely (KontorChannel *self)
{
  return KONTOR_CHANNEL_GET_CLASS (self)->repeats_safely;
}

const KontorChannelHealth *
kontor_channel_get_health (KontorChannel *self)
{
  KontorChannelPrivate *priv = kontor_channel_get_instance_private (self);

  return &priv->health;
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
kontor_channel_test (KontorChannel *self, GVariantBuilder *steps)
{
  if (KONTOR_CHANNEL_GET_CLASS (self)->test != NULL)
    KONTOR_CHANNEL_GET_CLASS (self)->test (self, steps);
}

void
kontor_channel_send_async (KontorChannel *self, const KontorMessage *message,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  KONTOR_CHANNEL_GET_CLASS (self)->send_async (self, message, cancellable, callback, user_data);
}

char *
kontor_channel_send_finish (KontorChannel *self, GAsyncResult *result, GError **error)
{
  return KONTOR_CHANNEL_GET_CLASS (self)->send_finish (self, result, error);
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
  signals[HEALTH_CHANGED] =
    g_signal_new ("health-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_channel_init (KontorChannel *self)
{
}
