/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-send.c — a message goes to each device of the contact and to each other device of
 * ours, sealed for one at a time:
 *
 *   devices known? ─no─▶ ask the server      sessions there? ─no─▶ fetch keys, begin
 *   seal ─▶ keep the keys' steps, and what was said ─▶ send ─▶ the server's word
 *
 * WhatsApp's id of a message is made from our token: said once more, it is the same message. What
 * was sent and not answered before the line broke is UNKNOWN. */
#define G_LOG_DOMAIN "channels"

#include "base/alarm.h"
#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/error.h"
#include "protocol/crypt.h"
#include "protocol/padding.h"
#include "protocol/usync.h"

#define WORD_LIMIT_US (60 * G_USEC_PER_SEC)
#define ID_LENGTH     18

typedef struct {
  KontorLinkedDevice *self;      /* lent: it tells all before it goes */
  GTask              *task;
  char               *id;
  KontorLinkedKept   *kept;
  gboolean            has_asked_devices, has_asked_keys;
  guint               pause;     /* by chance, before anything */
  guint               idle;      /* to seal, once what came in is kept */
  guint               alarm;     /* sent: until the server must have answered */
} Sending;

static void step (Sending *sending);

static void
sending_free (Sending *sending)
{
  g_clear_handle_id (&sending->idle, g_source_remove);
  kontor_alarm_clear (&sending->pause);
  kontor_alarm_clear (&sending->alarm);
  g_object_unref (sending->task);
  kontor_linked_kept_free (sending->kept);
  g_free (sending->id);
  g_free (sending);
}

/* Takes @error; NULL: it is said. */
static void
finish (Sending *sending, GError *error)
{
  g_hash_table_steal (sending->self->sendings, sending->id);
  if (error != NULL)
    g_task_return_error (sending->task, error);
  else
    g_task_return_pointer (sending->task, kontor_linked_make_id (KONTOR_LINKED_OWN, sending->id),
                           g_free);
  sending_free (sending);
}

static void
fail (Sending *sending, KontorError code, const char *text)
{
  finish (sending, g_error_new_literal (KONTOR_ERROR, code, text));
}

static void
on_late (gpointer data)
{
  Sending *sending = data;

  sending->alarm = 0;
  fail (sending, KONTOR_ERROR_UNKNOWN, "WhatsApp did not say whether it took the message");
}

void
kontor_linked_give_up (KontorLinkedDevice *self)
{
  g_autoptr(GList) all = g_hash_table_get_values (self->sendings);

  for (GList *link = all; link != NULL; link = link->next)
    {
      Sending *sending = link->data;

      if (sending->alarm != 0)
        fail (sending, KONTOR_ERROR_UNKNOWN,
              "the connection to WhatsApp broke before it said whether it took the message");
      else if (sending->idle != 0 || sending->pause != 0)
        fail (sending, KONTOR_ERROR_TRY_LATER, "the connection to WhatsApp broke");
    }
}

/* A ciphertext for each device of @user but this one. */
static void
add_devices (KontorLinkedDevice *self, const char *user, const GArray *devices,
             KontorNode *participants, const KontorLinkedKept *kept, gboolean *begins)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autoptr(KontorJid) own = kontor_jid_parse (credentials->jid);
  g_autoptr(KontorJid) named = kontor_jid_parse (user);
  gboolean is_own = kontor_linked_is_own (self, user);

  for (guint i = 0; i < devices->len; i++)
    {
      const KontorSignalAddress to = { user, g_array_index (devices, guint, i) };
      g_autofree char *address = kontor_jid_make (named->user, to.device, named->server);
      KontorNode *enc = is_own && to.device == own->device
        ? NULL : kontor_linked_seal (self, &to, kept, begins);

      if (enc != NULL)
        kontor_node_add (kontor_node_add (participants, kontor_node_new ("to", "jid", address,
                                                                        NULL)), enc);
    }
}

static KontorNode *
make_message (const Sending *sending, guint *n_reached)
{
  KontorLinkedDevice *self = sending->self;
  const KontorLinkedKept *kept = sending->kept;
  KontorNode *message = kontor_node_new ("message", "id", sending->id, "to", kept->user,
                                         "type", kept->type, "edit", kept->edit, NULL);
  KontorNode *participants = kontor_node_add (message, kontor_node_new ("participants", NULL));
  g_autofree char *own = kontor_linked_dup_own (self);
  g_autoptr(GArray) theirs = kontor_linked_find_devices (self, kept->user);
  g_autoptr(GArray) ours = kontor_linked_find_devices (self, own);
  gboolean begins = FALSE;

  add_devices (self, kept->user, theirs, participants, kept, &begins);
  *n_reached = kontor_node_get_length (participants);
  if (ours != NULL && !kontor_linked_is_own (self, kept->user))
    add_devices (self, own, ours, participants, kept, &begins);
  if (begins)
    kontor_linked_add_proof (self, message);

  return message;
}

static gboolean
on_idle (gpointer data)
{
  Sending *sending = data;
  KontorLinkedDevice *self = sending->self;
  g_autoptr(KontorNode) message = NULL;
  GError *error = NULL;
  guint n_reached;

  sending->idle = 0;
  message = make_message (sending, &n_reached);
  if (n_reached == 0)
    fail (sending, KONTOR_ERROR_TRY_LATER, "none of the contact's devices can be written to now");
  else if (!kontor_linked_keep_day (self, sending->kept->user, &error) ||
           !kontor_linked_keep_sent (self, sending->id, sending->kept, &error) ||
           !kontor_linked_flush (self, &error) ||
           !kontor_session_send (self->session, message, &error))
    finish (sending, error);
  else
    sending->alarm = kontor_alarm_set (WORD_LIMIT_US, on_late, sending);

  return G_SOURCE_REMOVE;
}

static void
take_users (KontorLinkedDevice *self, GPtrArray *users)
{
  for (guint i = 0; i < users->len; i++)
    {
      const KontorWireUser *user = users->pdata[i];
      g_autofree char *name = NULL;

      kontor_linked_learn (self, user->phone != NULL ? user->phone : user->user,
                           user->lid != NULL ? user->lid : user->user);
      name = kontor_linked_dup_user (self, user->user);
      kontor_linked_keep_devices (self, name, user->devices);
    }
}

static void
on_users (const KontorNode *answer, const GError *error, gpointer data)
{
  Sending *sending = data;
  KontorLinkedDevice *self = sending->self;
  g_autoptr(GError) broken = NULL;
  g_autoptr(GPtrArray) users = error == NULL ? kontor_usync_read (answer, &broken) : NULL;
  g_autofree char *user = NULL;

  if (users == NULL)
    {
      fail (sending, KONTOR_ERROR_TRY_LATER, (error != NULL ? error : broken)->message);
      return;
    }
  take_users (self, users);
  user = kontor_linked_dup_user (self, sending->kept->user);
  g_free (sending->kept->user);
  sending->kept->user = g_steal_pointer (&user);
  step (sending);
}

static void
on_keys (const KontorNode *answer, const GError *error, gpointer data)
{
  Sending *sending = data;

  if (error != NULL)
    {
      fail (sending, KONTOR_ERROR_TRY_LATER, error->message);
      return;
    }
  kontor_linked_begin_all (sending->self, answer);
  step (sending);
}

/* Into @missing: the addresses of devices there is no session with. */
static void
find_missing (KontorLinkedDevice *self, const char *user, const GArray *devices, GPtrArray *missing)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autoptr(KontorJid) own = kontor_jid_parse (credentials->jid);
  g_autoptr(KontorJid) named = kontor_jid_parse (user);
  gboolean is_own = kontor_linked_is_own (self, user);

  for (guint i = 0; i < devices->len; i++)
    {
      const KontorSignalAddress whom = { user, g_array_index (devices, guint, i) };
      gboolean has = FALSE;

      if ((is_own && whom.device == own->device) ||
          !kontor_signal_has_session (self->signal, &whom, &has, NULL) || has)
        continue;
      g_ptr_array_add (missing, kontor_jid_make (named->user, whom.device, named->server));
    }
}

static gboolean
fetch_missing (Sending *sending, const char *own, const GArray *theirs, const GArray *ours)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(KontorNode) fetch = NULL;

  find_missing (sending->self, sending->kept->user, theirs, missing);
  find_missing (sending->self, own, ours, missing);
  if (missing->len == 0 || sending->has_asked_keys)
    return FALSE;
  sending->has_asked_keys = TRUE;
  g_ptr_array_add (missing, NULL);
  fetch = kontor_keys_write_fetch ((const char *const *) missing->pdata, FALSE);
  kontor_session_ask (sending->self->session, fetch, on_keys, sending);

  return TRUE;
}

static void
ask_users (Sending *sending, const char *one, const char *other)
{
  const char *users[] = { one != NULL ? one : other, one != NULL ? other : NULL, NULL };
  g_autoptr(KontorNode) question = kontor_usync_write (users);

  sending->has_asked_devices = TRUE;
  kontor_session_ask (sending->self->session, question, on_users, sending);
}

static void
step (Sending *sending)
{
  KontorLinkedDevice *self = sending->self;
  g_autofree char *own = kontor_linked_dup_own (self);
  g_autoptr(GArray) theirs = kontor_linked_find_devices (self, sending->kept->user);
  g_autoptr(GArray) ours = kontor_linked_find_devices (self, own);

  if ((theirs == NULL || ours == NULL) && !sending->has_asked_devices)
    ask_users (sending, theirs == NULL ? sending->kept->user : NULL, ours == NULL ? own : NULL);
  else if (theirs == NULL || ours == NULL)
    fail (sending, KONTOR_ERROR_TRY_LATER, "WhatsApp did not say which devices the contact has");
  else if (theirs->len == 0)
    {
      kontor_linked_forget_devices (self, sending->kept->user);
      fail (sending, KONTOR_ERROR_BAD_INPUT, "there is no WhatsApp account with this number");
    }
  else if (!fetch_missing (sending, own, theirs, ours))
    sending->idle = g_idle_add (on_idle, sending);
}

/* What the server says of a message; anything but a plain yes. */
static const struct {
  gint64      code;
  KontorError error;
  const char *text;
} refusals[] = {
  { 404, KONTOR_ERROR_BAD_INPUT, "there is no WhatsApp account with this number" },
  { 421, KONTOR_ERROR_TRY_LATER, "WhatsApp wants the message once more" },
  { 463, KONTOR_ERROR_NOT_ALLOWED, "WhatsApp does not let this number write to strangers now" },
  { 479, KONTOR_ERROR_TRY_LATER, "the contact's devices have changed" },
  { 500, KONTOR_ERROR_TRY_LATER, "WhatsApp has trouble of its own" },
  { 503, KONTOR_ERROR_TRY_LATER, "WhatsApp is not available" },
};

static GError *
read_refusal (const KontorNode *ack)
{
  gint64 code = kontor_node_get_number (ack, "error");

  if (kontor_node_get (ack, "error") == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].code == code)
      return g_error_new (KONTOR_ERROR, refusals[i].error, "%s (%" G_GINT64_FORMAT ")",
                          refusals[i].text, code);

  return g_error_new (KONTOR_ERROR, KONTOR_ERROR_FAILED,
                      "WhatsApp refused the message (%" G_GINT64_FORMAT ")", code);
}

gboolean
kontor_linked_settle (KontorLinkedDevice *self, const KontorNode *ack)
{
  const char *id = kontor_node_get (ack, "id");
  Sending *sending = id != NULL && kontor_node_has (ack, "class", "message")
    ? g_hash_table_lookup (self->sendings, id) : NULL;
  g_autofree char *own = NULL;

  if (sending == NULL || sending->alarm == 0)
    return FALSE;
  /* A hash, or a refusal: our lists of devices are old ones. */
  if (kontor_node_get (ack, "phash") != NULL || kontor_node_get (ack, "error") != NULL)
    {
      own = kontor_linked_dup_own (self);
      kontor_linked_forget_devices (self, sending->kept->user);
      kontor_linked_forget_devices (self, own);
      kontor_linked_flush (self, NULL);
    }
  finish (sending, read_refusal (ack));

  return TRUE;
}

/* (transfer full): the same for the same token */
static char *
make_id (const char *token)
{
  g_autofree char *hash = NULL;
  g_autofree char *upper = NULL;

  if (token == NULL)
    return kontor_message_id_make ();
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
  upper = g_ascii_strup (hash, ID_LENGTH);

  return g_strconcat ("3EB0", upper, NULL);
}

/* (transfer full) (nullable): how the contact is reached: @person by LID, by address, by phone. */
static char *
find_user (KontorLinkedDevice *self, const KontorPerson *person)
{
  g_autofree char *phone = person->phone != NULL && *person->phone == '+'
    ? kontor_jid_make (person->phone + 1, 0, KONTOR_JID_SERVER) : NULL;
  const char *address = person->lid != NULL ? person->lid
                        : person->jid != NULL ? person->jid : phone;

  return address != NULL ? kontor_linked_dup_user (self, address) : NULL;
}

/* @about: "USER/ID"; FALSE where it has another form. */
static gboolean
read_about (KontorLinkedDevice *self, const char *about, const char *chat, KontorTarget *target)
{
  const char *slash = about != NULL ? strrchr (about, '/') : NULL;

  if (slash == NULL)
    return FALSE;
  target->id = g_strdup (slash + 1);
  target->chat = g_strdup (chat);
  target->own = g_str_has_prefix (about, KONTOR_LINKED_OWN "/");
  target->author = target->own ? kontor_linked_dup_own (self) : g_strndup (about, slash - about);

  return TRUE;
}

/* NULL with error. */
static KontorLinkedKept *
write_kept (KontorLinkedDevice *self, const KontorMessage *message, GError **error)
{
  g_autofree char *user = find_user (self, message->person);
  KontorTarget target = { NULL };
  KontorStanzaType stanza = kontor_content_get_stanza (message);
  g_autoptr(GBytes) secret = NULL, plain = NULL;
  guint8 random[32];
  KontorLinkedKept *kept;
  gboolean has_about;

  if (user == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the contact has no phone number or address on WhatsApp");
      return NULL;
    }
  kontor_crypt_random (random, sizeof random);
  secret = g_bytes_new (random, sizeof random);
  has_about = read_about (self, message->about, user, &target);
  if (g_str_equal (message->kind, "reaction") || stanza.edit != NULL)
    g_clear_pointer (&target.author, g_free);
  plain = kontor_content_write (message, has_about ? &target : NULL, secret,
                                kontor_clock_now_us () / 1000, error);
  kontor_target_clear (&target);
  if (plain == NULL)
    return NULL;
  kept = g_new0 (KontorLinkedKept, 1);
  *kept = (KontorLinkedKept) { g_strdup (message->token), g_steal_pointer (&user),
                               g_strdup (stanza.type), g_strdup (stanza.media),
                               g_strdup (stanza.edit),
                               g_steal_pointer (&plain) };

  return kept;
}

static void
on_paused (gpointer data)
{
  Sending *sending = data;

  sending->pause = 0;
  step (sending);
}

void
kontor_linked_send_async (KontorChannel *channel, const KontorMessage *message,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  KontorLinkedKept *kept;
  Sending *sending;
  GError *error = NULL;

  g_task_set_source_tag (task, kontor_linked_send_async);
  if (self->session == NULL || kontor_session_get_state (self->session) != KONTOR_SESSION_ONLINE)
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                               "there is no connection to WhatsApp now");
      return;
    }
  kept = write_kept (self, message, &error);
  if (kept == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!kontor_linked_allow (self, task, kept->user))
    {
      kontor_linked_kept_free (kept);
      return;
    }
  sending = g_new0 (Sending, 1);
  *sending = (Sending) { .self = self, .task = g_steal_pointer (&task),
                         .id = make_id (message->token), .kept = kept };
  g_hash_table_insert (self->sendings, sending->id, sending);
  if (self->jitter_ms > 0)
    sending->pause = kontor_alarm_set (g_random_int_range (1, self->jitter_ms + 1) * 1000,
                                       on_paused, sending);
  else
    step (sending);
}

char *
kontor_linked_send_finish (KontorChannel *channel, GAsyncResult *result, KontorSetback *setback,
                           GError **error)
{
  const KontorSetback *told = g_task_get_task_data (G_TASK (result));

  if (told != NULL)
    *setback = *told;

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
kontor_linked_check (const KontorMessage *message, GError **error)
{
  const KontorTarget about = { .id = (char *) "-", .chat = (char *) "-" };
  g_autoptr(GBytes) bytes = kontor_content_write (message, message->about != NULL ? &about : NULL,
                                                  NULL, 0, error);

  return bytes != NULL;
}
