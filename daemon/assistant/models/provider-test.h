/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider-test.h — whether a provider answers: one short question, and what to mend stands in its
 * record. The action test-provider puts it on the agenda. */
#pragma once

#include "assistant/models/choose.h"

G_BEGIN_DECLS

/* On the agenda; the subject is the provider's id. */
#define KONTOR_PROVIDER_TEST "test-provider"

/* What the agenda does; @data: the KontorChoose. */
gboolean kontor_provider_test (const char *subject, gpointer data, GError **error);

G_END_DECLS
