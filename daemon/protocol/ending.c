/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/ending.h"

#define ANY (-1)
#define DEFAULT_BAN_US ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

typedef struct {
  const char *tag;
  gint64      code;
  const char *child;    /* NULL: whatever stands in it */
  const char *type;     /* of the child; NULL: any */
  KontorCure  cure;
  KontorError error;
  const char *text;
  gboolean    bans;
} Line;

/* The first that fits. */
static const Line lines[] = {
  { "failure", 400, NULL, NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED,
    "WhatsApp refuses the login without a reason. Update Kontor, or link the device again" },
  { "failure", 401, NULL, NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "The device was removed on the phone. Link it again" },
  { "failure", 402, NULL, NULL, KONTOR_CURE_LATER, KONTOR_ERROR_NOT_ALLOWED,
    "WhatsApp banned this number for a while", TRUE },
  { "failure", 403, NULL, NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "WhatsApp locked this account. Look at the phone, then link the device again" },
  { "failure", 405, NULL, NULL, KONTOR_CURE_REFRESH, KONTOR_ERROR_TRY_LATER,
    "WhatsApp wants a newer version than this one says it is" },
  { "failure", 406, NULL, NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "WhatsApp banned this number. Ask WhatsApp for a review on the phone", TRUE },
  { "failure", 409, NULL, NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED,
    "WhatsApp does not take this client any more. Update Kontor" },
  { "failure", 415, NULL, NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED,
    "WhatsApp does not find this device. Link it again if that stays so" },
  { "failure", 418, NULL, NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED,
    "WhatsApp does not know this client. Update Kontor" },
  { "failure", 500, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp has trouble of its own" },
  { "failure", 501, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp has trouble of its own" },
  { "failure", 503, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp is not available" },
  { "failure", ANY, NULL, NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED,
    "WhatsApp refuses the login. Update Kontor, or link the device again" },

  { "stream:error", ANY, "conflict", "replaced", KONTOR_CURE_PERSON, KONTOR_ERROR_NOT_ALLOWED,
    "Another program uses the keys of this device. End it, then connect again" },
  { "stream:error", ANY, "conflict", NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "The device was removed on the phone. Link it again" },
  { "stream:error", 401, NULL, NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "The device was removed on the phone. Link it again" },
  { "stream:error", 515, NULL, NULL, KONTOR_CURE_AT_ONCE, KONTOR_ERROR_TRY_LATER,
    "WhatsApp wants a new connection" },
  { "stream:error", 516, NULL, NULL, KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED,
    "WhatsApp logged the device out. Link it again" },
  { "stream:error", 503, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp is not available" },
  { "stream:error", ANY, "xml-not-well-formed", NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp did not understand what it was sent" },
  { "stream:error", ANY, "ack", NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp did not understand what it was sent" },
  { "stream:error", ANY, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp ended the connection" },

  { "xmlstreamend", ANY, NULL, NULL, KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER,
    "WhatsApp ended the connection" },
};

/* Why a number is banned for a while. */
static const struct {
  gint64      code;
  const char *text;
} bans[] = {
  { 101, "it wrote too much to people who do not have it in their contacts" },
  { 102, "too many people blocked it" },
  { 103, "it made too many groups with people who do not have it in their contacts" },
  { 104, "it sent the same to too many people" },
  { 106, "it sent too much to a broadcast list" },
};

static gboolean
fits (const Line *line, const KontorNode *node, gint64 code)
{
  const KontorNode *child;

  if (!kontor_node_is (node, line->tag) || (line->code != ANY && line->code != code))
    return FALSE;
  if (line->child == NULL)
    return TRUE;
  child = kontor_node_find (node, line->child);

  return child != NULL && (line->type == NULL || kontor_node_has (child, "type", line->type));
}

/* (transfer full): what is known besides the code. */
static char *
make_text (const Line *line, const KontorNode *node)
{
  gint64 code = kontor_node_get_number (node, "code");

  for (guint i = 0; line->cure == KONTOR_CURE_LATER && i < G_N_ELEMENTS (bans); i++)
    if (bans[i].code == code)
      return g_strconcat (line->text, ": ", bans[i].text, NULL);

  return g_strdup (line->text);
}

static gint64
read_wait (const KontorNode *node)
{
  gint64 expire_s = kontor_node_get_number (node, "expire");

  return expire_s > 0 && expire_s < G_MAXINT64 / (2 * G_USEC_PER_SEC) ? expire_s * G_USEC_PER_SEC
                                                                      : DEFAULT_BAN_US;
}

gboolean
kontor_ending_read (const KontorNode *node, KontorEnding *ending)
{
  gint64 code = kontor_node_get_number (node, kontor_node_is (node, "failure") ? "reason" : "code");
  g_autofree char *text = NULL, *number = NULL;
  const Line *line = NULL;

  *ending = (KontorEnding) { 0 };
  for (guint i = 0; line == NULL && i < G_N_ELEMENTS (lines); i++)
    if (fits (&lines[i], node, code))
      line = &lines[i];
  if (line == NULL)
    return FALSE;
  text = make_text (line, node);
  number = code >= 0 ? g_strdup_printf (" %" G_GINT64_FORMAT, code) : g_strdup ("");
  ending->cure = line->cure;
  ending->is_ban = line->bans;
  ending->error = g_error_new (KONTOR_ERROR, line->error, "%s (%s%s).", text, line->tag, number);
  if (line->cure == KONTOR_CURE_LATER)
    ending->wait_us = read_wait (node);

  return TRUE;
}

void
kontor_ending_clear (KontorEnding *ending)
{
  g_clear_error (&ending->error);
}
