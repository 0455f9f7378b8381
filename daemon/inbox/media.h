/* SPDX-License-Identifier: GPL-3.0-or-later */
/* media.h — files of messages: brought as jobs of their own, kept in the data folder under their
 * checksum, so that the same file lies there once.
 *
 *   waiting → here     whole, and its checksum is right
 *           → gone     the line no longer has it, or a week of attempts did not bring it
 */
#pragma once

#include "channels/lines.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_MEDIA_JOBS (kontor_media_jobs_get_type ())
G_DECLARE_FINAL_TYPE (KontorMediaJobs, kontor_media_jobs, KONTOR, MEDIA_JOBS, GObject)

/* @folder: of the business; files lie in its "media/". */
KontorMediaJobs *kontor_media_jobs_new  (KontorStore *store, KontorLines *lines,
                                         const char *folder);
/* Goes on with what is waiting, and from then on with what comes. */
void             kontor_media_jobs_open (KontorMediaJobs *self);
/* Time to try again what was put off; KontorAgendaDo for "media", @data: the jobs. */
gboolean         kontor_media_jobs_retry (const char *subject, gpointer data, GError **error);

/* (transfer full): where the file of a checksum lies, or would lie. */
char     *kontor_media_dup_path (const char *folder, const char *sha256);

/* Copies the file at @path into the folder of the business, off the main thread.
 * BAD_INPUT where it cannot be read or is larger than 100 MB. */
void      kontor_media_import_async  (const char *folder, const char *path,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full): mime, sha256, name, path and size are set. */
KontorMedia *kontor_media_import_finish (GAsyncResult *result, GError **error);
/* "image", "video", "audio" or "document": how a file of that type is sent. */
const char  *kontor_media_kind_of (const char *mime);

/* For the rows; call inside a transaction. @media with a checksum and a path is here already. */
gboolean  kontor_media_insert   (KontorStore *store, gint64 message, const KontorMedia *media,
                                 GError **error);
/* (transfer full) (nullable): NULL without error when the message has no file. */
KontorMedia *kontor_media_get   (KontorStore *store, gint64 message, GError **error);

G_END_DECLS
