/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-record.c — a row asks for some twenty values by name each time it is drawn, and a GVariant
 * looks for each from its beginning: they are put in a table at the first question. */
#include "remote/remote-record.h"

#include "model/error.h"

struct _KontorRemoteRecord
{
  GObject       parent_instance;

  char         *id;
  GVariant     *values;
  GHashTable   *table;        /* the same by name; NULL until one is asked for */
  gboolean      is_gone;

  /* Of a followed one: */
  KontorRemote *remote;
  char         *kind;         /* NULL: a conversation */
  gboolean      is_asking;
  gboolean      is_stale;     /* it changed while it was being asked for */
};

enum { PROP_VALUES = 1, PROP_IS_GONE, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KontorRemoteRecord, kontor_remote_record, G_TYPE_OBJECT)

static void ask (KontorRemoteRecord *self);

static void
set_gone (KontorRemoteRecord *self, gboolean is_gone)
{
  if (self->is_gone == is_gone)
    return;
  self->is_gone = is_gone;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_GONE]);
}

/* @values: (nullable): NULL: there is none. */
static void
take_answer (KontorRemoteRecord *self, GVariant *values, const GError *error)
{
  self->is_asking = FALSE;
  if (values != NULL)
    kontor_remote_record_set_values (self, values);
  if (values != NULL || error == NULL ||
      g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    set_gone (self, values == NULL);
  if (self->is_stale)
    ask (self);
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRemoteRecord) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) values = NULL;

  kontor_dbus_records_call_get_finish (KONTOR_DBUS_RECORDS (source), &values, result, &error);
  take_answer (self, values, error);
}

static void
on_conversation_got (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRemoteRecord) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) found = NULL, values = NULL;
  g_autofree char *next = NULL;

  kontor_dbus_inbox_call_conversations_finish (KONTOR_DBUS_INBOX (source), &found, &next, result,
                                               &error);
  if (found != NULL && g_variant_n_children (found) > 0)
    values = g_variant_get_child_value (found, 0);
  take_answer (self, values, error);
}

static void
ask (KontorRemoteRecord *self)
{
  GVariantDict filter;

  self->is_stale = self->is_asking;
  if (self->is_asking || kontor_remote_get_state (self->remote) != KONTOR_REMOTE_THERE)
    return;
  self->is_asking = TRUE;
  if (self->kind != NULL)
    {
      kontor_dbus_records_call_get (kontor_remote_get_records (self->remote), self->kind, self->id,
                                    NULL, on_got, g_object_ref (self));
      return;
    }
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "id", "x", g_ascii_strtoll (self->id, NULL, 10));
  kontor_dbus_inbox_call_conversations (kontor_remote_get_inbox (self->remote),
                                        g_variant_dict_end (&filter), kontor_remote_no_options (),
                                        NULL, on_conversation_got, g_object_ref (self));
}

static void
on_records_changed (KontorRemoteRecord *self, GVariant *changed)
{
  g_autofree const char **ids = NULL;

  if (g_variant_n_children (changed) == 0 ||
      (g_variant_lookup (changed, self->kind, "^a&s", &ids) &&
       (ids[0] == NULL || g_strv_contains (ids, self->id))))
    ask (self);
}

static void
on_inbox_changed (KontorRemoteRecord *self, GVariant *conversations, GVariant *messages)
{
  gint64 mine = g_ascii_strtoll (self->id, NULL, 10), id;
  gboolean is_mine = g_variant_n_children (conversations) == 0;
  GVariantIter iter;

  g_variant_iter_init (&iter, conversations);
  while (!is_mine && g_variant_iter_next (&iter, "x", &id))
    is_mine = id == mine;
  if (is_mine)
    ask (self);
}

static KontorRemoteRecord *
follow (KontorRemote *remote, const char *kind, char *id)
{
  KontorRemoteRecord *self = g_object_new (KONTOR_TYPE_REMOTE_RECORD, NULL);

  self->remote = g_object_ref (remote);
  self->kind = g_strdup (kind);
  self->id = id;
  self->values = g_variant_ref_sink (kontor_remote_no_options ());
  g_signal_connect_object (remote, "renewed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  if (kind != NULL)
    g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (remote, "inbox-changed", G_CALLBACK (on_inbox_changed), self,
                             G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

KontorRemoteRecord *
kontor_remote_record_follow (KontorRemote *remote, const char *kind, const char *id)
{
  return follow (remote, kind, g_strdup (id));
}

KontorRemoteRecord *
kontor_remote_record_follow_conversation (KontorRemote *remote, gint64 id)
{
  return follow (remote, NULL, g_strdup_printf ("%" G_GINT64_FORMAT, id));
}

KontorRemoteRecord *
kontor_remote_record_new (GVariant *values)
{
  KontorRemoteRecord *self = g_object_new (KONTOR_TYPE_REMOTE_RECORD, NULL);

  self->values = g_variant_ref_sink (values);
  self->id = kontor_remote_record_dup_id (values);

  return self;
}

char *
kontor_remote_record_dup_id (GVariant *values)
{
  const char *text = kontor_record_get_text (values, "id");

  return text != NULL ? g_strdup (text)
         : g_strdup_printf ("%" G_GINT64_FORMAT, kontor_record_get_int (values, "id", 0));
}

void
kontor_remote_record_set_values (KontorRemoteRecord *self, GVariant *values)
{
  if (g_variant_equal (self->values, values))
    return;
  g_variant_unref (self->values);
  self->values = g_variant_ref (values);
  g_clear_pointer (&self->table, g_hash_table_unref);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUES]);
}

const char *
kontor_remote_record_get_id (KontorRemoteRecord *self)
{
  return self->id;
}

GVariant *
kontor_remote_record_get_values (KontorRemoteRecord *self)
{
  return self->values;
}

static void
fill_table (KontorRemoteRecord *self)
{
  GVariantIter iter;
  char *name;
  GVariant *value;

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_variant_unref);
  g_variant_iter_init (&iter, self->values);
  while (g_variant_iter_next (&iter, "{sv}", &name, &value))
    g_hash_table_insert (self->table, name, value);
}

/* (transfer none) (nullable) */
static GVariant *
find (KontorRemoteRecord *self, const char *name, const GVariantType *type)
{
  GVariant *value;

  if (self->table == NULL)
    fill_table (self);
  value = g_hash_table_lookup (self->table, name);

  return value != NULL && g_variant_is_of_type (value, type) ? value : NULL;
}

const char *
kontor_remote_record_get_text (KontorRemoteRecord *self, const char *name)
{
  GVariant *value = find (self, name, G_VARIANT_TYPE_STRING);

  return value != NULL ? g_variant_get_string (value, NULL) : "";
}

gint64
kontor_remote_record_get_int (KontorRemoteRecord *self, const char *name)
{
  GVariant *value = find (self, name, G_VARIANT_TYPE_INT64);

  return value != NULL ? g_variant_get_int64 (value) : 0;
}

gboolean
kontor_remote_record_get_yes (KontorRemoteRecord *self, const char *name)
{
  GVariant *value = find (self, name, G_VARIANT_TYPE_BOOLEAN);

  return value != NULL && g_variant_get_boolean (value);
}

static void
kontor_remote_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorRemoteRecord *self = KONTOR_REMOTE_RECORD (object);

  switch (id)
    {
    case PROP_VALUES:
      g_value_set_variant (value, self->values);
      break;
    case PROP_IS_GONE:
      g_value_set_boolean (value, self->is_gone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kontor_remote_record_finalize (GObject *object)
{
  KontorRemoteRecord *self = KONTOR_REMOTE_RECORD (object);

  g_clear_object (&self->remote);
  g_clear_pointer (&self->values, g_variant_unref);
  g_clear_pointer (&self->table, g_hash_table_unref);
  g_free (self->kind);
  g_free (self->id);

  G_OBJECT_CLASS (kontor_remote_record_parent_class)->finalize (object);
}

static void
kontor_remote_record_class_init (KontorRemoteRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kontor_remote_record_finalize;
  object_class->get_property = kontor_remote_record_get_property;
  props[PROP_VALUES] = g_param_spec_variant ("values", NULL, NULL, G_VARIANT_TYPE_VARDICT, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_GONE] = g_param_spec_boolean ("is-gone", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kontor_remote_record_init (KontorRemoteRecord *self)
{
}
