/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two letters of a country, then a text: a plausible number that reads as itself, or an error. */
#include <stdint.h>

#include "model/phone.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *country = g_strndup ((const char *) data, MIN (size, 2));
  g_autofree char *text = size > 2 ? g_strndup ((const char *) data + 2, size - 2) : g_strdup ("");
  g_autoptr(GError) error = NULL;
  g_autofree char *phone = kontor_phone_parse (text, country, &error);
  g_autofree char *again = NULL;
  g_autofree char *redacted = kontor_phone_redact (text);
  g_auto(GStrv) variants = NULL;

  kontor_phone_country (text);
  if (redacted == NULL || (phone == NULL) != (error != NULL))
    g_abort ();
  if (phone == NULL)
    return 0;

  again = kontor_phone_parse (phone, NULL, NULL);
  variants = kontor_phone_variants (phone);
  if (!kontor_phone_is_plausible (phone) || g_strcmp0 (again, phone) != 0 ||
      g_strcmp0 (variants[0], phone) != 0)
    g_abort ();
  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_autofree char *variant = kontor_phone_redact (variants[i]);

      if (strstr (variant, variants[i]) != NULL)
        g_abort ();
    }

  return 0;
}
