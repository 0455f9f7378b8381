/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo.h — a business that is shipped as data files: <kind>.csv, and knowledge as Markdown or text. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Loads all of @folder. A row that is refused is an error that names the file and the line. */
gboolean kontor_demo_load (KontorStore *store, const char *folder, GError **error);
/* (transfer full): the names of the demos in @root, sorted. */
char   **kontor_demo_list (const char *root);

G_END_DECLS
