/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/remote-source.h"

KontorRemoteSource *
kontor_remote_source_new (KontorRemote *remote, KontorRemoteOf of, const char *text,
                          GVariant *filter)
{
  KontorRemoteSource *self = g_new0 (KontorRemoteSource, 1);

  self->of = of;
  self->remote = g_object_ref (remote);
  self->text = g_strdup (text);
  self->filter = g_variant_ref_sink (filter != NULL ? filter : kontor_remote_no_options ());

  return self;
}

void
kontor_remote_source_free (KontorRemoteSource *self)
{
  g_object_unref (self->remote);
  g_variant_unref (self->filter);
  g_free (self->text);
  g_free (self->sort);
  g_free (self);
}

static GVariant *
make_options (KontorRemoteSource *self, const char *after, guint limit)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", limit);
  if (after != NULL)
    g_variant_dict_insert (&options, "after", "s", after);
  else if (self->from != 0)
    g_variant_dict_insert (&options, "from", "x", self->from);
  if (self->oldest_first)
    g_variant_dict_insert (&options, "oldest-first", "b", TRUE);
  if (self->sort != NULL)
    g_variant_dict_insert (&options, "sort", "s", self->sort);
  if (self->descending)
    g_variant_dict_insert (&options, "descending", "b", TRUE);

  return g_variant_dict_end (&options);
}

void
kontor_remote_source_ask (KontorRemoteSource *self, const char *after, guint limit,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const char *const methods[] = { "Query", "Conversations", "Messages", "Search" };
  GVariant *options = make_options (self, after, limit), *arguments = NULL;
  gpointer proxy = kontor_remote_get_inbox (self->remote);

  switch (self->of)
    {
    case KONTOR_REMOTE_OF_RECORDS:
      proxy = kontor_remote_get_records (self->remote);
      arguments = g_variant_new ("(s@a{sv}@a{sv})", self->text, self->filter, options);
      break;
    case KONTOR_REMOTE_OF_CONVERSATIONS:
      arguments = g_variant_new ("(@a{sv}@a{sv})", self->filter, options);
      break;
    case KONTOR_REMOTE_OF_MESSAGES:
      arguments = g_variant_new ("(x@a{sv})", self->conversation, options);
      break;
    case KONTOR_REMOTE_OF_HITS:
      arguments = g_variant_new ("(s@a{sv})", self->text, options);
      break;
    }
  g_dbus_proxy_call (proxy, methods[self->of], arguments, G_DBUS_CALL_FLAGS_NONE, -1, cancellable,
                     callback, data);
}
