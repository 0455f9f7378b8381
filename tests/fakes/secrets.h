/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secrets.h — what tests of any keyring say about the secrets in it. */
#pragma once

#include "base/secrets.h"

static inline void
secrets_keeps (KontorSecrets *secrets, const char *name, const char *value)
{
  g_autoptr(GError) error = NULL;

  kontor_secrets_store (secrets, name, value, "Kontor test", &error);
  g_assert_no_error (error);
}

static inline void
secrets_gives (KontorSecrets *secrets, const char *name, const char *value)
{
  g_autoptr(GError) error = NULL;
  char *found = kontor_secrets_lookup (secrets, name, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, value);
  kontor_secrets_wipe (found);
}

static inline void
secrets_refuses (KontorSecrets *secrets, const char *name, gboolean expected, KontorError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_secrets_lookup (secrets, name, expected, &error));
  g_assert_error (error, KONTOR_ERROR, (int) code);
}
