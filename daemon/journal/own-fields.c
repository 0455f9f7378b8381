/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own-fields.c — field lists that a business makes for itself. */
#include "journal/keep.h"

GArray *
kontor_own_fields_new (void)
{
  return g_array_new (TRUE, TRUE, sizeof (KontorField));
}

void
kontor_own_fields_add (GArray *fields, const KontorField *field)
{
  KontorField copy = *field;

  copy.name = g_strdup (field->name);
  copy.title = g_strdup (field->title);
  copy.choices = g_strdup (field->choices);
  copy.of = g_strdup (field->of);
  copy.check = g_strdup (field->check);
  g_array_append_val (fields, copy);
}

KontorField *
kontor_own_fields_end (GArray *fields)
{
  return (KontorField *) (gpointer) g_array_free (fields, FALSE);
}

void
kontor_own_fields_free (KontorField *fields)
{
  for (KontorField *field = fields; field != NULL && field->name != NULL; field++)
    {
      g_free ((char *) field->name);
      g_free ((char *) field->title);
      g_free ((char *) field->choices);
      g_free ((char *) field->of);
      g_free ((char *) field->check);
    }
  g_free (fields);
}
