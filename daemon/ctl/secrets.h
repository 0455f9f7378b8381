/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secrets.h — values that no list of processes and no history of a shell shall show.
 *
 * A secret given as "-" is read as a line of its own. It is never printed, and a terminal does not
 * show it while it is typed.
 */
#pragma once

#include <stdio.h>

#include "model/field.h"

G_BEGIN_DECLS

/* Whether @value stands for a line still to be read. */
gboolean  kontor_ctl_secret_is_asked (const KontorField *field, const char *value);

/* (transfer full): the next line of @input, without its end. */
char     *kontor_ctl_secret_read     (const char *name, FILE *input, GError **error);

/* (transfer full), never floating: @values (a{sv} of texts), where each secret of @fields that is
 * "-" is read from @input, in their order. */
GVariant *kontor_ctl_secrets_fill    (GVariant *values, const KontorField *fields, FILE *input,
                                      GError **error);

G_END_DECLS
