/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-trust.c — people write to people whom they know: tokens that say so go along with
 * what is said and are given in return, and whoever's keys are new ones is named to the team, for
 * it may be a new phone, or another person. */
#define G_LOG_DOMAIN "channels"

#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "protocol/trust.h"

#define FORM "(xay)"

static gint64
get_now_s (void)
{
  return kontor_clock_now_us () / G_USEC_PER_SEC;
}

static void
keep (KontorLinkedDevice *self, const char *kind, const char *user, gint64 at_s, GBytes *token)
{
  g_autoptr(GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new (
    "(x@ay)", at_s, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                              token != NULL ? token : none, TRUE)));
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (value);
  g_autoptr(GError) error = NULL;

  if (!kontor_linked_keys_save (self->keys, kind, user, 0, bytes, &error))
    g_warning ("%s", error->message);
}

/* 0: there is none; *token: (transfer full) (optional) */
static gint64
find (KontorLinkedDevice *self, const char *kind, const char *user, GBytes **token)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GVariant) value = NULL, inside = NULL;
  gint64 at_s;

  if (!kontor_linked_keys_load (self->keys, kind, user, 0, &bytes, NULL) || bytes == NULL)
    return 0;
  value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  g_variant_get (value, "(x@ay)", &at_s, &inside);
  if (token != NULL)
    *token = g_variant_get_data_as_bytes (inside);

  return at_s;
}

void
kontor_linked_hear_token (KontorLinkedDevice *self, const KontorNode *notification,
                          const char *user)
{
  gint64 at_s;
  g_autoptr(GBytes) token = kontor_trust_read (notification, &at_s);

  if (token != NULL && at_s >= find (self, "token", user, NULL))
    keep (self, "token", user, at_s, token);
}

void
kontor_linked_add_token (KontorLinkedDevice *self, const char *user, KontorNode *message)
{
  g_autoptr(GBytes) token = NULL;
  gint64 at_s = find (self, "token", user, &token);

  if (at_s != 0 && kontor_trust_is_fresh (at_s, get_now_s ()))
    kontor_node_set_bytes (kontor_node_add (message, kontor_node_new ("tctoken", NULL)), token);
}

typedef struct {
  KontorLinkedDevice *self;   /* a reference */
  char               *user;
  gint64              at_s;
} Gift;

static void
on_given (const KontorNode *answer, const GError *error, gpointer data)
{
  Gift *gift = data;

  if (error != NULL)
    g_debug ("a token was not given: %s", error->message);
  else
    {
      keep (gift->self, "token-given", gift->user, gift->at_s, NULL);
      kontor_linked_flush (gift->self, NULL);
    }
  g_object_unref (gift->self);
  g_free (gift->user);
  g_free (gift);
}

void
kontor_linked_give_token (KontorLinkedDevice *self, const char *user)
{
  gint64 now_s = get_now_s ();
  g_autoptr(KontorNode) iq = NULL;
  Gift *gift;

  if (!kontor_trust_is_due (find (self, "token-given", user, NULL), now_s))
    return;
  gift = g_new0 (Gift, 1);
  *gift = (Gift) { g_object_ref (self), g_strdup (user), now_s };
  iq = kontor_trust_write (user, now_s);
  kontor_session_ask (self->session, iq, on_given, gift);
}

void
kontor_linked_name_change (KontorLinkedDevice *self, KontorBatch *batch, const char *user,
                           const char *id)
{
  g_autofree char *name = g_strconcat ("identity-", id, NULL);
  KontorMessage *message;

  if (kontor_linked_is_own (self, user) || !kontor_linked_has_met (self, user))
    return;
  g_message ("the keys of a contact are new ones");
  keep (self, "token-given", user, 0, NULL);
  message = g_new0 (KontorMessage, 1);
  message->external_id = kontor_linked_make_id (NULL, user, name);
  message->person = kontor_linked_dup_person (self, user, NULL);
  message->kind = g_strdup ("system");
  message->body = g_strdup ("{\"type\":\"identity-changed\"}");
  message->said_at_us = kontor_clock_now_us ();
  g_ptr_array_add (batch->messages, message);
}
