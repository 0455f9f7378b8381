/* SPDX-License-Identifier: GPL-3.0-or-later */
/* welcome.h — the welcome kit: what the owner wrote for those whose booking is paid, and files with
 * it. The agenda sends it: the files are read when it goes, so that the customer gets them as they
 * are then. Text, files and the end of the agenda's entry stand in one transaction: it goes once.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* On the agenda; the subject is the booking's id. */
#define KONTOR_WELCOME_SEND "welcome"

#define KONTOR_TYPE_WELCOME (kontor_welcome_get_type ())
G_DECLARE_FINAL_TYPE (KontorWelcome, kontor_welcome, KONTOR, WELCOME, GObject)

/* @folder: of the business, into which files are copied. */
KontorWelcome *kontor_welcome_new  (KontorStore *store, const char *folder);
/* KontorAgendaDo, @data: the KontorWelcome. */
gboolean       kontor_welcome_send (const char *subject, gpointer data, GError **error);

/* Whether there is anything to send for @service, a record. */
gboolean       kontor_welcome_has_kit   (GVariant *service);
/* (transfer full): the paths, one for each line. */
char         **kontor_welcome_dup_paths (GVariant *service);

G_END_DECLS
