/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/sides.h"

#include "model/money.h"

#include <glib/gi18n.h>

/* The text of the prompt to reply, from a file. */
static gboolean
fill_text (GVariantDict *options, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  GVariantBuilder texts;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, error))
    return FALSE;
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                   _("%s is no text in UTF-8"), path);
      return FALSE;
    }
  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&texts, "{ss}", "reply", text);
  g_variant_dict_insert_value (options, "texts", g_variant_builder_end (&texts));

  return TRUE;
}

gboolean
kontor_ctl_side_fill (GVariantDict *options, KontorCtlArguments *arguments, GError **error)
{
  const char *assistant = kontor_ctl_arguments_get_option (arguments, "assistant");
  const char *prompt = kontor_ctl_arguments_get_option (arguments, "prompt");
  const char *text = kontor_ctl_arguments_get_option (arguments, "text");

  if (assistant != NULL)
    g_variant_dict_insert (options, "assistant", "s", assistant);
  if (prompt != NULL)
    g_variant_dict_insert (options, "versions", "^as", (const char *const[]) { prompt, NULL });
  if (kontor_ctl_arguments_has_option (arguments, "built-in"))
    g_variant_dict_insert (options, "built-in", "b", TRUE);

  return text == NULL || fill_text (options, text, error);
}

/* Often less than a hundredth of the smallest coin. */
char *
kontor_ctl_dup_cost (gint64 nano, const char *currency)
{
  int exponent = currency != NULL ? kontor_money_exponent (currency) : -1;
  double whole = (double) nano / 1e9;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (exponent < 0)
    return NULL;
  while (exponent-- > 0)
    whole /= 10;

  return g_strdup_printf ("%s %s", g_ascii_formatd (number, sizeof number, "%.6g", whole),
                          currency);
}
