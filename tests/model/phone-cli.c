/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads "COUNTRY<tab>number" line by line (COUNTRY may be empty) and writes E.164, a tab and the
 * country, or "-" for what is refused. For tests/interop/phone-oracle.py. */
#include <stdio.h>

#include "model/phone.h"

int
main (int argc, char *argv[])
{
  char line[512];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto(GStrv) fields = g_strsplit (g_strchomp (line), "\t", 2);
      g_autofree char *phone = NULL;

      if (fields[0] == NULL || fields[1] == NULL)
        return 2;
      phone = kontor_phone_parse (fields[1], *fields[0] != '\0' ? fields[0] : NULL, NULL);
      if (phone == NULL)
        g_print ("-\n");
      else
        g_print ("%s\t%s\n", phone, kontor_phone_country (phone) ?: "");
    }

  return 0;
}
