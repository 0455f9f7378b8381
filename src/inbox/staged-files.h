/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staged-files.h — files that will go with the next message, each with a button that leaves it out.
 * Pictures from the clipboard are written to the folder of temporary files first and removed from
 * it when they are gone or left out. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "changed" (). */
#define KONTOR_TYPE_STAGED_FILES (kontor_staged_files_get_type ())
G_DECLARE_FINAL_TYPE (KontorStagedFiles, kontor_staged_files, KONTOR, STAGED_FILES, AdwBin)

/* @path: copied. @is_ours: it is to be removed when it is done with. */
void        kontor_staged_files_add         (KontorStagedFiles *self, const char *path,
                                             gboolean is_ours);
/* What was dropped: a GdkFileList or a GdkTexture. */
void        kontor_staged_files_take        (KontorStagedFiles *self, const GValue *value);
/* TRUE where a picture is on the clipboard and no text: it is on its way in. */
gboolean    kontor_staged_files_paste       (KontorStagedFiles *self, GdkClipboard *clipboard);
/* Lets people choose files. */
void        kontor_staged_files_choose      (KontorStagedFiles *self);
guint       kontor_staged_files_get_count   (KontorStagedFiles *self);
/* (transfer full): the path of the first, which is no longer here: the caller removes the file when
 * it *is_ours. NULL where there is none. */
char       *kontor_staged_files_steal       (KontorStagedFiles *self, gboolean *is_ours);
/* Leaves all out. */
void        kontor_staged_files_clear       (KontorStagedFiles *self);

G_END_DECLS
