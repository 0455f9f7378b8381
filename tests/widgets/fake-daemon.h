/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake-daemon.h — what the window talks with, on a bus of the test's own and in its process: it
 * answers what it was told to answer and remembers what it was asked. What it was told nothing for
 * it answers with nothing. It knows no rules: the real daemon is tested with the window in
 * tests/ui. */
#pragma once

#include "remote/remote-house.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  GDBusConnection   *connection;
  GHashTable        *answers;    /* "Query label" → GVariant; refusals as a string */
  GPtrArray         *calls;      /* of char: "Send (int64 1, 'Hello', ...)" */
  KontorRemote      *remote;
  KontorRemoteHouse *house;
} FakeDaemon;

void       fake_daemon_open   (FakeDaemon *self);
void       fake_daemon_close  (FakeDaemon *self);

/* @call: a method, alone or with its first argument if that is a text. @answer: the tuple it gives,
 * as text. */
void       fake_daemon_answer (FakeDaemon *self, const char *call, const char *answer);
/* Answers with an error of the code FAILED that says @message; NULL: no more. */
void       fake_daemon_refuse (FakeDaemon *self, const char *call, const char *message);
/* Kinds and actions are there; call it when they are answered for. */
void       fake_daemon_tell   (FakeDaemon *self);

/* Waits until the method was called, and gives the call. */
const char *fake_daemon_await (FakeDaemon *self, const char *method);
gboolean    fake_daemon_heard (FakeDaemon *self, const char *method);

/* Runs the main loop until @holds. */
#define fake_daemon_until(holds) \
  G_STMT_START { while (!(holds)) g_main_context_iteration (NULL, TRUE); } G_STMT_END

/* (nullable): the first widget of @type below @widget that is shown, with @text on it unless that
 * is NULL: what a label, a button or an entry says, or the tooltip of one that has a picture. */
GtkWidget *fake_find          (GtkWidget *widget, GType type, const char *text);

G_END_DECLS
