/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-inside.h — the WhatsApp Cloud API line; for the files cloud*.c alone.
 *
 *   cloud.c            settings, life and health        cloud-hook.c       webhooks that knock
 *   cloud-read*.c      webhook → messages (pure)        cloud-write*.c     message → JSON (pure)
 *   cloud-codes.c      Meta's error codes (pure)        cloud-send.c       saying, read receipts
 *   cloud-files.c      media up and down                cloud-templates.c  templates
 *   cloud-test.c       what to mend
 */
#pragma once

#include "channels/channel.h"
#include "channels/cloud-codes.h"
#include "channels/cloud-read.h"
#include "model/json.h"
#include "net/http.h"
#include "net/listener.h"

G_BEGIN_DECLS

#define KONTOR_CLOUD_DEFAULT_PORT    8471
#define KONTOR_CLOUD_DEFAULT_BASE    "https://graph.facebook.com"
#define KONTOR_CLOUD_DEFAULT_VERSION "v26.0"
/* A webhook is at most 3 MB; an answer of the Graph is far smaller. */
#define KONTOR_CLOUD_HOOK_LIMIT   (3 * 1024 * 1024)
#define KONTOR_CLOUD_ANSWER_LIMIT (4 * 1024 * 1024)

extern const KontorChannelStep kontor_cloud_steps[];

#define KONTOR_TYPE_CLOUD (kontor_cloud_get_type ())
G_DECLARE_FINAL_TYPE (KontorCloud, kontor_cloud, KONTOR, CLOUD, KontorChannel)

struct _KontorCloud
{
  KontorChannel    parent_instance;

  /* Settings; the secrets live here while the line is up. */
  char            *base, *version, *number, *account, *app, *public_url;
  char            *token, *app_secret, *verify_token;
  guint            port;

  KontorHttp      *http;
  KontorListening *listening;
  GCancellable    *cancellable;
  GHashTable      *uploads;      /* checksum → Upload */
  guint            timer;
  guint            attempt;
};

/* (transfer full): BASE/VERSION/…, @path without a leading slash. */
char     *kontor_cloud_dup_url   (KontorCloud *self, const char *path);
/* Asks the Graph. @object: (nullable) (transfer full): the JSON to send. */
void      kontor_cloud_ask_async (KontorCloud *self, const char *method, const char *path,
                                  JsonObject *object, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): the root of the answer, always an object. An answer that is no success is an
 * error; *setback: (out) (optional). */
JsonNode *kontor_cloud_ask_finish (KontorCloud *self, GAsyncResult *result, KontorSetback *setback,
                                   GError **error);
/* What a reply is, for those who asked by themselves. */
JsonNode *kontor_cloud_read_reply (const KontorReply *reply, KontorSetback *setback,
                                   GError **error);

/* The line was just seen to work. */
void      kontor_cloud_prove     (KontorCloud *self);
/* What an error says about the line as a whole. */
void      kontor_cloud_suffer    (KontorCloud *self, const KontorSetback *setback,
                                  const GError *error);
/* Lent (nullable): the line that is up with this phone number id. */
KontorCloud *kontor_cloud_find_number (const char *number);
/* What the account says about the number, in Meta's words. */
void      kontor_cloud_read_facts (KontorCloud *self, JsonObject *number);

void      kontor_cloud_on_knock  (KontorKnock *knock, gpointer data);

/* (transfer full): the JSON of @message. @media_id: (nullable): of its file, uploaded before. */
JsonObject *kontor_cloud_write   (const KontorMessage *message, const char *media_id,
                                  GError **error);
/* Fills @template from what the body of a message of the kind "template" says. */
gboolean  kontor_cloud_write_template (JsonObject *body, JsonObject *template, GError **error);
gboolean  kontor_cloud_check     (const KontorMessage *message, GError **error);

void      kontor_cloud_send_async (KontorChannel *channel, const KontorMessage *message,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
char     *kontor_cloud_send_finish (KontorChannel *channel, GAsyncResult *result,
                                    KontorSetback *setback, GError **error);
void      kontor_cloud_mark_read (KontorChannel *channel, const char *external_id,
                                  gboolean typing);

void      kontor_cloud_upload_async (KontorCloud *self, const KontorMedia *media,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* (transfer full): the id at Meta. */
char     *kontor_cloud_upload_finish (KontorCloud *self, GAsyncResult *result,
                                      KontorSetback *setback, GError **error);
void      kontor_cloud_fetch_async (KontorChannel *channel, const KontorMedia *media,
                                    const char *path, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
char     *kontor_cloud_fetch_finish (KontorChannel *channel, GAsyncResult *result,
                                     GError **error);

void      kontor_cloud_templates_async (KontorChannel *channel, const char *what,
                                        GVariant *arguments, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GVariant *kontor_cloud_templates_finish (KontorChannel *channel, GAsyncResult *result,
                                         GError **error);

void      kontor_cloud_test_async (KontorChannel *channel, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
GVariant *kontor_cloud_test_finish (KontorChannel *channel, GAsyncResult *result,
                                     GError **error);

G_END_DECLS
