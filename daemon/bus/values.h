/* SPDX-License-Identifier: GPL-3.0-or-later */
/* values.h — between D-Bus and the daemon's own values; for daemon/bus/ alone. */
#pragma once

#include <gio/gio.h>

#include "bus/bus.h"
#include "contacts/business.h"
#include "model/record.h"

G_BEGIN_DECLS

/* aa{sv}, floating, of a list of a{sv}. */
GVariant *kontor_values_list      (GPtrArray *records);
/* aa{sv}, floating: what a field list tells of itself. @fields: (nullable) */
GVariant *kontor_values_fields    (const KontorField *fields);
/* (transfer full): @given with every text where another type is due read as a person types it, by
 * the name of the field, a comparison after it or not. @own: (nullable) */
GVariant *kontor_values_read      (KontorStore *store, const KontorField *fields,
                                   const KontorField *own, GVariant *given, GError **error);
/* Options: missing ones give the default. */
gboolean  kontor_values_get_yes   (GVariant *options, const char *name);
guint     kontor_values_get_limit (GVariant *options);
const char *kontor_values_get_text (GVariant *options, const char *name); /* NULL when empty */
/* BAD_INPUT when there is no such kind. */
const KontorKind *kontor_values_find_kind (const char *name, GError **error);

/* Answers with @error (transfer full). Always TRUE, for handlers. */
gboolean  kontor_values_refuse    (GDBusMethodInvocation *invocation, GError *error);

G_END_DECLS
