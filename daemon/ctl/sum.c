/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum.c — what money adds up to, per currency. The daemon adds; a period is a condition. */
#include "ctl/command.h"
#include "ctl/fields.h"
#include "ctl/kinds.h"
#include "ctl/print.h"
#include "model/error.h"

#include <glib/gi18n.h>

/* The first field that can be summed, or summed by. */
static const char *
find_first (const KontorField *fields, KontorFieldType type)
{
  for (; fields->name != NULL; fields++)
    if (fields->type == type)
      return fields->name;

  return NULL;
}

/* What the command line names, else the kind's first; NULL with an error where it has none. */
static const char *
choose (KontorCtlArguments *arguments, const char *option, const KontorField *fields,
        KontorFieldType type, GError **error)
{
  const char *named = kontor_ctl_arguments_get_option (arguments, option);
  const char *found = named != NULL ? named : find_first (fields, type);

  if (found == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 _("there is nothing to sum here: say --%s, or another kind; “kontorctl kinds” "
                   "lists them"), option);

  return found;
}

gboolean
kontor_ctl_sum (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *kind = kontor_ctl_arguments_get_word (arguments, 0), *field, *by;
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, 1, error), sums = NULL;
  g_autoptr(KontorCtlFields) told = filter != NULL ? kontor_ctl_kind_fields (ctl, kind, error)
                                                   : NULL;
  const KontorField *fields = told != NULL ? kontor_ctl_fields_get (told) : NULL;
  g_autofree char *text = NULL;

  if (fields == NULL || (field = choose (arguments, "field", fields, KONTOR_FIELD_MONEY,
                                         error)) == NULL ||
      (by = choose (arguments, "by", fields, KONTOR_FIELD_CHOICE, error)) == NULL ||
      !kontor_dbus_records_call_sum_sync (ctl->records, kind, filter, field, by, &sums, NULL,
                                          error))
    return FALSE;
  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (fields, sums));
      return TRUE;
    }
  text = kontor_ctl_records_to_text ((const KontorField[]) {
      { by, KONTOR_FIELD_TEXT }, { "amount", KONTOR_FIELD_MONEY },
      { "count", KONTOR_FIELD_NUMBER }, { NULL } },
    sums, (const char *const[]) { by, "amount", "count", NULL }, FALSE,
    kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (g_variant_n_children (sums) == 0)
    kontor_ctl_print_hint (_("There is none."));

  return TRUE;
}
