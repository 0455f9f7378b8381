/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device.c — the life of a line that is a linked device.
 *
 *   connecting → logged-out   a code is shown, for the phone; or a person must do something
 *              → connected    its keys are at the server, messages come
 *              → degraded     the line broke: again, with growing waits
 *              → banned       by WhatsApp, for a while or for good
 *
 * The keys of a device that was removed are kept until somebody links it anew: nothing is thrown
 * away on a server's word alone. */
#define G_LOG_DOMAIN "channels"

#include "channels/linked-device-inside.h"

#include <string.h>

#include "base/alarm.h"
#include "base/clock.h"
#include "model/error.h"
#include "model/record.h"

/* A disk that is full is not asked more often. */
#define AGAIN_US (5 * G_USEC_PER_SEC)

#define SCAN_IT "link it: on the phone, open WhatsApp, “Linked devices”, “Link a device”, and " \
                "scan the code, or type the letters"

G_DEFINE_FINAL_TYPE (KontorLinkedDevice, kontor_linked_device, KONTOR_TYPE_CHANNEL)

static const KontorField settings[] = {
  { "x-phone", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Phone number, to link by letters") },
  { "x-a-minute", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Messages a minute (20)") },
  { "x-contact-a-minute", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Messages a minute to one contact (12)") },
  { "x-a-day", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Messages a day (1000)") },
  { "x-warm-up-days", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Days until a new number may say so many (10)") },
  { "x-strangers-a-day", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("First messages to strangers a day (10)") },
  { "x-jitter-ms", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Milliseconds a message waits by chance, at most (1500)") },
  { "x-hides-writing", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN,
    N_("Hide “online” and “typing…” from customers") },
  { NULL }
};

static const KontorChannelStep steps[] = {
  { N_("Linked with the phone"),
    N_("This is an unofficial client of WhatsApp. It was tested against independent clients and "
       "not against WhatsApp itself, and WhatsApp may close numbers that use one: at your own "
       "risk. The official Cloud API is another kind of channel. With a phone number here, "
       "letters to type are shown besides the code."),
    "", "x-phone|x-a-minute|x-contact-a-minute|x-a-day|x-warm-up-days|x-strangers-a-day|"
        "x-jitter-ms|x-hides-writing" },
  { NULL }
};

void
kontor_linked_tell (KontorLinkedDevice *self, const KontorNode *node)
{
  g_autoptr(GError) error = NULL;

  if (self->session != NULL && !kontor_session_send (self->session, node, &error))
    g_debug ("%s", error->message);
}

gboolean
kontor_linked_flush (KontorLinkedDevice *self, GError **error)
{
  g_autoptr(GError) broken = NULL;

  if (kontor_linked_keys_flush (self->keys, &broken))
    return TRUE;
  g_warning ("the keys of a linked device could not be kept: %s", broken->message);
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, broken->message);

  return FALSE;
}

static void
on_again (gpointer data)
{
  KontorLinkedDevice *self = data;

  self->again = 0;
  if (kontor_session_get_state (self->session) != KONTOR_SESSION_ONLINE)
    return;
  kontor_session_stop (self->session);
  kontor_session_start (self->session);
}

void
kontor_linked_begin_again (KontorLinkedDevice *self)
{
  if (self->again == 0 && self->session != NULL)
    self->again = kontor_alarm_set (AGAIN_US, on_again, self);
}

static gboolean
has_mark (KontorLinkedDevice *self, const char *kind)
{
  g_autoptr(GBytes) mark = NULL;

  return kontor_linked_keys_load (self->keys, kind, "", 0, &mark, NULL) && mark != NULL;
}

static void
set_mark (KontorLinkedDevice *self, const char *kind)
{
  g_autoptr(GBytes) mark = g_bytes_new_static ("1", 1);

  if (kontor_linked_keys_save (self->keys, kind, "", 0, mark, NULL))
    kontor_linked_flush (self, NULL);
}

/* Our account's phone is who its proof says. */
static void
trust_own_phone (KontorLinkedDevice *self)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autofree char *own = kontor_linked_dup_own (self);
  const KontorSignalAddress phone = { own, 0 };
  g_autoptr(GError) error = NULL;

  if (own == NULL)
    return;
  kontor_linked_learn (self, credentials->jid, credentials->lid);
  if (!kontor_signal_trust (self->signal, &phone, credentials->account_key, &error))
    g_warning ("%s", error->message);
  kontor_linked_flush (self, NULL);
}

static void
tell_number (KontorLinkedDevice *self)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autoptr(KontorJid) jid = credentials->jid != NULL ? kontor_jid_parse (credentials->jid) : NULL;
  g_autofree char *number = jid != NULL ? g_strconcat ("+", jid->user, NULL) : NULL;

  kontor_channel_set_fact (KONTOR_CHANNEL (self), "number", number);
  kontor_channel_set_fact (KONTOR_CHANNEL (self), "name", credentials->name);
}

static KontorChannelState
read_state (KontorSessionState state, gboolean is_banned)
{
  switch (state)
    {
    case KONTOR_SESSION_OFF:
      return KONTOR_CHANNEL_OFF;
    case KONTOR_SESSION_ONLINE:
      return KONTOR_CHANNEL_CONNECTED;
    case KONTOR_SESSION_LINKING:
      return KONTOR_CHANNEL_LOGGED_OUT;
    case KONTOR_SESSION_WAITING:
      return is_banned ? KONTOR_CHANNEL_BANNED : KONTOR_CHANNEL_DEGRADED;
    case KONTOR_SESSION_STOPPED:
      return is_banned ? KONTOR_CHANNEL_BANNED : KONTOR_CHANNEL_LOGGED_OUT;
    default:
      return KONTOR_CHANNEL_CONNECTING;
    }
}

static void
on_moved (KontorSessionState state, const GError *cause, gint64 next_us, gpointer user_data)
{
  KontorLinkedDevice *self = user_data;
  KontorChannel *channel = KONTOR_CHANNEL (self);
  const char *text = cause != NULL ? cause->message
                     : state == KONTOR_SESSION_LINKING ? SCAN_IT : NULL;

  if (state != KONTOR_SESSION_ONLINE)
    {
      kontor_alarm_clear (&self->present);
      kontor_linked_give_up (self);
    }
  if (state != KONTOR_SESSION_LINKING)
    {
      kontor_channel_set_fact (channel, "link-qr", NULL);
      kontor_channel_set_fact (channel, "link-code", NULL);
      self->has_asked_letters = FALSE;
    }
  kontor_channel_set_fact (channel, "link-over", state == KONTOR_SESSION_STOPPED ? text : NULL);
  if (state == KONTOR_SESSION_STOPPED &&
      g_error_matches (cause, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED))
    set_mark (self, "removed");
  if (state == KONTOR_SESSION_ONLINE)
    {
      trust_own_phone (self);
      kontor_linked_ask_groups (self);
      kontor_linked_ask_count (self);
    }
  tell_number (self);
  kontor_channel_set_health (channel, read_state (state,
                                                  kontor_session_is_banned (self->session)),
                             text, 0, next_us);
}

static void
on_shown (const char *qr, const char *letters, gpointer user_data)
{
  KontorLinkedDevice *self = user_data;
  g_autoptr(GError) error = NULL;

  kontor_channel_set_fact (KONTOR_CHANNEL (self), "link-qr", qr);
  kontor_channel_set_fact (KONTOR_CHANNEL (self), "link-code", letters);
  if (self->phone == NULL || self->has_asked_letters)
    return;
  self->has_asked_letters = TRUE;
  if (!kontor_session_link_by_letters (self->session, self->phone, &error))
    kontor_channel_set_health (KONTOR_CHANNEL (self), KONTOR_CHANNEL_LOGGED_OUT, error->message, 0,
                               0);
}

static gboolean
keep_credentials (KontorLinkedDevice *self, const KontorCredentials *credentials)
{
  g_autoptr(GBytes) bytes = kontor_credentials_write (credentials);

  return kontor_linked_keys_save (self->keys, "credentials", "", 0, bytes, NULL) &&
         kontor_linked_flush (self, NULL);
}

static gboolean
on_changed (const KontorCredentials *credentials, gpointer user_data)
{
  return keep_credentials (user_data, credentials);
}

static void
on_received (const KontorNode *node, gpointer user_data)
{
  kontor_linked_hear (user_data, node);
}

/* (transfer full): those that are kept, or new ones, kept before anybody is told of them. */
static KontorCredentials *
load_credentials (KontorLinkedDevice *self, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(KontorCredentials) credentials = NULL;

  if (!kontor_linked_keys_load (self->keys, "credentials", "", 0, &bytes, error))
    return NULL;
  if (bytes != NULL)
    return kontor_credentials_read (bytes, error);
  credentials = kontor_credentials_new ();
  if (keep_credentials (self, credentials))
    return g_steal_pointer (&credentials);
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                       "the keys of the device could not be kept; look whether the disk is full");

  return NULL;
}

static gboolean
get_device_keys (KontorLinkedDevice *self, KontorDeviceKeys *keys, GError **error)
{
  KontorSignedPrekey prekey;

  if (!kontor_signal_find_signed (self->signal, &prekey, error))
    return FALSE;
  keys->identity = *kontor_signal_get_identity (self->signal);
  keys->registration_id = kontor_signal_get_registration_id (self->signal);
  keys->signed_prekey_id = prekey.id;
  memcpy (keys->signed_prekey, prekey.public_key, KONTOR_KEY_SIZE);
  memcpy (keys->signature, prekey.signature, KONTOR_SIGNATURE_SIZE);

  return TRUE;
}

static gboolean
open_session (KontorLinkedDevice *self, GError **error)
{
  static const KontorSessionEvents events = { on_moved, on_shown, on_changed, on_received };
  KontorCredentials *credentials;
  KontorDeviceKeys keys;

  if (has_mark (self, "removed") && !kontor_linked_keys_wipe (self->keys, error))
    return FALSE;
  self->signal = kontor_signal_new (kontor_linked_keys_get_store (self->keys),
                                    kontor_clock_now_us (), error);
  if (self->signal == NULL || !kontor_linked_flush (self, error) ||
      !get_device_keys (self, &keys, error))
    return FALSE;
  credentials = load_credentials (self, error);
  if (credentials != NULL)
    self->session = kontor_linked_make_session (self, credentials, &keys, &events);

  return self->session != NULL;
}

static guint
read_limit (GVariant *record, const char *name, guint usual, guint least)
{
  return CLAMP (kontor_record_get_int (record, name, usual), least, 1000000);
}

static void
linked_start (KontorChannel *channel, GVariant *record)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);
  const char *phone = kontor_record_get_text (record, "x-phone");
  g_autoptr(GError) error = NULL;

  self->phone = phone != NULL && *phone != '\0' ? g_strdup (phone) : NULL;
  self->limits = (KontorLinkedLimits) {
    read_limit (record, "x-a-minute", 20, 1), read_limit (record, "x-contact-a-minute", 12, 1),
    read_limit (record, "x-a-day", 1000, 1), read_limit (record, "x-warm-up-days", 10, 0),
    read_limit (record, "x-strangers-a-day", 10, 0),
  };
  self->jitter_ms = CLAMP (kontor_record_get_int (record, "x-jitter-ms", 1500), 0, 60000);
  self->hides_writing = kontor_record_get_yes (record, "x-hides-writing");
  self->keys = kontor_linked_keys_new (kontor_channel_get_store (channel),
                                       kontor_channel_get_id (channel));
  if (open_session (self, &error))
    kontor_session_start (self->session);
  else
    kontor_channel_set_health (channel, KONTOR_CHANNEL_DEGRADED, error->message, 0, 0);
}

static void
linked_stop (KontorChannel *channel)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);

  kontor_alarm_clear (&self->again);
  if (self->session != NULL)
    kontor_session_stop (self->session);
}

static void
linked_wake (KontorChannel *channel)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);

  if (self->session != NULL)
    kontor_session_wake (self->session);
}

/* The account forgets the device, and we its keys: nothing of it can be used any more. */
static void
linked_leave (KontorChannel *channel)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);
  g_autoptr(GError) error = NULL;

  if (self->session == NULL)
    return;
  kontor_session_log_out (self->session);
  if (!kontor_linked_keys_wipe (self->keys, &error))
    g_warning ("the keys of a linked device are still there: %s", error->message);
}

static void
linked_test_async (KontorChannel *channel, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  const KontorChannelHealth *health = kontor_channel_get_health (channel);
  gboolean fine = health->state == KONTOR_CHANNEL_CONNECTED;
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);
  GVariantBuilder told;

  g_task_set_source_tag (task, linked_test_async);
  g_variant_builder_init (&told, G_VARIANT_TYPE ("aa{sv}"));
  kontor_channel_add_step (&told, steps[0].title, fine,
                           fine ? "" : health->cause != NULL ? health->cause
                           : N_("Kontor connects to WhatsApp. Test it again in a moment."));
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_builder_end (&told)),
                         (GDestroyNotify) g_variant_unref);
}

static GVariant *
linked_test_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
kontor_linked_device_finalize (GObject *object)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (object);

  g_clear_pointer (&self->session, kontor_session_free);
  g_clear_pointer (&self->signal, kontor_signal_free);
  g_clear_pointer (&self->keys, kontor_linked_keys_free);
  g_hash_table_unref (self->sendings);
  g_hash_table_unref (self->beats);
  g_hash_table_unref (self->retries);
  g_free (self->phone);

  G_OBJECT_CLASS (kontor_linked_device_parent_class)->finalize (object);
}

static void
kontor_linked_device_class_init (KontorLinkedDeviceClass *klass)
{
  KontorChannelClass *channel_class = KONTOR_CHANNEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kontor_linked_device_finalize;

  channel_class->name = "linked";
  channel_class->title = N_("Linked device");
  channel_class->text = N_("The WhatsApp on the owner's phone, linked as WhatsApp Web is: "
                           "unofficial and at your own risk.");
  channel_class->steps = steps;
  channel_class->fields = settings;
  channel_class->confirms = TRUE;
  /* WhatsApp's own: 15 minutes, and "about two days". */
  channel_class->pacing = (KontorPacing) {
    .at_once = 4, .edit_us = 15 * G_TIME_SPAN_MINUTE, .take_back_us = 2 * G_TIME_SPAN_DAY,
  };
  channel_class->start = linked_start;
  channel_class->stop = linked_stop;
  channel_class->wake = linked_wake;
  channel_class->leave = linked_leave;
  channel_class->check = kontor_linked_check;
  channel_class->send_async = kontor_linked_send_async;
  channel_class->send_finish = kontor_linked_send_finish;
  channel_class->mark_read = kontor_linked_mark_read;
  channel_class->test_async = linked_test_async;
  channel_class->test_finish = linked_test_finish;
}

static void
kontor_linked_device_init (KontorLinkedDevice *self)
{
  self->sendings = g_hash_table_new (g_str_hash, g_str_equal);
  self->beats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->retries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
