/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel.c — the lines to the outside. A channel is a record whose own fields are the settings of
 * its kind; the daemon tells them, so that a new kind needs nothing here. */
#include <string.h>

#include "ctl/command.h"
#include "ctl/kinds.h"
#include "ctl/link.h"
#include "ctl/print.h"
#include "ctl/records.h"
#include "ctl/secrets.h"
#include "model/error.h"
#include "model/record.h"

#include <glib/gi18n.h>

static const KontorField channel_fields[] = {
  { "attempt", KONTOR_FIELD_NUMBER },
  { "retry-at", KONTOR_FIELD_INSTANT },
  { "last-at", KONTOR_FIELD_INSTANT },
  { NULL }
};

/* What a line says of itself, in one column. */
static GVariant *
tell_facts (GVariant *channel)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (channel);
  g_autoptr(GVariant) facts = g_variant_lookup_value (channel, "facts", G_VARIANT_TYPE_VARDICT);
  g_autoptr(GString) told = g_string_new (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (facts != NULL)
    {
      g_variant_iter_init (&iter, facts);
      while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
        if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
          g_string_append_printf (told, "%s%s %s", told->len > 0 ? ", " : "", name,
                                  g_variant_get_string (value, NULL));
    }
  g_variant_dict_insert (&dict, "facts", "s", told->str);

  return g_variant_dict_end (&dict);
}

static GVariant *
tell_all_facts (GVariant *channels)
{
  g_auto(GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  gsize count = g_variant_n_children (channels);

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (channels, i);

      g_variant_builder_add_value (&list, tell_facts (one));
    }

  return g_variant_ref_sink (g_variant_builder_end (&list));
}

gboolean
kontor_ctl_channel_list (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const char *const columns[] = { "id", "name", "kind", "active", "state", "retry-at",
                                         "last-at", "cause", "facts", NULL };
  g_autoptr(GVariant) channels = NULL, told = NULL;
  g_autofree char *text = NULL;

  if (!kontor_dbus_channels_call_list_sync (ctl->channels, &channels, NULL, error))
    return FALSE;
  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (channel_fields, channels));
      return TRUE;
    }
  told = tell_all_facts (channels);
  text = kontor_ctl_records_to_text (channel_fields, told, columns, TRUE,
                                     kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (g_variant_n_children (channels) == 0)
    kontor_ctl_print_hint (_("There is none: “kontorctl channel add practice” makes the first."));

  return TRUE;
}

gboolean
kontor_ctl_channel_kinds (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) kinds = NULL;

  if (!kontor_dbus_channels_call_kinds_sync (ctl->channels, &kinds, NULL, error))
    return FALSE;

  return kontor_ctl_print_kinds (ctl, kinds, kontor_ctl_arguments_get_word (arguments, 0), error);
}

/* A setting may be given without the "x-" that own fields begin with. */
static const KontorField *
find_setting (const KontorField *settings, const char *name)
{
  g_autofree char *own = g_strconcat ("x-", name, NULL);
  const KontorField *field = kontor_fields_find (settings, name);

  return field != NULL ? field : kontor_fields_find (settings, own);
}

static GVariant *
name_settings (GVariant *values, const KontorField *settings, GError **error)
{
  g_auto(GVariantDict) named = G_VARIANT_DICT_INIT (NULL);
  gsize count = g_variant_n_children (values);

  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *name = NULL, *value = NULL, *secret = NULL;
      g_autoptr(GVariant) boxed = NULL;
      const KontorField *field;

      g_variant_get_child (values, i, "{sv}", &name, &boxed);
      value = g_variant_dup_string (boxed, NULL);
      field = find_setting (settings, name);
      if (kontor_ctl_secret_is_asked (field, value))
        {
          secret = kontor_ctl_secret_read (name, stdin, error);
          if (secret == NULL)
            return NULL;
        }
      g_variant_dict_insert (&named, field != NULL ? field->name : name, "s",
                             secret != NULL ? secret : value);
    }

  return g_variant_ref_sink (g_variant_dict_end (&named));
}

static GVariant *
read_settings (KontorCtl *ctl, const char *kind, GVariant *values, GError **error)
{
  g_autoptr(GVariant) kinds = NULL, told = NULL;
  g_autoptr(KontorCtlFields) settings = NULL;

  if (!kontor_dbus_channels_call_kinds_sync (ctl->channels, &kinds, NULL, error))
    return NULL;
  told = kontor_ctl_told_find (kinds, kind);
  if (told == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   _("there is no kind of channel “%s”; “kontorctl channel kinds” lists them"),
                   kind);
      return NULL;
    }
  settings = kontor_ctl_told_fields (told, "fields");

  return name_settings (values, kontor_ctl_fields_get (settings), error);
}

gboolean
kontor_ctl_channel_add (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *kind = kontor_ctl_arguments_get_word (arguments, 0);
  const char *name = kontor_ctl_arguments_get_word (arguments, 1);
  const char *phone = kontor_ctl_arguments_get_option (arguments, "code");
  gboolean is_named = name != NULL && strchr (name, '=') == NULL;
  g_autoptr(GVariant) values = kontor_ctl_arguments_dup_values (arguments, is_named ? 2 : 1, error);
  g_autoptr(GVariant) settings = NULL, channel = NULL;
  g_autofree char *id = NULL;
  GVariantDict dict;

  if (values == NULL)
    return FALSE;
  settings = read_settings (ctl, kind, values, error);
  if (settings == NULL)
    return FALSE;

  g_variant_dict_init (&dict, settings);
  g_variant_dict_insert (&dict, "kind", "s", kind);
  if (!g_variant_dict_contains (&dict, "name"))
    g_variant_dict_insert (&dict, "name", "s", is_named ? name : kind);
  if (phone != NULL)
    g_variant_dict_insert (&dict, "x-phone", "s", phone);
  if (!g_variant_dict_contains (&dict, "active"))
    g_variant_dict_insert (&dict, "active", "s", "yes");
  channel = g_variant_ref_sink (g_variant_dict_end (&dict));
  id = kontor_ctl_save_new (ctl, "channel", channel, error);

  return id != NULL && ((phone == NULL && !kontor_ctl_arguments_has_option (arguments, "qr")) ||
                        kontor_ctl_link_wait (ctl, id, phone != NULL, error));
}

gboolean
kontor_ctl_channel_set (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *id = kontor_ctl_arguments_get_word (arguments, 0);
  g_autoptr(GVariant) values = kontor_ctl_arguments_dup_values (arguments, 1, error);
  g_autoptr(GVariant) channel = NULL, settings = NULL;
  const char *kind;

  if (values == NULL ||
      !kontor_dbus_records_call_get_sync (ctl->records, "channel", id, &channel, NULL, error))
    return FALSE;
  kind = kontor_record_get_text (channel, "kind");
  settings = read_settings (ctl, kind != NULL ? kind : "", values, error);

  return settings != NULL && kontor_ctl_save_values (ctl, "channel", id, settings, error);
}

gboolean
kontor_ctl_channel_remove (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return kontor_ctl_remove_record (ctl, "channel", kontor_ctl_arguments_get_word (arguments, 0),
                                   error);
}

/* The steps in the language of who asks, as far as the daemon's tables word them. */
static GVariant *
word_steps (GVariant *steps)
{
  static const char *const names[] = { "title", "advice" };
  GVariantBuilder list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  GVariantIter iter;
  GVariant *step;

  g_variant_iter_init (&iter, steps);
  while (g_variant_iter_loop (&iter, "@a{sv}", &step))
    {
      g_auto(GVariantDict) worded = G_VARIANT_DICT_INIT (step);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          const char *text = kontor_record_get_text (step, names[i]);

          if (text != NULL && *text != '\0')
            g_variant_dict_insert (&worded, names[i], "s", _(text));
        }
      g_variant_builder_add_value (&list, g_variant_dict_end (&worded));
    }

  return g_variant_ref_sink (g_variant_builder_end (&list));
}

gboolean
kontor_ctl_channel_test (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const char *const columns[] = { "title", "fine", "advice", NULL };
  g_autoptr(GVariant) steps = NULL, worded = NULL;
  g_autofree char *text = NULL;
  GVariantIter iter;
  GVariant *step;
  gboolean is_fine = TRUE;

  if (!kontor_dbus_channels_call_test_sync (ctl->channels,
                                            kontor_ctl_arguments_get_word (arguments, 0), &steps,
                                            NULL, error))
    return FALSE;
  worded = word_steps (steps);
  text = kontor_ctl_records_to_text (NULL, worded, columns, TRUE, kontor_ctl_print_get_width ());
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_records_to_json (NULL, steps));
  else
    kontor_ctl_print_text (text);

  g_variant_iter_init (&iter, steps);
  while (g_variant_iter_loop (&iter, "@a{sv}", &step))
    is_fine = is_fine && kontor_record_get_yes (step, "fine");
  if (!is_fine)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                         _("the channel does not work yet: do what is advised and test it again"));

  return is_fine;
}
