/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a customer's text: nothing may crash, and what is found must stand in the text. */
#include "model/when.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gsize len = strlen (text);

  for (int asked = KONTOR_WHEN_ASKED_NOTHING; asked <= KONTOR_WHEN_ASKED_TIME; asked++)
    {
      KontorWhenContext context = {
        .now_us = G_GINT64_CONSTANT (1795168800) * G_USEC_PER_SEC, .zone = zone,
        .language = kontor_language_find ("en"), .asked = asked,
      };
      g_autoptr(KontorWhen) when = kontor_when_read (text, &context);
      gsize last = 0;

      for (guint i = 0; i < when->spans->len; i++)
        {
          const KontorSpan *span = &g_array_index (when->spans, KontorSpan, i);

          g_assert_true (span->start >= last && span->len > 0);
          last = span->start + span->len;
          g_assert_true (last <= len);
        }
      if (when->has_date)
        g_assert_true (g_date_valid_dmy (when->day, when->month, when->year));
      g_assert_true (!when->has_time || (when->hour >= 0 && when->hour < 24));
      g_assert_true (!when->has_time || (when->minute >= 0 && when->minute < 60));
    }
  return 0;
}
