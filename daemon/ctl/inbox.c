/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox.c — what was said, read. Pages come the latest first, so that the end of a long
 * conversation costs one call; they are turned round here where people read downwards. */
#include "ctl/inbox.h"

#include "ctl/command.h"
#include "ctl/fields.h"
#include "ctl/print.h"
#include "model/error.h"
#include "model/record.h"

#include <glib/gi18n.h>

#define SEARCH_LIMIT 50

typedef struct {
  KontorCtl  *ctl;
  gint64      conversation;
  const char *text;
} Asked;

typedef gboolean (*AskPage) (Asked *asked, GVariant *options, GVariant **page, char **next,
                             GError **error);

static const KontorField conversation_fields[] = {
  { "id", KONTOR_FIELD_NUMBER },
  { "unread", KONTOR_FIELD_NUMBER },
  { "last-at", KONTOR_FIELD_INSTANT },
  { "busy", KONTOR_FIELD_YES_NO },
  { "waiting", KONTOR_FIELD_YES_NO },
  { "labels", KONTOR_FIELD_ATTACHMENTS },
  { NULL }
};

const KontorField kontor_ctl_message_fields[] = {
  { "id", KONTOR_FIELD_NUMBER },
  { "conversation", KONTOR_FIELD_NUMBER },
  { "at", KONTOR_FIELD_INSTANT },
  { "automatic", KONTOR_FIELD_YES_NO },
  { "about", KONTOR_FIELD_NUMBER },
  { "said-at", KONTOR_FIELD_INSTANT },
  { "media-size", KONTOR_FIELD_NUMBER },
  { NULL }
};

static GVariant *
page_options (const char *after, guint limit)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", limit);
  if (*after != '\0')
    g_variant_dict_insert (&options, "after", "s", after);

  return g_variant_dict_end (&options);
}

/* Adds to @all; FALSE at a message that is not newer than @after. */
static gboolean
take_page (GPtrArray *all, GVariant *page, gint64 after)
{
  gsize count = g_variant_n_children (page);

  for (gsize i = 0; i < count; i++)
    {
      GVariant *one = g_variant_get_child_value (page, i);

      if (after > 0 && kontor_record_get_int (one, "id", 0) <= after)
        {
          g_variant_unref (one);
          return FALSE;
        }
      g_ptr_array_add (all, one);
    }

  return TRUE;
}

static GPtrArray *
ask_pages (AskPage ask, Asked *asked, gint64 after, guint limit, GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autofree char *next = g_strdup ("");
  gboolean is_more = TRUE;

  while (is_more)
    {
      guint wanted = limit > 0 ? MIN (limit - all->len, KONTOR_CTL_PAGE) : KONTOR_CTL_PAGE;
      GVariant *options = page_options (next, wanted);
      g_autoptr(GVariant) page = NULL;

      g_clear_pointer (&next, g_free);
      if (!ask (asked, options, &page, &next, error))
        return NULL;
      is_more = take_page (all, page, after) && *next != '\0' &&
                (limit == 0 || all->len < limit);
    }

  return g_steal_pointer (&all);
}

static GVariant *
to_list (GPtrArray *all, gboolean is_turned)
{
  g_auto(GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < all->len; i++)
    g_variant_builder_add_value (&list, g_ptr_array_index (all, is_turned ? all->len - 1 - i : i));

  return g_variant_ref_sink (g_variant_builder_end (&list));
}

/* What is no text is told by its kind: "[image] the entrance". */
static GVariant *
show_kinds (GVariant *list, const char *kind_name, const char *text_name)
{
  g_auto(GVariantBuilder) shown = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  gsize count = g_variant_n_children (list);

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (list, i);
      g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (one);
      const char *kind = kontor_record_get_text (one, kind_name);
      const char *text = kontor_record_get_text (one, text_name);
      g_autofree char *told = NULL;

      if (kind != NULL && *kind != '\0' && !g_str_equal (kind, "text"))
        {
          told = g_strdup_printf ("[%s]%s%s", kind, text != NULL && *text != '\0' ? " " : "",
                                  text != NULL ? text : "");
          g_variant_dict_insert (&dict, text_name, "s", told);
        }
      g_variant_builder_add_value (&shown, g_variant_dict_end (&dict));
    }

  return g_variant_ref_sink (g_variant_builder_end (&shown));
}

static gboolean
ask_messages (Asked *asked, GVariant *options, GVariant **page, char **next, GError **error)
{
  return kontor_dbus_inbox_call_messages_sync (asked->ctl->inbox, asked->conversation, options,
                                               page, next, NULL, error);
}

static gboolean
ask_search (Asked *asked, GVariant *options, GVariant **page, char **next, GError **error)
{
  return kontor_dbus_inbox_call_search_sync (asked->ctl->inbox, asked->text, options, page, next,
                                             NULL, error);
}

GVariant *
kontor_ctl_get_messages (KontorCtl *ctl, gint64 conversation, gint64 after, guint limit,
                         GError **error)
{
  Asked asked = { ctl, conversation };
  g_autoptr(GPtrArray) all = ask_pages (ask_messages, &asked, after, limit, error);

  return all != NULL ? to_list (all, TRUE) : NULL;
}

GVariant *
kontor_ctl_get_conversation (KontorCtl *ctl, gint64 id, GError **error)
{
  g_autoptr(GVariant) list = NULL;
  g_autofree char *next = NULL;
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "id", "x", id);
  if (!kontor_dbus_inbox_call_conversations_sync (ctl->inbox, g_variant_dict_end (&filter),
                                                  page_options ("", 1), &list, &next, NULL, error))
    return NULL;
  if (g_variant_n_children (list) == 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                   /* TRANSLATORS: %s is a number */
                   _("there is no conversation %s; “kontorctl inbox” lists them"), number);
      return NULL;
    }

  return g_variant_get_child_value (list, 0);
}

/* The interface gives these two a type of their own; the rest are texts. */
static GVariant *
type_filter (GVariant *texts, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (texts);
  const char *unread = kontor_record_get_text (texts, "unread");
  const char *id = kontor_record_get_text (texts, "id");
  gint64 number = 0;

  if (unread != NULL)
    {
      KontorField field = { "unread", KONTOR_FIELD_YES_NO };
      g_autoptr(GVariant) value = kontor_field_from_text (&field, unread, NULL, error);

      if (value == NULL)
        return NULL;
      g_variant_dict_insert_value (&filter, "unread", value);
    }
  if (id != NULL)
    {
      if (!g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &number, error))
        return NULL;
      g_variant_dict_insert (&filter, "id", "x", number);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filter));
}

typedef struct {
  Asked     asked;
  GVariant *filter;
} AskedInbox;

static gboolean
ask_inbox (Asked *asked, GVariant *options, GVariant **page, char **next, GError **error)
{
  AskedInbox *inbox = (AskedInbox *) asked;

  return kontor_dbus_inbox_call_conversations_sync (asked->ctl->inbox, inbox->filter, options,
                                                    page, next, NULL, error);
}

gboolean
kontor_ctl_inbox (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const char *const columns[] = { "id", "name", "channel", "state", "held-by", "assignee",
                                         "unread", "consent", "last-at", "last-text", NULL };
  g_autoptr(GVariant) texts = kontor_ctl_arguments_dup_values (arguments, 0, error);
  g_autoptr(GVariant) filter = texts != NULL ? type_filter (texts, error) : NULL;
  AskedInbox asked = { { ctl }, filter };
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GVariant) list = NULL, shown = NULL;
  g_autofree char *text = NULL;
  guint limit;

  if (filter == NULL || !kontor_ctl_arguments_get_count (arguments, "limit", 0, &limit, error))
    return FALSE;
  all = ask_pages (ask_inbox, &asked.asked, 0, limit, error);
  if (all == NULL)
    return FALSE;
  list = to_list (all, FALSE);

  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (conversation_fields, list));
      return TRUE;
    }
  shown = show_kinds (list, "last-kind", "last-text");
  text = kontor_ctl_records_to_text (conversation_fields, shown, columns, FALSE,
                                     kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (all->len == 0)
    kontor_ctl_print_hint (_("There is none."));

  return TRUE;
}

static void
print_messages (KontorCtl *ctl, GVariant *messages, const char *const *columns)
{
  g_autoptr(GVariant) shown = NULL;
  g_autofree char *text = NULL;

  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (kontor_ctl_message_fields, messages));
      return;
    }
  shown = show_kinds (messages, "kind", "text");
  text = kontor_ctl_records_to_text (kontor_ctl_message_fields, shown, columns, TRUE,
                                     kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (g_variant_n_children (messages) == 0)
    kontor_ctl_print_hint (_("There is none."));
}

gboolean
kontor_ctl_messages (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const char *const columns[] = { "id", "at", "author", "state", "reason", "text", NULL };
  g_autoptr(GVariant) messages = NULL;
  gint64 id;
  guint limit;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_ctl_arguments_get_count (arguments, "limit", 0, &limit, error))
    return FALSE;
  messages = kontor_ctl_get_messages (ctl, id, 0, limit, error);
  if (messages == NULL)
    return FALSE;
  print_messages (ctl, messages, columns);

  return TRUE;
}

gboolean
kontor_ctl_search (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const char *const columns[] = { "id", "conversation", "at", "author", "snippet", NULL };
  g_autofree char *text = kontor_ctl_arguments_dup_text (arguments, 0, error);
  Asked asked = { ctl, 0, text };
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GVariant) messages = NULL;
  guint limit;

  if (text == NULL ||
      !kontor_ctl_arguments_get_count (arguments, "limit", SEARCH_LIMIT, &limit, error))
    return FALSE;
  all = ask_pages (ask_search, &asked, 0, limit, error);
  if (all == NULL)
    return FALSE;
  messages = to_list (all, FALSE);
  print_messages (ctl, messages, columns);

  return TRUE;
}
