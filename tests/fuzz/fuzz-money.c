/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three letters of a default currency, then a text: an amount that is written and read back, or
 * an error. */
#include <stdint.h>

#include "model/money.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *currency = g_strndup ((const char *) data, MIN (size, 3));
  g_autofree char *text = size > 3 ? g_strndup ((const char *) data + 3, size - 3) : g_strdup ("");
  gboolean has_default = kontor_money_exponent (currency) >= 0;
  g_autoptr(GError) error = NULL;
  KontorMoney money, again, share;
  g_autofree char *written = NULL;

  if (!kontor_money_parse (text, has_default ? currency : NULL, &money, &error))
    {
      if (error == NULL)
        g_abort ();
      return 0;
    }

  written = kontor_money_format (&money);
  if (error != NULL || !kontor_money_parse (written, NULL, &again, NULL) ||
      again.minor != money.minor || g_strcmp0 (again.currency, money.currency) != 0)
    g_abort ();
  if (!kontor_money_share (&money, 10000, &share, NULL) || share.minor != money.minor)
    g_abort ();
  kontor_money_share (&money, 1234, &share, NULL);
  kontor_money_multiply (&money, 7, &share, NULL);

  return 0;
}
