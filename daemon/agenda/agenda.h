/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda.h — what is to happen later: one table, one timer. Entries survive restarts; what was due
 * while the daemon was away is done when it comes back. */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_AGENDA (kontor_agenda_get_type ())
G_DECLARE_FINAL_TYPE (KontorAgenda, kontor_agenda, KONTOR, AGENDA, GObject)

/* Done when an entry is due, inside the transaction that takes it off the agenda; FALSE with error
 * leaves it for a minute later. */
typedef gboolean (*KontorAgendaDo) (const char *subject, gpointer data, GError **error);

KontorAgenda *kontor_agenda_new   (KontorStore *store);
/* Who does @what; before kontor_agenda_open(). */
void          kontor_agenda_on    (KontorAgenda *self, const char *what, KontorAgendaDo todo,
                                   gpointer data);
void          kontor_agenda_open  (KontorAgenda *self);
/* The computer slept, and timers with it: what is due meanwhile is done now. */
void          kontor_agenda_wake  (KontorAgenda *self);

/* One entry for each (what, subject): a second one moves the first. */
gboolean      kontor_agenda_put   (KontorStore *store, const char *what, const char *subject,
                                   gint64 due_at_us, GError **error);
gboolean      kontor_agenda_drop  (KontorStore *store, const char *what, const char *subject,
                                   GError **error);

G_END_DECLS
