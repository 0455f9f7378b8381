/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arguments.c — not GOption: the table of commands is also the help, the completion and the test,
 * and a customer's words ("5 > 3", "a=b") must pass as they are. */
#include "ctl/arguments.h"

#include <string.h>

#include <glib/gi18n.h>

struct _KontorCtlArguments {
  GPtrArray  *words;
  GHashTable *options; /* name → its values (GPtrArray of char *); a switch has an empty one */
};

G_DEFINE_QUARK (kontor-ctl-error, kontor_ctl_error)

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE, words);

  return FALSE;
}

static const KontorCtlOption *
find_option (const KontorCtlOption *options, const char *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (g_str_equal (options->name, name))
      return options;

  return NULL;
}

static void
add_value (KontorCtlArguments *arguments, const char *name, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (arguments->options, name);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (arguments->options, g_strdup (name), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

/* *at stands on the option and is moved on when its value is the next word. */
static gboolean
take_option (KontorCtlArguments *arguments, char ***at, const KontorCtlOption *options,
             const KontorCtlOption *common, GError **error)
{
  const char *word = **at;
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word + 2, equals - word - 2)
                                         : g_strdup (g_str_equal (word, "-h") ? "help" : word + 2);
  const KontorCtlOption *option = find_option (options, name);
  const char *value = equals != NULL ? equals + 1 : "";

  if (option == NULL)
    option = find_option (common, name);
  if (option == NULL)
    return refuse (error, _("there is no option --%s here"), name);
  if (option->value == NULL && equals != NULL)
    return refuse (error, _("the option --%s takes no value"), name);
  if (option->value != NULL && equals == NULL)
    {
      if ((*at)[1] == NULL)
        return refuse (error, _("the option --%s wants a value"), name);
      value = *++(*at);
    }
  add_value (arguments, name, value);

  return TRUE;
}

static gboolean
sort_words (KontorCtlArguments *arguments, char **words, const KontorCtlOption *options,
            const KontorCtlOption *common, GError **error)
{
  gboolean plain = FALSE;

  for (char **at = words; *at != NULL; at++)
    {
      if (!g_utf8_validate (*at, -1, NULL))
        return refuse (error, "%s", _("what was given is not UTF-8: set a UTF-8 locale"));
      if (!plain && g_str_equal (*at, "--"))
        plain = TRUE;
      else if (!plain && (g_str_has_prefix (*at, "--") || g_str_equal (*at, "-h")))
        {
          if (!take_option (arguments, &at, options, common, error))
            return FALSE;
        }
      else
        g_ptr_array_add (arguments->words, g_strdup (*at));
    }

  return TRUE;
}

KontorCtlArguments *
kontor_ctl_arguments_new (char **words, const KontorCtlOption *options,
                          const KontorCtlOption *common, int least, int most, GError **error)
{
  g_autoptr(KontorCtlArguments) arguments = g_new0 (KontorCtlArguments, 1);
  int count;

  arguments->words = g_ptr_array_new_with_free_func (g_free);
  arguments->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
  if (!sort_words (arguments, words, options, common, error))
    return NULL;

  /* Who asks for help has not finished the command. */
  count = arguments->words->len;
  if (g_hash_table_contains (arguments->options, "help") ||
      g_hash_table_contains (arguments->options, "version"))
    return g_steal_pointer (&arguments);
  if (count < least || (most >= 0 && count > most))
    {
      if (count < least)
        refuse (error, "%s", _("something is missing"));
      else
        refuse (error, _("“%s” is one word too many"),
                (const char *) g_ptr_array_index (arguments->words, most));
      return NULL;
    }

  return g_steal_pointer (&arguments);
}

void
kontor_ctl_arguments_free (KontorCtlArguments *arguments)
{
  g_ptr_array_unref (arguments->words);
  g_hash_table_unref (arguments->options);
  g_free (arguments);
}

gboolean
kontor_ctl_arguments_has_option (KontorCtlArguments *arguments, const char *name)
{
  return g_hash_table_contains (arguments->options, name);
}

const char *
kontor_ctl_arguments_get_option (KontorCtlArguments *arguments, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (arguments->options, name);

  return values != NULL ? values->pdata[values->len - 1] : NULL;
}

char **
kontor_ctl_arguments_dup_all (KontorCtlArguments *arguments, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (arguments->options, name);
  char **all = g_new0 (char *, values != NULL ? values->len + 1 : 1);

  for (guint i = 0; values != NULL && i < values->len; i++)
    all[i] = g_strdup (values->pdata[i]);

  return all;
}

gboolean
kontor_ctl_arguments_get_count (KontorCtlArguments *arguments, const char *name, guint fallback,
                                guint *count, GError **error)
{
  const char *text = kontor_ctl_arguments_get_option (arguments, name);
  guint64 number = fallback;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                   _("--%s wants a whole number, not “%s”"), name, text);
      return FALSE;
    }
  *count = number;

  return TRUE;
}

guint
kontor_ctl_arguments_get_n_words (KontorCtlArguments *arguments)
{
  return arguments->words->len;
}

const char *
kontor_ctl_arguments_get_word (KontorCtlArguments *arguments, guint index)
{
  return index < arguments->words->len ? g_ptr_array_index (arguments->words, index) : NULL;
}

gboolean
kontor_ctl_arguments_get_id (KontorCtlArguments *arguments, guint index, gint64 *id, GError **error)
{
  const char *word = kontor_ctl_arguments_get_word (arguments, index);

  if (word == NULL || !g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL))
    return refuse (error, _("“%s” is not the number of a conversation: “kontorctl inbox” "
                            "lists them"), word != NULL ? word : "");

  return TRUE;
}

char *
kontor_ctl_arguments_dup_text (KontorCtlArguments *arguments, guint first, GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = first; i < arguments->words->len; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "",
                            (const char *) g_ptr_array_index (arguments->words, i));
  if (text->len == 0)
    {
      refuse (error, "%s", _("the text is missing"));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gsize
name_length (const char *word)
{
  return strspn (word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
}

GVariant *
kontor_ctl_arguments_dup_values (KontorCtlArguments *arguments, guint first, GError **error)
{
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (NULL);

  for (guint i = first; i < arguments->words->len; i++)
    {
      const char *word = g_ptr_array_index (arguments->words, i);
      gsize length = name_length (word);
      g_autofree char *name = g_strndup (word, length);

      if (length == 0 || word[length] != '=')
        {
          refuse (error, _("“%s” does not have the form NAME=VALUE"), word);
          return NULL;
        }
      if (g_variant_dict_contains (&values, name))
        {
          refuse (error, _("“%s” is given twice"), name);
          return NULL;
        }
      g_variant_dict_insert (&values, name, "s", word + length + 1);
    }

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

static void
add_condition (GVariantDict *filter, const char *name, const char *value)
{
  g_autoptr(GVariant) before = g_variant_dict_lookup_value (filter, name, NULL);
  g_autoptr(GStrvBuilder) any = g_strv_builder_new ();
  g_auto(GStrv) values = NULL;

  if (before == NULL)
    {
      g_variant_dict_insert (filter, name, "s", value);
      return;
    }

  if (g_variant_is_of_type (before, G_VARIANT_TYPE_STRING))
    g_strv_builder_add (any, g_variant_get_string (before, NULL));
  else
    {
      g_auto(GStrv) given = g_variant_dup_strv (before, NULL);

      g_strv_builder_addv (any, (const char **) given);
    }
  g_strv_builder_add (any, value);
  values = g_strv_builder_end (any);
  g_variant_dict_insert (filter, name, "^as", values);
}

GVariant *
kontor_ctl_arguments_dup_filter (KontorCtlArguments *arguments, guint first, GError **error)
{
  static const char *const signs[] = { "~=", ">=", "<=", "!=", ">", "<", "=" };
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);

  for (guint i = first; i < arguments->words->len; i++)
    {
      const char *word = g_ptr_array_index (arguments->words, i);
      gsize length = name_length (word);
      const char *sign = NULL;
      g_autofree char *name = NULL;

      for (guint n = 0; sign == NULL && n < (length > 0 ? G_N_ELEMENTS (signs) : 1); n++)
        if (g_str_has_prefix (word + length, signs[n]))
          sign = signs[n];
      if (sign == NULL)
        {
          refuse (error, _("“%s” does not have the form FIELD=VALUE or FIELD>=VALUE"), word);
          return NULL;
        }
      name = g_strndup (word, length + (g_str_equal (sign, "=") ? 0
                                        : g_str_equal (sign, "~=") ? 1 : strlen (sign)));
      if (name[length] != '\0' && g_variant_dict_contains (&filter, name))
        {
          refuse (error, _("“%s” is given twice"), name);
          return NULL;
        }
      add_condition (&filter, name, word + length + strlen (sign));
    }

  return g_variant_ref_sink (g_variant_dict_end (&filter));
}
