/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "protocol"

#include "base/alarm.h"
#include "protocol/jid.h"
#include "protocol/pairing.h"
#include "protocol/session-inside.h"

#define NEEDS_PASSKEY \
  "This account asks for its passkey before a device is linked, which Kontor cannot give. Turn " \
  "the passkey off on the phone, or use the official Cloud API."

/* What is said of the ways to link that this device does not know. */
static const struct {
  const char *tag, *type, *child;
  const char *text;
} dead_ends[] = {
  { "notification", "passkey_prologue_request", NULL,
    NEEDS_PASSKEY },
  { "notification", "crsc_continuation", NULL,
    NEEDS_PASSKEY },
  { "ib", NULL, "downgrade_webclient",
    "The WhatsApp on the phone is too old to link devices. Update it and try again." },
};

static void
show (KontorSession *self)
{
  g_autofree char *text = kontor_pairing_make_text (self->refs[self->n_shown], self->credentials,
                                                    &self->keys.identity);

  self->events.shown (text, self->are_letters_known ? kontor_link_code_get_text (self->letters)
                                                    : NULL, self->user_data);
}

static void
on_shown_long_enough (gpointer data)
{
  KontorSession *self = data;
  g_autoptr(GError) error = NULL;

  self->alarm = 0;
  self->n_shown++;
  if (self->refs[self->n_shown] != NULL)
    {
      self->alarm = kontor_alarm_set (KONTOR_PAIRING_NEXT_US, on_shown_long_enough, self);
      show (self);
      return;
    }
  g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
               "The code was not used in time. Begin again for a new one.");
  kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
}

static void
take_refs (KontorSession *self, const KontorNode *iq)
{
  g_autoptr(KontorNode) result = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "result",
                                                  "id", kontor_node_get (iq, "id"), NULL);
  g_autoptr(GError) error = NULL;
  GStrv refs = kontor_pairing_read_refs (iq, &error);

  if (refs == NULL)
    {
      kontor_session_break (self, error);
      return;
    }
  kontor_session_send (self, result, NULL);
  if (self->state != KONTOR_SESSION_LINKING)
    kontor_session_go (self, KONTOR_SESSION_LINKING, NULL, 0);
  g_strfreev (self->refs);
  self->refs = refs;
  self->n_shown = 0;
  kontor_alarm_clear (&self->alarm);
  self->alarm = kontor_alarm_set (KONTOR_PAIRING_FIRST_US, on_shown_long_enough, self);
  show (self);
}

static void
take_proof (KontorSession *self, const KontorNode *iq)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) answer = kontor_pairing_accept (iq, &self->keys.identity,
                                                        self->credentials, &error);
  g_autoptr(KontorNode) refusal = NULL;

  if (answer == NULL)
    {
      refusal = kontor_pairing_make_refusal (iq, error);
      kontor_session_send (self, refusal, NULL);
      kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
      return;
    }
  if (!kontor_session_keep (self))
    {
      g_clear_pointer (&self->credentials->jid, g_free);
      return;
    }
  kontor_session_send (self, answer, NULL);
  kontor_session_go (self, KONTOR_SESSION_LINKED, NULL, 0);
}

static void
acknowledge (KontorSession *self, const KontorNode *notification)
{
  g_autoptr(KontorNode) ack = kontor_node_new (
      "ack", "class", "notification", "id", kontor_node_get (notification, "id"), "to",
      kontor_node_get (notification, "from"), "type", kontor_node_get (notification, "type"), NULL);

  kontor_session_send (self, ack, NULL);
}

static void
stop (KontorSession *self, const GError *error)
{
  if (self->state == KONTOR_SESSION_LINKING)
    kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
}

static void
on_finished (const KontorNode *answer, const GError *error, gpointer data)
{
  if (error != NULL)
    stop (data, error);
}

static void
take_typed (KontorSession *self, const KontorNode *notification)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) iq = NULL;

  acknowledge (self, notification);
  if (self->letters == NULL)
    return;
  iq = kontor_link_code_finish (self->letters, notification, &self->keys.identity,
                                self->credentials->adv_secret, &error);
  if (iq != NULL)
    kontor_session_ask (self, iq, on_finished, self);
  else
    g_warning ("%s", error->message);
}

static gboolean
hear_dead_end (KontorSession *self, const KontorNode *node)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dead_ends); i++)
    {
      if (!kontor_node_is (node, dead_ends[i].tag) ||
          (dead_ends[i].type != NULL && !kontor_node_has (node, "type", dead_ends[i].type)) ||
          (dead_ends[i].child != NULL && kontor_node_find (node, dead_ends[i].child) == NULL))
        continue;
      if (dead_ends[i].type != NULL)
        acknowledge (self, node);
      g_set_error_literal (&error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, dead_ends[i].text);
      kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
      return TRUE;
    }

  return FALSE;
}

gboolean
kontor_session_hear_linking (KontorSession *self, const KontorNode *node)
{
  gboolean is_linking = self->state == KONTOR_SESSION_LINKING;

  if (kontor_node_find (node, "pair-device") != NULL &&
      (is_linking || self->state == KONTOR_SESSION_SIGNING_IN))
    take_refs (self, node);
  else if (kontor_node_find (node, "pair-success") != NULL && is_linking)
    take_proof (self, node);
  else if (kontor_node_has (node, "type", "link_code_companion_reg") && is_linking)
    take_typed (self, node);
  else
    return hear_dead_end (self, node);

  return TRUE;
}

void
kontor_session_leave_linking (KontorSession *self)
{
  g_clear_pointer (&self->refs, g_strfreev);
  g_clear_pointer (&self->letters, kontor_link_code_free);
  self->are_letters_known = FALSE;
}

/* The letters are shown once the server knows of them. */
static void
on_letters_known (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorSession *self = data;
  g_autoptr(GError) wrong = NULL;

  if (self->state != KONTOR_SESSION_LINKING || self->letters == NULL)
    return;
  if (error != NULL)
    stop (self, error);
  else if (!kontor_link_code_take_ref (self->letters, answer, &wrong))
    stop (self, wrong);
  else
    {
      self->are_letters_known = TRUE;
      show (self);
    }
}

gboolean
kontor_session_link_by_letters (KontorSession *self, const char *phone, GError **error)
{
  KontorLinkCode *letters;
  g_autoptr(KontorNode) hello = NULL;

  if (self->state != KONTOR_SESSION_LINKING)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                   "Letters can be asked for while a code is shown.");
      return FALSE;
    }
  letters = kontor_link_code_new (phone, error);
  if (letters == NULL)
    return FALSE;
  g_clear_pointer (&self->letters, kontor_link_code_free);
  self->are_letters_known = FALSE;
  self->letters = letters;
  hello = kontor_link_code_hello (letters, self->credentials->noise.public_key);
  kontor_session_ask (self, hello, on_letters_known, self);

  return TRUE;
}
