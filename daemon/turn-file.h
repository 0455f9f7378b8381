/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-file.h — dialogues as text that a shop owner can read and write, run on a business of their
 * own with a clock that is set: no bus, no phone, no cloud. docs/architecture.md has the words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plays @path and prints it; what differs from what was expected is printed with its line.
 * @demos: where demo businesses are. FALSE with error when anything differed. */
gboolean kontor_turn_file_play   (const char *path, const char *demos, GError **error);

/* Plays a recording: a JSON array of {"from", "name", "text", "id", "at"}, as they came in, and
 * prints what is answered. @demo: (nullable): the business, by name */
gboolean kontor_turn_file_replay (const char *path, const char *demos, const char *demo,
                                  GError **error);

G_END_DECLS
