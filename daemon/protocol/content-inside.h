/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content-inside.h — how the files of content.h read one kind: FALSE where what makes it one is
 * missing. They set what is in self->message and put the rest into @body. */
#pragma once

#include <json-glib/json-glib.h>

#include "protocol/content.h"
#include "protocol/content.pb-c.h"

G_BEGIN_DECLS

typedef gboolean (*KontorContentRead) (KontorContent *self, const Wa__Message *message,
                                       JsonObject *body);

gboolean kontor_content_read_image         (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_video         (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_ptv           (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_audio         (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_document      (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_sticker       (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_location      (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_live_location (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_contact       (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);
gboolean kontor_content_read_contacts      (KontorContent *self, const Wa__Message *message,
                                            JsonObject *body);

/* What is quoted, forwarded, from an ad, and until when it stays. @context: (nullable) */
void     kontor_content_read_context (KontorContent *self, const Wa__ContextInfo *context,
                                      JsonObject *body);

/* (transfer full) (nullable): @text as valid UTF-8, NULL for NULL. */
char    *kontor_content_text (const char *text);
/* @text: (nullable): then nothing */
void     kontor_content_put  (JsonObject *into, const char *name, const char *text);

G_END_DECLS
