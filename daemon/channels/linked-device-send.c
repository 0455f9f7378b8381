/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-send.c — a message goes to each device of the contact, or of the group's members,
 * and to each other device of ours:
 *
 *   members known? ─no─▶ ask the server      devices known? ─no─▶ ask the server
 *   sessions there? ─no─▶ fetch keys, begin
 *   seal ─▶ keep the keys' steps, and what was said ─▶ send ─▶ the server's word
 *
 * What was sent and not answered before the line broke is UNKNOWN. */
#define G_LOG_DOMAIN "channels"

#include "base/alarm.h"
#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/error.h"
#include "protocol/usync.h"

#define WORD_LIMIT_US (60 * G_USEC_PER_SEC)

typedef struct {
  KontorLinkedDevice *self;      /* lent: it tells all before it goes */
  GTask              *task;
  char               *id;
  KontorLinkedKept   *kept;
  GPtrArray          *reached;   /* of char *: devices that got it */
  gboolean            has_asked_group, has_asked_devices, has_asked_keys;
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
  g_ptr_array_unref (sending->reached);
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
    g_task_return_pointer (sending->task, kontor_linked_make_id (NULL, KONTOR_LINKED_OWN,
                                                                 sending->id),
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

static gboolean
keep (Sending *sending, GError **error)
{
  KontorLinkedDevice *self = sending->self;

  return kontor_linked_keep_day (self, sending->kept->user, error) &&
         kontor_linked_keep_sent (self, sending->id, sending->kept, error) &&
         kontor_linked_flush (self, error);
}

static gboolean
reaches (const Sending *sending, const char *chat)
{
  g_autofree char *start = g_strconcat (chat, " ", NULL);

  for (guint i = 0; i < sending->reached->len; i++)
    if (g_str_has_prefix (sending->reached->pdata[i], start))
      return TRUE;

  return kontor_groups_is_one (chat);
}

static gboolean
on_idle (gpointer data)
{
  Sending *sending = data;
  KontorLinkedDevice *self = sending->self;
  const char *chat = sending->kept->user;
  g_autoptr(GPtrArray) readers = kontor_linked_list_readers (self, chat);
  g_autoptr(KontorNode) message = NULL;
  GError *error = NULL;

  sending->idle = 0;
  if (readers == NULL)
    {
      fail (sending, KONTOR_ERROR_TRY_LATER, "who is in the group has changed just now");
      return G_SOURCE_REMOVE;
    }
  message = kontor_linked_make_message (self, sending->id, sending->kept, readers,
                                        sending->reached, &error);
  if (message != NULL && !reaches (sending, chat))
    fail (sending, KONTOR_ERROR_TRY_LATER, "none of the contact's devices can be written to now");
  else if (message == NULL || !keep (sending, &error) ||
           !kontor_session_send (self->session, message, &error))
    finish (sending, error);
  else
    {
      sending->alarm = kontor_alarm_set (WORD_LIMIT_US, on_late, sending);
      if (!kontor_groups_is_one (chat) && sending->kept->edit == NULL)
        kontor_linked_give_token (self, chat);
    }

  return G_SOURCE_REMOVE;
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
  kontor_linked_take_users (self, users);
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

static gboolean
fetch_missing (Sending *sending, const GPtrArray *readers)
{
  g_autoptr(GPtrArray) missing = kontor_linked_find_missing (sending->self, sending->kept->user,
                                                             readers);
  g_autoptr(KontorNode) fetch = NULL;

  if (missing->len == 0 || sending->has_asked_keys)
    return FALSE;
  sending->has_asked_keys = TRUE;
  g_ptr_array_add (missing, NULL);
  fetch = kontor_keys_write_fetch ((const char *const *) missing->pdata, FALSE);
  kontor_session_ask (sending->self->session, fetch, on_keys, sending);

  return TRUE;
}

static void
on_group (const KontorNode *answer, const GError *error, gpointer data)
{
  Sending *sending = data;

  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    fail (sending, KONTOR_ERROR_NOT_ALLOWED, "this number is not in the group any more");
  else if (error != NULL)
    fail (sending, KONTOR_ERROR_TRY_LATER, error->message);
  else
    {
      kontor_linked_keep_groups (sending->self, answer);
      step (sending);
    }
}

static void
ask_group (Sending *sending)
{
  g_autoptr(KontorNode) question = kontor_groups_write_query (sending->kept->user);

  if (sending->has_asked_group)
    {
      fail (sending, KONTOR_ERROR_TRY_LATER, "WhatsApp did not say who is in the group");
      return;
    }
  sending->has_asked_group = TRUE;
  kontor_session_ask (sending->self->session, question, on_group, sending);
}

/* (transfer full): addresses of those whose devices are not known. */
static GPtrArray *
list_unknown (KontorLinkedDevice *self, const GPtrArray *readers)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < readers->len; i++)
    {
      const KontorLinkedReader *reader = readers->pdata[i];
      g_autoptr(GArray) devices = kontor_linked_find_devices (self, reader->user);

      if (devices == NULL)
        g_ptr_array_add (unknown, g_strdup (reader->user));
    }

  return unknown;
}

static void
ask_users (Sending *sending, GPtrArray *unknown)
{
  g_autoptr(KontorNode) question = NULL;

  g_ptr_array_add (unknown, NULL);
  question = kontor_usync_write ((const char *const *) unknown->pdata);
  sending->has_asked_devices = TRUE;
  kontor_session_ask (sending->self->session, question, on_users, sending);
}

static gboolean
has_no_account (KontorLinkedDevice *self, const char *chat)
{
  g_autoptr(GArray) devices = kontor_linked_find_devices (self, chat);

  return !kontor_groups_is_one (chat) && devices->len == 0;
}

/* What a group's member does not tell of is left out; in a chat of two nobody is. */
static void
step (Sending *sending)
{
  KontorLinkedDevice *self = sending->self;
  const char *chat = sending->kept->user;
  g_autoptr(GPtrArray) readers = kontor_linked_list_readers (self, chat);
  g_autoptr(GPtrArray) unknown = readers != NULL ? list_unknown (self, readers) : NULL;

  if (readers == NULL)
    ask_group (sending);
  else if (unknown->len > 0 && !sending->has_asked_devices)
    ask_users (sending, unknown);
  else if (unknown->len > 0 && !kontor_groups_is_one (chat))
    fail (sending, KONTOR_ERROR_TRY_LATER, "WhatsApp did not say which devices the contact has");
  else if (has_no_account (self, chat))
    {
      kontor_linked_forget_devices (self, chat);
      fail (sending, KONTOR_ERROR_BAD_INPUT, "there is no WhatsApp account with this number");
    }
  else if (!fetch_missing (sending, readers))
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

/* Our lists of who reads it are old ones. */
static void
forget_readers (KontorLinkedDevice *self, const char *chat)
{
  g_autoptr(GPtrArray) readers = kontor_linked_list_readers (self, chat);

  for (guint i = 0; readers != NULL && i < readers->len; i++)
    kontor_linked_forget_devices (self, ((KontorLinkedReader *) readers->pdata[i])->user);
  kontor_linked_forget_members (self, chat);
  kontor_linked_flush (self, NULL);
}

gboolean
kontor_linked_settle (KontorLinkedDevice *self, const KontorNode *ack)
{
  const char *id = kontor_node_get (ack, "id");
  Sending *sending = id != NULL && kontor_node_has (ack, "class", "message")
    ? g_hash_table_lookup (self->sendings, id) : NULL;

  if (sending == NULL || sending->alarm == 0)
    return FALSE;
  if (kontor_node_get (ack, "phash") != NULL || kontor_node_get (ack, "error") != NULL)
    forget_readers (self, sending->kept->user);
  if (kontor_node_get (ack, "phash") != NULL && kontor_node_get (ack, "error") == NULL)
    kontor_linked_mend (self, id, sending->reached);
  finish (sending, read_refusal (ack));

  return TRUE;
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
  kept = kontor_linked_write (self, message, &error);
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
                         .id = kontor_linked_make_token_id (message->token), .kept = kept,
                         .reached = g_ptr_array_new_with_free_func (g_free) };
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
