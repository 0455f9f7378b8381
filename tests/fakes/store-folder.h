/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-folder.h — a store in a folder of its own, which must be empty again once it is closed. */
#pragma once

#include <glib/gstdio.h>

#include "model/error.h"
#include "store/store.h"

typedef struct {
  char        *folder;
  char        *path;
  KontorStore *store;
} StoreFolder;

static inline KontorStore *
store_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static inline void
store_run (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;

  kontor_store_run (store, &error, sql, "");
  g_assert_no_error (error);
}

static inline gint64
store_number (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}

static inline void
store_refuses (KontorStore *store, const char *sql, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_store_run (store, &error, sql, ""));
  g_assert_error (error, KONTOR_ERROR, code);
}

/* @table: SQL, the first statement. */
static inline void
store_folder_make (StoreFolder *self, const char *table)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("kontor-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "data", "shop.db", NULL);
  self->store = store_open (self->path);
  store_run (self->store, table);
}

static inline void
store_folder_reopen (StoreFolder *self)
{
  kontor_store_close (self->store);
  self->store = store_open (self->path);
}

static inline void
store_folder_remove (StoreFolder *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_clear_pointer (&self->store, kontor_store_close);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}
