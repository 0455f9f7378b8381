/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assistant.c — what would be understood, and what would be answered; nothing is kept. */
#include "ctl/command.h"
#include "ctl/fields.h"
#include "ctl/print.h"
#include "ctl/table.h"
#include "model/record.h"

#include <glib/gi18n.h>

static GVariant *
understand_options (KontorCtlArguments *arguments)
{
  static const char *const names[] = { "service", "now", "zone", "asked" };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = kontor_ctl_arguments_get_option (arguments, names[i]);

      if (value != NULL)
        g_variant_dict_insert (&options, names[i], "s", value);
    }

  return g_variant_dict_end (&options);
}

static JsonNode *
about_to_json (GVariant *fields, GVariant *about)
{
  JsonNode *node = kontor_ctl_record_to_json (NULL, about);

  json_object_set_member (json_node_get_object (node), "fields", json_gvariant_serialize (fields));

  return node;
}

static void
add_texts (KontorCtlTable *table, GVariant *texts, const char *after)
{
  GVariantIter iter;
  const char *name, *value;

  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    {
      g_autofree char *left = g_strconcat (name, after, NULL);

      kontor_ctl_table_add_row (table, (const char *const[]) { left, value, NULL });
    }
}

static void
print_understood (GVariant *fields, GVariant *about)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);
  g_autoptr(GVariant) problems = g_variant_lookup_value (about, "problems",
                                                         G_VARIANT_TYPE ("a{ss}"));
  const char *intent = kontor_record_get_text (about, "intent");
  const char *service = kontor_record_get_text (about, "service");
  g_autofree char *text = NULL;

  kontor_ctl_table_set_wrap (table);
  if (intent != NULL && *intent != '\0')
    kontor_ctl_table_add_row (table, (const char *const[]) { _("(intent)"), intent, NULL });
  if (service != NULL && *service != '\0')
    kontor_ctl_table_add_row (table, (const char *const[]) { _("(service)"), service, NULL });
  add_texts (table, fields, "");
  if (problems != NULL)
    add_texts (table, problems, _(" (problem)"));
  text = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (*text == '\0')
    kontor_ctl_print_hint (_("Nothing was understood."));
}

gboolean
kontor_ctl_understand (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *text = kontor_ctl_arguments_dup_text (arguments, 0, error);
  g_autoptr(GVariant) fields = NULL, about = NULL;

  if (text == NULL ||
      !kontor_dbus_assistants_call_understand_sync (ctl->assistants, text,
                                                    understand_options (arguments), &fields,
                                                    &about, NULL, error))
    return FALSE;
  if (!ctl->json)
    print_understood (fields, about);
  else if (kontor_ctl_arguments_has_option (arguments, "about"))
    kontor_ctl_print_json (about_to_json (fields, about));
  else
    kontor_ctl_print_json (json_gvariant_serialize (fields));

  return TRUE;
}

static void
print_passages (GVariant *passages, gboolean is_answered)
{
  static const char *const headings[] = { N_("score"), N_("source"), N_("passage"), NULL };
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new_titled (headings);
  g_autofree char *rows = NULL;
  GVariantIter iter;
  GVariant *passage;

  kontor_ctl_table_set_wrap (table);
  g_variant_iter_init (&iter, passages);
  while (g_variant_iter_loop (&iter, "@a{sv}", &passage))
    {
      const char *title = kontor_record_get_text (passage, "title");
      const char *text = kontor_record_get_text (passage, "text");
      const char *source = kontor_record_get_text (passage, "source");
      g_autofree char *both = NULL;
      char score[16] = "";
      double number = 0;

      if (g_variant_lookup (passage, "score", "d", &number))
        g_snprintf (score, sizeof score, "%.2f", number);
      both = g_strdup_printf ("%s%s%s", title != NULL ? title : "",
                              title != NULL && *title != '\0' ? "\n" : "",
                              text != NULL ? text : "");
      kontor_ctl_table_add_row (table, (const char *const[]) {
        score, source != NULL ? source : "", both, NULL });
    }
  rows = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (is_answered ? _("It would answer with the first.\n")
                                     : _("It would not answer: people do.\n"));
  kontor_ctl_print_text (rows);
}

gboolean
kontor_ctl_ask (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *text = kontor_ctl_arguments_dup_text (arguments, 0, error);
  g_autoptr(GVariant) passages = NULL;
  gboolean is_answered;

  if (text == NULL || !kontor_dbus_assistants_call_ask_sync (ctl->assistants, text, &passages,
                                                             &is_answered, NULL, error))
    return FALSE;
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_boolean_member (object, "answers", is_answered);
      json_object_set_member (object, "passages", kontor_ctl_records_to_json (NULL, passages));
      kontor_ctl_print_json (kontor_ctl_json_object (object));
    }
  else
    print_passages (passages, is_answered);

  return TRUE;
}

gboolean
kontor_ctl_preview (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *language = kontor_ctl_arguments_get_option (arguments, "language");
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);
  g_autoptr(GVariant) lines = NULL;
  g_autofree char *rows = NULL;
  GVariantDict options;
  GVariantIter iter;
  GVariant *line;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "language", "s", language != NULL ? language : "");
  if (!kontor_dbus_assistants_call_preview_sync (ctl->assistants,
                                                  kontor_ctl_arguments_get_word (arguments, 0),
                                                  g_variant_dict_end (&options), &lines, NULL,
                                                  error))
    return FALSE;
  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (NULL, lines));
      return TRUE;
    }
  g_variant_iter_init (&iter, lines);
  while (g_variant_iter_loop (&iter, "@a{sv}", &line))
    kontor_ctl_table_add_row (table, (const char *const[]) {
      kontor_record_get_text (line, "from"), kontor_record_get_text (line, "text"), NULL });
  rows = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (rows);

  return TRUE;
}
